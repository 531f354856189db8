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
	case key == "director of national intelligence":
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
func (r *reading) companyOf(p *person, people []*person, home string) string {
	m := p.mentions[0]
	from, to := m.place()
	sent := r.doc.View.Sentences[m.sentence]
	for k := to; k+1 < sent.To && k < to+8; k++ { // A and B accompanied Chairman C
		if r.ws[k].Text != "accompanied" || r.ws[k+1].Text == "by" {
			continue
		}
		for _, q := range people {
			for _, n := range q.mentions {
				if at, _ := n.place(); q != p && n.sentence == m.sentence && at > k && at <= k+3 {
					return q.country
				}
			}
		}
	}
	if r.ws[sent.From].Text == "with" { // With Wong were the Minister for the Pacific, A, and B
		for k := sent.From + 1; k < from && k < sent.From+8; k++ {
			if r.ws[k].Text != "were" && r.ws[k].Text != "was" {
				continue
			}
			for _, q := range people {
				for _, n := range q.mentions {
					if q != p && n.sentence == m.sentence && n.name.to <= k {
						return q.country
					}
				}
			}
			break
		}
	}
	for k := from - 1; k > sent.From && k > from-3; k-- {
		if r.ws[k].Text == "by" && r.joinedBefore(k, sent.From) {
			if w := r.ws[sent.From].Text; home != "" && (w == "they" || w == "both") { // who joins the two first is the publisher's own
				return home
			}
			if i, ok := lastSubject(people, from); ok && people[i] != p {
				return people[i].country
			}
		}
	}
	return ""
}

// joinedBefore reports whether "by" at word k belongs to "joined" or "accompanied": was joined on the call by.
func (r *reading) joinedBefore(k, from int) bool {
	for j := k - 1; j >= from && j >= k-5; j-- {
		switch r.ws[j].Text {
		case "joined", "accompanied":
			return true
		case "on", "at", "in", "the", "call", "meeting", "talks", "visit":
			continue
		}
		return false
	}
	return false
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
	if code := r.sideThatHeLeads(p); code != "" {
		return code
	}
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
		if code, c, ok := r.countryAt(k); ok && c.kind != countryCapital {
			return code
		}
		return ""
	}
	return ""
}

// sideThatHeLeads is the country of the side that somebody leads: "The Northern Secretary, X, led the British side".
func (r *reading) sideThatHeLeads(p *person) string {
	for _, m := range p.mentions {
		_, to := m.place()
		limit := r.doc.View.Sentences[m.sentence].To
		for k := to; k < limit && k <= to+1; k++ {
			if !r.leadsSide(k, limit) {
				continue
			}
			for j := k + 1; j < limit && j < k+4; j++ {
				if code, c, ok := r.countryAt(j); ok && c.kind != countryCapital {
					return code
				}
			}
		}
	}
	return ""
}

// sideHere is the country of the side that a list of people belongs to: "On the Malaysian side were A and B", "Present from
// the DPRK side were A", "The South's delegation was led by A. Its members were B and C".
func (r *reading) sideHere(p *person) string {
	m := p.mentions[0]
	from, _ := m.place()
	ss := r.doc.View.Sentences
	sent := ss[m.sentence]
	if code := r.lastSide(sent.From, from); code != "" {
		return code
	}
	if r.ws[sent.From].Text == "its" && m.sentence > 0 {
		before := ss[m.sentence-1]
		return r.lastSide(before.From, before.To)
	}
	return ""
}

// lastSide is the country of the last "side" or "delegation" in words from..to, "" if there is none.
func (r *reading) lastSide(from, to int) string {
	for k := to - 1; k > from; k-- {
		switch r.ws[k].Text {
		case "side", "delegation", "team":
		default:
			continue
		}
		for j := k - 1; j >= from && j >= k-3; j-- {
			if code, c, ok := r.countryAt(j); ok && int(c.to) > j {
				return code
			}
		}
	}
	return ""
}

// behalf is the country on whose behalf somebody signs or speaks: "A signed on behalf of Timor-Leste".
func (r *reading) behalf(p *person) string {
	for _, m := range p.mentions {
		_, end := m.place()
		limit := r.doc.View.Sentences[m.sentence].To
		for k := end; k+2 < limit && k < end+9; k++ {
			if k > end && (r.cover[k].kind == personName || r.is(k, lexicon.TitleHead)) {
				break
			}
			if r.ws[k].Text != "behalf" || r.ws[k+1].Text != "of" {
				continue
			}
			k += 2
			for k+1 < limit && (r.ws[k].Text == "the" || r.ws[k].Text == "government" || r.ws[k].Text == "of") {
				k++
			}
			if code, _, ok := r.countryAt(k); ok {
				return code
			}
		}
	}
	return ""
}

