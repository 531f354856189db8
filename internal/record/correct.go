package record

import (
	"fmt"
	"slices"
	"strings"

	"readout/internal/date"
)

// Outcome tells what became of one correction.
type Outcome struct {
	Correction Correction
	Applied    bool
	Problem    string // why it did not apply, or why it is no longer needed; "" if all is well
}

// Correct applies corrections to a record, in order, and tells what became of each. What was replaced is kept in
// r.Corrections. A correction whose Was does not agree is applied all the same, since a curator's word wins, and is
// reported.
func Correct(r *Record, cs []Correction, look Lookup) []Outcome {
	outcomes := make([]Outcome, 0, len(cs))
	for _, c := range cs {
		o := Outcome{Correction: c}
		if err := c.Check(look); err != nil {
			o.Problem = err.Error()
			outcomes = append(outcomes, o)
			continue
		}
		e := editor{r: r, look: look}
		was := e.shown(c)
		o.Problem = e.stale(c)
		settled, err := e.apply(c)
		if err != nil {
			o.Problem = err.Error()
			outcomes = append(outcomes, o)
			continue
		}
		o.Applied = true
		r.Corrections = append(r.Corrections, Applied{Field: c.Field, Was: was, Now: e.shown(c), Why: c.Why})
		r.Doubts = slices.DeleteFunc(r.Doubts, func(d Doubt) bool { return d.Field == c.Field && settles(c, settled, d) })
		outcomes = append(outcomes, o)
	}
	return outcomes
}

// settles reports whether a correction answers a doubt of its field: a set value all, an added or removed one those that
// name it.
func settles(c Correction, names []string, d Doubt) bool {
	if c.Set != nil {
		return true
	}
	for _, n := range names {
		if strings.Contains(d.Message, n) || slices.ContainsFunc(d.Evidence, func(e Evidence) bool { return strings.Contains(shown(e), n) }) {
			return true
		}
	}
	return false
}

// editor changes one record.
type editor struct {
	r    *Record
	look Lookup
}

// apply makes the change and returns the names of what was added or removed.
func (e editor) apply(c Correction) ([]string, error) {
	n := max(c.Occasion, 1)
	if c.Occasion > len(e.r.Occasions) {
		return nil, fmt.Errorf("no occasion %d: the release tells of %d", c.Occasion, len(e.r.Occasions))
	}
	switch c.Field {
	case "participants", "mentioned":
		return e.people(c)
	case "countries":
		return e.countries(c)
	case "topics":
		return e.topics(c)
	case "occasions":
		return e.occasions(c)
	case "date", "published":
		f, err := setDate(c)
		if err != nil {
			return nil, err
		}
		if c.Field == "published" {
			if f.Known() {
				f.Value.Time = e.r.Published.Value.Time
			}
			e.r.Published = f
			return nil, nil
		}
		if n <= len(e.r.Occasions) {
			e.r.Occasions[n-1].Date = f
		}
		if n == 1 {
			e.r.Date = f
		}
		return nil, nil
	case "publisher":
		return nil, e.publisher(c)
	}
	text := c.Set.Text
	if c.Set.List != nil || len(c.Set.Keys) > 0 {
		return nil, fmt.Errorf("%s is a text", c.Field)
	}
	if c.Field == "kind" {
		if text != "" && !slices.Contains(Kinds, Kind(text)) {
			return nil, fmt.Errorf("no kind %q; kinds are %s", text, kindList())
		}
		if n <= len(e.r.Occasions) {
			e.r.Occasions[n-1].Kind = Kind(text)
		}
		if n == 1 {
			e.r.Kind = corrected(Kind(text), text != "")
		}
		return nil, nil
	}
	if c.Field == "rights" && text != "" && text != "full" && text != "excerpt" {
		return nil, fmt.Errorf("rights are full or excerpt, not %q", text)
	}
	if c.Field == "title" && text == "" {
		return nil, fmt.Errorf("a release has a title")
	}
	*e.r.texts()[c.Field] = corrected(text, text != "")
	return nil, nil
}

// corrected is a fact that a curator set, the zero Fact where it is not known.
func corrected[T any](v T, known bool) Fact[T] {
	if !known {
		return Fact[T]{}
	}
	return Fact[T]{Value: v, Rule: ByCorrection, Confidence: Certain}
}

func setDate(c Correction) (Fact[Dating], error) {
	var f Fact[Dating]
	if c.Set.List != nil || len(c.Set.Keys) > 0 {
		return f, fmt.Errorf("%s is a day, a month, a year or a span: 2018-06-18, 2019-05-01/2019-05-03", c.Field)
	}
	if c.Set.Text == "" {
		return f, nil
	}
	d, uncertain, err := date.ParseEDTF(c.Set.Text)
	if err != nil {
		return f, err
	}
	f = corrected(Dating{Date: d}, true)
	if uncertain || len(d.OneOf) > 0 {
		f.Confidence = Uncertain
	}
	return f, nil
}

