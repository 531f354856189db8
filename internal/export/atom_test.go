package export

import (
	"encoding/xml"
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"readout/internal/archive"
	"readout/internal/record"
)

type atomText struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID        []string   `xml:"http://www.w3.org/2005/Atom id"`
	Title     []atomText `xml:"http://www.w3.org/2005/Atom title"`
	Updated   []string   `xml:"http://www.w3.org/2005/Atom updated"`
	Published []string   `xml:"http://www.w3.org/2005/Atom published"`
	Authors   []string   `xml:"http://www.w3.org/2005/Atom author>name"`
	Links     []atomLink `xml:"http://www.w3.org/2005/Atom link"`
	Content   []atomText `xml:"http://www.w3.org/2005/Atom content"`
	Summary   []atomText `xml:"http://www.w3.org/2005/Atom summary"`
}

type atomFeed struct {
	XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	atomEntry
	Subtitle []atomText  `xml:"http://www.w3.org/2005/Atom subtitle"`
	Entries  []atomEntry `xml:"http://www.w3.org/2005/Atom entry"`
}

// The musts of RFC 4287, for every feed.
func TestAtom(t *testing.T) {
	files := everything(t, sample(t))
	feeds := 0
	for path, text := range files {
		if !strings.HasSuffix(path, ".atom") {
			continue
		}
		feeds++
		var f atomFeed
		if err := xml.Unmarshal([]byte(text), &f); err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		if len(f.Authors) != 1 || f.ID[0] != base+path {
			t.Errorf("%s: author %q, id %q", path, f.Authors, f.ID)
		}
		mustAtom(t, path, f.atomEntry)
		ids := map[string]bool{}
		newest := ""
		for _, e := range f.Entries {
			mustAtom(t, path+" "+e.ID[0], e)
			if ids[e.ID[0]] {
				t.Errorf("%s: %s stands twice", path, e.ID[0])
			}
			ids[e.ID[0]] = true
			newest = max(newest, e.Updated[0])
			if len(e.Content)+len(e.Summary) != 1 {
				t.Errorf("%s: %s has %d contents and %d summaries", path, e.ID[0], len(e.Content), len(e.Summary))
			}
			for _, c := range e.Content {
				checkHTML(t, path, c)
			}
		}
		if newest != "" && f.Updated[0] != newest {
			t.Errorf("%s: updated %s, its newest entry %s", path, f.Updated[0], newest)
		}
	}
	if feeds != 1+4+2+2 {
		t.Errorf("%d feeds", feeds)
	}
	if all := files["feed.atom"]; strings.Contains(all, "neither of the two") || !strings.Contains(all, "thanked Aland") {
		t.Error("full text stands where only an excerpt may, or not where it may")
	}
}

// mustAtom checks what a feed and an entry have in common.
func mustAtom(t *testing.T, where string, e atomEntry) {
	t.Helper()
	if len(e.ID) != 1 || len(e.Title) != 1 || len(e.Updated) != 1 || len(e.Published) > 1 || strings.TrimSpace(e.Title[0].Text) == "" {
		t.Fatalf("%s: not one id, title and update: %+v", where, e)
	}
	if u, err := url.Parse(e.ID[0]); err != nil || !u.IsAbs() {
		t.Errorf("%s: id %q", where, e.ID[0])
	}
	for _, day := range append(e.Updated, e.Published...) {
		if _, err := time.Parse(time.RFC3339, day); err != nil {
			t.Errorf("%s: %v", where, err)
		}
	}
	alternates := map[string]bool{}
	for _, l := range e.Links {
		if u, err := url.Parse(l.Href); err != nil || !u.IsAbs() {
			t.Errorf("%s: link to %q", where, l.Href)
		}
		if l.Rel == "alternate" {
			if alternates[l.Type] {
				t.Errorf("%s: two alternates of %s", where, l.Type)
			}
			alternates[l.Type] = true
		}
	}
	if len(alternates) == 0 {
		t.Errorf("%s: no alternate", where)
	}
}

// checkHTML sees that content of the type html is HTML that holds paragraphs of text and nothing that runs.
func checkHTML(t *testing.T, path string, c atomText) {
	t.Helper()
	if c.Type != "html" {
		t.Errorf("%s: content of type %q", path, c.Type)
	}
	n, err := html.Parse(strings.NewReader(c.Text))
	if err != nil {
		t.Fatal(err)
	}
	for e := range n.Descendants() {
		if e.Type == html.ElementNode && !strings.Contains(" html head body p br ", " "+e.Data+" ") {
			t.Errorf("%s: an element %s in %q", path, e.Data, c.Text)
		}
	}
}

// A pair that was in contact ten times has a feed; one with nine has none.
func TestPairFeeds(t *testing.T) {
	var rs []archive.Release
	for i := range 10 {
		m := call(t)
		m.rec.File = strings.Repeat("x", i+1) + ".txt"
		m.rec.Date = dated(t, fmt.Sprintf("2018-%02d-18", i+1), record.Certain)
		m.rec.Occasions[0].Date = m.rec.Date
		rs = append(rs, m.release())
	}
	if a := build(t, archive.Options{BaseURL: base}, rs[:9]...); bytesOf(t, Files(a, Options{}))["pairs/aland-beland.atom"] != "" {
		t.Error("nine contacts have a feed")
	}
	files := bytesOf(t, Files(build(t, archive.Options{BaseURL: base}, rs...), Options{}))
	var f atomFeed
	if err := xml.Unmarshal([]byte(files["pairs/aland-beland.atom"]), &f); err != nil || len(f.Entries) != 10 {
		t.Errorf("%d entries, %v", len(f.Entries), err)
	}
}
