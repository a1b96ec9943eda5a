package bundle

import (
	"strings"
	"testing"
)

func TestBundle(t *testing.T) {
	data := map[string][]byte{"b/c": []byte(strings.Repeat("x", 5000)), "a": []byte("one"), "empty": {}, SourceOf("a"): []byte("source")}
	b := string(Write(data))
	none := string(Write(nil))
	s := &Set{Data: []*string{&none, &b}}
	for p, want := range data {
		got, err := s.Open(p)
		if err != nil || string(got) != string(want) {
			t.Errorf("%s: %q, %v", p, got, err)
		}
	}
	for _, p := range []string{"", "c", "b", "a ", "a\n", "one"} {
		if got, err := s.Open(p); got != nil || err != nil || s.Has(p) {
			t.Errorf("%q: %q, %v", p, got, err)
		}
	}
	if got := strings.Join(s.Paths(), " "); got != "a b/c empty" {
		t.Errorf("paths %s", got)
	}
	// Damage is an error or nothing, never a crash.
	for i := range len(b) {
		for _, d := range []string{b[:i], b[:i] + "\xff" + b[i+1:]} {
			s := &Set{Data: []*string{&d}}
			s.Open("b/c")
			s.Paths()
		}
	}
}

func TestFiles(t *testing.T) {
	files := [][2]string{{"x/a.go", "package a\n"}, {"x/b.go", ""}, {"x/c.go", "-- y 3 --\n"}}
	got := SplitFiles(JoinFiles(files))
	if len(got) != len(files) {
		t.Fatal(got)
	}
	for i := range got {
		if got[i] != files[i] {
			t.Errorf("%q, want %q", got[i], files[i])
		}
	}
	for _, bad := range []string{"x", "-- a 10 --\nshort", "-- a -1 --\n", "-- a --\n"} {
		if got := SplitFiles(bad); got != nil {
			t.Errorf("%q: %q", bad, got)
		}
	}
}
