package pipeline

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
	"strings"

	"readout/internal/document"
)

// What is remembered of a collection lies in a number of files, so that one changed release costs the writing of a small
// one. Each opens with a mark and ends with the SHA-256 of all before it. Between them stand the files of the collection:
// name, stamp, checksum, whether it is withheld, and its releases: key, faults of the front matter, stored record.
// Numbers are varints, texts have their length before them.

const (
	shards    = 64
	shardMark = "readout readings 1\n"
)

func shardOf(name string) int {
	h := fnv.New32a()
	io.WriteString(h, name)
	return int(h.Sum32() % shards)
}

func (m *memory) shardName(n int) string { return filepath.Join(m.dir, fmt.Sprintf("%02d", n)) }

func (m *memory) saveShard(n int, names []string) error {
	if len(names) == 0 {
		os.Remove(m.shardName(n))
		return nil
	}
	b := []byte(m.mark)
	for _, name := range names {
		b = m.files[name].append(b, name)
	}
	return writeCache(m.shardName(n), b)
}

// writeCache writes a file of the cache as a whole, with its checksum behind it.
func writeCache(name string, b []byte) error {
	sum := sha256.Sum256(b)
	b = append(b, sum[:]...)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	next, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	_, err = next.Write(b)
	if e := next.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(next.Name(), name)
	}
	if err != nil {
		os.Remove(next.Name())
	}
	return err
}

// readCache reads what writeCache wrote after a mark; false where it is not there, not whole or opens with another mark.
func readCache(name, mark string) (string, bool) {
	f, err := os.Open(name)
	if err != nil {
		return "", false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || info.Size() < int64(len(mark))+sha256.Size {
		return "", false
	}
	var b strings.Builder
	b.Grow(int(info.Size()))
	h := sha256.New()
	if _, err := io.CopyN(io.MultiWriter(&b, h), f, info.Size()-sha256.Size); err != nil || !strings.HasPrefix(b.String(), mark) {
		return "", false
	}
	sum := make([]byte, sha256.Size+1)
	if n, _ := io.ReadFull(f, sum); n != sha256.Size || string(sum[:n]) != string(h.Sum(nil)) {
		return "", false
	}
	return b.String()[len(mark):], true
}

func (m *memory) loadShard(n int) map[string]*remembered {
	rest, ok := readCache(m.shardName(n), m.mark)
	if !ok {
		return nil
	}
	files := map[string]*remembered{}
	for c := (&cutting{s: rest}); c.s != ""; {
		name, r := c.remembered()
		if c.bad {
			return nil
		}
		files[name] = r
	}
	return files
}

func (r *remembered) append(b []byte, name string) []byte {
	text := func(s string) { b = append(binary.AppendUvarint(b, uint64(len(s))), s...) }
	text(name)
	for _, v := range [...]int64{r.stamp.size, r.stamp.modified, r.stamp.changed, r.stamp.number} {
		b = binary.AppendUvarint(b, uint64(v))
	}
	sum, _ := hex.DecodeString(r.sum) // it is one
	text(string(sum))
	withheld := byte(0)
	if r.withheld {
		withheld = 1
	}
	b = binary.AppendUvarint(append(b, withheld), uint64(len(r.parts)))
	for _, p := range r.parts {
		key, _ := hex.DecodeString(p.key)
		text(string(key))
		b = binary.AppendUvarint(b, uint64(len(p.faults)))
		for _, f := range p.faults {
			b = binary.AppendUvarint(b, uint64(f.Line))
			text(f.What)
		}
		text(p.record)
	}
	return b
}

// cutting takes texts and numbers from the front of a text.
type cutting struct {
	s   string
	bad bool // it ended too early
}

func (c *cutting) remembered() (name string, r *remembered) {
	r = &remembered{}
	name = c.text()
	for _, v := range [...]*int64{&r.stamp.size, &r.stamp.modified, &r.stamp.changed, &r.stamp.number} {
		*v = int64(c.number())
	}
	r.sum = hex.EncodeToString([]byte(c.text()))
	r.withheld = c.number() == 1
	for range c.count() {
		p := rememberedPart{key: hex.EncodeToString([]byte(c.text()))}
		for range c.count() {
			p.faults = append(p.faults, document.Fault{Line: int(c.number()), What: c.text()})
		}
		p.record = c.text()
		r.parts = append(r.parts, p)
	}
	return name, r
}

func (c *cutting) number() uint64 {
	v := uint64(0)
	for shift := 0; shift < 70 && c.s != ""; shift += 7 {
		b := c.s[0]
		c.s = c.s[1:]
		v |= uint64(b&0x7F) << shift
		if b < 0x80 {
			return v
		}
	}
	c.bad = true
	return 0
}

// count is a number of things that follow. Each takes a byte at least.
func (c *cutting) count() int {
	n := c.number()
	if n > uint64(len(c.s)) {
		c.bad = true
		return 0
	}
	return int(n)
}

func (c *cutting) text() string {
	n := c.count()
	s := c.s[:n]
	c.s = c.s[n:]
	return s
}
