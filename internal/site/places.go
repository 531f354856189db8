package site

import (
	"slices"
	"sort"
	"unicode/utf8"

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

// sentence returns the start, in the view, of the sentence that holds an offset of the file; false if none does.
func (p placer) sentence(at int) (start int, ok bool) {
	b, ok := p.block(at)
	if !ok {
		return 0, false
	}
	v := p.offset(b, at)
	ss := p.doc.View.Sentences
	i := sort.Search(len(ss), func(i int) bool { return ss[i].End > v })
	if i == len(ss) || ss[i].Start > v {
		return 0, false
	}
	return ss[i].Start, true
}

func (p placer) block(at int) (document.Block, bool) {
	bs := p.doc.Blocks
	i := sort.Search(len(bs), func(i int) bool { return bs[i].Span.End > at })
	if i == len(bs) || bs[i].Span.Start > at {
		return document.Block{}, false
	}
	return bs[i], true
}

// offset is the first offset in the view at which a reader sees what stands at an offset of the file or after it.
func (p placer) offset(b document.Block, at int) int {
	if b.Span.Len() == b.End-b.Start {
		return b.Start + at - b.Span.Start
	}
	n := sort.Search(b.End-b.Start, func(i int) bool { return p.doc.View.Source(b.Start+i, b.Start+i).Start >= at })
	return b.Start + n
}

// sentenceText is the text of the sentence that starts at an offset of the view, "" if none does.
func (p placer) sentenceText(start int) string {
	ss := p.doc.View.Sentences
	i, ok := slices.BinarySearchFunc(ss, start, func(s document.Sentence, at int) int { return s.Start - at })
	if !ok {
		return ""
	}
	return p.doc.View.Text[ss[i].Start:ss[i].End]
}
