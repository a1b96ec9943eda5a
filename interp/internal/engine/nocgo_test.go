//go:build !cgo

package engine

const usesCgo = false
