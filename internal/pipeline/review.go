package pipeline

import (
	"cmp"
	"context"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"readout/internal/collection"
	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
)

// Item is something for a curator to look at.
type Item struct {
	Likely  float64 `json:"likely"`         // how likely something is wrong, 0 to 1
	File    string  `json:"file"`           // of the release, below the root; of the corrections where they are at fault
	Part    int     `json:"part,omitempty"` // of the file
	Line    int     `json:"line,omitempty"` // in the file, from 1; 0 where no place is told
	Title   string  `json:"title,omitempty"`
	Field   string  `json:"field"`
	Message string  `json:"message"` // one plain sentence
	Quote   string  `json:"quote"`   // the words in question, "" if none
	Context string  `json:"context"` // the sentence in which they stand
	Paste   string  `json:"paste"`   // what would settle it, to be filled in; "" if nothing would
	Into    string  `json:"into"`    // the file that Paste goes into, below the root
}

// How likely a fault is, by what is unsure.
const (
	likelyStale     = 0.95 // a correction that fits no longer
	likelyUncertain = 0.5  // the likeliest of several
	likelyDoubt     = 0.3  // a doubt about something inferred
	likelyVacancy   = 0.1  // somebody whom the lexicon does not know
)

// Review lists what is unsure in a collection, the likeliest fault first.
func Review(ctx context.Context, folder string, builtin *lexicon.Lexicon) ([]Item, Report, error) {
	var rep Report
	f, err := OpenFolder(folder, "", builtin)
	if err != nil {
		return nil, rep, err
	}
	defer f.Close()
	all, err := f.readAll(ctx, Options{}, &rep)
	if err != nil {
		return nil, rep, err
	}
	recs := make([]*record.Record, len(all))
	for i, p := range all {
		recs[i] = p.Record
	}
	items := []Item{}
	for _, x := range rep.stale {
		items = append(items, Item{Likely: likelyStale, File: x.File, Line: x.Line, Field: "corrections", Message: x.What + "."})
	}
	parts := map[string]int{}
	for _, r := range recs {
		parts[r.File]++
	}
	for i, r := range recs {
		v := reviewed{r, all[i].Document(), parts[r.File] > 1}
		items = append(items, v.doubts()...)
		items = append(items, v.uncertain()...)
	}
	items = append(items, vacancies(recs, f.Lexicon)...)
	slices.SortStableFunc(items, func(a, b Item) int {
		return cmp.Or(cmp.Compare(b.Likely, a.Likely), cmp.Compare(a.File, b.File), cmp.Compare(a.Part, b.Part), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Field, b.Field))
	})
	return items, rep, nil
}

// reviewed is a release that is looked at.
type reviewed struct {
	r       *record.Record
	d       *document.Document
	several bool // the file holds others too
}

func (v reviewed) item(field, message string, likely float64, es []record.Evidence) Item {
	it := Item{Likely: likely, File: v.r.File, Title: v.r.Title.Value, Field: field, Message: message, Into: collection.CorrectionsFile}
	if v.several {
		it.Part = v.r.Part
	}
	if len(es) > 0 {
		it.Line, _ = v.d.Source.Position(es[0].Start)
		it.Quote = cmp.Or(es[0].Text, es[0].Quote)
		it.Context = v.sentence(es[0])
	}
	return it
}

// sentence is the sentence in which evidence stands, on one line.
func (v reviewed) sentence(e record.Evidence) string {
	at, _, ok := v.d.Place(e.Span)
	if !ok {
		return ""
	}
	for _, s := range v.d.View.Sentences {
		if s.Start <= at && at < s.End {
			return strings.Join(strings.Fields(v.d.View.Text[s.Start:s.End]), " ")
		}
	}
	return ""
}

// name is what a correction calls the release.
func (v reviewed) name() string {
	if v.several {
		return v.r.File + "#" + strconv.Itoa(v.r.Part)
	}
	return v.r.File
}

