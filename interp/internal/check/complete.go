package check

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"
)

// A Match is a name that may stand at the cursor.
type Match struct {
	Text, Kind, Signature string
}

// Complete lists what may stand at a byte offset of a text, and where it would
// begin. What stands before a dot is evaluated as far as the session's names
// tell, the text's own declarations included.
func (k *Checker) Complete(src string, cursor int) (matches []Match, start int) {
	before := src[:cursor]
	start = wordStart(before)
	prefix := before[start:]
	head := strings.TrimRight(before[:start], " \t")
	if !strings.HasSuffix(head, ".") {
		return k.names(src, prefix), start
	}
	base := operand(head[:len(head)-1])
	if base == "" {
		return nil, start
	}
	for _, m := range k.members(src, base) {
		if strings.HasPrefix(m.Text, prefix) {
			m.Text = base + "." + m.Text
			matches = append(matches, m)
		}
	}
	return matches, len(head) - 1 - len(base)
}

func wordStart(s string) int {
	i := len(s)
	for i > 0 && isWord(s[i-1]) {
		i--
	}
	return i
}

func isWord(c byte) bool {
	return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
}

// operand is the operand that a text ends in: names, selections, calls and
// indices.
func operand(s string) string {
	i := len(s)
	for i > 0 {
		switch c := s[i-1]; {
		case isWord(c) || c == '.':
			i--
		case c == ')' || c == ']':
			j := opening(s[:i])
			if j < 0 {
				return s[i:]
			}
			i = j
		default:
			return strings.TrimLeft(s[i:], ".")
		}
	}
	return s
}

