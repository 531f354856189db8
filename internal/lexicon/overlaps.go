package lexicon

// overlaps looks for offices of one that two people surely held at the same time.
func (n *inspector) overlaps(s *shelves) {
	lines := map[string]place{} // of the terms read, by person, office and start
	for _, e := range s.persons {
		for i, t := range e.value.Terms {
			if !e.skip() {
				lines[e.id+" "+e.value.offices[i]+" "+dayText(t.From)] = place{e.file, e.value.lines[i]}
			}
		}
	}
	for o := range n.l.Offices {
		if n.l.Offices[o].Many {
			continue
		}
		hs := n.l.holdings[o]
		for i := range hs {
			for _, later := range hs[i+1:] {
				earlier := hs[i]
				if earlier.Person == later.Person || !overlap(earlier.Term, later.Term) {
					continue
				}
				a, b := &n.l.Persons[earlier.Person], &n.l.Persons[later.Person]
				n.id = b.ID
				at, ok := lines[b.ID+" "+n.l.Offices[o].ID+" "+dayText(later.Term.From)]
				if !ok {
					n.id = a.ID
					at, ok = lines[a.ID+" "+n.l.Offices[o].ID+" "+dayText(earlier.Term.From)]
				}
				if ok {
					n.at = at
					n.fault("%s: %s since %s, while %s was to %s", n.l.Offices[o].ID, b.ID, dayText(later.Term.From), a.ID, dayText(earlier.Term.To))
				}
			}
		}
	}
}

// overlap reports whether the earlier of two terms surely goes on after the later begins; a day of handing over counts
// for both.
func overlap(earlier, later Term) bool {
	if earlier.From.Year == 0 {
		return false
	}
	to, from := first(earlier.To), last(later.From)
	if earlier.To.Year == 0 {
		to = always
	}
	if earlier.About || later.About {
		to, from = shift(to, -slack), shift(from, slack)
	}
	return to > from && (earlier.To.Year != 0 || !earlier.About)
}
