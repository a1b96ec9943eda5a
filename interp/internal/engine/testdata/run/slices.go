// Slices, arrays and strings: literals, indexing, slicing, append, copy, and
// the messages of what is out of range.
package main

import "fmt"

type pt struct{ x, y int }

func try(name string, f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(name, e)
		}
	}()
	f()
	fmt.Println(name, "no panic")
}

func main() {
	s := []int{5: 1, 2, 0: 9}
	fmt.Println(s, len(s), cap(s))
	a := [...]string{2: "c", 0: "a"}
	fmt.Println(a, len(a))
	m := [][]int{{1}, {2, 3}, {}}
	m[1][1] += 40
	m[2] = append(m[2], m[0]...)
	fmt.Println(m)
	ps := []pt{{1, 2}, {3, 4}}
	for i := range ps {
		ps[i].x *= 10
	}
	for _, p := range ps {
		p.y = 0
	}
	pp := []*pt{{5, 6}, {7, 8}}
	for _, p := range pp {
		p.y = 0
	}
	fmt.Println(ps, *pp[0], *pp[1])
	b := a
	b[1] = "B"
	fmt.Println(a, b, a == b, a != [3]string{"a", "", "c"})
	var grid [3][4]int
	for i := range 3 {
		for j := range 4 {
			grid[i][j] = i * j
		}
	}
	g2 := grid
	g2[2][3] = 100
	row := grid[1]
	row[0] = -1
	fmt.Println(grid, g2[2], row)
	sub := grid[1][1:3]
	sub[0] = 77
	fmt.Println(grid[1], sub, cap(sub))
	var nilS []int
	fmt.Println(nilS == nil, len(nilS), nilS[0:0] == nil, append(nilS, 1), append([]int{}, nilS...))
	t := s[2:4:5]
	fmt.Println(len(t), cap(t))
	t = append(t, 1)
	t = append(t, 2, 3)
	t[0] = 8
	fmt.Println(t, s)
	n := copy(s, s[3:])
	fmt.Println(n, s, copy(make([]byte, 3), "hello"))
	bs := append([]byte("ab"), "cd"...)
	bs = append(bs, 'e')
	fmt.Println(string(bs), []rune("héé"), string([]rune{0x4e16, -1, 65}), []byte("é"))
	str := "hello, 世界"
	fmt.Println(str[1], str[7:], len(str), str[:5]+str[5:], str > "hell", str == "x")
	for i, r := range str {
		fmt.Print(i, ":", string(r), " ")
	}
	fmt.Println()
	arr := [4]int(s[:4])
	ap := (*[2]int)(s)
	ap[0] = 1234
	fmt.Println(arr, *ap, s[0], len(ap))
	clear(s)
	fmt.Println(s)
	x := []any{1, "a", nil, 2.5, pt{1, 2}, &pt{}, []int{1}}
	fmt.Println(len(x), x[4], x[2] == nil)
	i, u := 10, uint8(200)
	try("index", func() { _ = s[i] })
	try("index u", func() { _ = s[u] })
	try("index neg", func() { _ = s[i-11] })
	try("array", func() { _ = grid[i-7][0] })
	try("string", func() { _ = str[i*10] })
	try("slice hi", func() { _ = s[1:i] })
	try("slice lo", func() { _ = s[i-3 : 2] })
	try("slice str", func() { _ = str[i*3:] })
	try("slice arr", func() { _ = grid[0][i:] })
	try("slice3", func() { _ = s[1:2:i] })
	try("slice3b", func() { _ = s[1 : i-4 : 3] })
	try("arrptr", func() { _ = (*[9]int)(s) })
	try("toarr", func() { _ = [9]int(s) })
	try("make", func() { _ = make([]int, i-20) })
	try("makecap", func() { _ = make([]int, i, i-1) })
	try("set", func() { s[i] = 1 })
	try("nilarr", func() { var p *[4]int; _ = p[2] })
	try("nilarrlen", func() {
		var p *[4]int
		fmt.Println(len(p))
		for i := range p {
			_ = i
		}
	})
	try("nilslicearr", func() { var p *[4]int; _ = p[:] })
	func() {
		z := [3]pt{{1, 1}, {2, 2}}
		z[i-9], z[0] = z[0], z[i-9]
		q := &z[1]
		q.x = 55
		fmt.Println(z)
		for k, v := range z {
			z[2].x = 1000
			if k == 2 {
				fmt.Println(v)
			}
		}
	}()
}
