package document

import (
	"unicode"
	"unicode/utf8"

	"readout/internal/words"
)

// sentences appends to View.Sentences. A block without a full stop is one sentence.
func (v *View) sentences(blocks []Block) {
	w := 0
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == Blank || b.Kind == Meta {
			continue
		}
		for w < len(v.Words) && v.Words[w].Start < b.Start {
			w++
		}
		from := w
		for w < len(v.Words) && v.Words[w].End <= b.End {
			w++
		}
		v.cutBlock(i, b, from, w)
	}
}

// maxSentence is the number of words after which a sentence is cut, whatever its signs: what is longer is no prose, and
// reading a sentence may cost more than its length.
const maxSentence = 300

// cutBlock cuts one block, which holds words from..to, into sentences.
func (v *View) cutBlock(block int, b *Block, from, to int) {
	start := b.Start
	first := from
	body := b.Start
	if n, _ := mark(v.Text[b.Start:b.End]); n > 0 {
		body = b.Start + n
	}
	for w := from; w+1 < to; w++ {
		a, z := v.Words[w].End, v.Words[w+1].Start
		if a < body {
			continue // "1." at the start
		}
		g := v.Words[w+1].Gap
		if w+1-first >= maxSentence || v.Text[a-1] == '.' && g == words.Space && v.endsDotted(w) {
			v.Sentences = append(v.Sentences, Sentence{Block: block, From: first, To: w + 1, Start: start, End: a})
			start, first = z, w+1
			continue
		}
		if g == words.Space || g == words.Hyphen || g == words.Glued {
			continue
		}
		cut := v.ending(a, z, w, from)
		if cut < 0 {
			continue
		}
		end := cut
		v.Sentences = append(v.Sentences, Sentence{Block: block, From: first, To: w + 1, Start: start, End: end})
		for start = end; start < z && space(v.Text[start:]) > 0; {
			start += space(v.Text[start:])
		}
		first = w + 1
	}
	if start < b.End {
		v.Sentences = append(v.Sentences, Sentence{Block: block, From: first, To: to, Start: start, End: b.End})
	}
}

// ending returns where the sentence ends in the signs Text[a:z] between word w and the next, or -1 if it goes on.
func (v *View) ending(a, z, w, from int) int {
	text := v.Text
	i := a
	stop, strong, ellipsis := -1, false, false
scan:
	for i < z {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch r {
		case '.':
			if stop >= 0 && text[i-1] == '.' {
				ellipsis = true
			}
			stop = i + n
		case '…':
			stop, ellipsis = i+n, true
		case '!', '?', '؟', '।', '۔':
			stop, strong = i+n, true
		case '。', '！', '？':
			return closing(text, i+n, z)
		case '"', '\'', '”', '’', ')', ']', '»', '」', '』':
			if stop >= 0 {
				stop = i + n
			}
		case ' ', '\t', '\n', '\r', '\u00a0', '\u200e', '\u3000':
			if stop >= 0 {
				break scan
			}
		default:
			if stop >= 0 {
				break scan
			}
		}
		i += n
	}
	if stop < 0 || stop >= z || i >= z && stop == z {
		return -1
	}
	if space(text[stop:]) == 0 {
		return -1 // "state.gov", "/TASS/." without a space
	}
	if text[i] == ' ' && i+1 < z && text[i+1] == '/' || stop > a+1 && text[stop-2] == '/' && w-from < 8 {
		return -1 // "MOSCOW, June 3. /TASS/. The Foreign Minister"
	}
	next := v.Words[w+1]
	if next.Case == words.Lower && !strong {
		return -1
	}
	if next.Case == words.Lower && strong {
		return -1 // "Yes!" he said
	}
	if !strong && !ellipsis && text[stop-1] == '.' && stop == a+1 && v.abbreviation(w, from) {
		return -1
	}
	return stop
}

func closing(text string, i, z int) int {
	for i < z {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch r {
		case '”', '’', '」', '』', '）', ')', '"', '»':
			i += n
			continue
		}
		break
	}
	return i
}

