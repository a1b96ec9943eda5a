#!/usr/bin/env bash
# Builds bin/medkit as it is shipped for each system that the project is made for.
# Ends with a line "N passed, N failed"; the binaries lie in build/cross.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

limit=50 # MB, for a stripped binary
passed=0 failed=0
mkdir -p build/cross
for os in linux darwin windows; do
	for arch in amd64 arm64; do
		bin=build/cross/medkit-$os-$arch
		[ $os != windows ] || bin=$bin.exe
		GOOS=$os GOARCH=$arch go generate ./interp/internal/stdlib ./interp/internal/own || exit
		if GOOS=$os GOARCH=$arch CGO_ENABLED=0 GOTOOLCHAIN=local \
			go build -trimpath -buildvcs=false -ldflags '-s -w' -o "$bin" ./cmd/medkit; then
			size=$(($(wc -c <"$bin") / 1000000))
			printf '%-8s %-6s %3d MB\n' $os $arch $size
			if [ $size -lt $limit ]; then passed=$((passed + 1)); else
				printf 'larger than %d MB\n' $limit
				failed=$((failed + 1))
			fi
		else
			printf '%-8s %-6s does not build\n' $os $arch
			failed=$((failed + 1))
		fi
	done
done
printf '%d passed, %d failed\n' $passed $failed
[ $failed = 0 ]
