package site

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"readout/internal/archive"
	"readout/internal/record"
)

// HomePage is what page/home.html is given.
type HomePage struct {
	Layout
	Counts                                template.HTML // one sentence: how many releases, of when, by whom
	Empty                                 bool          // no release yet
	Newest                                template.HTML // list of the newest releases
	More                                  int           // how many there are besides
	Countries                             template.HTML // the ways in, each the most frequent first
	Officials                             template.HTML
	Topics                                template.HTML
	Years                                 template.HTML
	Kinds                                 template.HTML
	Publishers                            template.HTML
	AllCountries, AllOfficials, AllTopics int // numbers of pages behind each way
}

// newestOnHome and waysOnHome are how many entries the home page shows of each list.
const (
	newestOnHome = 12
	waysOnHome   = 12
)

func (s *Site) addFront() {
	s.add("index.html", "home", nil, func() any { return s.home() })
	s.add("releases/index.html", "releases", nil, func() any { return s.releaseIndex() })
	s.add("about.html", "about", nil, func() any { return s.about() })
	s.add("search.html", "search", nil, func() any { return s.search() })
	s.addDoubts()
	s.add("404.html", "notfound", nil, func() any { return s.notFound() })
}

func (s *Site) home() HomePage {
	a := s.archive
	h := HomePage{
		Layout:       s.layout("index.html", "", "", a.Description),
		Empty:        len(a.Releases) == 0,
		Counts:       s.counts(),
		AllCountries: len(a.Countries) + len(a.Organisations), AllOfficials: len(a.Officials), AllTopics: len(a.Topics),
	}
	var newest []*archive.Entry
	for _, y := range a.Years {
		for _, e := range y.Entries {
			if len(newest) < newestOnHome {
				newest = append(newest, e)
			}
		}
	}
	h.Newest, h.More = entryList("", newest, nil), len(a.Releases)-len(newest)
	h.Countries = linkList("", countryLinks(most(a.Countries, func(c *archive.Country) int { return len(c.Entries) })))
	h.Officials = linkList("", officialLinks(most(a.Officials, func(o *archive.Official) int { return len(o.Entries) }), true))
	h.Topics = linkList("", topicLinks(most(a.Topics, func(t *archive.Topic) int { return len(t.Entries) })))
	h.Years = linkList("", yearLinks(a.Years))
	h.Kinds = linkList("", kindLinks(a.Kinds))
	h.Publishers = linkList("", publisherLinks(most(a.Publishers, func(p *archive.Publisher) int { return len(p.Entries) })))
	return h
}

// most returns the entries of a list that count most, the first ones where they count alike.
func most[T any](list []T, count func(T) int) []T {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(x, y T) int { return count(y) - count(x) })
	return list[:min(len(list), waysOnHome)]
}

// counts says in one sentence what the archive holds.
func (s *Site) counts() template.HTML {
	a := s.archive
	o := &out{}
	o.text(upper(count(len(a.Releases), "release", "")))
	o.text(span(a.Years))
	if n := len(a.Publishers); n > 0 {
		o.text(", issued by " + count(n, "publisher", ""))
	}
	o.text(". ")
	people := 0
	for _, p := range a.Officials {
		if len(p.Entries) > 0 {
			people++
		}
	}
	if people > 0 {
		parties := 0
		for _, c := range a.Countries {
			if len(c.Entries) > 0 {
				parties++
			}
		}
		o.text(upper(count(people, "person takes part", "people take part")))
		if len(a.Releases) == 1 {
			o.text(" in it")
		} else {
			o.text(" in them")
		}
		if parties > 0 {
			o.text(", for " + count(parties, "country", "countries"))
		}
		o.text(".")
	}
	return o.html()
}

// span says from when to when: ", from 2014 to 2024", ", all of 2018"; "" for nothing dated. Years are the newest first.
func span(years []*archive.Year) string {
	n := len(years)
	if n > 0 && years[n-1].Number == 0 {
		n--
	}
	switch n {
	case 0:
		return ""
	case 1:
		return ", of " + years[0].Name
	}
	return ", from " + years[n-1].Name + " to " + years[0].Name
}

// ReleasesPage is what page/releases.html is given: all releases, or only the years where they are many.
type ReleasesPage struct {
	Layout
	Count int
	Years []YearGroup
}

// YearGroup is a year with a list of its releases, which is empty where they are many.
type YearGroup struct {
	Name, Path string
	Count      int
	List       template.HTML
	Months     template.HTML // links to months, where there are several
}

func (s *Site) releaseIndex() ReleasesPage {
	a := s.archive
	p := ReleasesPage{Layout: s.layout("releases/index.html", "releases", "Releases", "All releases of the archive by day."), Count: len(a.Releases)}
	for i, y := range a.Years {
		g := YearGroup{Name: y.Name, Path: p.Root + y.Path(), Count: len(y.Entries)}
		if len(a.Releases) <= longList || i == 0 && len(y.Entries) <= longList {
			g.List = entryList(p.Root, y.Entries, nil)
		}
		p.Years = append(p.Years, g)
	}
	return p
}

// AboutPage is what page/about.html is given.
type AboutPage struct {
	Layout
	Counts    template.HTML
	About     string // the collection's own description
	Version   string
	Days      int // releases whose day is known, by how it is known
	Certain   int
	Inferred  int
	Uncertain int
	Undated   int
	ByHand    int // corrections applied
	Excerpts  int // releases of which only facts are shown
	DoubtsIn  int // releases that leave doubts
	Data      []DataFiles
}

