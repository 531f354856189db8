package extract

import (
	"readout/internal/document"
	"readout/internal/record"
	"readout/internal/words"
)

// takePart decides who takes part: those who act in the sentences of the event; in a statement whoever makes it; in an
// appointment who is appointed.
func (r *reading) takePart(people []*person, alone []mention, a *acting, kind record.Kind, pub record.Fact[record.Publisher]) []*person {
	mark := func(i int, rule string, s int) {
		p := people[i]
		p.acts = true
		if p.actRule == "" {
			p.actRule = rule
		}
	}
	if kind == record.Statement && !r.eventAfterAll(people, *a) {
		if !r.issuers(people, mark) {
			if p := r.frontIssuer(pub); p != nil {
				return withAuthor(people, p)
			}
			if p := r.signature(pub); p != nil {
				return withAuthor(people, p)
			}
			if i, ok := r.firstSpeaker(people, pub.Value.Country); ok {
				mark(i, "speaks-first", r.opening())
				r.speakTogether(people, i, mark)
			} else if i, ok := r.quoted(people, pub.Value); ok {
				mark(i, "quoted", people[i].mentions[0].sentence)
			}
			r.speakers(people, mark)
		} else if r.remarksWith() {
			if p := r.frontIssuer(pub); p != nil {
				people = withAuthor(people, p)
			}
		}
		r.reactions(people, mark)
		return people
	}
	if kind == record.Appointment {
		r.appointees(people, alone, pub, mark)
	}
	for _, sc := range a.scenes {
		if kind == record.Appointment && sc.sentence != a.lead {
			continue
		}
		rule := "acts-in-event"
		if sc.headline {
			rule = "named-in-headline"
		}
		for _, i := range sc.people {
			mark(i, rule, sc.sentence)
		}
	}
	if kind == record.Conference {
		r.conferenceSpeakers(people, a, mark)
	}
	if r.firstPerson(a.lead) { // I met with ...
		if p := r.frontIssuer(pub); p != nil {
			people = withAuthor(people, p) // behind the others: scenes hold indexes
		}
	}
	for i, p := range people {
		if p.acts && r.stayedAway(people, i) {
			p.acts = false
		}
	}
	r.unnamedSides(people, a, mark)
	r.headNamedLater(people, alone, a, mark)
	r.counterpartNamedLater(people, alone, a, mark)
	r.borrowRoles(people, alone, a)
	return people
}

// remarksWith reports whether the headline is "Remarks With" somebody: the author speaks beside a guest.
func (r *reading) remarksWith() bool {
	if r.head < 0 {
		return false
	}
	sent := r.doc.View.Sentences[r.head]
	for i := sent.From; i+1 < sent.To; i++ {
		if (r.ws[i].Text == "remarks" || r.ws[i].Text == "availability") && r.ws[i+1].Text == "with" {
			return true
		}
	}
	return false
}

// withAuthor adds the author of a release to its people, in the place of somebody whom the text only calls by the surname.
func withAuthor(people []*person, author *person) []*person {
	for _, p := range people {
		if len(p.keys) == 1 && len(author.keys) > 1 && p.keys[0] == author.keys[len(author.keys)-1] {
			author.mentions = append(author.mentions, p.mentions...)
			*p = *author
			return people
		}
	}
	return append(people, author)
}

// firstPerson reports whether "I" or "we" tells the event: the author takes part.
func (r *reading) firstPerson(s int) bool {
	if s < 0 {
		return false
	}
	sent := r.doc.View.Sentences[s]
	for i := sent.From; i < sent.To && i < sent.From+12; i++ {
		if w := r.ws[i]; w.Text == "i" && w.Case != words.Lower || w.Text == "we" {
			return i+1 < sent.To && r.ws[i+1].Gap == words.Space
		}
	}
	return false
}

// eventAfterAll reports whether a release that reads like a statement tells of an event: a spokesperson announces whom
// the president will meet; or nothing in the headline speaks of a statement.
func (r *reading) eventAfterAll(people []*person, a acting) bool {
	for _, sc := range a.scenes {
		if sc.sentence != a.lead || len(sc.people) == 0 || sc.says || a.lead > r.opening()+4 && len(sc.people) < 2 {
			continue
		}
		if r.head < 0 {
			return false
		}
		h := r.doc.View.Sentences[r.head]
		for i := h.From; i < h.To; i++ {
			switch r.ws[i].Text {
			case "statement", "remarks", "message", "briefing", "statements", "communique", "declaration", "condemns":
				return len(sc.people) >= 2 && sc.contact && (r.spokenFor() || r.eventAhead(i+1, h.To) || !r.issuerNamed(people))
			case "on":
				return false
			}
		}
		return true
	}
	return false
}

// issuerNamed reports whether the headline names somebody after "by" or "from", or at its beginning.
func (r *reading) issuerNamed(people []*person) bool {
	from := r.doc.View.Sentences[r.head].From
	for _, p := range people {
		for _, m := range p.mentions {
			if at, _ := m.place(); m.sentence == r.head && (at == from || r.issues(at, from)) {
				return true
			}
		}
	}
	return false
}

// eventAhead reports whether the headline goes on to an event: "Press Statement: Introductory Visit of ...".
func (r *reading) eventAhead(i, limit int) bool {
	for ; i < limit; i++ {
		switch r.ws[i].Text {
		case "on":
			if i+2 < limit && r.ws[i+1].Text == "the" && (r.ws[i+2].Text == "visit" || r.ws[i+2].Text == "meeting" || r.ws[i+2].Text == "call") {
				return true
			}
			return false
		case "by", "from", "regarding":
			return false
		case "visit", "visits", "meeting", "call", "trip", "talks":
			return true
		}
	}
	return false
}

