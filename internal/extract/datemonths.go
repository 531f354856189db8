package extract

import (
	"strings"

	"readout/internal/date"
	"readout/internal/words"
)

// monthDay reads a date that begins with the name of a month at word i: "June 18, 2018", "Feb. 14-16", "February 28 to
// March 3", "June 2018", "June".
func (r *timeReader) monthDay(i int) (timeMention, bool) {
	m := timeMention{from: i, to: i + 1}
	month := monthOf(&r.ws[i])
	foreign := englishMonth(&r.ws[i]) == 0
	if r.joined(i + 1) {
		if y := yearToken(&r.ws[i+1]); y > 0 {
			m.sort, m.to, m.days = timeMonth, i+2, date.On(date.Day{Year: y, Month: month})
			return m, true
		}
		if d := dayToken(&r.ws[i+1]); d > 0 && !r.counts(i+2) {
			first := date.Day{Month: month, Day: d}
			if first.Valid() {
				m.to = i + 2
				return r.rest(m, first)
			}
		}
	}
	if foreign || len(r.ws[i].Text) == 3 && r.ws[i].Text != "may" || r.ws[i].Case == words.Lower {
		return m, false // a word of another language, or an abbreviation with nothing beside it
	}
	m.sort, m.days = timeMonth, date.On(date.Day{Month: month})
	return r.stepYear(m)
}

// counts reports whether word i makes the number before it a count and no day: "March 8 million".
func (r *timeReader) counts(i int) bool {
	if i >= len(r.ws) || r.ws[i].Gap != words.Space {
		return false
	}
	switch r.ws[i].Text {
	case "million", "billion", "percent", "per", "people", "countries", "years":
		return true
	}
	return false
}

// rest reads what follows the first day of a date that began with the month: the end of a span, the year.
func (r *timeReader) rest(m timeMention, first date.Day) (timeMention, bool) {
	i := m.to
	if y := r.yearAt(i); y > 0 {
		first.Year = y
		m.to, i = i+1, i+1
	}
	last := date.Day{}
	if j := r.upTo(i); j > 0 && j < len(r.ws) {
		switch {
		case first.Year == 0 && dayToken(&r.ws[j]) > first.Day && !r.clockAt(j) && !r.counts(j+1) && monthOfNext(r.ws, j) == 0 && !(r.ws[j-1].Text == "and" && dayToken(&r.ws[j]) != first.Day+1 && !r.between(m.from)):
			last = date.Day{Month: first.Month, Day: dayToken(&r.ws[j])}
			m.to = j + 1
		case monthOf(&r.ws[j]) > 0 && r.joined(j+1) && dayToken(&r.ws[j+1]) > 0 && (r.ws[j-1].Text != "and" || r.between(m.from)):
			last = date.Day{Month: monthOf(&r.ws[j]), Day: dayToken(&r.ws[j+1])}
			m.to = j + 2
		}
		if last.Known() {
			if y := r.yearAt(m.to); y > 0 {
				last.Year = y
				m.to++
			}
		}
	}
	return r.dated(m, first, last)
}

// between reports whether "between" stands before a time, so that "and" joins its ends: "between 3 and 5 October".
func (r *timeReader) between(from int) bool {
	for i := from - 1; i >= max(0, from-2); i-- {
		switch r.ws[i].Text {
		case "between":
			return true
		case "the":
		default:
			return false
		}
	}
	return false
}

// monthOfNext returns the month named by the word behind word i, 0 if none: "June 18 and 20 July".
func monthOfNext(ws []words.Word, i int) int {
	if i+1 < len(ws) && ws[i+1].Gap == words.Space {
		return monthOf(&ws[i+1])
	}
	return 0
}

// dated completes a mention from its first and last day, giving both the year that one of them has.
func (r *timeReader) dated(m timeMention, first, last date.Day) (timeMention, bool) {
	m.sort = timeDay
	if last.Known() {
		switch {
		case first.Year == 0 && last.Year > 0:
			first.Year = last.Year
			if first.Month > last.Month {
				first.Year--
			}
		case last.Year == 0 && first.Year > 0:
			last.Year = first.Year
			if last.Month < first.Month {
				last.Year++
			}
		}
	}
	if !first.Valid() {
		return m, false
	}
	m.days = date.On(first)
	if d := date.Span(first, last); last.Valid() && d.Valid() {
		m.days = d
	}
	if first.Year == 0 {
		return r.stepYear(m)
	}
	return m, true
}

// yearAt reads the year that completes a date at word i, 0 if there is none. A number at the start of a new line or
// sentence is none.
func (r *timeReader) yearAt(i int) int {
	if i >= len(r.ws) {
		return 0
	}
	y := yearToken(&r.ws[i])
	if y == 0 {
		return 0
	}
	switch r.ws[i].Gap {
	case words.Space, words.Comma, words.Hyphen, words.Slash, words.Glued:
	case words.Stop:
		if len(r.ws[i-1].Text) > 4 || i+1 < len(r.ws) && r.ws[i+1].Gap == words.Space && r.ws[i+1].Case == words.Lower {
			return 0
		}
	default:
		return 0
	}
	return y
}

