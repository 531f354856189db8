package site

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"readout/internal/archive"
	"readout/internal/date"
	"readout/internal/document"
	"readout/internal/record"
	"readout/internal/source"
	"readout/static"
	"readout/templates"
)

// A small release with everything a page can show. Its numbering has a gap that must stay.
const callText = `바로가기 메뉴

Press Releases

Ministers of Aland and Beland speak by telephone

4. On June 18, Foreign Minister Ada Alba of Aland held a telephone conversation with Secretary Bo Brun. They spoke of sanctions & trade.

6. Secretary Brun thanked Aland <warmly>, and recalled “the North”.

* unofficial translation
`

// builder makes records whose evidence is found in the text.
type builder struct {
	t   testing.TB
	src *source.Source
	doc *document.Document
	rec *record.Record
}

func newBuilder(t testing.TB, file, text string) *builder {
	t.Helper()
	src, err := source.Decode(file, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	doc := document.Cut(src, document.Signs{})[0]
	r := &record.Record{File: file, Part: 1, SHA256: src.SHA256, Encoding: src.Encoding, Text: doc.Body()}
	r.Title = record.Fact[string]{Value: doc.Title(), Rule: "headline", Confidence: record.Certain}
	r.Kind = record.Fact[record.Kind]{Value: record.Call, Rule: "held-telephone-conversation", Confidence: record.Certain}
	r.Occasions = []record.Occasion{{Kind: record.Call}}
	return &builder{t, src, doc, r}
}

// find returns the evidence of some words, which must stand in the text.
func (b *builder) find(words string) []record.Evidence {
	b.t.Helper()
	i := strings.Index(b.src.Text, words)
	if i < 0 {
		b.t.Fatalf("%q does not stand in the text", words)
	}
	return []record.Evidence{{Span: source.Span{Start: i, End: i + len(words)}, Quote: words, Rule: "words"}}
}

func (b *builder) day(iso, words string, c record.Confidence) *builder {
	d, err := date.Parse(iso)
	if err != nil {
		b.t.Fatal(err)
	}
	ev := b.find(words)
	b.rec.Date = record.Fact[record.Dating]{Value: record.Dating{Date: d, Clues: []record.Clue{{Rule: "term-of-office", Says: d, Evidence: ev}}}, Rule: "terms", Confidence: c, Evidence: ev}
	return b
}

func (b *builder) person(name, role, country, words string) *builder {
	p := record.Person{Name: name, Role: role, Country: country, ID: strings.ToLower(country) + "-" + archive.Slug(name, 60)}
	b.rec.Participants = append(b.rec.Participants, record.Fact[record.Person]{Value: p, Rule: "full-name", Confidence: record.Certain, Evidence: b.find(words)})
	b.rec.Occasions[0].Participants = append(b.rec.Occasions[0].Participants, name)
	return b
}

func (b *builder) country(code, name string, part record.Part, words string) *builder {
	b.rec.Countries = append(b.rec.Countries, record.Fact[record.Country]{Value: record.Country{Code: code, Name: name, Part: part}, Rule: "name", Evidence: b.find(words)})
	if part == record.Party {
		b.rec.Occasions[0].Parties = append(b.rec.Occasions[0].Parties, code)
	}
	return b
}

func (b *builder) topic(id, label, words string) *builder {
	b.rec.Topics = append(b.rec.Topics, record.Fact[record.Topic]{Value: record.Topic{ID: id, Label: label, Score: 0.5}, Rule: "phrase", Evidence: b.find(words)})
	return b
}

func (b *builder) release() archive.Release {
	return archive.Release{Record: b.rec, Open: func() *document.Document { return b.doc }, Withheld: Withheld(b.doc.Source)}
}

// call is the small release, with all its facts.
func call(t testing.TB) *builder {
	b := newBuilder(t, "call.txt", callText).
		day("2018-06-18", "June 18", record.Inferred).
		person("Ada Alba", "Foreign Minister", "AA", "Foreign Minister Ada Alba").
		person("Bo Brun", "Secretary", "BB", "Secretary Bo Brun").
		country("AA", "Aland", record.Party, "Aland held").
		country("BB", "Beland", record.Party, "Beland").
		country("NN", "North", record.Mentioned, "the North").
		topic("sanctions", "Sanctions", "They spoke of sanctions & trade.")
	b.rec.Publisher = record.Fact[record.Publisher]{Value: record.Publisher{ID: "aa-mfa", Name: "Foreign Ministry of Aland", Country: "AA"}, Rule: "site"}
	b.rec.Address = record.Fact[string]{Value: "https://mfa.example/call?id=1&x=2", Rule: "meta"}
	b.rec.Doubts = []record.Doubt{{Field: "date", Message: "The year is not written.", Evidence: b.find("June 18"), Settle: `- {release: call.txt, field: date, set: 2018-06-18, why: "..."}`}}
	b.rec.Corrections = []record.Applied{{Field: "kind", Was: "meeting", Now: "call", Why: "they spoke by telephone"}}
	b.rec.Mentioned = []record.Fact[record.Person]{{Value: record.Person{Name: "Cy Corr"}, Rule: "surname"}}
	return b
}

// render makes all pages of an archive.
func render(t testing.TB, o archive.Options, releases ...archive.Release) map[string]string {
	t.Helper()
	a, err := archive.New(releases, nil, o)
	if err != nil {
		t.Fatal(err)
	}
	pages := map[string]string{}
	err = Render(a, Options{Templates: []fs.FS{templates.FS}, Static: []fs.FS{static.FS}}, func(path string, page []byte) error {
		pages[path] = string(page)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// parse reads a page as a browser does.
func parse(t testing.TB, page string) *html.Node {
	t.Helper()
	n, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// find lists the elements that fit a selector of the form tag, .class, #id, tag.class, tag[attr], in order of the page.
func find(n *html.Node, selector string) []*html.Node {
	tag, class, id, attribute := selector, "", "", ""
	if t, a, ok := strings.Cut(tag, "["); ok {
		tag, attribute = t, strings.TrimSuffix(a, "]")
	}
	if t, i, ok := strings.Cut(tag, "#"); ok {
		tag, id = t, i
	}
	if t, c, ok := strings.Cut(tag, "."); ok {
		tag, class = t, c
	}
	var found []*html.Node
	for e := range n.Descendants() {
		if e.Type != html.ElementNode || tag != "" && e.Data != tag || id != "" && attr(e, "id") != id {
			continue
		}
		if class != "" && !strings.Contains(" "+attr(e, "class")+" ", " "+class+" ") || attribute != "" && !has(e, attribute) {
			continue
		}
		found = append(found, e)
	}
	return found
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

// words is the text of an element, its white space folded.
func words(n *html.Node) string {
	var b strings.Builder
	for e := range n.Descendants() {
		switch {
		case e.Type == html.TextNode:
			b.WriteString(e.Data)
		case e.Data == "td" || e.Data == "th" || e.Data == "p" || e.Data == "li" || e.Data == "dt" || e.Data == "dd" || e.Data == "tr":
			b.WriteString(" ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// content is the text of an element as it is.
func content(n *html.Node) string {
	var b bytes.Buffer
	for e := range n.Descendants() {
		if e.Type == html.TextNode {
			b.WriteString(e.Data)
		}
	}
	return b.String()
}

// want checks the text of the first element that fits a selector.
func want(t *testing.T, n *html.Node, selector, text string) {
	t.Helper()
	found := find(n, selector)
	if len(found) == 0 {
		t.Errorf("no %s on the page; want %q", selector, text)
		return
	}
	if got := words(found[0]); got != text {
		t.Errorf("%s is %q, want %q", selector, got, text)
	}
}
