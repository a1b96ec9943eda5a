// Package array is NumPy's N-dimensional array in Go: the same dtypes, views,
// broadcasting, promotion, indexing and printing, bit for bit.
//
// # Model
//
// An [Array] is a window on a buffer: an offset, a shape, strides in bytes and
// a [Dtype]. Indexing with slices, reshaping and transposing give views that
// share the buffer; what needs new memory says so. A [Dtype] is a value, and
// the ufuncs have one loop for each.
//
// NumPy's names are ours with the first letter and each after an underscore in
// upper case: argmin is [Array.Argmin]. Operands, indices and shapes are any:
// an array, a Go number, nested slices, or whatever has the method AsArray.
// Keyword arguments are [Option] values, made by package opt.
//
// Go's int, float64 and complex128 operands are NEP 50's weak scalars, as
// Python's numbers are; sized Go numbers such as float32(1), 0-d arrays and
// array scalars keep their dtype.
//
// Arguments that don't fit are the programmer's errors: functions panic with an
// [*Error] that names the operation, what was wrong and the shapes; [Try] makes
// an ordinary error of it.
package array
