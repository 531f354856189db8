package site

import (
	"html/template"
	"slices"

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
		Layout: s.layout(v.Path(), "events", first.Headline(), "One event as "+count(len(v.Accounts), "release tells", "releases tell")+" it."),
		Name:   first.Headline(), Lang: languageOf(first), Kind: kindOf(s, "../", v.Kind), How: archive.HowKnown(v.Date), Place: v.Place,
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
	view := AccountView{Path: "../" + a.Path(), Page: "../" + e.Path(), Title: e.Headline(), Lang: languageOf(e), Day: day.html(), How: archive.HowKnown(occasionDay(e.Record.Occasions[a.Occasion], e.Record)), Only: s.facts("../", a.Only), Shared: s.facts("../", a.Shared)}
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
	one, _ := archive.KindName(k)
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
	return &Neighbour{root + v.Path(), v.First().Entry.Headline(), languageOf(v.First().Entry), o.html()}
}
