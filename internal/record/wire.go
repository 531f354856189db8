package record

import (
	"encoding/json"
	"fmt"

	"readout/internal/date"
	"readout/internal/source"
)

// FormatVersion is the version of the format that MarshalJSON writes.
const FormatVersion = 1

// The shape in which records travel. Keys keep their order, arrays are never null, and what is written reads back the
// same. Facts whose value is plain text (title, kind, language, address, rights) are a string under their own key; how
// they are known stands under "facts".
type wire struct {
	Version      int                 `json:"version"`
	File         string              `json:"file"`
	Part         int                 `json:"part"`
	ID           string              `json:"id"`
	SHA256       string              `json:"sha256"`
	Encoding     string              `json:"encoding"`
	Title        string              `json:"title"`
	Language     string              `json:"language"`
	Publisher    *wirePublisher      `json:"publisher"`
	Kind         string              `json:"kind"`
	Date         *wireDate           `json:"date"`
	Published    *wireDate           `json:"published"`
	Participants []wirePerson        `json:"participants"`
	Mentioned    []wirePerson        `json:"mentioned"`
	Countries    []wireCountry       `json:"countries"`
	Topics       []wireTopic         `json:"topics"`
	Occasions    []wireOccasion      `json:"occasions"`
	Address      string              `json:"address,omitempty"`
	Rights       string              `json:"rights,omitempty"`
	Facts        map[string]wireFact `json:"facts"`
	Doubts       []wireDoubt         `json:"doubts"`
	Corrections  []wireApplied       `json:"corrections,omitempty"`
	Text         string              `json:"text"`
	Blocks       []wireBlock         `json:"blocks"`
}

// wireFact is how a fact is known.
type wireFact struct {
	Rule       string         `json:"rule"`
	Confidence Confidence     `json:"confidence"`
	Evidence   []wireEvidence `json:"evidence"`
}

type wireEvidence struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Quote string `json:"quote"`
	Text  string `json:"text,omitempty"`
	Rule  string `json:"rule"`
}

type wirePublisher struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Country string `json:"country"`
	Medium  bool   `json:"medium,omitempty"`
	wireFact
}

type wirePerson struct {
	Name    string  `json:"name"`
	ID      string  `json:"id"`
	Listed  bool    `json:"listed,omitempty"`
	Role    string  `json:"role"`
	Office  *string `json:"office"`
	Country string  `json:"country"`
	wireFact
}

type wireCountry struct {
	Code string `json:"code"`
	Name string `json:"name"`
	Part Part   `json:"part"`
	wireFact
}

type wireTopic struct {
	ID    string  `json:"id"`
	Label string  `json:"label"`
	Score float64 `json:"score"`
	wireFact
}

type wireOccasion struct {
	Kind         Kind           `json:"kind"`
	Date         *wireDate      `json:"date"`
	Place        string         `json:"place,omitempty"`
	Participants []string       `json:"participants"`
	Parties      []string       `json:"parties"`
	Evidence     []wireEvidence `json:"evidence"`
}

