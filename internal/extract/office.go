package extract

import "readout/internal/record"

// offices fills in the lexicon's office that each listed person held on the day, and an id for everybody else.
func (r *reading) offices(rec *record.Record) {
	day := rec.Date.Value.Date.From
	for _, list := range [][]record.Fact[record.Person]{rec.Participants, rec.Mentioned} {
		for i := range list {
			p := &list[i].Value
			if !p.Listed {
				p.ID = Slug(p.Country+" "+p.Name, 0)
				continue
			}
			if lp := r.lex.Person(p.ID); lp != nil {
				best := -1
				for k, t := range lp.Terms {
					if !t.Possible(day) || p.Country != "" && r.lex.Offices[t.Office].Country != p.Country {
						continue
					}
					if best < 0 || similar(p.Role, r.lex.Offices[t.Office].Title) {
						best = k
					}
				}
				if best >= 0 {
					p.Office = r.lex.Offices[lp.Terms[best].Office].ID
				}
			}
		}
	}
}
