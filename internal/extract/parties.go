package extract

import (
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/words"
)

// parties returns the countries whose officials take part, with the words that tell it: those of the people who act,
// those of offices that act without a name, the two sides in the headline, the countries a traveller goes to, and the
// publisher's own; in a statement only the issuer's.
func (r *reading) parties(people []*person, a acting, kind record.Kind, pub record.Fact[record.Publisher]) []sideRef {
	var out []sideRef
	add := func(s sideRef) {
		switch s.code {
		case "", "G7", "G8", "G20", "BRICS", "APEC": // gatherings, no party
			return
		}
		for i := range out {
			if out[i].code == s.code {
				if out[i].at.empty() {
					out[i] = s
				}
				return
			}
		}
		out = append(out, s)
	}
	for _, p := range people {
		if p.acts {
			add(sideRef{p.country, r.tells(p), "acts-for"})
		}
	}
	own := pub.Value.Country
	if pub.Value.Medium {
		own = ""
	}
	if kind == record.Statement {
		if len(out) == 0 {
			add(sideRef{own, run{}, "issuer"})
		}
		if len(out) == 0 {
			add(r.governmentSpeaks())
		}
		return out
	}
	for _, s := range a.sides {
		add(s)
	}
	switch kind {
	case record.Meeting, record.Call, record.Conference, record.Signing:
		for _, s := range r.headlineSides() {
			add(s)
		}
	case record.Visit:
		for _, s := range r.destinations(a) {
			add(s)
		}
	}
	if kind == record.Conference || kind == record.Meeting || len(out) == 0 {
		for _, s := range r.hyphenSides(a.lead) {
			add(s)
		}
	}
	if kind == record.Conference {
		for _, s := range r.sidesSpeaking() {
			add(s)
		}
	}
	if own != "" && len(out) < 2 {
		add(sideRef{own, run{}, "publisher"})
	}
	return out
}

// tells returns the words that tell for whom a person acts.
func (r *reading) tells(p *person) run {
	for _, m := range p.mentions {
		if m.title != nil && m.title.country == p.country && !m.title.at.empty() {
			return m.title.at
		}
		if m.country == p.country && !m.at.empty() {
			return m.at
		}
	}
	// else any form of the country in the text
	for i := range r.cover {
		if code, c, ok := r.countryAt(i); ok && code == p.country {
			return run{int(c.from), int(c.to)}
		}
	}
	if p.title != nil { // the office tells it
		return run{p.title.from, p.title.to}
	}
	return run{p.mentions[0].name.from, p.mentions[0].name.to}
}

// headlineSides returns the countries that act in the headline: "ROK and Georgia Hold ...", "ROK-US Foreign Ministers'".
func (r *reading) headlineSides() []sideRef {
	if r.head < 0 {
		return nil
	}
	out := r.hyphenSides(r.head)
	sent := r.doc.View.Sentences[r.head]
	for i := sent.From; i < sent.To; i++ {
		w := r.ws[i]
		if code, c, ok := r.countryAt(i); ok {
			end := int(c.to)
			if (c.kind == countryName || c.kind == countryDemonym) && !r.ws[end-1].Poss && r.subjectHere(end, sent.To) && (i == sent.From || r.sideBefore(i, sent.From)) {
				out = append(out, sideRef{code, run{i, end}, "side-in-headline"})
			}
			i = end - 1
			continue
		}
		switch w.Text {
		case "on", "over", "about", "for", "against", "after", "to", "in", "at", "ahead", "regarding", "amid", "from", "with":
			return out
		}
	}
	return out
}

// subjectHere reports whether word i goes on with a verb, a list or ministers: "hold", ", US", "and Japan".
func (r *reading) subjectHere(i, limit int) bool {
	if i >= limit {
		return false
	}
	switch r.ws[i].Text {
	case "bid", "membership", "accession", "candidacy", "candidature", "aspirations", "ambitions", "hopes": // Georgia's EU bid
		return false
	case "and", "agree", "agrees", "formally", "to", "jointly", "sign", "signs", "hold", "holds", "discuss":
		return true
	}
	if r.cover[i].kind.country() && (r.ws[i].Gap == words.Comma || r.near(i)) {
		return true
	}
	return r.is(i, lexicon.Act) || r.is(i, lexicon.TitleHead|lexicon.TitleModifier) && r.titleAhead(i, limit)
}

// sideBefore reports whether what stands before word i is a country, "and", a comma or the beginning of the sides.
func (r *reading) sideBefore(i, from int) bool {
	if i == 0 {
		return false
	}
	switch r.ws[i-1].Text {
	case "and", "of", "between", "the", "s":
		return true
	}
	return r.cover[i-1].kind.country() || i-1 >= from && r.ws[i-1].Number
}

