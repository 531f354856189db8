package export

import (
	"slices"

	"readout/internal/archive"
	"readout/internal/record"
)

func (x *index) releaseTable() table {
	return table{"releases", "One row a release.", []string{"id"}, slices.Concat([]column{
		{Name: "id", Kind: texts, Must: true},
		{Name: "title", Kind: texts},
		{Name: "kind", Kind: texts, Enum: enum(record.Kinds...)},
		{Name: "kind_confidence", Kind: texts, Enum: confidences},
	}, dateColumns("date", "day or days of the event that the release tells of"),
		dateColumns("published", "day of publication, where the release tells it"), []column{
			{Name: "published_time", Kind: texts, About: "time of publication, 24 hours, as the release gives it"},
			{Name: "publisher", Kind: texts, Of: "publishers.id"},
			{Name: "language", Kind: texts, About: "BCP 47"},
			{Name: "rights", Kind: texts, Must: true, About: "full, or excerpt: only facts and a few words of the text are given", Enum: []string{"full", "excerpt"}},
			{Name: "address", Kind: texts, Must: true, About: "path of its page"},
			{Name: "original", Kind: texts, About: "address at which it was first published"},
			{Name: "file", Kind: texts, Must: true, About: "from which it was read"},
			{Name: "part", Kind: integers, Must: true, About: "of a file that holds several releases, from 1"},
			{Name: "sha256", Kind: texts, About: "of the file's bytes"},
			{Name: "doubts", Kind: integers, Must: true, About: "number of things that are unsure"},
			{Name: "text", Kind: texts, About: "the release without page furniture, its wording and order as they are"},
		}), func(s *sections, yield func([]any) bool) {
		for _, e := range x.releases {
			if s.release(e) {
				continue
			}
			r := e.Record
			row := []any{e.ID, known(e.Title()), known(string(r.Kind.Value)), known(string(r.Kind.Confidence))}
			row = append(row, dateCells(r.Date.Value.Date, r.Date.Confidence)...)
			row = append(row, dateCells(r.Published.Value.Date, r.Published.Confidence)...)
			row = append(row, known(r.Published.Value.Time), nil, known(r.Language.Value), rights(e), e.Path(), known(r.Address.Value),
				known(r.File), max(r.Part, 1), known(r.SHA256), len(r.Doubts), known(text(e)))
			if e.Publisher != nil {
				row[13] = known(r.Publisher.Value.ID)
			}
			if !yield(row) {
				return
			}
		}
	}}
}

func (x *index) peopleTable(name, about string, people func(*record.Record) []record.Fact[record.Person]) table {
	return table{name, about, []string{"release", "number"}, []column{
		{Name: "release", Kind: texts, Must: true, Of: "releases.id"},
		{Name: "number", Kind: integers, Must: true, About: "of the people of the release, from 1"},
		{Name: "name", Kind: texts, About: "as fully as the text gives it"},
		{Name: "official", Kind: texts, About: "empty for one who has no page", Of: "officials.id"},
		{Name: "role", Kind: texts, About: "what the text calls the person"},
		{Name: "office", Kind: texts, About: "held on the day, by its name"},
		{Name: "country", Kind: texts, About: "for which the person acts", Of: "countries.code"},
		{Name: "confidence", Kind: texts, Enum: confidences},
	}, func(s *sections, yield func([]any) bool) {
		for _, e := range x.releases {
			if s.stands(func(h *archive.Hash) { h.Entries(e); x.people(h, people(e.Record)) }) {
				continue
			}
			for i, f := range people(e.Record) {
				p := f.Value
				if !yield([]any{e.ID, i + 1, known(p.Name), known(x.official(p)), known(role(e, p)), known(x.OfficeTitle(p.Office)), known(p.Country), known(string(f.Confidence))}) {
					return
				}
			}
		}
	}}
}

func (x *index) releaseCountryTable() table {
	return table{"release_countries", "Which countries and organisations a release names, and whether they took part.", []string{"release", "country"}, []column{
		{Name: "release", Kind: texts, Must: true, Of: "releases.id"},
		{Name: "country", Kind: texts, Must: true, Of: "countries.code"},
		{Name: "part", Kind: texts, Must: true, Enum: enum(record.Party, record.Mentioned)},
		{Name: "confidence", Kind: texts, Enum: confidences},
	}, func(s *sections, yield func([]any) bool) {
		for _, e := range x.releases {
			if s.release(e) {
				continue
			}
			seen := map[string]bool{}
			for _, part := range []record.Part{record.Party, record.Mentioned} {
				for _, f := range e.Record.Countries {
					if c := f.Value; c.Part != part || c.Code == "" || seen[c.Code] {
						continue
					}
					seen[f.Value.Code] = true
					if !yield([]any{e.ID, f.Value.Code, string(part), known(string(f.Confidence))}) {
						return
					}
				}
			}
		}
	}}
}

func (x *index) releaseTopicTable() table {
	return table{"release_topics", "On which topics a release says something.", []string{"release", "topic"}, []column{
		{Name: "release", Kind: texts, Must: true, Of: "releases.id"},
		{Name: "topic", Kind: texts, Must: true, Of: "topics.id"},
		{Name: "score", Kind: numbers, Must: true, About: "share of the body's sentences that bear the topic, 0 to 1"},
	}, func(s *sections, yield func([]any) bool) {
		for _, e := range x.releases {
			if s.release(e) {
				continue
			}
			seen := map[string]bool{}
			for _, f := range e.Record.Topics {
				if seen[f.Value.ID] || x.Topic(f.Value.ID) == nil {
					continue
				}
				seen[f.Value.ID] = true
				if !yield([]any{e.ID, f.Value.ID, f.Value.Score}) {
					return
				}
			}
		}
	}}
}

func (x *index) dyadTable() table {
	return table{"dyad_years", "How often two countries or organisations were in contact: calls, meetings, visits and signings of two to four parties, a row for each pair, year and kind.",
		nil, []column{
			{Name: "a", Kind: texts, Must: true, About: "the one whose code comes first", Of: "countries.code"},
			{Name: "b", Kind: texts, Must: true, Of: "countries.code"},
			{Name: "year", Kind: integers, About: "of the event; empty where it is not known"},
			{Name: "kind", Kind: texts, Must: true, Enum: enum(record.Call, record.Meeting, record.Visit, record.Signing)},
			{Name: "events", Kind: integers, Must: true, About: "number of them"},
		}, func(s *sections, yield func([]any) bool) {
			for _, d := range x.dyads() {
				var year any
				if d.year != 0 {
					year = d.year
				}
				if !yield([]any{d.a, d.b, year, string(d.kind), d.n}) {
					return
				}
			}
		}}
}
