package main

import (
	"fmt"
	"go/types"
	"slices"
	"strings"
)

// A generic function runs interpreted, from source. Instances of it that are
// worth having compiled are in the tables too, under names such as
// "Sort[[]int,int]"; the interpreter looks there first.

// hot are functions of the standard library whose instances for the common
// element types are compiled: those whose work grows with their argument and
// calls nothing of the user's. The letters stand for type arguments: s for
// []E, e for E.
var hot = map[string]map[string]string{
	"slices": {
		"BinarySearch": "se", "Compact": "se", "Compare": "se", "Contains": "se", "Equal": "se", "Index": "se",
		"IsSorted": "se", "Max": "se", "Min": "se", "Reverse": "se", "Sort": "se",
	},
}

var hotElems = []string{"int", "float64", "string", "uint8"}

// hotInstances lists the instances of a function by their type arguments.
func hotInstances(fn *types.Func) (out []string) {
	for _, e := range hotElems {
		var args []string
		for _, c := range hot[fn.Pkg().Path()][fn.Name()] {
			args = append(args, map[rune]string{'s': "[]" + e, 'e': e}[c])
		}
		if args != nil {
			out = append(out, strings.Join(args, ","))
		}
	}
	return out
}

// maxInstances bounds the instances of one function that its constraints ask for.
const maxInstances = 64

// finiteInstances lists the instances of a function all of whose type
// parameters are constrained to a few basic types, as they are in packages of
// arrays. Such functions need no source.
func finiteInstances(fn *types.Func) []string {
	out := []string{""}
	for p := range fn.Signature().TypeParams().TypeParams() {
		set := typeSet(p.Constraint())
		if len(set) == 0 || len(out)*len(set) > maxInstances {
			return nil
		}
		var next []string
		for _, o := range out {
			for _, t := range set {
				next = append(next, strings.TrimPrefix(o+","+t, ","))
			}
		}
		out = next
	}
	return out
}

// typeSet spells the basic types that a constraint is a union of, nil if it is
// no such union.
func typeSet(t types.Type) []string {
	var out []string
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		return typeSet(t.Underlying())
	case *types.Basic:
		s, ok := spell(t)
		if !ok {
			return nil
		}
		return []string{s}
	case *types.Union:
		for i := range t.Len() {
			s := typeSet(t.Term(i).Type())
			if s == nil {
				return nil
			}
			out = append(out, s...)
		}
	case *types.Interface:
		if t.NumMethods() > 0 || t.NumEmbeddeds() != 1 {
			return nil
		}
		out = typeSet(t.EmbeddedType(0))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// genericEntries writes the table entries of a generic function.
func genericEntries(fn *types.Func, std bool, entry func(name, format string, args ...any)) {
	list := hotInstances(fn)
	if !std {
		list = finiteInstances(fn)
	}
	for _, args := range list {
		entry(fmt.Sprintf("%s[%s]", fn.Name(), args), "{%s}.%s[%s]", fn.Pkg().Path(), fn.Name(), args)
	}
}
