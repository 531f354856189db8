package extract

import (
	"readout/internal/date"
	"readout/internal/record"
)

// resolve works out the day that a chosen time means. It is not done where the year cannot be told from the day of issue.
func (x *dater) resolve(ch choice) (record.Fact[record.Dating], bool) {
	t := ch.t
	switch t.sort {
	case timeDay, timeMonth:
		return x.resolveCalendar(ch)
	case timeYear:
		return x.fact(t.days, t.timeMention, "explicit-year", record.Inferred), true
	case timeWeekday:
		if x.issue.day.Full() {
			return x.resolveWeekday(ch), true
		}
	case timeOrdinal:
		if x.issue.day.Full() {
			return x.resolveOrdinal(ch)
		}
	case timeRelative:
		if x.issue.day.Full() {
			return x.resolveRelative(ch), true
		}
	case timeFollowing:
		return x.resolveFollowing(ch)
	}
	return record.Fact[record.Dating]{}, false
}

// resolveCalendar works out a day or month of which the year may be missing.
func (x *dater) resolveCalendar(ch choice) (record.Fact[record.Dating], bool) {
	t := ch.t
	d := t.days
	if d.From.Year > 0 {
		rule, conf := "explicit-date", record.Certain
		if t.other.Known() {
			day, r, firm := x.settleFigures(t)
			rule, conf, d = r, record.Uncertain, date.On(day)
			if firm {
				conf = record.Inferred
			}
		}
		if ch.how == onTitle {
			rule = "bracketed-day-in-title"
		}
		gap := 0
		if x.issue.day.Full() {
			gap = x.issue.day.Since(d.From.First())
		}
		if ch.how == onNoun || gap > 30 || gap < -200 || t.sort == timeMonth {
			conf = weaker(conf, record.Inferred)
		}
		return x.fact(d, t.timeMention, rule, conf), true
	}
	issue := x.issue.day
	if !issue.Full() {
		return record.Fact[record.Dating]{}, false
	}
	rule := "day-near-publication"
	if ch.how == onTitle {
		rule = "bracketed-day-in-title"
	}
	first, ok := x.yearFor(d.From, issue, ch)
	if !ok {
		return record.Fact[record.Dating]{}, false
	}
	last := date.Day{}
	if d.To.Known() {
		last, _ = d.To.In(first.Year)
		if last.Compare(first) < 0 {
			last.Year++
		}
	}
	gap := abs(first.First().Since(issue))
	conf := record.Inferred
	switch {
	case gap <= 14 && ch.how >= onEvent && t.sort == timeDay:
		conf = record.Certain
	case gap > 200:
		conf = record.Uncertain
	}
	if t.weekday > 0 && first.Full() && first.Weekday() != t.weekday {
		conf = record.Uncertain
		for _, y := range [4]int{first.Year - 1, first.Year + 1, first.Year - 2, first.Year + 2} {
			if e, ok := first.In(y); ok && e.Weekday() == t.weekday && gap > 60 {
				first, last, rule = e, date.Day{}, "weekday"
				break
			}
		}
	}
	f := x.fact(date.Span(first, last), t.timeMention, rule, weaker(conf, x.issue.conf))
	if !last.Known() {
		f.Value.Date = date.On(first)
	}
	f.Value.Clues[0].Says = f.Value.Date
	f.Value.Clues = append(f.Value.Clues, record.Clue{Rule: x.issue.rule, Says: date.On(issue), Evidence: x.issue.evidence})
	return f, true
}

// yearFor fills in the year of a day or month, by the day of issue and the tense.
func (x *dater) yearFor(d, issue date.Day, ch choice) (date.Day, bool) {
	if ch.t.steps {
		return d.In(issue.Year + ch.t.yearStep)
	}
	late := issue.Add(1) // the date may have turned between the place and the publisher
	switch {
	case ch.t.step < 0 || ch.tense == past:
		for y := issue.Year + 1; y >= issue.Year-4; y-- {
			if e, ok := d.In(y); ok && e.First().Compare(late) <= 0 {
				if ch.tense == past && ch.t.step >= 0 && abs(e.First().Since(issue)) > 250 {
					if f, ok := nearestYear(d, issue); ok { // told in the past, yet soon to come
						return f, true
					}
				}
				return e, true
			}
		}
	case ch.t.step > 0 || ch.tense == future:
		for y := issue.Year - 1; y <= issue.Year+4; y++ {
			if e, ok := d.In(y); ok && e.Last().Compare(issue.Add(-1)) >= 0 {
				return e, true
			}
		}
	}
	middle := d
	if d.Day == 0 {
		middle.Day = 15
	}
	best, ok := nearestYear(middle, issue)
	if !ok {
		return date.Day{}, false
	}
	return d.In(best.Year)
}

// resolveWeekday works out a day told by its name alone.
func (x *dater) resolveWeekday(ch choice) record.Fact[record.Dating] {
	t := ch.t
	issue := x.issue.day
	back := (int(issue.Weekday()) - int(t.weekday) + 7) % 7
	rule, conf := "weekday-before-publication", record.Inferred
	days := -back
	switch {
	case t.step < 0 && back == 0:
		days = -7
	case t.step > 0 || ch.tense == future:
		days, rule = (7-back)%7, "weekday-after-publication"
		if days == 0 && t.step > 0 {
			days = 7
		}
	}
	return x.fromIssue(rule, conf, days, &t.timeMention)
}

