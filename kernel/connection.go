package kernel

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"medkit/kernel/internal/wire"
)

// A Connection is what a connection file holds: the addresses of the five
// sockets and the key that messages are signed with.
type Connection struct {
	Transport string `json:"transport"`
	IP        string `json:"ip"`
	Shell     int    `json:"shell_port"`
	Control   int    `json:"control_port"`
	Stdin     int    `json:"stdin_port"`
	IOPub     int    `json:"iopub_port"`
	Heartbeat int    `json:"hb_port"`
	Scheme    string `json:"signature_scheme"`
	Key       string `json:"key"`
	// CurveKey is set when the front end wants the connection encrypted.
	CurveKey string `json:"curve_publickey"`
}

// ReadConnection reads a connection file. Its errors name the file and the
// field, and never quote what the file holds.
func ReadConnection(path string) (Connection, error) {
	var c Connection
	data, err := os.ReadFile(path)
	if err != nil {
		return c, fmt.Errorf("connection file: %w", err)
	}
	if err := json.Unmarshal(data, &c); err != nil {
		var kind *json.UnmarshalTypeError
		if errors.As(err, &kind) && kind.Field != "" {
			return Connection{}, fmt.Errorf("connection file %s: %s is a %s, want a %s", path, kind.Field, kind.Value, kind.Type)
		}
		return Connection{}, fmt.Errorf("connection file %s is not a JSON object", path)
	}
	if err := c.check(); err != nil {
		return Connection{}, fmt.Errorf("connection file %s: %w", path, err)
	}
	return c, nil
}

func (c Connection) check() error {
	switch {
	case c.Transport != "tcp" && c.Transport != "ipc":
		return fmt.Errorf("transport is %q, want \"tcp\" or \"ipc\"", c.Transport)
	case c.IP == "":
		return errors.New("ip is missing")
	case c.Key != "" && c.Scheme != wire.Scheme:
		return fmt.Errorf("signature_scheme is %q, and only %q is supported", c.Scheme, wire.Scheme)
	case c.CurveKey != "":
		return errors.New("it asks for CURVE encryption, which this kernel does not support; set KernelManager.transport_encryption to \"none\"")
	}
	used := map[int]string{}
	for _, p := range []struct {
		name string
		port int
	}{
		{"shell_port", c.Shell}, {"control_port", c.Control}, {"stdin_port", c.Stdin}, {"iopub_port", c.IOPub}, {"hb_port", c.Heartbeat},
	} {
		switch {
		case p.port < 1 || p.port > 65535 && c.Transport == "tcp":
			return fmt.Errorf("%s is missing or not a port", p.name)
		case used[p.port] != "":
			return fmt.Errorf("%s and %s are the same", used[p.port], p.name)
		}
		used[p.port] = p.name
	}
	return nil
}
