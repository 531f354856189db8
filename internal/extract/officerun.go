package extract

import (
	"readout/internal/lexicon"
	"readout/internal/words"
)

// tail reads what a connector at word k governs and returns the word after it.
func (r *reading) tail(t *title, conn string, k, limit int) (int, bool) {
	j := k + 1
	for j < limit && r.near(j) && (r.ws[j].Text == "the" || r.ws[j].Text == "its" || r.ws[j].Text == "neighboring" || r.ws[j].Text == "neighbouring") {
		j++
	}
	if j >= limit || !r.near(j) && r.ws[j].Gap != words.Open {
		return 0, false
	}
	if conn == "in" && r.ws[k].Gap == words.Space && (r.ws[j].Text == "office" || r.ws[j].Text == "presidency") && r.capital(j) { // Minister in the Office of the Prime Minister
		if end := r.officeRun(j, limit, t.lower); end > j {
			return end, true
		}
	}
	if conn == "in" { // Ambassador in Tripoli
		head := r.ws[t.head].Text
		if c := r.cover[j]; fellow(head) && c.kind == countryCapital && t.country == "" { // his counterpart in Seoul
			t.country, t.at = r.lex.Countries[c.index].Code, run{j, int(c.to)}
			t.skip = append(t.skip, run{k, int(c.to)})
			return int(c.to), true
		}
		if !postedAbroad(head) || !r.cover[j].kind.country() || int(r.cover[j].from) != j {
			return 0, false
		}
		t.accredit = r.lex.Countries[r.cover[j].index].Code
		return int(r.cover[j].to), true
	}
	// a country straight after: of Latvia, to the United States, for the DPRK
	if code, c, ok := r.countryAt(j); ok && int(c.from) == j && (c.kind == countryName || c.kind == countryLoose && conn == "of") && int(c.to) <= limit {
		end := int(c.to)
		org := end < limit && r.near(end) && r.capital(end) && !r.ws[end-1].Poss && r.officeRun(end, limit, false) > end && r.cover[end].kind != personName && (!r.is(end, lexicon.TitleHead) || r.ws[end].Text == "chairperson") && r.is(end, lexicon.OfficeWord)
		if r.ws[end-1].Poss && conn == "to" && t.country == "" && end < limit && r.titleAhead(end, limit) {
			t.country, t.at = code, run{j, end}
			t.skip = append(t.skip, run{j, end})
			if x := r.officeRun(end, limit, false); x > end {
				return x, true
			}
		}
		if !org {
			switch conn {
			case "of":
				if t.country == "" || t.accredit == "" && t.at.from > t.head {
					t.country, t.at = code, run{j, end}
				} else if r.lex.Countries[c.index].Organisation {
					t.country, t.at = code, run{j, end}
				}
				t.skip = append(t.skip, run{k, end})
			default:
				if r.ws[end-1].Poss { // advisor to Mexico's Secretary of Foreign Affairs
					break
				}
				t.accredit = code
				if conn == "at" {
					t.skip = append(t.skip, run{k, end})
					if t.country == "" {
						t.country, t.at = code, run{j, end}
					}
				}
			}
			if end+0 < limit && r.ws[end].Gap == words.Open && r.cover[end].kind.country() { // (ROK)
				t.skip = append(t.skip, run{end, end + 1})
				end++
			}
			// of Indonesia and ... belongs to the sentence, not to the title
			return end, true
		}
	}
	if conn == "to" && r.ws[j].Case == words.Upper && r.cover[j].kind == uncovered && r.ws[j].End-r.ws[j].Start >= 3 && j+1 < limit && r.ws[j+1].Gap == words.Comma {
		return j + 1, true // Representative of Indonesia to AICHR,
	}
	if conn == "at" || conn == "on" || conn == "to" {
		if !r.capital(j) && !t.lower {
			return 0, false
		}
	}
	end := r.officeRun(j, limit, t.lower)
	if end == j {
		return 0, false
	}
	if conn == "of" && end < limit && r.is(end-1, lexicon.TitleHead) && r.cover[j].kind == countryDemonym && r.near(end) && r.capital(end) && !r.is(end, lexicon.OfficeWord|lexicon.NotName) {
		return 0, false // special envoy of Algerian President Tebboune: whom he is sent by
	}
	// "at the US Department of State", "of the Ministry of Foreign Affairs": the house, not the office
	house := r.houseOf(j, end)
	for x := j; x < end; x++ {
		if code, c, ok := r.countryAt(x); ok {
			if (conn == "of" || conn == "at" || house) && c.kind != countryLoose && !(conn == "for") && (t.country == "" || r.lex.Countries[c.index].Organisation && conn == "of") {
				t.country, t.at = code, run{int(c.from), int(c.to)}
			}
			if !r.lex.Countries[c.index].Organisation && c.kind != countryMetonym && (conn == "of" || conn == "at") {
				sk := run{int(c.from), int(c.to)}
				if sk.from > j && r.ws[sk.from-1].Text == "of" {
					sk.from--
				}
				t.skip = append(t.skip, sk)
			}
			x = int(c.to) - 1
		}
	}
	if house && conn == "at" {
		t.skip = append(t.skip, run{k, end})
	}
	return end, true
}

