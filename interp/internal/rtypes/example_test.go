package rtypes_test

import (
	"errors"
	"fmt"
	"reflect"

	"medkit/interp/internal/rtypes"
)

// What a kernel does for
//
//	type NotFound struct{ Key string }
//	func (e *NotFound) Error() string { return "no " + e.Key }
func ExampleNewNamed() {
	t := rtypes.NewNamed("main", "NotFound",
		rtypes.Struct("main", []reflect.StructField{{Name: "Key", Type: reflect.TypeFor[string]()}}),
		[]rtypes.Method{{
			Name: "Error", PtrRecv: true, Type: reflect.TypeFor[func() string](),
			Fn: func(recv reflect.Value, args []reflect.Value) []reflect.Value {
				return []reflect.Value{reflect.ValueOf("no " + recv.Elem().Field(0).String())}
			},
		}})
	e := reflect.New(t)
	e.Elem().Field(0).SetString("gopher")
	err := fmt.Errorf("lookup: %w", e.Interface().(error)) // compiled code takes it as an error

	target := reflect.New(e.Type()) // var target *NotFound; errors.As(err, &target)
	fmt.Println(err, errors.As(err, target.Interface()), target.Elem().Elem().Field(0))
	fmt.Printf("%T %+v\n", target.Elem().Interface(), target.Elem().Elem().Interface())
	// Output:
	// lookup: no gopher true gopher
	// *main.NotFound {Key:gopher}
}
