package document

import (
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"readout/internal/source"
)

// FuzzCut cuts any bytes under any suffix: it must not fail, and what holds of every document must hold.
func FuzzCut(f *testing.F) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add([]byte(a.Files[0].Data), uint8(len(f.Name())))
		for i := range uint8(3) {
			f.Add([]byte(a.Files[0].Data), i)
		}
	}
	for _, s := range []string{"", "\n", "---\n---\n", "<p", "&nbspx &#0; &", "<title>", "a\r\nb\u2028c", "1.", "> - 1. a", "<li><li><td></p>", "\ufeff#\u00a0a"} {
		for i := range uint8(3) {
			f.Add([]byte(s), i)
		}
	}
	f.Fuzz(func(t *testing.T, b []byte, suffix uint8) {
		src, err := source.Decode("a"+[]string{".txt", ".md", ".html"}[suffix%3], b)
		if err != nil {
			return
		}
		docs := Cut(src, Signs{})
		holds(t, src, docs)
		for _, d := range docs {
			d.Title()
			d.Body()
			for w := range d.View.Words {
				d.Quote(w, w+1)
			}
		}
	})
}
