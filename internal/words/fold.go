package words

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold lowers a word and takes away accents, dots, commas and apostrophes.
func fold(s string) string {
	b := make([]byte, 0, len(s))
	plain := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			plain = false
			break
		}
		switch {
		case c >= 'A' && c <= 'Z':
			b = append(b, c+32)
		case c == '.' && !(i > 0 && digit(s[i-1])) || c == '\'' || c == '`' || c == ',':
		default:
			b = append(b, c)
		}
	}
	if plain {
		return string(b)
	}
	if b, ok := foldEach(b[:0], s); ok {
		return string(b)
	}
	return foldAny(s)
}

// foldAny is fold for words of any script.
func foldAny(s string) string {
	var b []byte
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r), zeroWidth(r):
			continue
		case r == '.' || r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == 'ʻ' || r == '`' || r == ',':
			continue
		}
		if alt, ok := letters[unicode.ToLower(r)]; ok {
			b = append(b, alt...)
			continue
		}
		b = utf8.AppendRune(b, unicode.ToLower(r))
	}
	return norm.NFC.String(string(b)) // Hangul back to syllables
}

// foldEach is fold for words of Latin letters, Hangul and Han, which need no look at their neighbours. ok is false for other words.
func foldEach(b []byte, s string) (_ []byte, ok bool) {
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			switch {
			case r >= 'A' && r <= 'Z':
				b = append(b, byte(r)+32)
			case r == '.' || r == '\'' || r == '`' || r == ',':
			default:
				b = append(b, byte(r))
			}
		case r < latinEnd:
			b = append(b, latinLetters[r]...)
		case r >= moreLatin && r < moreLatinEnd:
			b = append(b, moreLatinLetters[r-moreLatin]...)
		case r == '’' || r == '‘':
		case r >= 0xAC00 && r <= 0xD7A3 || r >= 0x4E00 && r <= 0x9FFF: // syllables of Hangul, Han: folded already
			b = utf8.AppendRune(b, r)
		default:
			return nil, false
		}
	}
	return b, true
}

// latinEnd is behind the last letter of Latin Extended-B; moreLatin is Latin Extended Additional, as in Vietnamese.
const latinEnd, moreLatin, moreLatinEnd = 0x250, 0x1E00, 0x1F00

// latinLetters are the letters up to latinEnd as foldAny writes each, moreLatinLetters those from moreLatin.
var latinLetters = func() (t [latinEnd]string) {
	for r := range t {
		if r >= utf8.RuneSelf {
			t[r] = foldAny(string(rune(r)))
		}
	}
	return t
}()

var moreLatinLetters = func() (t [moreLatinEnd - moreLatin]string) {
	for r := range t {
		t[r] = foldAny(string(rune(moreLatin + r)))
	}
	return t
}()

// letters that no decomposition takes apart, in the spelling that English texts use.
var letters = map[rune]string{
	'ø': "o", 'đ': "d", 'ð': "d", 'ł': "l", 'ı': "i", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ħ': "h", 'ə': "e", 'ŋ': "n",
}

type script uint8

const (
	latin script = iota
	hangul
	han
	kana
	other
)

func scriptOf(r rune) script {
	switch {
	case r < 0x250 || r >= 0x1E00 && r < 0x2000 || r >= 0xFF10 && r <= 0xFF5A:
		return latin
	case r == 'ə' || r >= 0x250 && r < 0x370:
		return latin
	case unicode.Is(unicode.Hangul, r):
		return hangul
	case unicode.Is(unicode.Han, r):
		return han
	case unicode.Is(unicode.Hiragana, r) || unicode.Is(unicode.Katakana, r) || r == 'ー':
		return kana
	}
	return other
}

func zeroWidth(r rune) bool {
	return r == 0x200B || r == 0x200C || r == 0x200D || r == 0x2060 || r == 0xFEFF || r == 0xAD
}

func digit(c byte) bool  { return c >= '0' && c <= '9' }
func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

const (
	isOther = iota
	isLetter
	isDigit
	isSpace
	isHyphen
)

var ascii = func() (t [128]uint8) {
	for c := range t {
		switch {
		case letter(byte(c)):
			t[c] = isLetter
		case digit(byte(c)):
			t[c] = isDigit
		case c == ' ' || c >= 9 && c <= 13:
			t[c] = isSpace
		case c == '-':
			t[c] = isHyphen
		}
	}
	return t
}()

var signs = func() (t [128]Gap) {
	for c := range t {
		t[c] = Other
	}
	for _, s := range []struct {
		chars string
		gap   Gap
	}{{".!?", Stop}, {",", Comma}, {":;", Colon}, {"/", Slash}, {"([{<\"", Open}, {")]}>", Close}, {"'", Open}} {
		for _, c := range s.chars {
			t[c] = s.gap
		}
	}
	return t
}()

func signOf(r rune, before Gap) Gap {
	switch r {
	case '–', '‐', '‑', '−':
		if before == Space {
			return Dash
		}
		return Hyphen
	case '—', '―':
		return Dash
	case '“', '‘', '「', '『', '（', '«':
		return Open
	case '”', '’', '」', '』', '）', '»':
		return Close
	case '·', '・':
		return Hyphen
	case '、', '，':
		return Comma
	case '。':
		return Stop
	}
	return Other
}
