// Package straight runs a cell's straight-line statements in yaegi.
//
// # Model
//
// A session lives outside of yaegi: its variables are heap cells, its functions
// and the library's are compiled func values. A cell's [Program] is Go source
// over those, run by an interpreter of its own that is thrown away afterwards:
// a variable is a pointer that the source dereferences, a constant is a pointer
// to its typed value, a function is called by its value. What yaegi gets is an
// allow-list (allow.go): calls of functions and of methods of compiled types,
// and assignments of such calls, variables and constants to session variables of
// the same type. A statement with anything else in it is compiled by the engine
// and stands in the program as a call.
//
// So yaegi does what it does well, and none of its known faults can be reached:
// they lie in function literals, closures, conversions of constants, composite
// literals, method values and types of its own, of which the source has none.
package straight
