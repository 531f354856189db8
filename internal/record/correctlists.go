package record

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"readout/internal/date"
	"readout/internal/words"
)

func (e editor) peopleOf(field string) *[]Fact[Person] {
	if field == "participants" {
		return &e.r.Participants
	}
	return &e.r.Mentioned
}

// people sets, adds or removes people. Who is made a participant is no longer only mentioned, and the other way round;
// a participant's country takes part.
func (e editor) people(c Correction) ([]string, error) {
	list, other := e.peopleOf("participants"), e.peopleOf("mentioned")
	if c.Field == "mentioned" {
		list, other = other, list
	}
	if c.Remove != nil {
		names, err := removal(c)
		if err != nil {
			return nil, err
		}
		for _, n := range names {
			if !slices.ContainsFunc(*list, called(n)) {
				return nil, fmt.Errorf("nobody called %q among the %s", n, c.Field)
			}
		}
		for _, n := range names {
			*list = slices.DeleteFunc(*list, called(n))
			e.leave(c, n)
		}
		return names, nil
	}
	v := c.Add
	if c.Set != nil {
		v = c.Set
	}
	entries, err := v.entries("name", "role", "country", "office", "id")
	if err != nil {
		return nil, err
	}
	if c.Add != nil && len(entries) == 0 {
		return nil, fmt.Errorf("add names nobody")
	}
	var people []Person
	for _, k := range entries {
		p := Person{Name: k["name"].Text, Role: k["role"].Text, Country: k["country"].Text, Office: k["office"].Text, ID: k["id"].Text}
		if p.Country != "" {
			if _, err := e.country(p.Country); err != nil {
				return nil, err
			}
		}
		people = append(people, p)
	}
	if c.Set != nil {
		for _, p := range *list {
			e.leave(c, p.Value.Name)
		}
		*list = nil
	}
	var names []string
	for _, p := range people {
		p = e.complete(p)
		names = append(names, p.Name)
		*other = slices.DeleteFunc(*other, called(p.Name))
		if i := slices.IndexFunc(*list, called(p.Name)); i >= 0 {
			e.rename((*list)[i].Value.Name, p.Name)
			(*list)[i] = corrected(p, true)
		} else {
			*list = append(*list, corrected(p, true))
		}
		if c.Field == "participants" {
			e.join(c, p)
		} else {
			e.leave(Correction{Field: "participants"}, p.Name)
		}
	}
	return names, nil
}

// complete fills in what the lexicon knows of a person.
func (e editor) complete(p Person) Person {
	if e.look.Person != nil {
		p = e.look.Person(p, e.r.Date.Value.Date)
	}
	if p.ID == "" {
		p.ID = strings.ReplaceAll(words.Fold(p.Country+" "+p.Name), " ", "-")
	}
	return p
}

// called finds a person by name, however it is written.
func called(name string) func(Fact[Person]) bool {
	key := words.Fold(name)
	return func(p Fact[Person]) bool { return words.Fold(p.Value.Name) == key }
}

// leave takes a participant out of one occasion, or of all where none is told.
func (e editor) leave(c Correction, name string) {
	if c.Field != "participants" {
		return
	}
	for i := range e.r.Occasions {
		if c.Occasion == 0 || c.Occasion == i+1 {
			o := &e.r.Occasions[i]
			o.Participants = slices.DeleteFunc(o.Participants, func(n string) bool { return words.Fold(n) == words.Fold(name) })
		}
	}
}

// rename writes a participant's new name into the occasions.
func (e editor) rename(from, to string) {
	for i := range e.r.Occasions {
		for j, n := range e.r.Occasions[i].Participants {
			if n == from {
				e.r.Occasions[i].Participants[j] = to
			}
		}
	}
}

