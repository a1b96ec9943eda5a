package check

import (
	"errors"
	"fmt"
	"go/scanner"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// An Error is one thing that is wrong with a source text, in Go's words.
type Error struct {
	Pos token.Position // the file name is the cell's: In[3]
	Msg string
	// Line is the text of the line that Pos is in, for showing it.
	Line string
}

func (e *Error) Error() string {
	if !e.Pos.IsValid() {
		return e.Msg
	}
	return fmt.Sprintf("%v: %s", e.Pos, e.Msg)
}

// Quoted is the error with its line and a caret below the column.
func (e *Error) Quoted() string {
	s := e.Error()
	if e.Line == "" {
		return s
	}
	lead := min(max(e.Pos.Column-1, 0), len(e.Line))
	pad := strings.Map(func(r rune) rune {
		if r == '\t' {
			return r
		}
		return ' '
	}, e.Line[:lead])
	return s + "\n" + e.Line + "\n" + pad + "^"
}

// Errors are all that was found, in the order of the text.
type Errors []*Error

// maxErrors is how many are kept, as the compiler prints.
const maxErrors = 10

func (l Errors) Error() string {
	var b strings.Builder
	for i, e := range l {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(e.Error())
	}
	return b.String()
}

// collector gathers errors while a text is parsed and checked.
type collector struct {
	fset *token.FileSet
	text func(token.Position) string // a line's text
	last token.Position              // a cell's end
	list Errors
}

func (c *collector) add(pos token.Position, msg string) {
	e := &Error{Pos: pos, Msg: msg}
	if c.text != nil {
		e.Line = c.text(pos)
	}
	c.list = append(c.list, e)
}

// addError adds an error of the parser or of go/types.
func (c *collector) addError(err error) {
	var list scanner.ErrorList
	var terr types.Error
	switch {
	case errors.As(err, &list):
		for _, e := range list {
			c.add(c.within(e.Pos, e.Msg))
		}
	case errors.As(err, &terr):
		// A follow-up line of the error before it begins with a tab.
		if n := len(c.list); strings.HasPrefix(terr.Msg, "\t") && n > 0 {
			c.list[n-1].Msg += "\n" + terr.Msg
			return
		}
		c.add(terr.Fset.Position(terr.Pos), terr.Msg)
	default:
		c.add(token.Position{}, err.Error())
	}
}

// errors gives what was found, sorted, one a line, the first ten; nil if nothing was.
func (c *collector) errors() error {
	if len(c.list) == 0 {
		return nil
	}
	slices.SortStableFunc(c.list, func(a, b *Error) int {
		if n := strings.Compare(a.Pos.Filename, b.Pos.Filename); n != 0 {
			return n
		}
		return a.Pos.Offset - b.Pos.Offset
	})
	l := slices.CompactFunc(c.list, func(a, b *Error) bool {
		return a.Pos.Filename == b.Pos.Filename && a.Pos.Line == b.Pos.Line && a.Pos.IsValid()
	})
	if len(l) > maxErrors {
		l = append(l[:maxErrors:maxErrors], &Error{Msg: "too many errors"})
	}
	return l
}

// within moves an error of the parser from behind a cell's text, where the parser
// finds the end of the function that the statements were put in, to the text's
// end.
func (c *collector) within(pos token.Position, msg string) (token.Position, string) {
	if c.last == (token.Position{}) || pos.Line < c.last.Line || pos.Line == c.last.Line && pos.Column < c.last.Column {
		return pos, msg
	}
	pos.Line, pos.Column, pos.Offset = c.last.Line, c.last.Column, c.last.Offset
	for _, found := range []string{"found '}'", "found 'EOF'", "found newline"} {
		if head, ok := strings.CutSuffix(msg, found); ok {
			msg = head + "found end of cell"
		}
	}
	return pos, msg
}

// endOf is where a text ends, blanks left out.
func endOf(src string) token.Position {
	src = strings.TrimRight(src, " \t\r\n")
	line := 1 + strings.Count(src, "\n")
	return token.Position{Offset: len(src), Line: line, Column: len(src) - strings.LastIndexByte(src, '\n')}
}

// lineOf gives the lines of a text by position.
func lineOf(src string) func(token.Position) string {
	lines := strings.Split(src, "\n")
	return func(p token.Position) string {
		if p.Line < 1 || p.Line > len(lines) {
			return ""
		}
		return strings.TrimSuffix(lines[p.Line-1], "\r")
	}
}
