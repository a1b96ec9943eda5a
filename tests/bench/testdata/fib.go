func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}
// %%
start := time.Now()
result := fib(27)
fmt.Println(time.Since(start).Nanoseconds(), result)
