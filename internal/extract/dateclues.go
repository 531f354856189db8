package extract

import (
	"strings"

	"readout/internal/date"
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
		out = x.termClues(person, words.Cut(p.Value.Role), costTerm, p.Evidence, out)
	}
	for s := range x.doc.View.Sentences {
		b := x.doc.Blocks[x.doc.View.Sentences[s].Block]
		if s >= len(x.hits) || !b.Kind.Body() && b.Kind != "headline" {
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

// termClues bounds the day by each of the offices that a title joins: "Deputy Prime Minister and Minister of Foreign
// Affairs".
func (x *dater) termClues(p *lexicon.Person, title []words.Word, cost int, ev []record.Evidence, out []yearClue) []yearClue {
	for from, i := 0, 0; i <= len(title); i++ {
		if i < len(title) && !(i > from && i+1 < len(title) && (title[i].Text == "and" || title[i].Gap == words.Comma) && x.opensTitle(title[i:])) {
			continue
		}
		k, ok := x.termClue(p, title[from:i], "term-of-office", cost)
		if !ok {
			k, ok = x.notYet(p, title[from:i], cost)
		}
		if ok {
			k.evidence = ev
			out = append(out, k)
		}
		from = i
	}
	return out
}

// opensTitle reports whether words open a further title: "and Minister of", ", Special Envoy".
func (x *dater) opensTitle(ws []words.Word) bool {
	for i := range min(len(ws), 4) {
		if x.lex.ClassOf(ws[i].Text)&lexicon.TitleHead != 0 {
			return true
		}
	}
	return false
}

// notYet bounds the day by the deputy's title of somebody who rose to the office later: a Deputy Prime Minister is not
// yet the Prime Minister.
func (x *dater) notYet(p *lexicon.Person, title []words.Word, cost int) (yearClue, bool) {
	k := yearClue{rule: "term-of-office", entry: p.ID, cost: cost}
	for i := range title {
		if w := title[i].Text; w != "deputy" && w != "vice" {
			continue
		}
		var rest [12]words.Word
		own := append(append(rest[:0], title[:i]...), title[i+1:]...)
		for _, t := range p.Terms {
			if titleMatch(own, x.lex.Offices[t.Office].Title) >= 90 && t.From.Year > 0 {
				k.within = []allowed{{to: t.From.Last().Number(), soft: 30}}
				return k, true
			}
		}
	}
	return k, false
}

// termClue bounds the day by the terms in which a person held the office that the words of a title name.
func (x *dater) termClue(p *lexicon.Person, title []words.Word, rule string, cost int) (yearClue, bool) {
	k := yearClue{rule: rule, entry: p.ID, cost: cost}
	best := 0
	for _, t := range p.Terms {
		best = max(best, titleMatch(title, x.lex.Offices[t.Office].Title))
	}
	if best < 50 {
		return k, false
	}
	for _, t := range p.Terms {
		if titleMatch(title, x.lex.Offices[t.Office].Title) < best-10 {
			continue
		}
		soft := 3
		if t.About || !t.From.Full() || t.To.Known() && !t.To.Full() {
			soft = 120
		}
		a := allowed{from: t.From.First().Number(), soft: soft}
		if t.To.Year > 0 {
			a.to = t.To.Last().Number()
		}
		k.within = append(k.within, a)
	}
	return k, true
}

// titleMatch compares the words of a title with that of an office: 100 if they say the same, 0 if nothing or if one is
// the deputy of the other.
func titleMatch(title []words.Word, office string) int {
	var have, want [16]string
	n, m := 0, 0
	for i := range title {
		if w := titleWord(title[i].Text); w != "" && n < len(have) {
			have[n] = w
			n++
		}
	}
	for _, w := range words.Cut(office) {
		if w := titleWord(w.Text); w != "" && m < len(want) {
			want[m] = w
			m++
		}
	}
	if n == 0 || m == 0 {
		return 0
	}
	both := 0
	for _, w := range want[:m] {
		found := false
		for _, h := range have[:n] {
			found = found || h == w
		}
		if found {
			both++
		} else if rankWord(w) {
			return 0
		}
	}
	for _, h := range have[:n] {
		if !rankWord(h) {
			continue
		}
		found := false
		for _, w := range want[:m] {
			found = found || h == w
		}
		if !found {
			return 0
		}
	}
	return 100*both/m - min(5*(n-both), 20)
}

// titleWord brings the words of titles to one form, "" for those that tell nothing.
func titleWord(t string) string {
	switch t {
	case "of", "for", "the", "and", "to", "affairs", "mr", "mrs", "ms", "dr", "he", "us", "republic", "korea", "state", "international", "cooperation", "expatriates", "new", "south", "korean", "s":
		return ""
	case "fm", "foreign", "external":
		return "foreign"
	case "premier", "pm":
		return "minister"
	case "defense":
		return "defence"
	case "advisor":
		return "adviser"
	case "spokesman", "spokeswoman":
		return "spokesperson"
	case "deputy", "vice":
		return "vice"
	case "undersecretary":
		return "under"
	case "interim":
		return "acting"
	}
	return t
}

// rankWord reports whether a word sets the office apart from that of the principal.
func rankWord(t string) bool {
	switch t {
	case "vice", "assistant", "under", "permanent", "acting", "prime", "parliamentary", "chief":
		return true
	}
	return false
}

// spokenOf bounds the day by the term of somebody whom the text names with a title, without "former" before it.
func (x *dater) spokenOf(s int, h lexicon.Hit) (yearClue, bool) {
	sent := x.doc.View.Sentences[s]
	from := int(h.From)
	for from > sent.From && from > int(h.From)-9 && x.gap(from) <= words.Space && x.ws[from-1].Case != words.NoCase {
		switch t := x.text(from - 1); {
		case t == "former" || t == "late" || t == "then" || t == "ex" || t == "predecessor" || t == "elect" || t == "designate":
			return yearClue{}, false
		case x.ws[from-1].Case == words.Lower && t != "of" && t != "for" && t != "and" && t != "president" && t != "minister" && t != "foreign" && t != "prime" && t != "secretary" && t != "the":
			goto read
		}
		from--
	}
read:
	title := x.ws[from:h.From]
	rule, cost := "term-of-office", costName
	if x.tells(s) && len(x.people) == 0 {
		cost = costTerm
	}
	p := &x.lex.Persons[h.Index]
	k, ok := x.termClue(p, title, rule, cost)
	for i := 1; i+1 < len(title) && !ok; i++ { // Deputy Prime Minister and Minister of Foreign Affairs NAME
		if title[i].Text == "and" && x.opensTitle(title[i:]) {
			k, ok = x.termClue(p, title[i:], rule, cost)
			if early, found := x.notYet(p, title[:i], cost); found && ok && len(k.within) == 1 && k.within[0].to == 0 {
				k.within[0].to = early.within[0].to
			}
		}
	}
	if !ok && x.gap(int(h.To)) == words.Comma { // NAME, special representative for ...
		to := int(h.To)
		for to < sent.To && to < int(h.To)+12 && (to == int(h.To) || x.gap(to) <= words.Space) {
			to++
		}
		k, ok = x.termClue(p, x.ws[h.To:to], rule, cost)
	}
	if !ok {
		return k, false
	}
	for i := range x.times { // a sentence of years past speaks of the office then
		if t := &x.times[i]; t.sentence == s && t.days.From.Year > 0 && t.days.From.Day == 0 {
			return k, false
		}
	}
	k.evidence = []record.Evidence{x.evidence(from, int(h.To), rule)}
	return k, true
}

// administrations bounds the day by governments called by their head's name: "the Biden administration".
func (x *dater) administrations(s int, out []yearClue) []yearClue {
	sent := x.doc.View.Sentences[s]
	for i := sent.From + 1; i < sent.To; i++ {
		if t := x.text(i); t != "administration" && t != "government" && t != "administrations" || x.gap(i) > words.Space || x.ws[i-1].Case == words.Lower {
			continue
		}
		k := yearClue{rule: "term-of-office", cost: costName}
		for _, n := range x.lex.Surnamed(x.text(i - 1)) {
			p := &x.lex.Persons[n]
			for _, t := range p.Terms {
				if kind := x.lex.Offices[t.Office].Kind; kind != "head-of-state" && kind != "head-of-government" || x.lex.Offices[t.Office].Country != "US" && x.text(i) == "administration" {
					continue
				}
				a := allowed{from: t.From.First().Number(), soft: 60}
				if t.To.Year > 0 {
					a.to = t.To.Last().Number()
				}
				k.within, k.entry = append(k.within, a), p.ID
			}
		}
		if len(k.within) > 0 {
			k.evidence = []record.Evidence{x.evidence(i-1, i+1, k.rule)}
			out = append(out, k)
		}
	}
	return out
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
		}
	}
	return k
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
		case "sidelines", "margins", "attend", "attending", "occasion", "during", "at":
			return true
		}
	}
	return false
}

