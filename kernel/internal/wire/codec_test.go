package wire

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"
	"testing"
	"time"
)

func frames(parts ...string) [][]byte {
	out := make([][]byte, len(parts))
	for i, p := range parts {
		out[i] = []byte(p)
	}
	return out
}

// signed computes the signature by the specification, apart from Codec.
func signed(key string, dicts ...string) string {
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte(strings.Join(dicts, "")))
	return hex.EncodeToString(mac.Sum(nil))
}

const header = `{"msg_id":"1","msg_type":"execute_request","session":"s","username":"u","date":"2026-11-25T10:00:00.123456Z","version":"5.4"}`

func TestDecode(t *testing.T) {
	good := signed("k", header, "{}", "{}", `{"code":"1"}`)
	for _, c := range []struct {
		name string
		key  string
		in   [][]byte
		want string // of the error
	}{
		{"signed", "k", frames("<IDS|MSG>", good, header, "{}", "{}", `{"code":"1"}`), ""},
		{"identities and buffers", "k", frames("a", "b", "<IDS|MSG>", good, header, "{}", "{}", `{"code":"1"}`, "\xff", ""), ""},
		{"unsigned", "", frames("<IDS|MSG>", "", header, "{}", "{}", `{}`), ""},
		{"no frames", "k", nil, "delimiter"},
		{"no delimiter", "k", frames("a", "b", "c", "d", "e", "f", "g"), "delimiter"},
		{"delimiter too late", "k", append(frames(strings.Split(strings.Repeat("i,", 17), ",")...), frames("<IDS|MSG>", good, header, "{}", "{}", `{"code":"1"}`)...), "delimiter"},
		{"too short", "k", frames("<IDS|MSG>", good, header, "{}", "{}"), "fewer than six"},
		{"no signature", "k", frames("<IDS|MSG>", "", header, "{}", "{}", `{"code":"1"}`), "wrong signature"},
		{"other key", "x", frames("<IDS|MSG>", good, header, "{}", "{}", `{"code":"1"}`), "wrong signature"},
		{"upper case", "k", frames("<IDS|MSG>", strings.ToUpper(good), header, "{}", "{}", `{"code":"1"}`), "wrong signature"},
		{"one byte off", "k", frames("<IDS|MSG>", good, header, "{}", "{}", `{"code":"2"}`), "wrong signature"},
		{"signature before JSON", "k", frames("<IDS|MSG>", good, "{", "{", "{", "{"), "wrong signature"},
		{"bad header", "", frames("<IDS|MSG>", "", "{", "{}", "{}", "{}"), "header is not a JSON object"},
		{"null parent", "", frames("<IDS|MSG>", "", header, "null", "{}", "{}"), "parent_header is not"},
		{"list", "", frames("<IDS|MSG>", "", header, "{}", "[]", "{}"), "metadata is not"},
		{"empty content", "", frames("<IDS|MSG>", "", header, "{}", "{}", ""), "content is not"},
		{"trailing bytes", "", frames("<IDS|MSG>", "", header, "{}", "{}", "{}x"), "content is not"},
		{"no type", "", frames("<IDS|MSG>", "", "{}", "{}", "{}", "{}"), "no msg_type"},
		{"type is a number", "", frames("<IDS|MSG>", "", `{"msg_type":1}`, "{}", "{}", "{}"), "header: "},
		{"deep", "", frames("<IDS|MSG>", "", header, "{}", "{}", `{"a":`+strings.Repeat("[", 200000)), "content is not"},
	} {
		m, err := NewCodec(c.key).Decode(c.in)
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", c.name, err)
		case c.want == "" && (m.Header.Type != "execute_request" || string(m.RawHeader) != header):
			t.Errorf("%s: got %+v", c.name, m)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.want)
		}
	}
}

func TestSignatureError(t *testing.T) {
	_, err := NewCodec("k").Decode(frames("<IDS|MSG>", "00", header, "{}", "{}", "{}"))
	if !errors.Is(err, ErrSignature) {
		t.Errorf("got %v", err)
	}
}

func TestRoundTrip(t *testing.T) {
	c := NewCodec("secret")
	in := &Message{
		Identities: frames("peer"),
		Header:     Header{ID: "7", Type: "stream", Session: "s", Username: "medkit", Date: "2026-11-25T10:00:00Z", Version: Version},
		Parent:     []byte(header),
		Content:    []byte(`{"text":"<a> & é 𝔊"}`),
		Buffers:    frames("\x00\xff", ""),
	}
	wire, err := c.Encode(in)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := string(wire[2]), signed("secret", string(wire[3]), header, "{}", string(in.Content)); got != want {
		t.Errorf("signature %s, want %s", got, want)
	}
	out, err := c.Decode(wire)
	if err != nil {
		t.Fatal(err)
	}
	if out.Header != in.Header || !bytes.Equal(out.Parent, in.Parent) || !bytes.Equal(out.Content, in.Content) ||
		string(out.Metadata) != "{}" || len(out.Buffers) != 2 || string(out.Buffers[0]) != "\x00\xff" || string(out.Identities[0]) != "peer" {
		t.Errorf("got %+v", out)
	}
}

func TestTime(t *testing.T) {
	for in, want := range map[string]time.Time{
		"2026-11-25T10:00:00.5Z":       time.Date(2026, 11, 25, 10, 0, 0, 5e8, time.UTC),
		"2026-11-25T10:00:00.25+02:00": time.Date(2026, 11, 25, 8, 0, 0, 25e7, time.UTC),
	} {
		if got, ok := (Header{Date: in}).Time(); !ok || !got.Equal(want) {
			t.Errorf("%s: %v, %v", in, got, ok)
		}
	}
	if _, ok := (Header{Date: "2026-11-25 10:00"}).Time(); ok {
		t.Error("a date that is none was taken")
	}
}

func TestMarshal(t *testing.T) {
	got, err := Marshal(map[string]any{"text/html": "<b>&</b>", "image/png": []byte{1, 2, 3}})
	if want := `{"image/png":"AQID","text/html":"<b>&</b>"}`; err != nil || string(got) != want {
		t.Errorf("%s, %v; want %s", got, err, want)
	}
}

// FuzzDecode: whatever comes in, Decode returns; what it accepts can be encoded
// and decoded again.
func FuzzDecode(f *testing.F) {
	f.Add("id", "<IDS|MSG>", header, "{}", "{}", `{"code":"1"}`, "buffer")
	f.Add("<IDS|MSG>", "", "{}", "[", "null", `"`, "\x00")
	f.Fuzz(func(t *testing.T, a, b, c, d, e, g, h string) {
		in := frames(a, b, signed("k", c, d, e, g), c, d, e, g, h)
		m, err := NewCodec("k").Decode(in)
		if _, other := NewCodec("other").Decode(in); other == nil {
			t.Fatal("accepted with a key that it was not signed with")
		}
		if err != nil {
			return
		}
		_, _ = m.Header.Time()
		out, err := NewCodec("k").Encode(m)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := NewCodec("k").Decode(out); err != nil {
			t.Fatalf("%v after encoding %q", err, out)
		}
	})
}
