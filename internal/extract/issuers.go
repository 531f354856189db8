package extract

import (
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/words"
)

// speakers lets the leaders take part who speak for the countries that act in the headline.
func (r *reading) speakers(people []*person, mark func(i int, rule string, s int)) {
	sides := r.headlineSides()
	if len(sides) == 0 {
		return
	}
	for i, p := range people {
		if p.title == nil {
			continue
		}
		for _, s := range sides {
			if s.code != p.country {
				continue
			}
			for _, m := range p.mentions {
				sent := r.doc.View.Sentences[m.sentence]
				if m.sentence == r.head || m.poss || r.absent(m, sent.From, sent.To) {
					continue
				}
				_, end := m.place()
				for k := end; k < sent.To && k < end+12; k++ {
					if r.is(k, lexicon.Say) && r.ws[k].Case == words.Lower {
						mark(i, "speaks-for-country", m.sentence)
						break
					}
				}
			}
		}
	}
}

// issuers finds who makes a statement: named in the headline after "by" or "from", the speaker of a briefing, or the
// subject of "issued the following statement".
func (r *reading) issuers(people []*person, mark func(i int, rule string, s int)) bool {
	found := false
	if r.head >= 0 {
		sent := r.doc.View.Sentences[r.head]
		for i, p := range people {
			for _, m := range p.mentions {
				if m.sentence != r.head {
					continue
				}
				from, _ := m.place()
				if !m.at.empty() && m.at.to == from {
					from = m.at.from
				}
				if m.title != nil && !m.title.at.empty() {
					from = min(from, m.title.at.from)
				}
				if r.issues(from, sent.From) || from == sent.From {
					mark(i, "issuer-in-headline", r.head)
					found = true
				}
			}
		}
	}
	if found {
		return true
	}
	for s, sent := range r.doc.View.Sentences[:r.far] {
		if !r.body[s] || r.ws[sent.From].Text == "dear" {
			continue
		}
		said := -1
		for k := sent.From; k < sent.To; k++ {
			switch r.ws[k].Text {
			case "statement", "remarks", "message", "released", "issued", "letter", "written", "wrote":
				if w := r.ws[k].Text; (w == "letter" || w[0] == 'w') && s > r.opening() { // "has also written to him"
					continue
				}
				if said < 0 {
					said = k
				}
			}
		}
		for i, p := range people {
			for _, m := range p.mentions {
				if m.sentence != s || m.poss {
					continue
				}
				from, to := m.place()
				lone := from == sent.From && to >= sent.To-1 || to == sent.To && from <= sent.From+4 // a line with title and name
				if lone || said >= 0 && (from < said && r.issuedBy(to, said) || m.name.from > said && r.byBefore(said, from)) {
					mark(i, "makes-statement", s)
					found = true
				}
			}
		}
		if found {
			return true
		}
	}
	return false
}

// reactions lets all make the statement who stand in a list of what countries said: "Pakistan: Prime Minister Shehbaz
// Sharif announced".
func (r *reading) reactions(people []*person, mark func(i int, rule string, s int)) {
	var found []int
	var at []int
	for s, sent := range r.doc.View.Sentences[:r.far] {
		if !r.body[s] || s == r.head {
			continue
		}
		_, c, ok := r.countryAt(sent.From)
		if !ok || int(c.to) >= sent.To || r.ws[c.to].Gap != words.Colon {
			continue
		}
		for i, p := range people {
			for _, m := range p.mentions {
				if from, to := m.place(); m.sentence == s && m.title != nil && from <= int(c.to)+1 && to < sent.To {
					found, at = append(found, i), append(at, s)
				}
			}
		}
	}
	if len(found) < 2 {
		return
	}
	for k, i := range found {
		mark(i, "makes-statement", at[k])
	}
}

// frontIssuer is who is named over the text as its author: "Senator the Hon Penny Wong" under "Minister for Foreign
// Affairs", "Spokesperson and Deputy Minister for Public Affairs Soosuk Lim". Papers name their reporters there.
func (r *reading) frontIssuer(pub record.Fact[record.Publisher]) *person {
	if pub.Value.Medium {
		return nil
	}
	var over *title  // an office in a line of its own
	var bare mention // a name in a line of its own
	open := r.opening()
	for s, sent := range r.doc.View.Sentences[:r.far] {
		if open >= 0 && s >= open {
			break
		}
		if s == r.head || sent.To-sent.From > 24 {
			continue
		}
		for _, m := range r.mentions(s) {
			if !m.named() {
				if m.title.from-sent.From <= 2 && m.title.to >= sent.To-1 {
					over = m.title
				}
				if over == m.title && bare.named() && bare.sentence == s-1 { // John Kerry, and below: Secretary of State
					bare.title = m.title
					return r.author(bare, m.title, pub)
				}
				continue
			}
			if m.name.to == sent.To && m.name.from <= sent.From+2 && r.full(m.name) && (m.title == nil || m.title.to <= m.name.from && m.title.from == sent.From) && (m.name.listed || r.looksLikeName(m.name)) {
				bare = m
			}
			if m.title == nil && !m.name.honorific || !r.full(m.name) || m.title == nil && over == nil {
				continue
			}
			if p := r.author(m, over, pub); p != nil {
				return p
			}
		}
	}
	return nil
}

