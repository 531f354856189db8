package site

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"readout/internal/archive"
	"readout/internal/document"
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
	return &releaseView{site: s, e: e, placer: placer{e.Document()}, shown: !e.Excerpt && e.Open != nil}
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
	one, _ := kindName(k.Value)
	if v.shown {
		v.mark("o1", "kind", one, k.Evidence)
	}
	return v.kindLink(k.Value)
}

// kindLink links to the page of a kind, where there is one.
func (v *releaseView) kindLink(k record.Kind) template.HTML {
	one, _ := kindName(k)
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

// topics lists the topics, each with its first sentence, and tags every sentence that bears one.
func (v *releaseView) topics() []TopicView {
	views := make([]TopicView, 0, len(v.e.Record.Topics))
	for i, f := range v.e.Record.Topics {
		n := strconv.Itoa(i + 1)
		t := TopicView{ID: "t" + n, Number: n}
		t.Quote, t.Sentence = topicQuote(v.e, f, besideWords)
		o := &out{}
		if topic := v.site.archive.Topic(f.Value.ID); topic != nil {
			o.link("../", topic.Path(), topic.Name)
		} else {
			o.text(f.Value.Label)
		}
		t.Name = o.html()
		last := -1
		for _, ev := range f.Evidence {
			if !v.shown {
				break
			}
			start, ok := v.placer.sentence(ev.Start)
			if !ok || start == last {
				continue
			}
			last = start
			v.tags = append(v.tags, tag{start, n, t.ID, "Topic: " + f.Value.Label})
		}
		views = append(views, t)
	}
	return views
}

// topicQuote is the sentence that says the topic, at most so many words of it, and its id on the release's page, which
// is "" where the text is not shown.
func topicQuote(e *archive.Entry, f record.Fact[record.Topic], words int) (text, id string) {
	if len(f.Evidence) == 0 {
		return "", ""
	}
	ev := f.Evidence[0]
	if e.Open != nil {
		for _, x := range f.Evidence { // the headline is on the page already
			if !(placer{e.Document()}).headline(x.Start) {
				ev = x
				break
			}
		}
	}
	text = quoted(e, ev)
	if e.Excerpt {
		return text, ""
	}
	if e.Open != nil {
		p := placer{e.Document()}
		if start, ok := p.sentence(ev.Start); ok {
			text, id = sentenceText(e, start), sentenceID(e.Document(), start)
		}
	}
	return record.FirstWords(oneLine(text), words), id
}

// sentenceID is the id of a sentence on the release's page: its first byte in the file.
func sentenceID(doc *document.Document, start int) string {
	return "s" + strconv.Itoa(doc.View.Source(start, start).Start)
}

// occasions tells each event in one line.
func (v *releaseView) occasions() []OccasionView {
	r := v.e.Record
	var views []OccasionView
	several := len(r.Occasions) > 1
	for i, oc := range r.Occasions {
		one, _ := kindName(oc.Kind)
		f := occasionDay(oc, r)
		day := &out{}
		day.time(f.Value.Date)
		view := OccasionView{ID: "o" + strconv.Itoa(i+1), Kind: v.kindLink(oc.Kind), Day: day.html(), How: certainty(f), Place: oc.Place}
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

// text writes the release's text in its own numbering, and what was left out.
func (v *releaseView) text(p *ReleasePage) {
	lang := languageOf(v.e)
	title := v.e.Record.Title.Value
	plain := &out{}
	plain.run(headline(v.e), lang)
	p.Headline = plain.html()
	if !v.shown {
		p.ExcerptText = record.FirstWords(oneLine(strings.TrimSpace(record.Mask(v.e.Record.Text))), excerptWords)
		return
	}
	for i, d := range v.e.Record.Doubts {
		v.mark("doubt"+strconv.Itoa(i+1), "doubt", "in doubt", d.Evidence)
	}
	doc := v.e.Document()
	m := newMarker(doc, lang, v.marks, v.tags)
	o := newOut(2*len(doc.View.Text) + 1024)
	titled, places := false, &out{}
	for i, b := range doc.Blocks {
		text := doc.View.Text[b.Start:b.End]
		switch {
		case b.Kind == document.Blank || strings.TrimSpace(text) == "":
		case b.Kind == document.Headline && !titled && oneLine(text) == title:
			titled = true
			h := &out{}
			m.block(h, i)
			p.Headline = h.html()
		case b.Kind.Text() || b.Kind == document.DateLine || b.Kind == document.Byline || b.Kind == document.Headline:
			v.paragraph(o, m, i, b, text)
			m.numbers(places, i)
		default:
			f := &out{}
			left := LeftOut{Name: blockName(string(b.Kind))}
			m.block(f, i)
			left.Text = f.html()
			p.LeftOut = append(p.LeftOut, left)
		}
	}
	p.Text, p.Sentences = o.html(), places.html()
}

// paragraph writes a block of the text as what it is.
func (v *releaseView) paragraph(o *out, m *marker, i int, b document.Block, text string) {
	open, end := "<p>", "</p>\n"
	switch b.Kind {
	case document.Item:
		open = `<p class="item">`
		if c := strings.TrimLeft(text, " \t\u3000\u00A0"); c != "" && !(c[0] >= '0' && c[0] <= '9' || c[0] >= 'A' && c[0] <= 'Z' || c[0] >= 'a' && c[0] <= 'z' && !strings.HasPrefix(c, "o ") || c[0] == '(') {
			open = `<p class="item sub">`
		}
	case document.Subhead:
		open, end = "<h3>", "</h3>\n"
	case document.Caption, document.Note, document.DateLine, document.Byline, document.Headline:
		open = `<p class="` + string(b.Kind) + `">`
	}
	o.raw(open)
	m.block(o, i)
	o.raw(end)
}

// DoubtView is a doubt on a page.
type DoubtView struct {
	ID      string
	Field   string
	Message string
	Settle  string        // the line for corrections.yaml; "" if none
	In      template.HTML // links to the words
}

func doubtViews(e *archive.Entry) []DoubtView {
	views := make([]DoubtView, 0, len(e.Record.Doubts))
	shown := !e.Excerpt && e.Open != nil
	for i, d := range e.Record.Doubts {
		v := DoubtView{ID: "doubt" + strconv.Itoa(i+1), Field: upper(fieldName(d.Field))}
		v.Message, v.Settle = doubtText(e, d)
		if shown {
			o := &out{}
			o.evidenceLinks(placer{e.Document()}, "doubt", "doubt", d.Evidence)
			v.In = o.html()
		}
		views = append(views, v)
	}
	return views
}

// oneLine joins the lines of a text.
func oneLine(s string) string {
	if strings.ContainsAny(s, "\n\r\t") || strings.Contains(s, "  ") {
		return strings.Join(strings.Fields(s), " ")
	}
	return s
}
