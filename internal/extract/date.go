package extract

import (
	"strings"

	"readout/internal/date"
	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/words"
)

// readEventDate reads the day of the event that the sentences at (indices of sentences, the headline among them or not)
// tell of: the first day of a span. hits are the lexicon's finds in each sentence, by absolute words; people are those
// who take part; published is what readPublished found. The day may be known only in part or be one of a few candidates;
// doubts say what is unsure about it and what would settle it.
func readEventDate(c *calendar, lex *lexicon.Lexicon, hits [][]lexicon.Hit, at []int, kind record.Kind,
	people []record.Fact[record.Person], published record.Fact[record.Dating]) (record.Fact[record.Dating], []record.Doubt) {
	x := &dater{calendar: c, lex: lex, hits: hits, at: c.withBody(at), kind: kind, people: people, issue: c.issued(published)}
	x.statement = kind == record.Statement || kind == record.Appointment || kind == record.OtherKind
	if t, ok := x.underHeading(); ok && !x.statement {
		if f, ok := x.atHeading(t); ok {
			return f, x.doubts(f, published)
		}
	}
	best, ok := x.choose()
	f := x.firstOfTrip(x.settle(best, ok), best, ok)
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
	weekday  date.Weekday // told beside the day
}

// issued returns the day of issue: the day of publication, or the day of the dateline that opens the text.
func (c *calendar) issued(published record.Fact[record.Dating]) issue {
	if d := published.Value.Date.From; published.Known() && d.Day > 0 {
		is := issue{day: d, conf: published.Confidence, rule: published.Rule, evidence: published.Evidence}
		if l := c.dateline(); l.day.Known() && d.Full() {
			day := l.day
			if day.Year == 0 {
				day, _ = nearestYear(day, d)
			}
			if n := d.Since(day); n > 0 && n <= 3 { // put on the page some days after it was written
				l.day, l.conf = day, weaker(record.Inferred, is.conf)
				return l
			}
		}
		for i := range c.times {
			t := &c.times[i]
			sp := c.doc.View.Source(c.ws[t.from].Start, c.ws[t.to-1].End)
			if t.weekday > 0 && len(is.evidence) > 0 && is.evidence[0].Overlaps(sp) {
				is.weekday = t.weekday
			}
		}
		return is
	}
	return c.dateline()
}

