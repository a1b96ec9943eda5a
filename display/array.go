package display

import (
	"fmt"
	"html"
	"strconv"
	"strings"
)

// An Array is what arrays are read through: NumPy's array interface in Go's
// built-in types.
type Array interface {
	// Shape is the length of each axis.
	Shape() []int
	// Strides are the steps along each axis, in bytes.
	Strides() []int
	// Typestr is NumPy's type string: <f8, |b1.
	Typestr() string
	// DtypeName is NumPy's name of the dtype: float64.
	DtypeName() string
	// Itemsize and Nbytes are the size of an element and of all of them.
	Itemsize() int
	Nbytes() int
	// Text is one element as the array prints it.
	Text(index ...int) string
	// Repr is the whole array as NumPy's repr prints it.
	Repr() string
}

func arrayText(a Array) string { return a.Repr() }

const (
	cellBudget = 1000 // elements that a table shows
	edge       = 5    // shown at either end of an axis that is cut
	textBudget = 40   // characters of one element
)

// arrayHTML is a table of the elements with the index of each row and column,
// and a line that says shape, dtype and size. An array of more than two axes is
// a list of such tables.
func arrayHTML(a Array) string {
	shape := a.Shape()
	var b strings.Builder
	b.WriteString(`<div style="font-family: monospace; font-size: 90%">`)
	if len(shape) == 0 {
		fmt.Fprintf(&b, `<div style="padding: 2px 6px">%s</div>`, element(a))
	} else {
		facets(&b, a, shape, pick(shape))
	}
	fmt.Fprintf(&b, `<div style="opacity: 0.75; padding: 2px 6px">%s</div></div>`, html.EscapeString(summary(a)))
	return b.String()
}

// summary is shape, dtype, strides and bytes in one line.
func summary(a Array) string {
	s := a.DtypeName()
	if len(a.Shape()) == 0 {
		return s + " scalar, " + plural(a.Nbytes(), "byte")
	}
	return fmt.Sprintf("shape %s, %s, strides %s, %s", tuple(a.Shape()), s, tuple(a.Strides()), plural(a.Nbytes(), "byte"))
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

// tuple writes a shape as Python does.
func tuple(s []int) string {
	var parts []string
	for _, n := range s {
		parts = append(parts, strconv.Itoa(n))
	}
	if len(parts) == 1 {
		return "(" + parts[0] + ",)"
	}
	return "(" + strings.Join(parts, ", ") + ")"
}

// skipped stands for what is left out of an axis.
const skipped = -1

// pick chooses the indices that are shown along each axis: all of them, if the
// table stays within its budget, or else some at either end.
func pick(shape []int) [][]int {
	total := 1
	for _, n := range shape {
		total *= max(n, 1)
		if total > cellBudget {
			break
		}
	}
	shown := make([][]int, len(shape))
	ends := edge
	for i := range shape {
		if total > cellBudget && len(shape) > 3 {
			ends = 2
		}
		shown[i] = axis(shape[i], total > cellBudget, ends)
	}
	if total > cellBudget && len(shape) <= 2 { // a long axis may show more when the other is short
		other := 1
		for i := range shape {
			if shape[i] <= 2*edge {
				other *= max(shape[i], 1)
			}
		}
		if len(shape) == 1 {
			shown[0] = axis(shape[0], true, 10)
		} else if other > 1 {
			for i := range shape {
				shown[i] = axis(shape[i], true, edge)
			}
		}
	}
	return shown
}

func axis(n int, cut bool, ends int) (s []int) {
	if !cut || n <= 2*ends+1 {
		for i := range n {
			s = append(s, i)
		}
		return s
	}
	for i := range ends {
		s = append(s, i)
	}
	s = append(s, skipped)
	for i := n - ends; i < n; i++ {
		s = append(s, i)
	}
	return s
}

// facets writes a table for each index of the axes before the last two.
func facets(b *strings.Builder, a Array, shape []int, shown [][]int) {
	lead := len(shape) - 2
	if lead <= 0 {
		table(b, a, nil, shape, shown)
		return
	}
	var walk func(prefix []int)
	walk = func(prefix []int) {
		if len(prefix) == lead {
			label := strings.Trim(tuple(prefix), "(,)")
			fmt.Fprintf(b, `<div style="display: inline-block; vertical-align: top; margin: 0 12px 6px 0"><div style="padding: 2px 6px">[%s, :, :]</div>`, label)
			table(b, a, prefix, shape, shown)
			b.WriteString(`</div>`)
			return
		}
		for _, i := range shown[len(prefix)] {
			if i == skipped {
				b.WriteString(`<div style="display: inline-block; padding: 2px 6px">…</div>`)
				continue
			}
			walk(append(prefix[:len(prefix):len(prefix)], i))
		}
	}
	walk(nil)
}

const (
	tableStyle = `style="border-collapse: collapse; text-align: right; margin: 2px 0"`
	headStyle  = `style="font-weight: normal; opacity: 0.6"`
)

// table writes the last two axes of a, or its only one.
func table(b *strings.Builder, a Array, prefix []int, shape []int, shown [][]int) {
	if len(shape)-len(prefix) == 1 {
		row := shown[len(shown)-1]
		b.WriteString(`<table ` + tableStyle + `><thead><tr>`)
		header(b, row)
		b.WriteString(`</tr></thead><tbody><tr>`)
		cells(b, a, prefix, row)
		b.WriteString(`</tr></tbody></table>`)
		return
	}
	rows, cols := shown[len(shown)-2], shown[len(shown)-1]
	fmt.Fprintf(b, `<table %s><thead><tr><th %s></th>`, tableStyle, headStyle)
	header(b, cols)
	b.WriteString(`</tr></thead><tbody>`)
	for _, i := range rows {
		if i == skipped {
			fmt.Fprintf(b, `<tr><th %s>⋮</th>`, headStyle)
			for range cols {
				b.WriteString(`<td>⋮</td>`)
			}
			b.WriteString(`</tr>`)
			continue
		}
		fmt.Fprintf(b, `<tr><th scope="row" %s>%d</th>`, headStyle, i)
		cells(b, a, append(prefix[:len(prefix):len(prefix)], i), cols)
		b.WriteString(`</tr>`)
	}
	b.WriteString(`</tbody></table>`)
}

func header(b *strings.Builder, cols []int) {
	for _, j := range cols {
		label := "…"
		if j != skipped {
			label = strconv.Itoa(j)
		}
		fmt.Fprintf(b, `<th scope="col" %s>%s</th>`, headStyle, label)
	}
}

func cells(b *strings.Builder, a Array, prefix, cols []int) {
	for _, j := range cols {
		s := "…"
		if j != skipped {
			s = element(a, append(prefix[:len(prefix):len(prefix)], j)...)
		}
		b.WriteString(`<td>` + s + `</td>`)
	}
}

// element is an element's text, cut and escaped.
func element(a Array, index ...int) string {
	s := a.Text(index...)
	if r := []rune(s); len(r) > textBudget {
		s = string(r[:textBudget]) + "…"
	}
	return html.EscapeString(s)
}
