package lexicon

import (
	"math/bits"
	"slices"
	"strings"

	"readout/internal/words"
)

// Patterns are written as a reader would say them, with a few signs:
//
//	denuclear*            any word that begins so
//	(missile|nuclear) test*   one of several words or runs of words
//	[the] six party talks     a word that may be missing
//	(free|(press|media) freedom)   brackets may stand in brackets
//	sanction* & north korea   both in one sentence, in any order and place
//	summit & !olympic*        the second nowhere in the sentence
//	US, Georgia           a capital in the pattern asks for one in the text; all capitals ask for all capitals
//
//	Atlanta, Georgia      a comma in the pattern may stand in the text
//
// Hyphens, accents, apostrophes and dots do not matter: "burden sharing" finds "burden-sharing". A phrase does not reach
// over any other comma, a bracket or the end of a sentence.

// Ref says what a pattern stands for: the class of an entry and its index in that class's slice in the Lexicon.
type Ref struct {
	Class Class
	Index int32
	Form  int32 // which of the entry's forms or phrases
}

// Hit is a pattern found in the words of one sentence: half-open, in words.
type Hit struct {
	From, To int32
	Ref
}

// Matcher finds many patterns at once; a Builder makes it. The zero Matcher finds nothing. It is never changed, so any
// number of goroutines may use one.
//
// It is a trie over words in flat slices: the nodes in order of breadth, so that the children of a node stand together
// and the node behind edge e is e+1.
type Matcher struct {
	nodes  []node  // and one more, where edges and ends stop
	edges  []int32 // words, by number: the comma, plain words in order, beginnings of words in order; of one node in order
	ends   []end
	groups []group // patterns of several parts

	// what follows from the above
	words    table    // plain words; number i there is word i+1; it may hold further words behind them
	begins   []string // beginnings of words with their star; number i is word starred+i
	roots    []root   // by word
	heads    []head   // beginnings of words, by their first letters; a power of two in number
	starred  int32    // the first word that is a beginning
	headMask uint32
	headBits [1 << headBits / 64]uint64 // a bit for the first letters of each beginning: most words are done with after a look at it
	marks    []mark                     // of each end
	caps     []caps
	pairs    bool // some beginnings have two letters
}

type node struct{ edge, end int32 } // the first of its edges and of its ends

type end struct {
	Ref
	group        int32  // 1 + number in groups, 0 for a pattern of one part
	upper, title uint16 // words that must be all capitals, that must not be lower case
	part         uint8
	not          bool
}

// mark is an end as a hit tells it, of a part or a whole, in half the room: most of the time that matching takes is waiting
// for memory.
type mark struct {
	index, form int32
	class       Class
	caps        uint16 // number in caps
}

// caps are the words of a run that must be all capitals, and those that must not be lower case; a bit each.
type caps struct{ upper, title uint16 }

// group is a pattern of several parts, and how many must be there.
type group struct {
	ref   Ref
	parts uint8
}

// root is where the runs that begin with a word go on: the node behind it, 0 for none, whether some run ends there, and
// the second words, a bit each of 64, so that most runs are given up without a look at the trie.
type root struct {
	second uint64
	node   int32
	ends   bool
}

// bit is the bit of a word among 64.
func bit(word int32) uint64 { return 1 << (uint32(word) * 0x9E3779B1 >> 26) }

// head is a slot for the beginnings of words that share their first letters: words from up to to.
type head struct {
	letters  uint32
	from, to int32
}

// shortest is the least number of letters before a star, in bytes.
const shortest = 2

// plain returns the plain words of the patterns.
func (m *Matcher) plain() []string {
	if len(m.roots) == 0 {
		return nil
	}
	return m.words.keys()[:m.starred-1]
}

// all returns the words by number, beginnings with their star.
func (m *Matcher) all() []string {
	if len(m.roots) == 0 {
		return nil
	}
	return slices.Concat([]string{comma}, m.plain(), m.begins)
}

