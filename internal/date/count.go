package date

// Days are counted from 1 January of the year 1 (day 1, a Monday) in the Gregorian calendar, carried back before its
// introduction. All arithmetic is in whole days; no clock and no time zone comes in.

// Weekday is a day of the week: Monday is 1, Sunday is 7, 0 is none.
type Weekday int

// The days of the week.
const (
	NoWeekday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
	Sunday
)

// Number counts the days from 1 January of the year 1, which is 1. It is 0 where a part of the day is unknown.
func (d Day) Number() int {
	if !d.Full() {
		return 0
	}
	y := d.Year - 1
	n := 365*y + y/4 - y/100 + y/400
	for m := 1; m < d.Month; m++ {
		n += daysIn(d.Year, m)
	}
	return n + d.Day
}

// FromNumber returns the day with that Number, the zero Day for numbers below 1 and beyond the last year.
func FromNumber(n int) Day {
	if n < 1 {
		return Day{}
	}
	y := (n-1)/366 + 1 // never too late
	for (Day{y + 1, 1, 1}).Number() <= n {
		// Leap years are rarer than that guess supposes; go on by whole years, a few at a time.
		y += max(1, (n-(Day{y + 1, 1, 1}).Number())/366)
	}
	if y > lastYear {
		return Day{}
	}
	left := n - (Day{y, 1, 1}).Number()
	m := 1
	for left >= daysIn(y, m) {
		left -= daysIn(y, m)
		m++
	}
	return Day{y, m, left + 1}
}

// Add returns the day n days later, or earlier where n is negative. It is zero where a part of the day is unknown.
func (d Day) Add(n int) Day {
	if !d.Full() {
		return Day{}
	}
	if m := d.Day + n; m >= 1 && m <= 28 {
		return Day{d.Year, d.Month, m}
	}
	return FromNumber(d.Number() + n)
}

// Since returns the days from an earlier day to this one, negative if it is later; 0 where either is not a full day.
func (d Day) Since(earlier Day) int {
	if !d.Full() || !earlier.Full() {
		return 0
	}
	return d.Number() - earlier.Number()
}

// Weekday returns the day of the week, NoWeekday where a part of the day is unknown.
func (d Day) Weekday() Weekday {
	if !d.Full() {
		return NoWeekday
	}
	return Weekday((d.Number()-1)%7 + 1)
}

// First returns the first day that a day known in part can be: 1 June 2018 for June 2018. It is zero where the year is
// unknown.
func (d Day) First() Day {
	if d.Year == 0 {
		return Day{}
	}
	return Day{d.Year, max(d.Month, 1), max(d.Day, 1)}
}

// Last returns the last day that a day known in part can be: 30 June 2018 for June 2018. It is zero where the year is
// unknown, and Open for Open.
func (d Day) Last() Day {
	switch {
	case d.Year == 0 || d == Open:
		return d.openOrZero()
	case d.Month == 0:
		return Day{d.Year, 12, 31}
	case d.Day == 0:
		return Day{d.Year, d.Month, daysIn(d.Year, d.Month)}
	}
	return d
}

func (d Day) openOrZero() Day {
	if d == Open {
		return Open
	}
	return Day{}
}

// In returns the day with the year filled in, and whether there is such a day (29 February is not in every year).
func (d Day) In(year int) (Day, bool) {
	d.Year = year
	return d, d.Valid()
}
