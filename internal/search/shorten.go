package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Texts are shortened before they are deflated: a frequent word, with the space before it, is one byte or two. All codes
// are bytes from 0x80 on, for what is not ASCII is told apart: escape, the number of its bytes, the bytes.
const (
	oneByte  = 0x80 // to 0xDF: the most frequent words
	twoBytes = 0xE0 // to 0xFE, and any byte behind: the others
	escape   = 0xFF

	maxCommon = 4000 // words; more would make the first query heavier than they make others lighter
)

// common are the frequent words of an archive, the most frequent first.
type common struct {
	words []string
	codes map[string]int
}

// tokens cuts a text into what may have a code: letters and digits, or a run of what is not ASCII, each with one space
// before it if there is one; and single signs.
func tokens(s string, each func(token string)) {
	for i := 0; i < len(s); {
		j := i
		if s[j] == ' ' && j+1 < len(s) {
			j++
		}
		class := classOf(s[j])
		j++
		if class != other {
			for j < len(s) && classOf(s[j]) == class {
				j++
			}
		}
		each(s[i:j])
		i = j
	}
}

const (
	other = iota
	letters
	beyond // ASCII
)

func classOf(c byte) int {
	switch {
	case c >= 0x80:
		return beyond
	case c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9':
		return letters
	}
	return other
}

// newCommon counts the words of all texts.
func newCommon(docs []doc) common {
	counts := map[string]*int{}
	count := func(t string) {
		if len(t) < 2 || len(t) > 40 {
			return
		}
		n := counts[t]
		if n == nil {
			n = new(int)
			counts[strings.Clone(t)] = n
		}
		*n++
	}
	for i := range docs {
		d := &docs[i]
		for _, s := range [...]string{d.title, d.under, d.day} {
			tokens(s, count)
		}
		for _, s := range d.sentences {
			tokens(" "+s.text, count)
		}
	}
	type word struct {
		text string
		n    int
	}
	var list []word
	for t, n := range counts {
		if *n >= 4 {
			list = append(list, word{t, *n})
		}
	}
	slices.SortFunc(list, func(a, b word) int { // what is saved
		return cmp.Or(cmp.Compare(b.n*(2*len(b.text)-3), a.n*(2*len(a.text)-3)), strings.Compare(a.text, b.text))
	})
	list = list[:min(len(list), maxCommon)]
	slices.SortFunc(list, func(a, b word) int { return cmp.Or(cmp.Compare(b.n, a.n), strings.Compare(a.text, b.text)) })
	c := common{codes: map[string]int{}}
	for i, w := range list {
		c.words = append(c.words, w.text)
		c.codes[w.text] = i
	}
	return c
}

// shorten appends a text in codes.
func (c common) shorten(b []byte, s string) []byte {
	tokens(s, func(t string) {
		if n, ok := c.codes[t]; ok {
			if n < twoBytes-oneByte {
				b = append(b, byte(oneByte+n))
				return
			}
			n -= twoBytes - oneByte
			b = append(b, byte(twoBytes+n>>8), byte(n))
			return
		}
		for i := 0; i < len(t); {
			if t[i] < 0x80 {
				b = append(b, t[i])
				i++
				continue
			}
			n := min(len(t)-i, 255)
			for i+n < len(t) && !utf8.RuneStart(t[i+n]) {
				n--
			}
			b = append(append(b, escape, byte(n)), t[i:i+n]...)
			i += n
		}
	})
	return b
}

// encode lists the words, each on a line.
func (c common) encode() []byte { return []byte(strings.Join(c.words, "\n")) }
