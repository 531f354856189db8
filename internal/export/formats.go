package export

import (
	"slices"
	"strings"

	"readout/internal/archive"
)

// Format is a form in which an archive goes out.
type Format struct {
	Name  string   // as the command takes it
	Paths []string // of its files, on the site where they stand there; one with * stands for many
	Holds string
	files func(*index) []File
}

// Files lists the files of the format, one or several. A format that needs the address of the
// archive on the web lists none where it is not known.
func (f Format) Files(a *archive.Archive, o Options) []File { return f.files(newIndex(a, o)) }

// Single reports whether the format is always one file.
func (f Format) Single() bool { return len(f.Paths) == 1 && !strings.ContainsAny(f.Paths[0], "*") }

// Formats lists all formats.
func Formats() []Format {
	var list []Format
	one := func(name, path, holds string) {
		list = append(list, Format{name, []string{path}, holds, func(x *index) []File {
			for _, f := range x.data() {
				if f.Path == path {
					return []File{f}
				}
			}
			return nil
		}})
	}
	one("jsonl", "data/releases.jsonl", "the records of all releases, one JSON object a line")
	one("countries", "data/countries.json", "countries and organisations, with counterparts and releases")
	one("officials", "data/officials.json", "people, with names, offices, whom they met, and releases")
	one("topics", "data/topics.json", "topics, with releases")
	one("events", "data/events.json", "events, with who took part and which releases tell of them")
	tables := []string{"data/datapackage.json"}
	for _, t := range TableNames() {
		tables = append(tables, "data/"+t+".csv")
	}
	list = append(list, Format{"csv", tables, "tables, and a data package that describes them", func(x *index) []File { return x.tableFiles("data/") }})
	list = append(list, Format{"sql", []string{"archive.sql"}, "text for sqlite3: tables, foreign keys, an index of words", func(x *index) []File {
		return []File{{Path: "archive.sql", write: x.writeSQL}}
	}})
	one("bibtex", "data/bibliography.bib", "a bibliography for LaTeX")
	one("ris", "data/bibliography.ris", "a bibliography for Zotero, EndNote and others")
	one("csl", "data/bibliography.csl.json", "a bibliography as CSL-JSON")
	one("chicago", "data/bibliography.txt", "a bibliography by the Chicago Manual of Style, in plain text")
	one("graphml", "data/officials.graphml", "who met whom, for Gephi")
	one("graphml-countries", "data/countries.graphml", "which countries were in contact, for Gephi")
	one("ics", "data/events.ics", "events as a calendar")
	return append(list,
		Format{"atom", []string{"feed.atom"}, "a feed of the newest releases; needs a base URL", func(x *index) []File {
			if x.BaseURL == "" {
				return nil
			}
			return []File{x.followed()}
		}},
		Format{"schema", []string{"data/schema/*.schema.json"}, "JSON Schemas of the JSON files", (*index).schemas},
		Format{"data", []string{"data/*"}, "all files of the data folder", (*index).data},
	)
}

// FormatNamed returns the format with a name.
func FormatNamed(name string) (Format, bool) {
	list := Formats()
	i := slices.IndexFunc(list, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, false
	}
	return list[i], true
}
