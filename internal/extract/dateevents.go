package extract

import (
	"strings"
	"unicode/utf8"

	"readout/internal/date"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/words"
)

// knownDay reads a day without year as that of an event that we know, where the words around it are the event's: "the
// summit of June 12". What a text tells so is less than a year old.
func (x *dater) knownDay(t *toldTime) (yearClue, bool) {
	sent := x.doc.View.Sentences[t.sentence]
	d := t.days.From
	k := yearClue{rule: "named-event", cost: costDay}
	best := 0
	for i := range x.lex.Events {
		e := &x.lex.Events[i]
		if e.From.Month != d.Month && e.To.Month != d.Month || !inSpan(e, d) {
			continue
		}
		if !x.gathers(e, sent.From, sent.To) {
			continue
		}
		n := x.overlap(e, max(sent.From, t.from-16), min(sent.To, t.to+10), t)
		for _, h := range x.hits[t.sentence] {
			if h.Class == lexicon.EventPhrase && int(h.Index) == i {
				n += 3
			}
		}
		if n < 2 || n < best {
			continue
		}
		if n > best {
			k.within, best = nil, n
		}
		from := date.Day{Year: e.From.Year, Month: d.Month, Day: d.Day}.Number()
		a := allowed{from: from - 20, to: from + 370} // "until December 8" may be told on the 7th
		if x.toCome(t.sentence, t.from) {
			a = allowed{from: from - 370, to: from}
		}
		k.within, k.entry = append(k.within, a), e.ID
		k.told = date.Span(date.FromNumber(max(a.from, from-370)), date.FromNumber(a.to))
		if a.to > from {
			k.told.From = date.FromNumber(from)
		}
	}
	if best == 0 {
		return k, false
	}
	if len(k.within) > 1 {
		k.told = date.Date{}
	}
	k.evidence = []record.Evidence{x.evidence(t.from, t.to, k.rule)}
	return k, true
}

// gathers reports whether, of an event that is a gathering, the words from..to speak of one: "Brussels" and "NATO" alone
// are no summit.
func (x *dater) gathers(e *lexicon.Event, from, to int) bool {
	for _, noun := range [...]string{"Summit", "summit", "Meeting", "Conference", "session", "Games", "Expo", "Olympic"} {
		if !strings.Contains(e.Label, noun) {
			continue
		}
		for i := from; i < to; i++ {
			if t := x.ws[i].Text; len(t) >= len(noun) && alike(t[:len(noun)], noun) || t == "talks" {
				return true
			}
		}
		return false
	}
	return true
}

// inSpan reports whether a day without year is the day of an event, or one of its days where it lasted no more than two
// weeks or so.
func inSpan(e *lexicon.Event, d date.Day) bool {
	if !e.From.Full() {
		return false
	}
	day, ok := d.In(e.From.Year)
	if day == e.From || !ok || !e.To.Full() {
		return ok && day == e.From
	}
	return day.Compare(e.From) > 0 && day.Compare(e.To) <= 0 && e.To.Since(e.From) <= 16
}

// overlap counts the telling words of an event's label and phrases that stand among words from..to, each once.
func (x *dater) overlap(e *lexicon.Event, from, to int, t *toldTime) int {
	o := overlap{x: x, from: from, to: to, t: t}
	o.look(e.Label)
	for _, p := range e.Phrases {
		o.look(p)
	}
	return o.n
}

// overlap is the work of dater.overlap. Labels are compared letter by letter: this is done for many events and must not
// make words of each.
type overlap struct {
	x        *dater
	from, to int
	t        *toldTime
	seen     [24]string
	count, n int
}

