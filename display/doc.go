// Package display makes rich output: what a front end shows for a value.
//
// # Model
//
// A [Bundle] maps MIME types to payloads of the same content, and a front end
// takes the richest that it can show ("Messaging in Jupyter", display_data).
// [Of] makes the Bundle of any Go value; each has text/plain. A value decides
// for itself by a method Display() Bundle; [HTML], [Markdown], [SVG], [PNG],
// [JSON] and [Latex] are values that do.
//
// Where output goes is a value too: a [Display] over an [Output]. In a cell the
// package's functions [Show] and [Clear] mean the Display of the cell; in a
// program they write text to standard output.
//
// The package imports none of the project's: it reads an array through the
// interface [Array] of built-in types, which other libraries can satisfy.
// Everything that comes from data is escaped. The HTML uses only what survives
// JupyterLab's sanitizer and both of its themes, and the same value always gives
// the same bytes, so that stored outputs can be compared.
package display