// hyphenSides returns countries joined by hyphens before an event or an office: ROK-U.S.-Japan, Japan-Viet Nam.
func (r *reading) hyphenSides(s int) []sideRef {
	if s < 0 {
		return nil
	}
	sent := r.doc.View.Sentences[s]
	parts := r.clauses(s)
	var out []sideRef
	for i := sent.From; i < sent.To; i++ {
		_, c, ok := r.countryAt(i)
		if !ok || parts[i-sent.From] != mainClause {
			continue
		}
		end := int(c.to)
		chain := []cover{c}
		for end < sent.To && (r.ws[end].Gap == words.Hyphen || r.ws[end].Gap == words.Dash) {
			_, d, ok := r.countryAt(end)
			if !ok {
				break
			}
			chain = append(chain, d)
			end = int(d.to)
		}
		if len(chain) > 1 {
			event := false
			for k := end; k < sent.To && k < end+7 && r.near(k); k++ {
				if r.is(k, lexicon.EventNoun) && r.ws[k].Text != "relations" || r.ws[k].Text == "ministers" || r.ws[k].Text == "summit" || r.ws[k].Text == "ministerial" || r.ws[k].Text == "committee" || r.ws[k].Text == "commission" {
					event = true
				}
				if r.ws[k].Text == "relations" || r.ws[k].Text == "ties" || r.ws[k].Text == "cooperation" || r.ws[k].Text == "alliance" || r.ws[k].Text == "military" {
					break
				}
			}
			if event {
				for _, d := range chain {
					out = append(out, sideRef{r.lex.Countries[d.index].Code, run{int(d.from), int(d.to)}, "side-of-event"})
				}
			}
		}
		i = end - 1
	}
	return out
}

// destinations returns the countries that a traveller goes to, from the headline and the lead.
func (r *reading) destinations(a acting) []sideRef {
	var out []sideRef
	for _, s := range []int{r.head, a.lead} {
		if s < 0 {
			continue
		}
		sent := r.doc.View.Sentences[s]
		on := false
		for i := sent.From; i < sent.To; i++ {
			w := r.ws[i]
			switch w.Text {
			case "visit", "visits", "visited", "to", "travel", "travels", "tour", "trip":
				on = true
				continue
			case "the", "and", "of", "state", "republic", "official", "three", "a", "for":
				if w.Text == "for" {
					on = i > sent.From && (r.ws[i-1].Text == "off" || r.ws[i-1].Text == "left" || r.ws[i-1].Text == "leave" || r.ws[i-1].Text == "leaves" || r.ws[i-1].Text == "departed")
				}
				continue
			}
			if code, c, ok := r.countryAt(i); ok {
				if r.ws[i].Gap == words.Comma && i > sent.From && r.cover[i-1].kind != countryName && r.capital(i-1) { // Paris, France
					i = int(c.to) - 1
					continue
				}
				if on && (c.kind == countryName || c.kind == countryCapital && !r.namedLater(c)) && !r.ws[c.to-1].Poss {
					out = append(out, sideRef{code, run{int(c.from), int(c.to)}, "destination"})
				}
				i = int(c.to) - 1
				continue
			}
			on = false
		}
	}
	return out
}

// sidesSpeaking returns the countries whose side says something in the text: "The Chinese side took the view".
func (r *reading) sidesSpeaking() []sideRef {
	var out []sideRef
	for s, sent := range r.doc.View.Sentences[:r.far] {
		if !r.body[s] {
			continue
		}
		for i := sent.From; i < sent.To; i++ {
			code, c, ok := r.countryAt(i)
			if !ok {
				continue
			}
			end := int(c.to)
			if c.kind == countryDemonym && end+1 < sent.To && (r.ws[end].Text == "side" || r.ws[end].Text == "delegation") && r.is(end+1, lexicon.Say|lexicon.Act) && r.ws[end+1].Case == words.Lower {
				out = append(out, sideRef{code, run{i, end}, "side-speaks"})
			}
			i = end - 1
		}
	}
	return out
}

// namedLater reports whether a capital is only a stop whose country is told beside it.
func (r *reading) namedLater(c cover) bool {
	i := int(c.to)
	return i < len(r.ws) && r.ws[i].Gap == words.Comma && r.cover[i].kind.country()
}

// governmentSpeaks returns the country whose government is the subject of the first sentence: "The government of the
// Republic of Korea has decided".
func (r *reading) governmentSpeaks() sideRef {
	for s, sent := range r.doc.View.Sentences {
		if !r.body[s] || s == r.head {
			continue
		}
		government := false
		for i := sent.From; i < sent.To && i < sent.From+9; i++ {
			if r.ws[i].Text == "government" {
				government = true
			}
			if code, c, ok := r.countryAt(i); ok {
				end := int(c.to)
				if government || end < sent.To && (r.ws[end].Text == "government" || i <= sent.From+1 && c.kind != countryCapital && r.is(end, lexicon.Say) && r.ws[end].Case == words.Lower) {
					return sideRef{code, run{i, end}, "government-speaks"}
				}
				i = end - 1
			}
		}
		return sideRef{}
	}
	return sideRef{}
}
