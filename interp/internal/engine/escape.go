package engine

import (
	"go/ast"
	"go/token"
	"go/types"
)

// escaping is the set of local variables that need a heap cell.
type escaping map[types.Object]bool

func (s escaping) has(o types.Object) bool { return s[o] }

// escapes analyses a function declaration, or an expression outside of any
// function, with all function literals in it. Called with compileMu held.
func (u *unit) escapes(root ast.Node) escaping {
	if s, ok := u.esc[root]; ok {
		return s
	}
	a := &escapeWalk{info: u.info, set: escaping{}, owner: map[types.Object]ast.Node{}, fn: root}
	ast.Inspect(root, a.visit)
	u.esc[root] = a.set
	return a.set
}

// escapeWalk finds the variables whose address is taken, by & or by slicing an
// array or by a method call with a pointer receiver, and those that a function
// literal uses from outside.
type escapeWalk struct {
	info  *types.Info
	set   escaping
	owner map[types.Object]ast.Node // function that declares the variable
	fn    ast.Node                  // the innermost function
}

func (a *escapeWalk) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.FuncLit:
		if n == a.fn {
			return true
		}
		outer := a.fn
		a.fn = n
		ast.Inspect(n.Type, a.visit)
		ast.Inspect(n.Body, a.visit)
		a.fn = outer
		return false
	case *ast.Ident:
		if v, ok := a.info.Defs[n].(*types.Var); ok {
			a.owner[v] = a.fn
		}
		if v, ok := a.info.Uses[n].(*types.Var); ok && !v.IsField() {
			if o, ok := a.owner[v]; ok && o != a.fn {
				a.set[v] = true
			}
		}
	case *ast.CaseClause: // the variable of a type switch
		if v, ok := a.info.Implicits[n].(*types.Var); ok {
			a.owner[v] = a.fn
		}
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			a.taken(n.X)
		}
	case *ast.SliceExpr:
		if a.isArray(n.X) {
			a.taken(n.X)
		}
	case *ast.SelectorExpr:
		if a.takesReceiver(n) {
			a.taken(n.X)
		}
	}
	return true
}

// taken notes that the address of e is kept.
func (a *escapeWalk) taken(e ast.Expr) {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if v, ok := a.info.Uses[e].(*types.Var); ok {
			a.set[v] = true
		}
	case *ast.SelectorExpr:
		if s := a.info.Selections[e]; s != nil && s.Kind() == types.FieldVal && !throughPointer(s) {
			a.taken(e.X)
		}
	case *ast.IndexExpr:
		if a.isArray(e.X) {
			a.taken(e.X)
		}
	}
}

// isArray tells whether e may be an array (a type parameter may be anything).
func (a *escapeWalk) isArray(e ast.Expr) bool {
	t := a.info.TypeOf(e)
	if t == nil {
		return false
	}
	switch t.Underlying().(type) {
	case *types.Array, *types.Interface:
		return true
	}
	return false
}

// throughPointer tells whether the path from the receiver to the field, or to
// the embedded field whose method is selected, follows a pointer: then it
// leads out of the variable.
func throughPointer(s *types.Selection) bool {
	t := s.Recv()
	if _, ok := t.Underlying().(*types.Pointer); ok {
		return true
	}
	path := s.Index()
	for _, i := range path[:len(path)-1] {
		st, ok := t.Underlying().(*types.Struct)
		if !ok {
			return false
		}
		t = st.Field(i).Type()
		if _, ok := t.Underlying().(*types.Pointer); ok {
			return true
		}
	}
	return false
}

// takesReceiver tells whether x.M takes the address of x, or of a part of it,
// as M has a pointer receiver.
func (a *escapeWalk) takesReceiver(e *ast.SelectorExpr) bool {
	s := a.info.Selections[e]
	if s == nil || s.Kind() != types.MethodVal || throughPointer(s) {
		return false
	}
	f, ok := s.Obj().(*types.Func)
	if !ok || f.Signature().Recv() == nil {
		return false
	}
	_, isPtr := types.Unalias(f.Signature().Recv().Type()).(*types.Pointer)
	return isPtr
}
