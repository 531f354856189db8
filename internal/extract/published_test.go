package extract

import (
	"testing"

	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/source"
	"readout/internal/words"
)

func TestPublishedBesideTheText(t *testing.T) {
	lex := &lexicon.Lexicon{}
	for _, c := range []struct {
		name, file, text, want, rule string
	}{
		{"front matter before all", "a.md", "---\ntitle: Call\ndate: 2018-06-19\n---\n\n# Call with the Minister\n\nPublished 18 June 2018\n\nThe ministers talked over the phone about trade and agreed to meet.\n",
			"2018-06-19 certain", "front-matter"},
		{"metadata of a page where the text tells no day", "a.html", `<html><head><title>Call</title><meta property="article:published_time" content="2018-06-18T08:28:00+09:00"></head><body><h1>Call with the Minister</h1><p>The ministers talked over the phone about trade and agreed to meet again soon.</p><p>They also spoke of other matters that both sides hold dear.</p></body></html>`,
			"2018-06-18 08:28 certain", "html-metadata"},
		{"the line of a page before its metadata", "a.html", `<html><head><title>Call</title><meta property="article:published_time" content="2018-06-17T23:28:00Z"></head><body><h1>Call with the Minister</h1><p>18 June 2018</p><p>The ministers talked over the phone about trade and agreed to meet again soon.</p><p>They also spoke of other matters that both sides hold dear.</p></body></html>`,
			"2018-06-18 certain", "date-line"},
	} {
		t.Run(c.name, func(t *testing.T) {
			src, err := source.Decode(c.file, []byte(c.text))
			if err != nil {
				t.Fatal(err)
			}
			doc := document.Cut(src, document.Signs{})[0]
			f := readPublished(readCalendar(doc, lex, record.Publisher{}))
			if dateTold(f) != c.want || f.Rule != c.rule {
				t.Errorf("got %s by %s, want %s by %s; fields %+v", dateTold(f), f.Rule, c.want, c.rule, doc.Fields)
			}
			checkDating(t, doc, f)
		})
	}
}

func TestSettlePublished(t *testing.T) {
	fact := func(s string) record.Fact[record.Dating] {
		f := record.Fact[record.Dating]{Rule: "date-line", Confidence: record.Inferred}
		f.Value.Date = dateOf(t, s)
		return f
	}
	for _, c := range []struct{ published, event, want string }{
		{"XXXX-06-14", "2019-06-14", "2019-06-14"},
		{"XXXX-01-02", "2019-12-30", "2020-01-02"},
		{"XXXX-06-14", "XXXX-06-14", "XXXX-06-14"},
		{"2018-06-14", "2019-06-14", "2018-06-14"},
	} {
		if got := settlePublished(fact(c.published), fact(c.event)).Value.Date.String(); got != c.want {
			t.Errorf("published %s, event %s: got %s, want %s", c.published, c.event, got, c.want)
		}
	}
}

func FuzzTimes(f *testing.F) {
	for _, s := range []string{"June 18, 2018", "18-20 June", "2018-06-18T08:28", "2018년 6월 18일", "last Friday in April last year", "08/07/2024", "the 30th of February", "three days ago"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		ws := words.Cut(s)
		last := 0
		for _, m := range readTimes(s, ws, 0, len(ws), nil) {
			if m.from < last || m.to <= m.from || m.to > len(ws) {
				t.Fatalf("words %d to %d of %d in %q", m.from, m.to, len(ws), s)
			}
			last = m.to
			if m.days.Known() && !m.days.Valid() {
				t.Fatalf("%q reads as %+v", s, m.days)
			}
		}
	})
}
