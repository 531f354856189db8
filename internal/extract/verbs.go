package extract

import (
	"strings"

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
		p := parts[i-sent.From]
		if p == mainClause && s != r.head && r.is(i, lexicon.EventNoun) && i+1 < sent.To && r.ws[i+1].Text == "with" && r.ws[i].Case == words.Lower && r.near(i+1) {
			buf = append(buf, verb{at: i, contact: true, noun: true, future: r.announced(i, sent.From) || r.prepared(i, sent.To), perfect: r.drewBefore(i, sent.From, sent.To)})
			continue
		}
		if p == mainClause && r.presents(i, sent.From, sent.To) {
			buf = append(buf, verb{at: i, contact: true, list: true})
			continue
		}
		if p == mainClause && (r.ws[i].Text == "present" || r.ws[i].Text == "attendance") && i > sent.From+1 && r.wasThere(i) {
			buf = append(buf, verb{at: i, contact: true})
			continue
		}
		if p == mainClause && r.ws[i].Text == "looking" && i+1 < sent.To && r.ws[i+1].Text == "on" {
			buf = append(buf, verb{at: i, contact: true})
			continue
		}
		if p == mainClause && (r.isIn(i, sent.To) || r.tookPlace(i, sent.From, sent.To)) {
			buf = append(buf, verb{at: i, contact: true})
			continue
		}
		if p == mainClause && r.ws[i].Text == "discussed" {
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
			buf = append(buf, verb{at: i, contact: true})
			continue
		}
		if p == mainClause && r.toldCounterpart(i, sent.To) {
			buf = append(buf, verb{at: i, contact: true, free: true})
			continue
		}
		if p == mainClause && r.toldThem(i, sent.From, sent.To) {
			buf = append(buf, verb{at: i, contact: true, told: r.ws[i+1].Text != "each"})
			continue
		}
		if !r.is(i, lexicon.Act) || r.ws[i].Poss || r.cover[i].kind == personName || p != mainClause || r.denied(i, sent.From) {
			continue
		}
		if r.ws[i].Case != words.Lower && i > sent.From && s != r.head && r.ws[i].Case != words.Upper {
			continue
		}
		if r.is(i, lexicon.TitleHead) && r.capital(i) {
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
			if prev == "being" { // are being held
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
		case "called", "paid", "pays", "pay", "took", "taking", "take", "gave", "made", "make", "sat", "went", "see", "saw", "left", "agreed", "led", "shook", "followed", "give", "goes", "go", "set", "delivered", "began", "granted", "addressed", "handed", "ended", "ends", "resumed", "resume", "concluded", "conclude", "wrapped", "come", "came", "comes", "received", "receives", "receive", "put", "drove":
			if !r.idiom(i, sent.To) {
				continue
			}
		}
		if r.ws[i].Text == "accompanied" && i+1 < sent.To && r.ws[i+1].Text == "by" {
			v.list = prev == "was" || prev == "were"
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
			v.perfect = r.ws[k].Text == "had" && r.ws[i].Text != "had"
		}
		buf = append(buf, v)
	}
	return buf
}

