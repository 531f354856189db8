package collection

import (
	"readout/internal/date"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/words"
)

// Lookup lets corrections name what the lexicon knows.
func Lookup(lex *lexicon.Lexicon) record.Lookup {
	return record.Lookup{
		Country: func(code string) (string, bool) {
			c := lex.Country(code)
			if c == nil {
				return "", false
			}
			return c.Name, true
		},
		Topic: func(id string) (string, bool) {
			t := lex.Topic(id)
			if t == nil {
				return "", false
			}
			return t.Label, true
		},
		Publisher: func(id string) (record.Publisher, bool) {
			p := lex.Publisher(id)
			if p == nil {
				return record.Publisher{}, false
			}
			return record.Publisher{ID: p.ID, Name: p.Name, Country: p.Country, Medium: p.Medium}, true
		},
		Person: func(p record.Person, on date.Date) record.Person { return person(lex, p, on) },
	}
}

// person completes a person from the lexicon, where the name, with the country if it is told, means one alone.
func person(lex *lexicon.Lexicon, p record.Person, on date.Date) record.Person {
	found := lex.Person(p.ID)
	if found == nil {
		for _, i := range lex.Named(words.Fold(p.Name)) {
			x := &lex.Persons[i]
			if _, acts := lex.TermOn(x, p.Country, date.Day{}); !acts && p.Country != "" {
				continue
			}
			if found != nil {
				return p
			}
			found = x
		}
	}
	if found == nil {
		return p
	}
	p.ID, p.Listed = found.ID, true
	if t, ok := lex.TermOn(found, p.Country, on.From); ok && on.From.Year > 0 && p.Office == "" {
		p.Office = lex.Offices[t.Office].ID
		if p.Country == "" {
			p.Country = lex.Offices[t.Office].Country
		}
	}
	return p
}