func space(s string) int {
	if s == "" {
		return 0
	}
	if s[0] < utf8.RuneSelf {
		if s[0] == ' ' || s[0] >= 9 && s[0] <= 13 {
			return 1
		}
		return 0
	}
	r, n := utf8.DecodeRuneInString(s)
	if unicode.IsSpace(r) || invisible(r) {
		return n
	}
	return 0
}

// endsDotted reports whether a sentence ends with word w, whose last full stop is its own: "in the U.S. The two sides".
// Small words begin sentences; names go on.
func (v *View) endsDotted(w int) bool {
	switch v.Words[w].Text {
	case "he", "hh", "hm", "hrh", "hrm", "ie", "eg":
		return false
	}
	next := v.Words[w+1]
	return next.Case == words.Title && starters[next.Text]
}

// abbreviation reports whether the full stop behind word w is that of an abbreviation and ends no sentence.
func (v *View) abbreviation(w, from int) bool {
	word, next := v.Words[w], v.Words[w+1]
	raw := v.Text[word.Start:word.End]
	if word.Case == words.Title && len(raw) == 1 { // an initial: "J. Blinken"
		return true
	}
	switch abbreviations[word.Text] {
	case before: // a name follows
		return word.Case != words.Lower
	case always:
		return true
	case beforeNumber:
		return next.Number
	}
	return false
}

const (
	before = iota + 1
	always
	beforeNumber
)

var abbreviations = map[string]int{
	"ma": before, "md": before, "mohd": before, "mhd": before,
	"mr": before, "mrs": before, "ms": before, "dr": before, "prof": before, "gen": before, "lt": before, "col": before, "maj": before,
	"capt": before, "cmdr": before, "adm": before, "brig": before, "sgt": before, "sen": before, "rep": before, "gov": before, "amb": before, "hon": before,
	"rev": before, "st": before, "messrs": before, "mme": before, "mlle": before, "sr": before, "sra": before, "fr": before, "pres": before, "min": before,
	"vs": always, "cf": always, "viz": always, "eg": always, "ie": always, "mt": before, "ft": before, "dept": before, "supt": before, "shri": before, "smt": before,
	"jan": beforeNumber, "feb": beforeNumber, "mar": beforeNumber, "apr": beforeNumber, "jun": beforeNumber, "jul": beforeNumber, "aug": beforeNumber,
	"sep": beforeNumber, "sept": beforeNumber, "oct": beforeNumber, "nov": beforeNumber, "dec": beforeNumber, "no": beforeNumber, "nos": beforeNumber,
	"art": beforeNumber, "para": beforeNumber, "paras": beforeNumber, "vol": beforeNumber, "p": beforeNumber, "pp": beforeNumber, "fig": beforeNumber, "ch": beforeNumber, "sec": beforeNumber,
	"approx": beforeNumber, "ca": beforeNumber, "tel": beforeNumber, "res": beforeNumber, "ext": beforeNumber,
}

// starters are words that begin a sentence rather than go on with a name.
var starters = map[string]bool{
	"the": true, "a": true, "an": true, "this": true, "that": true, "these": true, "those": true, "he": true, "she": true, "it": true, "they": true, "we": true, "i": true,
	"in": true, "on": true, "at": true, "as": true, "for": true, "with": true, "by": true, "from": true, "after": true, "before": true, "during": true, "both": true,
	"his": true, "her": true, "its": true, "their": true, "our": true, "earlier": true, "later": true, "meanwhile": true, "however": true, "also": true, "but": true,
	"and": true, "if": true, "when": true, "while": true, "since": true, "today": true, "yesterday": true, "there": true, "here": true, "other": true, "no": true,
	"to": true, "according": true, "asked": true, "speaking": true, "what": true, "who": true, "not": true, "all": true, "such": true, "under": true, "over": true,
	"following": true, "additionally": true, "furthermore": true, "moreover": true, "regarding": true, "noting": true, "recalling": true, "participants": true,
}
