// Package policy holds the rules of who may import whom, as a test.
//
// The rules stand in one table, [layers]: each row names packages of this
// module and what of this module they may import; a package without a row is a
// finding too, so that a new package is placed deliberately. [guarded] says the
// same of what lies outside: third-party modules, and the parts of the standard
// library that only some layers need. Two more rules hold for all shipped code:
// no init functions, and a package comment for each package.
//
// The files are read with go/parser, whatever their build constraints, so that
// code for other systems is held to the same rules, and so that the test cache
// sees every file that it depends on.
package policy
