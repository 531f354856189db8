// Package date holds a year, a month of it, a day, a span, a few candidates: a date known as far as it is known.
//
// Dates are calendar days of the place where something happened; there is no clock and no time zone here.
package date

// Day is a calendar day of which parts may be unknown (0): {2018, 6, 18} is a day, {2018, 6, 0} a month, {2018, 0, 0} a
// year, {0, 6, 18} a day of an unknown year. The zero Day is unknown.
type Day struct{ Year, Month, Day int }

// Date is a day, a span of days, or a few candidates. The zero Date is unknown.
type Date struct {
	From  Day   // first day; for candidates the likeliest, or zero if none is likelier
	To    Day   // last day of a span; zero otherwise
	OneOf []Day // two or more candidates, in order; nil otherwise
}