func (v reviewed) doubts() []Item {
	var items []Item
	for _, d := range v.r.Doubts {
		it := v.item(d.Field, d.Message, v.likely(d.Field), d.Evidence)
		if it.Paste = d.Settle; it.Paste != "" {
			// the line that a record carries knows the base name of its file only
			if _, rest, ok := strings.Cut(it.Paste, ", field: "); ok {
				it.Paste = fmt.Sprintf("- {release: %q, field: %s", v.name(), rest)
			}
		}
		items = append(items, it)
	}
	return items
}

// likely tells how likely a doubtful field is wrong.
func (v reviewed) likely(field string) float64 {
	several := func(f record.Fact[record.Dating]) float64 {
		n := max(len(f.Value.Date.OneOf), len(f.Value.Alternatives)+1)
		switch {
		case f.Confidence == record.Uncertain && n > 1:
			return 1 - 1/float64(n)
		case !f.Known() || f.Confidence == record.Uncertain:
			return likelyUncertain
		}
		return likelyDoubt
	}
	switch field {
	case "date":
		return several(v.r.Date)
	case "published":
		return several(v.r.Published)
	case "publisher":
		if !v.r.Publisher.Known() {
			return likelyUncertain
		}
	}
	return likelyDoubt
}

// uncertain lists what is held to be the likeliest of several, where no doubt says so already.
func (v reviewed) uncertain() []Item {
	told := func(field, value string) bool {
		return slices.ContainsFunc(v.r.Doubts, func(d record.Doubt) bool {
			return d.Field == field && (value == "" || strings.Contains(d.Message, value))
		})
	}
	var items []Item
	settle := func(it Item, what string) {
		it.Paste = fmt.Sprintf("- {release: %q, field: %s, %s, why: \"\"}", v.name(), it.Field, what)
		items = append(items, it)
	}
	for field, f := range map[string]record.Fact[record.Dating]{"date": v.r.Date, "published": v.r.Published} {
		if f.Confidence == record.Uncertain && !told(field, "") {
			it := v.item(field, "The day is the likeliest of several: "+f.Value.Date.Human()+".", v.likely(field), f.Evidence)
			settle(it, "set: "+f.Value.Date.From.ISO())
		}
	}
	if k := v.r.Kind; k.Confidence == record.Uncertain && !told("kind", "") {
		settle(v.item("kind", "Its kind is the likeliest of several: "+string(k.Value)+".", likelyUncertain, k.Evidence), "set: "+string(k.Value))
	}
	for field, people := range map[string][]record.Fact[record.Person]{"participants": v.r.Participants, "mentioned": v.r.Mentioned} {
		for _, p := range people {
			if p.Confidence != record.Uncertain || told(field, p.Value.Name) {
				continue
			}
			likely, message := likelyUncertain, p.Value.Name+" may not have taken part."
			if field == "mentioned" {
				likely, message = likelyDoubt, p.Value.Name+" may be somebody else, or no person."
			}
			settle(v.item(field, message, likely, p.Evidence), fmt.Sprintf("remove: %q", p.Value.Name))
		}
	}
	return items
}

// vacancies lists people who take part and are in no list, each once, those in most releases first.
func vacancies(recs []*record.Record, lex *lexicon.Lexicon) []Item {
	type seen struct {
		person   record.Person
		releases int
		first    *record.Record
	}
	people := map[string]*seen{}
	for _, r := range recs {
		for _, f := range r.Participants {
			p := f.Value
			if p.Listed || p.ID == "" || f.Confidence == record.Uncertain {
				continue
			}
			if people[p.ID] == nil {
				people[p.ID] = &seen{person: p, first: r}
			}
			people[p.ID].releases++
		}
	}
	var items []Item
	for _, id := range sortedKeys(people) {
		s := people[id]
		many := "one release"
		if s.releases > 1 {
			many = strconv.Itoa(s.releases) + " releases"
		}
		items = append(items, Item{
			Likely: likelyVacancy + min(float64(s.releases-1)*0.01, 0.1), File: s.first.File, Title: s.first.Title.Value, Field: "participants",
			Message: fmt.Sprintf("%s takes part in %s and is in no list.", s.person.Name, many),
			Quote:   s.person.Name, Paste: entry(s.person, s.first, lex), Into: path.Join(collection.LexiconFolder, "people.yaml"),
		})
	}
	return items
}
