package extract

import (
	"readout/internal/date"
	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/words"
)

// yearClues gathers what bounds the year of a target: terms of office, named events, years and dates in the text,
// anniversaries, numbered sessions.
func (x *dater) yearClues(g target) []yearClue {
	out := make([]yearClue, 0, 16)
	seen := map[*lexicon.Person]bool{}
	for i := range x.people {
		p := &x.people[i]
		person := x.lex.Person(p.Value.ID)
		if !p.Value.Listed || person == nil {
			continue
		}
		seen[person] = true
		before, role := len(out), words.Cut(p.Value.Role)
		out = x.termClues(person, role, costTerm, nameAndTitle(p.Evidence), out)
		if k, ok := anyTerm(person); ok && len(out) == before && asCounterpart(role) {
			k.evidence = nameAndTitle(p.Evidence)
			out = append(out, k)
		}
	}
	for s := range x.doc.View.Sentences {
		b := x.doc.Blocks[x.doc.View.Sentences[s].Block]
		if s >= len(x.hits) || !b.Kind.Body() && b.Kind != document.Headline {
			continue
		}
		for _, h := range x.hits[s] {
			switch h.Class {
			case lexicon.PersonName:
				if p := &x.lex.Persons[h.Index]; !seen[p] && h.To-h.From > 1 {
					if k, ok := x.spokenOf(s, h); ok {
						seen[p] = true
						out = append(out, k)
					}
				}
			case lexicon.EventPhrase:
				out = append(out, x.namedEvent(s, h))
			}
		}
		out = x.administrations(s, out)
		out = x.sessions(s, out)
		out = x.anniversaries(s, out)
	}
	return x.datesInText(g, out)
}

// namedEvent bounds the day by an event that the text names: it was written after it began, or, where the event is still
// to come, before it ended.
func (x *dater) namedEvent(s int, h lexicon.Hit) yearClue {
	e := &x.lex.Events[h.Index]
	k := yearClue{rule: "named-event", entry: e.ID, cost: costEvent, evidence: []record.Evidence{x.evidence(int(h.From), int(h.To), "named-event")}}
	from, to := e.From.First().Number(), e.From.Last().Number()
	if e.To.Year > 0 {
		to = e.To.Last().Number()
	}
	switch {
	case x.toCome(s, int(h.From)):
		k.within = []allowed{{from: from - 800, to: to, soft: 30}}
	case x.tells(s) && x.during(s, int(h.From)):
		k.within, k.cost = []allowed{{from: from - 3, to: to + 7, soft: 30}}, costName
	default:
		k.within = []allowed{{from: from, soft: 10}}
		if !e.Anniversary {
			k.recent = 2
			if days := x.fresh(s); days > 0 {
				k.within, k.cost = []allowed{{from: from - 2, to: to + days, soft: 10}}, costDay
			}
		}
	}
	return k
}

// fresh reports in how many days at most a sentence says that what it tells has just happened: "following last week's
// attack". It is 0 where it says nothing of the kind.
func (x *dater) fresh(s int) int {
	for i := range x.times {
		t := &x.times[i]
		if t.sentence != s || t.sort != timeRelative || t.step > 0 || t.step < -3 || t.step == 0 && !x.ws[t.to-1].Poss {
			continue // "spoke today about the war" does not say that the war is of today
		}
		switch t.unit {
		case unitDay:
			return 5
		case unitWeek:
			return 14
		case unitMonth:
			return 62
		}
	}
	return 0
}

// toCome reports whether the words before word i speak of something still to come.
func (x *dater) toCome(s, i int) bool {
	sent := x.doc.View.Sentences[s]
	for k := max(sent.From, i-10); k < i; k++ {
		switch x.text(k) {
		case "ahead", "upcoming", "forthcoming", "will", "coming", "prepare", "preparations", "preparing", "preparation":
			return true
		case "to":
			if t := x.text(k + 1); t == "host" || t == "attend" || t == "be" || t == "take" || t == "visit" {
				return true
			}
		}
	}
	for k := i; k < min(sent.To, i+12); k++ {
		switch x.text(k) {
		case "will", "due", "scheduled", "slated":
			return true
		case "to":
			if t := x.text(k + 1); t == "be" || t == "open" || t == "take" {
				return true
			}
		}
	}
	return false
}

// during reports whether the words before word i set the event in the course of what follows: "on the sidelines of".
func (x *dater) during(s, i int) bool {
	sent := x.doc.View.Sentences[s]
	for k := max(sent.From, i-6); k < i; k++ {
		switch x.text(k) {
		case "sidelines", "margins", "attend", "attends", "attended", "attending", "occasion", "during", "at", "opening", "opened", "hosted", "chaired":
			return true
		}
	}
	return false
}

// setAt reports whether the words right before word i set the event at what is named there.
func (x *dater) setAt(s, i int) bool {
	for k := i - 1; k >= max(x.doc.View.Sentences[s].From, i-4) && x.gap(k+1) <= words.Space; k-- {
		switch x.text(k) {
		case "sidelines", "margins", "at", "during", "occasion", "attended", "attends", "attending", "edges", "fringes":
			return true
		}
	}
	return false
}

