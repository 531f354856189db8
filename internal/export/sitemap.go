package export

import (
	"io"
	"strconv"

	"readout/internal/archive"
)

// sitemapLimit is how many addresses a sitemap may hold by the protocol; more go into several, which an index lists.
const sitemapLimit = 50000

// Sitemap writes a sitemap of the pages that the options name, up to the limit of one file.
func Sitemap(w io.Writer, a *archive.Archive, o Options) error {
	pages := newIndex(a, o).pages()
	return writeSitemap(w, a, pages[:min(len(pages), sitemapLimit)])
}

// sitemap lists the sitemap, and its pieces if one file cannot hold all pages.
func (x *index) sitemap() []File {
	pages := x.pages()
	if len(pages) <= sitemapLimit {
		return []File{{Path: "sitemap.xml", write: func(w io.Writer) error { return writeSitemap(w, x.Archive, pages) }}}
	}
	var files []File
	var names []string
	for n := 0; n*sitemapLimit < len(pages); n++ {
		piece := pages[n*sitemapLimit : min(len(pages), (n+1)*sitemapLimit)]
		name := "sitemap-" + strconv.Itoa(n+1) + ".xml"
		names = append(names, name)
		files = append(files, File{Path: name, write: func(w io.Writer) error { return writeSitemap(w, x.Archive, piece) }})
	}
	return append(files, File{Path: "sitemap.xml", write: func(w io.Writer) error { return writeSitemapIndex(w, x.BaseURL, names) }})
}

// pages are the paths of the pages for the sitemap.
func (x *index) pages() []string {
	if x.o.Pages != nil {
		return x.o.Pages
	}
	pages := []string{"index.html"}
	for _, e := range x.releases {
		pages = append(pages, e.Path())
	}
	for s := range shelves(x.Archive) {
		pages = append(pages, s.Path())
	}
	return pages
}

const sitemapSpace = "http://www.sitemaps.org/schemas/sitemap/0.9"

func writeSitemap(w io.Writer, a *archive.Archive, pages []string) error {
	b := newXML(w)
	b.raw(`<urlset xmlns="`, sitemapSpace, "\">\n")
	for _, p := range pages {
		b.raw("<url>")
		b.element("loc", canonical(a, p))
		b.raw("</url>\n")
	}
	b.raw("</urlset>\n")
	return b.Flush()
}

func writeSitemapIndex(w io.Writer, base string, names []string) error {
	b := newXML(w)
	b.raw(`<sitemapindex xmlns="`, sitemapSpace, "\">\n")
	for _, n := range names {
		b.raw("<sitemap>")
		b.element("loc", base+n)
		b.raw("</sitemap>\n")
	}
	b.raw("</sitemapindex>\n")
	return b.Flush()
}
