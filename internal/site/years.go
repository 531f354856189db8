package site

import (
	"html/template"
	"slices"

	"readout/internal/archive"
	"readout/internal/date"
)

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
	s.add("years/index.html", "years", nil, func() any {
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
		s.add(y.Path(), "year", func(h *archive.Hash) { yearShows(h, y) }, func() any { return s.year(y, i) })
		for _, m := range y.Months {
			s.add(m.Path(), "year", func(h *archive.Hash) {
				h.Shelf(&y.Shelf)
				shelfShows(h, &m.Shelf)
			}, func() any { return s.month(y, m) })
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
