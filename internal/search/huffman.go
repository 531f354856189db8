package search

import (
	"container/heap"
	"slices"
)

// lengths holds for each symbol the bits that it takes.
type lengths []byte

const maxLength = 24 // bits

// setLengths gives the frequent symbols short codes, as Huffman does, and every symbol one, whether the sample held it
// or not.
func (s *symbols) setLengths(times []int) {
	s.lengths = make(lengths, len(times))
	times = slices.Clone(times)
	for !s.huffman(times) { // too long: less uneven
		for i := range times {
			times[i] /= 2
		}
	}
	s.setCodes()
}

// setCodes gives the symbols codes of their lengths: counted up from 0, the short ones first, those of one length in order
// of the symbols.
func (s *symbols) setCodes() {
	order := make([]symbol, len(s.lengths))
	for i := range order {
		order[i] = symbol(i)
	}
	slices.SortStableFunc(order, func(a, b symbol) int { return int(s.lengths[a]) - int(s.lengths[b]) })
	s.codes = make([]uint32, len(s.lengths))
	code, length := uint32(0), s.lengths[order[0]]
	for _, x := range order {
		code <<= s.lengths[x] - length
		length = s.lengths[x]
		s.codes[x] = code
		code++
	}
}

// tree is a knot of the tree of codes, or at its end a symbol.
type tree struct {
	times       int
	symbol      symbol
	left, right *tree
}

// forest has the least frequent tree first.
type forest []*tree

func (f forest) Len() int { return len(f) }
func (f forest) Less(i, j int) bool {
	return f[i].times < f[j].times || f[i].times == f[j].times && f[i].symbol < f[j].symbol
}
func (f forest) Swap(i, j int) { f[i], f[j] = f[j], f[i] }
func (f *forest) Push(x any)   { *f = append(*f, x.(*tree)) }
func (f *forest) Pop() any {
	last := len(*f) - 1
	t := (*f)[last]
	*f = (*f)[:last]
	return t
}

// huffman reports whether no symbol came to lie too deep.
func (l lengths) huffman(times []int) bool {
	f := make(forest, len(times))
	for i, n := range times {
		f[i] = &tree{times: max(n, 1), symbol: symbol(i)}
	}
	heap.Init(&f)
	for len(f) > 1 {
		a, b := heap.Pop(&f).(*tree), heap.Pop(&f).(*tree)
		heap.Push(&f, &tree{times: a.times + b.times, symbol: a.symbol, left: a, right: b})
	}
	ok := true
	var walk func(t *tree, depth int)
	walk = func(t *tree, depth int) {
		if t.left == nil {
			l[t.symbol] = byte(depth)
			ok = ok && depth <= maxLength
			return
		}
		walk(t.left, depth+1)
		walk(t.right, depth+1)
	}
	walk(f[0], 0)
	return ok
}

// write appends the codes of symbols, each from its highest bit, in bytes from their highest bit; what is left of the last
// byte is 0.
func (s *symbols) write(to []byte, text []symbol) []byte {
	bits, n := uint64(0), byte(0)
	for _, x := range text {
		bits = bits<<s.lengths[x] | uint64(s.codes[x])
		for n += s.lengths[x]; n >= 8; n -= 8 {
			to = append(to, byte(bits>>(n-8)))
		}
	}
	if n > 0 {
		to = append(to, byte(bits<<(8-n)))
	}
	return to
}
