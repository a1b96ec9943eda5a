package interp

import (
	"fmt"
	"runtime"
	"testing"
)

// TestMemory runs many cells: what each one leaves is small, and a cell that has
// ended is forgotten by its Run.
func TestMemory(t *testing.T) {
	s := newSession(t)
	heap := func() uint64 {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	n := 0
	cells := func(count int) {
		for range count {
			n++
			if got, _ := see(t.Context(), s, n, fmt.Sprintf("x := %d\nx + 1", n)); got != fmt.Sprintf("Out: %d\n", n+1) {
				t.Fatal(got)
			}
		}
	}
	cells(200)
	before := heap()
	const more = 500
	cells(more)
	if each := (int64(heap()) - int64(before)) / more; each > 100<<10 {
		t.Errorf("a cell leaves %d bytes", each)
	} else {
		t.Logf("a cell leaves %d bytes", each)
	}
}
