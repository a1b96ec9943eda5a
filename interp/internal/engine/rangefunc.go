package engine

import (
	"go/ast"
	"go/types"
)

// The body of a range over a function runs on the frame of the function that
// holds the loop, so its variables are not captured ones; the yield function
// that the iterator gets is a Func whose code runs that body.

// loopState is what a running range over a function and its yield share.
type loopState struct {
	f     *Frame
	code  ctl // how the body left the loop
	phase loopPhase
}

type loopPhase uint8

const (
	loopReady   loopPhase = iota // yield may be called
	loopRunning                  // in the body, or a panic left it
	loopStopped                  // the body asked to stop
	loopExited                   // the iterator returned
)

// rangeError is a runtime.Error with the texts of the compiler's own checks.
type rangeError string

func (e rangeError) Error() string {
	return "runtime error: range function continued iteration after " + string(e)
}
func (e rangeError) RuntimeError() {}

// rangeLost is the error for an iterator that swallowed the body's panic.
type rangeLost struct{}

func (rangeLost) Error() string {
	return "runtime error: range function recovered a loop body panic and did not resume panicking"
}
func (rangeLost) RuntimeError() {}

func (c *comp) rangeFunc(s *ast.RangeStmt, l *label, def bool, u *types.Signature) stmt {
	seq := c.expr(s.X).ptr()
	ysig := u.Params().At(0).Type().Underlying().(*types.Signature)
	yt := c.rt(types.NewSignatureType(nil, nil, nil, ysig.Params(), ysig.Results(), false))
	yield := c.w.newFunc(c.u, c.fn.name+"-range1", yt, nil, nil)
	yield.seal(yield.allFields())
	yf := c.slot(ptrType) // yield's frame, while its parameters are read
	vars := [2]*expr{}
	for i := range ysig.Params().Len() {
		off := yield.lay.params[i]
		t := ysig.Params().At(i).Type()
		vars[i] = &expr{t: t, k: classOf(t), fn: c.ops(t).load(func(f *Frame) ptr { return at(*(**Frame)(at(f, yf)), off) })}
	}
	set := c.assignVars(s.Key, s.Value, def, vars[0], vars[1])
	if set == nil {
		set = func(*Frame) {}
	}
	body := c.block(s.Body.List)
	res := yield.lay.results[0]
	yield.code = func(g *Frame) ctl {
		st := (*loopState)(g.caps)
		switch st.phase {
		case loopRunning:
			panic(rangeError("loop body panic"))
		case loopStopped:
			panic(rangeError("function for loop body returned false"))
		case loopExited:
			panic(rangeError("whole loop exit"))
		}
		st.phase = loopRunning
		f := st.f
		*(**Frame)(at(f, yf)) = g
		set(f)
		*(**Frame)(at(f, yf)) = nil
		stop := false
		if r := body(f); r != cNext {
			stop, st.code = l.exit(r)
		}
		st.phase = loopReady
		if stop {
			st.phase = loopStopped
		}
		*(*bool)(at(g, res)) = !stop
		return cNext
	}
	yield.done()
	ft := c.rt(u)
	lay := layoutOf(ft)
	fv := c.slot(ptrType)
	return func(f *Frame) ctl {
		v := seq(f)
		if v == nil {
			nilDeref()
		}
		st := &loopState{f: f}
		y := f.m.w.funcPtr(yt, &Closure{fn: yield, caps: ptr(st)})
		*(*ptr)(at(f, fv)) = y
		callFuncPtr(f, v, ft, lay, func(g *Frame) { *(*ptr)(at(g, lay.params[0])) = y })
		if st.phase == loopRunning {
			panic(rangeLost{})
		}
		st.phase = loopExited
		return st.code
	}
}
