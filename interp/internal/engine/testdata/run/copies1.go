// Generated: copies of structs and arrays between places of every kind.
package main

import "fmt"

type S1 struct {
	a int8
	b string
	c A2
}
type S2 struct {
	S1
	x   float64
	p   *S1
	arr A3
}
type A2 [2]int
type A3 [3]S1
type E0 struct{}
type W struct{ q *S1 }
type SL []S1
type namer interface{ name() string }

func (s S1) with(a int8) S1 { s.a += a; s.c[0]++; return s }
func (s *S1) set(a int8)    { s.a = a; s.c[1]++ }
func (s S1) name() string   { return s.b + "!" }
func (s S2) deep() S2       { s.arr[1].c[1] = 9; s.S1 = s.arr[1]; return s }
func (a A3) rot() A3        { a[0], a[1], a[2] = a[1], a[2], a[0]; return a }
func ex2(a A3) (s S2)       { s.arr = a; s.S1 = a[1]; s.p = &a[0]; return }

//go:noinline
func id[T any](x T) T { return x }
func cut(s string) string {
	if len(s) > 20 {
		return s[len(s)-15:]
	}
	return s
}
func show(n int, xs ...any) {
	fmt.Print(n)
	for _, x := range xs {
		switch v := x.(type) {
		case *S1:
			fmt.Print(" *", *v)
		case W:
			fmt.Print(" W", *v.q)
		case S2:
			p := v.p
			v.p = nil
			fmt.Print(" ", v, p != nil)
		default:
			fmt.Print(" ", v)
		}
	}
	fmt.Println()
}

var v7 S2 = S2{p: &S1{}}
var v25 W = W{&S1{}}
var v37 *S1 = &S1{}
var v40 SL = SL{{}, {}}

