package rtypes

import (
	"bufio"
	"bytes"
	"container/heap"
	"context"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/rpc"
	"os"
	"os/exec"
	"reflect"
	"runtime"
	"sort"
	"strings"
	"sync"
	"syscall"
	"testing"
	"text/template"
	"time"
)

func TestFmt(t *testing.T) {
	pt := pointType()
	p := set(pt, 1, 2)
	v := p.Interface()
	eq(t, fmt.Sprintf("%T %v %+v %s %d", v, v, v, v, v), "main.Point <Point 1> <Point 1> <Point 1> {1 2}")
	eq(t, fmt.Sprintf("%T %v", p.Addr().Interface(), p.Addr().Interface()), "*main.Point <Point 1>")
	s := reflect.Append(reflect.MakeSlice(reflect.SliceOf(pt), 0, 0), p, p)
	eq(t, fmt.Sprintf("%T %v", s.Interface(), s.Interface()), "[]main.Point [<Point 1> <Point 1>]")
	m := reflect.MakeMap(reflect.MapOf(pt, reflect.PointerTo(pt)))
	m.SetMapIndex(p, p.Addr())
	eq(t, fmt.Sprintf("%T", m.Interface()), "map[main.Point]*main.Point")
	if s := fmt.Sprint(m.Interface()); !strings.HasPrefix(s, "map[<Point 1>:<Point 1>]") {
		t.Error(s)
	}
	outer := set(NewNamed("main", "Outer", structOf(field("P", pt), field("Q", reflect.PointerTo(pt)), field("r", pt)), nil), v)
	eq(t, fmt.Sprintf("%+v %T", outer, outer.Interface()), "{P:<Point 1> Q:<nil> r:{X:0 Y:0}} main.Outer")

	e := NewNamed("main", "E", tInt, []Method{ptr(meth("Error", (func() string)(nil), func(r rv, _ []rv) []any {
		return []any{fmt.Sprint("E", r.Elem().Int())}
	}))})
	ev := reflect.New(e)
	ev.Elem().SetInt(7)
	eq(t, fmt.Sprint(ev.Interface(), ev.Elem().Interface()), "E7 7")

	g := NewNamed("main", "G", tString, []Method{
		meth("GoString", (func() string)(nil), func(r rv, _ []rv) []any { return []any{"G!" + r.String()} }),
		meth("Format", (func(fmt.State, rune))(nil), func(r rv, a []rv) []any {
			f := a[0].Interface().(fmt.State)
			w, ok := f.Width()
			fmt.Fprintf(f, "F(%c %d %v %s)", rune(a[1].Int()), w, ok, r.String())
			return nil
		}),
	})
	gv := reflect.ValueOf("a").Convert(g).Interface()
	eq(t, fmt.Sprintf("%5v|%#v|%v", gv, gv, []any{gv}), "F(v 5 true a)|F(v 0 false a)|[F(v 0 false a)]")
	eq(t, fmt.Sprintf("%#v", reflect.New(e).Elem().Interface()), "0")
	g2 := NewNamed("main", "G2", tString, []Method{meth("GoString", (func() string)(nil), func(r rv, _ []rv) []any { return []any{"G2!"} })})
	eq(t, fmt.Sprintf("%#v", reflect.New(g2).Elem().Interface()), "G2!")
	// A panic in a method, and a nil receiver.
	var np = reflect.Zero(reflect.PointerTo(pt)).Interface()
	eq(t, fmt.Sprint(np), "<nil>")
}

