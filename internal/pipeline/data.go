package pipeline

import (
	"path"
	"strings"

	"readout/internal/archive"
	"readout/internal/export"
	"readout/internal/site"
)

// heads tells the site what the data knows about its pages: site and export do not know each other.
type heads struct{ of *export.Heads }

func (h heads) Page(path, title, description string) site.Head {
	return headOf(h.of.Page(path, title, description))
}

func (h heads) Release(e *archive.Entry, description string) site.Head {
	return headOf(h.of.Release(e, description))
}

func headOf(m export.Meta) site.Head {
	h := site.Head{Canonical: m.Canonical, Data: m.JSONLD, COinS: m.COinS}
	for _, t := range m.Tags {
		h.Tags = append(h.Tags, site.HeadTag(t))
	}
	for _, l := range m.Links {
		title := l.Title
		switch l.Type {
		case "application/atom+xml":
			title = "Feed: " + title
		case "application/x-bibtex":
			title += " (BibTeX)"
		case "application/json":
			title += " (JSON)"
		}
		h.Forms = append(h.Forms, site.HeadLink{Type: l.Type, Title: title, Path: l.Href})
	}
	return h
}

// citer cites the releases of an archive.
func citer(a *archive.Archive) func(*archive.Entry) *site.Citation {
	return func(e *archive.Entry) *site.Citation {
		c := export.Cite(a, e)
		return &site.Citation{Plain: c.Chicago, Sentence: c.Sentence(site.AnchorMark), Forms: []site.CitationForm{{Name: "BibTeX", Text: strings.TrimSpace(c.BibTeX)}, {Name: "RIS", Text: strings.TrimSpace(c.RIS)}, {Name: "CSL-JSON", Text: strings.TrimSpace(c.CSL)}}}
	}
}

// dataFiles lists what can be downloaded of the whole archive: the forms that lie in the data folder of every site.
func dataFiles() []site.DataFiles {
	var list []site.DataFiles
	for _, f := range export.Formats() {
		d := site.DataFiles{Holds: f.Holds}
		for _, p := range f.Paths {
			if strings.HasPrefix(p, "data/") && !strings.Contains(p, "*") {
				d.Paths = append(d.Paths, p)
			}
		}
		if len(d.Paths) > 0 {
			list = append(list, d)
		}
	}
	return list
}

// listed are the paths of the pages that a sitemap names.
func listed(pages []site.Page) []string {
	var paths []string
	for _, p := range pages {
		if p.Listed && path.Ext(p.Path) == ".html" && !strings.HasPrefix(p.Path, "static/") {
			paths = append(paths, p.Path)
		}
	}
	return paths
}
