package lexicon

import "slices"

// partial is the class of a hit that is one part of a pattern of several: Index is the number of its group, Form the
// part, or banned for what must not be there. None leaves Match.
const (
	partial Class = 255
	banned        = maxParts
)

// join puts together the parts among hits and leaves out what is incomplete; it returns how many hits are left. A
// pattern of several parts stands where its first part was found and reaches to the end of the last.
func (m *Matcher) join(hits []Hit) int {
	if !slices.ContainsFunc(hits, func(h Hit) bool { return h.Class == partial }) {
		return len(hits)
	}
	const usual = 1024
	var room [usual]uint8
	parts := room[:] // found of each group
	if len(m.groups) > usual {
		parts = make([]uint8, len(m.groups))
	}
	for i := range hits {
		if h := &hits[i]; h.Class == partial {
			parts[h.Index] |= 1 << h.Form
		}
	}
	n := 0
	for i := range hits {
		h := hits[i]
		if h.Class == partial {
			g := &m.groups[h.Index]
			if parts[h.Index] != 1<<g.parts-1 || h.Form == banned {
				continue
			}
			parts[h.Index] = 0 // taken
			all := Hit{h.From, h.To, g.ref}
			for _, p := range hits[i+1:] {
				if p.Class == partial && p.Index == h.Index {
					all.To = max(all.To, p.To)
				}
			}
			h = all
		}
		hits[n] = h
		n++
	}
	return n
}
