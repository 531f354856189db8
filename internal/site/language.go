package site

import (
	"unicode"
	"unicode/utf8"
)

// Language tags: a page is in English; what stands on it in another language says so, so that it is read aloud and set
// in the right letters. Runs in Korean, Japanese or Chinese letters are told apart by their script.

// prose writes a text of unknown language on an English page, its runs in other scripts tagged.
func (o *out) prose(s string) {
	o.run(s, "")
}

// run writes a text within an element of the language lang; "" is that of the page.
func (o *out) run(s, lang string) {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0xD0 { // the first byte of Cyrillic and all beyond
			o.tagged(s, lang)
			return
		}
	}
	o.text(s)
}

// tagged is run for a text that may hold other scripts.
func (o *out) tagged(s, lang string) {
	han := languageOfHan(s)
	for i := 0; i < len(s); {
		run, end := scriptRun(s, i, han)
		if run == "" || sameLanguage(run, lang) {
			o.text(s[i:end])
		} else {
			o.raw(`<span lang="`, run, `">`)
			o.text(s[i:end])
			o.raw(`</span>`)
		}
		i = end
	}
}

// scriptRun returns the language of the run of letters that begins at s[i], "" for Latin and signs, and its end.
func scriptRun(s string, i int, han string) (lang string, end int) {
	first := true
	last := i // end of the last letter of the run
	for j := i; j < len(s); {
		r, n := utf8.DecodeRuneInString(s[j:])
		l := scriptLanguage(r, han)
		switch {
		case first:
			lang, first = l, false
		case l != lang && (l != "" || unicode.IsLetter(r) || unicode.IsDigit(r)):
			return lang, last
		case l != lang && lang != "" && r != ' ' && r != '·': // signs end a run of another script
			return lang, last
		}
		j += n
		if l == lang {
			last = j
		}
	}
	return lang, max(last, i+1)
}

func scriptLanguage(r rune, han string) string {
	switch {
	case r < 0x400:
		return ""
	case unicode.Is(unicode.Hangul, r):
		return "ko"
	case unicode.Is(unicode.Hiragana, r) || unicode.Is(unicode.Katakana, r):
		return "ja"
	case unicode.Is(unicode.Han, r):
		return han
	case unicode.Is(unicode.Cyrillic, r):
		return "ru"
	case unicode.Is(unicode.Arabic, r):
		return "ar"
	}
	return ""
}

// languageOfHan tells which language Han letters in a text are: that of the letters around them.
func languageOfHan(s string) string {
	for _, r := range s {
		if unicode.Is(unicode.Hiragana, r) || unicode.Is(unicode.Katakana, r) {
			return "ja"
		}
		if unicode.Is(unicode.Hangul, r) {
			return "ko"
		}
	}
	return "zh"
}

func sameLanguage(a, b string) bool { return len(b) >= 2 && a == b[:2] }
