package extract

import (
	"readout/internal/lexicon"
	"readout/internal/words"
)

// tied reports whether a later sentence tells of the same people: one who acts already is in it, or a pronoun or a
// title that means one.
func (r *reading) tied(s int, sc scene, a acting, ms []mention, people []*person) bool {
	for _, o := range a.scenes {
		for _, i := range o.people {
			if contains(sc.people, i) {
				return true
			}
		}
	}
	named := 0
	for _, o := range a.scenes {
		if !o.headline {
			named += len(o.people)
		}
		for _, i := range o.people { // the Secretary General
			for _, m := range ms {
				if t := people[i].title; !m.named() && t != nil && m.title.definite && r.ws[m.title.head].Text == r.ws[t.head].Text {
					return true
				}
			}
		}
	}
	if named == 0 {
		return true
	}
	sent := r.doc.View.Sentences[s]
	for i := sent.From; i < sent.To; i++ {
		switch r.ws[i].Text {
		case "his", "her":
			for k := i + 1; k < sent.To && k <= i+2; k++ {
				if r.is(k, lexicon.EventNoun) {
					return true
				}
			}
		case "the":
			if i+1 < sent.To && (r.is(i+1, lexicon.EventNoun) || r.ws[i+1].Text == "signing" || r.ws[i+1].Text == "session" || r.ws[i+1].Text == "event") {
				return true
			}
		case "he", "she", "him", "they", "them", "both", "two", "three", "four", "ministers", "sides", "delegation", "delegations", "leaders", "together", "also", "among", "joined", "accompanied", "present", "part", "team", "guest", "guests", "visitor", "visitors", "host", "hosts":
			return true
		case "head":
			if i > sent.From && r.ws[i-1].Text == "the" { // the Head of State
				return true
			}
		case "minister", "secretary", "president", "chancellor", "premier", "commissioner", "representative":
			if i > sent.From && r.ws[i-1].Text == "the" && (i+1 >= sent.To || !r.capital(i+1)) {
				return true
			}
		}
	}
	return false
}

// longAgo reports whether a sentence tells of another time than the release: "in January 2018" where later years are
// spoken of, "last year", "two years ago".
func (r *reading) longAgo(s int) bool {
	sent := r.doc.View.Sentences[s]
	for i := sent.From; i < sent.To; i++ {
		switch w := r.ws[i]; {
		case i == sent.From && w.Text == "in" && i+2 < sent.To && r.ws[i+1].Text == "that" && r.ws[i+2].Text == "year":
			return true
		case w.Text == "in" && i+1 < sent.To && r.otherMonth(i+1, sent.To):
			return true
		case w.Text == "ago" && i > sent.From+1:
			switch r.ws[i-1].Text {
			case "year", "years", "month", "months":
				return true
			}
		case w.Text == "last" && i+1 < sent.To:
			switch r.ws[i+1].Text {
			case "year", "month", "week", "spring", "summer", "autumn", "winter":
				return true
			}
		case w.Number && len(w.Text) == 4 && i > sent.From && (w.Text[:2] == "19" || w.Text[:2] == "20") && w.Text < r.lastYear():
			switch r.ws[i-1].Text {
			case "in", "since", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november":
				return true
			}
			if r.ws[i-1].Number && i > sent.From+1 && !r.ws[i-2].Number {
				return r.ws[i-2].Text != "december" && r.ws[i-2].Text != "dec" // the turn of the year
			}
		}
	}
	return false
}

// otherMonth reports whether word i is a month without a day or a year that is not one of those that the lines around the text
// name: "when they met in June", where the release is of November.
func (r *reading) otherMonth(i, limit int) bool {
	if r.ws[i].Case != words.Title || englishMonth(&r.ws[i]) == 0 || i+1 < limit && r.ws[i+1].Number {
		return false
	}
	for k := i - 1; k >= 0 && k > i-40 && r.ws[k+1].Gap != words.Break; k-- {
		switch r.ws[k].Text {
		case "will", "would", "due", "expected", "scheduled", "planned":
			return false // what is to come
		}
	}
	named := false
	for s, sent := range r.doc.View.Sentences {
		if r.body[s] {
			continue
		}
		for k := sent.From; k < sent.To; k++ {
			if m := englishMonth(&r.ws[k]); m > 0 && r.ws[k].Case != words.Lower {
				if m == englishMonth(&r.ws[i]) {
					return false
				}
				named = true
			}
		}
	}
	return named
}

// lastYear is the latest year that the lines around the text name, the year of the release, "" if they name none.
func (r *reading) lastYear() string {
	if r.year == nil {
		last := ""
		for s, sent := range r.doc.View.Sentences {
			if r.body[s] && s > r.opening() {
				continue
			}
			for i := sent.From; i < sent.To; i++ {
				if w := r.ws[i]; w.Number && len(w.Text) == 4 && w.Text[:2] == "20" && w.Text > last && w.Text < "2100" && i > sent.From {
					last = w.Text
				}
			}
		}
		r.year = &last
	}
	return *r.year
}

