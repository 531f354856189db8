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
	if m.named() && m.title == nil && !m.name.honorific && end < limit && r.near(end) && (r.ws[end].Text == "administration" || r.envoyOf(end, limit)) {
		return true
	}
	if m.named() && r.diedBefore(end, limit) {
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
			if r.visitAround(k-1, from) || r.visitToCome(k-1, from) {
				return true
			}
			if k > from && (r.ws[k-1].Text == "credentials" || r.ws[k-1].Text == "credence") { // whose credentials are received
				return false
			}
			return k > from && !r.is(k-1, lexicon.EventNoun) && r.ws[k-1].Text != "delegation" && r.ws[k-1].Text != "part" && r.ws[k-1].Text != "consisting" && r.ws[k-1].Text != "invitation" && r.ws[k-1].Text != "leave" && r.ws[k-1].Text != "presence" && r.ws[k-1].Text != "eyes" && !((r.ws[k-1].Text == "request" || r.ws[k-1].Text == "initiative") && r.callBefore(k, from)) && r.ws[k-1].Text != "participation" && !r.wentTo(k-1, from)
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
				sent := k - 1
				if sent-2 > from && r.ws[sent-1].Text == "of" { // a message of goodwill from
					sent -= 2
				}
				switch r.ws[sent].Text {
				case "envoy", "emissary", "letter", "message", "greetings", "regards", "invitation", "condolences", "note", "letters", "congratulations", "report", "telegram", "cable", "instructions":
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

// envoyOf reports whether somebody's envoy stands at word i, behind the bare name of who sent him: "Kiir envoy".
func (r *reading) envoyOf(i, limit int) bool {
	switch r.ws[i].Text {
	case "envoy", "envoys", "emissary", "aide", "aides", "ally", "adviser", "advisor":
		return i+1 >= limit || r.ws[i+1].Gap != words.Hyphen
	}
	return false
}

// diedBefore reports whether it is told behind a name that its bearer is dead: ", who was killed in Nara", ", who passed away".
func (r *reading) diedBefore(i, limit int) bool {
	if i+2 >= limit || r.ws[i].Text != "who" || r.ws[i].Gap != words.Comma {
		return false
	}
	i++
	for i+1 < limit && (r.ws[i].Text == "was" || r.ws[i].Text == "has" || r.ws[i].Text == "had" || r.ws[i].Text == "recently" || r.ws[i].Text == "sadly") {
		i++
	}
	switch r.ws[i].Text {
	case "killed", "died", "assassinated", "murdered", "executed":
		return true
	case "passed", "lost":
		return i+1 < limit && (r.ws[i+1].Text == "away" || r.ws[i+1].Text == "his" || r.ws[i+1].Text == "her")
	}
	return false
}

// callBefore reports whether a call is told before word k: "had a telephone conversation on the request of".
func (r *reading) callBefore(k, from int) bool {
	for k--; k >= from; k-- {
		if r.ws[k].Text == "call" || r.ws[k].Text == "conversation" {
			return true
		}
	}
	return false
}

// visitToCome reports whether word k is a visit that was only spoken of: "the preparation of a visit of", "the planned visit of".
func (r *reading) visitToCome(k, from int) bool {
	if k <= from || r.ws[k].Text != "visit" {
		return false
	}
	for j := k - 1; j > from && j >= k-5; j-- {
		switch r.ws[j].Text {
		case "preparation", "preparations", "planned", "upcoming", "forthcoming", "possible", "earlier", "previous", "recent", "next":
			return true
		}
	}
	return false
}

// visitAround reports whether word k is a visit within which the event is told to lie: "as part of the official visit of".
func (r *reading) visitAround(k, from int) bool {
	if k <= from+2 || r.ws[k].Text != "visit" {
		return false
	}
	for k--; k > from; k-- {
		switch r.ws[k].Text {
		case "the", "official", "state", "working", "historic", "first":
			continue
		case "of":
			switch r.ws[k-1].Text {
			case "part", "framework", "context":
				return true
			}
		}
		return false
	}
	return false
}
