package lexicon

import "strings"

// found is a matcher, and what became of the entries that it finds: a lexicon laid over another finds with the matcher
// of the one underneath, leaves out what was changed or dropped, and adds what its own finds.
type finder struct {
	matcher Matcher
	to      [kindsOfEntries][]int32 // as in move
	moved   bool
}

// kindOfClass tells which slice of the Lexicon the Index of a Ref counts in.
var kindOfClass = [...]uint8{
	CountryName: ofCountries, Demonym: ofCountries, Capital: ofCountries, CountryTrap: ofCountries, LooseName: ofCountries, Metonym: ofCountries,
	PersonName: ofPersons, TopicPhrase: ofTopics, KindPhrase: ofLists, PhraseClass: ofLists, EventPhrase: ofEvents, PublisherPhrase: ofPublishers,
}

// match appends the hits of one finder.
func (f *finder) match(hits []Hit, before int) []Hit {
	if !f.moved {
		return hits
	}
	n := before
	for _, h := range hits[before:] {
		if to := f.to[kindOfClass[h.Class]]; to != nil {
			h.Index = to[h.Index]
		}
		if h.Index >= 0 {
			hits[n] = h
			n++
		}
	}
	return hits[:n]
}

// patterns makes the finders: those of the base, moved on, and one of all fresh entries.
func (a *layer) patterns(m *moves) {
	for _, f := range a.base.finders {
		a.l.finders = append(a.l.finders, f.moveOn(m))
	}
	var b Builder
	l := a.l
	for _, i := range m[ofCountries].fresh {
		a.country(&b, i)
	}
	for _, i := range m[ofPersons].fresh {
		p := &l.Persons[i]
		for f, name := range p.Names {
			if searched(p, f) {
				a.enter(b.AddName(name, Ref{PersonName, i, int32(f)}), ofPersons, p.ID)
			}
		}
	}
	for _, i := range m[ofPublishers].fresh {
		p := &l.Publishers[i]
		for f, phrase := range p.Phrases {
			a.enter(b.AddName(phrase, Ref{PublisherPhrase, i, int32(f)}), ofPublishers, p.ID)
		}
	}
	for _, i := range m[ofTopics].fresh {
		a.phrases(&b, l.Topics[i].Phrases, TopicPhrase, i, ofTopics, l.Topics[i].ID)
	}
	for _, i := range m[ofLists].fresh {
		class := PhraseClass
		if strings.HasPrefix(l.Lists[i].Name, "kind-") {
			class = KindPhrase
		}
		a.phrases(&b, l.Lists[i].Phrases, class, i, ofLists, l.Lists[i].Name)
	}
	for _, i := range m[ofEvents].fresh {
		e := &l.Events[i]
		for f, p := range e.Phrases {
			a.enter(b.Add(p, Ref{EventPhrase, i, int32(f)}), ofEvents, e.ID)
		}
	}
	l.finders = append(l.finders, finder{matcher: b.Matcher()})
}

// moveOn lets a finder of the base find entries where they are now.
func (f finder) moveOn(m *moves) finder {
	for kind := range f.to {
		to := m[kind].to
		if to == nil {
			continue
		}
		f.moved = true
		if f.to[kind] == nil {
			f.to[kind] = to
			continue
		}
		joined := make([]int32, len(f.to[kind]))
		for i, now := range f.to[kind] {
			if joined[i] = now; now >= 0 {
				joined[i] = to[now]
			}
		}
		f.to[kind] = joined
	}
	return f
}

func (a *layer) country(b *Builder, i int32) {
	c := &a.l.Countries[i]
	add := func(class Class, first int, forms []string) {
		for f, form := range forms {
			if form != "" {
				a.enter(b.Add(form, Ref{class, i, int32(first + f)}), ofCountries, c.Code)
			}
		}
	}
	add(CountryName, 0, []string{c.Name, c.Official})
	add(CountryName, 2, c.Forms)
	add(CountryName, 2+len(c.Forms), c.Local)
	add(LooseName, 0, c.Loose)
	add(Demonym, 0, c.Demonyms)
	if c.capitalStands() {
		add(Capital, 0, []string{c.Capital})
	}
	add(Capital, 1, c.Cities)
	add(Metonym, 0, c.Metonyms)
	add(CountryTrap, 0, c.Rejects)
}

// capitalStands reports whether the capital's name means the country's government by itself: not the seat of an
// organisation, not a name that only the context tells (Victoria), not the country's own name.
func (c *Country) capitalStands() bool {
	if c.Organisation || c.Capital == c.Name {
		return false
	}
	for _, l := range c.Loose {
		if l == c.Capital {
			return false
		}
	}
	return true
}

func (a *layer) phrases(b *Builder, list []Phrase, class Class, i int32, kind int, id string) {
	for f := range list {
		p := &list[f]
		if err := b.Add(p.Pattern, Ref{class, i, int32(f)}); err != nil {
			at := a.places[kind][id]
			if p.line > 0 {
				at.line = p.line
			}
			a.fault(at, id, "phrase %q: %v", p.Name, err)
		}
	}
}

// enter tells the fault of a pattern.
func (a *layer) enter(err error, kind int, id string) {
	if err != nil {
		a.fault(a.places[kind][id], id, "%v", err)
	}
}
