package document

import (
	"strings"

	"readout/internal/words"
)

// dated tells whether a line does nothing but tell a date: "Published : Sept. 18, 2018 - 08:28", "2018/05/11",
// "April, 15/2022 - 08:05", "Doha, 3 March 2022". It returns the rule that says so, or "".
func (c *cutter) dated(l *line, ws []words.Word) string {
	if l.n > 24 || l.digits == 0 && l.has&month == 0 || c.adopted(l) {
		return ""
	}
	first, last := dateIn(ws)
	if first < 0 || first > 1 && ws[first].Gap == words.Open && !strings.HasSuffix(c.view[l.start:l.end], "—") { // a bracketed date behind a headline
		return ""
	}
	full := last-first >= 3 || last-first == 1
	known, lower, clock := 0, 0, false
	for i := range ws {
		switch v := vocabulary[ws[i].Text]; {
		case i >= first && i < last, v&(month|weekday|dating|publishing) != 0:
			known++
		case ws[i].Number:
			known++
			clock = true
		case ws[i].Case == words.Lower:
			lower++
		}
	}
	apart := func(g words.Gap) bool {
		return g == words.Dash || g == words.Comma || g == words.Other || g == words.Colon || g == words.Open
	}
	act := l.has&verb != 0
	switch {
	case l.stop && (lower > 1 || l.caseless > 1 && l.size > 12):
		return ""
	case known*2 > l.n, known*2 == l.n && l.n <= 8 && lower == 0 && !act && l.has&event == 0,
		vocabulary[ws[0].Text]&publishing != 0 && l.n <= 20,
		first == 0 && last < len(ws) && (apart(ws[last].Gap) || ws[last].Gap == words.Close || clock) && !act,
		ws[0].Text == "by" && full && last == len(ws),
		first == 0 && full && last < len(ws) && ws[last].Text == "in" && l.n <= 12 && !l.stop && lower <= 2 && !act, // March 12, 2020 in News, Press Releases
		l.gaps && full && !act && lower <= 2,                                                                        // among other things: "KYODO NEWS - May 1, 2022 - 20:49 | World"
		(ws[0].Text == "source" || ws[0].Text == "editor") && full && lower <= 3:
		return "date-line"
	case full && last == len(ws) && first <= 3 && apart(ws[first].Gap) && lower == 0 && !act && l.has&event == 0 && l.n <= 7: // "Media Statement, 10 May 2011"
		return "date-line"
	case act || l.has&event != 0 || l.n > 10 || first == 0:
		return ""
	case last == len(ws) && apart(ws[first].Gap) && lower == 0 && l.has&press == 0,
		full && lower <= 2 && l.has&institution != 0 && last >= len(ws)-2:
		return "date-at-end" // "Doha - Information Office - March 16"
	}
	return ""
}

// dateIn finds the first date in words: the words of it, half-open; -1 if none.
func dateIn(ws []words.Word) (from, to int) {
	for i := range ws {
		w := ws[i]
		v := vocabulary[w.Text]
		switch {
		case v&month != 0 && (w.Case != words.Lower || v&verb == 0 && len(w.Text) > 3 || i+2 < len(ws) && ordinal(ws[i+1].Text) && year(ws[i+2].Text)):
			from, to = i, i+1
			switch {
			case i > 0 && ordinal(ws[i-1].Text) && tight(w):
				from--
			case i > 1 && joinsDate(ws[i-1].Text) && ordinal(ws[i-2].Text):
				from -= 2
			}
			if to+1 < len(ws) && joinsDate(ws[to].Text) && year(ws[to+1].Text) {
				to++
			}
			for to < len(ws) && to-from < 6 && (ordinal(ws[to].Text) || year(ws[to].Text)) && (tight(ws[to]) || ws[to].Gap == words.Slash) {
				to++
				if year(ws[to-1].Text) {
					break
				}
			}
			if to-from >= 2 {
				return from, to
			}
		case w.Number && numeric(w.Text):
			return i, i + 1
		case w.Number && i+3 < len(ws) && ws[i+2].Number && (ws[i+1].Text == "年" || ws[i+1].Text == "년" || ws[i+1].Text == "月" || ws[i+1].Text == "월"):
			to = i + 4
			for to+1 < len(ws) && to < i+6 && ws[to].Number {
				to += 2
			}
			return i, to
		case w.Number && i+2 < len(ws) && ws[i+1].Number && ws[i+2].Number && !(i+3 < len(ws) && ws[i+3].Gap == words.Hyphen && ws[i+3].Number):
			if g := ws[i+1].Gap; (g == words.Slash || g == words.Hyphen || g == words.Stop) && ws[i+2].Gap == g &&
				(year(w.Text) || year(ws[i+2].Text) || len(ws[i+2].Text) == 2 && len(w.Text) <= 2) {
				return i, i + 3
			}
		}
	}
	return -1, -1
}

// joinsDate reports whether a word stands between the parts of a date: "3 de marzo de 2022", "the 3rd of March".
func joinsDate(s string) bool { return s == "de" || s == "of" || s == "del" }

func tight(w words.Word) bool {
	switch w.Gap {
	case words.Space, words.Comma, words.Stop, words.Hyphen, words.Glued:
		return true
	}
	return false
}

// western writes Arabic and Persian digits as ours.
func western(s string) string {
	if s == "" || s[0] < 0x80 {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0x660 && r <= 0x669:
			return r - 0x660 + '0'
		case r >= 0x6F0 && r <= 0x6F9:
			return r - 0x6F0 + '0'
		}
		return r
	}, s)
}

// ordinal reports whether a folded word may be a day of a month: "3", "03", "3rd".
func ordinal(s string) bool {
	s = western(s)
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n == 0 || n > 2 {
		return false
	}
	switch s[n:] {
	case "", "st", "nd", "rd", "th", "er":
		return true
	}
	return false
}

// year reports whether a folded word may be a year of our time.
func year(s string) bool {
	s = western(s)
	return len(s) == 4 && isDigits(s) && (s[0] == '1' && s[1] >= '8' || s[0] == '2' && s[1] <= '1')
}

// numeric reports whether one word is a date with dots: "07.01.2024".
func numeric(s string) bool {
	dots, run := 0, 0
	long := false
	for i := range len(s) {
		switch {
		case s[i] == '.':
			if run == 0 || run == 3 {
				return false
			}
			dots, run = dots+1, 0
		case s[i] >= '0' && s[i] <= '9':
			run++
			long = long || run == 4
			if run > 4 {
				return false
			}
		default:
			return false
		}
	}
	return dots == 2 && (long || run == 2) && run > 0
}
