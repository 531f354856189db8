package export

import (
	"cmp"
	"net/url"
	"strings"

	"readout/internal/archive"
	"readout/internal/record"
)

// Meta is what the head of a page tells machines, as data for a template. Where the archive does not know its address on
// the web, addresses are left out.
type Meta struct {
	Canonical string // full address of the page; "" unknown
	Tags      []Tag  // Open Graph and Dublin Core
	JSONLD    string // of schema.org, for a script element: < > & are escaped
	COinS     string // title of an empty <span class="Z3988">, from which Zotero reads a release; "" on other pages
	Links     []Link // feeds, and the page's data in other forms
}

// Tag is a meta element with a property (Open Graph) or a name (all others).
type Tag struct {
	Property string
	Name     string
	Content  string
}

// Link is a link element of rel "alternate". Href is a path from the top of the site.
type Link struct{ Type, Title, Href string }

// Heads makes the meta data of pages. It may be used by several goroutines.
type Heads struct {
	a       *archive.Archive
	shelves map[string]*archive.Shelf // by path
	feeds   map[string]bool           // paths of pages that have a feed
}

// NewHeads prepares the meta data of all pages of an archive.
func NewHeads(a *archive.Archive) *Heads {
	h := &Heads{a: a, shelves: map[string]*archive.Shelf{}, feeds: map[string]bool{}}
	for s := range shelves(a) {
		h.shelves[s.Path()] = s
	}
	if a.BaseURL != "" {
		for _, f := range feedsOf(a) {
			h.feeds[f.Page] = true
		}
	}
	return h
}

// Page returns the meta data of a page that is no release. Title is "" for the home page.
func (h *Heads) Page(path, title, description string) Meta {
	a := h.a
	m := Meta{Tags: openGraph(a, path, cmp.Or(title, a.Title), description, "website"), JSONLD: pageJSONLD(a, path, title, description)}
	m.address(a, path)
	if a.BaseURL != "" {
		m.Links = append(m.Links, Link{"application/atom+xml", a.Title, "feed.atom"})
	}
	if s := h.shelves[path]; s != nil {
		if h.feeds[path] {
			m.Links = append(m.Links, Link{"application/atom+xml", s.Name, beforeSuffix(path) + ".atom"})
		}
		if hasBibliography(s) {
			m.Links = append(m.Links, Link{"application/x-bibtex", "Bibliography", beforeSuffix(path) + ".bib"})
		}
	}
	return m
}

// Release returns the meta data of the page of a release. Zotero takes it for a report of the type press release, or,
// from a news medium, for a newspaper article; the name of a body is told by COinS alone, since everything else cuts it
// into first and last name.
func (h *Heads) Release(e *archive.Entry, description string) Meta {
	a := h.a
	r := refer(a, e)
	item := "report"
	if r.medium {
		item = "newspaperArticle"
	}
	m := Meta{Tags: openGraph(a, e.Path(), r.title, description, "article"), JSONLD: releaseJSONLD(a, e, r), COinS: r.coins()}
	m.address(a, e.Path())
	name := func(name, content string) {
		if content != "" {
			m.Tags = append(m.Tags, Tag{Name: name, Content: content})
		}
	}
	name("z:itemType", item)
	name("DC.title", r.title)
	name("DC.publisher", r.author)
	name("DC.date", r.one().ISO())
	name("DC.language", r.language)
	name("DC.identifier", r.url())
	if r.medium {
		name("DC.source", r.author)
	} else {
		name("DC.type", r.genre)
	}
	if d := e.Record.Published.Value.Date; r.one().Full() && d.Known() {
		m.Tags = append(m.Tags, Tag{Property: "article:published_time", Content: r.one().ISO()})
	}
	m.Links = append(m.Links, Link{"application/json", "Record", beforeSuffix(e.Path()) + ".json"})
	return m
}

func (m *Meta) address(a *archive.Archive, path string) {
	if a.BaseURL != "" {
		m.Canonical = canonical(a, path)
	}
}

// canonical is the full address of a page; that of the home page ends with the folder.
func canonical(a *archive.Archive, path string) string {
	if path == "index.html" {
		path = ""
	}
	return a.BaseURL + (&url.URL{Path: path}).EscapedPath()
}

// openGraph is what those show who preview a link.
func openGraph(a *archive.Archive, path, title, description, kind string) []Tag {
	tags := []Tag{{Property: "og:title", Content: record.Mask(title)}, {Property: "og:type", Content: kind}, {Property: "og:site_name", Content: a.Title}}
	if description != "" {
		tags = append(tags, Tag{Property: "og:description", Content: record.Mask(description)})
	}
	if a.BaseURL != "" {
		tags = append(tags, Tag{Property: "og:url", Content: canonical(a, path)},
			Tag{Property: "og:image", Content: a.BaseURL + cardPath}, Tag{Property: "og:image:type", Content: "image/png"},
			Tag{Property: "og:image:width", Content: "1200"}, Tag{Property: "og:image:height", Content: "630"},
			Tag{Property: "og:image:alt", Content: "Releases by year, as bars"},
			Tag{Name: "twitter:card", Content: "summary_large_image"})
	}
	return tags
}

// coins is a ContextObject in the title of a span, which Zotero reads before anything else.
func (r *reference) coins() string {
	var b strings.Builder
	b.WriteString("ctx_ver=Z39.88-2004")
	put := func(name, value string) {
		if value != "" {
			b.WriteString("&" + name + "=" + strings.ReplaceAll(url.QueryEscape(value), "+", "%20"))
		}
	}
	if r.medium {
		put("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc")
		put("rft.type", "newspaperArticle")
		put("rft.title", r.title)
		put("rft.source", r.author)
	} else {
		put("rft_val_fmt", "info:ofi/fmt:kev:mtx:book")
		b.WriteString("&rft.genre=report") // readers look for these very bytes
		put("rft.btitle", r.title)
		put("rft.aucorp", r.author)
		put("rft.pub", r.author)
	}
	put("rft.date", r.one().ISO())
	put("rft.language", r.language)
	put("rft_id", r.url())
	return b.String()
}
