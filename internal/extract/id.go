package extract

import (
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
	s := Slug(record.Mask(rec.Title.Value), slugWords)
	if s == "" {
		s = "release"
	}
	return day + "-" + s
}

// Slug makes lower-case ASCII words joined by hyphens of a text, at most n of them (0: all); small words are left out
// where the text is cut.
func Slug(text string, n int) string {
	var room [24]words.Word
	out := make([]byte, 0, min(len(text), 96))
	taken := 0
	for _, w := range words.AppendCut(room[:0], text) {
		before := len(out)
		if taken > 0 {
			out = append(out, '-')
		}
		start := len(out)
		for k := range len(w.Text) {
			if c := w.Text[k]; c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
				out = append(out, c)
			}
		}
		if len(out) == start {
			out = out[:before]
			continue
		}
		if n > 0 && taken == n {
			out = out[:before]
			break
		}
		taken++
	}
	return string(out)
}
