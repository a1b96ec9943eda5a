//go:build unix

package parent

import (
	"context"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"
)

func TestWatch(t *testing.T) {
	other := exec.Command("sleep", "1000")
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	gone := make(chan struct{})
	if err := Watch(context.Background(), strconv.Itoa(other.Process.Pid), func() { close(gone) }); err != nil {
		t.Fatal(err)
	}
	own := make(chan struct{})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if err := Watch(ctx, strconv.Itoa(os.Getppid()), func() { close(own) }); err != nil {
		t.Fatal(err)
	}
	select {
	case <-gone:
		t.Fatal("told while the process lives")
	case <-time.After(3 * interval):
	}
	_ = other.Process.Kill()
	_ = other.Wait()
	select {
	case <-gone:
	case <-time.After(20 * time.Second):
		t.Error("not told that the process is gone")
	}
	select {
	case <-own:
		t.Error("told that the parent is gone")
	default:
	}
}

func TestWatchRefuses(t *testing.T) {
	for _, value := range []string{"", "x", "-1", "0"} {
		if err := Watch(context.Background(), value, func() {}); err == nil {
			t.Errorf("%q was taken for a process", value)
		}
	}
}
