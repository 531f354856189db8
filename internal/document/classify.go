package document

import "readout/internal/words"

// classify gives every line its kind.
func (c *cutter) classify() {
	for i := range c.lines {
		c.evident(&c.lines[i])
	}
	start := c.firstProse(0)
	head := c.headline(start)
	if head < 0 && start < len(c.lines) && c.sentenceHeadline(start) {
		head = start
		start = c.firstProse(start + 1)
	}
	if head >= 0 {
		c.lines[head].set(Headline, c.lines[head].rule)
		if c.lines[head].rule == "" {
			c.lines[head].rule = "headline"
		}
		c.wrapped(head, start)
	}
	c.above(head, start)
	if head >= 0 {
		start = c.below(head, start)
	}
	end := c.end(start)
	c.inside(start, end)
	c.behind(start, end)
	c.joinDates()
}

// firstProse returns the index of the first open line from i on that reads like the text; len(c.lines) if none does.
func (c *cutter) firstProse(i int) int {
	for ; i < len(c.lines); i++ {
		if c.lines[i].kind == "" && c.lines[i].hint != aside && c.lines[i].prose() {
			return i
		}
	}
	return len(c.lines)
}

// headline returns the index of the line that is the release's own headline, above the first line of prose; -1 if there
// is none.
func (c *cutter) headline(start int) int {
	best, score := -1, 0
	for i := 0; i < start; i++ {
		l := &c.lines[i]
		if l.kind != "" && !(l.kind == DateLine && l.has&event != 0) {
			continue
		}
		s := c.likeness(i)
		if best >= 0 && score >= 8 {
			s -= 6 // a line under a good headline is its second line
		}
		if s > score || best < 0 && s > -8 {
			best, score = i, s
		}
	}
	if best >= 0 && score < -4 && start < len(c.lines) {
		return -1
	}
	return best
}

