// Statements: if, for, switch, goto, labels, select of values, shadowing.
package main

import "fmt"

func classify(x any) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int, int8:
		return fmt.Sprintf("int-ish %v", v)
	case string:
		return "string " + v
	case error:
		return "error " + v.Error()
	case fmt.Stringer:
		return "stringer " + v.String()
	case []int:
		return fmt.Sprint("slice ", len(v))
	case func() int:
		return fmt.Sprint("func ", v())
	case [2]int:
		v[0] = 9
		return fmt.Sprint("array ", v)
	case struct{ A int }:
		return fmt.Sprint("struct ", v.A)
	default:
		return fmt.Sprintf("other %T", v)
	}
}

type S string

func (s S) String() string { return "<" + string(s) + ">" }

func fall(n int) (s string) {
	switch {
	case n < 0:
		s += "neg "
		fallthrough
	case n == 0:
		s += "zero "
	case n > 100:
		s += "big "
		if n > 1000 {
			break
		}
		s += "not huge "
		fallthrough
	default:
		s += "default "
	}
	return
}

func jump(n int) int {
	i, total := 0, 0
loop:
	if i < n {
		total += i
		i++
		goto loop
	}
	if total > 100 {
		goto end
	}
	total *= 2
end:
	return total
}

func nested() (r []int) {
outer:
	for i := 0; ; i++ {
		switch {
		case i == 1:
			continue outer
		case i > 4:
			break outer
		}
		for j := range 10 {
			if j == i {
				continue
			}
			if j > 5 {
				continue outer
			}
			if i == 3 && j == 2 {
				break outer
			}
			r = append(r, i*10+j)
		}
	}
block:
	switch {
	default:
		if len(r) > 3 {
			break block
		}
		r = nil
	}
	return r
}

func main() {
	for _, x := range []any{nil, 1, int8(2), "s", fmt.Errorf("e"), S("q"), []int{1, 2}, func() int { return 7 }, [2]int{1, 2}, struct{ A int }{3}, 2.5, map[int]int{}} {
		fmt.Println(classify(x))
	}
	for _, n := range []int{-1, 0, 5, 500, 5000} {
		fmt.Println(n, fall(n))
	}
	fmt.Println(jump(3), jump(30), nested())
	x := 1
	{
		x := 2
		x++
		_ = x
	}
	if x := 5; x > 3 {
		fmt.Println("inner", x)
	} else if y := x * 2; y > 0 {
		fmt.Println(y)
	}
	fmt.Println("outer", x)
	switch x := x + 1; x {
	case 1, 3:
		fmt.Println("no")
	case 2:
		fmt.Println("two")
	}
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
		i := i
		_ = i
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, ",", j, " ")
	}
	fmt.Println()
	n := 0
	for n < 100 {
		n += n + 1
	}
	fmt.Println(n)
	for range 3 {
		n++
	}
	for i := range uint8(3) {
		fmt.Printf("%T %v ", i, i)
	}
	const c = 4
	for i := range c {
		n += i
	}
	var i8 int8
	for i8 = range 5 {
	}
	fmt.Println(n, i8)
	var e any = "k"
	switch e {
	case 1:
		fmt.Println("int")
	case "k":
		fmt.Println("k")
	}
	switch f := func() int { return 3 }; f() {
	case 3:
		fmt.Println("three")
	}
	var p *int
	switch p {
	case nil:
		fmt.Println("nil ptr")
	}
	switch {
	}
	for i := 0; i < 5; i++ {
		switch i {
		case 1:
			continue
		case 3:
			break
		default:
			fmt.Print(i, " ")
		}
	}
	fmt.Println()
	arr := []int{1, 2, 3}
	for i, v := range arr {
		arr = append(arr, v*10)
		arr[len(arr)-1-i] = 0
	}
	fmt.Println(arr)
	var k, v int
	for k, v = range []int{4, 5} {
	}
	fmt.Println(k, v)
	idx := []int{0, 0, 0}
	for i, idx[i] = range []int{7, 8, 9} {
	}
	fmt.Println(idx)
}

var i int
