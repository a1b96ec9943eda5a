package engine

import (
	"go/ast"
	"go/types"
	"math"
	"reflect"
	"unsafe"
)

// builtinName tells whether a call's function is a builtin of the language or
// of package unsafe.
func (c *comp) builtinName(e ast.Expr) (string, bool) {
	var id *ast.Ident
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		id = x
	case *ast.SelectorExpr:
		id = x.Sel
	default:
		return "", false
	}
	b, ok := c.u.info.Uses[id].(*types.Builtin)
	if !ok {
		return "", false
	}
	return b.Name(), true
}

// builtin is a call of a builtin that has a value.
func (c *comp) builtin(e *ast.CallExpr, name string) *expr {
	t := c.typeOf(e)
	switch name {
	case "make":
		return c.makeCall(e, t)
	case "new":
		elem := t.Underlying().(*types.Pointer).Elem()
		if c.u.info.Types[e.Args[0]].IsType() {
			r := c.rtype(elem)
			return &expr{t: t, k: kPtr, fn: func(*Frame) ptr { return unsafeNew(r) }}
		}
		return c.newOf(t, c.as(e.Args[0], elem))
	case "Sizeof", "Alignof", "Offsetof":
		return c.unsafeSize(e, name)
	}
	pre, xs := c.builtinArgs(e, name, t)
	x := c.builtinCall(e, name, t, xs)
	if pre != nil {
		x = &expr{t: x.t, k: x.k, fn: c.ops(x.t).after(pre, x), calls: true}
	}
	return x
}

// builtinStmt is a call of a builtin for its effect.
func (c *comp) builtinStmt(e *ast.CallExpr, name string) stmt {
	switch name {
	case "make", "new", "Sizeof", "Alignof", "Offsetof":
		x := c.builtin(e, name)
		return do(c.ops(x.t).drop(c, x))
	}
	pre, xs := c.builtinArgs(e, name, c.typeOf(e))
	st := c.builtinEffect(e, name, c.typeOf(e), xs)
	if pre != nil {
		return func(f *Frame) ctl { pre(f); return st(f) }
	}
	return st
}

// builtinArgs compiles the arguments with the types that the builtin wants. A
// single call with several values is spread: pre runs it.
func (c *comp) builtinArgs(e *ast.CallExpr, name string, t types.Type) (pre func(*Frame), xs []*expr) {
	if len(e.Args) == 1 {
		if tup, ok := c.u.info.TypeOf(e.Args[0]).(*types.Tuple); ok && tup.Len() != 1 {
			eval, vals, done := c.multi(e.Args[0])
			evals, held := c.hold(vals)
			steps := append([]func(*Frame){eval}, evals...)
			if done != nil {
				steps = append(steps, done)
			}
			for i, x := range held {
				held[i] = c.builtinArg(name, t, i, e.Ellipsis.IsValid(), held, nil, x)
			}
			return all(steps), held
		}
	}
	xs = make([]*expr, len(e.Args))
	for i, a := range e.Args {
		xs[i] = c.builtinArg(name, t, i, e.Ellipsis.IsValid(), xs, a, nil)
	}
	return nil, xs
}

// builtinArg compiles the i-th argument, or converts x if that is compiled
// already.
func (c *comp) builtinArg(name string, t types.Type, i int, spread bool, xs []*expr, a ast.Expr, x *expr) *expr {
	var want types.Type
	switch name {
	case "append":
		switch {
		case i == 0:
			want = t
		case !spread:
			want = t.Underlying().(*types.Slice).Elem()
		case c.u.info.Types[a].IsNil():
			want = t
		}
	case "delete":
		if i == 1 {
			want = xs[0].t.Underlying().(*types.Map).Key()
		}
	case "min", "max":
		want = t
	case "complex":
		want = types.Typ[types.Float64]
		if classOf(t) == kC64 {
			want = types.Typ[types.Float32]
		}
	case "panic":
		want = types.Universe.Lookup("any").Type()
	case "print", "println":
		if x == nil {
			want = c.blankType(a)
		}
	case "Add", "Slice", "String":
		if i == 1 && x == nil {
			return c.indexExpr(a)
		}
	case "StringData":
		want = types.Typ[types.String]
	case "copy", "len", "cap", "real", "imag":
		if x == nil && isUntyped(c.typeOf(a)) {
			want = types.Default(c.typeOf(a))
		}
	}
	switch {
	case x != nil && want != nil:
		return c.convert(x, want)
	case x != nil:
		return x
	case want != nil:
		return c.as(a, want)
	}
	return c.expr(a)
}

