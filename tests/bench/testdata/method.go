type Counter struct{ n int }

func (c *Counter) Add(k int) { c.n += k }

func methods(n int) int {
	c := &Counter{}
	for i := 0; i < n; i++ {
		c.Add(i)
	}
	return c.n
}
// %%
start := time.Now()
result := methods(1_000_000)
fmt.Println(time.Since(start).Nanoseconds(), result)
