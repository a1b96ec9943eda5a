package typemap

import (
	"fmt"
	"go/types"
	"reflect"
	"sync"
	"unsafe"

	"golang.org/x/tools/go/types/typeutil"

	"medkit/interp/internal/rtypes"
)

// Config is what a Map is made over.
type Config struct {
	// Symbol finds compiled types, as nil pointers to them.
	Symbol func(pkg, name string) (reflect.Value, bool)
	// Import gives compiled packages, so that their unexported types can be
	// found. May be nil if there are none.
	Import func(path string) (*types.Package, error)
	// Body gives the code of a declared method of recv, a named type with its
	// type arguments; asked for when compiled code first calls the method. It
	// may be nil if nothing calls methods.
	Body func(m *types.Func, recv *types.Named) func(*rtypes.Frame)
}

// Error tells of a type that cannot be made.
type Error struct {
	Type types.Type
	Msg  string
}

func (e *Error) Error() string {
	return fmt.Sprintf("type %s: %s", types.TypeString(e.Type, (*types.Package).Name), e.Msg)
}

// Map gives run-time types. Its methods may be called from several goroutines.
type Map struct {
	cfg Config
	ctx *types.Context

	mu    sync.RWMutex
	cache map[types.Type]reflect.Type // by identity of the go/types value; dropped when large
	all   typeutil.Map                // named types and unnamed structs made here, by types.Identical
	back  map[reflect.Type]types.Type // of those
	alias map[*types.TypeName]*types.Named
	// first is the first seen of the generic types of one path and name, of
	// compiled packages.
	first   map[string]*types.Named
	hidden  map[string]map[string]reflect.Type // of compiled packages, see reachable
	targets sync.Map                           // targetKey -> *Target, nil pointer: none
}

// maxCache bounds Map.cache, whose keys keep a cell's types alive.
const maxCache = 1 << 14

// New makes an empty Map.
func New(cfg Config) *Map {
	return &Map{
		cfg:    cfg,
		ctx:    types.NewContext(),
		cache:  map[types.Type]reflect.Type{},
		back:   map[reflect.Type]types.Type{},
		alias:  map[*types.TypeName]*types.Named{},
		first:  map[string]*types.Named{},
		hidden: map[string]map[string]reflect.Type{},
	}
}

// Type gives t's run-time type. A t that has none (a type parameter, a
// constraint) or cannot be made is a panic with an [*Error].
func (m *Map) Type(t types.Type) reflect.Type {
	m.mu.RLock()
	r := m.cache[t]
	m.mu.RUnlock()
	if r != nil {
		return r
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	defer asError(t)
	m.prepare(t)
	return m.make(t, nil)
}

// asError names the type in what reflect and rtypes panic with.
func asError(t types.Type) {
	switch p := recover().(type) {
	case nil:
	case *Error:
		panic(p)
	case error:
		panic(&Error{t, p.Error()})
	case string:
		panic(&Error{t, p})
	default:
		panic(p)
	}
}

// GoType gives the type for which m made r, or nil if m did not make it.
func (m *Map) GoType(r reflect.Type) types.Type {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.goType(r)
}

func (m *Map) goType(r reflect.Type) types.Type {
	if t := m.back[r]; t != nil {
		return t
	}
	if r.Kind() == reflect.Pointer && r.Name() == "" {
		if e := m.back[r.Elem()]; e != nil {
			return types.NewPointer(e)
		}
	}
	return nil
}

// Alias gives fresh, declared again without a change, the run-time type of kept.
// It must come before fresh is first used. Both may be generic.
func (m *Map) Alias(fresh, kept *types.Named) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for k := m.alias[kept.Obj()]; k != nil; k = m.alias[kept.Obj()] {
		kept = k
	}
	if fresh.Obj() != kept.Obj() {
		m.alias[fresh.Obj()] = kept
		clear(m.cache)
	}
}

func (m *Map) remember(t types.Type, r reflect.Type) {
	if len(m.cache) >= maxCache {
		clear(m.cache)
	}
	m.cache[t] = r
}

var basic = map[types.BasicKind]reflect.Type{
	types.Bool: reflect.TypeFor[bool](), types.String: reflect.TypeFor[string](),
	types.Int: reflect.TypeFor[int](), types.Int8: reflect.TypeFor[int8](), types.Int16: reflect.TypeFor[int16](), types.Int32: reflect.TypeFor[int32](), types.Int64: reflect.TypeFor[int64](),
	types.Uint: reflect.TypeFor[uint](), types.Uint8: reflect.TypeFor[uint8](), types.Uint16: reflect.TypeFor[uint16](), types.Uint32: reflect.TypeFor[uint32](), types.Uint64: reflect.TypeFor[uint64](), types.Uintptr: reflect.TypeFor[uintptr](),
	types.Float32: reflect.TypeFor[float32](), types.Float64: reflect.TypeFor[float64](), types.Complex64: reflect.TypeFor[complex64](), types.Complex128: reflect.TypeFor[complex128](),
	types.UnsafePointer: reflect.TypeFor[unsafe.Pointer](),
	types.UntypedBool:   reflect.TypeFor[bool](), types.UntypedInt: reflect.TypeFor[int](), types.UntypedRune: reflect.TypeFor[rune](), types.UntypedFloat: reflect.TypeFor[float64](), types.UntypedComplex: reflect.TypeFor[complex128](), types.UntypedString: reflect.TypeFor[string](),
	types.UntypedNil: reflect.TypeFor[unsafe.Pointer](),
}

