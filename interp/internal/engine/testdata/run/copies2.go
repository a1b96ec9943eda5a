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

var v17 A3 = A3{}
var v24 W = W{&S1{}}
var v36 SL = SL{{}, {}}

func main() {
	ix := 1
	sl := []S1{{}, {}}
	m := map[A2]S1{}
	_, _, _ = ix, sl, m
	defer func() { fmt.Println(recover()) }()
	var v1 S1 = S1{}
	_ = v1
	v2 := new(S1)
	*v2 = S1{}
	v3 := make([]S1, 3)
	for i := range v3 {
		v3[i] = S1{}
	}
	var v4 S2 = S2{p: &S1{}}
	_ = v4
	var v5 S2 = S2{p: &S1{}}
	func() { _ = v5 }()
	v6 := make([]S2, 3)
	for i := range v6 {
		v6[i] = S2{p: &S1{}}
	}
	var v7 [2]S2
	for i := range v7 {
		v7[i] = S2{p: &S1{}}
	}
	var v8 struct {
		z string
		f S2
	}
	v8.f = S2{p: &S1{}}
	v9 := map[int]S2{}
	for i := range 4 {
		v9[i] = S2{p: &S1{}}
	}
	var v10 A2 = A2{}
	_ = v10
	v11 := make([]A2, 3)
	for i := range v11 {
		v11[i] = A2{}
	}
	var v12 [2]A2
	for i := range v12 {
		v12[i] = A2{}
	}
	var v13 struct {
		z string
		f A2
	}
	v13.f = A2{}
	v14 := map[int]A2{}
	for i := range 4 {
		v14[i] = A2{}
	}
	var v15 A3 = A3{}
	_ = v15
	var v16 A3 = A3{}
	func() { _ = v16 }()
	v18 := new(A3)
	*v18 = A3{}
	v19 := make([]A3, 3)
	for i := range v19 {
		v19[i] = A3{}
	}
	var v20 struct {
		z string
		f A3
	}
	v20.f = A3{}
	v21 := map[int]A3{}
	for i := range 4 {
		v21[i] = A3{}
	}
	var v22 W = W{&S1{}}
	_ = v22
	var v23 W = W{&S1{}}
	func() { _ = v23 }()
	v25 := new(W)
	*v25 = W{&S1{}}
	v26 := make([]W, 3)
	for i := range v26 {
		v26[i] = W{&S1{}}
	}
	var v27 [2]W
	for i := range v27 {
		v27[i] = W{&S1{}}
	}
	var v28 E0 = E0{}
	_ = v28
	var v29 E0 = E0{}
	func() { _ = v29 }()
	var v30 *S1 = &S1{}
	_ = v30
	var v31 *S1 = &S1{}
	func() { _ = v31 }()
	v32 := make([]*S1, 3)
	for i := range v32 {
		v32[i] = &S1{}
	}
	v33 := map[int]*S1{}
	for i := range 4 {
		v33[i] = &S1{}
	}
	var v34 SL = SL{{}, {}}
	_ = v34
	var v35 SL = SL{{}, {}}
	func() { _ = v35 }()
	v37 := make([]SL, 3)
	for i := range v37 {
		v37[i] = SL{{}, {}}
	}
	var v38 struct {
		z string
		f SL
	}
	v38.f = SL{{}, {}}
	h619957 := v16[ix%3].set
	h619957(5)
	v15[2].b = v34[0].b
	ix = (ix + 1) % 3
	v34 = v34
	v31.b, v36[0].b = v36[0].b, v31.b
	show(4, v1, (*v2), v4, v5, v10, v11[ix&1], v15, v16, v22, v23, v28, v29, v30, v31, v34, v35)
	v5.x = func() float64 { return v4.x }()
	for i := range v19[ix&1] {
		if i == 2 {
			continue
		}
		f88616 := v21[ix][0].with
		v19[ix&1][ix%3] = f88616(3)
	}
	v15[2].b, v15[2].b = v15[2].b, v15[2].b
	v37[ix&1][ix&1].b = (*v2).b
	h200374 := v1.set
	h200374(5)
	show(9, v1, (*v2), v4, v5, v10, v11[ix&1], v15, v16, v22, v23, v28, v29, v30, v31, v34, v35)
	v37[ix&1][ix&1], v15[2].b = S1{b: v22.q.b}, cut(""+v1.b)
	v35[0].c, v27[ix&1].q = id(v4.S1.c), v33[ix]
	v7[ix&1].arr[0] = func() S1 { return v20.f[2] }()
	for i := range v21[ix] {
		if i == 2 {
			continue
		}
		v5.S1.set(v4.a)
	}
	v11[ix&1] = v1.c
	show(14, v1, (*v2), v4, v5, v10, v11[ix&1], v15, v16, v22, v23, v28, v29, v30, v31, v34, v35)
	v8.f.x, v28 = v7[ix&1].x, v29
	f942307 := v17[0].with
	v3[ix&1] = f942307(3)
	v3[ix&1] = S1{b: "qq"}
	v20.f, v11[ix&1] = (*v18), v11[ix&1]
	v35 = v36
	show(19, v1, (*v2), v4, v5, v10, v11[ix&1], v15, v16, v22, v23, v28, v29, v30, v31, v34, v35)
	v4, v1.a = S2{func() S1 { return v37[ix&1][ix&1] }(), any(v8.f.x).(float64), &v1, (*v18).rot()}, (*v25).q.a
	v16[ix%3].c = id(A2{any(v30.c[ix&1]).(int), v14[ix][ix&1]})
	h224091 := (*v18)[2].set
	h224091(5)
	if (A3{v7[ix&1].S1, 2: v4.S1}) == (v17.rot()) {
		v32[ix&1], v38.f = v31, func() SL { return SL{v1, v5.arr[0]} }()
	} else {
		m[(*v2).c] = m[A2{v14[ix][ix&1], v11[ix&1][ix&1]}].with(1)
	}
	for i := range v19[ix&1] {
		if i == 2 {
			continue
		}
		f919854 := v19[ix&1][2].with
		(*v2) = f919854(3)
	}
	show(24, v1, (*v2), v4, v5, v10, v11[ix&1], v15, v16, v22, v23, v28, v29, v30, v31, v34, v35)
	sl = append(sl[:len(sl)&7], v34[0], v21[ix][0])
	v15[ix%3] = sl[len(sl)-1]
	for i, e := range v15 {
		e.a++
		e.b = cut(e.b + "r")
		if i == 1 {
			v15[2] = e
		}
	}
	v6[ix&1].x, v23 = v8.f.x, v27[ix&1]
	v5.S1.set(v32[ix&1].a)
	v7[ix&1].arr, (*v2).a = any(v20.f).(A3).rot(), v1.a
	show(29, v1, (*v2), v4, v5, v10, v11[ix&1], v15, v16, v22, v23, v28, v29, v30, v31, v34, v35)
	v29 = v28
	v20.f = v17
	v30.a = v26[ix&1].q.a
	v30.a, v31.a = -8, 2
	v38.f = any(v37[ix&1]).(SL)
	show(34, v1, (*v2), v4, v5, v10, v11[ix&1], v15, v16, v22, v23, v28, v29, v30, v31, v34, v35)
	m[any((*v18)[0].c).(A2)] = m[v35[ix&1].c].with(1)
	v28 = v28
	for i, e := range v17 {
		e.a++
		e.b = cut(e.b + "r")
		if i == 1 {
			(*v2) = e
		}
	}
	for i := range v15 {
		if i == 2 {
			continue
		}
		v6[ix&1].arr[ix%3].c = (*v25).q.c
	}
	v5 = v6[ix&1].deep()
	show(39, v1, (*v2), v4, v5, v10, v11[ix&1], v15, v16, v22, v23, v28, v29, v30, v31, v34, v35)
	f556054 := v1.with
	v34[0] = f556054(3)
	for i, e := range v35 {
		e.a++
		e.b = cut(e.b + "r")
		if i == 1 {
			v36[0] = e
		}
	}
	(*v18) = A3{S1{a: v7[ix&1].a, b: v26[ix&1].q.b, c: v11[ix&1]}, 2: v15[ix%3]}
	v22 = v26[ix&1]
	var i145818 namer = &v4
	v17[2].b = cut(i145818.name())
	show(44, v1, (*v2), v4, v5, v10, v11[ix&1], v15, v16, v22, v23, v28, v29, v30, v31, v34, v35)
	v10, v19[ix&1][ix%3].c = v19[ix&1][ix%3].c, v10
	v34 = id(id(v38.f))
	v37[ix&1][0].a = v3[ix&1].a
	v31.c = v32[ix&1].c
	v36 = SL{id(S1{b: v1.b}), v3[ix&1]}
	show(49, v1, (*v2), v4, v5, v10, v11[ix&1], v15, v16, v22, v23, v28, v29, v30, v31, v34, v35)
	show(-1, v1)
	show(-1, (*v2))
	show(-1, v3[ix&1])
	show(-1, v4)
	show(-1, v5)
	show(-1, v6[ix&1])
	show(-1, v7[ix&1])
	show(-1, v8.f)
	show(-1, v9[ix])
	show(-1, v10)
	show(-1, v11[ix&1])
	show(-1, v12[ix&1])
	show(-1, v13.f)
	show(-1, v14[ix])
	show(-1, v15)
	show(-1, v16)
	show(-1, v17)
	show(-1, (*v18))
	show(-1, v19[ix&1])
	show(-1, v20.f)
	show(-1, v21[ix])
	show(-1, v22)
	show(-1, v23)
	show(-1, v24)
	show(-1, (*v25))
	show(-1, v26[ix&1])
	show(-1, v27[ix&1])
	show(-1, v28)
	show(-1, v29)
	show(-1, v30)
	show(-1, v31)
	show(-1, v32[ix&1])
	show(-1, v33[ix])
	show(-1, v34)
	show(-1, v35)
	show(-1, v36)
	show(-1, v37[ix&1])
	show(-1, v38.f)
}
