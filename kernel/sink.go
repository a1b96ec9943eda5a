package kernel

import (
	"encoding/json"
	"sync"
	"time"
	"unicode/utf8"

	"medkit/internal/cell"
	"medkit/kernel/internal/wire"
)

const (
	textDelay = 15 * time.Millisecond // how long text waits for more of it
	textBatch = 64 << 10              // bytes of text that are sent without waiting
	textLimit = 1 << 20               // of one stream message
)

// A sink publishes the output of one cell. Writers wait, one after the other,
// while front ends are behind.
type sink struct {
	k      *Kernel
	parent json.RawMessage
	silent bool

	mu    sync.Mutex
	name  cell.Stream // of text
	text  []byte      // not yet published, whole code points
	cut   map[cell.Stream][]byte
	timer *time.Timer // publishes text; running when set is true
	set   bool
	stop  <-chan struct{} // when closed, nobody waits for front ends any longer
}

func newSink(k *Kernel, parent json.RawMessage, silent bool, stop <-chan struct{}) *sink {
	s := &sink{k: k, parent: parent, silent: silent, stop: stop, cut: map[cell.Stream][]byte{}}
	return s
}

// Stream joins text until a batch is full or a moment has passed. A code point
// that ends in a later call is kept back until then.
func (s *sink) Stream(name cell.Stream, text []byte) {
	if s.silent || len(text) == 0 {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if name != s.name {
		s.flush()
		s.name = name
	}
	s.text = append(s.text, s.cut[name]...)
	s.text = append(s.text, text...)
	whole := len(s.text) - unfinished(s.text)
	s.cut[name] = append(s.cut[name][:0], s.text[whole:]...)
	s.text = s.text[:whole]
	switch {
	case len(s.text) >= textBatch:
		s.flush()
	case len(s.text) > 0 && !s.set:
		s.set = true
		if s.timer == nil {
			s.timer = time.AfterFunc(textDelay, s.late)
		} else {
			s.timer.Reset(textDelay)
		}
	}
}

// unfinished is the number of bytes at the end that may begin a code point.
func unfinished(b []byte) int {
	for n := 1; n <= min(utf8.UTFMax-1, len(b)); n++ {
		if tail := b[len(b)-n:]; utf8.RuneStart(tail[0]) {
			if utf8.FullRune(tail) {
				return 0
			}
			return n
		}
	}
	return 0
}

func (s *sink) late() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.set = false
	s.flush()
}

type stream struct {
	Name cell.Stream `json:"name"`
	Text string      `json:"text"`
}

// flush publishes the text that waits.
func (s *sink) flush() {
	for rest := s.text; len(rest) > 0; {
		n := min(len(rest), textLimit)
		for n < len(rest) && !utf8.RuneStart(rest[n]) {
			n--
			if n == 0 { // not UTF-8 at all
				n = textLimit
				break
			}
		}
		if body, err := wire.Marshal(stream{s.name, string(rest[:n])}); err == nil {
			s.k.publishOutput(s.parent, "stream", body, s.stop)
		}
		rest = rest[n:]
	}
	if s.text = s.text[:0]; cap(s.text) > 4*textBatch {
		s.text = nil
	}
}

// finish publishes everything, halves of code points too, and turns the sink
// over to what outlives its cell.
func (s *sink) finish() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.flush()
	for name, cut := range s.cut {
		if len(cut) > 0 {
			s.name, s.text = name, append(s.text, cut...)
			s.cut[name] = cut[:0]
			s.flush()
		}
	}
	s.stop = s.k.closing
}

type display struct {
	Data      map[string]any    `json:"data"`
	Metadata  map[string]any    `json:"metadata"`
	Transient map[string]string `json:"transient"`
	Count     int               `json:"execution_count,omitempty"` // of a result
}

// newDisplay is the content for an output; payloads of type []byte become base64.
func newDisplay(o cell.Output) display {
	d := display{o.Data, o.Metadata, map[string]string{}, 0}
	if d.Data == nil {
		d.Data = map[string]any{}
	}
	if d.Metadata == nil {
		d.Metadata = map[string]any{}
	}
	if o.ID != "" {
		d.Transient["display_id"] = o.ID
	}
	return d
}

func (s *sink) Display(o cell.Output) {
	kind := "display_data"
	if o.Update {
		kind = "update_display_data"
	}
	s.show(kind, newDisplay(o))
}

func (s *sink) Clear(wait bool) {
	s.show("clear_output", map[string]bool{"wait": wait})
}

// show publishes a message after the text before it.
func (s *sink) show(kind string, content any) {
	if s.silent {
		return
	}
	body, err := wire.Marshal(content)
	if err != nil {
		s.Stream(cell.Stderr, []byte("this output cannot be shown: "+err.Error()+"\n"))
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.flush()
	s.k.publishOutput(s.parent, kind, body, s.stop)
}
