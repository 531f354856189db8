package site

import (
	"bytes"
	"html/template"
	"path"
	"slices"
	"strconv"
	"strings"

	"readout/internal/archive"
	"readout/internal/date"
	"readout/internal/record"
)

// ReleasePage is what page/release.html is given.
type ReleasePage struct {
	Layout
	Lang      string        // of headline and text; "" English
	Headline  template.HTML // with its facts marked
	Kind      template.HTML // link to the kind's page
	Publisher template.HTML // link, "" if unknown
	Day       template.HTML
	How       string // how the day is known: "year inferred"; "" where the text says it
	Occasions []OccasionView

	Participants  []PersonView
	Mentioned     []PersonView
	Parties       []CountryView // took part
	PartyBodies   []CountryView // organisations that took part
	Named         []CountryView // mentioned
	NamedBodies   []CountryView
	Topics        []TopicView
	Dating        DatingView
	Published     DatingView
	Text          template.HTML
	LeftOut       []LeftOut
	Doubts        []DoubtView
	Corrections   []record.Applied
	Source        SourceView
	Contacts      []ContactView
	Excerpt       bool
	ExcerptText   string        // a few words of the text, where only an excerpt may be shown
	Cite          *Citation     // nil leaves the section out
	Sentences     template.HTML // links to the sentences of the text; "" where none is shown
	Earlier, Next *Neighbour
}

// Neighbour is the release before or after by day.
type Neighbour struct {
	Path, Title, Lang string
	Day               template.HTML
}

// OccasionView is one event that a release tells of, in one line.
type OccasionView struct {
	ID     string
	Kind   template.HTML // link
	Day    template.HTML
	How    string
	Place  string
	People string
	In     template.HTML // links to its words
}

// PersonView is a person on a release page.
type PersonView struct {
	ID      string
	Name    template.HTML // link, where the person has a page
	Role    string
	Country template.HTML // link; "" unknown
	How     string        // how it is known, where the text does not say it
	In      template.HTML // links to the words
}

// CountryView is a country on a release page.
type CountryView struct {
	ID   string
	Name template.HTML
	In   template.HTML
}

// TopicView is a topic with the sentence that bears it.
type TopicView struct {
	ID, Number string
	Name       template.HTML
	Quote      string
	Sentence   string // id of the sentence on the page; "" if none
}

// LeftOut is a piece of the file that is no text of the release.
type LeftOut struct {
	Name, Lang string
	Text       template.HTML
}

// SourceView tells where the text comes from.
type SourceView struct {
	File     string
	Part     int    // shown where the file holds several releases
	Download string // from the page; "" where none is allowed
	Save     string // name under which a browser saves it
	Masked   bool   // whether e-mail addresses are masked in the download, which is in UTF-8 then
	Withheld bool   // whether none is offered because e-mail addresses could be read in it
	Size     string
	SHA256   string
	Encoding string
	Address  string // original address on the web; "" unknown
	Rights   string
}

func (s *Site) addReleases() {
	for _, e := range s.archive.Releases {
		s.add(e.Path(), "release", func(h *archive.Hash) { s.releaseShows(h, e) }, func() any { return s.release(e) })
		if s.files[e.Record.File] == e {
			s.addOriginal(e)
		}
	}
}

// release makes the page of one release.
func (s *Site) release(e *archive.Entry) ReleasePage {
	r := e.Record
	v := newReleaseView(s, e)
	p := ReleasePage{
		Layout: s.frame(e.Path(), "releases", e.Headline(), s.describe(e)), Lang: languageOf(e), Excerpt: e.Excerpt,
		How: archive.HowKnown(r.Date), Corrections: corrected(e),
		Kind: v.kind(), Publisher: v.publisher(),
		Participants: v.people("p", r.Participants), Mentioned: v.people("m", r.Mentioned),
		Topics: v.topics(), Dating: v.dating("date", r.Date), Published: v.dating("published", r.Published),
		Doubts: doubtViews(e), Source: s.source(e),
		Earlier: neighbour(e.Earlier), Next: neighbour(e.Later),
	}
	if s.options.Heads != nil {
		p.Head = s.options.Heads.Release(e, p.Description)
	}
	if s.options.Cite != nil {
		p.Cite = s.options.Cite(e)
	}
	day := &out{}
	day.time(e.Day)
	p.Day = day.html()
	v.countries(&p)
	p.Occasions = v.occasions()
	v.text(&p)
	p.Contacts = v.contacts()
	return p
}

