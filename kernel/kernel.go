package kernel

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/go-zeromq/zmq4"
	"github.com/google/uuid"

	"medkit/internal/cell"
	"medkit/kernel/internal/transport"
	"medkit/kernel/internal/wire"
)

// A Config is what a kernel is made of.
type Config struct {
	Connection Connection
	// Evaluator makes what runs the cells. It is called when the sockets are
	// open, so front ends connect meanwhile.
	Evaluator func() (Evaluator, error)
	// Log takes the kernel's own log; nil means none.
	Log *slog.Logger
	// Drain is called when a cell has ended and before its last output goes
	// out: what was written to the process's descriptors by then must have
	// reached Stream when it returns. It may be nil.
	Drain func()

	limits transport.Limits // of the sockets; the zero value means the defaults
}

// How long the kernel's end waits, for the running cell and for peers that
// read slowly.
const (
	cellGrace  = time.Second
	flushGrace = 3 * time.Second
)

// A Kernel serves front ends from New until Run returns.
type Kernel struct {
	evaluator Evaluator
	log       *slog.Logger
	drain     func()
	codec     *wire.Codec
	language  cell.Language
	table     map[channel]map[string]entry
	session   string // a fresh one at every start
	messages  atomic.Uint64

	shell, control, stdin, iopub, heartbeat *transport.Socket

	ordered  *lane // shell requests that wait for the cells before them
	prompt   *lane // shell requests that don't
	controls *lane

	history history
	input   input

	mu       sync.Mutex
	count    int                // of cells that were stored
	cancel   context.CancelFunc // interrupts the running cell; nil when none runs
	current  *sink              // of the running cell, or else of the last
	stopping time.Time          // of the last error that stopped the cells behind it

	closing  chan struct{} // closed when the kernel's end has begun
	shutdown sync.Once
}

// New makes a kernel and opens its sockets. Requests are answered from Run on.
func New(c Config) (*Kernel, error) {
	if err := c.Connection.check(); err != nil {
		return nil, err
	}
	k := &Kernel{
		log:      c.Log,
		drain:    c.Drain,
		codec:    wire.NewCodec(c.Connection.Key),
		table:    newTable(),
		session:  uuid.NewString(),
		ordered:  newLane(),
		prompt:   newLane(),
		controls: newLane(),
		closing:  make(chan struct{}),
	}
	if k.log == nil {
		k.log = slog.New(slog.DiscardHandler)
	}
	if err := k.open(c); err != nil {
		return nil, err
	}
	var err error
	if k.evaluator, err = c.Evaluator(); err != nil {
		return nil, errors.Join(err, k.close())
	}
	k.language = k.evaluator.Language()
	return k, nil
}

// open listens on all five addresses before the first connection is taken, so
// that a failure leaves nothing behind.
func (k *Kernel) open(c Config) error {
	sockets := []struct {
		to      **transport.Socket
		name    string
		port    int
		kind    zmq4.SocketType
		receive func(*transport.Peer, [][]byte)
		limit   int // of an incoming message; 0 is the default
	}{
		{&k.iopub, "iopub", c.Connection.IOPub, zmq4.XPub, nil, 64 << 10},
		{&k.stdin, "stdin", c.Connection.Stdin, zmq4.Router, k.receiveInput, 0},
		{&k.control, "control", c.Connection.Control, zmq4.Router, k.receiver(onControl), 0},
		{&k.heartbeat, "heartbeat", c.Connection.Heartbeat, zmq4.Router, beat, 64 << 10},
		{&k.shell, "shell", c.Connection.Shell, zmq4.Router, k.receiver(onShell), 0},
	}
	listeners := make([]net.Listener, len(sockets))
	for i, s := range sockets {
		l, err := transport.Listen(c.Connection.Transport, c.Connection.IP, s.port)
		if err != nil {
			for _, l := range listeners[:i] {
				l.Close()
			}
			return fmt.Errorf("%s socket: %w", s.name, err)
		}
		listeners[i] = l
	}
	for i, s := range sockets {
		limits := c.limits
		if s.limit > 0 {
			limits.Message = s.limit
		}
		*s.to = transport.Open(transport.Config{
			Name: s.name, Type: s.kind, Listener: listeners[i], Limits: limits, Log: k.log,
			Receive: s.receive, Welcome: k.welcome,
		})
	}
	return nil
}

// beat answers a heartbeat with its own bytes.
func beat(p *transport.Peer, frames [][]byte) { _ = p.Send(frames) }

func (k *Kernel) sockets() []*transport.Socket {
	return []*transport.Socket{k.shell, k.control, k.stdin, k.iopub, k.heartbeat}
}

// Run answers requests until a front end asks for the kernel's end or ctx is
// done. Then it interrupts the running cell, sends what is still to be sent,
// closes sockets and evaluator, and returns.
func (k *Kernel) Run(ctx context.Context) error {
	k.publish(nil, "status", status{"starting"})
	cells := make(chan struct{})
	go func() {
		defer close(cells)
		k.ordered.run(k.serve)
	}()
	go k.prompt.run(k.serve)
	go k.controls.run(k.serve)

	select {
	case <-ctx.Done():
	case <-k.closing:
	}
	k.end()
	k.ordered.close()
	k.Interrupt()
	idle := true
	select {
	case <-cells:
	case <-time.After(cellGrace):
		idle = false
		k.log.Warn("the running cell does not end; leaving it behind")
	}
	k.prompt.close()
	k.controls.close()

	flush, cancel := context.WithTimeout(context.Background(), flushGrace)
	defer cancel()
	for _, s := range k.sockets() {
		if err := s.Flush(flush); err != nil {
			k.log.Warn("not everything could be sent before the end")
		}
	}
	err := k.close()
	if idle { // no call may follow Close, so a cell that runs must not see it
		err = errors.Join(err, k.evaluator.Close())
	}
	return err
}

// close closes the sockets, all at once since each waits for its peers.
func (k *Kernel) close() error {
	sockets := k.sockets()
	errs := make([]error, len(sockets))
	var closed sync.WaitGroup
	for i, s := range sockets {
		closed.Go(func() { errs[i] = s.Close() })
	}
	closed.Wait()
	return errors.Join(errs...)
}

// end begins the kernel's end.
func (k *Kernel) end() { k.shutdown.Do(func() { close(k.closing) }) }

// Interrupt ends the running cell, if there is one.
func (k *Kernel) Interrupt() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.cancel != nil {
		k.cancel()
	}
}

// Stream shows text as output of the running cell, or of the last one when none
// runs: what was written to the process's descriptors 1 and 2. It tells whether
// there was a cell to show it.
func (k *Kernel) Stream(s cell.Stream, text []byte) bool {
	k.mu.Lock()
	to := k.current
	k.mu.Unlock()
	if to == nil {
		return false
	}
	to.Stream(s, text)
	return true
}

// header makes the header of a message of ours.
func (k *Kernel) header(kind string) wire.Header {
	return wire.Header{
		ID:       k.session + "_" + strconv.FormatUint(k.messages.Add(1), 10),
		Type:     kind,
		Session:  k.session,
		Username: "medkit",
		Date:     time.Now().UTC().Format("2006-01-02T15:04:05.000000Z"),
		Version:  wire.Version,
	}
}
