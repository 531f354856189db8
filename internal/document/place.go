package document

import (
	"sort"

	"readout/internal/source"
)

// Place returns the place in the view of a span of the file, cut to the block in which it begins; false where a reader
// sees nothing of it.
func (d *Document) Place(sp source.Span) (start, end int, ok bool) {
	i := sort.Search(len(d.Blocks), func(i int) bool { return d.Blocks[i].Span.End > sp.Start })
	if i == len(d.Blocks) || d.Blocks[i].Span.Start > sp.Start || sp.Empty() {
		return 0, 0, false
	}
	b := d.Blocks[i]
	start, end = d.seen(b, sp.Start), d.seen(b, min(sp.End, b.Span.End))
	return start, end, start < end
}

// seen is the first offset in the view at which a reader sees what stands at an offset of the file or after it.
func (d *Document) seen(b Block, at int) int {
	if b.Span.Len() == b.End-b.Start {
		return b.Start + at - b.Span.Start
	}
	return b.Start + sort.Search(b.End-b.Start, func(i int) bool { return d.View.Source(b.Start+i, b.Start+i).Start >= at })
}
