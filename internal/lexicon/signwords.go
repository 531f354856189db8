package lexicon

import "strings"

// signWords are the words with which the lines that show a publisher may begin and end. Nearly every line of a text is
// done with after a look at them, where looking for each of its beginnings took 7 % of reading a release.
type signWords struct{ first, last wordSet }

// learnSigns finds them out, of all that PublisherOfLine looks for.
func (l *Lexicon) learnSigns() {
	s := &signWords{}
	for _, keys := range [][]string{l.byLine.keys(), l.byMinistry.keys(), l.byPlain.keys(), {"mfa", "mofa"}} {
		for _, k := range keys {
			first, _, _ := strings.Cut(k, " ")
			s.first.add(first)
			s.last.add(k[strings.LastIndexByte(k, ' ')+1:])
		}
	}
	for _, w := range []string{"of", "for", "the"} { // see bare
		s.first.add(w)
	}
	l.signs = s
}

// wordSet holds words by a few bits of their hashes: it may take another word for one of its own.
type wordSet [512]uint64

func (s *wordSet) add(word string) {
	h, _ := hashOf(word)
	s[h>>6%uint32(len(s))] |= 1 << (h & 63)
}

// mayHold reports whether a word may be one of the set. Those with a space in them, as folding makes of some signs, always
// may.
func (s *wordSet) mayHold(word string) bool {
	h, _ := hashOf(word)
	return s[h>>6%uint32(len(s))]&(1<<(h&63)) != 0 || strings.Contains(word, " ")
}
