package interp

import (
	"context"
	"fmt"
	"go/token"
	"reflect"
	"runtime"
	"sort"
	"strings"
	"sync"
	"sync/atomic"

	"medkit/array/random"
	"medkit/display"
	"medkit/internal/cell"
	"medkit/interp/internal/check"
	"medkit/interp/internal/engine"
	"medkit/interp/internal/own"
	"medkit/interp/internal/stdlib"
)

// Options is what a Session is made with.
type Options struct {
	// Version is the project's, for [Session.Language].
	Version string
}

// A Session runs cells, one at a time, and answers questions about source text
// at any time. It implements the kernel's Evaluator.
type Session struct {
	opts  Options
	fset  *token.FileSet
	lib   *stdlib.Library
	world *engine.World

	mu      sync.Mutex // held while names are looked at or changed, not while a cell runs
	checker *check.Checker
	texts   map[string]string // of the cells so far, by name

	// compileAll gives yaegi nothing: for tests that compare the two.
	compileAll bool

	running atomic.Pointer[execution] // the cell that runs, or ran last
	streams *streams
	stdin   reader
	show    *display.Display
	random  *random.RandomState
}

// execution is one cell that runs or has run.
type execution struct {
	s    *Session
	ctx  context.Context
	sink cell.Sink
	ask  cell.Asker
	name string
}

// New makes a Session.
func New(o Options) (*Session, error) {
	if err := Probe(); err != nil {
		return nil, err
	}
	s := &Session{opts: o, fset: token.NewFileSet(), texts: map[string]string{}}
	s.lib = own.NewLibrary(s.fset)
	s.stdin.s = s
	s.random = random.NewRandomState(nil)
	s.checker = check.New(s.fset, s.lib)
	var err error
	if s.streams, err = newStreams(s); err != nil {
		return nil, err
	}
	s.show = display.New("medkit-", func() display.Output { return s.execution() })
	s.world = engine.New(engine.Config{Lib: s.lib, Symbol: s.symbol, Stderr: stderrWriter{s}, File: s.file})
	return s, nil
}

// Close frees what the Session holds.
func (s *Session) Close() error { return s.streams.close() }

// execution is the cell that the calling goroutine belongs to, or else the one
// that runs.
func (s *Session) execution() *execution {
	if r := s.world.Current(); r != nil {
		if x, ok := r.Value().(*execution); ok {
			return x
		}
	}
	return s.running.Load()
}

// Run runs a cell.
func (s *Session) Run(ctx context.Context, r cell.Request) (o cell.Outcome) {
	return s.runNamed(ctx, fmt.Sprintf("In[%d]", r.Count), r)
}

// runNamed is Run of a cell that messages call by another name.
func (s *Session) runNamed(ctx context.Context, name string, r cell.Request) (o cell.Outcome) {
	x := &execution{s: s, ctx: ctx, sink: r.Sink, ask: r.Ask, name: name}
	s.running.Store(x)
	defer s.streams.sync()
	if IsProgram(r.Code) {
		o.Err = s.runProgram(x, r.Code)
	} else {
		o.Results, o.Err = s.run(x, name, r.Code)
	}
	if o.Err == nil && len(r.Expressions) > 0 {
		o.Expressions = s.expressions(x, r.Expressions)
	}
	return o
}

// run checks and runs a cell's segments. The outputs show the values of its last
// expression.
func (s *Session) run(x *execution, name, code string) (outputs []cell.Output, failure *cell.Error) {
	s.mu.Lock()
	s.texts[name] = code
	before := s.checker.Names()
	c, err := s.checker.Cell(name, code)
	s.mu.Unlock()
	if err != nil {
		return nil, compileError(err)
	}
	run := s.world.Start(engine.Options{Name: name, Value: x, Crash: x.crashed})
	defer run.End()
	stop := context.AfterFunc(x.ctx, run.Interrupt)
	defer stop()
	var values []reflect.Value
	for i, seg := range c.Segments {
		code, err := s.load(run, seg)
		if err != nil {
			return nil, compileError(err)
		}
		if i == 0 { // what runs may fail, but the names are there
			s.mu.Lock()
			s.checker.Commit(c)
			s.mu.Unlock()
		}
		vs, fault := code.run(run)
		if fault != nil {
			s.forget(before, seg, int(code.done.Load()))
			return nil, x.failed(fault, code.position())
		}
		values = vs
		if seg.Result == nil || seg.Silent || quiet(seg) {
			values = nil
		}
	}
	if len(values) == 0 {
		return nil, nil
	}
	// Showing a value may run the cell's own methods.
	fault := run.Do(func() {
		outputs, failure = s.results(values)
		run.Check() // fmt takes an interrupt for a panic of the method
	})
	if fault != nil {
		return nil, x.failed(fault, nil)
	}
	return outputs, failure
}

