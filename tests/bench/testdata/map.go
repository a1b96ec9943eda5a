func words(n int) int {
	m := map[int]int{}
	for i := 0; i < n; i++ {
		m[i%1000] += i
	}
	return m[7]
}
// %%
start := time.Now()
result := words(1_000_000)
fmt.Println(time.Since(start).Nanoseconds(), result)
