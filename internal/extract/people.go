package extract

import (
	"slices"
	"strings"

	"readout/internal/lexicon"
	"readout/internal/words"
)

// person is somebody the release names, put together from all mentions.
type person struct {
	name     string   // as fully as the text gives it
	keys     []string // folded words of the fullest name
	mentions []mention
	title    *title  // of the best mention
	byTitle  mention // that mention
	country  string
	how      string // rule that told the country
	known    int32  // index in the lexicon's persons, -1 if not listed
	role     string
	roleAt   *title // the title that the role was taken from, where it is another's: of a counterpart
	acts     bool
	actRule  string
}

// full reports whether a name has two words or more that are no initials.
func (r *reading) full(n name) bool {
	k := 0
	for i := n.from; i < n.to; i++ {
		if len(r.ws[i].Text) > 1 && !r.is(i, lexicon.Honorific|lexicon.Suffix) || r.cover[i].kind == personName {
			k++
		}
	}
	return k >= 2
}

// keysOf returns the folded words of a name, without initials, honorifics and suffixes.
func (r *reading) keysOf(n name) []string {
	return r.appendKeys(make([]string, 0, max(n.to-n.from, 0)), n)
}

// appendKeys appends them to out.
func (r *reading) appendKeys(out []string, n name) []string {
	for i := n.from; i < n.to; i++ {
		if t := r.ws[i].Text; len(t) > 1 && !(r.is(i, lexicon.Suffix) && i > n.from) {
			out = append(out, t)
		}
	}
	return out
}

// gather reads who is named in the document and puts the mentions of one person together: full names first, in the
// order of the text; then surnames, given names and names in the headline.
func (r *reading) gather() (people []*person, alone []mention) {
	full, short := make([]mention, 0, 16), make([]mention, 0, 16)
	alone = make([]mention, 0, 16)
	ss := r.doc.View.Sentences
	for s := range ss[:r.far] {
		if !r.body[s] {
			continue
		}
		for _, m := range r.mentions(s) {
			switch {
			case !m.named():
				alone = append(alone, m)
			case r.full(m.name):
				full = append(full, m)
			default:
				short = append(short, m)
			}
		}
	}
	var head []mention
	if r.head >= 0 {
		for _, m := range r.mentions(r.head) {
			if m.named() {
				head = append(head, m)
			} else {
				alone = append(alone, m)
			}
		}
	}
	whole := map[mentionKey]mention{}
	for _, m := range head {
		whole[mentionKey{m.sentence, m.name.from}] = m
	}
	for _, m := range full {
		if p := r.same(people, m); p != nil {
			p.mentions = append(p.mentions, m)
			continue
		}
		if r.plausible(m, full) {
			people = append(people, r.newPerson(m))
		}
	}
	for _, m := range head {
		p := r.same(people, m)
		for p == nil && m.name.to-m.name.from > 1 { // "Bárcena Bids Farewell"
			m.name.to--
			m.poss = false
			p = r.same(people, m)
		}
		if p != nil {
			p.mentions = append(p.mentions, m)
			continue
		}
		m = whole[mentionKey{m.sentence, m.name.from}]
		if r.full(m.name) && r.plausibleInHeadline(m) {
			people = append(people, r.newPerson(m))
		}
	}
	for _, m := range short {
		if p := r.same(people, m); p != nil {
			p.mentions = append(p.mentions, m)
		} else if r.plausibleShort(m) {
			people = append(people, r.newPerson(m))
		}
	}
	for _, m := range head {
		if !r.full(m.name) && r.same(people, m) == nil && r.plausibleShort(m) && m.title != nil && r.is(m.name.to-1, lexicon.FamilyName) {
			people = append(people, r.newPerson(m))
		}
	}
	return people, alone
}

func (r *reading) newPerson(m mention) *person {
	return &person{keys: r.keysOf(m.name), mentions: []mention{m}, known: -1}
}

// countryOf is the country that the mentions so far tell, "" if none.
func (r *reading) countryOf(p *person) string {
	for _, m := range p.mentions {
		if m.sentence == r.head && len(p.mentions) > 1 || m.title != nil && m.title.former {
			continue
		}
		if m.title != nil && m.title.country != "" {
			return m.title.country
		}
		if m.country != "" {
			return m.country
		}
	}
	return ""
}

// finish chooses the name, the title and the lexicon entry of each person.
func (r *reading) finish(people []*person) {
	for _, p := range people {
		best := -1
		for i, m := range p.mentions {
			if best < 0 || r.nameRank(m) > r.nameRank(p.mentions[best]) {
				best = i
			}
		}
		n := p.mentions[best].name
		p.name = r.nameText(n)
		p.keys = r.keysOf(n)
		for i := range p.mentions {
			m := p.mentions[i]
			if m.title == nil {
				continue
			}
			if p.title == nil || r.titleRank(m) > r.titleRank(p.byTitle) {
				p.title, p.byTitle = m.title, m
			}
		}
		if p.title != nil {
			p.role = r.role(*p.title)
			if p.title.plural {
				p.role = singular(p.role)
				if h := r.ws[p.title.head].Text; h == "colleagues" || h == "counterparts" || h == "peers" {
					p.role = "" // no office
				}
			}
		}
		p.known = r.lookUp(p)
	}
}

// nameRank prefers full names, in the body, without shouting.
func (r *reading) nameRank(m mention) int {
	k := 0
	for i := m.name.from; i < m.name.to; i++ {
		if len(r.ws[i].Text) > 1 {
			k += 4
		} else {
			k++
		}
	}
	return k
}

