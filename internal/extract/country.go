package extract

import (
	"strings"

	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/words"
)

// settleCountries tells for whom each person acts: what the title or the name says; else the lexicon; else the list in
// which the person stands; else the place of the event for the guest's counterpart; else the publisher's own country.
func (r *reading) settleCountries(people []*person, home string) {
	for _, p := range people {
		for _, m := range p.mentions {
			if m.title != nil && m.title.country != "" && p.country == "" && !m.title.former && !(p.known >= 0 && m.sentence == r.head && r.contradicts(p.known, m.title.country)) {
				p.country, p.how = m.title.country, "country-in-title"
			}
		}
		for _, m := range p.mentions {
			if m.country != "" && p.country == "" {
				p.country, p.how = m.country, "country-beside-name"
			}
		}
		if p.country == "" && p.known >= 0 {
			if c := r.countryInLexicon(p, home); c != "" {
				p.country, p.how = c, "lexicon"
			}
		}
	}
	// a list shares the country that its last member tells, or goes on with that of the member before
	for i, p := range people {
		if p.country != "" {
			continue
		}
		for _, m := range p.mentions {
			if m.list == 0 {
				continue
			}
			for j := i - 1; j >= 0 && p.country == ""; j-- {
				if q := people[j]; q.country != "" && inList(q, m) && (q.how != "lexicon" || !r.between(q, m)) {
					p.country, p.how = q.country, "list"
				}
			}
			if i+1 < len(people) && p.country == "" && p.title == nil && home != "" && people[i+1].country == home && inList(people[i+1], m) {
				p.country, p.how = home, "list"
			}
			for j := i + 1; j < len(people) && p.country == "" && !r.host(p, m, home) && !r.between(p, m); j++ {
				q := people[j]
				if q.how == "lexicon" && q.country == home && inList(q, m) {
					p.country, p.how = home, "list"
				}
				if q.how == "country-in-title" && inList(q, m) && q.byTitle.title.at.from > q.byTitle.title.head && !r.ownOffices(m, q) {
					p.country, p.how = q.country, "list"
				}
			}
		}
	}
	for _, p := range people {
		if p.country != "" {
			continue
		}
		if c := r.companyOf(p, people, home); c != "" {
			p.country, p.how = c, "accompanies"
			continue
		}
		if home != "" && p.title != nil && ownHouse(p.role) {
			p.country, p.how = home, "publisher"
			continue
		}
		if p.title != nil {
			if p.country, p.how = r.officeAlone(p); p.country != "" {
				continue
			}
		}
		if c := r.behalf(p); c != "" {
			p.country, p.how = c, "on-behalf"
			continue
		}
		if c := r.sideHere(p); c != "" {
			p.country, p.how = c, "side-of-list"
			continue
		}
		if c := deputyOf(p, people); c != "" {
			p.country, p.how = c, "deputy"
			continue
		}
		if c := r.sideLedBy(p); c != "" {
			p.country, p.how = c, "side-led-by"
			continue
		}
		if c := r.metWithOther(p, people, home); c != "" {
			p.country, p.how = c, "met-with"
			continue
		}
		if c := r.guest(p, people, home); c != "" {
			p.country, p.how = c, "place-in-sentence"
			continue
		}
		if len(p.keys) == 1 {
			if i := r.leader(p.keys[len(p.keys)-1]); i >= 0 && (p.title == nil || strings.Contains(strings.ToLower(p.role), "president") || strings.Contains(strings.ToLower(p.role), "minister")) {
				ts := r.lex.Persons[i].Terms
				p.country, p.how = r.lex.Offices[ts[len(ts)-1].Office].Country, "leader"
				continue
			}
		}
		if home != "" && p.title != nil && !(r.organisation(home) && r.ofGovernment(p)) {
			p.country, p.how = home, "publisher"
		}
	}
}

// ownHouse reports whether a role names the publisher's own house: "Director General at the Ministry".
func ownHouse(role string) bool {
	for _, house := range []string{" the Ministry", " the Secretariat", " the Department", " the Presidency"} {
		if rest, ok := strings.CutSuffix(role, house); ok {
			return strings.HasSuffix(rest, " of") || strings.HasSuffix(rest, " at") || strings.HasSuffix(rest, " in")
		}
	}
	return false
}

