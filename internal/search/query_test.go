package search

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/internal/browser"
)

// What a first query of two words moves and how long it takes, for a site that is named by READOUT_SITE:
//
//	READOUT_SITE=public go test ./internal/search -run FirstQuery -v
//
// Each query is the first that a browser asks. Bytes are those of search.js and of all pieces, as they lie on the disk; a
// host that compresses moves about a fifth less. The time runs from the words in the box until the results stand there.
func TestFirstQuery(t *testing.T) {
	dir := os.Getenv("READOUT_SITE")
	if dir == "" {
		t.Skip("no READOUT_SITE")
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	defer server.Close()
	b := browser.Start(t)
	for _, query := range []string{"foreign minister", "security cooperation", "climate trade", "korea sanctions", "japan fisheries"} {
		for _, from := range []string{"file://" + filepath.ToSlash(dir), server.URL} {
			p := b.Open(t)
			p.Asked()
			p.Go(from + "/search.html")
			p.Wait(`document.querySelector(".entries").ariaBusy === "false"`)
			type times struct{ Results, Sentences float64 }
			took := browser.Eval[times](p, `new Promise(done => {
				const list = document.querySelector(".entries"), start = performance.now();
				let results = 0;
				new MutationObserver(() => {
					if (!results && list.firstChild) results = performance.now() - start;
					if (results && list.ariaBusy === "false") done({results: results, sentences: performance.now() - start});
				}).observe(list, {childList: true, attributes: true});
				location.hash = "#q=`+strings.ReplaceAll(query, " ", "+")+`";
			})`)
			var moved int64
			n := 0
			for _, address := range p.Asked() {
				name, ok := strings.CutPrefix(address, from+"/")
				if name, _, _ = strings.Cut(name, "?"); !ok || !strings.HasSuffix(name, ".js") {
					continue
				}
				f, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name)))
				if err != nil {
					t.Fatal(err)
				}
				moved += f.Size()
				n++
			}
			found := browser.Eval[string](p, `document.querySelector("#search [role=status]").textContent`)
			t.Logf("%s, %.4s: %d bytes in %d scripts; results after %.0f ms, sentences after %.0f ms; %s", query, from, moved, n, took.Results, took.Sentences, found)
			if moved > 200_000 {
				t.Errorf("%q moves %d bytes", query, moved)
			}
		}
	}
}
