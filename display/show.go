package display

import (
	"fmt"
	"os"
	"strconv"
	"sync/atomic"
)

// An Output takes outputs in order. It is safe for concurrent use.
type Output interface {
	// Display shows a Bundle. A later one with the same id, which may be empty,
	// and update set takes its place.
	Display(b Bundle, id string, update bool)
	// Clear removes what was shown, with wait only when the next output comes.
	Clear(wait bool)
}

// A Display shows values on an Output.
type Display struct {
	out  func() Output
	last atomic.Int64 // of the ids
	name string       // makes them unique among Displays
}

// New makes a Display. It asks out for the Output of each call, and begins the
// ids of its handles with name.
func New(name string, out func() Output) *Display { return &Display{out: out, name: name} }

// A Handle is something shown, to be replaced later.
type Handle struct {
	d  *Display
	id string
}

// Show shows a value and gives a handle to replace it by.
func (d *Display) Show(v any) *Handle {
	h := &Handle{d, d.name + strconv.FormatInt(d.last.Add(1), 10)}
	d.out().Display(Of(v), h.id, false)
	return h
}

// Update shows v in the place of what the handle stands for.
func (h *Handle) Update(v any) { h.d.out().Display(Of(v), h.id, true) }

// Clear removes the output of the running cell, with wait only when the next
// output comes, so that an animation does not flicker.
func (d *Display) Clear(wait bool) { d.out().Clear(wait) }

// Show shows a value and gives a handle to replace it by. In a program it
// writes the value's text/plain form to standard output.
func Show(v any) *Handle { return program().Show(v) }

// Clear removes the output of the running cell, with wait only when the next
// output comes. In a program it does nothing.
func Clear(wait bool) { program().Clear(wait) }

// program is the Display of a compiled program.
func program() *Display { return New("", func() Output { return stdout{} }) }

// stdout is the Output of a program.
type stdout struct{}

func (stdout) Display(b Bundle, _ string, _ bool) { fmt.Fprintln(os.Stdout, b.Data[MIMEText]) }
func (stdout) Clear(bool)                         {}
