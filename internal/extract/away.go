package extract

import "readout/internal/words"

// stayedAway reports whether the text says that somebody did not come: "Henry, who was stranded abroad, did not attend".
func (r *reading) stayedAway(people []*person, i int) bool {
	for _, m := range people[i].mentions {
		sent := r.doc.View.Sentences[m.sentence]
		from, to := m.place()
		if m.poss || from > sent.From+3 || m.sentence == r.head {
			continue
		}
		for k := to; k+2 < sent.To; k++ {
			if r.notThere(k, sent.To) && r.ws[k].Case == words.Lower && !r.otherNamed(people, i, m.sentence, to, k) {
				return true
			}
		}
	}
	return false
}

// notThere reports whether words from k on say that somebody is not there: "did not attend", "was not present", "could not take
// part".
func (r *reading) notThere(k, limit int) bool {
	switch r.ws[k].Text {
	case "did", "was", "were", "could":
	default:
		return false
	}
	if r.ws[k+1].Text != "not" || !r.near(k+1) {
		return r.ws[k].Text == "was" && r.ws[k+1].Text == "absent"
	}
	switch r.ws[k+2].Text {
	case "attend", "participate":
		return true
	case "present":
		return r.ws[k].Text[0] == 'w'
	case "take":
		return k+3 < limit && r.ws[k+3].Text == "part"
	}
	return false
}

// otherNamed reports whether somebody else is named in words from..to of a sentence.
func (r *reading) otherNamed(people []*person, i, s, from, to int) bool {
	for j, q := range people {
		for _, n := range q.mentions {
			if at, _ := n.place(); j != i && n.sentence == s && at >= from && at < to {
				return true
			}
		}
	}
	return false
}
