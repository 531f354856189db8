package lexicon

import (
	"fmt"
	"slices"
)

// lay lays what files say over a lexicon, which may be empty, and returns the lexicon that comes of it. What cannot be
// used is left out and told as a fault. Only what is new is worked out; the rest is taken over from the base.
func lay(base *Lexicon, s *shelves, v Vocabulary) (*Lexicon, []Fault) {
	a := &layer{base: base, l: &Lexicon{digest: base.digest}}
	l := a.l
	var m moves
	l.Countries, m[ofCountries] = settle(a, base.Countries, s.countries, &base.byCode,
		func(e *entry[Country]) Country { return e.value },
		func(c *Country, names []string) { c.Forms = slices.Concat(c.Forms, names) })
	l.Offices, m[ofOffices] = settle(a, base.Offices, s.offices, &base.byOffice, func(e *entry[Office]) Office {
		e.value.Words = foldedWords(e.value.Title)
		return e.value
	}, nil)
	l.Topics, m[ofTopics] = settle(a, base.Topics, s.topics, &base.byTopic, func(e *entry[Topic]) Topic { return e.value }, nil)
	l.Lists, m[ofLists] = settle(a, base.Lists, s.lists, &base.byList, func(e *entry[List]) List { return e.value }, nil)
	l.Publishers, m[ofPublishers] = settle(a, base.Publishers, s.publishers, &base.byPublisher,
		func(e *entry[Publisher]) Publisher { return e.value },
		func(p *Publisher, names []string) { p.Lines = slices.Concat(p.Lines, names) })
	more := slices.Concat(ministries(l), governments(l))
	for i := range more {
		m[ofPublishers].fresh = append(m[ofPublishers].fresh, int32(len(l.Publishers)+i))
	}
	l.Publishers = slices.Concat(l.Publishers, more)
	l.Events, m[ofEvents] = settle(a, base.Events, s.events, &base.byEvent,
		func(e *entry[Event]) Event { return e.value },
		func(e *Event, names []string) { e.Phrases = slices.Concat(e.Phrases, names) })
	l.byOffice = listsOf(len(l.Offices), func(i int) (string, []string) { return l.Offices[i].ID, nil })
	l.Persons, m[ofPersons] = settle(a, moveTerms(base.Persons, m[ofOffices].at), s.persons, &base.byPerson, a.person,
		func(p *Person, names []string) {
			p.Names = slices.Concat(p.Names, names)
			p.Names = nameForms(p, l.turned(p))
		})
	a.patterns(&m)
	l.follow()
	l.learn(base, &m, v)
	l.learnSigns()
	return l, a.faults
}

// layer is one run of lay.
type layer struct {
	base, l *Lexicon
	places  [kindsOfEntries]map[string]place // where the entries stand
	faults  []Fault
}

func (a *layer) fault(p place, entry, format string, args ...any) {
	a.faults = append(a.faults, Fault{p.file, p.line, entry, fmt.Sprintf(format, args...)})
}

// The kinds of entries.
const (
	ofCountries = iota
	ofOffices
	ofPersons
	ofTopics
	ofLists
	ofPublishers
	ofEvents
	kindsOfEntries
)

// move says what became of the entries of one kind.
type move struct {
	at    []int32 // by index in the base: the index now, -1 where it was dropped; nil if all stayed
	to    []int32 // the same, but -1 also where it is fresh
	fresh []int32 // indexes now of new and changed entries, in order
}

type moves [kindsOfEntries]move

// changed reports whether anything did.
func (m *move) changed() bool { return m.to != nil || len(m.fresh) > 0 }

