#!/usr/bin/env bash
# Go's own test programs through bin/medkit; see doc.go. -h lists the options, -v the programs that fail.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mkdir -p build/gosuite
go build -buildvcs=false -o build/gosuite/gosuite ./tests/gosuite
exec build/gosuite/gosuite "$@"
