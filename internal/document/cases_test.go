package document

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"readout/internal/source"
)

var update = flag.Bool("update", false, "rewrite what the cases expect")

// TestCases cuts the page of each case in testdata and compares its blocks, one a line.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 25 {
		t.Fatalf("%d cases, %v", len(files), err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(f)
			if err != nil {
				t.Fatal(err)
			}
			if strings.TrimSpace(string(a.Comment)) == "" {
				t.Error("the case gives no reason")
			}
			var page, want *txtar.File
			for i := range a.Files {
				switch {
				case a.Files[i].Name == "blocks":
					want = &a.Files[i]
				case page == nil:
					page = &a.Files[i]
				}
			}
			if page == nil || want == nil {
				t.Fatal("a case needs a page and blocks")
			}
			src, err := source.Decode(page.Name, page.Data)
			if err != nil {
				t.Fatal(err)
			}
			docs := Cut(src, Signs{})
			holds(t, src, docs)
			got := listing(docs)
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(f, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != string(want.Data) {
				t.Errorf("blocks differ\ngot:\n%swant:\n%s", got, want.Data)
			}
		})
	}
}

// listing prints blocks one a line: kind, and the text on one line, the middle of long ones left out.
func listing(docs []*Document) string {
	var b strings.Builder
	for _, d := range docs {
		if len(docs) > 1 {
			fmt.Fprintf(&b, "part %d\n", d.Part)
		}
		for _, f := range d.Fields {
			fmt.Fprintf(&b, "  field %s = %q\n", f.Key, f.Value)
		}
		for _, f := range d.Faults {
			fmt.Fprintf(&b, "  fault line %d: %s\n", f.Line, f.What)
		}
		for _, bl := range d.Blocks {
			if bl.Kind == Blank {
				continue
			}
			s := []rune(strings.Join(strings.Fields(d.View.Text[bl.Start:bl.End]), " "))
			if len(s) > 100 {
				s = append(append(append([]rune{}, s[:60]...), []rune(" ... ")...), s[len(s)-30:]...)
			}
			fmt.Fprintf(&b, "%-10s %s\n", bl.Kind, string(s))
		}
	}
	return b.String()
}
