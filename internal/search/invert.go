package search

import (
	"maps"
	"slices"
	"unicode"
	"unicode/utf8"

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
type inverted map[string]*list

// list is the releases of one word in order, each number*4 + weight.
type list struct {
	releases []uint32
	times    int // in the text of the last one
}

func invert(docs []doc) inverted {
	x := inverted{}
	skip := map[string]bool{}
	for _, w := range skipped() {
		skip[w] = true
	}
	var buffer []words.Word
	for i := range docs {
		d := &docs[i]
		read := func(text string, weight uint32) {
			buffer = words.AppendCut(buffer[:0], text)
			for _, w := range buffer {
				if !skip[w.Text] && len(w.Text) <= maxWord {
					x.addWord(w.Text, uint32(i), weight)
				}
			}
		}
		read(d.title, inTitle)
		for _, n := range d.names {
			read(n, inName)
		}
		for _, s := range d.sentences {
			read(s.text, inText)
		}
	}
	return x
}

// addWord notes a word of a release. Where letters stand without spaces between words, each two that follow each other
// are a word.
func (x inverted) addWord(w string, release, weight uint32) {
	first, n := utf8.DecodeRuneInString(w)
	if first < 0x2E80 || n == len(w) || !unicode.In(first, unicode.Han, unicode.Hiragana, unicode.Katakana) {
		x.add(w, release, weight)
		return
	}
	before := 0
	for i := range w {
		if i > 0 {
			_, m := utf8.DecodeRuneInString(w[i:])
			x.add(w[before:i+m], release, weight)
		}
		before = i
	}
}

func (x inverted) add(w string, release, weight uint32) {
	l := x[w]
	if l == nil {
		l = &list{}
		x[w] = l
	}
	last := len(l.releases) - 1
	if last < 0 || l.releases[last]>>2 != release {
		l.releases = append(l.releases, release<<2|weight)
		last++
		l.times = 0
	}
	if weight == inText {
		if l.times++; l.times == oftenFrom {
			weight = often
		}
	}
	if l.releases[last]&3 < weight {
		l.releases[last] = release<<2 | weight
	}
}

// cut writes the words in order of their bytes as pieces of about size bytes, none without a word, and returns the first
// word of each.
func (x inverted) cut(size int) (firsts []string, pieces [][]byte) {
	var heads, lists []byte
	count, before := 0, ""
	end := func() {
		if count > 0 {
			pieces = append(pieces, slices.Concat(appendNumber(nil, count), heads, lists))
			heads, lists, count, before = heads[:0], lists[:0], 0, ""
		}
	}
	for _, w := range slices.Sorted(maps.Keys(x)) {
		l := x[w].releases
		if len(heads)+len(lists)+len(w)+len(l) > size {
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

// skipped lists the small words of English, which stand everywhere and tell nothing.
func skipped() []string {
	return []string{"a", "also", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "he", "her", "his", "in",
		"is", "it", "its", "not", "of", "on", "or", "s", "she", "that", "the", "their", "they", "this", "to", "was", "were", "which", "who", "will", "with"}
}
