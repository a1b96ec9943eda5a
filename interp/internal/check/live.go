package check

import (
	"go/ast"
	"go/types"
	"maps"
)

// entry is what a name of the session means.
type entry struct {
	obj     types.Object  // nil for an import
	path    string        // of an import
	spec    *ast.TypeSpec // of a type
	fn      *ast.FuncDecl // of a function
	methods map[string]*ast.FuncDecl
}

func (e *entry) variable() *types.Var {
	if e == nil {
		return nil
	}
	v, _ := e.obj.(*types.Var)
	return v
}

func (e *entry) named() *types.Named {
	if e == nil {
		return nil
	}
	t, ok := e.obj.(*types.TypeName)
	if !ok || t.IsAlias() {
		return nil
	}
	n, _ := t.Type().(*types.Named)
	return n
}

// scope is a session's names: what a cell sees, and what it leaves.
type scope struct {
	names map[string]*entry
	dots  []string // paths of dot imports
}

func (s *scope) clone() *scope {
	return &scope{maps.Clone(s.names), append([]string(nil), s.dots...)}
}

// mentions are the names that occur in a node, those after a dot left out.
func mentions(n ast.Node) map[string]bool {
	m := map[string]bool{}
	if n == nil {
		return m
	}
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			m[n.Name] = true
		case *ast.SelectorExpr:
			for k := range mentions(n.X) {
				m[k] = true
			}
			return false
		}
		return true
	})
	return m
}