// describe is the page's description for those who list pages: what, who, when.
func (s *Site) describe(e *archive.Entry) string {
	d := e.Line()
	if e.Day.Known() {
		d += " · " + e.Day.Human()
	}
	return d
}

func neighbour(e *archive.Entry) *Neighbour {
	if e == nil {
		return nil
	}
	o := &out{}
	o.time(e.Day)
	return &Neighbour{path.Base(e.Path()), e.Headline(), languageOf(e), o.html()}
}

func (s *Site) source(e *archive.Entry) SourceView {
	r := e.Record
	v := SourceView{File: path.Base(r.File), SHA256: r.SHA256, Encoding: encodingName(r.Encoding), Address: webAddress(r.Address.Value)}
	if r.Part > 1 {
		v.Part = r.Part
	}
	if e.Excerpt {
		v.Rights = "excerpt"
	}
	if first := s.files[r.File]; first != nil {
		v.Download, v.Save = path.Base(originalPath(first)), path.Base(r.File)
		b := download(e.Document().Source)
		v.Size, v.Masked = count(len(b), "byte", ""), !bytes.Equal(b, e.Document().Source.Bytes)
	} else {
		v.Withheld = !e.Excerpt
	}
	return v
}

// encodingName is an encoding as people call it.
func encodingName(s string) string {
	switch s {
	case "":
		return ""
	case "euc-kr":
		return "EUC-KR (CP949)"
	}
	return strings.ToUpper(s)
}

// DatingView is a date with how it is known.
type DatingView struct {
	Known        bool
	Day          template.HTML
	Time         string
	How          string // "certain", "inferred", "uncertain", "set by hand"
	Why          string // finishes "inferred: "
	In           template.HTML
	Alternatives string // other readings; "" if none
	Clues        []ClueView
}

// ClueView is one thing that bounds a date.
type ClueView struct {
	ID    string
	Rule  string        // in plain words
	Words template.HTML // the words of the text, linked to their place
	Entry template.HTML // what the lexicon knows: a person, an event; "" if nothing
	Says  string        // what it allows
}

func (v *releaseView) dating(id string, f record.Fact[record.Dating]) DatingView {
	d := f.Value
	out1 := &out{}
	out1.time(d.Date)
	view := DatingView{Known: d.Date.Known(), Day: out1.html(), Time: d.Time, How: string(f.Confidence), Why: whyInferred(f)}
	if f.Rule == "correction" {
		view.How = "set by hand"
	}
	view.In = v.in(id, "day", f.Evidence)
	var others []string
	for _, a := range d.Alternatives {
		others = append(others, a.Human())
	}
	view.Alternatives = enumerate(others)
	for i, c := range mergeClues(d.Clues) {
		cv := ClueView{ID: id + "-clue" + strconv.Itoa(i+1), Rule: upper(ruleText(c.Rule)), Words: v.words(c.Evidence), Entry: v.entry(c.Entry)}
		if c.Says.Known() {
			cv.Says = c.Says.Human()
		}
		view.Clues = append(view.Clues, cv)
	}
	return view
}

// mergeClues puts clues that say the same for the same reason on one line, with the words of all.
func mergeClues(clues []record.Clue) []record.Clue {
	merged := make([]record.Clue, 0, len(clues))
next:
	for _, c := range clues {
		for i, m := range merged {
			if m.Rule == c.Rule && m.Entry == c.Entry && date.Compare(m.Says, c.Says) == 0 {
				merged[i].Evidence = append(slices.Clip(m.Evidence), c.Evidence...)
				continue next
			}
		}
		merged = append(merged, c)
	}
	return merged
}

// entry says what the lexicon knows about an entry of its own, linked where it has a page.
func (v *releaseView) entry(id string) template.HTML {
	if id == "" {
		return ""
	}
	f, ok := v.site.archive.Entry(id)
	if !ok {
		return ""
	}
	o := &out{}
	if f.Official != nil {
		o.link("../", f.Official.Path(), f.Label)
	} else {
		o.prose(f.Label)
	}
	if f.When.Known() {
		o.text(" (" + f.When.Human() + ")")
	}
	return o.html()
}

// occasionDay is the day of an occasion, or the release's own where the occasion tells none.
func occasionDay(o record.Occasion, r *record.Record) record.Fact[record.Dating] {
	if o.Date.Value.Date.Known() {
		return o.Date
	}
	return r.Date
}
