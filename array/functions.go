package array

// NumPy's functions that are methods too, for operands that may be no arrays
// yet: Sum(x) is From(x).Sum().

func arrayOf(op string, x any) *Array { return operandOf(op, x).Array }

// Sum is the sum of the elements of x; see [Array.Sum].
func Sum(x any, opts ...Option) *Array { return arrayOf("Sum", x).Sum(opts...) }

// Prod is the product of the elements of x; see [Array.Prod].
func Prod(x any, opts ...Option) *Array { return arrayOf("Prod", x).Prod(opts...) }

// Max is the largest element of x; see [Array.Max].
func Max(x any, opts ...Option) *Array { return arrayOf("Max", x).Max(opts...) }

// Min is the smallest element of x; see [Array.Min].
func Min(x any, opts ...Option) *Array { return arrayOf("Min", x).Min(opts...) }

// Any tells whether an element of x is not zero; see [Array.Any].
func Any(x any, opts ...Option) *Array { return arrayOf("Any", x).Any(opts...) }

// All tells whether no element of x is zero; see [Array.All].
func All(x any, opts ...Option) *Array { return arrayOf("All", x).All(opts...) }

// Mean is the arithmetic mean of x; see [Array.Mean].
func Mean(x any, opts ...Option) *Array { return arrayOf("Mean", x).Mean(opts...) }

// Argmin is the index of the smallest element of x; see [Array.Argmin].
func Argmin(x any, opts ...Option) *Array { return arrayOf("Argmin", x).Argmin(opts...) }

// Argmax is the index of the largest element of x; see [Array.Argmax].
func Argmax(x any, opts ...Option) *Array { return arrayOf("Argmax", x).Argmax(opts...) }

// Copy is a copy of x, laid out in memory as x is unless opt.Order says else;
// the method's default is C order. See [Array.Copy].
//
// See https://numpy.org/doc/stable/reference/generated/numpy.copy.html.
func Copy(x any, opts ...Option) *Array {
	k := options("Copy", opts, "order")
	a := arrayOf("Copy", x)
	return a.astype("Copy", a.dtype, k.order("Copy", 'K'), "unsafe").unscalar()
}

// Reshape is x with another shape; see [Array.Reshape].
func Reshape(x any, shape ...any) *Array { return arrayOf("Reshape", x).Reshape(shape...) }

// Ravel is x in one dimension; see [Array.Ravel].
func Ravel(x any, opts ...Option) *Array { return arrayOf("Ravel", x).Ravel(opts...) }

// Transpose is x with its axes in another order; see [Array.Transpose].
func Transpose(x any, axes ...any) *Array { return arrayOf("Transpose", x).Transpose(axes...) }

// Swapaxes is x with two axes exchanged; see [Array.Swapaxes].
func Swapaxes(x any, axis1, axis2 int) *Array { return arrayOf("Swapaxes", x).Swapaxes(axis1, axis2) }

// Squeeze is x without axes of length one; see [Array.Squeeze].
func Squeeze(x any, opts ...Option) *Array { return arrayOf("Squeeze", x).Squeeze(opts...) }
