package extract

import (
	"readout/internal/lexicon"
	"readout/internal/words"
)

// ofCountry notes the country that stands beside a name: "of the Netherlands", "Congo's".
func (r *reading) ofCountry(m *mention, limit int) {
	if m.title != nil {
		if code, at, ok := r.ofProvince(m.title.head, limit); ok {
			m.title.country, m.title.at, m.title.accredit = code, at, ""
			return
		}
	}
	n := m.name
	i := n.to
	if i+1 < limit && r.near(i) && r.ws[i].Text == "of" && !m.poss {
		j := i + 1
		if r.ws[j].Text == "the" && j+1 < limit {
			j++
		}
		if code, c, ok := r.countryAt(j); ok && int(c.from) == j && (c.kind == countryName || c.kind == countryMetonym || c.kind == countryDemonym && int(c.to) < limit && r.is(int(c.to), lexicon.OfficeWord)) {
			m.country, m.at = code, run{j, int(c.to)}
			return
		}
		if code, at, ok := r.houseAbroad(j, limit); ok {
			m.country, m.at = code, at
			return
		}
	}
	if i < limit && r.ws[i].Gap == words.Open && !m.poss { // Anouar Ben Youssef (Tunisia)
		if code, c, ok := r.countryAt(i); ok && int(c.from) == i && c.kind == countryName && (int(c.to) >= limit || r.ws[c.to].Gap >= words.Close) {
			m.country, m.at = code, run{i, int(c.to)}
			return
		}
	}
	from, _ := m.place()
	if code, at, ok := r.countryInRow(m, from); ok {
		m.country, m.at = code, at
		return
	}
	if from > 0 && m.title == nil && r.near(from) && r.ws[from-1].Poss {
		if code, c, ok := r.countryAt(from - 1); ok && c.kind != countryLoose {
			m.country, m.at = code, run{int(c.from), int(c.to)}
		}
	}
}

// ofProvince is the country behind the part of it that an office belongs to: "Deputy Minister of Energy of the Province of
// British Columbia, Canada".
func (r *reading) ofProvince(i, limit int) (code string, at run, ok bool) {
	part := 0
	for k := i + 1; k+2 < limit && k < i+12 && r.near(k); k++ {
		switch r.ws[k].Text {
		case "province", "state", "city", "region", "prefecture", "governorate", "canton":
			if r.ws[k+1].Text == "of" && r.capital(k+2) && (r.ws[k-1].Text == "the" || r.ws[k-1].Text == "of") {
				part = k + 2
			}
		}
	}
	for k := part; part > 0 && k < limit && k < part+4; k++ {
		if r.ws[k].Gap == words.Comma && k > part {
			code, c, ok := r.countryAt(k)
			return code, run{int(c.from), int(c.to)}, ok && c.kind == countryName
		}
		if !r.capital(k) {
			break
		}
	}
	return "", run{}, false
}

// houseAbroad is the country of the ministry that stands behind a name: "X of the Ministry of Foreign Affairs of Brazil".
func (r *reading) houseAbroad(j, limit int) (code string, at run, ok bool) {
	if w := r.ws[j].Text; w != "ministry" && w != "department" && w != "government" {
		return "", run{}, false
	}
	for k := j + 1; k < limit && k < j+9 && r.near(k); k++ {
		if code, c, ok := r.countryAt(k); ok {
			return code, run{int(c.from), int(c.to)}, c.kind == countryName
		}
		if !r.capital(k) && r.ws[k].Text != "of" && r.ws[k].Text != "for" && r.ws[k].Text != "and" && r.ws[k].Text != "the" {
			break
		}
	}
	return "", run{}, false
}