// finish computes what follows from the stored parts and the words by number, but for the table of words, and returns those
// for it.
func (m *Matcher) finish(keys []string) (plain []string) {
	m.starred = int32(len(keys))
	for m.starred > 0 && strings.HasSuffix(keys[m.starred-1], "*") {
		m.starred--
	}
	m.begins = slices.Clone(keys[m.starred:])
	m.mark()
	m.roots = make([]root, len(keys))
	if len(m.nodes) > 1 {
		for e := m.nodes[0].edge; e < m.nodes[1].edge; e++ {
			here, next := m.nodes[e+1], m.nodes[e+2]
			r := root{node: e + 1, ends: here.end < next.end}
			for _, word := range m.edges[here.edge:next.edge] {
				r.second |= bit(word)
			}
			m.roots[m.edges[e]] = r
		}
	}
	n := 64
	for n < 4*len(m.begins) {
		n *= 2
	}
	m.heads, m.headMask = make([]head, n), uint32(n-1)
	for i := m.starred; i < int32(len(keys)); {
		letters := firstLetters(keys[i])
		j := i
		for j < int32(len(keys)) && firstLetters(keys[j]) == letters {
			j++
		}
		m.pairs = m.pairs || letters < 1<<16
		m.headBits[headBit(letters)>>6] |= 1 << (headBit(letters) & 63)
		s := spread(letters) & m.headMask
		for m.heads[s].letters != 0 {
			s = (s + 1) & m.headMask
		}
		m.heads[s] = head{letters, i, j}
		i = j
	}
	return keys[min(1, m.starred):m.starred]
}

// mark makes the marks of all ends.
func (m *Matcher) mark() {
	m.marks = make([]mark, len(m.ends))
	number := map[caps]uint16{{}: 0} // most have none
	m.caps = []caps{{}}
	for i, e := range m.ends {
		c := caps{e.upper, e.title}
		n, ok := number[c]
		if !ok {
			n = uint16(len(m.caps))
			m.caps, number[c] = append(m.caps, c), n
		}
		to := mark{e.Index, e.Form, e.Class, n}
		if e.group > 0 {
			to.class, to.index, to.form = partial, e.group-1, int32(e.part)
			if e.not {
				to.form = banned
			}
		}
		m.marks[i] = to
	}
}

// firstLetters of a beginning of words are three, or two where it has no more.
func firstLetters(key string) uint32 {
	if len(key) == shortest+1 {
		return uint32(key[0]) | uint32(key[1])<<8
	}
	return uint32(key[0]) | uint32(key[1])<<8 | uint32(key[2])<<16
}

func spread(letters uint32) uint32 { return letters * 0x9E3779B1 >> 12 }

const headBits = 14

func headBit(letters uint32) uint32 { return letters * 0x9E3779B1 >> (32 - headBits) }

// search is one run of Match. Nothing in it is changed once it is made, so that its room stays on the stack.
type search struct {
	m     *Matcher
	ws    []words.Word
	ids   []int32 // plain word, or -1
	begun []int32 // beginnings of words that the words have: of word i from stop[i] up to stop[i+1]
	stop  []int32
}

// Match appends to hits every pattern found in the words of one sentence, by start, and returns hits.
func (m *Matcher) Match(ws []words.Word, hits []Hit) []Hit { return m.match(ws, nil, hits) }

// match is Match where the numbers of the words in the table of words may be known already; nil where they are not.
func (m *Matcher) match(ws []words.Word, numbers []int32, hits []Hit) []Hit {
	if len(m.roots) == 0 {
		return hits
	}
	const usual = 96
	var idRoom, begunRoom [usual]int32
	var stopRoom [usual + 1]int32
	var bitRoom [usual + 1]uint64
	ids, stop, begun := idRoom[:0], stopRoom[:0], begunRoom[:0]
	mayBe := bitRoom[:] // of each word, the bits of all that it may be in the trie
	if len(ws) > usual {
		ids, stop, mayBe = make([]int32, 0, len(ws)), make([]int32, 0, len(ws)+1), make([]uint64, len(ws)+1)
	}
	for i := range ws {
		t := ws[i].Text
		stop = append(stop, int32(len(begun)))
		var id int32
		if numbers != nil {
			id = numbers[i] + 1
		} else {
			id = int32(m.words.find(t)) + 1
		}
		if id == 0 || id >= m.starred {
			id = -1
		}
		ids = append(ids, id)
		if len(t) > shortest {
			begun = m.begun(t, uint32(t[0])|uint32(t[1])<<8|uint32(t[2])<<16, begun)
		}
		if m.pairs && len(t) >= shortest {
			begun = m.begun(t, uint32(t[0])|uint32(t[1])<<8, begun)
		}
		bits := bit(id)
		if ws[i].Gap == words.Comma {
			bits |= bit(0)
		}
		for _, b := range begun[stop[i]:] {
			bits |= bit(b)
		}
		mayBe[i] = bits
	}
	stop = append(stop, int32(len(begun)))
	s := search{m, ws, ids, begun, stop}
	before := len(hits)
	for i := range ws {
		if id := ids[i]; id >= 0 {
			hits = s.root(&m.roots[id], mayBe[i+1], i, hits)
		}
		for _, id := range begun[stop[i]:stop[i+1]] {
			hits = s.root(&m.roots[id], mayBe[i+1], i, hits)
		}
	}
	return hits[:before+m.join(hits[before:])]
}

