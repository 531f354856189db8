package document

import (
	"strings"

	"readout/internal/source"
)

// Source returns the place in the file of a piece of the view, given by bytes, half-open.
func (v *View) Source(start, end int) source.Span {
	return source.Span{Start: v.base + start, End: v.base + end}
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