// join puts a participant, and the country he or she acts for, into an occasion.
func (e editor) join(c Correction, p Person) {
	n := max(c.Occasion, 1)
	takesPart := func(o Occasion) bool { return slices.Contains(o.Participants, p.Name) }
	if there := slices.IndexFunc(e.r.Occasions, takesPart); there >= 0 && c.Occasion == 0 {
		n = there + 1
	}
	if n <= len(e.r.Occasions) && !takesPart(e.r.Occasions[n-1]) {
		e.r.Occasions[n-1].Participants = append(e.r.Occasions[n-1].Participants, p.Name)
	}
	if p.Country != "" {
		if country, err := e.country(p.Country); err == nil {
			country.Part = Party
			e.enter(country, n)
		}
	}
}

func (e editor) country(code string) (Country, error) {
	c := Country{Code: code, Name: code, Part: Mentioned}
	if e.look.Country != nil {
		name, ok := e.look.Country(code)
		if !ok {
			return c, fmt.Errorf("no country or organisation %q in the lexicon", code)
		}
		c.Name = name
	}
	return c, nil
}

// enter puts a country into the record and, where it is a party, into an occasion.
func (e editor) enter(c Country, occasion int) {
	i := slices.IndexFunc(e.r.Countries, func(f Fact[Country]) bool { return f.Value.Code == c.Code })
	switch {
	case i < 0:
		e.r.Countries = append(e.r.Countries, corrected(c, true))
	case e.r.Countries[i].Value.Part != c.Part:
		e.r.Countries[i] = corrected(c, true)
	}
	for j := range e.r.Occasions {
		o := &e.r.Occasions[j]
		switch {
		case c.Part == Mentioned:
			o.Parties = slices.DeleteFunc(o.Parties, func(code string) bool { return code == c.Code })
		case j+1 == occasion && !slices.Contains(o.Parties, c.Code):
			o.Parties = append(o.Parties, c.Code)
		}
	}
}

func (e editor) countries(c Correction) ([]string, error) {
	if c.Remove != nil {
		codes, err := removal(c)
		if err != nil {
			return nil, err
		}
		for _, code := range codes {
			if !slices.ContainsFunc(e.r.Countries, func(f Fact[Country]) bool { return f.Value.Code == code }) {
				return nil, fmt.Errorf("no country %q in the release", code)
			}
		}
		for _, code := range codes {
			e.enter(Country{Code: code, Part: Mentioned}, 0)
			e.r.Countries = slices.DeleteFunc(e.r.Countries, func(f Fact[Country]) bool { return f.Value.Code == code })
		}
		return codes, nil
	}
	v := c.Add
	if c.Set != nil {
		v = c.Set
	}
	entries, err := v.entries("code", "part")
	if err != nil {
		return nil, err
	}
	if c.Add != nil && len(entries) == 0 {
		return nil, fmt.Errorf("add names no country")
	}
	var list []Country
	var codes []string
	for _, k := range entries {
		country, err := e.country(k["code"].Text)
		if err != nil {
			return nil, err
		}
		switch part := Part(k["part"].Text); part {
		case Party, Mentioned:
			country.Part = part
		case "":
		default:
			return nil, fmt.Errorf("part is party or mentioned, not %q", part)
		}
		list, codes = append(list, country), append(codes, country.Code)
	}
	if c.Set != nil {
		e.r.Countries = nil
		for i := range e.r.Occasions {
			o := &e.r.Occasions[i]
			o.Parties = slices.DeleteFunc(o.Parties, func(code string) bool {
				return !slices.ContainsFunc(list, func(c Country) bool { return c.Code == code && c.Part == Party })
			})
		}
	}
	for _, country := range list {
		n := 1
		if slices.ContainsFunc(e.r.Occasions, func(o Occasion) bool { return slices.Contains(o.Parties, country.Code) }) {
			n = 0
		}
		e.enter(country, n)
	}
	return codes, nil
}

