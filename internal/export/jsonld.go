package export

import (
	"encoding/json"

	"readout/internal/archive"
	"readout/internal/record"
)

// Things of schema.org, as far as we tell them.

type ldThing struct {
	Context     string    `json:"@context,omitempty"`
	Type        string    `json:"@type"`
	ID          string    `json:"@id,omitempty"`
	URL         string    `json:"url,omitempty"`
	Name        string    `json:"name,omitempty"`
	Headline    string    `json:"headline,omitempty"`
	Description string    `json:"description,omitempty"`
	Genre       string    `json:"genre,omitempty"`
	Published   string    `json:"datePublished,omitempty"`
	Start       string    `json:"startDate,omitempty"`
	End         string    `json:"endDate,omitempty"`
	Language    string    `json:"inLanguage,omitempty"`
	SameAs      string    `json:"sameAs,omitempty"`
	JobTitle    string    `json:"jobTitle,omitempty"`
	Location    *ldThing  `json:"location,omitempty"`
	Author      *ldThing  `json:"author,omitempty"`
	Publisher   *ldThing  `json:"publisher,omitempty"`
	About       []ldThing `json:"about,omitempty"`
	Attendee    []ldThing `json:"attendee,omitempty"`
	Keywords    []string  `json:"keywords,omitempty"`
	IsPartOf    *ldThing  `json:"isPartOf,omitempty"`
	Formats     []ldFile  `json:"distribution,omitempty"`
}

type ldFile struct {
	Type   string `json:"@type"`
	Format string `json:"encodingFormat"`
	URL    string `json:"contentUrl"`
}

const schemaOrg = "https://schema.org"

func releaseJSONLD(a *archive.Archive, e *archive.Entry, r *reference) string {
	t := ldThing{
		Context: schemaOrg, Type: "Report", Name: r.title, Headline: r.title, Genre: r.genre, Published: r.one().ISO(), Language: r.language,
		SameAs: r.original, IsPartOf: whole(a),
	}
	if a.BaseURL != "" {
		t.ID = canonical(a, e.Path())
		t.URL = t.ID
	}
	if r.author != "" {
		body := ldThing{Type: "GovernmentOrganization", Name: r.author}
		if r.medium {
			t.Type, body.Type = "NewsArticle", "NewsMediaOrganization"
		}
		t.Author, t.Publisher = &body, &body
	}
	for i, oc := range e.Record.Occasions {
		about := happening(a, e, oc)
		if v := e.Event(i); v != nil && v.Own && a.BaseURL != "" {
			about.ID = canonical(a, v.Path())
		}
		t.About = append(t.About, about)
	}
	for _, f := range e.Record.Topics {
		t.Keywords = append(t.Keywords, f.Value.Label)
	}
	return ld(t)
}

// happening is what a release tells of.
func happening(a *archive.Archive, e *archive.Entry, oc record.Occasion) ldThing {
	d := oc.Date.Value.Date
	if !d.Known() {
		d = e.Record.Date.Value.Date
	}
	t := ldThing{Type: "Event", Name: record.OneLine(e.Title())}
	if len(d.OneOf) == 0 {
		t.Start, t.End = d.From.ISO(), d.To.ISO()
	}
	if oc.Place != "" {
		t.Location = &ldThing{Type: "Place", Name: oc.Place}
	}
	for _, p := range present(e, oc) {
		person := ldThing{Type: "Person", Name: p.Name, JobTitle: role(e, p)}
		if o := a.Official(p.ID); o != nil && a.BaseURL != "" {
			person.ID = canonical(a, o.Path())
		}
		t.Attendee = append(t.Attendee, person)
	}
	return t
}

// pageJSONLD tells what a page is: the home page an archive whose data can be fetched, all others a list in it.
func pageJSONLD(a *archive.Archive, path, title, description string) string {
	if path != "index.html" {
		t := ldThing{Context: schemaOrg, Type: "CollectionPage", Name: title, Description: description, IsPartOf: whole(a)}
		if a.BaseURL != "" {
			t.URL = canonical(a, path)
		}
		return ld(t)
	}
	t := ldThing{Context: schemaOrg, Type: "Dataset", Name: a.Title, Description: a.Description, Language: a.Language}
	if t.Description == "" {
		t.Description = "Press releases read into records: what happened, who took part, when, and where the text says so."
	}
	if a.BaseURL != "" {
		t.URL = canonical(a, path)
		for _, f := range []struct{ format, path string }{
			{"application/x-ndjson", "data/releases.jsonl"}, {"text/csv", "data/releases.csv"}, {"application/json", "data/datapackage.json"},
		} {
			t.Formats = append(t.Formats, ldFile{"DataDownload", f.format, a.BaseURL + f.path})
		}
	}
	return ld(t)
}

func whole(a *archive.Archive) *ldThing {
	t := &ldThing{Type: "Collection", Name: a.Title}
	if a.BaseURL != "" {
		t.URL = a.BaseURL
	}
	return t
}

// ld is the masked JSON of a thing, in which nothing ends a script element.
func ld(t ldThing) string {
	b, _ := json.Marshal(t) // plain structs: it cannot fail
	return string(maskJSON(b))
}
