package array_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"medkit/array"
)

// exported collects what a folder's package exports, methods with their types,
// those of Array without.
func exported(t *testing.T, dir, prefix string, into map[string]bool) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			for _, n := range declared(d) {
				into[prefix+n] = true
			}
		}
	}
}

// declared are the names of a declaration.
func declared(d ast.Decl) (names []string) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		name := d.Name.Name
		if d.Recv != nil {
			recv := d.Recv.List[0].Type
			if s, ok := recv.(*ast.StarExpr); ok {
				recv = s.X
			}
			if id, ok := recv.(*ast.Ident); ok && id.Name != "Array" {
				name = id.Name + "." + name
			}
		}
		names = append(names, name)
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.ValueSpec:
				for _, n := range s.Names {
					names = append(names, n.Name)
				}
			case *ast.TypeSpec:
				names = append(names, s.Name.Name)
			}
		}
	}
	return names
}

// TestNames holds the table against the package: what it marks is there, and
// what is there is marked.
func TestNames(t *testing.T) {
	have := map[string]bool{}
	exported(t, ".", "", have)
	exported(t, "random", "random.", have)
	seen := map[string]bool{}
	for _, n := range array.Names() {
		if seen[n.NumPy] {
			t.Errorf("%s is there twice", n.NumPy)
		}
		seen[n.NumPy] = true
		if n.Built != have[n.Go] {
			t.Errorf("%s is %s: marked as built: %t, exported: %t", n.NumPy, n.Go, n.Built, have[n.Go])
		}
	}
	if len(seen) < 500 {
		t.Errorf("only %d names", len(seen))
	}
}

// notNames are operations of the conformance vocabulary that exercise something
// that NumPy has no single name for: brackets, operators, attributes, tables.
var notNames = strings.Fields(`
array_coerce array_interface array_repr array_str array2string as_strided_sum as_strided_view attr.imag
attr.real attrs broadcast_iter can_cast_table copy_K dtype_equal dtype_field dtype_newbyteorder dtype_py
dtype_repr dtype_str empty_shape field field_set fields flat_get flat_set fromfunction_sum getitem
getitem_shape inplace_dtype_table issubdtype_table iterate masked_ufunc matmul_dtype_table ndarray_frombuffer
nditer_pairs npz_load npz_roundtrip poly1d_str promote_types_table pyscalar_table record_item record_str repr
scalar_str seed_state setitem setitem_iadd setitem_overlap str struct_equal struct_not_equal struct_set
ufunc_dtype_table ufunc_dtype_table1 ufunc_out where1 apply_along_axis_sum ascalar len flags Arrayterator_flat
Arrayterator_shapes print RandomState.sequence RandomState.skip Generator.sequence ma.getitem ma.setitem
ma.print rec.structured rec.unstructured`)

// TestVocabulary looks for every operation of the conformance vocabulary in the
// table.
func TestVocabulary(t *testing.T) {
	text, err := os.ReadFile("../tests/conformance/data/vocabulary.txt")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, n := range array.Names() {
		known[n.NumPy] = true
	}
	for _, n := range notNames {
		known[n] = true
	}
	family := regexp.MustCompile(`<[a-z]+:([^>]*)>`)
	method := regexp.MustCompile(`\.(reduce|accumulate|outer|reduceat|at)$`)
	ops := 0
	for _, line := range strings.Split(string(text), "\n") {
		rest, core := strings.CutPrefix(line, "core ")
		if !core {
			if rest, core = strings.CutPrefix(line, "extra "); !core {
				continue
			}
		}
		m := family.FindStringSubmatchIndex(rest)
		names := []string{strings.TrimSpace(strings.SplitN(rest, "(", 2)[0])}
		if m != nil && m[0] < strings.IndexByte(rest, '(') {
			names = nil
			for _, x := range strings.Fields(rest[m[2]:m[3]]) {
				names = append(names, strings.SplitN(rest[:m[0]]+x+rest[m[1]:], "(", 2)[0])
			}
		}
		for _, n := range names {
			ops++
			for _, p := range []string{"inplace.", "deck.", "bitgen."} {
				if strings.HasPrefix(n, p) {
					n = "print" // operators on arrays, compositions of the tutorial, raw words
				}
			}
			if n = method.ReplaceAllString(n, ""); !known[n] {
				t.Errorf("%s is not in the table of names", n)
			}
		}
	}
	if ops < 600 {
		t.Errorf("only %d operations found", ops)
	}
}

func TestGoName(t *testing.T) {
	for numpy, want := range map[string]string{
		"argmin": "Argmin", "as_strided": "AsStrided", "array": "From", "dtype": "DtypeOf", "linalg.det": "linalg.Det",
		"RandomState.random_sample": "random.RandomState.RandomSample", "T": "T", "r_": "R", "isnan": "Isnan",
	} {
		if got := array.GoName(numpy); got != want {
			t.Errorf("%s: %s, want %s", numpy, got, want)
		}
	}
}
