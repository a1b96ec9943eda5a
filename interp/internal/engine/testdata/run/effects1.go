// Generated: the same with operands that have side effects.
package main

import "fmt"

var v4 int8 = -128
var v9 int16 = 7
var v29 int = 7
var v36 uint8 = 2
var v43 uint16 = 7
var v74 float32 = -2.25
var v99 bool = false

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
	var v1 int8 = -128
	_ = v1
	var v2 int8 = -1
	_ = v2
	var v3 int8 = -128
	_ = v3
	var v5 [2][3]int8
	v5[1][2] = -1
	var v6 int16 = 0
	_ = v6
	var v7 int16 = 1
	_ = v7
	var v8 int16 = 3
	_ = v8
	v10 := struct {
		p uint8
		f int16
		q string
	}{f: 2}
	_ = v10
	v11 := &struct {
		p uint8
		f int16
	}{f: 32767}
	var v12 int32 = -1
	_ = v12
	var v13 int32 = -1
	_ = v13
	var v14 int32 = -1
	_ = v14
	v15 := struct {
		p uint8
		f int32
		q string
	}{f: 3}
	_ = v15
	v16 := &struct {
		p uint8
		f int32
	}{f: 1}
	var v17 [2][3]int32
	v17[1][2] = -1
	v18 := new(int32)
	*v18 = -2147483648
	var v19 int64 = 7
	_ = v19
	var v20 int64 = 7
	_ = v20
	var v21 int64 = 8995581633190409141
	_ = v21
	var v22 [3]int64
	v22[1] = 7705027489736083734
	v23 := make([]int64, 4)
	v23[1] = -9223372036854775808
	v24 := map[uint8]int64{}
	var v25 int = 1
	_ = v25
	var v26 int = -1
	_ = v26
	var v27 int = 0
	_ = v27
	var v28 int = 7
	func() { v28 = v28 }()
	v30 := struct {
		p uint8
		f int
		q string
	}{f: 3}
	_ = v30
	v31 := map[[2]int8]int{}
	v32 := new(int)
	*v32 = 1240955563596776108
	var v33 uint8 = 2
	_ = v33
	var v34 uint8 = 0
	_ = v34
	var v35 uint8 = 7
	_ = v35
	v37 := &struct {
		p uint8
		f uint8
	}{f: 7}
	v38 := map[uint8]uint8{}
	var v39 uint16 = 0
	_ = v39
	var v40 uint16 = 6681
	_ = v40
	var v41 uint16 = 7
	_ = v41
	var v42 uint16 = 1
	func() { v42 = v42 }()
	var v44 [3]uint16
	v44[1] = 65535
	var v45 [2][3]uint16
	v45[1][2] = 1
	v46 := make([]uint16, 4)
	v46[1] = 2
	v47 := map[string]uint16{}
	v48 := new(uint16)
	*v48 = 38287
	var v49 uint32 = 0
	_ = v49
	var v50 uint32 = 2
	_ = v50
	var v51 uint32 = 0
	_ = v51
	var v52 uint32 = 2
	func() { v52 = v52 }()
	v53 := struct {
		p uint8
		f uint32
		q string
	}{f: 1}
	_ = v53
	var v54 uint64 = 3
	_ = v54
	var v55 uint64 = 7
	_ = v55
	var v56 uint64 = 2
	_ = v56
	v57 := struct {
		p uint8
		f uint64
		q string
	}{f: 0}
	_ = v57
	var v58 uint = 2
	_ = v58
	var v59 uint = 1
	_ = v59
	var v60 uint = 1
	_ = v60
	v61 := &struct {
		p uint8
		f uint
	}{f: 0}
	var v62 [3]uint
	v62[1] = 18446744073709551615
	v63 := make([]uint, 4)
	v63[1] = 1
	var v64 uintptr = 7
	_ = v64
	var v65 uintptr = 7
	_ = v65
	var v66 uintptr = 632964740048033085
	_ = v66
	v67 := struct {
		p uint8
		f uintptr
		q string
	}{f: 2}
	_ = v67
	v68 := &struct {
		p uint8
		f uintptr
	}{f: 0}
	var v69 [2][3]uintptr
	v69[1][2] = 18446744073709551615
	var v70 float32 = 1e3
	_ = v70
	var v71 float32 = 0
	_ = v71
	var v72 float32 = -2.25
	_ = v72
	var v73 float32 = -2.25
	func() { v73 = v73 }()
	v75 := &struct {
		p uint8
		f float32
	}{f: 1e3}
	var v76 [3]float32
	v76[1] = 0.1
	v77 := make([]float32, 4)
	v77[1] = 1.5
	v78 := map[[2]int8]float32{}
	var v79 float64 = 0.1
	_ = v79
	var v80 float64 = 1e3
	_ = v80
	var v81 float64 = -2.25
	_ = v81
	var v82 float64 = 0.1
	func() { v82 = v82 }()
	v83 := &struct {
		p uint8
		f float64
	}{f: 0.1}
	var v84 [3]float64
	v84[1] = 0
	var v85 [2][3]float64
	v85[1][2] = 1e3
	v86 := make([]float64, 4)
	v86[1] = 1e3
	v87 := new(float64)
	*v87 = 3
	var v88 string = ""
	_ = v88
	var v89 string = ""
	_ = v89
	var v90 string = "zz"
	_ = v90
	var v91 [3]string
	v91[1] = "bc"
	var v92 [2][3]string
	v92[1][2] = "bc"
	v93 := make([]string, 4)
	v93[1] = "zz"
	v94 := map[[2]int8]string{}
	v95 := new(string)
	*v95 = "bc"
	var v96 bool = true
	_ = v96
	var v97 bool = true
	_ = v97
	var v98 bool = false
	_ = v98
	v100 := struct {
		p uint8
		f bool
		q string
	}{f: false}
	_ = v100
	var v101 [3]bool
	v101[1] = true
	v102 := make([]bool, 4)
	v102[1] = false
	var v103 complex128 = 1
	_ = v103
	var v104 complex128 = 2i
	_ = v104
	var v105 complex128 = 1
	_ = v105
	v106 := struct {
		p uint8
		f complex128
		q string
	}{f: (1 + 2i)}
	_ = v106
	v107 := &struct {
		p uint8
		f complex128
	}{f: (1 + 2i)}
	var v108 [3]complex128
	v108[1] = 2i
	var v109 [2][3]complex128
	v109[1][2] = 1
	v110 := map[string]complex128{}
	if v64 >= 18446744073709551615 {
		v49 = 2
		v26, ok = two(id(-(*v32)))
		_ = ok
		switch id(v30.f) {
		case 7:
			v36++
			v72, v4 = float32((v49 * v51)), ((v5[ix&1][2] &^ 65) * v5[ix&1][2])
			v36 = 1
		case 3:
			v61.f <<= eff(&v33, v35) & 15
			v59 >>= 3
			v79, v66 = ((v81 + v85[ix&1][2]) / 2.5), eff(&v64, eff(&v64, v65))
			v39, v108[ix&1] = uint16(eff(&v30.f, v27)), ((v105 - v107.f) + eff(&v109[ix&1][2], v103))
		case 0:
			v102[ix&3], v73 = ((v13 | 1) < v14), v70
			v27, ok = two((eff(&v28, (*v32)) - int(v1)))
			_ = ok
		case 1:
			v60 <<= eff(&v36, v36) & 15
			v59 >>= 3
		default:
			v24[u8&7] = ((v22[ix&1] | 9223372036854775807) - id(v19))
			v5[ix&1][2] ^= -128
			(*v18) += int32((v66 &^ v67.f))
		}
	} else {
		v26, ok = two(((v28 - (*v32)) >> v38[u8&7]))
		_ = ok
		v103 = id((id(v110[str(ix)]) * v105))
		v57.f = v55
	}
	switch sub(v92[ix&1][2], v29, v31[[2]int8{int8(ix & 1), 2}]) {
	case "héllo":
		v4 = (v1 &^ eff(&v5[ix&1][2], max(v5[ix&1][2], v1)))
		if v98 {
			v25, ok = two(((*v32) + 9223372036854775807))
			_ = ok
		} else {
			v28, ok = two(func() int { return (v30.f >> 46) }())
			_ = ok
		}
		(*v32) = id((v25 >> 16))
	case "":
		for _, i518420 := range []int8{1, 2} {
			_ = i518420
			v22[ix&1] -= id((v23[u8&3] % 7))
		}
		v56 <<= eff(&v36, v37.f) & 15
		v56 >>= 3
	case "a":
		if eff(&v96, (v102[ix&3] && v102[ix&3])) {
			v26, ok = two((*v32))
			_ = ok
			v86[u8&3], v84[ix&1] = v84[ix&1], v86[u8&3]
		} else {
			v91[ix&1], v93[ix&3] = v93[ix&3], v91[ix&1]
			v28, ok = two(eff(&v25, v31[[2]int8{int8(ix & 1), 2}]))
			_ = ok
		}
		ix = int(uint8(eff(&v26, v26)) & 3)
		u8 = uint8(ix)
	case "zz":
		(*v48), v19 = (((*v48) << v37.f) &^ 2), +(v20)
		v27, v29 = v29, v27
		v30.f = -1
	default:
		v100.f, v31[[2]int8{int8(ix & 1), 2}] = func() bool { return (any(v2) == any(v2)) }(), min((v28&-9223372036854775808), func() int { return v26 }())
	}
	v58 |= 18446744073709551615
	v40 = 7
	show(3, v5[ix&1][2], v9, v16.f, v21, v29, v36, v45[ix&1][2], v51, v55, v59, v67.f, v76[ix&1], v84[ix&1], v92[ix&1][2], v98, v106.f)
	switch eff(&v92[ix&1][2], v88) {
	case "zz":
		ix = int(uint8(((*v32) * v29)) & 3)
		u8 = uint8(ix)
		v24[u8&7], v79 = id((v23[u8&3] * v21)), v83.f
		v50 |= eff(&v50, (v49 ^ 2198828664))
	case "bc":
		for i557620 := 0; i557620 < 3; i557620++ {
			_ = i557620
			v108[ix&1] = 1
			v17[ix&1][2], v17[ix&1][2] = id(v13), (v15.f ^ eff(&v17[ix&1][2], v17[ix&1][2]))
			if v84[ix&1] >= v86[u8&3] {
				break
			}
		}
		(*v32), v61.f = v29, v59
	case "a":
		switch eff(&v92[ix&1][2], v93[ix&3]) {
		case "héllo":
			v47[str(ix)] = uint16(eff(&v69[ix&1][2], (v69[ix&1][2] % nz(v69[ix&1][2]))))
			v24[u8&7], v20 = v20, v24[u8&7]
			v17[ix&1][2] = v16.f
		case "a":
			v30.f, v68.f = (v29 | (v28 / nz(v28))), v65
			v102[ix&3] = false
		default:
			v78[[2]int8{int8(ix & 1), 2}], v72 = v72, v78[[2]int8{int8(ix & 1), 2}]
			v75.f -= eff(&v77[ix&3], id(v75.f))
			v25, ok = two(eff(&v29, eff(&v30.f, v31[[2]int8{int8(ix & 1), 2}])))
			_ = ok
		}
	case "":
		v108[ix&1] = 0.5
	default:
		v82 = v79
	}
	ix = int(uint8(v29) & 3)
	u8 = uint8(ix)
	v38[u8&7] ^= ((v37.f * v33) + id(v38[u8&7]))
	(*v32), v51 = int((v40 | 0)), v49
	show(7, v1, v7, v17[ix&1][2], v20, v31[[2]int8{int8(ix & 1), 2}], v38[u8&7], v39, v51, v57.f, v59, v67.f, v71, v84[ix&1], v91[ix&1], v102[ix&3], v104)
	v45[ix&1][2] = 0
	v26, ok = two(eff(&v27, (v30.f % 7)))
	_ = ok
	if v98 {
		for i184330 := range []string{"a", "b"} {
			_ = i184330
			v39 -= 39156
			v25, ok = two(v28)
			_ = ok
			v27, ok = two((eff(&v26, v27) | (*v32)))
			_ = ok
		}
		v90, v86[u8&3] = (cut(id(v94[[2]int8{int8(ix & 1), 2}])) + cut(eff(&v88, v92[ix&1][2])) + cut((cut((*v95)) + cut(v93[ix&3]) + cut(v93[ix&3]))) + cut(sub(v93[ix&3], v31[[2]int8{int8(ix & 1), 2}], v28))), float64((v22[ix&1] + 1))
	} else {
		if eff(&v25, (*v32)) > (v28 + 1) {
			v53.f, v41 = ^(uint32(v53.f)), id(eff(&v46[u8&3], v40))
			v6 = eff(&v7, (v9 + (v7 >> 52)))
		} else {
			v21++
		}
		v89 = "héllo"
		v55 = min((eff(&v56, v57.f) | v57.f), eff(&v56, (v56-v57.f)))
	}
	v76[ix&1] = eff(&v76[ix&1], -(-(v70)))
	show(11, v2, v10.f, v12, v19, v30.f, v35, v40, v51, v57.f, v58, v64, v78[[2]int8{int8(ix & 1), 2}], v79, v94[[2]int8{int8(ix & 1), 2}], v102[ix&3], v105)
	for i664111 := range 3 {
		_ = i664111
		v68.f = 2
		if v96 && v97 {
			break
		}
	}
	v99, v100.f = v100.f, v99
	ix = int(uint8(eff(&v26, v31[[2]int8{int8(ix & 1), 2}])) & 3)
	u8 = uint8(ix)
	for i441975 := 0; i441975 < 3; i441975++ {
		_ = i441975
		v6 = (v10.f << func() uint { return v62[ix&1] }())
	}
	show(15, v4, v8, (*v18), v19, v30.f, v35, (*v48), v52, v57.f, v58, v68.f, v76[ix&1], v83.f, v90, v101[ix&1], v104)
	v43, v40 = v40, v43
	v30.f, ok = two((^(v30.f) % 7))
	_ = ok
	v4 &= 2
	v74 = 1
	show(19, v2, v11.f, v13, v21, (*v32), v34, v39, v49, v54, v63[1], v64, v71, v84[ix&1], v91[ix&1], v99, v108[ix&1])
	v92[ix&1][2] += cut(eff(&v90, v89))
	v94[[2]int8{int8(ix & 1), 2}] = cut(v94[[2]int8{int8(ix & 1), 2}])
	(*v95) += cut(eff(&v89, v93[ix&3]))
	v90 = cut(v90)
	switch v30.f {
	case 0:
		switch v94[[2]int8{int8(ix & 1), 2}] {
		case "a":
			v66 = (v66 * v64)
			v25, ok = two((eff(&v29, (*v32)) << (v25 & 63)))
			_ = ok
		case "héllo":
			v26, ok = two(((v26 - -8113905477662383051) * v26))
			_ = ok
			v67.f = (uintptr((v30.f & 7)) | eff(&v66, eff(&v68.f, v68.f)))
			v15.f = func() int32 { return id(eff(&v15.f, v13)) }()
		case "bc":
			v31[[2]int8{int8(ix & 1), 2}], ok = two(-(id(v31[[2]int8{int8(ix & 1), 2}])))
			_ = ok
			v102[ix&3], v105 = id((v4 <= 7)), v110[str(ix)]
			v29, ok = two(min(eff(&v26, (*v32)), eff(&v27, v26)))
			_ = ok
		default:
			v30.f, ok = two((eff(&v28, v31[[2]int8{int8(ix & 1), 2}]) * -1))
			_ = ok
			v41 = eff(&v40, eff(&v41, eff(&v42, v47[str(ix)])))
			v55 |= 0
		}
		if v96 {
			v13 = (eff(&v17[ix&1][2], ((*v18)&v16.f)) - v15.f)
			v27--
			v89 = eff(&v91[ix&1], v89)
		} else {
			v14, v33 = int32(-(v53.f)), ((v34 - v37.f) - 0)
			v29, ok = two(((v26 << 24) & -2618052330479134536))
			_ = ok
			v52, v49 = (eff(&v53.f, v53.f) * (v51 >> v56)), func() uint32 { return uint32(v66) }()
		}
	default:
		v28, ok = two(eff(&v28, (v30.f &^ v29)))
		_ = ok
	}
	v24[u8&7] <<= (v37.f &^ v38[u8&7]) & 15
	v22[ix&1] >>= 3
	show(23, v3, v11.f, v17[ix&1][2], v19, v25, v33, v43, v53.f, v55, v62[ix&1], v67.f, v72, v85[ix&1][2], (*v95), v97, v108[ix&1])
	v31[[2]int8{int8(ix & 1), 2}], v28 = v28, v31[[2]int8{int8(ix & 1), 2}]
	v86[u8&3] += float64(v2)
	switch cut(v92[ix&1][2]) + cut(v94[[2]int8{int8(ix & 1), 2}]) + cut(v91[ix&1]) {
	case "bc":
		if eff(&v6, v8) >= (v11.f & v9) {
			v38[u8&7] = ((v38[u8&7] * 196) &^ ((v38[u8&7] ^ 7) + func() uint8 { return v33 }()))
		} else {
			v11.f = 1
			v26, ok = two((v27 | 7))
			_ = ok
			v8--
		}
		(*v95), v6 = (cut(v93[ix&3]) + cut((*v95))), eff(&v10.f, ^(v11.f))
	case "a":
		v2++
		v74 = (v73 - ((v71 - v72) - (v76[ix&1] - v73)))
	case "zz":
		v31[[2]int8{int8(ix & 1), 2}], ok = two(((v25 + v27) * id(v25)))
		_ = ok
	default:
		v24[u8&7] ^= v24[u8&7]
	}
	switch eff(&(*v95), v91[ix&1]) {
	case "héllo":
		if v99 {
			v97 = id(eff(&v97, (v101[ix&1] && v98)))
			v26, ok = two(eff(&v27, int(v19)))
			_ = ok
			v38[u8&7] = (uint8((v15.f - v14)) + eff(&v35, (v34%nz(v37.f))))
		} else {
			v31[[2]int8{int8(ix & 1), 2}], ok = two(eff(&v28, min(v31[[2]int8{int8(ix & 1), 2}], (*v32))))
			_ = ok
		}
		v60 = uint(((v52 & v50) + (v52 << 20)))
	case "zz":
		v26 &= eff(&v29, v26)
	case "a":
		v30.f, ok = two(eff(&(*v32), v29))
		_ = ok
	case "":
		v29, ok = two((v31[[2]int8{int8(ix & 1), 2}] ^ -1))
		_ = ok
	default:
		v59, v61.f = v61.f, v59
		v9 = func() int16 { return (eff(&v11.f, v8) ^ 2) }()
		v27, ok = two(((v25 + 0) >> 61))
		_ = ok
	}
	show(27, v1, v7, v17[ix&1][2], v21, v27, v33, v45[ix&1][2], v52, v55, v61.f, v68.f, v72, v79, v93[ix&3], v102[ix&3], v108[ix&1])
	v78[[2]int8{int8(ix & 1), 2}] = eff(&v72, (float32(v77[ix&3]) * 2.5))
	if eff(&v73, v77[ix&3]) <= 1 {
		v25 -= 2
	} else {
		if eff(&v98, ((*v18) <= -2068475986)) {
			v102[ix&3] = eff(&v97, (^(v7) <= (v11.f * v7)))
		} else {
			v76[ix&1] = id(func() float32 { return (v71 * v74) }())
		}
		v96, v30.f = v101[ix&1], func() int { return int(v4) }()
		v49 = id(((v50 &^ v52) & (v51 + v52)))
	}
	v102[ix&3], v52 = (v72 >= 1), uint32((v44[ix&1] & 1))
	v6, v10.f = ((v7 | v8) % nz((v11.f - -1))), id((v11.f >> v57.f))
	show(31, v5[ix&1][2], v7, v16.f, v24[u8&7], (*v32), v36, (*v48), v52, v55, v63[1], v65, v76[ix&1], v83.f, v88, v100.f, v105)
	for _, i326986 := range []int8{1, 2} {
		_ = i326986
		if eff(&v100.f, (any(v1) == any(v3))) {
			v5[ix&1][2] = 2
		} else {
			v16.f = -2147483648
			v57.f = (id(eff(&v56, v56)) % nz(uint64(eff(&v49, v53.f))))
		}
		if v61.f != v61.f {
			break
		}
	}
	v33, v35 = func() uint8 { return uint8(v12) }(), id((v38[u8&7] >> v34))
	v36 = eff(&v37.f, eff(&v35, eff(&v35, v38[u8&7])))
	v54 <<= v33 & 15
	v56 >>= 3
	show(35, v5[ix&1][2], v9, v15.f, v19, v29, v35, v45[ix&1][2], v51, v55, v60, v66, v74, v85[ix&1][2], v89, v99, v103)
	v26, ok = two(int((v11.f - v9)))
	_ = ok
	for i448596 := 0; i448596 < 3; i448596++ {
		_ = i448596
		v33 = id((eff(&v36, v37.f) ^ 7))
		v20 = 1
		if v97 {
			break
		}
	}
	v26, ok = two((eff(&v28, v31[[2]int8{int8(ix & 1), 2}]) - 0))
	_ = ok
	v31[[2]int8{int8(ix & 1), 2}], ok = two(eff(&v29, func() int { return v26 }()))
	_ = ok
	show(39, v3, v11.f, v12, v20, v29, v33, v44[ix&1], v51, v55, v60, v67.f, v70, v79, v94[[2]int8{int8(ix & 1), 2}], v100.f, v108[ix&1])
	show(-1, v1)
	show(-1, v2)
	show(-1, v3)
	show(-1, v4)
	show(-1, v5[ix&1][2])
	show(-1, v6)
	show(-1, v7)
	show(-1, v8)
	show(-1, v9)
	show(-1, v10.f)
	show(-1, v11.f)
	show(-1, v12)
	show(-1, v13)
	show(-1, v14)
	show(-1, v15.f)
	show(-1, v16.f)
	show(-1, v17[ix&1][2])
	show(-1, (*v18))
	show(-1, v19)
	show(-1, v20)
	show(-1, v21)
	show(-1, v22[ix&1])
	show(-1, v23[u8&3])
	show(-1, v24[u8&7])
	show(-1, v25)
	show(-1, v26)
	show(-1, v27)
	show(-1, v28)
	show(-1, v29)
	show(-1, v30.f)
	show(-1, v31[[2]int8{int8(ix & 1), 2}])
	show(-1, (*v32))
	show(-1, v33)
	show(-1, v34)
	show(-1, v35)
	show(-1, v36)
	show(-1, v37.f)
	show(-1, v38[u8&7])
	show(-1, v39)
	show(-1, v40)
	show(-1, v41)
	show(-1, v42)
	show(-1, v43)
	show(-1, v44[ix&1])
	show(-1, v45[ix&1][2])
	show(-1, v46[u8&3])
	show(-1, v47[str(ix)])
	show(-1, (*v48))
	show(-1, v49)
	show(-1, v50)
	show(-1, v51)
	show(-1, v52)
	show(-1, v53.f)
	show(-1, v54)
	show(-1, v55)
	show(-1, v56)
	show(-1, v57.f)
	show(-1, v58)
	show(-1, v59)
	show(-1, v60)
	show(-1, v61.f)
	show(-1, v62[ix&1])
	show(-1, v63[1])
	show(-1, v64)
	show(-1, v65)
	show(-1, v66)
	show(-1, v67.f)
	show(-1, v68.f)
	show(-1, v69[ix&1][2])
	show(-1, v70)
	show(-1, v71)
	show(-1, v72)
	show(-1, v73)
	show(-1, v74)
	show(-1, v75.f)
	show(-1, v76[ix&1])
	show(-1, v77[ix&3])
	show(-1, v78[[2]int8{int8(ix & 1), 2}])
	show(-1, v79)
	show(-1, v80)
	show(-1, v81)
	show(-1, v82)
	show(-1, v83.f)
	show(-1, v84[ix&1])
	show(-1, v85[ix&1][2])
	show(-1, v86[u8&3])
	show(-1, (*v87))
	show(-1, v88)
	show(-1, v89)
	show(-1, v90)
	show(-1, v91[ix&1])
	show(-1, v92[ix&1][2])
	show(-1, v93[ix&3])
	show(-1, v94[[2]int8{int8(ix & 1), 2}])
	show(-1, (*v95))
	show(-1, v96)
	show(-1, v97)
	show(-1, v98)
	show(-1, v99)
	show(-1, v100.f)
	show(-1, v101[ix&1])
	show(-1, v102[ix&3])
	show(-1, v103)
	show(-1, v104)
	show(-1, v105)
	show(-1, v106.f)
	show(-1, v107.f)
	show(-1, v108[ix&1])
	show(-1, v109[ix&1][2])
	show(-1, v110[str(ix)])
}
