package policy

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// THIRD_PARTY names each module that the binary is built from, in the version
// that it is built from, and none that the project does not require.
func TestThirdParty(t *testing.T) {
	text, err := os.ReadFile("../../THIRD_PARTY")
	if err != nil {
		t.Fatal(err)
	}
	used := modules(t, "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}", "./cmd/medkit")
	required := modules(t, "-m", "-f", "{{.Path}} {{.Version}}", "all")
	if len(used) == 0 || len(required) == 0 {
		t.Fatal("go list names no modules")
	}
	named := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^  (\S+\.\S+/\S+) +(v\S+)`).FindAllStringSubmatch(string(text), -1) {
		named[m[1]+" "+m[2]] = true
	}
	for m := range used {
		if !named[m] {
			t.Errorf("THIRD_PARTY does not name %s", m)
		}
	}
	for m := range named {
		if !required[m] {
			t.Errorf("THIRD_PARTY names %s, which go.mod does not require", m)
		}
	}
}

// modules gives the lines that go list prints.
func modules(t *testing.T, args ...string) map[string]bool {
	t.Helper()
	list := exec.Command("go", append([]string{"list"}, args...)...)
	list.Dir = "../.."
	out, err := list.Output()
	if err != nil {
		t.Fatalf("go list %s: %v", strings.Join(args, " "), err)
	}
	set := map[string]bool{}
	for _, l := range strings.Split(string(out), "\n") {
		if l != "" {
			set[l] = true
		}
	}
	return set
}
