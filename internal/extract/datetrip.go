package extract

import (
	"readout/internal/date"
	"readout/internal/record"
	"readout/internal/words"
)

// A visit stands at its first day. Releases often tell of it when it is over ("left today after a two-day visit", "wraps up
// his tour"), and name the days of its stations further down.

// longestTrip is how many days before the last day of a trip its first is looked for, where the text does not count them.
const longestTrip = 10

// firstOfTrip carries a date that is the last day of a visit, or of talks that lasted some days, back to the first day. It
// returns other dates as they are. told tells whether ch is the time that gave the date.
func (x *dater) firstOfTrip(f record.Fact[record.Dating], ch choice, told bool) record.Fact[record.Dating] {
	end := f.Value.Date.From
	if !end.Full() || f.Value.Date.To.Known() || len(f.Value.Date.OneOf) > 0 || told && ch.tense == future {
		return f
	}
	switch x.kind {
	case record.Visit, record.Meeting, record.Conference:
	default:
		return f
	}
	if told && x.firstDay(ch.t) {
		return f
	}
	n, count, over := x.lasted()
	if x.kind == record.Visit && (over || !told && f.Rule == "day-of-issue" && !x.announced()) {
		if start, m := x.earlierDay(end, max(n-1, 0), over); start.Full() {
			return x.spanned(f, start, end, x.evidence(m.from, m.to, "first-day"))
		}
	}
	if n > 1 {
		return x.spanned(f, end.Add(1-n), end, count)
	}
	if x.kind == record.Visit && over {
		f.Confidence = weaker(record.Inferred, f.Confidence) // it may have begun before
	}
	return f
}

// spanned makes the span from the first day to the last, inferred from the words that tell the first.
func (x *dater) spanned(f record.Fact[record.Dating], start, end date.Day, e record.Evidence) record.Fact[record.Dating] {
	e.Rule = "first-day"
	f.Rule, f.Confidence = "first-day", weaker(record.Inferred, f.Confidence)
	f.Value.Date = date.Span(start, end)
	f.Value.Clues = append([]record.Clue{{Rule: "first-day", Says: date.On(start), Evidence: []record.Evidence{e}}}, f.Value.Clues...)
	if ws := words.Cut(e.Quote); len(readTimes(e.Quote, ws, 0, len(ws), nil)) > 0 { // "two-day" alone shows no date
		f.Evidence = append([]record.Evidence{e}, f.Evidence...)
	}
	return f
}

// lasted reads in the sentences that tell the event whether it is over, and how many days it had: "concluded a three-day
// visit", "on the second day of her visit". The count is 0 where none is told.
func (x *dater) lasted() (days int, count record.Evidence, over bool) {
	for _, s := range x.at {
		sent := x.doc.View.Sentences[s]
		ended := false
		for i := sent.From; i < sent.To; i++ {
			switch t := x.text(i); {
			case closes(t) || t == "wraps" && x.text(i+1) == "up" || t == "wrapped" && x.text(i+1) == "up":
				ended, over = true, true
			case leaves(t):
				ended = x.afterTrip(i, sent.To)
				over = over || ended
			case (t == "day" || t == "days") && i > sent.From:
				n, took := smallNumber(x.ws[:i], i-1)
				switch {
				case took == 0 || n < 2 || n > longestTrip+4:
				case x.text(i-2) == "the" && t == "day" && x.text(i+1) == "of" && (x.kind == record.Visit) && x.tripWithin(i+2, sent.To): // the second day of the visit
					return n, x.evidence(i-1, i+1, "first-day"), true
				case x.text(i+1) == "ago" || x.text(i+1) == "later" || x.text(i+1) == "after" || x.text(i+1) == "before" || x.text(i+1) == "earlier":
				case ended && x.text(i-2) != "for" && x.text(i-3) != "for" && x.text(i-2) != "within" && x.lasting(i, sent.To):
					return n, x.evidence(i-1, i+1, "first-day"), true
				case !ended && t == "days" && x.text(i+1) == "of" && x.lasting(i, sent.To) && x.closesBehind(i, sent.To): // ten days of talks ended
					return n, x.evidence(i-1, i+1, "first-day"), true
				case !ended && t == "day" && x.lasting(i, sent.To) && x.closesBehind(i, sent.To): // a two-day meeting ended
					return n, x.evidence(i-1, i+1, "first-day"), true
				}
			}
		}
	}
	return 0, count, over
}

// closes reports whether a verb tells that something is over.
func closes(t string) bool {
	switch t {
	case "concluded", "concludes", "ended", "ends", "completed", "completes", "finished", "finishes", "closed":
		return true
	}
	return false
}

// leaves reports whether a verb tells that somebody goes away, which may be the end of a visit or its beginning.
func leaves(t string) bool {
	switch t {
	case "left", "leaves", "departed", "departs", "returned", "returns":
		return true
	}
	return false
}

