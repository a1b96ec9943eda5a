package interp

import (
	"fmt"
	"io"
	"os"
	"reflect"
	"time"

	"medkit/internal/cell"
)

// symbol gives the session's own version of what belongs to a process or to a
// front end in compiled code; ok is false for everything else.
func (s *Session) symbol(pkg, name string) (v reflect.Value, ok bool) {
	if pkg == "medkit/array/random" { // the session's own stream
		m := reflect.ValueOf(s.random).MethodByName(name)
		return m, m.IsValid()
	}
	own, ok := ownSymbols[pkg+"."+name]
	if !ok {
		return reflect.Value{}, false
	}
	v = reflect.ValueOf(own(s))
	if _, isVar := v.Interface().(**os.File); isVar {
		v = v.Elem()
	}
	return v, true
}

// ownSymbols is the table of them. Variables are given as pointers; symbol
// makes them addressable.
var ownSymbols = map[string]func(s *Session) any{
	"fmt.Print": func(s *Session) any {
		return func(a ...any) (int, error) { return s.write(cell.Stdout, fmt.Append(nil, a...)) }
	},
	"fmt.Println": func(s *Session) any {
		return func(a ...any) (int, error) { return s.write(cell.Stdout, fmt.Appendln(nil, a...)) }
	},
	"fmt.Printf": func(s *Session) any {
		return func(format string, a ...any) (int, error) {
			return s.write(cell.Stdout, fmt.Appendf(nil, format, a...))
		}
	},
	"fmt.Fprint": func(s *Session) any {
		return func(w io.Writer, a ...any) (int, error) { return s.writeTo(w, fmt.Append(nil, a...)) }
	},
	"fmt.Fprintln": func(s *Session) any {
		return func(w io.Writer, a ...any) (int, error) { return s.writeTo(w, fmt.Appendln(nil, a...)) }
	},
	"fmt.Fprintf": func(s *Session) any {
		return func(w io.Writer, format string, a ...any) (int, error) {
			return s.writeTo(w, fmt.Appendf(nil, format, a...))
		}
	},
	"fmt.Scan":   func(s *Session) any { return func(a ...any) (int, error) { return fmt.Fscan(s.reader(), a...) } },
	"fmt.Scanln": func(s *Session) any { return func(a ...any) (int, error) { return fmt.Fscanln(s.reader(), a...) } },
	"fmt.Scanf": func(s *Session) any {
		return func(format string, a ...any) (int, error) { return fmt.Fscanf(s.reader(), format, a...) }
	},
	"os.Stdout":            func(s *Session) any { return s.streams.file(cell.Stdout) },
	"os.Stderr":            func(s *Session) any { return s.streams.file(cell.Stderr) },
	"os.Stdin":             func(s *Session) any { return &s.streams.in },
	"os.Exit":              func(s *Session) any { return s.exit },
	"time.Sleep":           func(s *Session) any { return s.sleep },
	"medkit/display.Show":  func(s *Session) any { return s.show.Show },
	"medkit/display.Clear": func(s *Session) any { return s.show.Clear },
}

// write writes to the cell that the goroutine belongs to.
func (s *Session) write(name cell.Stream, text []byte) (int, error) {
	x := s.execution()
	if x == nil {
		return 0, os.ErrClosed
	}
	s.streams.sync()
	x.sink.Stream(name, text)
	return len(text), nil
}

// writeTo writes what fmt's Fprint family has formatted. The session's own files
// are passed by, so that the order across them is kept.
func (s *Session) writeTo(w io.Writer, text []byte) (int, error) {
	if f, ok := w.(*os.File); ok {
		if name, ok := s.streams.name(f); ok {
			return s.write(name, text)
		}
	}
	return w.Write(text)
}

// stderrWriter is where print and println write.
type stderrWriter struct{ s *Session }

func (w stderrWriter) Write(b []byte) (int, error) { return w.s.write(cell.Stderr, b) }

// exit ends the cell, and asks the kernel to end.
func (s *Session) exit(code int) {
	if r := s.world.Current(); r != nil {
		r.Exit(code)
	}
	os.Exit(code)
}

// sleep is time.Sleep that an interrupt ends.
func (s *Session) sleep(d time.Duration) {
	r := s.world.Current()
	if r == nil || r.Wake() == nil {
		time.Sleep(d)
		return
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-r.Wake():
	}
	r.Check()
}
