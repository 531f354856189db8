package pipeline

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"

	"readout/internal/archive"
)

// standing finds out whether a file that is made of parts is what stands in the published folder. Parts that are known are
// passed over, and others held against the bytes that stand where they would. See export.Sections.
type standing struct {
	old     []section
	from    *os.File
	at      int   // the section of old at pos, or the first behind it
	begin   int64 // where that begins
	pos     int64 // how far the two are the same
	now     []section
	differs bool
	buf     []byte
}

func newStanding(old []section, from *os.File) *standing {
	return &standing{old: old, from: from, now: make([]section, 1, len(old)+8)}
}

// Write compares the bytes of a part that is not known.
func (s *standing) Write(b []byte) (int, error) {
	if s.differs {
		return len(b), nil
	}
	if len(s.buf) < len(b) {
		s.buf = make([]byte, 2*len(b))
	}
	n, err := s.from.ReadAt(s.buf[:len(b)], s.pos)
	if n != len(b) || err != nil && err != io.EOF || !bytes.Equal(s.buf[:n], b) {
		s.differs = true
		return len(b), nil
	}
	last := &s.now[len(s.now)-1]
	last.length += int64(n)
	last.sum = updateSum(last.sum, b)
	s.pos += int64(n)
	return n, nil
}

// Begin passes over the next part where it stands.
func (s *standing) Begin(key archive.Key) bool {
	if s.differs {
		return true // it is known by now, and nothing need be made to find it out
	}
	for s.at < len(s.old) && s.begin < s.pos {
		s.begin += s.old[s.at].length
		s.at++
	}
	k := binary.LittleEndian.Uint64(key[:])
	for i := s.at; k != 0 && i < len(s.old) && s.begin == s.pos; i++ {
		if o := s.old[i]; o.key == k {
			s.now = append(s.now, o)
			s.at, s.begin, s.pos = i+1, s.begin+o.length, s.pos+o.length
			return true
		}
		if s.old[i].length > 0 {
			break
		}
	}
	s.now = append(s.now, section{key: k})
	return false
}

// same reports whether all of the file was the same.
func (s *standing) same() bool {
	info, err := s.from.Stat()
	return err == nil && !s.differs && info.Size() == s.pos
}
