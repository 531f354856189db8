package extract

import (
	"strings"

	"readout/internal/lexicon"
	"readout/internal/words"
)

// opening reads a time with which the sentence begins: it belongs to the first verb behind it.
func (c *calendar) opening(lex *lexicon.Lexicon, t *toldTime, to int, statement bool) (attachment, tense) {
	relativeClause := false
	for i := t.to; i < to; i++ {
		w := &c.ws[i]
		if w.Case != words.Lower {
			continue
		}
		switch w.Text {
		case "who", "which", "whom", "whose", "where":
			relativeClause = true
			continue
		case "will", "shall":
			if !relativeClause {
				return onEvent, future
			}
		case "is", "are":
			if !relativeClause {
				if c.text(i+1) == "to" || c.text(i+1) == "scheduled" || c.text(i+1) == "expected" || c.text(i+1) == "due" {
					return onEvent, future
				}
				if t.sort == timeRelative {
					return onNoun, noTense // today is a great day
				}
				return onEvent, noTense
			}
		}
		if relativeClause {
			if c.gap(i) == words.Comma && i > t.to+1 && (finite(lex, w) || saying(w.Text)) {
				relativeClause = false
			} else {
				continue
			}
		}
		switch {
		case saying(w.Text):
			if statement {
				return onEvent, past
			}
			return onReport, past
		case finite(lex, w):
			return onEvent, past
		}
	}
	return onEvent, noTense
}

// clause reads the clause before a time whose preposition stands at p, back to the start of the sentence.
func (c *calendar) clause(lex *lexicon.Lexicon, t *toldTime, p, from int, statement bool) (attachment, tense) {
	verb := -1 // the verb that the time belongs to
	for k := p - 1; k >= from; k-- {
		w := &c.ws[k]
		if k < p-1 {
			if g := c.ws[k+1].Gap; verb >= 0 && g >= words.Comma && g != words.Close {
				break // the clause of the verb begins here
			}
		}
		if w.Case != words.Lower && k > from {
			continue
		}
		switch w.Text {
		case "which", "who", "whom", "whose", "where":
			if verb >= 0 && c.closedBefore(k, verb) {
				continue
			}
			if verb >= 0 && w.Gap == words.Comma && c.gap(p) == words.Comma && t.to >= c.doc.View.Sentences[t.sentence].To {
				verb = -1 // paid a visit to Portugal, which holds the presidency, on 11 March.
				continue
			}
			if w.Text == "which" && verb >= 0 && c.occurs(verb) && !c.earlierOne(k, from) {
				return onNoun, past // the 14th Policy Consultation, which took place on Wednesday, January 15
			}
			return onBackground, noTense
		case "when", "since", "until", "because", "if":
			return onBackground, noTense
		case "during":
			if verb < 0 {
				return onNoun, noTense // during his visit from 29 November to 2 December, he met ...
			}
			continue
		case "after", "before", "following", "ahead", "despite", "between":
			if verb < 0 && w.Text == "after" && c.saidAfterTalks(lex, k, p, from) {
				return onEvent, past
			}
			if verb < 0 && w.Text != "between" && c.text(k+1) != "that" && c.text(k+1) != "this" && c.text(k+1) != "which" {
				return onBackground, noTense
			}
			continue
		case "that":
			if c.saidBefore(k, from) {
				return c.told(t, verb, from)
			}
			if verb >= 0 || k > from && !pointed(c.text(k-1)) {
				return onBackground, noTense // the earthquakes that struck the south yesterday
			}
			continue
		}
		if verb >= 0 || !finite(lex, w) && !saying(w.Text) || k > from && opensNoun(c.text(k-1)) {
			continue // the occupied territory
		}
		if saying(w.Text) && !(w.Text == "told" && !c.press(k+1, p)) {
			if statement {
				return onEvent, past
			}
			return onReport, past
		}
		if k == p-1 && c.participle(lex, k, from) {
			for i := k - 1; w.Text == "held" && i >= max(from, k-5); i-- {
				if c.text(i) == "a" || c.text(i) == "an" { // the subject of a meeting held on 22 October
					return onNoun, past
				}
			}
			return onBackground, noTense
		}
		if k == p-1 && w.Gap == words.Comma && c.gap(t.to) == words.Comma && (w.Text == "held" || strings.HasSuffix(w.Text, "ed")) {
			return onNoun, past // the agreement, signed on 3 March, enters into force
		}
		verb = k
	}
	return c.told(t, verb, from)
}

