package interp

import (
	"strings"

	"medkit/internal/cell"
	"medkit/interp/internal/check"
)

// Complete tells what may stand at the cursor.
func (s *Session) Complete(code string, cursor int) cell.Completion {
	s.mu.Lock()
	defer s.mu.Unlock()
	matches, start := s.checker.Complete(code, byteOffset(code, cursor))
	c := cell.Completion{Start: codePoints(code, start), End: cursor}
	for _, m := range matches {
		c.Matches = append(c.Matches, cell.Match{Text: m.Text, Type: m.Kind, Signature: m.Signature})
	}
	return c
}

// Inspect gives a name's declaration, and what is known of it.
func (s *Session) Inspect(code string, cursor, level int) cell.Inspection {
	s.mu.Lock()
	defer s.mu.Unlock()
	text, ok := s.checker.Describe(code, byteOffset(code, cursor))
	if !ok {
		return cell.Inspection{}
	}
	return cell.Inspection{Found: true, Data: map[string]any{"text/plain": text}, Metadata: map[string]any{}}
}

// byteOffset is where the n-th code point of a text begins.
func byteOffset(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// codePoints counts those before a byte offset.
func codePoints(s string, off int) int { return len([]rune(s[:off])) }

// IsComplete tells whether a text is a whole cell.
func (s *Session) IsComplete(code string) cell.Completeness {
	switch state, depth := check.State(code); state {
	case check.Whole:
		return cell.Completeness{Status: cell.Complete}
	case check.Partial:
		return cell.Completeness{Status: cell.Incomplete, Indent: strings.Repeat("\t", depth)}
	}
	return cell.Completeness{Status: cell.Invalid}
}
