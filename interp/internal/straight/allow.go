package straight

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"reflect"
	"strings"
)

// Session is where a program's names lead.
type Session interface {
	// Variable is a pointer to a package-level variable.
	Variable(*types.Var) reflect.Value
	// Function is a function without type parameters as a value; false if it has
	// to be called by the engine.
	Function(*types.Func) (reflect.Value, bool)
	// Type is the run-time type of a type.
	Type(types.Type) reflect.Type
}

// allow is a statement on its way into a program.
type allow struct {
	*Program
	s    Session
	info *types.Info
}

// Statement is the program's line for a statement; ok tells whether that is on
// the allow-list.
func (p *Program) Statement(s Session, info *types.Info, st ast.Stmt) (line string, ok bool) {
	a := &allow{p, s, info}
	switch st := st.(type) {
	case *ast.ExprStmt:
		if call, ok := ast.Unparen(st.X).(*ast.CallExpr); ok {
			return a.call(call)
		}
	case *ast.AssignStmt:
		if len(st.Lhs) != 1 || len(st.Rhs) != 1 || st.Tok != token.ASSIGN {
			return "", false
		}
		if v, ok := a.variable(st.Lhs[0]); ok {
			return a.assign(v, st.Rhs[0])
		}
	}
	return "", false
}

// Declaration is the line for the declaration of one variable with one value,
// likewise.
func (p *Program) Declaration(s Session, info *types.Info, v *types.Var, init ast.Expr) (line string, ok bool) {
	if v == nil || v.Name() == "_" {
		return "", false
	}
	a := &allow{p, s, info}
	return a.assign(v, init)
}

// assign is v = e. The types must be the same: there is no conversion in the
// source.
func (a *allow) assign(v *types.Var, e ast.Expr) (string, bool) {
	tv := a.info.Types[e]
	if tv.Value == nil && (tv.Type == nil || !types.Identical(tv.Type, v.Type())) {
		return "", false
	}
	if tv.Value != nil && isInterface(v.Type()) {
		return "", false
	}
	x, ok := a.expr(e, v.Type())
	if !ok {
		return "", false
	}
	return "*" + a.symbol(v, a.s.Variable(v)) + " = " + x, true
}

// variable is the session variable that an expression names.
func (a *allow) variable(e ast.Expr) (*types.Var, bool) {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil, false
	}
	v, ok := a.info.Uses[id].(*types.Var)
	if !ok || v.Pkg() == nil || v.Parent() != v.Pkg().Scope() || v.Pkg().Name() != "main" {
		return nil, false
	}
	return v, plain(v.Type())
}

// plain tells whether yaegi handles values of a type as they are: everything
// but functions, interfaces, and structs and arrays, which it copies by rules of
// its own.
func plain(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Basic, *types.Pointer, *types.Slice, *types.Map, *types.Chan:
		return true
	}
	return false
}

// expr is an expression that is to have type t: a constant, a variable or a
// call.
func (a *allow) expr(e ast.Expr, t types.Type) (string, bool) {
	tv := a.info.Types[e]
	if tv.Value != nil {
		return a.constant(tv.Value, tv.Type, t)
	}
	if v, ok := a.variable(e); ok {
		return "*" + a.symbol(v, a.s.Variable(v)), true
	}
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		if _, several := tv.Type.(*types.Tuple); several || tv.Type == nil || !plain(tv.Type) {
			return "", false
		}
		return a.call(call)
	}
	return "", false
}

// constant is a constant as the value of type t, or of its default type where t
// is an interface.
func (a *allow) constant(v constant.Value, own, t types.Type) (string, bool) {
	if isInterface(t) {
		t = types.Default(own)
	}
	b, ok := t.Underlying().(*types.Basic)
	if !ok || b.Info()&types.IsConstType == 0 || b.Info()&types.IsUntyped != 0 {
		return "", false
	}
	p := reflect.New(a.s.Type(t))
	x := p.Elem()
	switch {
	case b.Info()&types.IsBoolean != 0:
		x.SetBool(constant.BoolVal(v))
	case b.Info()&types.IsString != 0:
		x.SetString(constant.StringVal(v))
	case b.Info()&types.IsUnsigned != 0:
		n, exact := constant.Uint64Val(constant.ToInt(v))
		if !exact {
			return "", false
		}
		x.SetUint(n)
	case b.Info()&types.IsInteger != 0:
		n, exact := constant.Int64Val(constant.ToInt(v))
		if !exact {
			return "", false
		}
		x.SetInt(n)
	case b.Info()&types.IsFloat != 0:
		f, _ := constant.Float64Val(constant.ToFloat(v))
		if b.Kind() == types.Float32 {
			f32, _ := constant.Float32Val(constant.ToFloat(v))
			f = float64(f32)
		}
		x.SetFloat(f)
	default:
		return "", false
	}
	return "*" + a.symbol(new(int), p), true
}

