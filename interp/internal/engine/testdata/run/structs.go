// Structs, embedding, comparison, copies, anonymous types, interfaces.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"sort"
	"strings"
)

type Animal interface {
	Name() string
	Sound() string
}
type Dog struct{ name string }

func (d Dog) Name() string   { return d.name }
func (d *Dog) Sound() string { return "woof" }

type Loud struct {
	Animal
	times int
}

func (l Loud) Sound() string { return strings.Repeat(l.Animal.Sound()+"!", l.times) }

type Point struct{ X, Y int }

func (p Point) String() string      { return fmt.Sprintf("(%d,%d)", p.X, p.Y) }
func (p *Point) Move(dx, dy int)    { p.X += dx; p.Y += dy }
func (p Point) Add(q Point) Point   { return Point{p.X + q.X, p.Y + q.Y} }
func (p Point) Format2() (int, int) { return p.X, p.Y }
func (p Point) Fn() func() Point    { return func() Point { p.X++; return p } }

type Line struct {
	Point
	End  *Point
	Tags map[string]bool `json:"tags,omitempty"`
}

type MyErr struct{ code int }

func (e *MyErr) Error() string   { return fmt.Sprint("code ", e.code) }
func (e *MyErr) Is(t error) bool { return t == os.ErrNotExist }

type byX []Point

func (b byX) Len() int           { return len(b) }
func (b byX) Less(i, j int) bool { return b[i].X < b[j].X }
func (b byX) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

type Matrix [2][2]int

func (m Matrix) Mul(o Matrix) (r Matrix) {
	for i := range r {
		for j := range r[i] {
			for k := range 2 {
				r[i][j] += m[i][k] * o[k][j]
			}
		}
	}
	return
}
func (m *Matrix) Set(i, j, v int) { m[i][j] = v }

type F func(int) int

func (f F) Twice(x int) int { return f(f(x)) }

type Empty struct{}
type blank struct {
	a int
	_ int
	b int
}

func fail(n int) error {
	if n == 0 {
		return nil
	}
	return fmt.Errorf("wrapped: %w", &MyErr{n})
}

func main() {
	var a Animal = &Dog{"rex"}
	l := Loud{a, 2}
	a = l
	fmt.Println(a.Name(), a.Sound(), l.Animal.Sound())
	p := Point{1, 2}
	q := p
	q.Move(10, 10)
	p.Move(1, 1)
	fmt.Println(p, q, &p, p == q, p == Point{2, 3}, p.Add(q))
	ln := Line{Point: p, End: &q}
	ln.Move(5, 5)
	ln.X *= 2
	ln.End.Y = -1
	fmt.Println(ln.Point, ln.End, q, ln.X)
	fmt.Printf("%v %+v\n", ln.Point, struct {
		A int
		B string
	}{1, "x"})
	js, err := json.Marshal(map[string]any{"p": p, "l": []Point{p, q}})
	fmt.Println(string(js), err)
	var back struct {
		P Point
		L []Point
	}
	fmt.Println(json.Unmarshal(js, &back), back.P, back.L)
	e := fail(3)
	var me *MyErr
	fmt.Println(errors.As(e, &me), me.code, errors.Is(e, os.ErrNotExist), e, fail(0) == nil)
	pts := byX{{3, 1}, {1, 2}, {2, 3}}
	sort.Sort(pts)
	fmt.Println(pts)
	m := Matrix{{1, 1}, {1, 0}}
	m2 := m.Mul(m).Mul(m)
	m2.Set(0, 0, 99)
	fmt.Println(m, m2, m == Matrix{{1, 1}, {1, 0}})
	fmt.Println(F(func(x int) int { return x * 3 }).Twice(2))
	fn := p.Fn()
	fn()
	fmt.Println(fn(), p)
	x, y := Point{7, 8}.Format2()
	fmt.Println(x, y)
	arr := [2]struct{ v []int }{{[]int{1}}, {nil}}
	brr := arr
	brr[0].v[0] = 5
	brr[1].v = append(brr[1].v, 3)
	fmt.Println(arr, brr)
	fmt.Println(blank{1, 2, 3} == blank{a: 1, b: 3}, Empty{} == Empty{})
	anon := []struct{ k, v string }{{"a", "b"}, {k: "c"}}
	for _, kv := range anon {
		fmt.Print(kv.k, "=", kv.v, " ")
	}
	fmt.Println()
	mp := map[Point]string{{1, 2}: "a"}
	mp[Point{1, 2}] += "b"
	fmt.Println(mp, mp[Point{}])
	var st fmt.Stringer = p
	_, isErr := st.(error)
	pt, isP := st.(Point)
	fmt.Println(isErr, pt, isP)
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = st.(*Point)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = any(st).(error)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var nilS fmt.Stringer
		_ = nilS.(Point)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var np *Line
		np.Move(1, 2)
	}()
	pp := &p
	ppp := &pp
	(*ppp).Move(1, 1)
	(**ppp).X = 50
	fmt.Println(p, (*ppp).X)
	ps := []*Point{{1, 1}, {2, 2}}
	ms := map[string]*Point{"a": {3, 3}}
	ms["a"].Move(1, 1)
	ps[0].X++
	fmt.Println(*ps[0], *ps[1], *ms["a"])
	var ifs []interface{ Move(int, int) }
	ifs = append(ifs, &p, &ln, ln.End)
	for _, i := range ifs {
		i.Move(100, 100)
	}
	fmt.Println(p, ln.Point, *ln.End)
	c := struct {
		*Point
		fmt.Stringer
	}{&p, q}
	fmt.Println(c.Point, c.X)
	var iface any = p
	switch v := iface.(type) {
	case Point:
		v.X = 0
		fmt.Println(v, p)
	}
}
