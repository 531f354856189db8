package extract

import (
	"readout/internal/date"
	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
)

// readEventDate reads the day of the event that the sentences at (indices of sentences, the headline among them or not)
// tell of: the first day of a span. hits are the lexicon's finds in each sentence, by absolute words; people are those
// who take part; published is what readPublished found. The day may be known only in part or be one of a few candidates;
// doubts say what is unsure about it and what would settle it.
func readEventDate(doc *document.Document, lex *lexicon.Lexicon, hits [][]lexicon.Hit, at []int, kind record.Kind,
	people []record.Fact[record.Person], published record.Fact[record.Dating]) (record.Fact[record.Dating], []record.Doubt) {
	c := readCalendar(doc, orderUnknown)
	x := &dater{calendar: c, lex: lex, hits: hits, at: c.withBody(at), kind: kind, people: people, issue: c.issued(published)}
	x.statement = kind == record.Statement || kind == record.Appointment || kind == record.OtherKind
	best, ok := x.choose()
	f := x.settle(best, ok)
	return f, x.doubts(f, published)
}

// dater reads the date of one event.
type dater struct {
	*calendar
	lex       *lexicon.Lexicon
	hits      [][]lexicon.Hit
	at        []int
	kind      record.Kind
	statement bool // the day of issue is the day of the event, unless an event is told
	people    []record.Fact[record.Person]
	issue     issue
}

// issue is the day on which the text was written or put out, by which its relative words are read.
type issue struct {
	day      date.Day // full, without its year, or zero
	conf     record.Confidence
	rule     string
	evidence []record.Evidence
}

// issued returns the day of issue: the day of publication, or the day of the dateline that opens the text.
func (c *calendar) issued(published record.Fact[record.Dating]) issue {
	if d := published.Value.Date.From; published.Known() && d.Day > 0 {
		conf := published.Confidence
		return issue{d, conf, published.Rule, published.Evidence}
	}
	for i := range c.times {
		t := &c.times[i]
		if t.sort != timeDay || t.days.To.Known() || !c.doc.Blocks[t.block].Kind.Body() {
			continue
		}
		if t.block > c.firstText() {
			break
		}
		from, to := c.within(t.block)
		if c.opens(t, from, to) {
			return issue{t.days.From, record.Uncertain, "dateline", []record.Evidence{c.evidence(t.from, t.to, "dateline")}}
		}
	}
	return issue{}
}

// withBody adds the first sentence of the body of some length, where no sentence of the body is among those given.
func (c *calendar) withBody(at []int) []int {
	for _, s := range at {
		if c.doc.Blocks[c.doc.View.Sentences[s].Block].Kind.Body() {
			return at
		}
	}
	for i, s := range c.doc.View.Sentences {
		if k := c.doc.Blocks[s.Block].Kind; k.Body() && k != document.Caption && s.To-s.From > 7 {
			return append(at[:len(at):len(at)], i)
		}
	}
	return at
}

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
	if ok && best.t.sort == timeWeekday && !x.issue.day.Known() {
		best = x.besideWeekday(best)
	}
	if ok && best.how >= onEvent {
		return x.inHeadlinesCountry(best), true
	}
	if more, found := x.elsewhere(); found && (!ok || best.how <= onReport || !dayTold(best.t)) {
		return more, true
	}
	return best, ok
}

// beats reports whether a time later in the text is the better choice.
func (x *dater) beats(a, b choice) bool {
	if dayTold(a.t) != dayTold(b.t) {
		return dayTold(a.t)
	}
	return a.how > b.how
}

// besideWeekday finds the day of the month that goes with a weekday, where there is no day of issue to count from: "will
// leave on Tuesday for a visit (March 14-16)".
func (x *dater) besideWeekday(ch choice) choice {
	for i := range x.times {
		t := &x.times[i]
		if t.sentence != ch.t.sentence || t.sort != timeDay || t.weekday > 0 {
			continue
		}
		if how, _ := x.attach(x.lex, t, x.statement); how >= onNoun {
			both := *t
			both.weekday = ch.t.weekday
			return choice{&both, i, ch.how, ch.tense}
		}
	}
	return ch
}

// dayTold reports whether a time tells a day, and no week, month or year.
func dayTold(t *toldTime) bool {
	switch t.sort {
	case timeDay, timeWeekday:
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
func (x *dater) elsewhere() (choice, bool) {
	for i := range x.times {
		t := &x.times[i]
		if x.tells(t.sentence) || !dayTold(t) || t.sort == timeFollowing || !x.doc.Blocks[t.block].Kind.Body() || x.isIssue(t) {
			continue
		}
		s := x.doc.View.Sentences[t.sentence]
		if !x.takesUp(s.From, t.from) && !(x.besideLead(t) && (s.To-s.From < 9 || t.days.From.Year > 0)) {
			continue
		}
		if how, tense := x.attach(x.lex, t, x.statement); how == onEvent && tense != future {
			return choice{t, i, how, tense}, true
		}
	}
	return choice{}, false
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
			if j > i && x.lex.ClassOf(x.text(j))&lexicon.EventNoun != 0 && x.text(j) != "statement" {
				return true
			}
		}
	}
	return false
}

