func numbers(n int) []int {
	s, x := make([]int, n), uint32(1)
	for i := range s {
		x = x*1664525 + 1013904223
		s[i] = int(x >> 8)
	}
	return s
}
// %%
s := numbers(100_000)
start := time.Now()
sort.Slice(s, func(i, j int) bool { return s[i] < s[j] })
fmt.Println(time.Since(start).Nanoseconds(), s[0]+s[len(s)/2])
