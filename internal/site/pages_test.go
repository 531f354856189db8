package site

import (
	"crypto/sha256"
	"encoding/base64"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"readout/internal/archive"
	"readout/internal/date"
	"readout/internal/record"
)

const callPage = "releases/2018-06-18-ministers-of-aland-and-beland-speak-by-telephone.html"

func TestReleasePage(t *testing.T) {
	pages := render(t, archive.Options{}, call(t).release())
	n := parse(t, pages[callPage])
	want(t, n, "h1", "Ministers of Aland and Beland speak by telephone")
	want(t, n, ".occasions", "Call, 18 June 2018 (year inferred)")
	want(t, n, "p#date", "18 June 2018 — inferred: the year is not written. 1")
	want(t, n, "#p1", "Ada Alba 1 Foreign Minister, Aland")
	want(t, n, "#m1", "Cy Corr")
	want(t, n, "#t1", "1 Sanctions They spoke of sanctions & trade.")
	want(t, n, "#doubt1", `Day. The year is not written. 1 This line in corrections.yaml settles it: - {release: call.txt, field: date, set: 2018-06-18, why: "..."}`)
	want(t, n, "dd.long", "https://mfa.example/call?id=1&x=2")
	text := find(n, "section.text")[0]
	var items []string
	for _, p := range find(text, "p") {
		items = append(items, words(p))
	}
	if got := strings.Join(items, "|"); !strings.Contains(got, "|6. Secretary Brun thanked Aland <warmly>, and recalled “the North”.") || !strings.HasPrefix(got, "4. On June 18,") {
		t.Errorf("the text is not in its own numbering: %s", got)
	}
	if len(find(n, "ol")) > 0 {
		t.Error("the page numbers something by itself")
	}
	if left := find(n, "details.left-out"); len(left) != 1 || !strings.Contains(words(left[0]), "바로가기 메뉴") {
		t.Error("what was left out cannot be unfolded")
	}
	if ko := find(n, "span[lang]"); len(ko) == 0 || attr(ko[0], "lang") != "ko" {
		t.Error("Korean words are not tagged")
	}
	if got := pages[strings.TrimSuffix(callPage, "html")+"txt"]; got != callText {
		t.Error("the original file differs from what came in")
	}
}

// From a fact to its words and back, without script: every mark in the text leads to a fact, every fact to its words.
func TestFactsAndWords(t *testing.T) {
	n := parse(t, render(t, archive.Options{}, call(t).release())[callPage])
	for _, fact := range []string{"p1", "p2", "c1", "c2", "c3", "t1", "date"} {
		f := find(n, "#"+fact)
		if len(f) != 1 {
			t.Errorf("%d elements are called %s", len(f), fact)
			continue
		}
		there := false
		for _, a := range find(f[0], "a") {
			if to, ok := strings.CutPrefix(attr(a, "href"), "#"); ok {
				there = true
				if place := find(n, "#"+to); len(place) != 1 {
					t.Errorf("%s leads to %d places %s", fact, len(place), to)
				}
			}
		}
		back := false
		for _, a := range append(find(n, "a.f"), find(n, "a.t")...) {
			back = back || attr(a, "href") == "#"+fact
		}
		if !there || !back && fact != "date" {
			t.Errorf("%s: leads to its words: %v, and back: %v", fact, there, back)
		}
	}
}

// Of what belongs to others only facts, the headline and a few words are shown.
func TestExcerpt(t *testing.T) {
	pages := render(t, archive.Options{Rights: "excerpt"}, call(t).release())
	n := parse(t, pages[callPage])
	want(t, n, "blockquote", "4. On June 18, Foreign Minister Ada Alba of Aland held a telephone conversation with …")
	want(t, n, "#t1", "1 Sanctions They spoke of sanctions & trade.")
	if strings.Contains(pages[callPage], "warmly") || strings.Contains(pages[callPage], "download=") {
		t.Error("the text or the file is on the page")
	}
	for p, body := range pages {
		if strings.HasSuffix(p, ".txt") || strings.Contains(body, "recalled") {
			t.Errorf("%s gives the text away", p)
		}
	}
	if a := find(n, "a[rel]"); len(a) == 0 || attr(a[0], "href") != "https://mfa.example/call?id=1&x=2" {
		t.Error("no link to the original")
	}
	if long := find(n, "q"); len(long) > 0 && len(strings.Fields(words(long[0]))) > 12 {
		t.Error("a quote is longer than 12 words")
	}
}

