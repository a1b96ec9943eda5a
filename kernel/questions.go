package kernel

import (
	"unicode/utf8"

	"medkit/internal/cell"
)

type atCursor struct {
	Code   string `json:"code"`
	Cursor *int   `json:"cursor_pos"` // code points; the end when missing
	Level  int    `json:"detail_level"`
}

// cursor is the cursor's position, within the text.
func (q atCursor) cursor() int {
	n := utf8.RuneCountInString(q.Code)
	if q.Cursor == nil {
		return n
	}
	return min(max(*q.Cursor, 0), n)
}

type completeReply struct {
	Status   string         `json:"status"`
	Matches  []string       `json:"matches"`
	Start    int            `json:"cursor_start"`
	End      int            `json:"cursor_end"`
	Metadata map[string]any `json:"metadata"`
}

// typedMatch is an entry of _jupyter_types_experimental, which front ends show
// beside a match.
type typedMatch struct {
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Text      string `json:"text"`
	Type      string `json:"type"`
	Signature string `json:"signature"`
}

func (k *Kernel) complete(r *request) any {
	var q atCursor
	if bad := r.content(&q); bad != nil {
		return bad
	}
	c := k.evaluator.Complete(q.Code, q.cursor())
	out := completeReply{Status: "ok", Matches: []string{}, Start: c.Start, End: c.End, Metadata: map[string]any{}}
	typed := []typedMatch{}
	for _, m := range c.Matches {
		out.Matches = append(out.Matches, m.Text)
		typed = append(typed, typedMatch{c.Start, c.End, m.Text, m.Type, m.Signature})
	}
	if len(typed) > 0 {
		out.Metadata["_jupyter_types_experimental"] = typed
	} else if out.Start == 0 && out.End == 0 {
		out.Start, out.End = q.cursor(), q.cursor() // there is nothing to be replaced
	}
	return out
}

type inspectReply struct {
	Status   string         `json:"status"`
	Found    bool           `json:"found"`
	Data     map[string]any `json:"data"`
	Metadata map[string]any `json:"metadata"`
}

func (k *Kernel) inspect(r *request) any {
	var q atCursor
	if bad := r.content(&q); bad != nil {
		return bad
	}
	i := k.evaluator.Inspect(q.Code, q.cursor(), q.Level)
	d := newDisplay(cell.Output{Data: i.Data, Metadata: i.Metadata})
	return inspectReply{"ok", i.Found, d.Data, d.Metadata}
}

type isCompleteReply struct {
	Status string  `json:"status"`
	Indent *string `json:"indent,omitempty"`
}

func (k *Kernel) isComplete(r *request) any {
	var q atCursor
	if bad := r.content(&q); bad != nil {
		return bad
	}
	c := k.evaluator.IsComplete(q.Code)
	out := isCompleteReply{Status: c.Status}
	if c.Status == cell.Incomplete {
		out.Indent = &c.Indent
	}
	return out
}
