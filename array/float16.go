package array

import "math"

// float is the value of a binary16 number.
func (h float16) float() float32 {
	sign := uint32(h>>15) << 31
	exp, frac := uint32(h>>10)&31, uint32(h)&1023
	switch exp {
	case 0:
		f := float32(frac) * (1.0 / (1 << 24)) // exact
		if sign != 0 {
			f = -f
		}
		return f
	case 31:
		return math.Float32frombits(sign | 255<<23 | frac<<13)
	}
	return math.Float32frombits(sign | (exp+112)<<23 | frac<<13)
}

// float16From rounds to the nearest binary16 number, ties to even.
func float16From(x float64) float16 {
	b := math.Float64bits(x)
	sign := float16(b>>48) & 0x8000
	b &= 1<<63 - 1
	switch {
	case b > 0x7ff<<52: // NaN: quiet, with what of its payload fits
		return sign | 0x7e00 | float16(b>>42)&0x3ff
	case b >= 0x40effe0000000000: // 65520 and above round to infinity
		return sign | 0x7c00
	case b < 0x3e60000000000000: // up to 2^-25 rounds to zero
		if b > 0x3e60000000000000 {
			return sign | 1
		}
		return sign
	}
	exp := int(b>>52) - 1023
	frac := b&(1<<52-1) | 1<<52
	shift := uint(42)
	if exp < -14 {
		shift += uint(-14 - exp)
	}
	if shift > 63 {
		return sign
	}
	half, rest := frac>>shift, frac&(1<<shift-1)
	if mid := uint64(1) << (shift - 1); rest > mid || rest == mid && half&1 == 1 {
		half++
	}
	if exp < -14 {
		return sign | float16(half) // a carry makes it normal by itself
	}
	return sign | float16(uint64(exp+14)<<10+half)
}
