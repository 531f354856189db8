package extract

import (
	"readout/internal/document"
	"readout/internal/record"
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
	bySentence := r.bySentence(people, alone)
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
			before, after := false, false
			for _, v := range use {
				if from < v.at {
					before = true
				}
				if v.at < to {
					after = true
				}
			}
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

// bySentence lists the mentions of each sentence, in one room.
func (r *reading) bySentence(people []*person, alone []mention) [][]mention {
	lists := make([][]mention, len(r.doc.View.Sentences))
	each := func(do func(m *mention)) {
		for _, p := range people {
			for i := range p.mentions {
				do(&p.mentions[i])
			}
		}
		for i := range alone {
			do(&alone[i])
		}
	}
	counts, total := make([]int, len(lists)), 0
	each(func(m *mention) {
		counts[m.sentence]++
		total++
	})
	room := make([]mention, total)
	for s, n := range counts {
		lists[s], room = room[:0:n], room[n:]
	}
	each(func(m *mention) { lists[m.sentence] = append(lists[m.sentence], *m) })
	return lists
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
