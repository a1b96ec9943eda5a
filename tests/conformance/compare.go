package main

import (
	"bytes"
	"fmt"
	"math"
	"math/big"
	"reflect"

	"medkit/array"
)

// compare tells how a result differs from the one expected, "" if it does not.
// operand is in[0], of which the result may have to be a view.
func compare(want, got any, tol *Tolerance, operand any) string {
	switch w := want.(type) {
	case *expected:
		g, ok := got.(*array.Array)
		if !ok {
			return fmt.Sprintf("got %T, want an array", got)
		}
		return compareArray(w, g, tol, operand)
	case []any:
		return compareList(w, got, tol)
	case tuple:
		return compareList(w, got, tol)
	case mapping:
		return "maps are not compared"
	case dtype:
		d, ok := got.(*array.Dtype)
		if !ok {
			return fmt.Sprintf("got %T, want a dtype", got)
		}
		if !dtypeOf(w.spec).Equal(d) {
			return fmt.Sprintf("got dtype %s, want %v", d.Typestr(), w.spec)
		}
		return ""
	case float64:
		g, ok := got.(float64)
		if !ok {
			return fmt.Sprintf("got %v (%T), want the float %v", got, got, w)
		}
		if !closeFloat(w, g, math.Abs(w), tol, 53) {
			return fmt.Sprintf("got %v, want %v", g, w)
		}
		return ""
	case complex128:
		g, ok := got.(complex128)
		if !ok || !closeComplex(w, g, tol, 53) {
			return fmt.Sprintf("got %v (%T), want %v", got, got, w)
		}
		return ""
	case int:
		switch g := got.(type) {
		case int:
			if g == w {
				return ""
			}
		case int64:
			if int(g) == w {
				return ""
			}
		case uint64:
			if w >= 0 && g == uint64(w) {
				return ""
			}
		}
		return fmt.Sprintf("got %v (%T), want %d", got, got, w)
	case *big.Int:
		if g, ok := got.(uint64); ok && w.IsUint64() && w.Uint64() == g {
			return ""
		}
		return fmt.Sprintf("got %v, want %v", got, w)
	case errCell:
		if g, ok := got.(errCell); ok && g == w {
			return ""
		}
		return fmt.Sprintf("got %v, want %s", got, string(w))
	}
	if reflect.DeepEqual(want, got) {
		return ""
	}
	return fmt.Sprintf("got %#v, want %#v", got, want)
}

func compareList(w []any, got any, tol *Tolerance) string {
	r := reflect.ValueOf(got)
	if r.Kind() != reflect.Slice || r.Len() != len(w) {
		return fmt.Sprintf("got %v, want %v", got, w)
	}
	for i := range w {
		if s := compare(w[i], r.Index(i).Interface(), tol, nil); s != "" {
			return fmt.Sprintf("[%d]: %s", i, s)
		}
	}
	return ""
}

func compareArray(w *expected, g *array.Array, tol *Tolerance, operand any) string {
	d := dtypeOf(w.spec)
	switch {
	case !d.Equal(g.Dtype()):
		return fmt.Sprintf("got dtype %s, want %v", g.Typestr(), w.spec)
	case !equalInts(w.shape, g.Shape()):
		return fmt.Sprintf("got shape %v, want %v", g.Shape(), w.shape)
	case w.scalar != g.IsScalar():
		return fmt.Sprintf("got scalar %t, want %t", g.IsScalar(), w.scalar)
	}
	if s := compareData(w, g, d, tol); s != "" {
		return s
	}
	if w.view < 0 || g.Size() == 0 {
		return ""
	}
	for i, n := range w.shape {
		if n > 1 && g.Strides()[i] != w.strides[i] {
			return fmt.Sprintf("got strides %v, want %v", g.Strides(), w.strides)
		}
	}
	in, ok := operand.(*array.Array)
	if !ok {
		return ""
	}
	shares := array.MayShareMemory(in, g)
	if shares != (w.view == 1) {
		return fmt.Sprintf("got shared memory %t, want %t", shares, w.view == 1)
	}
	if off := int(uintptr(g.Data())) - int(uintptr(in.Data())); w.view == 1 && off != w.offset {
		return fmt.Sprintf("got the first element %d bytes after the operand's, want %d", off, w.offset)
	}
	return ""
}

func equalInts(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func compareData(w *expected, g *array.Array, d *array.Dtype, tol *Tolerance) string {
	got := g.Tobytes()
	if bytes.Equal(got, w.data) {
		return ""
	}
	k := d.Kind()
	wa := array.Ndarray(w.shape, d, w.data)
	show := func(i int, x, y any) string { return fmt.Sprintf("element %d: got %v, want %v", i, y, x) }
	bits := map[array.Kind]int{array.Float16Kind: 11, array.Float32Kind: 24, array.Float64Kind: 53, array.Complex64Kind: 24, array.Complex128Kind: 53}[k]
	switch k {
	case array.Float16Kind, array.Float32Kind, array.Float64Kind:
		x, y := wa.Float64s(), g.Float64s()
		for i := range x {
			if !closeFloat(x[i], y[i], math.Abs(x[i]), tol, bits) {
				return show(i, x[i], y[i])
			}
		}
		return ""
	case array.Complex64Kind, array.Complex128Kind:
		x, y := wa.Complex128s(), g.Complex128s()
		for i := range x {
			if !closeComplex(x[i], y[i], tol, bits) {
				return show(i, x[i], y[i])
			}
		}
		return ""
	}
	return fmt.Sprintf("got %v, want %v", g, wa)
}

// closeFloat tells whether g answers w: the same bits, any NaN for a NaN, or
// within the tolerance. size is the magnitude that relative bounds refer to.
func closeFloat(w, g, size float64, tol *Tolerance, bits int) bool {
	if w != w || g != g {
		return w != w && g != g
	}
	if math.Float64bits(w) == math.Float64bits(g) {
		return true
	}
	if tol == nil || math.IsInf(w, 0) || math.IsInf(g, 0) {
		return false
	}
	if w == g { // zeros of different sign
		return tol.hasRelOrAbs
	}
	if w == 0 && g == 0 {
		return tol.hasRelOrAbs
	}
	limit := max(tol.ULP*unit(size, bits), tol.Rel*size, tol.Abs)
	return math.Abs(w-g) <= limit
}

// unit is the distance of numbers of a precision at w.
func unit(w float64, bits int) float64 {
	least := map[int]float64{11: math.Ldexp(1, -24), 24: math.Ldexp(1, -149), 53: math.SmallestNonzeroFloat64}[bits]
	if w == 0 {
		return least
	}
	_, e := math.Frexp(w) // w = f * 2^e, 1/2 <= f < 1
	return max(math.Ldexp(1, e-bits), least)
}

func closeComplex(w, g complex128, tol *Tolerance, bits int) bool {
	size := max(math.Abs(real(w)), math.Abs(imag(w)))
	return closeFloat(real(w), real(g), size, tol, bits) && closeFloat(imag(w), imag(g), size, tol, bits)
}
