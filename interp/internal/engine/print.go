package engine

import (
	"fmt"
	"io"
	"math"
	"strconv"
)

// printCall is print or println. Like the runtime's it writes to standard
// error in one piece, but to the World's.
func (c *comp) printCall(ln bool, xs []*expr) func(*Frame) {
	var parts []func(*Frame, []byte) []byte
	for _, x := range xs {
		parts = append(parts, printer(x))
	}
	var out io.Writer = c.w.stderr()
	return func(f *Frame) {
		var b []byte
		for i, p := range parts {
			if ln && i > 0 {
				b = append(b, ' ')
			}
			b = p(f, b)
		}
		if ln {
			b = append(b, '\n')
		}
		out.Write(b)
	}
}

// printer appends x as the runtime prints it.
func printer(x *expr) func(*Frame, []byte) []byte {
	switch x.k {
	case kBool:
		v := x.bool()
		return func(f *Frame, b []byte) []byte { return strconv.AppendBool(b, v(f)) }
	case kStr:
		v := x.str()
		return func(f *Frame, b []byte) []byte { return append(b, v(f)...) }
	case kF32:
		v := x.fn.(func(*Frame) float32)
		return func(f *Frame, b []byte) []byte { return appendFloat(b, float64(v(f)), 32) }
	case kF64:
		v := x.fn.(func(*Frame) float64)
		return func(f *Frame, b []byte) []byte { return appendFloat(b, v(f), 64) }
	case kC64:
		v := x.fn.(func(*Frame) complex64)
		return func(f *Frame, b []byte) []byte { return appendComplex(b, complex128(v(f)), 32) }
	case kC128:
		v := x.fn.(func(*Frame) complex128)
		return func(f *Frame, b []byte) []byte { return appendComplex(b, v(f), 64) }
	case kPtr:
		v := x.ptr()
		return func(f *Frame, b []byte) []byte { return appendPtr(b, v(f)) }
	case kSlice:
		v := x.slice()
		return func(f *Frame, b []byte) []byte {
			h := v(f)
			return appendPtr(fmt.Appendf(b, "[%d/%d]", h.n, h.cap), h.p)
		}
	case kIface:
		v := x.iface()
		return func(f *Frame, b []byte) []byte {
			h := v(f)
			return append(appendPtr(append(appendPtr(append(b, '('), h.tab), ','), h.data), ')')
		}
	}
	v := x.int()
	if x.k.isUnsigned() {
		return func(f *Frame, b []byte) []byte { return strconv.AppendUint(b, uint64(v(f)), 10) }
	}
	return func(f *Frame, b []byte) []byte { return strconv.AppendInt(b, v(f), 10) }
}

func appendPtr(b []byte, p ptr) []byte {
	return strconv.AppendUint(append(b, "0x"...), uint64(uintptr(p)), 16)
}

// appendFloat writes the shortest form, as the runtime does from Go 1.26.
func appendFloat(b []byte, v float64, bits int) []byte {
	switch {
	case math.IsNaN(v):
		return append(b, "NaN"...)
	case math.IsInf(v, 1):
		return append(b, "+Inf"...)
	case math.IsInf(v, -1):
		return append(b, "-Inf"...)
	}
	return strconv.AppendFloat(b, v, 'g', -1, bits)
}

func appendComplex(b []byte, v complex128, bits int) []byte {
	b = appendFloat(append(b, '('), real(v), bits)
	i := appendFloat(nil, imag(v), bits)
	if i[0] != '+' && i[0] != '-' {
		b = append(b, '+')
	}
	return append(append(b, i...), 'i', ')')
}