func main() {
	ix := 1
	sl := []S1{{}, {}}
	m := map[A2]S1{}
	_, _, _ = ix, sl, m
	defer func() { fmt.Println(recover()) }()
	var v1 S1 = S1{}
	_ = v1
	var v2 S1 = S1{}
	func() { _ = v2 }()
	v3 := make([]S1, 3)
	for i := range v3 {
		v3[i] = S1{}
	}
	var v4 [2]S1
	for i := range v4 {
		v4[i] = S1{}
	}
	var v5 struct {
		z string
		f S1
	}
	v5.f = S1{}
	var v6 S2 = S2{p: &S1{}}
	_ = v6
	v8 := new(S2)
	*v8 = S2{p: &S1{}}
	var v9 [2]S2
	for i := range v9 {
		v9[i] = S2{p: &S1{}}
	}
	v10 := map[int]S2{}
	for i := range 4 {
		v10[i] = S2{p: &S1{}}
	}
	var v11 A2 = A2{}
	_ = v11
	var v12 A2 = A2{}
	func() { _ = v12 }()
	v13 := new(A2)
	*v13 = A2{}
	var v14 struct {
		z string
		f A2
	}
	v14.f = A2{}
	v15 := map[int]A2{}
	for i := range 4 {
		v15[i] = A2{}
	}
	var v16 A3 = A3{}
	_ = v16
	var v17 A3 = A3{}
	func() { _ = v17 }()
	v18 := new(A3)
	*v18 = A3{}
	v19 := make([]A3, 3)
	for i := range v19 {
		v19[i] = A3{}
	}
	var v20 [2]A3
	for i := range v20 {
		v20[i] = A3{}
	}
	var v21 struct {
		z string
		f A3
	}
	v21.f = A3{}
	v22 := map[int]A3{}
	for i := range 4 {
		v22[i] = A3{}
	}
	var v23 W = W{&S1{}}
	_ = v23
	var v24 W = W{&S1{}}
	func() { _ = v24 }()
	v26 := new(W)
	*v26 = W{&S1{}}
	v27 := make([]W, 3)
	for i := range v27 {
		v27[i] = W{&S1{}}
	}
	var v28 [2]W
	for i := range v28 {
		v28[i] = W{&S1{}}
	}
	var v29 struct {
		z string
		f W
	}
	v29.f = W{&S1{}}
	v30 := map[int]W{}
	for i := range 4 {
		v30[i] = W{&S1{}}
	}
	var v31 E0 = E0{}
	_ = v31
	var v32 E0 = E0{}
	func() { _ = v32 }()
	v33 := new(E0)
	*v33 = E0{}
	var v34 [2]E0
	for i := range v34 {
		v34[i] = E0{}
	}
	var v35 *S1 = &S1{}
	_ = v35
	var v36 *S1 = &S1{}
	func() { _ = v36 }()
	var v38 struct {
		z string
		f *S1
	}
	v38.f = &S1{}
	var v39 SL = SL{{}, {}}
	_ = v39
	v41 := new(SL)
	*v41 = SL{{}, {}}
	var v42 struct {
		z string
		f SL
	}
	v42.f = SL{{}, {}}
	v43 := map[int]SL{}
	for i := range 4 {
		v43[i] = SL{{}, {}}
	}
	v20[ix&1] = v6.arr
	var i264616 namer = &(*v8)
	v19[ix&1][ix%3].b = cut(i264616.name())
	v1.b = cut((*v18)[0].b + cut(v38.f.b+""))
	var i355850 namer = v39[0]
	v19[ix&1][ix%3].b = cut(i355850.name())
	h401759 := v1.set
	h401759(5)
	show(4, v1, v2, v6, v7, v11, v12, v16, v17, v23, v24, v31, v32, v35, v36, v39, v40)
	f398650 := v3[ix&1].with
	v9[ix&1].arr[2] = f398650(3)
	sl = append(sl[:len(sl)&7], S1{a: v39[0].a, b: v37.b, c: v12}, v39[ix&1])
	v39[0] = sl[len(sl)-1]
	for i, e := range v40 {
		e.a++
		e.b = cut(e.b + "r")
		if i == 1 {
			v39[0] = e
		}
	}
	v23.q, v25 = any((*v26).q).(*S1), (*v26)
	f692954 := v4[ix&1].with
	v5.f = f692954(3)
	show(9, v1, v2, v6, v7, v11, v12, v16, v17, v23, v24, v31, v32, v35, v36, v39, v40)
	(*v8).x = v7.x
	for i := range v21.f {
		if i == 2 {
			continue
		}
		v16, v5.f.b = id(id(v19[ix&1])), v39[0].b
	}
	v7.b = "p"
	if (v16[0].c) == (*v13) {
		f452397 := v40[ix&1].with
		v4[ix&1] = f452397(3)
	} else {
		ix = (ix + 1) % 3
	}
	h488552 := v40[0].set
	h488552(5)
	show(14, v1, v2, v6, v7, v11, v12, v16, v17, v23, v24, v31, v32, v35, v36, v39, v40)
	v25 = W{&S1{1, cut(v35.b + v24.q.b), v1.c}}
	v39[ix&1].c, v5.f.c = v5.f.c, v39[ix&1].c
	for i, e := range v40 {
		e.a++
		e.b = cut(e.b + "r")
		if i == 1 {
			v39[ix&1] = e
		}
	}
	v7 = S2{v16[0], v7.x, &v5.f, v16}
	v39[ix&1].c[1], v37.c[ix&1] = v37.c[ix&1], v39[ix&1].c[1]
	show(19, v1, v2, v6, v7, v11, v12, v16, v17, v23, v24, v31, v32, v35, v36, v39, v40)
	v24.q.a, v35.b = v30[ix].q.a, ""
	if (E0{}) == (func() E0 { return (*v33) }()) {
		v6, v16 = id(id(v6)), id(v22[ix])
	} else {
		v43[ix][0] = v43[ix][ix&1].with(v37.a).with(v36.a)
	}
	v7 = v7
	for i := range v6.arr {
		if i == 2 {
			continue
		}
		v1.set(any(v1.a).(int8))
	}
	for i, e := range v43[ix] {
		e.a++
		e.b = cut(e.b + "r")
		if i == 1 {
			v42.f[ix&1] = e
		}
	}
	show(24, v1, v2, v6, v7, v11, v12, v16, v17, v23, v24, v31, v32, v35, v36, v39, v40)
	v28[ix&1].q.c[0] = 79
	ix = (ix + 1) % 3
	sl = append(sl[:len(sl)&7], *(*v26).q, v2)
	v4[ix&1] = sl[len(sl)-1]
	v19[ix&1], v17 = v17, v19[ix&1]
	func() { x := ex2(v22[ix]).S1; y := x; y.a = 77; defer func() { v1 = x }(); x.b = cut(y.b + "d") }()
	show(29, v1, v2, v6, v7, v11, v12, v16, v17, v23, v24, v31, v32, v35, v36, v39, v40)
	sl = append(sl[:len(sl)&7], v20[ix&1][2], func() S1 { return v20[ix&1][ix%3] }())
	v43[ix][ix&1] = sl[len(sl)-1]
	for i := range v20[ix&1] {
		if i == 2 {
			continue
		}
		if (v22[ix]) == (*v18) {
			sl = append(sl[:len(sl)&7], func() S1 { return v2 }(), S1{v7.a, v6.b, v3[ix&1].c})
			v19[ix&1][ix%3] = sl[len(sl)-1]
		} else {
			v42.f[ix&1].set(v35.a)
		}
	}
	f179034 := v20[ix&1][0].with
	v2 = f179034(3)
	v35, (*v26) = v9[ix&1].p, v28[ix&1]
	v29.f = (*v26)
	show(34, v1, v2, v6, v7, v11, v12, v16, v17, v23, v24, v31, v32, v35, v36, v39, v40)
	v19[ix&1][ix%3], v3[ix&1].b = (*v8).S1, cut(v39[0].b+v2.name())
	v7.x = (*v8).x
	h408977 := v4[ix&1].set
	h408977(5)
	f529409 := v5.f.with
	v40[0] = f529409(3)
	v6 = v7
	show(39, v1, v2, v6, v7, v11, v12, v16, v17, v23, v24, v31, v32, v35, v36, v39, v40)
	v2, v19[ix&1][2].a = S1{a: v10[ix].arr[ix%3].a, b: cut(v23.q.b + v16[ix%3].name()), c: v7.p.c}, v24.q.a
	ix = (ix + 1) % 3
	v17 = A3{*v37, 2: S1{v2.a, any(v2.b).(string), v10[ix].arr[0].c}}
	sl = append(sl[:len(sl)&7], v1, S1{v3[ix&1].a, v4[ix&1].b, v35.c})
	v3[ix&1] = sl[len(sl)-1]
	v35.b = any(v29.f.q.b).(string)
	show(44, v1, v2, v6, v7, v11, v12, v16, v17, v23, v24, v31, v32, v35, v36, v39, v40)
	if (S1{b: v25.q.b}) == (S1{b: v1.b}) {
		v11 = A2{len(cut(v2.b + v7.arr[ix%3].name())), func() int { return id(v14.f[0]) }()}
	} else {
		(*v8).x = (*v8).x
	}
	sl = append(sl[:len(sl)&7], v40[ix&1], S1{b: v37.b})
	v2 = sl[len(sl)-1]
	h850376 := v3[ix&1].set
	h850376(5)
	for i := range (*v8).arr {
		if i == 2 {
			continue
		}
		if (A2{v14.f[0], v25.q.c[ix&1]}) == (v15[ix]) {
			(*v18)[2].a = -7
		} else {
			var i313678 namer = &(*v8)
			v3[ix&1].b = cut(i313678.name())
		}
	}
	for i, e := range v16 {
		e.a++
		e.b = cut(e.b + "r")
		if i == 1 {
			v2 = e
		}
	}
	show(49, v1, v2, v6, v7, v11, v12, v16, v17, v23, v24, v31, v32, v35, v36, v39, v40)
	show(-1, v1)
	show(-1, v2)
	show(-1, v3[ix&1])
	show(-1, v4[ix&1])
	show(-1, v5.f)
	show(-1, v6)
	show(-1, v7)
	show(-1, (*v8))
	show(-1, v9[ix&1])
	show(-1, v10[ix])
	show(-1, v11)
	show(-1, v12)
	show(-1, (*v13))
	show(-1, v14.f)
	show(-1, v15[ix])
	show(-1, v16)
	show(-1, v17)
	show(-1, (*v18))
	show(-1, v19[ix&1])
	show(-1, v20[ix&1])
	show(-1, v21.f)
	show(-1, v22[ix])
	show(-1, v23)
	show(-1, v24)
	show(-1, v25)
	show(-1, (*v26))
	show(-1, v27[ix&1])
	show(-1, v28[ix&1])
	show(-1, v29.f)
	show(-1, v30[ix])
	show(-1, v31)
	show(-1, v32)
	show(-1, (*v33))
	show(-1, v34[ix&1])
	show(-1, v35)
	show(-1, v36)
	show(-1, v37)
	show(-1, v38.f)
	show(-1, v39)
	show(-1, v40)
	show(-1, (*v41))
	show(-1, v42.f)
	show(-1, v43[ix])
}
