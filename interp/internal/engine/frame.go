package engine

import (
	"reflect"
	"sync/atomic"
	"unsafe"
)

// Frame is the header of a call's frame. The slots follow it in the same heap
// object, at the offsets that the Func's layout and compile context gave out.
type Frame struct {
	m       *Machine
	fn      *Func
	caps    ptr    // closures: array of pointers to captured cells; native calls: the func value
	up      *Frame // the caller's frame
	next    *Frame // free list
	d       *deferState
	deferOf *Frame // set while the frame runs as a deferred call of that frame
	pos     int32  // of the running statement, in fn's file set; 0 before the first
}

const frameHeader = unsafe.Sizeof(Frame{})

// at is the address of a frame slot. It must not outlive the frame: only
// loads, stores and copies use it.
func at(f *Frame, off uintptr) ptr { return unsafe.Add(ptr(f), off) }

// capCell is the i-th captured cell of the running closure; off is 8*i.
func capCell(f *Frame, off uintptr) ptr { return *(*ptr)(unsafe.Add(f.caps, off)) }

// Machine holds what one goroutine of interpreted code needs: its frame stack
// and the frames that it left, for reuse.
type Machine struct {
	w     *World
	run   *Run
	top   *Frame   // innermost frame
	free  []*Frame // by Func.id
	depth int

	machineCalls // state of the call half
}

// maxDepth bounds the frames of one goroutine. A level costs about 500 bytes of
// native stack, so the World raises debug.SetMaxStack above what this needs.
const maxDepth = 1_000_000

// get takes a frame for a call of fn and makes it the innermost. Its slots are
// zero where pointers lie and undefined elsewhere. The frame may be of the Func
// that replaced fn: it is run by frame.call, never by fn's code.
func (m *Machine) get(fn *Func) *Frame {
	if id := int(fn.id.Load()); id < len(m.free) && m.run.stop.Load() == 0 {
		if g := m.free[id]; g != nil {
			m.free[id] = g.next
			m.depth++
			g.up = m.top
			m.top = g
			return g
		}
	}
	return m.getNew(fn)
}

// call runs the function that the frame was prepared for.
func (g *Frame) call() ctl { return g.fn.code(g) }

func (m *Machine) getNew(fn *Func) *Frame {
	if m.run.stop.Load() != 0 {
		m.interrupted()
	}
	if r := fn.replaced.Load(); r != nil {
		return m.get(r)
	}
	if !fn.ready.Load() {
		fn.w.compile(fn)
	}
	if m.depth >= maxDepth {
		m.overflow()
	}
	g := (*Frame)(unsafeNew(fn.frameType))
	m.depth++
	g.m = m
	g.fn = fn
	g.up = m.top
	m.top = g
	return g
}

// put gives a frame back after its results were read.
func (m *Machine) put(g *Frame) {
	fn := g.fn
	m.depth--
	m.top = g.up
	g.pos = 0 // a frame that is being prepared has no place in a traceback
	if m.w.poison {
		poisonFrame(g)
		return
	}
	if g.d != nil {
		g.d = nil
	}
	if g.caps != nil {
		g.caps = nil
	}
	for _, o := range fn.ptrWords {
		*(*ptr)(at(g, o)) = nil
	}
	for _, r := range fn.ptrRuns {
		typedmemclr(r.typ, at(g, r.off))
	}
	id := int(fn.id.Load())
	switch {
	case id < len(m.free):
	case id == idReplaced:
		return
	default:
		n := make([]*Frame, id+id/2+16)
		copy(n, m.free)
		m.free = n
	}
	g.next = m.free[id]
	m.free[id] = g
}

// idReplaced is the id of a Func that another took the place of: no pool has
// it, so that get takes the slow path.
const idReplaced = 1<<32 - 1

// poisonWord fills what a left frame held under Config.Poison: as a pointer it
// lies outside of any Go heap and is not canonical, so following it stops the
// process; as a number it is conspicuous.
const poisonWord = 0xdead_dead_dead_d000

// poisonFrame makes any later read of g's slots visible. The frame is not
// reused: what still points into it keeps pointing at poison.
func poisonFrame(g *Frame) {
	fn := g.fn
	for o := frameHeader; o+8 <= fn.frameSize; o += 8 {
		*(*uintptr)(at(g, o)) = poisonWord
	}
	g.m = nil
	g.caps = nil
	g.d = nil
}

// Func is code on a frame layout: a declared function or method (one per list
// of type arguments), a function literal, or a bridge to compiled code.
type Func struct {
	w         *World
	u         *unit         // where positions belong; nil for bridges
	id        atomic.Uint32 // index into Machine.free
	replaced  atomic.Pointer[Func]
	name      string // as runtime.FuncForPC would print it
	code      func(*Frame) ctl
	frameType ptr // rtype of the frame
	frameSize uintptr
	ptrWords  []uintptr // pointer words after the header, to clear
	ptrRuns   []ptrRun  // long stretches of them
	lay       *layout
	recvOff   uintptr // receiver slot, after the parameters
	recvType  reflect.Type
	build     func(*Func) // makes code and seals; nil when made already
	user      bool        // from a loaded Unit: compiled at Load

	ready readyFlag

	funcCalls // state of the call half
}

type ptrRun struct {
	off uintptr
	typ ptr
}
