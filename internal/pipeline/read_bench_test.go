package pipeline

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"readout/internal/lexicon"
	"readout/internal/record"
)

// What reading a release costs, all of it, beside what writing its record and reading that back cost: a record that is
// remembered in a file would have to be read back.
func BenchmarkRelease(b *testing.B) {
	lex, err := lexicon.Builtin()
	if err != nil {
		b.Fatal(err)
	}
	names, err := filepath.Glob("../score/testdata/*/*.txt")
	if err != nil || len(names) == 0 {
		b.Fatal(names, err)
	}
	r := NewReader(lex, 1)
	var inputs []Input
	var records []*record.Record
	var texts [][]byte
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		inputs = append(inputs, Input{Name: name, Load: func() ([]byte, error) { return data, nil }})
		rec := r.One(inputs[len(inputs)-1]).Parts[0].Record
		text, err := json.Marshal(rec)
		if err != nil {
			b.Fatal(err)
		}
		records, texts = append(records, rec), append(texts, text)
	}
	for _, c := range []struct {
		name string
		do   func(i int)
	}{
		{"read", func(i int) { r.One(inputs[i]) }},
		{"write-record", func(i int) { json.Marshal(records[i]) }},
		{"read-record", func(i int) { var back record.Record; json.Unmarshal(texts[i], &back) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				c.do(n % len(inputs))
				n++
			}
		})
	}
}
