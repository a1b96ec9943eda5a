package kernel

import (
	"encoding/json"

	"medkit/kernel/internal/wire"
)

// status is the content of a status message.
type status struct {
	State string `json:"execution_state"`
}

// publish sends a message that comes once for a request. It does not wait for
// subscribers that are behind, so no request waits for the output of another.
func (k *Kernel) publish(parent json.RawMessage, kind string, content any) {
	body, err := wire.Marshal(content)
	if err != nil {
		k.log.Error("message cannot be encoded", "type", kind, "error", err)
		return
	}
	if frames := k.frames(parent, kind, body); frames != nil {
		k.iopub.Publish(frames, true, nil)
	}
}

// publishOutput sends a message of which a cell may have any number: it waits
// for subscribers that are behind, until stop is closed.
func (k *Kernel) publishOutput(parent json.RawMessage, kind string, body json.RawMessage, stop <-chan struct{}) {
	if frames := k.frames(parent, kind, body); frames != nil {
		k.iopub.Publish(frames, false, stop)
	}
}

func (k *Kernel) frames(parent json.RawMessage, kind string, body json.RawMessage) [][]byte {
	frames, err := k.codec.Encode(&wire.Message{
		Identities: [][]byte{[]byte("kernel." + k.session + "." + kind)},
		Header:     k.header(kind), Parent: parent, Content: body,
	})
	if err != nil {
		k.log.Error("message cannot be encoded", "type", kind, "error", err)
		return nil
	}
	return frames
}

// welcome is what a new subscriber is sent first (JEP 65).
func (k *Kernel) welcome(topic string) [][]byte {
	content, err := wire.Marshal(map[string]string{"subscription": topic})
	if err != nil {
		return nil
	}
	frames, err := k.codec.Encode(&wire.Message{
		Identities: [][]byte{[]byte(topic)}, Header: k.header("iopub_welcome"), Content: content,
	})
	if err != nil {
		return nil
	}
	return frames
}
