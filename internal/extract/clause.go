package extract

import (
	"strings"

	"readout/internal/lexicon"
	"readout/internal/words"
)

// A sentence tells an event in its main clause; what stands behind "since", "after", "that", "who" or "to discuss" is
// background, and nobody takes part by standing there. clauses gives each word of a sentence its part.

type clause uint8

const (
	mainClause   clause = iota
	inBackground        // since, after, as, when ...
	inReported          // said that ...
	inRelative          // who ..., which ...
	inPurpose           // to discuss ...
	inAbout             // about ..., regarding ...: what was talked about
	inBehalf            // on behalf of ...: somebody absent
)

// clauses returns the part of each word of sentence s. They are found out when they are first asked for.
func (r *reading) clauses(s int) []clause {
	sent := r.doc.View.Sentences[s]
	if len(r.parted) == 0 {
		r.parts, r.parted = cleared(r.parts, len(r.ws)), cleared(r.parted, len(r.doc.View.Sentences))
	}
	buf := r.parts[sent.From:sent.To:sent.To]
	if r.parted[s] {
		return buf
	}
	r.parted[s] = true
	buf = buf[:0]
	state, untilComma := mainClause, false
	outside := mainClause // what the words around a quotation belong to
	for i := sent.From; i < sent.To; i++ {
		w := r.ws[i]
		if i > sent.From {
			switch w.Gap {
			case words.Open:
				if r.quoteBefore(i) {
					outside = state
				}
			case words.Comma, words.Colon, words.Dash:
				if untilComma && !r.enumerates(i, sent.To) && !(state == inRelative && r.namesHolder(i, sent.From)) {
					state, untilComma = mainClause, false
				}
			case words.Close:
				if untilComma && state == inRelative {
					state, untilComma = mainClause, false
				}
				if (state == inReported || state == inPurpose || state == inAbout) && outside == mainClause && r.quoteBefore(i) {
					state, untilComma = mainClause, false // "... that the North is serious," X told reporters
				}
			}
		}
		if state == inRelative && !untilComma && i > sent.From+1 && (w.Text == "were" || w.Text == "are") && (r.ws[i-1].Text == "credentials" || r.ws[i-1].Text == "credence") { // The envoys who presented their credentials were
			state = mainClause
		}
		if state == inPurpose && i > sent.From && r.ws[i-1].Text == "and" && r.pastAct(i) { // to attend a forum and held talks
			state = mainClause
		}
		if state == inPurpose && w.Gap == words.Comma && w.Text == "with" { // came to mark, with X, the day
			state = mainClause
		}
		if state == inBackground && w.Gap == words.Comma && (w.Text == "at" || w.Text == "during") && i+2 < sent.To && r.is(i+2, lexicon.EventNoun) {
			state, untilComma = mainClause, false // ", at a banquet that ..."
		}
		if p, comma, ok := r.opens(i, sent.From, sent.To); ok && !(untilComma && state == inBackground) && !(p == mainClause && state != mainClause && state != inRelative && w.Text != "as" && !((w.Text == "when" || next(r, i) == "by") && state == inReported)) {
			state, untilComma = p, comma || untilComma && state == inRelative // who acted as mediator,
		} else if state == inBackground && !untilComma && w.Gap == words.Comma && r.is(i, lexicon.Act) && w.Case == words.Lower {
			state = mainClause // ", met with"
		}
		buf = append(buf, state)
	}
	return buf
}

// aims reports whether the clause from word i on tells what somebody wants: "Prime Minister X seeks to".
func (r *reading) aims(i, limit int) bool {
	for ; i < limit && r.near(i); i++ {
		switch r.ws[i].Text {
		case "seeks", "sought", "wants", "hopes", "aims", "intends", "wishes", "plans", "tries":
			return r.ws[i].Case == words.Lower
		}
	}
	return false
}

// namesHolder reports whether the comma before word i leads from an office to who holds it: "who is accompanying the
// President of the Republic, Mr Nikos Christodoulides, to".
func (r *reading) namesHolder(i, from int) bool {
	if !r.capital(i) || i <= from || !r.capital(i-1) || r.cover[i-1].kind == personName || !r.is(i, lexicon.Honorific) && r.cover[i].kind != personName {
		return false
	}
	return r.is(i-1, lexicon.TitleHead|lexicon.OfficeWord) || r.cover[i-1].kind.country()
}

