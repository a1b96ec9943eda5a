// Command gosuite runs the Go project's own test programs through MedKit's
// engine and compares what they do with what the compiled programs do.
//
// The programs are the single-file ones below $GOROOT/test whose first line is
// "// run": about 1,020 small programs that panic or print when the language
// is not what the specification says. Each runs as "medkit run FILE"; it
// passes when its exit status and its standard output are those of the binary
// that the Go compiler makes of it.
//
// Building a thousand binaries takes a quarter of an hour, so their answers
// are recorded in expected.txt, with the hash of the source that each belongs
// to (gosuite -record builds and runs them all). A program whose source is not
// the recorded one, as in another release of Go, is built and run on the spot.
// Left out are the programs that a build constraint rules out on this system
// and those that do not build with CGO_ENABLED=0.
package main