// dateline is the day of the dateline that opens the text, zero if there is none.
func (c *calendar) dateline() issue {
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
			return issue{t.days.From, record.Uncertain, "dateline", []record.Evidence{c.evidence(t.from, t.to, "dateline")}, t.weekday}
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

// settle makes the fact: the chosen time with its year and day worked out, or the day of issue.
func (x *dater) settle(ch choice, ok bool) record.Fact[record.Dating] {
	if x.statement && ok && !x.ownDay(ch) && x.issue.day.Full() {
		ok = false
	}
	if ok && !dayTold(ch.t) && x.issue.day.Known() && !(ch.tense == future && !x.statement) && !x.metBefore(ch) {
		ok = false
	}
	if ok {
		if f, done := x.resolve(ch); done {
			if x.statement && ch.t.sort == timeDay && ch.how == onEvent && ch.tense == past && f.Confidence == record.Certain {
				f.Confidence = record.Inferred // it may be what the statement speaks about
			}
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
		return x.search(target{day: ch.t.days.From, to: ch.t.days.To, weekday: x.weekdayOf(ch.t), rule: rule,
			evidence: []record.Evidence{x.evidence(ch.t.from, ch.t.to, rule)}})
	case x.issue.day.Known():
		g := target{day: x.issue.day, evidence: x.issue.evidence, rule: x.issue.rule, fromIssue: true, weekday: x.issue.weekday}
		if ok {
			g.counted(x, ch)
		}
		g.said = x.saidOn()
		return x.search(g)
	case ok && ch.t.days.From.Month > 0 && ch.t.days.From.Year == 0:
		return x.search(target{day: ch.t.days.From, rule: "month", evidence: []record.Evidence{x.evidence(ch.t.from, ch.t.to, "month")}})
	}
	return x.searchAny()
}

// weekdayOf is the weekday that the text tells of the day of a time, beside it or where it tells the same day again.
func (x *dater) weekdayOf(t *toldTime) date.Weekday {
	if t.weekday > 0 {
		return t.weekday
	}
	for i := range x.times {
		o := &x.times[i]
		if o.weekday > 0 && o.sort == timeDay && o.days.From.Month == t.days.From.Month && o.days.From.Day == t.days.From.Day {
			return o.weekday
		}
	}
	return date.NoWeekday
}

// saidOn is the weekday on which the source spoke, as agencies tell it beside their dateline: "the ministry said Tuesday".
func (x *dater) saidOn() date.Weekday {
	for i := range x.times {
		t := &x.times[i]
		if t.sort != timeWeekday || t.step != 0 || !x.tells(t.sentence) {
			continue
		}
		if how, _ := x.attach(x.lex, t, false); how == onReport {
			return t.weekday
		}
	}
	return date.NoWeekday
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
	case (ch.t.sort == timeWeekday || ch.t.sort == timeOrdinal) && ch.how >= onReport: // so write newspapers, of what was done on a day
		return true
	}
	if ch.t.sort == timeRelative && ch.t.step == -1 && ch.how >= onReport && x.besideVerb(ch.t) {
		return true
	}
	if ch.how != onEvent {
		return false
	}
	if ch.tense == future {
		return x.announces(ch)
	}
	return x.meets(ch) && !x.reacts()
}

// besideVerb reports whether "yesterday" stands between the subject of a sentence and its verb, or straight behind a verb of
// saying: "The government yesterday recalled its ambassador", "Minister X announced yesterday that".
func (x *dater) besideVerb(t *toldTime) bool {
	from := x.doc.View.Sentences[t.sentence].From
	if t.from <= from || t.from > from+16 || x.gap(t.from) > words.Comma || x.gap(t.to) != words.Space {
		return false
	}
	if w := x.ws[t.from-1]; saying(w.Text) && w.Case == words.Lower {
		return x.text(t.to) == "that" || x.text(t.to) == "the" || x.text(t.to) == "a"
	}
	if x.ws[t.to].Case != words.Lower {
		return false
	}
	for k := from; k < t.from; k++ { // its verb comes later
		if w := &x.ws[k]; w.Case == words.Lower && (finite(x.lex, w) || saying(w.Text)) && (k == from || !opensNoun(x.text(k-1))) {
			return false
		}
	}
	next := &x.ws[t.to]
	return finite(x.lex, next) || saying(next.Text) || strings.HasSuffix(next.Text, "ed")
}

// reacts reports whether the headline takes a stand on what others did: it thanks, congratulates or condemns them.
func (x *dater) reacts() bool {
	head := x.headlineSentence()
	if head < 0 {
		return false
	}
	s := x.doc.View.Sentences[head]
	for i := s.From; i < s.To; i++ {
		switch x.text(i) {
		case "thanks", "thank", "thanked", "welcomes", "welcomed", "congratulates", "congratulated", "condemns", "condemned", "condemning", "hails", "hailed", "deplores", "deplored", "regrets", "applauds", "lauds",
			"rejects", "protests", "denounces", "reaction", "response", "appreciates", "supports", "backs":
			return true
		}
	}
	return false
}

// meets reports whether the sentence of a time tells in the past that somebody met, called or received somebody: whatever
// the release is called, that is an event of its own.
func (x *dater) meets(ch choice) bool {
	s := x.doc.View.Sentences[ch.t.sentence]
	for i := s.From; i < s.To; i++ {
		switch x.text(i) {
		case "met", "spoke", "talked", "visited", "received", "hosted", "travelled", "traveled":
			return true
		}
	}
	return false
}

// metBefore reports whether a time of no one day, "last week", "over the weekend", "last month", is that of the event, so
// that the day of issue is not.
func (x *dater) metBefore(ch choice) bool {
	if ch.how != onEvent || ch.tense != past || x.statement || ch.t.sort != timeRelative || ch.t.step > 0 || !x.meets(ch) {
		return false
	}
	return ch.t.unit == unitWeek || ch.t.unit == unitMonth && ch.t.step == -1
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
	says := event.Value.Date
	if len(says.OneOf) > 0 { // what a clue says names candidates, none of them likelier
		says.From = date.Day{}
	}
	published.Value.Date = date.On(full)
	published.Confidence = weaker(record.Inferred, event.Confidence)
	published.Value.Clues = append(published.Value.Clues[:len(published.Value.Clues):len(published.Value.Clues)],
		record.Clue{Rule: "year-of-the-event", Says: says, Evidence: event.Evidence})
	return published
}
