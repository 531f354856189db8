package extract

import (
	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/words"
)

// choice is a time chosen as the event's.
type choice struct {
	t     *toldTime
	index int // in calendar.times
	how   attachment
	tense tense
}

// choose picks the time that belongs to the event: in the sentences that tell it, else in the rest of the body.
func (x *dater) choose() (choice, bool) {
	best, ok := choice{}, false
	for i := range x.times {
		t := &x.times[i]
		if !x.tells(t.sentence) || x.isIssue(t) {
			continue
		}
		how, tense := x.attach(x.lex, t, x.statement)
		ch := choice{t, i, how, tense}
		if how == onBackground {
			continue
		}
		if !ok || x.beats(ch, best) {
			best, ok = ch, true
		}
	}
	if ok && (best.t.sort == timeWeekday || best.t.sort == timeRelative) && !x.issue.day.Known() {
		best = x.besideIt(best)
	}
	if ok {
		best = x.spelled(best)
	}
	if ok && best.how >= onEvent && dayTold(best.t) {
		return x.inHeadlinesCountry(best), true
	}
	if more, found := x.elsewhere(ok && best.tense == future || !ok && x.announced()); found && (!ok || best.how <= onReport || !dayTold(best.t)) {
		return more, true
	}
	if lead, found := x.inLead(); found && (!ok || !dayTold(best.t)) {
		return lead, true
	}
	return best, ok
}

// inLead finds the weekday on which the first sentences of a report say that it happened, where those that tell the event
// tell no day: "The two neighbours agreed on Wednesday to ..., the ministry said".
func (x *dater) inLead() (choice, bool) {
	if !x.issue.day.Full() || x.statement || x.kind == record.Visit {
		return choice{}, false
	}
	first := x.firstText()
	for i := range x.times {
		t := &x.times[i]
		if t.block > first+2 { // the text may open with a line under a picture, and a blank behind it
			break
		}
		if t.block < first || x.doc.Blocks[t.block].Kind != document.Paragraph || t.sort != timeWeekday && !(t.sort == timeRelative && t.unit == unitDay && t.step <= 0) || x.tells(t.sentence) {
			continue
		}
		if how, tense := x.attach(x.lex, t, false); how == onEvent && tense != future {
			return choice{t, i, how, tense}, true
		}
	}
	return choice{}, false
}

// spelled moves from "today" or "this evening" to the day that stands right behind it: "this evening (Tuesday, 8 October
// 2019)", "yesterday, October 16".
func (x *dater) spelled(ch choice) choice {
	if ch.t.sort != timeRelative || ch.t.unit != unitDay || ch.index+1 >= len(x.times) {
		return ch
	}
	next := &x.times[ch.index+1]
	if g := x.gap(next.from); next.from != ch.t.to || next.sort != timeDay || next.days.To.Known() || g != words.Open && g != words.Comma && g != words.Space {
		return ch
	}
	return choice{next, ch.index + 1, ch.how, ch.tense}
}

// beats reports whether a time later in the text is the better choice.
func (x *dater) beats(a, b choice) bool {
	if dayTold(a.t) != dayTold(b.t) {
		return dayTold(a.t)
	}
	return a.how > b.how
}

// besideIt finds the day of the month that goes with a weekday or with "today", where there is no day of issue to count
// from: "will leave on Tuesday for a visit (March 14-16)".
func (x *dater) besideIt(ch choice) choice {
	for i := range x.times {
		t := &x.times[i]
		if t.sentence != ch.t.sentence || t.sort != timeDay || t.weekday > 0 && ch.t.weekday > 0 {
			continue
		}
		if how, _ := x.attach(x.lex, t, x.statement); how >= onNoun {
			both := *t
			if ch.t.weekday > 0 {
				both.weekday = ch.t.weekday
			}
			return choice{&both, i, ch.how, ch.tense}
		}
	}
	return ch
}

// dayTold reports whether a time tells a day, and no week, month or year.
func dayTold(t *toldTime) bool {
	switch t.sort {
	case timeDay, timeWeekday, timeOrdinal:
		return true
	case timeRelative, timeFollowing:
		return t.unit == unitDay
	}
	return false
}

// tells reports whether a sentence is one of those that tell the event.
func (x *dater) tells(s int) bool {
	for _, a := range x.at {
		if a == s {
			return true
		}
	}
	return false
}

// isIssue reports whether a time is the one that gave the day of issue, and so no event's.
func (x *dater) isIssue(t *toldTime) bool {
	kind := x.doc.Blocks[t.block].Kind
	if !kind.Body() && kind != document.Headline {
		return true
	}
	sp := x.doc.View.Source(x.ws[t.from].Start, x.ws[t.to-1].End)
	for _, e := range x.issue.evidence {
		if e.Overlaps(sp) && x.issue.rule != lineRules[inHeadline] {
			return true
		}
	}
	if !kind.Body() {
		return false
	}
	if t.block > x.firstText() {
		return false
	}
	from, to := x.within(t.block)
	return t.from-from <= 9 && x.opens(t, from, to) && t.sort == timeDay
}

