package extract

import (
	"slices"

	"readout/internal/lexicon"
	"readout/internal/words"
)

// mention is one place where a person is named, or meant by a title alone.
type mention struct {
	sentence int
	name     name   // empty for a title alone
	title    *title // nil where the name stands without one
	country  string // of "Wopke Hoekstra of the Netherlands", "Congo's Therese Wagner"
	at       run    // the words that tell that country
	poss     bool   // the name is followed by 's
	list     int    // mentions of one list ("A of X, B of Y and C of Z") share a number; 0 for none
}

// place is the first and the last word of the mention.
func (m mention) place() (from, to int) {
	from, to = m.name.from, m.name.to
	if m.title != nil {
		if m.named() {
			from, to = min(from, m.title.from), max(to, m.title.to)
		} else {
			from, to = m.title.from, m.title.to
		}
	}
	return from, to
}

func (m mention) named() bool { return m.name.to > m.name.from }

// mentions returns who is named in a sentence, in order.
func (r *reading) mentions(s int) []mention {
	sent := r.doc.View.Sentences[s]
	ts := r.titles(sent.From, sent.To, nil)
	ns := r.names(sent.From, sent.To, ts, nil)
	if len(ts)+len(ns) == 0 {
		return nil
	}
	out := make([]mention, 0, len(ts)+len(ns))
	owner := make([]int, len(ns)) // index of the title, +1
	linked := make([]int, len(ts))
	link := func(t, n int) {
		linked[t], owner[n] = n+1, t+1
	}
	// 1. title before the name
	for ti := range ts {
		if ts[ti].own && r.ws[ts[ti].head].Text == "predecessor" {
			continue
		}
		for ni := range ns {
			if r.directly(ts[ti].to, ns[ni]) {
				link(ti, ni)
				break
			}
		}
	}
	// 2. from left to right: "name, title" where the name has none yet, else "title of X, name"
	for ti := range ts {
		if linked[ti] != 0 {
			continue
		}
		free := func(ni int) bool { return owner[ni] == 0 || r.weak(ts[owner[ni]-1]) && !r.weak(ts[ti]) }
		for ni := range ns {
			if free(ni) && r.apposed(ns[ni], ts[ti]) {
				link(ti, ni)
				break
			}
		}
		for ni := range ns {
			if linked[ti] == 0 && free(ni) && (!ts[ti].plural || ns[ni].honorific || r.ws[ns[ni].from].Gap == words.Open || ts[ti].definite && r.followedByAnd(ns[ni], sent.To)) && r.announces(ts[ti], ns[ni]) {
				link(ti, ni)
				break
			}
		}
	}
	list := 0
	for ni := range ns {
		n := ns[ni]
		m := mention{sentence: s, name: n, poss: r.ws[n.to-1].Poss}
		if owner[ni] > 0 {
			m.title = &ts[owner[ni]-1]
		}
		r.ofCountry(&m, sent.To)
		if m.title == nil && !m.at.empty() && m.at.to == n.from && r.ws[n.from].Gap == words.Comma { // a row of countries and names
			for ti := range ts {
				if ts[ti].plural && ts[ti].to <= n.from {
					own := ts[ti]
					own.country, own.at = m.country, m.at
					m.title = &own
				}
			}
		}
		if len(out) > 0 {
			p := &out[len(out)-1]
			if r.listGoesOn(*p, m) {
				if p.list == 0 {
					list++
					p.list = list
				}
				m.list = p.list
				if m.title == nil && p.title != nil && p.title.plural { // War Cabinet members A and B
					m.title = p.title
				}
			}
		}
		out = append(out, m)
	}
	r.dissolve(out)
	r.shareTitles(out)
	for i := range out { // the co-chairs of the group, A of Russia and B of France
		if m := &out[i]; m.title != nil && m.title.plural && m.country != "" && m.at.from >= m.name.to && m.title.to <= m.name.from {
			own := *m.title
			own.country, own.at = m.country, m.at
			m.title = &own
		}
	}
	for ti := range ts {
		if linked[ti] == 0 {
			out = append(out, mention{sentence: s, title: &ts[ti]})
		}
	}
	sortMentions(out)
	return out
}

