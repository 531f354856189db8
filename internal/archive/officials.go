package archive

import (
	"cmp"
	"slices"
	"strings"

	"readout/internal/date"
	"readout/internal/lexicon"
	"readout/internal/record"
)

// Official is a person who takes part in a release, or holds an office in the lexicon and is mentioned in one.
type Official struct {
	Shelf
	Countries []*Country // for which the person acts, the usual first
	Listed    bool       // whether the lexicon knows the person
	Names     []string   // further forms of the name, local scripts last
	Offices   []Office   // by start; nil for one whom the lexicon does not know
	Roles     []string   // as releases put it, the newest first, each once
	Met       []Counterpart
}

// Office is a term of office.
type Office struct {
	Title   string
	Country *Country // nil if the country is not in the archive
	From    date.Day // as precise as known
	To      date.Day // zero: in office, or the end unknown
	Source  string   // where the dates come from; "" unknown
	About   bool     // a date may be off by weeks or months
}

func (a *Archive) shelveOfficials(lex *lexicon.Lexicon, give *assigner) {
	takes := map[string]bool{} // who takes part somewhere
	for _, e := range a.Releases {
		for _, p := range e.Record.Participants {
			takes[p.Value.ID] = true
		}
	}
	old := map[string][]string{}   // id -> ids the person may have had before the lexicon knew him or her
	uses := map[*Official]*usage{} // how often each country and name is given
	shelve := func(e *Entry, people []record.Fact[record.Person], seen map[*Official]bool, put func(*Official)) {
		for _, f := range people {
			p := f.Value
			if p.ID == "" || !p.Listed && !takes[p.ID] {
				continue
			}
			o := a.officials[p.ID]
			if o == nil {
				o = a.newOfficial(p, lex)
				a.officials[p.ID], uses[o] = o, &usage{}
			}
			role := p.Role
			if e.Excerpt && len(strings.Fields(role)) > quotable {
				role = "" // more of the text than may be shown
			}
			uses[o].add(a.countries[p.Country], role, o)
			if p.Listed {
				old[p.ID] = append(old[p.ID], unlistedID(p.Country, p.Name))
			}
			if !seen[o] {
				seen[o] = true
				put(o)
			}
		}
	}
	a.newestFirst(func(e *Entry) {
		seen := map[*Official]bool{}
		shelve(e, e.Record.Participants, seen, func(o *Official) { o.Entries = append(o.Entries, e) })
		shelve(e, e.Record.Mentioned, seen, func(o *Official) { o.Mentions = append(o.Mentions, e) })
	})
	for _, id := range sortedKeys(a.officials) {
		o := a.officials[id]
		o.Countries = uses[o].countries()
		o.ID = give.give(OfficialKind, id, id)
		a.Officials = append(a.Officials, o)
	}
	a.succeed(lex, old, give)
	keys := make(map[*Official]string, len(a.Officials))
	for _, o := range a.Officials {
		keys[o] = officialKey(o)
	}
	slices.SortFunc(a.Officials, func(x, y *Official) int { return cmp.Compare(keys[x], keys[y]) })
	for _, o := range a.Officials {
		for _, c := range o.Countries {
			c.Officials = append(c.Officials, o)
		}
	}
}

// officialKey is by what lists of officials are sorted: country, name, id.
func officialKey(o *Official) string {
	country := "\xff" // after all countries
	if len(o.Countries) > 0 {
		country = nameKey(o.Countries[0].Name)
	}
	return country + "\x00" + nameKey(o.Name) + "\x00" + o.ID
}

// newOfficial makes the page's subject from the lexicon, or from the release where the lexicon does not know the person.
func (a *Archive) newOfficial(p record.Person, lex *lexicon.Lexicon) *Official {
	o := &Official{Shelf: Shelf{Kind: OfficialKind, Name: p.Name}, Listed: p.Listed}
	l := lex.Person(p.ID)
	if l == nil || !p.Listed {
		return o
	}
	o.Name = cmp.Or(l.Name, p.Name)
	for _, n := range l.Names {
		if n != o.Name {
			o.Names = append(o.Names, n)
		}
	}
	for _, t := range l.Terms {
		if office, ok := officeOf(lex, t); ok {
			o.Offices = append(o.Offices, Office{office.Title, a.countries[office.Country], t.From, t.To, t.Source, t.About})
		}
	}
	return o
}

// quotable is how many words of a text may be quoted of which only an excerpt may be shown.
const quotable = 12

// usage counts the countries for which releases say that a person acts, in order of first sight.
type usage struct {
	list   []*Country
	counts map[*Country]int
}

func (u *usage) add(c *Country, role string, o *Official) {
	if role != "" && !slices.Contains(o.Roles, role) {
		o.Roles = append(o.Roles, role)
	}
	if c == nil {
		return
	}
	if u.counts == nil {
		u.counts = map[*Country]int{}
	}
	if u.counts[c] == 0 {
		u.list = append(u.list, c)
	}
	u.counts[c]++
}

func (u *usage) countries() []*Country {
	slices.SortStableFunc(u.list, func(x, y *Country) int {
		return cmp.Or(cmp.Compare(u.counts[y], u.counts[x]), cmp.Compare(x.Code, y.Code))
	})
	return u.list
}

// unlistedID is the id of a person whom the lexicon does not know: country and name.
func unlistedID(country, name string) string {
	if country == "" {
		return safeID(name)
	}
	return safeID(country + " " + name)
}

// succeed lets the addresses that listed persons had before the lexicon knew them, or knew them under another id, lead to
// their pages.
func (a *Archive) succeed(lex *lexicon.Lexicon, old map[string][]string, give *assigner) {
	for _, id := range sortedKeys(a.officials) {
		o := a.officials[id]
		if !o.Listed {
			continue
		}
		before := old[id]
		if l := lex.Person(id); l != nil {
			before = append(before, formerIDs(lex, l)...)
		}
		slices.Sort(before)
		for _, was := range slices.Compact(before) {
			if was != "" && was != id {
				give.succeed(OfficialKind, was, id)
			}
		}
	}
}

// formerIDs lists the ids that a person of the lexicon may have had before: other ids of the lexicon, and those of an
// unlisted person by each name and country.
func formerIDs(lex *lexicon.Lexicon, p *lexicon.Person) []string {
	ids := slices.Clone(p.Was)
	for _, name := range append([]string{p.Name}, p.Names...) {
		ids = append(ids, unlistedID("", name))
		for _, t := range p.Terms {
			if office, ok := officeOf(lex, t); ok {
				ids = append(ids, unlistedID(office.Country, name))
			}
		}
	}
	return ids
}

// present returns the participants of the release who are on an occasion.
func (e *Entry) present(o record.Occasion) []record.Person {
	var people []record.Person
	for _, f := range e.Record.Participants {
		if slices.Contains(o.Participants, f.Value.Name) {
			people = append(people, f.Value)
		}
	}
	return people
}
