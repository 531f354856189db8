package document

import (
	"strings"

	"readout/internal/words"
)

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
		if rule == "end-marker" {
			l.ends = surely
		}
		return
	}
	if l.n > longest {
		return
	}
	if l.n <= 2 && l.title == l.n && signsOff(text) && upper(ws) {
		l.set(Marker, "agency-sign")
		l.ends = surely
		return
	}
	k, n, buf := c.signs.known(l, ws, c.buf)
	c.buf = buf
	if n == len(ws) && k.kind != "" {
		l.set(k.kind, k.rule)
		l.ends = k.ends
		return
	}
	if k.kind != "" && c.opens(l, ws, k, n) {
		l.set(k.kind, k.rule)
		if l.ends = k.ends; k.ends == surely && ws[n].Gap == words.Colon {
			l.ends = likely // "Related news: Minister to visit Rome", in the midst of a text
		}
		if k.kind == Byline {
			if rule := c.dated(l, ws); rule != "" {
				l.set(DateLine, rule)
			}
		}
		return
	}
	date := c.dated(l, ws)
	switch {
	case l.n >= 3 && ws[1].Gap == words.Colon && ws[0].Text == "subject" && !l.stop:
		l.set(Furniture, "mail-subject")
	case l.n <= 6 && l.digits >= 1 && readingTime(ws):
		l.set(Furniture, "reading-time")
	case asksReader(l, ws, text):
		l.set(Furniture, "asks-reader")
		l.ends = likely
	case numbered(l, ws):
		l.set(Label, "release-number")
	case date != "":
		l.set(DateLine, date)
	case clock(l, ws):
		l.set(DateLine, "clock")
	case l.digits == l.n && l.n <= 2 && !l.stop:
		l.set(Furniture, "counter")
	case contact(text, l):
		l.set(Contact, "contact")
	case credit(text, l, ws):
		l.set(Caption, "photo-credit")
	case l.n <= 30 && c.view[ws[len(ws)-1].Start:ws[len(ws)-1].End] == "report" && strings.Contains(text, " contributed to this report"):
		l.set(Byline, "contributors")
	case l.has&notice != 0 && legal(l, ws):
		l.set(Furniture, "legal-notice")
		l.ends = likely
	case l.has&notice != 0 && pitch(l, ws):
		l.set(Furniture, "newsletter")
	case l.has&own != 0 && speaksOfItself(ws, ownWords):
		l.set(Furniture, "speaks-of-itself")
		l.ends = likely
	case l.title == 0 && l.n >= 4 && !l.stop && slug(text):
		l.set(Furniture, "slug")
	case l.prose():
	case l.n <= 8 && !l.stop && l.of(press) > 0 && l.title > 0 && (l.of(press) >= l.n-l.of(joint) || l.digits == 1 && l.of(press)+l.of(institution)+l.of(joint)+1 >= l.n) && !strings.ContainsAny(text, ">›»"):
		if vocabulary[ws[0].Text]&(institution|office) != 0 && l.n > 2 {
			l.set(SiteName, "institution")
		} else {
			l.set(Label, "section-label")
		}
	case c.navigates(l, ws, text):
		l.set(Furniture, "menu")
	case l.institutional(ws):
		l.set(SiteName, "institution")
	}
}

func (l *line) set(k Kind, rule string) { l.kind, l.rule = k, rule }

// opens reports whether a line that begins with a known opening of n words is what the opening says.
func (c *cutter) opens(l *line, ws []words.Word, k sign, n int) bool {
	next := ws[n].Gap
	if n >= 2 && next == words.Comma && k.kind == Caption {
		return true // "Image source, Reuters"
	}
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
		if ws[0].Text == "for" && ws[1].Text != "media" && ws[1].Text != "press" {
			return l.n <= 40 && (c.reaches(l, ws) || n >= 3 && next == words.Colon)
		}
		return separated || n >= 3 || l.digits > 0 && !l.prose() || n == 2 && !l.prose() && l.has&verb == 0
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

// reaches reports whether a line tells whom to call or write to.
func (c *cutter) reaches(l *line, ws []words.Word) bool {
	for i := range ws {
		switch ws[i].Text {
		case "contact", "visit", "call", "email", "website", "tel":
			return true
		}
	}
	return strings.IndexByte(c.view[l.start:l.end], '@') >= 0
}

func (l *line) event() int { return l.of(event) }

// dateless reports whether a by-line holds no date; with one it is a date line.
func (c *cutter) dateless(l *line) bool { return l.has&month == 0 || l.digits == 0 }

// institutional reports whether a line is the name of a body or a paper, and no headline.
func (l *line) institutional(ws []words.Word) bool {
	if l.caseless == l.n && l.n > 0 && l.size <= 8 {
		last := ws[len(ws)-1].Text
		for _, s := range []string{"外交部", "外務省", "외교부", "대통령실", "政府", "内閣府", "官邸", "通信社", "新华社", "新华网"} {
			if strings.HasSuffix(last, s) {
				return true
			}
		}
	}
	if l.n > 14 || l.stop || l.colon || l.has&institution == 0 || l.has&(event|verb) != 0 || l.digits > 0 {
		return false
	}
	lower, strong := 0, l.n <= 5
	for i := range ws {
		strong = strong && ws[i].Gap != words.Colon // "Elbonia: State of Emergency"
		strong = strong || vocabulary[ws[i].Text]&governing != 0
		if ws[i].Case == words.Lower && vocabulary[ws[i].Text]&joint == 0 {
			lower++
		}
		switch ws[i].Text {
		case "to", "on", "with":
			lower++
		case "in": // "Embassy in Seoul", not "Reopens in Kabul"
			if i == 0 || vocabulary[ws[i-1].Text]&institution == 0 {
				lower++
			}
		}
	}
	return lower == 0 && strong
}

// navigates reports whether a line is a menu, a path of links, a bar of share buttons.
func (c *cutter) navigates(l *line, ws []words.Word, text string) bool {
	known := l.of(menu) + l.of(network)
	if l.stop && !l.gaps {
		return false
	}
	if l.gaps {
		if c.behindSection(l) > 0 {
			return false
		}
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
	if l.n <= 24 && l.has&verb == 0 && (ws[0].Text == "home" || ws[0].Text == "menu") && !l.stop {
		return true
	}
	if known*3 >= l.n*2 {
		return true
	}
	// "Ministry of Foreign Affairs facebook"
	last := vocabulary[ws[len(ws)-1].Text]
	return l.item > 0 && last&network != 0 && l.n <= 10
}
