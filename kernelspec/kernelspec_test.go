package kernelspec

import (
	"bytes"
	"encoding/json"
	"errors"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestInstall(t *testing.T) {
	data := t.TempDir()
	spec := Spec{Name: "medkit", DisplayName: "Go <MedKit>", Executable: filepath.Join(data, "a b", "medkit")}
	dir, err := spec.Install(data)
	if err != nil {
		t.Fatal(err)
	}
	if want := filepath.Join(data, "kernels", "medkit"); dir != want {
		t.Errorf("installed in %s, want %s", dir, want)
	}
	text, err := os.ReadFile(filepath.Join(dir, "kernel.json"))
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Argv          []string
		DisplayName   string `json:"display_name"`
		Language      string
		InterruptMode string `json:"interrupt_mode"`
		Version       string `json:"kernel_protocol_version"`
		Metadata      map[string]any
	}
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	if len(got.Argv) != 4 || got.Argv[0] != spec.Executable || strings.Join(got.Argv[1:], " ") != "kernel -f {connection_file}" ||
		got.DisplayName != spec.DisplayName || got.Language != "go" || got.InterruptMode != "message" || got.Version != "5.5" || got.Metadata["debugger"] != false {
		t.Errorf("kernel.json holds %s", text)
	}
	for name, side := range map[string]int{"logo-32x32.png": 32, "logo-64x64.png": 64} {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		c, err := png.DecodeConfig(bytes.NewReader(b))
		if err != nil || c.Width != side || c.Height != side {
			t.Errorf("%s: %d x %d, %v", name, c.Width, c.Height, err)
		}
	}
	if b, err := os.ReadFile(filepath.Join(dir, "logo-svg.svg")); err != nil || !bytes.HasPrefix(b, []byte("<svg ")) {
		t.Errorf("logo-svg.svg: %v", err)
	}

	// Again, over itself, and nothing temporary is left.
	spec.DisplayName = "Other"
	if _, err := spec.Install(data); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 4 {
		t.Errorf("%d files, %v", len(entries), err)
	}
	if text, _ := os.ReadFile(filepath.Join(dir, "kernel.json")); !bytes.Contains(text, []byte("Other")) {
		t.Error("the second install changed nothing")
	}

	if got, err := Uninstall(data, "medkit"); err != nil || got != dir {
		t.Errorf("uninstall: %s, %v", got, err)
	}
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Errorf("%s is still there", dir)
	}
	if _, err := Uninstall(data, "medkit"); !errors.Is(err, ErrNotInstalled) {
		t.Errorf("the second uninstall: %v", err)
	}
}

func TestInstallRefuses(t *testing.T) {
	program := filepath.Join(t.TempDir(), "medkit")
	for _, c := range []struct {
		spec Spec
		want string
	}{
		{Spec{"", "d", program}, "kernel name"},
		{Spec{"../x", "d", program}, "kernel name"},
		{Spec{"..", "d", program}, "kernel name"},
		{Spec{"é", "d", program}, "kernel name"},
		{Spec{"a", "d", "medkit"}, "absolute"},
		{Spec{"a", "", program}, "display name"},
	} {
		data := t.TempDir()
		if _, err := c.spec.Install(data); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, want an error with %q", c.spec, err, c.want)
		}
		if entries, _ := os.ReadDir(data); len(entries) > 0 {
			t.Errorf("%+v: left %v", c.spec, entries)
		}
	}
}

func TestUninstallLeavesOthers(t *testing.T) {
	for name, text := range map[string]string{
		"python": `{"argv": ["python", "-m", "ipykernel_launcher"], "language": "python"}`,
		"gonb":   `{"argv": ["gonb", "--kernel", "{connection_file}"], "language": "go"}`,
		"broken": `{`,
	} {
		data := t.TempDir()
		file := filepath.Join(data, "kernels", name, "kernel.json")
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
		if _, err := Uninstall(data, name); err == nil || !strings.Contains(err.Error(), "another kernel") {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Stat(file); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestExecutable(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(program, "/go-build") {
		if got, err := Executable(program); err == nil {
			t.Errorf("the path of a temporary program was taken: %s", got)
		}
	}
	link := filepath.Join(t.TempDir(), "medkit")
	if err := os.Symlink(program, link); err != nil {
		t.Skip(err)
	}
	if !same(link, program) || same(link, filepath.Dir(link)) || same(link, link+"x") {
		t.Error("same does not tell a link from another file")
	}
}

func TestPlaces(t *testing.T) {
	python := func() (string, error) { return "/usr/py", nil }
	none := func() (string, error) { return "", errors.New("not found") }
	for _, c := range []struct {
		what string
		goos string
		home string
		env  map[string]string
		py   func() (string, error)
		sys  bool
		want string // or what the error says
	}{
		{"Linux", "linux", "/h", nil, none, false, "/h/.local/share/jupyter"},
		{"XDG", "linux", "/h", map[string]string{"XDG_DATA_HOME": "/x"}, none, false, "/x/jupyter"},
		{"variable first", "linux", "/h", map[string]string{"JUPYTER_DATA_DIR": "/j", "XDG_DATA_HOME": "/x"}, none, false, "/j"},
		{"macOS", "darwin", "/Users/h", nil, none, false, "/Users/h/Library/Jupyter"},
		{"macOS, platform directories", "darwin", "/Users/h", map[string]string{"JUPYTER_PLATFORM_DIRS": "1"}, none, false, "/Users/h/Library/Application Support/Jupyter"},
		{"macOS, not platform directories", "darwin", "/Users/h", map[string]string{"JUPYTER_PLATFORM_DIRS": "0"}, none, false, "/Users/h/Library/Jupyter"},
		{"Windows", "windows", "", map[string]string{"APPDATA": "/AppData/Roaming"}, none, false, "/AppData/Roaming/jupyter"},
		{"Windows, platform directories", "windows", "", map[string]string{"APPDATA": "/R", "LOCALAPPDATA": "/L", "JUPYTER_PLATFORM_DIRS": "1"}, none, false, "/L/Jupyter"},
		{"Windows without", "windows", "", nil, none, false, "APPDATA is not set"},
		{"no home", "linux", "", nil, none, false, "home directory is unknown"},
		{"virtual environment", "linux", "/h", map[string]string{"VIRTUAL_ENV": "/v", "CONDA_PREFIX": "/c"}, python, true, "/v/share/jupyter"},
		{"conda", "linux", "/h", map[string]string{"CONDA_PREFIX": "/c"}, python, true, "/c/share/jupyter"},
		{"python3", "linux", "/h", nil, python, true, "/usr/py/share/jupyter"},
		{"no python3", "linux", "/h", nil, none, true, "activate one"},
	} {
		s := System{GOOS: c.goos, Home: c.home, Python: c.py, Getenv: func(n string) string { return c.env[n] }}
		find := s.UserData
		if c.sys {
			find = s.SysPrefix
		}
		got, err := find()
		if err != nil {
			got = err.Error()
		}
		if filepath.ToSlash(got) != c.want && (err == nil || !strings.Contains(got, c.want)) {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}
