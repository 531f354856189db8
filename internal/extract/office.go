package extract

import (
	"strings"

	"readout/internal/date"
	"readout/internal/record"
	"readout/internal/words"
)

// offices fills in the lexicon's office that each listed person held on the day, and an id for everybody else.
func (r *reading) offices(rec *record.Record) {
	day := rec.Date.Value.Date.From
	var room [12]words.Word
	for _, list := range [][]record.Fact[record.Person]{rec.Participants, rec.Mentioned} {
		for i := range list {
			p := &list[i].Value
			if !p.Listed {
				r.bySurname(&list[i], day)
			}
			if !p.Listed {
				p.ID = Slug(p.Country+" "+p.Name, 0)
				continue
			}
			if lp := r.lex.Person(p.ID); lp != nil {
				role := words.AppendCut(room[:0], p.Role)
				best := -1
				for k, t := range lp.Terms {
					if !t.Possible(day) || p.Country != "" && r.lex.Offices[t.Office].Country != p.Country {
						continue
					}
					if best < 0 || similar(role, &r.lex.Offices[t.Office]) {
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

// bySurname finds in the lexicon somebody whom the text names by surname and title alone: the one person called so who
// held such an office of the country on the day.
func (r *reading) bySurname(f *record.Fact[record.Person], day date.Day) {
	p := &f.Value
	key := words.Fold(p.Name)
	if p.Role == "" || strings.Contains(key, " ") && len(r.lex.Named(key)) > 0 {
		return
	}
	role := words.Cut(p.Role)
	found := int32(-1)
	for _, i := range r.lex.Surnamed(key) {
		for _, t := range r.lex.Persons[i].Terms {
			o := &r.lex.Offices[t.Office]
			if o.Country != p.Country || !t.Possible(day) || !similar(role, o) {
				continue
			}
			if found >= 0 && found != i {
				return
			}
			found = i
		}
	}
	if found >= 0 {
		p.ID, p.Listed = r.lex.Persons[found].ID, true
	}
}