func isInterface(t types.Type) bool { return types.IsInterface(t) }

// call is a call of a function, or of a method of a compiled type.
func (a *allow) call(e *ast.CallExpr) (string, bool) {
	if e.Ellipsis.IsValid() || !a.info.Types[e.Fun].IsValue() {
		return "", false
	}
	sig, ok := a.info.TypeOf(e.Fun).(*types.Signature)
	if !ok || sig.TypeParams().Len() > 0 {
		return "", false
	}
	f, ok := a.callee(ast.Unparen(e.Fun))
	if !ok {
		return "", false
	}
	args, ok := a.args(e, sig)
	if !ok {
		return "", false
	}
	return f + "(" + strings.Join(args, ", ") + ")", true
}

func (a *allow) callee(e ast.Expr) (string, bool) {
	switch x := e.(type) {
	case *ast.Ident:
		return a.function(x)
	case *ast.SelectorExpr:
		sel := a.info.Selections[x]
		if sel == nil {
			return a.function(x.Sel)
		}
		return a.method(x, sel)
	}
	return "", false
}

func (a *allow) function(id *ast.Ident) (string, bool) {
	o, ok := a.info.Uses[id].(*types.Func)
	if !ok || o.Signature().TypeParams().Len() > 0 || o.Signature().Recv() != nil {
		return "", false
	}
	f, ok := a.s.Function(o)
	if !ok {
		return "", false
	}
	return a.symbol(o, f), true
}

// method is x.M of a variable x that points to a compiled type, M being its own.
func (a *allow) method(e *ast.SelectorExpr, sel *types.Selection) (string, bool) {
	if sel.Kind() != types.MethodVal || len(sel.Index()) != 1 || !sel.Obj().Exported() {
		return "", false
	}
	v, ok := a.variable(e.X)
	if !ok {
		return "", false
	}
	p, ok := types.Unalias(v.Type()).(*types.Pointer)
	if !ok {
		return "", false
	}
	n, ok := types.Unalias(p.Elem()).(*types.Named)
	if !ok || n.Obj().Pkg() == nil || n.Obj().Pkg().Name() == "main" || n.TypeArgs().Len() > 0 {
		return "", false
	}
	return "(*" + a.symbol(v, a.s.Variable(v)) + ")." + sel.Obj().Name(), true
}

func (a *allow) args(e *ast.CallExpr, sig *types.Signature) ([]string, bool) {
	var out []string
	calls, reads := 0, 0
	for i, arg := range e.Args {
		var t types.Type
		switch n := sig.Params().Len(); {
		case sig.Variadic() && i >= n-1:
			t = sig.Params().At(n - 1).Type().(*types.Slice).Elem()
		case i < n:
			t = sig.Params().At(i).Type()
		default:
			return nil, false // f(g())
		}
		at := a.info.TypeOf(arg)
		if _, several := at.(*types.Tuple); several {
			return nil, false
		}
		if a.info.Types[arg].Value == nil && !types.Identical(at, t) && !isInterface(t) {
			return nil, false
		}
		x, ok := a.expr(arg, t)
		if !ok {
			return nil, false
		}
		if isCall(arg) {
			calls++
		} else if a.info.Types[arg].Value == nil {
			reads++
		}
		out = append(out, x)
	}
	// Go's compiler reads variables after it has made the calls, which may change
	// them; yaegi goes from left to right.
	return out, calls == 0 || reads == 0
}

func isCall(e ast.Expr) bool {
	_, ok := ast.Unparen(e).(*ast.CallExpr)
	return ok
}