// builtinEffect runs a builtin over compiled operands.
func (c *comp) builtinEffect(n ast.Node, name string, t types.Type, xs []*expr) stmt {
	switch name {
	case "panic":
		return c.panicStmt(n, xs[0])
	case "print", "println":
		return do(c.printCall(name == "println", xs))
	case "delete":
		u := xs[0].t.Underlying().(*types.Map)
		m, k, mt := xs[0].ptr(), c.keyPlace(xs[1], u.Key()), c.rtype(u)
		return do(func(f *Frame) { q := m(f); mapdelete(mt, q, k(f)) })
	case "close":
		ch := xs[0].ptr()
		return do(func(f *Frame) {
			q := ch(f)
			if q == nil {
				close((chan int)(nil))
			}
			chanclose(q)
		})
	case "clear":
		return do(c.clearCall(xs[0]))
	}
	x := c.builtinCall(n, name, t, xs)
	return do(c.ops(x.t).drop(c, x))
}

func (c *comp) clearCall(x *expr) func(*Frame) {
	if u, ok := x.t.Underlying().(*types.Map); ok {
		m, t := x.ptr(), c.rtype(u)
		return func(f *Frame) {
			if q := m(f); q != nil {
				mapclear(t, q)
			}
		}
	}
	s, t := x.slice(), c.rtype(x.t.Underlying().(*types.Slice).Elem())
	return func(f *Frame) {
		if h := s(f); h.n > 0 {
			typedarrayclear(t, h.p, h.n)
		}
	}
}

// builtinCall is the value of a builtin over compiled operands.
func (c *comp) builtinCall(n ast.Node, name string, t types.Type, xs []*expr) *expr {
	r := &expr{t: t}
	for _, x := range xs {
		r.calls = r.calls || x.calls
	}
	switch name {
	case "len", "cap":
		return c.lenCall(n, name == "cap", xs[0])
	case "append":
		r.fn = c.appendCall(t, xs, n)
	case "copy":
		r.t = types.Typ[types.Int]
		r.fn = c.copyCall(xs[0], xs[1])
	case "min", "max":
		r.fn = xs[0].fn
		for _, y := range xs[1:] {
			x := &expr{t: t, k: y.k, fn: r.fn, calls: r.calls}
			r.fn = minMax(name == "min", x, y)
		}
	case "complex":
		r.fn = complexCall(classOf(t), xs[0], xs[1])
	case "real", "imag":
		r.fn = realImag(name == "real", xs[0])
	case "recover":
		return c.recoverCall(n)
	case "Add":
		p, k := xs[0].ptr(), xs[1].int()
		r.fn = func(f *Frame) ptr { q := p(f); return unsafe.Add(q, k(f)) }
	case "Slice":
		size := int64(c.rt(t.Underlying().(*types.Slice).Elem()).Size())
		r.fn = unsafeSlice(xs[0].ptr(), xs[1].int(), size)
	case "SliceData":
		s := xs[0].slice()
		r.fn = func(f *Frame) ptr { return s(f).p }
	case "String":
		p, k := xs[0].ptr(), xs[1].int()
		r.fn = func(f *Frame) string { q := p(f); return unsafe.String((*byte)(q), k(f)) }
	case "StringData":
		s := xs[0].str()
		r.fn = func(f *Frame) ptr { return ptr(unsafe.StringData(s(f))) }
	default:
		c.fail(n, "builtin %s", name)
	}
	r.k = classOf(r.t)
	return r
}

func (c *comp) lenCall(n ast.Node, isCap bool, x *expr) *expr {
	r := &expr{t: types.Typ[types.Int], k: kI64, calls: x.calls}
	switch u := x.t.Underlying().(type) {
	case *types.Basic:
		s := x.str()
		if l := x.loc; l != 0 {
			r.fn = func(f *Frame) int64 { return int64(len(*(*string)(at(f, l)))) }
		} else {
			r.fn = func(f *Frame) int64 { return int64(len(s(f))) }
		}
	case *types.Slice:
		s := x.slice()
		switch l := x.loc; {
		case isCap && l != 0:
			r.fn = func(f *Frame) int64 { return int64((*sliceH)(at(f, l)).cap) }
		case isCap:
			r.fn = func(f *Frame) int64 { return int64(s(f).cap) }
		case l != 0:
			r.fn = func(f *Frame) int64 { return int64((*sliceH)(at(f, l)).n) }
		default:
			r.fn = func(f *Frame) int64 { return int64(s(f).n) }
		}
	case *types.Map:
		m := x.ptr()
		r.fn = func(f *Frame) int64 { return int64(maplen(m(f))) }
	case *types.Chan:
		ch, count := x.ptr(), chanlen
		if isCap {
			count = chancap
		}
		r.fn = func(f *Frame) int64 { return int64(count(ch(f))) }
	case *types.Array:
		n, run := u.Len(), c.ops(x.t).drop(c, x)
		r.fn = func(f *Frame) int64 { run(f); return n }
	case *types.Pointer:
		n, p := u.Elem().Underlying().(*types.Array).Len(), x.ptr()
		r.fn = func(f *Frame) int64 { p(f); return n }
	default:
		c.fail(n, "len of %v", x.t)
	}
	return r
}

