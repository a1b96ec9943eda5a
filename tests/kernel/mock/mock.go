// Package mock is an evaluator for tests of the kernel: a cell is a list of
// commands, one a line, each of which does one thing that a kernel has to cope
// with. It is no part of what is shipped.
package mock

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"medkit/internal/cell"
)

// An Evaluator keeps variables, and tells whether it was closed.
type Evaluator struct {
	mu     sync.Mutex
	vars   map[string]string
	closed bool
}

// New makes an evaluator without variables.
func New() *Evaluator { return &Evaluator{vars: map[string]string{}} }

// Close notes that it was called.
func (e *Evaluator) Close() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.closed = true
	return nil
}

// Closed tells whether Close was called.
func (e *Evaluator) Closed() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.closed
}

func (e *Evaluator) get(name string) (string, bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	v, ok := e.vars[name]
	return v, ok
}

func (e *Evaluator) set(name, value string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.vars[name] = value
}

func text(s string) cell.Output { return cell.Output{Data: map[string]any{"text/plain": s}} }

// Run runs commands until one fails.
func (e *Evaluator) Run(ctx context.Context, r cell.Request) (o cell.Outcome) {
	for _, line := range strings.Split(r.Code, "\n") {
		name, arg, _ := strings.Cut(line, " ")
		if err := e.command(ctx, r, &o, name, arg); err != nil {
			if ctx.Err() != nil {
				err = &cell.Error{Name: cell.Interrupted, Value: "interrupted"}
			}
			var failure *cell.Error
			if !errors.As(err, &failure) {
				failure = &cell.Error{Name: "error", Value: err.Error()}
			}
			failure.Traceback = []string{fmt.Sprintf("In[%d]: %s", r.Count, failure.Value)}
			o.Err = failure
			return o
		}
	}
	o.Expressions = map[string]cell.Expression{}
	for key, name := range r.Expressions {
		if v, ok := e.get(name); ok {
			o.Expressions[key] = cell.Expression{Output: text(v)}
		} else {
			o.Expressions[key] = cell.Expression{Err: &cell.Error{Name: "undefined", Value: name}}
		}
	}
	return o
}

func (e *Evaluator) command(ctx context.Context, r cell.Request, o *cell.Outcome, name, arg string) error {
	out := func(s string) { r.Sink.Stream(cell.Stdout, []byte(s)) }
	first, rest, _ := strings.Cut(arg, " ")
	number, _ := strconv.Atoi(first)
	delay := time.Duration(number) * time.Millisecond
	switch name {
	case "":
	case "out":
		out(arg + "\n")
	case "err":
		r.Sink.Stream(cell.Stderr, []byte(arg+"\n"))
	case "bytes": // of stdout, in hexadecimal
		b, err := hex.DecodeString(arg)
		if err != nil {
			return err
		}
		r.Sink.Stream(cell.Stdout, b)
	case "lines": // N
		for i := range number {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			out(fmt.Sprintf("line %d\n", i))
		}
	case "mixed": // N
		for i := range number {
			out(fmt.Sprintf("o%d\n", i))
			r.Sink.Stream(cell.Stderr, fmt.Appendf(nil, "e%d\n", i))
		}
	case "displays": // N SIZE
		size, _ := strconv.Atoi(rest)
		for i := range number {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			r.Sink.Display(cell.Output{Data: map[string]any{"text/plain": fmt.Sprintf("%06d", i) + strings.Repeat("x", size)}})
		}
	case "display":
		r.Sink.Display(cell.Output{Data: map[string]any{"text/plain": rest, "image/png": []byte("\x89PNG")}, ID: first})
	case "update":
		r.Sink.Display(cell.Output{Data: map[string]any{"text/plain": rest}, ID: first, Update: true})
	case "clear":
		r.Sink.Clear(arg == "wait")
	case "unshowable":
		r.Sink.Display(cell.Output{Data: map[string]any{"application/json": func() {}}})
	case "value":
		o.Results = append(o.Results, text(arg))
	case "set": // NAME VALUE
		e.set(first, rest)
	case "get": // NAME
		v, ok := e.get(first)
		if !ok {
			return &cell.Error{Name: "undefined", Value: first}
		}
		o.Results = append(o.Results, text(v))
	case "page":
		o.Payload = append(o.Payload, map[string]any{"source": "page", "data": map[string]any{"text/plain": arg}, "start": 0})
	case "sleep": // MILLISECONDS
		select {
		case <-time.After(delay):
		case <-ctx.Done():
			return ctx.Err()
		}
	case "loop":
		for ctx.Err() == nil {
		}
		return ctx.Err()
	case "stuck": // does not hear of interrupts
		time.Sleep(delay)
	case "ask", "password":
		if r.Ask == nil {
			return &cell.Error{Name: "no input", Value: "the front end takes no input requests"}
		}
		answer, err := r.Ask(ctx, arg, name == "password")
		if err != nil {
			return err
		}
		out("answer: " + answer + "\n")
	case "fail": // NAME VALUE
		return &cell.Error{Name: first, Value: rest}
	case "panic":
		panic(arg)
	case "later": // MILLISECONDS TEXT, from a goroutine
		go func() {
			time.Sleep(delay)
			out(rest + "\n")
		}()
	case "fd": // N TEXT, to the process's own descriptor
		f := os.Stdout
		if number == 2 {
			f = os.Stderr
		}
		_, err := f.WriteString(rest + "\n")
		return err
	case "fdlines": // N, to descriptor 1
		for i := range number {
			fmt.Fprintf(os.Stdout, "line %d\n", i)
		}
	case "sub": // a shell command that inherits the descriptors
		c := exec.CommandContext(ctx, "sh", "-c", arg)
		c.Stdout, c.Stderr = os.Stdout, os.Stderr
		return c.Run()
	default:
		return &cell.Error{Name: "undefined", Value: name}
	}
	return nil
}

