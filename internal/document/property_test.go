package document

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"readout/internal/source"
)

// holds checks what must be true of every document, whatever the text.
func holds(t *testing.T, src *source.Source, docs []*Document) {
	t.Helper()
	if len(docs) == 0 {
		t.Fatal("no document")
	}
	at := 0
	for n, d := range docs {
		if d.Part != n+1 {
			t.Errorf("document %d has part %d", n, d.Part)
		}
		if d.Span.Start != at {
			t.Errorf("part %d begins at %d, want %d", d.Part, d.Span.Start, at)
		}
		at = d.Span.End
		file, view := d.Span.Start, 0
		for i, b := range d.Blocks {
			if b.Span.Start != file || b.Start != view || b.Span.End < b.Span.Start || b.End < b.Start {
				t.Fatalf("block %d (%s) at file %v view %d:%d, want file %d view %d", i, b.Kind, b.Span, b.Start, b.End, file, view)
			}
			if b.Kind == "" {
				t.Errorf("block %d has no kind: %q", i, d.View.Text[b.Start:b.End])
			}
			file, view = b.Span.End, b.End
		}
		if file != d.Span.End || view != len(d.View.Text) {
			t.Fatalf("blocks end at file %d view %d, want %d and %d", file, view, d.Span.End, len(d.View.Text))
		}
		before := d.Span.Start
		for _, w := range d.View.Words {
			sp := d.View.Source(w.Start, w.End)
			if sp.Start < before || sp.End < sp.Start || sp.End > d.Span.End {
				t.Fatalf("word %q lies at %v in the file, behind %d", w.Text, sp, before)
			}
			before = sp.Start
			if seen := d.View.Text[w.Start:w.End]; len(seen) == sp.Len() && utf8.ValidString(seen) && src.Slice(sp) != seen {
				t.Fatalf("word %q is %q in the file", seen, src.Slice(sp))
			}
		}
		for _, f := range d.Fields {
			if f.Span.Start < 0 || f.Span.End > len(src.Text) || f.Span.End < f.Span.Start {
				t.Fatalf("field %s lies at %v", f.Key, f.Span)
			}
		}
		last := 0
		for i, s := range d.View.Sentences {
			b := d.Blocks[s.Block]
			if s.Start < b.Start || s.End > b.End || s.Start < last || s.End < s.Start {
				t.Fatalf("sentence %d %d:%d outside block %d:%d or before %d", i, s.Start, s.End, b.Start, b.End, last)
			}
			last = s.End
			for w := s.From; w < s.To; w++ {
				if d.View.Words[w].Start < s.Start || d.View.Words[w].End > s.End {
					t.Fatalf("word %q of sentence %d lies outside it", d.View.Words[w].Text, i)
				}
			}
			if b.Kind == Blank || b.Kind == Meta {
				t.Fatalf("sentence %d in a block of kind %s", i, b.Kind)
			}
		}
	}
	if at != len(src.Text) {
		t.Fatalf("documents end at %d of %d", at, len(src.Text))
	}
}

func TestSeeds(t *testing.T) {
	files, err := filepath.Glob("../score/testdata/seeds/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no seeds", err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		src, err := source.Decode(f, b)
		if err != nil {
			t.Fatal(err)
		}
		docs := Cut(src, Signs{})
		holds(t, src, docs)
		if len(docs) != 1 {
			t.Errorf("%s: %d documents", f, len(docs))
		}
		for _, d := range docs {
			if d.Title() == "" || d.Body() == "" {
				t.Errorf("%s: no title or no text", f)
			}
			for _, b := range d.Blocks {
				if src.Slice(b.Span) != d.View.Text[b.Start:b.End] {
					t.Fatalf("%s: a view of plain text differs from the file", f)
				}
			}
		}
	}
}
