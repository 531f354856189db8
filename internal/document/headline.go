package document

import (
	"slices"
	"strings"

	"readout/internal/words"
)

// headline returns the index of the line that is the release's own headline, above the first line of prose; -1 if there
// is none.
func (c *cutter) headline(from, start int) int {
	best, score, bare := -1, 0, 0
	c.latin = start < len(c.lines) && c.lines[start].caseless*4 < c.lines[start].n
	between := false // parts of the page stand between the best line and this one
	for i := from; i < start; i++ {
		l := &c.lines[i]
		if l.rule == "menu" || l.kind == SiteName || bare < 8 && (l.kind == Label || l.kind == Contact) {
			between = true
		}
		if l.kind != "" && l.rule != "date-at-end" && !(l.kind == DateLine && l.has&event != 0) {
			continue
		}
		own := c.likeness(i)
		s := own
		if (l.size >= 4 || l.size == 3 && l.has&verb != 0) && i+1 < len(c.lines) && (c.lines[i+1].kind == DateLine || c.lines[i+1].kind == Byline) {
			s += 4
		}
		switch {
		case best < 0 || between && own >= 8:
		case score >= 8, bare >= 6 && best == i-1 && !l.blank && own < bare+4:
			s -= 6 // a line under a good headline is its second line
		}
		if s > score || best < 0 && s > -8 {
			best, score, bare, between = i, s, own, false
		}
	}
	if best >= 0 && score < -4 && start < len(c.lines) {
		return -1
	}
	return best
}

// later returns a line below the first sentences that is the headline all the same, because those sentences are a banner
// of the site: nothing above them is dated, and below stand parts of a page, a good headline with a date line by it, and
// most of the sentences. It returns 0 if there is none.
func (c *cutter) later(head, start int) int {
	const reach = 30
	for i := max(head-2, 0); i < start && head >= 0; i++ {
		if l := &c.lines[i]; l.kind == DateLine && l.digits > 0 {
			return 0
		}
	}
	page := false
	for k := start + 1; k < len(c.lines) && k < start+reach; k++ {
		l := &c.lines[k]
		if l.rule == "menu" || l.rule == "institution" || l.rule == "section-label" {
			page = true
		}
		if !page && (head >= 0 || k > start+6) || l.kind != "" || l.prose() || c.likeness(k) < 8 || !c.datedNear(k) {
			continue
		}
		above, below := 0, 0
		for i := start; i < len(c.lines); i++ {
			if p := &c.lines[i]; p.kind == "" && p.prose() {
				if i < k {
					above += p.n
				} else {
					below += p.n
				}
			}
		}
		if below > above || below > 0 && head < 0 && above < 30 {
			return k
		}
		return 0
	}
	return 0
}

// datedNear reports whether a date line stands right above a line, or under it before any sentence.
func (c *cutter) datedNear(k int) bool {
	if k > 0 && c.lines[k-1].kind == DateLine && c.lines[k-1].digits > 0 {
		return true
	}
	for i := k + 1; i < len(c.lines) && i <= k+4; i++ {
		l := &c.lines[i]
		if l.kind == DateLine && l.digits > 0 {
			return true
		}
		if l.kind == "" && l.prose() {
			return false
		}
	}
	return false
}

// namedLike returns a headline that looks like the name of a body, for texts that have no other: it stands under another
// name, a label or a date. It returns -1 if there is none.
func (c *cutter) namedLike(start int) int {
	if start == len(c.lines) {
		return -1
	}
	for i := start - 1; i >= 0; i-- { // "Joint Communiqué", which is a label elsewhere
		if l := &c.lines[i]; l.kind == Label && l.has&event != 0 && l.n <= 5 && l.rule == "section-label" {
			return i
		}
	}
	for i := start - 1; i > 0; i-- {
		l := &c.lines[i]
		if (l.rule == "institution" || l.rule == "section-label") && l.n >= 5 {
			switch c.lines[i-1].kind {
			case SiteName, Label, DateLine:
				return i
			}
			return -1
		}
	}
	return -1
}

