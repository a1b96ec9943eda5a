package engine

import (
	"go/types"
	"runtime"
	"runtime/debug"
)

// intrinsics are library functions that need the interpreted frames. Each is a
// Func's code: g.up is the caller.
var intrinsics = map[string]func(fn *Func) func(g *Frame) ctl{
	"runtime.Caller":      callerCode,
	"runtime/debug.Stack": stackCode,
}

// intrinsic is the Func of such a function, nil for others.
func (w *World) intrinsic(o *types.Func) *Func {
	if o.Pkg() == nil || o.Signature().Recv() != nil {
		return nil
	}
	make, ok := intrinsics[o.Pkg().Path()+"."+o.Name()]
	if !ok {
		return nil
	}
	if fn, ok := w.intrinsicFuncs.Load(o); ok {
		return fn.(*Func)
	}
	fn := w.newFunc(nil, o.FullName(), w.rt(o.Signature()), nil, nil)
	fn.code = make(fn)
	fn.seal(fn.allFields())
	fn.done()
	f, _ := w.intrinsicFuncs.LoadOrStore(o, fn)
	return f.(*Func)
}

// callerCode is runtime.Caller over interpreted frames. The pc is that of no
// function.
func callerCode(fn *Func) func(g *Frame) ctl {
	in, out := fn.lay.params, fn.lay.results
	return func(g *Frame) ctl {
		skip := *(*int)(at(g, in[0]))
		p, ok := caller(g.up, skip)
		if !ok && g.up == nil {
			_, p.Filename, p.Line, ok = runtime.Caller(skip)
		}
		*(*uintptr)(at(g, out[0])) = uintptr(p.Line)
		*(*string)(at(g, out[1])) = p.Filename
		*(*int)(at(g, out[2])) = p.Line
		*(*bool)(at(g, out[3])) = ok
		return cNext
	}
}

// stackCode is debug.Stack over interpreted frames.
func stackCode(fn *Func) func(g *Frame) ctl {
	out := fn.lay.results[0]
	return func(g *Frame) ctl {
		text := debug.Stack()
		if g.up != nil {
			text = []byte("goroutine 1 [running]:\n" + traceText(traceOf(g.up).positions()))
		}
		*(*[]byte)(at(g, out)) = text
		return cNext
	}
}
