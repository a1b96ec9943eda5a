package main

import (
	"encoding/json"
	"math/big"
	"slices"

	"medkit/array"
	"medkit/array/opt"
)

func optOffset(n int) array.Option    { return opt.Offset(n) }
func optStrides(s []int) array.Option { return opt.Strides(s...) }

// call is a case on its way to a row.
type call struct {
	in   []any
	kw   map[string]any
	used map[string]bool
}

func newCall(c *Case) *call {
	k := &call{kw: map[string]any{}, used: map[string]bool{}}
	for _, raw := range c.In {
		k.in = append(k.in, decode(raw, false))
	}
	for n, raw := range c.Kw {
		k.kw[n] = decode(raw, false)
	}
	return k
}

// arg is the i-th argument as the library takes operands: lists become nested
// slices, big integers are what Go has for them.
func (k *call) arg(i int) any {
	if i >= len(k.in) {
		need("argument %d", i)
	}
	return operand(k.in[i])
}

func operand(v any) any {
	switch x := v.(type) {
	case []any:
		out := make([]any, len(x))
		for i, e := range x {
			out[i] = operand(e)
		}
		return out
	case tuple:
		return operand([]any(x))
	case *big.Int:
		if x.IsUint64() {
			need("a Python integer beyond int64")
		}
		need("a Python integer beyond 64 bits")
	case string, []byte, nil, dtype, mapping:
		need("an operand like %v", v)
	}
	return v
}

// arr is the i-th argument as an array.
func (k *call) arr(i int) *array.Array {
	v := k.arg(i)
	if a, ok := v.(*array.Array); ok {
		return a
	}
	a := array.From(v)
	switch v.(type) {
	case int, float64, complex128, bool:
		return a.At() // a number is a scalar
	}
	return a
}

// ints reads shapes, axes and the like.
func (k *call) ints(i int) []int { return intList(k.in[i]) }

func intList(v any) []int {
	switch x := v.(type) {
	case int:
		return []int{x}
	case tuple:
		return intList([]any(x))
	case []any:
		out := []int{}
		for _, e := range x {
			n, ok := e.(int)
			if !ok {
				need("a list of %T where integers go", e)
			}
			out = append(out, n)
		}
		return out
	case *array.Array:
		if !x.IsScalar() {
			return x.Ints()
		}
		return []int{x.Int()}
	}
	need("%T where integers go", v)
	return nil
}

func (k *call) int(i int) int {
	l := k.ints(i)
	if len(l) != 1 {
		need("one integer")
	}
	return l[0]
}

// float is a number, or what it is when the case leaves it out.
func (k *call) float(i int, or float64) float64 {
	if i >= len(k.in) {
		return or
	}
	switch x := k.in[i].(type) {
	case int:
		return float64(x)
	case float64:
		return x
	}
	need("%T where a float goes", k.in[i])
	return 0
}

// opts turns the keywords of these names into options. All that the case has
// must be among them.
func (k *call) opts(names ...string) []array.Option {
	var out []array.Option
	for n, v := range k.kw {
		if k.used[n] {
			continue
		}
		if !slices.Contains(names, n) {
			need("the argument %s", n)
		}
		if o := option(n, v); o != nil {
			out = append(out, o)
		}
	}
	return out
}

func option(name string, v any) array.Option {
	if v == nil {
		if name == "axis" {
			return opt.Axis()
		}
		return nil
	}
	switch name {
	case "axis":
		return opt.Axis(intList(v)...)
	case "dtype":
		return dtypeArg(v)
	case "order":
		return opt.Order(v.(string))
	case "casting":
		return opt.Casting(v.(string))
	case "keepdims":
		if v == true {
			return opt.Keepdims
		}
		return nil
	case "initial":
		return opt.Initial(operand(v))
	case "where":
		return opt.Where(operand(v))
	case "copy":
		if b, ok := v.(bool); ok {
			return opt.Copy(b)
		}
	case "ndmin":
		return opt.Ndmin(v.(int))
	case "num":
		return opt.Num(v.(int))
	case "endpoint":
		return opt.Endpoint(v.(bool))
	case "M":
		return opt.M(v.(int))
	case "k":
		return opt.K(v.(int))
	}
	need("the argument %s", name)
	return nil
}

// dtypeArg is an argument that names a dtype.
func dtypeArg(v any) *array.Dtype {
	switch x := v.(type) {
	case dtype:
		return dtypeOf(x.spec)
	case string:
		return dtypeOf(x)
	}
	need("a dtype given as %T", v)
	return nil
}

// take removes a keyword, for rows that treat it themselves.
func (k *call) take(name string) (any, bool) {
	v, ok := k.kw[name]
	k.used[name] = true
	return v, ok
}

// index is a subscript as At takes it.
func (k *call) index(i int) []any {
	var out []any
	for _, x := range k.in[i].([]any) {
		out = append(out, indexItem(x))
	}
	return out
}

func indexItem(x any) any {
	switch x := x.(type) {
	case nil:
		return array.Newaxis
	case ellipsis:
		return "..."
	case slice:
		for _, p := range []any{x.start, x.stop, x.step} {
			if _, ok := p.(*array.Array); ok {
				continue
			}
			if _, ok := p.(int); p != nil && !ok {
				need("a slice with %T", p)
			}
		}
		return array.Slice{Start: sliceInt(x.start), Stop: sliceInt(x.stop), Step: sliceInt(x.step)}
	case int, bool:
		return x
	case *array.Array:
		return x
	case []any:
		if len(x) == 0 {
			return []int{}
		}
		return operand(x)
	}
	need("an index like %v", x)
	return nil
}

func sliceInt(v any) any {
	if a, ok := v.(*array.Array); ok {
		return a.Int()
	}
	return v
}

// raw is JSON of a case, for messages.
func raw(m []json.RawMessage) string {
	b, err := json.Marshal(m)
	if err != nil {
		return err.Error()
	}
	if len(b) > 400 {
		return string(b[:400]) + "…"
	}
	return string(b)
}
