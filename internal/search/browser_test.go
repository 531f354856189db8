package search

import (
	"encoding/json"
	"flag"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"readout/internal/archive"
	"readout/internal/browser"
	"readout/internal/site"
	"readout/internal/words"
	"readout/static"
	"readout/templates"
)

var update = flag.Bool("update", false, "write what the browser does as what it should do")

// publish writes the site of an archive, with its index, into a folder.
func publish(t *testing.T, a *archive.Archive) string {
	t.Helper()
	dir := t.TempDir()
	put := func(path string, b []byte) error {
		name := filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return err
		}
		return os.WriteFile(name, b, 0o666)
	}
	if err := site.Render(a, site.Options{Templates: []fs.FS{templates.FS}, Static: []fs.FS{static.FS}}, put); err != nil {
		t.Fatal(err)
	}
	for path, b := range Write(a, Options{Few: 1}) { // parted, as a large archive is
		if err := put(path, b); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// visit opens an address and returns the page as it stands once it has answered, with what the browser complained of. What
// shows that it has answered is an expression; "" for results of a search.
func visit(t *testing.T, p *browser.Page, address, answered string) (page *html.Node, complaints []string) {
	t.Helper()
	p.Go("about:blank") // a new part after # is no new page
	p.Complaints()
	p.Go(address)
	if answered == "" {
		answered = `document.querySelector(".entries .quote") && document.querySelector(".entries").ariaBusy === "false"`
	}
	p.Wait(answered)
	n, err := html.Parse(strings.NewReader(browser.Eval[string](p, "document.documentElement.outerHTML")))
	if err != nil {
		t.Fatal(err)
	}
	return n, p.Complaints()
}

// within lists the elements of a page with a class, an id or a tag: ".class", "#id", "tag".
func within(n *html.Node, what string) (found []*html.Node) {
	for e := range n.Descendants() {
		if e.Type != html.ElementNode {
			continue
		}
		ok := e.Data == what
		for _, a := range e.Attr {
			ok = ok || what[0] == '.' && a.Key == "class" && strings.Contains(" "+a.Val+" ", " "+what[1:]+" ") || what[0] == '#' && a.Key == "id" && a.Val == what[1:]
		}
		if ok {
			found = append(found, e)
		}
	}
	return found
}

func content(n *html.Node) string {
	var b strings.Builder
	for e := range n.Descendants() {
		if e.Type == html.TextNode {
			b.WriteString(e.Data)
		}
	}
	return b.String()
}

// told lists the texts of the elements with a class, joined by a bar.
func told(n *html.Node, what string) string {
	var all []string
	for _, e := range within(n, what) {
		all = append(all, content(e))
	}
	return strings.Join(all, " | ")
}

func TestInBrowser(t *testing.T) {
	b := browser.Start(t)
	t.Run("finds", func(t *testing.T) { testFinds(t, b) })
	t.Run("hostile text", func(t *testing.T) { testHostileText(t, b.Open(t)) })
	t.Run("use", func(t *testing.T) { testUse(t, b.Open(t)) })
	t.Run("words", func(t *testing.T) { testWords(t, b.Open(t)) })
}

// The search page answers from disk as from a server.
func testFinds(t *testing.T, b *browser.Browser) {
	t.Parallel()
	dir := publish(t, shelve(t, releases(t)...))
	file := "file://" + filepath.ToSlash(dir) + "/search.html"
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	t.Cleanup(server.Close)

	for _, from := range []struct{ name, address string }{{"disk", file}, {"server", server.URL + "/search.html"}} {
		t.Run("from a "+from.name, func(t *testing.T) {
			t.Parallel()
			n, complaints := visit(t, b.Open(t), from.address+"#q=alliance+countrie", "")
			if got := told(n, ".title"); got != "On the alliance" {
				t.Errorf("found %q", got)
			}
			if got, want := told(n, ".quote"), "The alliance with the U.S. stands. … The countries agreed on cooperation."; got != want {
				t.Errorf("sentence %q, want %q", got, want)
			}
			if got := told(n, "mark"); got != "alliance | alliance | countries" {
				t.Errorf("marked %q", got)
			}
			for _, c := range complaints {
				t.Error(c)
			}
		})
	}
}

// Text of releases never runs, wherever it comes to stand: headline, sentence, names, facets.
func testHostileText(t *testing.T, p *browser.Page) {
	t.Parallel()
	dir := publish(t, shelve(t, releases(t)...))
	n, complaints := visit(t, p, "file://"+filepath.ToSlash(dir)+`/search.html#q=parted+<img+src%3Dx+onerror%3D"document.title%3D'hit'">&country=estonia&official=eve`, "")
	if got := told(n, "title"); strings.Contains(got, "hit") {
		t.Error("it ran")
	}
	if got := told(n, ".title"); got != "Talks "+hostile {
		t.Errorf("found %q", got)
	}
	for _, tag := range []string{"img", "iframe", "object"} {
		if len(within(n, tag)) > 0 {
			t.Errorf("an <%s> came out of a text", tag)
		}
	}
	if got := told(n, ".quote"); !strings.Contains(got, "onerror") {
		t.Errorf("sentence %q", got)
	}
	for _, c := range complaints {
		t.Error(c)
	}
}

// A reader types, walks by keys, narrows.
func testUse(t *testing.T, p *browser.Page) {
	t.Parallel()
	dir := publish(t, shelve(t, releases(t)...))
	drive, err := os.ReadFile("testdata/drive.js")
	if err != nil {
		t.Fatal(err)
	}
	addScript(t, dir, "search.html", "static/drive.js", string(drive))
	n, complaints := visit(t, p, "file://"+filepath.ToSlash(dir)+"/search.html", `document.querySelector("#log")`)
	for _, c := range complaints {
		t.Error(c)
	}
	got := told(n, "#log")
	if *update {
		if err := os.WriteFile("testdata/drive.txt", []byte(got+"\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/drive.txt")
	if err != nil {
		t.Fatal(err)
	}
	if strings.TrimSpace(got) != strings.TrimSpace(string(want)) {
		t.Errorf("got\n%s\n\nwant\n%s", got, want)
	}
}

// addScript adds a script of the test's own to a page.
func addScript(t *testing.T, dir, page, name, text string) {
	t.Helper()
	path := filepath.Join(dir, page)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b = []byte(strings.Replace(string(b), "</body>", `<script src="`+name+`" defer></script></body>`, 1))
	for p, b := range map[string][]byte{path: b, filepath.Join(dir, filepath.FromSlash(name)): []byte(text)} {
		if err := os.WriteFile(p, b, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// The browser cuts and folds words as the index does.
func testWords(t *testing.T, p *browser.Page) {
	t.Parallel()
	texts := []string{
		"Kang Kyung-wha", "the U.S. and the R.O.K.", "Antony J. Blinken", "South Korea’s minister", "Ine Eriksen Søreide", "O'Brien’s 1,200 tons, 1.5 t", "강경화 장관",
		"ministers' talks", "İbrahim Kalın", "H.E. Mr. Đặng", "e.g. U.S.-ROK, Washington, D.C.", "18th 2018-06-18 at 08:28 1,2,3 1,2345", "日本の安全保障は大切です", "Αθήνα, Москва и Київ",
		"‘quoted’ “words” ha’apai `tick`", "ﬁne ＡＢＣ１２３ ｱｲｳ", "x\u00ADy zero\u200Bwidth", "a.b.c. ab.c. 3.4.5.", "٣ أيار", "😀 end\u0301", "Việt Nam's", "the ministers’ and 's", "K-pop/IT 1st.", "McDonald al-Sisi",
	}
	var want []string
	for _, s := range texts {
		var ws []string
		for _, w := range words.Cut(s) {
			if w.Text != "" {
				ws = append(ws, w.Text)
			}
		}
		want = append(want, strings.Join(ws, " "))
	}
	list, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	dir := publish(t, shelve(t))
	addScript(t, dir, "search.html", "static/cut.js", `var pre = document.createElement("pre"); pre.id = "log"; document.body.append(pre);
pre.textContent = `+string(list)+`.map(function (s) { return readoutSearch.cut(s).map(function (w) { return w.text; }).join(" "); }).join("\n");`)
	n, _ := visit(t, p, "file://"+filepath.ToSlash(dir)+"/search.html", `document.querySelector("#log")`)
	got := strings.Split(told(n, "#log"), "\n")
	for i, s := range texts {
		if i >= len(got) || got[i] != want[i] {
			t.Errorf("%q is cut as %q, want %q", s, got[min(i, len(got)-1)], want[i])
		}
	}
}