func (s *Site) about() AboutPage {
	p := AboutPage{Layout: s.layout("about.html", "about", "About", "How this archive was made and how far to trust it."), Counts: s.counts(), About: s.archive.Description, Version: s.options.Version, Data: s.options.Data}
	for _, e := range s.archive.Releases {
		f := e.Record.Date
		switch {
		case e.Year == nil || e.Year.Number == 0:
			p.Undated++
		case f.Confidence == record.Certain:
			p.Certain++
		case f.Confidence == record.Inferred:
			p.Inferred++
		default:
			p.Uncertain++
		}
		p.ByHand += len(e.Record.Corrections)
		if e.Excerpt {
			p.Excerpts++
		}
		if len(e.Record.Doubts) > 0 {
			p.DoubtsIn++
		}
	}
	p.Days = p.Certain + p.Inferred + p.Uncertain
	return p
}

// DoubtsPage is what page/doubts.html is given.
type DoubtsPage struct {
	Layout
	Year     string        // of which the doubts are, where they are many; "" else
	Years    template.HTML // links to the years, where they are many
	Count    int           // doubts in all
	Releases []DoubtfulRelease
}

// DoubtfulRelease is a release with its doubts.
type DoubtfulRelease struct {
	Path, Title, Lang string
	Day               template.HTML
	Doubts            []DoubtView
}

// addDoubts lists the page of doubts, and where they are many one for each year.
func (s *Site) addDoubts() {
	all, doubts := 0, map[*archive.Year]int{}
	for _, y := range s.archive.Years {
		for _, e := range y.Entries {
			doubts[y] += len(e.Record.Doubts)
		}
		all += doubts[y]
	}
	if all <= longList {
		s.add("doubts.html", "doubts", nil, func() any { return s.doubts("doubts.html", s.archive.Years) })
		return
	}
	var links []shelfLink
	for _, y := range s.archive.Years {
		if doubts[y] == 0 {
			continue
		}
		path := "doubts/" + y.ID + ".html"
		links = append(links, shelfLink{path: path, name: y.Name, count: doubts[y]})
		s.add(path, "doubts", func(h *archive.Hash) { doubtsShow(h, y) }, func() any {
			p := s.doubts(path, []*archive.Year{y})
			p.Year = y.Name
			return p
		})
	}
	s.add("doubts.html", "doubts", nil, func() any {
		p := s.doubts("doubts.html", nil)
		p.Count, p.Years = all, linkList("", links)
		return p
	})
}

// doubts gathers the doubts of some years.
func (s *Site) doubts(path string, years []*archive.Year) DoubtsPage {
	p := DoubtsPage{Layout: s.layout(path, "doubts", "Doubts", "What the archive is unsure of, and what would settle it.")}
	for _, y := range years {
		for _, e := range y.Entries {
			if len(e.Record.Doubts) == 0 {
				continue
			}
			o := &out{}
			o.day(e)
			p.Releases = append(p.Releases, DoubtfulRelease{p.Root + e.Path(), e.Headline(), languageOf(e), o.html(), doubtViews(e)})
			p.Count += len(e.Record.Doubts)
		}
	}
	return p
}

// NotFoundPage is what page/notfound.html is given. It is served for addresses at any depth, so it has links only where
// the full address of the site is known.
type NotFoundPage struct {
	Title   string
	BaseURL string // "" if unknown
	Ways    []Way
}

// Way is a link with its full address.
type Way struct{ Name, URL string }

func (s *Site) notFound() NotFoundPage {
	p := NotFoundPage{Title: s.archive.Title, BaseURL: s.archive.BaseURL}
	if p.BaseURL != "" {
		for _, w := range []Way{{"Home", "index.html"}, {"Releases", "releases/index.html"}, {"Countries", "countries/index.html"}, {"Officials", "officials/index.html"}, {"Topics", "topics/index.html"}, {"Years", "years/index.html"}} {
			p.Ways = append(p.Ways, Way{w.Name, p.BaseURL + w.URL})
		}
	}
	return p
}

// MovedPage is what page/moved.html is given: a page at an old address that sends on to the new one.
type MovedPage struct {
	Root      string // from the page to the top of the site
	To        string // from the page itself
	Canonical string
}

// GonePage is what page/gone.html is given: an address at which nothing stands any more.
type GonePage struct {
	Layout
	Index, IndexName string // where to look instead
}

func (s *Site) addMoved() {
	for _, r := range s.archive.Redirects {
		root := strings.Repeat("../", strings.Count(r.From, "/"))
		p := MovedPage{Root: root, To: root + r.To}
		if s.archive.BaseURL != "" {
			p.Canonical, _, _ = strings.Cut(s.archive.BaseURL+r.To, "#")
		}
		s.add(r.From, "moved", func(h *archive.Hash) { h.Text(r.To) }, func() any { return p })
	}
	for _, g := range s.archive.Gone {
		folder := g.Kind.Folder()
		s.add(g.Path, "gone", func(h *archive.Hash) { h.Text(string(g.Kind)) }, func() any {
			return GonePage{s.layout(g.Path, folder, "No longer here", ""), folder + "/index.html", fmt.Sprintf("all %s", folder)}
		})
	}
}
