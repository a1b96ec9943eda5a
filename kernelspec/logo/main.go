// Command logo draws the kernel's logo, a first-aid case whose cross is made of
// the cells of an array: logo-svg.svg, logo-32x32.png and logo-64x64.png in the
// directory that it is given.
package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"log"
	"math"
	"os"
	"path/filepath"
)

// A box is a rectangle with rounded corners, in units of a 64 x 64 drawing.
type box struct {
	x, y, w, h, r float64
	fill          color.NRGBA
}

var (
	body   = color.NRGBA{0x00, 0x7d, 0x9c, 0xff} // Go's blue
	shade  = color.NRGBA{0x00, 0x62, 0x7b, 0xff}
	handle = color.NRGBA{0x00, 0x52, 0x67, 0xff}
	clear  = color.NRGBA{0x00, 0x00, 0x00, 0x00}
	white  = color.NRGBA{0xff, 0xff, 0xff, 0xff}
	warm   = color.NRGBA{0xff, 0xb7, 0x4d, 0xff} // the cell that an index picks
)

// drawing lists the boxes from the back to the front. One without a colour cuts
// a hole.
func drawing() []box {
	boxes := []box{
		{20, 5, 24, 16, 6, handle},
		{25, 10, 14, 12, 2.5, clear},
		{3, 15, 58, 45, 8, shade}, // the case's lower edge
		{3, 15, 58, 42, 8, body},
	}
	const side, gap, middle, top = 9.0, 1.6, 32.0, 36.0
	for row := -1; row <= 1; row++ {
		for column := -1; column <= 1; column++ {
			if row != 0 && column != 0 {
				continue
			}
			fill := white
			if row == 0 && column == 0 {
				fill = warm
			}
			x := middle + float64(column)*(side+gap) - side/2
			y := top + float64(row)*(side+gap) - side/2
			boxes = append(boxes, box{x, y, side, side, 1.8, fill})
		}
	}
	return boxes
}

// covers tells whether a point lies in the box.
func (b box) covers(x, y float64) bool {
	dx := math.Max(math.Abs(x-b.x-b.w/2)-b.w/2+b.r, 0)
	dy := math.Max(math.Abs(y-b.y-b.h/2)-b.h/2+b.r, 0)
	return math.Abs(x-b.x-b.w/2) <= b.w/2 && math.Abs(y-b.y-b.h/2) <= b.h/2 && dx*dx+dy*dy <= b.r*b.r
}

// raster draws size x size pixels, each the mean of 8 x 8 points.
func raster(boxes []box, size int) image.Image {
	const fine = 8
	out := image.NewNRGBA(image.Rect(0, 0, size, size))
	for py := range size {
		for px := range size {
			var r, g, b, a float64
			for s := range fine * fine {
				x := (float64(px) + (float64(s%fine)+0.5)/fine) * 64 / float64(size)
				y := (float64(py) + (float64(s/fine)+0.5)/fine) * 64 / float64(size)
				c := clear
				for _, bx := range boxes {
					if bx.covers(x, y) {
						c = bx.fill
					}
				}
				w := float64(c.A) / 255
				r, g, b, a = r+w*float64(c.R), g+w*float64(c.G), b+w*float64(c.B), a+w
			}
			if a > 0 {
				out.SetNRGBA(px, py, color.NRGBA{round(r / a), round(g / a), round(b / a), round(255 * a / (fine * fine))})
			}
		}
	}
	return out
}

func round(v float64) uint8 { return uint8(math.Round(v)) }

// vector writes the same boxes as SVG. The hole is the second box, under which
// only the first lies.
func vector(boxes []box) []byte {
	var b bytes.Buffer
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" role="img" aria-label="Go MedKit">` + "\n")
	hole := boxes[1]
	fmt.Fprintf(&b, `<mask id="hole"><rect width="64" height="64" fill="#fff"/>%s</mask>`+"\n", hole.svg("#000", ""))
	for i, bx := range boxes {
		switch i {
		case 0:
			b.WriteString(bx.svg(hex(bx.fill), ` mask="url(#hole)"`) + "\n")
		case 1:
		default:
			b.WriteString(bx.svg(hex(bx.fill), "") + "\n")
		}
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

func hex(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

func (b box) svg(fill, more string) string {
	return fmt.Sprintf(`<rect x="%.4g" y="%.4g" width="%.4g" height="%.4g" rx="%.4g" fill="%s"%s/>`, b.x, b.y, b.w, b.h, b.r, fill, more)
}

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: logo DIRECTORY")
	}
	boxes := drawing()
	files := map[string][]byte{"logo-svg.svg": vector(boxes)}
	for _, size := range []int{32, 64} {
		var b bytes.Buffer
		encoder := png.Encoder{CompressionLevel: png.BestCompression}
		if err := encoder.Encode(&b, raster(boxes, size)); err != nil {
			log.Fatal(err)
		}
		files[fmt.Sprintf("logo-%dx%d.png", size, size)] = b.Bytes()
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(os.Args[1], name), data, 0o644); err != nil {
			log.Fatal(err)
		}
	}
}
