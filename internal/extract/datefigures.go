package extract

import (
	"readout/internal/date"
	"readout/internal/words"
)

// figures reads a date written in figures at word i: "2018-06-18", "13.04.2024", "2018. 6. 18.", "08/07/2024",
// "2018년 6월 18일", "2018年6月18日", "6월 18일".
func (r *timeReader) figures(i, from int) (timeMention, bool) {
	if r.partOfNumber(i, from) {
		return timeMention{}, false
	}
	if m, ok := r.eastAsian(i); ok {
		return m, true
	}
	var n [3]int  // the three numbers
	var at [3]int // how many figures each has
	m := timeMention{from: i, numeric: true}
	sep := words.Stop
	if parts := dotted(r.ws[i].Text, &n, &at); parts == 3 {
		m.to = i + 1
	} else {
		if parts > 0 || i+2 >= len(r.ws) {
			return m, false
		}
		sep = r.ws[i+1].Gap
		if sep != words.Hyphen && sep != words.Slash && sep != words.Stop || r.ws[i+2].Gap != sep {
			return m, false
		}
		for k := range 3 {
			n[k], at[k] = plainNumber(r.ws[i+k].Text, k == 2)
			if at[k] == 0 {
				return m, false
			}
		}
		m.to = i + 3
		if sep == words.Stop && at[0] != 4 && at[2] != 4 {
			return m, false // 18. 6. 18 may be numbers of anything
		}
	}
	if m.to < len(r.ws) && r.ws[m.to].Number && (r.ws[m.to].Gap == words.Hyphen || r.ws[m.to].Gap == words.Slash) && sep != words.Stop {
		if _, k := plainNumber(r.ws[m.to].Text, false); k > 2 || r.ws[m.to].Gap == sep {
			return m, false // a telephone number, a file number
		}
	}
	return r.ordered(m, n, at, sep)
}

// ordered decides which of three numbers is the year, the month and the day.
func (r *timeReader) ordered(m timeMention, n, at [3]int, sep words.Gap) (timeMention, bool) {
	m.sort = timeDay
	var day, other date.Day
	switch {
	case at[0] == 4 && at[1] <= 2 && at[2] <= 2:
		day = date.Day{Year: n[0], Month: n[1], Day: n[2]}
	case at[0] <= 2 && at[1] <= 2 && (at[2] == 4 || at[2] == 2 && at[0] == 2 && at[1] == 2 && (n[2] <= 60 || n[2] >= 85) && sep != words.Hyphen):
		y := n[2]
		if at[2] == 2 {
			if y += 2000; n[2] > 60 {
				y -= 100
			}
		}
		d, o := date.Day{Year: y, Month: n[1], Day: n[0]}, date.Day{Year: y, Month: n[0], Day: n[1]}
		if !d.Valid() {
			d, o = o, d
		}
		day = d
		if sep != words.Stop && o.Valid() && o != d { // with dots the day comes first everywhere
			other = o
		}
	default:
		return m, false
	}
	if !day.Valid() || day.Year < 1800 || day.Year > 2199 {
		return m, false
	}
	m.days, m.other = date.On(day), other
	return m, true
}

// partOfNumber reports whether word i stands behind a number and a hyphen, slash or dot, or is followed so closely by
// more that it is no date: the end of "1560-27-09-2020".
func (r *timeReader) partOfNumber(i, from int) bool {
	if i <= from || !r.ws[i-1].Number {
		return false
	}
	switch r.ws[i].Gap {
	case words.Hyphen, words.Slash, words.Glued:
		return true
	}
	return false
}

// dotted splits "13.04.2024" into its numbers. It returns how many parts there are, 0 if the word is one number.
func dotted(t string, n, at *[3]int) int {
	part, dots := 0, false
	for i := 0; i < len(t); i++ {
		c := t[i]
		switch {
		case c == '.':
			dots = true
			if part++; part > 2 {
				return 4
			}
		case c >= '0' && c <= '9':
			if at[part]++; at[part] > 4 {
				return 4
			}
			n[part] = n[part]*10 + int(c-'0')
		default:
			return 4
		}
	}
	if !dots {
		return 0
	}
	return part + 1
}

