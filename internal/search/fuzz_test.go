package search

import (
	"testing"
	"unicode/utf8"

	"readout/internal/source"
)

// FuzzPieces writes an index of any text and reads it back from its files alone: as many releases come back, with words
// that are in order.
func FuzzPieces(f *testing.F) {
	f.Add("Talks\n\nThe ministers met.", "강경화 장관 통화\n\n"+hostile)
	f.Add("\t\t\n\n\\\\ \" \x7f \u2028", "zzz zzz zzz\n\nzzz zzz. zzz")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 1<<13 || !utf8.ValidString(a) || !utf8.ValidString(b) {
			return
		}
		for _, text := range []string{a, b} {
			if _, err := source.Decode("a.txt", []byte(text)); err != nil {
				return
			}
		}
		p := open(t, shelve(t, release(t, "a.txt", a, "2018-06-18", kang), release(t, "b.txt", b, "", brun)), Options{Titles: 1, Texts: 1, Words: 64})
		if n := len(p.titles()); n != 2 {
			t.Errorf("%d titles", n)
		}
		for _, line := range p.titles() {
			if len(line) != 6 {
				t.Errorf("title of %d columns: %q", len(line), line)
			}
		}
		if n := len(p.texts()); n != 2 {
			t.Errorf("%d texts", n)
		}
		p.words()
	})
}
