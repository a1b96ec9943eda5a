// Package cell is the vocabulary that a kernel and an evaluator of cells share.
//
// A kernel speaks a protocol and knows nothing of a language; an evaluator runs
// source text and knows nothing of a protocol. What passes between them is here
// and nothing else is: a [Request] with the [Sink] that its output goes to, the
// [Outcome] that comes back, an [Error] with its traceback, and the answers to
// questions about source text ([Completion], [Inspection], [Completeness]).
// The package is a leaf: it imports none of the project's packages, so that
// kernel and interp never import each other.
//
// Positions within source text count Unicode code points, as the Jupyter
// protocol does ("Messaging in Jupyter", cursor_pos).
package cell
