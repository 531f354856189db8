package extract

import (
	"readout/internal/date"
	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/words"
)

// calendar is every time that a document tells, in the order of the text.
type calendar struct {
	doc   *document.Document
	ws    []words.Word
	times []toldTime
	body  int      // the first block that belongs to the body, len(Blocks) if none
	end   int      // behind the last block that belongs to the body
	head  int      // the block of the headline, -1 if none
	order dayOrder // in which the publisher writes figures
	home  string   // country of the publisher
}

// toldTime is a time with its place in the document.
type toldTime struct {
	timeMention
	sentence int
	block    int
}

// readCalendar reads the times of a document; pub tells in which order its figures stand.
func readCalendar(doc *document.Document, lex *lexicon.Lexicon, pub record.Publisher) *calendar {
	v := &doc.View
	c := &calendar{doc: doc, ws: v.Words, body: len(doc.Blocks), head: -1, order: orderOf(lex, pub), home: pub.Country, times: make([]toldTime, 0, 8)}
	for i := range doc.Blocks {
		switch kind := doc.Blocks[i].Kind; {
		case kind == document.Headline && c.head < 0:
			c.head = i
		case kind.Body():
			c.body = min(c.body, i)
			c.end = i + 1
		}
	}
	english := inEnglish(v.Words)
	buf := make([]timeMention, 0, 16)
	for s := 0; s < len(v.Sentences); {
		e := s
		for e+1 < len(v.Sentences) && v.Sentences[e+1].Block == v.Sentences[s].Block {
			e++
		}
		buf = readTimesIn(v.Text, v.Words, v.Sentences[s].From, v.Sentences[e].To, english, buf[:0])
		k := s
		for _, m := range buf {
			for k < e && v.Sentences[k].To <= m.from {
				k++
			}
			c.times = append(c.times, toldTime{m, k, v.Sentences[s].Block})
		}
		s = e + 1
	}
	return c
}

// inEnglish reports whether words are English, by the small words among the first few hundred.
func inEnglish(ws []words.Word) bool {
	n := min(len(ws), 300)
	small := 0
	for i := range ws[:n] {
		switch ws[i].Text {
		case "the", "of", "and", "to":
			small++
		}
	}
	return small*20 > n
}

// tellsTime reports whether a sentence tells a time of its own.
func (c *calendar) tellsTime(sentence int) bool {
	for i := range c.times {
		if c.times[i].sentence == sentence {
			return true
		}
	}
	return false
}

// within returns the words of a block, half-open.
func (c *calendar) within(block int) (from, to int) {
	b := &c.doc.Blocks[block]
	from = c.wordAt(b.Start)
	return from, c.wordAt(b.End)
}

// wordAt returns the index of the first word that begins at or after a byte of the view.
func (c *calendar) wordAt(offset int) int {
	lo, hi := 0, len(c.ws)
	for lo < hi {
		mid := (lo + hi) / 2
		if c.ws[mid].Start < offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// evidence is the place of words from..to as evidence of a rule.
func (c *calendar) evidence(from, to int, rule string) record.Evidence {
	sp := c.doc.View.Source(c.ws[from].Start, c.ws[to-1].End)
	e := record.Evidence{Span: sp, Quote: c.doc.Source.Slice(sp), Rule: rule}
	if t := c.doc.View.Text[c.ws[from].Start:c.ws[to-1].End]; t != e.Quote {
		e.Text = t
	}
	return e
}

// gap is the gap before word i, Break behind the last word.
func (c *calendar) gap(i int) words.Gap {
	if i >= len(c.ws) {
		return words.Break
	}
	return c.ws[i].Gap
}

// text is the folded text of word i, "" outside the document.
func (c *calendar) text(i int) string {
	if i < 0 || i >= len(c.ws) {
		return ""
	}
	return c.ws[i].Text
}

// known builds a fact of one day or span read from words.
func (c *calendar) fact(d date.Date, m timeMention, rule string, conf record.Confidence) record.Fact[record.Dating] {
	e := []record.Evidence{c.evidence(m.from, m.to, rule)}
	return record.Fact[record.Dating]{Value: record.Dating{Date: d, Clues: []record.Clue{{Rule: rule, Says: d, Evidence: e}}},
		Rule: rule, Confidence: conf, Evidence: e}
}