// kindAfterAll is the kind of the event that the lead tells, where the release only looked like a statement: a paper's
// "envoy urges ..." whose first sentence says whom he met.
func (r *reading) kindAfterAll(kind record.Fact[record.Kind], people []*person, a acting) record.Fact[record.Kind] {
	said := r.saidInHeadline(kind)
	if kind.Value != record.Statement || kind.Confidence == record.Certain && said || a.lead < 0 || !r.eventAfterAll(people, a) {
		return kind
	}
	met := 0
	for _, sc := range a.scenes {
		if sc.sentence == a.lead && sc.contact {
			met = len(sc.people)
		}
	}
	if k, ev, ok := kindOf(r.doc, r.lex, r.hits, a.lead); ok && k != record.Statement && met >= 2 {
		return record.Fact[record.Kind]{Value: k, Rule: ev.Rule, Confidence: record.Inferred, Evidence: []record.Evidence{ev}}
	}
	if met >= 2 && !said && a.lead <= r.opening()+3 && r.twoSides(people, a) {
		sent := r.doc.View.Sentences[a.lead]
		return record.Fact[record.Kind]{Value: record.Meeting, Rule: "two-sides-talk", Confidence: record.Inferred,
			Evidence: []record.Evidence{evidenceAt(r.doc, sent.Start, sent.End, "two-sides-talk")}}
	}
	return kind
}

// saidInHeadline reports whether the headline itself tells that the release is a statement.
func (r *reading) saidInHeadline(kind record.Fact[record.Kind]) bool {
	if r.head < 0 || kind.Rule == "no-event-told" {
		return false
	}
	h := r.doc.Blocks[r.doc.View.Sentences[r.head].Block]
	for _, ev := range kind.Evidence {
		if ev.Start >= h.Start && ev.End <= h.End {
			return true
		}
	}
	return false
}

// twoSides reports whether the lead tells of people who act for two countries.
func (r *reading) twoSides(people []*person, a acting) bool {
	one := ""
	for _, sc := range a.scenes {
		if sc.sentence != a.lead {
			continue
		}
		for _, i := range sc.people {
			switch c := people[i].country; {
			case c == "" || c == one:
			case one == "":
				one = c
			default:
				return true
			}
		}
	}
	return false
}

// spokenFor reports whether a spokesperson issues the release, by its headline.
func (r *reading) spokenFor() bool {
	h := r.doc.View.Sentences[r.head]
	for i := h.From; i < h.To; i++ {
		switch r.ws[i].Text {
		case "spokesperson", "spokesman", "spokeswoman":
			return true
		case "press":
			return i+1 < h.To && r.ws[i+1].Text == "secretary"
		}
	}
	return false
}

// appointees lets those take part who are appointed, in the office that "as" leads to.
func (r *reading) appointees(people []*person, alone []mention, pub record.Fact[record.Publisher], mark func(i int, rule string, s int)) {
	for s, sent := range r.doc.View.Sentences[:r.far] {
		if !r.body[s] && s != r.head {
			continue
		}
		at, announced := -1, false
		for k := sent.From; k < sent.To; k++ {
			switch r.ws[k].Text {
			case "announced", "announces": // announced A B as the next ambassador
				if !announced {
					at, announced = k, true
				}
				continue
			case "appoint", "appoints", "appointed", "appointment", "appointing", "named", "names", "nominated", "designated", "presented", "tapped", "picked", "picks", "selected":
				at, announced = k, false
			}
			if at >= 0 && !announced {
				break
			}
		}
		if at < 0 {
			continue
		}
		for i, p := range people {
			for _, m := range p.mentions {
				from, to := m.place()
				if m.sentence != s || from < at || m.poss || announced && !r.roleAhead(to, sent.To) || from > at+3 && m.list == 0 && !r.roleAhead(to, sent.To) || r.ws[from-1].Text == "by" || from > 1 && r.ws[from-2].Text == "by" {
					continue
				}
				switch r.ws[from-1].Text {
				case "relieving", "dismissing", "replacing", "succeeding", "replaces", "succeeds", "relieved", "dismissed", "replace", "succeed":
					continue
				}
				mark(i, "appointed", s)
				for _, o := range alone {
					if o.sentence == s && o.title.from > to && r.asBefore(o.title.from, to) {
						p.title, p.role = o.title, r.role(*o.title)
						if c := r.lex.Country(pub.Value.Country); c != nil && c.Organisation {
							p.country, p.how = c.Code, "publisher"
						} else if o.title.country != "" {
							p.country, p.how = o.title.country, "country-in-title"
						}
						break
					}
				}
			}
		}
	}
}

// roleAhead reports whether "as" stands straight behind a name, at word i.
func (r *reading) roleAhead(i, limit int) bool {
	for k := i; k < limit && k < i+5; k++ {
		if r.ws[k].Text == "as" {
			return true
		}
	}
	return false
}

// asBefore reports whether "as" leads to word i: as Ambassador, as South Korea's new foreign minister.
func (r *reading) asBefore(i, after int) bool {
	for k := i - 1; k >= after && k >= i-5; k-- {
		switch {
		case r.ws[k].Text == "as":
			return true
		case r.cover[k].kind.country(), r.ws[k].Text == "the", r.ws[k].Text == "new", r.ws[k].Text == "its", r.ws[k].Text == "next":
			continue
		}
		return false
	}
	return false
}

// opening returns the first sentence of the body, -1 if there is none.
func (r *reading) opening() int {
	for s, sent := range r.doc.View.Sentences[:r.far] {
		if r.body[s] && r.doc.Blocks[sent.Block].Kind != document.Caption && s != r.head {
			return s
		}
	}
	return -1
}
