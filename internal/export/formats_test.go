package export

import (
	"encoding/json"
	"encoding/xml"
	"image/png"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"readout/internal/archive"
	"readout/internal/date"
	"readout/internal/record"
)

// readICS unfolds a calendar and returns the properties of each event; it fails where a line breaks a rule of RFC 5545.
func readICS(t *testing.T, text string) []map[string]string {
	t.Helper()
	if !strings.HasSuffix(text, "END:VCALENDAR\r\n") || strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\n") || strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\r") {
		t.Fatal("lines do not end as they must")
	}
	for line := range strings.SplitSeq(text, "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}
	var events []map[string]string
	var stack []string
	for line := range strings.SplitSeq(strings.TrimSuffix(strings.ReplaceAll(text, "\r\n ", ""), "\r\n"), "\r\n") {
		name, v, ok := strings.Cut(line, ":")
		if !ok {
			t.Fatalf("%q has no value", line)
		}
		switch name {
		case "BEGIN":
			stack = append(stack, v)
			if v == "VEVENT" {
				events = append(events, map[string]string{})
			}
			continue
		case "END":
			if stack[len(stack)-1] != v {
				t.Fatalf("%s ends within %q", v, stack)
			}
			stack = stack[:len(stack)-1]
			continue
		}
		if len(stack) == 2 {
			if _, twice := events[len(events)-1][name]; twice {
				t.Errorf("%s stands twice", name)
			}
			events[len(events)-1][name] = strings.NewReplacer(`\\`, `\`, `\;`, ";", `\,`, ",", `\n`, "\n").Replace(v)
		}
	}
	return events
}

func TestCalendar(t *testing.T) {
	events := readICS(t, everything(t, sample(t))["data/events.ics"])
	if len(events) != 3 {
		t.Fatalf("%d events have a day, want 3", len(events))
	}
	uids := map[string]bool{}
	for _, e := range events {
		for _, must := range []string{"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY"} {
			if e[must] == "" {
				t.Errorf("no %s in %v", must, e)
			}
		}
		from, err1 := time.Parse("20060102", e["DTSTART;VALUE=DATE"])
		to, err2 := time.Parse("20060102", e["DTEND;VALUE=DATE"])
		if err1 != nil || err2 != nil || !to.After(from) || uids[e["UID"]] {
			t.Errorf("%v", e)
		}
		uids[e["UID"]] = true
	}
	if first := events[0]; first["DTSTART;VALUE=DATE"] != "20180618" || first["DTEND;VALUE=DATE"] != "20180619" || first["LOCATION"] != "Seeby" || first["DESCRIPTION"] != "Aland, Beland: Ada Alba, Bo Brun" {
		t.Errorf("the call is %v", first)
	}
	if last := events[2]; last["DTSTART;VALUE=DATE"] != "20190530" || last["DTEND;VALUE=DATE"] != "20190603" || last["STATUS"] != "TENTATIVE" {
		t.Errorf("the span is %v", last)
	}
}

// Long values of every script are folded between characters.
func TestFolding(t *testing.T) {
	for _, s := range []string{strings.Repeat("한", 200), strings.Repeat("a", 75), strings.Repeat("a", 76), strings.Repeat("é,", 150), "a\\;\n,b"} {
		m := call(t).title(s)
		a := build(t, archive.Options{Title: s}, m.release())
		if got := readICS(t, everything(t, a)["data/events.ics"])[0]["SUMMARY"]; got != record.OneLine(s) {
			t.Errorf("%q comes back as %q", s, got)
		}
	}
}

func TestNextDay(t *testing.T) {
	for from, want := range map[string]string{"2018-12-31": "2019-01-01", "2020-02-28": "2020-02-29", "2019-02-28": "2019-03-01", "2018-06-18": "2018-06-19"} {
		d, _ := date.ParseDay(from)
		if got := next(d).ISO(); got != want {
			t.Errorf("after %s comes %s", from, got)
		}
	}
}

func TestGraphML(t *testing.T) {
	files := everything(t, sample(t))
	type data struct {
		Key   string `xml:"key,attr"`
		Value string `xml:",chardata"`
	}
	for name, want := range map[string][3]int{"data/officials.graphml": {2, 2, 0}, "data/countries.graphml": {3, 7, 0}} {
		var g struct {
			XMLName xml.Name `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
			Keys    []struct {
				ID  string `xml:"id,attr"`
				For string `xml:"for,attr"`
			} `xml:"key"`
			Nodes []struct {
				ID   string `xml:"id,attr"`
				Data []data `xml:"data"`
			} `xml:"graph>node"`
			Edges []struct {
				Source string `xml:"source,attr"`
				Target string `xml:"target,attr"`
				Data   []data `xml:"data"`
			} `xml:"graph>edge"`
		}
		if err := xml.Unmarshal([]byte(files[name]), &g); err != nil {
			t.Fatal(err)
		}
		nodes, keys, days := map[string]bool{}, map[string]bool{}, 0
		for _, k := range g.Keys {
			keys[k.For+k.ID] = true
		}
		for _, n := range g.Nodes {
			nodes[n.ID] = true
			for _, d := range n.Data {
				if !keys["node"+d.Key] {
					t.Errorf("%s: no key %s", name, d.Key)
				}
			}
		}
		for _, e := range g.Edges {
			if !nodes[e.Source] || !nodes[e.Target] {
				t.Errorf("%s: an edge from %s to %s", name, e.Source, e.Target)
			}
			for _, d := range e.Data {
				if !keys["edge"+d.Key] {
					t.Errorf("%s: no key %s", name, d.Key)
				}
				if d.Key == "date" {
					days++
				}
			}
		}
		if len(nodes) != want[0] || len(g.Edges) != want[1] || days != len(g.Edges) {
			t.Errorf("%s: %d nodes, %d edges, %d days", name, len(nodes), len(g.Edges), days)
		}
	}
}

// More addresses than one sitemap may hold go into several.
func TestSitemap(t *testing.T) {
	type urls struct {
		Pages []string `xml:"url>loc"`
		Maps  []string `xml:"sitemap>loc"`
	}
	read := func(text string) (u urls) {
		t.Helper()
		if err := xml.Unmarshal([]byte(text), &u); err != nil {
			t.Fatal(err)
		}
		return u
	}
	a := sample(t)
	if u := read(everything(t, a)["sitemap.xml"]); len(u.Pages) < 20 || u.Pages[0] != base {
		t.Errorf("pages are %v", u.Pages)
	}
	// an address in the sitemap is that which its page names as its own
	h, sitemap := NewHeads(a), everything(t, a)["sitemap.xml"]
	for _, p := range newIndex(a, Options{}).pages() {
		if m := h.Page(p, "", ""); !strings.Contains(sitemap, "<loc>"+m.Canonical+"</loc>") {
			t.Errorf("the sitemap does not name %s", m.Canonical)
		}
	}
	pages := make([]string, 2*sitemapLimit+1)
	for i := range pages {
		pages[i] = "releases/a b&c.html"
	}
	files := bytesOf(t, newIndex(a, Options{Pages: pages}).sitemap())
	u := read(files["sitemap.xml"])
	if len(files) != 4 || len(u.Maps) != 3 || u.Maps[2] != base+"sitemap-3.xml" {
		t.Errorf("%d files, %v", len(files), u.Maps)
	}
	if last := read(files["sitemap-3.xml"]); len(last.Pages) != 1 || last.Pages[0] != base+"releases/a%20b&c.html" {
		t.Errorf("the last sitemap holds %v", last.Pages)
	}
}

func TestMeta(t *testing.T) {
	a := sample(t)
	for _, e := range a.Releases {
		m := NewHeads(a).Release(e, "")
		var ld map[string]any
		if err := json.Unmarshal([]byte(m.JSONLD), &ld); err != nil || strings.ContainsAny(m.JSONLD, "<>&") {
			t.Errorf("%s: JSON-LD %v: %s", e.ID, err, m.JSONLD)
		}
		want, kind := "Report", "report"
		if e.Publisher != nil && e.Publisher.Medium {
			want, kind = "NewsArticle", "newspaperArticle"
		}
		if ld["@type"] != want || ld["headline"] != record.OneLine(e.Title()) || m.Canonical != base+e.Path() || ld["@id"] != m.Canonical {
			t.Errorf("%s: %v", e.ID, ld)
		}
		tags := map[string]string{}
		for _, tag := range m.Tags {
			tags[tag.Property+tag.Name] = tag.Content
			if tag.Content == "" || (tag.Property == "") == (tag.Name == "") {
				t.Errorf("%s: tag %+v", e.ID, tag)
			}
		}
		if tags["z:itemType"] != kind || tags["og:image"] != base+cardPath || tags["og:url"] != m.Canonical {
			t.Errorf("%s: %v", e.ID, tags)
		}
		// Zotero takes whatever names a journal, or a plain citation_title, for a journal article
		for name := range tags {
			if strings.HasPrefix(name, "citation_") {
				t.Errorf("%s: %s", e.ID, name)
			}
		}
		if strings.Contains(m.COinS, "journal") || strings.Contains(m.COinS, "rft.au=") {
			t.Errorf("%s: %s", e.ID, m.COinS)
		}
	}
	home := NewHeads(a).Page("index.html", "", a.Description)
	if home.Canonical != base || !strings.Contains(home.JSONLD, `"Dataset"`) || !strings.Contains(home.JSONLD, "data/releases.jsonl") {
		t.Errorf("the home page tells %+v", home)
	}
	shelf := NewHeads(a).Page("countries/aland.html", "Aland", "")
	files := everything(t, a)
	for _, l := range append(home.Links, shelf.Links...) {
		if _, ok := files[l.Href]; !ok {
			t.Errorf("%s is linked to and not made", l.Href)
		}
	}
	if len(shelf.Links) != 3 {
		t.Errorf("links of a shelf: %v", shelf.Links)
	}
}

func TestCard(t *testing.T) {
	img, err := png.Decode(strings.NewReader(everything(t, sample(t))[cardPath]))
	if err != nil || img.Bounds().Dx() != 1200 || img.Bounds().Dy() != 630 {
		t.Fatalf("%v %v", img, err)
	}
	bar := 0
	for y := range 630 {
		if img.At(300, y) != img.At(0, 0) {
			bar++
		}
	}
	if bar < 200 {
		t.Errorf("a bar of %d pixels", bar)
	}
}
