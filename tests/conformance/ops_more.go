package main

import (
	"errors"
	"math/big"
	"strconv"
	"strings"

	"medkit/array"
)

// moreRows are operations that need some work on the runner's side: grids,
// tables of dtypes, printing, in-place assignment.
func moreRows(t map[string]row) {
	t["str"] = func(k *call) any { k.opts(); return k.arr(0).String() }
	t["repr"] = func(k *call) any { k.opts(); return k.arr(0).Repr() }
	t["array_str"], t["array_repr"] = t["str"], t["repr"]
	t["scalar_str"] = func(k *call) any { a := k.arr(0); return results{a.String(), a.Repr()} }
	t["tobytes"] = func(k *call) any { k.opts(); return k.arr(0).Tobytes() }
	t["item"] = func(k *call) any {
		var index []int
		for i := range k.in[1:] {
			index = append(index, k.int(i+1))
		}
		if len(index) == 1 && k.arr(0).Ndim() != 1 {
			need("item of a flat index")
		}
		return pythonNumber(k.arr(0).Item(index...))
	}
	t["may_share_memory"] = func(k *call) any {
		a := k.arr(0)
		return array.MayShareMemory(a.At(k.index(1)...), a.At(k.index(2)...))
	}
	t["setitem_iadd"] = func(k *call) any {
		a := k.arr(0).Copy()
		b := a.At(k.index(1)...)
		if b.IsScalar() { // a scalar plus v is another scalar
			a.Set(b.Add(k.arg(2)), k.index(1)...)
			return a
		}
		a.Set(b.IAdd(k.arg(2)), k.index(1)...)
		return a
	}
	t["setitem_overlap"] = func(k *call) any {
		a := k.arr(0).Copy()
		a.Set(a.At(k.index(2)...), k.index(1)...)
		return a
	}
	t["ogrid"] = func(k *call) any {
		keys, single := grid(k)
		g := array.Ogrid(keys...)
		if single {
			return g[0]
		}
		out := results{}
		for _, a := range g {
			out = append(out, a)
		}
		return out
	}
	t["mgrid"] = func(k *call) any {
		keys, single := grid(k)
		if single {
			return array.Ogrid(keys...)[0]
		}
		return array.Mgrid(keys...)
	}
	t["promote_types_table"] = func(k *call) any {
		return table(k.in[0], k.in[1], func(a, b *array.Dtype) any { return array.PromoteTypes(a, b).Typestr() })
	}
	t["can_cast_table"] = func(k *call) any {
		return table(k.in[1], k.in[2], func(a, b *array.Dtype) any { return array.CanCast(a, b, k.in[0].(string)) })
	}
	t["ufunc_dtype_table"] = func(k *call) any {
		f := ufunc2[k.in[0].(string)]
		if f == nil {
			need("the ufunc %v", k.in[0])
		}
		return table(k.in[1], k.in[2], func(a, b *array.Dtype) any { return f(array.Ones(2, a), array.Ones(2, b)).Typestr() })
	}
	t["ufunc_dtype_table1"] = func(k *call) any {
		f := ufunc1[k.in[0].(string)]
		if f == nil {
			need("the ufunc %v", k.in[0])
		}
		out := []any{}
		for _, d := range k.in[1].([]any) {
			out = append(out, cell(func() any { return f(array.Ones(2, dtypeArg(d))).Typestr() }))
		}
		return out
	}
}

// pythonNumber is an Item as the answers have it: integers are one kind.
func pythonNumber(v any) any {
	switch x := v.(type) {
	case int64:
		return int(x)
	case uint64:
		if x < 1<<63 {
			return int(x)
		}
		return new(big.Int).SetUint64(x)
	}
	return v
}

// table is a table of dtypes' combinations.
func table(rows, cols any, f func(a, b *array.Dtype) any) any {
	out := []any{}
	for _, r := range rows.([]any) {
		line := []any{}
		for _, c := range cols.([]any) {
			line = append(line, cell(func() any { return f(dtypeArg(r), dtypeArg(c)) }))
		}
		out = append(out, line)
	}
	return out
}

// cell is a value, or the kind of error that there is instead.
func cell(f func() any) (v any) {
	if err := array.Try(func() { v = f() }); err != nil {
		if errors.Is(err, array.ErrNotBuilt) {
			need("%v", err)
		}
		return errCell(kindOf(err))
	}
	return v
}

// grid is the subscript of ogrid and mgrid as strings.
func grid(k *call) (keys []string, single bool) {
	list, ok := k.in[0].([]any)
	if !ok {
		list, single = []any{k.in[0]}, true
	}
	for _, x := range list {
		s, ok := x.(slice)
		if !ok {
			need("a grid of %T", x)
		}
		var parts []string
		for _, p := range []any{s.start, s.stop, s.step} {
			parts = append(parts, gridNumber(p))
		}
		keys = append(keys, strings.TrimSuffix(strings.Join(parts, ":"), ":"))
	}
	return keys, single
}

func gridNumber(v any) string {
	switch x := v.(type) {
	case nil:
		return ""
	case int:
		return strconv.Itoa(x)
	case float64:
		s := strconv.FormatFloat(x, 'f', -1, 64)
		if !strings.Contains(s, ".") {
			s += ".0"
		}
		return s
	case complex128:
		if real(x) == 0 && imag(x) == float64(int(imag(x))) {
			return strconv.Itoa(int(imag(x))) + "j"
		}
	}
	need("a grid of %T", v)
	return ""
}
