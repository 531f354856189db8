package record

import (
	"encoding/binary"
	"errors"
	"math"

	"readout/internal/date"
	"readout/internal/source"
)

// Records are also kept in a form that no other program reads: many of them are read back in the time in which a few are
// read from JSON. It changes with this file, so what was stored is read only by the program that stored it.

// ErrStored says that bytes are no stored record.
var ErrStored = errors.New("not a stored record")

// AppendStored appends the stored form of a record. The same record gives the same bytes.
func AppendStored(b []byte, r *Record) []byte {
	c := Store{writing: true, out: b}
	c.record(r)
	return c.out
}

// Store reads stored records. It makes many small lists out of few large ones, so one Store should read many records; it
// is for one goroutine. The zero Store is ready.
type Store struct {
	writing bool
	out     []byte

	in  string
	bad bool

	evidence []Evidence // rooms from which lists are cut
	people   []Fact[Person]
	words    []string
}

// Read reads one stored record, all of s. The record's texts are parts of s.
func (c *Store) Read(s string) (*Record, error) {
	c.in, c.bad = s, false
	r := &Record{}
	c.record(r)
	if c.bad || c.in != "" {
		return nil, ErrStored
	}
	return r, nil
}

// record writes a record or reads it back: one function describes both, so they cannot part. So with all others.
func (c *Store) record(r *Record) {
	c.text(&r.File)
	c.whole(&r.Part)
	c.text(&r.ID)
	c.text(&r.SHA256)
	c.text(&r.Encoding)
	stored(c, &r.Title, (*Store).text)
	c.text(&r.Text)
	stored(c, &r.Language, (*Store).text)
	stored(c, &r.Publisher, (*Store).publisher)
	stored(c, &r.Kind, storedWord[Kind])
	stored(c, &r.Date, (*Store).dating)
	stored(c, &r.Published, (*Store).dating)
	stored(c, &r.Address, (*Store).text)
	stored(c, &r.Rights, (*Store).text)
	person := func(c *Store, f *Fact[Person]) { stored(c, f, (*Store).person) }
	storedList(c, &r.Participants, &c.people, person)
	storedList(c, &r.Mentioned, &c.people, person)
	storedList(c, &r.Countries, nil, func(c *Store, f *Fact[Country]) { stored(c, f, (*Store).country) })
	storedList(c, &r.Topics, nil, func(c *Store, f *Fact[Topic]) { stored(c, f, (*Store).topic) })
	storedList(c, &r.Occasions, nil, (*Store).occasion)
	storedList(c, &r.Blocks, nil, func(c *Store, b *Block) {
		c.text(&b.Kind)
		c.span(&b.Span)
	})
	storedList(c, &r.Doubts, nil, func(c *Store, d *Doubt) {
		c.text(&d.Field)
		c.text(&d.Message)
		c.evidences(&d.Evidence)
		c.text(&d.Settle)
	})
	storedList(c, &r.Corrections, nil, func(c *Store, a *Applied) {
		for _, s := range [...]*string{&a.Field, &a.Was, &a.Now, &a.Why} {
			c.text(s)
		}
	})
}

func (c *Store) publisher(p *Publisher) {
	c.text(&p.ID)
	c.text(&p.Name)
	c.text(&p.Country)
	c.yes(&p.Medium)
}

func (c *Store) person(p *Person) {
	c.text(&p.Name)
	c.text(&p.ID)
	c.yes(&p.Listed)
	c.text(&p.Role)
	c.text(&p.Office)
	c.text(&p.Country)
}

func (c *Store) country(v *Country) {
	c.text(&v.Code)
	c.text(&v.Name)
	storedWord(c, &v.Part)
}

func (c *Store) topic(t *Topic) {
	c.text(&t.ID)
	c.text(&t.Label)
	bits := math.Float64bits(t.Score)
	c.number(&bits)
	t.Score = math.Float64frombits(bits)
}

