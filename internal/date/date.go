// Package date holds a year, a month of it, a day, a span, a few candidates: a date known as far as it is known.
//
// Dates are calendar days of the place where something happened; there is no clock and no time zone here.
package date

// Day is a calendar day of which parts may be unknown (0): {2018, 6, 18} is a day, {2018, 6, 0} a month, {2018, 0, 0} a
// year, {0, 6, 18} a day of an unknown year. The zero Day is unknown.
type Day struct{ Year, Month, Day int }

// Date is a day, a span of days, or a few candidates. The zero Date is unknown.
type Date struct {
	From  Day   // first day; for candidates the likeliest, or zero if none is likelier; zero for a span without beginning
	To    Day   // last day of a span, Open for a span without end; zero otherwise
	OneOf []Day // two or more candidates, in order; nil otherwise
}

// Open is the last day of a span that has no known end.
var Open = Day{Year: lastYear + 1}

// The years that a date can have. They reach from the first treaties that releases recall to as far as plans go.
const (
	firstYear = 1
	lastYear  = 9998
)

// On returns the date that is one day, or a day known in part.
func On(d Day) Date { return Date{From: d} }

// Span returns the days from one day to another, both included. A zero from has no beginning, Open as to has no end.
// A span of one day is that day.
func Span(from, to Day) Date {
	if to == from {
		return Date{From: from}
	}
	return Date{From: from, To: to}
}

// Known reports whether anything of the day is known.
func (d Day) Known() bool { return d != Day{} }

// Full reports whether year, month and day are known.
func (d Day) Full() bool { return d.Year > 0 && d.Month > 0 && d.Day > 0 }

// Valid reports whether the day can stand in a calendar as far as it is known: a year from 1 to 9998, a month, a day
// of that month. A day needs a month; a month without a year is a month of an unknown year. 29 February is valid where
// the year is unknown.
func (d Day) Valid() bool {
	switch {
	case !d.Known(), d.Year < 0, d.Year > lastYear, d.Month < 0, d.Month > 12, d.Day < 0:
		return false
	case d.Day > 0 && d.Month == 0:
		return false
	case d.Day > 0:
		return d.Day <= daysIn(d.Year, d.Month)
	}
	return true
}

// daysIn is the number of days of a month; the longest it can have where the year is unknown (0).
func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year == 0 || leap(year) {
			return 29
		}
		return 28
	}
	return 31
}

func leap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

// Known reports whether anything of the date is known.
func (d Date) Known() bool { return d.From.Known() || d.To.Known() || len(d.OneOf) > 0 }

// IsSpan reports whether the date is more than one day with a beginning or an end.
func (d Date) IsSpan() bool { return d.To.Known() }

// Valid reports whether the date is one that can be written: a valid day; a span that does not run back, whose ends know
// equally much; two or more valid candidates in order without repetition, of which the likeliest, if any, is one.
func (d Date) Valid() bool {
	switch {
	case len(d.OneOf) > 0:
		if len(d.OneOf) < 2 || d.To.Known() {
			return false
		}
		found := !d.From.Known()
		for i, c := range d.OneOf {
			if !c.Valid() || i > 0 && compareDays(d.OneOf[i-1], c) >= 0 {
				return false
			}
			found = found || c == d.From
		}
		return found
	case d.To == Open:
		return d.From.Valid() && d.From.Year > 0
	case d.To.Known() && !d.From.Known():
		return d.To.Valid() && d.To.Year > 0
	case d.To.Known():
		return d.From.Valid() && d.To.Valid() && (d.From.Year > 0) == (d.To.Year > 0) && (d.From.Month > 0) == (d.To.Month > 0) &&
			(d.From.Day > 0) == (d.To.Day > 0) && (d.From.Year == 0 || compareDays(d.From, d.To) < 0) && d.From != d.To
	}
	return d.From.Valid()
}
