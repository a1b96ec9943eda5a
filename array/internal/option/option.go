// Package option holds what the options of package array are made of, shared
// by array and array/opt, so that nobody else can make one.
package option

// An Option is one keyword argument: a name in NumPy's spelling and its value.
type Option interface {
	// Keyword gives the option's name (such as "axis") and value.
	Keyword() (name string, value any)
	sealed()
}

// A Keyword is the Option of package opt.
type Keyword struct {
	Name  string
	Value any
}

// Keyword implements Option.
func (k Keyword) Keyword() (string, any) { return k.Name, k.Value }
func (Keyword) sealed()                  {}

// Sealed is embedded by other types that are options (a dtype is one).
type Sealed struct{}

func (Sealed) sealed() {}

// sealed is called by nobody: it keeps other packages from making options.
var _ = Sealed.sealed
