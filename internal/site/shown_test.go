package site

import (
	"path"
	"strings"
	"testing"

	"readout/internal/archive"
	"readout/internal/record"
)

// E-mail addresses stand on no page, in whatever part of a release; in the file to be downloaded
// they are masked too, and all else is as it came.
func TestMasked(t *testing.T) {
	const text = "Write to press.office@mfa.example today\n\nOn June 18, Minister Ada Alba said: mail ada@mfa.example or bo (at) mfa.example. All is well.\n"
	b := newBuilder(t, "mail.txt", text)
	b.rec.Title.Value = "Write to press.office@mfa.example today"
	b.day("2018-06-18", "mail ada@mfa.example", record.Inferred).person("Ada Alba", "Minister, ada@mfa.example", "AA", "ada@mfa").topic("post", "Post", "mail ada@mfa.example or bo (at) mfa.example.")
	b.rec.Doubts = []record.Doubt{{Field: "date", Message: "Is it ada@mfa.example?", Settle: "- {was: ada@mfa.example}", Evidence: b.find("ada@mfa.example")}}
	b.rec.Corrections = []record.Applied{{Field: "kind", Was: "ada@mfa.example", Now: "bo@mfa.example", Why: "so it is"}}
	masks := 0
	for p, body := range render(t, archive.Options{}, b.release()) {
		if strings.HasSuffix(p, ".txt") {
			if body != record.Mask(text) || len(body) != len(text) || strings.Contains(body, "ada@") {
				t.Errorf("%s is neither as it came nor masked: %s", p, body)
			}
			continue
		}
		if path.Ext(p) != ".html" {
			continue
		}
		n := content(parse(t, body))
		for _, s := range []string{"ada@", "@mfa", "press.office", "mfa.example", "bo (at)"} {
			if strings.Contains(n, s) || strings.Contains(body, s) {
				t.Errorf("%s: %q is legible", p, s)
			}
		}
		masks += strings.Count(n, "**@***")
	}
	if masks < 10 {
		t.Errorf("%d masks on all pages", masks)
	}
}

// A headline is a fact and stays whole; a first sentence in its place is part of the text.
func TestHeadlineOfExcerpt(t *testing.T) {
	const first = "On June 18 the ministers of Aland and Beland and of seven other states of the North met in the old town hall to speak of fish and of nets"
	for _, c := range []struct{ title, body, want string }{
		{first, first + ". All is well.", "On June 18 the ministers of Aland and Beland and of seven other states of the North met in …"},
		{first, "They met. All is well.", first},
		{"They met", "They met. All is well.", "They met"},
	} {
		b := newBuilder(t, "x.txt", c.title+"\n\n"+c.body+"\n")
		b.rec.Title.Value, b.rec.Text = c.title, c.body
		for p, page := range render(t, archive.Options{Rights: "excerpt"}, b.release()) {
			switch {
			case strings.HasPrefix(p, "releases/undated"):
				want(t, parse(t, page), "h1", c.want)
			case p == "index.html":
				want(t, parse(t, page), "a.title", c.want)
			}
			if c.want != c.title && strings.Contains(page, "old town hall") {
				t.Errorf("%s gives the text away", p)
			}
		}
	}
}

// Of the forms of a name only those are shown that tell a reader something.
func TestFormsOfAName(t *testing.T) {
	got := strings.Join(apart("Ada Alba", []string{"Alba Ada", "Ada Maria Alba", "Adamaria Alba", "A. Alba", "Ada Abla", "Ада Альба"}), "|")
	if want := "Ada Maria Alba|A. Alba|Ada Abla|Ада Альба"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
