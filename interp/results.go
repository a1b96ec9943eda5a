package interp

import (
	"go/ast"
	"go/types"
	"reflect"

	"medkit/display"
	"medkit/internal/cell"
	"medkit/interp/internal/check"
)

// results shows the values of a cell's last expression in order. Nothing is
// shown for nil; a last value of type error is left out when it is nil, and is
// the cell's failure when not.
func (s *Session) results(values []reflect.Value) ([]cell.Output, *cell.Error) {
	var out []cell.Output
	for i, v := range values {
		if i == len(values)-1 && v.Type() == reflect.TypeFor[error]() {
			if v.IsNil() {
				continue
			}
			return out, &cell.Error{Name: "error", Value: v.Interface().(error).Error(),
				Traceback: []string{"error: " + v.Interface().(error).Error()}}
		}
		if isNil(v) {
			continue
		}
		out = append(out, output(display.Of(v.Interface()), "", false))
	}
	return out, nil
}

func isNil(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer:
		return v.IsNil()
	}
	return false
}

// output is a Bundle as the kernel takes it.
func output(b display.Bundle, id string, update bool) cell.Output {
	o := cell.Output{Data: b.Data, Metadata: b.Metadata, ID: id, Update: update}
	if o.Metadata == nil {
		o.Metadata = map[string]any{}
	}
	return o
}

// Display implements display.Output.
func (x *execution) Display(b display.Bundle, id string, update bool) {
	x.s.streams.sync()
	x.sink.Display(output(b, id, update))
}

// Clear implements display.Output.
func (x *execution) Clear(wait bool) {
	x.s.streams.sync()
	x.sink.Clear(wait)
}

// quiet tells whether a result is not worth showing: what fmt's Print family
// and display.Show give back.
func quiet(seg *check.Segment) bool {
	call, ok := ast.Unparen(seg.Result).(*ast.CallExpr)
	if !ok {
		return false
	}
	var id *ast.Ident
	switch f := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		id = f
	case *ast.SelectorExpr:
		id = f.Sel
	default:
		return false
	}
	f, ok := seg.Info.Uses[id].(*types.Func)
	if !ok || f.Pkg() == nil {
		return false
	}
	switch f.Pkg().Path() + "." + f.Name() {
	case "fmt.Print", "fmt.Println", "fmt.Printf", "fmt.Fprint", "fmt.Fprintln", "fmt.Fprintf", "medkit/display.Show":
		return true
	}
	return false
}
