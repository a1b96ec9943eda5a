package array

import "slices"

func sameShape(a, b []int) bool { return slices.Equal(a, b) }

// broadcastShape is the shape that operands broadcast to. See
// https://numpy.org/doc/stable/user/basics.broadcasting.html.
func broadcastShape(op string, shapes ...[]int) []int {
	n := 0
	for _, s := range shapes {
		n = max(n, len(s))
	}
	out := make([]int, n)
	for i := range out {
		out[i] = 1
	}
	for _, s := range shapes {
		for i, d := range s {
			k := n - len(s) + i
			switch {
			case out[k] == d || d == 1:
			case out[k] == 1:
				out[k] = d
			default:
				cannotBroadcast(op, shapes)
			}
		}
	}
	return out
}

func cannotBroadcast(op string, shapes [][]int) {
	text := ""
	for i, s := range shapes {
		if i > 0 {
			text += " "
		}
		text += shapeString(s)
	}
	failShapes(op, ErrValue, shapes, "operands could not be broadcast together with shapes %s", text)
}

// broadcastTo is a view of a with the shape; stretched axes have stride 0.
func (a *Array) broadcastTo(op string, shape []int) *Array {
	if sameShape(a.shape, shape) {
		return a
	}
	lead := len(shape) - len(a.shape)
	if lead < 0 {
		failShapes(op, ErrValue, [][]int{a.shape, shape}, "could not broadcast input array from shape %s into shape %s", shapeString(a.shape), shapeString(shape))
	}
	b := *a
	b.shape, b.strides, b.view, b.scalar = slices.Clone(shape), make([]int, len(shape)), true, false
	for i, n := range a.shape {
		switch {
		case n == shape[lead+i]:
			b.strides[lead+i] = a.strides[i]
		case n != 1:
			failShapes(op, ErrValue, [][]int{a.shape, shape}, "could not broadcast input array from shape %s into shape %s", shapeString(a.shape), shapeString(shape))
		}
	}
	return &b
}

// BroadcastTo is a read-only view of a with the given shape: axes of length one
// are repeated, with stride 0, and new axes come first.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.broadcast_to.html.
func BroadcastTo(a any, shape ...any) *Array {
	checkShape("BroadcastTo", ints("BroadcastTo", shape))
	b := *operandOf("BroadcastTo", a).broadcastTo("BroadcastTo", ints("BroadcastTo", shape))
	b.ro, b.view, b.scalar = true, true, false
	return &b
}

// BroadcastShapes is the shape that arrays of these shapes broadcast to.
//
// See https://numpy.org/doc/stable/reference/generated/numpy.broadcast_shapes.html.
func BroadcastShapes(shapes ...[]int) []int {
	for _, s := range shapes {
		checkShape("BroadcastShapes", s)
	}
	return broadcastShape("BroadcastShapes", shapes...)
}
