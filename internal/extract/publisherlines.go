package extract

import (
	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/words"
)

// paperSection finds a medium whose name stands over the page with the part of the paper behind it: "CNN politics",
// "Reuters World", "The Straits Times ASIA".
func (r *reading) paperSection(ws []words.Word) (*lexicon.Publisher, int) {
	if len(ws) < 2 || len(ws) > 6 {
		return nil, 0
	}
	n := len(ws)
	for n > 1 && n > len(ws)-2 && r.lex.ClassOf(ws[n-1].Text)&lexicon.PaperSection != 0 {
		n--
		if p, k := r.lex.PublisherOfLine(ws[:n]); p != nil && k == n && (p.Medium || p.Agency) {
			return p, n
		}
	}
	return nil, 0
}

// mission finds the foreign ministry whose embassy or mission names itself over the page: "Embassy of Japan in the
// Philippines", "British Embassy Kyiv", "Permanent Mission of Pakistan to the United Nations", "Australian High
// Commission, Suva". It returns how many words say so.
func (r *reading) mission(sent document.Sentence) (*lexicon.Publisher, int) {
	if sent.To-sent.From > 14 {
		return nil, 0
	}
	for i := sent.From; i < sent.To && i < sent.From+6; i++ {
		end := i + 1
		switch r.ws[i].Text {
		case "embassy":
		case "commission":
			if i == sent.From || r.ws[i-1].Text != "high" {
				continue
			}
		case "mission":
			if i == sent.From || r.ws[i-1].Text != "permanent" {
				continue
			}
		case "delegation": // of the Union, which has no embassies
			if i != sent.From {
				continue
			}
		default:
			continue
		}
		if !r.capital(i) {
			continue
		}
		of := end
		if of < sent.To && (r.ws[of].Text == "of" || r.ws[of].Text == "for") {
			for of++; of < sent.To && r.ws[of].Text == "the"; of++ {
			}
			if code, c, ok := r.countryAt(of); ok {
				return r.lex.ForeignMinistry(code), int(c.to) - sent.From
			}
			continue
		}
		if code, c, ok := r.countryAt(sent.From); ok && int(c.to) <= i && i-int(c.to) <= 1 {
			return r.lex.ForeignMinistry(code), end - sent.From
		}
	}
	return nil, 0
}

// byAuthor takes the office of the official who signs the release over its text, where nothing on the page tells who
// issued it: "ANTONY J. BLINKEN, SECRETARY OF STATE".
func (r *reading) byAuthor(f record.Fact[record.Publisher], author *person) record.Fact[record.Publisher] {
	if f.Value.ID != "" || author == nil || author.known < 0 || author.title == nil {
		return f
	}
	role := words.Cut(author.role)
	for _, t := range r.lex.Persons[author.known].Terms {
		o := &r.lex.Offices[t.Office]
		if !similar(role, o) {
			continue
		}
		var p *lexicon.Publisher
		switch o.Kind {
		case "foreign-minister":
			p = r.lex.ForeignMinistry(o.Country)
		case "head-of-state", "head-of-government":
			p = r.headOf(o.Country)
		}
		if p == nil {
			continue
		}
		from, to := author.title.from, author.title.to
		return record.Fact[record.Publisher]{Value: record.Publisher{ID: p.ID, Name: p.Name, Country: p.Country}, Rule: "office-of-author",
			Confidence: record.Inferred, Evidence: []record.Evidence{r.evidence(from, to, "office-of-author")}}
	}
	return f
}

// headOf is the office of a country's head of state or government, nil if the lexicon has none or several.
func (r *reading) headOf(country string) *lexicon.Publisher {
	var found *lexicon.Publisher
	for i := range r.lex.Publishers {
		if p := &r.lex.Publishers[i]; p.Country == country && p.Body == "head" {
			if found != nil {
				return nil
			}
			found = p
		}
	}
	return found
}
