package archive

import (
	"cmp"
	"slices"
	"strconv"

	"readout/internal/date"
	"readout/internal/lexicon"
	"readout/internal/record"
)

// Shelf is a list of releases at an address. The newest release stands first, the undated last.
type Shelf struct {
	Kind     Kind
	ID       string
	Name     string
	Entries  []*Entry // what the shelf is about: for a country or person, releases in which they took part
	Mentions []*Entry // releases that only mention them; nil for other kinds
	Note     string   // a curator's note in Markdown; "" if none
}

// Path is the address of the shelf's page, from the top of the site.
func (s *Shelf) Path() string { return s.Kind.Path(s.ID) }

// Count is the number of releases on the shelf.
func (s *Shelf) Count() int { return len(s.Entries) + len(s.Mentions) }

// Year is a year with its months. The undated stand in one with Number 0, which has no months.
type Year struct {
	Shelf
	Number int
	Months []*Month // as far as there are releases, from January; what has no month is in the year only
}

// Month is a month of a year.
type Month struct {
	Shelf
	Number int // 1 to 12
}

// Publisher is who issued releases.
type Publisher struct {
	Shelf
	Country string // code; "" unknown
	Medium  bool   // a news medium
}

// newestFirst walks the releases as shelves list them: the newest first, the undated last in their own order.
func (a *Archive) newestFirst(visit func(*Entry)) {
	n := len(a.Releases)
	for n > 0 && yearOf(a.Releases[n-1].Day) == 0 {
		n--
	}
	for i := n - 1; i >= 0; i-- {
		visit(a.Releases[i])
	}
	for _, e := range a.Releases[n:] {
		visit(e)
	}
}

func (a *Archive) shelveYears(give *assigner) {
	a.newestFirst(func(e *Entry) {
		day := e.Day.From
		if day.Year == 0 && len(e.Day.OneOf) > 0 && yearOf(e.Day) != 0 {
			day = date.Day{Year: e.Day.OneOf[0].Year}
		}
		if len(a.Years) == 0 || a.Years[len(a.Years)-1].Number != day.Year {
			a.Years = append(a.Years, &Year{Number: day.Year})
		}
		y := a.Years[len(a.Years)-1]
		y.Entries = append(y.Entries, e)
		e.Year = y
		if day.Year == 0 || day.Month == 0 {
			return
		}
		if len(y.Months) == 0 || y.Months[len(y.Months)-1].Number != day.Month {
			y.Months = append(y.Months, &Month{Number: day.Month})
		}
		m := y.Months[len(y.Months)-1]
		m.Entries = append(m.Entries, e)
	})
	for _, y := range slices.Backward(a.Years) {
		y.Kind, y.Name = YearKind, strconv.Itoa(y.Number)
		if y.Number == 0 {
			y.Name = "Undated"
			y.ID = give.give(YearKind, "undated", "undated")
			continue
		}
		key := date.Day{Year: y.Number}.ISO()
		y.ID = give.give(YearKind, key, key)
		slices.Reverse(y.Months)
		for _, m := range y.Months {
			day := date.Day{Year: y.Number, Month: m.Number}
			m.Kind, m.Name = MonthKind, day.Human()
			m.ID = give.give(MonthKind, day.ISO(), day.ISO())
		}
	}
}

func (a *Archive) shelveKinds(give *assigner) {
	byKind := map[record.Kind]*Shelf{}
	a.newestFirst(func(e *Entry) {
		k := cmp.Or(e.Record.Kind.Value, record.OtherKind)
		if byKind[k] == nil {
			byKind[k] = &Shelf{Kind: KindKind, Name: string(k)}
		}
		byKind[k].Entries = append(byKind[k].Entries, e)
	})
	for _, k := range record.Kinds {
		if s := byKind[k]; s != nil {
			s.ID = give.give(KindKind, string(k), string(k))
			a.Kinds = append(a.Kinds, s)
		}
	}
}

func (a *Archive) shelvePublishers(lex *lexicon.Lexicon, give *assigner) {
	a.newestFirst(func(e *Entry) {
		p := e.Record.Publisher.Value
		if p.ID == "" {
			return
		}
		s := a.publishers[p.ID]
		if s == nil {
			s = &Publisher{Shelf: Shelf{Kind: PublisherKind, Name: record.Mask(cmp.Or(p.Name, p.ID))}, Country: p.Country, Medium: p.Medium}
			a.publishers[p.ID] = s
		}
		s.Entries = append(s.Entries, e)
		e.Publisher = s
	})
	for _, id := range sortedKeys(a.publishers) {
		p := a.publishers[id]
		p.ID = give.give(PublisherKind, id, id)
		a.Publishers = append(a.Publishers, p)
		if l := lex.Publisher(id); l != nil { // the ids that it had, or that its bare name makes
			for _, was := range append(l.Was[:len(l.Was):len(l.Was)], safeID(l.Name)) {
				give.succeed(PublisherKind, was, id)
			}
		}
	}
	slices.SortStableFunc(a.Publishers, func(x, y *Publisher) int { return byName(&x.Shelf, &y.Shelf) })
}

func byName(x, y *Shelf) int {
	if x.Name != y.Name {
		if c := cmp.Compare(nameKey(x.Name), nameKey(y.Name)); c != 0 {
			return c
		}
	}
	return cmp.Compare(x.ID, y.ID)
}

// attachNotes gives curators' notes to the pages they are for. A note is named by the page's id or, for a country, its code.
func (a *Archive) attachNotes(notes map[string]string) {
	note := func(s *Shelf, names ...string) {
		for _, name := range names {
			if text := notes[s.Kind.Folder()+"/"+name]; text != "" {
				s.Note = text
				return
			}
		}
	}
	for _, c := range a.countries {
		note(&c.Shelf, c.ID, c.Code)
	}
	for id, o := range a.officials {
		note(&o.Shelf, o.ID, id)
	}
	for id, t := range a.topics {
		note(&t.Shelf, t.ID, id)
	}
}
