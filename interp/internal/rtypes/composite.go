package rtypes

import (
	"fmt"
	"path"
	"reflect"
	"strconv"
	"strings"
	"unsafe"
)

// Struct is reflect.StructOf for an underlying type, with unexported fields
// and embedded fields of any kind (whose methods the named type promotes). Its
// values are compared as Go does, without the blank fields.
func Struct(pkgPath string, fields []reflect.StructField) reflect.Type {
	fs := append([]reflect.StructField(nil), fields...)
	emb := map[int]bool{}
	for i := range fs {
		if fs[i].Anonymous {
			emb[i] = true
			fs[i].Anonymous = false
			if fs[i].Name == "" {
				t := fs[i].Type
				if t.Name() == "" {
					t = t.Elem() // *T
				}
				fs[i].Name, _, _ = strings.Cut(t.Name(), "[")
			}
		}
		if !exported(fs[i].Name) && fs[i].PkgPath == "" {
			fs[i].PkgPath = pkgPath
		}
	}
	plain := reflect.StructOf(fs)
	equal := equalButBlank(plain)
	if len(emb) == 0 && equal == nil {
		return plain
	}
	mu.Lock()
	defer mu.Unlock()
	key := fmt.Sprintf("%p %v", descriptor(plain), emb) // prints the map in order
	if t := structs[key]; t != nil {
		return t
	}
	// A descriptor of its own, with the embedded bits set or another comparison.
	b := newBlock(header(reflect.Struct), 0, 0)
	st := (*structType)(unsafe.Pointer(b.r))
	src := descriptor(plain)
	*st = *(*structType)(unsafe.Pointer(src))
	st.Type.Str = nameOff(structString(fs, emb), "", false)
	st.Type.PtrToThis = 0
	if equal != nil {
		st.Type.Equal = equal
	}
	st.Fields = append([]structField(nil), st.Fields...)
	for i := range emb {
		st.Fields[i].Name = encodeName(fs[i].Name, string(fs[i].Tag), "", exported(fs[i].Name), true)
	}
	keep = append(keep, b.r)
	structs[key] = asType(b.r)
	return structs[key]
}

// structString is what the compiler names a struct type, which shows embedded
// fields without their names.
func structString(fields []reflect.StructField, embedded map[int]bool) string {
	var b strings.Builder
	b.WriteString("struct {")
	for i, f := range fields {
		if i > 0 {
			b.WriteByte(';')
		}
		b.WriteByte(' ')
		if !embedded[i] {
			b.WriteString(f.Name + " ")
		}
		b.WriteString(f.Type.String())
		if f.Tag != "" {
			b.WriteString(" " + strconv.Quote(string(f.Tag)))
		}
	}
	if len(fields) > 0 {
		b.WriteByte(' ')
	}
	return b.String() + "}"
}

// equalButBlank gives the comparison of a struct that reflect made and that has
// blank fields, which reflect's own does not leave out; nil if reflect's is
// right, as it is if reflect found a compiled type.
func equalButBlank(t reflect.Type) func(p, q unsafe.Pointer) bool {
	if !t.Comparable() {
		return nil
	}
	type field struct {
		off   uintptr
		equal func(p, q unsafe.Pointer) bool
	}
	var fields []field
	wrong := false
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Name != "_" {
			fields = append(fields, field{f.Offset, descriptor(f.Type).Equal})
		} else if f.Type.Size() > 0 {
			wrong = true
		}
	}
	// Names that reflect registered at run time have negative offsets.
	if !wrong || descriptor(t).Str >= 0 {
		return nil
	}
	return func(p, q unsafe.Pointer) bool {
		for _, f := range fields {
			if !f.equal(unsafe.Add(p, f.off), unsafe.Add(q, f.off)) {
				return false
			}
		}
		return true
	}
}

// Interface makes an interface type of the methods (their Name and Type) and
// of the embedded interfaces. Equal interfaces are one type; but a type made
// here is not identical to an equal literal in compiled code, which reflect
// cannot find. Only the empty interface is.
func Interface(pkgPath string, methods []Method, embeds ...reflect.Type) (reflect.Type, error) {
	mu.Lock()
	defer mu.Unlock()
	var ms []entry
	add := func(e entry) error {
		for _, o := range ms {
			if o.Name == e.Name && o.pkg == e.pkg {
				if o.Type != e.Type {
					return fmt.Errorf("rtypes: duplicate method %s", e.Name)
				}
				return nil
			}
		}
		ms = append(ms, e)
		return nil
	}
	for _, m := range methods {
		if m.Type == nil || m.Type.Kind() != reflect.Func {
			return nil, fmt.Errorf("rtypes: method %s has no func type", m.Name)
		}
		if err := add(entry{Method: m, pkg: pkgOf(m.Name, pkgPath)}); err != nil {
			return nil, err
		}
	}
	for _, t := range embeds {
		if t.Kind() != reflect.Interface {
			return nil, fmt.Errorf("rtypes: %v is not an interface", t)
		}
		for i := range t.NumMethod() {
			m := t.Method(i)
			if err := add(entry{Method: Method{Name: m.Name, Type: m.Type}, pkg: m.PkgPath}); err != nil {
				return nil, err
			}
		}
	}
	if len(ms) == 0 {
		return reflect.TypeFor[any](), nil
	}
	sortMethods(ms)
	key, str := "", "interface {"
	for i, m := range ms {
		key += fmt.Sprintf("%s.%s %p\n", m.pkg, m.Name, descriptor(m.Type))
		if i > 0 {
			str += ";"
		}
		str += " "
		if m.pkg != "" {
			str += path.Base(m.pkg) + "."
		}
		str += m.Name + strings.TrimPrefix(m.Type.String(), "func")
	}
	if t := ifaces[key]; t != nil {
		return t, nil
	}
	b := newBlock(header(reflect.Interface), 0, 0)
	it := (*interfaceType)(unsafe.Pointer(b.r))
	*it = *(*interfaceType)(unsafe.Pointer(descriptor(reflect.TypeFor[interface{ String() string }]())))
	it.Type.Str = nameOff(str+" }", "", false)
	it.Type.TFlag &^= tflagExtraStar | tflagNamed | tflagUncommon
	it.Type.PtrToThis = 0
	it.Type.Hash = hash(key)
	it.PkgPath = encodeName(pkgPath, "", "", false, false)
	it.Methods = make([]imethod, len(ms))
	for i, m := range ms {
		it.Methods[i] = imethod{nameOff(m.Name, m.pkg, m.pkg == ""), typeOff(m.Type)}
	}
	keep = append(keep, b.r)
	ifaces[key] = asType(b.r)
	return ifaces[key], nil
}