// saidAfterTalks reports whether the sentence tells what somebody said after talks, whose day it then tells: "the two
// governments said after talks in Paramaribo yesterday". k is the word "after", p where the time begins.
func (c *calendar) saidAfterTalks(lex *lexicon.Lexicon, k, p, from int) bool {
	noun := false
	for i := k + 1; i < p; i++ {
		switch t := c.text(i); t {
		case "talks", "meeting", "consultations", "session":
			noun = true
		case "previous", "earlier", "last", "first", "another", "their", "his", "her", "with":
			return false
		default:
			if c.ws[i].Case == words.Lower && finite(lex, &c.ws[i]) {
				return false
			}
		}
	}
	if !noun {
		return false
	}
	for i := k - 1; i >= max(from, k-24); i-- {
		switch {
		case saying(c.text(i)), c.text(i) == "agreed":
			return true
		case c.ws[i].Case == words.Lower && finite(lex, &c.ws[i]) && i > k-3:
			return false
		}
	}
	return false
}

// saidBefore reports whether the "that" at k opens what somebody said: "announced today that".
func (c *calendar) saidBefore(k, from int) bool {
	for i := k - 1; i >= max(from, k-4); i-- {
		if saying(c.text(i)) || c.text(i) == "announcement" || c.text(i) == "statement" {
			return true
		}
	}
	return false
}

// pointed reports whether the word before "that" makes it point at the noun behind it: "at that meeting".
func pointed(before string) bool {
	switch before {
	case "at", "in", "on", "during", "of", "for", "from", "by", "to", "with", "after", "before", "and":
		return true
	}
	return false
}

// occurs reports whether the verb at v says that an event took place.
func (c *calendar) occurs(v int) bool {
	switch c.text(v) {
	case "took", "held", "began", "opened", "occurred", "chaired", "hosted", "attended", "happened", "was", "were", "started":
		return true
	}
	return false
}

// earlierOne reports whether the noun before the clause that opens at k is an event told to be an earlier one.
func (c *calendar) earlierOne(k, from int) bool {
	for i := k - 1; i >= max(from, k-8); i-- {
		switch c.text(i) {
		case "last", "previous", "earlier", "first", "after", "since", "following", "recent", "former":
			return true
		}
	}
	return false
}

// told gives the tense of the verb that a time belongs to.
func (c *calendar) told(t *toldTime, verb, from int) (attachment, tense) {
	if verb < 0 {
		for i := t.to; i < min(t.to+3, len(c.ws)) && c.gap(i) <= words.Space; i++ {
			if w := c.text(i); w == "will" || w == "shall" {
				return onEvent, future
			}
		}
		return onEvent, noTense
	}
	if c.comes(verb, from) {
		return onEvent, future
	}
	switch c.text(verb) {
	case "meet", "meets", "visit", "visits", "hold", "holds", "travels", "hosts", "is", "are", "to":
		return onEvent, noTense
	}
	return onEvent, past
}

// comes reports whether the verb at index v is of things to come: "will visit", "is to meet", "plans to hold".
func (c *calendar) comes(v, from int) bool {
	for k := v; k >= max(from, v-6); k-- {
		switch c.text(k) {
		case "will", "shall", "scheduled", "slated", "plans", "planned", "upcoming", "expected", "intends":
			return true
		case "to":
			if k > from && (c.text(k-1) == "is" || c.text(k-1) == "are" || c.text(k-1) == "due" || c.text(k-1) == "set") {
				return true
			}
		}
		if k < v && c.ws[k+1].Gap >= words.Comma {
			return false
		}
	}
	return false
}

// closedBefore reports whether the relative clause that opens at k is closed before the verb: a comma stands right before
// the verb, as in "who is in New York, had a meeting".
func (c *calendar) closedBefore(k, verb int) bool {
	return verb > k+1 && c.ws[verb].Gap >= words.Comma
}

