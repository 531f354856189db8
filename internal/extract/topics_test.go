package extract

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/source"
)

var updateTopics = flag.Bool("update-topics", false, "write the topics and kinds that are read into the cases")

// found is a document with what the lexicon finds in it.
type found struct {
	doc  *document.Document
	lex  *lexicon.Lexicon
	hits [][]lexicon.Hit
}

func find(t testing.TB, lex *lexicon.Lexicon, name, text string) found {
	t.Helper()
	src, err := source.Decode(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	doc := document.Cut(src, document.Signs{})[0]
	return found{doc, lex, annotate(doc, lex).hits}
}

// readCases reads the release of each case in a folder and compares what show says of it with what the case wants.
func readCases(t *testing.T, dir string, atLeast int, show func(f found) string) {
	lex, err := lexicon.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join("testdata", dir, "*.txtar"))
	if err != nil || len(files) < atLeast {
		t.Fatalf("%d cases, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if strings.TrimSpace(string(a.Comment)) == "" || len(a.Files) != 2 || a.Files[1].Name != "want" {
				t.Fatal("a case needs a reason, a release and what is wanted")
			}
			got := show(find(t, lex, a.Files[0].Name, string(a.Files[0].Data)))
			if *updateTopics {
				a.Files[1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(a.Files[1].Data); got != want {
				t.Errorf("got:\n%swant:\n%s", got, want)
			}
		})
	}
}

func TestTopics(t *testing.T) {
	readCases(t, "topics", 25, func(f found) string {
		var b strings.Builder
		for _, x := range readTopics(f.doc, f.lex, f.hits) {
			fmt.Fprintf(&b, "%s %.2f %s\n", x.Value.ID, x.Value.Score, x.Confidence)
			for _, e := range x.Evidence {
				fmt.Fprintf(&b, "  %s: %s\n", e.Rule, e.Quote)
			}
		}
		return b.String()
	})
}

// Evidence of a topic lies within one sentence, its quote is what stands there, and a topic is told once.
func TestTopicEvidence(t *testing.T) {
	lex, err := lexicon.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	seeds, _ := filepath.Glob("../score/testdata/seeds/*.txt")
	if len(seeds) == 0 {
		t.Fatal("no seeds")
	}
	for _, name := range seeds {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f := find(t, lex, filepath.Base(name), string(data))
		topics := readTopics(f.doc, f.lex, f.hits)
		if len(topics) == 0 {
			t.Errorf("%s: no topic", name)
		}
		seen := map[string]bool{}
		for _, x := range topics {
			if seen[x.Value.ID] || x.Value.Score < 0 || x.Value.Score > 1 || len(x.Evidence) == 0 || x.Rule == "" {
				t.Errorf("%s: %+v", name, x)
			}
			seen[x.Value.ID] = true
			for _, e := range x.Evidence {
				inSentence(t, f.doc, e)
			}
		}
		for _, e := range readKind(f.doc, f.lex, f.hits).Evidence {
			inSentence(t, f.doc, e)
		}
	}
}

func inSentence(t *testing.T, doc *document.Document, e record.Evidence) {
	t.Helper()
	if got := doc.Source.Slice(e.Span); got != e.Quote || got == "" {
		t.Errorf("%v quotes %q, the file holds %q", e.Span, e.Quote, got)
	}
	for _, s := range doc.View.Sentences {
		if doc.View.Source(s.Start, s.End).Contains(e.Span) {
			return
		}
	}
	t.Errorf("%q lies in no sentence", e.Quote)
}

// Every phrase that tells a topic or a kind has a near miss that proves it is not too wide.
func TestPhrasesHaveNearMisses(t *testing.T) {
	lex, err := lexicon.Read()
	if err != nil {
		t.Fatal(err)
	}
	near := func(id string, phrases []lexicon.Phrase) {
		for _, p := range phrases {
			if len(p.Rejects) == 0 {
				t.Errorf("%s: %s: no near miss", id, p.Name)
			}
			if p.Weight <= 0 || p.Weight > 1.5 {
				t.Errorf("%s: %s: weight %v", id, p.Name, p.Weight)
			}
		}
	}
	for _, x := range lex.Topics {
		near(x.ID, x.Phrases)
	}
	for _, l := range lex.Lists {
		if k, _ := kindList(l.Name); k >= 0 {
			near(l.Name, l.Phrases)
		}
	}
}

func BenchmarkTopicsAndKind(b *testing.B) {
	lex, err := lexicon.Builtin()
	if err != nil {
		b.Fatal(err)
	}
	data, err := os.ReadFile("../score/testdata/seeds/000_80c6b3b94d22fcab.txt")
	if err != nil {
		b.Fatal(err)
	}
	f := find(b, lex, "seed.txt", string(data))
	b.ReportAllocs()
	for b.Loop() {
		readTopics(f.doc, f.lex, f.hits)
		readKind(f.doc, f.lex, f.hits)
	}
}
