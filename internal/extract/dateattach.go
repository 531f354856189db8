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
	if t.sort == timeRelative && t.from > s.From && presentTense(c.text(t.from-1)) && c.aboveDateLine(t.block) {
		return onNoun, noTense // a line under the headline: "Guest leaves today after calls"
	}
	if c.ws[t.to-1].Poss {
		if c.incidentBehind(t.to, s.To) {
			return onBackground, noTense // yesterday's launch of a missile
		}
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
		if !t.days.To.Known() && !(t.sort == timeWeekday && (c.text(t.to) == "to" || c.text(t.to) == "through" || c.text(t.to) == "until")) && c.text(p-1) != "effective" && c.text(p-1) != "starting" && c.text(p-1) != "beginning" && c.text(p-1) != "effect" && c.text(p-1) != "force" {
			return onBackground, noTense
		}
	case "as":
		return onBackground, noTense
	}
	if p <= s.From || p == s.From+1 && c.ws[s.From].Number { // the sentence opens with it
		return c.opening(lex, t, s.To, statement)
	}
	if p > s.From && prep == "on" && c.dueThen(p, s.From) {
		return onBackground, noTense
	}
	if prep == "" && c.attributive(t, s.To) {
		if c.incidentBehind(t.to, s.To) {
			return onBackground, noTense
		}
		return onNoun, noTense
	}
	if p > s.From && (prep == "on" || prep == "in") && incident(c.text(p-1)) && c.gap(p) == words.Space {
		return onBackground, noTense // spoke about the missile launch on 5 May
	}
	return c.clause(lex, t, p, s.From, statement)
}

// presentTense reports whether a verb before "today" is in the present of headlines, which may mean the hours to come.
func presentTense(w string) bool {
	switch w {
	case "leaves", "departs", "arrives", "returns", "begins", "starts", "ends", "opens", "continues":
		return true
	}
	return false
}

// aboveDateLine reports whether a block of the body stands above the date line or the by-line of the text.
func (c *calendar) aboveDateLine(block int) bool {
	if block >= c.firstText() {
		return false
	}
	for i := block + 1; i < c.firstText(); i++ {
		if k := c.doc.Blocks[i].Kind; k == document.DateLine || k == document.Byline {
			return true
		}
	}
	return false
}

// incident reports whether a word is a thing that happens, of which others then speak; no event of diplomacy.
func incident(t string) bool {
	switch t {
	case "attack", "attacks", "launch", "launches", "incident", "incidents", "election", "elections", "explosion", "explosions", "earthquake", "earthquakes", "quake", "test", "tests", "airstrike", "airstrikes", "raid", "raids", "offensive", "landslide", "landslides", "massacre", "tragedy", "blast", "blasts", "crackdown", "coup", "crash", "killing", "death", "referendum", "vote",
		"strike", "strikes", "shooting", "accident", "disaster", "fire", "flood", "floods", "bombing", "bombings", "assassination", "invasion", "takeover", "outbreak", "collision", "eruption", "hurricane", "typhoon", "cyclone":
		return true
	}
	return false
}

// dueThen reports whether the words before the preposition at p tell when something else is due: "The elections are due on
// December 24".
func (c *calendar) dueThen(p, from int) bool {
	switch c.text(p - 1) {
	case "due", "scheduled", "slated", "planned", "set":
	default:
		return false
	}
	for k := p - 2; k >= max(from, p-7); k-- {
		if incident(c.text(k)) || c.text(k) == "polls" {
			return true
		}
	}
	return false
}

// incidentBehind reports whether the noun that the words from i lead up to is something that happens: "ballistic missile
// launch".
func (c *calendar) incidentBehind(i, to int) bool {
	for k := i; k < min(to, i+5) && c.gap(k) <= words.Space; k++ {
		if incident(c.text(k)) {
			return true
		}
		switch c.text(k) {
		case "of", "in", "on", "with", "and", "by", "between", "meeting", "call", "talks", "visit", "summit":
			return false
		}
	}
	return false
}

func relativeDay(t string) bool { return t == "today" || t == "yesterday" || t == "tomorrow" }

// preposition finds the preposition before a time, over "the morning of", "early", "late": its index and text. Where there
// is none the index is that of the first such word, or of the time itself.
func (c *calendar) preposition(t *toldTime, from int) (int, string) {
	i := t.from
	for i > from && i > t.from-7 && c.gap(i) <= words.Comma && c.gap(i) != words.Stop {
		w := c.text(i - 1)
		switch w {
		case "on", "in", "at", "since", "until", "till", "by", "before", "after", "following", "dated", "beyond", "to", "for", "from", "between", "during", "over", "as", "am", "dem", "le", "el":
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
