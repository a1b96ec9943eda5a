package transport

import (
	"sync/atomic"
	"time"
)

// Limits bound what peers can make a socket hold, and how long they can make it
// wait. The zero value of a field means its default.
type Limits struct {
	Message   int           // bytes of one incoming message; default 64 MiB
	Frames    int           // frames of one incoming message; default 4,096
	Unread    int64         // bytes of all long incoming frames of the socket together; default 256 MiB
	Topics    int           // subscriptions of one peer; default 1,024
	Handshake time.Duration // from accept to the end of the handshake; default 5 s
	Pending   int           // connections in the handshake, beyond which the oldest is closed; default 256

	Queue    int           // outgoing bytes of the readiest peer at which a publisher waits; default 16 MiB
	Backlog  int           // outgoing bytes of any peer at which a publisher waits; default 64 MiB
	Stall    time.Duration // without progress for so long, a peer that keeps others waiting is cut; default 1 s
	Patience time.Duration // the same for a peer that keeps only itself waiting; default 10 s
}

func (l Limits) withDefaults() Limits {
	setInt := func(p *int, v int) {
		if *p == 0 {
			*p = v
		}
	}
	setTime := func(p *time.Duration, v time.Duration) {
		if *p == 0 {
			*p = v
		}
	}
	setInt(&l.Message, 64<<20)
	setInt(&l.Frames, 4096)
	setInt(&l.Topics, 1024)
	setInt(&l.Pending, 256)
	setInt(&l.Queue, 16<<20)
	setInt(&l.Backlog, 64<<20)
	setTime(&l.Handshake, 5*time.Second)
	setTime(&l.Stall, time.Second)
	setTime(&l.Patience, 10*time.Second)
	if l.Unread == 0 {
		l.Unread = 256 << 20
	}
	return l
}

// A budget is a number of bytes that the peers of a socket share.
type budget struct {
	used  atomic.Int64
	limit int64
}

// take tells whether n more bytes are to be had, and takes them then.
func (b *budget) take(n int) bool {
	if b.used.Add(int64(n)) > b.limit {
		b.used.Add(int64(-n))
		return false
	}
	return true
}

func (b *budget) give(n int) { b.used.Add(int64(-n)) }
