package policy

import "strings"

// A layer is a row of the table: what the packages that match From may import
// of this module. A pattern is a package path below the module's root; one
// that ends in "/..." matches the packages below it and itself.
type layer struct {
	from string
	to   []string
}

// layers is searched from the top; the first row that matches a package holds.
// The order within the table is that of the data flow: see ARCHITECTURE.md.
var layers = []layer{
	{"cmd/medkit", []string{"kernel", "interp", "kernelspec", "display", "internal/..."}},

	{"internal/host", []string{"kernel", "internal/..."}},
	{"kernel/...", []string{"kernel/...", "display", "internal/cell"}},
	{"kernelspec/...", nil},

	{"interp", []string{"interp/internal/...", "array/...", "display", "internal/cell"}},
	{"interp/internal/straight", []string{"interp/internal/check"}},
	{"interp/internal/check", []string{"interp/internal/stdlib"}},
	{"interp/internal/engine", []string{"interp/internal/typemap", "interp/internal/rtypes/...", "interp/internal/stdlib/..."}},
	{"interp/internal/typemap", []string{"interp/internal/rtypes"}},
	{"interp/internal/rtypes/...", []string{"interp/internal/rtypes/..."}},
	{"interp/internal/own", []string{"interp/internal/stdlib/...", "array/...", "display"}},
	{"interp/internal/stdlib/...", []string{"interp/internal/stdlib/..."}},

	{"array", []string{"array/internal/..."}},
	{"array/internal/...", []string{"array/internal/..."}},
	{"array/...", []string{"array/..."}},

	{"display", nil},
	{"internal/cell", nil},
	{"internal/...", []string{"internal/..."}},

	{"tests/...", []string{"..."}},
}

// A guard says which packages of this module may import what matches Path.
type guard struct {
	path string
	by   []string
}

// guarded holds for shipped code: for everything but tests/ and _test files.
// Any import that is neither of this module nor of the standard library must
// have a row.
var guarded = []guard{
	{"github.com/go-zeromq/zmq4/...", []string{"kernel/..."}},
	{"github.com/google/uuid", []string{"kernel/..."}},
	// yaegi's symbol tables cost 9 MB and 10 ms at every start: nobody imports them.
	{"github.com/traefik/yaegi/stdlib/...", nil},
	{"github.com/traefik/yaegi/...", []string{"interp/internal/straight"}},

	// Export data is read with it, and types are compared.
	{"golang.org/x/tools/go/...", []string{"interp/internal/stdlib/...", "interp/internal/typemap"}},

	// The tables of interp/internal/stdlib name the whole standard library, for cells to use.
	{"net/...", []string{"kernel/...", "interp/internal/stdlib/..."}},
	{"unsafe", []string{"array/...", "interp/internal/engine", "interp/internal/typemap", "interp/internal/rtypes/...", "interp/internal/stdlib/..."}},
	{"plugin", []string{"interp/internal/stdlib/..."}},
	{"C", nil},
}

// initialisers lists the packages that may have an init function, with the
// reason.
var initialisers = map[string]string{
	"interp/internal/rtypes/first": "must run before package reflect does, to take an id that the runtime reads as none",
}

// matches tells whether a package path fits a pattern.
func matches(pattern, path string) bool {
	if stem, ok := strings.CutSuffix(pattern, "..."); ok {
		return strings.HasPrefix(path, stem) || path+"/" == stem
	}
	return pattern == path
}

func matchesAny(patterns []string, path string) bool {
	for _, p := range patterns {
		if matches(p, path) {
			return true
		}
	}
	return false
}
