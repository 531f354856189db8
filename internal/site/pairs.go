package site

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"

	"readout/internal/archive"
	"readout/internal/record"
)

// PairPage is what page/pair.html is given: two countries and every contact between them, or one year of them where they
// are many.
type PairPage struct {
	Layout
	Name     string
	A, B     template.HTML // links
	Parent   string        // the pair's own page, on the page of a year; "" else
	Year     string
	Lead     string
	Chart    template.HTML
	Who      []MetView
	MoreWho  int
	Topics   template.HTML
	Split    template.HTML // links to the years, where there are many contacts
	Years    []PairYearView
	Contacts int
}

// PairYearView is the contacts of one year and what they were about.
type PairYearView struct {
	Name   string
	List   template.HTML
	Topics template.HTML // the three most frequent
}

// MetView is two people and how often they met.
type MetView struct {
	A, B  template.HTML
	Count int
	Last  template.HTML
}

// PairsPage is what page/pairs.html is given.
type PairsPage struct {
	Layout
	Count  int
	World  template.HTML // map of the contacts of countries; "" where there are none
	Matrix template.HTML // "" for fewer than three countries
	Left   int           // countries that found no room in it
	List   template.HTML
}

const (
	matrixSize = 16 // countries in the matrix
	whoShown   = 30 // people who met, on a pair's page
)

func (s *Site) addPairs() {
	a := s.archive
	s.add("pairs/index.html", "pairs", nil, func() any {
		p := PairsPage{Layout: s.layout("pairs/index.html", "pairs", "Who met whom", "Contacts between countries."), Count: len(a.Pairs)}
		p.World = worldMap(p.Root, a.Countries)
		m := a.Matrix(matrixSize)
		p.Matrix, p.Left = matrix(p.Root, m), m.Left
		pairs := slices.Clone(a.Pairs)
		slices.SortStableFunc(pairs, func(x, y *archive.Pair) int { return cmp.Compare(len(y.Contacts), len(x.Contacts)) })
		var links []shelfLink
		for _, x := range pairs {
			links = append(links, shelfLink{path: x.Path(), name: x.Name, count: len(x.Contacts)})
		}
		if len(links) > 0 {
			p.List = linkList(p.Root, links)
		}
		return p
	})
	for _, p := range a.Pairs {
		shows := func(h *archive.Hash) { pairShows(h, p) }
		s.add(p.Path(), "pair", shows, func() any { return s.pair(p) })
		if len(p.Contacts) <= longList {
			continue
		}
		for _, y := range p.Years {
			s.add(pairYearPath(p, y), "pair", shows, func() any { return s.pairYear(p, y) })
		}
	}
}

// pairYearPath is the address of one year of a pair with many contacts.
func pairYearPath(p *archive.Pair, y archive.PairYear) string {
	return archive.PairKind.Folder() + "/" + p.ID + "/" + yearName(y.Number, "undated") + ".html"
}

func yearName(number int, undated string) string {
	if number == 0 {
		return undated
	}
	return strconv.Itoa(number)
}

func (s *Site) pair(x *archive.Pair) PairPage {
	p := PairPage{Layout: s.layout(x.Path(), "pairs", x.Name, "Every contact between "+x.Name+"."), Name: x.Name, Lead: pairLead(x), Contacts: len(x.Contacts)}
	p.A, p.B = countryLink(p.Root, x.A), countryLink(p.Root, x.B)
	counts, topics := map[int]int{}, map[*archive.Topic]int{}
	for _, y := range x.Years {
		if y.Number != 0 {
			counts[y.Number] = len(y.Contacts)
		}
		for _, t := range y.Topics {
			topics[t.Topic] += t.Count
		}
	}
	p.Chart = drawYears("Contacts", counts)
	p.Topics = s.topicCounts(p.Root, topics)
	for i, m := range x.Who {
		if i == whoShown {
			p.MoreWho = len(x.Who) - whoShown
			break
		}
		p.Who = append(p.Who, MetView{officialLink(p.Root, m.A), officialLink(p.Root, m.B), len(m.Events), eventDay(p.Root, m.Events[0])})
	}
	if len(x.Contacts) > longList {
		var links []shelfLink
		for _, y := range x.Years {
			links = append(links, shelfLink{path: pairYearPath(x, y), name: yearName(y.Number, "Undated"), count: len(y.Contacts)})
		}
		p.Split = linkList(p.Root, links)
		p.Years = []PairYearView{{Name: "Newest", List: eventList(p.Root, x.Contacts[:newestLong])}}
		return p
	}
	for _, y := range x.Years {
		p.Years = append(p.Years, s.pairYearView(p.Root, y))
	}
	return p
}

