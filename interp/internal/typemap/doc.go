// Package typemap gives the run-time type of each type that go/types knows.
//
// # Model
//
// A [Map] belongs to one session. Types of compiled packages are the ones that
// their symbol tables hold; composite types are made by reflect; named types
// of interpreted code, and unnamed structs that have methods through embedded
// fields, are made by package rtypes and are real to compiled code. A method
// of a made type runs the body that [Config].Body gives, asked for at its first
// call; interpreted code finds the declared method behind an interface by
// [Map.Target] and needs no such detour.
//
// Named types that refer to each other are made together. From a type that is
// asked for, all named types that it reaches and that have no run-time type yet
// are collected as nodes of a graph, and its strongly connected components are
// made one after the other, each after those that it needs.
//
// # Identity
//
// Two types have one run-time type if they are identical to go/types, and also:
//   - a type of a compiled package is known by path and name, since the package
//     may be read twice (export data for users, source for generic bodies);
//   - a declaration that a session ran again unchanged keeps the run-time type
//     of the first, see [Map.Alias];
//   - an instance of a compiled generic type that a compiled package's interface
//     mentions (iter.Seq[string]) is the compiled one.
//
// Type parameters never reach a Map: an [Env] replaces them, and the types that
// a generic function declares get one copy an instance.
package typemap
