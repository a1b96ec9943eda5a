package interp

import (
	"go/ast"
	"strconv"

	"medkit/interp/internal/stdlib"
)

// attach does to the process what the imports of a file do.
func attach(imports []*ast.ImportSpec) {
	for _, s := range imports {
		if path, err := strconv.Unquote(s.Path.Value); err == nil {
			stdlib.Attach(path)
		}
	}
}
