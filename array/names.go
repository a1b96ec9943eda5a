package array

import (
	_ "embed"
	"strings"
)

//go:embed names.txt
var namesText string

// A Name is a row of the table of names: what NumPy calls something, what we
// call it, and whether it is built.
type Name struct {
	NumPy string // without np.: "argmin", "linalg.det", "RandomState.randint"
	Go    string // "Argmin", "linalg.Det", "random.RandomState.Randint"
	Built bool
}

// Names is the table of names, in NumPy's order of subjects.
func Names() []Name {
	var out []Name
	for _, line := range strings.Split(namesText, "\n") {
		line, _, _ = strings.Cut(line, "#")
		for _, n := range strings.Fields(line) {
			name, built := strings.CutSuffix(n, "+")
			out = append(out, Name{name, GoName(name), built})
		}
	}
	return out
}

// exceptions are names that do not follow the rule of GoName.
var exceptions = map[string]string{
	"array": "From", "dtype": "DtypeOf", "s_": "Slice", "newaxis": "Newaxis",
}

// GoName is our name of what NumPy calls so: the first letter, and each after an
// underscore, in upper case. The exceptions are array, which is From, as Array
// is the type, dtype, which is DtypeOf, and s_, which is Slice. A submodule is a
// package below array; RandomState and Generator are in package random.
func GoName(numpy string) string {
	prefix, name := "", numpy
	if i := strings.LastIndexByte(numpy, '.'); i >= 0 {
		prefix, name = numpy[:i]+".", numpy[i+1:]
		if c := prefix[0]; c >= 'A' && c <= 'Z' {
			prefix = "random." + prefix
		}
	}
	if prefix == "" {
		if g, ok := exceptions[name]; ok {
			return g
		}
	}
	var b strings.Builder
	for _, w := range strings.Split(name, "_") {
		if w != "" {
			b.WriteString(strings.ToUpper(w[:1]) + w[1:])
		}
	}
	return prefix + b.String()
}
