package array

import (
	"fmt"
	"strconv"
	"strings"
)

// kindInfo is what is known of a numeric kind.
type kindInfo struct {
	name string // NumPy's name of the dtype
	code string // of the type string, without byte order
	char byte   // NumPy's one-character code
}

var kinds = [numNumeric]kindInfo{
	BoolKind: {"bool", "b1", '?'},
	Int8Kind: {"int8", "i1", 'b'}, Uint8Kind: {"uint8", "u1", 'B'}, Int16Kind: {"int16", "i2", 'h'}, Uint16Kind: {"uint16", "u2", 'H'},
	Int32Kind: {"int32", "i4", 'i'}, Uint32Kind: {"uint32", "u4", 'I'}, Int64Kind: {"int64", "i8", 'l'}, Uint64Kind: {"uint64", "u8", 'L'},
	Float16Kind: {"float16", "f2", 'e'}, Float32Kind: {"float32", "f4", 'f'}, Float64Kind: {"float64", "f8", 'd'},
	Complex64Kind: {"complex64", "c8", 'F'}, Complex128Kind: {"complex128", "c16", 'D'},
}

func (k Kind) isInt() bool { return k >= Int8Kind && k <= Uint64Kind }
func (k Kind) isSigned() bool {
	return k == Int8Kind || k == Int16Kind || k == Int32Kind || k == Int64Kind
}
func (k Kind) isUnsigned() bool { return k.isInt() && !k.isSigned() }
func (k Kind) isFloat() bool    { return k >= Float16Kind && k <= Float64Kind }
func (k Kind) isComplex() bool  { return k == Complex64Kind || k == Complex128Kind }
func (k Kind) isNumeric() bool  { return k < numNumeric }

// Name is NumPy's name of the dtype: float64, int8, bytes40.
func (d *Dtype) Name() string {
	switch {
	case d.kind.isNumeric():
		return kinds[d.kind].name
	case d.kind == BytesKind:
		return "bytes" + strconv.Itoa(8*d.itemsize)
	case d.kind == TextKind:
		return "str" + strconv.Itoa(8*d.itemsize)
	}
	return "void" + strconv.Itoa(8*d.itemsize)
}

// Typestr is the array interface's type string: byte order, kind, size.
func (d *Dtype) Typestr() string {
	order := byte('|')
	if d.align > 1 || d.kind == TextKind || d.kind.isNumeric() && d.itemsize > 1 {
		order = '<'
		if littleEndian == d.swapped {
			order = '>'
		}
	}
	code := ""
	switch {
	case d.kind.isNumeric():
		code = kinds[d.kind].code
	case d.kind == BytesKind:
		code = "S" + strconv.Itoa(d.itemsize)
	case d.kind == TextKind:
		code = "U" + strconv.Itoa(d.itemsize/4)
	default:
		code = "V" + strconv.Itoa(d.itemsize)
	}
	return string(order) + code
}

// String is the dtype as NumPy's str prints it.
func (d *Dtype) String() string {
	if d.kind.isNumeric() && !d.swapped {
		return kinds[d.kind].name
	}
	return d.Typestr()
}

// Equal tells whether two dtypes mean the same bytes.
func (d *Dtype) Equal(e *Dtype) bool {
	if d == e {
		return true
	}
	return d.kind == e.kind && d.itemsize == e.itemsize && (d.swapped == e.swapped || d.itemsize == 1)
}

// DtypeOf gives the dtype that a value names: a string in NumPy's spelling
// ("float64", "f8", "<i4", "?"), or a Dtype. It is NumPy's dtype().
func DtypeOf(v any) *Dtype {
	switch x := v.(type) {
	case *Dtype:
		return x
	case string:
		if d := parseDtype(x); d != nil {
			return d
		}
		fail("DtypeOf", ErrType, "data type %q not understood", x)
	}
	fail("DtypeOf", ErrType, "%v (%T) is no dtype: give a Dtype or a string such as \"float64\" or \"<i4\"", v, v)
	return nil
}

// aliases are names that NumPy has besides those of kinds.
var aliases = map[string]Kind{
	"int": Int64Kind, "float": Float64Kind, "complex": Complex128Kind, "uint": Uint64Kind, "bool_": BoolKind,
	"byte": Int8Kind, "ubyte": Uint8Kind, "short": Int16Kind, "ushort": Uint16Kind, "intc": Int32Kind, "uintc": Uint32Kind,
	"long": Int64Kind, "ulong": Uint64Kind, "longlong": Int64Kind, "ulonglong": Uint64Kind, "intp": Int64Kind, "uintp": Uint64Kind, "half": Float16Kind, "single": Float32Kind,
	"double": Float64Kind, "csingle": Complex64Kind, "cdouble": Complex128Kind, "q": Int64Kind, "Q": Uint64Kind, "p": Int64Kind, "P": Uint64Kind, "b": Int8Kind,
}

// parseDtype reads a string of one numeric dtype; nil if it is none.
func parseDtype(s string) *Dtype {
	for k, i := range kinds {
		if s == i.name || s == string(i.char) {
			return numeric[k]
		}
	}
	if k, ok := aliases[s]; ok {
		return numeric[k]
	}
	order, code := byte('='), s
	if s != "" && strings.IndexByte("<>=|", s[0]) >= 0 {
		order, code = s[0], s[1:]
	}
	for k, i := range kinds {
		if code != i.code && code != string(i.char) {
			continue
		}
		d := numeric[k]
		if d.itemsize > 1 && (order == '>') == littleEndian && order != '=' && order != '|' {
			c := *d
			c.swapped = true
			return &c
		}
		return d
	}
	if len(code) > 1 && (code[0] == 'S' || code[0] == 'U' || code[0] == 'V') {
		n, err := strconv.Atoi(code[1:])
		if err == nil && n >= 0 && n < 1<<28 {
			switch code[0] {
			case 'S':
				return &Dtype{kind: BytesKind, itemsize: n, align: 1}
			case 'U':
				return &Dtype{kind: TextKind, itemsize: 4 * n, align: 4, swapped: (order == '>') == littleEndian && order != '=' && order != '|'}
			}
			return &Dtype{kind: VoidKind, itemsize: n, align: 1}
		}
	}
	return nil
}

// GoString is the dtype as NumPy's repr prints it.
func (d *Dtype) GoString() string {
	if d.kind.isNumeric() && !d.swapped {
		return fmt.Sprintf("dtype('%s')", kinds[d.kind].name)
	}
	return fmt.Sprintf("dtype('%s')", d.Typestr())
}
