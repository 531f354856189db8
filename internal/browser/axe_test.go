package browser

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"readout/templates"
)

// On every kind of page nothing moves, and the rules of axe-core find no fault, in light colours and dark. What a machine cannot
// decide ("incomplete") is not asked for.
func testEveryKind(t *testing.T, b *Browser, site, many string) {
	axe, err := os.ReadFile("testdata/axe/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	stay(t, filepath.Join(site, "topics/sanctions-of-old.html"), filepath.Join(site, "topics/stays.html"))
	// kind of page, which is the name of its template, and a page of it
	kinds := []struct{ kind, dir, page string }{
		{"home", site, "index.html"},
		{"releases", site, "releases/index.html"},
		{"release", site, "releases/2024-08-07-outcome-of-telephone-conversation-among-high-level-officials.html"},
		{"release", site, first(t, site, "releases/2018-07-02-talks*.html", "hit=1")},
		{"release", site, first(t, site, "releases/2020-*.html", "Excerpt")},
		{"release", site, first(t, site, "releases/*.html", `lang="ko"`)},
		{"event", site, first(t, site, "events/2023-*.html", "side by side")},
		{"events", site, "events/index.html"},
		{"pair", site, "pairs/south-korea-united-states.html"},
		{"pairs", site, "pairs/index.html"},
		{"country", site, "countries/south-korea.html"},
		{"countries", many, "countries/index.html"},
		{"official", site, "officials/kang-kyung-wha.html"},
		{"officials", site, "officials/index.html"},
		{"topic", site, "topics/sanction-talk.html"},
		{"topics", site, "topics/index.html"},
		{"year", site, "years/2018.html"},
		{"year", site, "years/undated.html"},
		{"years", site, "years/index.html"},
		{"kind", site, "kinds/call.html"},
		{"kinds", site, "kinds/index.html"},
		{"publisher", site, "publishers/kr-mofa.html"},
		{"publishers", site, "publishers/index.html"},
		{"about", site, "about.html"},
		{"search", site, "search.html#q=sanctions"},
		{"doubts", site, "doubts.html"},
		{"notfound", site, "404.html"},
		{"moved", site, "topics/stays.html"},
		{"gone", site, "releases/2001-01-01-taken-away.html"},
		{"releases", many, "releases/index.html"},
		{"country", many, "countries/south-korea.html"},
		{"part", many, "countries/south-korea/2018.html"},
	}
	all, err := fs.Glob(templates.FS, "page/*.html")
	if err != nil {
		t.Fatal(err)
	}
	missing := map[string]bool{}
	for _, name := range all {
		missing[strings.TrimSuffix(path.Base(name), ".html")] = true
	}
	for _, k := range kinds {
		delete(missing, k.kind)
	}
	inTabs(t, b, len(kinds), watchMoves, func(t *testing.T, p *Page, i int) {
		k := kinds[i]
		p.Scheme("light")
		p.Go(onDisk(k.dir, k.page))
		if k.kind == "search" {
			p.Wait(`document.querySelector(".entries .title")`)
		}
		still(t, p, k.page)
		p.Run(string(axe))
		for _, fault := range faults(p, "") {
			t.Errorf("%s: %s", k.page, fault)
		}
		p.Scheme("dark") // in which nothing but colours differs
		for _, fault := range faults(p, `runOnly: ["color-contrast", "link-in-text-block"],`) {
			t.Errorf("%s, dark: %s", k.page, fault)
		}
	})
	for kind := range missing {
		t.Errorf("no page of kind %q was looked at", kind)
	}
}

// stay copies a page that sends on to another address without what sends on.
func stay(t *testing.T, from, to string) {
	t.Helper()
	b, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(b), `<meta http-equiv="refresh"`)
	if !ok {
		t.Fatalf("%s does not send on", from)
	}
	_, after, _ := strings.Cut(rest, ">")
	put(t, to, []byte(before+after))
}

// Axe is at work: it finds what is wrong with a page that is wrong.
func testAxeFinds(t *testing.T, p *Page) {
	t.Parallel()
	axe, err := os.ReadFile("testdata/axe/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	put(t, filepath.Join(dir, "wrong.html"), []byte(`<!doctype html><title>Wrong</title><img src="data:,"><p style="color: #bbb; background: #fff">Pale</p>`))
	p.Go(onDisk(dir, "wrong.html"))
	p.Run(string(axe))
	got := strings.Join(faults(p, ""), "\n")
	for _, rule := range []string{"html-has-lang", "image-alt", "color-contrast", "landmark-one-main"} {
		if !strings.Contains(got, rule) {
			t.Errorf("%s is not found in\n%s", rule, got)
		}
	}
}

// faults runs axe-core, which the page has loaded, and lists what it finds by all of its rules or those told.
func faults(p *Page, rules string) (all []string) {
	p.t.Helper()
	type violation struct {
		ID, Help string
		Nodes    []struct{ HTML, FailureSummary string }
	}
	for _, v := range Eval[[]violation](p, `axe.run(document, {`+rules+` resultTypes: ["violations"], elementRef: false}).then(r => r.violations.map(v =>
		({id: v.id, help: v.help, nodes: v.nodes.map(n => ({html: n.html, failureSummary: n.failureSummary}))})))`) {
		for _, n := range v.Nodes {
			all = append(all, fmt.Sprintf("%s (%s)\n\t%.200s\n\t%s", v.ID, v.Help, n.HTML, strings.ReplaceAll(n.FailureSummary, "\n", "\n\t")))
		}
	}
	return all
}
