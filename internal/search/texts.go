package search

import "strconv"

// appendTitle writes what a list of results shows of a release, in one line.
func (c common) appendTitle(b []byte, d *doc) []byte {
	for i, s := range [...]string{d.path, d.language, d.day, d.how, d.title, d.under} {
		if i > 0 {
			b = append(b, '\t')
		}
		b = c.shorten(b, s)
	}
	return append(b, '\n')
}

// appendText writes the sentences of a release, a line each, and an empty line.
func (c common) appendText(b []byte, d *doc) []byte {
	at := 0
	for _, s := range d.sentences {
		if s.start < 0 {
			b = append(b, '-')
		} else {
			b = strconv.AppendInt(b, int64(s.start-at), 10)
			at = s.start + len(s.text)
		}
		b = append(c.shorten(b, " "+s.text), '\n')
	}
	return append(b, '\n')
}

// Deflate looks back 32 KiB at most.
const (
	maxDictionary = 8 << 10 // a larger one would make the first query heavier than it makes others lighter
	titlesShare   = 2 << 10 // of it
)

// sample makes the dictionary: titles and sentences from all over the archive. What releases have in common is then told
// once, and the pieces can be small.
func sample(docs []doc, c common) []byte {
	var b []byte
	seen := map[string]bool{}
	take := func(limit int, each func(d *doc, round int) string) {
		for round := range 64 {
			// Steps coprime to most counts visit releases of all years before coming back to any.
			step := max(len(docs)/97, 1)
			for from := range step {
				for i := (from + round*31) % step; i < len(docs); i += step {
					s := each(&docs[i], round)
					if len(b)+len(s) > limit {
						return
					}
					if s != "" && !seen[s] {
						seen[s] = true
						b = append(b, s...)
					}
				}
			}
		}
	}
	take(maxDictionary-titlesShare, func(d *doc, round int) string {
		if round >= len(d.sentences) {
			return ""
		}
		return string(append(c.shorten(nil, " "+d.sentences[round].text), '\n'))
	})
	take(maxDictionary, func(d *doc, round int) string {
		if round > 0 {
			return ""
		}
		return string(c.appendTitle(nil, d))
	})
	return b
}