// opening is where the bracket that a text ends in was opened, or -1.
func opening(s string) int {
	depth := 0
	for i := len(s) - 1; i >= 0; i-- {
		switch s[i] {
		case ')', ']', '}':
			depth++
		case '(', '[', '{':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// names are the session's names, the text's, packages and Go's own.
func (k *Checker) names(src, prefix string) []Match {
	found := map[string]Match{}
	add := func(m Match) {
		if strings.HasPrefix(m.Text, prefix) && m.Text != prefix {
			found[m.Text] = m
		}
	}
	ls, _ := lex(src)
	for _, l := range ls {
		if l.tok == token.IDENT {
			add(Match{Text: src[l.start:l.end], Kind: "instance"})
		}
	}
	for t := token.BREAK; t <= token.VAR; t++ {
		add(Match{Text: t.String(), Kind: "keyword"})
	}
	for _, n := range types.Universe.Names() {
		add(matchOf(types.Universe.Lookup(n)))
	}
	if p, ok := k.lib.(interface{ Packages() []string }); ok && prefix != "" {
		for _, path := range p.Packages() {
			add(Match{Text: path[strings.LastIndexByte(path, '/')+1:], Kind: "module"})
		}
	}
	for n, e := range k.now.names {
		if e.obj == nil {
			add(Match{Text: n, Kind: "module"})
		} else {
			add(matchOf(e.obj))
		}
	}
	return sorted(found)
}

func sorted(m map[string]Match) (list []Match) {
	for _, n := range slices.Sorted(maps.Keys(m)) {
		list = append(list, m[n])
	}
	return list
}

func matchOf(o types.Object) Match {
	m := Match{Text: o.Name(), Kind: "instance"}
	switch o := o.(type) {
	case *types.Func:
		m.Kind, m.Signature = "function", types.TypeString(o.Signature(), short)[len("func"):]
		if o.Signature().Recv() != nil {
			m.Kind = "method"
		}
	case *types.Builtin:
		m.Kind = "function"
	case *types.TypeName:
		m.Kind = "class"
	case *types.Var:
		if o.IsField() {
			m.Kind = "property"
		}
	}
	return m
}

// short qualifies names as a reader of the session would.
func short(p *types.Package) string {
	if p.Name() == "main" {
		return ""
	}
	return p.Name()
}

// members are what can be selected from an operand: a package's names, or the
// fields and methods of a value's type.
func (k *Checker) members(src, base string) []Match {
	found := map[string]Match{}
	if pkg := k.packageNamed(base); pkg != nil {
		for _, n := range pkg.Scope().Names() {
			if o := pkg.Scope().Lookup(n); o.Exported() {
				found[n] = matchOf(o)
			}
		}
		return sorted(found)
	}
	t := k.typeOf(src, base)
	if t == nil {
		return nil
	}
	selectable(t, found, map[types.Type]bool{})
	return sorted(found)
}

// selectable adds the fields and methods of a type, embedded ones included.
func selectable(t types.Type, found map[string]Match, seen map[types.Type]bool) {
	if seen[t] {
		return
	}
	seen[t] = true
	add := func(o types.Object) {
		if _, ok := found[o.Name()]; !ok && (o.Exported() || o.Pkg() == nil || o.Pkg().Name() == "main") {
			found[o.Name()] = matchOf(o)
		}
	}
	p := t
	if _, ok := t.Underlying().(*types.Interface); !ok {
		if _, ok := t.(*types.Pointer); !ok {
			p = types.NewPointer(t)
		}
	}
	ms := types.NewMethodSet(p)
	for m := range ms.Methods() {
		add(m.Obj())
	}
	if q, ok := t.Underlying().(*types.Pointer); ok {
		t = q.Elem()
	}
	if s, ok := t.Underlying().(*types.Struct); ok {
		for f := range s.Fields() {
			add(f)
			if f.Embedded() {
				selectable(f.Type(), found, seen)
			}
		}
	}
}

// packageNamed is the package that a bare name means in the session.
func (k *Checker) packageNamed(name string) *types.Package {
	path := ""
	if e := k.now.names[name]; e != nil {
		path = e.path
	} else if p, ok := k.lib.ByName(name); ok {
		path = p
	}
	if path == "" || strings.ContainsAny(name, ".()[]") {
		return nil
	}
	pkg, err := k.lib.Import(path)
	if err != nil {
		return nil
	}
	return pkg
}

// typeOf is the type of an operand, with the variables that the text declares
// before.
func (k *Checker) typeOf(src, base string) types.Type {
	e, err := parser.ParseExpr(base)
	if err != nil {
		return nil
	}
	if t := k.exprType(k.now, e); t != nil {
		return t
	}
	// The text's own names: its statements are checked one by one, as far as
	// they are whole.
	sc := k.now.clone()
	pieces, _, _ := split(src)
	for _, p := range pieces {
		try := &Checker{fset: token.NewFileSet(), lib: k.lib, now: sc}
		if c, err := try.Cell("", src[p.start:p.end]); err == nil {
			sc = c.after
		}
	}
	return k.exprType(sc, e)
}

// exprType is the type of an expression over a scope, nil if it has none.
func (k *Checker) exprType(sc *scope, e ast.Expr) types.Type {
	pkg := types.NewPackage("main", "main")
	for n, x := range sc.names {
		switch {
		case x.obj != nil:
			pkg.Scope().Insert(x.obj)
		case mentions(e)[n]:
			if p, err := k.lib.Import(x.path); err == nil {
				pkg.Scope().Insert(types.NewPkgName(token.NoPos, pkg, n, p))
			}
		}
	}
	for n := range mentions(e) {
		if sc.names[n] == nil {
			if path, ok := k.lib.ByName(n); ok {
				if p, err := k.lib.Import(path); err == nil {
					pkg.Scope().Insert(types.NewPkgName(token.NoPos, pkg, n, p))
				}
			}
		}
	}
	info := newInfo()
	if err := types.CheckExpr(token.NewFileSet(), pkg, token.NoPos, e, info); err != nil {
		return nil
	}
	t := info.TypeOf(e)
	if tup, ok := t.(*types.Tuple); ok || t == types.Typ[types.Invalid] {
		if ok && tup.Len() == 1 {
			return tup.At(0).Type()
		}
		return nil
	}
	return t
}

// Describe is help on what stands at a byte offset of a text.
func (k *Checker) Describe(src string, cursor int) (string, bool) {
	end := cursor
	for end < len(src) && isWord(src[end]) {
		end++
	}
	if end > 0 && end == cursor && src[end-1] == '(' { // a call whose arguments are being written
		end--
	}
	op := operand(src[:end])
	if op == "" {
		return "", false
	}
	base, name := "", op
	if i := strings.LastIndexByte(op, '.'); i >= 0 {
		base, name = op[:i], op[i+1:]
	}
	if base == "" {
		if e := k.now.names[name]; e != nil && e.obj != nil {
			return describe(e.obj), true
		}
		if pkg := k.packageNamed(name); pkg != nil {
			return "package " + pkg.Name() + " // import \"" + pkg.Path() + "\"", true
		}
		if o := types.Universe.Lookup(name); o != nil {
			return describe(o), true
		}
		return "", false
	}
	if pkg := k.packageNamed(base); pkg != nil {
		if o := pkg.Scope().Lookup(name); o != nil && o.Exported() {
			return describe(o), true
		}
		return "", false
	}
	if t := k.typeOf(src, base); t != nil {
		if o, _, _ := types.LookupFieldOrMethod(t, true, types.NewPackage("main", "main"), name); o != nil {
			return describe(o), true
		}
	}
	return "", false
}

func describe(o types.Object) string {
	s := types.ObjectString(o, short)
	if t, ok := o.(*types.TypeName); ok && !t.IsAlias() {
		if n, ok := t.Type().(*types.Named); ok {
			for m := range n.Methods() {
				if m.Exported() || o.Pkg() != nil && o.Pkg().Name() == "main" {
					s += "\n" + types.ObjectString(m, short)
				}
			}
		}
	}
	return s
}

// The states of a text that is being written.
const (
	Whole = iota
	Partial
	Wrong
)

// State tells whether a text is a whole cell, the beginning of one, or wrong
// whatever follows, and how deep a next line is to be indented.
func State(src string) (state, depth int) {
	ls, _ := lex(src)
	for _, l := range ls {
		switch l.tok {
		case token.LPAREN, token.LBRACK, token.LBRACE:
			depth++
		case token.RPAREN, token.RBRACK, token.RBRACE:
			depth--
		}
		if depth < 0 {
			return Wrong, 0
		}
	}
	c := &collector{fset: token.NewFileSet()}
	if IsProgram(src) {
		if _, err := parser.ParseFile(c.fset, "", src, parser.SkipObjectResolution); err != nil {
			c.addError(err)
		}
	} else {
		parse(c, "", src)
	}
	if c.errors() == nil {
		return Whole, 0
	}
	// What is missing at the end may still come; so may the end of a raw string
	// or comment, which is reported where it begins.
	end := positionIn("", src, len(strings.TrimRight(src, " \t\r\n")))
	at, msg := c.list[0].Pos, c.list[0].Msg
	if at.Line > end.Line || at.Line == end.Line && at.Column >= end.Column ||
		strings.Contains(msg, "raw string literal not terminated") || strings.Contains(msg, "comment not terminated") {
		return Partial, depth
	}
	return Wrong, 0
}