// followedByAnd reports whether "and" and another capitalised word follow a name: "the two ministers, A and B".
func (r *reading) followedByAnd(n name, limit int) bool {
	if n.to+1 >= limit {
		return false
	}
	if r.ws[n.to].Text == "of" && r.near(n.to) { // Igor Popov of Russia, Andrew Schofer of the United States and
		k := n.to + 1
		if r.ws[k].Text == "the" && k+1 < limit {
			k++
		}
		if c := r.cover[k]; c.kind == countryName {
			n.to = int(c.to)
			if n.to+1 >= limit {
				return false
			}
		}
	}
	if r.ws[n.to].Text == "and" && r.near(n.to) {
		return r.capital(n.to + 1)
	}
	if r.ws[n.to].Gap != words.Comma || !r.capital(n.to) { // A, B and C
		return false
	}
	for k := n.to + 1; k+1 < limit && k < n.to+12 && (r.capital(k) || r.ws[k].Text == "and" || r.ws[k].Text == "of" || r.ws[k].Text == "the"); k++ {
		if r.ws[k].Text == "and" {
			return r.capital(k + 1)
		}
	}
	return false
}

// weak reports whether a title is a rank or a style rather than an office: Prince, Ambassador, General.
func (r *reading) weak(t title) bool {
	if t.to-t.from != 1 {
		return false
	}
	switch r.ws[t.head].Text {
	case "prince", "princess", "ambassador", "general", "professor", "cardinal", "archbishop", "captain", "judge", "justice", "senator", "minister", "secretary", "commissioner":
		return true
	}
	return false
}

// dissolve takes apart lists without an "and": in "a meeting with A, B said" A and B are no list.
func (r *reading) dissolve(ms []mention) {
	for i := range ms {
		if ms[i].list == 0 {
			continue
		}
		and := false
		last := -1
		for j := range ms {
			if ms[j].list != ms[i].list {
				continue
			}
			from, to := ms[j].place()
			if t := ms[j].title; t != nil && t.plural && t.to < ms[j].name.from { // of all of the list, before its first name
				from = ms[j].name.from
			}
			for k := last; k >= 0 && k < from; k++ {
				and = and || r.ws[k].Text == "and"
			}
			last = to
		}
		if !and {
			list := ms[i].list
			for j := range ms {
				if ms[j].list == list {
					ms[j].list = 0
				}
			}
		}
	}
}

// shareTitles gives a title in the plural to all of the list that it stands before or behind, and to each its country
// where it tells as many: "A, B and C, the Foreign Ministers of Estonia, Latvia and Lithuania".
func (r *reading) shareTitles(ms []mention) {
	for i := range ms {
		t := ms[i].title
		if t == nil || !t.plural || ms[i].list == 0 {
			continue
		}
		var list []int
		bare := true
		for j := range ms {
			if ms[j].list == ms[i].list {
				list = append(list, j)
				bare = bare && (ms[j].title == nil || ms[j].title == t)
			}
		}
		if !bare || len(list) < 2 {
			continue
		}
		sides := r.sidesOf(ms[i])
		slices.SortStableFunc(sides, func(a, b sideRef) int { return a.at.from - b.at.from }) // as they stand: Jordanian and Iraqi
		for k, j := range list {
			ms[j].title = t
			if ms[j].country != "" {
				own := *t
				own.country, own.at = ms[j].country, ms[j].at
				ms[j].title = &own
				continue
			}
			if len(sides) == len(list) {
				own := *t
				own.country, own.at = sides[k].code, sides[k].at
				ms[j].title = &own
			}
		}
		return
	}
}

// directly reports whether the name stands straight after word end, with nothing but honorifics between.
func (r *reading) directly(end int, n name) bool {
	if n.from < end {
		return false
	}
	if r.ws[end-1].Poss {
		return false
	}
	for i := end; i <= n.from && i < len(r.ws); i++ {
		if !r.near(i) && !(r.ws[i].Gap == words.Stop && i > end) && !(i == end && r.ws[i].Gap == words.Close) {
			return false
		}
		if i < n.from && !r.is(i, lexicon.Honorific) {
			return false
		}
	}
	return true
}

