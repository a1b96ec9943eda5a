package random_test

import (
	"fmt"
	"slices"
	"testing"

	"medkit/array"
	"medkit/array/random"
)

// table is what the tutorial "NumPy MedKit" prints of its random horizon, and
// what NumPy 2.4.6 gives.
var table = []int{
	6, 9, 11, 10, 9, 10, 8, 13, 10, 12, 13, 9, 12, 5, 6,
	7, 9, 6, 14, 11, 8, 12, 7, 12, 9, 7, 9, 8, 10, 13,
	10, 14, 9, 13, 12, 11, 13, 6, 11, 9, 14, 12, 6, 8, 12,
	5, 11, 8, 14, 10, 10, 10, 9, 10, 5, 7, 11, 9, 13, 8,
	7, 8, 8, 5, 13, 9, 11, 13, 13, 12, 13, 11, 12, 5, 11,
	11, 9, 13, 14, 6, 7, 6, 14, 10, 6, 8, 14, 14, 14, 14,
	10, 12, 6, 7, 8, 6, 10, 9, 13, 6, 14, 10, 12, 10, 10,
	10, 12, 10, 9, 11, 14, 9, 6, 7, 13, 6, 11, 8, 11, 8,
	13, 14, 7, 14, 6, 14, 6, 8, 14, 7, 14, 12, 8, 5, 10,
	13, 5, 9, 7, 5, 9, 13, 10, 13, 7, 7, 9, 14, 13, 11,
}

func TestTutorial(t *testing.T) {
	r := random.NewRandomState([]int{1, 2, 3})
	r.RandomSample(15, 12, 16, 3)
	r.RandomSample([]int{15, 12, 16, 3})
	if got := r.Randint(5, 15, 10, 15); !slices.Equal(got.Ints(), table) || !slices.Equal(got.Shape(), []int{10, 15}) {
		t.Errorf("got %v", got)
	}
}

// TestSeed holds NumPy's answers for RandomState(42), in the order of the calls.
func TestSeed(t *testing.T) {
	r := random.NewRandomState(42)
	if got, want := r.RandomSample(3).Float64s(), []float64{0.3745401188473625, 0.9507143064099162, 0.7319939418114051}; !slices.Equal(got, want) {
		t.Errorf("RandomSample: %v, want %v", got, want)
	}
	if got, want := r.Randint(0, 1<<40, 2).Ints(), []int{810017303572, 440001501305}; !slices.Equal(got, want) {
		t.Errorf("Randint: %v, want %v", got, want)
	}
	if got, want := r.Permutation(8).Ints(), []int{4, 1, 0, 3, 5, 7, 6, 2}; !slices.Equal(got, want) {
		t.Errorf("Permutation: %v, want %v", got, want)
	}
	if got, want := r.Uniform(-1, 1), -0.7142663641561184; got.Float64() != want || !got.IsScalar() {
		t.Errorf("Uniform: %v, want %v", got, want)
	}
}

func TestErrors(t *testing.T) {
	for name, f := range map[string]func(){
		"negative seed": func() { random.NewRandomState(-1) },
		"empty seed":    func() { random.NewRandomState([]int{}) },
		"empty range":   func() { random.NewRandomState(1).Randint(5, 5) },
	} {
		if err := array.Try(f); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func ExampleRandomState() {
	r := random.NewRandomState(42)
	fmt.Println(r.Randint(0, 10, 5))
	fmt.Println(r.Rand(2))
	// Output:
	// [6 3 7 4 6]
	// [0.44583275 0.09997492]
}
