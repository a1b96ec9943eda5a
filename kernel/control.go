package kernel

func (k *Kernel) interruptRequest(*request) any {
	k.Interrupt()
	return map[string]string{"status": "ok"}
}

type shutdownReply struct {
	Status  string `json:"status"`
	Restart bool   `json:"restart"`
}

// shutdownRequest begins the kernel's end, once its reply and idle are queued.
// Other front ends learn of it by a copy of the reply on iopub. Restarting is up
// to who started the process.
func (k *Kernel) shutdownRequest(r *request) any {
	var q struct {
		Restart bool `json:"restart"`
	}
	if bad := r.content(&q); bad != nil {
		return bad
	}
	reply := shutdownReply{"ok", q.Restart}
	k.publish(r.parent(), "shutdown_reply", reply)
	r.then = k.end
	return reply
}
