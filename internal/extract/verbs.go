package extract

import (
	"readout/internal/lexicon"
	"readout/internal/words"
)

// verb is a verb of an event in a sentence.
type verb struct {
	at      int
	future  bool // will meet, is to visit, plans to
	perfect bool // had met: before the event that is told
	contact bool
	passive bool
	noun    bool // talks with, a meeting with
	list    bool // lists who was there
	told    bool // assured them, told him
	free    bool // belongs to the event, whoever is named
}

// verbs returns the verbs of events in the main clause of a sentence.
func (r *reading) verbs(s int, parts []clause, buf []verb) []verb {
	sent := r.doc.View.Sentences[s]
	for i := sent.From; i < sent.To; i++ {
		if parts[i-sent.From] != mainClause {
			if i == sent.From && r.opensEvent(i, sent.To) {
				buf = append(buf, verb{at: i, contact: true, list: r.ws[i].Text == "introducing"})
			}
			continue
		}
		if s != r.head && r.is(i, lexicon.EventNoun) && i+1 < sent.To && r.ws[i+1].Text == "with" && r.ws[i].Case == words.Lower && r.near(i+1) && !r.topic(i, sent.From) {
			buf = append(buf, verb{at: i, contact: true, noun: true, future: r.announced(i, sent.From) || r.prepared(i, sent.To), perfect: r.drewBefore(i, sent.From, sent.To)})
			continue
		}
		if r.ws[i].Text == "was" && i+1 < sent.To && r.ws[i+1].Text == "with" && r.eventBefore(i, sent.From) && r.personNext(i+2, sent.To) { // The last meeting was with X
			buf = append(buf, verb{at: i, contact: true, noun: true})
			continue
		}
		if k := r.eventThereWith(i, sent.To); s != r.head && k > 0 { // a meeting in his office with X
			buf = append(buf, verb{at: k, contact: true, noun: true, future: r.announced(i, sent.From) || r.prepared(i, sent.To), perfect: r.drewBefore(i, sent.From, sent.To)})
			continue
		}
		if (r.ws[i].Text == "present" || r.ws[i].Text == "presents") && i > sent.From && r.credentialsBehind(i, sent.To) {
			buf = append(buf, verb{at: i, contact: true, future: r.ws[i].Text == "present" && r.futureAt(i, sent.From)})
			continue
		}
		if r.presents(i, sent.From, sent.To) {
			buf = append(buf, verb{at: i, contact: true, list: true})
			continue
		}
		if (r.ws[i].Text == "present" || r.ws[i].Text == "attendance") && i > sent.From+1 && r.wasThere(i) {
			buf = append(buf, verb{at: i, contact: true})
			continue
		}
		if r.ws[i].Text == "looking" && i+1 < sent.To && r.ws[i+1].Text == "on" {
			buf = append(buf, verb{at: i, contact: true})
			continue
		}
		if r.isIn(i, sent.To) || r.tookPlace(i, sent.From, sent.To) {
			buf = append(buf, verb{at: i, contact: true})
			continue
		}
		if r.ws[i].Text == "discussed" {
			if k := r.withPerson(i+1, sent.To); k > 0 { // discussed the Balkans with the High Representative
				buf = append(buf, verb{at: k, contact: true})
				continue
			}
			if r.ws[sent.From].Text == "with" && r.personNext(sent.From+1, sent.To) { // With the Ambassador of Thailand, X, the Minister discussed
				buf = append(buf, verb{at: i, contact: true})
				continue
			}
		}
		if i == sent.From && r.opensEvent(i, sent.To) {
			buf = append(buf, verb{at: i, contact: true, list: r.ws[i].Text == "introducing"})
			continue
		}
		if r.toldCounterpart(i, sent.To) {
			buf = append(buf, verb{at: i, contact: true, free: true})
			continue
		}
		if r.ws[i].Text == "told" && i+1 < sent.To && r.near(i+1) && r.capital(i+1) && r.personNext(i+1, sent.To) { // told Kenya's Cabinet Secretary, X, that
			buf = append(buf, verb{at: i, contact: true, told: true})
			continue
		}
		if r.ws[i].Text == "sent" && i+2 < sent.To && (r.ws[i+1].Text == "its" || r.ws[i+1].Text == "their") && r.personSoon(i+2, min(sent.To, i+6)) { // Vietnam sent its deputy foreign minister, X
			buf = append(buf, verb{at: i, contact: true, list: true})
			continue
		}
		if r.bringsTogether(i, sent.To) {
			buf = append(buf, verb{at: i, contact: true})
			continue
		}
		if r.toldThem(i, sent.From, sent.To) {
			buf = append(buf, verb{at: i, contact: true, told: r.ws[i+1].Text != "each"})
			continue
		}
		if !r.is(i, lexicon.Act) || r.ws[i].Poss || r.cover[i].kind == personName || r.denied(i, sent.From) {
			continue
		}
		if r.ws[i].Case != words.Lower && i > sent.From && s != r.head && r.ws[i].Case != words.Upper {
			continue
		}
		if r.is(i, lexicon.TitleHead) && r.capital(i) {
			continue
		}
		if r.bodyBefore(i, sent.From) {
			continue
		}
		v := verb{at: i, contact: r.is(i, lexicon.Contact)}
		prev := ""
		if i > sent.From {
			prev = r.ws[i-1].Text
		}
		switch r.ws[i].Text {
		case "had", "have", "has":
			if !r.noun(i+1, sent.To) && !r.hadWith(i, sent.From, sent.To) {
				continue
			}
		case "held", "hold", "holds":
			if prev == "being" || r.heldBefore(i, sent.From, sent.To) { // are being held; continuing the talks held in Rome
				continue
			}
			if prev == "be" || prev == "was" || prev == "were" || prev == "been" {
				v.passive = true
			}
		case "meeting", "talks", "talk", "visit", "call", "lead", "head", "chair", "attend", "visits", "travel", "leave", "heads", "address", "open", "sign", "calls", "chairs", "leads":
			// a noun unless something shows a verb
			if !r.verbal(i, sent.From, sent.To, s == r.head) || i+2 < sent.To && r.ws[i+1].Text == "on" && r.urges(i+2, sent.To) {
				continue
			}
		case "welcomed", "welcome", "welcomes", "welcoming", "greeted":
			if !r.personNext(i+1, sent.To) && !r.passiveBy(i, sent.From, sent.To) {
				continue
			}
		case "called", "paid", "pays", "pay", "took", "taking", "take", "gave", "made", "make", "sat", "went", "see", "saw", "left", "agreed", "led", "shook", "followed", "give", "goes", "go", "set", "delivered", "began", "granted", "addressed", "handed", "ended", "ends", "resumed", "resume", "concluded", "conclude", "wrapped", "come", "came", "comes", "received", "receives", "receive", "put", "drove", "undertake", "undertakes", "undertook", "undertaking", "embarked", "embarks":
			if !r.idiom(i, sent.To) {
				continue
			}
		}
		if r.ws[i].Text == "accompanied" && i+1 < sent.To && r.ws[i+1].Text == "by" {
			v.list = prev == "was" || prev == "were"
		}
		if r.ws[i].Text == "delivered" && i+2 < sent.To && (r.ws[i+2].Text == "letter" || r.ws[i+2].Text == "message") {
			v.contact = true
		}
		if r.leadsSide(i, sent.To) {
			v.contact, v.free = true, true
		}
		switch r.ws[i].Text {
		case "accepted", "accepts", "received", "receives", "took", "takes", "presented", "presents", "handed":
			v.contact = v.contact || r.credentialsAhead(i, sent.To)
		}
		v.future = r.futureAt(i, sent.From)
		switch r.ws[i].Text {
		case "travels", "departs", "leaves":
			v.future = true
		case "hosted", "chaired", "led", "headed", "represented": // the meeting is hosted by X
			if (prev == "is" || prev == "are") && i+1 < sent.To && r.ws[i+1].Text == "by" {
				v.noun = true // of an event to come, or of one that is told
			}
		case "signed", "inked", "initialled", "initialed":
			v.free = i+1 < sent.To && r.ws[i+1].Text == "by"
		}
		if k := i - 1; k >= sent.From {
			for k > sent.From && (r.ws[k].Text == "also" || r.ws[k].Text == "already" || r.ws[k].Text == "just" || r.ws[k].Text == "previously" || r.ws[k].Text == "earlier" || r.ws[k].Text == "last") {
				k--
			}
			v.perfect = r.ws[k].Text == "had" && r.ws[i].Text != "had" && !r.sameTrip(sent.From, i, sent.To)
		}
		buf = append(buf, v)
	}
	return buf
}

