package extract

import (
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/words"
)

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
			if titleMatch(own, &x.lex.Offices[t.Office]) >= 90 && t.From.Year > 0 {
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
	best, office := 0, (*lexicon.Office)(nil)
	for _, t := range p.Terms {
		if n := titleMatch(title, &x.lex.Offices[t.Office]); n > best {
			best, office = n, &x.lex.Offices[t.Office]
		}
	}
	if best < 50 {
		return k, false
	}
	for _, t := range p.Terms {
		o := &x.lex.Offices[t.Office]
		renamed := o.Kind == office.Kind && o.Kind != "other" && o.Country == office.Country // the same office under another title
		if n := titleMatch(title, o); n < best-10 && !(renamed && n > 0) {
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
func titleMatch(title []words.Word, office *lexicon.Office) int {
	var have, want [16]string
	n, m := 0, 0
	for i := range title {
		if w := titleWord(title[i].Text); w != "" && n < len(have) {
			have[n] = w
			n++
		}
	}
	for _, w := range office.Words {
		if w := titleWord(w); w != "" && m < len(want) {
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
		case x.ws[from-1].Case == words.Lower && t != "of" && t != "for" && t != "and" && t != "president" && t != "minister" && t != "foreign" && t != "prime" && t != "secretary" && t != "the" && t != "counterpart" && t != "colleague":
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
	if !ok && x.tells(s) && asCounterpart(title) {
		k, ok = anyTerm(p)
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

// nameAndTitle picks from the evidence of a person the first full name and the first title.
func nameAndTitle(all []record.Evidence) []record.Evidence {
	var out []record.Evidence
	for _, rule := range [...]string{"title", "full-name"} {
		for _, e := range all {
			if e.Rule == rule {
				out = append(out, e)
				break
			}
		}
	}
	if len(out) == 0 && len(all) > 0 {
		out = all[:1]
	}
	return out
}

// asCounterpart reports whether a title does no more than set somebody beside another: "his Egyptian counterpart".
func asCounterpart(title []words.Word) bool {
	for i := range title {
		if fellow(title[i].Text) {
			return true
		}
	}
	return false
}

// anyTerm bounds the day by all terms of somebody. Under a title of its own an office may be one that we do not know; a
// counterpart holds one that we do.
func anyTerm(p *lexicon.Person) (yearClue, bool) {
	k := yearClue{rule: "term-of-office", entry: p.ID, cost: costName}
	for _, t := range p.Terms {
		if t.From.Year == 0 {
			continue
		}
		a := allowed{from: t.From.First().Number(), soft: 120}
		if t.To.Year > 0 {
			a.to = t.To.Last().Number()
		}
		k.within = append(k.within, a)
	}
	return k, len(k.within) > 0
}
