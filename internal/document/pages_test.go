package document

import (
	"os"
	"slices"
	"strings"
	"testing"

	"readout/internal/source"
)

// TestPages cuts the pages of testdata/pages.txt and compares headline and text.
func TestPages(t *testing.T) {
	data, err := os.ReadFile("testdata/pages.txt")
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(string(data), "\n%% ")[1:]
	if len(pages) < 50 {
		t.Fatalf("only %d pages", len(pages))
	}
	for _, p := range pages {
		name, lines, _ := strings.Cut(p, "\n")
		for _, spaced := range []bool{true, false} {
			var page strings.Builder
			headline, body := "", []string(nil)
			for l := range strings.Lines(strings.TrimRight(lines, "\n") + "\n") {
				mark, rest, ok := strings.Cut(l, "|")
				around := ""
				switch {
				case ok && mark == "H":
					headline, l = strings.TrimSpace(rest), rest
				case ok && mark == "B":
					body, l = append(body, strings.TrimSpace(rest)), rest
				default:
					ok = false
				}
				if spaced && ok && len(mark) == 1 {
					around = "\n"
				}
				page.WriteString(around + l + around)
			}
			src, err := source.Decode("a.txt", []byte(page.String()))
			if err != nil {
				t.Fatal(err)
			}
			docs := Cut(src, Signs{})
			holds(t, src, docs)
			d := docs[0]
			if len(docs) != 1 {
				t.Errorf("%s: %d releases", name, len(docs))
			}
			if d.Title() != headline {
				t.Errorf("%s (empty lines %v): headline %q, want %q", name, spaced, d.Title(), headline)
			}
			var got []string
			for _, b := range d.Blocks {
				if b.Kind.Text() {
					got = append(got, d.View.Text[b.Start:b.End])
				}
			}
			if !slices.Equal(got, body) {
				t.Errorf("%s (empty lines %v): text is\n\t%s\nwant\n\t%s", name, spaced, strings.Join(got, "\n\t"), strings.Join(body, "\n\t"))
			}
		}
	}
}
