package export

import (
	"cmp"
	"slices"

	"readout/internal/date"
	"readout/internal/record"
)

// dyad is two countries, a year and a kind of contact.
type dyad struct {
	a, b string // codes in order
	year int    // 0 unknown
	kind record.Kind
}

// counted is a dyad with the number of its events.
type counted struct {
	dyad
	n int
}

// dyads counts the contacts of all pairs by year and kind, in this order.
func (x *index) dyads() []counted {
	count := map[dyad]int{}
	for _, p := range x.Pairs {
		a, b := p.A.Code, p.B.Code
		for _, v := range p.Contacts {
			if x.chosenEvent(v) {
				count[dyad{min(a, b), max(a, b), yearOf(v.Date.Value.Date), v.Kind}]++
			}
		}
	}
	list := make([]counted, 0, len(count))
	for d, n := range count {
		list = append(list, counted{d, n})
	}
	slices.SortFunc(list, func(p, q counted) int {
		return cmp.Or(cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b), cmp.Compare(p.year, q.year), cmp.Compare(p.kind, q.kind))
	})
	return list
}

// yearOf is the year in which a date stands: its first, or the one that all its candidates share; 0 if there is none.
func yearOf(d date.Date) int {
	if d.From.Year != 0 || len(d.OneOf) == 0 {
		return d.From.Year
	}
	for _, c := range d.OneOf {
		if c.Year != d.OneOf[0].Year {
			return 0
		}
	}
	return d.OneOf[0].Year
}
