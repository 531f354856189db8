package document

import "readout/internal/words"

// dated reports whether a line does nothing but tell a date: "Published : Sept. 18, 2018 - 08:28", "2018/05/11",
// "April, 15/2022 - 08:05", "Doha, 3 March 2022".
func (c *cutter) dated(l *line, ws []words.Word) bool {
	if l.n > 24 || l.digits == 0 && l.has&month == 0 {
		return false
	}
	first, last := dateIn(ws)
	if first < 0 {
		return false
	}
	if first >= 1 && ws[first].Gap == words.Open && first > 1 {
		return false // a bracketed date behind a headline
	}
	known := 0
	clock := false
	for i := range ws {
		switch v := vocabulary[ws[i].Text]; {
		case i >= first && i < last:
			known++
		case ws[i].Number, v&(month|weekday|dating|publishing) != 0:
			known++
			clock = clock || ws[i].Number
		}
	}
	opened := vocabulary[ws[0].Text]&publishing != 0
	switch {
	case l.stop && l.lower > 2:
		return false
	case known*2 > l.n:
		return true
	case opened && l.n <= 20:
		return true
	case first == 0 && last < len(ws) && (ws[last].Gap >= words.Comma && ws[last].Gap != words.Break) && l.has&verb == 0:
		return true
	case first == 0 && clock && l.has&verb == 0:
		return true
	case ws[0].Text == "by" && last-first >= 3 && last == len(ws):
		return true
	}
	// a date at the end of a line of places and offices: "Doha - Information Office - March 16"
	return last == len(ws) && first > 0 && (ws[first].Gap == words.Dash || ws[first].Gap == words.Comma || ws[first].Gap == words.Other) &&
		l.n <= 9 && l.lower == 0 && l.has&(event|verb|press) == 0
}

// dateIn finds the first date in words: the words of it, half-open; -1 if none.
func dateIn(ws []words.Word) (from, to int) {
	for i := range ws {
		w := ws[i]
		v := vocabulary[w.Text]
		switch {
		case v&month != 0 && w.Case != words.Lower || v&month != 0 && len(w.Text) > 3 && w.Text != "march":
			from, to = i, i+1
			if i > 0 && ordinal(ws[i-1].Text) && tight(w) {
				from--
			}
			for to < len(ws) && to-from < 4 && (ordinal(ws[to].Text) || year(ws[to].Text)) && (tight(ws[to]) || ws[to].Gap == words.Slash) {
				to++
			}
			if to-from >= 2 {
				return from, to
			}
		case w.Number && numeric(w.Text):
			return i, i + 1
		case w.Number && i+2 < len(ws) && ws[i+1].Number && ws[i+2].Number && !(i+3 < len(ws) && ws[i+3].Gap == words.Hyphen && ws[i+3].Number):
			if g := ws[i+1].Gap; (g == words.Slash || g == words.Hyphen || g == words.Stop) && ws[i+2].Gap == g &&
				(year(w.Text) || year(ws[i+2].Text) || len(ws[i+2].Text) == 2 && len(w.Text) <= 2) {
				return i, i + 3
			}
		}
	}
	return -1, -1
}

func tight(w words.Word) bool {
	switch w.Gap {
	case words.Space, words.Comma, words.Stop, words.Hyphen, words.Glued:
		return true
	}
	return false
}

// ordinal reports whether a folded word may be a day of a month: "3", "03", "3rd".
func ordinal(s string) bool {
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
