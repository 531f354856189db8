package main

import (
	"html"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"readout/internal/export"
	"readout/internal/pipeline"
)

// An e-mail address is nowhere legible in what is published, however it is written: in headlines, texts, captions, roles,
// links, comments and properties of a page, front matter, and what can be downloaded. (What curators write in their own
// notes is theirs to publish.)
func TestNoAddressOfAPersonIsPublished(t *testing.T) {
	lex, dir := builtin(t), t.TempDir()
	for name, text := range map[string]string{
		"plain.txt": "Write to anna.plain@mofa.example.kr today\n\nForeign Minister Kang Kyung-wha met the Ambassador of France on 3 May 2019. Questions go to berta_plain+press@mofa.example.kr, to carl (at) mofa (dot) example.kr, to dora[at]mofa.example.kr or to <emil@mofa.example.kr>.\n\n(Caption: Kang, photo by frida@photos.example.com)\n\nContact: Press Office, gert＠mofa.example.kr, mailto:hans@mofa.example.kr?subject=Visit\n",
		"page.html": "<!doctype html><html lang=en><head><title>Talks, by ida@mofa.example.kr</title><meta name=author content=\"jan@mofa.example.kr\"><meta name=description content='write to kai@mofa.example.kr'><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":\"lea@mofa.example.kr\"}</script><!-- made by max@mofa.example.kr --></head><body><h1>Talks, by ida@mofa.example.kr</h1><figure><img alt=\"nils@mofa.example.kr\"><figcaption>Photo: olga@mofa.example.kr</figcaption></figure>" +
			"<p>Foreign Minister Kang Kyung-wha met the Ambassador of France on 3 May 2019. Write to <a href=\"mailto:paul@mofa.example.kr\">the office</a>, to <a href='mailto:quin%40mofa.example.kr'>quin&#64;mofa.example.kr</a>, to rosa&commat;mofa.example.kr, to <b>sven</b>@mofa.example.kr or to &#116;&#105;&#109;&#64;mofa.example.kr.</p></body></html>",
		"note.md":          "---\ntitle: A note of ute@mofa.example.kr\nsource: https://example.org/?by=vera@mofa.example.kr\npublisher: Office of willi@mofa.example.kr\n---\n\nForeign Minister Kang Kyung-wha met [the Ambassador](mailto:xaver@mofa.example.kr) of France, whose address is yvo@mofa.example.kr, on 3 May 2019.\n",
		"corrections.yaml": "- {release: plain.txt, field: topics, add: sanctions, why: so wrote zoe@mofa.example.kr}\n",
	} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
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
	legible := regexp.MustCompile(`(?i)[a-z0-9._+]+\s?(@|＠|%40|\(at\)|\[at\])\s?[a-z0-9-]+\s?(\.|\(dot\))\s?example|(anna\.plain|berta|carl|dora|emil|frida|gert|hans|ida|jan|kai|lea|max|nils|olga|paul|quin|rosa|sven|tim|ute|vera|willi|xaver|yvo|zoe)\s?(@|＠|%40|&#|\(at|\[at)`)
	for name, text := range all {
		unescaped, _ := url.PathUnescape(text)
		for _, view := range []string{text, html.UnescapeString(text), html.UnescapeString(tags.ReplaceAllString(text, "")), unescaped} {
			if found := legible.FindString(view); found != "" {
				t.Errorf("%s: %q", name, found)
				break
			}
		}
	}
}
