package extract

import "readout/internal/record"

// signature is who signs a statement under its text: a full name in a line of its own, and below it the office: "Henry
// Puna", "Secretary General".
func (r *reading) signature(pub record.Fact[record.Publisher]) *person {
	if pub.Value.Medium {
		return nil
	}
	last := -1
	for s := range r.body {
		if r.body[s] {
			last = s
		}
	}
	ss := r.doc.View.Sentences
	for s := last + 1; last >= 0 && s+1 < len(ss) && s <= last+3; s++ {
		if n := ss[s].To - ss[s].From; n < 2 || n > 6 {
			continue
		}
		var name, office *mention
		here, below := r.mentions(s), r.mentions(s+1)
		if len(here) == 1 && here[0].named() && here[0].title == nil && here[0].name.to == ss[s].To && here[0].name.from <= ss[s].From+2 && r.full(here[0].name) {
			name = &here[0]
		}
		if len(below) > 0 && !below[0].named() && below[0].title.from-ss[s+1].From <= 1 && below[0].title.to >= ss[s+1].To-4 {
			office = &below[0]
		}
		if name == nil || office == nil {
			continue
		}
		m := *name
		m.title = office.title
		if p := r.author(m, office.title, pub); p != nil {
			p.actRule = "signs-statement"
			return p
		}
	}
	return nil
}
