package pipeline

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Links is what the pages of a site lead to.
type Links struct {
	Pages  int
	Count  int      // links that stay within the site
	Faults []string // "releases/x.html:12: what"
}

// CheckLinks follows every link and every anchor of the pages of a site. Links must be relative, so that the site works
// under any address and from disk; links to other sites are not followed.
func CheckLinks(site fs.FS) (Links, error) {
	var l Links
	files := map[string]bool{}
	var pages []page
	err := fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if strings.HasPrefix(d.Name(), ".") && name != "." {
				return fs.SkipDir
			}
			return nil
		}
		files[name] = true
		if path.Ext(name) != ".html" {
			return nil
		}
		b, err := fs.ReadFile(site, name)
		if err != nil {
			return err
		}
		p, faults := readPage(name, b)
		l.Faults = append(l.Faults, faults...)
		pages = append(pages, p)
		return nil
	})
	if err != nil {
		return l, err
	}
	l.Pages = len(pages)
	anchors := map[string]map[string]bool{}
	for _, p := range pages {
		anchors[p.name] = p.ids
	}
	for _, p := range pages {
		for _, x := range p.links {
			l.Count++
			if what := follow(p.name, x.to, files, anchors); what != "" {
				l.Faults = append(l.Faults, fmt.Sprintf("%s:%d: link %q: %s", p.name, x.line, x.to, what))
			}
		}
	}
	slices.Sort(l.Faults)
	return l, nil
}

// page is what one page holds.
type page struct {
	name  string
	ids   map[string]bool
	links []link
}

type link struct {
	to   string
	line int
}

// elsewhere are schemes of addresses that lead out of the site.
var elsewhere = []string{"http", "https", "mailto"}

// readPage lists the anchors and the links of a page that stay within the site.
func readPage(name string, b []byte) (page, []string) {
	p := page{name: name, ids: map[string]bool{}}
	var faults []string
	z := html.NewTokenizer(bytes.NewReader(b))
	line := 1
	for {
		kind := z.Next()
		at := line
		line += bytes.Count(z.Raw(), []byte("\n"))
		if kind == html.ErrorToken {
			if !errors.Is(z.Err(), io.EOF) {
				faults = append(faults, fmt.Sprintf("%s:%d: %v", name, at, z.Err()))
			}
			return p, faults
		}
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		tag, more := z.TagName()
		element := string(tag)
		for more {
			var k, v []byte
			k, v, more = z.TagAttr()
			switch key, value := string(k), string(v); key {
			case "id":
				if p.ids[value] {
					faults = append(faults, fmt.Sprintf("%s:%d: id %q stands twice", name, at, value))
				}
				p.ids[value] = true
			case "href", "src", "action", "poster", "data":
				if u, err := url.Parse(value); err == nil && (slices.Contains(elsewhere, u.Scheme) || u.Scheme == "data" && element != "a") {
					continue
				}
				p.links = append(p.links, link{value, at})
			}
		}
	}
}

// follow says what is wrong with a link of a page, "" if nothing is.
func follow(from, to string, files map[string]bool, anchors map[string]map[string]bool) string {
	u, err := url.Parse(to)
	switch {
	case err != nil:
		return "no address"
	case u.Scheme != "":
		return "scheme " + u.Scheme
	case u.Host != "" || strings.HasPrefix(u.Path, "/"):
		return "not relative"
	}
	target := from
	if u.Path != "" {
		target = path.Join(path.Dir(from), u.Path)
		if !files[target] {
			return "leads nowhere"
		}
	}
	if u.Fragment != "" && path.Ext(target) == ".html" && !anchors[target][u.Fragment] {
		return "no such place on the page"
	}
	return ""
}
