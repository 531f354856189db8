package main

import (
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"readout/internal/export"
	"readout/internal/pipeline"
)

// guarded are releases of which only an excerpt may be shown: by publisher, by front matter, by a correction, as text, as
// Markdown, as a page; with a headline and without; with doubts, captions, roles and quotes as long as sentences.
var guarded = map[string]string{
	"paper.txt":     "The Tidings of Aland\n\nMinisters shake hands in Seoul after years of silence\nPublished : Sept. 18, 2018 - 08:28\n\nForeign Minister Kang Kyung-wha, who had waited through the whole of a rainy summer for a word from across the water and had almost given up hope of it, met with Secretary of State Mike Pompeo of the United States in Seoul on Tuesday and walked with him along the lake for an hour.\n\nThey spoke of sanctions, of the denuclearization of the Korean Peninsula, of the alliance and of the families who were parted by the war and have not seen one another in all the long decades that went by since then.\n\n\"We have never been so near to an answer that both of us can carry home without shame and without having to explain every word of it to those who doubt us,\" she said.\n",
	"short.txt":     "The Tidings of Aland\n\nA call in the night\nPublished : Sept. 19, 2018 - 08:28\n\nThe telephone rang late. Minister Kang Kyung-wha took it. It was Taro Kono. He spoke of Japan. She spoke of sanctions. Both agreed on a date. The date is not known. Nobody wrote it down. It may have been March. It may have been May. Nobody will tell us now.\n",
	"untitled.md":   "---\nrights: excerpt\n---\n\nForeign Minister Kang Kyung-wha and Foreign Minister Ine Eriksen Soreide of Norway sat together for the better part of a long northern evening in Oslo on 12 June and went through every single one of the questions that had been left open by those who held their offices before them and by those before these.\n\nWhat they found, a member of the delegation who would not be named told everybody who cared to ask, was that most of the questions had answered themselves while nobody was looking after them.\n",
	"page.html":     "<!doctype html><html lang=\"en\"><head><title>Talks at the harbour</title><meta name=\"description\" content=\"Vice Minister Hong Gilnam of the Republic of Korea went down to the old harbour before breakfast and met there, between two ships that were being painted, the State Secretary of Norway.\"><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Talks at the harbour\"}</script></head><body><h1>Talks at the harbour</h1><figure><img alt=\"Two men stand on a wet quay and point at a ship whose name has been painted over so often that nobody can read it any more today\"><figcaption>Two men stand on a wet quay and point at a ship whose name has been painted over so often that nobody can read it any more today. /Tidings</figcaption></figure><p>Vice Minister Hong Gilnam of the Republic of Korea went down to the old harbour before breakfast and met there, between two ships that were being painted, the State Secretary of Norway on May 3, 2019.</p><p>They agreed that fisheries, the protection of the sea and the safety of those who go out in small boats in bad weather should come before anything else that the two of them might want to talk about.</p></body></html>",
	"corrected.txt": "Meeting on an island\n\nForeign Minister Kang Kyung-wha met Foreign Minister Timo Soini of Finland on an island that neither of them had ever heard of until the wind drove their boat to it on 9 May 2019 and kept it there until the evening of the day that followed.\n",
	// not guarded, and of the same event as the first
	"open.txt": "Ministry of Foreign Affairs, Republic of Korea\n\nForeign Minister Meets Secretary of State\n\nSeptember 18, 2018\n\n1. Foreign Minister Kang Kyung-wha met with Secretary of State Mike Pompeo of the United States in Seoul on September 18, 2018. They spoke of sanctions.\n",
}

// Of a release of which only an excerpt may be shown, no run of 20 words of its body stands anywhere in what is published:
// not on a page, in a feed, in the data, nor in what is exported. (What the search index holds is opened by its own tests.)
func TestExcerptsEverywhere(t *testing.T) {
	lex, dir := builtin(t), t.TempDir()
	put := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range guarded {
		put(name, text)
	}
	put("lexicon/publishers.yaml", "publishers:\n  - {id: tidings, name: The Tidings of Aland, country: KR, body: paper, lines: [The Tidings of Aland], rights: excerpt}\n")
	put("corrections.yaml", "- {release: corrected.txt, field: rights, set: excerpt, why: the owner asked for it}\n- {release: page.html, field: rights, set: excerpt, why: a newspaper}\n"+
		"- {release: paper.txt, field: title, set: Ministers meet, why: a plain headline}\n")
	out := filepath.Join(t.TempDir(), "public")
	build(t, lex, dir, out, pipeline.Options{BaseURL: "https://example.org/archive"})
	all := files(t, out)
	a, _, err := pipeline.Archive(t.Context(), pipeline.Options{Collection: dir, Lexicon: lex, BaseURL: "https://example.org/archive"})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range export.Formats() {
		for _, x := range f.Files(a, export.Options{}) {
			var b strings.Builder
			if err := x.Write(&b); err != nil {
				t.Fatal(err)
			}
			all["export "+f.Name+" "+x.Path] = b.String()
		}
	}

	excerpts := 0
	runs := map[string]string{} // of 20 words -> file
	for _, e := range a.Releases {
		if !e.Excerpt {
			continue
		}
		excerpts++
		body := plainWords(e.Record.Text)
		if page := guarded[e.Record.File]; strings.HasPrefix(page, "<") {
			body = plainWords(tags.ReplaceAllString(page, " "))
		}
		for i := 0; i+20 <= len(body); i++ {
			runs[strings.Join(body[i:i+20], " ")] = e.Record.File
		}
	}
	if excerpts != 5 || len(runs) < 150 {
		t.Fatalf("%d excerpts with %d runs of words", excerpts, len(runs))
	}
	for name, text := range all {
		for _, view := range []string{text, html.UnescapeString(tags.ReplaceAllString(text, " ")), html.UnescapeString(tags.ReplaceAllString(text, ""))} {
			in := plainWords(view)
			for i := 0; i+20 <= len(in); i++ {
				run := strings.Join(in[i:i+20], " ")
				if file, ok := runs[run]; ok {
					t.Errorf("%s holds of %s %q", name, file, run)
					break
				}
			}
		}
	}
	// nothing of them can be downloaded, and the one beside them is whole
	for name := range all {
		if strings.HasPrefix(name, "releases/") && strings.HasSuffix(name, ".txt") && !strings.Contains(name, "foreign-minister-meets") {
			t.Errorf("%s can be downloaded", name)
		}
	}
	if _, err := fs.Stat(os.DirFS(out), "releases/2018-09-18-foreign-minister-meets-secretary-of-state.txt"); err != nil {
		t.Error(err)
	}
}

var tags = regexp.MustCompile(`<[^>]*>`)

// plainWords are the words of a text without what stands between them.
func plainWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