func (e editor) topics(c Correction) ([]string, error) {
	if c.Remove != nil {
		ids, err := removal(c)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			if !slices.ContainsFunc(e.r.Topics, func(f Fact[Topic]) bool { return f.Value.ID == id }) {
				return nil, fmt.Errorf("no topic %q in the release", id)
			}
		}
		e.r.Topics = slices.DeleteFunc(e.r.Topics, func(f Fact[Topic]) bool { return slices.Contains(ids, f.Value.ID) })
		return ids, nil
	}
	v := c.Add
	if c.Set != nil {
		v = c.Set
	}
	ids, err := v.texts()
	if err != nil {
		return nil, err
	}
	if c.Add != nil && len(ids) == 0 {
		return nil, fmt.Errorf("add names no topic")
	}
	var list []Fact[Topic]
	for _, id := range ids {
		t := Topic{ID: id, Label: id}
		if e.look.Topic != nil {
			label, ok := e.look.Topic(id)
			if !ok {
				return nil, fmt.Errorf("no topic %q in the lexicon", id)
			}
			t.Label = label
		}
		list = append(list, corrected(t, true))
	}
	have := e.r.Topics
	if c.Set != nil {
		e.r.Topics = nil
	}
	for _, t := range list {
		// a topic that was read keeps its sentences
		if i := slices.IndexFunc(have, func(f Fact[Topic]) bool { return f.Value.ID == t.Value.ID }); i >= 0 {
			t = have[i]
		}
		if !slices.ContainsFunc(e.r.Topics, func(f Fact[Topic]) bool { return f.Value.ID == t.Value.ID }) {
			e.r.Topics = append(e.r.Topics, t)
		}
	}
	return ids, nil
}

// occasions adds an occasion, or removes one by its number.
func (e editor) occasions(c Correction) ([]string, error) {
	if c.Remove != nil {
		texts, err := removal(c)
		if err != nil {
			return nil, err
		}
		n, err := strconv.Atoi(texts[0])
		if err != nil || n < 1 || len(texts) > 1 {
			return nil, fmt.Errorf("remove takes the number of one occasion, not %q", strings.Join(texts, ", "))
		}
		if n > len(e.r.Occasions) || len(e.r.Occasions) == 1 {
			return nil, fmt.Errorf("no occasion %d to remove: the release tells of %d, and keeps one", n, len(e.r.Occasions))
		}
		e.r.Occasions = slices.Delete(e.r.Occasions, n-1, n)
		if n == 1 {
			first := e.r.Occasions[0]
			e.r.Date, e.r.Kind = first.Date, corrected(first.Kind, first.Kind != "")
		}
		return nil, nil
	}
	entries, err := c.Add.entries("kind", "date", "place", "participants", "parties")
	if err != nil {
		return nil, err
	}
	if len(entries) != 1 {
		return nil, fmt.Errorf("add one occasion at a time")
	}
	k := entries[0]
	o := Occasion{Kind: Kind(k["kind"].Text), Place: k["place"].Text}
	if !slices.Contains(Kinds, o.Kind) {
		return nil, fmt.Errorf("no kind %q; kinds are %s", o.Kind, kindList())
	}
	if text := k["date"].Text; text != "" {
		d, _, err := date.ParseEDTF(text)
		if err != nil {
			return nil, err
		}
		o.Date = corrected(Dating{Date: d}, true)
	}
	if o.Participants, err = k["participants"].texts(); err != nil {
		return nil, fmt.Errorf("participants: %w", err)
	}
	parties, err := k["parties"].texts()
	if err != nil {
		return nil, fmt.Errorf("parties: %w", err)
	}
	var countries []Country
	for _, code := range parties {
		country, err := e.country(code)
		if err != nil {
			return nil, err
		}
		country.Part = Party
		countries = append(countries, country)
	}
	e.r.Occasions = append(e.r.Occasions, o)
	n := len(e.r.Occasions)
	for _, country := range countries {
		e.enter(country, n)
	}
	for i, name := range o.Participants {
		if j := slices.IndexFunc(e.r.Participants, called(name)); j >= 0 {
			e.r.Occasions[n-1].Participants[i] = e.r.Participants[j].Value.Name
			continue
		}
		e.r.Participants = append(e.r.Participants, corrected(e.complete(Person{Name: name}), true))
		e.r.Mentioned = slices.DeleteFunc(e.r.Mentioned, called(name))
	}
	return nil, nil
}
