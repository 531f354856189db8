package main

import (
	"fmt"
	"strings"

	"readout/internal/date"
	"readout/internal/lexicon"
)

// lexiconPaper prints entries of the lexicon.
type lexiconPaper struct {
	*paper
	l *lexicon.Lexicon
}

// mostShown is how many holders, offices or persons are listed before the rest is only counted.
const mostShown = 40

// labelWidth is the width of the labels before what they tell.
const labelWidth = 12

// tell prints a label and what it tells; nothing where there is nothing to tell.
func (p *lexiconPaper) tell(label, text string) {
	if text != "" {
		p.wrap([]piece{{fmt.Sprintf("%-*s", labelWidth, label), dim}}, piece{text, plain})
	}
}

func (p *lexiconPaper) entry(entry any) {
	switch e := entry.(type) {
	case *lexicon.Person:
		p.person(e)
	case *lexicon.Office:
		p.office(e)
	case *lexicon.Country:
		p.country(e)
	case *lexicon.Topic:
		p.line(piece{e.ID, bold}, piece{"  topic", dim})
		p.tell("Label", e.Label)
		p.tell("Scope", e.Scope)
		p.phrases(e.Phrases)
	case *lexicon.List:
		p.line(piece{e.Name, bold}, piece{"  list of phrases", dim})
		p.phrases(e.Phrases)
	case *lexicon.Publisher:
		p.publisher(e)
	case *lexicon.Event:
		p.line(piece{e.ID, bold}, piece{"  event", dim})
		p.tell("Label", e.Label)
		p.tell("Day", span(e.From, e.To))
		p.tell("Called", quoted(e.Phrases))
	}
}

func (p *lexiconPaper) phrases(phrases []lexicon.Phrase) {
	for _, ph := range phrases {
		p.wrap([]piece{{fmt.Sprintf("  %s  ", ph.Name), cyan}}, piece{ph.Pattern, plain})
	}
}

func (p *lexiconPaper) person(x *lexicon.Person) {
	p.line(piece{x.ID, bold}, piece{"  person", dim})
	p.tell("Name", x.Name)
	p.tell("Also", strings.Join(x.Names[min(1, len(x.Names)):], ", "))
	p.tell("Called", strings.Join(append([]string{x.Family}, x.Called...), ", "))
	p.tell("Once", strings.Join(x.Was, ", "))
	for _, t := range x.Terms {
		p.tell(p.l.Offices[t.Office].Country, fmt.Sprintf("%s, %s  %s", p.l.Offices[t.Office].Title, term(t), origin(t)))
	}
}

func (p *lexiconPaper) office(x *lexicon.Office) {
	p.line(piece{x.ID, bold}, piece{"  office", dim})
	p.tell("Title", x.Title)
	p.tell("Of", p.countryName(x.Country))
	kind := x.Kind
	if x.Many {
		kind += ", held by several at a time"
	}
	p.tell("Kind", kind)
	for _, h := range p.l.Terms(int32(p.l.OfficeIndex(x.ID))) {
		who := p.l.Persons[h.Person]
		p.tell("", fmt.Sprintf("%s (%s), %s  %s", who.Name, who.ID, term(h.Term), origin(h.Term)))
	}
}

func (p *lexiconPaper) country(x *lexicon.Country) {
	what := "  country"
	if x.Organisation {
		what = "  organisation"
	}
	p.line(piece{x.Code, bold}, piece{what, dim})
	p.tell("Name", x.Name)
	p.tell("Official", x.Official)
	p.tell("Also", quoted(append(append([]string{}, x.Forms...), x.Local...)))
	p.tell("By context", quoted(x.Loose))
	p.tell("Of it", quoted(x.Demonyms))
	seat := "Capital"
	if x.Organisation {
		seat = "Seat"
	}
	p.tell(seat, x.Capital)
	p.tell("Cities", quoted(x.Cities))
	p.tell("Bodies", quoted(x.Metonyms))
	p.tell("Not", quoted(x.Rejects))
	n := len(p.l.OfficesOf(x.Code))
	if n > 0 {
		p.tell("Offices", count(n, "office"))
	}
}

func (p *lexiconPaper) publisher(x *lexicon.Publisher) {
	p.line(piece{x.ID, bold}, piece{"  publisher, " + strings.ReplaceAll(x.Body, "-", " "), dim})
	p.tell("Name", x.Name)
	p.tell("Of", p.countryName(x.Country))
	p.tell("Titles", quoted(x.Titles))
	p.tell("Lines", quoted(x.Lines))
	p.tell("Phrases", quoted(x.Phrases))
	p.tell("Hosts", strings.Join(x.Hosts, ", "))
	p.tell("Credits", quoted(x.Credits))
	p.tell("Furniture", quoted(x.Furniture))
	p.tell("Dates", x.Numeric)
	p.tell("Rights", x.Rights)
	p.tell("Once", strings.Join(x.Was, ", "))
}

