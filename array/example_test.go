package array_test

import (
	"errors"
	"fmt"

	"medkit/array"
	"medkit/array/opt"
)

func ExampleZeros() {
	fmt.Println(array.Zeros(2, 3))
	fmt.Println(array.Zeros([]int{2}, array.Int32).Repr())
	// Output:
	// [[0. 0. 0.]
	//  [0. 0. 0.]]
	// array([0, 0], dtype=int32)
}

func ExampleOnes() {
	fmt.Println(array.Ones(2, 2, array.Complex128))
	// Output:
	// [[1.+0.j 1.+0.j]
	//  [1.+0.j 1.+0.j]]
}

func ExampleFull() {
	fmt.Println(array.Full([]int{2, 2}, 7))
	// Output:
	// [[7 7]
	//  [7 7]]
}

func ExampleFrom() {
	fmt.Println(array.From([][]float64{{1, 2}, {3, 4}}))
	fmt.Println(array.From([]any{array.Arange(2), []int{7, 8}}).Repr())
	fmt.Println(array.From([]int{1, 2}, array.Float32).Repr())
	// Output:
	// [[1. 2.]
	//  [3. 4.]]
	// array([[0, 1],
	//        [7, 8]])
	// array([1., 2.], dtype=float32)
}

func ExampleArange() {
	fmt.Println(array.Arange(5))
	fmt.Println(array.Arange(1, 2, 0.25))
	fmt.Println(array.Arange(10, 0, -3))
	// Output:
	// [0 1 2 3 4]
	// [1.   1.25 1.5  1.75]
	// [10  7  4  1]
}

func ExampleLinspace() {
	fmt.Println(array.Linspace(0, 1, opt.Num(5)))
	// Output: [0.   0.25 0.5  0.75 1.  ]
}

func ExampleEye() {
	fmt.Println(array.Eye(2, opt.M(3), opt.K(1)))
	// Output:
	// [[0. 1. 0.]
	//  [0. 0. 1.]]
}

func ExampleArray_Reshape() {
	x := array.Arange(6)
	y := x.Reshape(2, -1)
	y.Set(100, 0, 0) // a view: x changes too
	fmt.Println(y)
	fmt.Println(x)
	// Output:
	// [[100   1   2]
	//  [  3   4   5]]
	// [100   1   2   3   4   5]
}

func ExampleArray_At() {
	x := array.Arange(12).Reshape(3, 4)
	fmt.Println(x.At(1))
	fmt.Println(x.At("1:", "::-1"))
	fmt.Println(x.At("...", 0))
	fmt.Println(x.At([]int{0, 2}, []int{1, 3}))
	fmt.Println(x.At(x.Gt(8)))
	fmt.Println(x.At(0, array.Newaxis).Shape(), x.At(2, 3).Repr())
	// Output:
	// [4 5 6 7]
	// [[ 7  6  5  4]
	//  [11 10  9  8]]
	// [0 4 8]
	// [ 1 11]
	// [ 9 10 11]
	// [1 4] np.int64(11)
}

func ExampleArray_Set() {
	x := array.Zeros(2, 3)
	x.Set(7, ":", 0)
	x.Set([]int{1, 2}, 1, "1:")
	fmt.Println(x)
	// Output:
	// [[7. 0. 0.]
	//  [7. 1. 2.]]
}

func ExampleOgrid() {
	g := array.Ogrid("0:3", "0:2")
	fmt.Println(g[0].Shape(), g[1].Shape())
	fmt.Println(g[0].Add(g[1].Multiply(1i)))
	// Output:
	// [3 1] [1 2]
	// [[0.+0.j 0.+1.j]
	//  [1.+0.j 1.+1.j]
	//  [2.+0.j 2.+1.j]]
}

func ExampleMgrid() {
	fmt.Println(array.Mgrid("0:2", "0:3"))
	// Output:
	// [[[0 0 0]
	//   [1 1 1]]
	//
	//  [[0 1 2]
	//   [0 1 2]]]
}

