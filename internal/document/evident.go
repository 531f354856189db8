package document

import "readout/internal/words"

// evident gives a line the kind that shows from the line alone, wherever it stands; most lines stay open.
func (c *cutter) evident(l *line) {
	text := c.view[l.start:l.end]
	ws := l.words(c.words)
	if len(ws) == 0 {
		if l.to > l.from { // a list mark alone: "3."
			l.set(Furniture, "number-alone")
			return
		}
		k, rule := signsOnly(text)
		l.set(k, rule)
		return
	}
	if l.n > 60 {
		return
	}
	k, n, buf := c.signs.known(ws, c.buf)
	c.buf = buf
	if n == len(ws) && k.kind != "" {
		l.set(k.kind, k.rule)
		l.ends = k.ends
		return
	}
	if k.kind != "" && c.opens(l, ws, k, n) {
		l.set(k.kind, k.rule)
		l.ends = k.ends
		return
	}
	switch {
	case l.digits == l.n && l.n == 4 && ws[0].Gap != words.Space && ws[1].Gap == words.Hyphen && ws[3].Gap == words.Hyphen:
		l.set(Furniture, "reference-number")
	case c.dated(l, ws):
		l.set(DateLine, "date-line")
	case l.digits == l.n && l.n <= 2 && !l.stop:
		l.set(Furniture, "counter")
	case contact(text, l):
		l.set(Contact, "contact")
	case credit(text, l, ws):
		l.set(Caption, "photo-credit")
	case pitch(l, ws):
		l.set(Furniture, "newsletter")
	case l.prose():
	case c.navigates(l, ws, text):
		l.set(Furniture, "menu")
	case l.n <= 8 && !l.stop && l.of(press) == l.n-l.of(joint) && l.of(press) > 0 && l.title > 0:
		l.set(Label, "section-label")
	case l.institutional(ws):
		l.set(SiteName, "institution")
	}
}

func (l *line) set(k Kind, rule string) { l.kind, l.rule = k, rule }

// opens reports whether a line that begins with a known opening of n words is what the opening says.
func (c *cutter) opens(l *line, ws []words.Word, k sign, n int) bool {
	next := ws[n].Gap
	separated := next == words.Colon || next == words.Open || next == words.Slash || next == words.Other || next == words.Dash || next == words.Close
	switch k.kind {
	case Byline:
		if next == words.Colon {
			return l.n <= 24 && !(l.stop && l.lower > 6)
		}
		if ws[0].Text == "by" || n >= 2 {
			return l.n <= 14 && !l.stop && l.lower <= 3 && ws[n].Case != words.Lower && !ws[n].Number && c.dateless(l)
		}
		return false
	case DateLine:
		return (l.has&month != 0 || l.digits > 0) && !l.stop && l.n <= 20
	case Caption:
		return separated
	case Contact:
		return separated || n >= 3 || !l.prose()
	}
	if separated {
		return l.n <= 24
	}
	if n >= 3 {
		return !l.stop || l.n <= 20
	}
	if n == 2 {
		return !l.stop && l.n <= 12
	}
	// one word: a heading or a bar of links, not the beginning of a headline
	return !l.stop && (l.of(menu)+l.of(network)+l.digits)*2 > l.n && l.event() == 0
}

func (l *line) event() int { return l.of(event) }

// dateless reports whether a by-line holds no date; with one it is a date line.
func (c *cutter) dateless(l *line) bool { return l.has&month == 0 || l.digits == 0 }

// institutional reports whether a line is the name of a body or a paper, and no headline.
func (l *line) institutional(ws []words.Word) bool {
	if l.n > 14 || l.stop || l.colon || l.has&institution == 0 || l.has&(event|verb) != 0 || l.digits > 0 {
		return false
	}
	lower := 0
	for i := range ws {
		if ws[i].Case == words.Lower && vocabulary[ws[i].Text]&joint == 0 {
			lower++
		}
		if t := ws[i].Text; t == "to" || t == "on" || t == "in" || t == "with" {
			lower++
		}
	}
	return lower == 0
}

// navigates reports whether a line is a menu, a path of links, a bar of share buttons.
func (c *cutter) navigates(l *line, ws []words.Word, text string) bool {
	known := l.of(menu) + l.of(network)
	if l.stop && !l.gaps {
		return false
	}
	if l.gaps {
		if l.has&(verb) != 0 && l.lower > 4 {
			return false
		}
		if l.has&month != 0 && l.digits > 1 {
			return false
		}
		return true
	}
	if l.n == 1 {
		return known == 1
	}
	if known*3 >= l.n*2 {
		return true
	}
	// "Ministry of Foreign Affairs facebook"
	last := vocabulary[ws[len(ws)-1].Text]
	return l.item > 0 && last&network != 0 && l.n <= 10
}

// pitch reports whether a line asks the reader to subscribe or to follow.
func pitch(l *line, ws []words.Word) bool {
	if l.of(network)+l.of(menu) < 2 || l.n > 40 {
		return false
	}
	for i := range ws {
		switch ws[i].Text {
		case "subscribe", "subscribing":
			return true
		case "sign":
			if i+1 < len(ws) && ws[i+1].Text == "up" {
				return true
			}
		case "follow":
			if i+1 < len(ws) && ws[i+1].Text == "us" {
				return true
			}
		}
	}
	return false
}
