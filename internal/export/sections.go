package export

import (
	"io"

	"readout/internal/archive"
	"readout/internal/record"
)

// Sections is a writer that may hold parts of a file already, from when it was last written. Begin is told what the part
// is made of that comes next; it reports whether it has written that part, which must not be written then. What stands
// before the first part, and behind the zero key, is no part.
type Sections interface {
	io.Writer
	Begin(archive.Key) (stands bool)
}

// sections tells a writer, if it wants to know, where the parts of a file begin. Nil tells nobody.
type sections struct {
	to    Sections
	flush func() error
	h     archive.Hash
}

// sectionsOf are those of a file that is written to w by way of a buffer.
func (x *index) sectionsOf(w io.Writer, flush func() error) *sections {
	if to, ok := w.(Sections); ok && x.Keyed && x.o.Shelf == "" {
		return &sections{to: to, flush: flush}
	}
	return nil
}

// stands reports whether the next part stands already; shows puts in what it is made of.
func (s *sections) stands(shows func(h *archive.Hash)) bool {
	if s == nil || s.flush() != nil { // the buffer keeps its error
		return false
	}
	s.h.Reset()
	shows(&s.h)
	return s.to.Begin(s.h.Key())
}

// end tells that no part follows.
func (s *sections) end() {
	if s != nil && s.flush() == nil {
		s.to.Begin(archive.Key{})
	}
}

// release reports whether the part of a release stands already.
func (s *sections) release(e *archive.Entry) bool {
	return s.stands(func(h *archive.Hash) { h.Entries(e) })
}

// people puts in which of some people have a page.
func (x *index) people(h *archive.Hash, people []record.Fact[record.Person]) {
	for _, f := range people {
		h.Yes(x.Official(f.Value.ID) != nil)
	}
}

// event puts in all that is known of an event.
func (ev *event) shows(x *index, h *archive.Hash) {
	h.Event(ev.Event)
	for _, p := range ev.people {
		h.Yes(x.Official(p.ID) != nil)
	}
}
