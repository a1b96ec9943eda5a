package typemap

import (
	"fmt"
	"go/types"
	"reflect"
	"unsafe"

	"medkit/interp/internal/rtypes"
)

// Target is the declared method behind a method of a dynamic type.
type Target struct {
	Func *types.Func  // of Recv; its Origin is the declaration
	Recv *types.Named // the type that declares it, with type arguments
	// PtrRecv is set if the body wants a *Recv, else it wants a Recv.
	PtrRecv bool
	// Direct is set if the interface's data word is the dynamic value itself,
	// which is no pointer to Recv or to what embeds it (a func, map or channel, a
	// struct of one pointer).
	Direct bool
	Walk   []Step
	// typ names the dynamic type in the panic for a nil pointer.
	typ reflect.Type
}

// Step goes from a struct's address to that of an embedded field, or to what
// the field, a pointer, points to.
type Step struct {
	Offset uintptr
	Deref  bool
}

// Receiver gives the address of the receiver, of type Recv, for an interface's
// data word. That of a Direct word may be word itself: copy the value before
// the word goes.
func (t *Target) Receiver(word *unsafe.Pointer) unsafe.Pointer {
	p := *word
	if t.Direct {
		p = unsafe.Pointer(word)
	}
	for _, s := range t.Walk {
		_ = *(*byte)(p) // a nil pointer faults, as field access does
		p = unsafe.Add(p, s.Offset)
		if s.Deref {
			p = *(*unsafe.Pointer)(p)
		}
	}
	if p == nil && !t.PtrRecv {
		if len(t.Walk) == 0 {
			panic(rtypes.NilReceiver(t.typ.Elem(), t.Func.Name()))
		}
		_ = *(*byte)(p)
	}
	return p
}

type targetKey struct {
	dyn       reflect.Type
	name, pkg string
}

// Target finds the declared method of interpreted code that a call of a method
// (of package pkg, if its name is not exported) on a value of dynamic type dyn
// runs. False means that it is a compiled method: call it by the interface's
// own table.
func (m *Map) Target(dyn reflect.Type, name string, pkg *types.Package) (*Target, bool) {
	key := targetKey{dyn: dyn, name: name}
	if pkg != nil && !types.NewFunc(0, pkg, name, nil).Exported() {
		key.pkg = pkg.Path()
	}
	if v, ok := m.targets.Load(key); ok {
		t := v.(*Target)
		return t, t != nil
	}
	m.mu.Lock()
	t := m.target(dyn, name, pkg)
	m.mu.Unlock()
	m.targets.Store(key, t)
	return t, t != nil
}

// target is Target with m.mu held, nil if there is none.
func (m *Map) target(dyn reflect.Type, name string, pkg *types.Package) *Target {
	t := m.goType(dyn)
	if t == nil {
		return nil
	}
	if pkg == nil {
		pkg = types.NewPackage("main", "main")
	}
	o, path, _ := types.LookupFieldOrMethod(t, false, pkg, name)
	f, ok := o.(*types.Func)
	if !ok {
		return nil
	}
	cur, isPtr := deref(t)
	g := &Target{Func: f, PtrRecv: pointerReceiver(f), Direct: !isPtr && rtypes.Direct(dyn), typ: dyn}
	for _, i := range path[:len(path)-1] {
		st, ok := cur.Underlying().(*types.Struct)
		if !ok {
			return nil
		}
		s := Step{Offset: m.make(cur, nil).Field(i).Offset}
		cur, s.Deref = deref(st.Field(i).Type())
		g.Walk = append(g.Walk, s)
	}
	n, ok := types.Unalias(cur).(*types.Named)
	if !ok {
		return nil
	}
	n = m.canonical(n)
	if m.compiled(n) != nil {
		return nil
	}
	if _, ok := n.Underlying().(*types.Interface); ok {
		return nil // what the interface holds decides
	}
	g.Recv = n
	return g
}

func deref(t types.Type) (types.Type, bool) {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		return p.Elem(), true
	}
	return t, false
}

var _ fmt.Stringer = (*Target)(nil)

func (t *Target) String() string { return t.Func.FullName() }
