package kernel

import (
	"slices"
	"strconv"
	"sync"

	"medkit/internal/cell"
)

// thisSession is the number of the kernel's own session in history replies; 0
// in a request means it too.
const thisSession = 1

// history is what the cells of this session were.
type history struct {
	mu    sync.Mutex
	cells []past
}

type past struct {
	line   int
	input  string
	output any // the text of the result, nil for none
}

func (h *history) add(line int, input string, results []cell.Output) {
	var output any
	if n := len(results); n > 0 {
		output = results[n-1].Data["text/plain"]
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.cells = append(h.cells, past{line, input, output})
}

type historyRequest struct {
	Output  bool   `json:"output"`
	Raw     bool   `json:"raw"` // input is the same, raw or not
	Access  string `json:"hist_access_type"`
	Session int    `json:"session"`
	Start   int    `json:"start"`
	Stop    *int   `json:"stop"` // excluded; the end when missing
	N       *int   `json:"n"`    // all when missing
	Pattern string `json:"pattern"`
	Unique  bool   `json:"unique"`
}

type historyReply struct {
	Status  string  `json:"status"`
	History [][]any `json:"history"`
}

func (k *Kernel) historyRequest(r *request) any {
	var q historyRequest
	if bad := r.content(&q); bad != nil {
		return bad
	}
	var found []past
	switch q.Access {
	case "range":
		found = k.history.span(q)
	case "tail":
		found = last(k.history.all(), q.N)
	case "search":
		found = k.history.search(q)
	default:
		return failed("BadRequest", "history_request: content.hist_access_type is "+strconv.Quote(q.Access)+`, want "range", "tail" or "search"`)
	}
	out := historyReply{"ok", [][]any{}}
	for _, p := range found {
		var input any = p.input
		if q.Output {
			input = []any{p.input, p.output}
		}
		out.History = append(out.History, []any{thisSession, p.line, input})
	}
	return out
}

func (h *history) all() []past {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Clone(h.cells)
}

// span gives lines from Start up to Stop; negative ones count from the end, as
// in IPython.
func (h *history) span(q historyRequest) []past {
	if q.Session != 0 && q.Session != thisSession {
		return nil
	}
	cells := h.all()
	end := 1
	if n := len(cells); n > 0 {
		end = cells[n-1].line + 1
	}
	start, stop := q.Start, end
	if q.Stop != nil && *q.Stop != 0 {
		stop = *q.Stop
	}
	if start < 0 {
		start += end
	}
	if stop < 0 {
		stop += end
	}
	return slices.DeleteFunc(cells, func(p past) bool { return p.line < start || p.line >= stop })
}

// search gives the cells that a pattern with * and ? matches as a whole, of
// equal ones only the last when they are to be unique.
func (h *history) search(q historyRequest) []past {
	pattern := q.Pattern
	if pattern == "" {
		pattern = "*"
	}
	seen := map[string]bool{}
	var found []past
	for _, p := range slices.Backward(h.all()) {
		if !glob(pattern, p.input) || q.Unique && seen[p.input] {
			continue
		}
		seen[p.input] = true
		found = append(found, p)
	}
	slices.Reverse(found)
	return last(found, q.N)
}

func last(cells []past, n *int) []past {
	if n == nil || *n < 0 || *n >= len(cells) {
		return cells
	}
	return cells[len(cells)-*n:]
}
