package kernelspec

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
)

//go:embed logo-32x32.png logo-64x64.png logo-svg.svg
var logos embed.FS

// DefaultName is the name of the kernelspec when no other is asked for.
const DefaultName = "medkit"

// DefaultDisplayName is what front ends call the kernel.
const DefaultDisplayName = "Go (MedKit)"

// A Spec is a kernelspec to be installed.
type Spec struct {
	Name        string // of the directory, and by which jupyter names the kernel
	DisplayName string
	Executable  string // the absolute path of medkit
}

// file is what kernel.json holds.
type file struct {
	Argv          []string        `json:"argv"`
	DisplayName   string          `json:"display_name"`
	Language      string          `json:"language"`
	InterruptMode string          `json:"interrupt_mode"`
	Protocol      string          `json:"kernel_protocol_version"`
	Metadata      map[string]bool `json:"metadata"`
}

// names is what jupyter_client takes for a kernel name.
var names = regexp.MustCompile(`^[A-Za-z0-9._-]+$`)

func checkName(name string) error {
	if !names.MatchString(name) || name == "." || name == ".." {
		return fmt.Errorf("kernel name %q: use ASCII letters, digits, dots, underscores and hyphens", name)
	}
	return nil
}

// Install writes the kernelspec below a Jupyter data directory and returns its
// own directory. Each file is replaced as a whole, so front ends that read it at
// that moment see the old one or the new one.
func (s Spec) Install(data string) (string, error) {
	if err := checkName(s.Name); err != nil {
		return "", err
	}
	if !filepath.IsAbs(s.Executable) {
		return "", fmt.Errorf("path of the kernel's program is %q, want an absolute one", s.Executable)
	}
	if s.DisplayName == "" {
		return "", errors.New("the display name is empty")
	}
	var text bytes.Buffer
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(file{
		Argv:          []string{s.Executable, "kernel", "-f", "{connection_file}"},
		DisplayName:   s.DisplayName,
		Language:      "go",
		InterruptMode: "message",
		Protocol:      "5.5",
		Metadata:      map[string]bool{"debugger": false},
	}); err != nil {
		return "", err
	}
	dir := filepath.Join(data, "kernels", s.Name)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	entries, err := logos.ReadDir(".")
	if err != nil {
		return "", err
	}
	for _, entry := range entries {
		b, err := logos.ReadFile(entry.Name())
		if err != nil {
			return "", err
		}
		if err := replace(filepath.Join(dir, entry.Name()), b); err != nil {
			return "", err
		}
	}
	// Last, since it is what makes the directory a kernelspec.
	return dir, replace(filepath.Join(dir, "kernel.json"), text.Bytes())
}

// replace writes a file under another name and renames it.
func replace(path string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(0o644), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// ErrNotInstalled is what Uninstall fails with when there is no such kernelspec.
var ErrNotInstalled = errors.New("not installed")

// Uninstall removes a kernelspec from a Jupyter data directory and returns the
// directory that it was in. One that does not start medkit is left alone.
func Uninstall(data, name string) (string, error) {
	if err := checkName(name); err != nil {
		return "", err
	}
	dir := filepath.Join(data, "kernels", name)
	text, err := os.ReadFile(filepath.Join(dir, "kernel.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("kernel %q is %w in %s", name, ErrNotInstalled, filepath.Dir(dir))
	}
	if err != nil {
		return "", err
	}
	var f file
	if err := json.Unmarshal(text, &f); err != nil || f.Language != "go" || len(f.Argv) < 2 || f.Argv[1] != "kernel" {
		return "", fmt.Errorf("%s holds another kernel; remove it with jupyter kernelspec uninstall %s", dir, name)
	}
	return dir, os.RemoveAll(dir)
}
