package document

import (
	"strings"

	"readout/internal/words"
)

// Signs are lines known of certain publishers' pages, beside the general signs that every page is read with. The zero
// Signs is ready for use.
type Signs struct {
	lines map[string]sign
	words *rooms[words.Word] // of documents that are done with; nil keeps none
	cut   *rooms[line]

	sentences *rooms[Sentence]
}

// Reuse gives the words of a document, which nobody needs once its record is made, to be overwritten by those of others.
func (s Signs) Reuse(d *Document) {
	s.words.put(d.View.Words)
	d.View.Words = nil
}

// NewSigns makes signs of lines as they stand on pages: names of sites over the text, lines that are no text, labels of
// sections. They match whole lines, however capitals, accents and signs are written.
func NewSigns(sites, furniture, labels []string) Signs {
	s := Signs{lines: map[string]sign{}, words: &rooms[words.Word]{}, cut: &rooms[line]{}, sentences: &rooms[Sentence]{}}
	add := func(list []string, k sign) {
		for _, l := range list {
			if f := words.Fold(l); f != "" {
				s.lines[f] = k
			}
		}
	}
	add(labels, sign{Label, "publisher-label", goesOn})
	add(sites, sign{SiteName, "publisher-name", goesOn})
	add(furniture, sign{Furniture, "publisher-furniture", goesOn})
	return s
}

// known looks a line up among the publishers' lines, the general lines and the general openings.
func (s Signs) known(l *line, ws []words.Word, buf []byte) (sign, int, []byte) {
	if len(ws) == 0 || len(ws) > 24 || l.first&opener == 0 && len(s.lines) == 0 {
		return sign{}, 0, buf
	}
	buf = buf[:0]
	best, n := sign{}, 0
	for i, w := range ws {
		if i > 0 {
			buf = append(buf, ' ')
		}
		buf = append(buf, w.Text...)
		if i < longestOpening && l.first&opener != 0 {
			if k, ok := opening[string(buf)]; ok {
				best, n = k, i+1
			}
		}
	}
	if k, ok := whole[string(buf)]; ok { // first: it knows whether the text is over
		return k, len(ws), buf
	}
	if k, ok := s.lines[string(buf)]; ok {
		return k, len(ws), buf
	}
	return best, n, buf
}

// text is a line of signs only: "###", ":::", "- - -".
func signsOnly(s string) (Kind, string) {
	t := strings.Map(func(r rune) rune {
		if r == ' ' || r == '\t' {
			return -1
		}
		return r
	}, s)
	switch {
	case t == "":
		return Blank, ""
	case strings.Trim(t, "#*-_=~.") == "" && len(t) >= 3:
		if strings.Trim(t, "#") == "" {
			return Marker, "end-marker"
		}
		return Marker, "rule-line"
	}
	return Furniture, "signs-only"
}