func (s *Site) pairYear(x *archive.Pair, y archive.PairYear) PairPage {
	name := yearName(y.Number, "Undated")
	path := pairYearPath(x, y)
	p := PairPage{Layout: s.layout(path, "pairs", x.Name+", "+name, ""), Name: x.Name, Year: name, Lead: upper(count(len(y.Contacts), "contact", "")) + ".", Contacts: len(y.Contacts)}
	p.Parent = p.Root + x.Path()
	p.A, p.B = countryLink(p.Root, x.A), countryLink(p.Root, x.B)
	p.Years = []PairYearView{s.pairYearView(p.Root, y)}
	return p
}

func (s *Site) pairYearView(root string, y archive.PairYear) PairYearView {
	v := PairYearView{Name: yearName(y.Number, "Undated"), List: eventList(root, y.Contacts)}
	o := &out{}
	for i, t := range y.Topics {
		if i == 3 {
			break
		}
		if i > 0 {
			o.raw(" · ")
		}
		o.link(root, t.Topic.Path(), t.Topic.Name)
	}
	v.Topics = o.html()
	return v
}

// pairLead says how many contacts there were, from when to when and of what kind.
func pairLead(p *archive.Pair) string {
	kinds := map[record.Kind]int{}
	first, last := 0, 0
	for _, v := range p.Contacts {
		kinds[v.Kind]++
	}
	for _, y := range p.Years {
		if y.Number == 0 {
			continue
		}
		if last == 0 {
			last = y.Number
		}
		first = y.Number
	}
	when := ""
	switch {
	case first != last:
		when = " from " + strconv.Itoa(first) + " to " + strconv.Itoa(last)
	case first != 0:
		when = " in " + strconv.Itoa(first)
	}
	var parts []string
	for _, k := range record.Kinds {
		if one, many := archive.KindName(k); kinds[k] > 0 {
			parts = append(parts, count(kinds[k], one, many))
		}
	}
	if len(parts) == 1 {
		return upper(parts[0]) + when + "."
	}
	return upper(count(len(p.Contacts), "contact", "")) + when + ": " + enumerate(parts) + "."
}

func countryLink(root string, c *archive.Country) template.HTML {
	o := &out{}
	o.link(root, c.Path(), c.Name)
	return o.html()
}

func officialLink(root string, of *archive.Official) template.HTML {
	o := &out{}
	o.link(root, of.Path(), of.Name)
	return o.html()
}

// eventDay links the day of an event to it.
func eventDay(root string, v *archive.Event) template.HTML {
	o := &out{}
	o.raw(`<a href="`)
	o.text(root + v.Path())
	o.raw(`">`)
	o.time(v.Date.Value.Date)
	o.raw(`</a>`)
	return o.html()
}

// matrix draws who met whom as a table of numbers, "" for fewer than three countries. The more contacts, the darker.
func matrix(root string, m archive.Matrix) template.HTML {
	if len(m.Countries) < 3 {
		return ""
	}
	o := &out{}
	o.raw("<table class=\"matrix\">\n<thead><tr><td></td>")
	for _, c := range m.Countries {
		o.raw(`<th scope="col"><span>`)
		o.text(c.Name)
		o.raw("</span></th>")
	}
	o.raw("</tr></thead>\n<tbody>\n")
	for i, c := range m.Countries {
		o.raw(`<tr><th scope="row">`)
		o.link(root, c.Path(), c.Name)
		o.raw("</th>")
		for j, p := range m.Cells[i] {
			switch {
			case i == j:
				o.raw(`<td class="self"></td>`)
			case p == nil:
				o.raw("<td></td>")
			default:
				o.raw(`<td class="c`, strconv.Itoa(shade(len(p.Contacts), m.Most)), `"><a href="`)
				o.text(root + p.Path())
				o.raw(`"`)
				o.attr("aria-label", p.Name+": "+count(len(p.Contacts), "contact", ""))
				o.raw(">", number(len(p.Contacts)), "</a></td>")
			}
		}
		o.raw("</tr>\n")
	}
	o.raw("</tbody>\n</table>")
	return o.html()
}

// shade is a step from 1 to 4 for a number out of the most.
func shade(n, most int) int {
	switch {
	case n*4 > most*3:
		return 4
	case n*2 > most:
		return 3
	case n*5 > most:
		return 2
	}
	return 1
}
