package document

// weigh finds which lines of a page can be the text. Sentences give their weight to all elements that hold them; the text
// is the deepest element that holds nearly all of the weight, within what the page calls its article or main part. What
// stands behind it, and sentences before it, are not the text.
func (p *page) weigh(c *cutter) {
	p.sum(c, apart|hidden)
	p.teasers(c)
	// an element named like a side part that holds much of the text is not one
	total := p.elements[0].prose
	for i := range p.elements {
		e := &p.elements[i]
		if e.own&loose != 0 && e.prose*10 >= total*4 {
			e.own &^= loose
		}
		if e.own&header != 0 && e.prose*10 < total {
			e.own |= loose
		}
		e.all = e.own
		if e.parent >= 0 {
			e.all |= p.elements[e.parent].all
		}
	}
	p.sum(c, apart|hidden|loose)
	total = p.elements[0].prose
	box := p.container(total)
	first, last := -1, -1
	for i := range c.lines {
		if p.within(p.of[i], box) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	h1 := -1
	for i := range c.lines {
		l := &c.lines[i]
		all := p.elements[p.of[i]].all
		switch {
		case l.level == 1 && all&apart == 0 && h1 < 0 && !l.institutional(l.words(c.words)):
			h1 = i
			l.hint = heading
			continue
		case p.linked(i, l) && l.prose() && l.hint != heading, all&apart != 0, all&loose != 0 && l.hint != heading, i > last && last >= 0:
			l.hint = aside
			l.set(Furniture, "page-part")
			continue
		case i < first && l.prose() && l.hint != heading && (h1 < 0 || box == 0):
			l.hint = aside
			l.set(Furniture, "before-the-text")
			continue
		case all&caption != 0:
			l.set(Caption, "figure")
		}
	}
}

// teasers finds teasers of other pages, two or more: elements that hold a linked title and one line of sentences under it.
func (p *page) teasers(c *cutter) {
	var found []int32
	for i := range c.lines {
		if l := &c.lines[i]; !l.prose() || l.hint == heading || p.elements[p.of[i]].all&(apart|hidden) != 0 {
			continue
		}
		for k := i - 1; k >= 0 && k >= i-3; k-- {
			t := &c.lines[k]
			if t.prose() {
				break
			}
			if t.n < 3 || t.level == 1 || !p.linked(k, t) || c.isTitle(t) {
				continue
			}
			if e := p.common(p.of[k], p.of[i]); e > 0 && p.elements[e].lines == 1 {
				found = append(found, e)
			}
			break
		}
	}
	if len(found) < 2 {
		return
	}
	for _, e := range found {
		p.elements[e].own |= apart
	}
}

// linked reports whether a line is a link as a whole.
func (p *page) linked(i int, l *line) bool { return p.links[i]*10 >= (l.end-l.start)*9 }

// common returns the deepest element that holds two others.
func (p *page) common(a, b int32) int32 {
	for a != b {
		switch {
		case a < 0 || b < 0:
			return -1
		case p.elements[a].depth > p.elements[b].depth:
			a = p.elements[a].parent
		case p.elements[b].depth > p.elements[a].depth:
			b = p.elements[b].parent
		default:
			a, b = p.elements[a].parent, p.elements[b].parent
		}
	}
	return a
}

// sum adds up the weight of sentences in each element, leaving out what lies in elements of the roles given.
func (p *page) sum(c *cutter, without role) {
	for i := range p.elements {
		p.elements[i].prose, p.elements[i].lines = 0, 0
	}
	for i := range c.lines {
		l := &c.lines[i]
		if !l.prose() || l.level > 0 || p.elements[p.of[i]].all&without != 0 || p.links[i]*2 > l.end-l.start {
			continue
		}
		for e := p.of[i]; e >= 0; e = p.elements[e].parent {
			p.elements[e].prose += l.end - l.start
			p.elements[e].lines++
		}
	}
}

// container returns the element that holds the text.
func (p *page) container(total int) int32 {
	if total == 0 {
		return 0
	}
	best, rank := int32(0), 0
	for i := range p.elements {
		e := &p.elements[i]
		r := 0
		switch {
		case e.own&textBody != 0:
			r = 3
		case e.own&article != 0:
			r = 2
		case e.own&central != 0:
			r = 1
		}
		if r > 0 && e.prose*4 >= total && (r > rank || r == rank && e.prose > p.elements[best].prose) {
			best, rank = int32(i), r
		}
	}
	weight := p.elements[best].prose
	box := best
	for i := range p.elements {
		e := &p.elements[i]
		if e.prose*100 >= weight*85 && e.depth > p.elements[box].depth && p.within(int32(i), best) {
			box = int32(i)
		}
	}
	return box
}

// within reports whether an element is another or lies in it.
func (p *page) within(e, box int32) bool {
	for ; e >= 0; e = p.elements[e].parent {
		if e == box {
			return true
		}
		if p.elements[e].depth < p.elements[box].depth {
			return false
		}
	}
	return false
}
