package export

import (
	"io"

	"readout/internal/archive"
)

// The data package of Frictionless: what each file of the data folder holds, column by column.

type dataPackage struct {
	Profile     string         `json:"profile"`
	Name        string         `json:"name"`
	Title       string         `json:"title"`
	Description string         `json:"description"`
	Homepage    string         `json:"homepage,omitempty"`
	AsOf        string         `json:"asOf,omitempty"` // day of the newest release, in EDTF
	Resources   []dataResource `json:"resources"`
}

type dataResource struct {
	Profile     string       `json:"profile"`
	Name        string       `json:"name"`
	Path        string       `json:"path"`
	Description string       `json:"description"`
	Format      string       `json:"format"`
	Mediatype   string       `json:"mediatype"`
	Encoding    string       `json:"encoding"`
	Dialect     *dialect     `json:"dialect,omitempty"`
	Schema      *tableSchema `json:"schema,omitempty"`
	JSONSchema  string       `json:"jsonSchema,omitempty"`
}

type dialect struct {
	Delimiter      string `json:"delimiter"`
	LineTerminator string `json:"lineTerminator"`
	QuoteChar      string `json:"quoteChar"`
	DoubleQuote    bool   `json:"doubleQuote"`
	Header         bool   `json:"header"`
	SkipSpace      bool   `json:"skipInitialSpace"`
	Description    string `json:"description"`
}

type tableSchema struct {
	Fields        []field      `json:"fields"`
	PrimaryKey    []string     `json:"primaryKey,omitempty"`
	ForeignKeys   []foreignKey `json:"foreignKeys,omitempty"`
	MissingValues []string     `json:"missingValues"`
}

type field struct {
	Name        string       `json:"name"`
	Type        kind         `json:"type"`
	Description string       `json:"description,omitempty"`
	Constraints *constraints `json:"constraints,omitempty"`
}

type constraints struct {
	Required bool     `json:"required,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

type foreignKey struct {
	Fields    string  `json:"fields"`
	Reference pointer `json:"reference"`
}

type pointer struct {
	Resource string `json:"resource"`
	Fields   string `json:"fields"`
}

// DataPackage writes datapackage.json, which describes the files of the data folder.
func DataPackage(w io.Writer, a *archive.Archive, o Options) error {
	return newIndex(a, o).writePackage(w)
}

func (x *index) writePackage(w io.Writer) error {
	p := dataPackage{
		Profile: "data-package", Name: "archive", Title: x.Title, Homepage: x.BaseURL,
		Description: "Records of press releases: what happened, who took part, when, and where the text says so. " + apostropheRule,
	}
	if slug := archive.Slug(x.Title, 60); slug != "" {
		p.Name = slug
	}
	if e := x.Newest(); e != nil {
		p.AsOf = e.Day.String() // the newest release dates the archive
	}
	for _, t := range x.tables() {
		p.Resources = append(p.Resources, dataResource{
			Profile: "tabular-data-resource", Name: t.Name, Path: t.Name + ".csv", Description: t.About,
			Format: "csv", Mediatype: "text/csv", Encoding: "utf-8",
			Dialect: &dialect{",", "\r\n", `"`, true, true, false, apostropheRule}, Schema: t.schema(),
		})
	}
	for _, j := range []struct{ name, path, about, media, schema string }{
		{"releases-json", "releases.jsonl", "The records in full, one JSON object a line, with the words of the text that each fact rests on.", "application/x-ndjson", "release"},
		{"countries-json", "countries.json", "Countries and organisations, with counterparts and releases.", "application/json", "countries"},
		{"officials-json", "officials.json", "People, with names, offices, whom they met, and releases.", "application/json", "officials"},
		{"topics-json", "topics.json", "Topics, with releases.", "application/json", "topics"},
		{"events-json", "events.json", "Events, with who took part and which releases tell of them.", "application/json", "events"},
	} {
		p.Resources = append(p.Resources, dataResource{
			Profile: "data-resource", Name: j.name, Path: j.path, Description: j.about, Format: "json", Mediatype: j.media, Encoding: "utf-8",
			JSONSchema: "schema/" + j.schema + ".schema.json",
		})
	}
	return indented(w, p)
}

func (t table) schema() *tableSchema {
	s := &tableSchema{PrimaryKey: t.Key, MissingValues: []string{""}}
	for _, c := range t.Columns {
		f := field{Name: c.Name, Type: c.Kind, Description: c.About}
		if c.Must || c.Enum != nil {
			f.Constraints = &constraints{c.Must, c.Enum}
		}
		s.Fields = append(s.Fields, f)
		if c.Of != "" {
			table, column := c.target()
			s.ForeignKeys = append(s.ForeignKeys, foreignKey{c.Name, pointer{table, column}})
		}
	}
	return s
}
