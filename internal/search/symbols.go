package search

import (
	"cmp"
	"hash/fnv"
	"io"
	"slices"
	"strings"

	"readout/internal/archive"
)

// Titles and texts are written in symbols, each of which stands for a run of bytes: 0 to 255 for one byte, then the
// frequent words of the archive, then pairs of symbols that often follow each other, of which pairs are made in turn, so
// that a phrase as long as "the Minister for Foreign Affairs of the Republic of" is one symbol. How many bits a symbol
// takes follows from how frequent it is (see huffman.go). Since all of it is told once, pieces need nothing else and can be
// small.
type symbols struct {
	list  []string // the words in order, symbols 256 and on
	words map[string]symbol
	pairs map[[2]symbol]symbol
	made  [][2]symbol // the pairs in order, symbols behind the words
	opens []bool      // of each symbol whether a pair begins with it
	lengths
	codes []uint32
}

type symbol int32

const (
	end       = symbol(0) // of a piece; no text holds this byte
	firstWord = symbol(256)
)

func newSymbols(words []string) *symbols {
	s := &symbols{list: words, words: make(map[string]symbol, len(words)), pairs: map[[2]symbol]symbol{}, opens: make([]bool, int(firstWord)+len(words))}
	for i, w := range words {
		s.words[w] = firstWord + symbol(i)
	}
	return s
}

// count is how many symbols there are.
func (s *symbols) count() int { return len(s.opens) }

func (s *symbols) addPair(p [2]symbol) {
	s.pairs[p] = symbol(s.count())
	s.made = append(s.made, p)
	s.opens[p[0]] = true
	s.opens = append(s.opens, false)
}

// push appends a symbol; with those before it, it becomes the longest there is.
func (s *symbols) push(to []symbol, x symbol) []symbol {
	for len(to) > 0 && s.opens[to[len(to)-1]] {
		pair, ok := s.pairs[[2]symbol{to[len(to)-1], x}]
		if !ok {
			break
		}
		x, to = pair, to[:len(to)-1]
	}
	return append(to, x)
}

// cut appends the symbols of a text.
func (s *symbols) cut(to []symbol, text []byte) []symbol {
	tokens(text, func(t []byte) {
		if x, ok := s.words[string(t)]; ok {
			to = s.push(to, x)
			return
		}
		for _, c := range t {
			to = s.push(to, symbol(c))
		}
	})
	return to
}

// encode tells all of the symbols: the count of words, in order of their bytes, and of each the length it shares with the
// one before and the rest as a string; the count of pairs and of each its two symbols; and how many bits each symbol takes,
// a byte each.
func (s *symbols) encode() []byte {
	b := appendNumber(nil, len(s.list))
	before := ""
	for _, w := range s.list {
		n := sharedPrefix(before, w)
		b = appendString(appendNumber(b, n), w[n:])
		before = w
	}
	b = appendNumber(b, len(s.made))
	for _, p := range s.made {
		b = appendNumber(appendNumber(b, int(p[0])), int(p[1]))
	}
	return append(b, s.lengths...)
}

func sharedPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// What an archive's symbols are learned from and how many they are. More words or pairs would make the first query heavier
// than they make others lighter; a larger sample takes longer and finds little more.
const (
	sampled  = 600 // releases
	maxWords = 5000
	maxPairs = 3000
	rounds   = 12 // in which pairs are found, each from what the rounds before made

	fewestWords = 3 // times that a word stands in the sample
	fewestPairs = 5
)

// sampleOf numbers the releases from which symbols are learned: those that a checksum of their ids puts first, so that a
// release more or less seldom changes which they are.
func sampleOf(a *archive.Archive) []int {
	type numbered struct {
		sum uint64
		at  int
	}
	all := make([]numbered, len(a.Releases))
	for i, e := range a.Releases {
		h := fnv.New64a()
		io.WriteString(h, e.ID)
		all[i] = numbered{h.Sum64(), i}
	}
	slices.SortFunc(all, func(x, y numbered) int { return cmp.Or(cmp.Compare(x.sum, y.sum), cmp.Compare(x.at, y.at)) })
	list := make([]int, min(len(all), sampled))
	for i := range list {
		list[i] = all[i].at
	}
	slices.Sort(list)
	return list
}

