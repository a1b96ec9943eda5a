#!/usr/bin/env bash
# Records what the Go toolchain's build of each program in run/ prints to
# standard output and how it exits: run/NAME.out, last line "exit N".
set -euo pipefail
cd "$(dirname "$0")/run"
bin=$(mktemp -d)
trap 'rm -rf "$bin"' EXIT
[ $# -gt 0 ] || set -- *.go
for f in "$@"; do
	CGO_ENABLED=0 go build -o "$bin/prog" "$f"
	code=0
	"$bin/prog" >"${f%.go}.out" 2>/dev/null || code=$?
	echo "exit $code" >>"${f%.go}.out"
done
