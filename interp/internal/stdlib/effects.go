package stdlib

import (
	"expvar"
	"flag"
	"net/http"
	"net/http/pprof"
	"os"
	"sync"
)

// The program holds every package of the standard library, also those whose
// mere import changes the process: net/http/pprof and expvar add handlers to
// http.DefaultServeMux, testing/quick a flag to flag.CommandLine. A user's
// server must not offer its memory profile because of that.

// Detach undoes what the packages that nobody imported yet did to the process.
// The main package calls it once, before it runs any user's code.
func Detach() {
	http.DefaultServeMux = http.NewServeMux()
	flag.CommandLine = flag.NewFlagSet(os.Args[0], flag.ExitOnError)
	flag.CommandLine.Usage = func() { flag.Usage() }
}

var attachPprof, attachExpvar sync.Once

// Attach does to the process what the import of a package does. Code that runs
// an import declaration, also a blank one, calls it.
func Attach(path string) {
	switch path {
	case "net/http/pprof":
		attachPprof.Do(func() {
			http.HandleFunc("GET /debug/pprof/", pprof.Index)
			http.HandleFunc("GET /debug/pprof/cmdline", pprof.Cmdline)
			http.HandleFunc("GET /debug/pprof/profile", pprof.Profile)
			http.HandleFunc("GET /debug/pprof/symbol", pprof.Symbol)
			http.HandleFunc("GET /debug/pprof/trace", pprof.Trace)
		})
	case "expvar":
		attachExpvar.Do(func() { http.DefaultServeMux.Handle("GET /debug/vars", expvar.Handler()) })
	}
}
