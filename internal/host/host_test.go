package host

import (
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"medkit/kernel"
)

func TestLogLevel(t *testing.T) {
	for name, want := range map[string]slog.Level{
		"": slog.LevelWarn, "debug": slog.LevelDebug, "info": slog.LevelInfo, "WARN": slog.LevelWarn, "Error": slog.LevelError,
	} {
		if got, err := logLevel(name); err != nil || got != want {
			t.Errorf("%q: %v, %v", name, got, err)
		}
	}
	if _, err := logLevel("loud"); err == nil || !strings.Contains(err.Error(), `MEDKIT_LOG is "loud"`) {
		t.Errorf("got %v", err)
	}
}

// TestRunRefuses: what is wrong with the connection file is found before
// anything of the process is touched.
func TestRunRefuses(t *testing.T) {
	file := filepath.Join(t.TempDir(), "c.json")
	if err := os.WriteFile(file, []byte(`{"transport":"udp"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	err := Run(file, func() (kernel.Evaluator, error) { return nil, errors.New("must not be called") })
	if err == nil || !strings.Contains(err.Error(), file) || !strings.Contains(err.Error(), "transport") {
		t.Errorf("got %v", err)
	}
}
