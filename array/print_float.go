package array

import (
	"math"
	"strconv"
	"strings"
)

// floatFormat is how the floats of one array are printed: all with or without
// an exponent, their points below each other. The rules are those of
// numpy.array2string.
type floatFormat struct {
	bits     int
	o        *PrintOptions
	sign     byte
	exp      bool // with exponent
	unique   bool // shortest digits, cut to the precision
	left     int  // width before the point
	right    int  // width behind it
	digits   int  // behind the point in exponential form, or at least
	expWidth int
	keep     bool // zeros at the end are kept
	limit    int  // most digits behind the point; -1 for none
}

func newFloatFormat(xs []float64, bits int, o *PrintOptions, sign byte) *floatFormat {
	f := &floatFormat{bits: bits, o: o, sign: sign, unique: true, limit: o.Precision}
	if o.Floatmode == "unique" {
		f.limit = -1
	}
	lo, hi := math.Inf(1), 0.0
	var finite []float64
	negInf, special := false, false
	for _, x := range xs {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			special = true
			negInf = negInf || math.IsInf(x, -1)
			continue
		}
		finite = append(finite, x)
		if m := math.Abs(x); m != 0 {
			lo, hi = min(lo, m), max(hi, m)
		}
	}
	if hi > 0 {
		most := math.Pow10(min(8, map[int]int{16: 3, 32: 6, 64: 15}[bits]))
		ratio := hi / lo
		if bits == 32 {
			ratio = float64(float32(hi) / float32(lo))
		}
		if bits == 16 {
			ratio = float64(float16From(hi / lo).float())
		}
		f.exp = hi >= most || !o.Suppress && (lo < smallest(bits) || ratio > 1000)
	}
	switch {
	case len(finite) == 0:
		f.expWidth = -1
	case f.exp:
		f.measureExp(finite)
	default:
		f.measureFixed(finite)
	}
	if sign == ' ' && !anyNegative(finite) {
		f.left++
	}
	if special {
		off := f.right + 1
		neg := 0
		if sign != '-' || negInf {
			neg = 1
		}
		f.left = max(f.left, len(o.Nanstr)-off, len(o.Infstr)+neg-off)
	}
	return f
}

// smallest is the bound below which numbers are printed with exponents: 0.0001
// in the array's own precision.
func smallest(bits int) float64 {
	switch bits {
	case 16:
		return float64(float16From(0.0001).float())
	case 32:
		return float64(float32(0.0001))
	}
	return 0.0001
}

func anyNegative(xs []float64) bool {
	for _, x := range xs {
		if math.Signbit(x) {
			return true
		}
	}
	return false
}

func (f *floatFormat) measureExp(xs []float64) {
	fixed := f.o.Floatmode == "fixed"
	f.unique = !fixed
	for _, x := range xs {
		m, e, _ := strings.Cut(f.scientific(x, f.limit, 0, !fixed), "e")
		i, frac, _ := strings.Cut(m, ".")
		f.left = max(f.left, len(i))
		f.digits = max(f.digits, len(frac))
		f.expWidth = max(f.expWidth, len(e)-1)
	}
	f.keep = true
	f.right = f.expWidth + 2 + f.digits
}

func (f *floatFormat) measureFixed(xs []float64) {
	fixed := f.o.Floatmode == "fixed"
	f.unique = !fixed
	for _, x := range xs {
		i, frac, _ := strings.Cut(f.positional(x, f.limit, 0, fixed), ".")
		f.left = max(f.left, len(i))
		f.right = max(f.right, len(frac))
	}
	if fixed || f.o.Floatmode == "maxprec_equal" {
		f.limit, f.digits, f.keep = f.right, f.right, true
	}
	f.expWidth = -1
}

// withSign puts a plus before numbers that are not negative, if asked for.
func (f *floatFormat) withSign(s string) string {
	if f.sign == '+' && !strings.HasPrefix(s, "-") {
		return "+" + s
	}
	return s
}

// positional writes a number without exponent, with at most limit digits behind
// the point (none: -1) and at least least; with keep the digits are exactly
// limit.
func (f *floatFormat) positional(x float64, limit, least int, keep bool) string {
	var s string
	switch {
	case f.unique:
		s = shortest(x, f.bits, 'f')
		if i := strings.IndexByte(s, '.'); i >= 0 && limit >= 0 && len(s)-i-1 > limit {
			s = strconv.FormatFloat(x, 'f', limit, 64)
		}
	default:
		s = strconv.FormatFloat(x, 'f', limit, 64)
	}
	if !strings.Contains(s, ".") {
		s += "."
	}
	if !keep {
		s = strings.TrimRight(s, "0")
	}
	i := strings.IndexByte(s, '.')
	for len(s)-i-1 < least || keep && len(s)-i-1 < limit {
		s += "0"
	}
	return f.withSign(s)
}

// scientific writes a number with exponent, with at most limit digits behind
// the point and at least least.
func (f *floatFormat) scientific(x float64, limit, least int, trim bool) string {
	var s string
	if f.unique {
		s = shortest(x, f.bits, 'e')
		m, _, _ := strings.Cut(s, "e")
		frac := len(m) - 1 - strings.IndexByte(m, '.')
		if !strings.Contains(m, ".") {
			frac = 0
		}
		if limit >= 0 && (frac > limit || frac < least) { // the exact digits, not the shortest ones
			s = strconv.FormatFloat(x, 'e', max(min(frac, limit), least), 64)
		}
	} else {
		s = strconv.FormatFloat(x, 'e', max(limit, 0), 64)
	}
	m, e, _ := strings.Cut(s, "e")
	if !strings.Contains(m, ".") {
		m += "."
	}
	if trim {
		m = strings.TrimRight(m, "0")
	}
	return f.withSign(m) + "e" + e
}

// format is one number in the array's width.
func (f *floatFormat) format(x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		s := f.o.Nanstr
		switch {
		case math.IsInf(x, -1):
			s = "-" + f.o.Infstr
		case math.IsInf(x, 1):
			s = f.o.Infstr
		}
		if f.sign == '+' && !math.IsInf(x, -1) {
			s = "+" + s
		}
		return strings.Repeat(" ", max(0, f.left+f.right+1-len(s))) + s
	}
	if f.exp {
		m, e, _ := strings.Cut(f.scientific(x, f.digits, f.digits, false), "e")
		i, frac, _ := strings.Cut(m, ".")
		frac += strings.Repeat("0", max(0, f.digits-len(frac)))
		for len(e)-1 < f.expWidth {
			e = e[:1] + "0" + e[1:]
		}
		return strings.Repeat(" ", max(0, f.left-len(i))) + i + "." + frac + "e" + e
	}
	s := f.positional(x, f.limit, f.digits, f.keep)
	i, frac, _ := strings.Cut(s, ".")
	return strings.Repeat(" ", max(0, f.left-len(i))) + s + strings.Repeat(" ", max(0, f.right-len(frac)))
}
