package document

import (
	"slices"
	"strings"

	"readout/internal/words"
)

var siteBars = []string{" | ", " - ", " – ", " — ", " :: ", " · "}

// issuedBy reports whether a line tells whose words follow and nothing of what they are about: "Statement by John Roe, Spokesman".
func (c *cutter) issuedBy(l *line) bool {
	if l.n < 4 || l.n > 12 || l.has&event == 0 || l.digits > 0 {
		return false
	}
	ws, at := l.words(c.words), 0
	if t := ws[0].Text; t == "press" || t == "media" {
		at = 1
	}
	switch ws[at].Text {
	case "statement", "remarks", "declaration", "comment":
	default:
		return false
	}
	if w := ws[at+1].Text; w != "by" && w != "of" {
		return false
	}
	for _, w := range ws[at+2:] {
		switch w.Text {
		case "on", "at", "regarding", "following", "after", "to", "in", "with", "about", "concerning", "before", "during", "from":
			return false
		}
		if w.Gap > words.Comma {
			return false
		}
	}
	return true
}

// cutSite cuts the site's name off the end of a headline: "Minister meets Ambassador - Ministry of Foreign Affairs". It
// returns the number of lines added.
func (c *cutter) cutSite(head int) int {
	h := &c.lines[head]
	text := c.view[h.start:h.end]
	at, bar := -1, ""
	for _, b := range siteBars {
		if i := strings.LastIndex(text, b); i > at {
			at, bar = i, b
		}
	}
	if at < 0 {
		return 0
	}
	tail := line{start: h.start + at + len(bar), end: h.end, to: h.to}
	tail.from = h.to
	for tail.from > h.from && c.words[tail.from-1].Start >= tail.start {
		tail.from--
	}
	left := tail.from - (h.to - h.n)
	tail.shape(c.view, c.words)
	if left < 4 || tail.n == 0 || tail.n == 1 && bar != " | " || !tail.institutional(c.words[tail.from:tail.to]) {
		return 0
	}
	tail.set(SiteName, "behind-headline")
	h.end, h.to, h.n = h.start+at, tail.from, left
	c.lines = slices.Insert(c.lines, head+1, tail)
	return 1
}

// behindSection returns the word with which a headline begins behind the name of its section: "Political / Minister receives
// Ambassador"; 0 if the line is no such headline.
func (c *cutter) behindSection(l *line) int {
	ws := l.words(c.words)
	at, bars := 0, 0
	for i := 1; i < len(ws); i++ {
		between := c.view[ws[i-1].End:ws[i].Start]
		if strings.IndexByte(between, '\t') >= 0 || strings.Contains(between, "  ") {
			return 0
		}
		if i <= 2 && (between == " / " || between == " | " || between == " - ") {
			at = i
		} else if strings.ContainsAny(between, "/|>") {
			bars++
		}
	}
	if at == 0 || bars > 0 || len(ws)-at < 4 || l.has&(verb|event) == 0 || l.lower == 0 {
		return 0
	}
	for i := range at {
		switch ws[i].Text {
		case "political", "general", "local", "domestic", "politics", "diplomacy", "world", "international", "national", "news", "foreign", "regional", "policy":
		default:
			return 0
		}
	}
	return at
}

// cutSection cuts the name of the section off the beginning of a headline. It returns the number of lines added before it.
func (c *cutter) cutSection(head int) int {
	h := &c.lines[head]
	at := c.behindSection(h)
	if at == 0 {
		return 0
	}
	first := h.to - h.n + at
	front := line{start: h.start, end: c.words[first-1].End, from: h.from, to: first}
	front.shape(c.view, c.words)
	front.set(Label, "section-label")
	h.start, h.from, h.n = c.words[first].Start, first, h.n-at
	c.lines = slices.Insert(c.lines, head, front)
	return 1
}
