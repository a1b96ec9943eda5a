package typemap

import (
	"go/types"
	"reflect"
	"sync"

	"medkit/interp/internal/rtypes"
)

// A node is a type that rtypes has to make: a *types.Named, or an unnamed
// *types.Struct that has methods through its embedded fields.
type node struct {
	t      types.Type
	deps   []*node // whose types this one's needs
	embeds []*node // those of deps that it embeds

	index, low int // of Tarjan's algorithm
	onStack    bool
	self       bool // refers to itself
}

// graph collects what has to be made for one type.
type graph struct {
	m     *Map
	nodes []*node
	stack []*node
	count int
}

// maxNodes bounds what one type may need. More means generic types that grow
// without end through their methods' signatures.
const maxNodes = 4000

// prepare makes all named types that t reaches. With m.mu held.
func (m *Map) prepare(t types.Type) {
	g := &graph{m: m}
	g.walk(t, nil)
	for _, n := range g.nodes {
		if n.index == 0 {
			g.connect(n)
		}
	}
}

// walk finds the nodes that t mentions, as dependencies of from.
func (g *graph) walk(t types.Type, from *node) {
	switch t := t.(type) {
	case *types.Alias:
		g.walk(types.Unalias(t), from)
	case *types.Pointer:
		g.walk(t.Elem(), from)
	case *types.Slice:
		g.walk(t.Elem(), from)
	case *types.Array:
		g.walk(t.Elem(), from)
	case *types.Chan:
		g.walk(t.Elem(), from)
	case *types.Map:
		g.walk(t.Key(), from)
		g.walk(t.Elem(), from)
	case *types.Tuple:
		for v := range t.Variables() {
			g.walk(v.Type(), from)
		}
	case *types.Signature:
		g.walk(t.Params(), from)
		g.walk(t.Results(), from)
	case *types.Interface:
		for f := range t.Methods() {
			g.walk(f.Signature(), from)
		}
	case *types.Struct:
		if hasMethods(t) {
			g.depend(g.m.rewrite(t), from)
			return
		}
		g.fields(t, from)
	case *types.Named:
		n := g.m.canonical(t)
		if g.m.compiled(n) == nil {
			g.depend(n, from)
		}
	}
}

func (g *graph) fields(t *types.Struct, from *node) {
	for f := range t.Fields() {
		g.walk(f.Type(), from)
	}
}

// depend adds an edge to the node of t, and the node if t has no type yet.
func (g *graph) depend(t types.Type, from *node) {
	if g.m.all.At(t) != nil {
		return
	}
	var n *node
	for _, o := range g.nodes {
		if o.t == t || types.Identical(o.t, t) {
			n = o
			break
		}
	}
	fresh := n == nil
	if fresh {
		n = &node{t: t}
		g.nodes = append(g.nodes, n)
		if len(g.nodes) > maxNodes {
			panic(&Error{t, "needs too many other types: does a generic type grow through its own methods?"})
		}
	}
	if from != nil {
		from.deps = append(from.deps, n)
		from.self = from.self || n == from
	}
	if !fresh {
		return
	}
	s, _ := t.Underlying().(*types.Struct)
	if s != nil {
		g.fields(s, n)
	} else {
		g.walk(t.Underlying(), n)
	}
	if named, ok := t.(*types.Named); ok {
		for f := range named.Methods() {
			g.walk(f.Signature(), n)
		}
	}
	if s != nil {
		for f := range s.Fields() {
			if !f.Embedded() {
				continue
			}
			e := types.Unalias(f.Type())
			if p, ok := e.(*types.Pointer); ok {
				e = types.Unalias(p.Elem())
			}
			if en, ok := e.(*types.Named); ok {
				e = g.m.canonical(en)
			}
			for _, o := range n.deps {
				if o.t == e || types.Identical(o.t, e) {
					n.embeds = append(n.embeds, o)
					break
				}
			}
		}
	}
}

