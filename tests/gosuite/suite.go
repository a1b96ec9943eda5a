package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"go/build"
	"go/build/constraint"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"sort"
	"strings"
	"sync"
	"text/tabwriter"
)

type suite struct {
	options
	root      string // $GOROOT/test
	file      string // expected.txt
	importcfg string

	mu       sync.Mutex
	expected map[string]answer
}

// programs lists the files below root whose first line is "// run" and whose
// build constraint holds here, as paths from root with slashes.
func programs(root string, only *regexp.Regexp) ([]string, error) {
	var all []string
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(p, ".go") {
			return err
		}
		rel, err := filepath.Rel(root, p)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		if !only.MatchString(rel) {
			return nil
		}
		ok, err := wanted(p)
		if ok {
			all = append(all, rel)
		}
		return err
	})
	return all, err
}

func wanted(p string) (bool, error) {
	f, err := os.Open(p)
	if err != nil {
		return false, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	if !lines.Scan() || strings.TrimSpace(lines.Text()) != "// run" {
		return false, lines.Err()
	}
	for lines.Scan() && !strings.HasPrefix(lines.Text(), "package ") {
		if !constraint.IsGoBuild(lines.Text()) {
			continue
		}
		x, err := constraint.Parse(lines.Text())
		if err != nil {
			return false, fmt.Errorf("%s: %w", p, err)
		}
		return x.Eval(holds), nil
	}
	return true, nil
}

// holds tells whether a build tag is set for a binary built here without cgo.
func holds(tag string) bool {
	switch tag {
	case runtime.GOOS, runtime.GOARCH, "gc":
		return true
	case "unix":
		return runtime.GOOS != "windows" && runtime.GOOS != "plan9" && runtime.GOOS != "js"
	}
	for _, have := range build.Default.ReleaseTags {
		if tag == have {
			return true
		}
	}
	return strings.HasPrefix(tag, "goexperiment.regabi")
}

// each calls f for every program, o.jobs at a time.
func (s *suite) each(all []string, f func(string)) {
	work := make(chan string)
	var wg sync.WaitGroup
	for range s.jobs {
		wg.Go(func() {
			for p := range work {
				f(p)
			}
		})
	}
	for _, p := range all {
		work <- p
	}
	close(work)
	wg.Wait()
}

func sourceHash(file string) (string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8]), nil
}

// compareAll runs the programs and prints the table.
func (s *suite) compareAll(all []string, w io.Writer) (passed, failed int, err error) {
	if s.expected, err = load(s.file); err != nil {
		return 0, 0, err
	}
	var mu sync.Mutex
	why := map[string]string{} // "" for passed; missing for left out
	var slow []string
	s.each(all, func(p string) {
		verdict, ok := s.compare(p, s.timeout)
		mu.Lock()
		defer mu.Unlock()
		switch {
		case ok && verdict == timedOut:
			slow = append(slow, p)
		case ok:
			why[p] = verdict
		}
	})
	sort.Strings(slow)
	for _, p := range slow { // alone: the machine may have been busy
		if verdict, ok := s.compare(p, 2*s.timeout); ok {
			why[p] = verdict
		}
	}
	return s.table(all, why, w)
}

func (s *suite) table(all []string, why map[string]string, w io.Writer) (passed, failed int, err error) {
	type row struct{ passed, failed, out int }
	rows := map[string]*row{}
	var failures []string
	for _, p := range all {
		folder := filepath.Dir(p)
		r := rows[folder]
		if r == nil {
			r = &row{}
			rows[folder] = r
		}
		switch verdict, ran := why[p]; {
		case !ran:
			r.out++
		case verdict == "":
			r.passed++
			passed++
		default:
			r.failed++
			failed++
			failures = append(failures, p+": "+verdict)
		}
	}
	if s.verbose {
		sort.Strings(failures)
		for _, f := range failures {
			fmt.Fprintln(w, f)
		}
	}
	names := make([]string, 0, len(rows))
	for n := range rows {
		names = append(names, n)
	}
	sort.Strings(names)
	tw := tabwriter.NewWriter(w, 0, 8, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(tw, "folder\tpassed\tfailed\tdo not build\t")
	for _, n := range names {
		fmt.Fprintf(tw, "%s\t%d\t%d\t%d\t\n", n, rows[n].passed, rows[n].failed, rows[n].out)
	}
	return passed, failed, tw.Flush()
}
