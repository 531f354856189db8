package site

import (
	"html/template"
	"strconv"
	"strings"

	"readout/internal/archive"
)

// Long lists: a shelf's page shows a list of up to longList releases whole. A longer one is split by year: the page shows
// the newest and leads to a page for each year, which lies in a folder named like the page.

const (
	longList   = 200 // releases on one page at most
	shortList  = 12  // releases that need no headings
	newestLong = 20  // of a long list, shown on the shelf's own page
)

// yearPart is the releases of one year in a list that has the newest first.
type yearPart struct {
	year    *archive.Year
	entries []*archive.Entry
}

func splitYears(entries []*archive.Entry) []yearPart {
	var parts []yearPart
	for len(entries) > 0 {
		n := 0
		for n < len(entries) && entries[n].Year == entries[0].Year {
			n++
		}
		parts = append(parts, yearPart{entries[0].Year, entries[:n]})
		entries = entries[n:]
	}
	return parts
}

// shelved writes a list of a shelf: whole, under headings of level heading where it is not short, or as a way to its years
// where it is long.
func shelved(root string, s *archive.Shelf, entries []*archive.Entry, heading int, quote quoting) template.HTML {
	switch {
	case len(entries) == 0:
		return ""
	case len(entries) <= shortList:
		return entryList(root, entries, quote)
	case len(entries) > longList:
		o := &out{}
		var links []shelfLink
		for _, p := range splitYears(entries) {
			links = append(links, shelfLink{path: partPath(s, p.year), name: p.year.Name, count: len(p.entries)})
		}
		o.raw(`<div class="strip">`)
		o.part(linkList(root, links))
		o.raw("</div>\n<p class=\"meta over\">The newest ", strconv.Itoa(newestLong), " are listed here, all under their years.</p>\n")
		o.part(entryList(root, entries[:newestLong], quote))
		return o.html()
	}
	o := &out{}
	tag := "h" + strconv.Itoa(heading)
	for _, p := range splitYears(entries) {
		o.raw("<", tag, ">")
		o.text(p.year.Name)
		o.raw("</", tag, ">\n")
		o.part(entryList(root, p.entries, quote))
	}
	return o.html()
}

// partPath is the address of a shelf's page of one year.
func partPath(s *archive.Shelf, y *archive.Year) string {
	return strings.TrimSuffix(s.Path(), ".html") + "/" + y.ID + ".html"
}

// PartPage is what page/part.html is given: one year of a long list.
type PartPage struct {
	Layout
	Name     string // of the shelf
	Parent   string // its page
	Year     string
	TookPart template.HTML // or all releases, where the shelf knows no mentions
	Mentions template.HTML
	Named    bool // whether the lists are told apart
}

// addParts lists the pages of the years of a shelf's long lists.
func (s *Site) addParts(shelf *archive.Shelf, section, name string, quote quoting) {
	if len(shelf.Entries) <= longList && len(shelf.Mentions) <= longList {
		return
	}
	years := map[*archive.Year]*[2][]*archive.Entry{}
	for i, list := range [][]*archive.Entry{shelf.Entries, shelf.Mentions} {
		if len(list) <= longList {
			continue
		}
		for _, p := range splitYears(list) {
			if years[p.year] == nil {
				years[p.year] = &[2][]*archive.Entry{}
			}
			years[p.year][i] = p.entries
		}
	}
	for _, y := range s.archive.Years {
		lists := years[y]
		if lists == nil {
			continue
		}
		path := partPath(shelf, y)
		s.add(path, "part", func(h *archive.Hash) {
			h.Shelf(shelf)
			h.Text(section, name)
			h.Shelf(&y.Shelf)
			h.Yes(len(shelf.Mentions) > 0)
			h.Entries(lists[0]...)
			h.Entries(lists[1]...)
		}, func() any {
			p := PartPage{Layout: s.layout(path, section, name+", "+y.Name, ""), Name: name, Year: y.Name, Named: len(shelf.Mentions) > 0}
			p.Parent = p.Root + shelf.Path()
			if len(lists[0]) > 0 {
				p.TookPart = entryList(p.Root, lists[0], quote)
			}
			if len(lists[1]) > 0 {
				p.Mentions = entryList(p.Root, lists[1], quote)
			}
			return p
		})
	}
}
