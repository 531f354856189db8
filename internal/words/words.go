// Package words cuts text into words and folds them, so that names and phrases match however they are written.
//
// The text itself is never changed: a Word points into it by byte offsets. Words are what lie between spaces, hyphens
// and punctuation; "U.S." and "R.O.K." are one word; the "'s" of a possessive belongs to no word but is remembered. A
// run of Hangul, Han or kana is one word.
package words

import (
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Case tells how the letters of a word are written.
type Case uint8

// The cases a word can have.
const (
	NoCase Case = iota // digits, or a script without case
	Lower              // sanctions
	Title              // Minister, Søreide; also one capital letter (an initial)
	Upper              // MANALO, ROK, U.S.
	Mixed              // McDonald, ROKs, al-Sisi's Sisi is Title; leDrian
)

// Gap tells what stands between a word and the one before it.
type Gap uint8

// The gaps, from the tightest to the widest. Where several signs stand together the widest wins.
const (
	Glued  Gap = iota // nothing (a change of script), or the start of the text
	Hyphen            // a hyphen or dash without spaces around it
	Space             // white space on one line, or one line break inside a paragraph
	Stop              // a full stop: the end of a sentence or of an abbreviation
	Comma
	Colon // colon or semicolon
	Dash  // a dash with spaces around it, or an em dash
	Slash
	Open  // an opening bracket or quote
	Close // a closing bracket or quote
	Other // any other sign
	Break // an empty line
)

// Word is one word of a text.
type Word struct {
	Text       string // folded: lower case, without accents, dots and apostrophes
	Start, End int    // half-open, in bytes of the text given to Cut; without a possessive ending
	Gap        Gap    // between the word before and this one
	Case       Case
	Poss       bool // followed by 's, or by ' after s
	Number     bool // begins with a digit: 18, 18th, 2018, 1.5
}

// Cut returns the words of text in order. It never fails: ill-formed bytes are signs like any other.
func Cut(text string) []Word { return AppendCut(make([]Word, 0, Room(text)), text) }

// Room is about how many words a text has.
func Room(text string) int { return strings.Count(text, " ") + strings.Count(text, "\n") + 4 }

// AppendCut appends the words of text to ws, for callers that keep a buffer.
func AppendCut(ws []Word, text string) []Word {
	gap := Glued
	newlines := 0
	low := "" // text with its ASCII letters in lower case, made once, when the first capital is met
	widen := func(g Gap) {
		if g > gap {
			gap = g
		}
	}
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			k := ascii[c]
			switch k {
			case isLetter, isDigit:
				if j, upper := run(text, i); j > 0 {
					ws = append(ws, Word{Text: text[i:j], Start: i, End: j, Gap: gap, Case: Lower})
					if upper > 0 {
						w := &ws[len(ws)-1]
						if low == "" {
							low = lowered(text)
						}
						w.Text = low[i:j]
						switch {
						case upper == 1 && c <= 'Z':
							w.Case = Title
						case upper == j-i:
							w.Case = Upper
						default:
							w.Case = Mixed
						}
					}
					i, gap, newlines = j, Glued, 0
					continue
				}
				w, next := take(text, i)
				w.Gap = gap
				ws = append(ws, w)
				i, gap, newlines = next, Glued, 0
				continue
			case isSpace:
				if c == '\n' {
					newlines++
					if newlines > 1 {
						widen(Break)
					}
				}
				widen(Space)
			case isHyphen:
				if gap == Space || i+1 < len(text) && ascii[text[i+1]&0x7f] == isSpace && text[i+1] < utf8.RuneSelf {
					widen(Dash)
				} else {
					widen(Hyphen)
				}
			default:
				widen(signs[c])
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			w, next := take(text, i)
			w.Gap = gap
			ws = append(ws, w)
			i, gap, newlines = next, Glued, 0
			continue
		case unicode.IsSpace(r):
			widen(Space)
		case zeroWidth(r):
			// counts as nothing
		default:
			widen(signOf(r, gap))
		}
		i += n
	}
	return ws
}

// run returns the end of the plain word that begins at text[i], and its number of capitals: nothing but ASCII letters,
// followed by nothing that could belong to it. It returns 0 for any other word.
func run(text string, i int) (end, upper int) {
	j := i
	for j < len(text) {
		c := text[j]
		if c|0x20 < 'a' || c|0x20 > 'z' {
			break
		}
		if c <= 'Z' {
			upper++
		}
		j++
	}
	if j < len(text) {
		switch c := text[j]; {
		case c == '.' && j-i == 1, c == '\'', c == '`', c >= utf8.RuneSelf, c >= '0' && c <= '9':
			return 0, 0
		}
	}
	if j == i {
		return 0, 0
	}
	return j, upper
}

// lowered returns text with its ASCII letters in lower case.
func lowered(text string) string {
	const each, high = 0x0101010101010101, 0x8080808080808080 // a byte eight times, the high bits
	var out strings.Builder                                   // and no slice of bytes, which would be copied once more
	out.Grow(len(text))
	var room [128]byte
	for from := 0; from < len(text); {
		n := copy(room[:], text[from:])
		for i := 0; i < n; i += 8 { // eight bytes at a time take a sixth of what one by one takes
			v := binary.LittleEndian.Uint64(room[i:])
			low := v &^ high
			capital := (low + (0x80-'A')*each) &^ (low + (0x7f-'Z')*each) &^ v & high // the high bit of each capital
			binary.LittleEndian.PutUint64(room[i:], v|capital>>2)
		}
		out.Write(room[:n])
		from += n
	}
	return out.String()
}

