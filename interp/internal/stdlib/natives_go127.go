//go:build go1.27 && !go1.28

package stdlib

import "encoding/json/jsontext"

// newer gives native functions of packages that Go 1.26 does not have.
func newer(name string) any {
	switch name {
	case "encoding/json/jsontext.appendQuote":
		return jsontext.AppendQuote[string]
	case "encoding/json/jsontext.appendUnquote":
		return jsontext.AppendUnquote[string]
	case "encoding/json/jsontext.appendFormat":
		return jsontext.AppendFormat[string]
	}
	return nil
}
