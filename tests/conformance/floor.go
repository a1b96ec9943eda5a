package main

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
)

// floor holds the numbers of passed cases: none may fall, so that what is
// unsupported can only become less.
func (r *run) floor(path string, raise bool) error {
	want := map[string]int{}
	b, err := os.ReadFile(path)
	if err != nil && !(raise && os.IsNotExist(err)) {
		return err
	}
	for _, l := range strings.Split(string(b), "\n") {
		var cat string
		var n int
		if _, err := fmt.Sscan(l, &cat, &n); err == nil {
			want[cat] = n
		}
	}
	var low []string
	for _, cat := range slices.Sorted(maps.Keys(want)) {
		got := 0
		if t := r.byCat[cat]; t != nil {
			got = t.passed
		}
		if got < want[cat] {
			low = append(low, fmt.Sprintf("%s: %d passed, the floor is %d", cat, got, want[cat]))
		}
	}
	if len(low) > 0 {
		return fmt.Errorf("below the floor of %s:\n%s", path, strings.Join(low, "\n"))
	}
	if !raise {
		return nil
	}
	var out strings.Builder
	for _, cat := range slices.Sorted(maps.Keys(r.byCat)) {
		fmt.Fprintf(&out, "%s %d\n", cat, r.byCat[cat].passed)
	}
	return os.WriteFile(path, []byte(out.String()), 0o644)
}
