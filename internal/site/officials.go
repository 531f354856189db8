package site

import (
	"html/template"
	"slices"
	"strings"
	"unicode"

	"readout/internal/archive"
	"readout/internal/date"
)

// OfficialPage is what page/official.html is given.
type OfficialPage struct {
	Layout
	Name          string
	Names         template.HTML // further forms of the name; "" if none
	Countries     template.HTML // links
	Listed        bool
	Lead          string
	Note          template.HTML
	Offices       []OfficeView
	Roles         []string // as releases put it
	Met           []CounterpartView
	Topics        template.HTML
	TookPart      template.HTML
	Mentions      template.HTML
	TookPartCount int
	MentionsCount int
}

// OfficeView is a term of office.
type OfficeView struct {
	Title   string
	Country template.HTML
	When    string // "18 June 2017 – 8 February 2021", "since 2019", "dates not known"
	Source  string
}

func (s *Site) addOfficials() {
	a := s.archive
	s.add("officials/index.html", "officials", nil, func() any {
		p := IndexPage{Layout: s.layout("officials/index.html", "officials", "Officials", "People who take part in releases, by country.")}
		for i := 0; i < len(a.Officials); {
			c := firstCountry(a.Officials[i])
			j := i
			for j < len(a.Officials) && firstCountry(a.Officials[j]) == c {
				j++
			}
			g := Group{ID: "others", Name: "Country not told", Count: j - i, List: linkList(p.Root, officialLinks(a.Officials[i:j], false))}
			if c != nil {
				g.ID, g.Name, g.Path = c.ID, c.Name, p.Root+c.Path()
			}
			p.Groups = append(p.Groups, g)
			i = j
		}
		return p
	})
	for _, o := range a.Officials {
		s.add(o.Path(), "official", func(h *archive.Hash) { officialShows(h, o) }, func() any { return s.official(o) })
		s.addParts(&o.Shelf, "officials", o.Name, nil)
	}
}

func firstCountry(o *archive.Official) *archive.Country {
	if len(o.Countries) == 0 {
		return nil
	}
	return o.Countries[0]
}

func (s *Site) official(of *archive.Official) OfficialPage {
	p := OfficialPage{
		Layout: s.layout(of.Path(), "officials", of.Name, of.Name+" in the archive: offices, contacts, releases."),
		Name:   of.Name, Listed: of.Listed, Lead: lead(&of.Shelf), Note: note(of.Note), Roles: masked(of.Roles),
		TookPartCount: len(of.Entries), MentionsCount: len(of.Mentions), Topics: s.topicsOf("../", of.Entries),
	}
	names := &out{}
	for i, n := range apart(of.Name, of.Names) {
		if i > 0 {
			names.raw(", ")
		}
		names.prose(n)
	}
	p.Names = names.html()
	cs := &out{}
	for i, c := range of.Countries {
		if i > 0 {
			cs.raw(", ")
		}
		cs.link(p.Root, c.Path(), c.Name)
	}
	p.Countries = cs.html()
	for _, t := range of.Offices {
		v := OfficeView{Title: t.Title, When: whenHeld(t), Source: sourceName(t.Source)}
		if t.Country != nil {
			o := &out{}
			o.link(p.Root, t.Country.Path(), t.Country.Name)
			v.Country = o.html()
		}
		p.Offices = append(p.Offices, v)
	}
	for _, m := range of.Met {
		o, c := &out{}, &out{}
		o.link(p.Root, m.Official.Path(), m.Official.Name)
		if first := firstCountry(m.Official); first != nil {
			c.link(p.Root, first.Path(), first.Name)
		}
		p.Met = append(p.Met, CounterpartView{Name: o.html(), Country: c.html(), Count: len(m.Contacts), Last: last(p.Root, m.Contacts)})
	}
	p.TookPart = shelved(p.Root, &of.Shelf, of.Entries, 3, nil)
	p.Mentions = shelved(p.Root, &of.Shelf, of.Mentions, 3, nil)
	return p
}

// whenHeld says from when to when an office was held.
func whenHeld(t archive.Office) string {
	about := ""
	if t.About {
		about = "about "
	}
	switch {
	case t.From.Known() && t.To.Known():
		return about + date.Span(t.From, t.To).Human()
	case t.From.Known():
		return "since " + about + t.From.Human()
	case t.To.Known():
		return "until " + about + t.To.Human()
	}
	return "dates not known"
}

// sourceName says where the dates of an office come from.
func sourceName(s string) string {
	switch s {
	case "", "known":
		return "general knowledge"
	case "release":
		return "a release"
	case "pocom":
		return "US Office of the Historian"
	case "wikidata-scrape":
		return "Wikidata"
	case "minister-data":
		return "data on ministers"
	}
	return s
}

// apart leaves out forms of a name that are one before them in another order or otherwise joined: they help the program to
// find a person, and tell a reader nothing.
func apart(name string, others []string) []string {
	seen := [][]string{parts(name)}
	var kept []string
	for _, n := range others {
		ps := parts(n)
		letters := strings.Join(ps, "")
		if !slices.ContainsFunc(seen, func(known []string) bool { return joined(letters, known) }) {
			seen, kept = append(seen, ps), append(kept, n)
		}
	}
	return kept
}

// parts are the words of a name in small letters, cut at hyphens too.
func parts(name string) []string {
	return strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) })
}

// joined reports whether letters are all parts of a name, joined in some order. A name of more than six parts is taken as
// it stands.
func joined(letters string, parts []string) bool {
	if len(parts) == 0 || len(parts) > 6 {
		return letters == strings.Join(parts, "")
	}
	for i, p := range parts {
		if rest, ok := strings.CutPrefix(letters, p); ok && joined(rest, slices.Delete(slices.Clone(parts), i, i+1)) {
			return true
		}
	}
	return false
}
