package kernel

import (
	"context"

	"medkit/internal/cell"
)

// An Evaluator runs the cells of one kernel. The kernel calls Run for one cell
// at a time and in the order of the requests. The questions (Complete, Inspect,
// IsComplete, Language) come from other goroutines, also while a cell runs, and
// must neither wait for it nor run code of the user's.
//
// Cursor positions count code points and lie within the text: 0 <= cursor <=
// number of code points.
type Evaluator interface {
	// Run runs a cell. When ctx is cancelled (an interrupt, or the kernel's
	// end) it returns soon, with an Error named [cell.Interrupted], and keeps
	// what the cell had changed so far.
	Run(ctx context.Context, r cell.Request) cell.Outcome
	// Complete tells what may stand at the cursor.
	Complete(code string, cursor int) cell.Completion
	// Inspect gives help on what stands at the cursor: level 0 for its
	// signature and documentation, 1 for its source as well.
	Inspect(code string, cursor, level int) cell.Inspection
	// IsComplete tells whether the text is ready to be run.
	IsComplete(code string) cell.Completeness
	// Language describes what the evaluator runs.
	Language() cell.Language
	// Close frees what the evaluator holds. No call follows it.
	Close() error
}
