package array_test

import (
	"math"
	"testing"

	"medkit/array"
)

// TestScalarRepr holds what NumPy 2.4.6 prints of array scalars.
func TestScalarRepr(t *testing.T) {
	for want, x := range map[string]any{
		"np.True_": true, "np.complex128(1+2j)": 1 + 2i, "np.complex64(2j)": complex64(2i), "np.float32(1e+20)": float32(1e20),
		"np.float64(1e+16)": 1e16, "np.float64(9999999999999998.0)": 9999999999999998.0, "np.float32(1e+06)": float32(1e6),
		"np.float32(999999.0)": float32(999999), "np.float32(123456.79)": float32(123456.79), "np.float32(1e-04)": float32(1e-4),
		"np.float64(1e-05)": 1e-5, "np.float64(-0.0)": math.Copysign(0, -1), "np.int8(-3)": int8(-3), "np.float64(nan)": math.NaN(),
		"np.uint64(18446744073709551615)": uint64(math.MaxUint64), "np.complex64(1.234567e+06+0j)": complex64(1234567),
		"np.float64(0.1)": 0.1, "np.int64(7)": 7,
	} {
		if got := array.From([]any{x}).At(0).Repr(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	for want, x := range map[string]float64{"np.float16(999.0)": 999, "np.float16(1e+03)": 1000, "np.float16(6.55e+04)": 65504, "np.float16(0.1)": 0.1} {
		if got := array.From([]float64{x}, array.Float16).At(0).Repr(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
