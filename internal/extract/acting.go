package extract

import (
	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/words"
)

// acting is what a release tells of who takes part: the sentences of the event, and in each who acts.
type acting struct {
	lead     int       // sentence that tells the event first, -1 if none does
	announce bool      // the event is still to come
	scenes   []scene   // by sentence, the lead first
	sides    []sideRef // countries whose officials take part without being named
}

// scene is one sentence of the event and the people who act in it.
type scene struct {
	sentence int
	people   []int // indexes of people, the subject first
	subjects int   // how many of them stand before the verb
	future   bool
	apart    bool // several counterparts are met one after another
	headline bool
	contact  bool // a verb of meeting or talking stands in it
	says     bool // all its verbs are of announcing
	list     bool // tells only who was there
}

// sideRef is a country that takes part and the words that tell it.
type sideRef struct {
	code string
	at   run
	rule string
}

// whoIs maps each mention to its person.
type mentionKey struct{ from, to int }

// readActing finds the sentences that tell the event and who acts in them. Where no sentence tells it plainly, the first
// that names officials of two countries stands for it.
func (r *reading) readActing(people []*person, alone []mention, kind record.Kind) acting {
	a := r.readScenes(people, alone, kind, -1)
	if a.lead < 0 {
		switch kind {
		case record.Meeting, record.Call, record.Visit, record.Signing:
			if s := r.twoCountries(people); s >= 0 {
				return r.readScenes(people, alone, kind, s)
			}
		}
	}
	return a
}

// twoCountries is the first of the opening sentences that names people of two countries, -1 if none does.
func (r *reading) twoCountries(people []*person) int {
	open := r.opening()
	for s := open; s >= 0 && s <= open+2 && s < len(r.doc.View.Sentences); s++ {
		sent := r.doc.View.Sentences[s]
		one := ""
		for _, p := range people {
			for _, m := range p.mentions {
				if m.sentence != s || m.title == nil || p.country == "" || r.absent(m, sent.From, sent.To) {
					continue
				}
				if one != "" && one != p.country {
					return s
				}
				one = p.country
			}
		}
	}
	return -1
}