// between reports whether the list in which q stands begins with "between", which names two sides.
func (r *reading) between(q *person, m mention) bool {
	for _, n := range q.mentions {
		if from, _ := n.place(); n.sentence == m.sentence && from > 0 && (r.ws[from-1].Text == "between" || from > 1 && r.ws[from-2].Text == "between") {
			return true
		}
	}
	return false
}

// host reports whether a mention begins the sentence on a page whose publisher has a country: the publisher's own
// official, whatever the list behind him tells.
func (r *reading) host(p *person, m mention, home string) bool {
	if home == "" {
		return false
	}
	from, _ := m.place()
	for k := r.doc.View.Sentences[m.sentence].From; k < from; k++ {
		if r.is(k, lexicon.Act) && r.ws[k].Case == words.Lower || r.ws[k].Text == "with" {
			return false
		}
	}
	return true
}

func inList(p *person, m mention) bool {
	for _, n := range p.mentions {
		if n.sentence == m.sentence && n.list == m.list {
			return true
		}
	}
	return false
}

// countryInLexicon is the country for which a listed person held an office like the title, or one of the publisher's own
// country, home; else the latest.
func (r *reading) countryInLexicon(p *person, home string) string {
	var room [12]words.Word
	role := words.AppendCut(room[:0], p.role)
	best, score := "", -1
	for _, t := range r.lex.Persons[p.known].Terms {
		o := &r.lex.Offices[t.Office]
		s := 0
		if similar(role, o) {
			s = 2
		}
		if home != "" && o.Country == home {
			s++
		}
		if s >= score {
			best, score = o.Country, s
		}
	}
	return best
}

// countries returns all countries that the text names or plainly means, parties first told as such.
func (r *reading) countries(people []*person, parties []sideRef, pub record.Fact[record.Publisher]) []record.Fact[record.Country] {
	var out []record.Fact[record.Country]
	at := map[string]int{}
	add := func(code string, part record.Part, rule string, ev record.Evidence) {
		c := r.lex.Country(code)
		if c == nil {
			return
		}
		i, ok := at[code]
		if !ok {
			i = len(out)
			at[code] = i
			if out == nil {
				out = make([]record.Fact[record.Country], 0, 6)
			}
			out = append(out, record.Fact[record.Country]{Value: record.Country{Code: code, Name: c.Name, Part: part}, Rule: rule, Confidence: record.Certain})
		}
		f := &out[i]
		if part == record.Party && f.Value.Part != record.Party {
			f.Value.Part, f.Rule = part, rule
		}
		if len(f.Evidence) < 12 && !ev.Empty() {
			for _, have := range f.Evidence {
				if have.Span == ev.Span {
					return
				}
			}
			if f.Evidence == nil {
				f.Evidence = make([]record.Evidence, 0, 3)
			}
			f.Evidence = append(f.Evidence, ev)
		}
	}
	named, spoken := r.namedWords(people), r.spokenOfCountries()
	var later []int // organisations count where they take part or are spoken of again and again
	for s, sent := range r.doc.View.Sentences {
		if !r.body[s] && s != r.head && !r.notes(s) {
			continue
		}
		for i := sent.From; i < sent.To; i++ {
			code, c, ok := r.countryAt(i)
			if !ok {
				continue
			}
			i = int(c.to) - 1
			if named[int(c.from)] || r.placeOnly(c, sent.From) {
				continue
			}
			if c.kind == countryLoose && !looseHere(code, spoken) {
				continue
			}
			if r.lex.Countries[c.index].Organisation && s != r.head {
				later = append(later, i)
				continue
			}
			add(code, record.Mentioned, ruleOf(c.kind), r.evidence(int(c.from), int(c.to), ruleOf(c.kind)))
		}
	}
	for _, p := range parties {
		ev := record.Evidence{}
		switch {
		case !p.at.empty():
			ev = r.evidence(p.at.from, p.at.to, p.rule)
		case !hasCountry(out, p.code) && p.code == pub.Value.Country && len(pub.Evidence) > 0:
			ev = pub.Evidence[0]
			ev.Rule = p.rule
		}
		add(p.code, record.Party, p.rule, ev)
	}
	times := map[string]int{}
	for _, i := range later {
		times[r.lex.Countries[r.cover[i].index].Code]++
	}
	for _, i := range later {
		code, c, _ := r.countryAt(i)
		if _, told := at[code]; told || times[code] >= 3 {
			add(code, record.Mentioned, ruleOf(c.kind), r.evidence(int(c.from), int(c.to), ruleOf(c.kind)))
		}
	}
	for _, p := range people { // Putin's war, Secretary of State John Kerry
		if p.acts || p.country == "" || p.known < 0 && p.how != "leader" {
			continue
		}
		m := p.mentions[0]
		if p.how == "leader" && m.poss && r.warOf(m) || p.title != nil && r.full(m.name) && p.how == "lexicon" {
			if c := r.lex.Country(p.country); c != nil && !c.Organisation {
				f, t := m.place()
				add(p.country, record.Mentioned, "office-of-person", r.evidence(f, t, "office-of-person"))
			}
		}
	}
	return out
}

