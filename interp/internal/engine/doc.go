// Package engine runs Go by compiling its typed syntax tree to Go closures.
//
// # Model
//
// go/types has checked the source; the engine walks the tree once per function
// (once per function and type-argument list, for generic code) and makes a
// closure for every expression and statement. There is no byte code and no
// SSA. Every value lies in memory exactly as the Go compiler would lay it out,
// so compiled packages and interpreted code share pointers, maps, channels,
// interfaces and func values without conversion.
//
//   - An expression of a small class (numbers, strings, pointers, slices,
//     interfaces) is a func(*Frame) T with T the Go type of its [class]; a
//     struct or array is a func(*Frame, ptr) that writes the value to the
//     pointer, which is fresh memory or a copy's target, never the place that
//     the expression may read.
//   - A statement is a [stmt], a func(*Frame) ctl; the code says how control
//     leaves it.
//   - A call runs on a [Frame]: one heap object that holds header, results,
//     parameters, receiver and locals, unboxed, in a type of its own, so that
//     the collector sees each pointer and no other word. Machines keep left
//     frames for the next call.
//   - A variable whose address is taken or that a function literal captures is
//     not in the frame: its slot holds a pointer to a heap cell of its real
//     type. Escape analysis (escape.go) finds those variables before code is
//     made. Code that needs the address of anything else in a frame goes
//     through [comp.address], which refuses a frame slot: a miss of the
//     analysis is an [Error] at compile time, not a dangling pointer.
//   - Evaluation order is Go's. An expression whose [expr.calls] is set may run
//     user code, allocate a result or change state; what its neighbours read
//     must be read before or after it as the compiler does.
//
// State lives in a [World] (types, variables, functions of a session) and a
// [Machine] (one goroutine's frames). The package has no variables but guarded
// caches of what is immutable (signature layouts by reflect type).
//
// # The two halves
//
// The core (frame, func, comp, expr, ops, assign, stmt, range, builtin, escape,
// generic, world) offers to the call half:
//
//	c.expr(e) c.as(e, t) c.convert(x, t)        expressions; as converts implicitly to t
//	c.typeOf(e) c.subst(t) c.rt(t) c.ops(t)      types, with type arguments in place
//	c.slot(rt) c.declare(obj) c.initVar(obj, x)  frame places
//	c.assignVar(e, def, x)                       one left side of := or = (select, range)
//	c.address(n, x)                              a pointer to where x lives, or an Error
//	c.field(x, i) c.cellPtr(obj)                 one field; the cell of a captured variable
//	c.nested(fn, sig) c.body(recv, ft, body)     the comp of an inner function; its code
//	c.block(list) c.takeLabel() label.exit(r)    statements and loop control
//	c.builtinCall(n, name, t, xs)                a builtin over compiled operands
//	w.funcFor(o, targs) w.methodFunc(m, named)   the Func of declared code (nil: no source)
//	w.symbol(o) w.newFunc(...)                   compiled functions; a new Func
//	m.get(fn) m.put(g) fn.seal(fields)           frames
//
// and the call half (call.go, funcvalue.go, native.go, method.go, defer.go,
// gostmt.go, select.go, interrupt.go, trace.go) offers to the core:
//
//	c.callExpr(e) *expr                          a call with one result, not builtin, not conversion
//	c.callStmt(e) stmt                           the same for its effect
//	c.callMulti(e) (eval, vals, done)            several results: run, read, release
//	c.funcLit(e) c.funcValue(n, o, targs)        func values
//	c.methodValue(e) c.methodExpr(e)
//	c.goStmt(e) c.deferStmt(e) c.sendStmt(s) c.selectStmt(s)
//	c.recvExpr(e) c.recvMulti(e)                 <-ch; v, ok := <-ch
//	recvInto(f, ch, dst) bool                    for range over channels; waits on interrupts
//	runDefer(f, code) ctl                        body of a function that defers
//	c.recoverCall(n) *expr                       recover()
//	c.panicStmt(n, x) stmt                       panic(x)
//	w.funcPtr(rt, *Closure) ptr                  a real func value over a closure
//	callFuncPtr(f, fv, ft, lay, set)             calls a func value, interpreted or compiled
//	m.interrupted()                              called at a back edge when the flag is up
package engine
