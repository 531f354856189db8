package site

import (
	"readout/internal/archive"
	"readout/internal/record"
)

// What each page shows, for its key (see Page.Key). A release that a page lists goes in with all that was read from it, so
// what is missing here can only be of something else: other pages that are linked to, events, neighbours. What all pages
// have in common is in Common.

// releaseShows puts in what the page of a release shows.
func (s *Site) releaseShows(h *archive.Hash, e *archive.Entry) {
	r := e.Record
	h.Entries(e, e.Earlier, e.Later, s.files[r.File])
	for _, people := range [...][]record.Fact[record.Person]{r.Participants, r.Mentioned} {
		for _, f := range people {
			h.Official(s.archive.Official(f.Value.ID))
		}
	}
	for _, d := range [...]record.Dating{r.Date.Value, r.Published.Value} {
		for _, c := range d.Clues {
			if known, ok := s.archive.Entry(c.Entry); ok {
				h.Official(known.Official)
			}
		}
	}
	for _, ev := range e.Events {
		if ev == nil {
			h.Near(nil)
			continue
		}
		h.Near(ev)
		h.Yes(ev.Own)
		h.Countries(ev.Parties...)
		h.Number(len(ev.Accounts))
		for _, a := range ev.Accounts {
			h.Entries(a.Entry)
		}
		if len(ev.Parties) == 2 {
			p, earlier, later := s.contact(e, ev)
			if p == nil {
				h.Shelf(nil)
				continue
			}
			h.Shelf(&p.Shelf)
			h.Number(len(p.Contacts))
			h.Near(earlier)
			h.Near(later)
		}
	}
}

// shelfShows puts in what the page of a topic, a kind, a publisher or a month shows.
func shelfShows(h *archive.Hash, s *archive.Shelf) {
	h.Shelf(s)
	h.Entries(s.Entries...)
	h.Entries(s.Mentions...)
}

func yearShows(h *archive.Hash, y *archive.Year) {
	shelfShows(h, &y.Shelf)
	h.Number(y.Number, len(y.Months))
	for _, m := range y.Months {
		h.Shelf(&m.Shelf)
		h.Number(len(m.Entries))
	}
}

func pairShows(h *archive.Hash, p *archive.Pair) {
	shelfShows(h, &p.Shelf)
	h.Countries(p.A, p.B)
	h.Events(p.Contacts)
	h.Number(len(p.Who))
	for _, m := range p.Who {
		h.Official(m.A)
		h.Official(m.B)
		h.Number(len(m.Events))
		h.Near(m.Events[0])
	}
}

func officialShows(h *archive.Hash, o *archive.Official) {
	shelfShows(h, &o.Shelf)
	h.Yes(o.Listed)
	h.Countries(o.Countries...)
	h.Number(len(o.Names), len(o.Roles), len(o.Offices))
	h.Text(o.Names...)
	h.Text(o.Roles...)
	for _, t := range o.Offices {
		h.Text(t.Title, t.Source)
		h.Countries(t.Country)
		h.Number(t.From.Year, t.From.Month, t.From.Day, t.To.Year, t.To.Month, t.To.Day)
		h.Yes(t.About)
	}
	h.Met(o.Met)
}

func countryShows(h *archive.Hash, c *archive.Country) {
	shelfShows(h, &c.Shelf)
	h.Met(c.Counterparts)
	h.Number(len(c.Officials))
	for _, o := range c.Officials {
		h.Official(o)
		h.Number(len(o.Entries), len(o.Mentions))
		h.Met(o.Met)
	}
}

func doubtsShow(h *archive.Hash, y *archive.Year) {
	h.Shelf(&y.Shelf)
	for _, e := range y.Entries {
		if len(e.Record.Doubts) > 0 {
			h.Entries(e)
		}
	}
}