// apposed reports whether the title explains the name before it: "Cho Koo-rae, Vice Minister for Strategy",
// "Boris Ruge, NATO Assistant Secretary General", "Israel Katz, the Israeli foreign minister".
func (r *reading) apposed(n name, t title) bool {
	if n.to-n.from < 2 && !n.honorific && !n.listed && !r.is(n.from, lexicon.FamilyName|lexicon.GivenName) {
		return false
	}
	start := t.from
	if t.at.to == t.from && !t.at.empty() {
		start = t.at.from
	}
	if start < n.to {
		return false
	}
	i := n.to
	comma := false
	for ; i < start; i++ {
		switch r.ws[i].Text {
		case "the", "a", "an", "who", "is", "also", "its", "government", "ministry", "his", "her", "new", "former", "then", "and", "country", "nation", "kingdom", "currently", "local", "mp", "mep":
			if r.ws[i].Text == "and" {
				return false
			}
		case "of": // Sigrid Kaag of the Netherlands
			return false
		default:
			if !r.cover[i].kind.country() && !r.is(i, lexicon.TitleModifier) {
				return false
			}
		}
		if r.ws[i].Gap == words.Comma || r.ws[i].Gap == words.Open {
			comma = true
		} else if !r.near(i) && r.ws[i].Gap != words.Close {
			return false
		}
	}
	g := r.ws[start].Gap
	if g == words.Comma || g == words.Open || g == words.Dash {
		comma = true
	} else if g != words.Space && g != words.Hyphen && g != words.Close {
		return false
	}
	return comma && start-n.to <= 6
}

// announces reports whether the name follows the title after a comma: "the President of Eritrea, Isaias Afwerki".
func (r *reading) announces(t title, n name) bool {
	i := t.to
	if i > n.from || i >= len(r.ws) {
		return false
	}
	if g := r.ws[i].Gap; g != words.Comma && g != words.Colon && !(g == words.Open) && g != words.Dash {
		return false
	}
	if r.ws[i].Gap == words.Colon {
		return false
	}
	if n.to-n.from < 2 && !n.honorific && !n.listed {
		return false
	}
	for ; i < n.from; i++ {
		if !r.is(i, lexicon.Honorific) && r.ws[i].Text != "prince" && r.ws[i].Text != "princess" && r.ws[i].Text != "senator" && !((r.ws[i].Text == "the" || r.ws[i].Text == "most") && (r.is(i+1, lexicon.Honorific) || r.ws[i+1].Text == "most")) {
			return false
		}
	}
	return true
}

// countryInRow is the country that stands before a name in a row of countries and names behind one office: "the ambassadors
// of Uganda, Julius Kivuna, Vietnam, Duong Chinh, and Senegal, Ndao Diop".
func (r *reading) countryInRow(m *mention, from int) (code string, at run, ok bool) {
	if from < 3 || m.title != nil && !m.title.plural || r.ws[from].Gap != words.Comma {
		return "", run{}, false
	}
	c := r.cover[from-1]
	if c.kind != countryName || int(c.to) != from {
		return "", run{}, false
	}
	start := int(c.from)
	if start < 2 {
		return "", run{}, false
	}
	if w := r.ws[start-1].Text; w == "the" {
		start--
	}
	switch w := r.ws[start-1].Text; {
	case w == "of", w == "and":
	case r.ws[start].Gap == words.Comma:
	default:
		return "", run{}, false
	}
	for k := start - 1; k > 0 && k > start-40; k-- {
		if r.ws[k].Text != "of" || !pluralHeads[r.ws[k-1].Text] {
			continue
		}
		first := k + 1
		if r.ws[first].Text == "the" {
			first++
		}
		if _, d, ok := r.countryAt(first); ok && int(d.to) < len(r.ws) && r.ws[d.to].Gap == words.Comma && r.capital(int(d.to)) && !r.cover[d.to].kind.country() {
			return r.lex.Countries[c.index].Code, run{int(c.from), int(c.to)}, true
		}
		break
	}
	return "", run{}, false
}

// listGoesOn reports whether b stands in one list with a before it: nothing between but commas, "and", "with" and the
// country of a.
func (r *reading) listGoesOn(a, b mention) bool {
	_, i := a.place()
	if a.at.to > i {
		i = a.at.to
	}
	j, _ := b.place()
	if i > j || a.poss {
		return false
	}
	if b.title != nil && !b.title.at.empty() && b.title.at.from < j {
		j = b.title.at.from
	}
	for ; i < j; i++ {
		switch r.ws[i].Text {
		case "and", "the", "as", "well", "both", "also", "separately":
		default:
			if !r.is(i, lexicon.Honorific) && !r.cover[i].kind.country() && !(r.ws[i].Text == "of") {
				return false
			}
		}
		if g := r.ws[i].Gap; g == words.Stop || g == words.Other || g == words.Break {
			return r.is(i, lexicon.Honorific) || i > 0 && r.is(i-1, lexicon.Honorific)
		}
	}
	return true
}

func sortMentions(ms []mention) {
	for i := 1; i < len(ms); i++ {
		for j := i; j > 0; j-- {
			a, _ := ms[j-1].place()
			b, _ := ms[j].place()
			if a <= b {
				break
			}
			ms[j-1], ms[j] = ms[j], ms[j-1]
		}
	}
}