func hasCountry(list []record.Fact[record.Country], code string) bool {
	for i := range list {
		if list[i].Value.Code == code {
			return true
		}
	}
	return false
}

// warOf reports whether a person is named for a war: "Putin's unprovoked, brutal war in Ukraine".
func (r *reading) warOf(m mention) bool {
	for k := m.name.to; k < m.name.to+6 && k < len(r.ws); k++ {
		switch r.ws[k].Text {
		case "war", "aggression", "invasion", "attack", "regime":
			return true
		}
	}
	return false
}

// notes reports whether a sentence stands in a note, which may name countries ("* Cook Islands, Fiji ...").
func (r *reading) notes(s int) bool {
	return r.doc.Blocks[r.doc.View.Sentences[s].Block].Kind.Text()
}

func ruleOf(k coverKind) string {
	switch k {
	case countryDemonym:
		return "demonym"
	case countryCapital:
		return "capital"
	case countryMetonym:
		return "metonym"
	case countryLoose:
		return "short-form"
	}
	return "country-name"
}

// namedWords returns the words that are pieces of people's names: Israel Katz.
func (r *reading) namedWords(people []*person) []bool {
	out := make([]bool, len(r.ws))
	for _, p := range people {
		for _, m := range p.mentions {
			for i := m.name.from; i < m.name.to; i++ {
				out[i] = true
			}
		}
	}
	return out
}

// placeOnly reports whether a capital's name is only where something is: "in Seoul", "to Riga", "in Paris, France".
func (r *reading) placeOnly(c cover, from int) bool {
	if c.kind != countryCapital {
		return false
	}
	i := int(c.from)
	if i == from {
		w := r.ws[i]
		return w.Case == words.Upper || i+1 < len(r.ws) && r.ws[i+1].Gap == words.Comma // a dateline
	}
	switch r.ws[i-1].Text {
	case "in", "to", "from", "at", "near", "around", "for", "via", "through", "visit", "visited", "leave", "left", "outside", "toward", "downtown", "of":
		return true
	}
	if i+1 < len(r.ws) && int(c.to) < len(r.ws) && r.near(int(c.to)) {
		switch r.ws[c.to].Text {
		case "summit", "declaration", "conference", "agreement", "protocol", "accord", "process", "treaty", "convention", "forum", "time", "airport", "communique":
			return true
		}
	}
	return false
}

// looseHere reports whether a loose form means its country here: "the North" where North Korea, or South Korea, is spoken
// of. spoken holds the countries that the text names or whose people it names.
func looseHere(code string, spoken map[string]bool) bool {
	return spoken[code] || code == "KP" && spoken["KR"]
}

// spokenOfCountries returns the codes of the countries that the text names by name or demonym.
func (r *reading) spokenOfCountries() map[string]bool {
	out := map[string]bool{}
	for i, c := range r.cover {
		if int(c.from) == i && (c.kind == countryName || c.kind == countryDemonym) {
			out[r.lex.Countries[c.index].Code] = true
		}
	}
	return out
}

// ownOffices reports whether the office of a mention stands before its name and that of the other behind his: what is told
// of the one is not told of both, as in "Foreign Secretary A and Mr. B, Permanent Secretary of Thailand".
func (r *reading) ownOffices(m mention, other *person) bool {
	o := other.byTitle
	return m.title != nil && m.title.to <= m.name.from && o.named() && o.title.from >= o.name.to && o.name.honorific
}
