package document

import "readout/internal/words"

// classify gives every line its kind.
func (c *cutter) classify() {
	c.ofMinistries()
	start := c.firstProse(0)
	head := c.headline(0, start)
	if k := c.later(head, start); k > 0 {
		// what reads like sentences above is the site's: its banner, its word on cookies
		from := 0
		for i := 0; i < k; i++ {
			if l := &c.lines[i]; l.kind == "" && l.prose() {
				l.set(Furniture, "above-headline")
				from = i + 1
			}
		}
		start = c.firstProse(k)
		head = c.headline(from, start)
	}
	if head < 0 {
		head = c.tabTitle(start)
	}
	if head < 0 {
		head = c.namedLike(start)
	}
	if head < 0 && start < len(c.lines) && c.sentenceHeadline(start) {
		head = start
		start = c.firstProse(start + 1)
	}
	if k := c.creditedFirst(start); k > start {
		c.lines[start].set(Caption, "agency-behind")
		start = k
	}
	if head >= 0 {
		c.lines[head].set(Headline, "headline")
		c.wrapped(head, start)
		start += c.cutSite(head)
		if n := c.cutSection(head); n > 0 {
			head, start = head+n, start+n
		}
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
			case l.has&institution != 0 && l.has&verb == 0 && l.n <= 14 || i == 0 && l.title > 0 && l.digits == 0 && l.n <= 5 && head >= 0:
				l.set(SiteName, "above-headline")
			case c.issuedBy(l):
				l.set(Byline, "issuer")
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
			if i > start && prose <= 1 && (l.kind == Byline && l.rule == "byline" || l.kind == DateLine && l.digits > 0) && c.shortUntil(start, i) {
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
		case l.kind == Headline || l.kind != "" && l.kind != SiteName || l.rule == "behind-headline":
			l.ends = goesOn
		case l.kind == SiteName:
			l.set(Byline, "issuer")
		case c.view[l.end-1] == ',' && l.n <= 8 && l.title > 0:
			l.set(Paragraph, "salutation")
		case l.has&office != 0 && l.n <= 16 && l.has&verb == 0 && !l.stop:
			l.set(Byline, "issuer")
		case l.has&press != 0 && c.tagged(l):
			l.set(Label, "tags")
		case l.n <= 8 && l.n >= 3 && l.lower == 0 && l.has&(verb|event) == 0 && c.dashed(l):
			l.set(Byline, "byline")
		case i > 0 && l.stop && l.n <= 24 && c.lines[i-1].kind == Caption:
			l.set(Caption, "under-credit")
		case l.first&opener != 0 && l.n >= 3 && l.n <= 7 && l.title == l.n && c.words[l.from].Text == "from":
			l.set(Byline, "byline")
		case l.n <= 3 && !l.stop && l.title == l.n && i+1 < len(c.lines) && c.lines[i+1].kind == DateLine:
			l.set(DateLine, "place-over-date")
		case l.item > 0:
			l.set(Item, "list-mark")
		case c.pair(i) && (c.pair(i-1) || c.pair(i+1)):
			l.set(Label, "page-data")
		case l.n <= 3 && l.size <= 6 && (!l.stop || upper(l.words(c.words))):
			l.set(Furniture, "under-headline")
		default:
			l.set(Subhead, "under-headline")
		}
	}
	return first
}

// dashed reports whether a line is two names with a dash between: "Pia Lee-Brago - The Philippine Star".
func (c *cutter) dashed(l *line) bool {
	dashes := 0
	for _, w := range l.words(c.words) {
		if w.Gap == words.Dash {
			dashes++
		}
	}
	return dashes == 1
}

// tagged reports whether a line is a row of tags: three commas or more, and nothing in lower case.
func (c *cutter) tagged(l *line) bool {
	commas := 0
	for _, w := range l.words(c.words) {
		if w.Gap == words.Comma {
			commas++
		}
	}
	return commas >= 3 && l.lower <= l.of(joint) && l.n <= 16 && !l.stop
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

// inside gives kinds to the lines of the text.
func (c *cutter) inside(start, end int) {
	lastProse, reopened := start, -1
	for i := start; i < end; i++ {
		if c.lines[i].kind == "" && c.lines[i].prose() {
			lastProse = i
		}
	}
	for i := start; i < end; i++ {
		l := &c.lines[i]
		switch l.kind {
		case "":
		case Furniture:
			if l.rule == "link" || l.rule == "menu" && !c.barOfLinks(l) || l.rule == "counter" && (l.stop || l.n == 1 && year(c.words[l.to-1].Text)) {
				l.kind = ""
			}
		case Contact:
			// numbers that the text announces
			if i > start && (c.lines[i-1].colon || c.lines[i-1].rule == "announced" || reopened == i-1) {
				l.kind, reopened = "", i
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
		case l.hint == heading && l.level > 0:
			l.set(Subhead, "heading")
		case l.hint == listed && l.item == 0:
			l.set(Item, "list-item")
		case l.prose() && l.item > 0:
			l.set(Item, "list-mark")
		case l.prose():
			l.set(Paragraph, "sentences")
		case i > start && !l.blank && (c.lines[i-1].colon && !l.stop || c.lines[i-1].rule == "announced") || i > start && c.lines[i-1].colon && !l.stop && l.n <= 8 && i+1 < end && !c.lines[i+1].blank:
			l.set(Item, "announced")
		case l.item > 0 && l.number && i+1 < end && !l.stop && l.n <= 12 && c.lines[i+1].item == 0 && !(i > start && c.lines[i-1].item > 0 && !c.lines[i-1].stop):
			l.set(Subhead, "numbered-heading")
		case l.item > 0:
			l.set(Item, "list-mark")
		case !l.stop && l.n <= 16 && i < lastProse:
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
			case l.kind == DateLine && p.kind == DateLine && !l.blank && (p.rule == "date-label" && p.digits == 0 && l.rule == "date-line" || p.rule == "place-over-date" || l.rule == "clock" && p.rule == "date-line"):
				p.end, p.to, p.n = l.end, l.to, p.n+l.n
				p.rule, p.digits = "date-line", l.digits
				continue
			}
		}
		out = append(out, l)
	}
	c.lines = out
}
