package main

import (
	"encoding/base64"
	"encoding/json"
)

// corrupt changes the first result that can be changed; nil if there is none.
func corrupt(out []json.RawMessage) []json.RawMessage {
	c := append([]json.RawMessage(nil), out...)
	for i, r := range out {
		var v any
		if json.Unmarshal(r, &v) != nil {
			continue
		}
		if w, ok := corruptValue(v); ok {
			b, err := json.Marshal(w)
			if err != nil {
				continue
			}
			c[i] = b
			return c
		}
	}
	return nil
}

func corruptValue(v any) (any, bool) {
	switch x := v.(type) {
	case bool:
		return !x, true
	case float64:
		return x + 1, true
	case string:
		return x + "x", true
	case []any:
		for i, e := range x {
			if w, ok := corruptValue(e); ok {
				x[i] = w
				return x, true
			}
		}
		return append(x, 1.0), true
	case map[string]any:
		switch {
		case x["f"] != nil:
			x["f"] = "0x1.23456p+9"
			return x, true
		case x["dt"] != nil:
			x["dt"] = "<f2"
			if x["dt"] == "<f2" {
				x["dt"] = ">u4"
			}
			return x, true
		case x["b"] != nil:
			b, err := base64.StdEncoding.DecodeString(x["b"].(string))
			if err != nil || len(b) == 0 {
				x["s"] = []any{7.0}
				return x, err == nil
			}
			b[len(b)-1] ^= 0x41
			x["b"] = base64.StdEncoding.EncodeToString(b)
			if x["d"] == "|b1" {
				b[len(b)-1] ^= 0x40
				x["b"] = base64.StdEncoding.EncodeToString(b)
			}
			return x, true
		case x["ar"] != nil:
			x["d"] = "<f2"
			return x, true
		}
	}
	return nil, false
}
