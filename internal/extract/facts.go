package extract

import (
	"fmt"
	"path"

	"readout/internal/record"
	"readout/internal/words"
)

// peopleFacts writes people as facts: those who take part, and all others.
func (r *reading) peopleFacts(people []*person) (acting, mentioned []record.Fact[record.Person]) {
	var room [8]string
	for _, p := range people {
		f := record.Fact[record.Person]{Value: record.Person{Name: p.name, Role: p.role, Country: p.country}, Confidence: record.Certain}
		if p.known >= 0 {
			f.Value.ID, f.Value.Listed = r.lex.Persons[p.known].ID, true
		}
		f.Evidence = make([]record.Evidence, 0, min(len(p.mentions), 12)+1)
		for _, m := range p.mentions {
			if len(f.Evidence) >= 12 {
				break
			}
			rule := "surname"
			if r.full(m.name) {
				rule = "full-name"
			}
			if !commonWord(r.appendKeys(room[:0], m.name), p.keys) { // spelt otherwise
				continue
			}
			f.Evidence = append(f.Evidence, r.evidence(m.name.from, m.name.to, rule))
		}
		at := p.title
		if p.roleAt != nil {
			at = p.roleAt
		}
		if at != nil && p.role != "" {
			if to := r.titleEvidence(p, *at); to > 0 {
				f.Evidence = append(f.Evidence, r.evidence(at.from, to, "title"))
			}
		}
		if len(f.Evidence) == 0 {
			f.Evidence = nil
		}
		switch p.how {
		case "publisher", "place-in-sentence", "lexicon", "office", "list":
			f.Confidence = record.Inferred
		}
		if p.acts {
			f.Rule = p.actRule
			acting = append(acting, f)
			continue
		}
		f.Rule = "mentioned"
		mentioned = append(mentioned, f)
	}
	return acting, mentioned
}

// titleEvidence returns where the words end that tell a role: those of the title, and with a title of many, as in
// "ambassadors A and B", those up to the name, so that the words hold one of the role or of the name. 0: there are none.
func (r *reading) titleEvidence(p *person, at title) int {
	var room [12]words.Word
	role := words.AppendCut(room[:0], p.role)
	for k := at.from; k < at.to; k++ {
		for i := range role { // left as it is in the role: not "presidents" of a president
			if role[i].Text == r.ws[k].Text {
				return at.to
			}
		}
	}
	for _, m := range p.mentions {
		if m.name.from >= at.to && m.sentence == r.sentenceOf(at.from) {
			return m.name.to
		}
	}
	return 0
}

// commonWord reports whether two names have a word in common.
func commonWord(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

// peopleDoubts tells for whom somebody who takes part may act, where the text does not say so.
func (r *reading) peopleDoubts(people []*person, pub record.Fact[record.Publisher]) []record.Doubt {
	var out []record.Doubt
	file := path.Base(r.doc.Source.Name)
	for _, p := range people {
		if !p.acts || p.country != "" && p.how != "place-in-sentence" {
			continue
		}
		m := p.mentions[0]
		ev := []record.Evidence{r.evidence(m.name.from, m.name.to, "full-name")}
		settle := fmt.Sprintf("- {release: %q, field: participants, add: {name: %q, role: %q, country: %s}, why: \"\"}", file, p.name, p.role, orDash(p.country))
		if p.country == "" {
			out = append(out, record.Doubt{Field: "participants", Message: "The text does not tell for which country " + p.name + " acts.", Evidence: ev, Settle: settle})
		} else {
			out = append(out, record.Doubt{Field: "participants", Message: p.name + " is taken to act for " + r.countryName(p.country) + ", the country named just before.", Evidence: ev, Settle: settle})
		}
	}
	if !pub.Known() {
		out = append(out, record.Doubt{Field: "publisher", Message: "Nothing on the page tells who published it.",
			Settle: fmt.Sprintf("- {release: %q, field: publisher, set: \"\", why: \"\"}", file)})
	}
	return out
}

func (r *reading) countryName(code string) string {
	if c := r.lex.Country(code); c != nil {
		return c.Name
	}
	return code
}

func orDash(s string) string {
	if s == "" {
		return "\"\""
	}
	return s
}