// forget takes back the variables whose declarations did not run.
func (s *Session) forget(before *check.Names, seg *check.Segment, done int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, st := range seg.Steps[min(done, len(seg.Steps)):] {
		s.checker.Forget(before, st.Vars)
	}
}

// load gives a segment's code to the engine and makes its program.
func (s *Session) load(run *engine.Run, seg *check.Segment) (*program, error) {
	for _, f := range seg.Imports {
		stdlib.Attach(f)
	}
	for _, b := range seg.Binds {
		s.world.Bind(b.Var, s.world.Pointer(b.As))
	}
	u := &engine.Unit{Fset: s.fset, Files: seg.Files, Pkg: seg.Pkg, Info: seg.Info}
	if err := s.world.Load(u); err != nil {
		return nil, err
	}
	for _, b := range seg.Bodies {
		s.world.Redeclare(b.Method, u, b.Decl)
	}
	for _, r := range seg.Replaced {
		s.world.Replace(r.Old, r.Fresh)
	}
	return s.program(run, u, seg)
}

// runProgram runs a cell that is a whole program.
func (s *Session) runProgram(x *execution, src string) *cell.Error {
	s.mu.Lock()
	s.texts[x.name] = src
	s.mu.Unlock()
	p, err := check.Program(s.fset, s.lib, []check.File{{Name: x.name, Src: src}})
	if err != nil {
		return compileError(err)
	}
	for _, f := range p.Files {
		attach(f.Imports)
	}
	u := &engine.Unit{Fset: s.fset, Files: p.Files, Pkg: p.Pkg, Info: p.Info, Program: true}
	if err := s.world.Load(u); err != nil {
		return compileError(err)
	}
	run := s.world.Start(engine.Options{Name: x.name, Value: x, Crash: x.crashed})
	defer run.End()
	defer run.End()
	stop := context.AfterFunc(x.ctx, run.Interrupt)
	defer stop()
	fault := run.Inits(u)
	if fault == nil {
		fault = run.Call(p.Main())
	}
	if fault != nil {
		return x.failed(fault, nil)
	}
	return nil
}

// expressions evaluates user expressions, each on its own.
func (s *Session) expressions(x *execution, exprs map[string]string) map[string]cell.Expression {
	names := make([]string, 0, len(exprs))
	for n := range exprs {
		names = append(names, n)
	}
	sort.Strings(names)
	out := map[string]cell.Expression{}
	for _, n := range names {
		s.mu.Lock()
		keep := s.checker.Names()
		s.mu.Unlock()
		rs, err := s.run(x, "expression "+n, strings.TrimSuffix(strings.TrimSpace(exprs[n]), ";"))
		s.mu.Lock()
		s.checker.Restore(keep)
		s.mu.Unlock()
		e := cell.Expression{Err: err}
		switch {
		case err != nil:
		case len(rs) > 0:
			e.Output = rs[0]
		default:
			e.Output = cell.Output{Data: map[string]any{display.MIMEText: "nil"}, Metadata: map[string]any{}}
		}
		out[n] = e
	}
	return out
}

// line is a line of a cell's text.
func (s *Session) line(name string, n int) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	lines := strings.Split(s.texts[name], "\n")
	if n < 1 || n > len(lines) {
		return ""
	}
	return lines[n-1]
}

// Language describes Go.
func (s *Session) Language() cell.Language {
	return cell.Language{
		Name: "go", Version: strings.TrimPrefix(runtime.Version(), "go"),
		Implementation: "medkit", ImplementationVersion: s.opts.Version,
		MIMEType: "text/x-go", Extension: ".go", Lexer: "go", Mode: "go",
		Banner: "Go MedKit " + s.opts.Version + ": Go and arrays in cells (" + runtime.Version() + ")",
		Help: []cell.Link{
			{Text: "Go language specification", URL: "https://go.dev/ref/spec"},
			{Text: "Go standard library", URL: "https://pkg.go.dev/std"},
			{Text: "A Tour of Go", URL: "https://go.dev/tour/"},
		},
	}
}
