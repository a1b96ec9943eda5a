package stdlib

import (
	"path"
	"strings"
)

// preferred orders the packages of names that several have. As with goimports
// the names used decide (only math/rand has Intn, only crypto/rand has Text),
// but of those that have them all, numbers come before keys.
func preferred(name string) []string {
	switch name {
	case "json":
		return []string{"encoding/json", "encoding/json/v2"}
	case "rand":
		return []string{"math/rand/v2", "crypto/rand", "math/rand"}
	case "template":
		return []string{"text/template", "html/template"}
	case "pprof":
		return []string{"runtime/pprof", "net/http/pprof"}
	case "scanner":
		return []string{"text/scanner", "go/scanner"}
	}
	return nil
}

// Candidates lists the packages that a bare name in a program may mean, the
// likeliest first.
func (l *Library) Candidates(name string) []string {
	var out []string
	for _, p := range preferred(name) {
		if std.Has(p) { // encoding/json/v2 is new in Go 1.27
			out = append(out, p)
		}
	}
	if out != nil {
		return out
	}
	for _, s := range l.sets {
		for _, p := range s.Paths() {
			if baseName(p) == name {
				out = append(out, p)
			}
		}
	}
	if name == "unsafe" {
		out = append(out, name)
	}
	return out
}

// ByName gives the import path that a bare name means in a program that uses
// these of the package's names: the first candidate that has them all, or else
// the first candidate of all; false if there is none.
func (l *Library) ByName(name string, uses ...string) (string, bool) {
	all := l.Candidates(name)
	if len(all) == 0 {
		return "", false
	}
	for _, p := range all {
		pkg, err := l.Import(p)
		if err != nil {
			continue
		}
		has := true
		for _, u := range uses {
			has = has && pkg.Scope().Lookup(u) != nil
		}
		if has {
			return p, true
		}
	}
	return all[0], true
}

// baseName is the package name that an import path ends in, which for "v2" is
// the element before it.
func baseName(p string) string {
	b := path.Base(p)
	if len(b) > 1 && b[0] == 'v' && strings.Trim(b[1:], "0123456789") == "" {
		b = path.Base(path.Dir(p))
	}
	return b
}