// settle applies entries in order, added names after all others. index finds the ids of the base.
func settle[B, E any](a *layer, base []B, entries []entry[E], index *lists, value func(e *entry[E]) B, alias func(v *B, names []string)) ([]B, move) {
	if len(entries) == 0 {
		return base, move{}
	}
	out := make([]B, len(base), len(base)+len(entries))
	copy(out, base)
	type mark struct {
		place
		at int
	}
	seen := make(map[string]mark, len(entries)) // of this layer
	gone, fresh := map[int]bool{}, map[int]bool{}
	find := func(id string) int {
		if m, ok := seen[id]; ok {
			return m.at
		}
		if i := index.find(id); i >= 0 && i < len(base) && !gone[i] { // not a former id, which stands behind all others
			return i
		}
		return -1
	}
	for k := range entries {
		e := &entries[k]
		if len(e.aliases) > 0 {
			continue
		}
		i := find(e.id)
		if e.drop {
			if i < 0 {
				a.fault(e.place, e.id, "nothing of that id to drop")
				continue
			}
			gone[i] = true
			delete(seen, e.id)
			continue
		}
		if m, ok := seen[e.id]; ok {
			a.fault(e.place, e.id, "id stands twice, first in %s:%d", m.file, m.line)
		}
		if i < 0 {
			i = len(out)
			out = append(out, *new(B))
		}
		out[i] = value(e)
		seen[e.id] = mark{e.place, i}
		fresh[i] = true
	}
	for k := range entries {
		e := &entries[k]
		if len(e.aliases) == 0 {
			continue
		}
		switch i := find(e.id); {
		case alias == nil:
			a.fault(e.place, e.id, "alias_of is for persons, countries, publishers and events")
		case i < 0:
			a.fault(e.place, e.id, "nothing of that id to add names to")
		default:
			alias(&out[i], e.aliases)
			fresh[i] = true
			if _, ok := seen[e.id]; !ok {
				seen[e.id] = mark{e.place, i}
			}
		}
	}
	for id, m := range seen {
		a.note(&out[m.at], id, m.place)
	}
	m := move{at: make([]int32, len(base)), to: make([]int32, len(base))}
	kept := out[:0]
	for i := range out {
		at, to := int32(len(kept)), int32(len(kept))
		switch {
		case gone[i]:
			at, to = -1, -1
		case fresh[i]:
			m.fresh = append(m.fresh, at)
			to = -1
		}
		if i < len(base) {
			m.at[i], m.to[i] = at, to
		}
		if at >= 0 {
			kept = append(kept, out[i])
		}
	}
	return kept, m
}

// note remembers where an entry stands.
func (a *layer) note(v any, id string, at place) {
	kind := 0
	switch v.(type) {
	case *Country:
		kind = ofCountries
	case *Office:
		kind = ofOffices
	case *Person:
		kind = ofPersons
	case *Topic:
		kind = ofTopics
	case *List:
		kind = ofLists
	case *Publisher:
		kind = ofPublishers
	case *Event:
		kind = ofEvents
	}
	if a.places[kind] == nil {
		a.places[kind] = map[string]place{}
	}
	a.places[kind][id] = at
}

// person makes a person of an entry, with the offices of its terms.
func (a *layer) person(e *entry[person]) Person {
	p := &e.value
	out := p.Person
	out.Terms = out.Terms[:0:0]
	for i, t := range p.Terms {
		office := a.l.byOffice.first(p.offices[i])
		if office < 0 {
			a.fault(place{e.file, p.lines[i]}, p.ID, "no office %q", p.offices[i])
			continue
		}
		t.Office = int32(office)
		out.Terms = append(out.Terms, t)
	}
	slices.SortStableFunc(out.Terms, func(a, b Term) int { return a.From.Compare(b.From) })
	out.Names = nameForms(&out, a.l.turned(&out))
	return out
}

// turned reports whether both orders of a name are usual for somebody whose family name stands last.
func (l *Lexicon) turned(p *Person) bool {
	for _, t := range p.Terms {
		if int(t.Office) < len(l.Offices) && slices.Contains(turned, l.Offices[t.Office].Country) {
			return true
		}
	}
	return false
}

// moveTerms lets the terms of persons of the base point at the offices where they are now; those of dropped offices go.
func moveTerms(persons []Person, at []int32) []Person {
	moved := false
	for i, now := range at {
		moved = moved || now != int32(i)
	}
	if !moved {
		return persons
	}
	out := slices.Clone(persons)
	for i := range out {
		terms := out[i].Terms[:0:0]
		for _, t := range out[i].Terms {
			if t.Office = at[t.Office]; t.Office >= 0 {
				terms = append(terms, t)
			}
		}
		out[i].Terms = terms
	}
	return out
}