// settle makes the fact: the chosen time with its year and day worked out, or the day of issue.
func (x *dater) settle(ch choice, ok bool) record.Fact[record.Dating] {
	if x.statement && ok && !x.ownDay(ch) && x.issue.day.Full() {
		ok = false
	}
	if ok && !dayTold(ch.t) && x.issue.day.Known() && !(ch.tense == future && !x.statement) {
		ok = false
	}
	if ok {
		if f, done := x.resolve(ch); done {
			return f
		}
	}
	switch {
	case x.issue.day.Full():
		return x.fromIssue("day-of-issue", record.Inferred, 0, nil)
	case ok && ch.t.days.From.Day > 0 && ch.t.days.From.Year == 0:
		rule := "explicit-date"
		if ch.how == onTitle {
			rule = "bracketed-day-in-title"
		}
		return x.search(target{day: ch.t.days.From, to: ch.t.days.To, weekday: ch.t.weekday, rule: rule,
			evidence: []record.Evidence{x.evidence(ch.t.from, ch.t.to, rule)}})
	case x.issue.day.Known():
		g := target{day: x.issue.day, evidence: x.issue.evidence, rule: x.issue.rule, fromIssue: true}
		if ok {
			g.counted(x, ch)
		}
		return x.search(g)
	case ok && ch.t.days.From.Month > 0 && ch.t.days.From.Year == 0:
		return x.search(target{day: ch.t.days.From, rule: "month", evidence: []record.Evidence{x.evidence(ch.t.from, ch.t.to, "month")}})
	}
	return x.searchAny()
}

// ownDay reports whether a time in a statement is the day of an event that is announced, or of the statement itself, and
// not just of something it speaks of.
func (x *dater) ownDay(ch choice) bool {
	if !dayTold(ch.t) {
		return false
	}
	switch {
	case ch.how == onTitle, ch.t.sort == timeRelative && ch.t.step == 0:
		return true
	case ch.t.sort == timeWeekday && ch.how >= onReport: // so write newspapers, of what was done on a day
		return true
	}
	if ch.how != onEvent {
		return false
	}
	if ch.tense == future {
		return x.announces(ch)
	}
	return false
}

// announces reports whether the sentence of a time announces that somebody will receive, meet or visit somebody.
func (x *dater) announces(ch choice) bool {
	s := x.doc.View.Sentences[ch.t.sentence]
	for i := s.From; i < s.To; i++ {
		switch x.text(i) {
		case "welcome", "host", "meet", "visit", "travel", "receive", "attend", "chair", "cohost", "convene", "hold":
			return true
		}
	}
	return false
}

// fromIssue is a date counted from the day of issue. m is the time that says so, nil where none does.
func (x *dater) fromIssue(rule string, conf record.Confidence, days int, m *timeMention) record.Fact[record.Dating] {
	d := date.On(x.issue.day.Add(days))
	f := record.Fact[record.Dating]{Rule: rule, Confidence: weaker(conf, x.issue.conf)}
	f.Value.Date = d
	if m != nil {
		e := []record.Evidence{x.evidence(m.from, m.to, rule)}
		f.Evidence = e
		f.Value.Clues = []record.Clue{{Rule: rule, Says: d, Evidence: e}}
	} else {
		f.Evidence = x.issue.evidence
	}
	f.Value.Clues = append(f.Value.Clues, record.Clue{Rule: x.issue.rule, Says: date.On(x.issue.day), Evidence: x.issue.evidence})
	return f
}

// weaker is the weaker of two confidences.
func weaker(a, b record.Confidence) record.Confidence {
	if b == record.Uncertain || a == record.Certain && b != "" {
		return b
	}
	return a
}

// settlePublished gives a day of publication that stands without its year the year of the event that it reports. It
// returns other facts as they are.
func settlePublished(published, event record.Fact[record.Dating]) record.Fact[record.Dating] {
	d, e := published.Value.Date.From, event.Value.Date.From
	if !published.Known() || d.Year > 0 || !d.Known() || e.Year == 0 {
		return published
	}
	full, ok := nearestYear(d, e.First())
	if !ok {
		return published
	}
	published.Value.Date = date.On(full)
	published.Confidence = weaker(record.Inferred, event.Confidence)
	published.Value.Clues = append(published.Value.Clues[:len(published.Value.Clues):len(published.Value.Clues)],
		record.Clue{Rule: "year-of-the-event", Says: event.Value.Date, Evidence: event.Evidence})
	return published
}
