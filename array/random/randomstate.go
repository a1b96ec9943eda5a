package random

import (
	"sync"
	"time"

	"medkit/array"
)

// A RandomState is a stream of random numbers: NumPy's class of the same name.
type RandomState struct {
	mu sync.Mutex
	g  mt19937
}

// NewRandomState is a RandomState seeded with an integer from 0 to 2**32-1 or a
// list of them; with nil, from the clock.
//
// See https://numpy.org/doc/stable/reference/random/legacy.html#numpy.random.RandomState.
func NewRandomState(seed any) *RandomState {
	r := &RandomState{}
	r.Seed(seed)
	return r
}

// fail panics with an Error of package array.
func fail(op string, kind error, msg string) {
	panic(&array.Error{Op: "random." + op, Kind: kind, Msg: msg})
}

// Seed starts the stream anew, from an integer from 0 to 2**32-1 or a list of
// them; with nil, from the clock.
//
// See https://numpy.org/doc/stable/reference/random/generated/numpy.random.seed.html.
func (r *RandomState) Seed(seed any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if seed == nil {
		seed = int(uint32(time.Now().UnixNano()))
	}
	a := array.From(seed)
	if a.Size() == 0 {
		fail("Seed", array.ErrValue, "the seed must not be empty")
	}
	var key []uint32
	for _, n := range a.Ints() {
		if n < 0 || n > 1<<32-1 {
			fail("Seed", array.ErrValue, "the seed must be between 0 and 2**32 - 1")
		}
		key = append(key, uint32(n))
	}
	if a.Ndim() == 0 {
		r.g.seed(key[0])
		return
	}
	r.g.seedArray(key)
}

// RandomSample is random floats in [0, 1), of a size.
//
// See https://numpy.org/doc/stable/reference/random/generated/numpy.random.random_sample.html.
func (r *RandomState) RandomSample(size ...any) *array.Array {
	return r.floats(size, r.g.float64)
}

// Random is RandomSample.
//
// See https://numpy.org/doc/stable/reference/random/generated/numpy.random.random.html.
func (r *RandomState) Random(size ...any) *array.Array { return r.RandomSample(size...) }

// Rand is RandomSample.
//
// See https://numpy.org/doc/stable/reference/random/generated/numpy.random.rand.html.
func (r *RandomState) Rand(size ...any) *array.Array { return r.RandomSample(size...) }

// Uniform is random floats in [low, high), of a size.
//
// See https://numpy.org/doc/stable/reference/random/generated/numpy.random.uniform.html.
func (r *RandomState) Uniform(low, high float64, size ...any) *array.Array {
	return r.floats(size, func() float64 { return low + (high-low)*r.g.float64() })
}

func (r *RandomState) floats(size []any, next func() float64) *array.Array {
	a := array.Zeros(size...)
	r.mu.Lock()
	defer r.mu.Unlock()
	for s, i := array.AsSlice[float64](a), 0; i < len(s); i++ {
		s[i] = next()
	}
	return result(a, size)
}

// result is an array scalar if no size was asked for.
func result(a *array.Array, size []any) *array.Array {
	if len(size) == 0 {
		return a.At()
	}
	return a
}

// Randint is random integers (int64) from low up to but not high, of a size.
//
// See https://numpy.org/doc/stable/reference/random/generated/numpy.random.randint.html.
func (r *RandomState) Randint(low, high int, size ...any) *array.Array {
	if low >= high {
		fail("Randint", array.ErrValue, "low >= high")
	}
	a := array.Zeros(append(append([]any(nil), size...), array.Int64)...)
	r.mu.Lock()
	defer r.mu.Unlock()
	for s, i := array.AsSlice[int64](a), 0; i < len(s); i++ {
		s[i] = int64(uint64(low) + r.g.upTo(uint64(high)-uint64(low)-1))
	}
	return result(a, size)
}

// Shuffle brings the elements of an array along its first axis into a random
// order, in place.
//
// See https://numpy.org/doc/stable/reference/random/generated/numpy.random.shuffle.html.
func (r *RandomState) Shuffle(a *array.Array) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for i := a.Len() - 1; i > 0; i-- {
		j := int(r.g.upTo(uint64(i)))
		if i == j {
			continue
		}
		x, y := a.At(i, "...").Copy(), a.At(j, "...").Copy()
		a.Set(y, i, "...")
		a.Set(x, j, "...")
	}
}

// Permutation is the numbers up to x, an integer, or the elements of x along its
// first axis, in a random order: a copy.
//
// See https://numpy.org/doc/stable/reference/random/generated/numpy.random.permutation.html.
func (r *RandomState) Permutation(x any) *array.Array {
	a := array.From(x)
	if a.Ndim() == 0 {
		a = array.Arange(a.Int())
	}
	r.Shuffle(a)
	return a
}

// state is the process's own stream.
var state = sync.OnceValue(func() *RandomState { return NewRandomState(nil) })

// Seed starts the stream anew; see [RandomState.Seed].
func Seed(seed any) { state().Seed(seed) }

// RandomSample is random floats in [0, 1); see [RandomState.RandomSample].
func RandomSample(size ...any) *array.Array { return state().RandomSample(size...) }

// Random is random floats in [0, 1); see [RandomState.Random].
func Random(size ...any) *array.Array { return state().Random(size...) }

// Rand is random floats in [0, 1); see [RandomState.Rand].
func Rand(size ...any) *array.Array { return state().Rand(size...) }

// Uniform is random floats in [low, high); see [RandomState.Uniform].
func Uniform(low, high float64, size ...any) *array.Array { return state().Uniform(low, high, size...) }

// Randint is random integers; see [RandomState.Randint].
func Randint(low, high int, size ...any) *array.Array { return state().Randint(low, high, size...) }

// Shuffle brings an array into a random order; see [RandomState.Shuffle].
func Shuffle(a *array.Array) { state().Shuffle(a) }

// Permutation is numbers in a random order; see [RandomState.Permutation].
func Permutation(x any) *array.Array { return state().Permutation(x) }