// houseOf reports whether words from..to name a ministry or department as a whole.
func (r *reading) houseOf(from, to int) bool {
	for i := from; i < to; i++ {
		switch r.ws[i].Text {
		case "ministry", "department", "mofa", "mfa", "embassy":
			return true
		}
	}
	return false
}

// officeRun returns the end of the run of words from j that name a field or a body: "Foreign Affairs and Trade",
// "the Office of Intergovernmental Affairs". It ends before a person's name.
func (r *reading) officeRun(j, limit int, lower bool) int {
	end := j
	for i := j; i < limit; i++ {
		w := r.ws[i]
		if i > j && !r.near(i) {
			// Foreign Affairs, Regional Integration and Trade; (GCC)
			if w.Gap == words.Comma && end == i && r.capital(i) && r.is(i, lexicon.OfficeWord) && !r.is(i, lexicon.TitleHead) && r.cover[i].kind != personName && !r.titleAhead(i, limit) {
				end = i + 1
				continue
			}
			break
		}
		if c := r.cover[i]; c.kind == personName && (i > j || int(c.from) == i) {
			break
		}
		if c := r.cover[i]; c.kind == countryMetonym && int(c.from) == i { // European External Action Service
			i = int(c.to) - 1
			end = i + 1
			continue
		}
		if c := r.cover[i]; c.kind.country() && c.kind != countryLoose && int(c.from) == i {
			if c.kind == countryDemonym || c.kind == countryName && (r.lex.Countries[c.index].Organisation || i == j || r.ws[i-1].Text == "of" || r.ws[i-1].Text == "the" || r.ws[i-1].Text == "and" || r.ws[i-1].Text == "for") {
				// a country's name ends the run unless an office word follows
				i = int(c.to) - 1
				if c.kind == countryDemonym && i+1 < limit && !r.is(i+1, lexicon.OfficeWord|lexicon.TitleModifier) && r.ws[i+1].Text != "and" {
					break
				}
				end = i + 1
				if r.ws[i].Poss {
					continue
				}
				continue
			}
			break
		}
		if w.Case == words.Lower {
			if w.Text == "of" && i > j {
				x := i + 1
				if x < limit && r.ws[x].Text == "the" {
					x++
				}
				if x < limit && (r.cover[x].kind == countryName || r.cover[x].kind == countryMetonym) && int(r.cover[x].from) == x {
					break
				}
			}
			switch w.Text {
			case "of", "for", "the", "and", "on", "to", "with", "in", "between", "s":
				continue // part of it if an office word follows
			}
			if lower && r.is(i, lexicon.OfficeWord) {
				end = i + 1
				continue
			}
			break
		}
		if r.givenName(i) {
			break
		}
		if r.is(i, lexicon.TitleHead) && !r.is(i, lexicon.OfficeWord) || r.is(i, lexicon.TitleHead) && r.afterAnd(i) {
			// Director of X and Foreign Minister: another title begins
			if !(r.ws[i].Text == "president" || r.ws[i].Text == "presidency" || r.ws[i].Text == "secretary" || r.ws[i].Text == "governors" || r.ws[i].Text == "representatives" || r.ws[i].Text == "directors" || r.ws[i].Text == "chiefs" || r.ws[i].Text == "minister") || r.afterAnd(i) {
				break
			}
			end = i + 1
			if end < limit && r.near(end) && r.ws[end].Text == "general" {
				i = end
				end++
			}
			continue
		}
		if w.Number {
			break
		}
		if r.is(i, lexicon.OfficeWord) {
			if r.afterAnd(i) && r.titleAhead(i, limit) {
				break
			}
			end = i + 1
			continue
		}
		// an unknown capitalised word counts if an office word follows in the same run
		known := false
		for x := i + 1; x < limit && r.near(x) && x < i+5; x++ {
			if r.cover[x].kind == personName {
				break
			}
			if r.is(x, lexicon.OfficeWord) && r.capital(x) && !r.is(x, lexicon.TitleHead) {
				known = true
				break
			}
			if !r.capital(x) && r.ws[x].Text != "of" && r.ws[x].Text != "and" && r.ws[x].Text != "for" && r.ws[x].Text != "the" {
				break
			}
		}
		if known && r.class[i]&(lexicon.GivenName) == 0 {
			continue
		}
		break
	}
	return end
}

// afterAnd reports whether "and" stands before word i.
func (r *reading) afterAnd(i int) bool { return i > 0 && r.ws[i-1].Text == "and" }

// titleAhead reports whether word i and the capitalised words behind it lead to the head of another title.
func (r *reading) titleAhead(i, limit int) bool {
	for ; i < limit; i++ {
		if r.is(i, lexicon.TitleHead) && r.ws[i].Text != "general" && !r.givenName(i) {
			return true
		}
		if !r.is(i, lexicon.TitleModifier|lexicon.OfficeWord) && !r.cover[i].kind.country() || i+1 < limit && !r.near(i+1) {
			return false
		}
	}
	return false
}

// postedAbroad reports whether a title's head is of somebody who is sent to a country, so that "in" leads to that.
func postedAbroad(head string) bool {
	switch head {
	case "ambassador", "consul", "charge", "coordinator", "representative", "commissioner":
		return true
	}
	return false
}
