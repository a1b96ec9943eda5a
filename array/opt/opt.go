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