func (c *comp) appendCall(t types.Type, xs []*expr, n ast.Node) any {
	et := t.Underlying().(*types.Slice).Elem()
	rt := c.rt(et)
	ep, size := rtypeOf(rt), rt.Size()
	s := xs[0].slice()
	if call, ok := n.(*ast.CallExpr); ok && call.Ellipsis.IsValid() {
		return c.appendSpread(ep, size, s, xs[1])
	}
	switch vals := xs[1:]; len(vals) {
	case 0:
		return s
	case 1:
		if fn := fastAppend(s, vals[0], ep); fn != nil && !swapped(xs[0], vals[0]) {
			return fn
		}
	}
	// the elements are evaluated before the slice grows
	k := len(xs) - 1
	tmpType := rtypeOf(reflect.ArrayOf(k, rt))
	var into []func(*Frame, ptr)
	for _, x := range xs[1:] {
		into = append(into, c.ops(et).into(x))
	}
	late := swapped(xs[0], &expr{calls: anyCalls(xs[1:])})
	return func(f *Frame) sliceH {
		var a sliceH
		if !late {
			a = s(f)
		}
		tmp := unsafeNew(tmpType)
		for i, w := range into {
			w(f, unsafe.Add(tmp, uintptr(i)*size))
		}
		if late {
			a = s(f)
		}
		return appendElems(ep, size, a, sliceH{tmp, k, k})
	}
}

func anyCalls(xs []*expr) bool {
	for _, x := range xs {
		if x.calls {
			return true
		}
	}
	return false
}

func (c *comp) appendSpread(ep ptr, size uintptr, s func(*Frame) sliceH, x *expr) any {
	if x.k == kStr {
		v := x.str()
		return func(f *Frame) sliceH {
			a := s(f)
			b := append(*(*[]byte)(ptr(&a)), v(f)...)
			return *(*sliceH)(ptr(&b))
		}
	}
	v := x.slice()
	return func(f *Frame) sliceH {
		a := s(f)
		b := v(f)
		if b.n == 0 {
			return a
		}
		return appendElems(ep, size, a, b)
	}
}

// appendElems is append(a, b...).
func appendElems(ep ptr, size uintptr, a, b sliceH) sliceH {
	n := a.n + b.n
	if n < 0 {
		panicGrow()
	}
	if n > a.cap {
		old := a.n
		a = growslice(ep, a, b.n)
		a.n = old
	}
	if size > 0 {
		typedslicecopy(ep, sliceH{unsafe.Add(a.p, uintptr(a.n)*size), b.n, b.n}, b)
	}
	a.n = n
	return a
}

//go:noinline
func panicGrow() {
	s := make([]struct{}, math.MaxInt)
	_ = append(s, struct{}{})
}

func (c *comp) copyCall(dst, src *expr) any {
	d, ep := dst.slice(), c.rtype(dst.t.Underlying().(*types.Slice).Elem())
	if src.k == kStr {
		s := src.str()
		return func(f *Frame) int64 {
			a := d(f)
			return int64(copy(*(*[]byte)(ptr(&a)), s(f)))
		}
	}
	s := src.slice()
	return func(f *Frame) int64 { a := d(f); return int64(typedslicecopy(ep, a, s(f))) }
}

func minMax(isMin bool, x, y *expr) any {
	switch x.k {
	case kI8:
		return minMaxT[int8](isMin, x, y)
	case kI16:
		return minMaxT[int16](isMin, x, y)
	case kI32:
		return minMaxT[int32](isMin, x, y)
	case kI64:
		return minMaxT[int64](isMin, x, y)
	case kU8:
		return minMaxT[uint8](isMin, x, y)
	case kU16:
		return minMaxT[uint16](isMin, x, y)
	case kU32:
		return minMaxT[uint32](isMin, x, y)
	case kU64:
		return minMaxT[uint64](isMin, x, y)
	case kF32:
		return minMaxT[float32](isMin, x, y)
	case kF64:
		return minMaxT[float64](isMin, x, y)
	}
	return minMaxT[string](isMin, x, y)
}

