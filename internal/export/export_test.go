package export

import (
	"bytes"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"readout/internal/archive"
)

// The same releases in any order give the same bytes, and files may be written again.
func TestSameBytes(t *testing.T) {
	first := everything(t, sample(t))
	rs := releases(t)
	for range 3 {
		rand.Shuffle(len(rs), func(i, j int) { rs[i], rs[j] = rs[j], rs[i] })
		a := build(t, archive.Options{Title: "Talks of <Aland>", BaseURL: base, Description: "All of them."}, rs...)
		again := everything(t, a)
		if len(again) != len(first) {
			t.Fatalf("%d files, then %d", len(first), len(again))
		}
		for path, text := range again {
			if first[path] != text {
				t.Errorf("%s differs", path)
			}
		}
	}
}

// Whatever is written, no e-mail address is legible in it: not in the text, in quotes, in roles.
func TestNoAddressIsLegible(t *testing.T) {
	legible := regexp.MustCompile(`(?i)press\.office|[a-z0-9._%+-]+(@|%40|&#64;)[a-z0-9.-]+\.[a-z]{2,}|state\.example\.bb|cy@|desk@`)
	for path, text := range everything(t, sample(t)) {
		if found := legible.FindString(text); found != "" {
			t.Errorf("%s: %q", path, found)
		}
	}
}

// Of a release of which only an excerpt may be shown, no run of 20 words of its text stands in any file, whatever stands
// between them.
func TestExcerpt(t *testing.T) {
	a := sample(t)
	for _, e := range a.Releases {
		if !e.Excerpt {
			continue
		}
		body := letters(paperText)
		for path, text := range everything(t, a) {
			in := " " + strings.Join(letters(text), " ") + " "
			for i := 0; i+20 <= len(body); i++ {
				if run := strings.Join(body[i:i+20], " "); strings.Contains(in, " "+run+" ") {
					t.Errorf("%s: %q", path, run)
					break
				}
			}
		}
	}
}

// letters are the words of a text without what stands between them.
func letters(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// Without an address on the web no file tells one, and those that need one are not made.
func TestNoBaseURL(t *testing.T) {
	a := build(t, archive.Options{}, releases(t)...)
	for path := range bytesOf(t, Files(a, Options{})) {
		if strings.HasSuffix(path, ".atom") || strings.HasPrefix(path, "sitemap") {
			t.Errorf("%s is made", path)
		}
	}
	m := NewHeads(a).Release(a.Releases[0], "")
	if m.Canonical != "" || strings.Contains(m.JSONLD, "example.org") {
		t.Errorf("meta data tells an address: %+v", m)
	}
	var b bytes.Buffer
	if err := Atom(&b, a, Options{}); err == nil {
		t.Error("a feed was written without an address")
	}
}

// An archive of nothing makes files that read.
func TestEmptyArchive(t *testing.T) {
	for path, text := range everything(t, build(t, archive.Options{BaseURL: base})) {
		if strings.HasSuffix(path, ".json") && !strings.HasPrefix(path, "data/schema/") {
			parseJSON(t, path, text)
		}
	}
}

func TestShelf(t *testing.T) {
	a := sample(t)
	var b bytes.Buffer
	if err := Releases(&b, a, Options{Shelf: "publishers/the-paper"}); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), "\n"); n != 1 {
		t.Errorf("%d releases of the paper", n)
	}
	if _, ok := FindShelf(a, "countries/AA"); !ok {
		t.Error("a country is not found by its code")
	}
	if _, ok := FindShelf(a, "countries/nowhere"); ok {
		t.Error("a shelf is found that is not there")
	}
	for _, f := range Formats() {
		bytesOf(t, f.Files(a, Options{Shelf: "countries/AA"}))
		bytesOf(t, f.Files(a, Options{Shelf: "topics/north"}))
	}
}

// Every format is named once, and its files are those it tells of.
func TestFormats(t *testing.T) {
	a, names := sample(t), map[string]bool{}
	for _, f := range Formats() {
		if names[f.Name] {
			t.Errorf("two formats are named %s", f.Name)
		}
		names[f.Name] = true
		files := f.Files(a, Options{})
		if f.Single() && (len(files) != 1 || files[0].Path != f.Paths[0]) {
			t.Errorf("%s: files are %v, want %v", f.Name, files, f.Paths)
		}
		if len(files) == 0 {
			t.Errorf("%s: no files", f.Name)
		}
	}
	if _, ok := FormatNamed("sql"); !ok {
		t.Error("no format sql")
	}
}
