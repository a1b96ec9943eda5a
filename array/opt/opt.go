// Package opt holds the keyword arguments of package array, by NumPy's names.
//
// They stand apart because ten of them (where, copy, order ...) are also names
// of functions. A keyword that is True in most calls is a value
// ([Keepdims]); the others are functions of their value.
package opt

import "medkit/array/internal/option"

// Keepdims leaves the reduced axes in the result with length one.
var Keepdims option.Option = option.Keyword{Name: "keepdims", Value: true}

// Axis is the axis (or several, in any order) that a function works along.
// Negative axes count from the last.
func Axis(axes ...int) option.Option { return option.Keyword{Name: "axis", Value: axes} }

// Out is the array that the result is written to.
func Out(a any) option.Option { return option.Keyword{Name: "out", Value: a} }

// Where is a mask, an array of bools that is broadcast: elements where it is
// false are left as they are.
func Where(mask any) option.Option { return option.Keyword{Name: "where", Value: mask} }

// Initial is the value that a reduction begins with.
func Initial(v any) option.Option { return option.Keyword{Name: "initial", Value: v} }

// Order is the memory order: "C" (rows), "F" (columns), "A" or "K" (as the
// operand is laid out).
func Order(o string) option.Option { return option.Keyword{Name: "order", Value: o} }

// Casting is the rule for casts: "no", "equiv", "safe", "same_kind" or "unsafe".
func Casting(rule string) option.Option { return option.Keyword{Name: "casting", Value: rule} }

// Copy tells whether the result must not share memory with the operand.
func Copy(c bool) option.Option { return option.Keyword{Name: "copy", Value: c} }

// Ndmin is the least number of dimensions of the result.
func Ndmin(n int) option.Option { return option.Keyword{Name: "ndmin", Value: n} }

// Num is a number of samples.
func Num(n int) option.Option { return option.Keyword{Name: "num", Value: n} }

// Endpoint tells whether the last sample is stop itself.
func Endpoint(e bool) option.Option { return option.Keyword{Name: "endpoint", Value: e} }

// M is the number of columns.
func M(columns int) option.Option { return option.Keyword{Name: "M", Value: columns} }

// K is a diagonal: 0 the main one, positive ones above it.
func K(diagonal int) option.Option { return option.Keyword{Name: "k", Value: diagonal} }

// Shape is a shape that overrides the operand's.
func Shape(shape ...int) option.Option { return option.Keyword{Name: "shape", Value: shape} }

// Offset is where the first element begins, in bytes.
func Offset(bytes int) option.Option { return option.Keyword{Name: "offset", Value: bytes} }

// Strides are the steps along each axis, in bytes.
func Strides(bytes ...int) option.Option { return option.Keyword{Name: "strides", Value: bytes} }