// numbered are gatherings that count their meetings: the year is that number added to a base, within some months.
var numbered = [...]struct {
	words     [4]string
	base      int
	from, to  int // month and day, 912 for 12 September; the session may run into the next year
	low, high int // numbers that can be meant
	nextYear  bool
}{
	{words: [4]string{"general", "assembly"}, base: 1945, from: 912, to: 914, low: 40, high: 130, nextYear: true},
	{words: [4]string{"unga"}, base: 1945, from: 912, to: 914, low: 40, high: 130, nextYear: true},
	{words: [4]string{"munich", "security", "conference"}, base: 1964, from: 115, to: 331, low: 30, high: 80},
	{words: [4]string{"world", "health", "assembly"}, base: 1947, from: 501, to: 630, low: 40, high: 130},
	{words: [4]string{"iaea", "general", "conference"}, base: 1956, from: 901, to: 1031, low: 40, high: 130},
	{words: [4]string{"commission", "on", "the", "status"}, base: 1956, from: 301, to: 331, low: 40, high: 130},
}

// sessions bounds the day by numbered sessions: "the 69th session of the UN General Assembly".
func (x *dater) sessions(s int, out []yearClue) []yearClue {
	sent := x.doc.View.Sentences[s]
	for i := sent.From; i < sent.To; i++ {
		switch x.text(i) {
		case "general", "unga", "munich", "world", "iaea", "commission":
		default:
			continue
		}
	bodies:
		for b := range numbered {
			body := &numbered[b]
			to := i
			for _, w := range body.words {
				if w == "" {
					break
				}
				if x.text(to) != w || to >= sent.To {
					continue bodies
				}
				to++
			}
			for k := i - 1; k >= max(sent.From, i-7); k-- {
				n, took := smallNumber(x.ws[:i], k)
				if took == 1 && k > sent.From {
					if m, two := smallNumber(x.ws[:i], k-1); two == 2 { // seventy-eighth
						n, k = m, k-1
					}
				}
				if took == 0 || n < body.low || n > body.high {
					continue
				}
				first := date.Day{Year: body.base + n, Month: body.from / 100, Day: body.from % 100}
				last := date.Day{Year: first.Year, Month: body.to / 100, Day: body.to % 100}
				if body.nextYear {
					last.Year++
				}
				out = append(out, yearClue{rule: "numbered-session", cost: costCount, evidence: []record.Evidence{x.evidence(k, to, "numbered-session")},
					within: []allowed{{from: first.Number(), to: last.Number(), soft: 4}}})
				break
			}
		}
	}
	return out
}

// datesInText bounds the day by years and full dates in the text, by days that are those of events we know, and by words
// such as "the summit last year".
func (x *dater) datesInText(g target, out []yearClue) []yearClue {
	for i := range x.times {
		t := &x.times[i]
		kind := x.doc.Blocks[t.block].Kind
		if !kind.Body() && kind != document.Headline || sameWords(g.evidence, x, t) {
			continue
		}
		d := t.days.From
		ev := []record.Evidence{x.evidence(t.from, t.to, "neighbour-date")}
		switch {
		case d.Year > 0 && d.Month > 0 && t.other == (date.Day{}):
			k := yearClue{rule: "neighbour-date", cost: costSaid, recent: 1, evidence: ev, within: []allowed{{from: d.First().Number(), soft: 31}}}
			if x.toCome(t.sentence, t.from) {
				k.recent, k.cost, k.within = 0, costYear, []allowed{{from: d.First().Number() - 1200, to: d.Last().Number(), soft: 30}}
			}
			out = append(out, k)
		case t.sort == timeYear && x.plainYear(t):
			k := yearClue{rule: "neighbour-date", cost: costYear, evidence: ev, within: []allowed{{from: d.First().Number()}}}
			if x.ahead(t) {
				k.cost, k.within = costEvent, []allowed{{to: d.Last().Number()}}
			}
			out = append(out, k)
		case d.Day > 0 && d.Year == 0:
			if k, ok := x.knownDay(t); ok {
				out = append(out, k)
			}
			if k, ok := x.tookOffice(t); ok {
				out = append(out, k)
			}
		case t.sort == timeRelative || t.sort == timeMonth:
			if k, ok := x.tookOffice(t); ok {
				out = append(out, k)
			} else if t.unit == unitYear && t.step == -1 {
				out = x.lastYear(t, out)
			}
		}
	}
	return out
}

// sameWords reports whether a time is the target's own.
func sameWords(ev []record.Evidence, x *dater, t *toldTime) bool {
	sp := x.doc.View.Source(x.ws[t.from].Start, x.ws[t.to-1].End)
	for _, e := range ev {
		if e.Overlaps(sp) {
			return true
		}
	}
	return false
}

// plainYear reports whether a year is told as one: "in 2013", "since 1992", "(2023)"; not a number that looks like one.
func (x *dater) plainYear(t *toldTime) bool {
	switch x.text(t.from - 1) {
	case "in", "since", "of", "from", "during", "by", "until", "for", "early", "late", "mid", "year", "summer", "winter", "spring", "autumn", "fall", "between", "and", "end", "the":
		return true
	}
	return x.gap(t.from) == words.Open && x.gap(t.to) >= words.Close
}

// ahead reports whether a year is still to come where it is told: "by 2030", "will host the games of 2026".
func (x *dater) ahead(t *toldTime) bool {
	switch x.text(t.from - 1) {
	case "by", "until", "for":
		return true
	}
	return x.toCome(t.sentence, t.from)
}
