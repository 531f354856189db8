package extract

import (
	"strings"

	"readout/internal/words"
)

// borrowRoles gives a role to people who act without a title: that of the offices which the lead tells of their country,
// or, to a counterpart, that of the person whose counterpart it is.
func (r *reading) borrowRoles(people []*person, alone []mention, a *acting) {
	for _, p := range people {
		if !p.acts {
			continue
		}
		if p.title == nil && p.known >= 0 {
			for _, o := range alone { // The President of Russia apologised
				if o.title.plural || o.title.country != p.country && !(o.title.country == "" && o.sentence >= a.lead && o.sentence <= a.lead+6) || p.role != "" || !o.title.definite && !(o.title.country != "" && o.sentence <= a.lead) {
					continue
				}
				role := r.role(*o.title)
				ws := words.Cut(role)
				for _, t := range r.lex.Persons[p.known].Terms {
					if of := &r.lex.Offices[t.Office]; of.Country == p.country && (o.title.country != "" && similar(ws, of) || strings.EqualFold(role, of.Title) || r.headOfState(*o.title) && of.Kind == "head-of-state") {
						p.title, p.role = o.title, role
						break
					}
				}
			}
		}
		if p.title == nil && p.country == "" {
			r.onlyGuest(p, people, alone)
		}
		if p.title == nil {
			for _, o := range alone {
				if o.sentence > a.lead || o.sentence < a.lead-2 && o.sentence != r.head || !o.title.plural && (o.title.country != p.country || !o.title.definite && o.title.at.from > o.title.head) {
					continue
				}
				switch r.ws[o.title.head].Text {
				case "official", "officials", "delegation", "lawmakers", "lawmaker", "delegates":
					continue
				}
				for _, side := range r.sidesOf(o) {
					if side.code == p.country && p.role == "" && p.country != "" && o.sentence >= a.lead-2 && o.sentence <= a.lead && o.sentence != r.head {
						p.title, p.role = o.title, singular(r.role(*o.title))
					}
				}
			}
			continue
		}
		if !fellow(r.ws[p.title.head].Text) {
			continue
		}
		from, _ := p.byTitle.place()
		best := -1
		for _, q := range people {
			if q == p || !q.acts || q.title == nil || shared(q.role) == "" {
				continue
			}
			for _, m := range q.mentions {
				if m.name.from < from && m.name.from > best {
					best = m.name.from
					p.role, p.roleAt = shared(q.role), q.title
				}
			}
		}
	}
}

// fellow reports whether a word says no more of somebody than that another holds such an office too.
func fellow(w string) bool {
	switch w {
	case "counterpart", "colleague", "peer", "interlocutor", "counterparts", "colleagues", "peers":
		return true
	}
	return false
}

// shared is the part of a role that a counterpart holds too: a foreign minister's is one, of "Deputy Prime Minister and
// Minister of Foreign Affairs" the foreign affairs are. It is "" where no other country need have such an office: a
// "Secretary of State", an "External Affairs Minister".
func shared(role string) string {
	r := strings.ToLower(role)
	if strings.Contains(r, " and ") {
		for at := 0; at < len(role); {
			part := role[at:]
			if n := strings.Index(part, " and "); n >= 0 {
				part = part[:n]
			}
			if p := strings.ToLower(part); strings.Contains(p, "foreign minister") || strings.Contains(p, "foreign affairs") && strings.Contains(p, "minister") {
				return shared(part)
			}
			at += len(part) + len(" and ")
		}
		return ""
	}
	if strings.Count(r, " ") > 4 || strings.Contains(r, "external") || strings.Contains(r, "secretary") {
		return ""
	}
	return role
}

// headOfState reports whether a title is "head of state", which no office is called.
func (r *reading) headOfState(t title) bool {
	return r.ws[t.head].Text == "head" && t.head+2 < t.to && r.ws[t.head+2].Text == "state"
}
