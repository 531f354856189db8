package export

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"readout/internal/record"

	"github.com/mmcdole/gofeed/atom"
)

// What programs that know nothing of readout read in the files that go out. Those that are no Go libraries are tested
// with where they are installed: .ci/run does that.

// tool runs another program over a text and returns what it prints; the test is skipped where the program is not there.
func tool(t *testing.T, stdin, name string, args ...string) []byte {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("READOUT_TOOLS") == "must" {
			t.Fatalf("no %s", name)
		}
		t.Skipf("no %s to read with", name)
	}
	var out, told bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), &out, &told
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, told.String())
	}
	return out.Bytes()
}

// straight is a title without what typesetters change: the shape of quotation marks. Braces that do not match, and a
// backslash, are commands that neither Pandoc nor bibutils know in full.
func straight(s string) string {
	s = strings.NewReplacer("“", `"`, "”", `"`, "‘", `"`, "’", `"`, "'", `"`, `\textbackslash`, `\`).Replace(s)
	if !matched(s) || strings.Contains(s, `\ # `) {
		s = strings.NewReplacer("{", "", "}", "").Replace(s)
	}
	return record.OneLine(s)
}

// Every feed as a feed reader has it.
func TestFeedReader(t *testing.T) {
	a := sample(t)
	byAddress := map[string]string{}
	for _, e := range a.Releases {
		byAddress[base+e.Path()] = record.OneLine(e.Title())
	}
	feeds, entries := 0, 0
	for path, text := range everything(t, a) {
		if !strings.HasSuffix(path, ".atom") {
			continue
		}
		feeds++
		f, err := (&atom.Parser{}).Parse(strings.NewReader(text))
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		if f.ID != base+path || f.Title == "" || f.UpdatedParsed == nil || len(f.Authors) != 1 || f.Authors[0].Name == "" {
			t.Errorf("%s: read as %+v", path, f)
		}
		links := map[string]string{}
		for _, l := range f.Links {
			links[l.Rel] = l.Href
		}
		if links["self"] != base+path || !strings.HasPrefix(links["alternate"], base) {
			t.Errorf("%s: links are %v", path, links)
		}
		for _, e := range f.Entries {
			entries++
			want, ok := byAddress[e.ID]
			if !ok || want != "" && e.Title != want || e.UpdatedParsed == nil || e.UpdatedParsed.After(*f.UpdatedParsed) {
				t.Errorf("%s: %s is read as %q of %s", path, e.ID, e.Title, e.Updated)
			}
			if (e.Content == nil || e.Content.Value == "") && e.Summary == "" {
				t.Errorf("%s: %s has no text", path, e.ID)
			}
			if e.PublishedParsed != nil && e.PublishedParsed.Location() != time.UTC {
				t.Errorf("%s: %s published at %v", path, e.ID, e.PublishedParsed)
			}
		}
	}
	if feeds < 9 || entries < 15 {
		t.Errorf("%d feeds with %d entries", feeds, entries)
	}
}