// presents reports whether the verb at word i lists who was there: "Taking part were", "On the GCC side were", "Among
// the guests were", "The delegation also includes", "was at the meeting, as were", "was the host".
func (r *reading) presents(i, from, limit int) bool {
	verb := r.ws[i].Text
	switch verb {
	case "was", "were", "included", "include", "includes":
	default:
		return false
	}
	if i == from {
		return false
	}
	switch r.ws[i-1].Text {
	case "side", "guests", "visitors", "speakers", "interlocutors", "part", "present", "attendance", "attending", "participants", "participating", "members", "delegates":
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

// opensEvent reports whether a sentence begins with what its subject did there: "Opening the talks, the Prime Minister said".
func (r *reading) opensEvent(i, limit int) bool {
	switch r.ws[i].Text {
	case "opening", "addressing", "chairing", "hosting":
		return r.ws[i].Case == words.Title && r.noun(i+1, limit)
	}
	return false
}

// toldCounterpart reports whether somebody says something to a counterpart or a guest: "told his counterpart, Abbas Araghchi,".
func (r *reading) toldCounterpart(i, limit int) bool {
	if !r.is(i, lexicon.Say) || r.ws[i].Case != words.Lower || i+2 >= limit || r.ws[i+1].Text != "his" && r.ws[i+1].Text != "her" {
		return false
	}
	for k := i + 2; k < limit && k < i+6 && r.near(k); k++ {
		switch r.ws[k].Text {
		case "counterpart", "colleague", "guest", "visitor", "host", "interlocutor", "peer":
			return !r.ws[k].Poss && (r.ws[i].Text != "thanked" || r.personNext(k+1, limit))
		}
	}
	return false
}

// passiveBy reports whether the verb at word i is passive and tells who did it: was welcomed at the palace by President X.
func (r *reading) passiveBy(i, from, limit int) bool {
	if i == from || r.ws[i-1].Text != "was" && r.ws[i-1].Text != "were" {
		return false
	}
	for k := i + 1; k+1 < limit && k < i+9; k++ {
		if r.ws[k].Text == "by" {
			return r.personNext(k+1, limit)
		}
	}
	return false
}

// toldThem reports whether somebody named says something to those who act: "the Secretary-General, X, assured them".
func (r *reading) toldThem(i, from, limit int) bool {
	if i < from+2 || i+1 >= limit || !r.is(i, lexicon.Say) || r.ws[i].Case != words.Lower || !r.capital(i-1) {
		return false
	}
	switch r.ws[i+1].Text {
	case "him", "them", "each":
		return r.ws[i+1].Text != "each" || i+2 < limit && r.ws[i+2].Text == "other"
	case "mr", "mrs", "ms": // In Yerevan, Prime Minister Pashinyan thanked Mr Stoltenberg
		c := r.cover[from+1]
		return r.ws[from].Text == "in" && c.kind == countryCapital && int(c.to) < limit && r.ws[c.to].Gap == words.Comma
	case "her":
		return i+2 < limit && (r.ws[i+2].Text == "that" || r.ws[i+2].Text == "of" || r.ws[i+2].Text == "to" || r.ws[i+2].Text == "for")
	}
	return false
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

// denied reports whether the verb at word i is told not to have happened: did not meet, declined to receive.
func (r *reading) denied(i, from int) bool {
	for k := i - 1; k >= from && k >= i-2; k-- {
		switch r.ws[k].Text {
		case "not", "never", "didn't", "won't", "wouldn't", "hasn't", "cannot":
			return r.ws[i-1].Text != "only"
		case "to":
			if k > from {
				switch r.ws[k-1].Text {
				case "declined", "refused", "failed", "unable", "decline", "refuse":
					return true
				}
			}
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

// hadWith reports whether "had" at word i has its noun before it: the conversation that she had this morning with X.
func (r *reading) hadWith(i, from, limit int) bool {
	with := false
	for k := i + 1; k < limit && k < i+5; k++ {
		with = with || r.ws[k].Text == "with"
	}
	for k := i - 1; with && k > from && k > i-9; k-- {
		if r.ws[k].Text == "that" || r.ws[k].Text == "which" {
			return r.is(k-1, lexicon.EventNoun)
		}
	}
	return false
}

// noun reports whether a noun of an event follows "had": had a telephone conversation, had in-depth talks.
func (r *reading) noun(i, limit int) bool {
	if i < limit && strings.HasSuffix(r.ws[i].Text, "ed") && !r.is(i, lexicon.EventNoun) { // had answered the call
		return r.ws[i].Text == "detailed" || r.ws[i].Text == "extended" || r.ws[i].Text == "prolonged" || r.ws[i].Text == "varied"
	}
	for k := i; k < limit && k < i+7; k++ {
		if r.is(k, lexicon.EventNoun) || r.ws[k].Text == "lunch" || r.ws[k].Text == "exchange" || r.ws[k].Text == "breakfast" {
			return true
		}
		switch r.ws[k].Text {
		case "at", "on", "in", "to", "for", "by": // had prepared the ground at their meeting
			return false
		}
		if r.ws[k].Gap == words.Comma || r.capital(k) {
			return false
		}
	}
	return false
}

// verbal reports whether a word that may be a noun is a verb here.
func (r *reading) verbal(i, from, limit int, headline bool) bool {
	prev := ""
	if i > from {
		prev = r.ws[i-1].Text
	}
	if prev == "co" && r.ws[i].Gap == words.Hyphen && r.ws[i].Case == words.Lower { // will on Monday co-chair
		return i < from+2 || r.ws[i-2].Text != "the" && r.ws[i-2].Text != "a" && r.ws[i-2].Text != "as" && r.ws[i-2].Text != "its"
	}
	switch prev {
	case "will", "to", "would", "also", "should", "can":
		return true
	case "the", "a", "an", "of", "his", "her", "their", "its", "in", "phone", "telephone", "bilateral", "for", "on", "during", "courtesy", "first", "this", "official", "state":
		return false
	}
	if headline && i > from && i+1 < limit {
		return !r.ws[i-1].Poss && !r.is(i-1, lexicon.EventNoun)
	}
	switch r.ws[i].Text {
	case "meeting", "taking":
		return r.ws[i].Gap == words.Comma && i+1 < limit && r.ws[i+1].Text == "with" || i == from
	case "visits", "heads", "chairs", "leads", "calls":
		return i > from && r.capital(i-1) && !r.ws[i-1].Poss
	case "sign", "attend", "open", "chair", "lead", "visit", "call", "set":
		return false
	}
	return false
}

// withPerson returns the "with" that leads to somebody named, in the words from i on; 0 if none does.
func (r *reading) withPerson(i, limit int) int {
	for k := i; k+1 < limit; k++ {
		if r.ws[k].Text == "with" && r.personNext(k+1, limit) {
			return k
		}
	}
	return 0
}

// personNext reports whether somebody is named or meant by a title straight after: welcomed Prime Minister X.
func (r *reading) personNext(i, limit int) bool {
	for k := i; k < limit && k < i+4; k++ {
		if r.is(k, lexicon.TitleHead|lexicon.TitleModifier|lexicon.Honorific) && r.capital(k) || r.cover[k].kind == personName {
			return true
		}
	}
	return false
}

// idiom reports whether a verb of many uses tells of an event here: called on X, paid a courtesy call, took part.
func (r *reading) idiom(i, limit int) bool {
	next, second := "", ""
	if i+1 < limit {
		next = r.ws[i+1].Text
	}
	if i+2 < limit {
		second = r.ws[i+2].Text
	}
	switch r.ws[i].Text {
	case "called", "call", "calls":
		if next == "on" && r.urges(i+2, limit) {
			return false
		}
		if r.ws[i].Text != "called" {
			return true
		}
		return next == "on" || i+1 < limit && r.capital(i+1) && r.is(i+1, lexicon.TitleHead|lexicon.TitleModifier)
	case "paid", "pays", "pay":
		return r.noun(i+1, limit) || second == "visit" || second == "courtesy" || next == "a"
	case "took", "take", "taking":
		return next == "part" || next == "leave" || next == "office"
	case "gave", "give":
		for k := i + 1; k < limit && k < i+6; k++ {
			switch r.ws[k].Text {
			case "luncheon", "banquet", "dinner", "reception", "speech", "lunch", "address", "press":
				return true
			}
		}
		return false
	case "received", "receives", "receive": // not a letter from X
		for k := i + 1; k < limit && k < i+7 && r.ws[k].Gap <= words.Hyphen; k++ {
			switch r.ws[k].Text {
			case "report", "reports", "letter", "letters", "message", "messages", "telegram", "telegrams", "cable", "note", "award", "prize", "request", "reply", "response", "information", "invitation", "gift", "degree", "doctorate", "medal", "instructions", "briefing", "word", "news":
				return false
			}
			if r.capital(k) || r.ws[k].Text == "from" {
				break
			}
		}
		return true
	case "addressed":
		return next == "the" && i+2 < limit && (r.is(i+2, lexicon.EventNoun) || second == "participants" || second == "conference" || second == "forum" || second == "delegates" || second == "gathering" || second == "opening")
	case "ended", "ends", "resumed", "resume", "concluded", "conclude", "wrapped":
		return r.noun(i+1, limit) && (i == 0 || r.ws[i-1].Text != "to") // not: the need to resume talks
	case "come", "came", "comes":
		return next == "together" || next == "to" && i+2 < limit && (r.capital(i+2) || second == "the") && !r.is(i+2, lexicon.EventNoun)
	case "handed":
		for k := i + 1; k < limit && k < i+6; k++ {
			if r.ws[k].Text == "over" || r.ws[k].Text == "him" || r.ws[k].Text == "her" {
				return true
			}
		}
		return false
	case "put":
		for k := i + 1; k < limit && k < i+5; k++ {
			switch r.ws[k].Text {
			case "names", "name", "initials", "signature", "signatures", "pen", "seal":
				return true
			}
		}
		return false
	case "drove":
		return r.houseOfPerson(i, limit) > 0
	case "granted": // an audience
		for k := i + 1; k < limit && k < i+8; k++ {
			if r.ws[k].Text == "audience" || r.ws[k].Text == "interview" {
				return true
			}
		}
		return false
	case "made", "make":
		for k := i + 1; k < limit && k < i+5; k++ {
			switch r.ws[k].Text {
			case "visit", "call", "trip", "stop", "speech", "remarks", "statement":
				return true
			}
		}
		return false
	case "sat":
		return next == "down"
	case "shook":
		return next == "hands"
	case "followed":
		return next == "the" && i+2 < limit && r.is(i+2, lexicon.EventNoun)
	case "went", "goes", "go", "left", "set":
		return r.ws[i].Text == "left" && i+1 < limit && r.cover[i+1].kind.country() || next == "to" || next == "for" || next == "off" || next == "out" || next == "on" && second == "to"
	case "saw", "see":
		for k := i + 1; k < limit && k < i+4; k++ {
			if r.capital(k) || r.ws[k].Text == "counterparts" || r.ws[k].Text == "number" {
				return true
			}
		}
		return false
	case "agreed":
		return false
	case "led":
		return true
	case "delivered", "began":
		return r.noun(i+1, limit) || next == "a"
	}
	return true
}

// houseOfPerson returns the word "of" that leads to whose house, home or office somebody goes to, 0 if none does.
func (r *reading) houseOfPerson(i, limit int) int {
	for k := i + 1; k+1 < limit && k < i+8; k++ {
		switch r.ws[k].Text {
		case "house", "home", "residence", "office", "villa":
			if r.ws[k+1].Text == "of" {
				return k + 1
			}
		}
	}
	return 0
}

// urges reports whether "called on X" goes on to what X shall do: "called on Y to cede power", not "called on Y to convey
// greetings".
func (r *reading) urges(i, limit int) bool {
	for k := i; k+1 < limit && k < i+12 && r.ws[k].Gap != words.Comma; k++ {
		if r.ws[k].Text != "to" || r.ws[k+1].Case != words.Lower {
			continue
		}
		switch r.ws[k+1].Text {
		case "the", "a", "an", "convey", "discuss", "brief", "bid", "present", "pay", "express", "extend", "deliver", "hand", "offer", "exchange", "introduce", "congratulate", "inform", "say", "review", "take", "thank":
			return false
		}
		return true
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
