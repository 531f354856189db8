package export

import (
	"slices"
	"strconv"
	"strings"

	"readout/internal/archive"
	"readout/internal/date"
	"readout/internal/record"
)

// kind of the cells of a column.
type kind string

// The kinds of cells, in the words of the Table Schema of Frictionless.
const (
	texts    kind = "string"
	integers kind = "integer"
	numbers  kind = "number"
	truths   kind = "boolean"
)

// column is a column of a table.
type column struct {
	Name  string
	Kind  kind
	About string
	Must  bool     // whether every cell is filled
	Enum  []string // all that may stand in a cell; nil anything
	Of    string   // "table.column" that a cell points to; "" none
}

// table is a table that goes out as CSV, is told by the data package and loaded by SQL. A cell is nil where nothing is
// known, or else a string, an int, a float64 or a bool; no string is empty.
type table struct {
	Name    string
	About   string
	Key     []string // columns that are different in each row
	Columns []column
	rows    rows
}

// rows hands the rows of a table to yield until that has enough. Before those of a release or an event it asks whether they
// stand already, and passes them over then.
type rows func(s *sections, yield func([]any) bool)

// Rows are all rows of the table.
func (t table) Rows(yield func([]any) bool) { t.rows(nil, yield) }

// tables lists all tables; those that others point to stand before them.
func (x *index) tables() []table {
	return []table{
		x.countryTable(), x.publisherTable(), x.topicTable(), x.officialTable(), x.officeTable(), x.releaseTable(),
		x.peopleTable("participants", "Who took part, a row for each person of each release.", func(r *record.Record) []record.Fact[record.Person] { return r.Participants }),
		x.peopleTable("mentioned", "Who is only mentioned, a row for each person of each release.", func(r *record.Record) []record.Fact[record.Person] { return r.Mentioned }),
		x.releaseCountryTable(), x.releaseTopicTable(),
		x.eventTable(), x.eventReleaseTable(), x.eventPartyTable(), x.eventPeopleTable(), x.dyadTable(),
	}
}

