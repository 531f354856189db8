// Package extract reads a document, with a lexicon at hand, into a record.
package extract

import (
	"strings"

	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/words"
)

// reading is a document with what the lexicon knows of each of its words. It is made once and not changed, but
// for the clauses and the one person of a name, which are found when first asked for. Its slices serve the next document
// again, so no record may hold one of them.
type reading struct {
	doc   *document.Document
	lex   *lexicon.Lexicon
	ws    []words.Word
	class []lexicon.WordClass // of each word
	cover []cover             // of each word
	hits  [][]lexicon.Hit     // of each sentence, word indices absolute
	body  []bool              // of each sentence: whether it belongs to the body or is a caption
	head  int                 // the headline's sentence, -1 if none
	far   int                 // sentences from here on are not searched for people, see mostSentences

	parts  []clause // of each word, where parted says that those of its sentence are known
	parted []bool   // of each sentence

	numbers []int32       // of each word, see lexicon.Look
	found   []lexicon.Hit // all of hits

	onlyOne []int32 // of each word that begins a name of the lexicon: 1 + the one person of that name, -1 for none or several, 0 unknown yet
	year    *string // of the release, once asked for
}

// mostSentences of a text are searched for people. No release is so long; a file that is would keep the comparing of its
// names busy for hours.
const mostSentences = 2000

// cover tells which name of the lexicon a word belongs to. Where two names overlap the longer counts.
type cover struct {
	kind     coverKind
	index    int32 // entry in the lexicon
	from, to int32 // words, half-open
}

type coverKind uint8

const (
	uncovered coverKind = iota
	countryName
	countryDemonym
	countryCapital
	countryMetonym // White House, Kremlin
	countryLoose
	personName
	trapped // looks like a country and is none
)

func (k coverKind) country() bool { return k >= countryName && k <= countryLoose }

// annotate looks up every word and phrase of a document.
func annotate(doc *document.Document, lex *lexicon.Lexicon) *reading {
	r := &reading{}
	r.annotate(doc, lex)
	return r
}

// cleared returns a slice of n zeros, in the room of another if it is large enough.
func cleared[T any](room []T, n int) []T {
	if cap(room) < n {
		return make([]T, n)
	}
	room = room[:n]
	clear(room)
	return room
}

// annotate makes the reading one of a document, in the room of whatever it was before.
func (r *reading) annotate(doc *document.Document, lex *lexicon.Lexicon) {
	v := &doc.View
	n, m := len(v.Words), len(v.Sentences)
	*r = reading{doc: doc, lex: lex, ws: v.Words, head: -1, far: min(m, mostSentences),
		class: cleared(r.class, n), cover: cleared(r.cover, n), hits: cleared(r.hits, m), body: cleared(r.body, m),
		parts: r.parts[:0], parted: r.parted[:0], numbers: cleared(r.numbers, n), found: r.found[:0], onlyOne: r.onlyOne[:0]}
	numbers := r.numbers
	lex.Look(v.Words, numbers, r.class)
	buf := r.found
	if cap(buf) == 0 {
		buf = make([]lexicon.Hit, 0, 32+len(v.Words)/3)
	}
	var ties []lexicon.Hit // names that two countries share: Congo, Dominican
	for i, s := range v.Sentences {
		kind := doc.Blocks[s.Block].Kind
		r.body[i] = kind.Body()
		if kind == document.Headline && r.head < 0 {
			r.head = i
		}
		from := len(buf)
		buf = lex.MatchNumbered(v.Words[s.From:s.To], numbers[s.From:s.To], buf)
		for j := from; j < len(buf); j++ {
			buf[j].From += int32(s.From)
			buf[j].To += int32(s.From)
			if r.cover1(buf[j]) {
				ties = append(ties, buf[j])
			}
		}
		r.hits[i] = buf[from:len(buf):len(buf)]
	}
	r.found = buf
	r.settleTies(ties)
}

// settleTies gives a name that two countries share to the one that the text names otherwise.
func (r *reading) settleTies(ties []lexicon.Hit) {
	if len(ties) == 0 {
		return
	}
	shared := map[[2]int32]bool{}
	for _, t := range ties {
		shared[[2]int32{t.From, t.To}] = true
	}
	named := map[int32]bool{} // countries named by a form that they share with no other
	for _, c := range r.cover {
		if c.kind.country() && c.kind != countryLoose && !shared[[2]int32{c.from, c.to}] {
			named[c.index] = true
		}
	}
	for _, h := range ties {
		c := r.cover[h.From]
		if c.from != h.From || c.to != h.To || !c.kind.country() || c.index == h.Index {
			continue
		}
		if !named[c.index] && named[h.Index] {
			for i := h.From; i < h.To; i++ {
				r.cover[i].index = h.Index
			}
		}
	}
}

