package extract

import (
	"readout/internal/lexicon"
	"readout/internal/words"
)

// absent reports whether a person is named only as somebody's or something's owner, behind "of", as the source of a
// report, or as a spokesperson.
func (r *reading) absent(m mention, from, limit int) bool {
	start, end := m.place()
	if m.poss {
		return true
	}
	if m.named() && m.title == nil && !m.name.honorific && end < limit && r.near(end) && r.ws[end].Text == "administration" {
		return true
	}
	if m.title != nil {
		switch r.ws[m.title.head].Text {
		case "spokesperson", "spokesman", "spokeswoman", "spokespersons":
			return !r.joinedBy(start, from)
		case "aide", "official", "diplomat": // told reporters
			if end+1 < limit && (r.ws[end].Text == "told" || r.ws[end].Text == "said") && r.near(end) {
				return true
			}
		case "predecessor":
			return true
		}
	}
	if !m.at.empty() && m.at.to == start {
		start = m.at.from
	}
	for k := start - 1; k >= from && k >= start-6; k-- {
		switch r.ws[k].Text {
		case "late", "predecessor", "relieving", "dismissing", "replacing", "succeeding", "replaces", "succeeds", "replaced", "succeeded":
			return true
		case "the", "his", "her", "then", "former", "with":
			continue
		case "of":
			return k > from && !r.is(k-1, lexicon.EventNoun) && r.ws[k-1].Text != "delegation" && r.ws[k-1].Text != "part" && r.ws[k-1].Text != "consisting" && r.ws[k-1].Text != "invitation" && r.ws[k-1].Text != "presence" && r.ws[k-1].Text != "eyes" && r.ws[k-1].Text != "participation" && !r.wentTo(k-1, from)
		case "to":
			if k > from && r.ws[k-1].Text == "according" {
				return true
			}
		case "by":
			if k > from && (r.ws[k-1].Text == "visit" || r.ws[k-1].Text == "trip" || r.ws[k-1].Text == "proposal" || r.ws[k-1].Text == "nomination") {
				return true
			}
		case "from":
			if k > from {
				switch r.ws[k-1].Text {
				case "letter", "message", "greetings", "regards", "invitation", "condolences", "note", "letters", "congratulations", "report", "telegram", "cable", "instructions":
					return true
				}
			}
		}
		if r.ws[k].Text == "and" && r.greetingsOf(k, from) {
			return true
		}
		if r.is(k, lexicon.Honorific) && k > from {
			continue
		}
		break
	}
	// "X's ..., Y said": the speaker at the end of a report
	if end < limit {
		for k := end; k < limit && k < end+3; k++ {
			if r.ws[k].Text == "said" || r.ws[k].Text == "told" || r.ws[k].Text == "announced" || r.ws[k].Text == "reported" {
				if start-1 >= from && r.ws[start].Gap == words.Comma && k+4 >= limit {
					return true
				}
			}
		}
	}
	return false
}

// greetingsOf reports whether what stands before word k are the greetings of somebody: "the good wishes of A and".
func (r *reading) greetingsOf(k, from int) bool {
	for k--; k > from && k > from-12 && !(r.ws[k].Case == words.Lower && r.is(k, lexicon.Act|lexicon.Say)); k-- {
		switch r.ws[k].Text {
		case "of", "from":
			switch r.ws[k-1].Text {
			case "wishes", "greetings", "regards", "message", "condolences", "congratulations", "messages":
				return true
			}
		}
	}
	return false
}

// wentTo reports whether word k is a house that somebody went to: "drove to the house of".
func (r *reading) wentTo(k, from int) bool {
	if !dwelling(r.ws[k].Text) {
		return false
	}
	for ; k > from && r.ws[k].Case == words.Lower; k-- {
		switch r.ws[k].Text {
		case "drove", "went", "drive", "walked":
			return true
		}
	}
	return false
}

// joinedBy reports whether somebody at word start is met or joins a list of those who are: "with Presidential Spokesperson X".
func (r *reading) joinedBy(start, from int) bool {
	for k := start - 1; k >= from && k >= start-2; k-- {
		switch r.ws[k].Text {
		case "with", "met", "and":
			return true
		case "the":
			continue
		}
		break
	}
	return false
}
