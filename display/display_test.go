package display

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"strings"
	"testing"
)

// grid is an Array of text.
type grid struct {
	shape []int
	text  func(index ...int) string
}

func (g grid) Shape() []int      { return g.shape }
func (g grid) Strides() []int    { return make([]int, len(g.shape)) }
func (g grid) Typestr() string   { return "<f8" }
func (g grid) DtypeName() string { return "float64" }
func (g grid) Itemsize() int     { return 8 }
func (g grid) Nbytes() int       { return 8 }
func (g grid) Repr() string      { return "repr" }
func (g grid) Text(i ...int) string {
	if g.text != nil {
		return g.text(i...)
	}
	return fmt.Sprint(i)
}

type point struct {
	X int
	n string
}

type named struct{}

func (named) String() string { return "by String" }

type own struct{}

func (own) Display() Bundle { return HTML("<i>own</i>").Display() }

func TestText(t *testing.T) {
	var nilMap map[string]int
	var nilErr *point
	for _, c := range []struct {
		v    any
		want string
	}{
		{nil, "nil"}, {3, "3"}, {"a\n", `"a\n"`}, {'x', "120"}, {1.5, "1.5"}, {true, "true"}, {[]int{1, 2}, "[1 2]"},
		{map[string]int{"b": 1, "a": 2}, "map[a:2 b:1]"}, {point{1, "x"}, "{X:1 n:x}"}, {&point{1, "x"}, "&{X:1 n:x}"},
		{errors.New("broken"), "broken"}, {named{}, "by String"}, {nilMap, "nil map[string]int"}, {nilErr, "nil *display.point"},
		{strings.ToUpper, "func(string) string"}, {make(chan int), "chan int"}, {new(int), "&0"}, {struct{}{}, "{}"},
	} {
		if got := Of(c.v).Data[MIMEText]; got != c.want {
			t.Errorf("%T: %q, want %q", c.v, got, c.want)
		}
	}
}

// TestValues show as what they are, with a text form each.
func TestValues(t *testing.T) {
	for mime, v := range map[string]any{
		MIMEHTML: HTML("<b>"), MIMEMarkdown: Markdown("*m*"), MIMELatex: Latex("$x$"), MIMESVG: SVG("<svg/>"),
		MIMEPNG: PNG{1, 2}, MIMEJSON: JSON{map[string]int{"a": 1}},
	} {
		b := Of(v)
		if b.Data[mime] == nil || b.Data[MIMEText] == "" || b.Data[MIMEText] == nil {
			t.Errorf("%T: %v", v, b)
		}
	}
	if b := Of(own{}); b.Data[MIMEHTML] != "<i>own</i>" {
		t.Errorf("a value's own Display: %v", b)
	}
	if b := Of(JSON{make(chan int)}); b.Data[MIMEJSON] != nil || !strings.Contains(b.Data[MIMEText].(string), "chan int") {
		t.Errorf("what JSON can't hold: %v", b)
	}
	m := image.NewGray(image.Rect(0, 0, 3, 2))
	m.Set(1, 1, color.White)
	if b := Of(m); !strings.HasPrefix(string(b.Data[MIMEPNG].([]byte)), "\x89PNG") || b.Data[MIMEText] != "*image.Gray, 3×2" {
		t.Errorf("an image: %v", b.Data[MIMEText])
	}
}

type bomb struct{}

func (bomb) Error() string { panic("boom") }

func TestPanicInDisplay(t *testing.T) {
	if b := Of(bomb{}); !strings.Contains(b.Data[MIMEText].(string), "boom") {
		t.Errorf("%v", b)
	}
}

// TestArrayHTML escapes what data says, stays small, and is the same each time.
func TestArrayHTML(t *testing.T) {
	evil := grid{[]int{2}, func(...int) string { return `<script>alert("x")</script>` }}
	if h := Of(evil).Data[MIMEHTML].(string); strings.Contains(h, "<script") {
		t.Errorf("not escaped: %s", h)
	}
	for _, shape := range [][]int{{}, {0}, {5}, {3, 4}, {2, 3, 4}, {1000000}, {2000, 2000}, {50, 50, 50}, {9, 9, 9, 9}, {3, 1000000}, {1 << 40}} {
		g := grid{shape: shape}
		a, b := Of(g), Of(g)
		h := a.Data[MIMEHTML].(string)
		if h != b.Data[MIMEHTML] {
			t.Errorf("%v: differs from time to time", shape)
		}
		if len(h) > 64<<10 {
			t.Errorf("%v: %d bytes of HTML", shape, len(h))
		}
		for _, bad := range []string{"<style", "<script", "id=", "var(", "currentColor"} {
			if strings.Contains(h, bad) {
				t.Errorf("%v: %s, which viewers drop", shape, bad)
			}
		}
	}
	if h := Of(grid{shape: []int{3, 4}}).Data[MIMEHTML].(string); strings.Count(h, "<td>") != 12 || !strings.Contains(h, "shape (3, 4)") {
		t.Errorf("a 3 by 4 array: %s", h)
	}
}

// shown is an Output that keeps what it gets.
type shown struct{ log []string }

func (s *shown) Display(b Bundle, id string, update bool) {
	s.log = append(s.log, fmt.Sprint(b.Data[MIMEText], " ", id, " ", update))
}
func (s *shown) Clear(wait bool) { s.log = append(s.log, fmt.Sprint("clear ", wait)) }

func TestShow(t *testing.T) {
	var out shown
	d := New("d", func() Output { return &out })
	h := d.Show(1)
	d.Show("two")
	h.Update(3)
	d.Clear(true)
	if got, want := strings.Join(out.log, "|"), `1 d1 false|"two" d2 false|3 d1 true|clear true`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
