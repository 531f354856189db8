package extract

import (
	"os"
	"path/filepath"
	"testing"

	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/source"
)

// releases reads the seeds, as the tests use them.
func releases(tb testing.TB) []*source.Source {
	tb.Helper()
	files, err := filepath.Glob("../score/testdata/seeds/*.txt")
	if err != nil || len(files) == 0 {
		tb.Skip("no seeds")
	}
	var out []*source.Source
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		s, err := source.Decode(filepath.Base(f), b)
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, s)
	}
	return out
}

// BenchmarkRead reads the seeds, from text to record: the cost is that of one release.
func BenchmarkRead(b *testing.B) {
	lex, err := lexicon.Builtin()
	if err != nil {
		b.Fatal(err)
	}
	sites, furniture := lex.PublisherSigns()
	signs := document.NewSigns(sites, furniture, nil)
	srcs := releases(b)
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		for _, d := range document.Cut(srcs[i%len(srcs)], signs) {
			Extract(d, lex)
		}
	}
}
