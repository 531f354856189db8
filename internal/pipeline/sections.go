package pipeline

import (
	"bufio"
	"encoding/binary"
	"hash/crc32"
	"io"
	"os"

	"readout/internal/archive"
)

// Files that grow with the archive are made of parts, mostly one for each release. Of each part is remembered what it was
// made of, how long it is, and a checksum; where the same comes again it is taken from the published file, unless its
// bytes are no longer those.

// section is a part of a file that was written.
type section struct {
	key    uint64 // the first bytes of its key; 0 for what is no part
	length int64
	sum    uint32 // CRC-32C
}

func updateSum(sum uint32, b []byte) uint32 {
	return crc32.Update(sum, crc32.MakeTable(crc32.Castagnoli), b)
}

// sectioned writes a file part by part; see export.Sections.
type sectioned struct {
	w   io.Writer
	now []section // what was written; the last one is being written

	old   []section // what stands in from
	from  *os.File
	read  *bufio.Reader // from, at offset
	at    int           // the section of old that is likely to come next
	begin int64         // where it begins
	seek  int64         // where read is
	buf   []byte
	index map[uint64]lying // made when sections come in another order
}

// lying is where a section lies in a file.
type lying struct {
	at    int
	begin int64
}

func newSectioned(w io.Writer, old []section, from *os.File) *sectioned {
	s := &sectioned{w: w, now: make([]section, 1, len(old)+8)}
	if from != nil {
		s.old, s.from, s.read = old, from, bufio.NewReaderSize(io.NewSectionReader(from, 0, 1<<62), 1<<16)
	}
	return s
}

func (s *sectioned) Write(b []byte) (int, error) {
	last := &s.now[len(s.now)-1]
	last.length += int64(len(b))
	last.sum = updateSum(last.sum, b)
	return s.w.Write(b)
}

// Begin begins the next part, and reports whether it was there to be taken.
func (s *sectioned) Begin(key archive.Key) bool {
	k := binary.LittleEndian.Uint64(key[:])
	s.now = append(s.now, section{key: k})
	if k == 0 || !s.find(k) {
		return false
	}
	o := s.old[s.at]
	b, ok := s.take(o)
	s.at, s.begin = s.at+1, s.begin+o.length
	if !ok {
		return false
	}
	s.now[len(s.now)-1] = o
	s.w.Write(b) // a buffer, which keeps its error
	return true
}

// find goes to the section with a key: the next one, or the one after that, as it mostly is, or any.
func (s *sectioned) find(key uint64) bool {
	for skip := range min(3, len(s.old)-s.at) {
		if s.old[s.at+skip].key == key {
			for range skip {
				s.begin += s.old[s.at].length
				s.at++
			}
			return true
		}
	}
	if s.index == nil {
		s.index = make(map[uint64]lying, len(s.old))
		begin := int64(0)
		for i, o := range s.old {
			s.index[o.key] = lying{i, begin}
			begin += o.length
		}
	}
	p, ok := s.index[key]
	if ok {
		s.at, s.begin = p.at, p.begin
	}
	return ok
}

// take reads a section where find went; false where it is not what was written.
func (s *sectioned) take(o section) ([]byte, bool) {
	if s.begin != s.seek {
		if ahead := s.begin - s.seek; ahead > 0 && ahead <= int64(s.read.Buffered()) {
			s.read.Discard(int(ahead))
		} else {
			s.read.Reset(io.NewSectionReader(s.from, s.begin, 1<<62-s.begin))
		}
	}
	if int64(cap(s.buf)) < o.length {
		info, err := s.from.Stat()
		if err != nil || s.begin+o.length > info.Size() {
			s.seek = -1
			return nil, false
		}
		s.buf = make([]byte, 2*o.length)
	}
	b := s.buf[:o.length]
	if _, err := io.ReadFull(s.read, b); err != nil {
		s.seek = -1 // nobody knows where
		return nil, false
	}
	s.seek = s.begin + o.length
	return b, updateSum(0, b) == o.sum
}

// appendSections writes sections for readSections.
func appendSections(b []byte, list []section) []byte {
	b = binary.AppendUvarint(b, uint64(len(list)))
	for _, s := range list {
		b = binary.LittleEndian.AppendUint64(b, s.key)
		b = binary.LittleEndian.AppendUint32(b, s.sum)
		b = binary.AppendUvarint(b, uint64(s.length))
	}
	return b
}

func (c *cutting) sections() []section {
	list := make([]section, 0, c.count())
	for range cap(list) {
		fixed := c.fixed(12)
		list = append(list, section{
			key: binary.LittleEndian.Uint64([]byte(fixed)), sum: binary.LittleEndian.Uint32([]byte(fixed[8:])), length: int64(c.number()),
		})
		if c.bad {
			return nil
		}
	}
	return list
}

// fixed takes so many bytes.
func (c *cutting) fixed(n int) string {
	if len(c.s) < n {
		c.bad = true
		return string(make([]byte, n))
	}
	s := c.s[:n]
	c.s = c.s[n:]
	return s
}
