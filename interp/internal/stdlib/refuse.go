//go:build go1.28

package stdlib

// A release of Go that there is no data for.
var _ = this_Go_is_newer_than_MedKit_knows__build_with_Go_1_26_or_1_27
