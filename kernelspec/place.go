package kernelspec

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A System is what the choice of a directory depends on.
type System struct {
	GOOS   string
	Getenv func(string) string
	Home   string
	// Python tells the prefix of the python3 on PATH.
	Python func() (string, error)
}

// UserData is the user's own data directory of Jupyter.
func (s System) UserData() (string, error) {
	if d := s.Getenv("JUPYTER_DATA_DIR"); d != "" {
		return filepath.Abs(d)
	}
	if s.Home == "" && s.GOOS != "windows" {
		return "", errors.New("the home directory is unknown: set HOME, or JUPYTER_DATA_DIR, or install with --prefix")
	}
	platform := truthy(s.Getenv("JUPYTER_PLATFORM_DIRS"))
	switch s.GOOS {
	case "darwin":
		if platform {
			return filepath.Join(s.Home, "Library", "Application Support", "Jupyter"), nil
		}
		return filepath.Join(s.Home, "Library", "Jupyter"), nil
	case "windows":
		if local := s.Getenv("LOCALAPPDATA"); platform && local != "" {
			return filepath.Join(local, "Jupyter"), nil
		}
		if d := s.Getenv("APPDATA"); d != "" {
			return filepath.Join(d, "jupyter"), nil
		}
		return "", errors.New("APPDATA is not set: set it, or JUPYTER_DATA_DIR, or install with --prefix")
	}
	if d := s.Getenv("XDG_DATA_HOME"); d != "" {
		return filepath.Join(d, "jupyter"), nil
	}
	return filepath.Join(s.Home, ".local", "share", "jupyter"), nil
}

// truthy reads a variable as jupyter_core does.
func truthy(v string) bool {
	switch strings.ToLower(v) {
	case "", "no", "n", "false", "off", "0", "0.0":
		return false
	}
	return true
}

// SysPrefix is the data directory of the active environment: a virtual
// environment, a conda environment, or that of the python3 on PATH.
func (s System) SysPrefix() (string, error) {
	for _, name := range []string{"VIRTUAL_ENV", "CONDA_PREFIX"} {
		if d := s.Getenv(name); d != "" {
			return PrefixData(d)
		}
	}
	d, err := s.Python()
	if err != nil {
		return "", fmt.Errorf("no environment is active, and python3 does not tell its prefix (%w): activate one, or use --user or --prefix", err)
	}
	return PrefixData(d)
}

// PrefixData is the data directory below a prefix.
func PrefixData(prefix string) (string, error) {
	abs, err := filepath.Abs(prefix)
	if err != nil {
		return "", err
	}
	return filepath.Join(abs, "share", "jupyter"), nil
}

// PythonPrefix asks the python3 on PATH for sys.prefix.
func PythonPrefix() (string, error) {
	var first error
	for _, name := range []string{"python3", "python"} {
		out, err := exec.Command(name, "-c", "import sys; print(sys.prefix)").Output()
		if prefix := strings.TrimSpace(string(out)); err == nil && prefix != "" {
			return prefix, nil
		}
		if first == nil {
			first = err
		}
	}
	return "", first
}

// Executable is the path of this program for a kernelspec, given the name that
// it was called by. When that name is a link to the program, it is the link that
// counts: package managers keep links and change what they lead to. The program
// that "go run" makes is gone a moment later and is refused.
func Executable(called string) (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	if strings.Contains(filepath.ToSlash(path), "/go-build") {
		return "", errors.New("this is a temporary program of go run: build it first (go build -o bin/medkit ./cmd/medkit), then run bin/medkit install")
	}
	if found, err := exec.LookPath(called); err == nil {
		if abs, err := filepath.Abs(found); err == nil && same(abs, path) {
			return abs, nil
		}
	}
	return path, nil
}

func same(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}
