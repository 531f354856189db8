package extract

import (
	"readout/internal/lexicon"
	"readout/internal/words"
)

// eventBefore reports whether an event is the subject of the verb at word i: "The last meeting of the day was".
func (r *reading) eventBefore(i, from int) bool {
	for k := from; k < i && k < from+5; k++ {
		if r.is(k, lexicon.EventNoun) {
			return !r.ws[k].Poss
		}
	}
	return false
}

// leadsSide reports whether the verb at word i tells who leads a side of the talks: "led the British side".
func (r *reading) leadsSide(i, limit int) bool {
	switch r.ws[i].Text {
	case "led", "headed", "leads", "heads":
	default:
		return false
	}
	for k := i + 1; k < limit && k < i+5 && r.near(k); k++ {
		switch r.ws[k].Text {
		case "side":
			return true
		case "delegation", "team":
			return r.cover[k-1].kind.country()
		}
	}
	return false
}

// heldBefore reports whether "held" at word i belongs to an event that another goes on with: "continuing the conversation held
// in Rome", "after the meeting held on Friday".
func (r *reading) heldBefore(i, from, limit int) bool {
	if i < from+3 || i+1 >= limit || !r.is(i-1, lexicon.EventNoun) || r.ws[i].Text != "held" {
		return false
	}
	switch r.ws[i+1].Text {
	case "in", "on", "at", "last", "earlier", "previously":
	default:
		return false
	}
	for k := i - 2; k > from && k > i-6; k-- {
		switch r.ws[k].Text {
		case "continuing", "continued", "recalled", "recalling", "follow", "followed", "up", "of", "on", "from", "during", "since", "after", "at":
			return true
		}
	}
	return false
}

// eventThereWith returns the "with" that leads from the event at word i to somebody, where its place or day stands between:
// "a meeting in his office with Ambassador X", "talks in Rome on Tuesday with"; 0 if none does.
func (r *reading) eventThereWith(i, limit int) int {
	if !r.is(i, lexicon.EventNoun) || r.ws[i].Case != words.Lower || i+3 >= limit || !r.near(i+1) {
		return 0
	}
	switch r.ws[i+1].Text {
	case "in", "at", "on", "here", "yesterday", "today", "earlier", "late", "this", "last":
	default:
		return 0
	}
	for k := i + 2; k+1 < limit && k < i+8 && r.near(k); k++ {
		if r.ws[k].Text == "with" {
			if r.personNext(k+1, limit) {
				return k
			}
			return 0
		}
		if r.ws[k].Case == words.Lower && (r.is(k, lexicon.Act|lexicon.Say) || r.ws[k].Text == "of" || r.ws[k].Text == "between") {
			return 0
		}
	}
	return 0
}

// topic reports whether the event at word i is what others talked about: "discussed the talks with Azerbaijan".
func (r *reading) topic(i, from int) bool {
	for k := i - 1; k >= from && k >= i-3; k-- {
		switch r.ws[k].Text {
		case "discussed", "reviewed", "assessed", "regarding", "concerning":
			return true
		}
	}
	return false
}

// bodyBefore reports whether the verb at word i only tells who heads a body: "the special commission, headed by X,".
func (r *reading) bodyBefore(i, from int) bool {
	if i < from+2 || r.ws[i].Gap != words.Comma || i+1 >= len(r.ws) || r.ws[i+1].Text != "by" {
		return false
	}
	switch r.ws[i-1].Text {
	case "commission", "committee", "agency", "party", "organisation", "organization", "fund", "company", "institute", "council", "government", "bank", "office":
		for k := i - 2; k >= from && k > i-6; k-- {
			switch r.ws[k].Text {
			case "joint", "mixed", "intergovernmental", "bilateral":
				return false
			}
		}
		return true
	}
	return false
}

// sameTrip reports whether what somebody had done before, at word i, belongs to the event all the same, by the day or the
// hours that it is told with: "On Sunday evening he had met", "where leaders had met since morning with".
func (r *reading) sameTrip(from, i, limit int) bool {
	if w := r.ws[from].Text; w == "on" || w == "earlier" {
		for k := from + 1; k < from+4 && k < i; k++ {
			switch r.ws[k].Text {
			case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "day":
				for j := k + 1; j < i; j++ { // its subject, and no other time
					if r.is(j, lexicon.Act) && r.ws[j].Case == words.Lower && r.ws[j].Text != "had" {
						return false
					}
				}
				return true
			}
		}
	}
	return i+2 < limit && r.ws[i+1].Text == "since" && (r.ws[i+2].Text == "morning" || r.ws[i+2].Text == "noon" || r.ws[i+2].Text == "early" || r.ws[i+2].Text == "dawn")
}

// drewBefore reports whether somebody's meeting is the subject of a verb in the past perfect: "Her meeting with X had drawn a
// protest".
func (r *reading) drewBefore(i, from, limit int) bool {
	if i > from+2 || i == from || !r.ws[i-1].Poss && r.ws[i-1].Text != "her" && r.ws[i-1].Text != "his" {
		return false
	}
	for k := i + 1; k < limit; k++ {
		if r.ws[k].Text == "had" {
			return true
		}
	}
	return false
}

// wasThere reports whether "was", "were" or "in" stands before word i: was also present, were in attendance.
func (r *reading) wasThere(i int) bool {
	for k := i - 1; k >= i-3 && k >= 0; k-- {
		switch r.ws[k].Text {
		case "was", "were":
			return true
		case "also", "in":
			continue
		}
		return false
	}
	return false
}
