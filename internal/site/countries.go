package site

import (
	"html/template"
	"slices"

	"readout/internal/archive"
)

// CountryPage is what page/country.html is given.
type CountryPage struct {
	Layout
	Name, Official string
	Organisation   bool
	Lead           string
	Note           template.HTML
	Chart          template.HTML // releases in which it took part, by year; "" for fewer than two years
	Counterparts   []CounterpartView
	Officials      template.HTML
	Matrix         template.HTML // its officials and whom they met; "" for few
	MatrixLeft     int           // officials with contacts that found no room in it
	Topics         template.HTML
	TookPart       template.HTML
	Mentions       template.HTML
	TookPartCount  int
	MentionsCount  int
}

// CounterpartView is who was met, how often and when last.
type CounterpartView struct {
	Name, Country template.HTML
	Count         int
	All           string        // address of all contacts; "" if they have no page
	Last          template.HTML // day, linked to the release
}

func (s *Site) addCountries() {
	a := s.archive
	s.add("countries/index.html", "countries", nil, func() any {
		p := IndexPage{Layout: s.layout("countries/index.html", "countries", "Countries", "Countries and organisations that took part or are mentioned.")}
		took := func(list []*archive.Country, part bool) []*archive.Country {
			return slices.DeleteFunc(slices.Clone(list), func(c *archive.Country) bool { return (len(c.Entries) > 0) != part })
		}
		for _, g := range []struct {
			id, name string
			list     []*archive.Country
		}{
			{"took-part", "Countries that took part", took(a.Countries, true)},
			{"mentioned", "Countries only mentioned", took(a.Countries, false)},
			{"organisations", "Organisations that took part", took(a.Organisations, true)},
			{"organisations-mentioned", "Organisations only mentioned", took(a.Organisations, false)},
		} {
			if len(g.list) > 0 {
				p.Groups = append(p.Groups, Group{ID: g.id, Name: g.name, Count: len(g.list), List: linkList(p.Root, countryLinks(g.list))})
			}
		}
		return p
	})
	for _, list := range [][]*archive.Country{a.Countries, a.Organisations} {
		for _, c := range list {
			s.add(c.Path(), "country", func(h *archive.Hash) { countryShows(h, c) }, func() any { return s.country(c) })
			s.addParts(&c.Shelf, "countries", c.Name, nil)
		}
	}
}

func (s *Site) country(c *archive.Country) CountryPage {
	p := CountryPage{
		Layout: s.layout(c.Path(), "countries", c.Name, c.Name+" in the archive: contacts, officials, topics, releases."),
		Name:   c.Name, Official: c.Official, Organisation: c.Organisation, Note: note(c.Note), Lead: lead(&c.Shelf),
		TookPartCount: len(c.Entries), MentionsCount: len(c.Mentions),
	}
	if p.Official == p.Name {
		p.Official = ""
	}
	for _, m := range c.Counterparts {
		o := &out{}
		o.link(p.Root, m.Country.Path(), m.Country.Name)
		v := CounterpartView{Name: o.html(), Count: len(m.Contacts), Last: last(p.Root, m.Contacts)}
		if m.Pair != nil {
			v.All = p.Root + m.Pair.Path()
		}
		p.Counterparts = append(p.Counterparts, v)
	}
	p.Officials = linkList(p.Root, officialLinks(c.Officials, false))
	if len(c.Officials) == 0 {
		p.Officials = ""
	}
	p.Matrix, p.MatrixLeft = officialMatrix(p.Root, s.archive.OfficialMatrix(c, officialsInMatrix))
	p.Topics = s.topicsOf(p.Root, c.Entries)
	p.Chart = chart("Releases", c.Entries)
	p.TookPart = shelved(p.Root, &c.Shelf, c.Entries, 3, nil)
	p.Mentions = shelved(p.Root, &c.Shelf, c.Mentions, 3, nil)
	return p
}

// last links to the newest contact by its day.
func last(root string, contacts []archive.Contact) template.HTML {
	return eventDay(root, contacts[0].Event)
}
