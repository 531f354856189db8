package extract

import (
	"readout/internal/date"
	"readout/internal/words"
)

// timeMention is a time that the text tells: "Monday, June 18", "2018/05/11", "from 17 to 19 February", "last week".
type timeMention struct {
	from, to int // words, half-open; without a preposition
	sort     timeSort
	days     date.Date    // calendar: as far as it is written, the year 0 where it is not
	other    date.Day     // calendar: the other reading of a numeric date whose day and month cannot be told apart
	weekday  date.Weekday // of the first day, where it is told
	unit     timeUnit     // relative: what is counted
	step     int          // relative: how many units on (negative: back)
	yearStep int          // calendar without year: how many years on, for "in April last year"
	steps    bool         // whether yearStep is told
	numeric  bool         // written in figures only
}

type timeSort uint8

const (
	timeDay       timeSort = iota // a day or span of days, with or without year
	timeMonth                     // a month, with or without year
	timeYear                      // a year alone
	timeWeekday                   // a day of the week; step -1 for "last Monday", 1 for "next Monday"
	timeRelative                  // today, last week, three days ago
	timeFollowing                 // the same day, the following day: counted from the day told before
	timeOrdinal                   // "on the 18th": step is the day of the month; yearStep -1 for "of last month"
)

type timeUnit uint8

const (
	unitDay timeUnit = iota
	unitWeek
	unitMonth
	unitYear
)

// dayOrder is the order of day and month in a numeric date.
type dayOrder uint8

const (
	orderUnknown dayOrder = iota
	dayFirst
	monthFirst
)

// readTimes appends the times told in words from..to of one block to ms, in order.
func readTimes(text string, ws []words.Word, from, to int, ms []timeMention) []timeMention {
	return readTimesIn(text, ws, from, to, inEnglish(ws), ms)
}

// readTimesIn is readTimes for a text of which it is known whether it is English. There months of other languages are read
// only beside a number and their days of the week not at all.
func readTimesIn(text string, ws []words.Word, from, to int, english bool, ms []timeMention) []timeMention {
	r := timeReader{text: text, ws: ws[:to], english: english}
	for i := from; i < to; {
		if !r.may(i) {
			i++
			continue
		}
		m, ok := r.at(i, from)
		if !ok {
			i++
			continue
		}
		ms = append(ms, m)
		i = m.to
	}
	return ms
}

// timeReader reads the times of one block.
type timeReader struct {
	text    string
	ws      []words.Word // as far as the end of the block
	english bool
}

// may reports whether a time may begin at word i. Most words are done with after it.
func (r *timeReader) may(i int) bool {
	w := &r.ws[i]
	switch {
	case w.Number:
		return true
	case len(w.Text) <= 2:
		return w.Text == "a"
	}
	return !r.english || timely(w.Text) || i+1 < len(r.ws) && r.ws[i+1].Number
}

// at reads the time that begins at word i, where it may; from is the first word of the block.
func (r *timeReader) at(i, from int) (timeMention, bool) {
	w := &r.ws[i]
	if w.Number {
		if m, ok := r.figures(i, from); ok {
			return r.weekdayAfter(m), true
		}
		if m, ok := r.dayMonth(i); ok {
			return r.weekdayAfter(m), true
		}
		if m, ok := r.ago(i); ok {
			return m, true
		}
		if m, ok := r.ordinal(i); ok {
			return m, true
		}
		if y := yearToken(w); y > 0 && !r.partOfNumber(i, from) {
			return timeMention{from: i, to: i + 1, sort: timeYear, days: date.On(date.Day{Year: y})}, true
		}
		return timeMention{}, false
	}
	if w.Text == "a" {
		return r.ago(i)
	}
	if englishMonth(w) > 0 || i+1 < len(r.ws) && r.ws[i+1].Number && monthOf(w) > 0 {
		if m, ok := r.monthDay(i); ok {
			return r.weekdayAfter(m), true
		}
		return timeMention{}, false
	}
	if day, short := weekdayOf(w, r.english); day > 0 {
		return r.weekdayFirst(i, day, short)
	}
	return r.relative(i)
}

