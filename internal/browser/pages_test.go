package browser

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// Sites are built once and opened in one browser.
func TestSites(t *testing.T) {
	b := Start(t)
	site, many := mixed(t), long(t)
	t.Run("accessible", func(t *testing.T) { testAccessible(t, b, site, many) })
	t.Run("every page", func(t *testing.T) { testEveryPage(t, b, site) })
	t.Run("facts and words", func(t *testing.T) { testFactsAndWords(t, b, site) })
	t.Run("paper", func(t *testing.T) { testPaper(t, b.Open(t), site) })
	t.Run("nothing moves", func(t *testing.T) { testNothingMoves(t, b.Open(t), site, many) })
	t.Run("lists", func(t *testing.T) { testLists(t, b.Open(t), many) })
}

// Every page of a site of hostile, wide, Korean, empty and plain releases, opened from disk on a narrow telephone: nothing of a
// text runs, the browser complains of nothing, nothing is asked from elsewhere, and nothing but tables in boxes of their own
// goes beyond the side.
func testEveryPage(t *testing.T, b *Browser, dir string) {
	names := pages(t, dir)
	inTabs(t, b, len(names), func(t *testing.T, p *Page, i int) {
		name := names[i]
		if sendsOn(t, dir, name) {
			return
		}
		p.Size(320, 640)
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

// inTabs does a piece of work for each number below n, in as many tabs as the tests have cores.
func inTabs(t *testing.T, b *Browser, n int, work func(t *testing.T, p *Page, i int)) {
	const tabs = 2
	for tab := range tabs {
		t.Run(fmt.Sprintf("tab %d", tab+1), func(t *testing.T) {
			t.Parallel()
			p := b.Open(t)
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

// Nothing moves once it is drawn: fonts are those of the reader's machine, and scripts add nothing above what is read. Lists
// that can be narrowed and the search page reckon with their boxes.
func testNothingMoves(t *testing.T, p *Page, dir, many string) {
	t.Parallel()
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	t.Cleanup(server.Close)
	p.BeforeScripts(`window.moved = 0; new PerformanceObserver(l => l.getEntries().forEach(e => { moved += e.value; })).observe({type: "layout-shift", buffered: true});`)
	for _, page := range []string{"index.html", "releases/2024-08-07-outcome-of-telephone-conversation-among-high-level-officials.html", "countries/south-korea.html", "topics/index.html", "officials/index.html", "search.html", onDisk(many, "countries/index.html")} {
		if !strings.HasPrefix(page, "file:") {
			page = server.URL + "/" + page
		}
		p.Go(page)
		if moved := Eval[float64](p, `new Promise(done => setTimeout(() => done(window.moved), 300))`); moved > 0.02 {
			t.Errorf("%s: moves by %.3f", page, moved)
		}
		if fonts := Eval[int](p, `document.fonts.size`); fonts > 0 {
			t.Errorf("%s: %d fonts are loaded", page, fonts)
		}
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
