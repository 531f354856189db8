package extract

import (
	"bytes"
	"encoding/json"
	"testing"

	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/source"
)

// FuzzExtract reads any bytes under any suffix with the whole lexicon: it must not fail, every evidence must lie in the
// file as the record quotes it, and a second reading must say the same.
func FuzzExtract(f *testing.F) {
	for _, s := range releases(f) {
		for i := range uint8(3) {
			f.Add(s.Bytes, i)
		}
	}
	for _, s := range []string{
		"", "\n", "Foreign Minister Kang met Secretary of State Mike Pompeo on June 18.", "---\ndate: 2018-02-31\npublisher: kr-mofa\n---\n# Talks\n\nThe ministers met.",
		"<title>Call</title><meta name=date content=2018-06-18><h1>Call</h1><p>Minister Kang &amp; Secretary Pompeo talked today.",
		"외교부\n\n강경화 장관은 2018년 6월 18일 통화하였다.", "Ministers of A, B and C\n\n1. Minister\n4. of\n\nOn the 30th of February, of of of the Republic of",
		"Mr. Mr. Mr. President President Kim Kim Kim\n\nPresident of the President of the President",
	} {
		for i := range uint8(3) {
			f.Add([]byte(s), i)
		}
	}
	lex, err := lexicon.Builtin()
	if err != nil {
		f.Fatal(err)
	}
	sites, furniture := lex.PublisherSigns()
	signs := document.NewSigns(sites, furniture, nil)
	f.Fuzz(func(t *testing.T, b []byte, suffix uint8) {
		src, err := source.Decode("a"+[]string{".txt", ".md", ".html"}[suffix%3], b)
		if err != nil || len(b) > 1<<16 {
			return
		}
		for _, doc := range document.Cut(src, signs) {
			rec := Extract(doc, lex)
			if len(rec.Occasions) == 0 {
				t.Fatal("a record without an occasion")
			}
			for _, fault := range record.Validate(&rec, src, record.Against{}) {
				t.Error(fault)
			}
			one, err := json.Marshal(rec)
			if err != nil {
				t.Fatal(err)
			}
			two, err := json.Marshal(Extract(doc, lex))
			if err != nil || !bytes.Equal(one, two) {
				t.Fatalf("read twice, it says\n%s\nand\n%s", one, two)
			}
		}
	})
}
