package document

// end returns the index behind the last line of the text.
func (c *cutter) end(start int) int {
	type weight struct{ words, lines int } // of sentences
	var all, seen weight
	for i := start; i < len(c.lines); i++ {
		if l := &c.lines[i]; l.kind == "" && l.prose() {
			all.words, all.lines = all.words+l.n, all.lines+1
		}
	}
	last := start
	for i := start; i < len(c.lines); i++ {
		l := &c.lines[i]
		if l.kind == "" && l.prose() {
			seen.words, seen.lines = seen.words+l.n, seen.lines+1
			last = i + 1
			continue
		}
		if l.ends != surely || seen.words == 0 || c.notesFollow(i) {
			continue
		}
		// What stands behind is not more of the text if it is the lesser part of the sentences, or has as many headings as
		// sentences.
		behind := all.lines - seen.lines
		if (all.words-seen.words)*2 <= all.words || len(c.lines)-1-i-behind >= behind {
			break
		}
	}
	if k := c.cards(start, last); k > 0 {
		return k
	}
	if k := c.selfTold(start, last); k < last {
		return k
	}
	// a list that the text announces goes on behind its last sentence
	run := false // of lines that the text announced, or of the signature of a letter
	for last < len(c.lines) && last > start {
		l, p := &c.lines[last], &c.lines[last-1]
		switch {
		case l.ends == surely && l.kind == Marker && c.notesFollow(last):
			last++ // the marker; the heading of the notes comes next
			if last == len(c.lines) {
				return last
			}
		case l.item > 0 && (l.kind == "" || l.rule == "institution") && (p.item > 0 || p.colon):
		case l.kind != "" || l.ends != goesOn:
			return last
		case p.colon && l.n > 0:
			run = !l.stop // a list, not a sentence
		case c.letterEnd(l), c.adopted(l):
			run = true
		case run && (!l.blank || c.letterEnd(p)) && l.n <= 12:
		case l.stop && l.n >= 3 && (l.lower >= 2 || l.n >= 5) && l.blank == p.blank:
		default:
			return last
		}
		last++
	}
	return last
}

// selfTold returns where the text ends if its last sentences tell of the page or of who runs it, last if they do not: "This
// website is archived", and what stands under "About the Agency" or under a contact line.
func (c *cutter) selfTold(start, last int) int {
	end := last
	for end > start+1 {
		l := &c.lines[end-1]
		if l.kind != "" || !l.prose() || !speaksOfItself(l.words(c.words), tailWords) {
			break
		}
		k := c.proseBefore(start, end-1)
		if k == start {
			break
		}
		l.set(Furniture, "speaks-of-itself")
		end = k
	}
	below := 0
	for i := end - 1; i > start; i-- {
		l := &c.lines[i]
		if l.kind == "" && l.prose() {
			below += l.n
			continue
		}
		about := l.kind == "" && l.n >= 2 && l.n <= 8 && l.digits == 0 && !l.stop && !l.colon && l.item == 0 && c.words[l.to-l.n].Text == "about" &&
			l.lower <= l.of(joint)
		if below == 0 || !about && (l.kind != Contact || c.lines[i-1].colon || c.notesFollow(i)) {
			continue
		}
		above := 0
		for k := start; k < i; k++ {
			if p := &c.lines[k]; p.kind == "" && p.prose() {
				above += p.n
			}
		}
		if below*4 <= above {
			l.ends = surely
			return c.proseBefore(start, i)
		}
		break
	}
	return end
}

// proseBefore returns the index behind the last line of prose of start..i, start if there is none.
func (c *cutter) proseBefore(start, i int) int {
	for i > start && !(c.lines[i-1].kind == "" && c.lines[i-1].prose()) {
		i--
	}
	return i
}

// cards returns where the text ends if it ends in cards of other pages, two or more: a title, its date, and a sentence or
// two that are the lesser part of all. It returns 0 if it does not.
func (c *cutter) cards(start, last int) int {
	first, n, text, below, others := 0, 0, 0, 0, 0
	for i := start; i < last; i++ {
		l := &c.lines[i]
		switch {
		case l.kind == "" && l.prose():
			if first == 0 {
				text += l.n
				continue
			}
			below += l.n
			if others++; others > 2 {
				return 0
			}
		case l.kind == "" && l.n >= 3 && l.item == 0 && i > start && i+1 < last && c.lines[i+1].kind == DateLine && c.lines[i+1].digits >= 1:
			if first == 0 {
				first = i
			}
			n, others = n+1, 0
			i++
		case first > 0 && l.n > 3:
			return 0
		}
	}
	if n < 2 || below*2 > text {
		return 0
	}
	return first
}

// notesFollow reports whether notes to editors stand behind a line: they belong to the release.
func (c *cutter) notesFollow(i int) bool {
	for k := i + 1; k < len(c.lines) && k <= i+2; k++ {
		ws := c.lines[k].words(c.words)
		if l := &c.lines[k]; k == i+1 && c.view[l.start] == '*' && l.prose() {
			return true // a footnote of the text
		}
		if len(ws) >= 3 && len(ws) <= 5 && (ws[0].Text == "notes" || ws[0].Text == "note") && (ws[2].Text == "editors" || ws[2].Text == "editor" || ws[2].Text == "the") {
			return true
		}
	}
	return false
}

// adopted reports whether a line tells where and when a document was made: "Done at Geneva on 3 May 2019".
func (c *cutter) adopted(l *line) bool {
	ws := l.words(c.words)
	if len(ws) < 4 || len(ws) > 24 || l.digits == 0 {
		return false
	}
	switch ws[0].Text {
	case "done", "adopted", "signed":
		return ws[1].Text == "at" || ws[1].Text == "in" || ws[1].Text == "on" || ws[1].Text == "by"
	}
	return false
}

// letterEnd reports whether a line closes a letter: the name follows.
func (c *cutter) letterEnd(l *line) bool {
	ws := l.words(c.words)
	if len(ws) == 0 || l.n > 7 || c.view[l.end-1] != ',' && !l.stop {
		return false
	}
	switch ws[0].Text {
	case "sincerely", "yours", "respectfully", "cordially", "with", "thank":
		return true
	}
	return false
}

// behind gives kinds to the lines behind the text.
func (c *cutter) behind(start, end int) {
	over, contacts := false, false
	for i := end; i < len(c.lines); i++ {
		l := &c.lines[i]
		over = over || l.ends != goesOn
		if l.ends != goesOn {
			contacts = l.kind == Contact
		}
		if i+1 < len(c.lines) && l.n <= 3 && !l.stop && l.title == l.n && (l.kind == "" || l.kind == Label) && c.lines[i+1].rule == "date-line" && !c.lines[i+1].blank && c.lines[i+1].digits <= 2 {
			l.set(DateLine, "place-over-date")
			continue
		}
		if l.kind != "" && l.kind != Label && (l.kind != SiteName || l.rule == "publisher-name") {
			continue
		}
		switch {
		case contacts && l.kind != Label:
			l.set(Contact, "under-contact")
		case over, l.kind == Label, l.kind == SiteName:
			l.set(Furniture, "after-the-text")
		case l.has&office != 0 && l.has&verb == 0 && l.n <= 20:
			l.set(Byline, "signed")
		case start == len(c.lines) && l.n > 3:
			l.set(Paragraph, "text")
		default:
			l.set(Furniture, "behind-the-text")
		}
	}
}