// learn finds the symbols of an archive, from titles and texts of some of its releases.
func learn(sample [][]byte) *symbols {
	s := newSymbols(frequentWords(sample))
	texts := make([][]symbol, len(sample))
	for i, b := range sample {
		texts[i] = s.cut(nil, b)
	}
	for range rounds {
		found := frequentPairs(texts, maxPairs/rounds)
		if len(found) == 0 {
			break
		}
		for _, p := range found {
			s.addPair(p)
		}
		for i, t := range texts {
			to := t[:0]
			for _, x := range t {
				to = s.push(to, x)
			}
			texts[i] = to
		}
	}
	times := func() []int {
		n := make([]int, s.count())
		var t []symbol
		for _, b := range sample {
			t = s.cut(t[:0], b)
			for _, x := range t {
				n[x]++
			}
		}
		return n
	}
	s = s.without(times())
	s.setLengths(times())
	return s
}

// frequentWords lists the words that save most, in order of their bytes.
func frequentWords(sample [][]byte) []string {
	times := map[string]*int{}
	for _, text := range sample {
		tokens(text, func(t []byte) {
			if len(t) < 2 || len(t) > 40 {
				return
			}
			n := times[string(t)]
			if n == nil {
				n = new(int)
				times[string(t)] = n
			}
			*n++
		})
	}
	var list []string
	for t, n := range times {
		if *n >= fewestWords {
			list = append(list, t)
		}
	}
	saves := func(w string) int { return *times[w] * (len(w) - 1) }
	list = most(list, maxWords, saves, strings.Compare)
	slices.Sort(list)
	return list
}

// frequentPairs lists the symbols that most often follow each other, at most n pairs.
func frequentPairs(texts [][]symbol, n int) [][2]symbol {
	times := map[[2]symbol]int{}
	for _, t := range texts {
		for i := 1; i < len(t); i++ {
			times[[2]symbol{t[i-1], t[i]}]++
		}
	}
	var list [][2]symbol
	for p, n := range times {
		if n >= fewestPairs {
			list = append(list, p)
		}
	}
	return most(list, n, func(p [2]symbol) int { return times[p] }, func(a, b [2]symbol) int { return slices.Compare(a[:], b[:]) })
}

// most returns the n elements of a list that count most; those that count alike in an order that is always the same.
func most[T any](list []T, n int, count func(T) int, order func(a, b T) int) []T {
	slices.SortFunc(list, func(a, b T) int {
		if d := count(b) - count(a); d != 0 {
			return d
		}
		return order(a, b)
	})
	return list[:min(len(list), n)]
}

// without drops the words and pairs that no text uses after all, nor any pair that stays.
func (s *symbols) without(times []int) *symbols {
	used := make([]bool, s.count())
	first := firstWord + symbol(len(s.list))
	for i := len(s.made) - 1; i >= 0; i-- {
		x := first + symbol(i)
		if used[x] = used[x] || times[x] > 0; used[x] {
			used[s.made[i][0]], used[s.made[i][1]] = true, true
		}
	}
	var words []string
	now := make([]symbol, s.count()) // what a symbol becomes
	for x := range firstWord {
		now[x] = x
	}
	for i, w := range s.list {
		if x := firstWord + symbol(i); used[x] || times[x] > 0 {
			now[x] = firstWord + symbol(len(words))
			words = append(words, w)
		}
	}
	less := newSymbols(words)
	for i, p := range s.made {
		if x := first + symbol(i); used[x] {
			now[x] = symbol(less.count())
			less.addPair([2]symbol{now[p[0]], now[p[1]]})
		}
	}
	return less
}
