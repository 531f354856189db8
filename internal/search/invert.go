package search

import (
	"cmp"
	"hash/fnv"
	"io"
	"slices"
	"unicode"
	"unicode/utf8"

	"readout/internal/archive"
	"readout/internal/words"
)

// The weights of a word in a release.
const (
	inText = iota
	often  // three times and more
	inName // of a person, a country, a topic, the publisher
	inTitle
)

const (
	oftenFrom = 3
	maxWord   = 48 // bytes; longer ones are no words
)

// inverted lists for each folded word the releases that hold it.
type inverted struct {
	words []string   // in order
	lists [][]uint32 // of each word the releases in order, each number*4 + weight
}

// inverter finds the words of releases, or takes them from a memory.
type inverter struct {
	memory *Memory
	skip   map[string]bool
	fresh  map[string]uint32 // words that the memory has not, numbered after its own
	added  []string          // the same in order of their numbers

	buffer []words.Word
	seen   map[uint32]int // of the release at hand: index in found
	found  []posting
	times  []int // in the text, likewise
}

// invert inverts releases and makes what is found the memory. keys are what the words of each release are made of; nil
// where that is not known, and then nothing is taken from the memory.
func (m *Memory) invert(docs *docs, keys []archive.Key) inverted {
	v := inverter{memory: m, skip: map[string]bool{}, fresh: map[string]uint32{}, seen: map[uint32]int{}}
	for _, w := range skipped() {
		v.skip[w] = true
	}
	told := make([]string, docs.count())
	counts := make([]int, len(m.words))
	count := func(p posting) {
		for int(p.word) >= len(counts) {
			counts = append(counts, 0)
		}
		counts[p.word]++
	}
	for i := range told {
		if keys != nil {
			if s, ok := m.releases[keys[i]]; ok {
				told[i] = s
				eachPosting(s, len(m.words), count)
				continue
			}
		}
		list := v.read(docs.get(i))
		told[i] = string(appendPostings(nil, list))
		for _, p := range list {
			count(p)
		}
	}
	all := append(m.words[:len(m.words):len(m.words)], v.added...)
	x := inverted{}
	now := make([]uint32, len(all)) // the number of each word from here on
	for _, old := range inOrder(all, len(m.words), counts) {
		now[old] = uint32(len(x.words))
		x.words = append(x.words, all[old])
		x.lists = append(x.lists, make([]uint32, 0, counts[old]))
	}
	same := len(v.added) == 0 && len(x.words) == len(m.words)
	next := make(map[archive.Key]string, len(told))
	var list []posting
	for i, s := range told {
		list = list[:0]
		eachPosting(s, len(all), func(p posting) {
			p.word = now[p.word]
			x.lists[p.word] = append(x.lists[p.word], uint32(i)<<2|uint32(p.weight))
			list = append(list, p)
		})
		if keys != nil {
			if !same {
				slices.SortFunc(list, func(a, b posting) int { return cmp.Compare(a.word, b.word) })
				s = string(appendPostings(nil, list))
			}
			next[keys[i]] = s
		}
	}
	m.words, m.releases = x.words, next
	return x
}

// inOrder lists the numbers of the words that any release holds in order of the words; those before known are in order.
func inOrder(all []string, known int, counts []int) []int {
	var old, fresh []int
	for i := range counts {
		switch {
		case counts[i] == 0:
		case i < known:
			old = append(old, i)
		default:
			fresh = append(fresh, i)
		}
	}
	slices.SortFunc(fresh, func(a, b int) int { return cmp.Compare(all[a], all[b]) })
	merged := make([]int, 0, len(old)+len(fresh))
	for len(old) > 0 && len(fresh) > 0 {
		if all[old[0]] < all[fresh[0]] {
			merged, old = append(merged, old[0]), old[1:]
		} else {
			merged, fresh = append(merged, fresh[0]), fresh[1:]
		}
	}
	return append(append(merged, old...), fresh...)
}

// read lists the words of a release in order of their numbers. The result is good until the next call.
func (v *inverter) read(d *doc) []posting {
	clear(v.seen)
	v.found, v.times = v.found[:0], v.times[:0]
	cut := func(text string, weight uint8) {
		v.buffer = words.AppendCut(v.buffer[:0], text)
		for _, w := range v.buffer {
			if !v.skip[w.Text] && len(w.Text) <= maxWord {
				v.addWord(w.Text, weight)
			}
		}
	}
	cut(d.title, inTitle)
	for _, n := range d.names {
		cut(n, inName)
	}
	for _, s := range d.sentences {
		cut(s.text, inText)
	}
	slices.SortFunc(v.found, func(a, b posting) int { return cmp.Compare(a.word, b.word) })
	return v.found
}

// addWord notes a word of a release. Where letters stand without spaces between words, each two that follow each other
// are a word.
func (v *inverter) addWord(w string, weight uint8) {
	first, n := utf8.DecodeRuneInString(w)
	if first < 0x2E80 || n == len(w) || !unicode.In(first, unicode.Han, unicode.Hiragana, unicode.Katakana) {
		v.add(w, weight)
		return
	}
	before := 0
	for i := range w {
		if i > 0 {
			_, m := utf8.DecodeRuneInString(w[i:])
			v.add(w[before:i+m], weight)
		}
		before = i
	}
}

func (v *inverter) add(word string, weight uint8) {
	n, ok := v.fresh[word]
	if !ok {
		if n, ok = v.memory.number(word); !ok {
			n = uint32(len(v.memory.words) + len(v.added))
			v.added = append(v.added, word)
			v.fresh[word] = n
		}
	}
	at, ok := v.seen[n]
	if !ok {
		at = len(v.found)
		v.seen[n] = at
		v.found, v.times = append(v.found, posting{n, weight}), append(v.times, 0)
	}
	if weight == inText {
		if v.times[at]++; v.times[at] == oftenFrom {
			weight = often
		}
	}
	v.found[at].weight = max(v.found[at].weight, weight)
}

// cut writes the words as pieces of about size bytes, none without a word, and returns the first word of each. Where a
// piece ends is told by the words themselves, so that a word more or less moves few ends.
func (x inverted) cut(size int) (firsts []string, pieces [][]byte) {
	var heads, lists []byte
	count, before := 0, ""
	end := func() {
		if count > 0 {
			pieces = append(pieces, slices.Concat(appendNumber(nil, count), heads, lists))
			heads, lists, count, before = heads[:0], lists[:0], 0, ""
		}
	}
	for i, w := range x.words {
		l := x.lists[i]
		if n := len(heads) + len(lists) + len(w) + len(l); n > 2*size || n > size/2 && opens(w) {
			end()
		}
		if count == 0 {
			firsts = append(firsts, w)
		}
		shared := sharedPrefix(before, w)
		heads = appendString(appendNumber(heads, shared), w[shared:])
		heads = appendNumber(heads, len(l))
		last := 0
		for _, r := range l {
			lists = appendNumber(lists, (int(r>>2)-last)<<2|int(r&3))
			last = int(r >> 2)
		}
		count, before = count+1, w
	}
	end()
	return firsts, pieces
}

// opens reports whether a piece that is large enough may end before a word: one word in sixteen.
func opens(word string) bool {
	h := fnv.New32a()
	io.WriteString(h, word)
	return h.Sum32()%16 == 0
}

// skipped lists the small words of English, which stand everywhere and tell nothing.
func skipped() []string {
	return []string{"a", "also", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "he", "her", "his", "in",
		"is", "it", "its", "not", "of", "on", "or", "s", "she", "that", "the", "their", "they", "this", "to", "was", "were", "which", "who", "will", "with"}
}
