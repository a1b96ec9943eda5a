package kernel

import "testing"

// BenchmarkRoundTrip is an execute request until its reply and idle, the
// client's own work included.
func BenchmarkRoundTrip(b *testing.B) {
	_, c, _ := start(b, nil)
	cl := connect(b, c)
	for b.Loop() {
		cl.run("value 2")
	}
}
