package extract

import (
	"readout/internal/lexicon"
	"readout/internal/words"
)

// conferenceSpeakers lets all take part who speak at a conference: people with a title who are the subject of a verb of
// saying in a main clause, and no spokesperson.
func (r *reading) conferenceSpeakers(people []*person, a *acting, mark func(i int, rule string, s int)) {
	for i, p := range people {
		if p.acts || p.title == nil {
			continue
		}
		m := p.mentions[0]
		sent := r.doc.View.Sentences[m.sentence]
		if m.sentence == r.head || m.title == nil || r.absent(m, sent.From, sent.To) {
			continue
		}
		parts := r.clauses(m.sentence)
		from, to := m.place()
		to = max(to, m.at.to)
		if c := parts[from-sent.From]; c != mainClause && !(c == inRelative && r.byAtConference(from, sent.From)) {
			continue
		}
		if r.byAtConference(from, sent.From) || r.namesSpeakers(sent.From, from) {
			mark(i, "speaks-at-conference", m.sentence)
			continue
		}
		for k := to; k < sent.To && k < to+12 && r.cover[k].kind != personName; k++ {
			if (r.is(k, lexicon.Say) || conferred(r.ws[k].Text)) && r.ws[k].Case == words.Lower && r.ws[k].Gap <= words.Comma {
				mark(i, "speaks-at-conference", m.sentence)
				break
			}
		}
	}
}

// conferred reports whether a verb tells what people do at a conference.
func conferred(w string) bool {
	switch w {
	case "addressed", "opened", "attended", "chaired", "moderated", "spoke", "participated", "inaugurated", "delivered", "closed", "presided":
		return true
	}
	return false
}

// byAtConference reports whether the one at word start, or a list that he belongs to, did what the words before "by" tell:
// "The session was chaired by Minister X", "Keynote speeches were given by A and B".
func (r *reading) byAtConference(start, from int) bool {
	for k := start - 1; k > from && k > start-30; k-- {
		if r.ws[k].Case == words.Lower && r.is(k, lexicon.Say) {
			return false
		}
		if r.ws[k].Text != "by" {
			continue
		}
		if r.ws[k-1].Text == "and" { // by A and by B
			continue
		}
		for j := k - 1; j > from && j >= k-2; j-- {
			if w := r.ws[j].Text; conferred(w) || w == "given" || w == "hosted" || w == "led" || w == "made" {
				return true
			}
		}
		return false
	}
	return false
}

// namesSpeakers reports whether a sentence begins with words that list those who spoke: "Among those who took the floor were",
// "Other speakers included".
func (r *reading) namesSpeakers(from, limit int) bool {
	for k := from; k < limit && k < from+8; k++ {
		switch r.ws[k].Text {
		case "speakers", "panelists", "panellists", "participants", "floor", "speeches", "moderators":
			for j := k + 1; j < limit && j < k+6; j++ {
				switch r.ws[j].Text {
				case "were", "was", "included", "include", "by":
					return true
				}
			}
			return false
		}
	}
	return false
}
