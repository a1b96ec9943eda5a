//go:build unix

package descriptors

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
)

// TestMain runs the tests, or, in the process that a test starts, takes the
// descriptors, which would be those of the test's own report otherwise.
func TestMain(m *testing.M) {
	if os.Getenv("DESCRIPTORS_TEST") == "" {
		os.Exit(m.Run())
	}
	if err := child(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func child() error {
	taken, err := Take()
	if err != nil {
		return err
	}
	var mu sync.Mutex
	got := map[int]*strings.Builder{1: {}, 2: {}}
	fmt.Println("before Copy") // waits in the pipe
	taken.Copy(func(descriptor int, text []byte) {
		mu.Lock()
		defer mu.Unlock()
		got[descriptor].Write(text)
	})
	for round := range 50 {
		for i := range 2000 {
			fmt.Printf("%d %d\n", round, i)
		}
		fmt.Fprintf(os.Stderr, "error %d\n", round)
		sub := exec.Command("sh", "-c", "echo sub")
		sub.Stdout = os.Stdout
		if err := sub.Run(); err != nil {
			return err
		}
		taken.Drain()
		mu.Lock()
		out, errs := got[1].String(), got[2].String()
		mu.Unlock()
		if !strings.HasSuffix(out, fmt.Sprintf("%d 1999\nsub\n", round)) || !strings.HasSuffix(errs, fmt.Sprintf("error %d\n", round)) {
			return fmt.Errorf("round %d: Drain returned after %.100q and %.100q", round, out[max(0, len(out)-100):], errs)
		}
	}
	mu.Lock()
	defer mu.Unlock()
	var want strings.Builder
	want.WriteString("before Copy\n")
	for round := range 50 {
		for i := range 2000 {
			fmt.Fprintf(&want, "%d %d\n", round, i)
		}
		want.WriteString("sub\n")
	}
	if got[1].String() != want.String() {
		return fmt.Errorf("got %d bytes of descriptor 1, want %d", got[1].Len(), want.Len())
	}
	fmt.Fprint(taken.Stdout, "original out")
	fmt.Fprint(taken.Stderr, "original err")
	return nil
}

func TestTake(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	c := exec.Command(program)
	c.Env = append(os.Environ(), "DESCRIPTORS_TEST=1")
	c.Stdout, c.Stderr = &out, &errs
	if err := c.Run(); err != nil {
		t.Fatalf("%v: %s", err, errs.String())
	}
	if out.String() != "original out" || errs.String() != "original err" {
		t.Errorf("the originals got %q and %q", out.String(), errs.String())
	}
}
