package lexicon

import (
	"slices"

	"readout/internal/date"
)

// Days known in part are compared by the first and the last day that they can be, each as one number (20180618), so a
// term "2018-06 to 2019" may cover any day from 1 June 2018 to 31 December 2019 and surely covers 1 July 2018 to 31
// December 2018.

const (
	never  = 0
	always = 99991231
	// slack is how far a day of a term that is only about right may be off, in months.
	slack = 4
	// knownTo is the last day to which the built-in terms without an end were looked through; an open term that is only
	// about right is not sure after it.
	knownTo = 20250630
)

func first(d date.Day) int {
	if d.Year == 0 {
		return never
	}
	return figure(d.First())
}

func last(d date.Day) int {
	if d.Year == 0 {
		return always
	}
	return figure(d.Last())
}

func figure(d date.Day) int { return d.Year*10000 + d.Month*100 + d.Day }

// shift moves a day by whole months.
func shift(day, months int) int {
	if day == never || day == always {
		return day
	}
	y, m, d := day/10000, day/100%100, day%100
	n := y*12 + m - 1 + months
	return n/12*10000 + (n%12+1)*100 + d
}

// Possible reports whether the term may cover a day, or some day of a month or year. The zero Day is covered by any
// term. Terms that are only about right are taken some months wider.
func (t Term) Possible(day date.Day) bool {
	if day.Year == 0 {
		return true
	}
	from, to := first(t.From), last(t.To)
	if t.About {
		from, to = shift(from, -slack), shift(to, slack)
	}
	return first(day) <= to && last(day) >= from
}

// Sure reports whether the term covers a day, or every day of a month or year, without doubt.
func (t Term) Sure(day date.Day) bool {
	if day.Year == 0 || t.From.Year == 0 {
		return false
	}
	from, to := last(t.From), first(t.To)
	if t.To.Year == 0 {
		to = always
		if t.About {
			to = knownTo
		}
	} else if t.About {
		to = shift(to, -slack)
	}
	if t.About {
		from = shift(from, slack)
	}
	return first(day) >= from && last(day) <= to
}

// Sure reports whether the person held the office on a day without doubt.
func (h Holding) Sure(day date.Day) bool { return h.Term.Sure(day) }

// Terms returns all terms of an office, an index in Offices, by start. The slice must not be changed.
func (l *Lexicon) Terms(office int32) []Holding {
	if office < 0 || int(office) >= len(l.holdings) {
		return nil
	}
	return l.holdings[office]
}

// HoldersOf returns who may have held an office, an index in Offices, on a day; the sure ones first, then by start. Of
// a day known in part any overlap counts; the zero Day asks for all. In an office of one, somebody who surely held it
// rules out those who only may have.
func (l *Lexicon) HoldersOf(office int32, day date.Day) []Holding {
	return l.appendHolders(nil, office, day)
}

// Holders returns who may have held an office of a kind in a country on a day; the sure ones first, then by start.
func (l *Lexicon) Holders(country, kind string, day date.Day) []Holding {
	var out []Holding
	for _, o := range l.officesOf.of(country) {
		if l.Offices[o].Kind == kind {
			out = l.appendHolders(out, o, day)
		}
	}
	return out
}

// OfficesOf returns the offices (indexes in Offices) of a country or organisation. The slice must not be changed.
func (l *Lexicon) OfficesOf(country string) []int32 { return l.officesOf.of(country) }

func (l *Lexicon) appendHolders(out []Holding, office int32, day date.Day) []Holding {
	from := len(out)
	sure := false
	for _, h := range l.Terms(office) {
		if !h.Term.Possible(day) {
			continue
		}
		s := h.Sure(day)
		if s && !l.Offices[office].Many && !sure {
			out = out[:from] // who surely held it rules out who might have
		}
		if sure = sure || s; s || !sure || l.Offices[office].Many {
			out = append(out, h)
		}
	}
	if len(out) > 1 && day.Year > 0 {
		slices.SortStableFunc(out, func(a, b Holding) int { return order(b.Sure(day)) - order(a.Sure(day)) })
	}
	return out
}

func order(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// TermOn returns the term that a person served on a day in a country ("" any), preferring one that is sure, then the
// later begun. With the zero Day it is the latest of all. ok is false if there is none.
func (l *Lexicon) TermOn(p *Person, country string, day date.Day) (Term, bool) {
	best := -1
	for i, t := range p.Terms {
		if country != "" && l.Offices[t.Office].Country != country || !t.Possible(day) {
			continue
		}
		if best < 0 || order(t.Sure(day)) >= order(p.Terms[best].Sure(day)) {
			best = i
		}
	}
	if best < 0 {
		return Term{}, false
	}
	return p.Terms[best], true
}

func sortHoldings(hs []Holding) {
	slices.SortStableFunc(hs, func(a, b Holding) int { return a.Term.From.Compare(b.Term.From) })
}
