package lexicon

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"hash/crc32"
	"io/fs"
)

// A snapshot is the built-in lexicon as it is in memory: reading YAML, entering patterns and working out forms of names
// takes longer than a program should take to start. The YAML files remain the truth: the snapshot carries a checksum of
// them, and is passed over where that differs, so that an edited file counts at once. `make lexicon` writes it again; a
// test fails while it is not up to date.

// snapshotMark opens a snapshot. Its number changes with the shape of what follows.
const snapshotMark = "readout lexicon 2\n"

//go:embed snapshot.bin
var snapshot string

// pack writes a lexicon as a snapshot. The sentences that prove phrases are left out.
func pack(l *Lexicon, sum uint32) []byte {
	c := newWriter()
	c.lexicon(l)
	out := append([]byte(snapshotMark), byte(sum>>24), byte(sum>>16), byte(sum>>8), byte(sum))
	return append(out, c.bytes()...)
}

// Sum tells lexicons apart that may read a text differently: it is a checksum of all that is in them.
func (l *Lexicon) Sum() string {
	sum := sha256.Sum256(pack(l, 0))
	return hex.EncodeToString(sum[:])
}

// unpack reads a snapshot made from files with the given checksum. ok is false where it was made from others.
func unpack(s string, sum uint32) (l *Lexicon, ok bool, err error) {
	head := len(snapshotMark) + 4
	if len(s) < head || s[:len(snapshotMark)] != snapshotMark {
		return nil, false, nil
	}
	if b := s[len(snapshotMark):head]; uint32(b[0])<<24|uint32(b[1])<<16|uint32(b[2])<<8|uint32(b[3]) != sum {
		return nil, false, nil
	}
	l = &Lexicon{}
	c := newReader(s[head:])
	c.lexicon(l)
	if c.bad {
		return nil, false, errSnapshot
	}
	l.follow()
	l.number(c.plain)
	l.learnSigns()
	return l, true, nil
}

// checksum is over the names and the bytes of all files of a folder.
func checksum(fsys fs.ReadDirFS, dir string) uint32 {
	table := crc32.MakeTable(crc32.Castagnoli)
	var sum uint32
	var walk func(dir string)
	walk = func(dir string) {
		entries, err := fsys.ReadDir(dir)
		if err != nil {
			return
		}
		for _, e := range entries {
			name := dir + "/" + e.Name()
			if e.IsDir() {
				walk(name)
				continue
			}
			b, err := fs.ReadFile(fsys, name)
			if err != nil {
				continue
			}
			sum = crc32.Update(sum, table, []byte(name))
			sum = crc32.Update(sum, table, b)
		}
	}
	walk(dir)
	return sum
}

func (c *codec) lexicon(l *Lexicon) {
	c.text(&l.digest)
	each(c, &l.Countries, (*codec).country)
	each(c, &l.Persons, (*codec).person)
	each(c, &l.Offices, (*codec).office)
	each(c, &l.Topics, (*codec).topic)
	each(c, &l.Publishers, (*codec).publisher)
	each(c, &l.Events, (*codec).event)
	each(c, &l.Lists, (*codec).phraseList)
	for _, x := range []*lists{&l.byName, &l.bySurname, &l.byLine, &l.byHost, &l.byCredit, &l.byTitle, &l.byMinistry, &l.byPlain} {
		c.lists(x)
	}
	c.list(&l.classes.keys)
	numbers(c, &l.classes.classes)
	if !c.writing {
		l.finders = make([]finder, 1)
	}
	c.matcher(&l.finders[0].matcher)
}

func (c *codec) country(x *Country) {
	c.text(&x.Code)
	c.text(&x.Slug)
	c.text(&x.Name)
	c.text(&x.Official)
	c.yes(&x.Organisation)
	c.list(&x.Forms)
	c.list(&x.Loose)
	c.list(&x.Demonyms)
	c.text(&x.Capital)
	c.list(&x.Cities)
	c.list(&x.Metonyms)
	c.list(&x.Rejects)
	c.list(&x.Local)
	c.text(&x.Numeric)
}