// Fold returns the folded words of a short text, joined by single spaces: the key under which names are looked up.
func Fold(text string) string {
	var b []byte
	for i, w := range Cut(text) {
		if i > 0 {
			b = append(b, ' ')
		}
		b = append(b, w.Text...)
	}
	return string(b)
}

// take reads the word that begins at text[i] and returns it with the offset after it and its possessive ending.
func take(text string, i int) (Word, int) {
	w := Word{Start: i}
	j := i
	first, n := utf8.DecodeRuneInString(text[i:])
	script := scriptOf(first)
	w.Number = unicode.IsDigit(first)
	upper, lower, letters := 0, 0, 0
	firstUpper := unicode.IsUpper(first)
	plain := true // ASCII lower case only: the word is its own folded form
	dots := false
scan:
	for j < len(text) {
		c := text[j]
		if c < utf8.RuneSelf {
			switch ascii[c] {
			case isLetter:
				if script != latin && !w.Number {
					break scan
				}
				letters++
				if c <= 'Z' {
					upper++
					plain = false
				} else {
					lower++
				}
				j++
				continue
			case isDigit:
				if script != latin {
					break scan
				}
				j++
				continue
			}
			switch c {
			case '.':
				// U.S. and H.E., 1.5; not the end of a sentence
				if dotInside(text, i, j, w.Number) {
					dots, plain = true, false
					j++
					continue
				}
			case ',':
				if w.Number && j+3 < len(text) && digit(text[j+1]) && digit(text[j+2]) && digit(text[j+3]) && (j+4 >= len(text) || !digit(text[j+4])) {
					plain = false
					j++
					continue
				}
			case '\'', '`':
				if apostropheInside(text, j, 1) {
					plain = false
					j++
					continue
				}
			}
			break scan
		}
		r, m := utf8.DecodeRuneInString(text[j:])
		switch {
		case r == '’' || r == '‘' || r == 'ʼ' || r == 'ʻ':
			if !apostropheInside(text, j, m) {
				break scan
			}
		case unicode.Is(unicode.Mn, r) || zeroWidth(r):
		case unicode.IsLetter(r):
			if scriptOf(r) != script {
				break scan
			}
			letters++
			if unicode.IsUpper(r) {
				upper++
			} else if unicode.IsLower(r) {
				lower++
			}
		case unicode.IsDigit(r):
		default:
			break scan
		}
		plain = false
		j += m
	}
	if j == i { // cannot happen for a letter or digit; never loop
		j = i + n
	}
	w.End = j
	if dots && w.End > i && text[w.End-1] == '.' && !w.Number {
		// keep the last dot of U.S.
	}
	switch {
	case upper+lower == 0:
		w.Case = NoCase
	case upper == 0:
		w.Case = Lower
	case lower == 0 && (upper > 1 || dots):
		w.Case = Upper
	case firstUpper && upper == 1:
		w.Case = Title
	default:
		w.Case = Mixed
	}
	if plain {
		w.Text = text[i:j]
	} else {
		w.Text = fold(text[i:j])
	}
	next := j
	if end, ok := possessive(text, j); ok {
		w.Poss, next = true, end
	} else if j < len(text) && lower+upper > 1 && (text[j-1] == 's' || text[j-1] == 'S') {
		if m := apostrophe(text[j:]); m > 0 {
			if k, _ := utf8.DecodeRuneInString(text[j+m:]); !unicode.IsLetter(k) {
				w.Poss, next = true, j+m
			}
		}
	}
	return w, next
}

// dotInside reports whether the dot at text[j] belongs to the word that began at i: it stands between or after single
// letters (U.S., H.E.), or between digits.
func dotInside(text string, i, j int, number bool) bool {
	if number {
		return j+1 < len(text) && digit(text[j+1]) && digit(text[j-1])
	}
	if j-i != 1 && !(j-i >= 2 && text[j-2] == '.') {
		return false // the piece before the dot is longer than a letter
	}
	if j-i == 1 { // the first dot: a single letter and a dot must follow ("U.S", not "J. Blinken")
		return j+1 < len(text) && letter(text[j+1]) && (j+2 >= len(text) || !letter(text[j+2]))
	}
	return letter(text[j-1])
}

// apostropheInside reports whether the apostrophe of n bytes at text[j] is part of a word (O'Brien, Ha'apai), not a
// possessive ending or a quote.
func apostropheInside(text string, j, n int) bool {
	if _, ok := possessive(text, j); ok {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[j+n:])
	return unicode.IsLetter(r)
}

// possessive reports whether 's stands at text[j], with the offset after it.
func possessive(text string, j int) (int, bool) {
	n := apostrophe(text[j:])
	if n == 0 || j+n >= len(text) || text[j+n] != 's' && text[j+n] != 'S' {
		return 0, false
	}
	r, _ := utf8.DecodeRuneInString(text[j+n+1:])
	if j+n+1 < len(text) && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
		return 0, false
	}
	return j + n + 1, true
}

func apostrophe(s string) int {
	if s == "" {
		return 0
	}
	if s[0] == '\'' || s[0] == '`' {
		return 1
	}
	if r, n := utf8.DecodeRuneInString(s); r == '’' || r == '‘' || r == 'ʼ' {
		return n
	}
	return 0
}
