package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/words"
)

// line is a piece of the view that stands by itself: a line of plain text, several of a wrapped paragraph, an element of
// a page.
type line struct {
	start, end int  // in the view, without white space around it
	from, to   int  // words
	blank      bool // an empty line stands before it
	hint       hint
	level      int // of a heading that markup calls one: 1 to 6

	kind Kind // "" while open
	rule string
	ends ending

	n        int   // words
	size     int   // words as an English text would have them: a run of Han is several
	caseless int   // words of scripts without capitals
	item     int   // bytes of its list mark: "1. ", "° "; 0 if none
	number   bool  // the list mark is a number or letter
	stop     bool  // ends with a full stop or the like
	colon    bool  // ends with a colon
	inner    bool  // a sentence ends within it
	speaker  bool  // begins with a speaker: "QUESTION: "
	gaps     bool  // several columns: wide spaces, bars, arrows
	lower    int   // words in lower case
	title    int   // words with a capital
	digits   int   // words that are numbers
	first    class // of the first word
	has      class
	count    [classes]uint8 // words of each class
}

// longest is the number of words over which a line is prose, whatever it holds.
const longest = 45

const classes = 12 // of those that are counted

// hint is what markup says of a line.
type hint uint8

const (
	plain   hint = iota
	heading      // h1 to h6, #
	listed       // li, -
	aside        // nav, footer, aside: not the text
	body         // p and the like
)

// shape measures a line.
func (l *line) shape(text string, ws []words.Word) {
	s := text[l.start:l.end]
	l.item, l.number = mark(s)
	rest := s[l.item:]
	l.stop, l.colon = stops(rest)
	ws = ws[l.from:l.to]
	l.n = len(ws)
	if l.item > 0 && len(ws) > 0 && ws[0].Start < l.start+l.item {
		l.n--
		ws = ws[1:]
	}
	l.size = l.n
	if l.n > longest {
		return // prose beyond doubt
	}
	l.speaker = l.stop && speaks(ws)
	for i := range ws {
		switch {
		case ws[i].Number:
			l.digits++
		case ws[i].Case == words.Lower:
			l.lower++
			if e := ws[i].End; e+1 < l.end && text[e] == '.' && text[e+1] == ' ' && e-ws[i].Start > 3 {
				l.inner = true
			}
		case ws[i].Case != words.NoCase:
			l.title++
		default:
			l.caseless++
			if k := utf8.RuneCountInString(ws[i].Text); k > 3 && dense(ws[i].Text) {
				l.size += k/2 - 1
			}
		}
	}
	filter := &glances
	if l.n > 24 && l.stop && l.lower*3 >= l.n {
		filter = &telling // prose, unless it is a caption or a notice
	} else {
		l.gaps = columns(rest)
	}
	for i := range ws {
		h := glance(ws[i].Text)
		if filter[h>>6]&(1<<(h&63)) == 0 {
			continue
		}
		c := vocabulary[ws[i].Text]
		if c == 0 {
			continue
		}
		if c&month != 0 && c&verb != 0 { // "may", "march"
			if ws[i].Case == words.Lower && !(i+2 < len(ws) && ws[i+1].Number && year(ws[i+2].Text)) {
				c &^= month
			} else {
				c &^= verb
			}
		}
		if i == 0 {
			l.first = c
		}
		l.has |= c
		for k := range l.count {
			if c&(1<<k) != 0 {
				l.count[k]++
			}
		}
	}
}

// speaks reports whether words begin with the name or office of a speaker in capitals and a colon.
func speaks(ws []words.Word) bool {
	for i := 0; i < len(ws) && i < 6; i++ {
		if i > 0 && ws[i].Gap == words.Colon {
			return true
		}
		if ws[i].Case != words.Upper && !(ws[i].Case == words.Title && ws[i].End-ws[i].Start <= 3) {
			return false
		}
	}
	return false
}

// of returns how many words of the line are of a class.
func (l *line) of(c class) int {
	for k := range l.count {
		if c == 1<<k {
			return int(l.count[k])
		}
	}
	return 0
}

// words without the list mark
func (l *line) words(ws []words.Word) []words.Word { return ws[l.to-l.n : l.to] }

// dense reports whether a word is of a script that puts no space between words.
func dense(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 0x0E00 && r < 0x0F00 || r >= 0x1000 && r < 0x10A0 || r >= 0x1780 && r < 0x1800 || r >= 0x3040 && r < 0xAC00 || r >= 0x20000
}

