// Package export writes an archive as data: JSON, CSV, SQL, feeds, citations.
//
// All that goes out is masked: an e-mail address is never legible in it. Of a release of which only an excerpt may be
// shown, facts, headline and a few words go out, and nothing else.
package export

import (
	"io"

	"readout/internal/archive"
)

// Options says what goes out. The zero Options is everything.
type Options struct {
	Shelf string   // only the releases of a shelf, named by its folder and id ("countries/south-korea"); "" all
	Pages []string // paths of all pages, for the sitemap; nil for those that the archive itself knows
}

// File is one file of the site. Files may be written at the same time.
type File struct {
	Path  string // from the top of the site, with forward slashes
	write func(io.Writer) error
}

// Write writes the file's bytes to w. The same archive gives the same bytes. An error is one of w.
func (f File) Write(w io.Writer) error { return f.write(w) }

// Files lists all files that go with the pages of a site: the data folder, a record beside each release, a bibliography
// beside each shelf, and, where the archive knows its address on the web, feeds and the sitemap.
func Files(a *archive.Archive, o Options) []File {
	x := newIndex(a, o)
	files := x.data()
	files = append(files, x.records()...)
	files = append(files, x.bibliographies()...)
	files = append(files, x.card())
	if a.BaseURL != "" {
		files = append(files, x.feeds()...)
		files = append(files, x.sitemap()...)
	}
	return files
}

// data lists the files of the data folder, and those that describe them.
func (x *index) data() []File {
	files := []File{
		{releasesPath, x.writeReleases},
		{"data/countries.json", x.writeCountries},
		{"data/officials.json", x.writeOfficials},
		{"data/topics.json", x.writeTopics},
		{"data/events.json", x.writeEvents},
		{"data/officials.graphml", x.writeMetOfficials},
		{"data/countries.graphml", x.writeMetCountries},
		{"data/events.ics", x.writeCalendar},
		{"data/bibliography.bib", x.writeBibTeX},
		{"data/bibliography.ris", x.writeRIS},
		{"data/bibliography.csl.json", x.writeCSL},
		{"data/bibliography.txt", x.writeChicago},
	}
	files = append(files, x.schemas()...)
	return append(files, x.tableFiles("data/")...)
}
