// All goroutines asleep: exit status 2.
package main

import "fmt"

func main() {
	fmt.Println("before")
	var ch chan int
	<-ch
}
