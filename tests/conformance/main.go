package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"medkit/array"
)

func main() {
	op := flag.String("op", "", "only cases of this operation")
	cat := flag.String("cat", "", "only cases of this category")
	verbose := flag.Bool("v", false, "list every failure, and what is unsupported and why")
	self := flag.Bool("selfcheck", false, "corrupt each expected answer and require that the comparison notices")
	floor := flag.String("floor", "", "a file with the numbers of passed cases by category that must be reached; -raise writes it")
	raise := flag.Bool("raise", false, "raise the floor to what passes now")
	flag.Parse()
	if flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "usage: conformance [-op NAME] [-cat NAME] [-v] [-selfcheck] DIR...")
		os.Exit(2)
	}
	r := &run{op: *op, cat: *cat, verbose: *verbose, self: *self, rows: rows(), byCat: map[string]*tally{}, missing: map[string]int{}}
	for _, dir := range flag.Args() {
		if err := r.folder(dir); err != nil {
			fmt.Fprintln(os.Stderr, "conformance:", err)
			os.Exit(2)
		}
	}
	ok := r.report(os.Stdout)
	if *floor != "" && r.op == "" && r.cat == "" {
		if err := r.floor(*floor, *raise); err != nil {
			fmt.Println(err)
			ok = false
		}
	}
	if !ok {
		os.Exit(1)
	}
}

// run is what was found so far.
type run struct {
	op, cat       string
	verbose, self bool
	rows          map[string]row
	byCat         map[string]*tally
	missing       map[string]int // operations without a row
	failures      []string
	reasons       map[string]int
}

type tally struct{ passed, failed, unsupported int }

// folder reads all files of cases below a folder.
func (r *run) folder(dir string) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".jsonl") && !strings.HasSuffix(path, ".jsonl.gz") {
			return err
		}
		return r.file(path)
	})
}

// maxLine bounds a case.
const maxLine = 64 << 20

func (r *run) file(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	var in io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	category := strings.TrimSuffix(strings.TrimSuffix(filepath.Base(path), ".gz"), ".jsonl")
	sc := bufio.NewScanner(in)
	sc.Buffer(make([]byte, 1<<20), maxLine)
	for n := 1; sc.Scan(); n++ {
		var c Case
		if err := json.Unmarshal(sc.Bytes(), &c); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
		if c.Op == "" { // the header
			var h struct{ Cat string }
			if json.Unmarshal(sc.Bytes(), &h) == nil && h.Cat != "" {
				category = h.Cat
			}
			continue
		}
		if r.op != "" && c.Op != r.op || r.cat != "" && category != r.cat {
			continue
		}
		r.one(category, &c)
	}
	return sc.Err()
}

func (r *run) one(category string, c *Case) {
	t := r.byCat[category]
	if t == nil {
		t = &tally{}
		r.byCat[category] = t
	}
	row := r.rows[c.Op]
	if row == nil {
		t.unsupported++
		r.missing[c.Op]++
		return
	}
	verdict, why := perform(row, c, r.self)
	switch verdict {
	case passed:
		t.passed++
	case failed:
		t.failed++
		r.failures = append(r.failures, fmt.Sprintf("%s %s %s kw %s: %s", c.ID, c.Op, raw(c.In), kwText(c), why))
	case notBuilt:
		t.unsupported++
		if r.reasons == nil {
			r.reasons = map[string]int{}
		}
		r.reasons[c.Op+": "+why]++
	}
}

func kwText(c *Case) string {
	b, err := json.Marshal(c.Kw)
	if err != nil {
		return err.Error()
	}
	return string(b)
}

type verdict uint8

const (
	passed verdict = iota
	failed
	notBuilt
)