func TestJSON(t *testing.T) {
	temp := NewNamed("main", "Temp", tFloat, []Method{
		meth("MarshalJSON", (func() ([]byte, error))(nil), func(r rv, _ []rv) []any {
			return []any{[]byte(fmt.Sprintf(`"%g C"`, r.Float())), nil}
		}),
		ptr(meth("UnmarshalJSON", (func([]byte) error)(nil), func(r rv, a []rv) []any {
			var f float64
			if _, err := fmt.Sscanf(string(a[0].Bytes()), `"%g C"`, &f); err != nil {
				return []any{fmt.Errorf("temp: %w", err)}
			}
			r.Elem().SetFloat(f)
			return []any{nil}
		})),
	})
	city := NewNamed("main", "City", structOf(
		field("Name", tString, `json:"name"`), field("T", temp, `json:"t,omitempty"`),
		field("Days", reflect.MapOf(tString, reflect.PointerTo(temp)), `json:"days"`), field("secret", tInt)), nil)
	c := reflect.New(city)
	in := `{"name":"Oslo","t":"-3 C","days":{"mon":"1.5 C"}}`
	if err := json.Unmarshal([]byte(in), c.Interface()); err != nil {
		t.Fatal(err)
	}
	out, err := json.Marshal(c.Elem().Interface())
	eq(t, string(out), in)
	eq(t, err, nil)
	err = json.Unmarshal([]byte(`{"t":5}`), c.Interface())
	if err == nil || !strings.HasPrefix(err.Error(), "temp:") {
		t.Error(err)
	}
	key := NewNamed("main", "Key", tInt, []Method{
		meth("MarshalText", (func() ([]byte, error))(nil), func(r rv, _ []rv) []any { return []any{[]byte(fmt.Sprint("k", r.Int())), nil} })})
	m := reflect.MakeMap(reflect.MapOf(key, tInt))
	m.SetMapIndex(reflect.ValueOf(4).Convert(key), reflect.ValueOf(5))
	out, err = json.Marshal(m.Interface())
	eq(t, err, nil)
	eq(t, string(out), `{"k4":5}`)
	emb := NewNamed("main", "Emb", structOf(embed(city), field("More", tInt)), nil)
	out, err = json.Marshal(reflect.New(emb).Interface())
	eq(t, err, nil)
	eq(t, string(out), `{"name":"","days":null,"More":0}`)
}

func TestErrors(t *testing.T) {
	my := NewNamed("main", "MyErr", structOf(field("Op", tString), field("Err", tError)), []Method{
		ptr(meth("Error", (func() string)(nil), func(r rv, _ []rv) []any { return []any{r.Elem().Field(0).String() + " failed"} })),
		ptr(meth("Unwrap", (func() error)(nil), func(r rv, _ []rv) []any { return []any{r.Elem().Field(1).Interface()} })),
		ptr(meth("Is", (func(error) bool)(nil), func(r rv, a []rv) []any { return []any{a[0].Interface() == io.ErrNoProgress} })),
	})
	p := reflect.New(my)
	p.Elem().Field(0).SetString("read")
	p.Elem().Field(1).Set(reflect.ValueOf(io.EOF))
	var err error = p.Interface().(error)
	wrapped := fmt.Errorf("ctx: %w", err)
	eq(t, wrapped.Error(), "ctx: read failed")
	eq(t, errors.Is(wrapped, io.EOF), true)
	eq(t, errors.Is(wrapped, io.ErrNoProgress), true)
	eq(t, errors.Is(wrapped, io.ErrClosedPipe), false)
	target := reflect.New(p.Type()) // **MyErr
	eq(t, errors.As(wrapped, target.Interface()), true)
	eq(t, target.Elem().Interface() == p.Interface(), true)
	other := NewNamed("main", "MyErr", structOf(field("Op", tString), field("Err", tError)), []Method{
		ptr(meth("Error", (func() string)(nil), func(r rv, _ []rv) []any { return []any{"other"} }))})
	eq(t, errors.As(wrapped, reflect.New(reflect.PointerTo(other)).Interface()), false)
	eq(t, errors.Is(errors.Join(io.ErrShortWrite, err), io.EOF), true)
}

func intsMethods() []Method {
	return []Method{
		meth("Len", (func() int)(nil), func(r rv, _ []rv) []any { return []any{r.Len()} }),
		meth("Less", (func(i, j int) bool)(nil), func(r rv, a []rv) []any {
			return []any{r.Index(int(a[0].Int())).Int() < r.Index(int(a[1].Int())).Int()}
		}),
		meth("Swap", (func(i, j int))(nil), func(r rv, a []rv) []any {
			reflect.Swapper(r.Interface())(int(a[0].Int()), int(a[1].Int()))
			return nil
		}),
		ptr(meth("Push", (func(any))(nil), func(r rv, a []rv) []any {
			r.Elem().Set(reflect.Append(r.Elem(), a[0].Elem()))
			return nil
		})),
		ptr(meth("Pop", (func() any)(nil), func(r rv, _ []rv) []any {
			s := r.Elem()
			x := s.Index(s.Len() - 1).Interface()
			s.Set(s.Slice(0, s.Len()-1))
			return []any{x}
		})),
	}
}

