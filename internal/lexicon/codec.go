package lexicon

import (
	"encoding/binary"
	"errors"

	"readout/internal/date"
)

// codec writes a value or reads it back: one function describes both, so they cannot part. Numbers are uvarints. Texts
// are numbers in a table of all texts, which stands before everything else; reading makes them slices of the snapshot
// itself, and lists of texts slices of one room.
type codec struct {
	writing bool

	out    []byte
	texts  []string // by number
	number map[string]int

	in    string
	pos   int
	room  []string
	plain []string // words of the matcher
	bad   bool     // the snapshot ended too early, or names a text that it has not
}

var errSnapshot = errors.New("the snapshot of the lexicon is damaged")

func newWriter() *codec {
	return &codec{writing: true, texts: []string{""}, number: map[string]int{"": 0}}
}

// bytes returns what was written: the table of texts, then the rest.
func (c *codec) bytes() []byte {
	var head []byte
	head = binary.AppendUvarint(head, uint64(len(c.texts)))
	for _, t := range c.texts {
		head = binary.AppendUvarint(head, uint64(len(t)))
	}
	for _, t := range c.texts {
		head = append(head, t...)
	}
	return append(head, c.out...)
}

func newReader(in string) *codec {
	c := &codec{in: in}
	n := c.next()
	if n > len(in) {
		c.bad = true
		return c
	}
	c.texts = make([]string, n)
	lengths := *c // a second reader, over the lengths
	total := 0
	for range n {
		total += c.next()
	}
	if total > len(in)-c.pos {
		c.bad = true
		return c
	}
	for i := range c.texts {
		l := lengths.next()
		c.texts[i] = in[c.pos : c.pos+l]
		c.pos += l
	}
	return c
}

// next reads a number.
func (c *codec) next() int {
	if c.pos < len(c.in) && c.in[c.pos] < 0x80 {
		c.pos++
		return int(c.in[c.pos-1])
	}
	v := 0
	for shift := 0; shift < 56 && c.pos < len(c.in); shift += 7 {
		b := c.in[c.pos]
		c.pos++
		v |= int(b&0x7f) << shift
		if b < 0x80 {
			return v
		}
	}
	c.bad = true
	return 0
}

func (c *codec) put(v int) { c.out = binary.AppendUvarint(c.out, uint64(v)) }

// count writes or reads how many things follow. Each takes a byte at least.
func (c *codec) count(n int) int {
	if c.writing {
		c.put(n)
		return n
	}
	n = c.next()
	if n > len(c.in)-c.pos {
		c.bad = true
		return 0
	}
	return n
}

func whole[T ~int | ~int32 | ~uint8 | ~uint16 | ~uint32](c *codec, v *T) {
	if c.writing {
		c.put(int(*v))
		return
	}
	*v = T(c.next())
}

func (c *codec) yes(v *bool) {
	n := 0
	if *v {
		n = 1
	}
	whole(c, &n)
	*v = n == 1
}

func (c *codec) text(s *string) {
	if c.writing {
		n, ok := c.number[*s]
		if !ok {
			n = len(c.texts)
			c.texts = append(c.texts, *s)
			c.number[*s] = n
		}
		c.put(n)
		return
	}
	n := c.next()
	if n >= len(c.texts) {
		c.bad = true
		return
	}
	*s = c.texts[n]
}

func (c *codec) list(l *[]string) {
	n := c.count(len(*l))
	if n == 0 {
		return
	}
	if !c.writing {
		if len(c.room) < n {
			c.room = make([]string, max(n, 4096))
		}
		*l, c.room = c.room[:n:n], c.room[n:]
	}
	for i := range *l {
		c.text(&(*l)[i])
	}
}

func (c *codec) day(d *date.Day) {
	n := d.Year*10000 + d.Month*100 + d.Day
	whole(c, &n)
	if !c.writing {
		*d = date.Day{Year: n / 10000, Month: n / 100 % 100, Day: n % 100}
	}
}

// each writes or reads a slice with the given function for one element.
func each[T any](c *codec, s *[]T, one func(c *codec, v *T)) {
	n := c.count(len(*s))
	if !c.writing && n > 0 {
		*s = make([]T, n)
	}
	for i := range *s {
		one(c, &(*s)[i])
	}
}

func numbers[T ~int32 | ~uint8 | ~uint32](c *codec, s *[]T) { each(c, s, whole[T]) }
