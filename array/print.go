package array

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// PrintOptions say how arrays are printed: NumPy's print options.
type PrintOptions struct {
	Precision int    // digits behind the point, at most
	Threshold int    // elements above which the middle is left out
	Edgeitems int    // shown at either end of an axis then
	Linewidth int    // characters of a line
	Suppress  bool   // no exponents for small numbers
	Nanstr    string // of not-a-number
	Infstr    string // of infinity
	Sign      byte   // '-', '+' or ' ': what stands before positive numbers
	Floatmode string // "maxprec", "maxprec_equal", "fixed" or "unique"
}

// defaultPrint are NumPy's defaults.
var defaultPrint = PrintOptions{Precision: 8, Threshold: 1000, Edgeitems: 3, Linewidth: 75,
	Nanstr: "nan", Infstr: "inf", Sign: '-', Floatmode: "maxprec"}

// String is the array as NumPy's str prints it.
func (a *Array) String() string {
	o := defaultPrint
	if a.Ndim() == 0 { // a 0-d array too prints as its element
		return a.scalarText()
	}
	return a.text(&o, " ", "")
}

// Repr is the array as NumPy's repr prints it: array([1, 2]); an array scalar
// with its type: np.float64(1.0).
func (a *Array) Repr() string {
	o := defaultPrint
	if a.scalar {
		text := a.scalarText()
		if a.dtype.kind == BoolKind {
			return "np." + text + "_"
		}
		if a.dtype.kind.isComplex() {
			text = strings.TrimSuffix(strings.TrimPrefix(text, "("), ")")
		}
		return "np." + a.dtype.Name() + "(" + text + ")"
	}
	prefix := "array("
	lst := a.text(&o, ", ", prefix)
	if a.Size() == 0 && a.Ndim() > 0 {
		lst = "[]"
	}
	var extras []string
	if a.Size() == 0 && !(a.Ndim() == 1 && a.shape[0] == 0) || a.Size() > o.Threshold {
		extras = append(extras, "shape="+shapeString(a.shape))
	}
	if !a.dtype.implied() || a.Size() == 0 {
		extras = append(extras, "dtype="+a.dtype.short())
	}
	if len(extras) == 0 {
		return prefix + lst + ")"
	}
	s, extra := prefix+lst+",", strings.Join(extras, ", ")+")"
	last := len(s) - (strings.LastIndexByte(s, '\n') + 1)
	if last+len(extra)+1 > o.Linewidth {
		return s + "\n" + strings.Repeat(" ", len(prefix)) + extra
	}
	return s + " " + extra
}

// Format implements fmt.Formatter: %v and %s print NumPy's str, %#v its repr;
// other verbs print the elements as fmt does.
func (a *Array) Format(f fmt.State, verb rune) {
	switch {
	case verb == 'v' && f.Flag('#'):
		fmt.Fprint(f, a.Repr())
	case verb == 'v' || verb == 's':
		fmt.Fprint(f, a.String())
	case a.Ndim() == 0:
		fmt.Fprintf(f, fmt.FormatString(f, verb), a.Item())
	default:
		fmt.Fprintf(f, fmt.FormatString(f, verb), a.items())
	}
}

// items are the elements as a slice, nested for each axis.
func (a *Array) items() any {
	if a.Ndim() == 0 {
		return a.Item()
	}
	out := make([]any, a.shape[0])
	for i := range out {
		out[i] = a.At(i, "...").items()
	}
	return out
}

// implied tells whether the printed elements show the dtype.
func (d *Dtype) implied() bool {
	return !d.swapped && (d.kind == BoolKind || d.kind == Int64Kind || d.kind == Float64Kind || d.kind == Complex128Kind)
}

// short is the dtype as an array's repr names it.
func (d *Dtype) short() string {
	if d.kind.isNumeric() && !d.swapped {
		return kinds[d.kind].name
	}
	return "'" + d.Typestr() + "'"
}

// scalarText is an array scalar as str prints it: the shortest digits that give
// the number back.
func (a *Array) scalarText() string {
	switch k := a.dtype.kind; {
	case k == BoolKind:
		if a.Bool() {
			return "True"
		}
		return "False"
	case k == Uint64Kind:
		return strconv.FormatUint(as[uint64]("String", a, Uint64), 10)
	case k.isInt():
		return strconv.Itoa(a.Int())
	case k.isFloat():
		return shortFloat(a.Float64(), bitsOf(k))
	case k.isComplex():
		c := a.Complex128()
		bits := 64
		if k == Complex64Kind {
			bits = 32
		}
		return complexText(c, bits)
	}
	fail("String", ErrNotBuilt, "elements of dtype %s are not built yet", a.dtype)
	return ""
}

