package search

import (
	"encoding/binary"
	"slices"
	"sort"
	"strings"

	"readout/internal/archive"
)

// Memory is what was found out about releases when an index was written: their words, and the symbols of the archive. An
// index that is written with it is the same; what is still true is not worked out again. The zero Memory knows nothing.
type Memory struct {
	words    []string               // of all releases, in order
	releases map[archive.Key]string // words of each: numbers (see appendPostings)

	symbols    string // as symbols.encode tells them
	symbolsKey archive.Key
}

// posting is a word of a release, by its number, and its weight.
type posting struct {
	word   uint32
	weight uint8
}

// ReadMemory takes up what Bytes wrote; what is damaged is forgotten.
func ReadMemory(text string) *Memory {
	m := &Memory{}
	if text == "" {
		return m
	}
	r := reading{s: text}
	r.key(&m.symbolsKey)
	m.symbols = r.text()
	m.words = make([]string, r.count())
	for i := range m.words {
		m.words[i] = r.text()
	}
	n := r.count()
	m.releases = make(map[archive.Key]string, n)
	for range n {
		var k archive.Key
		r.key(&k)
		m.releases[k] = r.text()
	}
	if r.bad || r.s != "" || !slices.IsSorted(m.words) {
		return &Memory{}
	}
	return m
}

// Bytes is the memory in a form for ReadMemory.
func (m *Memory) Bytes() []byte {
	b := appendString(append([]byte(nil), m.symbolsKey[:]...), m.symbols)
	b = appendNumber(b, len(m.words))
	for _, w := range m.words {
		b = appendString(b, w)
	}
	b = appendNumber(b, len(m.releases))
	keys := make([]archive.Key, 0, len(m.releases))
	for k := range m.releases {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(x, y archive.Key) int { return slices.Compare(x[:], y[:]) })
	for _, k := range keys {
		b = appendString(append(b, k[:]...), m.releases[k])
	}
	return b
}

// number finds a word.
func (m *Memory) number(word string) (uint32, bool) {
	i := sort.SearchStrings(m.words, word)
	return uint32(i), i < len(m.words) && m.words[i] == word
}

// appendPostings writes postings in order of their words: each step from word to word, times four, and the weight.
func appendPostings(b []byte, list []posting) []byte {
	last := uint32(0)
	for _, p := range list {
		b = appendNumber(b, int(p.word-last)<<2|int(p.weight))
		last = p.word
	}
	return b
}

// eachPosting reads what appendPostings wrote, as far as it names one of so many words.
func eachPosting(s string, words int, each func(posting)) {
	r := reading{s: s}
	word := uint64(0)
	for r.s != "" && !r.bad {
		n := r.number()
		if word += n >> 2; word >= uint64(words) {
			return
		}
		each(posting{uint32(word), uint8(n & 3)})
	}
}

// reading takes numbers and texts from the front of a text.
type reading struct {
	s   string
	bad bool
}

func (r *reading) number() uint64 {
	if r.s != "" && r.s[0] < 0x80 {
		n := uint64(r.s[0])
		r.s = r.s[1:]
		return n
	}
	n, size := binary.Uvarint([]byte(r.s[:min(len(r.s), binary.MaxVarintLen64)]))
	if size <= 0 {
		r.bad, r.s = true, ""
		return 0
	}
	r.s = r.s[size:]
	return n
}

// count is a number of things that follow. Each takes a byte at least.
func (r *reading) count() int {
	n := r.number()
	if n > uint64(len(r.s)) {
		r.bad, r.s = true, ""
		return 0
	}
	return int(n)
}

func (r *reading) text() string {
	n := r.count()
	s := r.s[:n]
	r.s = r.s[n:]
	return s
}

func (r *reading) key(k *archive.Key) {
	if len(r.s) < len(k) {
		r.bad, r.s = true, ""
		return
	}
	copy(k[:], r.s)
	r.s = r.s[len(k):]
}

// readSymbols reads what symbols.encode told; nil where that is damaged.
func readSymbols(text string) *symbols {
	r := reading{s: text}
	words := make([]string, r.count())
	before := ""
	for i := range words {
		n := int(r.number())
		if n > len(before) {
			return nil
		}
		words[i] = before[:n] + r.text()
		before = words[i]
	}
	s := newSymbols(words)
	for range r.count() {
		a, b := r.number(), r.number()
		if a >= uint64(s.count()) || b >= uint64(s.count()) {
			return nil
		}
		s.addPair([2]symbol{symbol(a), symbol(b)})
	}
	s.lengths = lengths(strings.Clone(r.s))
	if r.bad || len(s.lengths) != s.count() || slices.Contains(s.lengths, 0) || slices.Max(s.lengths) > maxLength {
		return nil
	}
	s.setCodes()
	return s
}