// timely is a quick look at the first letters of a word of an English text: false where no time begins so.
func timely(t string) bool {
	c := t[1]
	switch t[0] {
	case 't':
		return c == 'o' || c == 'u' || c == 'w' || c == 'e' || c == 'h' && (t[2] == 'i' || t[2] == 'r' || t[2] == 'u') // not the, that
	case 'a':
		return c == 'p' || c == 'u' || c == 'y' || c == 'm'
	case 'b':
		return c == 'u'
	case 'c':
		return c == 'o'
	case 'd':
		return c == 'a' || c == 'e' || c == 'o'
	case 'e':
		return c == 'n' || c == 'i'
	case 'f':
		return c == 'e' || c == 'r' || c == 'o' || c == 'i'
	case 'g':
		return c == 'e'
	case 'h':
		return c == 'e' || c == 'i' || c == 'o'
	case 'i':
		return c == 'e'
	case 'j', 'y':
		return c == 'a' || c == 'u' || c == 'e'
	case 'l':
		return c == 'a'
	case 'm':
		return c == 'a' || c == 'o'
	case 'n':
		return c == 'o' || c == 'e' || c == 'i'
	case 'o':
		return c == 'c' || c == 'n' || c == 'g'
	case 'p':
		return c == 'r'
	case 's':
		return c == 'e' || c == 'a' || c == 'u' || c == 'i'
	case 'w': // Wednesday, weekend
		return c == 'e'
	case 'k', 'q', 'r', 'u', 'v', 'x', 'z':
		return false
	}
	return true // no Latin letter
}

// joined reports whether word i stands close behind the one before, as parts of a date do.
func (r *timeReader) joined(i int) bool {
	if i >= len(r.ws) {
		return false
	}
	switch r.ws[i].Gap {
	case words.Glued, words.Space, words.Comma, words.Hyphen, words.Slash:
		return true
	case words.Stop: // "Sept. 18", "Feb.17", "18. Juni"; not "in June. 18 countries"
		p := &r.ws[i-1]
		return len(p.Text) <= 4 || p.Number
	}
	return false
}

// rangeGap reports whether word i continues a span behind a hyphen or dash.
func (r *timeReader) rangeGap(i int) bool {
	return i < len(r.ws) && (r.ws[i].Gap == words.Hyphen || r.ws[i].Gap == words.Dash || r.ws[i].Gap == words.Other)
}

// rangeWord reports whether word i is a word between the ends of a span.
func (r *timeReader) rangeWord(i int) bool {
	if i >= len(r.ws) || !r.joined(i) {
		return false
	}
	switch r.ws[i].Text {
	case "to", "through", "until", "till", "and", "thru", "bis", "au", "al", "a":
		return true
	}
	return false
}

// upTo finds the second end of a span whose first end closes before word i: the index of its first word, 0 if none.
func (r *timeReader) upTo(i int) int {
	switch {
	case r.rangeGap(i):
		return i
	case r.rangeWord(i) && i+1 < len(r.ws) && r.ws[i+1].Gap == words.Space:
		if r.ws[i+1].Text == "the" {
			return i + 2
		}
		return i + 1
	}
	return 0
}

// weekdayFirst reads a time that begins with a day of the week at word i: "Monday, June 18", "Wed 29-11-2023", "Monday".
func (r *timeReader) weekdayFirst(i int, day date.Weekday, short bool) (timeMention, bool) {
	if !r.ws[i].Poss {
		j := i + 1
		if j+1 < len(r.ws) && r.ws[j].Text == "the" && r.ws[j].Gap == words.Space {
			j++
		}
		if j < len(r.ws) && (r.joined(j) || r.ws[j].Gap == words.Open || r.ws[j].Gap == words.Stop || r.ws[j].Gap == words.Dash) {
			w := &r.ws[j]
			if w.Number || monthOf(w) > 0 {
				var m timeMention
				ok := false
				if w.Number {
					if m, ok = r.figures(j, i); !ok {
						m, ok = r.dayMonth(j)
					}
				} else {
					m, ok = r.monthDay(j)
				}
				if ok && m.sort == timeDay {
					m.from, m.weekday = i, day
					return m, true
				}
			}
		}
	}
	if short {
		return timeMention{}, false
	}
	return timeMention{from: i, to: i + 1, sort: timeWeekday, weekday: day}, true
}

// weekdayAfter reads the day of the week behind a date: "May 5 (Thursday)", "June 18, Monday".
func (r *timeReader) weekdayAfter(m timeMention) timeMention {
	if m.sort != timeDay || m.weekday > 0 || m.to >= len(r.ws) {
		return m
	}
	g := r.ws[m.to].Gap
	day, _ := weekdayOf(&r.ws[m.to], r.english)
	if day > 0 && (g == words.Open || g == words.Comma && (m.to+1 >= len(r.ws) || r.ws[m.to+1].Gap != words.Space || r.ws[m.to+1].Case == words.Lower)) {
		if g == words.Comma && m.to+1 < len(r.ws) && (monthOf(&r.ws[m.to+1]) > 0 || r.ws[m.to+1].Number) {
			return m
		}
		m.weekday = day
		m.to++
		if y := r.yearAt(m.to); y > 0 && m.days.From.Year == 0 {
			m.days.From.Year = y
			if m.days.To.Known() {
				m.days.To.Year = y
			}
			m.to++
		}
	}
	return m
}
