package policy

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// THIRD_PARTY names each module that the binary is built from, in the version
// that it is built from, and no other.
func TestThirdParty(t *testing.T) {
	text, err := os.ReadFile("../../THIRD_PARTY")
	if err != nil {
		t.Fatal(err)
	}
	list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}", "./cmd/medkit")
	list.Dir = "../.."
	out, err := list.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	used := map[string]bool{}
	for _, l := range strings.Split(string(out), "\n") {
		if l != "" {
			used[l] = true
		}
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
		if !used[m] {
			t.Errorf("THIRD_PARTY names %s, which is not in the binary", m)
		}
	}
}