// known is a cell of a text that may be unknown.
func known(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func enum[T ~string](values ...T) []string {
	var out []string
	for _, v := range values {
		out = append(out, string(v))
	}
	return out
}

var confidences = enum(record.Certain, record.Inferred, record.Uncertain)

// dateColumns are the columns of a date, under a name.
func dateColumns(name, what string) []column {
	return []column{
		{Name: name, Kind: texts, About: what + ", in EDTF: 2018-06-18, 2018-06, XXXX-06-18, 2019-05-01/2019-05-03, [2013-06-18,2018-06-18], 2018-06-18?"},
		{Name: name + "_from", Kind: texts, About: "first day, or month, or year; the likeliest of several; empty where the year is unknown"},
		{Name: name + "_to", Kind: texts, About: "last day of a span"},
		{Name: name + "_confidence", Kind: texts, About: "how the date is known: the text says it, it follows from evidence that leaves one answer, it is the likeliest of several", Enum: confidences},
	}
}

func dateCells(d date.Date, c record.Confidence) []any {
	if !d.Known() {
		return []any{nil, nil, nil, nil}
	}
	return []any{known(d.EDTF(c == record.Uncertain)), known(d.From.ISO()), known(d.To.ISO()), known(string(c))}
}

func (x *index) publisherTable() table {
	return table{"publishers", "Who issued releases.", []string{"id"}, []column{
		{Name: "id", Kind: texts, Must: true},
		{Name: "name", Kind: texts, Must: true},
		{Name: "country", Kind: texts, About: "that it belongs to", Of: "countries.code"},
		{Name: "medium", Kind: truths, Must: true, About: "a news medium, not a government body"},
		{Name: "address", Kind: texts, Must: true, About: "path of its page"},
	}, func(s *sections, yield func([]any) bool) {
		for _, p := range x.Publishers {
			if id := x.publishers[p]; id != "" && !yield([]any{id, p.Name, known(p.Country), p.Medium, p.Path()}) {
				return
			}
		}
	}}
}

func (x *index) countryTable() table {
	return table{"countries", "Countries and organisations that are named anywhere.", []string{"code"}, []column{
		{Name: "code", Kind: texts, Must: true, About: "ISO 3166-1 alpha-2 of a country; XK Kosovo; the usual short name of an organisation: EU, UN, AFU (African Union)"},
		{Name: "name", Kind: texts, Must: true},
		{Name: "official_name", Kind: texts},
		{Name: "organisation", Kind: truths, Must: true, About: "an organisation, not a country"},
		{Name: "address", Kind: texts, About: "path of its page; empty where it has none"},
	}, func(s *sections, yield func([]any) bool) {
		for _, code := range x.codes {
			row := []any{code, x.CountryName(code), nil, len(code) != 2, nil}
			if c := x.Country(code); c != nil {
				row = []any{code, c.Name, known(c.Official), c.Organisation, c.Path()}
			}
			if !yield(row) {
				return
			}
		}
	}}
}

func (x *index) topicTable() table {
	return table{"topics", "Topics on which releases say something.", []string{"id"}, []column{
		{Name: "id", Kind: texts, Must: true},
		{Name: "label", Kind: texts, Must: true},
		{Name: "scope", Kind: texts, About: "what belongs to it"},
		{Name: "address", Kind: texts, Must: true, About: "path of its page"},
	}, func(s *sections, yield func([]any) bool) {
		for _, t := range x.Topics {
			if id := x.topicID[t]; id != "" && !yield([]any{id, t.Name, known(t.Scope), t.Path()}) {
				return
			}
		}
	}}
}

func (x *index) officialTable() table {
	return table{"officials", "People who took part, or hold an office and are mentioned.", []string{"id"}, []column{
		{Name: "id", Kind: texts, Must: true},
		{Name: "name", Kind: texts, Must: true},
		{Name: "country", Kind: texts, About: "for which the person acts most often", Of: "countries.code"},
		{Name: "listed", Kind: truths, Must: true, About: "known by name and office before reading"},
		{Name: "address", Kind: texts, Must: true, About: "path of the person's page"},
	}, func(s *sections, yield func([]any) bool) {
		for _, o := range x.Officials {
			id := x.officialID[o]
			if id == "" {
				continue
			}
			row := []any{id, o.Name, nil, o.Listed, o.Path()}
			if len(o.Countries) > 0 {
				row[2] = o.Countries[0].Code
			}
			if !yield(row) {
				return
			}
		}
	}}
}

func (x *index) officeTable() table {
	return table{"offices", "Terms of office of those officials who are known before reading.", []string{"official", "number"}, []column{
		{Name: "official", Kind: texts, Must: true, Of: "officials.id"},
		{Name: "number", Kind: integers, Must: true, About: "of the person's terms, from 1"},
		{Name: "title", Kind: texts, Must: true},
		{Name: "country", Kind: texts, Of: "countries.code"},
		{Name: "from", Kind: texts, About: "first day, or month, or year"},
		{Name: "to", Kind: texts, About: "last day; empty: in office, or the end unknown"},
		{Name: "about", Kind: truths, Must: true, About: "a day may be off by weeks or months"},
		{Name: "source", Kind: texts, About: "where the days come from"},
	}, func(s *sections, yield func([]any) bool) {
		for _, o := range x.Officials {
			id := x.officialID[o]
			if id == "" {
				continue
			}
			for i, t := range o.Offices {
				row := []any{id, i + 1, t.Title, nil, known(t.From.ISO()), known(t.To.ISO()), t.About, known(t.Source)}
				if t.Country != nil {
					row[3] = t.Country.Code
				}
				if !yield(row) {
					return
				}
			}
		}
	}}
}

func (x *index) eventTable() table {
	return table{"events", "What happened: one row an event, however many releases tell of it.", []string{"id"}, slices.Concat([]column{
		{Name: "id", Kind: texts, Must: true},
		{Name: "title", Kind: texts, About: "headline of the release that tells of it first"},
		{Name: "kind", Kind: texts, Enum: enum(record.Kinds...)},
	}, dateColumns("date", "day or days of the event"), []column{
		{Name: "place", Kind: texts, About: "city, if told"},
		{Name: "address", Kind: texts, Must: true, About: "path of its page, or of its place in the release that alone tells of it"},
	}), func(s *sections, yield func([]any) bool) {
		for _, ev := range x.events {
			if s.stands(func(h *archive.Hash) { ev.shows(x, h) }) {
				continue
			}
			row := append([]any{ev.ID, known(ev.title), known(string(ev.Kind))}, dateCells(ev.day, ev.confidence)...)
			if !yield(append(row, known(ev.Place), ev.Path())) {
				return
			}
		}
	}}
}

func (x *index) eventReleaseTable() table {
	return table{"event_releases", "Which release tells of which event.", []string{"event", "release", "occasion"}, []column{
		{Name: "event", Kind: texts, Must: true, Of: "events.id"},
		{Name: "release", Kind: texts, Must: true, Of: "releases.id"},
		{Name: "occasion", Kind: integers, Must: true, About: "of the release's occasions, from 1"},
	}, func(s *sections, yield func([]any) bool) {
		for _, ev := range x.events {
			if s.stands(func(h *archive.Hash) { ev.shows(x, h) }) {
				continue
			}
			for _, c := range ev.told {
				if !yield([]any{ev.ID, c.Entry.ID, c.Occasion + 1}) {
					return
				}
			}
		}
	}}
}

func (x *index) eventPartyTable() table {
	return table{"event_parties", "Which countries and organisations took part in which event.", []string{"event", "country"}, []column{
		{Name: "event", Kind: texts, Must: true, Of: "events.id"},
		{Name: "country", Kind: texts, Must: true, Of: "countries.code"},
	}, func(s *sections, yield func([]any) bool) {
		for _, ev := range x.events {
			if s.stands(func(h *archive.Hash) { ev.shows(x, h) }) {
				continue
			}
			for _, code := range ev.parties {
				if !yield([]any{ev.ID, code}) {
					return
				}
			}
		}
	}}
}

func (x *index) eventPeopleTable() table {
	return table{"event_people", "Who took part in which event.", []string{"event", "number"}, []column{
		{Name: "event", Kind: texts, Must: true, Of: "events.id"},
		{Name: "number", Kind: integers, Must: true, About: "of the people of the event, from 1"},
		{Name: "name", Kind: texts},
		{Name: "official", Kind: texts, About: "empty for one who has no page", Of: "officials.id"},
		{Name: "country", Kind: texts, Of: "countries.code"},
	}, func(s *sections, yield func([]any) bool) {
		for _, ev := range x.events {
			if s.stands(func(h *archive.Hash) { ev.shows(x, h) }) {
				continue
			}
			for i, p := range ev.people {
				if !yield([]any{ev.ID, i + 1, known(p.Name), known(x.official(p)), known(p.Country)}) {
					return
				}
			}
		}
	}}
}

// cellText is a cell as it stands in a CSV file, before quoting.
func cellText(cell any) string {
	switch v := cell.(type) {
	case string:
		return record.Mask(v)
	case int:
		return strconv.Itoa(v)
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

// target is the table and the column to which a column points.
func (c column) target() (table, column string) {
	table, column, _ = strings.Cut(c.Of, ".")
	return table, column
}
