// An assembly file lets natives.go declare a function without a body, which
// the linker finds in another package.