// pronounMeets reports whether the clause from word i on tells whom the one meant by a pronoun met: "as he received the
// Ambassador".
func (r *reading) pronounMeets(i, limit int) bool {
	if i+2 >= limit {
		return false
	}
	switch r.ws[i].Text {
	case "he", "she", "they":
	default:
		return false
	}
	switch r.ws[i+1].Text {
	case "received", "met", "hosted", "welcomed", "greeted":
		for k := i + 2; k < limit && k < i+8; k++ {
			if r.capital(k) && r.is(k, lexicon.TitleHead|lexicon.TitleModifier|lexicon.Honorific) || r.cover[k].kind.country() || r.cover[k].kind == personName {
				return true
			}
		}
	}
	return false
}

// quoteBefore reports whether a quotation mark stands before word i.
func (r *reading) quoteBefore(i int) bool {
	return strings.ContainsAny(r.doc.View.Text[r.ws[i-1].End:r.ws[i].Start], "\"“”«»")
}

// next is the word behind word i, "" at the end.
func next(r *reading, i int) string {
	if i+1 < len(r.ws) {
		return r.ws[i+1].Text
	}
	return ""
}

// pastAct reports whether word i is a verb of an event in the past, which no "to" governs.
func (r *reading) pastAct(i int) bool {
	if !r.is(i, lexicon.Act) || r.ws[i].Case != words.Lower {
		return false
	}
	switch w := r.ws[i].Text; w {
	case "held", "met", "had", "spoke", "gave", "took", "paid", "saw":
		return true
	default:
		return strings.HasSuffix(w, "ed")
	}
}

// enumerates reports whether the comma before word i goes on with a list: a lower-case or capitalised word, and "and"
// soon after, without a verb.
func (r *reading) enumerates(i, limit int) bool {
	for k := i; k < limit && k < i+6; k++ {
		if r.is(k, lexicon.Act|lexicon.Say) && r.ws[k].Case == words.Lower {
			return false
		}
		if r.ws[k].Text == "and" && k > i {
			return true
		}
		if k > i && r.ws[k].Gap == words.Comma {
			continue
		}
	}
	return false
}

