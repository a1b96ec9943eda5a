package transport

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"runtime"
	"strconv"
	"syscall"
	"time"
)

// Listen listens on an address of a connection file: TCP at ip and port, or,
// for "ipc", the Unix socket named ip-port.
func Listen(transport, ip string, port int) (net.Listener, error) {
	switch transport {
	case "tcp":
		if port < 1 || port > 65535 {
			return nil, fmt.Errorf("port %d is not a TCP port", port)
		}
		if ip == "*" {
			ip = ""
		}
		return net.Listen("tcp", net.JoinHostPort(ip, strconv.Itoa(port)))
	case "ipc":
		return listenUnix(ip + "-" + strconv.Itoa(port))
	}
	return nil, fmt.Errorf("transport %q; there are tcp and ipc", transport)
}

// listenUnix makes a socket file that only its owner can open. A file left by a
// process that is gone is removed.
func listenUnix(path string) (net.Listener, error) {
	if len(path) > maxSocketPath() {
		return nil, fmt.Errorf("the path of the ipc socket has %d bytes, and this system takes %d: %s; set JUPYTER_RUNTIME_DIR to a shorter directory, or use transport tcp",
			len(path), maxSocketPath(), path)
	}
	if err := removeStale(path); err != nil {
		return nil, err
	}
	config := net.ListenConfig{Control: func(_, _ string, c syscall.RawConn) error {
		// On Linux the file gets the mode of the socket, so it is never open to
		// others, not even for a moment; elsewhere this has no effect.
		return c.Control(restrict)
	}}
	l, err := config.Listen(context.Background(), "unix", path)
	if err != nil {
		return nil, err
	}
	if err := os.Chmod(path, 0o600); err != nil {
		l.Close()
		return nil, err
	}
	return l, nil
}

// maxSocketPath is what sun_path holds beside its closing zero.
func maxSocketPath() int {
	if runtime.GOOS == "darwin" {
		return 103
	}
	return 107
}

func removeStale(path string) error {
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if info.Mode().Type() != fs.ModeSocket {
		return fmt.Errorf("%s exists and is not a socket", path)
	}
	if c, err := net.DialTimeout("unix", path, time.Second); err == nil {
		c.Close()
		return fmt.Errorf("%s is in use by another process", path)
	}
	return os.Remove(path)
}