// press reports whether the words from..to name those to whom officials speak in public.
func (c *calendar) press(from, to int) bool {
	for i := from; i < to; i++ {
		switch c.text(i) {
		case "reporters", "journalists", "press", "media", "briefing", "agency", "lawmakers", "parliament":
			return true
		}
	}
	return false
}

// participle reports whether the verb at k, right before the time, describes the noun before it and is not the verb of
// the sentence: "the summit held on June 12".
func (c *calendar) participle(lex *lexicon.Lexicon, k, from int) bool {
	if k <= from {
		return false
	}
	switch c.text(k) {
	case "met", "spoke", "place", "began", "took", "talks", "meeting", "went", "ended", "arrived", "departed", "returned", "left", "started", "opened":
		return false
	}
	switch c.text(from) {
	case "in", "under", "with", "pursuant", "based", "building", "given", "per", "as", "further", "recalling": // in line with the agreement reached on 3 March, they ...
		if k-from < 14 {
			return true
		}
	}
	switch c.text(k - 1) {
	case "was", "were", "been", "be", "is", "are", "has", "had", "have", "and", "or", "will", "also", "then", "jointly", "officially", "formally":
		return false
	}
	if c.ws[k].Gap >= words.Comma {
		return false
	}
	for i := from; i < k; i++ { // another verb before it
		if w := &c.ws[i]; w.Case == words.Lower && (finite(lex, w) || saying(w.Text)) && w.Text != "made" && !c.ws[i].Poss && c.text(i+1) != "by" {
			return true
		}
	}
	return false
}

// opensNoun reports whether a word opens a noun phrase, so that what follows is no verb.
func opensNoun(t string) bool {
	switch t {
	case "the", "a", "an", "its", "their", "his", "newly", "recently":
		return true
	}
	return false
}

// saying reports whether a word is a verb with which a text names its source.
func saying(t string) bool {
	switch t {
	case "said", "says", "announced", "announces", "stated", "reported", "told", "noted", "added", "confirmed", "disclosed", "revealed", "according", "informed", "declared":
		return true
	}
	return false
}

// finite reports whether a word looks like the verb of a clause.
func finite(lex *lexicon.Lexicon, w *words.Word) bool {
	if w.Case != words.Lower {
		return false
	}
	switch w.Text {
	case "will", "shall", "is", "are", "was", "were", "has", "had", "have", "took", "came", "began", "ended", "became", "made", "led", "set",
		"meet", "hold", "visit", "visits", "sign", "host", "travel", "travels", "open":
		return true
	case "meeting", "talks", "talk", "call", "calls", "leave", "leaving", "address", "review", "present", "issue", "launch", "exchange", "lead", "leading", "chair", "named",
		"visiting", "headed", "holding", "taking", "arriving", "participating", "welcoming", "hosting", "signing":
		return false // nouns more often, or parts of a phrase
	}
	if lex.ClassOf(w.Text)&(lexicon.Act|lexicon.Contact) != 0 {
		return true
	}
	n := len(w.Text)
	return n > 4 && w.Text[n-2:] == "ed" && w.Text != "united"
}

// clauseTense reads the tense of a sentence from its verbs.
func (c *calendar) clauseTense(lex *lexicon.Lexicon, at, from, to int) tense {
	for k := at - 1; k >= from; k-- {
		switch c.text(k) {
		case "will", "shall", "scheduled", "slated", "plans":
			return future
		}
		if finite(lex, &c.ws[k]) && !saying(c.text(k)) {
			if c.comes(k, from) {
				return future
			}
			return past
		}
	}
	return noTense
}

// headlineTense reads the tense of a headline, whose present tells what has happened: "Minister to Visit" is to come.
func (c *calendar) headlineTense(lex *lexicon.Lexicon, from, to int) tense {
	for i := from; i < to; i++ {
		switch c.text(i) {
		case "will", "upcoming", "announcing":
			return future
		case "to":
			next := c.text(i + 1)
			if next == "co" {
				next = c.text(i + 2)
			}
			if i > from && i+1 < to && (next == "be" || lex.ClassOf(next)&lexicon.Act != 0 && next != "meeting" && next != "call") {
				return future
			}
		}
	}
	return past
}
