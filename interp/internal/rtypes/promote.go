package rtypes

import (
	"reflect"
	"sort"
	"unsafe"
)

// methodSet gives the methods of *T, for a T with this underlying type: its
// own and those its embedded fields promote.
func methodSet(pkgPath string, u reflect.Type, own []Method) []entry {
	type id struct{ name, pkg string }
	best := map[id]entry{}
	clash := map[id]bool{}
	for _, m := range own {
		k := id{m.Name, pkgOf(m.Name, pkgPath)}
		if _, dup := best[k]; dup {
			panic("duplicate method " + m.Name)
		}
		best[k] = entry{m, k.pkg, 0}
	}
	if u.Kind() == reflect.Struct {
		depths := map[id]int{} // of fields, promoted ones too
		fieldDepths(u, 0, func(f reflect.StructField, depth int) {
			k := id{f.Name, f.PkgPath}
			if d, ok := depths[k]; !ok || depth < d {
				depths[k] = depth
			}
		})
		for i := range u.NumField() {
			f := u.Field(i)
			if !f.Anonymous {
				continue
			}
			for _, e := range promoted(f) {
				e.depth++
				k := id{e.Name, e.pkg}
				// A field as shallow as the method hides it or clashes with it.
				if d, ok := depths[k]; ok && d <= e.depth {
					continue
				}
				old, ok := best[k]
				switch {
				case !ok || e.depth < old.depth:
					best[k] = e
					clash[k] = false
				case e.depth == old.depth:
					clash[k] = true
				}
			}
		}
	}
	var out []entry
	for k, e := range best {
		if !clash[k] {
			out = append(out, e)
		}
	}
	sortMethods(out)
	return out
}

// fieldDepths visits the fields of a struct and of those it embeds.
func fieldDepths(t reflect.Type, depth int, visit func(reflect.StructField, int)) {
	if depth > 8 { // a cycle through pointers
		return
	}
	for i := range t.NumField() {
		f := t.Field(i)
		visit(f, depth)
		ft := f.Type
		if f.Anonymous && ft.Kind() == reflect.Pointer {
			ft = ft.Elem()
		}
		if f.Anonymous && ft.Kind() == reflect.Struct {
			fieldDepths(ft, depth+1, visit)
		}
	}
}

// sortMethods gives the order the runtime expects of types and interfaces.
func sortMethods(ms []entry) {
	sort.Slice(ms, func(i, j int) bool {
		a, b := ms[i], ms[j]
		if x, y := exported(a.Name), exported(b.Name); x != y {
			return x
		}
		if a.Name != b.Name {
			return a.Name < b.Name
		}
		return a.pkg < b.pkg
	})
}

// promoted lists what one embedded field gives.
func promoted(f reflect.StructField) []entry {
	ft, off := f.Type, f.Offset
	isPtr := ft.Kind() == reflect.Pointer
	et := ft
	if isPtr {
		et = ft.Elem()
	}
	// inside finds the embedded value's address, given the outer receiver's.
	inside := func(p unsafe.Pointer) unsafe.Pointer {
		_ = *(*byte)(p) // a nil outer pointer faults here
		p = unsafe.Add(p, off)
		if isPtr {
			p = *(*unsafe.Pointer)(p)
		}
		return p
	}
	at := func(recv reflect.Value) unsafe.Pointer {
		if !recv.CanAddr() { // recvPtr: a plain pointer
			return inside(recv.UnsafePointer())
		}
		return inside(recv.Addr().UnsafePointer())
	}
	var out []entry
	if ms := byType[et]; ms != nil {
		for _, e := range ms {
			name, fn, call, ptrRecv := e.Name, e.Fn, e.Call, e.PtrRecv
			e.PtrRecv = ptrRecv && !isPtr
			if fn != nil {
				e.Fn = func(recv reflect.Value, args []reflect.Value) []reflect.Value {
					p := at(recv)
					if ptrRecv {
						return fn(reflect.NewAt(et, p), args)
					}
					if p == nil {
						panic(NilReceiver(et, name))
					}
					return fn(copyOf(et, p), args)
				}
			}
			if call != nil {
				e.Call = func(f *Frame) {
					f.recv = inside(f.recv)
					if f.recv == nil && !ptrRecv {
						panic(NilReceiver(et, name))
					}
					call(f)
				}
			}
			out = append(out, e)
		}
		return out
	}
	add := func(m reflect.Method, sig reflect.Type, ptrRecv bool, value func(unsafe.Pointer) reflect.Value) {
		name := m.Name
		out = append(out, entry{Method: Method{Name: name, Type: sig, PtrRecv: ptrRecv,
			Fn: func(recv reflect.Value, args []reflect.Value) []reflect.Value {
				mv := value(at(recv)).MethodByName(name)
				if sig.IsVariadic() {
					return mv.CallSlice(args)
				}
				return mv.Call(args)
			}}})
	}
	if et.Kind() == reflect.Interface {
		for i := range et.NumMethod() {
			// Unexported ones cannot be called by reflect and are left out.
			if m := et.Method(i); m.PkgPath == "" {
				add(m, m.Type, false, func(p unsafe.Pointer) reflect.Value {
					v := reflect.NewAt(et, p).Elem()
					if v.IsNil() {
						_ = *(*byte)(nil) // faults, as the call does in Go
					}
					return v
				})
			}
		}
		return out
	}
	pt := reflect.PointerTo(et)
	for i := range pt.NumMethod() {
		m := pt.Method(i)
		_, valueMethod := et.MethodByName(m.Name)
		add(m, withoutReceiver(m.Type), !valueMethod && !isPtr,
			func(p unsafe.Pointer) reflect.Value { return reflect.NewAt(et, p) })
	}
	return out
}

func withoutReceiver(f reflect.Type) reflect.Type {
	var in, out []reflect.Type
	for i := 1; i < f.NumIn(); i++ {
		in = append(in, f.In(i))
	}
	for i := range f.NumOut() {
		out = append(out, f.Out(i))
	}
	return reflect.FuncOf(in, out, f.IsVariadic())
}