// bringsTogether reports whether the verb at word i brings people to one table: "brought the ministers A and B together".
func (r *reading) bringsTogether(i, limit int) bool {
	switch r.ws[i].Text {
	case "brought", "brings", "bring":
	default:
		return false
	}
	for k := i + 1; k < limit && k < i+24; k++ {
		if r.ws[k].Text == "together" {
			return k == i+1 && r.personSoon(k+1, limit) || k > i+1 && r.personSoon(i+1, k)
		}
	}
	return false
}

// personSoon reports whether somebody with a title or a name comes up in the words from..to.
func (r *reading) personSoon(from, to int) bool {
	for k := from; k < to && k < from+10; k++ {
		if r.cover[k].kind == personName || r.is(k, lexicon.TitleHead) {
			return true
		}
	}
	return false
}

// credentialsBehind reports whether credentials are the object of the verb at word i: "will present his credentials to".
func (r *reading) credentialsBehind(i, limit int) bool {
	for k := i + 1; k < limit && k < i+6; k++ {
		if r.ws[k].Text == "credentials" || r.ws[k].Text == "credence" {
			return true
		}
	}
	return false
}

// presents reports whether the verb at word i lists who was there: "Taking part were", "On the GCC side were", "Among
// the guests were", "The delegation also includes", "was at the meeting, as were", "was the host".
func (r *reading) presents(i, from, limit int) bool {
	verb := r.ws[i].Text
	switch verb {
	case "was", "were", "included", "include", "includes":
	case "are":
		return i > from && (r.ws[i-1].Text == "credentials" || r.ws[i-1].Text == "credence") || r.listsAccredited(i, from)
	default:
		return false
	}
	if i == from {
		return false
	}
	if r.listsAccredited(i, from) {
		return true
	}
	switch r.ws[i-1].Text {
	case "side", "credentials", "credence", "guests", "visitors", "speakers", "interlocutors", "part", "present", "attendance", "attending", "participants", "participating", "members", "delegates":
		return true
	case "as": // as were A and B
		return r.ws[i].Gap == words.Space && verb[0] == 'w' && r.ws[i-1].Gap == words.Comma
	case "delegation", "delegations", "team", "also":
		if verb[0] == 'i' {
			return true
		}
	}
	switch r.ws[from].Text {
	case "among", "present", "attending", "with":
		return true
	case "also":
		return i <= from+3
	}
	next := i + 1
	for next < limit && (r.ws[next].Text == "the" || r.ws[next].Text == "his" || r.ws[next].Text == "her" || r.ws[next].Text == "at") {
		next++
	}
	if next >= limit || verb[0] != 'w' {
		return false
	}
	switch r.ws[next].Text {
	case "host", "hosts":
		return true
	case "meeting", "talks", "dinner", "lunch", "ceremony", "table":
		return r.ws[i+1].Text == "at"
	}
	return false
}