// resolveOrdinal works out "on the 18th": the nearest such day before the text was put out, or after it where the event is
// to come.
func (x *dater) resolveOrdinal(ch choice) (record.Fact[record.Dating], bool) {
	t, issue := ch.t, x.issue.day
	by := -1
	if ch.tense == future {
		by = 1
	}
	for n := 0; n <= 62; n++ {
		d := issue.Add(by * n)
		if d.Day != t.step || t.steps && (d.Year-issue.Year)*12+d.Month-issue.Month != t.yearStep {
			continue
		}
		return x.fromIssue("day-of-the-month", record.Inferred, by*n, &t.timeMention), true
	}
	return record.Fact[record.Dating]{}, false
}

// resolveRelative works out "today", "last week".
func (x *dater) resolveRelative(ch choice) record.Fact[record.Dating] {
	t := ch.t
	switch t.unit {
	case unitDay:
		rule, conf := "today", record.Certain
		switch {
		case t.step == 0 && x.text(t.from) != "today":
			rule, conf = "this-day", record.Inferred
		case t.step == -1:
			rule = "yesterday"
		case t.step == 1:
			rule = "tomorrow"
		case t.step != 0:
			rule, conf = "days-counted", record.Inferred
		}
		if ch.how < onEvent || x.statement && t.step != 0 {
			conf = record.Inferred
		}
		return x.fromIssue(rule, conf, t.step, &t.timeMention)
	case unitWeek:
		if x.text(t.to-1) == "weekend" {
			return x.weekend(ch)
		}
		monday := x.issue.day.Add(1 - int(x.issue.day.Weekday()) + 7*t.step)
		sunday := monday.Add(6)
		if ch.tense == future && monday.Month == sunday.Month {
			return x.fact(date.On(date.Day{Year: monday.Year, Month: monday.Month}), t.timeMention, "week", record.Uncertain)
		}
		if t.step == 0 && ch.tense == past {
			sunday = x.issue.day // earlier this week
		}
		f := x.fact(date.Span(monday, sunday), t.timeMention, "week", record.Uncertain)
		f.Value.Clues = append(f.Value.Clues, record.Clue{Rule: x.issue.rule, Says: date.On(x.issue.day), Evidence: x.issue.evidence})
		return f
	case unitMonth:
		m := x.issue.day.Year*12 + x.issue.day.Month - 1 + t.step
		return x.fact(date.On(date.Day{Year: m / 12, Month: m%12 + 1}), t.timeMention, "month", record.Inferred)
	}
	return x.fact(date.On(date.Day{Year: x.issue.day.Year + t.step}), t.timeMention, "year", record.Inferred)
}

// weekend works out "the weekend", "last weekend": the one that is over or has begun, or the next where it is to come.
func (x *dater) weekend(ch choice) record.Fact[record.Dating] {
	issue := x.issue.day
	saturday := issue.Add(int(date.Saturday) - int(issue.Weekday()))
	begun := issue.Weekday() >= date.Saturday
	switch {
	case ch.tense == future && ch.t.step > 0 && begun:
		saturday = saturday.Add(7)
	case ch.tense == future:
	case !begun || ch.t.step < 0:
		saturday = saturday.Add(-7)
	}
	f := x.fact(date.Span(saturday, saturday.Add(1)), ch.t.timeMention, "week", record.Uncertain)
	f.Value.Clues = append(f.Value.Clues, record.Clue{Rule: x.issue.rule, Says: date.On(issue), Evidence: x.issue.evidence})
	return f
}

// resolveFollowing works out "the following day" from the day told before it.
func (x *dater) resolveFollowing(ch choice) (record.Fact[record.Dating], bool) {
	if ch.t.unit != unitDay {
		return record.Fact[record.Dating]{}, false
	}
	for i := ch.index - 1; i >= 0; i-- {
		p := &x.times[i]
		if p.sort != timeDay || !x.doc.Blocks[p.block].Kind.Body() {
			continue
		}
		d := p.days.From
		if p.days.To.Known() && ch.t.step > 0 {
			d = p.days.To
		}
		e := []record.Evidence{x.evidence(p.from, p.to, "day-before-it"), x.evidence(ch.t.from, ch.t.to, "following-day")}
		if d.Year == 0 && x.issue.day.Full() {
			var ok bool
			if d, ok = x.yearFor(d, x.issue.day, ch); !ok {
				return record.Fact[record.Dating]{}, false
			}
		}
		if d.Year > 0 {
			d = d.Add(ch.t.step)
			f := x.fact(date.On(d), ch.t.timeMention, "following-day", weaker(record.Inferred, x.issue.conf))
			f.Evidence = e
			return f, true
		}
		// the year is looked for with the day that is told, and the step added
		return x.search(target{day: d, shift: ch.t.step, rule: "following-day", evidence: e}), true
	}
	return record.Fact[record.Dating]{}, false
}
