type Adder interface{ Add(k int) }

type Total struct{ n int }

func (t *Total) Add(k int) { t.n += k }

func addAll(a Adder, n int) {
	for i := 0; i < n; i++ {
		a.Add(i)
	}
}
// %%
total := &Total{}
start := time.Now()
addAll(total, 1_000_000)
fmt.Println(time.Since(start).Nanoseconds(), total.n)