func (e editor) publisher(c Correction) error {
	list, err := c.Set.entries("id", "name", "country")
	if err != nil {
		return err
	}
	if len(list) > 1 {
		return fmt.Errorf("a release has one publisher")
	}
	if len(list) == 0 {
		e.r.Publisher = Fact[Publisher]{}
		return nil
	}
	k := list[0]
	p := Publisher{ID: k["id"].Text, Name: k["name"].Text, Country: k["country"].Text}
	known, ok := Publisher{}, false
	if e.look.Publisher != nil {
		known, ok = e.look.Publisher(p.ID)
	}
	if ok && p.Name == "" {
		p = known
	}
	if p.Name == "" {
		return fmt.Errorf("no publisher %q in the lexicon; give its name and country too", p.ID)
	}
	e.r.Publisher = corrected(p, true)
	return nil
}

// stale tells why a correction no longer applies, "" if it does.
func (e editor) stale(c Correction) string {
	if c.Set == nil {
		return ""
	}
	now, certain := e.values(c)
	same := func(v *Value) bool {
		want, err := v.keysOf(c.Field)
		if err != nil {
			return false
		}
		if isList(c.Field) {
			slices.Sort(want)
			have := slices.Clone(now)
			slices.Sort(have)
			return slices.Equal(want, have)
		}
		return len(want) == 0 && len(now) == 0 || len(want) == 1 && slices.Contains(now, want[0])
	}
	if c.Was != nil && !same(c.Was) {
		if same(c.Set) {
			return fmt.Sprintf("%s is read so without the correction now; it can go", c.Field)
		}
		return fmt.Sprintf("was does not agree: %s is read as %q now", c.Field, e.shown(c))
	}
	if c.Was == nil && certain && !isList(c.Field) && same(c.Set) {
		return fmt.Sprintf("%s is read so without the correction now; it can go", c.Field)
	}
	return ""
}

// keysOf returns what a set or was value is compared by: a text, or the name, code or id of each entry.
func (v *Value) keysOf(field string) ([]string, error) {
	main := map[string]string{"participants": "name", "mentioned": "name", "countries": "code", "topics": "id", "publisher": "id"}[field]
	if main == "" {
		return v.texts()
	}
	list := v.List
	if list == nil && (v.Text != "" || len(v.Keys) > 0) {
		list = []Value{*v}
	}
	var out []string
	for _, x := range list {
		if x.Text == "" {
			x.Text = x.Keys[main].Text
		}
		out = append(out, x.Text)
	}
	return out, nil
}

// values returns what the record holds, in the forms that was may take, and whether it was read as certain.
func (e editor) values(c Correction) (now []string, certain bool) {
	switch c.Field {
	case "date", "published":
		f := e.dated(c)
		if !f.Known() {
			return nil, false
		}
		d := f.Value.Date
		now = []string{d.String(), d.EDTF(true), d.From.ISO(), d.Human()}
		return now, f.Confidence == Certain
	case "kind":
		return nonEmpty(string(e.kind(c))), e.r.Kind.Confidence == Certain
	case "publisher":
		p := e.r.Publisher
		return append(nonEmpty(p.Value.ID), nonEmpty(p.Value.Name)...), p.Confidence == Certain
	case "participants", "mentioned":
		for _, p := range *e.peopleOf(c.Field) {
			now = append(now, p.Value.Name)
		}
	case "countries":
		for _, x := range e.r.Countries {
			now = append(now, x.Value.Code)
		}
	case "topics":
		for _, x := range e.r.Topics {
			now = append(now, x.Value.ID)
		}
	case "title", "language", "address", "rights":
		f := e.r.texts()[c.Field]
		return nonEmpty(f.Value), f.Confidence == Certain
	}
	return now, false
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func (e editor) dated(c Correction) Fact[Dating] {
	switch {
	case c.Field == "published":
		return e.r.Published
	case c.Occasion > 1 && c.Occasion <= len(e.r.Occasions):
		return e.r.Occasions[c.Occasion-1].Date
	}
	return e.r.Date
}

func (e editor) kind(c Correction) Kind {
	if c.Occasion > 1 && c.Occasion <= len(e.r.Occasions) {
		return e.r.Occasions[c.Occasion-1].Kind
	}
	return e.r.Kind.Value
}

// shown is the value of a field as readers see it.
func (e editor) shown(c Correction) string {
	var list []string
	switch c.Field {
	case "date", "published":
		return e.dated(c).Value.Date.Human()
	case "kind":
		return string(e.kind(c))
	case "publisher":
		return e.r.Publisher.Value.Name
	case "participants", "mentioned":
		for _, p := range *e.peopleOf(c.Field) {
			list = append(list, p.Value.Name)
		}
	case "countries":
		for _, x := range e.r.Countries {
			s := x.Value.Name
			if x.Value.Part == Party {
				s += " (party)"
			}
			list = append(list, s)
		}
	case "topics":
		for _, t := range e.r.Topics {
			list = append(list, t.Value.Label)
		}
	case "occasions":
		for _, o := range e.r.Occasions {
			list = append(list, strings.TrimSpace(string(o.Kind)+" "+o.Date.Value.Date.Human()))
		}
	default:
		return e.r.texts()[c.Field].Value
	}
	return strings.Join(list, "; ")
}

func kindList() string {
	var out []string
	for _, k := range Kinds {
		out = append(out, string(k))
	}
	return strings.Join(out, ", ")
}
