package site

import (
	"bytes"
	"html/template"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"readout/internal/archive"
)

// Layout is what layout.html needs; every page holds one.
type Layout struct {
	Title       string // of the page; "" for the home page
	SiteTitle   string
	Description string
	Root        string // from the page to the top of the site: "", "../"
	Section     string // which way of the menu is the page's: "releases", "countries", ...; "" none
	Head        Head
	AsOf        template.HTML // day of the newest release, on the front page and the about page; "" on others, which a new release leaves as they are
}

func (s *Site) layout(path, section, title, description string) Layout {
	l := s.frame(path, section, title, description)
	if s.options.Heads != nil {
		l.Head = s.options.Heads.Page(path, title, description)
	}
	return l
}

// frame is the layout of a page whose head is made otherwise.
func (s *Site) frame(path, section, title, description string) Layout {
	l := Layout{Title: title, SiteTitle: s.archive.Title, Description: description, Section: section, Root: strings.Repeat("../", strings.Count(path, "/"))}
	if path == "index.html" || path == "about.html" {
		l.AsOf = newestDay(s.archive)
	}
	if s.archive.BaseURL != "" {
		l.Head.Canonical = s.archive.BaseURL + path
	}
	return l
}

// newestDay is the day of the newest release, "" if none is dated.
func newestDay(a *archive.Archive) template.HTML {
	e := a.Newest()
	if e == nil {
		return ""
	}
	o := &out{}
	o.time(e.Day)
	return o.html()
}

// note renders a curator's Markdown. Raw HTML, pictures and unsafe addresses are left out; headings go below those of the
// page.
func note(markdown string) template.HTML {
	if strings.TrimSpace(markdown) == "" {
		return ""
	}
	src := []byte(markdown)
	md := goldmark.New()
	doc := md.Parser().Parse(text.NewReader(src))
	var images []ast.Node
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Heading:
			if entering {
				n.Level = min(n.Level+2, 6)
			}
		case *ast.Image:
			if entering {
				images = append(images, n)
			}
		}
		return ast.WalkContinue, nil
	})
	for _, img := range images { // a picture would be fetched from elsewhere: its words stand in its place
		for img.FirstChild() != nil {
			img.Parent().InsertBefore(img.Parent(), img, img.FirstChild())
		}
		img.Parent().RemoveChild(img.Parent(), img)
	}
	var b bytes.Buffer
	if err := md.Renderer().Render(&b, src, doc); err != nil {
		return "" // a buffer never fails
	}
	return template.HTML(b.String())
}
