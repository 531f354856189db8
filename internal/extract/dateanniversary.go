package extract

import (
	"strings"

	"readout/internal/date"
	"readout/internal/lexicon"
	"readout/internal/record"
)

// anniversaries bounds the day by what is counted in years: "the 60th anniversary of diplomatic relations", "relations
// established 25 years ago", "in the 44 years since 1971".
func (x *dater) anniversaries(s int, out []yearClue) []yearClue {
	sent := x.doc.View.Sentences[s]
	for i := sent.From; i < sent.To; i++ {
		switch t := x.text(i); t {
		case "anniversary":
			for k := i - 1; k >= max(sent.From, i-4); k-- {
				if n, took := smallNumber(x.ws[:i], k); took > 0 && n > 1 {
					if k > sent.From {
						if m, two := smallNumber(x.ws[:i], k-1); two == 2 {
							n, k = m, k-1
						}
					}
					out = x.counted(s, n, k, i+1, out)
					break
				}
			}
		case "weeks", "months", "days":
			if n, took := smallNumber(x.ws[:i], max(i-1, sent.From)); took > 0 && (x.text(i+1) == "after" || x.text(i+1) == "since" || x.text(i+1) == "into") {
				out = x.soonAfter(s, n, i, t, out)
			}
		case "years":
			if i == sent.From {
				continue
			}
			k := i - 1
			n, took := smallNumber(x.ws[:i], k)
			if took == 0 || n < 2 {
				continue
			}
			switch x.text(i + 1) {
			case "ago":
				out = x.counted(s, n, k, i+2, out)
			case "since":
				out = x.sinceYear(s, n, k, i, out)
			}
		}
	}
	return out
}

// counted bounds the year to that of an event n years before: of the diplomatic relations of two countries that the
// sentence or the people of the event belong to, or of another event that the sentence names.
func (x *dater) counted(s, n, from, to int, out []yearClue) []yearClue {
	sent := x.doc.View.Sentences[s]
	k := yearClue{rule: "anniversary", cost: costCount, evidence: []record.Evidence{x.evidence(from, to, "anniversary")}}
	step, ahead := x.anniversaryStep(s, from, to)
	add := func(e *lexicon.Event) {
		y := e.From.Year + n - step
		if e.From.Year == 0 {
			return
		}
		a := allowed{from: date.Day{Year: y, Month: 1, Day: 1}.Number(), to: date.Day{Year: y, Month: 12, Day: 31}.Number()}
		if ahead {
			a.soft = 366
		}
		k.within, k.entry = append(k.within, a), e.ID
	}
	for _, h := range x.hits[s] {
		if h.Class == lexicon.EventPhrase && x.lex.Events[h.Index].Anniversary {
			add(&x.lex.Events[h.Index])
		}
	}
	relations := false
	for i := sent.From; i < sent.To; i++ {
		switch x.text(i) {
		case "relations", "ties", "relationship", "diplomatic", "normalization", "normalisation":
			relations = true
		}
	}
	if len(k.within) == 0 && relations {
		codes := map[string]bool{} // in lower case, as in the ids of events
		for code := range x.countriesNear(s, from) {
			codes[strings.ToLower(code)] = true
		}
		for i := range x.lex.Events {
			e := &x.lex.Events[i]
			if pair, ok := strings.CutPrefix(e.ID, "ties-"); ok && len(pair) == 5 && codes[pair[:2]] && codes[pair[3:]] {
				add(e)
			}
		}
	}
	if len(k.within) == 0 {
		return out
	}
	return append(out, k)
}

// anniversaryStep reads how many years on from the text an anniversary told in words from..to is: 1 for "the 60th
// anniversary next year", -1 for one of last year. ahead tells that it comes, without when: "toward the 60th anniversary".
func (x *dater) anniversaryStep(s, from, to int) (step int, ahead bool) {
	for i := range x.times {
		t := &x.times[i]
		if t.sentence == s && t.sort == timeRelative && t.unit == unitYear && t.step >= -1 && t.step <= 1 && t.from >= from-6 && t.from < to+12 {
			return t.step, false
		}
	}
	for i := max(from-4, x.doc.View.Sentences[s].From); i < from; i++ {
		switch x.text(i) {
		case "toward", "towards", "ahead", "approaching", "upcoming", "forthcoming", "coming", "approach", "before":
			ahead = true
		}
	}
	return 0, ahead
}

// countriesNear are the countries whose relations a sentence may mean: those it names, and those of the event.
func (x *dater) countriesNear(s, from int) map[string]bool {
	codes := map[string]bool{}
	for i := range x.people {
		codes[x.people[i].Value.Country] = true
	}
	named := 0
	note := func(s int) {
		for _, h := range x.hits[s] {
			switch h.Class {
			case lexicon.CountryName, lexicon.Demonym, lexicon.Capital:
				codes[x.lex.Countries[h.Index].Code] = true
				named++
			}
		}
	}
	for _, h := range x.hits[s] { // the country nearest before the count: "Sri Lanka (...) the 40th anniversary"
		if h.Class == lexicon.CountryName && int(h.To) <= from && from-int(h.To) < 25 {
			codes[x.lex.Countries[h.Index].Code] = true
			named++
		}
	}
	if named == 0 || len(codes) < 2 {
		note(s)
		for _, a := range x.at {
			note(a)
		}
	}
	return codes
}

// sinceYear bounds the year by "in the 44 years since ... in 1971": 1971 and 44.
func (x *dater) sinceYear(s, n, from, to int, out []yearClue) []yearClue {
	for i := range x.times {
		t := &x.times[i]
		if t.sentence != s || t.from < to || t.days.From.Year == 0 {
			continue
		}
		y := t.days.From.Year + n
		return append(out, yearClue{rule: "years-counted", cost: costWeekday, evidence: []record.Evidence{x.evidence(from, t.to, "years-counted")},
			within: []allowed{{from: date.Day{Year: y, Month: 1, Day: 1}.Number(), to: date.Day{Year: y, Month: 12, Day: 31}.Number(), soft: 366}}})
	}
	return out
}

// soonAfter bounds the day by "three weeks after its outbreak", where the sentence names the event.
func (x *dater) soonAfter(s, n, i int, unit string, out []yearClue) []yearClue {
	length := map[string]int{"days": 1, "weeks": 7, "months": 30}[unit]
	for _, h := range x.hits[s] {
		if h.Class != lexicon.EventPhrase || x.lex.Events[h.Index].From.Year == 0 {
			continue
		}
		e := &x.lex.Events[h.Index]
		day := e.From.First().Number() + n*length
		out = append(out, yearClue{rule: "named-event", entry: e.ID, cost: costDay, evidence: []record.Evidence{x.evidence(i-1, i+2, "named-event")},
			within: []allowed{{from: day - length - 3, to: day + length + 3, soft: 2 * length}}})
	}
	return out
}