// dayMonth reads a date that begins with the day at word i: "18 June 2018", "18th of June", "17-19 February", "17 to 19
// February 2023", "28 February to 3 March", "19-Jan-2024", "18 de junio de 2018".
func (r *timeReader) dayMonth(i int) (timeMention, bool) {
	m := timeMention{from: i, to: i + 1}
	d := dayToken(&r.ws[i])
	if d == 0 || i > 0 && r.ws[i-1].Number && r.ws[i-1].End+1 == r.ws[i].Start && r.text[r.ws[i-1].End] == ':' {
		return m, false // none, or the minutes of "10:12 July 22"
	}
	first, last := date.Day{Day: d}, date.Day{}
	j := r.month(i + 1)
	if j == 0 { // 17-19 February, 17 and 18 February: the month stands behind the last day
		k := r.upTo(i + 1)
		if k == 0 || k >= len(r.ws) {
			return m, false
		}
		d2 := dayToken(&r.ws[k])
		j = r.month(k + 1)
		if d2 <= d || j == 0 || r.ws[k-1].Text == "and" && d2 != d+1 && !r.between(i) {
			return m, false
		}
		last = date.Day{Month: monthOf(&r.ws[j]), Day: d2}
		first.Month = last.Month
		if y, n := r.ofYear(j + 1); y > 0 {
			last.Year, j = y, n-1
		}
		m.to = j + 1
		return r.dated(m, first, last)
	}
	first.Month = monthOf(&r.ws[j])
	if !first.Valid() {
		return m, false
	}
	m.to = j + 1
	if y, n := r.ofYear(j + 1); y > 0 {
		first.Year, m.to = y, n
	}
	if k := r.upTo(m.to); k > 0 && k < len(r.ws) && (r.ws[k-1].Text != "and" || r.between(i)) && dayToken(&r.ws[k]) > 0 {
		if j := r.month(k + 1); j > 0 && !r.clockAt(k) {
			last = date.Day{Month: monthOf(&r.ws[j]), Day: dayToken(&r.ws[k])}
			m.to = j + 1
			if y, n := r.ofYear(j + 1); y > 0 {
				last.Year, m.to = y, n
			}
		}
	}
	return r.dated(m, first, last)
}

// ordinal reads a day of the month by its number alone at word i: "on the 18th", "on the 5th of this month". An ordinal that
// counts something else has its noun behind it.
func (r *timeReader) ordinal(i int) (timeMention, bool) {
	m := timeMention{from: i, to: i + 1, sort: timeOrdinal, step: dayToken(&r.ws[i])}
	if n := len(r.ws[i].Text); m.step == 0 || n < 3 || r.ws[i].Text[n-1] < 'a' || i < 2 || r.ws[i-1].Text != "the" || r.ws[i].Gap != words.Space || r.ws[i-1].Gap != words.Space {
		return m, false
	}
	switch r.ws[i-2].Text {
	case "on", "from", "since", "until", "by":
	case "of":
		if i < 3 || !dayPart(r.ws[i-3].Text) {
			return m, false
		}
	default:
		return m, false
	}
	if i+1 >= len(r.ws) || r.ws[i+1].Gap != words.Space && r.ws[i+1].Gap != words.Hyphen {
		return m, true
	}
	switch r.ws[i+1].Text {
	case "local", "that", "in", "at", "with", "to", "for", "by", "through", "during", "when", "after", "where", "via", "as", "while", "evening", "morning", "afternoon", "night":
		return m, r.ws[i+1].Gap == words.Space
	case "and": // met on the 30th and invited; not "the 3rd and 4th rounds"
		if i+2 < len(r.ws) {
			t := r.ws[i+2].Text
			return m, strings.HasSuffix(t, "ed") || t == "met" || t == "held" || t == "spoke"
		}
	case "of":
		if i+3 < len(r.ws) && r.ws[i+3].Text == "month" {
			if step, ok := stepOf(r.ws[i+2].Text); ok {
				m.yearStep, m.steps, m.to = step, true, i+4
				return m, true
			}
		}
	}
	return m, false
}

// month finds the name of the month behind a day: its index, 0 if none. "of" and "de" may stand between.
func (r *timeReader) month(i int) int {
	if i < len(r.ws) && r.ws[i].Gap == words.Space && (r.ws[i].Text == "of" || r.ws[i].Text == "de") {
		i++
	}
	if r.joined(i) && monthOf(&r.ws[i]) > 0 {
		return i
	}
	return 0
}

// ofYear reads the year behind a month at word i, with "of" or "de" before it or not; n is the index behind it.
func (r *timeReader) ofYear(i int) (y, n int) {
	if i+1 < len(r.ws) && r.ws[i].Gap == words.Space {
		if t := r.ws[i].Text; t == "of" || t == "de" || t == "del" {
			return yearToken(&r.ws[i+1]), i + 2
		}
	}
	return r.yearAt(i), i + 1
}

// stepYear reads "last year", "this year", "of last year" behind a date without year, and "last" or "this" before a month.
func (r *timeReader) stepYear(m timeMention) (timeMention, bool) {
	i := m.to
	if i < len(r.ws) && r.ws[i].Gap == words.Space && (r.ws[i].Text == "of" || r.ws[i].Text == "the") {
		i++
	}
	if i+1 < len(r.ws) && (r.ws[i].Gap == words.Space || r.ws[i].Gap == words.Comma) && r.ws[i+1].Text == "year" && !r.ws[i+1].Poss {
		if step, ok := stepOf(r.ws[i].Text); ok {
			m.yearStep, m.steps, m.to = step, true, i+2
			return m, true
		}
	}
	return m, true
}

// stepOf reads a word that points at the unit before, of, or after the time of writing.
func stepOf(t string) (int, bool) {
	switch t {
	case "last", "previous", "past":
		return -1, true
	case "this", "current":
		return 0, true
	case "next", "coming":
		return 1, true
	}
	return 0, false
}
