package pipeline

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"os"
	"path/filepath"
)

// stream takes a file of the site that may be too large to be held in memory. As long as what is written is what the
// published file holds, nothing is written to disk; from the first difference on it goes to the staging folder. Parts that
// are known to stand in the published file are taken from there; k is nil where nothing is known.
func (p *publisher) stream(name string, k *pageKeys, write func(io.Writer) error) error {
	s := &streamed{p: p, name: name, sum: sha256.New()}
	if at := filepath.Join(p.out, filepath.FromSlash(name)); !p.full && regular(at) {
		if old, err := os.Open(at); err == nil {
			s.old = old
			defer old.Close()
		}
	}
	b := bufio.NewWriterSize(s, 1<<17)
	var err error
	if k == nil {
		err = write(b)
	} else {
		if kept, err := p.stands(name, k, s.old, write); kept || err != nil {
			return err
		}
		parts := newSectioned(b, k.parts[name], s.old)
		if k.parts[name] != nil {
			s.old = nil // it differs
		}
		err = write(parts)
		k.noteParts(name, parts.now)
	}
	if err == nil {
		err = b.Flush()
	}
	if err == nil {
		err = s.end()
	}
	if s.next != nil {
		if e := s.next.Close(); err == nil {
			err = e
		}
	}
	if err != nil {
		return err
	}
	d := published{hex.EncodeToString(s.sum.Sum(nil)), s.length}
	if err := p.claim(name, d); err != nil {
		return err
	}
	if s.next != nil {
		p.mu.Lock()
		p.changed[name] = true
		p.mu.Unlock()
	}
	return nil
}

// stands claims a file that stands in the published folder as it would be made, as far as its parts are known, and
// reports whether it does.
func (p *publisher) stands(name string, k *pageKeys, old *os.File, write func(io.Writer) error) (bool, error) {
	if old == nil || k.parts[name] == nil || !p.same(name, p.owned[name]) {
		return false, nil
	}
	s := newStanding(k.parts[name], old)
	if err := write(s); err != nil || !s.same() {
		return false, err
	}
	k.noteParts(name, s.now)
	return true, p.claim(name, p.owned[name])
}

// streamed is a file on its way.
type streamed struct {
	p      *publisher
	name   string
	sum    hash.Hash
	length int64
	old    *os.File // the published file while it is the same; nil where there is none
	beside []byte   // what of it is compared
	next   *os.File // the staged one; nil while there is no difference
}

func (s *streamed) Write(b []byte) (int, error) {
	if s.next == nil && !s.same(b) {
		if err := s.stage(); err != nil {
			return 0, err
		}
	}
	s.sum.Write(b)
	s.length += int64(len(b))
	if s.next != nil {
		return s.next.Write(b)
	}
	return len(b), nil
}

// same reports whether the published file goes on with b.
func (s *streamed) same(b []byte) bool {
	if s.old == nil {
		return false
	}
	if len(s.beside) < len(b) {
		s.beside = make([]byte, len(b))
	}
	n, err := s.old.ReadAt(s.beside[:len(b)], s.length)
	return n == len(b) && (err == nil || err == io.EOF) && bytes.Equal(s.beside[:n], b)
}

// stage begins the staged file with what was the same so far.
func (s *streamed) stage() error {
	if err := s.p.openStage(); err != nil {
		return err
	}
	at := filepath.Join(s.p.stage, filepath.FromSlash(s.name))
	if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
		return err
	}
	var err error
	if s.next, err = os.OpenFile(at, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644); err != nil || s.old == nil {
		return err
	}
	_, err = io.Copy(s.next, io.NewSectionReader(s.old, 0, s.length))
	return err
}

// end settles files that are shorter than they were, and empty new ones.
func (s *streamed) end() error {
	if s.next != nil {
		return nil
	}
	if s.old != nil {
		info, err := s.old.Stat()
		if err == nil && info.Mode().IsRegular() && info.Size() == s.length {
			return nil
		}
	}
	return s.stage()
}

func regular(name string) bool {
	info, err := os.Lstat(name)
	return err == nil && info.Mode().IsRegular()
}
