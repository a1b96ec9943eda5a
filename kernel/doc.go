// Package kernel is the Jupyter messaging protocol (version 5.5) around an
// [Evaluator] of cells.
//
// A [Kernel] is made from a [Connection] (five addresses and a key) and an
// evaluator, and knows nothing of the language that it runs. Bytes come in
// through three layers, each of which trusts nothing that the one below has not
// checked:
//
//   - transport (kernel/internal/transport) accepts connections, screens their
//     handshakes, caps frames and messages, and keeps one outgoing queue and one
//     writer for each peer, so that a peer can hurt nobody but itself;
//   - wire (kernel/internal/wire) checks a message's signature before it reads
//     anything else of it, and takes it apart;
//   - the table of handlers (table.go) says which message types each channel
//     takes, who answers them, and whether the answer waits for the cells
//     before it or is given at once.
//
// Around each request the kernel publishes busy and idle, with the request's
// header as parent. Execute requests wait in one queue; questions about source
// text and everything on the control channel are answered while a cell runs.
//
// What a cell writes goes through a [cell.Sink] made for its request. The sink
// joins small writes, keeps the order, blocks the writer while the front ends
// are slower than it, and goes on to work under the same parent after the cell
// has ended, for goroutines that outlive it.
//
// Nothing here belongs to the process: a kernel neither reads the environment
// nor touches descriptors, signals or the working directory, and several of
// them can live in one process.
//
// Source for the protocol: "Messaging in Jupyter" and "Making kernels for
// Jupyter" in the documentation of jupyter_client; JEP 65 for iopub_welcome; RFC
// 23 (ZMTP 3.0) for what happens on a connection.
package kernel
