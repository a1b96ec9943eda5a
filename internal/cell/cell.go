package cell

import "context"

// A Stream names one of the two text streams of a cell.
type Stream string

// The streams that front ends know.
const (
	Stdout Stream = "stdout"
	Stderr Stream = "stderr"
)

// An Output is something to be shown: a MIME bundle with its metadata.
//
// Data maps MIME types to payloads: a string for textual types, a []byte for
// binary ones (a kernel sends it in base64), any JSON value for JSON types.
type Output struct {
	Data     map[string]any
	Metadata map[string]any
	ID       string // display id by which a later Output updates this one; may be empty
	Update   bool   // replaces what was shown under ID
}

// A Sink takes the output of one cell, in order. It stays usable after the
// cell has ended, for goroutines that outlive it, and is safe for concurrent
// use. A Sink never blocks for ever: what can't be delivered is dropped by its
// owner.
type Sink interface {
	// Stream appends text to a stream. The text may end within a UTF-8
	// sequence; the sink joins what belongs together.
	Stream(s Stream, text []byte)
	// Display shows or updates an output.
	Display(o Output)
	// Clear removes the cell's output, with wait only when the next one comes.
	Clear(wait bool)
}

// An Asker puts a question to the person at the front end and waits for the
// answer, a line without its newline. It returns ctx's error when ctx ends.
type Asker func(ctx context.Context, prompt string, password bool) (string, error)

// A Request is a cell to be run.
type Request struct {
	Code   string
	Count  int  // the number in In[n], for positions in messages
	Silent bool // nothing is shown and the session's history of cells is not touched
	Sink   Sink
	Ask    Asker // nil when the front end takes no input requests
	// Expressions are evaluated after the cell has succeeded, each on its own.
	Expressions map[string]string
}

// An Outcome is what running a cell came to. Everything that the cell wrote
// has reached the Sink when the Outcome is there.
type Outcome struct {
	// Results are the values of the cell's last expression, in order.
	Results []Output
	// Err is why the cell failed, nil when it succeeded.
	Err *Error
	// Expressions answers Request.Expressions under the same names.
	Expressions map[string]Expression
	// Payload holds the protocol's payloads (source "page", "set_next_input").
	Payload []map[string]any
}

// An Expression is the value of a user expression, or why there is none.
type Expression struct {
	Output Output
	Err    *Error
}

// An Error is a failure in the form that front ends show: a name such as
// "panic" or "compile error", a one-line value, and the lines of a traceback,
// which may contain ANSI colours.
type Error struct {
	Name      string
	Value     string
	Traceback []string
	// Exit is set when the cell asked for the process to end: the status that
	// os.Exit was given.
	Exit *int
}

func (e *Error) Error() string { return e.Name + ": " + e.Value }

// Interrupted is the Name of the Error of a cell that was interrupted.
const Interrupted = "interrupted"

// A Completion lists what may stand in place of the code points from Start up
// to End.
type Completion struct {
	Matches    []Match
	Start, End int
}

// A Match is one completion. Type is a word for its kind (function, instance,
// module, class, keyword, property, method) or empty; Signature may be empty.
type Match struct {
	Text, Type, Signature string
}

// An Inspection is help on the name at the cursor; Found tells whether there
// is any.
type Inspection struct {
	Found          bool
	Data, Metadata map[string]any
}

// A Completeness tells whether a front end should run a text or ask for more
// lines. Status is one of the constants below; Indent is what the next line of
// an incomplete text should begin with.
type Completeness struct {
	Status, Indent string
}

// The values of Completeness.Status.
const (
	Complete   = "complete"
	Incomplete = "incomplete"
	Invalid    = "invalid"
	Unknown    = "unknown"
)

// A Language describes what an evaluator runs, for kernel_info.
type Language struct {
	Name, Version                         string
	Implementation, ImplementationVersion string
	MIMEType, Extension                   string
	Lexer, Mode                           string // of pygments and CodeMirror
	Exporter                              string // of nbconvert
	Banner                                string
	Help                                  []Link
}

// A Link is an entry of a front end's help menu.
type Link struct{ Text, URL string }