// likeness says how much a line is like a headline, in halves of a point.
func (c *cutter) likeness(i int) int {
	l := &c.lines[i]
	s := 0
	switch {
	case l.n <= 1:
		s = -12
	case l.n == 2:
		s = -6
	case l.n == 3:
		s = -1
	case l.n == 4:
		s = 3
	case l.n == 5:
		s = 5
	case l.n <= 34:
		s = 8
	default:
		s = 5
	}
	if l.hint == heading {
		s += 8 - 2*l.level
	}
	if l.hint == aside {
		s -= 8
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
	if l.gaps {
		s -= 4
	}
	if l.has&verb != 0 {
		s += 3
	}
	if l.has&event != 0 {
		s += 2
	}
	if l.has&institution != 0 && l.has&(verb|event) == 0 {
		s -= 3
	}
	if l.has&office != 0 && l.has&(verb|event) == 0 && l.n <= 6 {
		s -= 3
	}
	if l.digits*2 > l.n {
		s -= 8
	}
	if (l.of(press)+l.of(menu)+l.of(joint))*4 >= l.n*3 {
		s -= 5
	}
	if i+1 < len(c.lines) {
		switch c.lines[i+1].kind {
		case DateLine, Byline:
			if l.n >= 4 {
				s += 4
			}
		}
		if c.lines[i+1].blank {
			s++
		}
	}
	if l.blank {
		s++
	}
	if i > 0 && c.lines[i-1].kind == Label {
		s += 2
	}
	return s
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
	return false
}

// wrapped joins to the headline the lines that carry it on.
func (c *cutter) wrapped(head, start int) {
	h := &c.lines[head]
	for i := head + 1; i < start && i <= head+2; i++ {
		l := &c.lines[i]
		if l.kind != "" || l.blank || l.item > 0 || l.n == 0 || l.gaps {
			return
		}
		p := &c.lines[i-1]
		pw, lw := p.words(c.words), l.words(c.words)
		lastWord := vocabulary[pw[len(pw)-1].Text]
		open := lastWord&joint != 0 || c.view[p.end-1] == ',' || c.view[p.end-1] == '-' || c.view[p.end-1] == '&'
		on := lw[0].Case == words.Lower || vocabulary[lw[0].Text]&joint != 0 && lw[0].Case == words.Upper
		capitals := upper(pw) && upper(lw) && p.end-p.start >= 40
		if p.stop || l.stop && !capitals || !(open || on || capitals) {
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

// above gives kinds to the open lines over the headline.
func (c *cutter) above(head, start int) {
	end := head
	if head < 0 {
		end = start
	}
	for i := 0; i < end; i++ {
		l := &c.lines[i]
		switch {
		case l.kind == "":
			switch {
			case l.has&institution != 0 && l.has&verb == 0 && l.n <= 14 || i == 0 && l.title > 0 && l.n <= 5 && head >= 0:
				l.set(SiteName, "above-headline")
			case l.of(press) > 0 && l.n <= 6:
				l.set(Label, "above-headline")
			case head < 0 && l.n > 4:
				l.set(Paragraph, "text")
			default:
				l.set(Furniture, "above-headline")
			}
		case l.kind == Headline: // a line joined to one below
		}
	}
}

// below gives kinds to the lines between the headline and the text and returns where the text begins: behind the last
// date line, by-line or the like that stands near the headline.
func (c *cutter) below(head, start int) int {
	first := start
	prose := 0
	for i := head + 1; i < len(c.lines) && i <= start+6; i++ {
		l := &c.lines[i]
		switch l.kind {
		case DateLine, Byline:
			// a second line of text, then date and author: the text begins behind them
			if i > start && prose <= 1 && (l.rule == "date-line" || l.rule == "byline") && c.shortUntil(start, i) {
				first = c.firstProse(i)
			}
		case "":
			if l.prose() {
				prose++
			}
		}
		if prose > 1 {
			break
		}
	}
	for i := head + 1; i < first && i < len(c.lines); i++ {
		l := &c.lines[i]
		switch {
		case l.kind == Headline || l.kind != "" && l.kind != SiteName:
			l.ends = false
		case l.kind == SiteName:
			l.set(Byline, "issuer")
		case l.has&office != 0 && l.n <= 16 && l.has&verb == 0 && !l.stop:
			l.set(Byline, "issuer")
		case l.n <= 3 && !l.stop && i+1 < len(c.lines) && c.lines[i+1].kind == DateLine:
			l.set(DateLine, "place-over-date")
		case l.item > 0:
			l.set(Item, "list-mark")
		case l.n <= 3 && !l.stop:
			l.set(Furniture, "under-headline")
		default:
			l.set(Subhead, "under-headline")
		}
	}
	return first
}

// shortUntil reports whether the lines from..to are short enough for second lines of a headline.
func (c *cutter) shortUntil(from, to int) bool {
	for i := from; i < to; i++ {
		if c.lines[i].n > 40 {
			return false
		}
	}
	return true
}

// end returns the index behind the last line of the text.
func (c *cutter) end(start int) int {
	total, sofar := 0, 0
	for i := start; i < len(c.lines); i++ {
		if c.lines[i].prose() {
			total += c.lines[i].n
		}
	}
	last := start
	for i := start; i < len(c.lines); i++ {
		l := &c.lines[i]
		if l.ends && sofar > 0 && (total-sofar)*2 <= total && !l.prose() {
			break
		}
		if l.kind == "" && l.prose() {
			sofar += l.n
			last = i + 1
		}
	}
	// a list that the text announces goes on behind its last sentence
	for last < len(c.lines) && last > start {
		l, p := &c.lines[last], &c.lines[last-1]
		switch {
		case l.kind != "" || l.ends:
			return last
		case l.item > 0 && (p.item > 0 || p.colon), p.colon && l.n > 0:
			last++
		case c.letterEnd(p) && !l.blank && l.n <= 12:
			last++
		default:
			return last
		}
	}
	return last
}

// letterEnd reports whether a line closes a letter: the name follows.
func (c *cutter) letterEnd(l *line) bool {
	ws := l.words(c.words)
	if len(ws) == 0 || l.n > 5 {
		return false
	}
	switch ws[0].Text {
	case "sincerely", "yours", "respectfully", "cordially":
		return true
	}
	return false
}

// inside gives kinds to the lines of the text.
func (c *cutter) inside(start, end int) {
	for i := start; i < end; i++ {
		l := &c.lines[i]
		switch l.kind {
		case "":
		case Furniture:
			if l.rule == "menu" && !c.barOfLinks(l) || l.rule == "counter" && l.stop {
				l.kind = ""
			}
		case Label, SiteName:
			if l.rule != "publisher-label" && l.rule != "publisher-name" {
				l.kind = ""
			}
		case DateLine:
			if i > start+1 {
				l.kind = ""
			}
		case Byline:
			if l.n > 14 {
				l.kind = ""
			}
		}
		if l.kind != "" {
			continue
		}
		switch {
		case l.prose() && l.item > 0:
			l.set(Item, "list-mark")
		case l.prose():
			l.set(Paragraph, "sentences")
		case l.item > 0 && l.number && i+1 < end && !l.stop && l.n <= 12 && c.lines[i+1].item == 0:
			l.set(Subhead, "numbered-heading")
		case l.item > 0:
			l.set(Item, "list-mark")
		case !l.stop && l.n <= 16 && i+1 < end:
			l.set(Subhead, "short-line")
		default:
			l.set(Paragraph, "text")
		}
	}
}

// barOfLinks reports whether a line in the midst of a text is surely a bar of links.
func (c *cutter) barOfLinks(l *line) bool {
	return (l.of(menu)+l.of(network))*2 > l.n && l.n > 0
}

// behind gives kinds to the lines behind the text.
func (c *cutter) behind(start, end int) {
	over := false
	for i := end; i < len(c.lines); i++ {
		l := &c.lines[i]
		over = over || l.ends
		if l.kind != "" && !(over && (l.kind == Label || l.kind == SiteName)) {
			continue
		}
		switch {
		case over:
			l.set(Furniture, "after-the-text")
		case l.kind != "":
		case l.has&office != 0 && l.has&verb == 0 && l.n <= 20:
			l.set(Byline, "signed")
		case start == len(c.lines) && l.n > 3:
			l.set(Paragraph, "text")
		default:
			l.set(Furniture, "behind-the-text")
		}
	}
}

// joinDates makes one date line of a label and the date under it: "Date" and "2024-01-18".
func (c *cutter) joinDates() {
	out := c.lines[:0]
	for i := range c.lines {
		l := c.lines[i]
		if len(out) > 0 {
			p := &out[len(out)-1]
			switch {
			case l.kind == Headline && l.rule == "" && p.kind == Headline:
				continue // its span is the headline's already
			case l.kind == DateLine && p.kind == DateLine && !l.blank && (p.rule == "date-label" && p.digits == 0 && l.rule == "date-line" || p.rule == "place-over-date"):
				p.end, p.to, p.n = l.end, l.to, p.n+l.n
				p.rule, p.digits = "date-line", l.digits
				continue
			}
		}
		out = append(out, l)
	}
	c.lines = out
}
