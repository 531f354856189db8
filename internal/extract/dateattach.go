package extract

import (
	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/words"
)

// attachment tells what a time belongs to in its sentence.
type attachment uint8

// The attachments, from the loosest.
const (
	onBackground attachment = iota // another event, a deadline: "since the summit of June 12"
	onReport                       // the verb of saying: "the ministry said on Wednesday"
	onNoun                         // a noun: "the June 18 call", "Monday's meeting", "(February 14-16)"
	onEvent                        // the clause that tells the event: "met on June 18"
	onTitle                        // the headline: "... Holds a Consultation (Jan. 18)"
)

// tense of the clause that a time belongs to.
type tense uint8

const (
	noTense tense = iota
	past
	future
)

// attach reads what a time belongs to and the tense there. statement tells that the saying itself is the event.
func (c *calendar) attach(lex *lexicon.Lexicon, t *toldTime, statement bool) (attachment, tense) {
	s := c.doc.View.Sentences[t.sentence]
	switch c.doc.Blocks[t.block].Kind {
	case document.Headline:
		if c.gap(t.from) == words.Open {
			if t.to >= s.To || s.To-t.to <= 2 {
				return onTitle, c.headlineTense(lex, s.From, t.from)
			}
			return onNoun, noTense
		}
		if s.To-t.to == 0 && c.gap(t.from) >= words.Comma {
			return onTitle, c.headlineTense(lex, s.From, t.from)
		}
		return onNoun, c.headlineTense(lex, s.From, s.To)
	case document.Caption:
		return onNoun, past
	case document.Paragraph, document.Item, document.Subhead, document.Note:
	default:
		return onBackground, noTense
	}
	if c.ws[t.to-1].Poss {
		return onNoun, noTense
	}
	if c.gap(t.from) == words.Open {
		if t.sort == timeDay && c.gap(t.to) >= words.Close && t.from-1 > s.From && relativeDay(c.text(t.from-1)) {
			return onEvent, c.clauseTense(lex, t.from-1, s.From, s.To) // today (7 January)
		}
		return onNoun, c.clauseTense(lex, t.from, s.From, s.To)
	}
	p, prep := c.preposition(t, s.From)
	switch prep {
	case "since", "until", "till", "by", "before", "after", "following", "dated", "beyond", "to":
		return onBackground, noTense
	case "of", "for":
		if !statement || t.from-s.From > 3 {
			return onBackground, noTense
		}
	case "from":
		if !t.days.To.Known() && c.text(p-1) != "effective" && c.text(p-1) != "starting" && c.text(p-1) != "beginning" && c.text(p-1) != "effect" && c.text(p-1) != "force" {
			return onBackground, noTense
		}
	case "as":
		return onBackground, noTense
	}
	if p <= s.From || p == s.From+1 && c.ws[s.From].Number { // the sentence opens with it
		return c.opening(lex, t, s.To, statement)
	}
	if prep == "" && c.attributive(t, s.To) {
		return onNoun, noTense
	}
	return c.clause(lex, t, p, s.From, statement)
}

func relativeDay(t string) bool { return t == "today" || t == "yesterday" || t == "tomorrow" }

// preposition finds the preposition before a time, over "the morning of", "early", "late": its index and text. Where there
// is none the index is that of the first such word, or of the time itself.
func (c *calendar) preposition(t *toldTime, from int) (int, string) {
	i := t.from
	for i > from && i > t.from-7 && c.gap(i) <= words.Comma && c.gap(i) != words.Stop {
		w := c.text(i - 1)
		switch w {
		case "on", "in", "at", "since", "until", "till", "by", "before", "after", "following", "dated", "beyond", "to", "for", "from", "between", "during", "as", "am", "dem", "le", "el":
			return i - 1, w
		case "of":
			if i-2 >= from && dayPart(c.text(i-2)) {
				i -= 2
				continue
			}
			return i - 1, w
		case "the", "early", "late", "earlier", "later", "both", "hours", "local":
			i--
			continue
		}
		if dayPart(w) && i < t.from {
			i--
			continue
		}
		break
	}
	return i, ""
}