func TestShelfPages(t *testing.T) {
	pages := render(t, archive.Options{Title: "Readouts"}, call(t).release())
	n := parse(t, pages["countries/aland.html"])
	want(t, n, "h1", "Aland")
	want(t, n, ".counts", "Takes part in 1 release of 2018.")
	want(t, n, "tbody", "Beland 1 18 June 2018")
	n = parse(t, pages["countries/north.html"])
	want(t, n, ".counts", "Mentioned in 1 release of 2018; takes part in none.")
	n = parse(t, pages["officials/aa-ada-alba.html"])
	want(t, n, ".offices", "Foreign Minister")
	want(t, n, "tbody", "Bo Brun Beland 1 18 June 2018")
	n = parse(t, pages["topics/sanctions.html"])
	want(t, n, ".quote", "They spoke of sanctions & trade.")
	n = parse(t, pages["years/2018.html"])
	want(t, n, "h2", "June 1")
	n = parse(t, pages["index.html"])
	want(t, n, ".counts", "1 release, of 2018, issued by 1 publisher. 2 people take part in it, for 2 countries.")
	want(t, n, "footer", "About this archive Doubts Who met whom Events Kinds Publishers As of 18 June 2018, the day of the newest release.")
	n = parse(t, pages["doubts.html"])
	want(t, n, "footer", "About this archive Doubts Who met whom Events Kinds Publishers")
	want(t, n, ".counts", "1 doubt in 1 release.")
}

// Two releases of one call: each account stands beside the other, what both tell is said once.
func TestEventPage(t *testing.T) {
	other := newBuilder(t, "other.txt", "Secretary Brun speaks with Foreign Minister Alba of Aland\n\nOn June 18, 2018, Secretary Bo Brun of Beland spoke with Foreign Minister Ada Alba. They spoke of fish.\n").
		day("2018-06-18", "June 18, 2018", record.Certain).
		person("Bo Brun", "Secretary", "BB", "Secretary Bo Brun").person("Ada Alba", "Foreign Minister", "AA", "Foreign Minister Ada Alba").
		country("BB", "Beland", record.Party, "Beland").country("AA", "Aland", record.Party, "Aland").
		topic("fish", "Fisheries", "They spoke of fish.")
	other.rec.Publisher = record.Fact[record.Publisher]{Value: record.Publisher{ID: "bb-state", Name: "State Department of Beland", Country: "BB"}, Rule: "site"}
	pages := render(t, archive.Options{}, call(t).release(), other.release())
	found := ""
	for p, body := range pages {
		if path.Dir(p) == "events" && p != "events/index.html" {
			found = p
			n := parse(t, body)
			want(t, n, "dl", "People Ada Alba, Bo Brun Countries Aland, Beland")
			if a := find(n, "article"); len(a) != 2 || !strings.Contains(words(a[0])+words(a[1]), "Fisheries They spoke of fish.") {
				t.Errorf("%d accounts", len(a))
			}
		}
	}
	if found == "" {
		t.Fatal("the two calls are not one event")
	}
	n := parse(t, pages[callPage])
	if a := find(n, "div.contacts"); len(a) != 2 || !strings.Contains(words(a[0]), "Secretary Brun speaks with Foreign Minister Alba of Aland") {
		t.Error("the release does not lead to the other account")
	}
	n = parse(t, pages["pairs/aland-beland.html"])
	want(t, n, ".counts", "1 call in 2018.")
	want(t, n, "tbody", "Ada Alba – Bo Brun 1 18 June 2018")
}

// Officials of a country stand against those whom they met, where there are several on each side.
func TestOfficialMatrix(t *testing.T) {
	var releases []archive.Release
	for i, with := range []string{"Bo Brun", "Cy Corr", "Bo Brun"} {
		one := []string{"Ada Alba", "Eve Ebb", "Eve Ebb"}[i]
		b := newBuilder(t, with+one+".txt", "Minister "+one+" of Aland speaks with "+with+"\n\nOn June 18, 2018, Minister "+one+" of Aland spoke with "+with+" of Beland.\n")
		b.day("2018-06-1"+string(rune('1'+i)), "June 18, 2018", record.Certain).person(one, "Minister", "AA", one).person(with, "Secretary", "BB", with)
		releases = append(releases, b.country("AA", "Aland", record.Party, "Aland").country("BB", "Beland", record.Party, "Beland").release())
	}
	n := parse(t, render(t, archive.Options{}, releases...)["countries/aland.html"])
	want(t, n, "table.matrix", "Bo Brun Cy Corr Eve Ebb 1 1 Ada Alba 1")
	if a := find(n, "a[aria-label]"); len(a) != 3 || attr(a[0], "aria-label") != "Eve Ebb and Bo Brun: 1 contact, 13 June 2018" {
		t.Errorf("%d numbers", len(a))
	}
}

