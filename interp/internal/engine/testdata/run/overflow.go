// Endless recursion ends the program, not the machine: exit status 2.
package main

import "fmt"

func f(n int) int { return f(n+1) + 1 }

func main() {
	fmt.Println("before")
	fmt.Println(f(0))
}
