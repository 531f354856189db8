package archive

import (
	"crypto/sha256"
	"encoding/binary"

	"readout/internal/date"
)

// Key tells whether what is shown may have changed: it may not where the key is the same. A key takes in more than is
// shown rather than less: too much costs the making of a page, too little a wrong one.
type Key [16]byte

// Hash gathers what a key is made of. All that is put in is told apart from what follows. The zero Hash is empty.
type Hash struct{ b []byte }

// Key is the key of all that was put in.
func (h *Hash) Key() Key {
	sum := sha256.Sum256(h.b)
	return Key(sum[:])
}

// Reset empties the hash.
func (h *Hash) Reset() { h.b = h.b[:0] }

// Text puts texts in.
func (h *Hash) Text(texts ...string) {
	for _, s := range texts {
		h.b = append(binary.AppendUvarint(h.b, uint64(len(s))), s...)
	}
}

// Number puts numbers in.
func (h *Hash) Number(numbers ...int) {
	for _, n := range numbers {
		h.b = binary.AppendVarint(h.b, int64(n))
	}
}

// Yes puts in whether things are so.
func (h *Hash) Yes(list ...bool) {
	for _, yes := range list {
		n := byte(0)
		if yes {
			n = 1
		}
		h.b = append(h.b, n)
	}
}

// Put puts keys in.
func (h *Hash) Put(keys ...Key) {
	for i := range keys {
		h.b = append(h.b, keys[i][:]...)
	}
}

// Date puts in a date.
func (h *Hash) Date(d date.Date) {
	h.Number(d.From.Year, d.From.Month, d.From.Day, d.To.Year, d.To.Month, d.To.Day, len(d.OneOf))
	for _, o := range d.OneOf {
		h.Number(o.Year, o.Month, o.Day)
	}
}

// Entries puts in releases with all that is read from them, and how many there are. One may be nil.
func (h *Hash) Entries(list ...*Entry) {
	h.Number(len(list))
	for _, e := range list {
		if e == nil {
			h.Put(Key{})
			continue
		}
		h.Put(e.key)
	}
}

// Shelf puts in what stands at the head of a shelf's page: its address, its name, its note. It may be nil.
func (h *Hash) Shelf(s *Shelf) {
	if s == nil {
		h.Text("")
		return
	}
	h.Text(s.Path(), s.Name, s.Note)
}

// Countries puts in where countries have their pages.
func (h *Hash) Countries(list ...*Country) {
	h.Number(len(list))
	for _, c := range list {
		if c == nil {
			h.Text("")
			continue
		}
		h.Shelf(&c.Shelf)
	}
}

// Official puts in how lists show a person: where the page is, the country. It may be nil.
func (h *Hash) Official(o *Official) {
	if o == nil {
		h.Text("")
		return
	}
	h.Shelf(&o.Shelf)
	h.Countries(o.Countries...)
}

// Met puts in whom one met: how often, and where last.
func (h *Hash) Met(list []Counterpart) {
	h.Number(len(list))
	for _, m := range list {
		h.Official(m.Official)
		h.Countries(m.Country)
		if m.Pair != nil {
			h.Text(m.Pair.Path())
		}
		h.Number(len(m.Contacts))
		h.Near(m.Contacts[0].Event)
	}
}

// Near puts in how other pages show an event: address, day, headline. It may be nil.
func (h *Hash) Near(v *Event) {
	if v == nil {
		h.Text("")
		return
	}
	h.Text(v.path)
	h.Date(v.Date.Value.Date)
	h.Entries(v.First().Entry)
}

// Event puts in all that is known of an event.
func (h *Hash) Event(v *Event) {
	v.once.Do(func() {
		var own Hash
		own.Text(v.ID, v.Title, string(v.Kind), v.Place, v.Date.Rule, string(v.Date.Confidence))
		own.Yes(v.Own)
		own.Near(v)
		own.Countries(v.Parties...)
		own.facts(v.Agreed)
		own.Number(len(v.Accounts), len(v.Rulings))
		for _, acc := range v.Accounts {
			own.Entries(acc.Entry)
			own.Number(acc.Occasion)
			own.Date(acc.Day)
			own.facts(acc.Only)
			own.facts(acc.Shared)
		}
		for _, r := range v.Rulings {
			own.Text(r.Why)
		}
		v.key = own.Key()
	})
	h.Put(v.key)
}

// Events puts in all that is known of events.
func (h *Hash) Events(list []*Event) {
	h.Number(len(list))
	for _, v := range list {
		h.Event(v)
	}
}

func (h *Hash) facts(f Facts) {
	h.Number(len(f.Topics), len(f.People))
	for _, t := range f.Topics {
		h.Shelf(&t.Shelf)
	}
	h.Countries(f.Countries...)
	for _, g := range f.People {
		h.Official(g.Official)
		h.Text(g.Person.Name, g.Person.ID, g.Person.Country)
	}
}

// setKeys gives each release its key, if all that was read from it has one.
func (a *Archive) setKeys() {
	var h Hash
	for _, e := range a.Releases {
		if e.Release.Key == "" {
			return
		}
		h.Reset()
		h.Text(e.Release.Key, e.ID)
		h.Date(e.Day)
		h.Yes(e.Excerpt, e.Withheld, e.Unstated)
		if e.Year != nil {
			h.Shelf(&e.Year.Shelf)
		}
		if e.Publisher != nil {
			h.Shelf(&e.Publisher.Shelf)
			h.Text(e.Publisher.Country)
			h.Yes(e.Publisher.Medium)
		}
		e.key = h.Key()
	}
	a.Keyed = true
}

// Ways puts in what many pages show of the archive as a whole: its title and where it stands, and all countries, topics,
// kinds, publishers and years that have a page.
func (h *Hash) Ways(a *Archive) {
	h.Text(a.Title, a.Description, a.BaseURL, a.Language)
	for _, list := range [][]*Country{a.Countries, a.Organisations} {
		h.Number(len(list))
		for _, c := range list {
			h.Shelf(&c.Shelf)
			h.Text(c.Code, c.Official)
			h.Yes(c.Organisation)
		}
	}
	h.Number(len(a.Topics), len(a.Kinds), len(a.Publishers), len(a.Years))
	for _, t := range a.Topics {
		h.Shelf(&t.Shelf)
		h.Text(t.Scope)
	}
	for _, k := range a.Kinds {
		h.Shelf(k)
	}
	for _, p := range a.Publishers {
		h.Shelf(&p.Shelf)
	}
	for _, y := range a.Years {
		h.Shelf(&y.Shelf)
	}
}
