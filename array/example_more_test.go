package array_test

import (
	"fmt"

	"medkit/array"
	"medkit/array/opt"
)

func ExampleIdentity() {
	fmt.Println(array.Identity(2, array.Int64))
	// Output:
	// [[1 0]
	//  [0 1]]
}

func ExampleZerosLike() {
	x := array.Arange(3)
	fmt.Println(array.ZerosLike(x).Repr(), array.OnesLike(x, array.Float64).Repr(), array.FullLike(x, 7).Repr())
	// Output: array([0, 0, 0]) array([1., 1., 1.]) array([7, 7, 7])
}

func ExampleNdarray() {
	buffer := []byte{1, 0, 2, 0, 3, 0, 4, 0}
	fmt.Println(array.Ndarray([]int{2, 2}, "<i2", buffer))
	fmt.Println(array.Ndarray([]int{2}, "<i2", buffer, opt.Offset(2), opt.Strides(4)))
	// Output:
	// [[1 2]
	//  [3 4]]
	// [2 4]
}

func ExampleBroadcastShapes() {
	fmt.Println(array.BroadcastShapes([]int{3, 1}, []int{4}, []int{2, 1, 1}))
	// Output: [2 3 4]
}

func ExampleMayShareMemory() {
	x := array.Arange(6)
	fmt.Println(array.MayShareMemory(x, x.At("2:")), array.MayShareMemory(x, x.Copy()))
	// Output: true false
}

func ExampleExpandDims() {
	fmt.Println(array.ExpandDims(array.Arange(3), 0).Shape(), array.ExpandDims(array.Arange(3), -1).Shape())
	// Output: [1 3] [3 1]
}

func ExampleCanCast() {
	fmt.Println(array.CanCast("int32", "float64", "safe"), array.CanCast("float64", "int32", "same_kind"))
	// Output: true false
}

func ExamplePromoteTypes() {
	fmt.Println(array.PromoteTypes("int32", "float32"), array.PromoteTypes(array.Uint64, array.Int8))
	// Output: float64 float64
}

func ExampleArrayEqual() {
	fmt.Println(array.ArrayEqual(array.Arange(3), []int{0, 1, 2}), array.ArrayEqual(array.Zeros(2), array.Zeros(3)))
	// Output: true false
}

func ExampleNonzero() {
	where := array.Nonzero([][]int{{0, 3}, {5, 0}})
	fmt.Println(where[0], where[1])
	// Output: [0 1] [1 0]
}

func ExampleGoName() {
	fmt.Println(array.GoName("argmin"), array.GoName("as_strided"), array.GoName("array"))
	// Output: Argmin AsStrided From
}

func ExampleArray_Ravel() {
	x := array.Arange(6).Reshape(2, 3)
	fmt.Println(x.Ravel(), x.Ravel(opt.Order("F")), x.T().Flatten())
	// Output: [0 1 2 3 4 5] [0 3 1 4 2 5] [0 3 1 4 2 5]
}

func ExampleArray_Squeeze() {
	fmt.Println(array.Zeros(1, 3, 1).Squeeze().Shape(), array.Zeros(1, 3, 1).Squeeze(opt.Axis(0)).Shape())
	// Output: [3] [3 1]
}

func ExampleArray_Item() {
	x := array.Arange(4).Reshape(2, 2)
	fmt.Println(x.Item(1, 0), x.Max().Int(), x.Mean().Float64(), x.Gt(2).Any().Bool())
	// Output: 2 3 1.5 true
}

func ExampleArray_Copy() {
	x := array.Arange(3)
	y := x.Copy()
	y.Set(9, 0)
	fmt.Println(x, y)
	// Output: [0 1 2] [9 1 2]
}

func ExampleArray_Tobytes() {
	fmt.Println(array.From([]int{1, 258}, array.DtypeOf(">i2")).Tobytes())
	// Output: [0 1 1 2]
}

func ExampleArray_Prod() {
	x := array.From([][]int{{1, 2}, {3, 4}})
	fmt.Println(x.Prod(), x.Max(opt.Axis(0)), x.Min(opt.Axis(1)), x.All(), x.Lt(2).Any(opt.Axis(0)))
	// Output: 24 [3 4] [1 3] True [ True False]
}

func ExampleAdd() {
	x := array.Arange(6).Reshape(2, 3)
	fmt.Println(array.Add(x, []int{10, 20, 30}))
	out := array.Zeros(2, 3)
	array.Add(x, 1, opt.Out(out), opt.Where(x.Gt(2)))
	fmt.Println(out)
	// Output:
	// [[10 21 32]
	//  [13 24 35]]
	// [[0. 0. 0.]
	//  [4. 5. 6.]]
}

func ExampleDivide() {
	fmt.Println(array.Divide([]int{1, 2}, 4), array.FloorDivide([]int{-7, 7}, 2), array.Remainder([]int{-7, 7}, 3))
	// Output: [0.25 0.5 ] [-4  3] [2 1]
}

func ExamplePower() {
	fmt.Println(array.Power([]int{1, 2, 3}, 2), array.Square([]float64{1.5}), array.Sqrt([]int{4, 9}))
	// Output: [1 4 9] [2.25] [2. 3.]
}

func ExampleMaximum() {
	fmt.Println(array.Maximum([]int{1, 5}, []int{3, 2}), array.Minimum([]int{1, 5}, 3))
	// Output: [3 5] [1 3]
}

func ExampleLess() {
	x := array.Arange(4)
	fmt.Println(array.Less(x, 2), array.Equal(x, []int{0, 0, 2, 2}), array.LogicalNot(x))
	// Output: [ True  True False False] [ True False  True False] [ True False False False]
}

func ExampleAbsolute() {
	fmt.Println(array.Absolute([]int{-1, 2}), array.Absolute([]complex128{3 + 4i}), array.Negative([]int{1, -2}))
	// Output: [1 2] [5.] [-1  2]
}

func ExampleFloor() {
	x := []float64{-1.5, 2.5}
	fmt.Println(array.Floor(x), array.Ceil(x), array.Trunc(x), array.Rint(x))
	// Output: [-2.  2.] [-1.  3.] [-1.  2.] [-2.  2.]
}

func ExampleExp() {
	fmt.Println(array.Exp([]float64{0, 1}), array.Log([]float64{1}), array.Hypot(3, 4).Repr())
	// Output: [1.         2.71828183] [0.] np.float64(5.0)
}

func ExampleBitwiseAnd() {
	fmt.Println(array.BitwiseAnd([]int{12, 10}, 6), array.BitwiseOr([]int{12, 10}, 1), array.BitwiseXor([]bool{true}, true))
	// Output: [4 2] [13 11] [False]
}

func ExampleIsnan() {
	x := array.Divide([]float64{0, 1, 1}, []float64{0, 0, 2})
	fmt.Println(x, array.Isnan(x), array.Isinf(x), array.Isfinite(x))
	// Output: [nan inf 0.5] [ True False False] [False  True False] [False False  True]
}

func ExampleBinary_Reduce() {
	x := array.Arange(6).Reshape(2, 3)
	fmt.Println(array.Add.Reduce(x), array.Multiply.Reduce(x, opt.Axis(1)), array.Maximum.Reduce(x, opt.Axis()))
	// Output: [3 5 7] [ 0 60] 5
}
