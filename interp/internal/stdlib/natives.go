package stdlib

import (
	"crypto/hkdf"
	"crypto/pbkdf2"
	"database/sql"
	"database/sql/driver"
	"hash"
	"hash/maphash"
	"iter"
	"reflect"
	"runtime"
	"unique"
	"unsafe"
	"weak"
)

// convertAssign is what Scan calls; database/sql lets it be linked to.
//
//go:linkname convertAssign database/sql.convertAssign
func convertAssign(dest, src any) error

// native gives the compiled function behind one that the folder source
// declares without a body, or package maps does.
func native(pkg, name string) (reflect.Value, bool) {
	return valueOf(nativeFunc(pkg, name))
}

func nativeFunc(pkg, name string) any {
	switch pkg + "." + name {
	case "crypto/hkdf.extract":
		return hkdf.Extract[hash.Hash]
	case "crypto/hkdf.expand":
		return hkdf.Expand[hash.Hash]
	case "crypto/hkdf.key":
		return hkdf.Key[hash.Hash]
	case "crypto/pbkdf2.key":
		return pbkdf2.Key[hash.Hash]
	case "database/sql.assign":
		return convertAssign
	case "database/sql.nullValue":
		return func(v any) (driver.Value, error) { return sql.Null[any]{V: v, Valid: true}.Value() }
	case "hash/maphash.comparable1":
		return maphash.Comparable[any]
	case "hash/maphash.writeComparable":
		return maphash.WriteComparable[any]
	case "iter.pull":
		return func(seq func(func(struct{}) bool)) (func() (struct{}, bool), func()) { return iter.Pull(seq) }
	case "maps.clone":
		return cloneMap
	case "runtime.addCleanup":
		return func(p *byte, f func()) runtime.Cleanup {
			return runtime.AddCleanup(p, func(f func()) { f() }, f)
		}
	case "unique.make1":
		return func(v any) unsafe.Pointer { return wordOf(unique.Make(v)) }
	case "weak.make1":
		return func(p unsafe.Pointer) unsafe.Pointer { return wordOf(weak.Make((*byte)(p))) }
	case "weak.value":
		return func(u unsafe.Pointer) unsafe.Pointer {
			return unsafe.Pointer((*(*weak.Pointer[byte])(unsafe.Pointer(&u))).Value())
		}
	}
	return newer(pkg + "." + name)
}

// wordOf is the one pointer that a T is made of.
func wordOf[T any](v T) unsafe.Pointer {
	if unsafe.Sizeof(v) != unsafe.Sizeof(uintptr(0)) {
		panic("stdlib: unique.Handle and weak.Pointer are not one pointer in this release of Go")
	}
	return *(*unsafe.Pointer)(unsafe.Pointer(&v))
}

func cloneMap(m any) any {
	from := reflect.ValueOf(m)
	to := reflect.MakeMapWithSize(from.Type(), from.Len())
	for it := from.MapRange(); it.Next(); {
		to.SetMapIndex(it.Key(), it.Value())
	}
	return to.Interface()
}