// prose reports whether the line reads like sentences of a text rather than like a headline or a piece of a page.
func (l *line) prose() bool {
	switch {
	case l.hint == heading:
		return false
	case l.n >= longest:
		return true
	case l.caseless*2 > l.n:
		return l.size >= 30 || l.size >= 6 && (l.stop || l.colon)
	case l.inner && l.n >= 8 && l.lower*3 >= l.n:
		return true
	case l.stop || l.colon:
		return l.number && l.stop && l.n >= 3 && l.lower > 0 || l.n >= 6 && (l.lower*3 >= l.n || l.number && l.lower > 0 || l.lower >= 2 && l.has&verb != 0) || l.n > 20 && l.lower > 3 || l.speaker
	case l.number:
		return l.n >= 10 && l.lower*3 >= l.n
	}
	return l.n >= 30 && l.lower*2 > l.n
}

// mark returns the length of the list mark that a line begins with: "1. ", "(a) ", "° ", "- ".
func mark(s string) (n int, number bool) {
	i := 0
	for i < len(s) && i < 4 && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i > 0 && i <= 3 {
		if i < len(s) && (s[i] == '.' || s[i] == ')') {
			j := i + 1
			for j < len(s) && (s[j] == ' ' || s[j] == '\t') {
				j++
			}
			if j > i+1 {
				return j, true
			}
			if r, _ := utf8.DecodeRuneInString(s[j:]); unicode.IsUpper(r) && s[i] == '.' {
				return j, true
			}
		}
		return 0, false
	}
	if len(s) > 3 && s[0] == '(' {
		if j := strings.IndexByte(s[:min(len(s), 6)], ')'); j > 1 && j+1 < len(s) && s[j+1] == ' ' && (isDigits(s[1:j]) || j == 2 || strings.Trim(s[1:j], "ivxIVX") == "") {
			return j + 2, true
		}
	}
	if len(s) > 3 && (s[1] == ')' || s[1] == '.') && s[2] == ' ' && s[0] >= 'a' && s[0] <= 'h' {
		return 3, true
	}
	r, m := utf8.DecodeRuneInString(s)
	if m < len(s) && bullet(r) {
		rest := strings.TrimLeft(s[m:], " \t\u00a0")
		spaced := len(rest) < len(s)-m
		if rest != "" && (spaced || r > 0x7f && r != '–' && r != '—') {
			return len(s) - len(rest), false
		}
	}
	return 0, false
}

func bullet(r rune) bool {
	switch r {
	case '-', '*', '–', '—', 'o', '°', '◦', '•', '※', '·', '○', '●', '▪', '■', '□', '▲', '△', '►', '▶', '◆', '◇', '➢', '\uf0b7', '\uf0a7', '✓', 'ㅇ':
		return true
	}
	return false
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// stops reports whether a line ends as a sentence does, and whether with a colon.
func stops(s string) (stop, colon bool) {
	for i := 0; i < 4; i++ { // closing quotes and brackets
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case '"', '\'', '”', '’', '»', '」', '』', ' ', '\u00a0', '\u200e', '*':
			s = s[:len(s)-n]
			continue
		case ')', ']':
			open := strings.LastIndexAny(s, "([")
			if open > 0 && len(s)-open < 60 {
				s = strings.TrimRight(s[:open], " \u00a0")
				continue
			}
			s = s[:len(s)-n]
			continue
		}
		break
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	switch r {
	case '.', '!', '?', '…', ';', '。', '！', '？', '؟', '।', '۔':
		return true, false
	case ':', '：':
		return false, true
	}
	// an agency's sign or a marker behind the last full stop: ". — VNS", ". END", ". | PND"
	if i := strings.LastIndexAny(s, ".?!"); i > 0 && len(s)-i < 16 && i+1 < len(s) {
		tail := strings.Trim(s[i+1:], " \"”’)–—-/#|")
		if strings.HasSuffix(s, "-0-") || strings.HasSuffix(s, "-30-") {
			return true, false
		}
		if tail != "" && !strings.Contains(tail, " ") && strings.ToUpper(tail) == tail && !isDigits(tail) && strings.ContainsAny(s[i+1:], " /—–-") {
			return true, false
		}
		switch tail { // of an agency's report
		case "Enditem", "Ends", "End", "(end", "(End", "[end]", "(ends":
			return true, false
		}
	}
	return false, false
}

// columns reports whether a line holds several pieces side by side, as menus and paths do.
func columns(s string) bool {
	if len(s) > 300 {
		return false
	}
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case ' ':
			if s[i-1] == ' ' && i > 1 {
				// two spaces after a full stop are an old typist's habit
				if i >= 2 && s[i-2] != '.' && s[i-2] != ':' && s[i-2] != '?' {
					return true
				}
			}
		case '\t', '|', '>':
			return true
		case '/':
			if s[i-1] == ' ' && i+1 < len(s) && s[i+1] == ' ' {
				return true
			}
		case 0xBB: // »
			if s[i-1] == 0xC2 && i > 2 && s[i-2] == ' ' {
				return true
			}
		case 0xBA: // ›
			if i > 2 && s[i-1] == 0x80 && s[i-2] == 0xE2 {
				return true
			}
		}
	}
	return false
}
