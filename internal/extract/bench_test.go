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
	return sources(tb, "../score/testdata/seeds/*.txt")
}

// sources reads the files of patterns.
func sources(tb testing.TB, patterns ...string) []*source.Source {
	tb.Helper()
	var files []string
	for _, p := range patterns {
		found, err := filepath.Glob(p)
		if err != nil || len(found) == 0 {
			tb.Fatal(p, "matches no file", err)
		}
		files = append(files, found...)
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

// BenchmarkRead reads the seeds, from text to record: the cost is that of one release, and the seeds are long ones.
func BenchmarkRead(b *testing.B) { read(b, releases(b)) }

// BenchmarkReadTypical reads releases of many ministries and of all lengths. An operation is one release.
func BenchmarkReadTypical(b *testing.B) {
	read(b, sources(b, "../score/testdata/mofa-dev/*.txt", "../score/testdata/world-dev/*.txt"))
}

func read(b *testing.B, srcs []*source.Source) {
	lex, err := lexicon.Builtin()
	if err != nil {
		b.Fatal(err)
	}
	sites, furniture := lex.PublisherSigns()
	signs := document.NewSigns(sites, furniture, nil)
	x := New(lex)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		for _, d := range document.Cut(srcs[i%len(srcs)], signs) {
			x.Extract(d)
			signs.Reuse(d)
		}
	}
}
