// Package bundle keeps what is known of a set of compiled packages: export
// data, compressed a package, in a file that is embedded in the program, and
// the functions that find their symbols.
//
// A bundle is the packages' data, one DEFLATE stream after the other, then an
// index of lines "\npath offset length", then "\n" and the index's length in
// eight hexadecimal digits. Nothing is read before a package is asked for, and
// the index is searched as it stands.
package bundle

import (
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Set is a set of compiled packages.
type Set struct {
	// Data are bundles of export data; a package is in one of them. They are
	// pointers so that no code has to fill in a Set when the program starts.
	Data []*string
	// Symbols gives a package's table: from an exported name to a function, a
	// pointer to a variable, or a nil pointer to a type. Nil for a package
	// that has none of these.
	Symbols func(pkg string) func(name string) any
}

// Open gives the export data of a package, decompressed; nil if the set does
// not have it.
func (s *Set) Open(path string) ([]byte, error) {
	for _, d := range s.Data {
		if b := find(*d, path); b != "" {
			return io.ReadAll(flate.NewReader(strings.NewReader(b)))
		}
	}
	return nil, nil
}

// Has reports whether the set has a package.
func (s *Set) Has(path string) bool {
	for _, d := range s.Data {
		if find(*d, path) != "" {
			return true
		}
	}
	return false
}

// Paths lists the set's packages, sorted.
func (s *Set) Paths() []string {
	var out []string
	for _, d := range s.Data {
		for line := range strings.Lines(index(*d)) {
			if path, _, ok := strings.Cut(line, " "); ok && !strings.Contains(path, "#") {
				out = append(out, path)
			}
		}
	}
	slices.Sort(out)
	return out
}

const tail = 9 // a newline and eight digits

// index gives the lines of the index, from a newline to a newline.
func index(d string) string {
	if len(d) < tail {
		return ""
	}
	n, err := strconv.ParseUint(d[len(d)-8:], 16, 32)
	if err != nil || int(n)+tail > len(d) {
		return ""
	}
	return d[len(d)-tail-int(n) : len(d)-8]
}

func find(d, path string) string {
	if path == "" || strings.ContainsAny(path, " \n") {
		return ""
	}
	_, rest, ok := strings.Cut(index(d), "\n"+path+" ")
	if !ok {
		return ""
	}
	var off, n int
	if _, err := fmt.Sscanf(rest, "%d %d\n", &off, &n); err != nil || off < 0 || n < 0 || off+n > len(d) {
		return ""
	}
	return d[off : off+n]
}

// Write makes a bundle of packages' data.
func Write(data map[string][]byte) []byte {
	var b, idx bytes.Buffer
	for _, path := range slices.Sorted(maps.Keys(data)) {
		off := b.Len()
		w, err := flate.NewWriter(&b, flate.BestCompression)
		if err != nil {
			panic(err)
		}
		w.Write(data[path]) // into memory: cannot fail
		w.Close()
		fmt.Fprintf(&idx, "\n%s %d %d", path, off, b.Len()-off)
	}
	n := idx.Len()
	idx.WriteTo(&b)
	fmt.Fprintf(&b, "\n%08x", n)
	return b.Bytes()
}

// SourceOf is the name under which a bundle keeps a package's source.
func SourceOf(path string) string { return path + "#source" }

// ImportsOf is the name under which a bundle keeps a list of the packages that
// must be read before a package is: those of the standard library that it
// mentions.
func ImportsOf(path string) string { return path + "#imports" }

// JoinFiles makes one text of files, of which each is a name and a text.
func JoinFiles(files [][2]string) string {
	var b strings.Builder
	for _, f := range files {
		fmt.Fprintf(&b, "-- %s %d --\n%s", f[0], len(f[1]), f[1])
	}
	return b.String()
}

// SplitFiles undoes JoinFiles.
func SplitFiles(s string) (files [][2]string) {
	for s != "" {
		var name string
		var n int
		head, rest, _ := strings.Cut(s, "\n")
		if _, err := fmt.Sscanf(head, "-- %s %d --", &name, &n); err != nil || n < 0 || n > len(rest) {
			return nil
		}
		files = append(files, [2]string{name, rest[:n]})
		s = rest[n:]
	}
	return files
}