func (p *lexiconPaper) countryName(code string) string {
	if c := p.l.Country(code); c != nil {
		return c.Name
	}
	return code
}

// senses prints what a name may mean, one heading for each way of meaning.
func (p *lexiconPaper) senses(senses []lexicon.Sense, day date.Day) {
	for i := 0; i < len(senses); {
		j := i
		for j < len(senses) && senses[j].What == senses[i].What {
			j++
		}
		if i > 0 {
			p.line()
		}
		head := strings.ToUpper(senses[i].What[:1]) + senses[i].What[1:]
		if j-i > 1 && (senses[i].What == lexicon.SingleName || senses[i].What == lexicon.FullName) {
			head += fmt.Sprintf(": %d persons, told apart by office and day", j-i)
		}
		p.line(piece{head, bold})
		p.group(senses[i:j], day)
		i = j
	}
}

// group prints senses of one kind. With a day, persons without an office on it are only counted.
func (p *lexiconPaper) group(senses []lexicon.Sense, day date.Day) {
	shown, idle, left := 0, 0, 0
	for _, s := range senses {
		lines := p.about(s, day)
		switch {
		case len(lines) == 0:
			idle++
		case shown >= mostShown:
			left++
		default:
			shown++
			p.line(piece{"  " + s.ID, cyan})
			for _, line := range lines {
				p.wrap([]piece{{"      ", plain}}, piece{line, plain})
			}
		}
	}
	if idle > 0 {
		p.line(piece{fmt.Sprintf("  %d without an office or holder %s", idle, onDay(day)), dim})
	}
	if left > 0 {
		p.line(piece{fmt.Sprintf("  and %d more; say more of the name", left), dim})
	}
}

// about says what an entry is, in a line or several; none where it has nothing to say of the day.
func (p *lexiconPaper) about(s lexicon.Sense, day date.Day) []string {
	entry, _ := p.l.Entry(s.ID)
	switch e := entry.(type) {
	case *lexicon.Person:
		lines := []string{}
		for _, t := range e.Terms {
			if t.Possible(day) {
				o := p.l.Offices[t.Office]
				lines = append(lines, fmt.Sprintf("%s, %s, %s, %s%s", e.Name, o.Title, p.countryName(o.Country), term(t), doubt(t, day)))
			}
		}
		if len(lines) == 0 && !day.Known() {
			lines = append(lines, e.Name)
		}
		return lines
	case *lexicon.Office:
		lines := []string{}
		holders := p.l.HoldersOf(int32(p.l.OfficeIndex(e.ID)), day)
		if !day.Known() && len(holders) > 0 {
			return []string{fmt.Sprintf("%s, %s: %s, the latest %s, %s", e.Title, p.countryName(e.Country), count(len(holders), "term"), p.l.Persons[holders[len(holders)-1].Person].Name, term(holders[len(holders)-1].Term))}
		}
		for _, h := range holders {
			lines = append(lines, fmt.Sprintf("%s, %s: %s (%s), %s%s", e.Title, p.countryName(e.Country), p.l.Persons[h.Person].Name, p.l.Persons[h.Person].ID, term(h.Term), doubt(h.Term, day)))
		}
		return lines
	case *lexicon.Country:
		if s.Form != "" && s.Form != e.Name {
			return []string{fmt.Sprintf("%s, by %q", e.Name, s.Form)}
		}
		return []string{e.Name}
	case *lexicon.Publisher:
		return []string{e.Name}
	case *lexicon.Event:
		return []string{e.Label + ", " + span(e.From, e.To)}
	case *lexicon.Topic:
		return []string{e.Label + ", by the phrase " + s.Form}
	case *lexicon.List:
		return []string{"by the phrase " + s.Form}
	}
	return nil
}

func onDay(day date.Day) string {
	if !day.Known() {
		return "in the lexicon"
	}
	if day.Full() {
		return "on " + day.Human()
	}
	return "in " + day.Human()
}

// doubt marks a term that may or may not cover the day asked for.
func doubt(t lexicon.Term, day date.Day) string {
	if day.Known() && !t.Sure(day) {
		return " (not sure for that day)"
	}
	return ""
}

// term writes the days of a term: "18 June 2017 to 8 February 2021", "since June 2025".
func term(t lexicon.Term) string {
	s := t.From.Human() + " to " + t.To.Human()
	if !t.To.Known() {
		s = "since " + t.From.Human()
	}
	if t.About {
		s = "about " + s
	}
	return s
}

func origin(t lexicon.Term) string {
	if t.Source == "" {
		return ""
	}
	return "[" + t.Source + "]"
}

func span(from, to date.Day) string {
	if to == from || !to.Known() {
		return from.Human()
	}
	return from.Human() + " to " + to.Human()
}

func quoted(list []string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = fmt.Sprintf("%q", s)
	}
	return strings.Join(out, ", ")
}
