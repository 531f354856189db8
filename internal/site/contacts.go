package site

import (
	"html/template"
	"slices"

	"readout/internal/archive"
)

// ContactView is an event of a release among the contacts of the same two countries, with the other accounts of it.
type ContactView struct {
	Event    string // address of the event's own page; "" if it has none
	Others   []Neighbour
	Pair     string // address of the pair's page; "" if the event is no contact of two
	PairName string
	Count    int // contacts of the two
	Earlier  *Neighbour
	Later    *Neighbour
}

// contacts tells, for each event of a release, who else tells of it, and what the same two did before and after.
func (v *releaseView) contacts() []ContactView {
	var views []ContactView
	told := map[*archive.Event]bool{}
	for _, ev := range v.e.Events {
		if ev == nil || told[ev] {
			continue
		}
		told[ev] = true
		var c ContactView
		if ev.Own {
			c.Event = "../" + ev.Path()
			for _, a := range ev.Accounts {
				if a.Entry != v.e {
					n := neighbour(a.Entry)
					n.Day = template.HTML("")
					if a.Entry.Publisher != nil {
						o := &out{}
						o.prose(a.Entry.Publisher.Name)
						n.Day = o.html()
					}
					c.Others = append(c.Others, *n)
				}
			}
		}
		if len(ev.Parties) == 2 {
			v.between(&c, ev)
		}
		if slices.ContainsFunc(views, func(x ContactView) bool { return x.Pair == c.Pair }) {
			c.Pair = "" // said already
		}
		if c.Event != "" || c.Pair != "" {
			views = append(views, c)
		}
	}
	return views
}

// between finds the contacts of the same two before and after an event, passing over those that the release itself tells.
func (v *releaseView) between(c *ContactView, ev *archive.Event) {
	p, earlier, later := v.site.contact(v.e, ev)
	if p == nil {
		return
	}
	c.Pair, c.PairName, c.Count = "../"+p.Path(), p.Name, len(p.Contacts)
	c.Earlier, c.Later = v.site.nearEvent("../", earlier), v.site.nearEvent("../", later)
}

// contact is the pair of countries between which an event of a release is a contact, and the contacts before and after
// that the release does not tell of; all nil where there are none.
func (s *Site) contact(e *archive.Entry, ev *archive.Event) (p *archive.Pair, earlier, later *archive.Event) {
	p = s.archive.Pair(ev.Parties[0].Code, ev.Parties[1].Code)
	if p == nil {
		return nil, nil, nil
	}
	at := slices.Index(p.Contacts, ev)
	if at < 0 {
		return nil, nil, nil
	}
	other := func(x *archive.Event) bool { return !slices.Contains(e.Events, x) }
	if i := slices.IndexFunc(p.Contacts[at+1:], other); i >= 0 {
		earlier = p.Contacts[at+1+i]
	}
	for _, x := range slices.Backward(p.Contacts[:at]) {
		if other(x) {
			later = x
			break
		}
	}
	return p, earlier, later
}
