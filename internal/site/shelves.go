package site

import (
	"html/template"
	"strconv"

	"readout/internal/archive"
	"readout/internal/record"
)

// Group is a list under a heading on an index page.
type Group struct {
	ID, Name string
	Path     string // of the heading, from the page; "" if it leads nowhere
	Count    int
	List     template.HTML
}

// IndexPage is what page/countries.html, officials.html, topics.html, years.html, kinds.html and publishers.html are given.
type IndexPage struct {
	Layout
	Groups []Group
	Unused string // topics of the vocabulary that no release bears yet; "" if none
}

// total counts the names of all lists of a page; long reports whether they are so many that a reader wants to narrow them.
func total(groups []Group) (n int) {
	for _, g := range groups {
		n += g.Count
	}
	return n
}

func long(names int) bool { return names >= 24 }

// lead says in one sentence where a country or a person stands in the archive.
func lead(s *archive.Shelf) string {
	switch {
	case len(s.Entries) == 0:
		return "Mentioned in " + count(len(s.Mentions), "release", "") + years(s.Mentions) + "; takes part in none."
	case len(s.Mentions) == 0:
		return "Takes part in " + count(len(s.Entries), "release", "") + years(s.Entries) + "."
	}
	return "Takes part in " + count(len(s.Entries), "release", "") + years(s.Entries) + "; mentioned in " + number(len(s.Mentions)) + " more."
}

// years says from when to when releases are, the newest first: " of 2018", " from 2014 to 2024"; "" if undated.
func years(entries []*archive.Entry) string {
	first, last := 0, 0
	for _, e := range entries {
		if e.Year == nil || e.Year.Number == 0 {
			continue
		}
		if last == 0 {
			last = e.Year.Number
		}
		first = e.Year.Number
	}
	switch {
	case last == 0:
		return ""
	case first == last:
		return " of " + strconv.Itoa(first)
	}
	return " from " + strconv.Itoa(first) + " to " + strconv.Itoa(last)
}

// ShelfPage is what page/kind.html and page/publisher.html are given.
type ShelfPage struct {
	Layout
	Name     string
	Country  template.HTML // of a publisher
	Medium   bool          // a news medium
	Lead     string
	Chart    template.HTML // releases by year
	Releases template.HTML
}

func (s *Site) addKinds() {
	s.add("kinds/index.html", "kinds", nil, func() any {
		p := IndexPage{Layout: s.layout("kinds/index.html", "kinds", "Kinds", "Releases by what they tell of.")}
		if len(s.archive.Kinds) > 0 {
			p.Groups = []Group{{ID: "kinds", Count: len(s.archive.Kinds), List: linkList(p.Root, kindLinks(s.archive.Kinds))}}
		}
		return p
	})
	for _, k := range s.archive.Kinds {
		_, many := archive.KindName(record.Kind(k.Name))
		s.addParts(k, "kinds", upper(many), nil)
		s.add(k.Path(), "kind", func(h *archive.Hash) { shelfShows(h, k) }, func() any {
			return ShelfPage{Layout: s.layout(k.Path(), "kinds", upper(many), "Releases that tell of "+many+"."), Name: upper(many), Lead: upper(count(len(k.Entries), "release", "")) + years(k.Entries) + ".", Chart: chart("Releases", k.Entries), Releases: shelved("../", k, k.Entries, 3, nil)}
		})
	}
}

// kindID is the id of the page of a kind, "" if no release is of it.
func (s *Site) kindID(k record.Kind) string {
	for _, shelf := range s.archive.Kinds {
		if shelf.Name == string(k) {
			return shelf.ID
		}
	}
	return ""
}

func (s *Site) addPublishers() {
	a := s.archive
	s.add("publishers/index.html", "publishers", nil, func() any {
		p := IndexPage{Layout: s.layout("publishers/index.html", "publishers", "Publishers", "Ministries, offices and papers whose releases are here.")}
		if len(a.Publishers) > 0 {
			p.Groups = []Group{{ID: "publishers", Count: len(a.Publishers), List: linkList(p.Root, publisherLinks(a.Publishers))}}
		}
		return p
	})
	for _, pub := range a.Publishers {
		s.addParts(&pub.Shelf, "publishers", pub.Name, nil)
		s.add(pub.Path(), "publisher", func(h *archive.Hash) { shelfShows(h, &pub.Shelf) }, func() any {
			p := ShelfPage{Layout: s.layout(pub.Path(), "publishers", pub.Name, "Releases issued by "+pub.Name+"."), Name: pub.Name, Medium: pub.Medium, Lead: upper(count(len(pub.Entries), "release", "")) + years(pub.Entries) + ".", Chart: chart("Releases", pub.Entries), Releases: shelved("../", &pub.Shelf, pub.Entries, 3, nil)}
			if pub.Country != "" {
				o := &out{}
				if c := a.Country(pub.Country); c != nil {
					o.link(p.Root, c.Path(), c.Name)
				} else {
					o.text(a.CountryName(pub.Country))
				}
				p.Country = o.html()
			}
			return p
		})
	}
}
