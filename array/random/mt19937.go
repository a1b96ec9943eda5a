package random

// mt19937 is the generator's state: 624 words, of which pos are used up.
type mt19937 struct {
	key [words]uint32
	pos int
}

const (
	words = 624
	shift = 397
)

// seed fills the state from one word.
func (m *mt19937) seed(s uint32) {
	for i := range m.key {
		m.key[i] = s
		s = 1812433253*(s^s>>30) + uint32(i) + 1
	}
	m.pos = words
}

// seedArray fills the state from several words, at least one.
func (m *mt19937) seedArray(k []uint32) {
	m.seed(19650218)
	i, j := 1, 0
	wrap := func() {
		if i++; i >= words {
			m.key[0] = m.key[words-1]
			i = 1
		}
	}
	for range max(words, len(k)) {
		m.key[i] = (m.key[i] ^ (m.key[i-1]^m.key[i-1]>>30)*1664525) + k[j] + uint32(j)
		wrap()
		if j++; j >= len(k) {
			j = 0
		}
	}
	for range words - 1 {
		m.key[i] = (m.key[i] ^ (m.key[i-1]^m.key[i-1]>>30)*1566083941) - uint32(i)
		wrap()
	}
	m.key[0] = 1 << 31
	m.pos = words
}

// generate makes the next 624 words.
func (m *mt19937) generate() {
	for i := range m.key {
		y := m.key[i]&(1<<31) | m.key[(i+1)%words]&(1<<31-1)
		m.key[i] = m.key[(i+shift)%words] ^ y>>1 ^ -(y&1)&0x9908b0df
	}
	m.pos = 0
}

// uint32 is the next word.
func (m *mt19937) uint32() uint32 {
	if m.pos == words {
		m.generate()
	}
	y := m.key[m.pos]
	m.pos++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

// uint64 is two words, the first one high.
func (m *mt19937) uint64() uint64 {
	hi := m.uint32()
	return uint64(hi)<<32 | uint64(m.uint32())
}

// float64 is a number of 53 bits in [0, 1).
func (m *mt19937) float64() float64 {
	a, b := m.uint32()>>5, m.uint32()>>6
	return (float64(a)*(1<<26) + float64(b)) / (1 << 53)
}

// upTo is a number in [0, most], by masking words and rejecting what is larger.
func (m *mt19937) upTo(most uint64) uint64 {
	mask := most
	for s := 1; s < 64; s *= 2 {
		mask |= mask >> s
	}
	if most == 0 {
		return 0
	}
	for {
		v := uint64(0)
		if most <= 1<<32-1 {
			v = uint64(m.uint32()) & mask
		} else {
			v = m.uint64() & mask
		}
		if v <= most {
			return v
		}
	}
}
