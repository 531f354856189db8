package extract

import (
	"strings"

	"readout/internal/date"
	"readout/internal/record"
	"readout/internal/words"
)

const slugWords = 8

// proposeID makes an id that depends on the release alone: its day as written, or "undated", and a short slug of the
// title.
func proposeID(rec *record.Record) string {
	day := "undated"
	if d := rec.Date.Value.Date.From; d != (date.Day{}) && d.Year > 0 {
		day = d.String()
	}
	s := Slug(rec.Title.Value, slugWords)
	if s == "" {
		s = "release"
	}
	return day + "-" + s
}

// Slug makes lower-case ASCII words joined by hyphens of a text, at most n of them (0: all); small words are left out
// where the text is cut.
func Slug(text string, n int) string {
	var out []string
	for _, w := range words.Cut(text) {
		var b strings.Builder
		for _, c := range w.Text {
			if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
				b.WriteRune(c)
			}
		}
		if b.Len() == 0 {
			continue
		}
		if n > 0 && len(out) == n {
			break
		}
		out = append(out, b.String())
	}
	return strings.Join(out, "-")
}
