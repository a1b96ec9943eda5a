package array

import (
	"slices"
	"strings"
)

// keywords are the options of one call, by name.
type keywords map[string]any

// options collects a call's options. takes are the names that the function
// has; another, or one that is given twice, is an Error that names it.
func options(op string, opts []Option, takes ...string) keywords {
	if len(opts) == 0 {
		return nil
	}
	k := keywords{}
	for _, o := range opts {
		if o == nil {
			continue
		}
		name, v := o.Keyword()
		if !slices.Contains(takes, name) {
			if len(takes) == 0 {
				fail(op, ErrType, "takes no options, but got %s", name)
			}
			fail(op, ErrType, "has no option %s; it takes %s", name, strings.Join(takes, ", "))
		}
		if _, ok := k[name]; ok {
			fail(op, ErrType, "got the option %s twice", name)
		}
		k[name] = v
	}
	return k
}

// split divides arguments of a variadic list into values and options.
func splitOptions(args []any) (values []any, opts []Option) {
	for _, a := range args {
		if o, ok := a.(Option); ok {
			opts = append(opts, o)
			continue
		}
		values = append(values, a)
	}
	return values, opts
}

func (k keywords) dtype() *Dtype {
	d, _ := k["dtype"].(*Dtype)
	return d
}

func (k keywords) flag(name string) bool {
	b, _ := k[name].(bool)
	return b
}

// order is the memory order that is asked for: 'C', 'F', 'A' or 'K'; or else.
func (k keywords) order(op string, or byte) byte {
	v, ok := k["order"]
	if !ok {
		return or
	}
	if s, _ := v.(string); len(s) == 1 && strings.Contains("CFAKcfak", s) {
		return strings.ToUpper(s)[0]
	}
	fail(op, ErrValue, "order is %v, want \"C\", \"F\", \"A\" or \"K\"", v)
	return 0
}

// axes are the axes that are asked for, none meaning all; ok is false when
// nothing was said.
func (k keywords) axes(op string, ndim int) (axes []int, ok bool) {
	v, ok := k["axis"]
	if !ok {
		return nil, false
	}
	list, _ := v.([]int)
	if len(list) == 0 {
		return nil, false // all, as NumPy's None
	}
	return normalizeAxes(op, list, ndim), true
}

// normalizeAxis makes an axis count from the first.
func normalizeAxis(op string, axis, ndim int) int {
	if axis < -ndim || axis >= ndim {
		fail(op, ErrAxis, "axis %d is out of bounds for array of dimension %d", axis, ndim)
	}
	if axis < 0 {
		axis += ndim
	}
	return axis
}

func normalizeAxes(op string, axes []int, ndim int) []int {
	out := make([]int, len(axes))
	for i, a := range axes {
		out[i] = normalizeAxis(op, a, ndim)
		if slices.Contains(out[:i], out[i]) {
			fail(op, ErrValue, "axis %d is given twice", a)
		}
	}
	return out
}

// ints reads a list of integers as shapes, axes and the like are given: ints,
// slices of them, integer arrays.
func ints(op string, args []any) []int {
	var out []int
	for _, a := range args {
		switch x := a.(type) {
		case int:
			out = append(out, x)
		case []int:
			out = append(out, x...)
		case []any:
			out = append(out, ints(op, x)...)
		case int8, int16, int32, int64, uint8, uint16, uint32, uint64, uint:
			n, _ := intOf(a)
			out = append(out, n)
		default:
			if arr, ok := asArray(a); ok && arr.dtype.kind.isInt() {
				out = append(out, arr.Ints()...)
				continue
			}
			fail(op, ErrType, "%v (%T) is no integer", a, a)
		}
	}
	return out
}
