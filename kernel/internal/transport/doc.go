// Package transport is the sockets of a kernel: ROUTER for requests and the
// heartbeat, XPUB for what is published.
//
// ZMTP itself (greeting, security handshake, frames) is zmq4's; the exported
// [zmq4.Open] is put on connections that this package accepts. zmq4's own socket
// types are not used: they shake hands in the accept loop, share one outgoing
// path between all peers, have no linger, and hide subscriptions. What stands
// here instead:
//
//   - Every connection shakes hands in a goroutine of its own, under a deadline.
//     A peer that says nothing delays nobody.
//   - Between the connection and zmq4 lies a screen (screen.go). zmq4 sees only
//     frames that are well formed and within [Limits]. It allocates what a frame
//     header announces, so a long frame is handed on once it is there. PING is
//     answered here.
//   - Every peer has one outgoing queue and one goroutine that empties it
//     (peer.go). A publisher waits while peers read more slowly than it writes,
//     so that nothing is lost and memory stays bounded; a peer that stops reading
//     for good is cut, alone.
//   - [Socket.Flush] waits until everything is handed to the operating system,
//     before the process may end.
//
// Connections, not identities, are what a reply goes to: two peers that claim
// one identity each get their own replies.
package transport
