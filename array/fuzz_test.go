package array_test

import (
	"testing"

	"medkit/array"
)

// FuzzStrings reads what users write in strings: indices, grids, dtypes. A
// string that is none is an Error, and what it selects lies in the array.
func FuzzStrings(f *testing.F) {
	for _, s := range []string{"1:", "::-1", "...", "0, 1:2", "-1", ":, newaxis", "1:2:0", "99", "<f8", ">i4", "S3", "?", "0:1:5j", "1e3:2", ":::", "9223372036854775807:"} {
		f.Add(s)
	}
	x := array.Arange(24).Reshape(2, 3, 4)
	f.Fuzz(func(t *testing.T, s string) {
		_ = array.Try(func() {
			y := x.At(s)
			if y.Size() > 24 {
				t.Fatalf("%q selects %d of 24 elements", s, y.Size())
			}
			for _, n := range y.Ints() {
				if n < 0 || n >= 24 {
					t.Fatalf("%q selects %d", s, n)
				}
			}
		})
		_ = array.Try(func() {
			if d := array.DtypeOf(s); d.Itemsize() < 0 {
				t.Fatalf("%q has %d bytes", s, d.Itemsize())
			}
		})
		if len(s) < 12 { // a grid of billions is no mistake, but no test either
			_ = array.Try(func() { array.GoName(s) })
		}
	})
}
