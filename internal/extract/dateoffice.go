package extract

import (
	"readout/internal/date"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/words"
)

// tookOffice bounds the day by the beginning of a term that the text sets in time: "who took office on July 19", "sworn in
// earlier this month", "took office in April". Without its year what a text tells so is less than a year old.
func (x *dater) tookOffice(t *toldTime) (yearClue, bool) {
	k := yearClue{rule: "term-of-office", cost: costDay}
	begun := t.sort != timeDay && x.begunBefore(t)
	read := func(p *lexicon.Person, title []words.Word) {
		best := 0
		if begun {
			for _, term := range p.Terms {
				best = max(best, titleMatch(title, &x.lex.Offices[term.Office]))
			}
		}
		for _, term := range p.Terms {
			if best >= 50 && titleMatch(title, &x.lex.Offices[term.Office]) < best {
				continue
			}
			a, ok := allowed{}, false
			switch f := term.From; {
			case t.sort == timeDay:
				n := f.Number()
				a, ok = allowed{from: n - 1, to: n + 370}, f.Full() && f.Month == t.days.From.Month && f.Day == t.days.From.Day
			case begun:
				a, ok = x.sinceOffice(t, f)
			}
			if ok {
				k.within, k.entry = append(k.within, a), p.ID
			}
		}
	}
	for i := range x.people {
		if p := x.lex.Person(x.people[i].Value.ID); p != nil && x.people[i].Value.Listed && (t.sort == timeDay || x.namedIn(x.people[i].Evidence, t.sentence)) {
			read(p, words.Cut(x.people[i].Value.Role))
		}
	}
	if begun && len(k.within) == 0 {
		for _, h := range x.hits[t.sentence] {
			if h.Class == lexicon.PersonName && h.To-h.From > 1 {
				read(&x.lex.Persons[h.Index], x.titleBefore(t.sentence, int(h.From)))
			}
		}
	}
	if len(k.within) == 0 {
		return k, false
	}
	k.evidence = []record.Evidence{x.evidence(t.from, t.to, k.rule)}
	return k, true
}

// titleBefore are the words of a title right before a name at word i: capitals, and the small words between them.
func (x *dater) titleBefore(s, i int) []words.Word {
	from := i
	for from > x.doc.View.Sentences[s].From && x.gap(from) <= words.Space {
		if w := &x.ws[from-1]; w.Case == words.Lower && w.Text != "of" && w.Text != "for" && w.Text != "and" {
			break
		}
		from--
	}
	return x.ws[from:i]
}

// begunBefore reports whether the words before a time tell that somebody entered upon an office.
func (x *dater) begunBefore(t *toldTime) bool {
	for i := max(x.doc.View.Sentences[t.sentence].From, t.from-8); i < t.from; i++ {
		switch x.text(i) {
		case "took", "taking", "taken", "assumed", "assuming":
			for j := i + 1; j < min(t.from, i+5); j++ {
				switch x.text(j) {
				case "office", "duties", "post", "oath", "power", "presidency", "premiership":
					return true
				}
			}
		case "sworn", "inaugurated", "inauguration":
			return true
		}
	}
	return false
}

// sinceOffice are the days on which a text can tell by a relative time, or by a month without year, that a term began.
func (x *dater) sinceOffice(t *toldTime, from date.Day) (allowed, bool) {
	if from.Year == 0 || from.Month == 0 {
		return allowed{}, false
	}
	first, last := from.First().Number(), from.Last().Number()
	switch {
	case t.sort == timeMonth && t.days.From.Year == 0:
		return allowed{from: first, to: last + 365}, from.Month == t.days.From.Month
	case t.sort != timeRelative || t.step > 0:
	case t.unit == unitDay:
		return allowed{from: first - t.step - 1, to: last - t.step + 1}, true
	case t.unit == unitWeek:
		return allowed{from: first - 7*t.step - 6, to: last - 7*t.step + 6}, true
	case t.unit == unitMonth:
		m := from.Year*12 + from.Month - 1 - t.step
		on := date.Day{Year: m / 12, Month: m%12 + 1}
		return allowed{from: on.First().Number(), to: on.Last().Number()}, true
	case t.unit == unitYear:
		y := date.Day{Year: from.Year - t.step}
		return allowed{from: y.First().Number(), to: y.Last().Number()}, true
	}
	return allowed{}, false
}

// namedIn reports whether one of a person's places lies in a sentence.
func (x *dater) namedIn(places []record.Evidence, s int) bool {
	sent := x.doc.View.Sentences[s]
	sp := x.doc.View.Source(sent.Start, sent.End)
	for _, e := range places {
		if e.Overlaps(sp) {
			return true
		}
	}
	return false
}
