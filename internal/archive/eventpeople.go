package archive

import (
	"slices"
	"strings"

	"readout/internal/record"
	"readout/internal/words"
)

// guest is a person on an occasion, with the words of the name as matching sees them.
type guest struct {
	record.Person
	words []string // folded
}

func newGuest(p record.Person) guest {
	g := guest{Person: p}
	for _, w := range words.Cut(p.Name) {
		g.words = append(g.words, w.Text)
	}
	return g
}

// same reports whether two accounts mean one person: by the authority record; where one of them is not in it, by the
// words of the name, of which one account may give fewer, and by the country.
func (g *guest) same(h *guest) bool {
	if g.ID != "" && g.ID == h.ID {
		return true
	}
	if g.Listed && h.Listed || g.Country != h.Country && g.Country != "" && h.Country != "" {
		return false
	}
	few, many := g.words, h.words
	if len(few) > len(many) {
		few, many = many, few
	}
	if len(few) == 0 {
		return false
	}
	long, used := 0, make([]bool, len(many))
next:
	for _, w := range few {
		for i, v := range many {
			if !used[i] && alike(w, v) {
				used[i] = true
				long = max(long, min(len(w), len(v)))
				continue next
			}
		}
		return joined(few) == joined(many) || joined(few) == turnedName(many)
	}
	return long >= 2
}

// alike reports whether two words of a name are one, spelled one way or the other; an initial stands for a name.
func alike(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) == 1 || len(b) == 1 {
		return a[0] == b[0]
	}
	if len(a) < 5 || len(b) < 5 || a[0] != b[0] {
		return false
	}
	return oneLetterOff(a, b)
}

// oneLetterOff reports whether one letter added, left out or changed makes one word of the other.
func oneLetterOff(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return a[min(i+1, len(a)):] == b[min(i+1, len(b)):]
	}
	return a[i:] == b[i+1:]
}

// joined is a name without the breaks in it: Jong-kun and Jongkun are one.
func joined(ws []string) string {
	n := ""
	for _, w := range ws {
		n += w
	}
	return n
}

// turnedName is joined for a name whose first word is put last, or whose last is put first.
func turnedName(ws []string) string {
	if len(ws) < 2 {
		return joined(ws)
	}
	return joined(ws[1:]) + ws[0]
}

// company tells how the people of two accounts compare.
type company struct {
	common int  // countries of which both name a person in common
	people int  // people in common
	clash  bool // a country for which they name different people
}

// speaksOf reports whether the release names a person somewhere, if not among those who take part.
func (t *telling) speaksOf(g *guest) bool {
	r := t.entry.Record
	for _, f := range r.Mentioned {
		if h := newGuest(f.Value); h.same(g) {
			return true
		}
	}
	name := strings.Fields(g.Name)
	return len(name) >= 2 && strings.Contains(r.Text, name[0]) && strings.Contains(r.Text, name[len(name)-1])
}

// compare puts the people of two accounts side by side, country by country. They clash where both name people for a
// country and not the same: those whom one names first must be among those whom the other names, so that a president's
// meeting with both ministers present is not the ministers' meeting.
func (x *telling) compare(y *telling) company {
	var c company
	for i := range x.guests {
		g := &x.guests[i]
		if !x.first(i) {
			continue
		}
		h := y.firstOf(g.Country)
		if h < 0 {
			c.missing(g, y)
			continue
		}
		both := 0
		for j := range x.guests {
			if x.guests[j].Country == g.Country && y.names(&x.guests[j]) {
				both++
			}
		}
		switch {
		case both == 0, both == 1 && !(y.names(g) && x.names(&y.guests[h])):
			c.clash = true
		default:
			c.common++
			c.people += both
		}
	}
	for j := range y.guests {
		if y.first(j) && x.firstOf(y.guests[j].Country) < 0 {
			c.missing(&y.guests[j], x)
		}
	}
	return c
}

// missing takes in a person of a country for which the other account has nobody take part. Where it speaks of that person
// all the same, and the country is a party, the two agree.
func (c *company) missing(g *guest, t *telling) {
	if slices.Contains(t.parties, g.Country) && t.speaksOf(g) {
		c.common++
	}
}

// first reports whether a guest is the first whom the account names for the country.
func (t *telling) first(i int) bool { return t.firstOf(t.guests[i].Country) == i }

func (t *telling) firstOf(country string) int {
	for i := range t.guests {
		if t.guests[i].Country == country {
			return i
		}
	}
	return -1
}

// names reports whether the account names a person.
func (t *telling) names(g *guest) bool {
	for i := range t.guests {
		if t.guests[i].same(g) {
			return true
		}
	}
	return false
}
