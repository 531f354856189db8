package site

import (
	"cmp"
	"slices"
	"strconv"

	"readout/internal/document"
)

// mark is a fact in the text: a place in the view and where the fact stands on the page.
type mark struct {
	start, end int    // bytes of the view, half-open
	class      string // field: "person", "country", "date", "kind", "doubt"
	fact       string // id of the fact on the page
	label      string // what the fact is, for readers who do not see it
}

// tag is a topic that a sentence bears.
type tag struct {
	start  int    // where the sentence starts, in the view
	number string // of the topic on the page
	fact   string
	label  string
}

// marker writes blocks of one document with their facts marked. Facts may overlap: the text is cut where any begins or
// ends, and each piece belongs to the shortest fact that covers it.
type marker struct {
	doc    *document.Document
	text   string // of the view, as it is shown
	lang   string // of the text; "" that of the page
	marks  []mark // by start, then the longest first
	tags   []tag  // by start
	active []int
}

func newMarker(doc *document.Document, lang string, marks []mark, tags []tag) *marker {
	m := &marker{doc: doc, text: shownText(doc), lang: lang, marks: marks, tags: tags}
	slices.SortStableFunc(m.marks, func(a, b mark) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end)) })
	m.marks = slices.CompactFunc(m.marks, func(a, b mark) bool { return a.start == b.start && a.end == b.end })
	slices.SortStableFunc(m.tags, func(a, b tag) int { return cmp.Compare(a.start, b.start) })
	return m
}

// sentences are those of one block.
func (m *marker) sentences(block int) []document.Sentence {
	all := m.doc.View.Sentences // by block
	by := func(s document.Sentence, block int) int { return cmp.Compare(s.Block, block) }
	from, _ := slices.BinarySearchFunc(all, block, by)
	to, _ := slices.BinarySearchFunc(all, block+1, by)
	return all[from:to]
}

// block writes the text of one block, sentence by sentence.
func (m *marker) block(o *out, index int) {
	b := m.doc.Blocks[index]
	at := b.Start
	for _, s := range m.sentences(index) {
		if s.Start < at || s.End > b.End || s.End <= s.Start {
			continue // never lose text to a faulty sentence
		}
		m.pieces(o, at, s.Start)
		o.raw(`<span class="s" id="`, sentenceID(m.doc, s.Start), `">`)
		m.pieces(o, s.Start, s.End)
		o.raw(`</span>`)
		m.topics(o, s.Start)
		at = s.End
	}
	m.pieces(o, at, b.End)
}

// numbers writes a link to each sentence of one block, by the name of its place.
func (m *marker) numbers(o *out, index int) {
	for _, s := range m.sentences(index) {
		if o.b.Len() > 0 {
			o.raw(" ")
		}
		id := sentenceID(m.doc, s.Start)
		o.raw(`<a href="#`, id, `">`, id, `</a>`)
	}
}

// topics writes the numbers of the topics that a sentence bears. The style sheet shows them: they are no part of the text.
func (m *marker) topics(o *out, start int) {
	i, _ := slices.BinarySearchFunc(m.tags, start, func(t tag, at int) int { return cmp.Compare(t.start, at) })
	for ; i < len(m.tags) && m.tags[i].start == start; i++ {
		t := m.tags[i]
		o.raw(`<a class="t" href="#`, t.fact, `" data-n="`, t.number, `"`)
		o.attr("aria-label", t.label)
		o.raw(`></a>`)
	}
}

// pieces writes view[from:to] with its marks.
func (m *marker) pieces(o *out, from, to int) {
	text := m.text
	m.active = m.active[:0]
	next, _ := slices.BinarySearchFunc(m.marks, from, func(k mark, at int) int { return cmp.Compare(k.start, at) })
	for i := next - 1; i >= 0 && next-i < 64; i-- { // those that began before this piece of text
		if m.marks[i].end > from {
			m.active = append(m.active, i)
		}
	}
	for at := from; at < to; {
		for next < len(m.marks) && m.marks[next].start <= at {
			m.active = append(m.active, next)
			next++
		}
		m.active = slices.DeleteFunc(m.active, func(i int) bool { return m.marks[i].end <= at })
		end := to
		if next < len(m.marks) {
			end = min(end, m.marks[next].start)
		}
		best := -1
		for _, i := range m.active {
			k := m.marks[i]
			end = min(end, k.end)
			if best < 0 || k.end-k.start < m.marks[best].end-m.marks[best].start {
				best = i
			}
		}
		m.piece(o, text[at:end], at, best)
		at = end
	}
}

// piece writes text that belongs to one mark, or to none (-1), and before it the places of other facts that begin here.
func (m *marker) piece(o *out, text string, at, best int) {
	for _, i := range m.active {
		if k := m.marks[i]; i != best && k.start == at {
			o.raw(`<span class="at" id="`, place(k.start, k.end), `"></span>`)
		}
	}
	if best < 0 {
		o.run(text, m.lang)
		return
	}
	k := m.marks[best]
	o.raw(`<a class="f `, k.class, `"`)
	if k.start == at {
		o.raw(` id="`, place(k.start, k.end), `"`)
	}
	o.raw(` href="#`, k.fact, `"`)
	if k.label != "" {
		o.attr("title", k.label)
	}
	o.raw(`>`)
	o.run(text, m.lang)
	o.raw(`</a>`)
}

// place is the id of a fact's place in the text.
func place(start, end int) string { return "w" + strconv.Itoa(start) + "-" + strconv.Itoa(end) }
