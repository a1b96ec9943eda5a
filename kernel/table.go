package kernel

// A channel is a socket that takes requests.
type channel string

const (
	onShell   channel = "shell"
	onControl channel = "control"
)

// A pace says when a request's turn comes.
type pace int

const (
	inOrder pace = iota // after the requests in order before it: it sees what cells did
	atOnce              // also while a cell runs
)

// An entry is a row of the table of handlers: who answers a message type.
type entry struct {
	pace pace
	// handle returns the reply's content.
	handle func(*Kernel, *request) any
	reply  string // the reply's type; empty for messages that have none
}

// newTable is all that the kernel understands, on each channel. What needs a
// place in the queue of cells is in order on shell; control has a queue of its
// own, so that there everything is at once.
func newTable() map[channel]map[string]entry {
	info := entry{atOnce, (*Kernel).info, "kernel_info_reply"}
	shutdown := entry{atOnce, (*Kernel).shutdownRequest, "shutdown_reply"}
	interrupt := entry{atOnce, (*Kernel).interruptRequest, "interrupt_reply"}
	return map[channel]map[string]entry{
		onShell: {
			"execute_request":     {inOrder, (*Kernel).execute, "execute_reply"},
			"history_request":     {inOrder, (*Kernel).historyRequest, "history_reply"},
			"comm_open":           {inOrder, (*Kernel).commOpen, ""},
			"comm_msg":            {inOrder, (*Kernel).commMessage, ""},
			"comm_close":          {inOrder, (*Kernel).commMessage, ""},
			"complete_request":    {atOnce, (*Kernel).complete, "complete_reply"},
			"inspect_request":     {atOnce, (*Kernel).inspect, "inspect_reply"},
			"is_complete_request": {atOnce, (*Kernel).isComplete, "is_complete_reply"},
			"comm_info_request":   {atOnce, (*Kernel).commInfo, "comm_info_reply"},
			"kernel_info_request": info,
			"shutdown_request":    shutdown, // where it was before protocol 5.4
		},
		onControl: {
			"kernel_info_request": info,
			"interrupt_request":   interrupt,
			"shutdown_request":    shutdown,
		},
	}
}
