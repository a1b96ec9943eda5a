package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/big"
	"strconv"

	"medkit/array"
)

// unsupported is the panic of a case that needs what is not there.
type unsupported string

func need(format string, args ...any) { panic(unsupported(fmt.Sprintf(format, args...))) }

// A Case is one line of a file.
type Case struct {
	ID  string                     `json:"id"`
	Op  string                     `json:"op"`
	In  []json.RawMessage          `json:"in"`
	Kw  map[string]json.RawMessage `json:"kw"`
	Out []json.RawMessage          `json:"out"`
	Err string                     `json:"err"`
	Tol *Tolerance                 `json:"tol"`
	Cmp string                     `json:"cmp"`
}

// Tolerance bounds the difference of floating-point results.
type Tolerance struct {
	ULP, Rel, Abs float64
	hasRelOrAbs   bool // a zero's sign does not count
}

// UnmarshalJSON notes which bounds are present.
func (t *Tolerance) UnmarshalJSON(b []byte) error {
	var m map[string]any
	if err := json.Unmarshal(b, &m); err != nil {
		return err
	}
	bound := func(name string) float64 {
		switch x := m[name].(type) {
		case float64:
			return x
		case map[string]any:
			return float(x["f"])
		}
		return 0
	}
	*t = Tolerance{ULP: bound("ulp"), Rel: bound("rel"), Abs: bound("abs"), hasRelOrAbs: m["rel"] != nil || m["abs"] != nil}
	return nil
}

// Values that Go has no type for.
type (
	tuple    []any
	ellipsis struct{}
	slice    struct{ start, stop, step any }
	dtype    struct{ spec any } // a string, or structured
	mapping  struct {
		keys   []string
		values []any
	}
	errCell string
	// expected is an array of a result, with what only results have.
	expected struct {
		spec    any
		shape   []int
		data    []byte
		scalar  bool
		view    int // 1 a view, 0 own memory, -1 not said
		strides []int
		offset  int
	}
)

// decode turns JSON into a value. Arrays become *array.Array, with result set
// expected.
func decode(raw json.RawMessage, result bool) any {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		panic(fmt.Errorf("not JSON: %w", err))
	}
	return value(v, result)
}

func value(v any, result bool) any {
	switch x := v.(type) {
	case nil, bool, string:
		return x
	case json.Number:
		n, err := strconv.Atoi(x.String())
		if err != nil {
			panic(err)
		}
		return n
	case []any:
		out := make([]any, len(x))
		for i, e := range x {
			out[i] = value(e, result)
		}
		return out
	case map[string]any:
		return object(x, result)
	}
	panic(fmt.Sprintf("%T in JSON", v))
}

func object(m map[string]any, result bool) any {
	has := func(k string) bool { _, ok := m[k]; return ok }
	switch {
	case has("int"):
		n, ok := new(big.Int).SetString(m["int"].(string), 10)
		if !ok {
			panic("not an integer: " + m["int"].(string))
		}
		if n.IsInt64() {
			return int(n.Int64())
		}
		return n
	case has("f"):
		return float(m["f"])
	case has("c"):
		p := m["c"].([]any)
		return complex(float(p[0]), float(p[1]))
	case has("tu"):
		return tuple(value(m["tu"], result).([]any))
	case has("sl"):
		p := value(m["sl"], result).([]any)
		return slice{p[0], p[1], p[2]}
	case has("el"):
		return ellipsis{}
	case has("dt"):
		return dtype{m["dt"]}
	case has("b64"):
		return bytesOf(m["b64"])
	case has("map"):
		var out mapping
		for _, e := range m["map"].([]any) {
			p := e.([]any)
			out.keys = append(out.keys, p[0].(string))
			out.values = append(out.values, value(p[1], result))
		}
		return out
	case has("err"):
		return errCell(m["err"].(string))
	case has("ma"), has("masked"):
		need("masked arrays")
	case has("d"):
		e := arrayOf(m)
		if result {
			return e
		}
		return e.build(m)
	}
	panic(fmt.Sprintf("unknown value %v", m))
}

func float(v any) float64 {
	f, err := strconv.ParseFloat(v.(string), 64)
	if err != nil {
		panic(err)
	}
	return f
}

func bytesOf(v any) []byte {
	b, err := base64.StdEncoding.DecodeString(v.(string))
	if err != nil {
		panic(err)
	}
	return b
}

func intsOf(v any) []int {
	if v == nil {
		return nil
	}
	out := []int{}
	for _, e := range v.([]any) {
		n, err := strconv.Atoi(e.(json.Number).String())
		if err != nil {
			panic(err)
		}
		out = append(out, n)
	}
	return out
}

func number(v any) int {
	if v == nil {
		return 0
	}
	n, err := strconv.Atoi(v.(json.Number).String())
	if err != nil {
		panic(err)
	}
	return n
}

// arrayOf reads the description of an array.
func arrayOf(m map[string]any) *expected {
	e := &expected{spec: m["d"], shape: intsOf(m["s"]), scalar: m["sc"] != nil, view: -1, strides: intsOf(m["t"]), offset: number(m["o"])}
	if v, ok := m["view"]; ok {
		e.view = number(v)
	}
	if m["ar"] != nil {
		n := 1
		for _, s := range e.shape {
			n *= s
		}
		shape := make([]any, len(e.shape))
		for i, s := range e.shape {
			shape[i] = s
		}
		e.data = array.Arange(n).Reshape(shape...).Astype(dtypeOf(e.spec)).Tobytes()
		return e
	}
	e.data = bytesOf(m["b"])
	return e
}

// build makes the argument.
func (e *expected) build(m map[string]any) *array.Array {
	d := dtypeOf(e.spec)
	strided := m["t"] != nil && m["view"] == nil
	if strided {
		return array.Ndarray(e.shape, d, append([]byte(nil), e.data...), optOffset(e.offset), optStrides(e.strides))
	}
	a := array.Ndarray(e.shape, d, e.data).Copy()
	if e.scalar {
		return a.At() // the scalar itself
	}
	return a
}

// dtypeOf is a dtype that the library has.
func dtypeOf(spec any) *array.Dtype {
	s, ok := spec.(string)
	if !ok {
		need("structured dtypes")
	}
	var d *array.Dtype
	if err := array.Try(func() { d = array.DtypeOf(s) }); err != nil {
		panic(err)
	}
	switch d.Kind() {
	case array.BytesKind, array.TextKind, array.VoidKind:
		need("dtype %s", s)
	}
	return d
}
