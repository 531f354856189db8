package extract

import (
	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/words"
	"strings"
)

// namedSite takes the name over the page for that of a publisher whom the lexicon does not know: a paper, an agency, a
// broadcaster by its name.
func (r *reading) namedSite() record.Fact[record.Publisher] {
	for i := range r.doc.Blocks {
		b := &r.doc.Blocks[i]
		if b.Kind == document.Headline || b.Kind.Body() {
			break
		}
		if b.Kind != document.SiteName || b.Rule == "portfolio" || b.Rule == "behind-headline" {
			continue
		}
		name := strings.TrimSpace(r.doc.View.Text[b.Start:b.End])
		if len(name) > 60 || strings.ContainsAny(name, "|>»\t") || strings.Contains(name, "  ") {
			continue
		}
		ws := words.Cut(name)
		if len(ws) > 0 && opensMinistry(ws[0].Text) {
			if country := r.countryOverText(); country != "" {
				return record.Fact[record.Publisher]{Value: record.Publisher{ID: Slug(country+" "+name, 0), Name: name, Country: country},
					Rule: "ministry-over-the-page", Confidence: record.Inferred,
					Evidence: []record.Evidence{evidenceAt(r.doc, b.Start, b.End, "ministry-over-the-page")}}
			}
		}
		if len(ws) == 0 || len(ws) > 6 || ws[0].Case == words.Lower || r.ofState(ws) {
			continue
		}
		for k := range ws {
			switch ws[k].Text {
			case "times", "herald", "post", "daily", "gazette", "tribune", "guardian", "observer", "chronicle", "standard", "star", "sun", "mirror",
				"journal", "news", "newspaper", "express", "press", "broadcasting", "telegraph", "monitor", "independent", "mail",
				"courier", "bulletin", "review", "today", "tv", "radio", "nation", "citizen", "examiner", "sentinel", "voice", "weekly", "online":
				id := strings.TrimPrefix(Slug(name, 0), "the-")
				return record.Fact[record.Publisher]{Value: record.Publisher{ID: id, Name: name, Medium: true}, Rule: "name-over-the-page",
					Confidence: record.Uncertain, Evidence: []record.Evidence{evidenceAt(r.doc, b.Start, b.End, "name-over-the-page")}}
			}
		}
	}
	return record.Fact[record.Publisher]{}
}

// ministryBelow is the foreign ministry of the country that a line of its own names below that of another's ministry:
// "Ministry of External Affairs" over "Sri Lanka". It is nil for most.
func (r *reading) ministryBelow(s int, p *lexicon.Publisher) *lexicon.Publisher {
	if p.Body != "foreign-ministry" || s+1 >= len(r.doc.View.Sentences) {
		return nil
	}
	if code := r.countryLine(r.doc.View.Sentences[s+1]); code != "" && code != p.Country {
		return r.lex.ForeignMinistry(code)
	}
	return nil
}

// countryLine is the country that is all of a sentence, "" for others.
func (r *reading) countryLine(sent document.Sentence) string {
	if sent.From == sent.To {
		return ""
	}
	if code, c, ok := r.countryAt(sent.From); ok && c.kind == countryName && int(c.from) == sent.From && int(c.to) == sent.To {
		return code
	}
	return ""
}

// opensMinistry reports whether a line that begins with a word names a ministry or the like.
func opensMinistry(first string) bool {
	return first == "ministry" || first == "department" || first == "ministerio" || first == "ministere"
}

// ofState reports whether words name an office of a state or an organisation of states.
func (r *reading) ofState(ws []words.Word) bool {
	for i := range ws {
		switch ws[i].Text {
		case "ministry", "department", "embassy", "office", "bureau", "government", "council", "commission", "presidency", "republic", "kingdom", "secretariat",
			"affairs", "delegation", "mission", "nations", "union":
			return true
		}
	}
	return false
}

