// Generated: statements over operands of every type and storage.
package main

import "fmt"

var v19 int32 = 0
var v35 int = -1
var v42 uint8 = 2
var v61 uint32 = 1
var v68 uint64 = 7
var v91 float32 = 0
var v104 string = "bc"
var v111 bool = false

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
	var v1 int8 = -1
	_ = v1
	var v2 int8 = 127
	_ = v2
	var v3 int8 = 1
	_ = v3
	v4 := struct {
		p uint8
		f int8
		q string
	}{f: 127}
	_ = v4
	v5 := &struct {
		p uint8
		f int8
	}{f: 1}
	var v6 [2][3]int8
	v6[1][2] = -128
	v7 := make([]int8, 4)
	v7[1] = 3
	var v8 int16 = -32768
	_ = v8
	var v9 int16 = 3
	_ = v9
	var v10 int16 = 0
	_ = v10
	var v11 int16 = 2
	func() { v11 = v11 }()
	v12 := &struct {
		p uint8
		f int16
	}{f: -32768}
	var v13 [2][3]int16
	v13[1][2] = -1
	v14 := make([]int16, 4)
	v14[1] = -32768
	v15 := new(int16)
	*v15 = -952
	var v16 int32 = -2147483648
	_ = v16
	var v17 int32 = 1
	_ = v17
	var v18 int32 = 2
	_ = v18
	v20 := struct {
		p uint8
		f int32
		q string
	}{f: 2}
	_ = v20
	v21 := &struct {
		p uint8
		f int32
	}{f: 207612152}
	v22 := new(int32)
	*v22 = -2147483648
	var v23 int64 = 0
	_ = v23
	var v24 int64 = 2
	_ = v24
	var v25 int64 = -9223372036854775808
	_ = v25
	v26 := struct {
		p uint8
		f int64
		q string
	}{f: -1}
	_ = v26
	v27 := &struct {
		p uint8
		f int64
	}{f: 1}
	var v28 [3]int64
	v28[1] = -1
	v29 := make([]int64, 4)
	v29[1] = -1
	v30 := map[string]int64{}
	v31 := new(int64)
	*v31 = 8794269037687666154
	var v32 int = -5065955204473268760
	_ = v32
	var v33 int = 9223372036854775807
	_ = v33
	var v34 int = 3
	_ = v34
	v36 := struct {
		p uint8
		f int
		q string
	}{f: -9223372036854775808}
	_ = v36
	var v37 [3]int
	v37[1] = 2
	var v38 uint8 = 2
	_ = v38
	var v39 uint8 = 7
	_ = v39
	var v40 uint8 = 53
	_ = v40
	var v41 uint8 = 0
	func() { v41 = v41 }()
	v43 := struct {
		p uint8
		f uint8
		q string
	}{f: 255}
	_ = v43
	v44 := &struct {
		p uint8
		f uint8
	}{f: 2}
	var v45 [3]uint8
	v45[1] = 136
	var v46 [2][3]uint8
	v46[1][2] = 7
	v47 := make([]uint8, 4)
	v47[1] = 255
	v48 := map[int]uint8{}
	v49 := new(uint8)
	*v49 = 1
	var v50 uint16 = 2
	_ = v50
	var v51 uint16 = 2
	_ = v51
	var v52 uint16 = 2
	_ = v52
	var v53 uint16 = 1
	func() { v53 = v53 }()
	v54 := &struct {
		p uint8
		f uint16
	}{f: 0}
	var v55 [3]uint16
	v55[1] = 65535
	var v56 [2][3]uint16
	v56[1][2] = 7
	v57 := new(uint16)
	*v57 = 7
	var v58 uint32 = 2
	_ = v58
	var v59 uint32 = 3
	_ = v59
	var v60 uint32 = 7
	_ = v60
	var v62 [3]uint32
	v62[1] = 1936637777
	var v63 [2][3]uint32
	v63[1][2] = 3
	var v64 uint64 = 0
	_ = v64
	var v65 uint64 = 0
	_ = v65
	var v66 uint64 = 3
	_ = v66
	var v67 uint64 = 2
	func() { v67 = v67 }()
	v69 := struct {
		p uint8
		f uint64
		q string
	}{f: 0}
	_ = v69
	var v70 [3]uint64
	v70[1] = 8262338009137374560
	v71 := make([]uint64, 4)
	v71[1] = 1
	var v72 uint = 7
	_ = v72
	var v73 uint = 1
	_ = v73
	var v74 uint = 0
	_ = v74
	var v75 uint = 3
	func() { v75 = v75 }()
	v76 := struct {
		p uint8
		f uint
		q string
	}{f: 1}
	_ = v76
	v77 := make([]uint, 4)
	v77[1] = 18446744073709551615
	var v78 uintptr = 3
	_ = v78
	var v79 uintptr = 18446744073709551615
	_ = v79
	var v80 uintptr = 7
	_ = v80
	var v81 uintptr = 3
	func() { v81 = v81 }()
	v82 := struct {
		p uint8
		f uintptr
		q string
	}{f: 7}
	_ = v82
	v83 := &struct {
		p uint8
		f uintptr
	}{f: 1}
	var v84 [3]uintptr
	v84[1] = 7
	var v85 [2][3]uintptr
	v85[1][2] = 3
	v86 := make([]uintptr, 4)
	v86[1] = 1
	var v87 float32 = -2.25
	_ = v87
	var v88 float32 = 1e3
	_ = v88
	var v89 float32 = 0.1
	_ = v89
	var v90 float32 = 0.1
	func() { v90 = v90 }()
	var v92 [3]float32
	v92[1] = 1e3
	v93 := map[uint8]float32{}
	var v94 float64 = 0.1
	_ = v94
	var v95 float64 = -2.25
	_ = v95
	var v96 float64 = 3
	_ = v96
	var v97 float64 = 1e3
	func() { v97 = v97 }()
	v98 := &struct {
		p uint8
		f float64
	}{f: 1.5}
	var v99 [3]float64
	v99[1] = 1e3
	v100 := new(float64)
	*v100 = 0.1
	var v101 string = "zz"
	_ = v101
	var v102 string = "zz"
	_ = v102
	var v103 string = ""
	_ = v103
	v105 := &struct {
		p uint8
		f string
	}{f: ""}
	var v106 [2][3]string
	v106[1][2] = "zz"
	var v107 bool = true
	_ = v107
	var v108 bool = false
	_ = v108
	var v109 bool = false
	_ = v109
	var v110 bool = false
	func() { v110 = v110 }()
	v112 := &struct {
		p uint8
		f bool
	}{f: false}
	v113 := make([]bool, 4)
	v113[1] = false
	var v114 complex128 = 1
	_ = v114
	var v115 complex128 = 2i
	_ = v115
	var v116 complex128 = 2i
	_ = v116
	var v117 complex128 = 2i
	func() { v117 = v117 }()
	v118 := struct {
		p uint8
		f complex128
		q string
	}{f: (1 + 2i)}
	_ = v118
	var v119 [3]complex128
	v119[1] = 2i
	v96, v51 = ((v99[ix&1] - (*v100)) * float64(v45[ix&1])), ((v50 >> 25) | +(v54.f))
	v111, v112.f = v112.f, v111
	v92[ix&1], v4.f = -(v92[ix&1] + v92[ix&1]), ((v4.f % 3) + 7)
	for _, i159456 := range []int8{1, 2} {
		_ = i159456
		v109, v9 = (v45[ix&1] < 82), v12.f
		v53, v55[ix&1] = func() uint16 { return v55[ix&1] }(), (id(v54.f) + (v54.f & v53))
		if v84[ix&1] > v81 {
			break
		}
	}
	show(3, v7[ix%2*ix%2], v12.f, v17, v24, v37[ix&1], (*v49), v52, v62[ix&1], v71[u8&3], v76.f, v80, v91, v96, v104, v111, v115)
	v37[ix&1] = func() int { return ((v34 + v33) - 3) }()
	v119[ix&1], v118.f = v118.f, v119[ix&1]
	if !(v112.f) {
		v95 = (id((v95 / 2.5)) * v95)
	} else {
		v7[ix%2*ix%2] = int8(((v33 + v36.f) &^ v35))
	}
	v72, v5.f = v73, v3
	show(7, v7[ix%2*ix%2], v9, v19, v24, v33, v38, (*v57), v63[ix&1][2], v66, v77[u8&3], v82.f, v92[ix&1], (*v100), v102, v112.f, v117)
	v67 *= 3
	v14[ix%2*ix%2], v91 = id((v12.f ^ v9)), func() float32 { return (v93[u8&7] / 2.5) }()
	(*v22) = (v20.f * 705476341)
	if v111 {
		v79 = 7087906956581861415
		v34 = int(v33)
	} else {
		v83.f <<= (v40 | v46[ix&1][2]) & 15
		v86[u8&3] >>= 3
		v77[u8&3]++
		v98.f = -2.25
	}
	show(11, v3, v10, v20.f, v24, v32, v42, v55[ix&1], v61, v68, v74, v83.f, v89, v96, v106[ix&1][2], v112.f, v118.f)
	v25--
	switch v42 | (*v49) {
	case 3:
		v90 *= -(v92[ix&1] - v88)
		if any((v6[ix&1][2] << v77[u8&3])) == any((v7[ix%2*ix%2] | v2)) {
			v61, v106[ix&1][2] = -(v61 >> 9), (cut((cut(v103) + cut(v106[ix&1][2]) + cut(v101))) + cut((cut(v105.f) + cut(v105.f) + cut(v104) + cut(v105.f))) + cut(sub(v103, v35, v36.f)) + cut(string(rune(v16&0xff))))
		} else {
			ix = int(uint8((v37[ix&1] ^ 0)) & 3)
			u8 = uint8(ix)
			v113[ix&3], v69.f = !(v96 <= v95), ((v68 & v70[ix&1]) - 8961319653506415195)
		}
	case 2:
		switch cut(v102) + cut(v101) {
		case "":
			v39, v4.f = min((v39^v48[ix&3]), max((*v49), v41)), (v4.f & 126)
			v114 = 2i
		case "a":
			v104, v77[u8&3] = (cut(sub(v101, v37[ix&1], v37[ix&1])) + cut(func() string { return v104 }())), func() uint { return (v77[u8&3] | 1) }()
		default:
			v10 <<= (v42 & v47[1]) & 15
			(*v15) >>= 3
			v47[1] = (((v41 &^ 3) * 1) & id(uint8(v6[ix&1][2])))
		}
		v54.f = v50
	case 255:
		if v108 {
			v82.f, v86[u8&3] = v86[u8&3], v82.f
			v28[ix&1] *= 1
		} else {
			v34, ok = two(id((v35 + v37[ix&1])))
			_ = ok
			v82.f = 18446744073709551615
			v36.f, ok = two(((v36.f % nz(v35)) + v36.f))
			_ = ok
		}
		v59 = func() uint32 { return v62[ix&1] }()
	case 7:
		switch v46[ix&1][2] / 3 {
		case 206:
			(*v57) = (id((v52 & 7)) * ((v56[ix&1][2] + v55[ix&1]) % nz((v55[ix&1] | v55[ix&1]))))
			v36.f, ok = two(id((v32 - v37[ix&1])))
			_ = ok
			v14[ix%2*ix%2] = (((v11 >> 22) / nz(((*v15) - v11))) >> ((v36.f / 7) & 63))
		case 53:
			v66 &^= 18446744073709551615
			v17 = (func() int32 { return id((*v22)) }() &^ 2147483647)
			v63[ix&1][2] |= v59
		default:
			v34, ok = two((min(v32, v35) | 9223372036854775807))
			_ = ok
			v14[ix%2*ix%2] = 32767
		}
		v58 = 3
	default:
		ix = int(uint8(max(v37[ix&1], v36.f)) & 3)
		u8 = uint8(ix)
		v37[ix&1], ok = two(((v34 - v36.f) - -1))
		_ = ok
	}
	v71[u8&3] = 0
	if id(v110) || (v8 < v10) {
		(*v22), v61 = v17, max((v60*v62[ix&1]), (v62[ix&1]&v61))
		v8 = func() int16 { return min(v14[ix%2*ix%2], (v14[ix%2*ix%2] - -4958)) }()
		v37[ix&1], v64 = int((v72 | v76.f)), uint64((v37[ix&1] * v36.f))
	} else {
		v11 &= int16((v44.f ^ v40))
	}
	show(15, v5.f, v11, (*v22), (*v31), v35, v46[ix&1][2], v55[ix&1], v59, v67, v74, v79, v89, v94, v104, v107, v118.f)
	v34 = ((int(v82.f) & +(v35)) &^ -9223372036854775808)
	for i69066 := range []string{"a", "b"} {
		_ = i69066
		v5.f |= 1
		switch id(v40) {
		case 17:
			v86[u8&3] = (((v84[ix&1] &^ v79) + 0) * 0)
			v114 = func() complex128 { return complex((v96 - (*v100)), (v99[ix&1] - 2.5)) }()
			v102 = id(v102)
		case 7:
			v71[u8&3]++
			v35, ok = two(max(id(v32), v35))
			_ = ok
			v64 = 7
		case 3:
			v53 = id((v52 ^ 7))
		case 255:
			v90, v1 = ((v93[u8&7] * v88) / 2.5), (int8(v76.f) | (v3 % nz(v7[ix%2*ix%2])))
			v5.f = (id((v6[ix&1][2] / nz(v4.f))) * ((v3 + v7[ix%2*ix%2]) | 7))
		case 2:
			(*v22), v37[ix&1] = func() int32 { return (v21.f + (*v22)) }(), (func() int { return v36.f }() * int(v26.f))
		case 1:
			v63[ix&1][2] = 3
			v37[ix&1] = int(((v3 - v7[ix%2*ix%2]) % nz(func() int8 { return v5.f }())))
			ix = int(uint8(v33) & 3)
			u8 = uint8(ix)
		default:
			ix = int(uint8((v33 << v46[ix&1][2])) & 3)
			u8 = uint8(ix)
			v33, ok = two(v32)
			_ = ok
			v1 += 7
		}
	}
	v53, v116 = func() uint16 { return (v56[ix&1][2] - (*v57)) }(), v116
	v2 |= v2
	show(19, v2, v11, v17, v27.f, v32, v38, v55[ix&1], v63[ix&1][2], v66, v72, v85[ix&1][2], v88, v95, v101, v112.f, v116)
	v36.f, ok = two(v33)
	_ = ok
	if v108 {
		ix = int(uint8(v37[ix&1]) & 3)
		u8 = uint8(ix)
	} else {
		switch cut(v104) + cut(v104) + cut(v102) + cut(v104) {
		case "a":
			v33, ok = two(v35)
			_ = ok
			v34, ok = two(((v34 & 2) & (v34 + -1)))
			_ = ok
		case "":
			v102 = string(rune((v17 % 3) & 0xff))
			v94 = float64(id(id(v96)))
		case "bc":
			v93[u8&7] += id(func() float32 { return v88 }())
			v33 = (v36.f - ((v36.f &^ v34) &^ 3))
			v33 = v35
		default:
			v87 = float32(((v8 ^ -32768) / nz((v12.f ^ v9))))
			v18 = 0
		}
	}
	v33, ok = two(func() int { return (v35 * v37[ix&1]) }())
	_ = ok
	v29[ix%2*ix%2] = ((func() int64 { return v25 }() | 7) &^ int64((v53 & 0)))
	show(23, v6[ix&1][2], v9, v16, (*v31), v36.f, v45[ix&1], (*v57), v63[ix&1][2], v69.f, v76.f, v80, v91, v99[ix&1], v104, v110, v114)
	v111, v47[1] = !((*v31) > v28[ix&1]), id(v38)
	v33, ok = two((id(v32) | id(v35)))
	_ = ok
	v34, ok = two(func() int { return (v37[ix&1] - v36.f) }())
	_ = ok
	v110, v111 = v111, v110
	show(27, v5.f, v12.f, v17, (*v31), v36.f, v46[ix&1][2], v54.f, v62[ix&1], v67, v74, v80, v92[ix&1], v94, v103, v107, v117)
	v45[ix&1] |= ((*v49) - 1)
	v45[ix&1] &= ((v40 * v38) | (v43.f | v39))
	v110, v71[u8&3] = (((*v57) | v55[ix&1]) <= id(v53)), (id(v70[ix&1]) / nz((v70[ix&1] ^ 0)))
	v35 = 7
	show(31, v7[ix%2*ix%2], (*v15), v21.f, (*v31), v37[ix&1], v43.f, v55[ix&1], v62[ix&1], v71[u8&3], v74, v85[ix&1][2], v92[ix&1], v97, v105.f, v108, v115)
	v53 = 7
	ix = int(uint8((v36.f * v33)) & 3)
	u8 = uint8(ix)
	if float32(v3) == float32(v28[ix&1]) {
		v72 = ((max(v75, v77[u8&3]) &^ (v73 - v73)) & 3)
		v83.f = v80
	} else {
		v118.f = ((v116 * v119[ix&1]) - (v117 + (v114 * v114)))
	}
	v51 = (func() uint16 { return (v56[ix&1][2] % 7) }() << (v47[1] & v48[ix&3]))
	show(35, v6[ix&1][2], v14[ix%2*ix%2], v19, v30[str(ix)], v36.f, v39, v50, v59, v64, v72, v84[ix&1], v93[u8&7], (*v100), v103, v110, v115)
	for _, i949765 := range []int8{1, 2} {
		_ = i949765
		v10, v112.f = (int16(v24) + v8), ((v5.f + v5.f) == -128)
		v36.f, ok = two(int(((*v49) | v39)))
		_ = ok
	}
	v16 = (((v16 + 2147483647) & 2147483647) * v20.f)
	v110 = true
	(*v100) = -((v95 / 2.5) + 2.5)
	show(39, v3, v12.f, (*v22), (*v31), v34, v40, v51, v62[ix&1], v66, v75, v78, v90, v97, v106[ix&1][2], v111, v116)
	show(-1, v1)
	show(-1, v2)
	show(-1, v3)
	show(-1, v4.f)
	show(-1, v5.f)
	show(-1, v6[ix&1][2])
	show(-1, v7[ix%2*ix%2])
	show(-1, v8)
	show(-1, v9)
	show(-1, v10)
	show(-1, v11)
	show(-1, v12.f)
	show(-1, v13[ix&1][2])
	show(-1, v14[ix%2*ix%2])
	show(-1, (*v15))
	show(-1, v16)
	show(-1, v17)
	show(-1, v18)
	show(-1, v19)
	show(-1, v20.f)
	show(-1, v21.f)
	show(-1, (*v22))
	show(-1, v23)
	show(-1, v24)
	show(-1, v25)
	show(-1, v26.f)
	show(-1, v27.f)
	show(-1, v28[ix&1])
	show(-1, v29[ix%2*ix%2])
	show(-1, v30[str(ix)])
	show(-1, (*v31))
	show(-1, v32)
	show(-1, v33)
	show(-1, v34)
	show(-1, v35)
	show(-1, v36.f)
	show(-1, v37[ix&1])
	show(-1, v38)
	show(-1, v39)
	show(-1, v40)
	show(-1, v41)
	show(-1, v42)
	show(-1, v43.f)
	show(-1, v44.f)
	show(-1, v45[ix&1])
	show(-1, v46[ix&1][2])
	show(-1, v47[1])
	show(-1, v48[ix&3])
	show(-1, (*v49))
	show(-1, v50)
	show(-1, v51)
	show(-1, v52)
	show(-1, v53)
	show(-1, v54.f)
	show(-1, v55[ix&1])
	show(-1, v56[ix&1][2])
	show(-1, (*v57))
	show(-1, v58)
	show(-1, v59)
	show(-1, v60)
	show(-1, v61)
	show(-1, v62[ix&1])
	show(-1, v63[ix&1][2])
	show(-1, v64)
	show(-1, v65)
	show(-1, v66)
	show(-1, v67)
	show(-1, v68)
	show(-1, v69.f)
	show(-1, v70[ix&1])
	show(-1, v71[u8&3])
	show(-1, v72)
	show(-1, v73)
	show(-1, v74)
	show(-1, v75)
	show(-1, v76.f)
	show(-1, v77[u8&3])
	show(-1, v78)
	show(-1, v79)
	show(-1, v80)
	show(-1, v81)
	show(-1, v82.f)
	show(-1, v83.f)
	show(-1, v84[ix&1])
	show(-1, v85[ix&1][2])
	show(-1, v86[u8&3])
	show(-1, v87)
	show(-1, v88)
	show(-1, v89)
	show(-1, v90)
	show(-1, v91)
	show(-1, v92[ix&1])
	show(-1, v93[u8&7])
	show(-1, v94)
	show(-1, v95)
	show(-1, v96)
	show(-1, v97)
	show(-1, v98.f)
	show(-1, v99[ix&1])
	show(-1, (*v100))
	show(-1, v101)
	show(-1, v102)
	show(-1, v103)
	show(-1, v104)
	show(-1, v105.f)
	show(-1, v106[ix&1][2])
	show(-1, v107)
	show(-1, v108)
	show(-1, v109)
	show(-1, v110)
	show(-1, v111)
	show(-1, v112.f)
	show(-1, v113[ix&3])
	show(-1, v114)
	show(-1, v115)
	show(-1, v116)
	show(-1, v117)
	show(-1, v118.f)
	show(-1, v119[ix&1])
}