// sessions bounds the day by numbered sessions of the General Assembly, the first of which was that of 1946 (1945 + 1).
func (x *dater) sessions(s int, out []yearClue) []yearClue {
	sent := x.doc.View.Sentences[s]
	for i := sent.From + 1; i+1 < sent.To; i++ {
		if x.text(i) != "general" || x.text(i+1) != "assembly" {
			continue
		}
		for k := i - 1; k >= max(sent.From, i-7); k-- {
			n, took := smallNumber(x.ws[:i], k)
			if took == 0 || n < 40 || n > 130 {
				continue
			}
			y := 1945 + n
			out = append(out, yearClue{rule: "numbered-session", cost: costCount, evidence: []record.Evidence{x.evidence(k, i+2, "numbered-session")},
				within: []allowed{{from: date.Day{Year: y, Month: 9, Day: 12}.Number(), to: date.Day{Year: y + 1, Month: 9, Day: 14}.Number(), soft: 4}}})
			break
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
		if !kind.Body() && kind != "headline" || sameWords(g.evidence, x, t) {
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
		case t.sort == timeRelative && t.unit == unitYear && t.step == -1:
			out = x.lastYear(t, out)
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

// knownDay reads a day without year as that of an event that we know, where the words around it are the event's: "the
// summit of June 12". What a text tells so is less than a year old.
func (x *dater) knownDay(t *toldTime) (yearClue, bool) {
	sent := x.doc.View.Sentences[t.sentence]
	d := t.days.From
	k := yearClue{rule: "named-event", cost: costDay}
	best := 0
	for i := range x.lex.Events {
		e := &x.lex.Events[i]
		if e.From.Month != d.Month || e.From.Day != d.Day || e.From.Year == 0 || e.Anniversary && strings.HasPrefix(e.ID, "ties-") {
			if !e.To.Full() || !date.Span(e.From, e.To).Holds(date.Day{Year: e.From.Year, Month: d.Month, Day: d.Day}) || e.To.Since(e.From) > 16 {
				continue
			}
		}
		n := x.overlap(e, max(sent.From, t.from-16), min(sent.To, t.to+10), t)
		for _, h := range x.hits[t.sentence] {
			if h.Class == lexicon.EventPhrase && int(h.Index) == i {
				n += 3
			}
		}
		if n < 2 || n < best {
			continue
		}
		if n > best {
			k.within, best = nil, n
		}
		from := date.Day{Year: e.From.Year, Month: d.Month, Day: d.Day}.Number()
		a := allowed{from: from, to: from + 370}
		if x.toCome(t.sentence, t.from) {
			a = allowed{from: from - 370, to: from}
		}
		k.within, k.entry = append(k.within, a), e.ID
	}
	if best == 0 {
		return k, false
	}
	k.evidence = []record.Evidence{x.evidence(t.from, t.to, k.rule)}
	return k, true
}

// overlap counts the telling words of an event's label and phrases that stand among words from..to.
func (x *dater) overlap(e *lexicon.Event, from, to int, t *toldTime) int {
	n := 0
	var seen [24]string
	count := 0
	look := func(s string) {
		for _, w := range words.Cut(s) {
			key := w.Text
			if len(key) < 4 && w.Case != words.Upper || w.Number && len(key) != 4 || weak(key) || yearToken(&w) > 0 || monthOf(&w) > 0 {
				continue
			}
			if key == "dprk" || key == "korean" || key == "korea" {
				key = "north"
			}
			key = key[:min(len(key), 6)]
			dup := false
			for _, s := range seen[:count] {
				dup = dup || s == key
			}
			if dup || count == len(seen) {
				continue
			}
			seen[count] = key
			count++
			for i := from; i < to; i++ {
				if (i < t.from || i >= t.to) && strings.HasPrefix(x.text(i), key) {
					n++
					break
				}
			}
		}
	}
	look(e.Label)
	for _, p := range e.Phrases {
		look(p)
	}
	return n
}

// weak reports whether a word of an event's label tells nothing by itself.
func weak(t string) bool {
	switch t {
	case "with", "from", "between", "first", "second", "third", "united", "nations", "republic", "international", "meeting", "leaders", "economic", "opens", "opened", "joint", "government", "established", "announced", "signed", "south":
		return true
	}
	return false
}

// shares reports whether a label holds a capitalised word of words from..to: a quick look before overlap.
func (x *dater) shares(label string, from, to int) bool {
	for i := from; i < to; i++ {
		if w := &x.ws[i]; w.Case == words.Title && len(w.Text) > 3 && strings.Contains(label, x.doc.View.Text[w.Start:w.End]) {
			return true
		}
	}
	return false
}

// lastYear reads "the Washington Summit last year": the year after that of the event.
func (x *dater) lastYear(t *toldTime, out []yearClue) []yearClue {
	sent := x.doc.View.Sentences[t.sentence]
	k := yearClue{rule: "named-event", cost: costName}
	best := 1
	for i := range x.lex.Events {
		e := &x.lex.Events[i]
		if e.Anniversary || e.From.Year < 1990 || !x.shares(e.Label, max(sent.From, t.from-14), t.from) {
			continue
		}
		n := x.overlap(e, max(sent.From, t.from-14), min(sent.To, t.to+8), t)
		if n < 2 || n < best || e.From.Year == 0 {
			continue
		}
		if n > best {
			k.within, best = nil, n
		}
		y := e.From.Year + 1
		k.within, k.entry = append(k.within, allowed{from: date.Day{Year: y, Month: 1, Day: 1}.Number(), to: date.Day{Year: y, Month: 12, Day: 31}.Number()}), e.ID
	}
	if len(k.within) == 0 || len(k.within) > 6 {
		return out
	}
	k.evidence = []record.Evidence{x.evidence(t.from, t.to, k.rule)}
	return append(out, k)
}