// stand gives the types of a group that is being made: stand-ins, then the
// real ones.
type stand struct {
	nodes []*node
	types []reflect.Type
}

func (s *stand) find(t types.Type) reflect.Type {
	if s != nil {
		for i, n := range s.nodes {
			if n.t == t || types.Identical(n.t, t) {
				return s.types[i]
			}
		}
	}
	return nil
}

// make gives the run-time type of t, all of whose named types exist or are in s.
// With m.mu held.
func (m *Map) make(t types.Type, s *stand) reflect.Type {
	if s == nil {
		if r := m.cache[t]; r != nil {
			return r
		}
	}
	r := m.make1(t, s)
	if s == nil {
		m.remember(t, r)
	}
	return r
}

func (m *Map) make1(t types.Type, s *stand) reflect.Type {
	switch t := t.(type) {
	case *types.Alias:
		return m.make(types.Unalias(t), s)
	case *types.Basic:
		if r := basic[t.Kind()]; r != nil {
			return r
		}
	case *types.Pointer:
		return reflect.PointerTo(m.make(t.Elem(), s))
	case *types.Slice:
		return reflect.SliceOf(m.make(t.Elem(), s))
	case *types.Array:
		return reflect.ArrayOf(int(t.Len()), m.make(t.Elem(), s))
	case *types.Map:
		return reflect.MapOf(m.make(t.Key(), s), m.make(t.Elem(), s))
	case *types.Chan:
		return reflect.ChanOf(chanDir[t.Dir()], m.make(t.Elem(), s))
	case *types.Signature:
		return m.funcType(t, s)
	case *types.Tuple:
		if t.Len() == 1 {
			return m.make(t.At(0).Type(), s)
		}
		return reflect.TypeFor[struct{}]()
	case *types.Interface:
		return m.interfaceType(t, s)
	case *types.Struct:
		if hasMethods(t) {
			return m.made(m.rewrite(t), s)
		}
		return m.structType(t, s)
	case *types.Named:
		n := m.canonical(t)
		if r := m.compiled(n); r != nil {
			return r
		}
		return m.made(n, s)
	case *types.TypeParam:
		panic(&Error{t, "a type parameter has no run-time type"})
	}
	panic(&Error{t, "has no run-time type"})
}

// made gives the type of a node.
func (m *Map) made(t types.Type, s *stand) reflect.Type {
	if r := s.find(t); r != nil {
		return r
	}
	if r, ok := m.all.At(t).(reflect.Type); ok {
		return r
	}
	panic(&Error{t, "was not prepared"})
}

var chanDir = map[types.ChanDir]reflect.ChanDir{types.SendRecv: reflect.BothDir, types.SendOnly: reflect.SendDir, types.RecvOnly: reflect.RecvDir}

func (m *Map) funcType(t *types.Signature, s *stand) reflect.Type {
	in := make([]reflect.Type, 0, t.Params().Len())
	for v := range t.Params().Variables() {
		in = append(in, m.make(v.Type(), s))
	}
	out := make([]reflect.Type, 0, t.Results().Len())
	for v := range t.Results().Variables() {
		out = append(out, m.make(v.Type(), s))
	}
	return reflect.FuncOf(in, out, t.Variadic())
}

func (m *Map) structType(t *types.Struct, s *stand) reflect.Type {
	fields := make([]reflect.StructField, 0, t.NumFields())
	pkg := ""
	for i := range t.NumFields() {
		f := t.Field(i)
		sf := reflect.StructField{Name: f.Name(), Type: m.make(f.Type(), s), Tag: reflect.StructTag(t.Tag(i)), Anonymous: f.Embedded()}
		if !f.Exported() {
			pkg = pathOf(f.Pkg())
			sf.PkgPath = pkg
		}
		fields = append(fields, sf)
	}
	return rtypes.Struct(pkg, fields)
}

func pathOf(p *types.Package) string {
	if p == nil {
		return "main"
	}
	return p.Path()
}

func (m *Map) interfaceType(t *types.Interface, s *stand) reflect.Type {
	if !t.IsMethodSet() {
		panic(&Error{t, "a constraint has no run-time type"})
	}
	pkg := "main"
	ms := make([]rtypes.Method, 0, t.NumMethods())
	for f := range t.Methods() {
		if !f.Exported() {
			pkg = pathOf(f.Pkg())
		}
		ms = append(ms, rtypes.Method{Name: f.Name(), Type: m.funcType(f.Signature(), s)})
	}
	r, err := rtypes.Interface(pkg, ms)
	if err != nil {
		panic(&Error{t, err.Error()})
	}
	return r
}