// likeness says how much a line is like a headline, in halves of a point.
func (c *cutter) likeness(i int) int {
	l := &c.lines[i]
	s := 0
	switch {
	case l.size <= 1:
		s = -12
	case l.size == 2:
		s = -6
	case l.size == 3:
		s = -1
	case l.size == 4:
		s = 3
	case l.size == 5:
		s = 5
	case l.size <= 34:
		s = 8
	default:
		s = 5
	}
	if l.hint == heading {
		s += 8 - 2*l.level
	}
	if l.caseless*2 > l.n && c.latin {
		s -= 20 // in a script that is not that of the text
	}
	if l.hint == aside {
		s -= 8
	}
	if c.issuedBy(l) {
		s -= 7 // a headline only if no other follows
	}
	if c.isTitle(l) {
		s += 12
	}
	ws := l.words(c.words)
	if len(ws) > 0 && ws[0].Case == words.Lower {
		s -= 4
	}
	if l.kind != "" {
		s -= 8
	}
	if l.stop {
		s -= 4
	}
	if l.colon {
		s -= 6
	}
	if l.item > 0 {
		s -= 8
	}
	if l.gaps && c.behindSection(l) == 0 {
		s -= 4
	}
	if l.digits >= 2 && len(ws) > 3 && ws[0].Number && ws[1].Number && ws[1].Gap != words.Space {
		s -= 8 // the line of an index: "96/12/30 Statement: Guatemala"
	}
	if l.has&verb != 0 || acts(ws) {
		s += 3
	}
	if l.has&event != 0 {
		s += 2
	}
	if l.has&institution != 0 && l.has&(verb|event) == 0 && !strings.Contains(c.view[l.start:l.end], ": ") {
		s -= 3
	}
	if l.has&office != 0 && l.has&(verb|event) == 0 && l.n <= 6 {
		s -= 3
	}
	if l.has&(verb|event) == 0 && l.lower == 0 && l.digits == 0 && strings.Contains(c.view[l.start:l.end], ", ") && upper(ws) {
		s -= 5 // "UNITY, FAITH, DISCIPLINE"
	}
	if l.digits*2 > l.n {
		s -= 8
	}
	if (l.of(press)+l.of(menu)+l.of(joint))*4 >= l.n*3 {
		s -= 5
	}
	if i+1 < len(c.lines) && c.lines[i+1].blank {
		s++
	}
	if l.blank {
		s++
	}
	if i > 0 && c.lines[i-1].kind == Label {
		s += 2
	}
	return s
}

// isTitle reports whether the page's data call a line the title.
func (c *cutter) isTitle(l *line) bool {
	return len(c.titles) > 0 && l.n <= longest && slices.Contains(c.titles, words.Fold(c.view[l.start:l.end]))
}

// acts reports whether a word near the beginning looks like a verb in the present tense: "Don hails ties with Tokyo".
func acts(ws []words.Word) bool {
	for i := 1; i < len(ws) && i < 6; i++ {
		t := ws[i].Text
		if ws[i].Case == words.Lower && len(t) > 3 && t[len(t)-1] == 's' && t[len(t)-2] != 's' && t[len(t)-2] != 'u' && ws[i-1].Case != words.Lower && !ws[i-1].Poss {
			return true
		}
	}
	return false
}

// sentenceHeadline reports whether the first line of prose is a headline written as a sentence: one line, short, with a
// date line or longer prose below it, and with nothing above it that could be a headline.
func (c *cutter) sentenceHeadline(i int) bool {
	l := &c.lines[i]
	if l.n > 34 || l.item > 0 || i+1 >= len(c.lines) || !l.stop {
		return false
	}
	if c.lines[i+1].kind == DateLine || c.lines[i+1].kind == Byline {
		return true
	}
	return l.n <= 20 && l.has&event != 0 && l.has&verb == 0 && c.lines[i+1].prose() // no sentence, for all its full stop
}

// wrapped joins to the headline the lines that carry it on.
func (c *cutter) wrapped(head, start int) {
	h := &c.lines[head]
	for i := head + 1; i < start && i <= head+2; i++ {
		l := &c.lines[i]
		named := l.rule == "institution" || l.rule == "section-label"
		if l.kind != "" && !named || l.blank || l.item > 0 || l.n == 0 || l.gaps {
			return
		}
		p := &c.lines[i-1]
		pw, lw := p.words(c.words), l.words(c.words)
		lastWord := vocabulary[pw[len(pw)-1].Text]
		open := lastWord&joint != 0 || c.view[p.end-1] == ',' || c.view[p.end-1] == '-' || c.view[p.end-1] == '&'
		on := lw[0].Case == words.Lower || vocabulary[lw[0].Text]&joint != 0 && lw[0].Case == words.Upper
		capitals := upper(pw) && upper(lw) && p.end-p.start >= 40
		if p.stop || l.stop && !capitals || !(open || !named && (on || capitals)) {
			return
		}
		h.end, h.to, h.n = l.end, l.to, h.n+l.n
		l.set(Headline, "")
	}
}

func upper(ws []words.Word) bool {
	n := 0
	for i := range ws {
		switch ws[i].Case {
		case words.Lower, words.Title, words.Mixed:
			return false
		case words.Upper:
			n++
		}
	}
	return n > 0
}

// tabTitle returns a line over the text that holds a headline and the site's name with a bar between, for texts that show
// their headline nowhere else; -1 if there is none.
func (c *cutter) tabTitle(start int) int {
	for i := 0; i < start; i++ {
		l := &c.lines[i]
		if ws := l.words(c.words); l.rule == "mail-subject" && l.n >= 3 {
			l.start, l.n = ws[1].Start, l.n-1
			return i
		}
		if l.rule == "menu" && l.n >= 7 && l.has&(verb|event) != 0 && strings.Contains(c.view[l.start:l.end], " | ") {
			return i
		}
	}
	return -1
}
