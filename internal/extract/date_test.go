package extract

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/source"
	"readout/internal/words"
)

var updateDates = flag.Bool("update-dates", false, "write what the dates are read as into the cases")

// readDates reads the dates of a text on their own: the event is that of the headline and the first sentence of some
// length, nobody is known to take part, the kind is told by the case or else a meeting.
func readDates(t testing.TB, lex *lexicon.Lexicon, name, text string, kind record.Kind, pub record.Publisher) (published, event record.Fact[record.Dating], doubts []record.Doubt, doc *document.Document) {
	t.Helper()
	src, err := source.Decode(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	doc = document.Cut(src, document.Signs{})[0]
	v := &doc.View
	hits := make([][]lexicon.Hit, len(v.Sentences))
	var at []int
	lead := false
	for i, s := range v.Sentences {
		for _, h := range lex.Match(v.Words[s.From:s.To], nil) {
			h.From += int32(s.From)
			h.To += int32(s.From)
			hits[i] = append(hits[i], h)
		}
		switch b := doc.Blocks[s.Block].Kind; {
		case b == document.Headline:
			at = append(at, i)
		case (b == document.Paragraph || b == document.Item) && !lead && s.To-s.From > 7:
			at = append(at, i)
			lead = true
		}
	}
	times := readCalendar(doc, lex, pub)
	published = readPublished(times)
	event, doubts = readEventDate(times, lex, hits, at, kind, nil, published)
	return settlePublished(published, event), event, doubts, doc
}

// dateTold writes a fact of a date on one line.
func dateTold(f record.Fact[record.Dating]) string {
	if !f.Known() || !f.Value.Date.Known() {
		return "unknown"
	}
	s := f.Value.Date.String()
	if f.Value.Time != "" {
		s += " " + f.Value.Time
	}
	return s + " " + string(f.Confidence)
}

func TestDates(t *testing.T) {
	lex, err := lexicon.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/dates/*.txtar")
	if err != nil || len(files) < 40 {
		t.Fatalf("%d cases, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			kind, pub := record.Meeting, record.Publisher{}
			var text, want string
			for _, f := range a.Files {
				switch data := string(f.Data); f.Name {
				case "publisher":
					for _, w := range strings.Fields(data) {
						switch {
						case w == "statement" || w == "appointment" || w == "visit" || w == "signing" || w == "call" || w == "conference":
							kind = record.Kind(w)
						case len(w) == 2:
							pub.Country = w
						default:
							pub.ID = w
						}
					}
				case "release.txt":
					text = data
				case "want":
					want = data
				}
			}
			published, event, doubts, doc := readDates(t, lex, file, text, kind, pub)
			got := fmt.Sprintf("published %s\ndate %s\n", dateTold(published), dateTold(event))
			if got != want {
				if *updateDates {
					for i := range a.Files {
						if a.Files[i].Name == "want" {
							a.Files[i].Data = []byte(got)
						}
					}
					if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
						t.Fatal(err)
					}
					return
				}
				t.Errorf("%s\ngot\n%swant\n%s(rules %q, %q)", a.Comment, got, want, published.Rule, event.Rule)
			}
			checkDating(t, doc, published)
			checkDating(t, doc, event)
			for _, d := range doubts {
				if d.Message == "" || strings.Contains(d.Message, "  ") {
					t.Errorf("doubt %q", d.Message)
				}
			}
		})
	}
}

// checkDating checks that the evidence of a date stands in the text, inside one block, and shows a date.
func checkDating(t testing.TB, doc *document.Document, f record.Fact[record.Dating]) {
	t.Helper()
	all := f.Evidence
	for _, c := range f.Value.Clues {
		if c.Rule == "" {
			t.Errorf("a clue without a rule: %+v", c)
		}
		for _, e := range c.Evidence {
			if doc.Source.Slice(e.Span) != e.Quote || e.Quote == "" {
				t.Errorf("clue %s: quote %q is not at %v", c.Rule, e.Quote, e.Span)
			}
		}
	}
	for _, e := range all {
		if doc.Source.Slice(e.Span) != e.Quote || e.Quote == "" {
			t.Errorf("%s: quote %q is not at %v", f.Rule, e.Quote, e.Span)
		}
		inside := false
		for _, b := range doc.Blocks {
			inside = inside || b.Span.Contains(e.Span)
		}
		if !inside {
			t.Errorf("%s: %q reaches over the end of its block", f.Rule, e.Quote)
		}
		if ws := words.Cut(e.Quote); len(readTimes(e.Quote, ws, 0, len(ws), nil)) == 0 && !datable(e.Quote) {
			t.Errorf("%s: %q shows no date", f.Rule, e.Quote)
		}
	}
	if f.Known() && f.Confidence == "" {
		t.Errorf("%s: no confidence", f.Rule)
	}
}

func TestDatesOfSeeds(t *testing.T) {
	lex, err := lexicon.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]string{
		// no year anywhere: the terms of Pompeo and Kang, the summit of June 12
		"000_80c6b3b94d22fcab.txt": "unknown, 2018-06-18 inferred",
		// "Monday", in a paper of Tuesday morning
		"001_0cd6837e979d7355.txt": "2018-09-18 08:28 certain, 2018-09-17 inferred",
		// 08/07/2024 is August 7, as the body has it; the distributor came a day later
		"002_b7d1f255a910d733.txt": "2024-08-07 inferred, 2024-08-07 inferred",
		// after January 7, 2014, and in the terms of both
		"003_80b77fc9c97bc40c.txt": "unknown, 2014-01-21 inferred",
		// "(Jan. 18)" in the headline and a day of publication
		"004_cfd3f535dc0c70c9.txt": "2024-01-18 certain, 2024-01-18 certain",
	} {
		t.Run(file, func(t *testing.T) {
			text, err := os.ReadFile(filepath.Join("../score/testdata/seeds", file))
			if err != nil {
				t.Fatal(err)
			}
			src, err := source.Decode(file, text)
			if err != nil {
				t.Fatal(err)
			}
			doc := document.Cut(src, document.Signs{})[0]
			rec := Extract(doc, lex)
			if got := dateTold(rec.Published) + ", " + dateTold(rec.Date); got != want {
				t.Errorf("got %s, want %s (rules %q, %q)", got, want, rec.Published.Rule, rec.Date.Rule)
			}
			checkDating(t, doc, rec.Published)
			checkDating(t, doc, rec.Date)
		})
	}
}
