package interp

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"medkit/display"
	"medkit/internal/cell"
)

var update = flag.Bool("update", false, "write what the cells of testdata print into their files")

// page is a Sink that keeps what a person would see, in order.
type page struct {
	mu sync.Mutex
	b  strings.Builder
}

func (p *page) write(s string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.b.WriteString(s)
}

func (p *page) Stream(s cell.Stream, text []byte) { p.write(string(text)) }
func (p *page) Display(o cell.Output)             { p.write(fmt.Sprintln("display:", o.Data[display.MIMEText])) }
func (p *page) Clear(bool)                        { p.write("clear\n") }

func (p *page) String() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.b.String()
}

func newSession(t testing.TB) *Session {
	t.Helper()
	s, err := New(Options{Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// see runs a cell and gives what it shows.
func see(ctx context.Context, s *Session, n int, code string) (string, cell.Outcome) {
	var p page
	o := s.Run(ctx, cell.Request{Code: code, Count: n, Sink: &p})
	text := p.String()
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	for _, r := range o.Results {
		text += fmt.Sprintf("Out: %v\n", r.Data[display.MIMEText])
	}
	if o.Err != nil {
		text += strings.Join(o.Err.Traceback, "\n") + "\n"
	}
	return text, o
}

// TestCells runs the sessions of testdata: cells, each followed by what it
// shows. Each runs twice, with and without yaegi, which must not differ.
func TestCells(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no sessions in testdata", err)
	}
	for _, file := range files {
		for _, all := range []bool{false, true} {
			name := strings.TrimSuffix(filepath.Base(file), ".txt")
			if all {
				name += "/compiled"
			} else {
				name += "/yaegi"
			}
			t.Run(name, func(t *testing.T) { runFile(t, file, all) })
		}
	}
}

const (
	cellMark = "-- cell --\n"
	wantMark = "-- shows --\n"
)

func runFile(t *testing.T, file string, all bool) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s := newSession(t)
	s.compileAll = all
	head, rest, ok := strings.Cut(string(data), cellMark)
	if !ok {
		t.Fatalf("%s has no line %q", file, cellMark)
	}
	out := head
	for i, c := range strings.Split(rest, cellMark) {
		code, want, _ := strings.Cut(c, wantMark)
		ctx, stop := context.WithTimeout(t.Context(), time.Minute)
		got, _ := see(ctx, s, i+1, code)
		stop()
		if got != want && !*update {
			t.Errorf("%s, cell %d:\n%sshows:\n%swant:\n%s", file, i+1, code, got, want)
		}
		out += cellMark + code + wantMark + got
	}
	if *update && !all {
		if err := os.WriteFile(file, []byte(out), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// TestTwoSessions runs cells of two sessions at the same time: neither sees the
// other's names or output.
func TestTwoSessions(t *testing.T) {
	var wg sync.WaitGroup
	for i := range 2 {
		s := newSession(t)
		wg.Go(func() {
			for n := range 20 {
				code := fmt.Sprintf("x := %d\nfmt.Println(x)\nos.Stdout.WriteString(\"w\\n\")\nx + %d", i, n)
				got, _ := see(t.Context(), s, n+1, code)
				if want := fmt.Sprintf("%d\nw\nOut: %d\n", i, i+n); got != want {
					t.Errorf("session %d, cell %d shows %q, want %q", i, n+1, got, want)
				}
			}
		})
	}
	wg.Wait()
}

// TestInterrupt stops cells that would not end, of each kind; deferred calls
// run, what follows does not, and the next cell works.
func TestInterrupt(t *testing.T) {
	for _, code := range []string{
		"for { }",
		"select { }",
		"time.Sleep(time.Hour)",
		"<-make(chan int)",
		"func wait() { time.Sleep(time.Hour) }\nwait()",
		"var mu sync.Mutex\nmu.Lock()\nmu.Lock()",
	} {
		s := newSession(t)
		ctx, stop := context.WithTimeout(t.Context(), 100*time.Millisecond)
		start := time.Now()
		got, o := see(ctx, s, 1, code+"\nfmt.Println(\"went on\")")
		stop()
		if o.Err == nil || o.Err.Name != cell.Interrupted || strings.Contains(got, "went on") {
			t.Errorf("%s: %+v, shows %q", code, o.Err, got)
		}
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%s took %v to stop", code, d)
		}
		if got, _ := see(t.Context(), s, 2, "1 + 1"); got != "Out: 2\n" {
			t.Errorf("after %s, 1 + 1 shows %q", code, got)
		}
	}
}

// TestExit gives the status that a cell asked for.
func TestExit(t *testing.T) {
	s := newSession(t)
	if _, o := see(t.Context(), s, 1, "os.Exit(3)\nfmt.Println(1)"); o.Err == nil || o.Err.Exit == nil || *o.Err.Exit != 3 {
		t.Errorf("os.Exit(3) gives %+v", o.Err)
	}
}

// TestExpressions evaluates user expressions, each on its own; they declare
// nothing.
func TestExpressions(t *testing.T) {
	s := newSession(t)
	o := s.Run(t.Context(), cell.Request{Code: "x := 20", Count: 1, Sink: &page{}, Expressions: map[string]string{"a": "x * 2", "b": "nope", "c": "y := 1"}})
	if o.Err != nil {
		t.Fatal(o.Err)
	}
	if a := o.Expressions["a"]; a.Err != nil || a.Output.Data[display.MIMEText] != "40" {
		t.Errorf("x * 2 is %+v", a)
	}
	if b := o.Expressions["b"]; b.Err == nil || b.Err.Name != nameCompile {
		t.Errorf("nope is %+v", b)
	}
	if _, o := see(t.Context(), s, 2, "y"); o.Err == nil {
		t.Error("an expression has declared y")
	}
}

// BenchmarkOnePlusOne is the round trip of a cell without the kernel.
func BenchmarkOnePlusOne(b *testing.B) {
	s := newSession(b)
	for n := 1; b.Loop(); n++ {
		see(b.Context(), s, n, "1+1")
	}
}

// BenchmarkCall is a cell that yaegi runs.
func BenchmarkCall(b *testing.B) {
	s := newSession(b)
	see(b.Context(), s, 1, "x := 1")
	for n := 2; b.Loop(); n++ {
		see(b.Context(), s, n, "x = strings.Count(\"banana\", \"a\")")
	}
}

// BenchmarkNew is what a session costs to make.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		s, err := New(Options{})
		if err != nil {
			b.Fatal(err)
		}
		_ = s.Close()
	}
}

// TestShowing runs methods of results as part of their cell: they can be
// interrupted, and what they print is the cell's.
func TestShowing(t *testing.T) {
	s := newSession(t)
	if got, _ := see(t.Context(), s, 1, "type T int\nfunc (t T) String() string { fmt.Println(\"asked\"); return \"T!\" }\nT(1)"); got != "asked\nOut: T!\n" {
		t.Errorf("shows %q", got)
	}
	ctx, stop := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer stop()
	if _, o := see(ctx, s, 2, "type L int\nfunc (l L) String() string { for { } }\nL(1)"); o.Err == nil || o.Err.Name != cell.Interrupted {
		t.Errorf("an endless String gives %+v", o.Err)
	}
	if got, _ := see(t.Context(), s, 3, "type R int\nfunc (r R) String() string { return fmt.Sprint(r) }\nR(1)"); !strings.Contains(got, "stack overflow") {
		t.Errorf("a String that prints itself shows %q", got)
	}
	if got, _ := see(t.Context(), s, 4, "1 + 1"); got != "Out: 2\n" {
		t.Errorf("afterwards 1 + 1 shows %q", got)
	}
}