// perform runs a case. Whatever goes wrong in it is the case's failure.
func perform(f row, c *Case, self bool) (v verdict, why string) {
	if c.Cmp != "" {
		return notBuilt, "comparison " + c.Cmp
	}
	var got any
	var err error
	var operand any
	func() {
		defer func() {
			switch p := recover().(type) {
			case nil:
			case unsupported:
				v, why = notBuilt, string(p)
			case *array.Error:
				err = p
			default:
				v, why = failed, fmt.Sprintf("panic: %v", p)
			}
		}()
		k := newCall(c)
		if len(k.in) > 0 {
			operand = k.in[0]
		}
		got = f(k)
	}()
	switch {
	case v != passed:
		return v, why
	case errors.Is(err, array.ErrNotBuilt) && c.Err != "NotImplementedError":
		return notBuilt, err.Error()
	}
	if self {
		return selfcheck(c, got, err, operand)
	}
	return judge(c, got, err, operand)
}

// judge compares what a case gave with what it should.
func judge(c *Case, got any, err error, operand any) (v verdict, why string) {
	defer func() {
		switch p := recover().(type) {
		case nil:
		case unsupported:
			v, why = notBuilt, string(p)
		default:
			v, why = failed, fmt.Sprintf("panic in the comparison: %v", p)
		}
	}()
	if c.Err != "" {
		switch {
		case err == nil:
			return failed, fmt.Sprintf("got %v, want %s", got, c.Err)
		case kindOf(err) != c.Err:
			return failed, fmt.Sprintf("got %s (%v), want %s", kindOf(err), err, c.Err)
		}
		return passed, ""
	}
	if err != nil {
		return failed, "got the error " + err.Error()
	}
	gots, several := got.(results)
	if !several {
		gots = results{got}
	}
	if len(gots) != len(c.Out) {
		return failed, fmt.Sprintf("got %d results, want %d", len(gots), len(c.Out))
	}
	for i, raw := range c.Out {
		if s := compare(decode(raw, true), gots[i], c.Tol, operand); s != "" {
			return failed, s
		}
	}
	return passed, ""
}

func kindOf(err error) string {
	if k := errors.Unwrap(err); k != nil {
		return k.Error()
	}
	return err.Error()
}

// selfcheck corrupts the expected answer and requires that judge notices.
func selfcheck(c *Case, got any, err error, operand any) (verdict, string) {
	if v, why := judge(c, got, err, operand); v != passed {
		return notBuilt, "does not pass: " + why
	}
	bad := *c
	if c.Err != "" {
		bad.Err = "OtherError"
	} else if bad.Out = corrupt(c.Out); bad.Out == nil {
		return notBuilt, "nothing to corrupt"
	}
	if v, _ := judge(&bad, got, err, operand); v == passed {
		return failed, "a corrupted answer was not noticed: " + raw(bad.Out)
	}
	return passed, ""
}

// report prints the summary and tells whether nothing failed.
func (r *run) report(w io.Writer) bool {
	var all tally
	fmt.Fprintf(w, "%-14s %7s %7s %12s\n", "category", "passed", "failed", "unsupported")
	for _, cat := range slices.Sorted(maps.Keys(r.byCat)) {
		t := r.byCat[cat]
		fmt.Fprintf(w, "%-14s %7d %7d %12d\n", cat, t.passed, t.failed, t.unsupported)
		all.passed += t.passed
		all.failed += t.failed
		all.unsupported += t.unsupported
	}
	limit := 20
	if r.verbose {
		limit = len(r.failures)
	}
	for i, f := range r.failures {
		if i == limit {
			fmt.Fprintf(w, "... and %d more (-v lists them)\n", len(r.failures)-limit)
			break
		}
		fmt.Fprintln(w, f)
	}
	if r.verbose {
		for _, s := range slices.Sorted(maps.Keys(r.reasons)) {
			fmt.Fprintf(w, "unsupported %5d  %s\n", r.reasons[s], s)
		}
	}
	if len(r.missing) > 0 {
		core := coreOps()
		var names []string
		for _, n := range slices.Sorted(maps.Keys(r.missing)) {
			if core == nil || core(n) {
				names = append(names, n)
			}
		}
		fmt.Fprintf(w, "core operations that are unsupported (%d): %s\n", len(names), strings.Join(names, " "))
	}
	fmt.Fprintf(w, "%d passed, %d failed, %d unsupported\n", all.passed, all.failed, all.unsupported)
	return all.failed == 0
}
