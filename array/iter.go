package array

import (
	"slices"
	"unsafe"
)

// maxOps is the most operands that an iterator has.
const maxOps = 4

// An iter walks several operands of one shape together. It orders the axes by
// their steps, joins those that can be walked as one, and hands out runs along
// the innermost: pointers, steps in bytes, and a number of elements. Kernels
// see nothing else, so runs can go to other threads and to SIMD code.
type iter struct {
	shape []int // innermost first
	steps [][maxOps]int
	base  [maxOps]unsafe.Pointer
	ops   int
	empty bool
	keep  []*memory // alive while pointers into them are
}

// A kernel works on n elements of each operand.
type kernel func(n int, p *[maxOps]unsafe.Pointer, s *[maxOps]int)

// newIter makes an iterator over arrays of one shape. Steps may be zero.
func newIter(arrays ...*Array) *iter {
	shape := arrays[0].shape
	it := &iter{ops: len(arrays)}
	for i, a := range arrays {
		it.base[i] = a.ptr()
		it.keep = append(it.keep, a.buf)
	}
	for ax := len(shape) - 1; ax >= 0; ax-- {
		n := shape[ax]
		if n == 0 {
			it.empty = true
		}
		if n == 1 {
			continue
		}
		var st [maxOps]int
		for i, a := range arrays {
			st[i] = a.strides[ax]
		}
		it.shape = append(it.shape, n)
		it.steps = append(it.steps, st)
	}
	it.sort()
	it.join()
	return it
}

// sort puts axes with smaller steps further in. The first operand decides, the
// next one where it does not (a broadcast or reduced axis); axes that no operand
// tells apart keep C order. Runs against the memory's direction stay as they are.
func (it *iter) sort() {
	n := len(it.shape)
	for i := 1; i < n; i++ { // insertion: the relation is no total order
		for j := i; j > 0 && it.further(j, j-1); j-- {
			it.shape[j], it.shape[j-1] = it.shape[j-1], it.shape[j]
			it.steps[j], it.steps[j-1] = it.steps[j-1], it.steps[j]
		}
	}
}

// further tells whether axis a is to be walked inside of axis b.
func (it *iter) further(a, b int) bool {
	ambiguous := true
	inside := false
	for i := range it.ops {
		x, y := abs(it.steps[a][i]), abs(it.steps[b][i])
		if x == 0 || y == 0 {
			continue
		}
		if x < y {
			if ambiguous {
				inside = true
			}
			ambiguous = false
		} else {
			inside = false
			ambiguous = false
			if x > y {
				return false
			}
		}
	}
	return !ambiguous && inside
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// join makes one axis of two where the outer one goes on where the inner ends.
func (it *iter) join() {
	for i := 0; i+1 < len(it.shape); {
		can := true
		for k := range it.ops {
			can = can && it.steps[i][k]*it.shape[i] == it.steps[i+1][k]
		}
		if !can {
			i++
			continue
		}
		it.shape[i] *= it.shape[i+1]
		it.shape = slices.Delete(it.shape, i+1, i+2)
		it.steps = slices.Delete(it.steps, i+1, i+2)
	}
}

// run calls the kernel for each run.
func (it *iter) run(k kernel) {
	if it.empty {
		return
	}
	p := it.base
	if len(it.shape) == 0 {
		k(1, &p, &[maxOps]int{})
		return
	}
	inner, steps := it.shape[0], it.steps[0]
	at := make([]int, len(it.shape))
	for {
		q := p // kernels may change theirs
		k(inner, &q, &steps)
		ax := 1
		for ; ax < len(at); ax++ {
			at[ax]++
			if at[ax] < it.shape[ax] {
				for i := range it.ops {
					p[i] = unsafe.Add(p[i], it.steps[ax][i])
				}
				break
			}
			for i := range it.ops {
				p[i] = unsafe.Add(p[i], -it.steps[ax][i]*(it.shape[ax]-1))
			}
			at[ax] = 0
		}
		if ax == len(at) {
			return
		}
	}
}
