package site

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"

	"readout/internal/archive"
	"readout/internal/date"
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
	s.add("countries/index.html", "countries", func() any {
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
			s.add(c.Path(), "country", func() any { return s.country(c) })
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

// topicsOf lists the topics of releases, the most frequent first; "" if there are none.
func (s *Site) topicsOf(root string, entries []*archive.Entry) template.HTML {
	counts := map[*archive.Topic]int{}
	for _, e := range entries {
		for _, f := range e.Record.Topics {
			if t := s.archive.Topic(f.Value.ID); t != nil {
				counts[t]++
			}
		}
	}
	return s.topicCounts(root, counts)
}

// topicCounts lists topics with their numbers, the most frequent first; "" if there are none.
func (s *Site) topicCounts(root string, counts map[*archive.Topic]int) template.HTML {
	if len(counts) == 0 {
		return ""
	}
	var links []shelfLink
	for _, t := range s.archive.Topics {
		if n := counts[t]; n > 0 {
			links = append(links, shelfLink{path: t.Path(), name: t.Name, count: n})
		}
	}
	slices.SortStableFunc(links, func(x, y shelfLink) int { return cmp.Compare(y.count, x.count) })
	return linkList(root, links)
}

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
	s.add("officials/index.html", "officials", func() any {
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
		s.add(o.Path(), "official", func() any { return s.official(o) })
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
		Name:   of.Name, Listed: of.Listed, Lead: lead(&of.Shelf), Note: note(of.Note), Roles: of.Roles,
		TookPartCount: len(of.Entries), MentionsCount: len(of.Mentions), Topics: s.topicsOf("../", of.Entries),
	}
	names := &out{}
	for i, n := range of.Names {
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

// TopicPage is what page/topic.html is given.
type TopicPage struct {
	Layout
	Name, Scope string
	Lead        string
	Note        template.HTML
	Chart       template.HTML // releases by year
	Countries   template.HTML // whose officials spoke of it
	Releases    template.HTML // each with the sentence that says it
	Count       int
}

func (s *Site) addTopics() {
	a := s.archive
	s.add("topics/index.html", "topics", func() any {
		p := IndexPage{Layout: s.layout("topics/index.html", "topics", "Topics", "What releases speak of.")}
		if len(a.Topics) > 0 {
			p.Groups = []Group{{ID: "topics", List: linkList(p.Root, topicLinks(a.Topics)), Count: len(a.Topics)}}
		}
		var unused []string
		for _, t := range a.Unused {
			unused = append(unused, t.Name)
		}
		for i, name := range unused {
			if i > 0 {
				p.Unused += " · "
			}
			p.Unused += name
		}
		return p
	})
	for _, t := range a.Topics {
		s.add(t.Path(), "topic", func() any { return s.topic(t) })
		s.addParts(&t.Shelf, "topics", t.Name, s.saying(t))
	}
}

// saying picks the sentence of a release that says a topic.
func (s *Site) saying(t *archive.Topic) quoting {
	return func(e *archive.Entry) (string, string) {
		for _, f := range e.Record.Topics {
			if s.archive.Topic(f.Value.ID) == t {
				return topicQuote(e, f, listWords)
			}
		}
		return "", ""
	}
}

func (s *Site) topic(t *archive.Topic) TopicPage {
	p := TopicPage{
		Layout: s.layout(t.Path(), "topics", t.Name, "Releases on "+t.Name+", each with the sentence that says it."),
		Name:   t.Name, Scope: upper(t.Scope), Note: note(t.Note), Count: len(t.Entries),
		Lead: upper(count(len(t.Entries), "release", "")) + years(t.Entries) + ".",
	}
	counts := map[*archive.Country]int{}
	for _, e := range t.Entries {
		for _, f := range e.Record.Countries {
			if c := s.archive.Country(f.Value.Code); c != nil && f.Value.Part == record.Party {
				counts[c]++
			}
		}
	}
	var links []shelfLink
	for _, list := range [][]*archive.Country{s.archive.Countries, s.archive.Organisations} {
		for _, c := range list {
			if counts[c] > 0 {
				links = append(links, shelfLink{path: c.Path(), name: c.Name, count: counts[c]})
			}
		}
	}
	slices.SortStableFunc(links, func(x, y shelfLink) int { return cmp.Compare(y.count, x.count) })
	if len(links) > 0 {
		p.Countries = linkList(p.Root, links)
	}
	p.Chart = chart("Releases", t.Entries)
	p.Releases = shelved(p.Root, &t.Shelf, t.Entries, 3, s.saying(t))
	return p
}

// YearPage is what page/year.html is given: a year, a month of one, or the undated.
type YearPage struct {
	Layout
	Name     string
	Lead     string
	Undated  bool
	Year     string // link text up to the year, on a month's page; "" else
	YearPath string
	Groups   []Group // months of a year; one without name where there are none
	Calendar template.HTML
	Earlier  *Neighbour
	Later    *Neighbour
}

func (s *Site) addYears() {
	a := s.archive
	s.add("years/index.html", "years", func() any {
		p := IndexPage{Layout: s.layout("years/index.html", "years", "Years", "Releases by year and month.")}
		for _, y := range a.Years {
			g := Group{ID: "y" + y.ID, Name: y.Name, Path: p.Root + y.Path(), Count: len(y.Entries)}
			var months []shelfLink
			for _, m := range y.Months {
				months = append(months, shelfLink{path: m.Path(), name: date.MonthName(m.Number), count: len(m.Entries)})
			}
			if len(months) > 0 {
				g.List = linkList(p.Root, months)
			}
			p.Groups = append(p.Groups, g)
		}
		return p
	})
	for i, y := range a.Years {
		s.add(y.Path(), "year", func() any { return s.year(y, i) })
		for _, m := range y.Months {
			s.add(m.Path(), "year", func() any { return s.month(y, m) })
		}
	}
}

func (s *Site) year(y *archive.Year, i int) YearPage {
	p := YearPage{Layout: s.layout(y.Path(), "years", y.Name, "Releases of "+y.Name+"."), Name: y.Name, Undated: y.Number == 0, Lead: upper(count(len(y.Entries), "release", "")) + "."}
	near := func(i int) *Neighbour {
		if i < 0 || i >= len(s.archive.Years) || s.archive.Years[i].Number == 0 || p.Undated {
			return nil
		}
		n := s.archive.Years[i]
		return &Neighbour{Path: n.ID + ".html", Title: n.Name}
	}
	p.Earlier, p.Later = near(i+1), near(i-1)
	rest := y.Entries
	for _, m := range slices.Backward(y.Months) {
		p.Groups = append(p.Groups, Group{ID: "m" + m.ID, Name: date.MonthName(m.Number), Path: m.ID + ".html", Count: len(m.Entries), List: s.monthList(p.Root, y, m)})
		in := map[*archive.Entry]bool{}
		for _, e := range m.Entries {
			in[e] = true
		}
		rest = slices.DeleteFunc(slices.Clone(rest), func(e *archive.Entry) bool { return in[e] })
	}
	for _, m := range y.Months {
		p.Calendar += calendar(y, m, m.ID+".html") + "\n"
	}
	if len(rest) > 0 {
		g := Group{ID: "rest", Count: len(rest), List: entryList(p.Root, rest, nil)}
		if len(p.Groups) > 0 {
			g.Name = "Month not known"
		}
		p.Groups = append(p.Groups, g)
	}
	return p
}

// monthList lists a month on its year's page, unless the year is too long for one page.
func (s *Site) monthList(root string, y *archive.Year, m *archive.Month) template.HTML {
	if len(y.Entries) > longList {
		return ""
	}
	return entryList(root, m.Entries, nil)
}

func (s *Site) month(y *archive.Year, m *archive.Month) YearPage {
	return YearPage{
		Layout: s.layout(m.Path(), "years", m.Name, "Releases of "+m.Name+"."), Name: m.Name, Lead: upper(count(len(m.Entries), "release", "")) + ".",
		Year: y.Name, YearPath: y.ID + ".html", Groups: []Group{{ID: "all", Count: len(m.Entries), List: dayList("../", m.Entries)}}, Calendar: calendar(y, m, ""),
	}
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
	s.add("kinds/index.html", "kinds", func() any {
		p := IndexPage{Layout: s.layout("kinds/index.html", "kinds", "Kinds", "Releases by what they tell of.")}
		if len(s.archive.Kinds) > 0 {
			p.Groups = []Group{{ID: "kinds", Count: len(s.archive.Kinds), List: linkList(p.Root, kindLinks(s.archive.Kinds))}}
		}
		return p
	})
	for _, k := range s.archive.Kinds {
		_, many := kindName(record.Kind(k.Name))
		s.addParts(k, "kinds", upper(many), nil)
		s.add(k.Path(), "kind", func() any {
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
	s.add("publishers/index.html", "publishers", func() any {
		p := IndexPage{Layout: s.layout("publishers/index.html", "publishers", "Publishers", "Ministries, offices and papers whose releases are here.")}
		if len(a.Publishers) > 0 {
			p.Groups = []Group{{ID: "publishers", Count: len(a.Publishers), List: linkList(p.Root, publisherLinks(a.Publishers))}}
		}
		return p
	})
	for _, pub := range a.Publishers {
		s.addParts(&pub.Shelf, "publishers", pub.Name, nil)
		s.add(pub.Path(), "publisher", func() any {
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