// look counts the words of one label.
func (o *overlap) look(label string) {
	for i := range len(label) {
		if label[i] >= utf8.RuneSelf {
			label = words.Fold(label)
			break
		}
	}
	for i := 0; i < len(label); {
		if !alphanumeric(label[i]) {
			i++
			continue
		}
		start, upper := i, true
		for i < len(label) && (alphanumeric(label[i]) || label[i] == '.' && i+2 < len(label) && label[i+2] == '.') {
			upper = upper && label[i] >= 'A' && label[i] <= 'Z'
			i++
		}
		if w := label[start:i]; w[0] > '9' && (len(w) > 3 || upper && len(w) > 1) {
			o.word(w)
		}
	}
}

// word counts a word of a label if it is a telling one.
func (o *overlap) word(w string) {
	if len(w) > 3 && (weak(w) || monthName(w)) {
		return
	}
	key := w[:min(len(w), 6)]
	switch {
	case alike(w, "dprk"), alike(w, "korean"), alike(w, "korea"):
		key = "north"
	}
	for _, s := range o.seen[:o.count] {
		if alike(s, key) {
			return
		}
	}
	if o.count == len(o.seen) {
		return
	}
	o.seen[o.count] = key
	o.count++
	for i := o.from; i < o.to; i++ {
		if t := o.x.ws[i].Text; (i < o.t.from || i >= o.t.to) && len(t) >= len(key) && alike(t[:len(key)], key) {
			o.n++
			return
		}
	}
}

func alphanumeric(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
}

// alike reports whether two words of ASCII letters are the same but for capitals.
func alike(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		if a[i]|0x20 != b[i]|0x20 {
			return false
		}
	}
	return true
}

// monthName reports whether a word is the name of a month.
func monthName(w string) bool {
	for _, m := range [...]string{"january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december"} {
		if alike(w, m) {
			return true
		}
	}
	return false
}

// weak reports whether a word of an event's label tells nothing by itself.
func weak(w string) bool {
	for _, t := range [...]string{"with", "from", "between", "first", "second", "third", "united", "nations", "republic", "international", "meeting", "leaders", "economic", "opens", "opened",
		"joint", "government", "established", "announced", "signed", "south"} {
		if alike(w, t) {
			return true
		}
	}
	return false
}

// shares reports whether a label holds one of a few words: a quick look before overlap.
func shares(label string, few []string) bool {
	for _, w := range few {
		if strings.Contains(label, w) {
			return true
		}
	}
	return false
}

// lastYear reads "the Washington Summit last year": the year after that of the event.
func (x *dater) lastYear(t *toldTime, out []yearClue) []yearClue {
	sent := x.doc.View.Sentences[t.sentence]
	k := yearClue{rule: "named-event", cost: costName}
	var capitals []string
	from := max(sent.From, t.from-7)
	for i := from; i < t.from; i++ {
		if w := &x.ws[i]; w.Case == words.Title && len(w.Text) > 4 && x.lex.ClassOf(w.Text)&(lexicon.TitleHead|lexicon.TitleModifier) == 0 {
			capitals = append(capitals, x.doc.View.Text[w.Start:w.End])
		}
	}
	best := 1
	for i := range x.lex.Events {
		e := &x.lex.Events[i]
		if e.Anniversary || e.From.Year < 1990 || len(capitals) == 0 || !shares(e.Label, capitals) {
			continue
		}
		n := x.overlap(e, from, min(sent.To, t.to+4), t)
		if n < 2 {
			continue
		}
		n *= 8 // what the headline shares with it decides between events alike
		if head := x.headlineSentence(); head >= 0 {
			h := x.doc.View.Sentences[head]
			n += x.overlap(e, h.From, h.To, t)
		}
		if n < best {
			continue
		}
		if n > best {
			k.within, best = nil, n
		}
		y := e.From.Year + 1
		k.within, k.entry = append(k.within, allowed{from: date.Day{Year: y, Month: 1, Day: 1}.Number(), to: date.Day{Year: y, Month: 12, Day: 31}.Number()}), e.ID
	}
	if len(k.within) == 0 || len(k.within) > 6 {
		return out
	}
	k.evidence = []record.Evidence{x.evidence(t.from, t.to, k.rule)}
	return append(out, k)
}