// titleRank prefers the title that stands at the full name, that tells most, and not "counterpart".
func (r *reading) titleRank(m mention) int {
	k := 0
	if r.full(m.name) {
		k += 100
	}
	switch r.ws[m.title.head].Text {
	case "counterpart", "counterparts", "colleague", "peer", "peers", "official", "officials", "leader", "diplomat", "delegation":
		k -= 80
	}
	if m.sentence == r.head {
		k -= 20
	}
	if m.title.lower {
		k -= 8
	}
	n := 0
	for i := m.title.from; i < m.title.to; i++ {
		n++
	}
	return k + min(n, 12)
}

// nameText is a name as written, on one line, without the possessive.
func (r *reading) nameText(n name) string {
	to := r.ws[n.to-1].End
	if n.to < len(r.ws) && r.is(n.to-1, lexicon.Suffix) && strings.HasPrefix(r.doc.View.Text[to:], ".") {
		to++
	}
	s := r.doc.View.Text[r.ws[n.from].Start:to]
	if strings.ContainsAny(s, "\n\r\t") || strings.Contains(s, "  ") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s
}

// singular makes "War Cabinet members" one of them.
func singular(role string) string {
	ws := strings.Fields(role)
	for i, w := range ws {
		switch {
		case !pluralHeads[strings.ToLower(w)]:
		case strings.HasSuffix(strings.ToLower(w), "ies"):
			ws[i] = w[:len(w)-3] + "y"
		case strings.HasSuffix(strings.ToLower(w), "s"):
			ws[i] = w[:len(w)-1]
		}
	}
	return strings.Join(ws, " ")
}

// lookUp finds the person in the lexicon by the full name; of several with one name the one whose country the text
// tells, or whose office fits the title.
func (r *reading) lookUp(p *person) int32 {
	if len(p.keys) < 2 {
		if i := r.listedAs(p.mentions[0].name); i >= 0 || p.title == nil || len(p.keys) == 0 {
			return i // 강경화
		}
		return r.leaderTitled(p)
	}
	var found []int32
	for _, m := range p.mentions {
		if !r.full(m.name) {
			continue
		}
		for i := m.name.from; i < m.name.to; i++ {
			if c := r.cover[i]; c.kind == personName && int(c.from) == i && !r.fatherAt(i, m.name) && !r.longer(m.name, c) {
				found = append(found, r.lex.Named(foldedRun(r.ws[c.from:c.to]))...)
			}
		}
	}
	if len(found) == 0 {
		found = append(found, r.lex.Named(strings.Join(p.keys, " "))...)
	}
	if len(found) == 0 && len(p.keys) > 2 {
		found = append(found, r.lex.Named(p.keys[0]+" "+p.keys[len(p.keys)-1])...)
	}
	told := r.countryOf(p)
	var room [12]words.Word
	role := words.AppendCut(room[:0], p.role)
	best, score := int32(-1), -1
	for _, i := range found {
		s := 0
		for _, t := range r.lex.Persons[i].Terms {
			o := &r.lex.Offices[t.Office]
			k := 0
			if o.Country == told {
				k += 4
			}
			if k+2 > s && similar(role, o) {
				k += 2
			}
			s = max(s, k)
		}
		if told != "" && s < 4 && r.contradicts(i, told) {
			continue
		}
		if s > score {
			best, score = i, s
		}
	}
	return best
}

// longer reports whether a name in which a listed one stands first is another's, as names are written that begin with the
// family name: Kim Yong Kil is not Kim Yong.
func (r *reading) longer(n name, c cover) bool {
	return int(c.from) == n.from && c.to-c.from == 2 && n.to-n.from == 3 && r.is(n.from, lexicon.FamilyName) &&
		!r.is(n.to-1, lexicon.FamilyName|lexicon.Suffix) && len(r.ws[n.to-1].Text) > 1
}

// leaderTitled is the one head of state or government who is called by a surname with such a title, "Prime Minister
// Modi"; -1 if none is, or several are.
func (r *reading) leaderTitled(p *person) int32 {
	found, told := int32(-1), r.countryOf(p)
	role := words.Cut(p.role)
	for _, i := range r.lex.Surnamed(p.keys[0]) {
		for _, t := range r.lex.Persons[i].Terms {
			o := &r.lex.Offices[t.Office]
			if o.Kind != "head-of-state" && o.Kind != "head-of-government" && o.Kind != "foreign-minister" || told != "" && o.Country != told || !similar(role, o) {
				continue
			}
			if found >= 0 && found != i {
				return -1
			}
			found = i
		}
	}
	return found
}

// contradicts reports whether a listed person never held an office of the country that the text tells.
func (r *reading) contradicts(i int32, country string) bool {
	for _, t := range r.lex.Persons[i].Terms {
		if r.lex.Offices[t.Office].Country == country {
			return false
		}
	}
	return true
}

// similar reports whether a title, as words.Cut gives it, shares most of its words with that of an office.
func similar(title []words.Word, office *lexicon.Office) bool {
	n := 0
	for i := range title {
		if w := title[i].Text; len(w) > 2 && slices.Contains(office.Words, w) {
			n++
		}
	}
	return n > 0 && n*2 >= min(len(title), len(office.Words))
}

func foldedRun(ws []words.Word) string {
	n := len(ws)
	for i := range ws {
		n += len(ws[i].Text)
	}
	var b strings.Builder
	b.Grow(n)
	for i, w := range ws {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.Text)
	}
	return b.String()
}
