//go:build !go1.27

package stdlib

func newer(name string) any { return nil }
