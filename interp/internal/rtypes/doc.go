// Package rtypes makes named types with methods at run time, on the stock Go
// toolchain: no linker flags, no assembly, no cgo. The types are real to
// compiled code, which finds the methods in the type's own method table: fmt,
// errors.As, encoding/json, sort, text/template, reflect and so on.
//
//	if err := rtypes.Probe(); err != nil { refuse }         // once, at start
//	p := rtypes.NewNamed("main", "P", underlying, methods)  // a defined type
//	ts, err := rtypes.NewGroup(decls)                       // types that refer to each other
//	s := rtypes.Struct("main", fields)                      // StructOf, with embedding and unexported fields
//	i, err := rtypes.Interface("main", methods, embeds...)  // what reflect lacks
//
// # How it works
//
// layout.go mirrors the runtime's type descriptors. A type is a copy of the
// descriptor that reflect made for its underlying type, with an uncommon part
// and a method table behind it; the offsets in it are ids from
// reflect.addReflectOff. Probe compares the mirrors with what compiled types
// and reflect show, and fails closed.
//
// A method entry is a bare code pointer, without closure context, so each
// (type, method) takes a slot: one nosplit stub of a fixed pool (stubs_*.go,
// written by gen), which adds its number and jumps to the pool's common entry.
// stub.go says why this is safe for the collector. One slot serves T and *T
// both; value methods of pointer-shaped types, and Decl.Exprs, take one more. A
// body is Fn, in reflect.Values (0.4 µs a call), or Call, which reads arguments
// and sets results in place (30 ns).
//
// Package first has to be initialised before reflect: see there.
//
// # Limits
//
//   - Signatures that need more than 12 float registers (8 on arm64), 512 bytes
//     or 14 pointers of stack are refused; a Decl.Loose type is made all the
//     same, and such a method panics when compiled code calls it.
//   - amd64 and arm64. Elsewhere Probe fails and methods are refused.
//   - Slots (3072 small, 1024 large) are never given back, since an itab keeps
//     code pointer and type for ever. When they run out NewGroup returns an
//     error and all earlier types go on working. A host that sees an unchanged
//     declaration again should keep the type and change what the bodies do.
//   - Compiled generic code cannot be instantiated with a made type.
//   - An interface made here is not identical to an equal interface literal in
//     compiled code, which reflect cannot find; assignment works.
//   - Unexported methods of compiled types and interfaces are not promoted.
//   - Two types named main.P are distinct in every way but String().
//   - A type is never freed, nor are its names, slots and method closures.
//   - With -gcflags=-N -l this package must be optimised all the same
//     (-gcflags=medkit/interp/internal/rtypes=), or the stubs do not fit their
//     792 bytes of stack.
//
// It rests on four linknames into reflect and on unexported layout: run its
// tests with each release of Go. From 1.26 to 1.27 the tail of abi.MapType
// changed, which is now read through reflect.
package rtypes
