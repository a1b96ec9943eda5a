package stdlib

import (
	"flag"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestAttach(t *testing.T) {
	mux, flags := http.DefaultServeMux, flag.CommandLine
	defer func() { http.DefaultServeMux, flag.CommandLine = mux, flags }()
	status := func(path string) int {
		w := httptest.NewRecorder()
		http.DefaultServeMux.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		return w.Code
	}
	if status("/debug/vars") != 200 || flag.Lookup("quickchecks") == nil {
		t.Error("nothing to undo: is Detach still needed?")
	}
	Detach()
	for _, p := range []string{"/debug/vars", "/debug/pprof/", "/debug/pprof/cmdline"} {
		if got := status(p); got != 404 {
			t.Errorf("%s before its import: %d", p, got)
		}
	}
	if flag.Lookup("quickchecks") != nil {
		t.Error("a flag of testing/quick is left")
	}
	for range 2 {
		Attach("fmt")
		Attach("expvar")
		Attach("net/http/pprof")
	}
	for _, p := range []string{"/debug/vars", "/debug/pprof/", "/debug/pprof/cmdline"} {
		if got := status(p); got != 200 {
			t.Errorf("%s after its import: %d", p, got)
		}
	}
}
