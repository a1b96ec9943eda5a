package display

import "encoding/json"

// A Bundle is one output in several forms.
type Bundle struct {
	// Data maps MIME types to payloads: a string for textual types, a []byte for
	// binary ones, any value that encoding/json takes for application/json.
	Data map[string]any
	// Metadata maps MIME types to what front ends want to know of a payload, such
	// as width and height of an image.
	Metadata map[string]any
}

// The MIME types that this package makes.
const (
	MIMEText     = "text/plain"
	MIMEHTML     = "text/html"
	MIMEMarkdown = "text/markdown"
	MIMELatex    = "text/latex"
	MIMESVG      = "image/svg+xml"
	MIMEPNG      = "image/png"
	MIMEJSON     = "application/json"
)

// A Displayer shows itself.
type Displayer interface {
	Display() Bundle
}

// Values that are shown as what their type says.
type (
	// HTML is shown as HTML.
	HTML string
	// Markdown is shown as Markdown, formulas between dollar signs included.
	Markdown string
	// Latex is shown as a formula; it has its own dollar signs.
	Latex string
	// SVG is shown as a picture. Front ends do so only in trusted notebooks.
	SVG string
	// PNG is an encoded picture.
	PNG []byte
	// JSON shows Value, whatever encoding/json takes, as a tree.
	JSON struct{ Value any }
)

func text(mime, plain, payload string) Bundle {
	return Bundle{Data: map[string]any{MIMEText: plain, mime: payload}}
}

// Display implements [Displayer].
func (h HTML) Display() Bundle { return text(MIMEHTML, string(h), string(h)) }

// Display implements [Displayer].
func (m Markdown) Display() Bundle { return text(MIMEMarkdown, string(m), string(m)) }

// Display implements [Displayer].
func (l Latex) Display() Bundle { return text(MIMELatex, string(l), string(l)) }

// Display implements [Displayer].
func (s SVG) Display() Bundle { return text(MIMESVG, "an SVG picture", string(s)) }

// Display implements [Displayer].
func (p PNG) Display() Bundle {
	return Bundle{Data: map[string]any{MIMEText: "a PNG picture", MIMEPNG: []byte(p)}}
}

// Display implements [Displayer]. A Value that cannot be encoded is shown as
// text that says why.
func (j JSON) Display() Bundle {
	b, err := json.MarshalIndent(j.Value, "", "  ")
	if err != nil {
		return Bundle{Data: map[string]any{MIMEText: "cannot be shown as JSON: " + err.Error()}}
	}
	return Bundle{Data: map[string]any{MIMEText: string(b), MIMEJSON: json.RawMessage(b)}}
}