// inHeadlinesCountry moves on to the next sentences of the same paragraph where the sentence of a choice names countries,
// though not the one of the headline, and a later one tells a day there: "... was in Australia from September 11 through
// 13. On the following day he went on to Fiji".
func (x *dater) inHeadlinesCountry(ch choice) choice {
	head := x.headlineSentence()
	if head < 0 || ch.t.sentence == head {
		return ch
	}
	where := x.sharesCountry(head, ch.t.sentence)
	if where != otherCountries {
		return ch
	}
	for i := ch.index + 1; i < len(x.times); i++ {
		t := &x.times[i]
		if t.block != ch.t.block {
			break
		}
		if t.sentence == ch.t.sentence || !dayTold(t) || x.sharesCountry(head, t.sentence) != sameCountry {
			continue
		}
		if how, tense := x.attach(x.lex, t, x.statement); how == onEvent {
			return choice{t, i, how, tense}
		}
	}
	return ch
}

// headlineSentence is the index of the headline's sentence, -1 if there is none.
func (x *dater) headlineSentence() int {
	for i, s := range x.doc.View.Sentences {
		if s.Block == x.head {
			return i
		}
	}
	return -1
}

type sharing uint8

const (
	noCountries sharing = iota
	otherCountries
	sameCountry
)

// sharesCountry tells whether a sentence names a country that the headline names too.
func (x *dater) sharesCountry(head, s int) sharing {
	out := noCountries
	for _, h := range x.hits[s] {
		if h.Class != lexicon.CountryName && h.Class != lexicon.Demonym {
			continue
		}
		for _, k := range x.hits[head] {
			if (k.Class == lexicon.CountryName || k.Class == lexicon.Demonym) && k.Index == h.Index {
				return sameCountry
			}
		}
		out = otherCountries
	}
	for _, k := range x.hits[head] {
		if k.Class == lexicon.CountryName || k.Class == lexicon.Demonym {
			return out
		}
	}
	return noCountries
}

// elsewhere looks for the day outside the sentences that tell the event: where a later sentence takes the event up as
// "the call", "the meeting".
func (x *dater) elsewhere(ahead bool) (choice, bool) {
	for i := range x.times {
		t := &x.times[i]
		if x.tells(t.sentence) || !dayTold(t) || t.sort == timeFollowing || !x.doc.Blocks[t.block].Kind.Body() || x.isIssue(t) {
			continue
		}
		s := x.doc.View.Sentences[t.sentence]
		if !x.takesUp(s.From, t.from) && !x.cameAt(s.From, t.from) && !(!ahead && x.kind != record.Visit && x.theyMet(s.From, t.from)) && !(x.besideLead(t) && (s.To-s.From < 9 || t.sort == timeDay && (t.days.From.Year > 0 || ahead || x.meets(choice{t: t})))) {
			continue
		}
		how, tense := x.attach(x.lex, t, x.statement)
		if how == onEvent && (tense != future || ahead) || how == onNoun && tense == past && x.cameAt(s.From, t.from) {
			return choice{t, i, how, tense}, true
		}
	}
	return choice{}, false
}

// cameAt reports whether a sentence tells where what was agreed came about: "The agreement came at the 14th meeting of the
// commission, which was chaired on February 10 by".
func (x *dater) cameAt(from, to int) bool {
	if x.text(from) != "the" && x.text(from) != "this" {
		return false
	}
	for i := from + 1; i < min(to, from+6); i++ {
		switch x.text(i) {
		case "came", "reached", "made", "announced", "agreed":
			return x.text(i+1) == "at" || x.text(i+1) == "during" || x.text(i+1) == "in"
		}
	}
	return false
}

// announced reports whether the sentences that tell the event tell it as one to come.
func (x *dater) announced() bool {
	for _, s := range x.at {
		sent := x.doc.View.Sentences[s]
		for i := sent.From; i < sent.To; i++ {
			switch x.text(i) {
			case "will", "shall", "scheduled", "slated", "upcoming", "forthcoming":
				return true
			}
		}
	}
	return false
}

// besideLead reports whether a time stands in the paragraph that tells the event.
func (x *dater) besideLead(t *toldTime) bool {
	for _, a := range x.at {
		if x.doc.View.Sentences[a].Block == t.block {
			return true
		}
	}
	return false
}

// takesUp reports whether a sentence speaks of the event by a noun: "The call, which Wang had asked for, began ...".
func (x *dater) takesUp(from, to int) bool {
	for i := from; i < min(to, from+4); i++ {
		switch x.text(i) {
		case "the", "their", "this":
		default:
			continue
		}
		for j := i + 1; j < min(to, i+5); j++ {
			switch x.text(j) {
			case "next", "last", "previous", "earlier", "first":
				return false
			}
			if tripNoun(x.text(j)) || x.lex.ClassOf(x.text(j))&lexicon.EventNoun != 0 && x.text(j) != "statement" {
				return true
			}
		}
	}
	return false
}

// theyMet reports whether a sentence begins with both sides and what they did: "The two spoke for 20 minutes on Thursday",
// "They met in Kabul".
func (x *dater) theyMet(from, to int) bool {
	i := from
	switch x.text(i) {
	case "they", "both":
		i++
	case "the":
		if w := x.text(i + 1); w != "two" && w != "pair" && w != "ministers" && w != "leaders" && w != "presidents" {
			return false
		}
		i += 2
	default:
		return false
	}
	for k := i; k < min(to, i+2); k++ {
		switch x.text(k) {
		case "met", "spoke", "talked", "conferred", "conversed":
			return true
		}
	}
	return false
}
