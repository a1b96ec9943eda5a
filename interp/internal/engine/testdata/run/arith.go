// Integer, float and complex arithmetic of every width, with constants, slots,
// cells and calls as operands.
package main

import (
	"fmt"
	"math"
)

func id[T any](x T) T { return x }

type integer interface {
	~int8 | ~int16 | ~int32 | ~int64 | ~int | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uint | ~uintptr
}

func ints[T integer](name string, a, b T) {
	fmt.Println(name, a+b, a-b, a*b, a/b, a%b, a&b, a|b, a^b, a&^b, -a, ^a, +a)
	fmt.Println(a<<1, a>>1, a<<b, a>>b, a<<uint8(9), id(a)<<id(b), a < b, a <= b, a > b, a >= b, a == b, a != b)
	c := a
	c += b
	c -= 3
	c *= a
	c /= b
	c %= 11
	c &= 127
	c |= 64
	c ^= 5
	c &^= 1
	c <<= 2
	c >>= 1
	c++
	c--
	fmt.Println(c, min(a, b, 4), max(a, b, 4))
	p := &c
	*p += b
	*p *= 3
	*p -= id(b)
	*p <<= 1
	fmt.Println(c, *p, id(a)+id(b), a+id(b), id(a)-b, 3+a, 3-a, a-3, 3*b, 100/b, a/3, a%7)
}

type floating interface{ ~float32 | ~float64 }

func floats[T floating](a, b T) {
	fmt.Println(a+b, a-b, a*b, a/b, -a, a < b, a <= b, a > b, a >= b, a == b, a != b, min(a, b), max(a, b))
	c := a
	c += b
	c *= 2
	c -= 1
	c /= 3
	c++
	fmt.Println(c, int(c), int8(c), uint16(a), float32(c), float64(c))
}

type MyInt int

func (m MyInt) Twice() MyInt { return m * 2 }

func main() {
	ints[int]("int", 100, 7)
	ints[int8]("int8", 100, 7)
	ints[int16]("int16", 30000, 7)
	ints[int32]("int32", 1<<30+5, 7)
	ints[int64]("int64", 1<<62+5, 7)
	ints[uint]("uint", 100, 7)
	ints[uint8]("uint8", 200, 7)
	ints[uint16]("uint16", 60000, 7)
	ints[uint32]("uint32", 1<<31+5, 7)
	ints[uint64]("uint64", 1<<63+5, 7)
	ints[uintptr]("uintptr", 12345, 7)
	ints[MyInt]("MyInt", 55, 7)
	floats[float32](1.5, -2.25)
	floats[float64](0.1, 0.2)
	var nan = math.NaN()
	fmt.Println(nan == nan, nan < 1, min(nan, 1), max(1, nan), math.Inf(1) > math.MaxFloat64)
	c := complex(1, 2)
	d := 3 - 4i
	fmt.Println(c+d, c-d, c*d, c/d, -c, c == d, c != d, real(c), imag(d))
	var c64 complex64 = complex64(c)
	c64 *= 2 + 1i
	fmt.Println(c64, complex128(c64), real(c64))
	const big = 1 << 100
	fmt.Println(big>>98, uint64(big>>37), float64(big))
	var i8 int8 = -128
	fmt.Println(-i8, i8/-1, i8*i8, uint8(i8), uint32(i8), int64(i8))
	f := 3.99
	fmt.Println(int(f), int(-f), uint8(f), int64(1e18), float32(16777217))
	var s uint = 70
	fmt.Println(1<<s == 0, int32(1)<<s, -1>>s, uint8(255)>>s)
	fmt.Println(MyInt(4).Twice(), MyInt(3)+4)
	fmt.Println('a'+1, string(rune('a'+1)), "x"+"y"+fmt.Sprint(1))
	x, y := 7, -2
	fmt.Println(x/y, x%y, -x/y, -x%y, x&-x)
	var u8 uint8 = 255
	u8++
	fmt.Println(u8)
	var z int
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(x / z)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(x % z)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(x << y)
	}()
}
