package site

import (
	"slices"
	"sort"
	"unicode/utf8"

	"readout/internal/archive"
	"readout/internal/document"
	"readout/internal/source"
)

// placer finds places of the file in the view that a reader sees.
type placer struct{ doc *document.Document }

// find returns the place in the view of a span of the file, cut to the block in which it begins; false where a reader
// sees nothing of it.
func (p placer) find(sp source.Span) (start, end int, ok bool) {
	b, ok := p.block(sp.Start)
	if !ok || sp.Empty() {
		return 0, 0, false
	}
	start, end = p.offset(b, sp.Start), p.offset(b, min(sp.End, b.Span.End))
	text := p.doc.View.Text
	for start > b.Start && start < b.End && !utf8.RuneStart(text[start]) { // never cut a letter
		start--
	}
	for end < b.End && !utf8.RuneStart(text[end]) {
		end++
	}
	return start, end, start < end
}

// Some evidence is a whole sentence, or most of one. Its words are not marked, for a mark under everything tells nothing:
// the sentence stands for them.
const (
	longWords = 90 // bytes from which words are no longer marked one by one
	mostOf    = 80 // percent of a sentence that count as all of it, for what is no name
)

// whole reports whether words of the view stand for their sentence, and where it starts.
func (p placer) whole(start, end int, class string) (sentence int, ok bool) {
	s := p.sentenceAt(start)
	if s < 0 {
		return 0, false
	}
	it := p.doc.View.Sentences[s]
	if end-start >= longWords || class == "kind" && (end-start)*100 >= (it.End-it.Start)*mostOf {
		return it.Start, true
	}
	return 0, false
}

// target returns the id of the place on the page to which a fact's words lead, "" where a reader sees nothing of them.
func (p placer) target(sp source.Span, class string) string {
	start, end, ok := p.find(sp)
	if !ok {
		return ""
	}
	if s, ok := p.whole(start, end, class); ok {
		return sentenceID(p.doc, s)
	}
	return place(start, end)
}

// sentence returns the start, in the view, of the sentence that holds an offset of the file; false if none does.
func (p placer) sentence(at int) (start int, ok bool) {
	b, ok := p.block(at)
	if !ok {
		return 0, false
	}
	i := p.sentenceAt(p.offset(b, at))
	if i < 0 {
		return 0, false
	}
	return p.doc.View.Sentences[i].Start, true
}

// sentenceAt is the index of the sentence that holds an offset of the view, -1 if none does.
func (p placer) sentenceAt(v int) int {
	ss := p.doc.View.Sentences
	i := sort.Search(len(ss), func(i int) bool { return ss[i].End > v })
	if i == len(ss) || ss[i].Start > v {
		return -1
	}
	return i
}

func (p placer) block(at int) (document.Block, bool) {
	bs := p.doc.Blocks
	i := sort.Search(len(bs), func(i int) bool { return bs[i].Span.End > at })
	if i == len(bs) || bs[i].Span.Start > at {
		return document.Block{}, false
	}
	return bs[i], true
}

// headline reports whether an offset of the file lies in a headline.
func (p placer) headline(at int) bool {
	b, ok := p.block(at)
	return ok && b.Kind == document.Headline
}

// offset is the first offset in the view at which a reader sees what stands at an offset of the file or after it.
func (p placer) offset(b document.Block, at int) int {
	if b.Span.Len() == b.End-b.Start {
		return b.Start + at - b.Span.Start
	}
	n := sort.Search(b.End-b.Start, func(i int) bool { return p.doc.View.Source(b.Start+i, b.Start+i).Start >= at })
	return b.Start + n
}

// sentenceText is, as it is shown, the text of the sentence that starts at an offset of the view, "" if none does.
func sentenceText(e *archive.Entry, start int) string {
	ss := e.Document().View.Sentences
	i, ok := slices.BinarySearchFunc(ss, start, func(s document.Sentence, at int) int { return s.Start - at })
	if !ok {
		return ""
	}
	return e.Shown()[ss[i].Start:ss[i].End]
}