// readScenes reads the scenes sentence by sentence. forced is a sentence that tells the event whatever its words, -1 for
// none.
func (r *reading) readScenes(people []*person, alone []mention, kind record.Kind, forced int) acting {
	a := acting{lead: -1}
	who := map[mentionKey]int{}
	for i, p := range people {
		for _, m := range p.mentions {
			who[mentionKey{m.name.from, m.name.to}] = i
		}
	}
	bySentence := make([][]mention, len(r.doc.View.Sentences))
	for _, p := range people {
		for _, m := range p.mentions {
			bySentence[m.sentence] = append(bySentence[m.sentence], m)
		}
	}
	for _, m := range alone {
		bySentence[m.sentence] = append(bySentence[m.sentence], m)
	}
	var verbs []verb
	listing := false // the last scene ends with a colon
	for s, sent := range r.doc.View.Sentences[:r.far] {
		if !r.body[s] && s != r.head || r.doc.Blocks[sent.Block].Kind == document.Caption {
			continue
		}
		ms := bySentence[s]
		if len(ms) == 0 && a.lead >= 0 {
			listing = s <= a.lead+2 && len(a.scenes) > 0 && r.endsInColon(sent)
			continue
		}
		sortMentions(ms)
		parts := r.clauses(s)
		verbs = r.verbs(s, parts, verbs[:0])
		if listing && len(verbs) == 0 && r.listItem(sent, ms) { // "They were:" and their names below
			sc := &a.scenes[len(a.scenes)-1]
			for _, m := range ms {
				if i, ok := who[mentionKey{m.name.from, m.name.to}]; ok && m.named() {
					sc.people = appendIndex(sc.people, i)
				}
			}
			continue
		}
		listing = a.lead >= 0 && s <= a.lead+2 && len(a.scenes) > 0 && r.endsInColon(sent)
		if s == r.head {
			if sc, ok := r.headlineScene(s, ms, who, parts); ok {
				a.scenes = append(a.scenes, sc)
			}
			continue
		}
		first := a.lead < 0
		var use []verb
		for _, v := range verbs {
			if v.perfect || !first && !v.contact || v.told && (first || s > a.lead+4) {
				continue
			}
			if !first && v.future && !a.announce && kind != record.Visit || !first && a.announce && !v.future && !v.noun {
				continue
			}
			use = append(use, v)
		}
		if len(use) == 0 && first && s == r.opening() {
			use = r.agreement(s, ms, parts)
		}
		if len(use) == 0 && !first && s <= a.lead+6 && s != r.head {
			use = r.agreement(s, ms, parts) // tied to the event by one of the two
		}
		if len(use) == 0 && first && s <= r.opening()+3 {
			use = r.eventBetween(s, parts)
		}
		if s == forced {
			use = append(use, verb{at: sent.From - 1, contact: true})
		}
		if (!first || s > r.opening()+1 && s != forced) && r.longAgo(s) || first && s != forced && onlyLists(use) {
			continue
		}
		if len(use) == 0 {
			continue
		}
		sc := scene{sentence: s, future: use[0].future}
		listed := false // who was there
		for _, v := range use {
			sc.contact = sc.contact || v.contact
			listed = listed || v.list || v.free
		}
		sc.says, sc.list = r.announcesOnly(use), onlyLists(use)
		if !first {
			a.sides = append(a.sides, r.represented(s, use)...)
		}
		for _, m := range ms {
			from, to := m.place()
			if s != forced && parts[from-sent.From] != mainClause && !(m.named() && parts[m.name.from-sent.From] == mainClause) {
				continue
			}
			if r.absent(m, sent.From, sent.To) || !first && r.spokenOf(m, sent.From) {
				continue
			}
			before, after, past := false, false, false
			for _, v := range use {
				if from < v.at {
					before = true
				}
				if v.at < to {
					after = true
				}
				past = past || !v.future
			}
			_ = past
			if !before && !after {
				continue
			}
			if !m.named() {
				if first {
					a.sides = append(a.sides, r.sidesOf(m)...)
					sc.people = append(sc.people, -1)
					if before && !after {
						sc.subjects++
					}
				} else if after {
					a.sides = append(a.sides, r.sidesOf(m)...)
				}
				continue
			}
			i, ok := who[mentionKey{m.name.from, m.name.to}]
			if !ok {
				continue
			}
			if before && !after {
				sc.subjects++
			}
			sc.people = append(sc.people, i)
		}
		if !first && !listed && !r.tied(s, sc, a, ms, people) {
			continue
		}
		unnamed := contains(sc.people, -1)
		sc.people = without(sc.people, -1)
		if first && len(sc.people) == 0 && r.pluralSubject(s, use[0].at) { // They met in Tokyo
			sc.people = namedBefore(people, s, sent.From)
			sc.subjects = len(sc.people)
		}
		if first && r.pronounSubject(s, use[0].at) { // he held talks with ...
			if i, ok := lastSubject(people, sent.From); ok {
				sc.people = append([]int{i}, without(sc.people, i)...)
				sc.subjects++
			}
		}
		if first && !unnamed && len(sc.people) == 0 && !r.pluralSubject(s, use[0].at) {
			sc.people = r.afterTalks(s, ms, parts, who)
		}
		if first && forced < 0 && sc.subjects <= 1 && unnamed {
			if i, ok := r.officeSubject(s, use[0].at, ms, people); ok {
				sc.people = append([]int{i}, without(sc.people, i)...)
				sc.subjects++
			}
		}
		if first && len(sc.people) == 0 && !unnamed {
			if len(ms) == 0 && !r.sidesTold(s) {
				continue
			}
			if len(ms) > 0 && !r.sidesTold(s) {
				continue
			}
		}
		if first {
			a.lead = s
			a.announce = use[0].future
			for _, v := range use {
				if !v.future {
					a.announce = false
				}
			}
		}
		sc.apart = r.apartHere(s)
		if len(sc.people) > 0 || first {
			a.scenes = append(a.scenes, sc)
			listing = r.endsInColon(sent)
		}
	}
	if a.lead >= 0 {
		a.sides = append(a.sides, r.footnote(a.lead)...)
	}
	return a
}