// begun notes the beginnings with these first letters that a word has.
func (m *Matcher) begun(word string, letters uint32, begun []int32) []int32 {
	if b := headBit(letters); m.headBits[b>>6]&(1<<(b&63)) == 0 {
		return begun
	}
	for h := spread(letters) & m.headMask; m.heads[h].letters != 0; h = (h + 1) & m.headMask {
		if m.heads[h].letters != letters {
			continue
		}
		for id := m.heads[h].from; id < m.heads[h].to; id++ {
			if k := m.begins[id-m.starred]; strings.HasPrefix(word, k[:len(k)-1]) {
				begun = append(begun, id)
			}
		}
		break
	}
	return begun
}

// root looks for runs that begin at word i; mayBe has the bits of the word behind.
func (s *search) root(r *root, mayBe uint64, i int, hits []Hit) []Hit {
	if r.ends {
		hits = s.ends(r.node, i, i, hits)
	}
	if r.second&mayBe != 0 {
		hits = s.on(r.node, i, i, hits)
	}
	return hits
}

// ends notes the runs that end at a node: from word from to word i.
func (s *search) ends(n int32, from, i int, hits []Hit) []Hit {
	m := s.m
	for e, end := m.nodes[n].end, m.nodes[n+1].end; e < end; e++ {
		hits = s.end(&m.marks[e], from, i+1, hits)
	}
	return hits
}

// on follows a run that began at word from and whose last word is i to the nodes behind.
func (s *search) on(n int32, from, i int, hits []Hit) []Hit {
	m := s.m
	here, next := m.nodes[n], m.nodes[n+1]
	i++
	if here.edge == next.edge || i >= len(s.ws) {
		return hits
	}
	if !joins(&s.ws[i-1], &s.ws[i]) {
		if s.ws[i].Gap != words.Comma || m.edges[here.edge] != 0 {
			return hits
		}
		n = here.edge + 1 // the comma is the first of all words
		here, next = m.nodes[n], m.nodes[n+1]
	}
	if id := s.ids[i]; id >= 0 {
		if c := m.child(here.edge, next.edge, id); c > 0 {
			hits = s.on(c, from, i, s.ends(c, from, i, hits))
		}
	}
	for _, id := range s.begun[s.stop[i]:s.stop[i+1]] {
		if c := m.child(here.edge, next.edge, id); c > 0 {
			hits = s.on(c, from, i, s.ends(c, from, i, hits))
		}
	}
	return hits
}

// child returns the node behind a word among edges, 0 for none.
func (m *Matcher) child(from, to, word int32) int32 {
	for to-from > 8 {
		mid := (from + to) / 2
		if m.edges[mid] <= word {
			from = mid
		} else {
			to = mid
		}
	}
	for ; from < to; from++ {
		if m.edges[from] == word {
			return from + 1
		}
	}
	return 0
}

// end notes the run of words from up to to, if its capitals are right.
func (s *search) end(e *mark, from, to int, hits []Hit) []Hit {
	if e.caps > 0 {
		c := s.m.caps[e.caps]
		for u := c.upper; u != 0; u &= u - 1 {
			if s.ws[from+bits.TrailingZeros16(u)].Case != words.Upper {
				return hits
			}
		}
		for t := c.title; t != 0; t &= t - 1 {
			if s.ws[from+bits.TrailingZeros16(t)].Case == words.Lower {
				return hits
			}
		}
	}
	return append(hits, Hit{int32(from), int32(to), Ref{e.class, e.index, e.form}})
}

// joins reports whether a phrase may go on from a to b.
func joins(a, b *words.Word) bool {
	switch b.Gap {
	case words.Glued, words.Hyphen, words.Space:
		return true
	case words.Stop: // St. Petersburg, N. Korea, Dr. Pak
		return len(a.Text) <= 3 && a.Case != words.Lower
	}
	return false
}
