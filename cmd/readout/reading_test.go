package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/korean"

	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/pipeline"
	"readout/internal/record"
	"readout/internal/source"
	"readout/internal/words"
)

// listener keeps what is told.
type listener struct{ problems, notices []string }

func (l *listener) Problem(line string) { l.problems = append(l.problems, line) }
func (l *listener) Notice(line string)  { l.notices = append(l.notices, line) }

// parseAll reads paths and returns the records by file and part.
func parseAll(t *testing.T, lex *lexicon.Lexicon, see func(*record.Record, *document.Document), paths ...string) (map[string]*record.Record, *listener) {
	t.Helper()
	recs, told := map[string]*record.Record{}, &listener{}
	err := pipeline.Parse(context.Background(), paths, pipeline.ParseOptions{Lexicon: lex}, told, func(r *record.Record, d *document.Document) error {
		recs[fmt.Sprintf("%s#%d", filepath.Base(r.File), r.Part)] = r
		if see != nil {
			see(r, d)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return recs, told
}

// testReleases are all folders of releases in the project. READOUT_RELEASES names further ones, divided by colons, for a
// look at releases that are not ours to keep.
func testReleases() []string {
	folders := []string{"../../internal/score/testdata"}
	if more := os.Getenv("READOUT_RELEASES"); more != "" {
		folders = append(folders, strings.Split(more, ":")...)
	}
	return folders
}

// The rules of evidence hold for every release, and what is printed reads back the same.
func TestEvidence(t *testing.T) {
	lex := builtin(t)
	n := 0
	for _, folder := range testReleases() {
		_, told := parseAll(t, lex, func(r *record.Record, d *document.Document) {
			n++
			var sentences []source.Span
			for _, s := range d.View.Sentences {
				sentences = append(sentences, d.View.Source(s.Start, s.End))
			}
			for _, fault := range record.Validate(r, d.Source, record.Against{Country: namesCountry(lex), Sentences: sentences}) {
				t.Errorf("%s: %s", r.File, fault)
			}
			b, err := json.Marshal(r)
			if err != nil {
				t.Fatal(err)
			}
			var back record.Record
			if err := json.Unmarshal(b, &back); err != nil {
				t.Fatalf("%s: %v", r.File, err)
			}
			again, err := json.Marshal(&back)
			if err != nil || !bytes.Equal(b, again) {
				t.Errorf("%s: what is printed reads back as something else", r.File)
			}
			if !reflect.DeepEqual(nilled(*r), nilled(back)) {
				t.Errorf("%s: the record that reads back is not that which was printed", r.File)
			}
			for _, fault := range record.CheckForm(&back) {
				t.Errorf("%s: %s", r.File, fault)
			}
		}, folder)
		for _, line := range append(told.problems, told.notices...) {
			t.Error(line)
		}
	}
	if n < 60 {
		t.Errorf("only %d releases were read", n)
	}
}

// nilled is a record in which no list is empty but nil: to readers they are the same.
func nilled(r record.Record) record.Record {
	var empty func(v reflect.Value)
	empty = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Slice:
			if v.Len() == 0 {
				v.SetZero()
			}
			for i := range v.Len() {
				empty(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				empty(v.Field(i))
			}
		}
	}
	empty(reflect.ValueOf(&r).Elem())
	return r
}

// namesCountry reports whether words hold a form, a demonym, the capital or an office of a country.
func namesCountry(lex *lexicon.Lexicon) func(code, text string) bool {
	return func(code, text string) bool {
		ws := words.Cut(text)
		for _, h := range lex.Match(ws, nil) {
			switch h.Class {
			case lexicon.CountryName, lexicon.Demonym, lexicon.Capital, lexicon.LooseName, lexicon.Metonym:
				if lex.Countries[h.Index].Code == code {
					return true
				}
			case lexicon.PersonName:
				return true // by the office that the person holds
			}
		}
		folded := words.Fold(text)
		for _, i := range lex.Surnamed(folded) { // "Putin", named for his war
			for _, term := range lex.Persons[i].Terms {
				if lex.Offices[term.Office].Country == code {
					return true
				}
			}
		}
		return slices.ContainsFunc(lex.OfficesOf(code), func(i int32) bool { return strings.Contains(folded, words.Fold(lex.Offices[i].Title)) })
	}
}

// A release reads the same whatever lies beside it.
func TestEachReleaseStandsAlone(t *testing.T) {
	lex := builtin(t)
	all, _ := parseAll(t, lex, nil, copied(t))
	names, err := filepath.Glob(filepath.Join(fiveReleases, "*.txt"))
	if err != nil || len(names) != 5 || len(all) != 5 {
		t.Fatal(len(names), len(all), err)
	}
	for _, gone := range names {
		dir := copied(t)
		if err := os.Remove(filepath.Join(dir, filepath.Base(gone))); err != nil {
			t.Fatal(err)
		}
		rest, _ := parseAll(t, lex, nil, dir)
		if len(rest) != 4 {
			t.Errorf("%d are left", len(rest))
		}
		for name, r := range rest {
			want := *all[name]
			want.File = r.File
			if !reflect.DeepEqual(&want, r) {
				t.Errorf("%s reads differently without %s", name, gone)
			}
		}
	}
}

// The same words in every encoding give the same record.
func TestEncodings(t *testing.T) {
	lex := builtin(t)
	const text = "Outcome of the Telephone Conversation (외교부)\n\nForeign Minister Kang Kyung-wha (강경화 외교부 장관) held a telephone conversation with U.S. Secretary of State Mike Pompeo on June 18, 2018. They agreed to work for the complete denuclearization of the Korean Peninsula. 양 장관은 한반도 정세에 대해 의견을 교환하였다.\n"
	wide := func(order func(uint16) []byte, mark bool) []byte {
		var b []byte
		units := utf16.Encode([]rune(text))
		if mark {
			units = append([]uint16{0xFEFF}, units...)
		}
		for _, u := range units {
			b = append(b, order(u)...)
		}
		return b
	}
	little := func(u uint16) []byte { return []byte{byte(u), byte(u >> 8)} }
	big := func(u uint16) []byte { return []byte{byte(u >> 8), byte(u)} }
	cp949, err := korean.EUCKR.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, b := range map[string][]byte{
		"utf8.txt": []byte(text), "bom.txt": []byte("\uFEFF" + text), "le.txt": wide(little, true), "be.txt": wide(big, true), "bare.txt": wide(little, false), "cp949.txt": cp949,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	recs, told := parseAll(t, lex, nil, dir)
	if len(told.problems) > 0 {
		t.Error(told.problems)
	}
	want := recs["utf8.txt#1"]
	for name, r := range recs {
		same := *r
		same.File, same.SHA256, same.Encoding = want.File, want.SHA256, want.Encoding
		same.Doubts = slices.Clone(r.Doubts)
		for i := range min(len(same.Doubts), len(want.Doubts)) {
			same.Doubts[i].Settle = want.Doubts[i].Settle // it names the file
		}
		if !reflect.DeepEqual(&same, want) {
			t.Errorf("%s (%s) reads differently: %q", name, r.Encoding, r.Text)
		}
	}
	if len(recs) != 6 || want.Date.Value.Date.String() != "2018-06-18" {
		t.Errorf("%d records, dated %s", len(recs), want.Date.Value.Date)
	}
}

// Any bytes give a record or one clear line, never a panic, and the other files are read.
func TestAnyBytes(t *testing.T) {
	lex := builtin(t)
	dir := t.TempDir()
	long := 60 << 10 // one line; that 50 MB are read too is looked at by hand
	good := "Minister meets Ambassador\n\nForeign Minister Kang Kyung-wha met the Ambassador of France on 3 May 2019.\n"
	cases := map[string][]byte{
		"a-good.txt":      []byte(good),
		"empty.txt":       nil,
		"newlines.txt":    []byte(strings.Repeat("\n", 1000)),
		"spaces.txt":      []byte(" "),
		"one-letter.txt":  []byte("a"),
		"nul.txt":         make([]byte, 1000),
		"every-byte.txt":  everyByte(),
		"invalid.txt":     []byte("The Minister \xff\xfe\xfd met \xc3\x28 on 3 May 2019.\n"),
		"broken-utf8.txt": []byte("On 3 May 2019 \xe2\x82 they met \xf0\x9f."),
		"odd-utf16.txt":   []byte("\xff\xfeO\x00d\x00d"),
		"surrogate.txt":   []byte("\xff\xfe\x00\xd8\x00\xd8a\x00"),
		"picture.txt":     []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
		"pdf.txt":         []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"),
		"returns.txt":     []byte(strings.ReplaceAll(good, "\n", "\r")),
		"one-line.txt":    bytes.Repeat([]byte("Foreign Minister Kang met Secretary Pompeo on June 18 "), long/54),
		"no-space.txt":    bytes.Repeat([]byte("x"), 1<<20),
		"brackets.txt":    bytes.Repeat([]byte("((((["), 100000),
		"bidi.txt":        []byte("\u202eMinister\u202c met \u200bhis\u200d counterpart on 3 May 2019.\n"),
		"front.md":        []byte("---\ndate: [\n---\n\n" + good),
		"open-front.md":   []byte("---\n" + good),
		"broken.html":     []byte("<html><p>" + good + "<div <div <!-- "),
		"deep.html":       bytes.Repeat([]byte("<div>"), 100000),
		"z-good.txt":      []byte(good),
	}
	for name, b := range cases {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if runtime.GOOS != "windows" {
		os.Symlink("/etc/hostname", filepath.Join(dir, "out.txt"))
		os.Symlink(".", filepath.Join(dir, "loop"))
		os.Symlink("nowhere", filepath.Join(dir, "dangling.txt"))
	}
	recs, told := parseAll(t, lex, func(r *record.Record, d *document.Document) {
		for _, fault := range record.Validate(r, d.Source, record.Against{}) {
			t.Errorf("%s: %.300s", r.File, fault)
		}
	}, dir)
	for _, line := range told.problems {
		if strings.ContainsAny(strings.TrimSpace(line), "\n") || strings.Contains(line, "fault in readout") {
			t.Errorf("not one clear line: %q", line)
		}
	}
	for name := range cases {
		told := slices.ContainsFunc(told.problems, func(line string) bool { return strings.Contains(line, name) })
		if (recs[name+"#1"] != nil) == told {
			t.Errorf("%s: a record or a line, not both or none: %v %v", name, recs[name+"#1"] != nil, told)
		}
	}
	for _, name := range []string{"a-good.txt#1", "z-good.txt#1"} {
		if r := recs[name]; r == nil || r.Date.Value.Date.String() != "2019-05-03" {
			t.Errorf("%s was not read", name)
		}
	}
	if recs["out.txt#1"] != nil {
		t.Error("a link out of the folder was followed")
	}
}

func everyByte() []byte {
	b := make([]byte, 256)
	for i := range b {
		b[i] = byte(i)
	}
	return bytes.Repeat(b, 4)
}
