package browser

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Sites are built once and opened in one browser.
func TestSites(t *testing.T) {
	b := Start(t)
	site, many := mixed(t), long(t)
	t.Run("axe finds", func(t *testing.T) { testAxeFinds(t, b.Open(t)) })
	t.Run("moves are seen", func(t *testing.T) { testMovesAreSeen(t, b.Open(t)) })
	t.Run("every kind", func(t *testing.T) { testEveryKind(t, b, site, many) })
	t.Run("every page", func(t *testing.T) { testEveryPage(t, b, site) })
	t.Run("facts and words", func(t *testing.T) { testFactsAndWords(t, b, site) })
	t.Run("paper", func(t *testing.T) { testPaper(t, b.Open(t), site) })
	t.Run("nothing moves", func(t *testing.T) { testNothingMoves(t, b.Open(t), site) })
	t.Run("lists", func(t *testing.T) { testLists(t, b.Open(t), many) })
}

// Every page of a site of hostile, wide, Korean, empty and plain releases, opened from disk on a narrow telephone: nothing of a
// text runs, the browser complains of nothing, nothing is asked from elsewhere, and nothing but tables in boxes of their own
// goes beyond the side.
func testEveryPage(t *testing.T, b *Browser, dir string) {
	names := pages(t, dir)
	inTabs(t, b, len(names), func(p *Page) { p.Size(320, 640) }, func(t *testing.T, p *Page, i int) {
		name := names[i]
		if sendsOn(t, dir, name) {
			return
		}
		p.Go(onDisk(dir, name))
		type state struct {
			Hit   bool
			Width int
			Wide  string
		}
		s := Eval[state](p, `(() => {
			const width = document.documentElement.scrollWidth;
			const wide = width > 320 && Array.from(document.querySelectorAll("main *")).find(e => e.getBoundingClientRect().right > 321 && !e.closest(".table, pre"));
			return {hit: "hit" in window, width: width, wide: wide ? wide.outerHTML.slice(0, 200) : ""};
		})()`)
		if s.Hit {
			t.Errorf("%s: a text ran as a script", name)
		}
		if s.Width > 320 {
			t.Errorf("%s: is %d pixels wide on a screen of 320: %s", name, s.Width, s.Wide)
		}
		for _, c := range p.Complaints() {
			t.Errorf("%s: %s", name, c)
		}
		for _, a := range p.Asked() {
			if !strings.HasPrefix(a, onDisk(dir, "")) && !strings.HasPrefix(a, "data:") {
				t.Errorf("%s: asks for %s", name, a)
			}
		}
	})
}

// inTabs does a piece of work for each number below n, in several tabs that are made ready first.
func inTabs(t *testing.T, b *Browser, n int, ready func(*Page), work func(t *testing.T, p *Page, i int)) {
	t.Parallel()
	const tabs = 2
	for tab := range tabs {
		t.Run(fmt.Sprintf("tab %d", tab+1), func(t *testing.T) {
			t.Parallel()
			p := b.Open(t)
			ready(p)
			for i := tab; i < n; i += tabs {
				work(t, p, i)
			}
		})
	}
}

// A reader goes from a fact to its words and from the words back to the fact, with script and without.
func testFactsAndWords(t *testing.T, b *Browser, dir string) {
	t.Parallel()
	const release = "releases/2018-06-18-outcome-of-rok-us-foreign-ministers-telephone-conversation.html"
	for _, script := range []bool{true, false} {
		p := b.Open(t)
		if !script {
			p.NoScript()
		}
		p.Scheme("light") // and without the slow rolling of the page
		p.Go(onDisk(dir, release))
		type place struct{ Hash, Words, Fact string }
		// the first number beside the person leads into the text
		there := Eval[place](p, `(() => {
			const person = Array.from(document.querySelectorAll(".people li")).find(e => e.textContent.includes("Mike Pompeo"));
			person.querySelector(".in a").click();
			return {fact: person.id};
		})()`)
		p.Wait(`location.hash.length > 1 && document.querySelector(":target")`)
		words := Eval[place](p, `(() => {
			const at = document.querySelector(":target"), f = at.matches(".f") ? at : at.nextElementSibling;
			const r = f.getBoundingClientRect();
			return {hash: location.hash, words: r.top >= 0 && r.bottom <= innerHeight ? f.textContent : "out of sight", fact: f.getAttribute("href")};
		})()`)
		if !strings.Contains(words.Words, "Pompeo") {
			t.Errorf("script %v: the number leads to %q", script, words.Words)
		}
		if words.Fact != "#"+there.Fact {
			t.Errorf("script %v: the words lead to %q, not back to %q", script, words.Fact, there.Fact)
		}
		p.Run(`const at = document.querySelector(":target"); (at.matches(".f") ? at : at.nextElementSibling).click()`)
		p.Wait(`location.hash === "#` + there.Fact + `"`)
		if got := Eval[string](p, `document.querySelector(":target").textContent`); !strings.Contains(got, "Mike Pompeo") {
			t.Errorf("script %v: back at %q", script, got)
		}
	}
}

