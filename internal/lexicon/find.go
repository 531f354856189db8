package lexicon

import (
	"slices"
	"strings"

	"readout/internal/words"
)

// Sense is one thing that a name may mean.
type Sense struct {
	What string // how it means it: one of the words below
	ID   string // of the entry
	Form string // the form, phrase or line that the name is; "" for ids, titles and single names
}

// The ways in which a name means an entry.
const (
	ByID        = "id"
	FullName    = "name"
	SingleName  = "called so"
	CountryForm = "country"
	ByContext   = "country, by context only"
	Adjective   = "of a country"
	CapitalCity = "capital or city for the government"
	SeatOf      = "seat or body for the government"
	NotMeant    = "does not mean the country"
	TitleOf     = "office"
	LineOf      = "publisher, by a line"
	CreditOf    = "agency, by its credit"
	HostOf      = "publisher, by a host"
	EventName   = "event"
	TopicWords  = "topic, by a phrase"
	ListWords   = "list of phrases"
)

// Find returns everything that a name may mean, however it is written: persons by full or single name, countries,
// offices by words of their titles ("Korean foreign minister"), publishers, events, topics. The order is that of the
// words above, within them that of the lexicon.
func (l *Lexicon) Find(name string) []Sense {
	var out []Sense
	add := func(what, id, form string) {
		for i, s := range out {
			switch {
			case s.ID != id:
			case s.What == ByID: // the better reason takes its place
				out[i] = Sense{what, id, form}
				return
			case s.What == what || s.What == FullName && what == SingleName || s.What == LineOf && what == CreditOf:
				return
			}
		}
		out = append(out, Sense{what, id, form})
	}
	for _, id := range []string{name, strings.ToLower(name), strings.ToUpper(name)} {
		if _, ok := l.Entry(id); ok {
			add(ByID, id, "")
		}
	}
	key := words.Fold(name)
	if key == "" {
		return out
	}
	for _, i := range l.Named(key) {
		add(FullName, l.Persons[i].ID, "")
	}
	for _, i := range l.Surnamed(key) {
		add(SingleName, l.Persons[i].ID, "")
	}
	// all capitals, so that no form asks for more than is there
	ws := words.Cut(strings.ToUpper(name))
	var country []Sense // and the words that name it
	var rest [][]string
	for _, h := range l.Match(ws, nil) {
		s, ok := l.sense(h)
		if !ok {
			continue
		}
		if h.From == 0 && int(h.To) == len(ws) {
			add(s.What, s.ID, s.Form)
		} else if s.What == CountryForm || s.What == Adjective || s.What == ByContext {
			country = append(country, s)
			rest = append(rest, append(texts(ws[:h.From]), texts(ws[h.To:])...))
		}
	}
	whole := slices.ContainsFunc(out, func(s Sense) bool { return s.What != ByID && s.What != TopicWords && s.What != ListWords })
	for i := range l.Offices {
		if !whole && titleHas(&l.Offices[i], texts(ws)) {
			add(TitleOf, l.Offices[i].ID, "")
		}
	}
	for k, c := range country {
		for _, i := range l.OfficesOf(c.ID) {
			if titleHas(&l.Offices[i], rest[k]) {
				add(TitleOf, l.Offices[i].ID, "")
			}
		}
	}
	if p, n := l.PublisherOfLine(words.Cut(name)); p != nil && n == len(ws) {
		add(LineOf, p.ID, name)
	}
	if p := l.PublisherOfCredit(key); p != nil {
		add(CreditOf, p.ID, name)
	}
	if p := l.PublisherOfHost(strings.ToLower(name)); p != nil && strings.Contains(name, ".") {
		add(HostOf, p.ID, name)
	}
	slices.SortStableFunc(out, func(a, b Sense) int { return rank(a.What) - rank(b.What) })
	return out
}

func rank(what string) int {
	return slices.Index([]string{ByID, FullName, SingleName, CountryForm, ByContext, Adjective, CapitalCity, SeatOf, NotMeant, TitleOf, LineOf, CreditOf, HostOf, EventName, TopicWords, ListWords}, what)
}

// sense tells what a hit means.
func (l *Lexicon) sense(h Hit) (Sense, bool) {
	switch h.Class {
	case CountryName, LooseName, Demonym, Capital, Metonym, CountryTrap:
		c := &l.Countries[h.Index]
		what := map[Class]string{CountryName: CountryForm, LooseName: ByContext, Demonym: Adjective, Capital: CapitalCity, Metonym: SeatOf, CountryTrap: NotMeant}[h.Class]
		return Sense{what, c.Code, c.form(h.Ref)}, true
	case TopicPhrase:
		t := &l.Topics[h.Index]
		return Sense{TopicWords, t.ID, t.Phrases[h.Form].Name}, true
	case KindPhrase, PhraseClass:
		p := &l.Lists[h.Index]
		return Sense{ListWords, p.Name, p.Phrases[h.Form].Name}, true
	case EventPhrase:
		e := &l.Events[h.Index]
		return Sense{EventName, e.ID, e.Phrases[h.Form]}, true
	}
	return Sense{}, false
}

// form returns the form of a country that a Ref means.
func (c *Country) form(r Ref) string {
	var forms []string
	switch r.Class {
	case CountryName:
		forms = slices.Concat([]string{c.Name, c.Official}, c.Forms, c.Local)
	case LooseName:
		forms = c.Loose
	case Demonym:
		forms = c.Demonyms
	case Capital:
		forms = slices.Concat([]string{c.Capital}, c.Cities)
	case Metonym:
		forms = c.Metonyms
	case CountryTrap:
		forms = c.Rejects
	}
	if int(r.Form) < len(forms) {
		return forms[r.Form]
	}
	return ""
}

func texts(ws []words.Word) []string {
	var out []string
	for _, w := range ws {
		if w.Text != "of" && w.Text != "the" && w.Text != "for" && w.Text != "and" {
			out = append(out, w.Text)
		}
	}
	return out
}

// titleHas reports whether all words stand in the title of an office or in its kind. The words of a kind mean that kind.
func titleHas(o *Office, query []string) bool {
	if len(query) == 0 {
		return false
	}
	if kind := strings.Join(query, "-"); slices.Contains(kinds, kind) {
		return o.Kind == kind
	}
	has := append(texts(words.Cut(o.Title)), strings.Split(o.Kind, "-")...)
	for _, w := range query {
		if !slices.Contains(has, w) {
			return false
		}
	}
	return true
}

// Entry returns a pointer to the entry of an id: a *Country, *Person, *Office, *Topic, *Publisher, *Event or *List. ok is
// false if there is none.
func (l *Lexicon) Entry(id string) (entry any, ok bool) {
	switch {
	case l.Country(id) != nil:
		return l.Country(id), true
	case l.Person(id) != nil:
		return l.Person(id), true
	case l.Office(id) != nil:
		return l.Office(id), true
	case l.Topic(id) != nil:
		return l.Topic(id), true
	case l.Publisher(id) != nil:
		return l.Publisher(id), true
	case l.Event(id) != nil:
		return l.Event(id), true
	case l.List(id) != nil:
		return l.List(id), true
	}
	return nil, false
}