func (c *Store) dating(d *Dating) {
	c.date(&d.Date)
	c.text(&d.Time)
	storedList(c, &d.Alternatives, nil, (*Store).date)
	storedList(c, &d.Clues, nil, func(c *Store, x *Clue) {
		c.text(&x.Rule)
		c.date(&x.Says)
		c.text(&x.Entry)
		c.evidences(&x.Evidence)
	})
}

func (c *Store) occasion(o *Occasion) {
	storedWord(c, &o.Kind)
	stored(c, &o.Date, (*Store).dating)
	c.text(&o.Place)
	storedList(c, &o.Participants, &c.words, (*Store).text)
	storedList(c, &o.Parties, &c.words, (*Store).text)
	c.evidences(&o.Evidence)
}

func (c *Store) evidences(list *[]Evidence) {
	storedList(c, list, &c.evidence, func(c *Store, e *Evidence) {
		c.span(&e.Span)
		c.text(&e.Quote)
		c.text(&e.Text)
		c.text(&e.Rule)
	})
}

func (c *Store) date(d *date.Date) {
	c.day(&d.From)
	c.day(&d.To)
	storedList(c, &d.OneOf, nil, (*Store).day)
}

func (c *Store) day(d *date.Day) {
	c.whole(&d.Year)
	c.whole(&d.Month)
	c.whole(&d.Day)
}

func (c *Store) span(s *source.Span) {
	c.whole(&s.Start)
	c.whole(&s.End)
}

// stored writes or reads a fact whose value is written by one.
func stored[T any](c *Store, f *Fact[T], one func(*Store, *T)) {
	one(c, &f.Value)
	c.text(&f.Rule)
	storedWord(c, &f.Confidence)
	c.evidences(&f.Evidence)
}

// roomFor is how many elements are made at a time, of lists that are cut from a room.
const roomFor = 256

// storedList writes or reads a list, which is nil or not as it was. Where there is a room, lists are cut from it.
func storedList[T any](c *Store, list, room *[]T, one func(*Store, *T)) {
	n := uint64(0) // a list of so many and one; none for nil
	if *list != nil {
		n = uint64(len(*list)) + 1
	}
	c.number(&n)
	if !c.writing {
		switch {
		case n == 0 || n > uint64(len(c.in))+1: // each element takes a byte
			c.bad = c.bad || n > 0
			return
		case room == nil || n == 1:
			*list = make([]T, n-1)
		default:
			if uint64(len(*room)) < n-1 {
				*room = make([]T, max(roomFor, n-1))
			}
			*list, *room = (*room)[:n-1:n-1], (*room)[n-1:]
		}
	}
	for i := range *list {
		one(c, &(*list)[i])
	}
}

func storedWord[T ~string](c *Store, w *T) {
	s := string(*w)
	c.text(&s)
	*w = T(s)
}

func (c *Store) text(s *string) {
	n := uint64(len(*s))
	c.number(&n)
	switch {
	case c.writing:
		c.out = append(c.out, *s...)
	case n > uint64(len(c.in)):
		c.bad = true
	default:
		*s, c.in = c.in[:n], c.in[n:]
	}
}

func (c *Store) yes(v *bool) {
	var n uint64
	if *v {
		n = 1
	}
	c.number(&n)
	*v = n == 1
}

// whole writes or reads a number that may be below zero.
func (c *Store) whole(v *int) {
	n := uint64(*v)<<1 ^ uint64(*v>>63)
	c.number(&n)
	*v = int(n>>1) ^ -int(n&1)
}

func (c *Store) number(v *uint64) {
	if c.writing {
		c.out = binary.AppendUvarint(c.out, *v)
		return
	}
	*v = 0
	for shift := 0; shift < 70 && c.in != ""; shift += 7 {
		b := c.in[0]
		c.in = c.in[1:]
		*v |= uint64(b&0x7F) << shift
		if b < 0x80 {
			return
		}
	}
	c.bad = true
}