func ExampleBinary() {
	x := array.Arange(3)
	fmt.Println(array.Add(x, 1.5), array.Multiply.Outer(x, []int{1, 10}))
	fmt.Println(array.Maximum.Reduce([]int{3, 9, 2}))
	// A plain Go number adapts to the array's dtype; a sized one does not.
	fmt.Println(array.Add(array.From([]int8{1}), 1).Dtype(), array.Add(array.From([]int8{1}), int64(1)).Dtype())
	// Output:
	// [1.5 2.5 3.5] [[ 0  0]
	//  [ 1 10]
	//  [ 2 20]]
	// 9
	// int8 int64
}

func ExampleArray_IAdd() {
	x := array.Arange(3)
	x.IAdd([]int{10, 20, 30})
	fmt.Println(x)
	fmt.Println(array.Try(func() { x.IAdd(0.5) }))
	// Output:
	// [10 21 32]
	// array.Add: cannot cast output from dtype('float64') to dtype('int64') with casting rule "same_kind"
}

func ExampleArray_Sum() {
	x := array.Arange(6).Reshape(2, 3)
	fmt.Println(x.Sum(), x.Sum(opt.Axis(0)), x.Sum(opt.Axis(1), opt.Keepdims).Shape())
	// Output: 15 [3 5 7] [2 1]
}

func ExampleArray_Mean() {
	fmt.Println(array.From([]int{1, 2, 4}).Mean().Repr())
	// Output: np.float64(2.3333333333333335)
}

func ExampleArray_Argmin() {
	x := array.From([][]int{{3, 1, 2}, {0, 5, 4}})
	fmt.Println(x.Argmin(), x.Argmin(opt.Axis(1)), x.Argmax(opt.Axis(0)))
	// Output: 3 [1 0] [0 1 1]
}

func ExampleTry() {
	err := array.Try(func() { array.Add(array.Zeros(3, 4), array.Zeros(5)) })
	var e *array.Error
	fmt.Println(err)
	fmt.Println(errors.Is(err, array.ErrValue), errors.As(err, &e), e.Op, e.Shapes)
	// Output:
	// array.Add: operands could not be broadcast together with shapes (3, 4) (5,)
	// true true Add [[3 4] [5]]
}

func ExampleArray_Repr() {
	fmt.Println(array.From([]float64{1, 1e-3, 1e10}).Repr())
	fmt.Println(array.Arange(2000).Repr())
	fmt.Println(array.Zeros(0, 3).Repr(), array.From([]bool{true, false}).Repr())
	// Output:
	// array([1.e+00, 1.e-03, 1.e+10])
	// array([   0,    1,    2, ..., 1997, 1998, 1999], shape=(2000,))
	// array([], shape=(0, 3), dtype=float64) array([ True, False])
}

func ExampleArray_Transpose() {
	x := array.Arange(24).Reshape(2, 3, 4)
	fmt.Println(x.T().Shape(), x.Transpose(1, 0, 2).Shape(), x.Swapaxes(0, 2).Shape())
	// Output: [4 3 2] [3 2 4] [4 3 2]
}

func ExampleBroadcastTo() {
	x := array.BroadcastTo(array.Arange(3), 2, 3)
	fmt.Println(x, x.Strides())
	// Output:
	// [[0 1 2]
	//  [0 1 2]] [0 8]
}

func ExampleAsStrided() {
	x := array.Arange(5)
	fmt.Println(array.AsStrided(x, []int{3, 3}, []int{8, 8}))
	// Output:
	// [[0 1 2]
	//  [1 2 3]
	//  [2 3 4]]
}

func ExampleDtypeOf() {
	d := array.DtypeOf(">i4")
	fmt.Println(d, d.Itemsize(), array.DtypeOf("float").Name())
	// Output: >i4 4 float64
}

func ExampleAsSlice() {
	x := array.Arange(3)
	array.AsSlice[int64](x)[0] = 7
	fmt.Println(x, x.Float64s())
	// Output: [7 1 2] [7 1 2]
}

func ExampleArray_Astype() {
	fmt.Println(array.From([]float64{1.7, -1.7}).Astype(array.Int8).Repr())
	// Output: array([ 1, -1], dtype=int8)
}