type wireBlock struct {
	Kind  string `json:"kind"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

type wireDoubt struct {
	Field    string         `json:"field"`
	Message  string         `json:"message"`
	Evidence []wireEvidence `json:"evidence"`
	Settle   string         `json:"settle,omitempty"`
}

type wireApplied struct {
	Field string `json:"field"`
	Was   string `json:"was"`
	Now   string `json:"now"`
	Why   string `json:"why"`
}

// MarshalJSON writes the record as one JSON object in the order of the format's keys. The same record gives the same
// bytes.
func (r Record) MarshalJSON() ([]byte, error) { return r.AppendJSON(nil), nil }

// UnmarshalJSON reads a record that MarshalJSON wrote. Unknown keys are passed over.
func (r *Record) UnmarshalJSON(b []byte) error {
	var w wire
	if err := json.Unmarshal(b, &w); err != nil {
		return err
	}
	if w.Version != FormatVersion {
		return fmt.Errorf("record of %q: format version %d, want %d", w.File, w.Version, FormatVersion)
	}
	out := Record{
		File: w.File, Part: w.Part, ID: w.ID, SHA256: w.SHA256, Encoding: w.Encoding, Text: w.Text,
		Participants: back(w.Participants, personIn), Mentioned: back(w.Mentioned, personIn),
		Countries: back(w.Countries, func(c wireCountry) Fact[Country] {
			return factIn(Country{c.Code, c.Name, c.Part}, c.wireFact)
		}),
		Topics: back(w.Topics, func(t wireTopic) Fact[Topic] {
			return factIn(Topic{t.ID, t.Label, t.Score}, t.wireFact)
		}),
		Blocks: back(w.Blocks, func(x wireBlock) Block { return Block{x.Kind, source.Span{Start: x.Start, End: x.End}} }),
		Doubts: back(w.Doubts, func(d wireDoubt) Doubt {
			return Doubt{d.Field, d.Message, evidenceIn(d.Evidence), d.Settle}
		}),
		Corrections: back(w.Corrections, func(a wireApplied) Applied { return Applied(a) }),
	}
	if p := w.Publisher; p != nil {
		out.Publisher = factIn(Publisher{p.ID, p.Name, p.Country, p.Medium}, p.wireFact)
	}
	out.Title.Value, out.Language.Value, out.Address.Value, out.Rights.Value = w.Title, w.Language, w.Address, w.Rights
	for name, f := range out.texts() {
		if k, ok := w.Facts[name]; ok {
			*f = factIn(f.Value, k)
		}
	}
	out.Kind.Value = Kind(w.Kind)
	if k, ok := w.Facts["kind"]; ok {
		out.Kind = factIn(out.Kind.Value, k)
	}
	var err error
	if out.Date, err = dateIn(w.Date); err != nil {
		return fmt.Errorf("record of %q: date: %w", w.File, err)
	}
	if out.Published, err = dateIn(w.Published); err != nil {
		return fmt.Errorf("record of %q: published: %w", w.File, err)
	}
	for _, o := range w.Occasions {
		d, err := dateIn(o.Date)
		if err != nil {
			return fmt.Errorf("record of %q: occasions: date: %w", w.File, err)
		}
		out.Occasions = append(out.Occasions, Occasion{o.Kind, d, o.Place, back(o.Participants, same), back(o.Parties, same), evidenceIn(o.Evidence)})
	}
	*r = out
	return nil
}

// texts returns the facts whose value is plain text, by their key.
func (r *Record) texts() map[string]*Fact[string] {
	return map[string]*Fact[string]{"title": &r.Title, "language": &r.Language, "address": &r.Address, "rights": &r.Rights}
}

func personIn(w wirePerson) Fact[Person] {
	p := Person{Name: w.Name, ID: w.ID, Listed: w.Listed, Role: w.Role, Country: w.Country}
	if w.Office != nil {
		p.Office = *w.Office
	}
	return factIn(p, w.wireFact)
}

func factIn[T any](v T, w wireFact) Fact[T] {
	return Fact[T]{v, w.Rule, w.Confidence, evidenceIn(w.Evidence)}
}

func evidenceIn(ws []wireEvidence) []Evidence {
	return back(ws, func(w wireEvidence) Evidence {
		return Evidence{source.Span{Start: w.Start, End: w.End}, w.Quote, w.Text, w.Rule}
	})
}

// each maps a list; the result is never nil, so that it is written as [].
func each[A, B any](as []A, f func(A) B) []B {
	out := make([]B, 0, len(as))
	for _, a := range as {
		out = append(out, f(a))
	}
	return out
}

// back maps a list that was read; an empty one is nil.
func back[A, B any](as []A, f func(A) B) []B {
	if len(as) == 0 {
		return nil
	}
	return each(as, f)
}

func same(s string) string { return s }

func required(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// parseAll reads dates in EDTF.
func parseAll(texts []string) ([]date.Date, error) {
	var out []date.Date
	for _, t := range texts {
		d, _, err := date.ParseEDTF(t)
		if err != nil {
			return nil, err
		}
		out = append(out, d)
	}
	return out, nil
}