// represented returns the countries that a sentence says are represented, too: "Sweden, Denmark and Iceland will also be
// represented by their foreign ministers".
func (r *reading) represented(s int, use []verb) []sideRef {
	var out []sideRef
	sent := r.doc.View.Sentences[s]
	for _, v := range use {
		if v.at < 0 || r.ws[v.at].Text != "represented" {
			continue
		}
		for i := sent.From; i < v.at; i++ {
			if code, c, ok := r.countryAt(i); ok {
				if c.kind == countryName {
					out = append(out, sideRef{code, run{int(c.from), int(c.to)}, "represented"})
				}
				i = int(c.to) - 1
			}
		}
	}
	return out
}

// announcesOnly reports whether verbs tell of something said or put out, and of no event.
func (r *reading) announcesOnly(use []verb) bool {
	for _, v := range use {
		if v.at < 0 {
			return false
		}
		switch r.ws[v.at].Text {
		case "announced", "announce", "issued", "released", "launched", "unveiled", "made", "delivered":
		default:
			return false
		}
	}
	return true
}

// afterTalks returns who met before what a sentence tells: "signed three agreements after Prime Minister A held talks with
// President B".
func (r *reading) afterTalks(s int, ms []mention, parts []clause, who map[mentionKey]int) []int {
	sent := r.doc.View.Sentences[s]
	contact := false
	for i := sent.From; i < sent.To; i++ {
		contact = contact || parts[i-sent.From] == inBackground && r.is(i, lexicon.Contact) && r.ws[i].Case == words.Lower
	}
	if !contact {
		return nil
	}
	var out []int
	for _, m := range ms {
		if !m.named() || parts[m.name.from-sent.From] != inBackground || r.absent(m, sent.From, sent.To) {
			continue
		}
		if i, ok := who[mentionKey{m.name.from, m.name.to}]; ok {
			out = appendIndex(out, i)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// onlyLists reports whether verbs tell only who was there, or who came along.
func onlyLists(use []verb) bool {
	for _, v := range use {
		if !v.list {
			return false
		}
	}
	return len(use) > 0
}

// footnote returns the countries of a line after the lead that holds nothing else: "* Cook Islands, Fiji, Kiribati ...".
func (r *reading) footnote(lead int) []sideRef {
	ss := r.doc.View.Sentences
	if lead+1 >= len(ss) {
		return nil
	}
	var out []sideRef
	for i := ss[lead+1].From; i < ss[lead+1].To; i++ {
		if code, c, ok := r.countryAt(i); ok {
			out = append(out, sideRef{code, run{int(c.from), int(c.to)}, "list-of-countries"})
			i = int(c.to) - 1
			continue
		}
		switch r.ws[i].Text {
		case "and", "the", "of", "federated", "states":
			continue
		}
		return nil
	}
	if len(out) < 3 {
		return nil
	}
	return out
}

func without(xs []int, v int) []int {
	out := xs[:0]
	for _, x := range xs {
		if x != v {
			out = append(out, x)
		}
	}
	return out
}

// sidesTold reports whether a sentence without people tells of two sides: "consultations between X and Y".
func (r *reading) sidesTold(s int) bool {
	sent := r.doc.View.Sentences[s]
	n := map[string]bool{}
	for i := sent.From; i < sent.To; i++ {
		if code, c, ok := r.countryAt(i); ok {
			n[code] = true
			i = int(c.to) - 1
		}
	}
	return len(n) >= 2
}

// absent reports whether a person is named only as somebody's or something's owner, behind "of", as the source of a
// report, or as a spokesperson.
func (r *reading) absent(m mention, from, limit int) bool {
	start, end := m.place()
	if m.poss {
		return true
	}
	if m.named() && m.title == nil && !m.name.honorific && end < limit && r.near(end) && r.ws[end].Text == "administration" {
		return true
	}
	if m.title != nil {
		switch r.ws[m.title.head].Text {
		case "spokesperson", "spokesman", "spokeswoman", "spokespersons":
			return !r.joinedBy(start, from)
		case "aide", "official", "diplomat": // told reporters
			if end+1 < limit && (r.ws[end].Text == "told" || r.ws[end].Text == "said") && r.near(end) {
				return true
			}
		case "predecessor":
			return true
		}
	}
	if !m.at.empty() && m.at.to == start {
		start = m.at.from
	}
	for k := start - 1; k >= from && k >= start-6; k-- {
		switch r.ws[k].Text {
		case "late", "predecessor", "relieving", "dismissing", "replacing", "succeeding", "replaces", "succeeds", "replaced", "succeeded":
			return true
		case "the", "his", "her", "then", "former", "with":
			continue
		case "of":
			return k > from && !r.is(k-1, lexicon.EventNoun) && r.ws[k-1].Text != "delegation" && r.ws[k-1].Text != "part" && r.ws[k-1].Text != "consisting" && r.ws[k-1].Text != "invitation" && r.ws[k-1].Text != "presence" && r.ws[k-1].Text != "eyes" && r.ws[k-1].Text != "participation" && !r.wentTo(k-1, from)
		case "to":
			if k > from && r.ws[k-1].Text == "according" {
				return true
			}
		case "by":
			if k > from && (r.ws[k-1].Text == "visit" || r.ws[k-1].Text == "trip" || r.ws[k-1].Text == "proposal" || r.ws[k-1].Text == "nomination") {
				return true
			}
		case "from":
			if k > from {
				switch r.ws[k-1].Text {
				case "letter", "message", "greetings", "regards", "invitation", "condolences", "note", "letters", "congratulations", "report", "telegram", "cable", "instructions":
					return true
				}
			}
		}
		if r.ws[k].Text == "and" && r.greetingsOf(k, from) {
			return true
		}
		if r.is(k, lexicon.Honorific) && k > from {
			continue
		}
		break
	}
	// "X's ..., Y said": the speaker at the end of a report
	if end < limit {
		for k := end; k < limit && k < end+3; k++ {
			if r.ws[k].Text == "said" || r.ws[k].Text == "told" || r.ws[k].Text == "announced" || r.ws[k].Text == "reported" {
				if start-1 >= from && r.ws[start].Gap == words.Comma && k+4 >= limit {
					return true
				}
			}
		}
	}
	return false
}

// greetingsOf reports whether what stands before word k are the greetings of somebody: "the good wishes of A and".
func (r *reading) greetingsOf(k, from int) bool {
	for k--; k > from && k > from-12 && !(r.ws[k].Case == words.Lower && r.is(k, lexicon.Act|lexicon.Say)); k-- {
		switch r.ws[k].Text {
		case "of", "from":
			switch r.ws[k-1].Text {
			case "wishes", "greetings", "regards", "message", "condolences", "congratulations", "messages":
				return true
			}
		}
	}
	return false
}

// wentTo reports whether word k is a house that somebody went to: "drove to the house of".
func (r *reading) wentTo(k, from int) bool {
	switch r.ws[k].Text {
	case "house", "home", "residence", "office", "villa":
	default:
		return false
	}
	for ; k > from && r.ws[k].Case == words.Lower; k-- {
		switch r.ws[k].Text {
		case "drove", "went", "drive", "walked":
			return true
		}
	}
	return false
}

// joinedBy reports whether somebody at word start is met or joins a list of those who are: "with Presidential Spokesperson X".
func (r *reading) joinedBy(start, from int) bool {
	for k := start - 1; k >= from && k >= start-2; k-- {
		switch r.ws[k].Text {
		case "with", "met", "and":
			return true
		case "the":
			continue
		}
		break
	}
	return false
}

// headlineScene reads the headline: "Secretary Blinken's Call with Foreign Minister Joly".
func (r *reading) headlineScene(s int, ms []mention, who map[mentionKey]int, parts []clause) (scene, bool) {
	sent := r.doc.View.Sentences[s]
	sc := scene{sentence: s, headline: true}
	event := false
	for i := sent.From; i < sent.To; i++ {
		if r.is(i, lexicon.EventNoun|lexicon.Contact) {
			event = true
		}
	}
	if !event {
		return sc, false
	}
	for _, m := range ms {
		if !m.named() || parts[m.name.from-sent.From] != mainClause {
			continue
		}
		_, end := m.place()
		if m.poss {
			noun := false
			for k := end; k < sent.To && k < end+4; k++ {
				noun = noun || r.is(k, lexicon.EventNoun)
			}
			if !noun {
				continue
			}
		}
		m.poss = false
		if from, _ := m.place(); from > sent.From && (r.ws[from-1].Text == "by" || r.ws[from-1].Text == "from") && r.spokenFor() {
			continue
		}
		if r.absent(m, sent.From, sent.To) {
			continue
		}
		if i, ok := who[mentionKey{m.name.from, m.name.to}]; ok {
			sc.people = append(sc.people, i)
		}
	}
	return sc, len(sc.people) > 0
}

// apartHere reports whether the sentence tells of several meetings at once.
func (r *reading) apartHere(s int) bool {
	sent := r.doc.View.Sentences[s]
	for i := sent.From; i < sent.To; i++ {
		switch r.ws[i].Text {
		case "separately", "respectively":
			return true
		case "another":
			return i > sent.From+1 && r.ws[i-1].Text == "after"
		case "meetings", "counterparts":
			if i > sent.From && (r.ws[i-1].Text == "bilateral" || r.ws[i-1].Text == "separate" || r.ws[i-1].Text == "his" || r.ws[i-1].Text == "her") {
				return true
			}
		}
	}
	return false
}

// sidesOf returns the countries of an unnamed official or officials: "the Foreign Ministers of Brazil, Russia and China",
// "South Korean, US and Japanese foreign ministers".
func (r *reading) sidesOf(m mention) []sideRef {
	t := m.title
	if t == nil || t.former || t.own && t.country == "" {
		return nil
	}
	switch r.ws[t.head].Text {
	case "president", "presidents":
		if t.country == "" {
			return nil
		}
	case "member", "members", "head", "chief", "general", "leader", "spokesperson", "spokesman", "spokeswoman":
		return nil
	}
	var out []sideRef
	add := func(code string, c cover) {
		for _, s := range out {
			if s.code == code {
				return
			}
		}
		out = append(out, sideRef{code, run{int(c.from), int(c.to)}, "office-of-country"})
	}
	if t.country != "" && !t.at.empty() {
		add(t.country, r.cover[t.at.from])
	}
	if !t.plural {
		return out
	}
	sent := r.doc.View.Sentences[m.sentence]
	// to the left: A, B and C ministers
	for k := t.from - 1; k >= sent.From; k-- {
		if code, c, ok := r.countryAt(k); ok {
			add(code, c)
			k = int(c.from)
			continue
		}
		if r.ws[k].Text == "and" || r.ws[k].Text == "the" {
			continue
		}
		break
	}
	// to the right: of A, B and C, in brackets and behind repeated offices
	i := t.to
	if i < sent.To && (r.ws[i].Text == "from" || r.ws[i].Text == "of") {
		i++
	}
	if t.at.to > 0 && t.at.from >= t.head || i > t.to {
		for ; i < sent.To; i++ {
			if code, c, ok := r.countryAt(i); ok {
				add(code, c)
				i = int(c.to) - 1
				continue
			}
			switch r.ws[i].Text {
			case "and", "the", "of", "in", "chair":
				continue
			}
			break
		}
	}
	return out
}

// listItem reports whether a sentence is a line of a list: a person with a title, and no verb.
func (r *reading) listItem(sent document.Sentence, ms []mention) bool {
	named := false
	for _, m := range ms {
		named = named || m.named() && m.title != nil
	}
	for i := sent.From; i < sent.To; i++ {
		if r.is(i, lexicon.Say) && r.ws[i].Case == words.Lower {
			return false
		}
	}
	return named && sent.To-sent.From <= 40
}

// endsInColon reports whether a sentence announces a list. The colon may lie behind the words of the sentence.
func (r *reading) endsInColon(sent document.Sentence) bool {
	text := r.doc.View.Text
	end := sent.End
	if end < len(text) && text[end] == ':' {
		return true
	}
	return end > sent.Start && text[end-1] == ':'
}
