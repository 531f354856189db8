package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"readout/internal/export"
	"readout/internal/pipeline"
)

// A reader who follows the address of a sentence is offered the citation of that sentence; one without script finds the
// places of all sentences listed.
func TestSentenceIsCited(t *testing.T) {
	lex, dir := builtin(t), copied(t)
	out := filepath.Join(t.TempDir(), "public")
	const base = "https://example.org/archive"
	build(t, lex, dir, out, pipeline.Options{BaseURL: base})
	a, _, err := pipeline.Archive(t.Context(), pipeline.Options{Collection: dir, Lexicon: lex, BaseURL: base})
	if err != nil {
		t.Fatal(err)
	}
	e := a.Releases[0]
	name := filepath.Join(out, filepath.FromSlash(e.Path()))
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	places := strings.Count(string(b), `<span class="s" id="s`)
	listed := strings.Count(string(b), `<a href="#s`)
	_, after, _ := strings.Cut(string(b), `<p class="places"><a href="#`)
	anchor, _, _ := strings.Cut(after, `"`)
	if places < 5 || listed < 5 || !strings.Contains(string(b), `id="`+anchor+`"`) {
		t.Fatalf("%d places, %d links, the first to %q", places, listed, anchor)
	}
	browser, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("READOUT_BROWSER") == "must" {
			t.Fatal(err)
		}
		t.Skip("not tested in a browser: there is no Chromium here")
	}
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	page, err := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--user-data-dir="+t.TempDir(),
		"--virtual-time-budget=5000", "--dump-dom", "file://"+name+"#"+anchor).Output()
	if err != nil {
		t.Fatal(err)
	}
	_, bar, _ := strings.Cut(string(page), `<aside class="citing copied"`)
	_, bar, _ = strings.Cut(bar, "<p>")
	got, rest, _ := strings.Cut(bar, "</p>")
	if want := export.Cite(a, e).Sentence(anchor); html.UnescapeString(got) != want || !strings.Contains(rest, ">Copy</button>") {
		t.Errorf("%s is cited as %q, want %q", anchor, got, want)
	}
}