// afterTrip reports whether the words behind the verb at i tell that somebody leaves a visit behind: "left today after a
// visit", "returned from a tour".
func (x *dater) afterTrip(i, to int) bool {
	for k := i + 1; k < min(to, i+16); k++ {
		switch t := x.text(k); {
		case t == "after", t == "following", t == "concluding", t == "ending", t == "completing", t == "wrapping", t == "conclusion", t == "end", t == "from":
			if x.tripWithin(k+1, min(to, k+8)) {
				return true
			}
		}
	}
	return false
}

// tripWithin reports whether the words from..to speak of a trip.
func (x *dater) tripWithin(from, to int) bool {
	for i := from; i < to; i++ {
		if tripNoun(x.text(i)) {
			return true
		}
	}
	return false
}

// tripNoun reports whether a word is a trip as a whole.
func tripNoun(t string) bool {
	switch t {
	case "visit", "trip", "tour", "journey", "stay", "travel", "travels", "mission", "itinerary":
		return true
	}
	return false
}

// lasting reports whether what the day at i counts is a trip or a gathering: "two-day official visit", "three days of talks".
func (x *dater) lasting(i, to int) bool {
	for k := i + 1; k < min(to, i+6); k++ {
		t := x.text(k)
		if tripNoun(t) && x.kind == record.Visit {
			return true
		}
		if x.kind != record.Visit {
			switch t {
			case "meeting", "talks", "conference", "summit", "forum", "session", "consultations", "dialogue", "negotiations", "consultation", "discussions":
				return true
			}
		}
		if x.gap(k) > words.Space {
			return false
		}
	}
	return false
}

// closesBehind reports whether a verb behind word i, before the next comma, tells that something is over.
func (x *dater) closesBehind(i, to int) bool {
	for k := i + 1; k < to && x.gap(k) < words.Comma; k++ {
		if closes(x.text(k)) {
			return true
		}
	}
	return false
}

// earlierDay is the earliest day that the body tells of the trip that ended on a day, no more than some days before it: back
// days, or where that is 0 the longest that a trip lasts. Where the lead does
// not say that the trip is over, only days on which somebody met somebody count. It is zero if the body tells none.
func (x *dater) earlierDay(end date.Day, back int, over bool) (date.Day, *timeMention) {
	if back == 0 {
		back = longestTrip
	}
	var first date.Day
	var at *timeMention
	for i := range x.times {
		t := &x.times[i]
		if !dayTold(t) || t.sort == timeFollowing || !x.doc.Blocks[t.block].Kind.Body() || x.isIssue(t) {
			continue
		}
		d := x.dayBefore(t, end)
		if !d.Full() || end.Since(d) <= 0 || end.Since(d) > back || first.Full() && d.Compare(first) >= 0 {
			continue
		}
		if t.sort == timeWeekday && t.step == 0 && x.issue.day.Full() && x.issue.day.Since(end) < 7 && x.dayBefore(t, x.issue.day).Compare(end) > 0 {
			continue // a later day of the week in which it was put out
		}
		how, tense := x.attach(x.lex, t, false)
		if how == onEvent && tense != future && (over || x.meets(choice{t: t})) || x.begins(t) {
			first, at = d, &t.timeMention
		}
	}
	return first, at
}

// dayBefore is the day that a time means in a text on something that ended on a day.
func (x *dater) dayBefore(t *toldTime, end date.Day) date.Day {
	switch t.sort {
	case timeDay:
		d := t.days.From
		if d.Year == 0 {
			d, _ = nearestYear(d, end)
		}
		return d
	case timeWeekday:
		if t.step > 0 {
			return date.Day{}
		}
		return end.Add(-((int(end.Weekday()) - int(t.weekday) + 7) % 7))
	case timeRelative:
		if x.issue.day.Full() && t.unit == unitDay {
			return x.issue.day.Add(t.step)
		}
	}
	return date.Day{}
}

// begins reports whether the sentence of a time tells, before it, that a trip began or somebody arrived.
func (x *dater) begins(t *toldTime) bool {
	s := x.doc.View.Sentences[t.sentence]
	for i := s.From; i < t.from; i++ {
		switch x.text(i) {
		case "arrived", "arrival", "arriving", "landed":
			return true
		case "began", "started", "opened", "kicked", "beginning", "starting":
			if x.tripWithin(s.From, s.To) {
				return true
			}
		}
	}
	return false
}

// firstDay reports whether a time is told as that on which something began: "the visit, which began on 20 August".
func (x *dater) firstDay(t *toldTime) bool {
	for i := t.from - 1; i >= max(t.from-3, 0); i-- {
		switch x.text(i) {
		case "began", "begun", "started", "commenced", "opened", "beginning", "starting":
			return true
		}
	}
	return false
}
