package kernel

import "encoding/json"

// A comm is a channel between a front end and an object of a cell's. No
// evaluator offers targets yet, so every comm that a front end opens is closed
// again, as the protocol asks for an unknown target.

type commReply struct {
	ID   string         `json:"comm_id"`
	Data map[string]any `json:"data"`
}

func (k *Kernel) commOpen(r *request) any {
	var q struct {
		ID     string          `json:"comm_id"`
		Target string          `json:"target_name"`
		Data   json.RawMessage `json:"data"`
	}
	if err := json.Unmarshal(r.message.Content, &q); err != nil || q.ID == "" {
		k.log.Warn("message dropped", "channel", r.channel, "reason", "comm_open without a comm_id")
		return nil
	}
	k.log.Info("comm for an unknown target", "target", q.Target)
	k.publish(r.parent(), "comm_close", commReply{q.ID, map[string]any{}})
	return nil
}

func (k *Kernel) commMessage(r *request) any {
	k.log.Info("message for a comm that is not open", "type", r.message.Header.Type)
	return nil
}

func (k *Kernel) commInfo(*request) any {
	return map[string]any{"status": "ok", "comms": map[string]any{}}
}
