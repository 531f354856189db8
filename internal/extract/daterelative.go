package extract

import "readout/internal/words"

// relative reads a time that is told from the day of writing or from the day told before: "today", "last Friday", "late
// last month", "the following day".
func (r *timeReader) relative(i int) (timeMention, bool) {
	w := &r.ws[i]
	one := func(sort timeSort, unit timeUnit, step int) (timeMention, bool) {
		return timeMention{from: i, to: i + 1, sort: sort, unit: unit, step: step}, true
	}
	switch w.Text {
	case "today", "tonight", "aujourdhui", "heute", "hoy", "hoje", "oggi", "сегодня", "сьогодні", "오늘", "금일", "今日", "今天", "本日", "bugun":
		return one(timeRelative, unitDay, 0)
	case "yesterday", "hier", "gestern", "ayer", "ontem", "ieri", "вчера", "어제", "昨日", "昨天":
		return one(timeRelative, unitDay, -1)
	case "tomorrow", "morgen", "manana", "amanha", "domani", "завтра", "내일", "明日", "明天":
		if w.Text == "morgen" && w.Case == words.Title { // "Guten Morgen"
			return timeMention{}, false
		}
		return one(timeRelative, unitDay, 1)
	case "last", "this", "next", "previous", "coming":
		return r.stepped(i)
	case "day":
		if i+2 >= len(r.ws) || r.ws[i+1].Gap != words.Space || r.ws[i+2].Gap != words.Space {
			break
		}
		m := timeMention{from: i, to: i + 3, sort: timeRelative, unit: unitDay}
		switch before, day := r.ws[i+1].Text, r.ws[i+2].Text; {
		case before == "before" && day == "yesterday":
			m.step = -2
			return m, true
		case before == "after" && day == "tomorrow":
			m.step = 2
			return m, true
		}
	case "weekend":
		if i > 0 && r.ws[i-1].Text == "the" && w.Gap == words.Space {
			return timeMention{from: i - 1, to: i + 1, sort: timeRelative, unit: unitWeek}, true
		}
	case "following", "same", "ensuing":
		step := 1
		if w.Text == "same" {
			step = 0
		}
		if i+1 < len(r.ws) && r.ws[i+1].Gap == words.Space && (r.ws[i+1].Text == "day" || r.ws[i+1].Text == "morning" || r.ws[i+1].Text == "afternoon" || r.ws[i+1].Text == "evening") {
			return timeMention{from: i, to: i + 2, sort: timeFollowing, unit: unitDay, step: step}, true
		}
	case "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "an", "one", "twenty", "thirty", "forty", "fifty", "sixty":
		return r.ago(i)
	}
	return timeMention{}, false
}

// stepped reads "last week", "this morning", "next Monday", "last June", "late last month".
func (r *timeReader) stepped(i int) (timeMention, bool) {
	step, ok := stepOf(r.ws[i].Text)
	j := i + 1
	if step == 0 && j < len(r.ws) && r.ws[j].Gap == words.Space { // this past Friday, this coming week
		switch r.ws[j].Text {
		case "past":
			step, j = -1, j+1
		case "coming":
			step, j = 1, j+1
		}
	}
	if !ok || j >= len(r.ws) || r.ws[j].Gap != words.Space && r.ws[j].Gap != words.Hyphen {
		return timeMention{}, false
	}
	m := timeMention{from: i, to: j + 1, sort: timeRelative, step: step}
	w := &r.ws[j]
	switch w.Text {
	case "day":
		if step == 0 {
			return m, false // "this day" is any day
		}
		m.sort, m.unit = timeFollowing, unitDay
		if r.ws[i].Text == "last" { // "the last day of the visit"
			return m, false
		}
	case "morning", "afternoon", "evening", "night", "noon", "midday":
		m.unit = unitDay
		if step > 0 {
			m.sort = timeFollowing // "the next morning" counts from the day told before
		}
	case "week", "weekend":
		m.unit = unitWeek
	case "month":
		m.unit = unitMonth
	case "year":
		m.unit = unitYear
	default:
		if day, short := weekdayOf(w, r.english); day > 0 && !short {
			inner, _ := r.weekdayFirst(j, day, short)
			inner.from = i
			if inner.sort == timeWeekday {
				inner.step = step
			}
			return inner, true
		}
		if englishMonth(w) > 0 {
			inner, ok := r.monthDay(j)
			if !ok || inner.days.From.Year > 0 {
				return inner, ok
			}
			inner.from, inner.yearStep, inner.steps = i, step, false
			inner.step = step
			return inner, true
		}
		return m, false
	}
	return m, true
}

// ago reads "three days ago", "25 years ago", "a week earlier".
func (r *timeReader) ago(i int) (timeMention, bool) {
	n, took := smallNumber(r.ws, i)
	j := i + took
	if took == 0 || j+1 >= len(r.ws) || r.ws[j].Gap != words.Space || r.ws[j+1].Gap != words.Space {
		return timeMention{}, false
	}
	m := timeMention{from: i, to: j + 2, sort: timeRelative, step: -n}
	switch r.ws[j].Text {
	case "day", "days":
		m.unit = unitDay
	case "week", "weeks":
		m.unit = unitWeek
	case "month", "months":
		m.unit = unitMonth
	case "year", "years":
		m.unit = unitYear
	default:
		return m, false
	}
	switch r.ws[j+1].Text {
	case "ago":
	case "earlier", "before":
		m.sort = timeFollowing
	case "later":
		m.sort, m.step = timeFollowing, n
	default:
		return m, false
	}
	return m, true
}
