package engine

import (
	"reflect"
	"unsafe"
)

// boundsError is the layout of runtime.boundsError, of which some values cannot
// be provoked: editBounds copies a real one and changes the copy. A test checks
// the layout.
type boundsError struct {
	x      int64
	y      int
	signed bool
	code   uint8
}

const (
	codeSlice3Alen = 4 // s[::x], x out of range of an array or pointer to one
	codeSlice3Acap = 5 // the same of a slice
)

// boundsOfArray turns "capacity" into "length" in a full slice expression's
// error.
func boundsOfArray(e any) any {
	return editBounds(e, func(b *boundsError) {
		if b.code == codeSlice3Acap {
			b.code = codeSlice3Alen
		}
	})
}

func boundsWith(e any, x, y int) any {
	return editBounds(e, func(b *boundsError) { b.x, b.y = int64(x), y })
}

func editBounds(e any, edit func(*boundsError)) any {
	t := reflect.TypeOf(e)
	if t == nil || t.Kind() != reflect.Struct || t.Size() != unsafe.Sizeof(boundsError{}) {
		return e
	}
	v := reflect.New(t)
	typedmemmove(rtypeOf(t), v.UnsafePointer(), fromAny(e).data)
	edit((*boundsError)(v.UnsafePointer()))
	return v.Elem().Interface()
}
