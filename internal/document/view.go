package document

import (
	"sort"
	"strings"

	"readout/internal/source"
)

// run is a piece of the view that comes from one piece of the file, byte for byte where both are equally long, as a whole
// otherwise: an entity and its character, white space and one space.
type run struct {
	view      int32 // offset of its first byte in the view; it reaches to the next run
	file, end int32 // the piece of the file, half-open
}

// Source returns the place in the file of a piece of the view, given by bytes, half-open.
func (v *View) Source(start, end int) source.Span {
	if v.runs == nil {
		return source.Span{Start: v.base + start, End: v.base + end}
	}
	if start >= end {
		at := v.fileStart(start)
		return source.Span{Start: at, End: at}
	}
	return source.Span{Start: v.fileStart(start), End: v.fileEnd(end)}
}

// runAt returns the run that holds the byte at offset i of the view, with the offset behind the run.
func (v *View) runAt(i int) (run, int) {
	k := sort.Search(len(v.runs), func(k int) bool { return int(v.runs[k].view) > i }) - 1
	if k < 0 {
		k = 0
	}
	end := len(v.Text)
	if k+1 < len(v.runs) {
		end = int(v.runs[k+1].view)
	}
	return v.runs[k], end
}

func (v *View) fileStart(i int) int {
	if len(v.runs) == 0 {
		return v.base
	}
	r, end := v.runAt(i)
	switch {
	case i >= end:
		return int(r.end)
	case end-int(r.view) == int(r.end-r.file):
		return int(r.file) + i - int(r.view)
	}
	return int(r.file)
}

// fileEnd returns where the byte before offset i of the view ends in the file.
func (v *View) fileEnd(i int) int {
	r, end := v.runAt(i - 1)
	if end-int(r.view) == int(r.end-r.file) {
		return int(r.file) + i - int(r.view)
	}
	return int(r.end)
}

// Quote returns the place in the file of words from..to of the view, half-open, with the signs between them and no more.
func (d *Document) Quote(from, to int) source.Span {
	if from < 0 || to > len(d.View.Words) || from >= to {
		return source.Span{}
	}
	return d.View.Source(d.View.Words[from].Start, d.View.Words[to-1].End)
}

// Headline returns the block of the release's own headline.
func (d *Document) Headline() (Block, bool) {
	for _, b := range d.Blocks {
		if b.Kind == Headline {
			return b, true
		}
	}
	return Block{}, false
}

// wholeBody returns the text of the release where it stands in the view in one piece, as in most releases.
func (d *Document) wholeBody() (string, bool) {
	first, last := -1, -1
	for i, b := range d.Blocks {
		if !b.Kind.Text() {
			continue
		}
		if first < 0 {
			first = i
		} else {
			gap := d.Blocks[i-1]
			if last+2 != i || gap.Kind != Blank || gap.Start != d.Blocks[last].End || gap.End != b.Start || !strings.ContainsAny(d.View.Text[gap.Start:gap.End], "\n\r") {
				return "", false
			}
		}
		last = i
	}
	if first < 0 {
		return "", false
	}
	return d.View.Text[d.Blocks[first].Start:d.Blocks[last].End], true
}

// Title returns the headline on one line, and "" if there is none.
func (d *Document) Title() string {
	b, ok := d.Headline()
	if !ok {
		return ""
	}
	s := d.View.Text[b.Start:b.End]
	if strings.ContainsAny(s, "\n\r\t") || strings.Contains(s, "  ") {
		return strings.Join(strings.Fields(s), " ")
	}
	return s
}

// Body returns the text of the release without page furniture and without its headline: wording, numbering and order as
// they are, the space between paragraphs as in the file.
func (d *Document) Body() string {
	if s, ok := d.wholeBody(); ok {
		return s
	}
	var out strings.Builder
	out.Grow(len(d.View.Text))
	last := -1 // index of the last block written
	for i, b := range d.Blocks {
		if !b.Kind.Text() {
			continue
		}
		if last >= 0 {
			if d.Blocks[last+1].Kind == Blank && last+2 == i {
				gap := d.View.Text[d.Blocks[last+1].Start:d.Blocks[last+1].End]
				if strings.ContainsAny(gap, "\n\r") {
					out.WriteString(gap)
				} else {
					out.WriteString("\n")
				}
			} else {
				out.WriteString("\n\n")
			}
		}
		out.WriteString(d.View.Text[b.Start:b.End])
		last = i
	}
	return out.String()
}