// opens reports which clause word i opens, and whether it ends at the next comma.
func (r *reading) opens(i, from, limit int) (p clause, untilComma, ok bool) {
	w := r.ws[i]
	if i > from+1 && r.near(i) && r.reports(i-1) && (r.capital(i) || determiner(w.Text) || w.Text == "talks" || w.Text == "negotiations" || w.Text == "relations") && !r.spokenForHere(i-1, from) { // said the leaders had met
		return inReported, false, true
	}
	if w.Case != words.Lower && i > from {
		return 0, false, false
	}
	first := i == from || r.ws[i].Gap == words.Comma
	prev, next := "", ""
	if i > from {
		prev = r.ws[i-1].Text
	}
	if i+1 < limit {
		next = r.ws[i+1].Text
	}
	switch w.Text {
	case "signed", "inked", "initialled", "initialed": // that was signed by A and B
		if next == "by" {
			return mainClause, false, true
		}
	case "as":
		switch {
		case next == "was" || next == "were" || next == "did" || next == "well" || next == "part" || next == "of" || prev == "such" || prev == "well" || prev == "known" || prev == "acted" || prev == "served" || prev == "serves" || prev == "acting" || prev == "serving" || prev == "same" || prev == "far" || prev == "soon" || next == "soon":
			return 0, false, false
		case i+1 < limit && (r.is(i+1, lexicon.TitleHead|lexicon.TitleModifier) || next == "a" || next == "an"):
			return 0, false, false
		case i > from && prev != "" && r.is(i-1, lexicon.Say) && next == "the":
			return 0, false, false
		case r.callsOnPronoun(i+1, limit), r.pronounMeets(i+1, limit):
			return mainClause, false, true
		}
		return inBackground, first && i == from, true
	case "that":
		switch prev { // of that country
		case "so", "of", "in", "to", "on", "at", "for", "from", "by", "with", "after", "before", "during":
			return 0, false, false
		}
		if i == from || i > from && r.is(i-1, lexicon.Say) && r.spokenForHere(i-1, from) {
			return 0, false, false
		}
		if i > from+2 && r.is(i-1, lexicon.EventNoun) && r.ws[i-3].Text == "at" { // at a banquet that X gave
			return mainClause, false, true
		}
		if i > from {
			switch r.ws[i-1].Text {
			case "conversation", "meeting", "talks", "call", "discussion":
				return mainClause, false, true
			}
		}
		return inReported, false, true
	case "who", "whose", "whom":
		if prev == "with" || prev == "to" || prev == "by" || prev == "those" {
			return 0, false, false
		}
		switch next { // who subsequently met with
		case "afterwards", "subsequently", "then", "thereafter":
			return mainClause, false, true
		}
		return inRelative, w.Gap == words.Comma || w.Gap == words.Open, true
	case "which":
		if prev == "with" && r.aims(i+1, limit) { // the Initiative, with which the Prime Minister seeks
			return inRelative, w.Gap == words.Comma, true
		}
		if prev == "in" || prev == "during" || prev == "at" || prev == "with" || prev == "after" {
			if i > from+1 {
				switch r.ws[i-2].Text {
				case "address", "speech", "statement", "message", "letter", "interview", "remarks", "declaration":
					return inRelative, w.Gap == words.Comma, true
				}
			}
			return mainClause, false, true
		}
		if r.alsoCame(i+1, limit) {
			return mainClause, false, true
		}
		return inRelative, w.Gap == words.Comma, true
	case "when":
		switch next { // agreed ... when they met
		case "they", "the", "both":
			if i+2 < limit && (next != "the" || r.ws[i+2].Text == "two") {
				return mainClause, false, true
			}
		}
		if i > from && !r.verbBefore(i, from) { // two quarrels were laid to rest on Tuesday when ...
			return mainClause, false, true
		}
		return inBackground, i == from, true
	case "where":
		return 0, false, false
	case "following":
		if prev == "the" || prev == "on" || next == "day" {
			return 0, false, false
		}
		return inBackground, i == from, true
	case "before", "after", "since":
		if w.Text == "after" && (next == "which" || next == "that") {
			return mainClause, false, true
		}
		if next == "another" || prev == "shortly" || prev == "ever" { // one after another
			return 0, false, false
		}
		if w.Text != "since" && r.eventWith(i+1, limit) { // after a meeting with X
			return 0, false, false
		}
		if w.Text == "after" && r.resultBefore(i, from) { // the decision was announced after X and Y met
			return mainClause, false, true
		}
		if i == from && i+4 < limit && next == "the" && r.is(i+2, lexicon.EventNoun) && r.ws[i+3].Gap == words.Space && determiner(r.ws[i+3].Text) {
			return 0, false, false // Before the talks the two were received by
		}
		return inBackground, !r.verbBefore(i, from), true
	case "to":
		if i+1 < limit && r.ws[i+1].Case == words.Lower && !r.is(i+1, lexicon.Contact) && !r.is(i+1, lexicon.Particle|lexicon.EventNoun) && r.purposeVerb(i+1) && i > from+3 {
			return inPurpose, false, true
		}
		return 0, false, false
	case "about", "regarding", "concerning":
		if prev == "for" || i+1 < limit && r.ws[i+1].Number {
			return 0, false, false
		}
		return inAbout, true, true
	case "behalf":
		return inBehalf, true, true
	}
	if r.is(i, lexicon.Background) && w.Text != "following" {
		return inBackground, !r.verbBefore(i, from), true
	}
	return 0, false, false
}

// resultBefore reports whether what stands before "after" at word i is the outcome of the event that follows: "The decision was
// announced after X and Y met".
func (r *reading) resultBefore(i, from int) bool {
	for k := from; k+1 < i && k < from+4; k++ { // the two sides agreed to cut fees after X met Y
		switch r.ws[k].Text {
		case "sides", "countries", "neighbours", "neighbors", "governments", "parties":
			return r.ws[k+1].Text == "agreed" || r.ws[k+1].Text == "decided"
		}
	}
	switch r.ws[i-1].Text {
	case "announced", "reached", "made", "came", "comes", "taken", "disclosed", "unveiled", "concluded", "signed", "agreed", "given":
	default:
		return false
	}
	for k := from; k < i-1 && k < from+6; k++ {
		switch r.ws[k].Text {
		case "decision", "announcement", "agreement", "accord", "deal", "understanding", "breakthrough", "statement", "news", "move", "outcome", "results", "remarks", "pledge", "promise":
			return true
		}
	}
	return false
}

