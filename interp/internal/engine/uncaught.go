package engine

import (
	"fmt"
	"os"
	"reflect"
	"runtime"
	"strconv"
	"strings"
)

// panicText is what the runtime prints for panics that nothing recovered: each
// that was under way, oldest first (runtime/panic.go, printpanics).
func panicText(chain []panicked) string {
	var b strings.Builder
	for i, p := range chain {
		if i > 0 {
			b.WriteByte('\t')
		}
		b.WriteString("panic: " + panicValue(p.value))
		if p.recovered {
			b.WriteString(" [recovered]")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// panicValue writes a panic's value as the runtime does: an error by Error, a
// Stringer by String, basic kinds by their value, others by type and address.
func panicValue(v any) (s string) {
	defer func() {
		if r := recover(); r != nil {
			s = fmt.Sprintf("(%T) %p", v, v)
		}
	}()
	switch x := v.(type) {
	case nil:
		return "nil"
	case runtime.Error:
		return errorText(x) + signalNote(x)
	case error:
		return indent(x.Error())
	case interface{ String() string }:
		return indent(x.String())
	}
	r := reflect.ValueOf(v)
	text := ""
	switch r.Kind() {
	case reflect.Bool, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		text = fmt.Sprint(plainValue(r))
	case reflect.Float32, reflect.Float64:
		text = printedFloat(r.Float())
	case reflect.Complex64, reflect.Complex128:
		c := r.Complex()
		text = "(" + printedFloat(real(c)) + printedFloat(imag(c)) + "i)"
	case reflect.String:
		text = r.String()
		if r.Type().PkgPath() == "" {
			return indent(text)
		}
		text = strconv.Quote(text)
	default:
		return fmt.Sprintf("(%s) %s", r.Type(), addresses(v))
	}
	if r.Type().PkgPath() != "" {
		return r.Type().String() + "(" + text + ")"
	}
	return text
}

// plainValue is r without its type's methods.
func plainValue(r reflect.Value) any {
	switch {
	case r.CanInt():
		return r.Int()
	case r.CanUint():
		return r.Uint()
	}
	return r.Bool()
}

// addresses are the two words of an interface, as the runtime prints a value
// that it cannot format.
func addresses(v any) string {
	i := fromAny(v)
	return fmt.Sprintf("{%#x, %#x}", uintptr(i.tab), uintptr(i.data))
}

// printedFloat is a float as println writes it.
func printedFloat(v float64) string { return string(appendFloat(nil, v, 64)) }

func errorText(e runtime.Error) string { return indent(e.Error()) }

// signalNote is empty but for a nil dereference, to which the runtime adds the
// signal.
func signalNote(e runtime.Error) string {
	if strings.Contains(e.Error(), "nil pointer dereference") {
		return "\n[signal SIGSEGV: segmentation violation]"
	}
	return ""
}

// indent keeps the lines of a value from looking like the runtime's own.
func indent(s string) string { return strings.ReplaceAll(s, "\n", "\n\t") }

// crash ends a program's process after a Fault, as Go does.
func (f *Fault) crash() {
	if f.Exit != nil {
		os.Exit(*f.Exit)
	}
	_ = f.Write(os.Stderr) // nowhere else to say that it failed
	os.Exit(2)
}

// Text is the panic's value as Go prints it.
func (f *Fault) Text() string { return panicValue(f.Value) }