// agreement is the verb of an opening sentence in which two named people do something together: "A and B agreed
// Wednesday to make the alliance stronger".
func (r *reading) agreement(s int, ms []mention, parts []clause) []verb {
	sent := r.doc.View.Sentences[s]
	for i := sent.From; i < sent.To; i++ {
		if parts[i-sent.From] != mainClause || r.ws[i].Case != words.Lower {
			continue
		}
		switch r.ws[i].Text {
		case "agreed", "agree", "discussed", "discuss", "vowed", "vow", "pledged", "reaffirmed", "concurred", "exchanged", "reviewed", "decided":
		default:
			continue
		}
		n := 0
		for _, m := range ms {
			if m.named() && !m.poss && m.name.to <= i {
				n++
			}
		}
		if n >= 2 {
			return []verb{{at: i, contact: true}}
		}
		return nil
	}
	return nil
}

// eventBetween is the event that a sentence without another verb tells of: "The announcement came at the end of talks in
// Delhi between A and B".
func (r *reading) eventBetween(s int, parts []clause) []verb {
	sent := r.doc.View.Sentences[s]
	for i := sent.From; i < sent.To; i++ {
		if parts[i-sent.From] != mainClause || r.ws[i].Case != words.Lower {
			continue
		}
		switch r.ws[i].Text {
		case "talks", "meeting", "call", "conversation", "consultations", "discussions", "summit":
		default:
			continue
		}
		for k := i + 1; k < sent.To && k < i+9; k++ {
			if r.ws[k].Text == "between" && parts[k-sent.From] == mainClause && r.personNext(k+1, sent.To) {
				return []verb{{at: k, contact: true}}
			}
		}
	}
	return nil
}

// officeSubject is the person whom an office alone means that is the subject of the verb at word v: "said Minister Jacek
// Czaputowicz. The head of Polish diplomacy was host to". It is who was named last, under a title like it.
func (r *reading) officeSubject(s, v int, ms []mention, people []*person) (int, bool) {
	sent := r.doc.View.Sentences[s]
	for _, m := range ms {
		from, to := m.place()
		if m.named() {
			if from < v {
				return 0, false
			}
			continue
		}
		if !m.title.definite || m.title.plural || to > v || from > sent.From+2 {
			continue
		}
		i, ok := lastSubject(people, sent.From)
		if !ok || people[i].title == nil || m.title.country != "" && m.title.country != people[i].country {
			return 0, false
		}
		head := r.ws[m.title.head].Text
		return i, head == r.ws[people[i].title.head].Text || head == "head" || head == "chief" || head == "diplomat"
	}
	return 0, false
}

// pronounSubject reports whether "he" or "she" is the subject of the verb at word v of a sentence.
func (r *reading) pronounSubject(s, v int) bool {
	for i := r.doc.View.Sentences[s].From; i < v; i++ {
		if r.ws[i].Text == "he" || r.ws[i].Text == "she" {
			return true
		}
	}
	return false
}

// pluralSubject reports whether "they", "the two" or "both" is the subject of the verb at word v of a sentence.
func (r *reading) pluralSubject(s, v int) bool {
	for i := r.doc.View.Sentences[s].From; i < v; i++ {
		switch r.ws[i].Text {
		case "they", "both", "two", "ministers", "leaders":
			return true
		}
	}
	return false
}

// namedBefore returns the people with a title who are named in the last sentence before s that names any, and not as
// somebody's owner.
func namedBefore(people []*person, s, at int) []int {
	best := -1
	for _, p := range people {
		for _, m := range p.mentions {
			if m.name.from < at && m.sentence < s && m.title != nil && !m.poss {
				best = max(best, m.sentence)
			}
		}
	}
	var out []int
	for i, p := range people {
		for _, m := range p.mentions {
			if m.sentence == best && m.title != nil && !m.poss {
				out = appendIndex(out, i)
			}
		}
	}
	return out
}

// lastSubject returns the person who is named first in the last sentence before word at that names anybody.
func lastSubject(people []*person, at int) (int, bool) {
	best, from, sentence := -1, 0, -1
	for i, p := range people {
		for _, m := range p.mentions {
			if m.name.from >= at || m.sentence < sentence || m.poss {
				continue
			}
			if m.sentence > sentence || m.name.from < from {
				best, from, sentence = i, m.name.from, m.sentence
			}
		}
	}
	return best, best >= 0
}

// spokenOf reports whether a mention stands in "the summit between A and B" or "the summit of A and B": an event that
// was only talked about.
func (r *reading) spokenOf(m mention, from int) bool {
	start, _ := m.place()
	for k := start - 1; k > from && k > start-12; k-- {
		switch {
		case r.ws[k].Text == "between":
			return r.ws[k-1].Text != "held" && r.ws[k-1].Text != "place" // a meeting was held between
		case r.ws[k].Case == words.Lower && r.ws[k].Text != "and" && r.ws[k].Text != "the" && r.ws[k].Text != "of" && !r.is(k, lexicon.Particle):
			return false
		}
	}
	return false
}