func minMaxT[T ordered](isMin bool, x, y *expr) any {
	a, b := x.fn.(func(*Frame) T), y.fn.(func(*Frame) T)
	if isMin {
		return func(f *Frame) T { v := a(f); return min(v, b(f)) }
	}
	return func(f *Frame) T { v := a(f); return max(v, b(f)) }
}

func complexCall(k class, x, y *expr) any {
	if k == kC64 {
		re, im := x.fn.(func(*Frame) float32), y.fn.(func(*Frame) float32)
		return func(f *Frame) complex64 { v := re(f); return complex(v, im(f)) }
	}
	re, im := x.fn.(func(*Frame) float64), y.fn.(func(*Frame) float64)
	return func(f *Frame) complex128 { v := re(f); return complex(v, im(f)) }
}

func realImag(isReal bool, x *expr) any {
	if x.k == kC64 {
		v := x.fn.(func(*Frame) complex64)
		if isReal {
			return func(f *Frame) float32 { return real(v(f)) }
		}
		return func(f *Frame) float32 { return imag(v(f)) }
	}
	v := x.fn.(func(*Frame) complex128)
	if isReal {
		return func(f *Frame) float64 { return real(v(f)) }
	}
	return func(f *Frame) float64 { return imag(v(f)) }
}

func (c *comp) makeCall(e *ast.CallExpr, t types.Type) *expr {
	r := &expr{t: t, k: classOf(t)}
	arg := func(i int) *expr {
		if i >= len(e.Args) {
			return nil
		}
		x := c.indexExpr(e.Args[i])
		r.calls = r.calls || x.calls
		return x
	}
	n, k := arg(1), arg(2)
	switch u := t.Underlying().(type) {
	case *types.Slice:
		r.fn = makeSlice(c.rt(u.Elem()), n, k)
	case *types.Map:
		rt := c.rt(t)
		size := func(*Frame) int64 { return 0 }
		if n != nil {
			size = n.int()
		}
		r.fn = func(f *Frame) ptr { return reflect.MakeMapWithSize(rt, int(max(size(f), 0))).UnsafePointer() }
	case *types.Chan:
		rt := reflect.ChanOf(reflect.BothDir, c.rt(u.Elem()))
		size := func(*Frame) int64 { return 0 }
		if n != nil {
			size = n.int()
		}
		esize := int64(max(rt.Elem().Size(), 1))
		r.fn = func(f *Frame) ptr {
			n := size(f)
			if n < 0 || n > maxAlloc/esize {
				panicMakeChan()
			}
			return reflect.MakeChan(rt, int(n)).UnsafePointer()
		}
	default:
		c.fail(e, "make of %v", t)
	}
	return r
}

// maxAlloc is the runtime's limit of one allocation on 64-bit systems.
const maxAlloc = 1 << 47

func makeSlice(elem reflect.Type, n, k *expr) any {
	ep, size := rtypeOf(elem), int64(elem.Size())
	length := n.int()
	var capacity func(*Frame) int64
	if k != nil {
		capacity = k.int()
	}
	tooBig := func(n int64) bool { return n < 0 || size > 0 && n > maxAlloc/size }
	return func(f *Frame) sliceH {
		n := length(f)
		k := n
		if capacity != nil {
			k = capacity(f)
		}
		if tooBig(n) {
			panicMakeLen()
		}
		if k < n || tooBig(k) {
			panicMakeCap()
		}
		return sliceH{unsafeNewArray(ep, int(k)), int(n), int(k)}
	}
}

// unsafeSize is Sizeof, Alignof and Offsetof where they are not constants.
func (c *comp) unsafeSize(e *ast.CallExpr, name string) *expr {
	t := c.typeOf(e.Args[0])
	r := &expr{t: types.Typ[types.Uintptr], k: kU64}
	switch name {
	case "Sizeof":
		r.fn = konst(uint64(c.rt(t).Size()))
	case "Alignof":
		r.fn = konst(uint64(c.rt(t).Align()))
	default:
		se := ast.Unparen(e.Args[0]).(*ast.SelectorExpr)
		t := c.typeOf(se.X)
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		var off uint64
		for _, i := range c.fieldPath(t, c.u.info.Selections[se]) {
			off += uint64(c.rt(t).Field(i).Offset)
			t = t.Underlying().(*types.Struct).Field(i).Type()
		}
		r.fn = konst(off)
	}
	return r
}

func unsafeSlice(p func(*Frame) ptr, n func(*Frame) int64, size int64) any {
	return func(f *Frame) sliceH {
		q := p(f)
		k := n(f)
		if k < 0 || q == nil && k > 0 || size > 0 && (k > math.MaxInt64/size || uintptr(k*size) > -uintptr(q)) {
			panicUnsafeSlice(q, k)
		}
		return sliceH{q, int(k), int(k)}
	}
}
