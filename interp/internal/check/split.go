package check

import (
	"go/scanner"
	"go/token"
)

// A piece is a top-level part of a cell: an import, a declaration or a
// statement, from its first token to its last, with the semicolon if there is
// one in the text.
type piece struct {
	kind       pieceKind
	start, end int // byte offsets
	semicolon  bool
}

type pieceKind uint8

const (
	isStmt pieceKind = iota // statements, and var declarations, which run in order
	isDecl                  // func, type, const
	isImport
	isPackage
)

// A lexeme is a token of the text.
type lexeme struct {
	tok        token.Token
	start, end int
	inserted   bool // a semicolon that the text does not have
}

// lex scans a text. What is no token is left to the parser to complain about,
// but for a comment without end, which is in no piece: open is where it begins,
// or -1.
func lex(src string) (l []lexeme, open int) {
	open = -1
	fset := token.NewFileSet()
	file := fset.AddFile("", fset.Base(), len(src))
	var s scanner.Scanner
	s.Init(file, []byte(src), func(p token.Position, msg string) {
		if msg == "comment not terminated" {
			open = p.Offset
		}
	}, 0)
	for {
		pos, tok, lit := s.Scan()
		if tok == token.EOF {
			return l, open
		}
		off := file.Offset(pos)
		x := lexeme{tok: tok, start: off, end: off + len(lit)}
		switch {
		case tok == token.SEMICOLON && lit != ";":
			x.inserted, x.end = true, off
		case lit == "" || tok.IsOperator() && tok != token.SEMICOLON:
			x.end = off + len(tok.String())
		}
		x.end = min(x.end, len(src)) // a byte that is no UTF-8 counts as three in lit
		l = append(l, x)
	}
}

// split finds the pieces of a cell. extra is the offset of a closing bracket
// without an opening one, open that of a comment without end; or -1.
func split(src string) (pieces []piece, extra, open int) {
	ls, open := lex(src)
	extra = -1
	for i := 0; i < len(ls); {
		if ls[i].tok == token.SEMICOLON {
			i++
			continue
		}
		p := piece{kind: kindOf(ls[i:]), start: ls[i].start}
		depth := 0
		for ; i < len(ls); i++ {
			switch ls[i].tok {
			case token.LPAREN, token.LBRACK, token.LBRACE:
				depth++
			case token.RPAREN, token.RBRACK, token.RBRACE:
				depth--
			}
			if depth < 0 && extra < 0 {
				extra = ls[i].start
				depth = 0
			}
			if ls[i].tok == token.SEMICOLON && depth == 0 {
				break
			}
			p.end = ls[i].end
		}
		if i < len(ls) && !ls[i].inserted {
			p.semicolon, p.end = true, ls[i].end
		}
		pieces = append(pieces, p)
	}
	return pieces, extra, open
}

func kindOf(ls []lexeme) pieceKind {
	switch ls[0].tok {
	case token.IMPORT:
		return isImport
	case token.PACKAGE:
		return isPackage
	case token.TYPE, token.CONST:
		return isDecl
	case token.FUNC:
		if isFuncDecl(ls[1:]) {
			return isDecl
		}
	}
	return isStmt
}

// isFuncDecl tells a declaration from a literal: what follows func is a name,
// or a receiver, a name and parameters.
func isFuncDecl(ls []lexeme) bool {
	if len(ls) == 0 {
		return false
	}
	if ls[0].tok != token.LPAREN {
		return ls[0].tok == token.IDENT
	}
	depth := 0
	for i, l := range ls {
		switch l.tok {
		case token.LPAREN:
			depth++
		case token.RPAREN:
			if depth--; depth == 0 {
				return i+2 < len(ls) && ls[i+1].tok == token.IDENT && ls[i+2].tok == token.LPAREN
			}
		}
	}
	return false
}

// blank is src with all bytes outside of the pieces that keep names turned into
// spaces, but for the line ends.
func blank(src string, pieces []piece, keep func(piece) bool) []byte {
	b := []byte(src)
	at := 0
	wipe := func(to int) {
		for ; at < to; at++ {
			if b[at] != '\n' {
				b[at] = ' '
			}
		}
	}
	for _, p := range pieces {
		if keep(p) {
			wipe(p.start)
			at = p.end
		}
	}
	wipe(len(b))
	return b
}
