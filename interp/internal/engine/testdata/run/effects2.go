// Generated: the same with operands that have side effects.
package main

import "fmt"

var v9 int16 = -1
var v16 int32 = 2
var v29 int = 2
var v53 uint64 = 7
var v60 uint = 0
var v75 float32 = 1e3
var v82 float64 = 0.1
var v98 complex128 = 1

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
	var v1 int8 = 127
	_ = v1
	var v2 int8 = -109
	_ = v2
	var v3 int8 = 7
	_ = v3
	v4 := map[int]int8{}
	var v5 int16 = 32767
	_ = v5
	var v6 int16 = 24754
	_ = v6
	var v7 int16 = 2
	_ = v7
	var v8 int16 = 3
	func() { v8 = v8 }()
	var v10 [2][3]int16
	v10[1][2] = 3
	v11 := make([]int16, 4)
	v11[1] = 29255
	var v12 int32 = 3
	_ = v12
	var v13 int32 = 1
	_ = v13
	var v14 int32 = -1
	_ = v14
	var v15 int32 = 2147483647
	func() { v15 = v15 }()
	v17 := struct {
		p uint8
		f int32
		q string
	}{f: 2147483647}
	_ = v17
	v18 := &struct {
		p uint8
		f int32
	}{f: -1497343399}
	var v19 [3]int32
	v19[1] = 2147483647
	v20 := make([]int32, 4)
	v20[1] = 7
	var v21 int64 = -9223372036854775808
	_ = v21
	var v22 int64 = -1
	_ = v22
	var v23 int64 = 3441286039044871319
	_ = v23
	var v24 int64 = -9162293350757916463
	func() { v24 = v24 }()
	v25 := make([]int64, 4)
	v25[1] = -9223372036854775808
	var v26 int = -1
	_ = v26
	var v27 int = 0
	_ = v27
	var v28 int = -8015904476093375050
	_ = v28
	var v30 uint8 = 246
	_ = v30
	var v31 uint8 = 255
	_ = v31
	var v32 uint8 = 1
	_ = v32
	var v33 uint8 = 255
	func() { v33 = v33 }()
	v34 := struct {
		p uint8
		f uint8
		q string
	}{f: 2}
	_ = v34
	var v35 [2][3]uint8
	v35[1][2] = 3
	v36 := new(uint8)
	*v36 = 2
	var v37 uint16 = 0
	_ = v37
	var v38 uint16 = 2
	_ = v38
	var v39 uint16 = 5531
	_ = v39
	v40 := struct {
		p uint8
		f uint16
		q string
	}{f: 3}
	_ = v40
	var v41 [2][3]uint16
	v41[1][2] = 0
	v42 := make([]uint16, 4)
	v42[1] = 17782
	var v43 uint32 = 2204802655
	_ = v43
	var v44 uint32 = 4294967295
	_ = v44
	var v45 uint32 = 7
	_ = v45
	var v46 uint32 = 1
	func() { v46 = v46 }()
	v47 := struct {
		p uint8
		f uint32
		q string
	}{f: 1}
	_ = v47
	v48 := &struct {
		p uint8
		f uint32
	}{f: 4294967295}
	v49 := new(uint32)
	*v49 = 1337405737
	var v50 uint64 = 2
	_ = v50
	var v51 uint64 = 0
	_ = v51
	var v52 uint64 = 14968998848667455783
	_ = v52
	v54 := struct {
		p uint8
		f uint64
		q string
	}{f: 7}
	_ = v54
	v55 := &struct {
		p uint8
		f uint64
	}{f: 2}
	var v56 [2][3]uint64
	v56[1][2] = 18446744073709551615
	var v57 uint = 16587866739897807977
	_ = v57
	var v58 uint = 7
	_ = v58
	var v59 uint = 18446744073709551615
	_ = v59
	v61 := struct {
		p uint8
		f uint
		q string
	}{f: 2}
	_ = v61
	var v62 [3]uint
	v62[1] = 0
	var v63 [2][3]uint
	v63[1][2] = 3
	v64 := new(uint)
	*v64 = 0
	var v65 uintptr = 8565172821269308981
	_ = v65
	var v66 uintptr = 2
	_ = v66
	var v67 uintptr = 1
	_ = v67
	v68 := struct {
		p uint8
		f uintptr
		q string
	}{f: 18446744073709551615}
	_ = v68
	var v69 [3]uintptr
	v69[1] = 0
	v70 := make([]uintptr, 4)
	v70[1] = 2
	v71 := new(uintptr)
	*v71 = 8911470501745337717
	var v72 float32 = 3
	_ = v72
	var v73 float32 = 3
	_ = v73
	var v74 float32 = 1e3
	_ = v74
	v76 := struct {
		p uint8
		f float32
		q string
	}{f: 1e3}
	_ = v76
	var v77 [2][3]float32
	v77[1][2] = 1e3
	v78 := make([]float32, 4)
	v78[1] = 1.5
	var v79 float64 = 1e3
	_ = v79
	var v80 float64 = -2.25
	_ = v80
	var v81 float64 = 0.1
	_ = v81
	var v83 [2][3]float64
	v83[1][2] = -2.25
	v84 := new(float64)
	*v84 = 0
	var v85 string = "héllo"
	_ = v85
	var v86 string = "héllo"
	_ = v86
	var v87 string = "bc"
	_ = v87
	var v88 string = ""
	func() { v88 = v88 }()
	v89 := &struct {
		p uint8
		f string
	}{f: "zz"}
	var v90 [2][3]string
	v90[1][2] = ""
	v91 := make([]string, 4)
	v91[1] = ""
	var v92 bool = false
	_ = v92
	var v93 bool = false
	_ = v93
	var v94 bool = false
	_ = v94
	var v95 complex128 = (1 + 2i)
	_ = v95
	var v96 complex128 = 1
	_ = v96
	var v97 complex128 = (1 + 2i)
	_ = v97
	v99 := struct {
		p uint8
		f complex128
		q string
	}{f: 2i}
	_ = v99
	var v100 [2][3]complex128
	v100[1][2] = 0.5
	v101 := map[string]complex128{}
	v58 = ((eff(&v62[ix&1], (*v64)) << v57) >> v50)
	v97, v99.f = v99.f, v97
	v40.f = v39
	for i454773 := range []string{"a", "b"} {
		_ = i454773
		v68.f |= 0
		if eff(&v93, v93) {
			break
		}
	}
	show(3, v2, v6, v12, v25[1], v28, v30, v41[ix&1][2], v46, v55.f, v62[ix&1], v65, v74, v82, v85, v94, v99.f)
	v81 = (eff(&v81, v81) + (v79 * 2.5))
	v65, v80 = (eff(&v65, v65) ^ 1), float64((v34.f * 7))
	v28, ok = two(v27)
	_ = ok
	v12 = 2147483647
	show(7, v4[ix&3], v5, v14, v24, v29, v34.f, v37, (*v49), v53, (*v64), v66, v72, v79, v86, v94, v96)
	ix = int(uint8(eff(&v27, v27)) & 3)
	u8 = uint8(ix)
	for i625172 := range 3 {
		_ = i625172
		ix = int(uint8((v29 | v29)) & 3)
		u8 = uint8(ix)
		v83[ix&1][2] = func() float64 { return (eff(&v79, v81) + (v79 + v80)) }()
	}
	switch v30 * 255 {
	case 1:
		for i136293 := range []string{"a", "b"} {
			_ = i136293
			v100[ix&1][2] = (eff(&v96, (v98-v101[str(ix)])) - eff(&v100[ix&1][2], (v98+v97)))
		}
		v91[u8&3], v4[ix&3] = (cut(v90[ix&1][2]) + cut((cut(v89.f) + cut(v91[u8&3]) + cut(v90[ix&1][2]))) + cut((cut(v88) + cut(v90[ix&1][2]) + cut(v89.f) + cut(v91[u8&3]))) + cut(v88)), id((v4[ix&3] &^ v1))
		v95, v30 = eff(&v96, (v97*v95)), v30
	default:
		v21 <<= eff(&v31, v30) & 15
		v22 >>= 3
		v2 &^= ((v2 &^ v1) ^ (v3 + 3))
	}
	ix = int(uint8((v29 &^ 2706927463977404026)) & 3)
	u8 = uint8(ix)
	show(11, v2, v11[ix&3], v20[1], v25[1], v29, v30, v37, (*v49), v55.f, v59, v67, v73, (*v84), v85, v92, v99.f)
	v29, ok = two(min((v26 & v29), v26))
	_ = ok
	v4[ix&3] ^= +(int8(v52))
	v28, ok = two((func() int { return v28 }() % 7))
	_ = ok
	switch v31 & 7 {
	case 1:
		for _, i722263 := range []int8{1, 2} {
			_ = i722263
			v85 = (cut(eff(&v86, func() string { return v90[ix&1][2] }())) + cut(string(rune((v15&1)&0xff))) + cut(eff(&v90[ix&1][2], v90[ix&1][2])))
			if v92 {
				break
			}
		}
	case 7:
		v1 = (func() int8 { return (v2 + v3) }() << eff(&v53, v55.f))
		(*v71) <<= eff(&v35[ix&1][2], v31) & 15
		v70[ix%2*ix%2] >>= 3
	case 183:
		if func() int { return v27 }() < (v26 % nz(v29)) {
			v7 = ((eff(&v7, v5) * v7) + eff(&v7, (v9&7)))
		} else {
			v74 = id(float32(v60))
			v92, v67 = eff(&v93, v93), eff(&v70[ix%2*ix%2], (v67-v68.f))
		}
		for _, i902370 := range []int8{1, 2} {
			_ = i902370
			v27 = ((eff(&v28, v28) - (v27 ^ v28)) & (eff(&v29, v29) ^ ^(v26)))
			(*v84) = eff(&v83[ix&1][2], eff(&v82, v83[ix&1][2]))
		}
	case 255:
		v27, ok = two((eff(&v28, v28) << v31))
		_ = ok
		v46 = (func() uint32 { return eff(&v46, v46) }() & 4294967295)
		v65 -= ((v69[ix&1] & v69[ix&1]) & 18446744073709551615)
	case 3:
		v75 = -(eff(&v76.f, float32(v40.f)))
	case 0:
		v39 = ((eff(&v40.f, v41[ix&1][2]) * min(v42[ix&3], v42[ix&3])) / 7)
		v55.f = eff(&v55.f, eff(&v52, (v54.f&^v54.f)))
	default:
		v27, ok = two(func() int { return (v26 >> v52) }())
		_ = ok
		v2 |= (min(v3, v1) * (v1 ^ 3))
	}
	show(15, v2, v5, v15, v24, v28, v30, v37, v44, v51, v59, v68.f, v74, v83[ix&1][2], v86, v94, v101[str(ix)])
	v60 = 7
	v80 *= id((v82 * v79))
	v27 = -1
	v28 &= eff(&v26, v26)
	show(19, v1, v11[ix&3], v14, v23, v29, v33, v39, v43, v50, v62[ix&1], v65, v75, v81, v90[ix&1][2], v92, v99.f)
	v79, v30 = eff(&(*v84), v82), ((v33 / nz((*v36))) >> v33)
	v87 = string(rune(id(v16) & 0xff))
	for i490020 := 0; i490020 < 3; i490020++ {
		_ = i490020
		if eff(&v92, (v5 > v11[ix&3])) {
			v26, ok = two(((v27 &^ v29) - (v27 << v58)))
			_ = ok
			v28, ok = two(v28)
			_ = ok
			v6 &= (id(v10[ix&1][2]) &^ (v9 | v10[ix&1][2]))
		} else {
			v28, ok = two((eff(&v27, v28) & id(v27)))
			_ = ok
		}
	}
	(*v84) = ((eff(&v81, v80) / (*v84)) - ((v81 - v81) + eff(&v83[ix&1][2], v81)))
	show(23, v1, v9, v13, v25[1], v27, v35[ix&1][2], v40.f, v45, v52, v60, v70[ix%2*ix%2], v76.f, v80, v91[u8&3], v92, v96)
	if eff(&v93, v93) || (v92 || v92) {
		v23 = -9223372036854775808
		v62[ix&1] = eff(&v59, (eff(&v57, v57) &^ (v59 - (*v64))))
	} else {
		v61.f *= ((v61.f * 7) ^ (v60 | v61.f))
		for i338661 := range 3 {
			_ = i338661
			v26, ok = two(eff(&v28, (v27 | v29)))
			_ = ok
		}
	}
	v86 = "héllo"
	v91[u8&3], v89.f = v89.f, v91[u8&3]
	switch min(v28, v27) {
	case 9223372036854775807:
		v55.f = 18446744073709551615
		v2 = v3
		v83[ix&1][2] *= v81
	case 7:
		v6 = 0
	case 3:
		v101[str(ix)] = v95
	case -1:
		v26++
		v62[ix&1] = v62[ix&1]
		v61.f -= 18446744073709551615
	default:
		v2 = (eff(&v2, (v4[ix&3]-2)) | -128)
		v1 = 0
		v26, ok = two(eff(&v27, (v27 &^ v27)))
		_ = ok
	}
	show(27, v4[ix&3], v7, v12, v22, v28, v32, v38, v44, v54.f, (*v64), v67, v73, v83[ix&1][2], v85, v93, v101[str(ix)])
	v29, ok = two(eff(&v27, func() int { return v26 }()))
	_ = ok
	v44 = 1
	v76.f = 1
	v83[ix&1][2] *= v80
	show(31, v3, v5, v13, v22, v26, v32, v41[ix&1][2], v43, v52, v58, v69[ix&1], v77[ix&1][2], v83[ix&1][2], v88, v94, v97)
	switch v87 {
	case "bc":
		v4[ix&3] = 127
	case "zz":
		v9, v22 = (eff(&v8, v8) + 2), (func() int64 { return v22 }() & (v23 & v25[1]))
	default:
		v27, ok = two(max(func() int { return v28 }(), eff(&v29, v27)))
		_ = ok
		v27, ok = two(eff(&v27, (v29 >> v63[ix&1][2])))
		_ = ok
		v30 = (eff(&v33, (v31&v30)) + uint8((v6 | v8)))
	}
	if eff(&v94, (v93 || v92)) {
		v44 = eff(&v44, v43)
		v94 = ((any((v1 - -119)) == any((v1 % nz(v3)))) || eff(&v93, eff(&v93, v94)))
	} else {
		for i789039 := range 3 {
			_ = i789039
			v17.f, v65 = ((v19[ix&1] ^ 2) % 3), max(func() uintptr { return v70[ix%2*ix%2] }(), (v66+10146280864808891569))
			v41[ix&1][2] = 0
			v83[ix&1][2], v81 = v81, v83[ix&1][2]
		}
	}
	v68.f &^= 7
	v94, v75 = v92, v78[ix%2*ix%2]
	show(35, v3, v11[ix&3], v16, v23, v29, v34.f, v39, v47.f, v55.f, v63[ix&1][2], v70[ix%2*ix%2], v73, v82, v86, v93, v96)
	v41[ix&1][2] = (eff(&v37, eff(&v37, v41[ix&1][2])) - ((v39 / nz(v38)) - 3))
	for i705636 := range []string{"a", "b"} {
		_ = i705636
		v9, v5 = v5, v9
		v21 -= id(v25[1])
		v96, (*v36) = v96, (v33 & 255)
		if v93 && v94 {
			break
		}
	}
	v39 ^= 0
	v55.f = 0
	show(39, v2, v7, v20[1], v25[1], v28, (*v36), v42[ix&3], v48.f, v51, v58, (*v71), v78[ix%2*ix%2], v83[ix&1][2], v86, v92, v99.f)
	show(-1, v1)
	show(-1, v2)
	show(-1, v3)
	show(-1, v4[ix&3])
	show(-1, v5)
	show(-1, v6)
	show(-1, v7)
	show(-1, v8)
	show(-1, v9)
	show(-1, v10[ix&1][2])
	show(-1, v11[ix&3])
	show(-1, v12)
	show(-1, v13)
	show(-1, v14)
	show(-1, v15)
	show(-1, v16)
	show(-1, v17.f)
	show(-1, v18.f)
	show(-1, v19[ix&1])
	show(-1, v20[1])
	show(-1, v21)
	show(-1, v22)
	show(-1, v23)
	show(-1, v24)
	show(-1, v25[1])
	show(-1, v26)
	show(-1, v27)
	show(-1, v28)
	show(-1, v29)
	show(-1, v30)
	show(-1, v31)
	show(-1, v32)
	show(-1, v33)
	show(-1, v34.f)
	show(-1, v35[ix&1][2])
	show(-1, (*v36))
	show(-1, v37)
	show(-1, v38)
	show(-1, v39)
	show(-1, v40.f)
	show(-1, v41[ix&1][2])
	show(-1, v42[ix&3])
	show(-1, v43)
	show(-1, v44)
	show(-1, v45)
	show(-1, v46)
	show(-1, v47.f)
	show(-1, v48.f)
	show(-1, (*v49))
	show(-1, v50)
	show(-1, v51)
	show(-1, v52)
	show(-1, v53)
	show(-1, v54.f)
	show(-1, v55.f)
	show(-1, v56[ix&1][2])
	show(-1, v57)
	show(-1, v58)
	show(-1, v59)
	show(-1, v60)
	show(-1, v61.f)
	show(-1, v62[ix&1])
	show(-1, v63[ix&1][2])
	show(-1, (*v64))
	show(-1, v65)
	show(-1, v66)
	show(-1, v67)
	show(-1, v68.f)
	show(-1, v69[ix&1])
	show(-1, v70[ix%2*ix%2])
	show(-1, (*v71))
	show(-1, v72)
	show(-1, v73)
	show(-1, v74)
	show(-1, v75)
	show(-1, v76.f)
	show(-1, v77[ix&1][2])
	show(-1, v78[ix%2*ix%2])
	show(-1, v79)
	show(-1, v80)
	show(-1, v81)
	show(-1, v82)
	show(-1, v83[ix&1][2])
	show(-1, (*v84))
	show(-1, v85)
	show(-1, v86)
	show(-1, v87)
	show(-1, v88)
	show(-1, v89.f)
	show(-1, v90[ix&1][2])
	show(-1, v91[u8&3])
	show(-1, v92)
	show(-1, v93)
	show(-1, v94)
	show(-1, v95)
	show(-1, v96)
	show(-1, v97)
	show(-1, v98)
	show(-1, v99.f)
	show(-1, v100[ix&1][2])
	show(-1, v101[str(ix)])
}
