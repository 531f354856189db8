package extract

import (
	"readout/internal/date"
	"readout/internal/lexicon"
	"readout/internal/record"
)

// orderOf is the order in which a publisher writes day and month in figures.
func orderOf(lex *lexicon.Lexicon, pub record.Publisher) dayOrder {
	if p := lex.Publisher(pub.ID); p != nil {
		switch p.Numeric {
		case "mdy":
			return monthFirst
		case "dmy":
			return dayFirst
		}
	}
	return orderUnknown
}

// countryOrder is the order of day and month usual in a country.
func countryOrder(country string) dayOrder {
	switch country {
	case "US", "PH", "FM", "PW", "MH", "LR":
		return monthFirst
	}
	return dayFirst
}

// settleFigures decides between the two readings of a numeric date, by what else the document tells. It returns the day,
// the rule, and whether the reading is more than a guess.
func (c *calendar) settleFigures(t *toldTime) (day date.Day, rule string, firm bool) {
	a, b := t.days.From, t.other
	if t.weekday > 0 && (a.Weekday() == t.weekday) != (b.Weekday() == t.weekday) {
		if a.Weekday() == t.weekday {
			return a, "numeric-date-by-weekday", true
		}
		return b, "numeric-date-by-weekday", true
	}
	nearA, nearB := c.nearest(t, a, false), c.nearest(t, b, true)
	if nearA != nearB && min(nearA, nearB) <= 31 && max(nearA, nearB) > 2*min(nearA, nearB)+2 {
		if nearA < nearB {
			return a, "numeric-date-by-neighbour", true
		}
		return b, "numeric-date-by-neighbour", true
	}
	order, firm, rule := c.order, c.home != "", "numeric-date-by-publisher"
	if order == orderUnknown {
		order, rule = countryOrder(c.home), "numeric-date-by-country"
	} else {
		firm = true
	}
	if c.dayFirstReading(t) == (order == dayFirst) {
		return a, rule, firm
	}
	return b, rule, firm
}

// dayFirstReading reports whether the first reading of a numeric date takes the day first.
func (c *calendar) dayFirstReading(t *toldTime) bool {
	n, _ := leadingNumber(c.ws[t.to-3].Text)
	return n == t.days.From.Day
}

// nearest is the number of days between a reading of a numeric date and the nearest other date of the document, a year or
// more where there is none. Other numeric dates are read the same way (swapped or not).
func (c *calendar) nearest(t *toldTime, day date.Day, swapped bool) int {
	best := 366
	for i := range c.times {
		o := &c.times[i]
		if o.sort != timeDay || o.from == t.from {
			continue
		}
		d := o.days.From
		if o.other.Known() {
			if swapped {
				d = o.other
			}
			if d == day {
				continue // the same figures again say nothing
			}
		}
		if d.Year == 0 {
			var ok bool
			if d, ok = nearestYear(d, day); !ok {
				continue
			}
		}
		gap := day.Since(d)
		best = min(best, max(gap, -gap))
	}
	return best
}

// nearestYear fills in the year in which a day comes nearest to another.
func nearestYear(d, to date.Day) (date.Day, bool) {
	best, found := date.Day{}, false
	for y := to.Year - 1; y <= to.Year+1; y++ {
		if e, ok := d.In(y); ok && (!found || abs(e.Since(to)) < abs(best.Since(to))) {
			best, found = e, true
		}
	}
	return best, found
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