// BibTeX and CSL-JSON as Pandoc has them.
func TestPandoc(t *testing.T) {
	a := sample(t)
	files := everything(t, a)
	type item struct {
		ID, Type, Title, Genre, URL, Publisher string
		Container                              string `json:"container-title"`
		Author                                 []struct{ Literal, Family, Given string }
		Issued                                 struct {
			Parts [][]int `json:"date-parts"`
		}
	}
	read := func(from, text string) map[string]item {
		t.Helper()
		var list []item
		if err := json.Unmarshal(tool(t, text, "pandoc", "-f", from, "-t", "csljson"), &list); err != nil {
			t.Fatal(err)
		}
		m := map[string]item{}
		for _, i := range list {
			m[i.ID] = i
		}
		if len(list) != len(a.Releases) || len(m) != len(list) {
			t.Errorf("%s: %d items", from, len(list))
		}
		return m
	}
	span := regexp.MustCompile(`</?span[^>]*>`)
	for from, got := range map[string]map[string]item{
		"csljson": read("csljson", files["data/bibliography.csl.json"]), "biblatex": read("biblatex", files["data/bibliography.bib"]), "bibtex": read("bibtex", files["data/bibliography.bib"]),
	} {
		for _, e := range a.Releases {
			i, r := got[e.ID], refer(a, e)
			name := ""
			if len(i.Author) == 1 {
				name = i.Author[0].Literal
			}
			if r.medium && from == "csljson" {
				name = i.Container
			}
			title := strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(span.ReplaceAllString(i.Title, ""))
			if straight(title) != straight(r.title) || name != r.author || i.URL != r.url() {
				t.Errorf("%s: %s is read as %q by %q at %s, want %q by %q at %s", from, e.ID, title, name, i.URL, r.title, r.author, r.url())
			}
			var day []int
			if d := r.one(); d.Year != 0 {
				day = append(day, d.Year)
				if d.Month != 0 {
					day = append(day, d.Month)
				}
				if d.Day != 0 {
					day = append(day, d.Day)
				}
			}
			if got := slices.Concat(i.Issued.Parts...); fmt.Sprint(got) != fmt.Sprint(day) {
				t.Errorf("%s: %s is of %v, want %v", from, e.ID, got, day)
			}
			if strings.Contains(i.Type, "journal") {
				t.Errorf("%s: %s is a %s", from, e.ID, i.Type)
			}
		}
	}
}

// RIS and BibTeX as bibutils have them, which write MODS of either.
func TestBibutils(t *testing.T) {
	a := sample(t)
	files := everything(t, a)
	type mods struct {
		ID     string   `xml:"ID,attr"`
		Title  string   `xml:"titleInfo>title"`
		Issued string   `xml:"originInfo>dateIssued"`
		URL    []string `xml:"location>url"`
		Genre  []string `xml:"genre"`
		Bodies []string `xml:"originInfo>publisher"`
		Host   struct {
			Title  string   `xml:"titleInfo>title"`
			Issued string   `xml:"originInfo>dateIssued"`
			Genre  []string `xml:"genre"`
		} `xml:"relatedItem"`
	}
	for from, text := range map[string]string{"ris2xml": files["data/bibliography.ris"], "bib2xml": files["data/bibliography.bib"]} {
		var list struct {
			Items []mods `xml:"mods"`
		}
		out := bytes.TrimPrefix(tool(t, text, from, "-i", "utf8"), []byte("\uFEFF"))
		if err := xml.Unmarshal(out, &list); err != nil {
			t.Fatal(err)
		}
		if len(list.Items) != len(a.Releases) {
			t.Errorf("%s: %d items", from, len(list.Items))
			continue
		}
		for n, e := range a.Releases {
			i, r := list.Items[n], refer(a, e)
			if i.ID != e.ID || straight(i.Title) != straight(r.title) || !slices.Contains(i.URL, r.url()) {
				t.Errorf("%s: %s is read as %s %q at %q, want %q at %s", from, e.ID, i.ID, i.Title, i.URL, r.title, r.url())
			}
			if issued := i.Issued + i.Host.Issued; issued != r.one().ISO() {
				t.Errorf("%s: %s is of %q, want %s", from, e.ID, issued, r.one().ISO())
			}
			if from == "ris2xml" && !r.medium && r.author != "" && !slices.Contains(i.Bodies, r.author) {
				t.Errorf("%s: %s is published by %q", from, e.ID, i.Bodies)
			}
			if from == "ris2xml" && r.medium && i.Host.Title != r.author {
				t.Errorf("%s: %s stands in %q", from, e.ID, i.Host.Title)
			}
			for _, g := range append(i.Genre, i.Host.Genre...) {
				if strings.Contains(g, "journal") {
					t.Errorf("%s: %s is of genre %q", from, e.ID, g)
				}
			}
		}
	}
}
