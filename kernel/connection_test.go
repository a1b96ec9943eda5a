package kernel

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestReadConnection(t *testing.T) {
	const good = `{"transport":"tcp","ip":"127.0.0.1","shell_port":1,"control_port":2,"stdin_port":3,"iopub_port":4,"hb_port":5,` +
		`"signature_scheme":"hmac-sha256","key":"SECRET-KEY","kernel_name":"medkit","jupyter_session":"x"}`
	for _, c := range []struct{ name, text, want string }{
		{"good", good, ""},
		{"no key", strings.Replace(good, "SECRET-KEY", "", 1), ""},
		{"no key, no scheme", strings.Replace(strings.Replace(good, "SECRET-KEY", "", 1), "hmac-sha256", "", 1), ""},
		{"ipc", strings.Replace(strings.Replace(good, "tcp", "ipc", 1), "127.0.0.1", "/run/kernel-ipc", 1), ""},
		{"empty", "", "not a JSON object"},
		{"cut off", good[:100], "not a JSON object"},
		{"list", "[]", "not a JSON object"},
		{"transport", strings.Replace(good, "tcp", "udp", 1), `transport is "udp"`},
		{"ip", strings.Replace(good, "127.0.0.1", "", 1), "ip is missing"},
		{"port", strings.Replace(good, `"shell_port":1`, `"shell_port":0`, 1), "shell_port is missing"},
		{"large port", strings.Replace(good, `"hb_port":5`, `"hb_port":70000`, 1), "hb_port is missing or not a port"},
		{"type", strings.Replace(good, `"hb_port":5`, `"hb_port":"5"`, 1), "hb_port is a string, want a int"},
		{"key type", strings.Replace(good, `"SECRET-KEY"`, `{"SECRET-KEY":1}`, 1), "key is a object, want a string"},
		{"twice", strings.Replace(good, `"hb_port":5`, `"hb_port":1`, 1), "shell_port and hb_port are the same"},
		{"scheme", strings.Replace(good, "hmac-sha256", "hmac-md5", 1), `signature_scheme is "hmac-md5"`},
		{"curve", strings.Replace(good, `"kernel_name"`, `"curve_publickey":"PUBLIC","kernel_name"`, 1), "CURVE"},
	} {
		path := filepath.Join(t.TempDir(), "c.json")
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := ReadConnection(path)
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", c.name, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), path)):
			t.Errorf("%s: %v, want an error with %q and the path", c.name, err, c.want)
		case err != nil && (strings.Contains(err.Error(), "SECRET") || strings.Contains(err.Error(), "PUBLIC")):
			t.Errorf("%s: the error holds the key: %v", c.name, err)
		}
	}
	if _, err := ReadConnection(filepath.Join(t.TempDir(), "none.json")); err == nil || !strings.Contains(err.Error(), "none.json") {
		t.Errorf("no file: %v", err)
	}
}
