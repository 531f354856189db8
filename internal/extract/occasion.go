package extract

import (
	"readout/internal/record"
)

// takePart decides who takes part: those who act in the sentences of the event; in a statement whoever makes it; in an
// appointment who is appointed.
func (r *reading) takePart(people []*person, a *acting, kind record.Kind, pub record.Fact[record.Publisher]) {
	mark := func(i int, rule string, s int) {
		p := people[i]
		p.acts = true
		if p.actRule == "" {
			p.actRule = rule
		}
	}
	if kind == record.Statement {
		r.issuers(people, mark)
		return
	}
	for _, sc := range a.scenes {
		rule := "acts-in-event"
		if sc.headline {
			rule = "named-in-headline"
		}
		for _, i := range sc.people {
			mark(i, rule, sc.sentence)
		}
	}
	r.unnamedSides(people, a, mark)
}

// issuers finds who makes a statement: named in the headline after "by" or "from", the speaker of a briefing, or the
// subject of "issued the following statement".
func (r *reading) issuers(people []*person, mark func(i int, rule string, s int)) {
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
		return
	}
	for s, sent := range r.doc.View.Sentences {
		if !r.body[s] {
			continue
		}
		said := -1
		for k := sent.From; k < sent.To; k++ {
			switch r.ws[k].Text {
			case "statement", "remarks", "message", "released", "issued":
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
			return
		}
	}
}

// issues reports whether "by", "from" or "of" leads to word i, over other issuers of a list.
func (r *reading) issues(i, from int) bool {
	for k := i - 1; k >= from; k-- {
		switch r.ws[k].Text {
		case "by", "from":
			return true
		case "on", "regarding", "to", "about", "with", "for", "at", "of":
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
		case "issued", "released", "made", "delivered", "gave", "published":
			return true
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

// unnamedSides lets people take part who are named only after the event was told of their offices: "The foreign
// ministers of Rwanda and the Congo signed ... Rwanda's Olivier Nduhungirehe pledged".
func (r *reading) unnamedSides(people []*person, a *acting, mark func(i int, rule string, s int)) {
	if a.lead < 0 || len(a.sides) == 0 {
		return
	}
	acted := map[string]bool{}
	for _, p := range people {
		if p.acts {
			acted[p.country] = true
		}
	}
	for _, side := range a.sides {
		if acted[side.code] {
			continue
		}
		for i, p := range people {
			if p.country != side.code || p.acts {
				continue
			}
			m := p.mentions[0]
			if m.sentence > a.lead+3 || m.poss || r.absent(m, r.doc.View.Sentences[m.sentence].From, r.doc.View.Sentences[m.sentence].To) {
				continue
			}
			mark(i, "office-told-before", m.sentence)
			break
		}
	}
}

// peopleFacts writes people as facts: those who take part, and all others.
func (r *reading) peopleFacts(people []*person) (acting, mentioned []record.Fact[record.Person]) {
	for _, p := range people {
		f := record.Fact[record.Person]{Value: record.Person{Name: p.name, Role: p.role, Country: p.country}, Confidence: record.Certain}
		if p.known >= 0 {
			f.Value.ID, f.Value.Listed = r.lex.Persons[p.known].ID, true
		}
		for _, m := range p.mentions {
			if len(f.Evidence) >= 12 {
				break
			}
			rule := "surname"
			if r.full(m.name) {
				rule = "full-name"
			}
			f.Evidence = append(f.Evidence, r.evidence(m.name.from, m.name.to, rule))
		}
		if p.title != nil {
			f.Evidence = append(f.Evidence, r.evidence(p.title.from, p.title.to, "title"))
		}
		switch p.how {
		case "publisher", "place-in-sentence", "lexicon", "office", "list":
			f.Confidence = record.Inferred
		}
		if p.acts {
			f.Rule = p.actRule
			acting = append(acting, f)
			continue
		}
		f.Rule = "mentioned"
		mentioned = append(mentioned, f)
	}
	return acting, mentioned
}

// occasions makes the occasions of a release: one, or more where it tells of several meetings.
func (r *reading) occasions(people []*person, a acting, parties []sideRef, rec record.Record) ([]record.Occasion, []record.Doubt) {
	at := []int{}
	if r.head >= 0 {
		at = append(at, r.head)
	}
	if a.lead >= 0 {
		at = append(at, a.lead)
	}
	o := record.Occasion{Kind: rec.Kind.Value}
	var doubts []record.Doubt
	o.Date, doubts = readEventDate(r.doc, r.lex, r.hits, at, rec.Kind.Value, rec.Participants, rec.Published)
	for _, p := range rec.Participants {
		o.Participants = append(o.Participants, p.Value.Name)
	}
	for _, p := range parties {
		o.Parties = append(o.Parties, p.code)
	}
	if a.lead >= 0 {
		s := r.doc.View.Sentences[a.lead]
		o.Evidence = []record.Evidence{evidenceAt(r.doc, s.Start, s.End, "tells-the-event")}
	}
	return []record.Occasion{o}, doubts
}