func TestSortHeap(t *testing.T) {
	ints := NewNamed("main", "Ints", reflect.TypeFor[[]int](), intsMethods())
	s := reflect.ValueOf([]int{5, 2, 8, 1}).Convert(ints)
	sort.Sort(s.Interface().(sort.Interface))
	eq(t, fmt.Sprint(s), "[1 2 5 8]")
	sort.Sort(sort.Reverse(s.Interface().(sort.Interface)))
	eq(t, fmt.Sprint(s), "[8 5 2 1]")
	h := reflect.New(ints)
	hi := h.Interface().(heap.Interface)
	for _, x := range []int{5, 2, 8, 1} {
		heap.Push(hi, x)
	}
	var got []any
	for hi.Len() > 0 {
		got = append(got, heap.Pop(hi))
	}
	eq(t, got, []any{1, 2, 5, 8})
}

func TestIO(t *testing.T) {
	rot := NewNamed("main", "Rot", structOf(field("r", reflect.TypeFor[io.Reader]()), field("n", tInt)), []Method{
		ptr(meth("Read", (func([]byte) (int, error))(nil), func(r rv, a []rv) []any {
			f := r.Elem().Field(0)
			in := reflect.NewAt(f.Type(), f.Addr().UnsafePointer()).Elem().Interface().(io.Reader)
			b := a[0].Bytes()
			n, err := in.Read(b)
			for i := range b[:n] {
				b[i] ^= 0x20
			}
			return []any{n, err}
		})),
	})
	r := reflect.New(rot)
	r.Elem().Set(set(rot, strings.NewReader(strings.Repeat("Hello", 20000)), 0))
	up := NewNamed("main", "Count", tInt, []Method{
		ptr(meth("Write", (func([]byte) (int, error))(nil), func(r rv, a []rv) []any {
			r.Elem().SetInt(r.Elem().Int() + int64(bytes.Count(a[0].Bytes(), []byte("hELLO"))*5))
			return []any{a[0].Len(), nil}
		})),
	})
	w := reflect.New(up)
	bw := bufio.NewWriterSize(w.Interface().(io.Writer), 1000)
	n, err := io.Copy(bw, bufio.NewReaderSize(r.Interface().(io.Reader), 4000))
	bw.Flush()
	eq(t, []any{n, err, w.Elem().Int()}, []any{int64(100000), nil, int64(100000)})
}

