package main

import (
	_ "embed"
	"regexp"
	"strings"
)

//go:embed data/vocabulary.txt
var vocabulary string

// coreOps tells which operations the vocabulary marks as core.
func coreOps() func(op string) bool {
	core := map[string]bool{}
	family := regexp.MustCompile(`<[a-z]+:([^>]*)>`)
	for _, line := range strings.Split(vocabulary, "\n") {
		rest, ok := strings.CutPrefix(line, "core ")
		if !ok {
			continue
		}
		name := rest
		if i := strings.IndexByte(family.ReplaceAllStringFunc(rest, func(s string) string { return strings.Repeat("x", len(s)) }), '('); i >= 0 {
			name = rest[:i]
		}
		name = strings.TrimSpace(name)
		m := family.FindStringSubmatch(name)
		if m == nil {
			core[name] = true
			continue
		}
		for _, member := range strings.Fields(m[1]) {
			core[strings.Replace(name, m[0], member, 1)] = true
		}
	}
	return func(op string) bool { return core[op] }
}
