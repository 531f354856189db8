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
	shows func(*archive.Hash) // puts in what the file holds; nil where nobody can tell without making it
}

// Key puts in all that the file is made of, so that what is the same need not be made again; false where that is not known
// before it is made.
func (f File) Key(h *archive.Hash) bool {
	if f.shows == nil {
		return false
	}
	h.Text(f.Path)
	f.shows(h)
	return true
}

// Write writes the file's bytes to w. The same archive gives the same bytes. An error is one of w.
func (f File) Write(w io.Writer) error { return f.write(w) }

// Files lists all files that go with the pages of a site: the data folder, a record beside each release, a bibliography
// beside each shelf, and, where the archive knows its address on the web, feeds and the sitemap.
func Files(a *archive.Archive, o Options) []File { return Prepare(a).Files(o.Pages) }

// Prepared is an archive made ready to go out.
type Prepared struct{ x *index }

// Prepare makes an archive ready to go out whole, before its pages are known.
func Prepare(a *archive.Archive) *Prepared { return &Prepared{newIndex(a, Options{})} }

// Files lists what Files lists, for a site of the given pages.
func (p *Prepared) Files(pages []string) []File {
	x := p.x
	x.o.Pages = pages
	files := x.data()
	files = append(files, x.records()...)
	files = append(files, x.bibliographies()...)
	files = append(files, x.card())
	if x.BaseURL != "" {
		files = append(files, x.feeds()...)
		files = append(files, x.sitemap()...)
	}
	return files
}

// data lists the files of the data folder, and those that describe them.
func (x *index) data() []File {
	files := []File{
		{Path: releasesPath, write: x.writeReleases},
		{Path: "data/countries.json", write: x.writeCountries},
		{Path: "data/officials.json", write: x.writeOfficials},
		{Path: "data/topics.json", write: x.writeTopics},
		{Path: "data/events.json", write: x.writeEvents},
		{Path: "data/officials.graphml", write: x.writeMetOfficials},
		{Path: "data/countries.graphml", write: x.writeMetCountries},
		{Path: "data/events.ics", write: x.writeCalendar},
		{Path: "data/bibliography.bib", write: x.writeBibTeX},
		{Path: "data/bibliography.ris", write: x.writeRIS},
		{Path: "data/bibliography.csl.json", write: x.writeCSL},
		{Path: "data/bibliography.txt", write: x.writeChicago},
	}
	files = append(files, x.schemas()...)
	files = append(files, x.tableFiles("data/")...)
	for i := range files {
		files[i].shows = x.whole
		files[i] = x.keyed(files[i])
	}
	return files
}
