package main

import (
	"medkit/array"
	"medkit/array/opt"
	"medkit/array/random"
)

// A row performs an operation of the vocabulary (data/vocabulary.txt). It gives
// one result or, as results, several.
type row func(k *call) any

type results []any

var ufunc2 = map[string]array.Binary{
	"add": array.Add, "subtract": array.Subtract, "multiply": array.Multiply, "divide": array.Divide, "true_divide": array.Divide,
	"floor_divide": array.FloorDivide, "remainder": array.Remainder, "mod": array.Remainder, "power": array.Power,
	"equal": array.Equal, "not_equal": array.NotEqual, "less": array.Less, "less_equal": array.LessEqual,
	"greater": array.Greater, "greater_equal": array.GreaterEqual, "maximum": array.Maximum, "minimum": array.Minimum,
	"logical_and": array.LogicalAnd, "logical_or": array.LogicalOr, "logical_xor": array.LogicalXor,
	"bitwise_and": array.BitwiseAnd, "bitwise_or": array.BitwiseOr, "bitwise_xor": array.BitwiseXor,
	"hypot": array.Hypot, "arctan2": array.Arctan2, "copysign": array.Copysign,
}

var ufunc1 = map[string]array.Unary{
	"negative": array.Negative, "absolute": array.Absolute, "square": array.Square, "sqrt": array.Sqrt, "logical_not": array.LogicalNot,
	"floor": array.Floor, "ceil": array.Ceil, "trunc": array.Trunc, "rint": array.Rint,
	"isnan": array.Isnan, "isinf": array.Isinf, "isfinite": array.Isfinite, "conjugate": array.Conjugate,
	"exp": array.Exp, "exp2": array.Exp2, "expm1": array.Expm1, "log": array.Log, "log2": array.Log2, "log10": array.Log10, "log1p": array.Log1p,
	"sin": array.Sin, "cos": array.Cos, "tan": array.Tan, "arcsin": array.Arcsin, "arccos": array.Arccos, "arctan": array.Arctan,
	"sinh": array.Sinh, "cosh": array.Cosh, "tanh": array.Tanh, "cbrt": array.Cbrt,
}

