#!/usr/bin/env bash
# Makes an environment with ipykernel and NumPy, and prints the tables of bench.py; its arguments are passed on.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
[ -x bin/medkit ] || { echo "tests/bench/run.sh: run ./install.sh first" >&2; exit 1; }
PATH=$(dirname "$(./install.sh go)"):$PATH
venv=build/bench/venv
if ! cmp -s tests/requirements-bench.txt $venv/requirements.txt; then
	"${PYTHON:-python3}" -m venv --clear $venv
	$venv/bin/python -m pip install --quiet --disable-pip-version-check -r tests/requirements-bench.txt
	cp tests/requirements-bench.txt $venv/requirements.txt
fi
export JUPYTER_PATH=$PWD/.venv/share/jupyter CGO_ENABLED=0
exec $venv/bin/python tests/bench/bench.py "$@"
