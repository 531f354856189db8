package site

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"readout/internal/archive"
	"readout/internal/record"
)

// EventPage is what page/event.html is given: something that happened, as several releases tell it.
type EventPage struct {
	Layout
	Name, Lang string // headline of the oldest account
	Kind       template.HTML
	Day        template.HTML
	How        string
	Place      string
	Parties    template.HTML
	Agreed     FactsView // what all accounts tell
	Accounts   []AccountView
	Rulings    []string // why a curator says that they tell of one event
	Earlier    *Neighbour
	Later      *Neighbour
}

// FactsView is topics, countries and people, each a list of links; "" where there are none.
type FactsView struct{ People, Countries, Topics template.HTML }

// AccountView is what one release tells of an event.
type AccountView struct {
	Path, Title, Lang string
	Page              string // the release's page itself, for the places on it
	Publisher         template.HTML
	Day               template.HTML
	How               string
	Only              FactsView // what no other account tells; topics stand under Said
	Shared            FactsView // what some others tell, and not all
	Said              []Saying
}

// Saying is a sentence that bears topics of which no other account speaks.
type Saying struct {
	Topics   template.HTML
	Quote    string
	Sentence string // id on the release's page; "" if its text is not shown
}

func (s *Site) addEvents() {
	var own []*archive.Event
	for _, v := range s.archive.Events {
		if v.Own {
			own = append(own, v)
			s.add(v.Path(), "event", func(h *archive.Hash) {
				h.Event(v)
				h.Near(v.Earlier)
				h.Near(v.Later)
			}, func() any { return s.event(v) })
		}
	}
	s.add("events/index.html", "events", nil, func() any {
		p := ShelfPage{Layout: s.layout("events/index.html", "events", "Events", "Events that several releases tell of."), Name: "Events"}
		newest := make([]*archive.Event, 0, len(own))
		for i := len(own) - 1; i >= 0; i-- {
			newest = append(newest, own[i])
		}
		p.Lead = upper(count(len(own), "event is", "events are")) + " told by more than one release."
		if len(own) > 0 {
			p.Releases = eventList(p.Root, newest)
		}
		return p
	})
}

func (s *Site) event(v *archive.Event) EventPage {
	first := v.First().Entry
	p := EventPage{
		Layout: s.layout(v.Path(), "events", headline(first), "One event as "+count(len(v.Accounts), "release tells", "releases tell")+" it."),
		Name:   headline(first), Lang: languageOf(first), Kind: kindOf(s, "../", v.Kind), How: certainty(v.Date), Place: v.Place,
		Agreed: s.facts("../", v.Agreed), Earlier: s.nearEvent("../", v.Earlier), Later: s.nearEvent("../", v.Later),
	}
	day := &out{}
	day.time(v.Date.Value.Date)
	p.Day = day.html()
	o := &out{}
	for i, c := range v.Parties {
		if i > 0 {
			o.raw(", ")
		}
		o.link("../", c.Path(), c.Name)
	}
	p.Parties = o.html()
	for _, r := range v.Rulings {
		p.Rulings = append(p.Rulings, r.Why)
	}
	for _, a := range v.Accounts {
		p.Accounts = append(p.Accounts, s.account(a))
	}
	return p
}

func (s *Site) account(a *archive.Account) AccountView {
	e := a.Entry
	day := &out{}
	day.time(a.Day)
	view := AccountView{Path: "../" + a.Path(), Page: "../" + e.Path(), Title: headline(e), Lang: languageOf(e), Day: day.html(), How: certainty(occasionDay(e.Record.Occasions[a.Occasion], e.Record)), Only: s.facts("../", a.Only), Shared: s.facts("../", a.Shared)}
	if e.Publisher != nil {
		o := &out{}
		o.link("../", e.Publisher.Path(), e.Publisher.Name)
		view.Publisher = o.html()
	}
	for _, t := range a.Only.Topics {
		text, id := s.saying(t)(e)
		o := &out{}
		o.link("../", t.Path(), t.Name)
		if i := slices.IndexFunc(view.Said, func(x Saying) bool { return x.Quote == text }); i >= 0 {
			view.Said[i].Topics += " · " + o.html()
			continue
		}
		view.Said = append(view.Said, Saying{o.html(), text, id})
	}
	view.Only.Topics = ""
	return view
}