// cover1 notes a hit at its words, unless a longer name stands there already. It reports whether another country's name
// of the same length stands there.
func (r *reading) cover1(h lexicon.Hit) (tie bool) {
	kind := coverOf(h.Class)
	if kind == uncovered {
		return false
	}
	if kind.country() && int(h.To) < len(r.ws) && h.To-h.From == 1 && r.ws[h.To].Number && strings.IndexByte(r.doc.View.Text[r.ws[h.From].End:r.ws[h.To].Start], '$') >= 0 {
		return false // US$ 62 million
	}
	if kind == countryLoose && !r.articled(int(h.From), int(h.To), r.lex.Countries[h.Index].Code) {
		return false
	}
	if kind == personName {
		for h.To-h.From > 2 && r.class[h.From]&(lexicon.TitleHead|lexicon.Honorific) != 0 { // "Chairman Kim Jong Un"
			h.From++
		}
		if h.To-h.From < 2 && (r.ws[h.From].Case != words.NoCase || r.ws[h.From].Number) { // 강경화 is one word
			return false
		}
	}
	for i := h.From; i < h.To; i++ {
		c := r.cover[i]
		if c.kind == uncovered {
			continue
		}
		if c.to-c.from > h.To-h.From || c.to-c.from == h.To-h.From && c.kind <= kind && c.kind != countryLoose {
			return c.kind.country() && kind.country() && c.from == h.From && c.to == h.To
		}
	}
	for i := h.From; i < h.To; i++ {
		if c := r.cover[i]; c.kind != uncovered { // take the shorter one away whole
			for j := c.from; j < c.to; j++ {
				r.cover[j] = cover{}
			}
		}
	}
	for i := h.From; i < h.To; i++ {
		r.cover[i] = cover{kind, h.Index, h.From, h.To}
	}
	return false
}

// articled reports whether a loose form may be meant here: "the North" and "the South" need their article and no
// capitalised word behind them (North Macedonia, South and Central Asian Affairs).
func (r *reading) articled(from, to int, code string) bool {
	if code != "KP" && code != "KR" {
		return true
	}
	if r.ws[from].Text != "the" && (from == 0 || r.ws[from-1].Text != "the" || !r.near(from)) || r.ws[to-1].Case == words.Lower {
		return false
	}
	if to >= len(r.ws) || !r.near(to) {
		return true
	}
	return !r.capital(to) && !(r.ws[to].Text == "and" && to+1 < len(r.ws) && r.capital(to+1))
}

func coverOf(class lexicon.Class) coverKind {
	switch class {
	case lexicon.CountryName:
		return countryName
	case lexicon.Demonym:
		return countryDemonym
	case lexicon.Capital:
		return countryCapital
	case lexicon.Metonym:
		return countryMetonym
	case lexicon.LooseName:
		return countryLoose
	case lexicon.CountryTrap:
		return trapped
	case lexicon.PersonName:
		return personName
	}
	return uncovered
}

// countryAt returns the code of the country whose name covers word i.
func (r *reading) countryAt(i int) (code string, c cover, ok bool) {
	c = r.cover[i]
	if !c.kind.country() {
		return "", c, false
	}
	return r.lex.Countries[c.index].Code, c, true
}

// is reports whether word i has one of the classes.
func (r *reading) is(i int, class lexicon.WordClass) bool { return r.class[i]&class != 0 }

// capital reports whether word i begins with a capital letter.
func (r *reading) capital(i int) bool {
	c := r.ws[i].Case
	return c == words.Title || c == words.Upper || c == words.Mixed
}

// near reports whether word i follows the one before it closely: a space or a hyphen between them.
func (r *reading) near(i int) bool {
	g := r.ws[i].Gap
	return g == words.Space || g == words.Hyphen || g == words.Glued
}

// shown is what a reader sees of words from..to.
func (r *reading) shown(from, to int) string {
	return r.doc.View.Text[r.ws[from].Start:r.ws[to-1].End]
}

// evidence is the place of words from..to as evidence of a rule.
func (r *reading) evidence(from, to int, rule string) record.Evidence {
	return evidenceAt(r.doc, r.ws[from].Start, r.ws[to-1].End, rule)
}

// evidenceAt is a place of the view, in bytes, as evidence of a rule.
func evidenceAt(doc *document.Document, start, end int, rule string) record.Evidence {
	sp := doc.View.Source(start, end)
	e := record.Evidence{Span: sp, Quote: doc.Source.Slice(sp), Rule: rule}
	if t := doc.View.Text[start:end]; t != e.Quote {
		e.Text = t
	}
	return e
}

// sentenceOf returns the index of the sentence that holds word i, -1 if none does.
func (r *reading) sentenceOf(i int) int {
	ss := r.doc.View.Sentences
	lo, hi := 0, len(ss)
	for lo < hi {
		mid := (lo + hi) / 2
		if ss[mid].To <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(ss) && ss[lo].From <= i {
		return lo
	}
	return -1
}