func bitsOf(k Kind) int { return map[Kind]int{Float16Kind: 16, Float32Kind: 32, Float64Kind: 64}[k] }

// shortFloat is a float scalar's text: with an exponent below 1e-4, and from
// where its digits end.
func shortFloat(x float64, bits int) string {
	switch {
	case math.IsNaN(x):
		return "nan"
	case math.IsInf(x, 1):
		return "inf"
	case math.IsInf(x, -1):
		return "-inf"
	}
	if x == 0 || math.Abs(x) >= 1e-4 && math.Abs(x) < map[int]float64{16: 1e3, 32: 1e6, 64: 1e16}[bits] {
		s := shortest(x, bits, 'f')
		if !strings.Contains(s, ".") {
			s += ".0"
		}
		return s
	}
	return shortest(x, bits, 'e')
}

// complexText is a complex scalar's text, as Python prints one.
func complexText(c complex128, bits int) string {
	re, im := real(c), imag(c)
	part := func(x float64) string {
		s := shortFloat(x, bits)
		return strings.TrimSuffix(s, ".0")
	}
	imText := part(im) + "j"
	if re == 0 && !math.Signbit(re) {
		return imText
	}
	if !math.Signbit(im) || math.IsNaN(im) {
		imText = "+" + imText
	}
	return "(" + part(re) + imText + ")"
}

// shortest are the fewest digits that give the number of so many bits back.
func shortest(x float64, bits int, format byte) string {
	if bits == 16 {
		return shortHalf(x, format)
	}
	return strconv.FormatFloat(x, format, -1, bits)
}

