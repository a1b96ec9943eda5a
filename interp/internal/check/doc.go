// Package check turns the text of a cell into checked Go, against what earlier
// cells of the session have declared.
//
// # Model
//
// A cell is any mix of imports, declarations and statements. split finds its
// top-level pieces; parse parses them, in two files of the cell's own offsets,
// so that every position is the user's. A cell is then checked as a package of
// its own, "main", whose scope holds the live objects of earlier cells: they
// keep their identity, and the engine knows them by it.
//
//   - Top-level := and var declare package-level variables, whose initialisers
//     run in the order of the text; other statements form the body of one
//     function. [Step] is one of either kind.
//   - Declaring a live name again keeps its storage if the type is the same: the
//     cell's variable is a second object that is bound to the first one's place
//     (Segment.Binds), so closures and goroutines of earlier cells go on with it.
//     If the type differs, the name means a new variable from that statement on.
//     The cell is cut there into segments, each checked after the one before.
//   - A function that is declared again takes the old one's place (Replaced) if
//     the signature is the same. A type that is declared again as it was is kept,
//     and its methods get their new bodies (Bodies); else it is a new type. A
//     method that a later cell adds makes a new type of the same layout, under
//     which the session's variables of the old one go on (regenerate.go).
//   - A package that is not imported is imported when its name is used.
//
// Nothing changes in the [Checker] until [Checker.Commit].
package check