var commands = []string{
	"ask", "bytes", "clear", "display", "displays", "err", "fail", "fd", "fdlines", "get", "later", "lines", "loop", "mixed", "out", "page",
	"panic", "password", "set", "sleep", "stuck", "sub", "unshowable", "update", "value",
}

// word is the command name that ends at or contains the cursor.
func word(code string, cursor int) (start int, prefix, whole string) {
	r := []rune(code)
	start = cursor
	for start > 0 && r[start-1] > ' ' {
		start--
	}
	end := cursor
	for end < len(r) && r[end] > ' ' {
		end++
	}
	return start, string(r[start:cursor]), string(r[start:end])
}

// Complete completes the names of commands.
func (e *Evaluator) Complete(code string, cursor int) cell.Completion {
	start, prefix, _ := word(code, cursor)
	c := cell.Completion{Start: start, End: cursor}
	for _, name := range commands {
		if strings.HasPrefix(name, prefix) {
			c.Matches = append(c.Matches, cell.Match{Text: name, Type: "function", Signature: "(text)"})
		}
	}
	return c
}

// Inspect knows the names of commands.
func (e *Evaluator) Inspect(code string, cursor, level int) cell.Inspection {
	_, _, whole := word(code, cursor)
	if !slices.Contains(commands, whole) {
		return cell.Inspection{}
	}
	return cell.Inspection{Found: true, Data: map[string]any{"text/plain": fmt.Sprintf("%s, level %d", whole, level)}}
}

// IsComplete: a text that ends in a backslash goes on, one with a zero byte is
// invalid.
func (e *Evaluator) IsComplete(code string) cell.Completeness {
	switch {
	case strings.ContainsRune(code, 0) || !utf8.ValidString(code):
		return cell.Completeness{Status: cell.Invalid}
	case strings.HasSuffix(code, `\`):
		return cell.Completeness{Status: cell.Incomplete, Indent: "\t"}
	}
	return cell.Completeness{Status: cell.Complete}
}

// Language describes the commands.
func (e *Evaluator) Language() cell.Language {
	return cell.Language{
		Name: "mock", Version: "1.0", Implementation: "mock", ImplementationVersion: "1.0.0", MIMEType: "text/plain", Extension: ".mock",
		Banner: "commands, one a line", Help: []cell.Link{{Text: "Go", URL: "https://go.dev"}},
	}
}