// facts lists people, countries and topics as links.
func (s *Site) facts(root string, f archive.Facts) FactsView {
	var v FactsView
	o := &out{}
	for i, g := range f.People {
		if i > 0 {
			o.raw(", ")
		}
		if g.Official != nil {
			o.link(root, g.Official.Path(), g.Official.Name)
		} else {
			o.prose(g.Person.Name)
		}
	}
	v.People = o.html()
	o = &out{}
	for i, c := range f.Countries {
		if i > 0 {
			o.raw(", ")
		}
		o.link(root, c.Path(), c.Name)
	}
	v.Countries = o.html()
	o = &out{}
	for i, t := range f.Topics {
		if i > 0 {
			o.raw(" · ")
		}
		o.link(root, t.Path(), t.Name)
	}
	v.Topics = o.html()
	return v
}

// kindOf links to the page of a kind, where there is one.
func kindOf(s *Site, root string, k record.Kind) template.HTML {
	one, _ := kindName(k)
	o := &out{}
	if id := s.kindID(k); id != "" {
		o.link(root, archive.KindKind.Path(id), upper(one))
	} else {
		o.text(upper(one))
	}
	return o.html()
}

// nearEvent is the event before or after by day.
func (s *Site) nearEvent(root string, v *archive.Event) *Neighbour {
	if v == nil {
		return nil
	}
	o := &out{}
	o.time(v.Date.Value.Date)
	return &Neighbour{root + v.Path(), headline(v.First().Entry), languageOf(v.First().Entry), o.html()}
}

// eventList writes events one a line: day, headline of the oldest account, kind and who was there, how many accounts.
func eventList(root string, events []*archive.Event) template.HTML {
	o := newOut(512*len(events) + 32)
	o.raw("<ul class=\"entries\">\n")
	for _, v := range events {
		e := v.First().Entry
		o.raw(`<li><div class="day">`)
		o.time(v.Date.Value.Date)
		if c := certainty(v.Date); c != "" {
			o.raw(" <small>", c, "</small>")
		}
		o.raw(`</div><div><a class="title" href="`)
		o.text(root + v.Path())
		o.raw(`"`)
		o.language(e)
		o.raw(">")
		o.run(headline(e), languageOf(e))
		o.raw(`</a><p class="meta">`)
		o.text(eventMeta(v))
		o.raw("</p></div></li>\n")
	}
	o.raw("</ul>")
	return o.html()
}

// eventMeta is the line under an event: kind, who was there by country, how many accounts.
func eventMeta(v *archive.Event) string {
	one, _ := kindName(v.Kind)
	parts := []string{upper(one)}
	var sides []string
	people := guests(v)
	for _, c := range v.Parties {
		side := c.Name
		if names := people[c.Code]; len(names) > 3 {
			side += ": " + strings.Join(names[:3], ", ") + " and " + count(len(names)-3, "other", "")
		} else if len(names) > 0 {
			side += ": " + strings.Join(names, ", ")
		}
		sides = append(sides, side)
	}
	if len(sides) > 6 {
		sides = append(sides[:6], count(len(sides)-6, "other party", "other parties"))
	}
	if len(sides) > 0 {
		parts = append(parts, strings.Join(sides, " – "))
	}
	if n := len(v.Accounts); n > 1 {
		parts = append(parts, strconv.Itoa(n)+" accounts")
	}
	return strings.Join(parts, " · ")
}

// guests lists the names of those on an event by country, as its oldest account that names them does.
func guests(v *archive.Event) map[string][]string {
	names := map[string][]string{}
	seen := map[string]bool{}
	add := func(list []*archive.Guest) {
		for _, g := range list {
			name, id := g.Person.Name, g.Person.ID
			if g.Official != nil {
				name = g.Official.Name
			}
			if !seen[id] {
				seen[id] = true
				names[g.Person.Country] = append(names[g.Person.Country], name)
			}
		}
	}
	add(v.Agreed.People)
	for _, a := range v.Accounts {
		add(a.Shared.People)
		add(a.Only.People)
	}
	return names
}

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
