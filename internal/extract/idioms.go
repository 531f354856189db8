package extract

import (
	"strings"

	"readout/internal/lexicon"
	"readout/internal/words"
)

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
		return next == "part" || next == "leave" || next == "office" || r.credentialsAhead(i, limit)
	case "gave", "give":
		for k := i + 1; k < limit && k < i+6; k++ {
			switch r.ws[k].Text {
			case "luncheon", "banquet", "dinner", "reception", "speech", "lunch", "address", "press":
				return true
			}
		}
		return false
	case "received", "receives", "receive": // not a letter from X
		if r.credentialsAhead(i, limit) {
			return true
		}
		for k := i + 1; k < limit && k < i+7 && r.ws[k].Gap <= words.Hyphen; k++ {
			switch r.ws[k].Text {
			case "letter", "letters", "report", "reports", "message", "messages", "telegram", "telegrams", "cable", "note", "award", "prize", "request", "reply", "response", "information", "invitation", "gift", "degree", "doctorate", "medal", "instructions", "briefing", "word", "news":
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
	case "undertake", "undertakes", "undertook", "undertaking", "embarked", "embarks":
		return r.noun(i+1, limit)
	case "delivered", "delivers":
		for k := i + 1; k < limit && k < i+8; k++ {
			switch r.ws[k].Text {
			case "letter", "message":
				return true
			}
		}
		return r.noun(i+1, limit) || next == "a"
	case "began":
		return r.noun(i+1, limit) || next == "a"
	}
	return true
}

// credentialsAhead reports whether what is received, accepted or presented at word i are the credentials of an ambassador, or
// copies of them.
func (r *reading) credentialsAhead(i, limit int) bool {
	for k := i + 1; k < limit && k < i+9 && r.near(k); k++ {
		switch r.ws[k].Text {
		case "credentials", "credence", "accreditation":
			return true
		}
	}
	return false
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

// dwelling reports whether a word is a place where somebody is called on.
func dwelling(w string) bool {
	switch w {
	case "house", "home", "residence", "office", "villa":
		return true
	}
	return false
}

// houseOfPerson returns the word "of" that leads to whose house, home or office somebody goes to, 0 if none does.
func (r *reading) houseOfPerson(i, limit int) int {
	for k := i + 1; k+1 < limit && k < i+8; k++ {
		if dwelling(r.ws[k].Text) && r.ws[k+1].Text == "of" {
			return k + 1
		}
	}
	return 0
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
	for k := i; k < limit && k < i+4 && r.ws[k].Text != "of"; k++ {
		if r.is(k, lexicon.TitleHead|lexicon.TitleModifier|lexicon.Honorific) && r.capital(k) || r.cover[k].kind == personName {
			return true
		}
		if k > i && k+1 < limit && r.is(k, lexicon.TitleHead) && r.cover[k-1].kind.country() && r.capital(k+1) { // American ambassador John Roe
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

// toldCounterpart reports whether somebody says something to a counterpart or a guest: "told his counterpart, Abbas Araghchi,".
func (r *reading) toldCounterpart(i, limit int) bool {
	if r.toldNamed(i, limit) {
		return true
	}
	if !r.is(i, lexicon.Say) || r.ws[i].Case != words.Lower || i+2 >= limit || r.ws[i+1].Text != "his" && r.ws[i+1].Text != "her" {
		return false
	}
	for k := i + 2; k < limit && k < i+6 && r.near(k); k++ {
		if w := r.ws[k].Text; fellow(w) && !pluralHeads[w] || w == "guest" || w == "visitor" || w == "host" {
			return !r.ws[k].Poss && (r.ws[i].Text != "thanked" || r.personNext(k+1, limit))
		}
	}
	return false
}

// toldNamed reports whether somebody tells something to one who is named, and called a counterpart behind the name: "told Kim
// Yong Kil, his counterpart in Seoul, that".
func (r *reading) toldNamed(i, limit int) bool {
	if r.ws[i].Text != "told" && r.ws[i].Text != "assured" && r.ws[i].Text != "informed" || r.ws[i].Case != words.Lower || i+4 >= limit || !r.capital(i+1) {
		return false
	}
	for k := i + 2; k+1 < limit && k < i+8; k++ {
		if r.ws[k].Text == "his" || r.ws[k].Text == "her" {
			for j := k + 1; j < limit && j < k+4; j++ {
				if fellow(r.ws[j].Text) {
					return r.ws[k].Gap == words.Comma
				}
			}
			return false
		}
		if r.ws[k].Case == words.Lower && !r.is(k, lexicon.Particle|lexicon.TitleHead) {
			return false
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

// opensEvent reports whether a sentence begins with what its subject did there: "Opening the talks, the Prime Minister said".
func (r *reading) opensEvent(i, limit int) bool {
	switch r.ws[i].Text {
	case "introducing": // the visitor, X said
		if r.ws[i].Case == words.Title && i+2 < limit {
			switch r.ws[i+2].Text {
			case "visitor", "visitors", "guest", "guests", "delegation", "team", "envoy", "envoys":
				return true
			}
		}
		return false
	case "opening", "addressing", "chairing", "hosting":
		return r.ws[i].Case == words.Title && r.noun(i+1, limit)
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
