package record

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// FirstWords returns at most n words of a text, with an ellipsis where any are left out: what may be shown of a release
// with the rights Excerpt.
func FirstWords(s string, n int) string {
	end := WordsEnd(s, n)
	if end == len(s) {
		return s
	}
	return strings.TrimRightFunc(s[:end], func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) }) + " …"
}

// WordsEnd returns the byte at which the first n words of a text end. Where letters stand without spaces between words,
// two of them count as one.
func WordsEnd(s string, n int) int {
	halves, in, end := 0, false, 0
	for i, r := range s {
		if r < utf8.RuneSelf { // most signs: what follows, without its tables
			if r == ' ' || '\t' <= r && r <= '\r' {
				in = false
				continue
			}
			if !in {
				halves += 2
				in = true
			}
			if halves > 2*n {
				return end
			}
			end = i + 1
			continue
		}
		switch {
		case unicode.IsSpace(r):
			in = false
			continue
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
			halves++
			in = false
		case !in:
			halves += 2
			in = true
		}
		if halves > 2*n {
			return end
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		end = i + size
	}
	return len(s)
}
