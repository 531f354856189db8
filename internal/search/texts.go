package search

import "strconv"

// appendTitle writes what a list of results shows of a release, in one line.
func appendTitle(b []byte, d *doc) []byte {
	for i, s := range [...]string{d.path, d.language, d.day, d.how, d.title, d.under} {
		if i > 0 {
			b = append(b, '\t')
		}
		b = append(b, s...)
	}
	return append(b, '\n')
}

// appendText writes the sentences of a release, a line each, and an empty line.
func appendText(b []byte, d *doc) []byte {
	at := 0
	for _, s := range d.sentences {
		if s.start < 0 {
			b = append(b, '-')
		} else {
			b = strconv.AppendInt(b, int64(s.start-at), 10)
			at = s.start + len(s.text)
		}
		b = append(append(append(b, ' '), s.text...), '\n')
	}
	return append(b, '\n')
}