// author makes the person of a mention over the text, with the office in a line of its own where the mention has none.
func (r *reading) author(m mention, over *title, pub record.Fact[record.Publisher]) *person {
	p := r.newPerson(m)
	r.finish([]*person{p})
	if over != nil && (p.title == nil || r.ws[p.title.head].Text == "senator") {
		p.title, p.role = over, r.role(*over)
	}
	if p.title == nil {
		return nil
	}
	r.settleCountries([]*person{p}, pub.Value.Country)
	p.acts, p.actRule = true, "named-over-text"
	return p
}

// firstSpeaker is the subject of one of the first sentences of a statement, if it is a person with a title who says
// something: "The Prime Minister, Shri Narendra Modi, has expressed ...". Behind the first sentence only the publisher's
// own officials are looked for.
func (r *reading) firstSpeaker(people []*person, home string) (int, bool) {
	open := r.opening()
	if open < 0 {
		return 0, false
	}
	ss := r.doc.View.Sentences
	for s := open; s < len(ss) && s < open+5; s++ {
		for i, p := range people {
			if s > open && p.country != home {
				continue
			}
			for _, m := range p.mentions {
				from, to := m.place()
				if m.sentence != s || m.title == nil || m.poss || from > ss[s].From+4 || r.absent(m, ss[s].From, ss[s].To) {
					continue
				}
				if m.list > 0 {
					to = r.endOfList(people, m)
				}
				for k, far := to, to+6; k < ss[s].To && k < far; k++ {
					if r.ws[k].Text == "behalf" { // has, on behalf of the Government and the people, expressed
						far = k + 16
					}
					if r.is(k, lexicon.Say) && r.ws[k].Case == words.Lower {
						return i, true
					}
				}
			}
		}
	}
	return 0, false
}

// endOfList is where the list ends in which a mention stands.
func (r *reading) endOfList(people []*person, m mention) int {
	_, end := m.place()
	for _, q := range people {
		for _, n := range q.mentions {
			if _, to := n.place(); n.sentence == m.sentence && n.list == m.list {
				end = max(end, to)
			}
		}
	}
	return end
}

// speakTogether lets all take part who stand in one list with whoever makes the statement: "The Foreign Ministers of Chile,
// A, Peru, B, and Colombia, C, express".
func (r *reading) speakTogether(people []*person, i int, mark func(i int, rule string, s int)) {
	for _, m := range people[i].mentions {
		if m.title == nil || !m.title.plural || m.sentence > r.opening()+4 {
			continue
		}
		for k, q := range people {
			for _, n := range q.mentions {
				if n.sentence == m.sentence && n.title != nil && n.title.plural && (n.list == m.list && m.list > 0 || n.title.head == m.title.head) {
					mark(k, "speaks-first", m.sentence)
				}
			}
		}
		return
	}
}

// quoted is the publisher's own official who is quoted first: "...," said Treasury Secretary Steven T. Mnuchin.
func (r *reading) quoted(people []*person, pub record.Publisher) (int, bool) {
	if pub.Medium || pub.Country == "" {
		return 0, false
	}
	for i, p := range people {
		if p.country != pub.Country || p.title == nil {
			continue
		}
		for _, m := range p.mentions {
			from, to := m.place()
			sent := r.doc.View.Sentences[m.sentence]
			if m.sentence == r.head || m.poss {
				continue
			}
			if from > sent.From && (r.ws[from-1].Text == "said" || r.ws[from-1].Text == "says" || r.ws[from-1].Text == "stressed") || to < sent.To && (r.ws[to].Text == "said" || r.ws[to].Text == "says") {
				return i, true
			}
		}
	}
	return 0, false
}

// issues reports whether "by", "from" or "of" leads to word i, over other issuers of a list.
func (r *reading) issues(i, from int) bool {
	for k := i - 1; k >= from; k-- {
		switch r.ws[k].Text {
		case "by": // not: the visit by X
			return k == from || r.ws[k-1].Text != "visit" && r.ws[k-1].Text != "trip" && r.ws[k-1].Text != "call"
		case "from", "statement", "remarks", "message", "speech":
			return true
		case "with": // Remarks With Foreign Minister X
			if k > from && (r.ws[k-1].Text == "remarks" || r.ws[k-1].Text == "availability" || r.ws[k-1].Text == "conference") {
				return true
			}
			return false
		case "on", "regarding", "to", "about", "for", "at", "of":
			if r.ws[k].Text == "of" || r.ws[k].Text == "for" {
				continue
			}
			return false
		}
	}
	return false
}

// issuedBy reports whether a verb of issuing stands between a person and the statement.
func (r *reading) issuedBy(from, said int) bool {
	for k := from; k <= said && k < from+8; k++ {
		switch r.ws[k].Text {
		case "issued", "released", "made", "delivered", "gave", "published", "written", "wrote":
			return true
		case "sent", "addressed": // has sent the following letter
			for j := k + 1; j < said; j++ {
				if r.ws[j].Text == "following" {
					return true
				}
			}
		}
	}
	return false
}

func (r *reading) byBefore(from, to int) bool {
	for k := from; k < to && k < len(r.ws); k++ {
		if r.ws[k].Text == "by" {
			return true
		}
	}
	return false
}
