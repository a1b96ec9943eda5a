//go:build !unix

package transport

// restrict does nothing: the file inherits the permissions of its directory.
func restrict(uintptr) {}
