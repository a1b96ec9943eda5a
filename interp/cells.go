package interp

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"strings"

	"medkit/display"
	"medkit/internal/cell"
	"medkit/interp/internal/check"
	"medkit/interp/internal/stdlib"
)

// Detach undoes what linking the whole standard library into this binary did to
// the process. A program that embeds the interpreter calls it once, at start.
func Detach() { stdlib.Detach() }

// IsProgram tells whether a text is a whole program, or a file of one, and not
// cells: it has a package clause.
func IsProgram(src string) bool { return check.IsProgram(src) }

// RunCells executes a file of cells, which lines that begin with "// %%" divide
// (the percent format), in a session of its own. Output goes to standard output
// and error, results as text. It gives the exit status: 0, 1 after a compile
// error, 2 after a panic, or what os.Exit was given.
func RunCells(f File) int {
	s, err := New(Options{})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer s.Close()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	for i, c := range splitCells(f.Src) {
		// Blank lines before it, so that lines are those of the file.
		o := s.runNamed(ctx, f.Name, cell.Request{Code: strings.Repeat("\n", c.line-1) + c.text, Count: i + 1, Sink: printer{}})
		for _, r := range o.Results {
			fmt.Println(r.Data[display.MIMEText])
		}
		if o.Err == nil {
			continue
		}
		if o.Err.Exit != nil {
			return *o.Err.Exit
		}
		fmt.Fprintln(os.Stderr, strings.Join(o.Err.Traceback, "\n"))
		if o.Err.Name == nameCompile {
			return 1
		}
		return 2
	}
	return 0
}

type fileCell struct {
	text string
	line int // of the file, from 1, where the cell's first line is
}

// splitCells divides a file of cells.
func splitCells(src string) (cells []fileCell) {
	at := fileCell{line: 1}
	for i, l := range strings.SplitAfter(src, "\n") {
		if strings.HasPrefix(l, "// %%") || strings.HasPrefix(l, "//%%") {
			cells = append(cells, at)
			at = fileCell{line: i + 2}
			continue
		}
		at.text += l
	}
	cells = append(cells, at)
	kept := cells[:0]
	for _, c := range cells {
		if strings.TrimSpace(c.text) != "" {
			kept = append(kept, c)
		}
	}
	return kept
}

// printer is the Sink of a file of cells.
type printer struct{}

func (printer) Stream(s cell.Stream, text []byte) {
	f := os.Stdout
	if s == cell.Stderr {
		f = os.Stderr
	}
	_, _ = f.Write(text) // as fmt.Print, whose callers rarely look
}

func (printer) Display(o cell.Output) { fmt.Println(o.Data[display.MIMEText]) }
func (printer) Clear(bool)            {}