// alsoCame reports whether a relative clause tells who was there, too: "a meeting, which Minister X also attended".
func (r *reading) alsoCame(i, limit int) bool {
	if !r.personNext(i, limit) {
		return false
	}
	for k := i + 1; k < limit && k < i+12 && r.ws[k].Gap != words.Comma; k++ {
		switch r.ws[k].Text {
		case "attended", "joined":
			return r.ws[k].Case == words.Lower
		}
	}
	return false
}

// spokenForHere reports whether the subject of the verb of saying at word i only speaks for others, so that what is said is
// told by the release itself: "Spokesperson X said the adviser will travel", "The ministry announced that".
func (r *reading) spokenForHere(i, from int) bool {
	spokes := false
	for k := from; k < i; k++ {
		switch r.ws[k].Text {
		case "spokesperson", "spokesman", "spokeswoman", "ministry", "presidency", "aide":
			spokes = true
			continue
		}
		if !spokes && (r.cover[k].kind == personName || r.is(k, lexicon.TitleHead) && r.ws[k].Text != "official" && r.ws[k].Text != "officials") {
			return false
		}
	}
	return spokes
}

// callsOnPronoun reports whether the clause from word i on tells that somebody met the subject of the sentence: "as the
// Indian minister called on her".
func (r *reading) callsOnPronoun(i, limit int) bool {
	for ; i+1 < limit && (r.ws[i].Gap != words.Comma || r.capital(i) || r.capital(i-1)); i++ { // as the Ambassador, A B, paid
		if r.ws[i].Case == words.Lower && (r.is(i, lexicon.Contact) || r.ws[i].Text == "called" || r.ws[i].Text == "paid") {
			for k := i + 1; k < limit && k < i+6; k++ {
				if w := r.ws[k].Text; w == "him" || w == "her" && (k+1 == limit || r.ws[k+1].Gap != words.Space || !r.is(k+1, lexicon.EventNoun|lexicon.TitleHead)) {
					return true
				}
			}
		}
	}
	return false
}

// eventWith reports whether an event with somebody follows straight after: "a working lunch with the Minister", "talks in
// the morning with the President".
func (r *reading) eventWith(i, limit int) bool {
	for k := i; k < limit && k < i+5 && r.near(k); k++ {
		if !r.is(k, lexicon.EventNoun) && r.ws[k].Text != "lunch" && r.ws[k].Text != "dinner" {
			if r.capital(k) {
				return false
			}
			continue
		}
		for j := k + 1; j+1 < limit && j < k+6; j++ {
			if r.ws[j].Text == "with" {
				return r.personNext(j+1, limit)
			}
		}
		return false
	}
	return false
}

// reports reports whether word i is a verb of saying that a clause may follow without "that".
func (r *reading) reports(i int) bool {
	switch r.ws[i].Text {
	case "said", "says", "added", "claimed": // not behind a quotation: "...," said Minister X
		return r.ws[i].Case == words.Lower && (i == 0 || !strings.ContainsAny(r.doc.View.Text[r.ws[i-1].End:r.ws[i].Start], "\"”»"))
	}
	return false
}

func determiner(w string) bool {
	switch w {
	case "the", "he", "she", "they", "it", "a", "an", "his", "her", "their", "both", "there", "this", "these":
		return true
	}
	return false
}

// verbBefore reports whether a verb stands in the sentence before word i.
func (r *reading) verbBefore(i, from int) bool {
	for k := from; k < i; k++ {
		if r.is(k, lexicon.Act|lexicon.Say) && r.ws[k].Case == words.Lower && r.ws[k].Text != "had" && r.ws[k].Text != "has" && r.ws[k].Text != "have" {
			return true
		}
	}
	return false
}

// purposeVerb reports whether the word after "to" is a verb: no article, no title, no country.
func (r *reading) purposeVerb(i int) bool {
	switch r.ws[i].Text {
	case "it", "them", "him", "us", "me", "the", "a", "an", "his", "her", "its", "their", "this", "that", "all", "both", "be", "its'", "senior", "which", "whom":
		return false
	}
	return !r.is(i, lexicon.TitleHead|lexicon.TitleModifier)
}
