package site

import (
	"html/template"
	"slices"
	"strconv"

	"readout/internal/archive"
	"readout/internal/record"
)

// releaseView makes the parts of one release page: facts, each with links to its words, and the text with its marks.
type releaseView struct {
	site   *Site
	e      *archive.Entry
	placer placer
	shown  bool // whether the text is on the page
	marks  []mark
	tags   []tag
}

func newReleaseView(s *Site, e *archive.Entry) *releaseView {
	return &releaseView{site: s, e: e, placer: placer{e.Document()}, shown: !e.Excerpt && e.Open != nil, marks: make([]mark, 0, 48)}
}

// in marks the words of a fact and returns links to them.
func (v *releaseView) in(fact, label string, evidence []record.Evidence) template.HTML {
	return v.inClass(fact, "", label, evidence)
}

func (v *releaseView) inClass(fact, class, label string, evidence []record.Evidence) template.HTML {
	if !v.shown || len(evidence) == 0 {
		return ""
	}
	if class == "" {
		class = "date"
	}
	v.mark(fact, class, label, evidence)
	o := &out{}
	o.evidenceLinks(v.placer, class, label, evidence)
	return o.html()
}

func (v *releaseView) mark(fact, class, label string, evidence []record.Evidence) {
	for _, ev := range evidence {
		start, end, ok := v.placer.find(ev.Span)
		if !ok || class == "kind" && v.placer.headline(ev.Span.Start) {
			continue // a headline says the kind as a whole: a mark under all of it tells nothing
		}
		if s, ok := v.placer.whole(start, end, class); ok {
			if t := (tag{s, "§", fact, upper(label)}); class == "kind" && !slices.Contains(v.tags, t) {
				v.tags = append(v.tags, t)
			}
			continue
		}
		v.marks = append(v.marks, mark{start, end, class, fact, label})
	}
}

// maxQuotes is how many different quotes stand beside one clue.
const maxQuotes = 4

// words quotes the words that a clue rests on, each linked to its place.
func (v *releaseView) words(evidence []record.Evidence) template.HTML {
	o := &out{}
	var said []string
	for _, ev := range evidence {
		text := quoted(v.e, ev)
		if slices.Contains(said, text) {
			continue
		}
		said = append(said, text)
		if len(said) > maxQuotes {
			o.raw(" …")
			break
		}
		if len(said) > 1 {
			o.raw(", ")
		}
		to := ""
		if v.shown {
			to = v.placer.target(ev.Span, "date")
			v.mark("date", "date", "day", []record.Evidence{ev})
		}
		if to == "" {
			o.raw("<q")
			o.language(v.e)
			o.raw(">")
			o.run(text, languageOf(v.e))
			o.raw("</q>")
			continue
		}
		o.raw(`<a href="#`, to, `"><q`)
		o.language(v.e)
		o.raw(">")
		o.run(text, languageOf(v.e))
		o.raw("</q></a>")
	}
	return o.html()
}

func (v *releaseView) kind() template.HTML {
	k := v.e.Record.Kind
	one, _ := archive.KindName(k.Value)
	if v.shown {
		v.mark("o1", "kind", one, k.Evidence)
	}
	return v.kindLink(k.Value)
}

// kindLink links to the page of a kind, where there is one.
func (v *releaseView) kindLink(k record.Kind) template.HTML {
	one, _ := archive.KindName(k)
	o := &out{}
	if id := v.site.kindID(k); id != "" {
		o.link("../", archive.KindKind.Path(id), upper(one))
	} else {
		o.text(upper(one))
	}
	return o.html()
}

func (v *releaseView) publisher() template.HTML {
	if v.e.Publisher == nil {
		return ""
	}
	o := &out{}
	o.link("../", v.e.Publisher.Path(), v.e.Publisher.Name)
	if v.shown {
		v.mark("publisher", "kind", "publisher", v.e.Record.Publisher.Evidence)
	}
	return o.html()
}

func (v *releaseView) people(prefix string, people []record.Fact[record.Person]) []PersonView {
	views := make([]PersonView, 0, len(people))
	for i, f := range people {
		p := f.Value
		id := prefix + strconv.Itoa(i+1)
		o := &out{}
		if off := v.site.archive.Official(p.ID); off != nil {
			o.link("../", off.Path(), p.Name)
		} else {
			o.prose(p.Name)
		}
		pv := PersonView{ID: id, Name: o.html(), Role: role(v.e, p), Country: v.country(p.Country)}
		if pv.Role == "" {
			pv.Role = v.site.archive.OfficeTitle(p.Office)
		}
		switch {
		case f.Rule == "correction":
			pv.How = "set by hand"
		case f.Confidence == record.Uncertain:
			pv.How = "uncertain"
		}
		pv.In = v.inClass(id, "person", p.Name, f.Evidence)
		views = append(views, pv)
	}
	return views
}

// country links to the page of a country by its code.
func (v *releaseView) country(code string) template.HTML {
	if code == "" {
		return ""
	}
	o := &out{}
	if c := v.site.archive.Country(code); c != nil {
		o.link("../", c.Path(), c.Name)
	} else {
		o.text(v.site.archive.CountryName(code))
	}
	return o.html()
}

func (v *releaseView) countries(p *ReleasePage) {
	for i, f := range v.e.Record.Countries {
		c := v.site.archive.Country(f.Value.Code)
		if c == nil {
			continue
		}
		id := "c" + strconv.Itoa(i+1)
		cv := CountryView{id, v.country(f.Value.Code), v.inClass(id, "country", c.Name, f.Evidence)}
		switch party := f.Value.Part == record.Party; {
		case party && c.Organisation:
			p.PartyBodies = append(p.PartyBodies, cv)
		case party:
			p.Parties = append(p.Parties, cv)
		case c.Organisation:
			p.NamedBodies = append(p.NamedBodies, cv)
		default:
			p.Named = append(p.Named, cv)
		}
	}
}

// occasions tells each event in one line.
func (v *releaseView) occasions() []OccasionView {
	r := v.e.Record
	var views []OccasionView
	several := len(r.Occasions) > 1
	for i, oc := range r.Occasions {
		one, _ := archive.KindName(oc.Kind)
		f := occasionDay(oc, r)
		day := &out{}
		day.time(f.Value.Date)
		view := OccasionView{ID: "o" + strconv.Itoa(i+1), Kind: v.kindLink(oc.Kind), Day: day.html(), How: archive.HowKnown(f), Place: oc.Place}
		if several {
			view.People = enumerate(oc.Participants)
			if len(oc.Participants) == 0 {
				var names []string
				for _, code := range oc.Parties {
					names = append(names, v.site.archive.CountryName(code))
				}
				view.People = enumerate(names)
			}
			view.In = v.inClass(view.ID, "kind", one, oc.Evidence)
		} else if v.shown {
			v.mark(view.ID, "kind", one, oc.Evidence)
		}
		if v.shown {
			v.mark(view.ID, "date", "day", oc.Date.Evidence)
		}
		views = append(views, view)
	}
	return views
}
