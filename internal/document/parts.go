package document

import (
	"strings"

	"readout/internal/source"
)

// parts returns where each release begins in a file that holds several; nil for a file that holds one. It takes strong
// signs: ruled lines, or the line that opens the file again and again, and behind each a headline and a day of its own
// before the text.
func (c *cutter) parts() []int {
	if len(c.lines) < 8 {
		return nil
	}
	rules, again := []int(nil), []int(nil)
	first := c.view[c.lines[0].start:c.lines[0].end]
	for i := range c.lines {
		l := &c.lines[i]
		switch {
		case l.rule == "rule-line" || l.rule == "end-marker" && l.n == 0:
			rules = append(rules, i)
		case i > 0 && l.blank && l.end-l.start == len(first) && c.lines[0].n >= 2 && c.view[l.start:l.end] == first:
			again = append(again, i)
		}
	}
	for _, at := range [][]int{again, rules} {
		if len(at) > 0 {
			if starts := c.releases(at); starts != nil {
				return starts
			}
		}
	}
	return nil
}

// releases returns the lines at which releases begin if the file falls into releases at the lines given; else nil. The
// piece before the first of these lines may be a cover, the one behind the last an imprint.
func (c *cutter) releases(at []int) []int {
	starts := []int{0}
	whole := c.release(0, at[0])
	if !whole && c.countProse(0, at[0]) > 1 {
		return nil
	}
	cover := !whole
	for k, i := range at {
		end := len(c.lines)
		if k+1 < len(at) {
			end = at[k+1]
		}
		from := i
		if c.lines[i].n == 0 { // a ruled line
			from++
		}
		switch {
		case c.release(from, end):
			if cover {
				cover = false
				continue // the cover goes with the first release
			}
			starts = append(starts, i)
		case k+1 < len(at) && end-from == 0: // two ruled lines
		case k == len(at)-1 && c.countProse(from, end) <= 1 && end-from < 12: // an imprint
		default:
			return nil
		}
	}
	if len(starts) < 2 {
		return nil
	}
	return starts
}

// release reports whether lines from..to look like a release of their own: a headline and a full date over sentences.
func (c *cutter) release(from, to int) bool {
	title, date := false, false
	for i := from; i < to && i < from+9; i++ {
		l := &c.lines[i]
		switch {
		case l.kind == DateLine && (l.digits >= 2 || l.digits == 1 && numericLine(c, l)):
			date = true
		case l.kind == "" && l.prose():
			return title && date
		case l.kind == "" && l.n >= 3 && l.item == 0:
			title = true
		}
		if title && date {
			return c.countProse(i, to) > 0
		}
	}
	return false
}

func numericLine(c *cutter, l *line) bool {
	for _, w := range l.words(c.words) {
		if numeric(w.Text) {
			return true
		}
	}
	return false
}

// countProse counts the lines of prose among lines from..to.
func (c *cutter) countProse(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if c.lines[i].kind == "" && c.lines[i].prose() {
			n++
		}
	}
	return n
}

// split returns the spans of the parts that begin at lines starts, in the part of the file at base.
func (c *cutter) split(starts []int, span source.Span) []source.Span {
	out := make([]source.Span, len(starts))
	for k := range starts {
		from := span.Start
		if k > 0 {
			l := c.lines[starts[k]]
			from = span.Start + strings.LastIndexByte(c.view[:l.start], '\n') + 1
			out[k-1].End = from
		}
		out[k] = source.Span{Start: from, End: span.End}
	}
	return out
}
