// Generated: statements over operands of every type and storage.
package main

import "fmt"

var v4 int8 = 92
var v11 int16 = 32767
var v23 int64 = 7
var v32 int = 2
var v49 uint16 = 0
var v58 uint32 = 1
var v97 string = "zz"
var v103 bool = false
var v111 complex128 = 0.5

type num interface {
	~int8 | ~int16 | ~int32 | ~int64 | ~int | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uint | ~uintptr
}

//go:noinline
func id[T any](x T) T { return x }

//go:noinline
func nz[T num](x T) T {
	if x == 0 {
		return 1
	}
	return x
}
func str(i int) string { return fmt.Sprint(i) }
func cut(s string) string {
	if len(s) > 40 {
		return s[len(s)-37:]
	}
	return s
}
func sub(s string, i, j int) string {
	if len(s) == 0 {
		return s
	}
	a, b := int(uint(i)%uint(len(s)+1)), int(uint(j)%uint(len(s)+1))
	if a > b {
		a, b = b, a
	}
	return s[a:b]
}
func two(i int) (int, bool) { return i + 1, i > 0 }

//go:noinline
func eff[T any](p *T, x T) T { o := *p; *p = x; return o }
func show(n int, xs ...any) {
	fmt.Print(n)
	for _, x := range xs {
		if f, ok := x.(float32); ok && f != f {
			x = "NaN"
		}
		fmt.Printf(" %v", x)
	}
	fmt.Println()
}
func main() {
	ix, u8, ok := 1, uint8(1), false
	_, _, _ = ix, u8, ok
	var v1 int8 = 1
	_ = v1
	var v2 int8 = -1
	_ = v2
	var v3 int8 = 0
	_ = v3
	var v5 [2][3]int8
	v5[1][2] = -128
	v6 := make([]int8, 4)
	v6[1] = 0
	v7 := new(int8)
	*v7 = 66
	var v8 int16 = -32768
	_ = v8
	var v9 int16 = 0
	_ = v9
	var v10 int16 = 2
	_ = v10
	v12 := map[[2]int8]int16{}
	v13 := new(int16)
	*v13 = 32767
	var v14 int32 = -1
	_ = v14
	var v15 int32 = 2147483647
	_ = v15
	var v16 int32 = 3
	_ = v16
	v17 := map[[2]int8]int32{}
	v18 := new(int32)
	*v18 = -2147483648
	var v19 int64 = 3
	_ = v19
	var v20 int64 = 3
	_ = v20
	var v21 int64 = 0
	_ = v21
	var v22 int64 = 1
	func() { v22 = v22 }()
	v24 := struct {
		p uint8
		f int64
		q string
	}{f: 2}
	_ = v24
	var v25 [3]int64
	v25[1] = 0
	var v26 [2][3]int64
	v26[1][2] = -1
	v27 := make([]int64, 4)
	v27[1] = -9223372036854775808
	var v28 int = 3
	_ = v28
	var v29 int = 2
	_ = v29
	var v30 int = -9223372036854775808
	_ = v30
	var v31 int = -1
	func() { v31 = v31 }()
	v33 := struct {
		p uint8
		f int
		q string
	}{f: 3}
	_ = v33
	var v34 [3]int
	v34[1] = 7
	var v35 [2][3]int
	v35[1][2] = 0
	v36 := make([]int, 4)
	v36[1] = 1
	v37 := map[string]int{}
	v38 := new(int)
	*v38 = -9223372036854775808
	var v39 uint8 = 108
	_ = v39
	var v40 uint8 = 107
	_ = v40
	var v41 uint8 = 7
	_ = v41
	var v42 uint8 = 3
	func() { v42 = v42 }()
	v43 := make([]uint8, 4)
	v43[1] = 7
	v44 := map[uint8]uint8{}
	v45 := new(uint8)
	*v45 = 0
	var v46 uint16 = 65535
	_ = v46
	var v47 uint16 = 65535
	_ = v47
	var v48 uint16 = 53827
	_ = v48
	v50 := struct {
		p uint8
		f uint16
		q string
	}{f: 2}
	_ = v50
	var v51 [3]uint16
	v51[1] = 1
	var v52 [2][3]uint16
	v52[1][2] = 3
	v53 := map[uint8]uint16{}
	v54 := new(uint16)
	*v54 = 2
	var v55 uint32 = 3651026595
	_ = v55
	var v56 uint32 = 7
	_ = v56
	var v57 uint32 = 3338099841
	_ = v57
	v59 := &struct {
		p uint8
		f uint32
	}{f: 3}
	var v60 [2][3]uint32
	v60[1][2] = 3
	var v61 uint64 = 0
	_ = v61
	var v62 uint64 = 18446744073709551615
	_ = v62
	var v63 uint64 = 14731025917557891808
	_ = v63
	v64 := struct {
		p uint8
		f uint64
		q string
	}{f: 7205188698401388943}
	_ = v64
	var v65 [2][3]uint64
	v65[1][2] = 1
	var v66 uint = 1
	_ = v66
	var v67 uint = 18446744073709551615
	_ = v67
	var v68 uint = 3
	_ = v68
	v69 := struct {
		p uint8
		f uint
		q string
	}{f: 7}
	_ = v69
	v70 := &struct {
		p uint8
		f uint
	}{f: 7469357520908294335}
	var v71 [2][3]uint
	v71[1][2] = 7
	v72 := make([]uint, 4)
	v72[1] = 7
	v73 := map[[2]int8]uint{}
	var v74 uintptr = 7
	_ = v74
	var v75 uintptr = 0
	_ = v75
	var v76 uintptr = 7
	_ = v76
	v77 := &struct {
		p uint8
		f uintptr
	}{f: 2}
	var v78 [3]uintptr
	v78[1] = 18446744073709551615
	var v79 float32 = -2.25
	_ = v79
	var v80 float32 = 0
	_ = v80
	var v81 float32 = 1.5
	_ = v81
	var v82 float32 = 3
	func() { v82 = v82 }()
	v83 := &struct {
		p uint8
		f float32
	}{f: 0.1}
	v84 := make([]float32, 4)
	v84[1] = 1
	v85 := map[[2]int8]float32{}
	var v86 float64 = 1.5
	_ = v86
	var v87 float64 = 0
	_ = v87
	var v88 float64 = 1e3
	_ = v88
	v89 := struct {
		p uint8
		f float64
		q string
	}{f: 0.1}
	_ = v89
	v90 := &struct {
		p uint8
		f float64
	}{f: 0.1}
	var v91 [3]float64
	v91[1] = 0.1
	v92 := map[uint8]float64{}
	v93 := new(float64)
	*v93 = 0.1
	var v94 string = "bc"
	_ = v94
	var v95 string = "héllo"
	_ = v95
	var v96 string = ""
	_ = v96
	v98 := make([]string, 4)
	v98[1] = "a"
	var v99 bool = true
	_ = v99
	var v100 bool = false
	_ = v100
	var v101 bool = true
	_ = v101
	var v102 bool = true
	func() { v102 = v102 }()
	v104 := struct {
		p uint8
		f bool
		q string
	}{f: false}
	_ = v104
	var v105 [2][3]bool
	v105[1][2] = false
	v106 := map[uint8]bool{}
	v107 := new(bool)
	*v107 = true
	var v108 complex128 = 0.5
	_ = v108
	var v109 complex128 = (1 + 2i)
	_ = v109
	var v110 complex128 = 2i
	_ = v110
	v112 := struct {
		p uint8
		f complex128
		q string
	}{f: (1 + 2i)}
	_ = v112
	v113 := &struct {
		p uint8
		f complex128
	}{f: (1 + 2i)}
	v36[ix&3], ok = two(((v33.f - v30) % 7))
	_ = ok
	v47 &= ((v49 * v51[ix&1]) - uint16(v17[[2]int8{int8(ix & 1), 2}]))
	v63 -= (min(v64.f, v64.f) &^ func() uint64 { return v65[ix&1][2] }())
	v111 = ((v112.f + v113.f) * (func() complex128 { return v108 }() - v110))
	show(3, v2, v9, v14, v21, v34[ix&1], v44[u8&7], v47, v57, v64.f, v66, v77.f, v80, v87, v97, v101, v112.f)
	v8 = -32768
	v56 = v59.f
	v26[ix&1][2] = 2140491870967147333
	v88 = ((id(v88) / func() float64 { return v87 }()) + func() float64 { return -(v88) }())
	show(7, v6[u8&3], v12[[2]int8{int8(ix & 1), 2}], v14, v19, v37[str(ix)], v43[u8&3], v49, v56, v62, v72[1], v78[ix&1], v79, v88, v94, v103, v113.f)
	ix = int(uint8(int(v24.f)) & 3)
	u8 = uint8(ix)
	v47 = 65535
	(*v38), ok = two(func() int { return id(v32) }())
	_ = ok
	for _, i432733 := range []int8{1, 2} {
		_ = i432733
		ix = int(uint8(func() int { return (*v38) }()) & 3)
		u8 = uint8(ix)
		v61, v62 = v62, v61
		v64.f |= uint64((v53[u8&7] % 7))
	}
	show(11, v4, v9, v17[[2]int8{int8(ix & 1), 2}], v24.f, v32, v39, v48, v57, v65[ix&1][2], v73[[2]int8{int8(ix & 1), 2}], v75, v85[[2]int8{int8(ix & 1), 2}], v88, v96, v102, v112.f)
	if v99 {
		v33.f, ok = two((int(v5[ix&1][2]) << (v29 & 63)))
		_ = ok
	} else {
		(*v93), v16 = (-(v90.f) - float64(v72[1])), (((*v18) - v14) - (v15 & 0))
	}
	v97 += cut(id(func() string { return v96 }()))
	v98[ix%2*ix%2] = cut(v98[ix%2*ix%2])
	switch cut(v94) + cut(v95) {
	case "héllo":
		v12[[2]int8{int8(ix & 1), 2}] = 1
	default:
		v15 <<= (v41 * v41) & 15
		v16 >>= 3
		v24.f, v20 = v20, v24.f
		v85[[2]int8{int8(ix & 1), 2}], v84[ix%2*ix%2] = func() float32 { return (v80 + v84[ix%2*ix%2]) }(), v84[ix%2*ix%2]
	}
	(*v38), ok = two(v36[ix&3])
	_ = ok
	show(15, v5[ix&1][2], v12[[2]int8{int8(ix & 1), 2}], v17[[2]int8{int8(ix & 1), 2}], v25[ix&1], v34[ix&1], v40, v48, v56, v65[ix&1][2], v66, v74, v83.f, v91[ix&1], v95, v103, v108)
	switch v30 & -9223372036854775808 {
	case 7:
		switch func() int { return (*v38) }() {
		case 7:
			v34[ix&1], ok = two(func() int { return max((*v38), v35[ix&1][2]) }())
			_ = ok
		case 2:
			(*v107), v59.f = id(func() bool { return v104.f }()), ((v55 % nz(v55)) - (v56 << 22))
			v41 &= (max(v44[u8&7], v43[u8&3]) ^ 0)
			v81 = ((v83.f / (v79 * v84[ix%2*ix%2])) + ((v83.f - v80) * (v82 * v81)))
		case 9223372036854775807:
			v85[[2]int8{int8(ix & 1), 2}] -= ((v82 - v80) - float32(v75))
		case -5752977222048372755:
			(*v45), v42 = v42, (*v45)
			v31, v46 = (id(v34[ix&1]) ^ v33.f), ((v48 + 59496) | 65535)
			(*v18) &^= func() int32 { return (v17[[2]int8{int8(ix & 1), 2}] | v16) }()
		default:
			v33.f, ok = two((((*v38) * 7) - 2))
			_ = ok
			v32, ok = two(((v28 + 9223372036854775807) + func() int { return v30 }()))
			_ = ok
		}
		v28, ok = two(int((v43[u8&3] << ((*v38) & 63))))
		_ = ok
	case 3:
		ix = int(uint8(min(v31, (*v38))) & 3)
		u8 = uint8(ix)
		v77.f = ((v77.f &^ 7) - ((v78[ix&1] / 7) &^ (v76 * 10390560151586967988)))
		if v21 <= (v23 - v20) {
			v19 = 2
			v63 = ^(func() uint64 { return (v63 &^ v64.f) }())
		} else {
			v36[ix&3], ok = two(((v37[str(ix)] * v36[ix&3]) % 7))
			_ = ok
			(*v45)++
		}
	case 0:
		if (v42 &^ v43[u8&3]) > 82 {
			v37[str(ix)], ok = two((((*v38) % 7) * (v31 >> 32)))
			_ = ok
			v61 = v62
		} else {
			v111, v32 = v109, (v36[ix&3] &^ v33.f)
		}
		v111 = ((v109 + complex(v86, v90.f)) - v113.f)
	case -9223372036854775808:
		v81 = 0.1
		switch +(*v45) {
		case 1:
			v22 <<= (v44[u8&7] &^ (*v45)) & 15
			v19 >>= 3
		default:
			(*v38), ok = two(id((v30 ^ v29)))
			_ = ok
		}
		v40 -= v40
	default:
		v81 = (float32((v10 - 22581)) + 2.5)
		v59.f = v55
		v109, v4 = id((v109 + v110)), (((*v7) + 3) * -128)
	}
	ix = int(uint8(id(v28)) & 3)
	u8 = uint8(ix)
	v25[ix&1] = ((int64(v10) >> (*v45)) % nz((int64(v24.f) / nz(id(v20)))))
	v37[str(ix)], ok = two(int(id(v49)))
	_ = ok
	show(19, (*v7), v11, v17[[2]int8{int8(ix & 1), 2}], v20, v35[ix&1][2], v42, v51[ix&1], v60[ix&1][2], v61, v73[[2]int8{int8(ix & 1), 2}], v74, v82, (*v93), v95, (*v107), v111)
	(*v13) <<= max(v41, v42) & 15
	v9 >>= 3
	ix = int(uint8((v32 + v34[ix&1])) & 3)
	u8 = uint8(ix)
	(*v13), (*v38) = v9, v32
	v40--
	show(23, v3, (*v13), v14, v25[ix&1], v36[ix&3], v43[u8&3], v48, v55, v64.f, v70.f, v75, v79, v89.f, v96, v99, v109)
	switch v97 {
	case "zz":
		v47, v97 = uint16((v14 - v14)), sub((cut(v95)+cut(v95)+cut(v96)+cut(v94)), v31, v28)
		v8 = ((v9 & id(v10)) % nz(^((*v13) << 52)))
		(*v18) = ((func() int32 { return (*v18) }() >> 37) + (((*v18) + 2147483647) & ((*v18) & v17[[2]int8{int8(ix & 1), 2}])))
	case "héllo":
		v84[ix%2*ix%2], v95 = (id(v84[ix%2*ix%2]) + (v81 / 2.5)), (cut(func() string { return v96 }()) + cut(v95) + cut((cut(v96) + cut(v98[ix%2*ix%2]))) + cut(id(v96)))
	case "":
		v1, v9 = (v2 * (v4 % nz(v6[u8&3]))), (int16(v77.f) >> 3)
		v71[ix&1][2]++
	default:
		v28, ok = two(v30)
		_ = ok
		v33.f, ok = two(func() int { return ((*v38) / 7) }())
		_ = ok
		v29, ok = two(func() int { return (v36[ix&3] ^ 9223372036854775807) }())
		_ = ok
	}
	v98[ix%2*ix%2] = (cut((cut((cut(v94) + cut(v96) + cut(v98[ix%2*ix%2]))) + cut((cut(v97) + cut(v95))))) + cut(sub((cut(v98[ix%2*ix%2])+cut(v98[ix%2*ix%2])+cut(v97)+cut(v98[ix%2*ix%2])), v28, (*v38))) + cut((cut((cut(v98[ix%2*ix%2]) + cut(v94) + cut(v98[ix%2*ix%2]))) + cut(string(rune(v17[[2]int8{int8(ix & 1), 2}]&0xff))) + cut((cut(v94) + cut(v96))) + cut(id(v94)))))
	v20 = 3
	if *v107 {
		v51[ix&1] -= ((v47 / 7) - id(v52[ix&1][2]))
	} else {
		v66 = ((v68 | (v72[1] * v67)) - 3)
		v78[ix&1] = 7
	}
	show(27, (*v7), v11, v17[[2]int8{int8(ix & 1), 2}], v21, v36[ix&3], v43[u8&3], v48, v56, v62, v69.f, v74, v79, v86, v97, v100, v111)
	v104.f, v42 = v99, v42
	(*v45), v68 = v40, id((v71[ix&1][2] + 2))
	v31, ok = two(v31)
	_ = ok
	v35[ix&1][2], ok = two(v36[ix&3])
	_ = ok
	show(31, v4, v10, v17[[2]int8{int8(ix & 1), 2}], v27[ix&3], v28, v40, v49, v55, v63, v66, v77.f, v85[[2]int8{int8(ix & 1), 2}], v86, v97, v100, v109)
	v109, v26[ix&1][2] = complex(((*v93)/2.5), func() float64 { return (*v93) }()), (func() int64 { return v26[ix&1][2] }() | -7483836081833761054)
	ix = int(uint8(v28) & 3)
	u8 = uint8(ix)
	v33.f = min(v37[str(ix)], v29)
	v55 = (v57 ^ func() uint32 { return (v57 >> 23) }())
	show(35, v3, v8, v16, v23, v31, v39, v47, v57, v65[ix&1][2], v73[[2]int8{int8(ix & 1), 2}], v78[ix&1], v79, v88, v96, v104.f, v110)
	ix = int(uint8(v37[str(ix)]) & 3)
	u8 = uint8(ix)
	v32, ok = two(func() int { return func() int { return v28 }() }())
	_ = ok
	if !(*v107) {
		if func() bool { return (v3 < 2) }() {
			v34[ix&1], ok = two(((v28 + v30) | ((*v38) &^ v36[ix&3])))
			_ = ok
		} else {
			v37[str(ix)], ok = two(((v35[ix&1][2] &^ v35[ix&1][2]) | 7))
			_ = ok
			v86, v104.f = -(id(v91[ix&1])), ((v86 != (*v93)) || id(v103))
			v76, v75 = v75, v76
		}
		v90.f, v86 = v86, v90.f
		v78[ix&1] = uintptr((v37[str(ix)] ^ (v32 | v29)))
	} else {
		v63++
		for _, i945107 := range []int8{1, 2} {
			_ = i945107
			v28, ok = two((max(v35[ix&1][2], v33.f) - v36[ix&3]))
			_ = ok
			v111, v60[ix&1][2] = ((v112.f * v108) - (v109 * v111)), (v55 << 33)
			v33.f, ok = two(v32)
			_ = ok
		}
		for _, i734713 := range []int8{1, 2} {
			_ = i734713
			(*v13) = int16(id((v14 + v17[[2]int8{int8(ix & 1), 2}])))
			if v100 && v102 {
				break
			}
		}
	}
	v100 = id((!(*v107) || (v2 < v1)))
	show(39, v2, v12[[2]int8{int8(ix & 1), 2}], (*v18), v25[ix&1], v35[ix&1][2], v44[u8&7], v52[ix&1][2], v57, v62, v69.f, v76, v82, v92[u8&7], v94, v105[ix&1][2], v111)
	show(-1, v1)
	show(-1, v2)
	show(-1, v3)
	show(-1, v4)
	show(-1, v5[ix&1][2])
	show(-1, v6[u8&3])
	show(-1, (*v7))
	show(-1, v8)
	show(-1, v9)
	show(-1, v10)
	show(-1, v11)
	show(-1, v12[[2]int8{int8(ix & 1), 2}])
	show(-1, (*v13))
	show(-1, v14)
	show(-1, v15)
	show(-1, v16)
	show(-1, v17[[2]int8{int8(ix & 1), 2}])
	show(-1, (*v18))
	show(-1, v19)
	show(-1, v20)
	show(-1, v21)
	show(-1, v22)
	show(-1, v23)
	show(-1, v24.f)
	show(-1, v25[ix&1])
	show(-1, v26[ix&1][2])
	show(-1, v27[ix&3])
	show(-1, v28)
	show(-1, v29)
	show(-1, v30)
	show(-1, v31)
	show(-1, v32)
	show(-1, v33.f)
	show(-1, v34[ix&1])
	show(-1, v35[ix&1][2])
	show(-1, v36[ix&3])
	show(-1, v37[str(ix)])
	show(-1, (*v38))
	show(-1, v39)
	show(-1, v40)
	show(-1, v41)
	show(-1, v42)
	show(-1, v43[u8&3])
	show(-1, v44[u8&7])
	show(-1, (*v45))
	show(-1, v46)
	show(-1, v47)
	show(-1, v48)
	show(-1, v49)
	show(-1, v50.f)
	show(-1, v51[ix&1])
	show(-1, v52[ix&1][2])
	show(-1, v53[u8&7])
	show(-1, (*v54))
	show(-1, v55)
	show(-1, v56)
	show(-1, v57)
	show(-1, v58)
	show(-1, v59.f)
	show(-1, v60[ix&1][2])
	show(-1, v61)
	show(-1, v62)
	show(-1, v63)
	show(-1, v64.f)
	show(-1, v65[ix&1][2])
	show(-1, v66)
	show(-1, v67)
	show(-1, v68)
	show(-1, v69.f)
	show(-1, v70.f)
	show(-1, v71[ix&1][2])
	show(-1, v72[1])
	show(-1, v73[[2]int8{int8(ix & 1), 2}])
	show(-1, v74)
	show(-1, v75)
	show(-1, v76)
	show(-1, v77.f)
	show(-1, v78[ix&1])
	show(-1, v79)
	show(-1, v80)
	show(-1, v81)
	show(-1, v82)
	show(-1, v83.f)
	show(-1, v84[ix%2*ix%2])
	show(-1, v85[[2]int8{int8(ix & 1), 2}])
	show(-1, v86)
	show(-1, v87)
	show(-1, v88)
	show(-1, v89.f)
	show(-1, v90.f)
	show(-1, v91[ix&1])
	show(-1, v92[u8&7])
	show(-1, (*v93))
	show(-1, v94)
	show(-1, v95)
	show(-1, v96)
	show(-1, v97)
	show(-1, v98[ix%2*ix%2])
	show(-1, v99)
	show(-1, v100)
	show(-1, v101)
	show(-1, v102)
	show(-1, v103)
	show(-1, v104.f)
	show(-1, v105[ix&1][2])
	show(-1, v106[u8&7])
	show(-1, (*v107))
	show(-1, v108)
	show(-1, v109)
	show(-1, v110)
	show(-1, v111)
	show(-1, v112.f)
	show(-1, v113.f)
}
