package display

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"reflect"
)

// Of is the Bundle of a value: its own (see [Displayer]), a picture of an
// image.Image, a table of an array, and else its text: a string in quotes, a
// rune with its number, what fmt prints of other values, with field names.
func Of(v any) (b Bundle) {
	defer func() {
		if r := recover(); r != nil { // of the value's own methods
			b = Bundle{Data: map[string]any{MIMEText: fmt.Sprintf("a %T that cannot be shown: %v", v, r)}}
		}
	}()
	switch x := v.(type) {
	case Bundle:
		return x
	case Displayer:
		if isNil(x) {
			break
		}
		return x.Display()
	case Array:
		if isNil(x) {
			break
		}
		return Bundle{Data: map[string]any{MIMEText: arrayText(x), MIMEHTML: arrayHTML(x)}}
	case image.Image:
		if isNil(x) {
			break
		}
		return picture(x)
	}
	return Bundle{Data: map[string]any{MIMEText: Text(v)}}
}

func isNil(v any) bool {
	r := reflect.ValueOf(v)
	switch r.Kind() {
	case reflect.Pointer, reflect.Map, reflect.Slice, reflect.Func, reflect.Chan, reflect.Interface:
		return r.IsNil()
	}
	return false
}

// Text is the text form of a value that has no other.
func Text(v any) string {
	switch x := v.(type) {
	case nil:
		return "nil"
	case error:
		if !isNil(x) {
			return x.Error()
		}
	case fmt.Formatter:
		return fmt.Sprintf("%v", x)
	case fmt.Stringer:
		if !isNil(x) {
			return x.String()
		}
	case fmt.GoStringer:
		if !isNil(x) {
			return x.GoString()
		}
	}
	switch r := reflect.ValueOf(v); r.Kind() {
	case reflect.String:
		return fmt.Sprintf("%q", v)
	case reflect.Int32:
		if r.Type() == reflect.TypeFor[rune]() {
			return fmt.Sprintf("%d", v)
		}
	case reflect.Func:
		if r.IsNil() {
			return "nil " + r.Type().String()
		}
		return r.Type().String() // an address would differ each time
	case reflect.Chan, reflect.UnsafePointer:
		if r.IsNil() {
			return "nil " + r.Type().String()
		}
		return r.Type().String()
	case reflect.Map, reflect.Slice, reflect.Pointer:
		if r.IsNil() {
			return "nil " + r.Type().String()
		}
		if r.Kind() == reflect.Pointer {
			switch r.Elem().Kind() {
			case reflect.Struct, reflect.Array, reflect.Slice, reflect.Map:
			default:
				return "&" + Text(r.Elem().Interface())
			}
		}
	}
	return fmt.Sprintf("%+v", v)
}

// maxPicture bounds the pixels of a picture that is encoded.
const maxPicture = 1 << 24

func picture(m image.Image) Bundle {
	r := m.Bounds()
	plain := fmt.Sprintf("%T, %d×%d", m, r.Dx(), r.Dy())
	b := Bundle{Data: map[string]any{MIMEText: plain}}
	if r.Empty() || r.Dx() > maxPicture/r.Dy() {
		return b
	}
	var buf bytes.Buffer
	if err := png.Encode(&buf, m); err != nil {
		b.Data[MIMEText] = plain + " that cannot be encoded: " + err.Error()
		return b
	}
	b.Data[MIMEPNG] = buf.Bytes()
	b.Metadata = map[string]any{MIMEPNG: map[string]any{"width": r.Dx(), "height": r.Dy()}}
	return b
}