// Nothing at all is an archive too.
func TestEmpty(t *testing.T) {
	pages := render(t, archive.Options{})
	for page, text := range map[string]string{
		"index.html": "No release is here yet. Put a text into the collection and build the archive again.", "releases/index.html": "No release is here yet.",
		"countries/index.html": "No country is named.", "officials/index.html": "No official is named.", "topics/index.html": "No topic was recognised.",
		"years/index.html": "No release is here yet.", "doubts.html": "Nothing is in doubt.",
	} {
		want(t, parse(t, pages[page]), ".empty", text)
	}
	bare := newBuilder(t, "bare.txt", "x")
	bare.rec.Title.Value = ""
	bare.rec.Occasions = nil
	pages = render(t, archive.Options{}, bare.release())
	for p, body := range pages {
		if strings.HasPrefix(p, "releases/undated") && strings.HasSuffix(p, ".html") {
			n := parse(t, body)
			want(t, n, "h1", "Untitled release")
			want(t, n, "p#date", "The text does not tell the day.")
		}
	}
	want(t, parse(t, pages["years/undated.html"]), "h1", "Undated")
}

// Whatever stands in a release, a title, a name or a note, it is shown and never runs.
func TestHostile(t *testing.T) {
	for _, evil := range []string{`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `javascript:alert(1)`, "' onload='alert(1)", "</title></style><svg/onload=alert(1)>", "{{.}}"} {
		b := newBuilder(t, "evil.txt", "Title "+evil+"\n\nOn June 18, Minister "+evil+" spoke to "+evil+". All is well.\n")
		b.day("2018-06-18", "June 18", record.Inferred).person(evil, evil, evil, evil).country(evil, evil, record.Party, evil).topic(evil, evil, "All is well.")
		r := b.rec
		r.Title.Value, r.Encoding, r.SHA256 = "Title "+evil, evil, evil
		r.Publisher = record.Fact[record.Publisher]{Value: record.Publisher{ID: evil, Name: evil, Country: evil}, Rule: evil}
		r.Address = record.Fact[string]{Value: evil, Rule: evil}
		r.Language = record.Fact[string]{Value: evil, Rule: evil}
		r.Kind.Value, r.Occasions[0].Kind, r.Occasions[0].Place = record.Kind(evil), record.Kind(evil), evil
		r.Occasions = append(r.Occasions, r.Occasions[0])
		r.Date.Value.Clues[0].Rule, r.Date.Value.Clues[0].Entry, r.Date.Value.Time = evil, evil, evil
		r.Doubts = []record.Doubt{{Field: evil, Message: evil, Settle: evil, Evidence: b.find(evil)}}
		r.Corrections = []record.Applied{{Field: evil, Was: evil, Now: evil, Why: evil}}
		r.Mentioned = []record.Fact[record.Person]{{Value: record.Person{Name: evil, Role: evil, Country: evil}}}
		o := archive.Options{Title: evil, Description: evil, Language: evil, BaseURL: "https://example.org/", Notes: map[string]string{
			"countries/" + evil: evil + "\n\n[x](javascript:alert(1)) <script>alert(1)</script> ![x](javascript:alert(1))"}}
		for p, body := range render(t, o, b.release()) {
			if path.Ext(p) == ".html" {
				harmless(t, p, parse(t, body))
			}
		}
	}
}

// harmless reports elements and attributes that could run or fetch anything.
func harmless(t *testing.T, page string, n *html.Node) {
	t.Helper()
	for e := range n.Descendants() {
		if e.Type != html.ElementNode {
			continue
		}
		if src := attr(e, "src"); e.Data == "script" && strings.HasPrefix(strings.TrimPrefix(src, "../"), "static/") && e.FirstChild == nil {
			continue // our own
		}
		if e.Data == "style" && page == "404.html" {
			continue // TestNotFoundIsStyled
		}
		switch e.Data {
		case "script", "img", "style", "iframe", "object", "embed", "base", "form":
			t.Errorf("%s: <%s> on the page", page, e.Data)
		}
		for _, a := range e.Attr {
			v := strings.ToLower(strings.TrimSpace(a.Val))
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || (a.Key == "href" || a.Key == "src") && strings.Contains(v, "javascript:") && !strings.HasPrefix(v, "#") {
				t.Errorf("%s: %s=%q on <%s>", page, a.Key, a.Val, e.Data)
			}
		}
	}
}

// Each page has what a reader and a reading machine need: one h1, headings in order, landmarks, unique ids, links that land.
func TestEveryPage(t *testing.T) {
	b := newBuilder(t, "undated.txt", "A letter\n\nDear all, 강경화 was here.\n").release()
	pages := render(t, archive.Options{}, call(t).release(), b)
	all := map[string]map[string]bool{} // page -> ids
	for p, body := range pages {
		if path.Ext(p) != ".html" {
			continue
		}
		ids := map[string]bool{}
		for e := range parse(t, body).Descendants() {
			if id := attr(e, "id"); id != "" {
				if ids[id] {
					t.Errorf("%s: two elements are called %s", p, id)
				}
				ids[id] = true
			}
		}
		all[p] = ids
	}
	for p, body := range pages {
		if path.Ext(p) != ".html" {
			continue
		}
		n := parse(t, body)
		if !strings.Contains(body, `http-equiv="Content-Security-Policy"`) {
			t.Errorf("%s has no policy", p)
		}
		level := 0
		for e := range n.Descendants() {
			if e.Type == html.ElementNode && len(e.Data) == 2 && e.Data[0] == 'h' && e.Data[1] >= '1' && e.Data[1] <= '6' {
				if l := int(e.Data[1] - '0'); l > level+1 || l == 1 && level > 0 {
					t.Errorf("%s: <%s> %q after level %d", p, e.Data, words(e), level)
				} else {
					level = l
				}
				if words(e) == "" {
					t.Errorf("%s: empty <%s>", p, e.Data)
				}
			}
			for _, key := range []string{"href", "src"} {
				if to := attr(e, key); has(e, key) && !strings.HasPrefix(to, "https:") && !strings.HasPrefix(to, "data:") {
					follow(t, pages, all, p, to)
				}
			}
			if by := attr(e, "aria-labelledby"); by != "" && !all[p][by] {
				t.Errorf("%s: nothing is called %s", p, by)
			}
		}
		if len(find(n, "main")) != 1 || len(find(n, "h1")) != 1 {
			t.Errorf("%s: %d main, %d h1", p, len(find(n, "main")), len(find(n, "h1")))
		}
	}
}

func follow(t *testing.T, pages map[string]string, ids map[string]map[string]bool, from, to string) {
	t.Helper()
	file, anchor, _ := strings.Cut(to, "#")
	target := from
	if file != "" {
		target = path.Join(path.Dir(from), file)
	}
	if _, ok := pages[target]; !ok || strings.HasPrefix(to, "/") {
		t.Errorf("%s: dead link %q", from, to)
	} else if anchor != "" && !ids[target][anchor] {
		t.Errorf("%s: %q leads to no place on the page", from, to)
	}
}

// 404.html is served at any depth: without a base URL it has no link at all, with one only full links.
func TestNotFound(t *testing.T) {
	for _, base := range []string{"", "https://example.org/archive/"} {
		n := parse(t, render(t, archive.Options{BaseURL: base})["404.html"])
		for _, key := range []string{"href", "src"} {
			for _, e := range find(n, "["+key+"]") {
				if to := attr(e, key); to != "data:," && (base == "" || !strings.HasPrefix(to, base)) {
					t.Errorf("base %q: %s=%q", base, key, to)
				}
			}
		}
	}
}

// The style in 404.html is the one that its policy allows, and no other rule loosens the policy.
func TestNotFoundIsStyled(t *testing.T) {
	page := render(t, archive.Options{})["404.html"]
	_, style, _ := strings.Cut(page, "<style>")
	style, _, ok := strings.Cut(style, "</style>")
	sum := sha256.Sum256([]byte(style))
	policy := "style-src &#39;sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "&#39;;"
	if !ok || !strings.Contains(strings.ReplaceAll(page, "'", "&#39;"), policy) {
		t.Errorf("the style is not allowed by the policy, which should hold %s", policy)
	}
}

func TestRedirectsAndGone(t *testing.T) {
	lock, err := archive.ParseLock("ids.lock", []byte("release\told\tcall.txt#1\t-\tolder\nrelease\tlost\tlost.txt#1\t-\n"))
	if err != nil {
		t.Fatal(err)
	}
	pages := render(t, archive.Options{Lock: lock}, call(t).release())
	n := parse(t, pages["releases/older.html"])
	if a := find(n, "a"); len(a) != 1 || attr(a[0], "href") != "../releases/old.html" {
		t.Error("the old address does not lead to the new one")
	}
	want(t, parse(t, pages["releases/lost.html"]), "h1", "No longer here")
	want(t, parse(t, pages["releases/old.html"]), "h1", "Ministers of Aland and Beland speak by telephone")
}

func TestDeterministic(t *testing.T) {
	one, two := render(t, archive.Options{}, call(t).release()), render(t, archive.Options{}, call(t).release())
	for p, body := range one {
		if two[p] != body {
			t.Errorf("%s differs from one build to the next", p)
		}
	}
}

// A release of several possible years stands under none, and says so.
func TestUndated(t *testing.T) {
	b := call(t)
	b.rec.Date.Confidence = record.Uncertain
	b.rec.Date.Value.Date = date.Date{OneOf: []date.Day{{Year: 2017, Month: 6, Day: 18}, {Year: 2018, Month: 6, Day: 18}}}
	pages := render(t, archive.Options{}, b.release())
	want(t, parse(t, pages["years/undated.html"]), ".day", "18 June 2017 or 2018 (uncertain)")
}