// firstOfPair reports whether somebody is the subject, or the agent behind "by", of a pair whose second member is told
// without a country too, or with another: the publisher's own comes first.
func (r *reading) firstOfPair(p *person, people []*person) bool {
	m := p.mentions[0]
	if m.sentence == r.head {
		return false
	}
	from, to := m.place()
	sent := r.doc.View.Sentences[m.sentence]
	opens := !r.verbBefore(from, sent.From) // After the meeting, the Minister for Public Works, A, and the Colombian Minister B
	for k := sent.From; k < from && opens; k++ {
		opens = !r.cover[k].kind.country() && r.cover[k].kind != personName
	}
	if !opens && from != sent.From && r.ws[from-1].Text != "by" && r.ws[from-1].Text != "were" && !(from == sent.From+1 && r.ws[sent.From].Text == "the") {
		return false
	}
	if to >= sent.To || r.ws[to].Text != "and" {
		return false
	}
	for _, q := range people {
		for _, n := range q.mentions {
			if at, _ := n.place(); q != p && n.sentence == m.sentence && at > to && at <= to+2 {
				return true
			}
		}
	}
	return false
}

// metWithOther is the country of somebody met just before in the same sentence: "was received by Iraqi President A and
// afterwards saw Prime Minister B".
func (r *reading) metWithOther(p *person, people []*person, home string) string {
	m := p.mentions[0]
	if m.title == nil || m.sentence == r.head {
		return ""
	}
	from, _ := m.place()
	sent := r.doc.View.Sentences[m.sentence]
	best, country := -1, ""
	for _, q := range people {
		for _, n := range q.mentions {
			if at, _ := n.place(); q != p && n.sentence == m.sentence && at < from && at > best {
				best, country = at, ""
				if n.title != nil && n.title.country != "" && n.title.country == q.country && q.country != home {
					country = q.country
				}
			}
		}
	}
	if country == "" || !r.verbBefore(best, sent.From) {
		return ""
	}
	verb := false // of its own, between the two
	for k := best; k < from; k++ {
		verb = verb || r.is(k, lexicon.Contact) && r.ws[k].Case == words.Lower
	}
	if !verb {
		return ""
	}
	return country
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
	first, earliest := true, from
	for _, n := range p.mentions {
		if n.sentence != r.head {
			earliest = min(earliest, n.name.from)
		}
	}
	for _, q := range people {
		for _, n := range q.mentions {
			if q != p && n.sentence != r.head && n.name.from < earliest {
				first = false
			}
		}
	}
	if first || home != "" && r.firstOfPair(p, people) {
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
	if r.ws[m.title.head].Text == "ambassador" { // the Embassy in Tel Aviv, led by Ambassador X
		for k := from - 1; k > sent.From && k > from-9; k-- {
			if r.ws[k].Text == "embassy" && r.ws[k-1].Text == "the" && !(r.ws[k+1].Text == "of") {
				return ""
			}
		}
	}
	for k := from - 1; k >= start; k-- {
		if code, c, ok := r.countryAt(k); ok {
			if withinTitle(ts, k) || k < sent.From && (c.kind != countryCapital || !r.placed(int(c.from))) {
				k = int(c.from)
				continue
			}
			if code != home && !r.lex.Countries[c.index].Organisation && c.kind != countryLoose {
				if k >= sent.From && home != "" && r.visitorMeets(int(c.to), from) {
					return ""
				}
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

// visitorMeets reports whether the country before word i is that of somebody unnamed who meets the one at word at: "The Danish
// guest held talks with Minister X", who then is no Dane.
func (r *reading) visitorMeets(i, at int) bool {
	if i >= at || r.ws[i].Case != words.Lower || !r.near(i) || !r.is(i, lexicon.TitleHead) && r.ws[i].Text != "guest" && r.ws[i].Text != "visitor" && r.ws[i].Text != "delegation" && r.ws[i].Text != "side" {
		return false
	}
	if r.ws[at-1].Text != "with" && r.ws[at-1].Text != "by" && r.ws[at-1].Text != "met" && r.ws[at-1].Text != "on" && !r.is(at-1, lexicon.Contact) {
		return false
	}
	for k := i + 1; k < at; k++ {
		if r.is(k, lexicon.Act) && r.ws[k].Case == words.Lower {
			return true
		}
	}
	return false
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