func TestFlagTemplate(t *testing.T) {
	lst := NewNamed("main", "List", reflect.TypeFor[[]string](), []Method{
		meth("String", (func() string)(nil), func(r rv, _ []rv) []any { return []any{fmt.Sprint(r.Len())} }),
		ptr(meth("Set", (func(string) error)(nil), func(r rv, a []rv) []any {
			if a[0].String() == "bad" {
				return []any{errors.New("bad value")}
			}
			r.Elem().Set(reflect.Append(r.Elem(), a[0]))
			return []any{nil}
		})),
	})
	l := reflect.New(lst)
	fs := flag.NewFlagSet("x", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Var(l.Interface().(flag.Value), "l", "list")
	eq(t, fs.Parse([]string{"-l", "a", "-l", "b"}), nil)
	eq(t, fmt.Sprint(l.Elem().Len(), l.Interface()), "2 2")
	if err := fs.Parse([]string{"-l", "bad"}); err == nil {
		t.Error("no error")
	}
	user := NewNamed("main", "User", structOf(field("Name", tString)), []Method{
		meth("Greet", (func(string, ...int) (string, error))(nil), func(r rv, a []rv) []any {
			return []any{fmt.Sprint(a[0], " ", r.Field(0), a[1]), nil}
		}),
		ptr(meth("Up", (func() string)(nil), func(r rv, _ []rv) []any { return []any{strings.ToUpper(r.Elem().Field(0).String())} })),
	})
	u := reflect.New(user)
	u.Elem().Field(0).SetString("Ann")
	var b strings.Builder
	err := template.Must(template.New("").Parse(`{{.Name}} {{.Greet "Hi" 1 2}} {{.Up}} {{range .Names}}{{end}}`)).Execute(&b, u.Interface())
	if err == nil || !strings.Contains(err.Error(), "Names") {
		t.Error(err)
	}
	eq(t, b.String(), "Ann Hi Ann [1 2] ANN ")
}

func TestLibraries(t *testing.T) {
	in := NewNamed("main", "In", structOf(field("A", tInt)), []Method{name("in")})
	out := NewNamed("main", "Rec", structOf(embed(in), field("M", reflect.MapOf(tString, in)), field("I", reflect.TypeFor[fmt.Stringer]())), nil)
	v := set(out, set(in, 5).Interface())
	v.Field(1).Set(reflect.MakeMap(out.Field(1).Type))
	v.Field(1).SetMapIndex(reflect.ValueOf("k"), set(in, 6))
	pt := pointType()
	v.Field(2).Set(set(pt, 7, 8))
	gob.RegisterName("pt1", reflect.Zero(pt).Interface())
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).EncodeValue(v); err != nil {
		t.Fatal(err)
	}
	back := reflect.New(out)
	if err := gob.NewDecoder(&b).DecodeValue(back); err != nil {
		t.Fatal(err)
	}
	eq(t, reflect.DeepEqual(back.Elem().Interface(), v.Interface()), true)
	eq(t, fmt.Sprintf("%#v", back.Elem().Field(0).Interface()), "main.In{A:5}")
	// Registries by name take the first of two types of one name only.
	gob.Register(reflect.Zero(in).Interface())
	func() {
		defer func() {
			if r := recover(); !strings.Contains(fmt.Sprint(r), "registering duplicate types") {
				t.Error(r)
			}
		}()
		gob.Register(reflect.Zero(NewNamed("main", "In", tInt, nil)).Interface())
	}()
	x, err := xml.Marshal(set(in, 5).Interface())
	eq(t, []any{string(x), err}, []any{"<In><A>5</A></In>", nil})
	// A service, whose methods net/rpc finds and calls.
	arith := NewNamed("main", "Arith", tInt, []Method{ptr(meth("Double", (func(int, *int) error)(nil), func(r rv, a []rv) []any {
		a[1].Elem().SetInt(a[0].Int() * 2)
		return []any{nil}
	}))})
	srv := rpc.NewServer()
	if err := srv.Register(reflect.New(arith).Interface()); err != nil {
		t.Fatal(err)
	}
	c1, c2 := net.Pipe()
	go srv.ServeConn(c1)
	var reply int
	err = rpc.NewClient(c2).Call("Arith.Double", 21, &reply)
	eq(t, []any{reply, err}, []any{42, nil})
	// Keys and equality with embedded fields; contexts; sync.Map; finalizers.
	e := NewNamed("main", "Key", structOf(embed(in), field("S", tString)), nil)
	k1, k2 := set(e, set(in, 1).Interface(), "x").Interface(), set(e, set(in, 1).Interface(), "x").Interface()
	eq(t, k1 == k2, true)
	eq(t, context.WithValue(context.Background(), k1, 3).Value(k2), any(3))
	var sm sync.Map
	sm.Store(k1, 4)
	got, _ := sm.Load(k2)
	eq(t, got, any(4))
	done := make(chan string, 1)
	func() {
		p := reflect.New(pt)
		runtime.SetFinalizer(p.Interface(), func(s fmt.Stringer) { done <- s.String() })
	}()
	for range 5 {
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
	eq(t, <-done, "<Point 0>")
}

// Types so large that the runtime makes their pointer mask on demand.
func TestUncaughtPanic(t *testing.T) {
	if os.Getenv("RTYPES_PANIC") != "" {
		e := NewNamed("main", "Oops", tInt, []Method{meth("Error", (func() string)(nil), func(rv, []rv) []any { return []any{"made error"} })})
		panic(reflect.Zero(e).Interface())
	}
	cmd := exec.Command(os.Args[0], "-test.run=TestUncaughtPanic")
	cmd.Env = append(os.Environ(), "RTYPES_PANIC=1")
	b, err := cmd.CombinedOutput()
	if errors.Is(err, syscall.ENOEXEC) {
		t.Skip("under an emulator")
	}
	if err == nil || !strings.Contains(string(b), "panic: main.Oops(0) [recovered") && !strings.Contains(string(b), "made error") {
		t.Error(err, string(b))
	}
}
