package extract

import (
	"readout/internal/document"
	"readout/internal/record"
)

// underHeading finds the day in the heading under which an event is told, where a release tells its events day by day:
// "Tuesday, 19 September 2023" in a line of its own, and another such line below. Where the event is told over all of them,
// it is the first.
func (x *dater) underHeading() (*toldTime, bool) {
	first := -1
	for _, s := range x.at {
		if x.doc.Blocks[x.doc.View.Sentences[s].Block].Kind.Body() && (first < 0 || s < first) {
			first = s
		}
	}
	if first < 0 {
		return nil, false
	}
	var above, below *toldTime
	n := 0
	for i := range x.times {
		t := &x.times[i]
		if t.sort != timeDay || t.block < x.body || t.block >= x.end || !x.headsDay(t) {
			continue
		}
		n++
		switch {
		case t.sentence < first:
			above = t
		case below == nil:
			below = t
		}
	}
	switch {
	case n < 2:
		return nil, false
	case above != nil:
		return above, true
	}
	return below, true
}

// headsDay reports whether a block of the body holds nothing but a day.
func (x *dater) headsDay(t *toldTime) bool {
	switch x.doc.Blocks[t.block].Kind {
	case document.Paragraph, document.Item, document.Subhead, document.DateLine:
	default:
		return false
	}
	from, to := x.within(t.block)
	return to-from <= 8 && to-from-(t.to-t.from) <= 2
}

// atHeading makes the fact of a day told in a heading.
func (x *dater) atHeading(t *toldTime) (record.Fact[record.Dating], bool) {
	d := t.days
	if d.From.Year == 0 {
		if !x.issue.day.Full() {
			return record.Fact[record.Dating]{}, false
		}
		day, ok := nearestYear(d.From, x.issue.day)
		if !ok {
			return record.Fact[record.Dating]{}, false
		}
		d.From = day
		if d.To.Known() {
			d.To.Year = day.Year
		}
	}
	return x.fact(d, t.timeMention, "day-in-heading", record.Inferred), true
}
