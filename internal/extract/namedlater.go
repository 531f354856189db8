package extract

// headNamedLater lets a listed head of state take part whom the lead tells by the office alone and a later sentence names:
// "The head of state met with ... Kassym-Jomart Tokayev thanked his guest".
func (r *reading) headNamedLater(people []*person, alone []mention, a *acting, mark func(i int, rule string, s int)) {
	for _, o := range alone {
		if o.sentence != a.lead || o.title.country != "" || !o.title.definite || o.title.plural || !r.headOfState(*o.title) && r.ws[o.title.head].Text != "president" {
			continue
		}
		found := -1
		for i, p := range people {
			if p.acts || p.known < 0 || p.title != nil && r.ws[p.title.head].Text != "president" {
				continue
			}
			for _, t := range r.lex.Persons[p.known].Terms {
				if of := &r.lex.Offices[t.Office]; of.Kind == "head-of-state" && of.Country == p.country && p.mentions[0].sentence > a.lead && p.mentions[0].sentence <= a.lead+3 {
					if found >= 0 && found != i {
						return
					}
					found = i
				}
			}
		}
		if found >= 0 {
			mark(found, "office-told-before", people[found].mentions[0].sentence)
		}
	}
}

// counterpartNamedLater lets the one take part whom the lead calls a counterpart, a guest or a host and one of the next
// sentences begins with: "told his visiting counterpart on Monday. Cho Tae-yul, who took office in January, ...".
func (r *reading) counterpartNamedLater(people []*person, alone []mention, a *acting, mark func(i int, rule string, s int)) {
	sides := map[string]bool{}
	for _, p := range people {
		if p.acts {
			sides[p.country] = true
		}
	}
	if a.lead < 0 || len(sides) != 1 {
		return
	}
	for _, o := range alone {
		if o.sentence != a.lead || !o.title.own || o.title.plural || o.title.country != "" {
			continue
		}
		if !fellow(r.ws[o.title.head].Text) {
			continue
		}
		ss := r.doc.View.Sentences
		for s := a.lead + 1; s <= a.lead+2 && s < len(ss); s++ {
			for i, p := range people {
				if from, _ := p.mentions[0].place(); !p.acts && p.country != "" && !sides[p.country] && p.mentions[0].sentence == s && from <= ss[s].From+1 {
					mark(i, "office-told-before", s)
					return
				}
			}
		}
	}
}

// unnamedSides lets people take part who are named only after the event was told of their offices: "The foreign
// ministers of Rwanda and the Congo signed ... Rwanda's Olivier Nduhungirehe pledged".
func (r *reading) unnamedSides(people []*person, a *acting, mark func(i int, rule string, s int)) {
	if a.lead < 0 {
		return
	}
	acted := map[string]bool{}
	for _, p := range people {
		if p.acts {
			acted[p.country] = true
		}
	}
	for _, side := range a.sides {
		if acted[side.code] {
			continue
		}
		for i, p := range people {
			if p.country != side.code || p.acts {
				continue
			}
			m := p.mentions[0]
			if m.sentence > a.lead+3 || m.poss || r.absent(m, r.doc.View.Sentences[m.sentence].From, r.doc.View.Sentences[m.sentence].To) {
				continue
			}
			mark(i, "office-told-before", m.sentence)
			break
		}
	}
}

// onlyGuest gives the one person who acts without title and country the office that the headline tells alone: "Prime
// Minister receives Ambassador of Belgium".
func (r *reading) onlyGuest(p *person, people []*person, alone []mention) {
	for _, q := range people {
		if q != p && q.acts && q.title == nil && q.country == "" {
			return
		}
	}
	for _, o := range alone {
		if o.sentence != r.head || o.title.plural || o.title.country == "" {
			continue
		}
		free := true
		for _, q := range people {
			free = free && !(q.acts && q.country == o.title.country)
		}
		if free {
			p.title, p.role, p.country, p.how = o.title, r.role(*o.title), o.title.country, "office-in-headline"
			return
		}
	}
}
