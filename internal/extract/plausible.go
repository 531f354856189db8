package extract

import (
	"readout/internal/lexicon"
	"readout/internal/words"
)

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
	if m.country != "" && m.at.to == n.from && (r.looksLikeName(n) || n.to-n.from >= 2 && m.sentence != r.head && r.ws[n.from].Gap != words.Open && r.unknown(n)) {
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
	case "the":
		switch r.ws[i+1].Text {
		case "man", "woman", "politician", "diplomat", "lawyer", "general", "businessman", "banker", "author", "widow", "son", "daughter", "brother":
			return true
		}
		return false
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
		case "of":
			if n.from > 1 {
				switch r.ws[n.from-2].Text {
				case "port", "city", "town", "village", "province", "island", "district", "region", "state", "strait", "gulf":
					return false
				}
			}
		}
	}
	if r.is(n.from, lexicon.GivenName) && !r.is(n.from, lexicon.NotName|lexicon.OfficeWord) || r.is(n.to-1, lexicon.FamilyName) && (r.is(n.from, lexicon.FamilyName) || r.unknown(n)) {
		return true
	}
	// Ri Tong Il: a family name that stands first, and one or two short names
	if k := n.to - n.from; (k == 2 || k == 3) && r.is(n.from, lexicon.FamilyName) && len(r.ws[n.from].Text) <= 6 && !r.is(n.from, lexicon.NotName|lexicon.OfficeWord|lexicon.TitleModifier) {
		short := r.sentenceOf(n.from) != r.head
		for i := n.from + 1; i < n.to; i++ {
			short = short && len(r.ws[i].Text) <= 6 && r.capital(i) && (!r.is(i, lexicon.NotName|lexicon.OfficeWord|lexicon.TitleModifier|lexicon.Act|lexicon.Say|lexicon.EventNoun) || r.dayLike(i, len(r.ws)))
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
	if first := r.ws[n.from].Text; first[len(first)-1] == 's' && r.titleCase() && !r.capitalBelow(r.ws[n.to-1].Text) && !r.looksLikeName(n) { // Ambassador Donates Books to
		return false
	}
	// in a headline every word is capitalised: the name must end where a name can end
	i := n.to
	s := r.doc.View.Sentences[r.head]
	if m.poss || i >= s.To || !r.capital(i) || !r.near(i) {
		return true
	}
	return r.looksLikeName(n)
}

// titleCase reports whether the headline writes verbs and nouns with capitals, so that a capital shows no name.
func (r *reading) titleCase() bool {
	s := r.doc.View.Sentences[r.head]
	for i := s.From; i < s.To; i++ {
		if r.ws[i].Case == words.Lower && len(r.ws[i].Text) > 4 {
			return false
		}
	}
	return true
}

// capitalBelow reports whether a word stands with a capital in a sentence of the text.
func (r *reading) capitalBelow(key string) bool {
	for s, sent := range r.doc.View.Sentences[:r.far] {
		if !r.body[s] || s == r.head {
			continue
		}
		for i := sent.From; i < sent.To; i++ {
			if r.ws[i].Text == key && r.capital(i) {
				return true
			}
		}
	}
	return false
}

// plausibleShort reports whether a single name stands for a person: "President Xi", "Mr. Kim", "Putin's war".
func (r *reading) plausibleShort(m mention) bool {
	n := m.name
	if n.to == n.from {
		return false
	}
	if n.to-n.from == 1 && r.is(n.from, lexicon.Honorific) && !r.is(n.from, lexicon.FamilyName|lexicon.GivenName) { // Maj. Gen. (Rtd)
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
	if n.to-n.from != 1 || !m.poss && !r.subjectOrPartner(n) {
		return false
	}
	return r.leader(r.ws[n.from].Text) >= 0
}

// subjectOrPartner reports whether a bare surname in the body is the subject of a verb or stands behind "with": "Putin will
// hold talks", "met with Xi".
func (r *reading) subjectOrPartner(n name) bool {
	if r.sentenceOf(n.from) == r.head || r.ws[n.from].Case != words.Title {
		return false
	}
	if i := n.to; i < len(r.ws) && r.near(i) && r.ws[i].Case == words.Lower {
		switch r.ws[i].Text {
		case "will", "has", "had", "would", "also":
			return true
		}
		if r.is(i, lexicon.Act|lexicon.Say) {
			return true
		}
	}
	return n.from > 0 && r.near(n.from) && r.ws[n.from-1].Text == "with"
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
