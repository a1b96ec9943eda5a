package straight

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"

	"github.com/traefik/yaegi/interp"
)

// A Program is the straight-line code of one cell.
type Program struct {
	source  strings.Builder
	symbols map[string]reflect.Value
	known   map[any]string // symbols by what they stand for
}

// New makes an empty Program.
func New() *Program {
	return &Program{symbols: map[string]reflect.Value{}, known: map[any]string{}}
}

// path is the import path by which the source knows the symbols.
const path = "session"

// symbol gives a value a name in the source. Values of one key share it.
func (p *Program) symbol(key any, v reflect.Value) string {
	if s, ok := p.known[key]; ok {
		return s
	}
	name := fmt.Sprintf("S%d", len(p.symbols))
	p.symbols[name] = v
	s := path + "." + name
	p.known[key] = s
	return s
}

// Call adds a call of a Go function.
func (p *Program) Call(f func()) { p.Add(p.symbol(new(int), reflect.ValueOf(f)) + "()") }

// Add adds a line that Statement or Declaration gave.
func (p *Program) Add(line string) {
	p.source.WriteString(line)
	p.source.WriteByte('\n')
}

// Source is the program's text.
func (p *Program) Source() string { return p.source.String() }

// Run runs the program in a fresh interpreter. A panic goes on as the panic that
// it was; an error is a fault of this package.
func (p *Program) Run() error {
	i := interp.New(interp.Options{Stdout: io.Discard, Stderr: io.Discard})
	if err := i.Use(interp.Exports{path + "/" + path: p.symbols}); err != nil {
		return err
	}
	if _, err := i.Eval("import \"" + path + "\""); err != nil {
		return err
	}
	_, err := i.Eval(p.Source())
	var thrown interp.Panic
	if errors.As(err, &thrown) {
		panic(thrown.Value)
	}
	return err
}
