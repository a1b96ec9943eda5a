// Package random has NumPy's legacy random numbers, bit for bit: the Mersenne
// Twister MT19937 behind numpy.random.seed, random_sample, rand, randint,
// shuffle and permutation.
//
// A [RandomState] holds a stream. The package's functions use one that the
// process owns, as numpy.random's do; in a cell they use the session's own. Both
// are safe for concurrent use, and goroutines that share one take its numbers in
// no particular order.
//
// Sizes are lists, as shapes are: Rand(3, 4), RandomSample([]int{3, 4}); without
// one the result is an array scalar.
//
// The generator is M. Matsumoto and T. Nishimura's ("Mersenne Twister", ACM
// TOMACS 8, 1998); how numbers are made of its words is NumPy's
// (https://numpy.org/doc/stable/reference/random/legacy.html).
package random