// connect is Tarjan's algorithm: components come in the order of their need.
func (g *graph) connect(n *node) {
	g.count++
	n.index, n.low = g.count, g.count
	g.stack = append(g.stack, n)
	n.onStack = true
	for _, d := range n.deps {
		if d.index == 0 {
			g.connect(d)
			n.low = min(n.low, d.low)
		} else if d.onStack {
			n.low = min(n.low, d.index)
		}
	}
	if n.low != n.index {
		return
	}
	var comp []*node
	for {
		top := g.stack[len(g.stack)-1]
		g.stack = g.stack[:len(g.stack)-1]
		top.onStack = false
		comp = append(comp, top)
		if top == n {
			break
		}
	}
	g.m.makeGroup(byEmbedding(comp))
}

// byEmbedding puts each node after those that it embeds, as far as they do not
// embed each other.
func byEmbedding(nodes []*node) []*node {
	var order []*node
	in, done := map[*node]bool{}, map[*node]bool{}
	for _, n := range nodes {
		in[n] = true
	}
	var visit func(n *node)
	visit = func(n *node) {
		if done[n] || !in[n] {
			return
		}
		done[n] = true
		for _, e := range n.embeds {
			visit(e)
		}
		order = append(order, n)
	}
	for i := len(nodes) - 1; i >= 0; i-- {
		visit(nodes[i])
	}
	return order
}

// makeGroup makes the types of one component.
func (m *Map) makeGroup(nodes []*node) {
	decls := make([]rtypes.Decl, len(nodes))
	for i, n := range nodes {
		d := rtypes.Decl{PkgPath: "main", Exprs: true, Loose: true, Unnamed: true}
		if named, ok := n.t.(*types.Named); ok {
			d.PkgPath, d.Name, d.Unnamed = pathOf(named.Obj().Pkg()), TypeName(named), false
		} else if s := n.t.(*types.Struct); s.NumFields() > 0 {
			d.PkgPath = pathOf(s.Field(0).Pkg())
		}
		d.Build = func(ts []reflect.Type) (reflect.Type, []rtypes.Method) {
			s := &stand{nodes, ts}
			if st, ok := n.t.Underlying().(*types.Struct); ok {
				return m.structType(st, s), m.methods(n.t, s)
			}
			return m.make(n.t.Underlying(), s), m.methods(n.t, s)
		}
		decls[i] = d
	}
	var ts []reflect.Type
	var err error
	if len(nodes) == 1 && !nodes[0].self {
		ts, err = rtypes.NewPlain(decls[0])
	} else {
		ts, err = rtypes.NewGroup(decls)
	}
	if err != nil {
		panic(&Error{nodes[len(nodes)-1].t, err.Error()})
	}
	for i, n := range nodes {
		m.all.Set(n.t, ts[i])
		m.back[ts[i]] = n.t
	}
}

// methods gives the declared methods of a node.
func (m *Map) methods(t types.Type, s *stand) []rtypes.Method {
	n, ok := t.(*types.Named)
	if !ok {
		return nil
	}
	switch n.Underlying().(type) {
	case *types.Interface, *types.Pointer:
		return nil
	}
	var out []rtypes.Method
	for f := range n.Methods() {
		if f.Name() == "_" {
			continue
		}
		body := sync.OnceValue(func() func(*rtypes.Frame) {
			if m.cfg.Body == nil {
				panic(&Error{t, "method " + f.Name() + " has no body"})
			}
			return m.cfg.Body(f, n)
		})
		out = append(out, rtypes.Method{
			Name: f.Name(), Type: m.funcType(f.Signature(), s), PtrRecv: pointerReceiver(f),
			Call: func(f *rtypes.Frame) { body()(f) },
		})
	}
	return out
}

func pointerReceiver(f *types.Func) bool {
	_, ok := types.Unalias(f.Signature().Recv().Type()).(*types.Pointer)
	return ok
}

// hasMethods tells whether an unnamed struct has methods, itself or its pointer.
func hasMethods(t *types.Struct) bool {
	for f := range t.Fields() {
		if f.Embedded() && types.NewMethodSet(types.NewPointer(t)).Len() > 0 {
			return true
		}
	}
	return false
}
