package main

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"time"
)

// An answer is what a compiled program does.
type answer struct {
	source string // hash of the program's text
	status int    // exit status; noBuild when the compiler refuses it
	stdout string // hash of its standard output; varies when two runs differ
}

const (
	noBuild  = -1
	varies   = "*"
	timedOut = "timed out"
)

// platform is the first word of expected.txt: answers hold where they were
// recorded (the size of int, the limits of the system).
const platform = "platform " + runtime.GOOS + "/" + runtime.GOARCH

// load reads expected.txt. A missing file, and one that was recorded on another
// platform, are as an empty one.
func load(file string) (map[string]answer, error) {
	m := map[string]answer{}
	f, err := os.Open(file)
	if errors.Is(err, os.ErrNotExist) {
		return m, nil
	} else if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		t := lines.Text()
		if t == "" || t[0] == '#' {
			continue
		}
		if strings.HasPrefix(t, "platform ") {
			if t != platform {
				return map[string]answer{}, nil
			}
			continue
		}
		var name string
		var a answer
		if _, err := fmt.Sscan(t, &name, &a.source, &a.status, &a.stdout); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n, err)
		}
		m[name] = a
	}
	return m, lines.Err()
}

// recordAll builds and runs every program and writes expected.txt. With a
// selection of programs the answers of the others stay.
func (s *suite) recordAll(all []string, w io.Writer) error {
	s.expected = map[string]answer{}
	var failed error
	if s.only.String() != "" {
		if s.expected, failed = load(s.file); failed != nil {
			return failed
		}
	}
	done := 0
	s.each(all, func(p string) {
		a, err := s.compiled(p)
		s.mu.Lock()
		defer s.mu.Unlock()
		if done++; done%100 == 0 {
			fmt.Fprintf(w, "%d of %d\n", done, len(all))
		}
		if err != nil {
			failed = errors.Join(failed, fmt.Errorf("%s: %w", p, err))
			return
		}
		s.expected[p] = a
	})
	if failed != nil {
		return failed
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# What the programs of $GOROOT/test do when compiled with %s for %s/%s, CGO_ENABLED=0.\n", runtime.Version(), runtime.GOOS, runtime.GOARCH)
	fmt.Fprintf(&b, "# path, hash of the source, exit status (%d: does not build), hash of standard output (%s: differs from run to run).\n", noBuild, varies)
	b.WriteString("# Written by: tests/gosuite/run.sh -record\n" + platform + "\n")
	names := make([]string, 0, len(s.expected))
	for n := range s.expected {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		a := s.expected[n]
		fmt.Fprintln(&b, n, a.source, a.status, a.stdout)
	}
	return os.WriteFile(s.file, []byte(b.String()), 0o644)
}

// want gives the compiled program's answer: the recorded one if it belongs to
// this very source.
func (s *suite) want(p string) (answer, error) {
	h, err := sourceHash(s.path(p))
	if err != nil {
		return answer{}, err
	}
	s.mu.Lock()
	a, ok := s.expected[p]
	s.mu.Unlock()
	if ok && a.source == h {
		return a, nil
	}
	return s.compiled(p)
}

func (s *suite) path(p string) string { return filepath.Join(s.root, filepath.FromSlash(p)) }

// compiled builds the program and runs it twice.
func (s *suite) compiled(p string) (answer, error) {
	h, err := sourceHash(s.path(p))
	if err != nil {
		return answer{}, err
	}
	a := answer{source: h, status: noBuild, stdout: "-"}
	if err := os.MkdirAll(s.buildDir, 0o755); err != nil {
		return a, err
	}
	dir, err := os.MkdirTemp(s.buildDir, "bin")
	if err != nil {
		return a, err
	}
	defer os.RemoveAll(dir)
	bin := filepath.Join(dir, "prog")
	build := exec.Command("go", "build", "-buildvcs=false", "-o", bin, s.path(p))
	build.Dir = dir
	// GOWORK and GO111MODULE keep the module that dir lies in out of it.
	build.Env = append(os.Environ(), "CGO_ENABLED=0", "GOWORK=off", "GO111MODULE=off", "GOFLAGS=")
	if build.Run() != nil {
		return a, nil
	}
	first, err := s.execute(time.Minute, bin)
	if err != nil {
		return a, err
	}
	second, err := s.execute(time.Minute, bin)
	if err != nil {
		return a, err
	}
	a.status, a.stdout = first.status, first.stdout
	if first.stdout != second.stdout {
		a.stdout = varies
	}
	if first.timeout || second.timeout || first.status != second.status {
		return a, fmt.Errorf("the compiled program is no reference: %+v, then %+v", first, second)
	}
	return a, nil
}

// compare runs a program through MedKit; the verdict is empty when it did what
// the compiled one does. ok is false when there is no compiled one.
func (s *suite) compare(p string, timeout time.Duration) (verdict string, ok bool) {
	want, err := s.want(p)
	if err != nil {
		return err.Error(), true
	}
	if want.status == noBuild {
		return "", false
	}
	got, err := s.execute(timeout, s.medkit, "run", s.path(p))
	switch {
	case err != nil:
		return err.Error(), true
	case got.timeout:
		return timedOut, true
	case got.status != want.status:
		return "exit status " + strconv.Itoa(got.status) + ", want " + strconv.Itoa(want.status) + ": " + got.said, true
	case got.stdout != want.stdout && want.stdout != varies:
		return "standard output differs", true
	}
	return "", true
}

type outcome struct {
	status  int
	stdout  string
	said    string // the first line on standard error
	timeout bool
}

// execute runs a command as the Go project's own runner does: in $GOROOT/test,
// without standard input.
func (s *suite) execute(timeout time.Duration, name string, args ...string) (outcome, error) {
	tmp, err := os.MkdirTemp("", "gosuite")
	if err != nil {
		return outcome{}, err
	}
	defer os.RemoveAll(tmp)
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = s.root
	cmd.Env = append(os.Environ(), "TMPDIR="+tmp, "STDLIB_IMPORTCFG="+s.importcfg)
	hash, said := sha256.New(), &head{}
	cmd.Stdout, cmd.Stderr = hash, said
	cmd.WaitDelay = 5 * time.Second
	inGroup(cmd)
	err = cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) && ctx.Err() == nil && !errors.Is(err, exec.ErrWaitDelay) {
		return outcome{}, err
	}
	return outcome{
		status:  cmd.ProcessState.ExitCode(),
		stdout:  hex.EncodeToString(hash.Sum(nil)[:8]),
		said:    said.line(),
		timeout: ctx.Err() != nil,
	}, nil
}

// head keeps the beginning of what is written to it.
type head struct{ text []byte }

func (h *head) Write(p []byte) (int, error) {
	if room := 2000 - len(h.text); room > 0 {
		h.text = append(h.text, p[:min(room, len(p))]...)
	}
	return len(p), nil
}

func (h *head) line() string {
	l, _, _ := strings.Cut(strings.TrimSpace(string(h.text)), "\n")
	return l
}
