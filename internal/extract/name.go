package extract

import (
	"sort"

	"readout/internal/lexicon"
	"readout/internal/words"
)

// name is a run of words that may be a person's name.
type name struct {
	from, to  int  // words, half-open
	listed    bool // a full name of the lexicon stands in it
	honorific bool // Mr, Dr, H.E. stand before it
}

// names returns the runs of capitalised words in from..to that may be names, outside the titles.
func (r *reading) names(from, to int, ts []title, buf []name) []name {
	taken := func(i int) (int, bool) {
		k := sort.Search(len(ts), func(k int) bool { return ts[k].to > i }) // titles stand in order and apart
		if k == len(ts) || i < ts[k].from {
			return 0, false
		}
		return ts[k].to, true
	}
	for i := from; i < to; {
		if end, ok := taken(i); ok {
			i = end
			continue
		}
		n, next := r.nameAt(i, to, func(k int) bool { _, ok := taken(k); return ok })
		if n.to > n.from {
			if buf == nil {
				buf = make([]name, 0, 4)
			}
			buf = append(buf, n)
		}
		i = max(next, i+1)
	}
	return buf
}

// nameAt reads a name that begins at word i; next is where to go on.
func (r *reading) nameAt(i, limit int, taken func(int) bool) (n name, next int) {
	n.from, n.to = i, i
	k := i
	for k < limit && r.is(k, lexicon.Honorific) && (r.capital(k) || k > i) && r.cover[k].kind != personName && !taken(k) {
		if r.ws[k].Case == words.Lower || !honorificHere(r, k, limit) {
			break
		}
		n.honorific = true
		k++
		if k < limit && !(r.near(k) || r.ws[k].Gap == words.Stop || r.ws[k].Gap == words.Open && r.ws[k-1].Text == "dato") {
			return n, k
		}
	}
	// a particle may begin a name in capitals or not: Le Drian, von der Leyen, al-Sharaa
	n.from, n.to = k, k
	for k < limit && !taken(k) {
		w := r.ws[k]
		if k > n.from && !r.nameGoesOn(n.from, k, limit) {
			break
		}
		c := r.cover[k]
		if c.kind == personName {
			if int(c.from) == k {
				n.listed = true
			}
			k++
			n.to = k
			if w.Poss {
				break
			}
			continue
		}
		if w.Number || !r.capital(k) && !r.particleHere(k, n, limit) {
			break
		}
		if c.kind.country() && !(k > n.from && c.to-c.from == 1 && r.is(k, lexicon.FamilyName|lexicon.GivenName)) &&
			!(k == n.from && c.to-c.from == 1 && r.is(k, lexicon.GivenName) && k+1 < limit && r.near(k+1) && r.capital(k+1) && r.is(k+1, lexicon.FamilyName) && c.kind == countryName) && !(k == n.from && r.capitalName(k, limit, taken)) {
			break
		}
		if c.kind == trapped || r.is(k, lexicon.EventNoun) && !r.is(k, lexicon.GivenName|lexicon.FamilyName) {
			break
		}
		if r.is(k, lexicon.Suffix) && k > n.from {
			k++
			n.to = k
			if w.Poss {
				break
			}
			continue
		}
		if r.is(k, lexicon.NotName) && !r.muhammad(k, limit) && !(r.is(k, lexicon.GivenName) && k+1 < limit && r.near(k+1) && r.capital(k+1) && !r.is(k+1, lexicon.NotName|lexicon.OfficeWord|lexicon.TitleHead)) && !(k > n.from && len(w.Text) > 1 && r.is(k, lexicon.FamilyName) && r.is(k-1, lexicon.GivenName)) && !(w.Case == words.Title && len(w.Text) == 1 && w.Text != "a" && w.Text != "i") && !(k > n.from && w.Gap == words.Hyphen && k == n.to) && !(k > n.from && r.dayLike(k, limit)) && !(k > n.from && k+1 < limit && r.ws[k+1].Gap == words.Hyphen && r.ws[k+1].Case == words.Lower && len(w.Text) <= 5) {
			break
		}
		k++
		if r.capital(k-1) || w.Gap == words.Hyphen {
			n.to = k
		}
		if w.Poss {
			break
		}
	}
	if n.to < n.from {
		n.to = n.from
	}
	if n.listed && r.cover[n.from].kind != personName {
		r.dropLead(&n)
	}
	if n.listed && n.from > 0 && r.cover[n.from].kind != personName {
		switch r.ws[n.from-1].Text { // received in Lublin Linas Linkevičius
		case "in", "at", "to", "near", "from":
			for i := n.from; i < n.to; i++ {
				if r.cover[i].kind == personName {
					n.from = i
					break
				}
			}
		}
	}
	return n, max(n.to, i)
}

// muhammad reports whether word k is how South Asia writes Muhammad before a name: "Md Kamrul Hasan", no degree behind one.
func (r *reading) muhammad(k, limit int) bool {
	return r.ws[k].Text == "md" && r.ws[k].Case == words.Title && k+1 < limit && r.capital(k+1) && (r.near(k+1) || r.ws[k+1].Gap == words.Stop)
}