// announced reports whether what stands before word i speaks of the future.
func (r *reading) announced(i, from int) bool {
	for k := i - 1; k >= from && r.ws[k+1].Gap != words.Comma; k-- {
		switch r.ws[k].Text {
		case "will", "shall", "expected", "scheduled", "plans", "planned", "due", "would":
			return true
		}
	}
	return false
}

// prepared reports whether the event after word i is still being prepared.
func (r *reading) prepared(i, limit int) bool {
	for k := i; k < limit; k++ {
		switch r.ws[k].Text {
		case "prepared", "planned", "scheduled", "expected", "arranged":
			return true
		}
	}
	return false
}

// futureAt reports whether the verb at word i is announced, not told: will meet, is to visit, plans to hold.
func (r *reading) futureAt(i, from int) bool {
	far := i - 6
	for k := i - 1; k >= from && k >= far; k-- {
		if r.ws[k].Number || r.dayWord(k) { // will on Monday, 20 August 2012, co-chair
			far--
			continue
		}
		switch r.ws[k].Text {
		case "will", "would", "shall", "may", "might", "could", "expected", "scheduled", "plans", "plan", "planned", "due", "set", "intends", "hopes", "going", "slated":
			return true
		case "to":
			if k > from {
				switch r.ws[k-1].Text {
				case "is", "are", "was", "were", "ready", "about", "also":
					return true
				}
			}
			if k == i-1 { // an infinitive: to meet X
				return true
			}
		}
		if r.ws[k].Gap == words.Comma && k < i-1 || r.is(k, lexicon.Act) && r.ws[k].Case == words.Lower && k != i-1 {
			break
		}
	}
	return false
}

// dayWord reports whether word k names a weekday or a month.
func (r *reading) dayWord(k int) bool {
	switch r.ws[k].Text {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december":
		return true
	}
	return false
}

// isIn reports whether somebody is said to be abroad: "is in Ukraine today", "was on a working visit to Kosovo".
func (r *reading) isIn(i, limit int) bool {
	switch r.ws[i].Text {
	case "is", "are", "was", "were":
	default:
		return false
	}
	if i+2 < limit && r.ws[i+1].Text == "in" && r.near(i+1) {
		c := r.cover[i+2]
		return c.kind == countryName || c.kind == countryCapital
	}
	for k := i + 1; k+1 < limit && k < i+6; k++ {
		if r.ws[k].Text == "visit" {
			return r.ws[k+1].Text == "to" && r.ws[i+1].Text == "on"
		}
	}
	return false
}

// tookPlace reports whether "took place" follows an event: "A telephone conversation took place between ...".
func (r *reading) tookPlace(i, from, limit int) bool {
	if r.ws[i].Text != "took" && r.ws[i].Text != "takes" || i+1 >= limit || r.ws[i+1].Text != "place" {
		return false
	}
	for k := i - 1; k >= from && k > i-8; k-- {
		if r.is(k, lexicon.EventNoun) {
			return true
		}
	}
	return false
}

// listsAccredited reports whether the verb at word i names those whose credentials the sentence before tells of: "The new
// envoys are", "They were".
func (r *reading) listsAccredited(i, from int) bool {
	if i == from || i > from+5 {
		return false
	}
	switch r.ws[i-1].Text {
	case "envoys", "ambassadors", "diplomats", "commissioners", "mission", "they":
	default:
		return false
	}
	s := r.sentenceOf(from) - 1
	if s < 0 || !r.body[s] {
		return false
	}
	before := r.doc.View.Sentences[s]
	for k := before.From; k < before.To; k++ {
		switch r.ws[k].Text {
		case "credentials", "credence", "accreditation":
			return true
		}
	}
	return false
}