func dayPart(t string) bool {
	switch t {
	case "morning", "afternoon", "evening", "night", "noon", "hours", "day", "midnight", "end", "dawn", "opening", "eve":
		return true
	}
	return false
}

// attributive reports whether a time stands before a noun that it describes: "the April 27 summit", "Syria's May 26
// election".
func (c *calendar) attributive(t *toldTime, to int) bool {
	if t.to >= to || c.gap(t.to) != words.Space || t.from == 0 || c.gap(t.from) != words.Space {
		return false
	}
	before, next := &c.ws[t.from-1], &c.ws[t.to]
	switch next.Text {
	case "to", "in", "at", "for", "with", "on", "and", "or", "by", "from", "that", "as", "after", "during", "when", "where", "while", "but", "between", "before", "via", "over", "about", "through", "afternoon", "morning", "evening", "night", "local":
		return false
	}
	if before.Poss {
		return true
	}
	switch before.Text {
	case "the", "their", "its", "his", "her", "this", "that", "a", "an", "our", "these", "those":
		return next.Case == words.Lower || next.Case == words.Title || next.Case == words.Upper
	}
	return false
}

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
			if w.Text == "which" && verb >= 0 && c.occurs(verb) && !c.earlierOne(k, from) {
				return onNoun, past // the 14th Policy Consultation, which took place on Wednesday, January 15
			}
			return onBackground, noTense
		case "when", "since", "until", "because", "if":
			return onBackground, noTense
		case "after", "before", "following", "ahead", "despite", "between":
			if verb < 0 && w.Text != "between" {
				return onBackground, noTense
			}
			continue
		case "that":
			if c.saidBefore(k, from) {
				return c.told(t, verb, from)
			}
			if verb >= 0 {
				return onBackground, noTense
			}
			continue
		}
		if verb >= 0 || !finite(lex, w) && !saying(w.Text) {
			continue
		}
		if saying(w.Text) && !(w.Text == "told" && !c.press(k+1, p)) {
			if statement {
				return onEvent, past
			}
			return onReport, past
		}
		if k == p-1 && c.participle(lex, k, from) {
			return onBackground, noTense
		}
		verb = k
	}
	return c.told(t, verb, from)
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

// occurs reports whether the verb at v says that an event took place.
func (c *calendar) occurs(v int) bool {
	switch c.text(v) {
	case "took", "held", "began", "opened", "occurred", "happened", "was", "were", "started":
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
	case "met", "spoke", "place", "began", "took", "talks", "meeting", "went":
		return false
	}
	switch c.text(k - 1) {
	case "was", "were", "been", "be", "is", "are", "has", "had", "have", "and", "or", "will", "also", "then", "jointly", "officially", "formally":
		return false
	}
	if c.ws[k].Gap >= words.Comma {
		return false
	}
	for i := from; i < k; i++ { // another verb before it
		if w := &c.ws[i]; w.Case == words.Lower && (finite(lex, w) || saying(w.Text)) && w.Text != "made" && !c.ws[i].Poss {
			return true
		}
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
	case "will", "shall", "is", "are", "was", "were", "has", "had", "have", "took", "came", "began", "ended", "became", "took place":
		return true
	case "meeting", "talks", "talk", "visit", "call", "meet", "set", "sign", "visiting", "led", "headed", "holding", "taking", "leading", "made", "speaks", "leave", "leaving", "arriving", "participating", "welcoming", "hosting", "signing", "call's", "calls", "visits", "named", "hold", "host", "address", "review", "present", "issue", "open", "launch", "exchange", "lead", "chair", "travel", "travels":
		switch w.Text {
		case "meet", "hold", "visit", "sign", "host", "travel", "travels", "visits", "led", "open", "made", "set":
			return true
		}
		return false
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
			if i > from && i+1 < to && lex.ClassOf(c.text(i+1))&lexicon.Act != 0 && c.ws[i+1].Text != "meeting" && c.ws[i+1].Text != "call" {
				return future
			}
		}
	}
	return past
}
