package wire

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"sync"
)

// Scheme is the only signature scheme there is (the connection file's
// signature_scheme).
const Scheme = "hmac-sha256"

// maxIdentities bounds the frames before the delimiter: one for each broker
// that a message may have passed.
const maxIdentities = 16

var (
	delimiter = []byte("<IDS|MSG>")
	empty     = []byte("{}")
)

// What Decode fails with.
var (
	ErrDelimiter = errors.New("no <IDS|MSG> delimiter among the first frames")
	ErrFrames    = errors.New("fewer than six frames from the delimiter on")
	ErrSignature = errors.New("wrong signature")
)

// A Codec encodes and decodes messages that are signed with one key. It is
// safe for concurrent use.
type Codec struct {
	macs *sync.Pool // of hash.Hash; nil when messages are not signed
}

// NewCodec makes a codec for a key; with an empty one nothing is signed and any
// signature is accepted.
func NewCodec(key string) *Codec {
	if key == "" {
		return &Codec{}
	}
	k := []byte(key)
	return &Codec{&sync.Pool{New: func() any { return hmac.New(sha256.New, k) }}}
}

func (c *Codec) sign(dicts [][]byte) []byte {
	if c.macs == nil {
		return nil
	}
	mac := c.macs.Get().(hash.Hash)
	defer c.macs.Put(mac)
	mac.Reset()
	for _, d := range dicts {
		mac.Write(d)
	}
	return hex.AppendEncode(nil, mac.Sum(nil))
}

// Decode takes a message apart. The Message keeps parts of frames.
func (c *Codec) Decode(frames [][]byte) (*Message, error) {
	at := -1
	for i, f := range frames[:min(len(frames), maxIdentities+1)] {
		if bytes.Equal(f, delimiter) {
			at = i
			break
		}
	}
	if at < 0 {
		return nil, ErrDelimiter
	}
	body := frames[at+1:]
	if len(body) < 5 {
		return nil, ErrFrames
	}
	dicts := body[1:5]
	// hmac.Equal takes as long for any two texts of one length.
	if c.macs != nil && !hmac.Equal(body[0], c.sign(dicts)) {
		return nil, ErrSignature
	}
	m := &Message{
		Identities: frames[:at],
		RawHeader:  dicts[0],
		Parent:     dicts[1],
		Metadata:   dicts[2],
		Content:    dicts[3],
		Buffers:    body[5:],
	}
	for i, name := range []string{"header", "parent_header", "metadata", "content"} {
		if d := bytes.TrimLeft(dicts[i], " \t\r\n"); len(d) == 0 || d[0] != '{' || !json.Valid(d) {
			return nil, fmt.Errorf("%s is not a JSON object", name)
		}
	}
	if err := json.Unmarshal(m.RawHeader, &m.Header); err != nil {
		return nil, fmt.Errorf("header: %w", err)
	}
	if m.Header.Type == "" {
		return nil, errors.New("header names no msg_type")
	}
	return m, nil
}

// Encode puts a message into frames of its own and signs them; it does not keep
// m, but its Buffers and Identities are frames of the result.
func (c *Codec) Encode(m *Message) ([][]byte, error) {
	header, err := json.Marshal(m.Header)
	if err != nil {
		return nil, err
	}
	dicts := [][]byte{header, m.Parent, m.Metadata, m.Content}
	for i, d := range dicts {
		if len(d) == 0 {
			dicts[i] = empty
		}
	}
	frames := make([][]byte, 0, len(m.Identities)+6+len(m.Buffers))
	frames = append(frames, m.Identities...)
	frames = append(frames, delimiter, c.sign(dicts))
	frames = append(frames, dicts...)
	return append(frames, m.Buffers...), nil
}

// Marshal is json.Marshal without the escapes that only HTML needs.
func Marshal(v any) (json.RawMessage, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
