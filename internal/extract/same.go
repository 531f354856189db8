package extract

// same returns the person whom a mention names, nil if none is known yet. All words of the shorter name must stand in
// the longer; among several the one with the same title is meant, else the one named last.
func (r *reading) same(people []*person, m mention) *person {
	var room [8]string
	keys := r.appendKeys(room[:0], m.name)
	if len(keys) == 0 {
		return nil
	}
	var best *person
	score := 0
	if id := r.listedAs(m.name); id >= 0 && len(keys) > 1 {
		for _, p := range people {
			for _, o := range p.mentions {
				if r.listedAs(o.name) == id && !sonOf(keys, p.keys) && !sonOf(p.keys, keys) {
					return p
				}
			}
		}
	}
	for _, p := range people {
		if !subset(keys, p.keys) && !(len(p.keys) > 1 && len(keys) > len(p.keys) && subset(p.keys, keys)) {
			continue
		}
		if sonOf(keys, p.keys) || sonOf(p.keys, keys) {
			continue
		}
		s := 1
		if len(keys) == len(p.keys) {
			s += 2
		}
		if len(keys) == 1 {
			// a surname, not a piece of somebody's other name
			if !r.called(keys[0], p) {
				continue
			}
			if m.title != nil {
				for _, q := range p.mentions {
					if q.title != nil && r.ws[q.title.head].Text == r.ws[m.title.head].Text {
						s += 2
						break
					}
				}
				if c := r.countryOf(p); m.title.country != "" && c != "" && m.title.country != c && !r.organisation(c) && !r.organisation(m.title.country) {
					continue
				}
			}
		}
		switch {
		case s > score, s == score && (best == nil || r.nearer(p, best, m)):
			best, score = p, s
		}
	}
	return best
}

// sonOf reports whether the longer of two names is that of the other's son: Hamdan bin Mohamed bin Zayed, of Mohamed bin
// Zayed.
func sonOf(son, father []string) bool {
	for i := 2; i < len(son) && len(father) > 1 && len(son) > len(father); i++ {
		if son[i] != father[0] {
			continue
		}
		if childOf(son[i-1]) {
			return true
		}
	}
	return false
}

// fatherAt reports whether the name at word i is the father's in a longer one: Hamdan bin *Mohamed bin Zayed*.
func (r *reading) fatherAt(i int, n name) bool { return i > n.from && childOf(r.ws[i-1].Text) }

// childOf reports whether a word in a name says whose child somebody is.
func childOf(w string) bool {
	switch w {
	case "bin", "ibn", "ben", "bint", "ould":
		return true
	}
	return false
}

// nearer reports whether p was named closer before a mention than q was.
func (r *reading) nearer(p, q *person, m mention) bool {
	last := func(x *person) int {
		at := -1
		for _, o := range x.mentions {
			if o.sentence != r.head && o.name.from < m.name.from {
				at = max(at, o.name.from)
			}
		}
		return at
	}
	return last(p) > last(q)
}

// listedAs is the one person of the lexicon whose full name stands in a name, -1 if none or several.
func (r *reading) listedAs(n name) int32 {
	for i := n.from; i < n.to; i++ {
		if c := r.cover[i]; c.kind == personName && int(c.from) == i && !r.fatherAt(i, n) && !r.longer(n, c) {
			if len(r.onlyOne) == 0 {
				r.onlyOne = cleared(r.onlyOne, len(r.ws))
			}
			if r.onlyOne[i] == 0 {
				r.onlyOne[i] = -1
				if ids := r.lex.Named(foldedRun(r.ws[c.from:c.to])); len(ids) == 1 {
					r.onlyOne[i] = ids[0] + 1
				}
			}
			if id := r.onlyOne[i]; id > 0 {
				return id - 1
			}
		}
	}
	return -1
}

// called reports whether a person may be called by one word of the name: the first, the last, or one that the lexicon
// tells.
func (r *reading) called(key string, p *person) bool {
	if len(p.keys) < 4 {
		return true
	}
	if key == p.keys[0] || key == p.keys[len(p.keys)-1] || len(key) > 3 {
		return true
	}
	return false
}

// subset reports whether all of a stand in b, in order, each once.
func subset(a, b []string) bool {
	i := 0
	for _, w := range b {
		if i < len(a) && (a[i] == w || near1(a[i], w)) {
			i++
		}
	}
	if i == len(a) {
		return true
	}
	if len(a) == len(b) && len(a) > 1 { // the other order: Kamikawa Yoko, Yoko Kamikawa
		n := 0
		for _, x := range a {
			for _, y := range b {
				if x == y {
					n++
					break
				}
			}
		}
		return n == len(a)
	}
	return false
}

// near1 reports whether two long words differ in one letter: Eizenkot, Eisenkot.
func near1(a, b string) bool {
	if len(a) < 6 || len(a) != len(b) {
		return false
	}
	d := 0
	for i := range a {
		if a[i] != b[i] {
			d++
		}
	}
	return d == 1
}
