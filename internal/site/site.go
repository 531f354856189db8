// Package site renders an archive as HTML pages.
package site

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"readout/internal/archive"
)

// Options says what pages are made of. Layers of files are searched in order: the first that holds a file wins.
type Options struct {
	Templates []fs.FS // page/*.html, part/*.html, layout.html
	Static    []fs.FS // style sheet, scripts, icons; published under static/
	Version   string  // of the program, told on the about page; "" leaves it out

	Heads Heads                          // what heads of pages tell machines; nil for the address alone
	Cite  func(*archive.Entry) *Citation // how to cite a release; nil leaves it out
	Data  []DataFiles                    // what can be downloaded of the whole, told on the about page
}

// Page is one file of the site.
type Page struct {
	Path   string // from the top of the site, with forward slashes
	Listed bool   // whether a sitemap names it: a page that is no redirect, and at whose address something stands
	render func(*bytes.Buffer) error
	shows  func(*archive.Hash) // puts in what the page shows; nil where nobody can tell without making it
}

// Key puts in all that the page is made of, so that what is the same need not be made again; false where that is not known
// before it is made.
func (p Page) Key(h *archive.Hash) bool {
	if p.shows == nil {
		return false
	}
	h.Text(p.Path)
	p.shows(h)
	return true
}

// Render writes the page's bytes to b. Pages may be rendered at the same time, each into a buffer of its own.
func (p Page) Render(b *bytes.Buffer) error {
	if err := p.render(b); err != nil {
		return fmt.Errorf("page %s: %w", p.Path, err)
	}
	return nil
}

// Site is an archive about to be rendered.
type Site struct {
	archive *archive.Archive
	view    *views
	options Options
	pages   []Page
	files   map[string]*archive.Entry // original file -> the release at whose address it can be downloaded; nil where none may
}

// New parses the templates and lists the pages of an archive. It fails on a faulty template, and where two pages claim one
// address.
func New(a *archive.Archive, o Options) (*Site, error) {
	view, err := parseTemplates(o.Templates)
	if err != nil {
		return nil, err
	}
	s := &Site{archive: a, view: view, options: o}
	s.originals()
	s.addFront()
	s.addReleases()
	s.addEvents()
	s.addPairs()
	s.addCountries()
	s.addOfficials()
	s.addTopics()
	s.addYears()
	s.addKinds()
	s.addPublishers()
	s.addMoved()
	if err := s.addStatic(); err != nil {
		return nil, err
	}
	slices.SortFunc(s.pages, func(a, b Page) int { return cmp.Compare(a.Path, b.Path) })
	for i := 1; i < len(s.pages); i++ {
		if strings.EqualFold(s.pages[i-1].Path, s.pages[i].Path) {
			return nil, fmt.Errorf("two pages claim the address %q", s.pages[i].Path)
		}
	}
	return s, nil
}

// Pages lists all files of the site by path.
func (s *Site) Pages() []Page { return s.pages }

// Render makes every page of an archive in turn and hands it to emit, which must not keep the bytes.
func Render(a *archive.Archive, o Options, emit func(path string, page []byte) error) error {
	s, err := New(a, o)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	for _, p := range s.pages {
		b.Reset()
		if err := p.Render(&b); err != nil {
			return err
		}
		if err := emit(p.Path, b.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// unlisted are the templates of pages that no sitemap names.
var unlisted = [...]string{"notfound", "moved", "gone"}

// add lists a page made by a template of page/ from data, which is computed when the page is rendered. Shows puts in all
// that the data are taken from, beside what Common holds; it is nil for the pages that show a little of everything.
func (s *Site) add(path, template string, shows func(*archive.Hash), data func() any) {
	p := Page{Path: path, Listed: !slices.Contains(unlisted[:], template), render: func(b *bytes.Buffer) error { return s.view.execute(b, template, data()) }}
	if shows != nil && s.archive.Keyed {
		p.shows = func(h *archive.Hash) {
			h.Text(template)
			shows(h)
		}
	}
	s.pages = append(s.pages, p)
}

// Common is the key of what all pages have in common: templates, and the archive's ways.
func (s *Site) Common() archive.Key {
	var h archive.Hash
	h.Ways(s.archive)
	h.Text(s.options.Version)
	for _, name := range sorted(s.view.files) {
		h.Text(name, s.view.files[name])
	}
	return h.Key()
}

// addBytes lists a file whose bytes are at hand.
func (s *Site) addBytes(path string, data []byte) {
	s.pages = append(s.pages, Page{Path: path, render: func(b *bytes.Buffer) error { b.Write(data); return nil }})
}

// addStatic lists the files of all static layers.
func (s *Site) addStatic() error {
	s.addBytes(".nojekyll", nil)
	seen := map[string]bool{}
	for _, layer := range s.options.Static {
		err := fs.WalkDir(layer, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || seen[name] || strings.HasSuffix(name, ".go") || strings.HasPrefix(d.Name(), ".") {
				return err
			}
			seen[name] = true
			data, err := fs.ReadFile(layer, name)
			if err != nil {
				return err
			}
			s.addBytes("static/"+name, data)
			return nil
		})
		if err != nil {
			return fmt.Errorf("static files: %w", err)
		}
	}
	return nil
}