// homeMinistry finds the foreign ministry behind a page that names none, or only "Ministry of Foreign Affairs": that of
// the country whose site it is, or of the official who is named without a country, as only his own ministry does.
func (r *reading) homeMinistry(f record.Fact[record.Publisher], people []*person) record.Fact[record.Publisher] {
	known := f.Value.ID != ""
	if known {
		p := r.lex.Publisher(f.Value.ID)
		if p == nil || p.Body == "foreign-ministry" || p.Medium || p.Agency || p.Body == "head" || p.Body == "organisation" {
			return f
		}
	}
	at, ok := r.bareMinistry()
	country := f.Value.Country
	if country == "" {
		country = r.countryOverText()
	}
	if country == "" {
		if len(people) > 0 {
			if p := people[0]; p.known >= 0 && p.title != nil && p.title.country == "" && p.byTitle.country == "" && p.byTitle.sentence != r.head {
				country = r.countryInLexicon(p, "")
			}
		}
	}
	if country == "" || !ok {
		return f
	}
	m := r.lex.ForeignMinistry(country)
	if m == nil {
		return f
	}
	return record.Fact[record.Publisher]{Value: record.Publisher{ID: m.ID, Name: m.Name, Country: m.Country}, Rule: "ministry-of-own-country",
		Confidence: record.Inferred, Evidence: []record.Evidence{r.evidence(at.from, at.to, "ministry-of-own-country")}}
}

// countryOverText is the one country that lines over the headline name: "Government of the People's Republic of
// Bangladesh".
func (r *reading) countryOverText() string {
	found := ""
	above := false // whether the line before names an office
	for s, sent := range r.doc.View.Sentences {
		if s == r.head || r.body[s] {
			break
		}
		office := above && r.countryLine(sent) != "" // Norway, below its ministry
		above = false
		for i := sent.From; i < sent.To; i++ {
			switch r.ws[i].Text {
			case "government", "republic", "kingdom", "ministry", "state", "federation", "office", "governo", "gobierno", "gouvernement":
				office, above = true, true
			}
		}
		for i := sent.From; i < sent.To && office; i++ {
			if code, c, ok := r.countryAt(i); ok && c.kind == countryName {
				if found != "" && found != code {
					return ""
				}
				found = code
				i = int(c.to) - 1
			}
		}
	}
	return found
}

// bareMinistry finds a line over the text that names a foreign ministry without its country ("Ministry of Foreign
// Affairs", "From Department of Foreign Affairs"), or where the text speaks of the ministry as its own.
func (r *reading) bareMinistry() (run, bool) {
	best := run{}
	for _, sent := range r.doc.View.Sentences {
		text := r.doc.Blocks[sent.Block].Kind.Text()
		for i := sent.From; i < sent.To; i++ {
			end := r.foreignMinistry(i, sent.To)
			if end == 0 {
				continue
			}
			if !text && sent.To-sent.From <= 12 {
				return run{i, end}, true
			}
			own := (end >= sent.To || r.ws[end].Text != "of" && r.ws[end].Text != "in") && i > sent.From && r.ws[i-1].Text == "the"
			if own && best.empty() {
				best = run{i, end}
			}
		}
	}
	return best, !best.empty()
}

// foreignMinistry returns the end of a foreign ministry's name that begins at word i, 0 if none does: "Ministry of Foreign
// Affairs", "Federal Department of Foreign Affairs", and in a heading "Foreign Affairs" alone.
func (r *reading) foreignMinistry(i, limit int) int {
	k := i
	if r.ws[k].Text == "federal" {
		k++
	}
	if k+3 < limit && (r.ws[k].Text == "ministry" || r.ws[k].Text == "department") && (r.ws[k+1].Text == "of" || r.ws[k+1].Text == "for") {
		k += 2
	} else if k != i || !r.capital(i) || r.doc.Blocks[r.doc.View.Sentences[max(r.sentenceOf(i), 0)].Block].Kind.Text() || r.sentenceOf(i) == r.head {
		return 0
	}
	if k+1 < limit && (r.ws[k].Text == "foreign" || r.ws[k].Text == "external" || r.ws[k].Text == "exterior") && (r.ws[k+1].Text == "affairs" || r.ws[k+1].Text == "relations") && r.capital(k) {
		return k + 2
	}
	return 0
}
