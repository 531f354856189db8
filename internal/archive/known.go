package archive

import (
	"readout/internal/date"
	"readout/internal/lexicon"
)

// Fact is what the lexicon says about an entry that a clue rests on.
type Fact struct {
	Label    string
	When     date.Date // of an event; unknown for others
	Official *Official // whose page tells more; nil if none
}

// Entry returns what the lexicon says about one of its ids: a person, an office or an event; false if it has no such id.
func (a *Archive) Entry(id string) (Fact, bool) {
	if p := a.lex.Person(id); p != nil {
		return Fact{Label: p.Name, Official: a.officials[id]}, true
	}
	if e := a.lex.Event(id); e != nil {
		when := date.On(e.From)
		if e.To.Known() {
			when = date.Span(e.From, e.To)
		}
		return Fact{Label: e.Label, When: when}, true
	}
	if o := a.lex.Office(id); o != nil {
		return Fact{Label: o.Title}, true
	}
	return Fact{}, false
}

// OfficeTitle returns the title of an office of the lexicon, "" if it has no such id.
func (a *Archive) OfficeTitle(id string) string {
	if o := a.lex.Office(id); o != nil {
		return o.Title
	}
	return ""
}

// CountryName is the name of a country or organisation by its code, the code itself where nothing knows it.
func (a *Archive) CountryName(code string) string {
	if c := a.countries[code]; c != nil {
		return c.Name
	}
	if c := a.lex.Country(code); c != nil {
		return c.Name
	}
	return code
}

// officeOf returns the office of a term; false for a term that points nowhere.
func officeOf(lex *lexicon.Lexicon, t lexicon.Term) (lexicon.Office, bool) {
	if t.Office < 0 || int(t.Office) >= len(lex.Offices) {
		return lexicon.Office{}, false
	}
	return lex.Offices[t.Office], true
}
