package wire

import (
	"encoding/json"
	"time"
)

// Version is the version of the messaging protocol that headers carry.
const Version = "5.5"

// A Header says what a message is and who sent it.
type Header struct {
	ID       string `json:"msg_id"`
	Type     string `json:"msg_type"`
	Session  string `json:"session"`
	Username string `json:"username"`
	Date     string `json:"date"` // RFC 3339, with the zone
	Version  string `json:"version"`
	// Subshell names the subshell that a request is for, "" for the main one.
	Subshell string `json:"subshell_id,omitempty"`
}

// Time is when the message was sent, by the sender's clock; ok is false when
// the header does not tell.
func (h Header) Time() (t time.Time, ok bool) {
	t, err := time.Parse(time.RFC3339Nano, h.Date)
	return t, err == nil
}

// A Message is a message whose signature was right, or one to be sent.
type Message struct {
	// Identities are the frames in front of the delimiter, which a reply repeats.
	Identities [][]byte
	Header     Header
	// RawHeader is the header as it came, which replies carry as their parent
	// byte by byte. Empty in a message to be sent.
	RawHeader json.RawMessage
	// Parent, Metadata and Content are JSON objects; empty means {}.
	Parent, Metadata, Content json.RawMessage
	Buffers                   [][]byte
}
