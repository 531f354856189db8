package archive

import (
	"cmp"
	"maps"
	"slices"

	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/words"
)

// Country is a country or an organisation that took part in or is mentioned by a release.
type Country struct {
	Shelf
	Code         string
	Official     string // "Republic of Korea"; "" unknown
	Organisation bool
	Officials    []*Official   // who act for it, by name
	Counterparts []Counterpart // the other countries it met, the most often met first
}

// Counterpart is another country or person with whom one was in contact.
type Counterpart struct {
	Country  *Country  // set for a country's counterparts
	Official *Official // set for an official's
	Pair     *Pair     // what is between two countries; nil for officials
	Contacts []Contact // the newest first; each event once
}

// Contact is one event at which two sides met, as its oldest account tells it.
type Contact struct {
	Entry    *Entry
	Occasion int // index in the record
	Event    *Event
}

func (a *Archive) shelveCountries(lex *lexicon.Lexicon, give *assigner) {
	get := func(code, name string) *Country {
		if code == "" {
			return nil
		}
		c := a.countries[code]
		if c == nil {
			c = &Country{Shelf: Shelf{Kind: CountryKind, Name: cmp.Or(name, code)}, Code: code, Organisation: len(code) != 2}
			if l := lex.Country(code); l != nil {
				c.Name, c.Official, c.Organisation = cmp.Or(l.Name, c.Name), l.Official, l.Organisation
			}
			a.countries[code] = c
		}
		return c
	}
	a.newestFirst(func(e *Entry) {
		seen := map[*Country]bool{}
		for _, part := range []record.Part{record.Party, record.Mentioned} {
			for _, f := range e.Record.Countries {
				c := get(f.Value.Code, f.Value.Name)
				if c == nil || seen[c] || (f.Value.Part == record.Party) != (part == record.Party) {
					continue
				}
				seen[c] = true
				if part == record.Party {
					c.Entries = append(c.Entries, e)
				} else {
					c.Mentions = append(c.Mentions, e)
				}
			}
		}
	})
	for _, code := range sortedKeys(a.countries) {
		c := a.countries[code]
		want := c.Name
		if l := lex.Country(code); l != nil {
			want = cmp.Or(l.Slug, want)
		}
		c.ID = give.give(CountryKind, code, cmp.Or(safeID(want), code))
		if c.Organisation {
			a.Organisations = append(a.Organisations, c)
		} else {
			a.Countries = append(a.Countries, c)
		}
	}
	for _, list := range [][]*Country{a.Countries, a.Organisations} {
		slices.SortFunc(list, func(x, y *Country) int { return byName(&x.Shelf, &y.Shelf) })
	}
}

// few is the largest number of parties whose meeting counts as a contact of each with each.
const few = 4

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// nameKey is a name as lists sort it: without case and accents.
func nameKey(name string) string { return words.Fold(name) }
