package document

import (
	"strings"

	"readout/internal/words"
)

// pair reports whether a line is a name and a value, as the data of a page: "Topic: Regional affairs".
func (c *cutter) pair(i int) bool {
	if i < 0 || i >= len(c.lines) {
		return false
	}
	l := &c.lines[i]
	ws := l.words(c.words)
	if l.stop || l.n > 12 || l.n < 2 || l.hint == heading {
		return false
	}
	for k := 1; k < len(ws) && k <= 3; k++ {
		if ws[k].Gap == words.Colon {
			return l.has&verb == 0
		}
	}
	return false
}

// creditedFirst returns the first line of the text behind a caption that reads like a sentence, at the place of the text's
// first: an agency or a photographer is named behind its full stop, and the text itself goes on longer below. It returns 0
// if the line is none.
func (c *cutter) creditedFirst(start int) int {
	if start+1 >= len(c.lines) {
		return 0
	}
	l := &c.lines[start]
	s := strings.TrimRight(c.view[l.start:l.end], " .")
	i := strings.LastIndexAny(s, ".?!")
	if l.n > longest || i < 0 || len(s)-i > 40 {
		return 0
	}
	sign := strings.TrimLeft(s[i+1:], "\"'”’ )")
	bare := strings.TrimLeft(sign, "-–—|/ ")
	if len(bare) == len(sign) || bare == "" || strings.Count(bare, " ") > 3 || strings.EqualFold(bare, "end") || strings.EqualFold(bare, "ends") {
		return 0
	}
	next := c.firstProse(start + 1)
	if next >= len(c.lines) {
		return 0
	}
	more := 0
	for k := next; k < len(c.lines); k++ {
		if p := &c.lines[k]; p.kind == "" && p.prose() {
			more += p.n
		}
	}
	if more < 2*l.n || more < 40 {
		return 0
	}
	return next
}

// ofMinistries names the lines under the name of a state that tell what a ministry is for, and no more: "Foreign Affairs,
// Foreign Trade and Development Cooperation" under "Kingdom of Belgium".
func (c *cutter) ofMinistries() {
	for i := 1; i < len(c.lines) && i < 12; i++ {
		if p := &c.lines[i-1]; p.kind == SiteName && p.rule != "portfolio" && c.lines[i].ofMinistry(c.words) {
			c.lines[i].set(SiteName, "portfolio")
		}
	}
}

func (l *line) ofMinistry(all []words.Word) bool {
	if l.kind != "" && l.kind != Label || l.n < 2 || l.n > 16 || l.stop || l.colon || l.digits > 0 {
		return false
	}
	for _, w := range l.words(all) {
		if v := vocabulary[w.Text]; v&portfolio == 0 && (v&joint == 0 || w.Text == "on" || w.Text == "to") {
			return false
		}
	}
	return true
}