func (c *codec) person(x *Person) {
	c.text(&x.ID)
	c.text(&x.Name)
	c.list(&x.Names)
	c.text(&x.Family)
	c.list(&x.Called)
	each(c, &x.Terms, (*codec).term)
	c.list(&x.Was)
}

func (c *codec) term(x *Term) {
	whole(c, &x.Office)
	c.day(&x.From)
	c.day(&x.To)
	c.text(&x.Source)
	c.yes(&x.About)
}

func (c *codec) office(x *Office) {
	c.text(&x.ID)
	c.text(&x.Country)
	c.text(&x.Title)
	c.text(&x.Kind)
	c.yes(&x.Many)
	c.list(&x.Words)
}

func (c *codec) topic(x *Topic) {
	c.text(&x.ID)
	c.text(&x.Label)
	c.text(&x.Scope)
	each(c, &x.Phrases, (*codec).phrase)
}

func (c *codec) phrase(x *Phrase) {
	c.text(&x.Name)
	c.text(&x.Pattern)
	weight := int(x.Weight*1000 + 1e9 + 0.5) // never below 0
	whole(c, &weight)
	x.Weight = float64(weight-1e9) / 1000
}

func (c *codec) publisher(x *Publisher) {
	c.text(&x.ID)
	c.text(&x.Name)
	c.text(&x.Country)
	c.text(&x.Body)
	c.yes(&x.Medium)
	c.yes(&x.Agency)
	c.list(&x.Titles)
	c.list(&x.Lines)
	c.list(&x.Phrases)
	c.list(&x.Hosts)
	c.list(&x.Credits)
	c.list(&x.Furniture)
	c.text(&x.Numeric)
	c.text(&x.Language)
	c.text(&x.Rights)
	c.list(&x.Was)
}

func (c *codec) event(x *Event) {
	c.text(&x.ID)
	c.text(&x.Label)
	c.list(&x.Phrases)
	c.day(&x.From)
	c.day(&x.To)
	c.yes(&x.Anniversary)
}

func (c *codec) phraseList(x *List) {
	c.text(&x.Name)
	each(c, &x.Phrases, (*codec).phrase)
}

func (c *codec) lists(x *lists) {
	keys := x.keys()
	c.list(&keys)
	numbers(c, &x.from)
	numbers(c, &x.all)
	if !c.writing {
		x.table = newTable(keys)
	}
}

func (c *codec) matcher(m *Matcher) {
	keys := m.all()
	c.list(&keys)
	numbers(c, &m.edges)
	each(c, &m.ends, (*codec).end)
	each(c, &m.groups, (*codec).group)
	c.nodes(m)
	if !c.writing && len(keys) > 0 && !c.bad {
		c.plain = m.finish(keys)
	}
}

// nodes are stored as the numbers of their edges and ends.
func (c *codec) nodes(m *Matcher) {
	n := c.count(len(m.nodes))
	if n == 0 {
		return
	}
	if !c.writing {
		m.nodes = make([]node, n)
	}
	for i := range n - 1 {
		a, b := &m.nodes[i], &m.nodes[i+1]
		edges, ends := b.edge-a.edge, b.end-a.end
		whole(c, &edges)
		whole(c, &ends)
		b.edge, b.end = a.edge+edges, a.end+ends
	}
}

func (c *codec) end(e *end) {
	whole(c, &e.Class)
	whole(c, &e.Index)
	whole(c, &e.Form)
	whole(c, &e.group)
	whole(c, &e.upper)
	whole(c, &e.title)
	if e.group > 0 {
		whole(c, &e.part)
		c.yes(&e.not)
	}
}

func (c *codec) group(g *group) {
	whole(c, &g.ref.Class)
	whole(c, &g.ref.Index)
	whole(c, &g.ref.Form)
	whole(c, &g.parts)
}

// sameSnapshot reports whether the snapshot that is built in equals what pack makes now.
func sameSnapshot(made []byte) bool { return bytes.Equal(made, []byte(snapshot)) }
