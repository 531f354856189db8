package extract

import (
	"strings"

	"readout/internal/lexicon"
	"readout/internal/record"
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
	actAt    []record.Evidence
	planned  bool // only will meet
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
	var out []string
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
	var full, short []mention
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

// same returns the person whom a mention names, nil if none is known yet. All words of the shorter name must stand in
// the longer; among several the one with the same title is meant, else the one named last.
func (r *reading) same(people []*person, m mention) *person {
	keys := r.keysOf(m.name)
	if len(keys) == 0 {
		return nil
	}
	var best *person
	score := 0
	if id := r.listedAs(m.name); id >= 0 && len(keys) > 1 {
		for _, p := range people {
			for _, o := range p.mentions {
				if r.listedAs(o.name) == id {
					return p
				}
			}
		}
	}
	for _, p := range people {
		if !subset(keys, p.keys) && !(len(p.keys) > 1 && len(keys) > len(p.keys) && subset(p.keys, keys)) {
			continue
		}
		s := 1
		if len(keys) == len(p.keys) {
			s += 2
		}
		if len(keys) == 1 {
			// a surname, not a piece of somebody's other name
			if !r.called(keys[0], p) {
				continue
			}
			if m.title != nil {
				for _, q := range p.mentions {
					if q.title != nil && r.ws[q.title.head].Text == r.ws[m.title.head].Text {
						s += 2
						break
					}
				}
				if m.title.country != "" && r.countryOf(p) != "" && m.title.country != r.countryOf(p) {
					continue
				}
			}
		}
		switch {
		case s > score, s == score && (best == nil || r.nearer(p, best, m)):
			best, score = p, s
		}
	}
	return best
}

// nearer reports whether p was named closer before a mention than q was.
func (r *reading) nearer(p, q *person, m mention) bool {
	last := func(x *person) int {
		at := -1
		for _, o := range x.mentions {
			if o.sentence != r.head && o.name.from < m.name.from {
				at = max(at, o.name.from)
			}
		}
		return at
	}
	return last(p) > last(q)
}

// listedAs is the one person of the lexicon whose full name stands in a name, -1 if none or several.
func (r *reading) listedAs(n name) int32 {
	for i := n.from; i < n.to; i++ {
		if c := r.cover[i]; c.kind == personName && int(c.from) == i {
			if ids := r.lex.Named(foldedRun(r.ws[c.from:c.to])); len(ids) == 1 {
				return ids[0]
			}
		}
	}
	return -1
}

// called reports whether a person may be called by one word of the name: the first, the last, or one that the lexicon
// tells.
func (r *reading) called(key string, p *person) bool {
	if len(p.keys) < 4 {
		return true
	}
	if key == p.keys[0] || key == p.keys[len(p.keys)-1] || len(key) > 3 {
		return true
	}
	return false
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

// subset reports whether all of a stand in b, in order, each once.
func subset(a, b []string) bool {
	i := 0
	for _, w := range b {
		if i < len(a) && (a[i] == w || near1(a[i], w)) {
			i++
		}
	}
	if i == len(a) {
		return true
	}
	if len(a) == len(b) && len(a) > 1 { // the other order: Kamikawa Yoko, Yoko Kamikawa
		n := 0
		for _, x := range a {
			for _, y := range b {
				if x == y {
					n++
					break
				}
			}
		}
		return n == len(a)
	}
	return false
}

// near1 reports whether two long words differ in one letter: Eizenkot, Eisenkot.
func near1(a, b string) bool {
	if len(a) < 6 || len(a) != len(b) {
		return false
	}
	d := 0
	for i := range a {
		if a[i] != b[i] {
			d++
		}
	}
	return d == 1
}

// plausible reports whether a run of two or more capitalised words is a person's name: it stands with a title, an
// honorific or a country, in a list with such names, it is in the lexicon, or it looks like a name.
func (r *reading) plausible(m mention, all []mention) bool {
	n := m.name
	if r.institution(n) || r.joint(n) {
		return false
	}
	if m.title != nil || n.honorific || n.listed {
		return true
	}
	if m.country != "" && m.at.to == n.from && (r.looksLikeName(n) || n.to-n.from >= 2 && m.sentence != r.head && r.unknown(n)) {
		return true
	}
	if m.country != "" && m.at.from >= n.to && (m.list > 0 || r.is(n.from, lexicon.GivenName)) {
		return true
	}
	if m.list > 0 {
		for _, o := range all {
			if o.sentence == m.sentence && o.list == m.list && o.name != n && (o.title != nil || o.name.honorific || o.name.listed || o.country != "" && r.looksLikeName(o.name)) && r.looksLikeName(n) {
				return true
			}
		}
	}
	if r.described(n) {
		return true
	}
	for _, o := range all { // "A and B" with a name beside it
		if o.sentence == m.sentence && o.name != n && (r.looksLikeName(o.name) || r.described(o.name)) && (o.name.from == n.to+1 && r.ws[n.to].Text == "and" || n.from == o.name.to+1 && r.ws[o.name.to].Text == "and") && r.unknown(n) {
			return true
		}
	}
	return r.looksLikeName(n)
}

// described reports whether what follows tells that a run of unknown words is a person: ", who", ", aged 19", ", 74,",
// ", until this autumn ambassador".
func (r *reading) described(n name) bool {
	i := n.to
	if n.to-n.from >= 2 && r.unknown(n) && n.from > 0 && r.near(n.from) && r.sentenceOf(n.from) != r.head {
		switch r.ws[n.from-1].Text { // the cleric Nimr Al-Nimr, appointed Annette Weber as
		case "national", "citizen", "cleric", "activist", "journalist", "businessman", "businesswoman", "academic", "author", "missionary", "soldier", "student", "lawyer", "pastor", "dissident", "defector", "expert", "scholar", "actor", "actress", "singer", "athlete", "engineer", "teacher", "doctor", "appointed", "named":
			return true
		}
		if i+1 < len(r.ws) && r.ws[i].Text == "as" && (r.is(i+1, lexicon.TitleHead|lexicon.TitleModifier) && r.capital(i+1) || r.cover[i+1].kind.country()) {
			return true
		}
	}
	if n.to-n.from < 2 || i+1 >= len(r.ws) || r.ws[i].Gap != words.Comma || !r.unknown(n) || n.to-n.from > 4 || r.sentenceOf(n.from) == r.head {
		return false
	}
	switch r.ws[i].Text {
	case "a", "an":
		for k := i + 1; k < i+5 && k < len(r.ws); k++ {
			switch r.ws[k].Text {
			case "fellow", "professor", "researcher", "analyst", "expert", "scholar", "lawyer", "activist", "lawmaker", "member", "economist", "historian", "student":
				return true
			}
		}
		return false
	case "who", "aged", "whose":
		return true
	case "until", "now", "then", "currently", "formerly":
		return r.ws[i+1].Case == words.Lower
	}
	return r.ws[i].Number && len(r.ws[i].Text) == 2 && r.ws[i+1].Gap == words.Comma
}

// joint reports whether a run is two leaders' names joined for an event: "Trump-Kim summit".
func (r *reading) joint(n name) bool {
	return n.to-n.from == 2 && !n.listed && r.ws[n.to-1].Gap == words.Hyphen && r.capital(n.to-1) && n.to < len(r.ws) && r.near(n.to) &&
		(r.is(n.to, lexicon.EventNoun) || r.ws[n.to].Text == "summit" || r.ws[n.to].Text == "administration")
}

// unknown reports whether no word of a run is an office word or a common capitalised word.
func (r *reading) unknown(n name) bool {
	for i := n.from; i < n.to; i++ {
		if r.is(i, lexicon.NotName|lexicon.OfficeWord|lexicon.TitleModifier|lexicon.Act|lexicon.Say|lexicon.EventNoun) {
			return false
		}
	}
	return true
}

// looksLikeName tells a person's name from other capitalised words by its first or last word or by its shape.
func (r *reading) looksLikeName(n name) bool {
	if r.institution(n) {
		return false
	}
	if n.from > 0 && r.near(n.from) {
		switch r.ws[n.from-1].Text {
		case "in", "near", "through", "via", "around", "at", "outside", "across":
			return false
		}
	}
	if r.is(n.from, lexicon.GivenName) && !r.is(n.from, lexicon.NotName|lexicon.OfficeWord) || r.is(n.to-1, lexicon.FamilyName) && (r.is(n.from, lexicon.FamilyName) || r.unknown(n)) {
		return true
	}
	// Ri Tong Il: a family name that stands first, and one or two short names
	if k := n.to - n.from; (k == 2 || k == 3) && r.is(n.from, lexicon.FamilyName) && len(r.ws[n.from].Text) <= 6 && !r.is(n.from, lexicon.NotName|lexicon.OfficeWord|lexicon.TitleModifier) {
		short := r.sentenceOf(n.from) != r.head
		for i := n.from + 1; i < n.to; i++ {
			short = short && len(r.ws[i].Text) <= 6 && r.capital(i) && !r.is(i, lexicon.NotName|lexicon.OfficeWord|lexicon.TitleModifier|lexicon.Act|lexicon.Say|lexicon.EventNoun)
		}
		if short {
			return true
		}
	}
	// Jang Seong-taek
	if n.to-n.from == 3 && r.ws[n.to-1].Gap == words.Hyphen && r.ws[n.to-1].Case == words.Lower && len(r.ws[n.from].Text) <= 6 {
		return true
	}
	return false
}

// institution reports whether the run is cut short by a word that makes it a body's or an event's name: "Oval Office".
func (r *reading) institution(n name) bool {
	if n.listed {
		return false
	}
	i := n.to
	if i < len(r.ws) && !r.ws[n.to-1].Poss && r.near(i) && r.capital(i) && r.is(i, lexicon.OfficeWord|lexicon.NotName) && !r.is(i, lexicon.TitleHead) && r.ws[i].Case == words.Title &&
		r.sentenceOf(i) == r.sentenceOf(n.from) && r.sentenceOf(i) != r.head {
		switch r.ws[i].Text {
		case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
			return false
		}
		return true
	}
	return false
}

func (r *reading) plausibleInHeadline(m mention) bool {
	n := m.name
	if n.listed || n.honorific && r.full(n) {
		return true
	}
	if m.title == nil {
		return r.looksLikeName(n)
	}
	// in a headline every word is capitalised: the name must end where a name can end
	i := n.to
	s := r.doc.View.Sentences[r.head]
	if m.poss || i >= s.To || !r.capital(i) || !r.near(i) {
		return true
	}
	return r.looksLikeName(n)
}

// plausibleShort reports whether a single name stands for a person: "President Xi", "Mr. Kim", "Putin's war".
func (r *reading) plausibleShort(m mention) bool {
	n := m.name
	if n.to == n.from {
		return false
	}
	i := n.to
	if i < len(r.ws) && r.near(i) {
		switch r.ws[i].Text {
		case "administration", "regime", "government", "era", "doctrine", "plan":
			return false
		}
	}
	if r.ws[n.to-1].Gap == words.Hyphen && i < len(r.ws) && r.near(i) && r.ws[i].Text == "administration" {
		return false
	}
	if i < len(r.ws) && r.ws[i].Gap == words.Hyphen { // Biden-Harris
		return false
	}
	if m.title != nil {
		if m.title.plural || m.title.lower && m.title.to <= n.from && !strongHeads[r.ws[m.title.head].Text] {
			return false
		}
		return !r.institution(n) && len(r.ws[n.to-1].Text) > 1 && m.title.to <= n.from
	}
	if n.honorific {
		if rank := r.ws[n.from-1].Text; (rank == "general" || rank == "captain" || rank == "admiral" || rank == "colonel" || rank == "field" || rank == "marshal") && !r.is(n.to-1, lexicon.FamilyName) {
			return false
		}
		return len(r.ws[n.to-1].Text) > 1 && !r.institution(n)
	}
	// a bare surname that only one head of state or government has
	if n.to-n.from != 1 || !m.poss {
		return false
	}
	return r.leader(r.ws[n.from].Text) >= 0
}

// leader returns the head of state or government who alone is called so, -1 if none or several.
func (r *reading) leader(key string) int32 {
	found := int32(-1)
	if r.is0(key, lexicon.NotName|lexicon.TitleHead|lexicon.TitleModifier|lexicon.OfficeWord|lexicon.GivenName) {
		return -1
	}
	for _, i := range r.lex.Surnamed(key) {
		for _, t := range r.lex.Persons[i].Terms {
			if k := r.lex.Offices[t.Office].Kind; k == "head-of-state" || k == "head-of-government" {
				if found >= 0 && found != i {
					return -1
				}
				found = i
			}
		}
	}
	return found
}

func (r *reading) is0(key string, class lexicon.WordClass) bool { return r.lex.ClassOf(key)&class != 0 }

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
				if h := r.ws[p.title.head].Text; h == "colleagues" || h == "counterparts" {
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
	case "counterpart", "counterparts", "colleague", "official", "officials", "leader", "diplomat", "delegation":
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
		return r.listedAs(p.mentions[0].name) // 강경화
	}
	var found []int32
	for _, m := range p.mentions {
		if !r.full(m.name) {
			continue
		}
		for i := m.name.from; i < m.name.to; i++ {
			if c := r.cover[i]; c.kind == personName && int(c.from) == i {
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
	best, score := int32(-1), -1
	for _, i := range found {
		s := 0
		for _, t := range r.lex.Persons[i].Terms {
			o := &r.lex.Offices[t.Office]
			k := 0
			if o.Country == told {
				k += 4
			}
			if p.role != "" && similar(p.role, o.Title) {
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

// contradicts reports whether a listed person never held an office of the country that the text tells.
func (r *reading) contradicts(i int32, country string) bool {
	for _, t := range r.lex.Persons[i].Terms {
		if r.lex.Offices[t.Office].Country == country {
			return false
		}
	}
	return true
}

// similar reports whether two titles share most of their words.
func similar(a, b string) bool {
	x, y := words.Cut(a), words.Cut(b)
	n := 0
	for _, w := range x {
		for _, v := range y {
			if w.Text == v.Text && len(w.Text) > 2 {
				n++
				break
			}
		}
	}
	return n > 0 && n*2 >= min(len(x), len(y))
}

func foldedRun(ws []words.Word) string {
	var b strings.Builder
	for i, w := range ws {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.Text)
	}
	return b.String()
}
