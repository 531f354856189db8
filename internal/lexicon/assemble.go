package lexicon

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"readout/internal/date"
)

// assemble makes a lexicon of what files say: the later entry of an id replaces the earlier one. What cannot be used is
// left out and told as a fault.
func assemble(s *shelves, v Vocabulary) (*Lexicon, []Fault) {
	a := &assembler{l: &Lexicon{}}
	a.l.Countries = settle(a, s.countries, func(c *Country, names []string) { c.Forms = append(c.Forms, names...) })
	a.l.Offices = settle(a, s.offices, nil)
	a.l.Topics = settle(a, s.topics, nil)
	a.l.Lists = settle(a, s.lists, nil)
	a.l.Publishers = settle(a, s.publishers, func(p *Publisher, names []string) { p.Lines = append(p.Lines, names...) })
	a.l.Publishers = append(a.l.Publishers, ministries(a.l)...)
	a.l.Events = settle(a, s.events, func(e *Event, names []string) { e.Phrases = append(e.Phrases, names...) })
	offices := make(map[string]int32, len(a.l.Offices))
	for i := range a.l.Offices {
		offices[a.l.Offices[i].ID] = int32(i)
	}
	people := settle(a, s.persons, func(p *person, names []string) { p.Names = append(p.Names, names...) })
	a.l.Persons = make([]Person, len(people))
	for i := range people {
		a.l.Persons[i] = a.person(&people[i], offices)
	}
	a.patterns()
	a.l.Patterns = a.built.Matcher()
	a.l.follow()
	a.l.learn(v)
	sortFaults(a.faults)
	return a.l, a.faults
}

type assembler struct {
	l      *Lexicon
	built  Builder
	at     map[string]place // of each entry, by "kind id"
	faults []Fault
}

func (a *assembler) fault(p place, entry, format string, args ...any) {
	a.faults = append(a.faults, Fault{p.file, p.line, entry, fmt.Sprintf(format, args...)})
}

// settle applies entries in order, added names after all others.
func settle[T any](a *assembler, entries []entry[T], alias func(v *T, names []string)) []T {
	if a.at == nil {
		a.at = map[string]place{}
	}
	at := make(map[string]int, len(entries))
	gone := map[int]bool{}
	out := make([]T, 0, len(entries))
	for _, e := range entries {
		i, known := at[e.id]
		switch {
		case len(e.aliases) > 0:
		case e.drop && !known:
			a.fault(e.place, e.id, "nothing of that id to drop")
		case e.drop:
			gone[i] = true
			delete(at, e.id)
		default:
			if !known {
				i = len(out)
				at[e.id] = i
				out = append(out, e.value)
			}
			out[i] = e.value
			a.at[kindOf(&out[i])+e.id] = e.place
		}
	}
	for _, e := range entries {
		if len(e.aliases) == 0 {
			continue
		}
		i, known := at[e.id]
		switch {
		case alias == nil:
			a.fault(e.place, e.id, "alias_of is for persons, countries, publishers and events")
		case !known:
			a.fault(e.place, e.id, "nothing of that id to add names to")
		default:
			alias(&out[i], e.aliases)
		}
	}
	kept := out[:0]
	for i := range out {
		if !gone[i] {
			kept = append(kept, out[i])
		}
	}
	return kept
}

func kindOf(v any) string { return fmt.Sprintf("%T ", v) }

func (a *assembler) person(p *person, offices map[string]int32) Person {
	out := p.Person
	out.Names = nameForms(&out, a.turned(p, offices))
	out.Terms = out.Terms[:0:0]
	for i, t := range p.Terms {
		office, ok := offices[p.offices[i]]
		if !ok {
			at := a.at[kindOf(p)+p.ID]
			at.line = p.lines[i]
			a.fault(at, p.ID, "no office %q", p.offices[i])
			continue
		}
		t.Office = office
		out.Terms = append(out.Terms, t)
	}
	slices.SortStableFunc(out.Terms, func(a, b Term) int { return compareDays(a.From, b.From) })
	return out
}

// turned reports whether both orders of the name are usual for somebody of whose names the family name stands last.
func (a *assembler) turned(p *person, offices map[string]int32) bool {
	for _, id := range p.offices {
		if o, ok := offices[id]; ok && slices.Contains(turned, a.l.Offices[o].Country) {
			return true
		}
	}
	return false
}

func compareDays(a, b date.Day) int {
	return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month), cmp.Compare(a.Day, b.Day))
}

// patterns enters everything that is looked for in the text.
func (a *assembler) patterns() {
	m := &a.built
	for i := range a.l.Countries {
		c := &a.l.Countries[i]
		at := a.at[kindOf(c)+c.Code]
		add := func(class Class, first int, forms []string) {
			for f, form := range forms {
				if form == "" {
					continue
				}
				if err := m.Add(form, Ref{class, int32(i), int32(first + f)}); err != nil {
					a.fault(at, c.Code, "%v", err)
				}
			}
		}
		add(CountryName, 0, []string{c.Name, c.Official})
		add(CountryName, 2, c.Forms)
		add(CountryName, 2+len(c.Forms), c.Local)
		add(LooseName, 0, c.Loose)
		add(Demonym, 0, c.Demonyms)
		if !c.Organisation && !slices.Contains(c.Loose, c.Capital) && c.Capital != c.Name {
			add(Capital, 0, []string{c.Capital})
		}
		add(Capital, 1, c.Cities)
		add(Metonym, 0, c.Metonyms)
		add(CountryTrap, 0, c.Rejects)
	}
	for i := range a.l.Persons {
		p := &a.l.Persons[i]
		for f, name := range p.Names {
			if !searched(p, f) {
				continue
			}
			if err := m.AddName(name, Ref{PersonName, int32(i), int32(f)}); err != nil {
				a.fault(a.at["*lexicon.person "+p.ID], p.ID, "%v", err)
			}
		}
	}
	for i := range a.l.Publishers {
		p := &a.l.Publishers[i]
		for f, phrase := range p.Phrases {
			if err := m.AddName(phrase, Ref{PublisherPhrase, int32(i), int32(f)}); err != nil {
				a.fault(a.at[kindOf(p)+p.ID], p.ID, "%v", err)
			}
		}
	}
	for i := range a.l.Topics {
		t := &a.l.Topics[i]
		a.phrases(t.Phrases, TopicPhrase, i, a.at[kindOf(t)+t.ID], t.ID)
	}
	for i := range a.l.Lists {
		l := &a.l.Lists[i]
		class := PhraseClass
		if strings.HasPrefix(l.Name, "kind-") {
			class = KindPhrase
		}
		a.phrases(l.Phrases, class, i, a.at[kindOf(l)+l.Name], l.Name)
	}
	for i := range a.l.Events {
		e := &a.l.Events[i]
		for f, p := range e.Phrases {
			if err := m.Add(p, Ref{EventPhrase, int32(i), int32(f)}); err != nil {
				a.fault(a.at[kindOf(e)+e.ID], e.ID, "%v", err)
			}
		}
	}
}

func (a *assembler) phrases(list []Phrase, class Class, index int, at place, id string) {
	for f, p := range list {
		if err := a.built.Add(p.Pattern, Ref{class, int32(index), int32(f)}); err != nil {
			a.fault(at, id, "phrase %q: %v", p.Name, err)
		}
	}
}
