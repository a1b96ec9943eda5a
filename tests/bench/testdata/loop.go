func loop(n int) int {
	s := 0
	for i := 0; i < n; i++ {
		s += i ^ (i & 7)
	}
	return s
}
// %%
start := time.Now()
result := loop(5_000_000)
fmt.Println(time.Since(start).Nanoseconds(), result)