// capitalName reports whether the capital's name at word k is somebody's given name: a title or a list stands before it and
// a family name behind, as in "Secretary-General Wellington Koo", "President Santiago Peña".
func (r *reading) capitalName(k, limit int, taken func(int) bool) bool {
	c := r.cover[k]
	if c.kind != countryCapital || c.to-c.from != 1 || k+1 >= limit || !r.near(k+1) || r.ws[k+1].Gap != words.Space || !r.capital(k+1) || r.ws[k].Poss || k == 0 {
		return false
	}
	if r.is(k+1, lexicon.NotName|lexicon.OfficeWord|lexicon.EventNoun|lexicon.TitleHead|lexicon.TitleModifier) || r.cover[k+1].kind != uncovered {
		return false
	}
	return r.near(k) && (taken(k-1) || r.is(k-1, lexicon.Honorific)) || r.ws[k].Gap == words.Comma && r.capital(k-1) && r.is(k, lexicon.GivenName)
}

// dropLead takes words that are in no name from before a listed name: "Halk Maslahaty Gurbanguly Berdimuhamedov".
func (r *reading) dropLead(n *name) {
	at := n.from
	for ; r.cover[at].kind != personName; at++ {
		if len(r.ws[at].Text) == 1 || r.is(at, lexicon.GivenName|lexicon.FamilyName|lexicon.Particle) {
			return
		}
	}
	n.from = at
}

// dayLike reports whether word k, inside a name, only looks like a short weekday or month: Le Thi Thu Hang, Kim Hyong Jun.
func (r *reading) dayLike(k, limit int) bool {
	switch w := r.ws[k]; w.Text {
	case "jun", "thu", "sun", "mon", "sat", "jan", "mar", "mai":
		return w.Case == words.Title && w.Gap == words.Space && (k+1 >= limit || !r.ws[k+1].Number && !(r.ws[k+1].Gap == words.Stop && r.ws[k].Text != "jun"))
	}
	return false
}

// honorificHere reports whether the honorific at word k is one: "Dr. Jung", not "General Assembly".
func honorificHere(r *reading, k, limit int) bool {
	if k+1 >= limit {
		return false
	}
	if !(r.near(k+1) || r.ws[k+1].Gap == words.Stop || r.ws[k+1].Gap == words.Open && r.ws[k].Text == "dato") {
		return false
	}
	if !r.capital(k + 1) {
		return r.is(k+1, lexicon.Particle)
	}
	switch r.ws[k].Text {
	case "u", "e", "he", "his", "her", "their", "fr", "eng":
		if r.ws[k].Case != words.Upper && r.ws[k].Text == "he" {
			return false
		}
		if r.ws[k].Text == "u" || r.ws[k].Text == "e" {
			return false
		}
	case "general", "captain", "lady", "lord", "field", "marshal", "gov", "pres", "rep":
		return !r.is(k+1, lexicon.NotName)
	}
	return !r.is(k+1, lexicon.NotName) || r.is(k+1, lexicon.Honorific|lexicon.TitleHead|lexicon.TitleModifier)
}

// nameGoesOn reports whether the name that began at from goes on with word k.
func (r *reading) nameGoesOn(from, k, limit int) bool {
	switch r.ws[k].Gap {
	case words.Space, words.Hyphen, words.Glued:
		return true
	case words.Stop: // an initial, Jr., St.
		p := r.ws[k-1]
		return len(p.Text) == 1 && p.Case != words.Lower || p.Text == "st" || shortName(p.Text) && p.Case == words.Title || r.is(k-1, lexicon.Honorific) && p.Case == words.Title && len(p.Text) <= 3
	case words.Open: // Raja Dato' Nushirwan
		return k > from && (r.ws[k-1].Text == "dato" || r.ws[k-1].Text == "maa") && r.capital(k)
	case words.Comma:
		if r.is(k, lexicon.Suffix) {
			return true
		}
		// Kang, Kyung-wha
		return k == from+1 && k+1 < limit && r.capital(k) && r.ws[k+1].Gap == words.Hyphen && r.ws[k+1].Case == words.Lower && r.is(from, lexicon.FamilyName) && !r.is(k, lexicon.NotName|lexicon.TitleHead)
	}
	return false
}

// shortName reports whether a word with a stop behind it is a given name written short: Ma. Theresa, Md. Touhid, Mohd. Yusof.
func shortName(w string) bool {
	switch w {
	case "ma", "md", "mohd", "mhd", "muh", "wm", "chr", "abd":
		return true
	}
	return false
}

// particleHere reports whether the lower-case word k is a piece of the name: a particle with a capitalised word behind
// it, or the second half of Kyung-wha.
func (r *reading) particleHere(k int, n name, limit int) bool {
	w := r.ws[k]
	if w.Gap == words.Hyphen && k > n.from {
		return r.capital(k-1) || r.is(k-1, lexicon.Particle)
	}
	if !r.is(k, lexicon.Particle) || k+1 >= limit || w.Text == "e" && k == n.from || w.Text == "an" || w.Text == "as" || w.Text == "o" || w.Text == "do" && k == n.from {
		return false
	}
	if k == n.from {
		// von der Leyen, al-Sharaa, bin Salman
		switch w.Text {
		case "von", "van", "de", "bin", "al", "el", "ben", "ibn", "ould":
			if w.Text == "de" && r.ws[k].Gap != words.Space {
				return false
			}
		default:
			return false
		}
	}
	for x := k + 1; x < limit && x <= k+3; x++ {
		if !r.near(x) {
			return false
		}
		if r.capital(x) {
			return !r.is(x, lexicon.NotName) || r.is(x, lexicon.Particle)
		}
		if !r.is(x, lexicon.Particle) {
			return false
		}
	}
	return false
}
