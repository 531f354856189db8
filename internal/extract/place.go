package extract

import (
	"readout/internal/lexicon"
	"readout/internal/words"
)

// placeOf is the town where the event of a sentence took place, as the text writes it: "met in Seoul", "in Sharm
// el-Sheikh". Only the main clause tells it; a country alone is no place. "" if none is told.
func (r *reading) placeOf(s int) string {
	if s < 0 {
		return ""
	}
	sent := r.doc.View.Sentences[s]
	parts := r.clauses(s)
	var ts []title
	for i := sent.From + 1; i < sent.To; i++ {
		if r.ws[i-1].Text != "in" && r.ws[i-1].Text != "at" || r.ws[i-1].Case == words.Upper || !r.near(i) || !r.capital(i) || parts[i-sent.From] != mainClause {
			continue
		}
		if ts == nil {
			ts = r.titles(sent.From, sent.To, make([]title, 0, 4))
		}
		if withinTitle(ts, i) {
			continue
		}
		c := r.cover[i]
		if c.kind == countryCapital && int(c.from) == i {
			return r.shown(i, int(c.to))
		}
		if r.ws[i-1].Text == "at" || c.kind != uncovered || !r.town(i) {
			continue
		}
		end := i + 1
		if end+1 < sent.To && r.ws[end].Text == "el" && r.near(end) && r.near(end+1) { // Sharm el-Sheikh
			end += 2
		}
		for end < sent.To && end < i+3 && r.near(end) && r.town(end) && r.capital(end) && r.cover[end].kind == uncovered && !r.ws[end-1].Poss {
			end++
		}
		if !r.ws[end-1].Poss {
			return r.shown(i, end)
		}
	}
	return ""
}

// town reports whether a capitalised word may be a town's name: no month, office, body or event.
func (r *reading) town(i int) bool {
	switch r.ws[i].Text {
	case "new", "san", "los", "las", "port", "cape", "saint", "santa", "el":
		return true
	}
	return !r.ws[i].Number && len(r.ws[i].Text) > 2 && !r.is(i, lexicon.NotName|lexicon.OfficeWord|lexicon.TitleHead|lexicon.TitleModifier|lexicon.EventNoun|lexicon.Act|lexicon.Say)
}