// plainNumber reads a number of one to four figures and tells how many there are, 0 if the word is none. A last part may
// run on into the clock of a time stamp: "18t08".
func plainNumber(t string, last bool) (n, figures int) {
	for i := 0; i < len(t); i++ {
		if t[i] < '0' || t[i] > '9' {
			if last && t[i] == 't' && i == 2 {
				return n, i
			}
			return 0, 0
		}
		if i == 4 {
			return 0, 0
		}
		n = n*10 + int(t[i]-'0')
	}
	return n, len(t)
}

// eastAsian reads "2018년 6월 18일", "2018年6月18日" and the same without year.
func (r *timeReader) eastAsian(i int) (timeMention, bool) {
	m := timeMention{from: i, to: i, sort: timeDay}
	var d date.Day
	k := i
	for k+1 < len(r.ws) && r.ws[k].Number && r.ws[k+1].Gap <= words.Space && !r.ws[k+1].Number {
		n, figures := plainNumber(r.ws[k].Text, false)
		if figures == 0 {
			break
		}
		sign := r.ws[k+1].Text
		switch {
		case d == date.Day{} && figures == 4 && (starts(sign, "년") || starts(sign, "年")):
			d.Year = n
		case d.Month == 0 && d.Day == 0 && figures <= 2 && (starts(sign, "월") || starts(sign, "月")):
			d.Month = n
		case d.Month > 0 && d.Day == 0 && figures <= 2 && (starts(sign, "일") || starts(sign, "日")):
			d.Day = n
		default:
			figures = 0
		}
		if figures == 0 {
			break
		}
		k += 2
		m.to = k
		if k < len(r.ws) && r.ws[k].Gap > words.Space {
			break
		}
	}
	if !d.Valid() || m.to == i || d.Month == 0 {
		return m, false
	}
	if d.Day == 0 {
		m.sort = timeMonth
	}
	m.days = date.On(d)
	return m, true
}

func starts(s, sign string) bool { return len(s) >= len(sign) && s[:len(sign)] == sign }

// clockAt reports whether a time of day stands at word i: "20:07", "2:30 p.m.", "9 pm".
func (r *timeReader) clockAt(i int) bool {
	_, n := clock(r.text, r.ws, i)
	return n > i
}

// clock reads a time of day at word i as "HH:MM", and returns the index behind it; i itself if there is none.
func clock(text string, ws []words.Word, i int) (string, int) {
	if i >= len(ws) || !ws[i].Number {
		return "", i
	}
	t := ws[i].Text
	if len(t) == 5 && t[2] == 't' { // 18T08:28
		t = t[3:]
	}
	hour, figures := leadingNumber(t)
	if figures == 0 || figures > 2 || hour > 24 {
		return "", i
	}
	minute, next := 0, i+1
	half := t[figures:]
	switch {
	case half == "" && next < len(ws) && ws[next].Number && ws[next].Start == ws[i].End+1 && (text[ws[i].End] == ':' || text[ws[i].End] == 'h'):
		m, k := leadingNumber(ws[next].Text)
		if k != 2 || m > 59 {
			return "", i
		}
		minute, half = m, ws[next].Text[k:]
		next++
		if half == "" && next < len(ws) && ws[next].Number && ws[next].Start == ws[next-1].End+1 && text[ws[next-1].End] == ':' { // seconds
			next++
		}
	case len(half) == 3 && half[0] == 'h': // 14h30
		m, k := leadingNumber(half[1:])
		if k != 2 || m > 59 {
			return "", i
		}
		minute, half = m, ""
	case half == "am" || half == "pm":
	case half == "" && next < len(ws) && ws[next].Gap == words.Space && (ws[next].Text == "am" || ws[next].Text == "pm"):
	case half == "" && len(t) == 4:
		return "", i
	default:
		return "", i
	}
	if half == "" && next < len(ws) && ws[next].Gap <= words.Space && (ws[next].Text == "am" || ws[next].Text == "pm") {
		half = ws[next].Text
		next++
	}
	switch {
	case half == "pm" && hour < 12:
		hour += 12
	case half == "am" && hour == 12:
		hour = 0
	}
	if hour > 23 {
		return "", i
	}
	return string([]byte{byte('0' + hour/10), byte('0' + hour%10), ':', byte('0' + minute/10), byte('0' + minute%10)}), next
}

// leadingNumber reads the figures at the start of a word and tells how many there are.
func leadingNumber(t string) (n, figures int) {
	for figures < len(t) && figures < 5 && t[figures] >= '0' && t[figures] <= '9' {
		n = n*10 + int(t[figures]-'0')
		figures++
	}
	return n, figures
}
