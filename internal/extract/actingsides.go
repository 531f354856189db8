package extract

// footnote returns the countries of a line after the lead that holds nothing else: "* Cook Islands, Fiji, Kiribati ...".
func (r *reading) footnote(lead int) []sideRef {
	ss := r.doc.View.Sentences
	if lead+1 >= len(ss) {
		return nil
	}
	var out []sideRef
	for i := ss[lead+1].From; i < ss[lead+1].To; i++ {
		if code, c, ok := r.countryAt(i); ok {
			out = append(out, sideRef{code, run{int(c.from), int(c.to)}, "list-of-countries"})
			i = int(c.to) - 1
			continue
		}
		switch r.ws[i].Text {
		case "and", "the", "of", "federated", "states":
			continue
		}
		return nil
	}
	if len(out) < 3 {
		return nil
	}
	return out
}

// sidesTold reports whether a sentence without people tells of two sides: "consultations between X and Y".
func (r *reading) sidesTold(s int) bool {
	sent := r.doc.View.Sentences[s]
	n := map[string]bool{}
	for i := sent.From; i < sent.To; i++ {
		if code, c, ok := r.countryAt(i); ok {
			n[code] = true
			i = int(c.to) - 1
		}
	}
	return len(n) >= 2
}

// represented returns the countries that a sentence says are represented, too: "Sweden, Denmark and Iceland will also be
// represented by their foreign ministers".
func (r *reading) represented(s int, use []verb) []sideRef {
	var out []sideRef
	sent := r.doc.View.Sentences[s]
	for _, v := range use {
		if v.at < 0 || r.ws[v.at].Text != "represented" {
			continue
		}
		for i := sent.From; i < v.at; i++ {
			if code, c, ok := r.countryAt(i); ok {
				if c.kind == countryName {
					out = append(out, sideRef{code, run{int(c.from), int(c.to)}, "represented"})
				}
				i = int(c.to) - 1
			}
		}
	}
	return out
}

// sidesOf returns the countries of an unnamed official or officials: "the Foreign Ministers of Brazil, Russia and China",
// "South Korean, US and Japanese foreign ministers".
func (r *reading) sidesOf(m mention) []sideRef {
	t := m.title
	if t == nil || t.former || t.own && t.country == "" {
		return nil
	}
	switch r.ws[t.head].Text {
	case "president", "presidents":
		if t.country == "" {
			return nil
		}
	case "member", "members", "head", "chief", "general", "leader", "spokesperson", "spokesman", "spokeswoman":
		return nil
	}
	var out []sideRef
	add := func(code string, c cover) {
		for _, s := range out {
			if s.code == code {
				return
			}
		}
		out = append(out, sideRef{code, run{int(c.from), int(c.to)}, "office-of-country"})
	}
	if t.country != "" && !t.at.empty() {
		add(t.country, r.cover[t.at.from])
	}
	if !t.plural {
		return out
	}
	sent := r.doc.View.Sentences[m.sentence]
	// to the left: A, B and C ministers
	for k := t.from - 1; k >= sent.From; k-- {
		if code, c, ok := r.countryAt(k); ok {
			add(code, c)
			k = int(c.from)
			continue
		}
		if r.ws[k].Text == "and" || r.ws[k].Text == "the" {
			continue
		}
		break
	}
	// to the right: of A, B and C, in brackets and behind repeated offices
	i := t.to
	if i < sent.To && (r.ws[i].Text == "from" || r.ws[i].Text == "of") {
		i++
	}
	if t.at.to > 0 && t.at.from >= t.head || i > t.to {
		for ; i < sent.To; i++ {
			if code, c, ok := r.countryAt(i); ok {
				add(code, c)
				i = int(c.to) - 1
				continue
			}
			switch r.ws[i].Text {
			case "and", "the", "of", "in", "chair":
				continue
			}
			break
		}
	}
	return out
}