// rows is the table of operations.
func rows() map[string]row {
	t := map[string]row{
		"array":      func(k *call) any { return array.From(k.arg(0), k.opts("dtype", "copy", "order", "ndmin")...) },
		"zeros":      func(k *call) any { return array.Zeros(shape(k, 0, "dtype", "order")...) },
		"ones":       func(k *call) any { return array.Ones(shape(k, 0, "dtype", "order")...) },
		"full":       func(k *call) any { return array.Full(k.ints(0), k.arg(1), k.opts("dtype", "order")...) },
		"zeros_like": func(k *call) any { return array.ZerosLike(k.arg(0), k.opts("dtype", "order")...) },
		"ones_like":  func(k *call) any { return array.OnesLike(k.arg(0), k.opts("dtype", "order")...) },
		"full_like":  func(k *call) any { return array.FullLike(k.arg(0), k.arg(1), k.opts("dtype", "order")...) },
		"empty_shape": func(k *call) any {
			a := array.Empty(shape(k, 0, "dtype", "order")...)
			return results{a.Shape(), a.Dtype(), a.Strides()}
		},
		"eye":      func(k *call) any { return array.Eye(k.int(0), k.opts("M", "k", "dtype", "order")...) },
		"identity": func(k *call) any { return array.Identity(k.int(0), k.opts("dtype")...) },
		"arange": func(k *call) any {
			var args []any
			for i := range k.in {
				args = append(args, k.arg(i))
			}
			for _, o := range k.opts("dtype") {
				args = append(args, o)
			}
			return array.Arange(args...)
		},
		"linspace": func(k *call) any { return array.Linspace(k.arg(0), k.arg(1), k.opts("num", "endpoint", "dtype")...) },
		"copy":     func(k *call) any { return array.Copy(k.arg(0), k.opts("order")...) },

		"broadcast_to": func(k *call) any { return array.BroadcastTo(k.arg(0), k.ints(1)) },
		"broadcast_shapes": func(k *call) any {
			var shapes [][]int
			for i := range k.in {
				shapes = append(shapes, k.ints(i))
			}
			return array.BroadcastShapes(shapes...)
		},

		"getitem":       func(k *call) any { return k.arr(0).At(k.index(1)...) },
		"getitem_shape": func(k *call) any { return k.arr(0).At(k.index(1)...).Shape() },
		"setitem": func(k *call) any {
			a := k.arr(0).Copy(opt.Order("K"))
			a.Set(k.arg(2), k.index(1)...)
			return a
		},
		"nonzero": func(k *call) any {
			var out results
			for _, x := range array.Nonzero(k.arg(0)) {
				out = append(out, x)
			}
			return out
		},
		"len": func(k *call) any { return k.arr(0).Len() },

		"reshape": func(k *call) any {
			args := []any{k.ints(1)}
			for _, o := range k.opts("order") {
				args = append(args, o)
			}
			return k.arr(0).Reshape(args...)
		},
		"transpose": func(k *call) any {
			axes, ok := k.take("axes")
			k.opts()
			if !ok || axes == nil {
				return k.arr(0).Transpose()
			}
			return k.arr(0).Transpose(intList(axes))
		},
		"T":        func(k *call) any { return k.arr(0).T() },
		"swapaxes": func(k *call) any { return k.arr(0).Swapaxes(k.int(1), k.int(2)) },
		"ravel":    func(k *call) any { return k.arr(0).Ravel(k.opts("order")...) },
		"flatten": func(k *call) any {
			k.opts()
			return k.arr(0).Flatten()
		},
		"squeeze":     func(k *call) any { return k.arr(0).Squeeze(k.opts("axis")...) },
		"expand_dims": func(k *call) any { return array.ExpandDims(k.arg(0), k.int(1)) },
		"copy_K":      func(k *call) any { return array.Add(k.arr(0), 0) },
		"shape":       func(k *call) any { return k.arr(0).Shape() },
		"ndim":        func(k *call) any { return k.arr(0).Ndim() },
		"as_strided_view": func(k *call) any {
			return array.AsStrided(k.arr(0), k.ints(1), k.ints(2))
		},

		"array_equal": func(k *call) any {
			k.opts()
			return array.ArrayEqual(k.arg(0), k.arg(1))
		},
		"promote_types": func(k *call) any { return array.PromoteTypes(dtypeArg(k.in[0]), dtypeArg(k.in[1])) },
		"can_cast": func(k *call) any {
			rule, ok := k.take("casting")
			if !ok {
				rule = "safe"
			}
			return array.CanCast(dtypeArg(k.in[0]), dtypeArg(k.in[1]), rule.(string))
		},
		"astype": func(k *call) any {
			k.take("copy")
			return k.arr(0).Astype(dtypeArg(k.in[1]), k.opts("casting")...)
		},
		"dtype_str":  func(k *call) any { return dtypeArg(k.in[0]).String() },
		"dtype_repr": func(k *call) any { return dtypeArg(k.in[0]).GoString() },
		"dtype_equal": func(k *call) any {
			return dtypeArg(k.in[0]).Equal(dtypeArg(k.in[1]))
		},
		"print": func(k *call) any {
			k.opts()
			a := k.arr(0)
			return results{a.String(), a.Repr()}
		},

		"sum":    reduction((*array.Array).Sum),
		"prod":   reduction((*array.Array).Prod),
		"max":    reduction((*array.Array).Max),
		"min":    reduction((*array.Array).Min),
		"any":    reduction((*array.Array).Any),
		"all":    reduction((*array.Array).All),
		"argmin": func(k *call) any { return k.arr(0).Argmin(k.opts("axis", "keepdims")...) },
		"argmax": func(k *call) any { return k.arr(0).Argmax(k.opts("axis", "keepdims")...) },
		"mean":   func(k *call) any { return k.arr(0).Mean(k.opts("axis", "dtype", "keepdims")...) },
	}
	for name, f := range ufunc2 {
		t[name] = func(k *call) any { return f(k.arg(0), k.arg(1), k.opts("dtype", "casting")...) }
		t[name+".reduce"] = func(k *call) any {
			return f.Reduce(k.arg(0), k.opts("axis", "dtype", "keepdims", "initial", "where")...)
		}
		t[name+".outer"] = func(k *call) any { return f.Outer(k.arg(0), k.arg(1), k.opts()...) }
	}
	for name, f := range ufunc1 {
		t[name] = func(k *call) any { return f(k.arg(0), k.opts("dtype", "casting")...) }
	}
	for name, f := range map[string]func(a *array.Array, b any) *array.Array{
		"add": (*array.Array).IAdd, "subtract": (*array.Array).ISub, "multiply": (*array.Array).IMul, "divide": (*array.Array).IDiv,
		"floor_divide": (*array.Array).IFloorDivide, "remainder": (*array.Array).IRemainder, "power": (*array.Array).IPower,
	} {
		t["inplace."+name] = func(k *call) any {
			k.opts()
			a := array.From(k.arg(0))
			return f(a, k.arg(1))
		}
	}
	for name, f := range map[string]func(r *random.RandomState, k *call, size []any) *array.Array{
		"random_sample": func(r *random.RandomState, _ *call, size []any) *array.Array { return r.RandomSample(size...) },
		"random":        func(r *random.RandomState, _ *call, size []any) *array.Array { return r.Random(size...) },
		"uniform": func(r *random.RandomState, k *call, size []any) *array.Array {
			return r.Uniform(k.float(1, 0), k.float(2, 1), size...)
		},
		"randint": func(r *random.RandomState, k *call, size []any) *array.Array {
			if len(k.in) < 3 {
				return r.Randint(0, k.int(1), size...)
			}
			return r.Randint(k.int(1), k.int(2), size...)
		},
	} {
		t["RandomState."+name] = func(k *call) any {
			size, given := k.take("size")
			k.opts()
			r := random.NewRandomState(seedOf(k))
			if !given || size == nil {
				return f(r, k, nil).Item()
			}
			return f(r, k, []any{intList(size)})
		}
	}
	t["RandomState.rand"] = func(k *call) any {
		k.opts()
		var size []any
		for i := range k.in[1:] {
			size = append(size, k.int(i+1))
		}
		a := random.NewRandomState(seedOf(k)).Rand(size...)
		if len(size) == 0 {
			return a.Item()
		}
		return a
	}
	t["RandomState.permutation"] = func(k *call) any {
		k.opts()
		return random.NewRandomState(seedOf(k)).Permutation(k.arg(1))
	}
	t["RandomState.shuffle"] = func(k *call) any {
		a := k.arr(1).Copy()
		random.NewRandomState(seedOf(k)).Shuffle(a)
		return a
	}
	t["RandomState.skip"] = func(k *call) any {
		r := random.NewRandomState(seedOf(k))
		r.RandomSample(k.int(1))
		return r.RandomSample(k.int(2))
	}
	t["deck.kslice"] = func(k *call) any {
		r := random.NewRandomState(seedOf(k))
		r.RandomSample(15, 12, 16, 3)
		r.RandomSample(15, 12, 16, 3)
		return r.Randint(k.int(1), k.int(2), k.ints(3))
	}
	// ufuncs by name, into an array
	t["ufunc_out"] = func(k *call) any {
		k.opts()
		return intoOut(k, opt.Out, 2)
	}
	t["masked_ufunc"] = func(k *call) any {
		k.opts()
		return intoOut(k, opt.Out, 3, opt.Where(operand(k.in[2])))
	}
	moreRows(t)
	return t
}

// seedOf is the first argument as NewRandomState takes it.
func seedOf(k *call) any {
	if l, ok := k.in[0].([]any); ok {
		return intList(l)
	}
	return k.int(0)
}

func intoOut(k *call, out func(any) array.Option, first int, opts ...array.Option) any {
	name, _ := k.in[0].(string)
	a := k.arr(1).Copy(opt.Order("K"))
	opts = append(opts, out(a))
	if f := ufunc1[name]; f != nil && len(k.in) == first+1 {
		f(k.arg(first), opts...)
		return a
	}
	if f := ufunc2[name]; f != nil && len(k.in) == first+2 {
		f(k.arg(first), k.arg(first+1), opts...)
		return a
	}
	need("the ufunc %s", name)
	return nil
}

func reduction(f func(*array.Array, ...array.Option) *array.Array) row {
	return func(k *call) any { return f(k.arr(0), k.opts("axis", "dtype", "keepdims", "initial", "where")...) }
}

// shape is a shape argument with options, as Zeros takes it.
func shape(k *call, i int, names ...string) []any {
	out := []any{k.ints(i)}
	for _, o := range k.opts(names...) {
		out = append(out, o)
	}
	return out
}
