package document

import (
	"os"
	"testing"

	"readout/internal/source"
	"readout/internal/words"
)

// BenchmarkRelease decodes and cuts a release of 3 KB.
func BenchmarkRelease(b *testing.B) {
	data, err := os.ReadFile("../score/testdata/seeds/001_0cd6837e979d7355.txt")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		src, err := source.Decode("a.txt", data)
		if err != nil {
			b.Fatal(err)
		}
		Cut(src, Signs{})
	}
}

func BenchmarkStep(b *testing.B) {
	data, _ := os.ReadFile("../score/testdata/seeds/001_0cd6837e979d7355.txt")
	b.Run("decode", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			source.Decode("a.txt", data)
		}
	})
	b.Run("words", func(b *testing.B) {
		b.ReportAllocs()
		t := string(data)
		for b.Loop() {
			words.Cut(t)
		}
	})
}
