package extract

import (
	"readout/internal/lexicon"
	"readout/internal/words"
	"strings"
)

// officeAlone tells the country of offices that only one country has.
func (r *reading) officeAlone(p *person) (code, how string) {
	key := words.Fold(p.role)
	switch {
	case (key == "secretary of state" || key == "deputy secretary of state" || key == "assistant secretary of state") && !r.namesCountry("US"):
		return "", ""
	case key == "secretary of state" || key == "deputy secretary of state" || key == "assistant secretary of state":
		return "US", "office"
	case key == "external affairs minister":
		return "IN", "office"
	case key == "taoiseach" || key == "tanaiste":
		return "IE", "office"
	}
	return "", ""
}

func (r *reading) organisation(code string) bool {
	c := r.lex.Country(code)
	return c != nil && c.Organisation
}

// ofGovernment reports whether a title is one that governments have and organisations have not.
func (r *reading) ofGovernment(p *person) bool {
	switch r.ws[p.title.head].Text {
	case "minister", "ministers", "ambassador", "premier", "king", "queen", "emir", "sultan", "chancellor", "adviser", "advisor", "undersecretary":
		return true
	}
	return false
}

// namesCountry reports whether the text names a country.
func (r *reading) namesCountry(code string) bool {
	for _, c := range r.cover {
		if c.kind.country() && r.lex.Countries[c.index].Code == code {
			return true
		}
	}
	return false
}

// companyOf is the country of the one whom somebody accompanies: "She was joined by Special Assistant Juan González".
func (r *reading) companyOf(p *person, people []*person) string {
	m := p.mentions[0]
	from, _ := m.place()
	sent := r.doc.View.Sentences[m.sentence]
	for k := from - 1; k > sent.From && k > from-3; k-- {
		if r.ws[k].Text == "by" && (r.ws[k-1].Text == "joined" || r.ws[k-1].Text == "accompanied") {
			if i, ok := lastSubject(people, from); ok && people[i] != p {
				return people[i].country
			}
		}
	}
	return ""
}

// deputyOf is the country or organisation of the one whose deputy somebody is: "Deputy Director General" beside "Director
// General".
func deputyOf(p *person, people []*person) string {
	rest, ok := strings.CutPrefix(p.role, "Deputy ")
	if !ok {
		return ""
	}
	for _, q := range people {
		if q != p && q.country != "" && len(rest) > 9 && strings.EqualFold(strings.ReplaceAll(q.role, "-", " "), strings.ReplaceAll(rest, "-", " ")) {
			return q.country
		}
	}
	return ""
}

// sideLedBy tells the country of somebody who leads a side: "the Norwegian side was headed by Mr. Tore Hattrem".
func (r *reading) sideLedBy(p *person) string {
	m := p.mentions[0]
	sent := r.doc.View.Sentences[m.sentence]
	from, _ := m.place()
	k := from - 1
	for k > sent.From && (r.is(k, lexicon.Honorific) || r.ws[k].Text == "the") {
		k--
	}
	if k <= sent.From || r.ws[k].Text != "by" {
		return ""
	}
	switch r.ws[k-1].Text {
	case "led", "headed", "chaired", "represented":
	default:
		return ""
	}
	for k -= 2; k >= sent.From && k > from-9; k-- {
		switch r.ws[k].Text {
		case "side", "delegation", "team", "government", "was", "were", "is", "been", "a", "the", "senior", "us":
			continue
		}
		if code, _, ok := r.countryAt(k); ok {
			return code
		}
		return ""
	}
	return ""
}

// guest finds the country of somebody met abroad: the last country told before, in the same sentence or the one before,
// that is not the publisher's own.
func (r *reading) guest(p *person, people []*person, home string) string {
	m := p.mentions[0]
	if m.title == nil {
		return ""
	}
	sent := r.doc.View.Sentences[m.sentence]
	from, _ := m.place()
	// whom the text names first is the publisher's own; so is who joins him
	first := true
	for _, q := range people {
		for _, n := range q.mentions {
			if q != p && n.sentence != r.head && n.name.from < from {
				first = false
			}
		}
	}
	if first {
		return ""
	}
	for k := from - 1; k >= sent.From && k > from-3; k-- {
		if r.ws[k].Text == "by" && k > sent.From && (r.ws[k-1].Text == "joined" || r.ws[k-1].Text == "accompanied") {
			return ""
		}
	}
	start := sent.From // back to the beginning of the paragraph
	ss := r.doc.View.Sentences
	for s := m.sentence; s >= 0 && ss[s].Block == sent.Block; s-- {
		start = ss[s].From
	}
	ts := r.titles(start, sent.To, nil)
	for k := from - 1; k >= start; k-- {
		if code, c, ok := r.countryAt(k); ok {
			if withinTitle(ts, k) || k < sent.From && (c.kind != countryCapital || !r.placed(int(c.from))) {
				k = int(c.from)
				continue
			}
			if code != home && !r.lex.Countries[c.index].Organisation && c.kind != countryLoose {
				return code
			}
			k = int(c.from)
		}
	}
	if r.head >= 0 {
		h := r.doc.View.Sentences[r.head]
		ts := r.titles(h.From, h.To, nil)
		found := ""
		for k := h.From; k < h.To; k++ {
			if code, c, ok := r.countryAt(k); ok {
				if t, ok := titleOver(ts, k); ok && (t.country != code || taken(people, code)) {
					continue
				}
				if code != home && !r.lex.Countries[c.index].Organisation && c.kind != countryLoose {
					if found != "" && found != code {
						return ""
					}
					found = code
				}
				k = int(c.to) - 1
			}
		}
		return found
	}
	return ""
}

// placed reports whether the country's or capital's name at word i tells where something is: "in Naypyidaw".
func (r *reading) placed(i int) bool {
	if i == 0 {
		return false
	}
	switch r.ws[i-1].Text {
	case "in", "to", "at", "visited", "visit", "for":
		return true
	}
	return false
}

// withinTitle reports whether word i lies in a title.
func withinTitle(ts []title, i int) bool {
	for _, t := range ts {
		if i >= t.from && i < t.to {
			return true
		}
	}
	return false
}

// titleOver returns the title in which word i lies.
func titleOver(ts []title, i int) (title, bool) {
	for _, t := range ts {
		if i >= t.from && i < t.to {
			return t, true
		}
	}
	return title{}, false
}

// taken reports whether somebody's title tells that he acts for a country.
func taken(people []*person, code string) bool {
	for _, p := range people {
		if p.country == code && p.how == "country-in-title" {
			return true
		}
	}
	return false
}