// shortHalf is shortest of a binary16 number: precision is raised until the
// digits lead back.
func shortHalf(x float64, format byte) string {
	for p := 0; ; p++ {
		e := strconv.FormatFloat(x, 'e', p, 64)
		v, _ := strconv.ParseFloat(e, 64)
		if float16From(v) != float16From(x) {
			continue
		}
		if format == 'e' {
			return e
		}
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
}

// Text is one element as the array prints it by itself.
func (a *Array) Text(index ...int) string {
	for i, n := range index {
		if i >= len(a.shape) || n < 0 || n >= a.shape[i] {
			fail("Text", ErrIndex, "index %v is out of bounds for shape %s", index, shapeString(a.shape))
		}
	}
	if len(index) != len(a.shape) {
		fail("Text", ErrIndex, "%d indices for an array of %d dimensions", len(index), len(a.shape))
	}
	e := a.element(index...)
	e.scalar = true
	o := defaultPrint
	if a.dtype.kind.isFloat() || a.dtype.kind.isComplex() {
		e.scalar = false
		return strings.TrimSpace(e.text(&o, " ", ""))
	}
	return e.scalarText()
}

// text is array2string.
func (a *Array) text(o *PrintOptions, sep, prefix string) string {
	if a.Size() == 0 {
		return "[]"
	}
	summary := ""
	shown := a
	if a.Size() > o.Threshold {
		summary = "..."
		shown = a.edges(o.Edgeitems)
	}
	format := formatter(shown, o)
	if a.Ndim() == 0 {
		return format(a)
	}
	w := &arrayWriter{o: o, sep: sep, summary: summary, format: format}
	width := o.Linewidth
	if prefix != "" {
		width -= 1 // the closing parenthesis
	}
	return w.axis(a, strings.Repeat(" ", len(prefix)+1), width)
}

// edges are the elements that a summary shows, as one flat array.
func (a *Array) edges(n int) *Array {
	v := a
	for ax := range a.shape {
		if v.shape[ax] > 2*n {
			idx := newArray(Int64, 2*n)
			for i := range n {
				*at[int64](idx.ptr(), 8*i) = int64(i)
				*at[int64](idx.ptr(), 8*(n+i)) = int64(v.shape[ax] - n + i)
			}
			list := make([]any, ax+1)
			for i := range ax {
				list[i] = ":"
			}
			list[ax] = idx
			v = v.At(list...)
		}
	}
	return v
}

// arrayWriter lays elements out in lines and brackets.
type arrayWriter struct {
	o       *PrintOptions
	sep     string
	summary string
	format  func(*Array) string
}

// axis writes one axis; hanging is the indentation of its further lines.
func (w *arrayWriter) axis(a *Array, hanging string, width int) string {
	if a.Ndim() == 0 {
		return w.format(a)
	}
	n := a.shape[0]
	lead, trail := 0, n
	cut := w.summary != "" && 2*w.o.Edgeitems < n
	if cut {
		lead, trail = w.o.Edgeitems, w.o.Edgeitems
	}
	item := func(i int) *Array {
		b := a.viewOf()
		b.off += i * a.strides[0]
		b.shape, b.strides = a.shape[1:], a.strides[1:]
		return b
	}
	var b strings.Builder
	if a.Ndim() == 1 {
		room := width - max(len(strings.TrimRight(w.sep, " ")), 1)
		line := hanging
		add := func(word string) {
			if len([]rune(line))+len([]rune(word)) > room && len(line) > len(hanging) {
				b.WriteString(strings.TrimRight(line, " "))
				b.WriteByte('\n')
				line = hanging
			}
			line += word
		}
		for i := range lead {
			add(w.format(item(i)))
			line += w.sep
		}
		if cut {
			add(w.summary)
			line += w.sep
		}
		for i := n - trail; i < n-1; i++ {
			add(w.format(item(i)))
			line += w.sep
		}
		add(w.format(item(n - 1)))
		b.WriteString(line)
	} else {
		between := strings.TrimRight(w.sep, " ") + strings.Repeat("\n", a.Ndim()-1)
		for i := range lead {
			b.WriteString(hanging + w.axis(item(i), hanging+" ", width-1) + between)
		}
		if cut {
			b.WriteString(hanging + w.summary + between)
		}
		for i := n - trail; i < n-1; i++ {
			b.WriteString(hanging + w.axis(item(i), hanging+" ", width-1) + between)
		}
		b.WriteString(hanging + w.axis(item(n-1), hanging+" ", width-1))
	}
	return "[" + b.String()[len(hanging):] + "]"
}

// formatter gives the format of the elements of an array, which all have the
// same width.
func formatter(a *Array, o *PrintOptions) func(*Array) string {
	switch k := a.dtype.kind; {
	case k == BoolKind:
		pad := " "
		if a.Ndim() == 0 {
			pad = ""
		}
		return func(e *Array) string {
			if e.Bool() {
				return pad + "True"
			}
			return "False"
		}
	case k.isInt():
		return intFormatter(a, o)
	case k.isFloat():
		f := newFloatFormat(a.Float64s(), bitsOf(k), o, o.Sign)
		return func(e *Array) string { return f.format(e.Float64()) }
	case k.isComplex():
		bits := 64
		if k == Complex64Kind {
			bits = 32
		}
		cs := a.Complex128s()
		re, im := make([]float64, len(cs)), make([]float64, len(cs))
		for i, c := range cs {
			re[i], im[i] = real(c), imag(c)
		}
		rf, imf := newFloatFormat(re, bits, o, o.Sign), newFloatFormat(im, bits, o, '+')
		return func(e *Array) string {
			c := e.Complex128()
			s := imf.format(imag(c))
			end := len(strings.TrimRight(s, " "))
			return rf.format(real(c)) + s[:end] + "j" + s[end:]
		}
	}
	fail("String", ErrNotBuilt, "printing of dtype %s is not built yet", a.dtype)
	return nil
}

func intFormatter(a *Array, o *PrintOptions) func(*Array) string {
	text := func(e *Array) string {
		e = e.viewOf()
		e.scalar = true
		return e.scalarText()
	}
	width := 0
	for i := range a.Size() {
		e := a.reshapeFlat(i)
		s := text(e)
		if o.Sign == '+' && s[0] != '-' || o.Sign == ' ' && s[0] != '-' {
			s = string(o.Sign) + s
		}
		width = max(width, len(s))
	}
	return func(e *Array) string {
		s := text(e)
		if o.Sign != '-' && s[0] != '-' {
			s = string(o.Sign) + s
		}
		return strings.Repeat(" ", max(0, width-len(s))) + s
	}
}

// reshapeFlat is the i-th element in C order.
func (a *Array) reshapeFlat(i int) *Array {
	idx := make([]int, len(a.shape))
	for ax := len(a.shape) - 1; ax >= 0; ax-- {
		idx[ax] = i % a.shape[ax]
		i /= a.shape[ax]
	}
	return a.element(idx...)
}
