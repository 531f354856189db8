package date

import (
	"strconv"
	"strings"
)

var months = [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September",
	"October", "November", "December"}

var weekdays = [...]string{"", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

// String returns the English name of the day of the week, "" for NoWeekday.
func (w Weekday) String() string {
	if w < 0 || int(w) >= len(weekdays) {
		return ""
	}
	return weekdays[w]
}

// MonthName returns the English name of a month, "" for anything but 1 to 12.
func MonthName(m int) string {
	if m < 0 || m >= len(months) {
		return ""
	}
	return months[m]
}

// Human returns the day as a reader writes it: "18 June 2018", "June 2018", "2018", "18 June, year unknown"; "" if it is
// unknown.
func (d Day) Human() string {
	switch {
	case !d.Known() || d == Open:
		return ""
	case d.Year == 0:
		return d.yearless() + ", year unknown"
	case d.Month == 0:
		return strconv.Itoa(d.Year)
	}
	return d.yearless() + " " + strconv.Itoa(d.Year)
}

// yearless is the day and the month, as far as known.
func (d Day) yearless() string {
	if d.Day == 0 {
		return MonthName(d.Month)
	}
	return strconv.Itoa(d.Day) + " " + MonthName(d.Month)
}

// Human returns the date as a reader writes it: as for a day, "1–3 May 2019", "28 February – 3 March 2019", "from 1 May
// 2019", "until 3 May 2019", "18 June 2013 or 18 June 2018"; "date unknown" if nothing is known.
func (d Date) Human() string {
	switch {
	case len(d.OneOf) > 0:
		return d.humanOneOf()
	case !d.Known():
		return "date unknown"
	case d.To == Open:
		return "from " + d.From.Human()
	case d.To.Known() && !d.From.Known():
		return "until " + d.To.Human()
	case d.To.Known():
		return d.humanSpan()
	}
	return d.From.Human()
}

func (d Date) humanSpan() string {
	a, b := d.From, d.To
	end := b.Human()
	switch {
	case a.Year != b.Year || a.Month == 0:
		if a.Month == 0 {
			return strconv.Itoa(a.Year) + "–" + strconv.Itoa(b.Year)
		}
		return a.Human() + " – " + end
	case a.Month != b.Month:
		return a.yearless() + " – " + end
	}
	return strconv.Itoa(a.Day) + "–" + end
}

func (d Date) humanOneOf() string {
	same := true // 18 June 2018, 2019 or 2020
	for _, c := range d.OneOf {
		same = same && c.Year > 0 && c.Month == d.OneOf[0].Month && c.Day == d.OneOf[0].Day && c.Month > 0
	}
	var b strings.Builder
	for i, c := range d.OneOf {
		switch {
		case i == 0:
		case i == len(d.OneOf)-1:
			b.WriteString(" or ")
		default:
			b.WriteString(", ")
		}
		if same && i > 0 {
			b.WriteString(strconv.Itoa(c.Year))
		} else {
			b.WriteString(c.Human())
		}
	}
	return b.String()
}