// A page can be printed, and what is printed is the text and its facts, not the ways around it.
func testPaper(t *testing.T, p *Page, dir string) {
	t.Parallel()
	p.Go(onDisk(dir, "releases/2024-08-07-outcome-of-telephone-conversation-among-high-level-officials.html"))
	if b := p.PDF(); !strings.HasPrefix(string(b), "%PDF-") || len(b) < 10_000 {
		t.Errorf("%d bytes, no paper", len(b))
	}
	p.Paper()
	for what, want := range map[string]bool{"header.site nav": false, "footer.site": false, ".neighbours": false, "h1": true, ".text p": true, ".facts .people": true, ".source": true} {
		if got := Eval[bool](p, `document.querySelector("`+what+`").offsetHeight > 0`); got != want {
			t.Errorf("%s is shown on paper: %v", what, got)
		}
	}
	if ink := Eval[string](p, `getComputedStyle(document.body).color`); ink != "rgb(0, 0, 0)" {
		t.Errorf("ink is %s", ink)
	}
}

// watchMoves makes a page sum up how far what is drawn is moved afterwards, as a browser scores it: 1 is all of the window by
// its height.
func watchMoves(p *Page) {
	p.t.Helper()
	p.BeforeScripts(`window.moved = 0; new PerformanceObserver(l => l.getEntries().forEach(e => { moved += e.value; })).observe({type: "layout-shift", buffered: true});`)
}

// still reports how far things moved once the page has come to rest, and how many fonts were loaded. Fonts are those of the
// reader's machine, and scripts add nothing above what is read.
func still(t *testing.T, p *Page, name string) {
	t.Helper()
	type state struct {
		Moved float64
		Fonts int
	}
	s := Eval[state](p, `new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done({moved: window.moved, fonts: document.fonts.size}), 50))))`)
	if s.Moved >= 0.01 {
		t.Errorf("%s: moves by %.3f", name, s.Moved)
	}
	if s.Fonts > 0 {
		t.Errorf("%s: %d fonts are loaded", name, s.Fonts)
	}
}

// What moves is seen.
func testMovesAreSeen(t *testing.T, p *Page) {
	t.Parallel()
	dir := t.TempDir()
	put(t, filepath.Join(dir, "moves.html"), []byte(`<!doctype html><title>Moves</title><p>Text</p><p>Text</p><script src="moves.js"></script>`))
	put(t, filepath.Join(dir, "moves.js"), []byte(`setTimeout(() => { const d = document.createElement("div"); d.style.height = "300px"; document.body.prepend(d); }, 100);`))
	watchMoves(p)
	p.Go(onDisk(dir, "moves.html"))
	p.Wait(`window.moved > 0.01`)
}

// Nothing moves on the way from a server either, where files come late.
func testNothingMoves(t *testing.T, p *Page, dir string) {
	t.Parallel()
	files := http.FileServer(http.Dir(dir))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".js") {
			time.Sleep(100 * time.Millisecond)
		}
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	watchMoves(p)
	for _, page := range []string{"index.html", "releases/2024-08-07-outcome-of-telephone-conversation-among-high-level-officials.html", "countries/south-korea.html", "topics/index.html", "officials/index.html", "search.html", "search.html#q=sanctions"} {
		p.Go("about:blank")
		p.Go(server.URL + "/" + page)
		if strings.Contains(page, "#") {
			p.Wait(`document.querySelector(".entries .quote") && document.querySelector(".entries").ariaBusy === "false"`)
		}
		still(t, p, page)
	}
}

// A long list can be narrowed by its box and ordered by number.
func testLists(t *testing.T, p *Page, dir string) {
	t.Parallel()
	p.Go(onDisk(dir, "countries/index.html"))
	p.Run(`document.querySelector(".filter input").focus()`)
	p.Press("korea")
	const left = `Array.from(document.querySelectorAll(".index > li")).filter(li => li.offsetHeight).map(li => li.querySelector("a").textContent).sort().join(", ")`
	if got := Eval[string](p, left); got != "North Korea, South Korea" {
		t.Errorf("left are %s", got)
	}
	if got := Eval[string](p, `document.querySelector(".filter [role=status]").textContent`); !strings.HasPrefix(got, "2 of ") {
		t.Errorf("it tells %q", got)
	}
}
