// Maps: all kinds of keys, comma-ok, delete, iteration, nil maps, op-assign.
package main

import (
	"fmt"
	"sort"
)

type key struct {
	a int
	b string
}
type big [40]int

func keys[K comparable, V any](m map[K]V) int {
	n := 0
	for range m {
		n++
	}
	return n
}

func f(s *[]string, x string) string { *s = append(*s, x); return x }

func main() {
	m := map[string]int{"one": 1, "two": 2}
	m["three"]++
	m["one"] += 10
	m["x"] |= 4
	v, ok := m["nope"]
	_, has := m["two"]
	fmt.Println(m, len(m), v, ok, has)
	delete(m, "two")
	delete(m, "zzz")
	if v, ok := m["one"]; ok && v > 5 {
		fmt.Println("one", v)
	}
	k := map[key][]int{{1, "a"}: {1, 2}, {2, "b"}: nil}
	k[key{1, "a"}] = append(k[key{1, "a"}], 3)
	fmt.Println(k[key{1, "a"}], k[key{9, ""}] == nil, len(k))
	a := map[any]string{1: "int", "s": "string", 2.5: "float", key{1, "q"}: "key", nil: "nil"}
	fmt.Println(a[1], a["s"], a[2.5], a[key{1, "q"}], a[nil], a[int8(1)] == "")
	bm := map[int]big{}
	b := bm[3]
	b[7] = 7
	bm[3] = b
	fmt.Println(bm[3][7], bm[4][0])
	mm := map[string]map[string]int{}
	for _, w := range []string{"ab", "ac", "bd"} {
		if mm[w[:1]] == nil {
			mm[w[:1]] = map[string]int{}
		}
		mm[w[:1]][w]++
	}
	fmt.Println(mm)
	pm := map[string]*key{"p": {3, "z"}}
	pm["p"].a++
	fmt.Println(pm["p"].a, keys(mm), keys(map[int8]bool{1: true, 2: false}))
	var nilm map[string]int
	fmt.Println(nilm["x"], len(nilm), nilm == nil)
	for range nilm {
		fmt.Println("never")
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		nilm["x"] = 1
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		a[[]int{1}] = "bad"
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = a[func() {}]
	}()
	sum, ks := 0, []string{}
	for k, v := range m {
		sum += v
		ks = append(ks, k)
	}
	sort.Strings(ks)
	fmt.Println(sum, ks)
	for k := range m {
		delete(m, k)
	}
	fmt.Println(len(m))
	fm := map[float64]int{0.5: 1}
	nan := 0.0
	nan /= nan
	fm[nan] = 1
	fm[nan] = 2
	fmt.Println(len(fm))
	clear(fm)
	fmt.Println(len(fm))
	var order []string
	om := map[string]string{f(&order, "k1"): f(&order, "v1"), f(&order, "k2"): f(&order, "v2")}
	om[f(&order, "k3")] = f(&order, "v3")
	fmt.Println(om, order)
	type pair struct{ x, y int }
	set := map[pair]struct{}{}
	for i := range 10 {
		set[pair{i % 3, i % 2}] = struct{}{}
	}
	_, in := set[pair{2, 1}]
	fmt.Println(len(set), in)
	cm := map[string]func(int) int{"inc": func(i int) int { return i + 1 }}
	fmt.Println(cm["inc"](4))
	um := map[uint8]int{}
	for i := 0; i < 300; i++ {
		um[uint8(i)] += i
	}
	fmt.Println(len(um), um[5])
	um2 := map[[2]int]int{{1, 2}: 3}
	um2[[2]int{1, 2}] *= 7
	fmt.Println(um2)
	m2 := make(map[rune]int, 10)
	for _, r := range "mississippi" {
		m2[r]++
	}
	fmt.Println(m2)
}
