package rtypes

import (
	"encoding/binary"
	"fmt"
	_ "medkit/interp/internal/rtypes/first"
	"reflect"
	"unsafe"
)

// Mirrors of internal/abi's type descriptors, Go 1.26. Probe checks them.

const (
	tflagUncommon       = 1 << 0
	tflagExtraStar      = 1 << 1
	tflagNamed          = 1 << 2
	tflagGCMaskOnDemand = 1 << 4
	tflagDirectIface    = 1 << 5
)

type rtype struct {
	Size, PtrBytes          uintptr
	Hash                    uint32
	TFlag                   uint8
	Align, FieldAlign, Kind uint8
	Equal                   func(unsafe.Pointer, unsafe.Pointer) bool
	GCData                  *byte
	Str, PtrToThis          int32
}

type (
	ptrType struct {
		Type rtype
		Elem *rtype
	}
	sliceType struct {
		Type rtype
		Elem *rtype
	}
	arrayType struct {
		Type        rtype
		Elem, Slice *rtype
		Len         uintptr
	}
	chanType struct {
		Type rtype
		Elem *rtype
		Dir  int
	}
	funcType struct {
		Type              rtype
		InCount, OutCount uint16
	}
	mapType struct { // the head that 1.26 and 1.27 share; see mapHeader
		Type             rtype
		Key, Elem, Group *rtype
		Hasher           func(unsafe.Pointer, uintptr) uintptr
		GroupSize        uintptr
	}
	structField struct {
		Name   *byte
		Typ    *rtype
		Offset uintptr
	}
	structType struct {
		Type    rtype
		PkgPath *byte
		Fields  []structField
	}
	imethod       struct{ Name, Typ int32 }
	interfaceType struct {
		Type    rtype
		PkgPath *byte
		Methods []imethod
	}
	uncommon struct {
		PkgPath        int32
		Mcount, Xcount uint16
		Moff, Unused   uint32
	}
	method struct{ Name, Mtyp, Ifn, Tfn int32 }
)

// headers gives the kind-specific descriptor; the other kinds use rtype alone.
var headers = map[reflect.Kind]reflect.Type{
	reflect.Pointer:   reflect.TypeFor[ptrType](),
	reflect.Slice:     reflect.TypeFor[sliceType](),
	reflect.Array:     reflect.TypeFor[arrayType](),
	reflect.Chan:      reflect.TypeFor[chanType](),
	reflect.Func:      reflect.TypeFor[funcType](),
	reflect.Map:       mapHeader(),
	reflect.Struct:    reflect.TypeFor[structType](),
	reflect.Interface: reflect.TypeFor[interfaceType](),
}

// mapHeader is abi.MapType itself, which reflect's iterator points to: its tail
// differs between releases and experiments.
func mapHeader() reflect.Type {
	if f, ok := reflect.TypeFor[reflect.MapIter]().FieldByName("hiter"); ok && f.Type.Kind() == reflect.Struct {
		if f, ok := f.Type.FieldByName("typ"); ok && f.Type.Kind() == reflect.Pointer && f.Type.Elem().Name() == "MapType" {
			return f.Type.Elem()
		}
	}
	return reflect.TypeFor[mapType]() // Probe refuses it
}

func header(k reflect.Kind) reflect.Type {
	if h := headers[k]; h != nil {
		return h
	}
	return reflect.TypeFor[rtype]()
}

//go:linkname addReflectOff reflect.addReflectOff
func addReflectOff(ptr unsafe.Pointer) int32

//go:linkname resolveNameOff reflect.resolveNameOff
func resolveNameOff(base unsafe.Pointer, off int32) unsafe.Pointer

//go:linkname resolveTypeOff reflect.resolveTypeOff
func resolveTypeOff(base unsafe.Pointer, off int32) unsafe.Pointer

//go:linkname resolveTextOff reflect.resolveTextOff
func resolveTextOff(base unsafe.Pointer, off int32) unsafe.Pointer

// descriptor returns t's descriptor.
func descriptor(t reflect.Type) *rtype {
	return (*rtype)((*[2]unsafe.Pointer)(unsafe.Pointer(&t))[1])
}

// asType is descriptor's inverse: reflect.TypeOf reads only the type word.
func asType(r *rtype) reflect.Type {
	var e any
	(*[2]unsafe.Pointer)(unsafe.Pointer(&e))[0] = unsafe.Pointer(r)
	return reflect.TypeOf(e)
}

func varint(b []byte, n int) []byte {
	for ; n >= 0x80; n >>= 7 {
		b = append(b, byte(n)|0x80)
	}
	return append(b, byte(n))
}

// encodeName makes an abi.Name; pkgPath may be empty.
func encodeName(name, tag, pkgPath string, exported, embedded bool) *byte {
	b := []byte{0}
	if exported {
		b[0] |= 1 << 0
	}
	if embedded {
		b[0] |= 1 << 3
	}
	b = append(varint(b, len(name)), name...)
	if tag != "" {
		b[0] |= 1 << 1
		b = append(varint(b, len(tag)), tag...)
	}
	if pkgPath != "" {
		b[0] |= 1 << 2
		b = binary.NativeEndian.AppendUint32(b, uint32(nameOff(pkgPath, "", false)))
	}
	return &b[0]
}

// decodeName reads an abi.Name without its tag.
func decodeName(p *byte) string {
	if p == nil {
		return ""
	}
	n, i := 0, 1
	for shift := 0; ; shift += 7 {
		c := *(*byte)(unsafe.Add(unsafe.Pointer(p), i))
		i++
		n |= int(c&0x7f) << shift
		if c&0x80 == 0 {
			break
		}
	}
	return unsafe.String((*byte)(unsafe.Add(unsafe.Pointer(p), i)), n)
}

func nameOff(name, pkgPath string, exported bool) int32 {
	return addReflectOff(unsafe.Pointer(encodeName(name, "", pkgPath, exported, false)))
}

func typeOff(t reflect.Type) int32 {
	id := addReflectOff(unsafe.Pointer(descriptor(t)))
	if id == -1 {
		panic(fmt.Sprintf("reflect gave %v the id -1 before package first could take it", t))
	}
	return id
}

// block is memory for one named type: header, uncommon, func in/out types, methods.
type block struct {
	r *rtype
	u *uncommon
	a []*rtype
	m []method
}

func newBlock(h reflect.Type, nargs, nmethods int) block {
	v := reflect.New(reflect.StructOf([]reflect.StructField{
		{Name: "S", Type: h},
		{Name: "U", Type: reflect.TypeFor[uncommon]()},
		{Name: "A", Type: reflect.ArrayOf(nargs, reflect.TypeFor[*rtype]())},
		{Name: "M", Type: reflect.ArrayOf(nmethods, reflect.TypeFor[method]())},
		{Name: "End", Type: reflect.TypeFor[int32]()}, // no pointer past the end
	}))
	base := v.UnsafePointer()
	t := v.Type().Elem()
	b := block{r: (*rtype)(base), u: (*uncommon)(unsafe.Add(base, t.Field(1).Offset))}
	if nargs > 0 {
		b.a = unsafe.Slice((**rtype)(unsafe.Add(base, t.Field(2).Offset)), nargs)
	}
	if nmethods > 0 {
		b.m = unsafe.Slice((*method)(unsafe.Add(base, t.Field(3).Offset)), nmethods)
	}
	b.u.Moff = uint32(t.Field(3).Offset - t.Field(1).Offset)
	if t.Field(1).Offset != h.Size() {
		panic("rtypes: padding before the uncommon part")
	}
	return b
}
