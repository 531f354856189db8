package lexicon

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
)

// With returns a lexicon in which the YAML files of a folder, and of those in it, are laid over this one: an entry of an
// id that is known replaces the known one whole, another is added; {id: X, drop: true} takes one away; {alias_of: X,
// names: [...]} adds names to a person, forms to a country, lines to a publisher, phrases to an event. Without such a
// folder it is this lexicon itself.
//
// What is wrong in the files is returned as faults, all at once, in order; the faulty parts are left out.
func (l *Lexicon) With(fsys fs.FS, dir string) (*Lexicon, []Fault) {
	if info, err := fs.Stat(fsys, dir); err != nil || !info.IsDir() {
		return l, nil
	}
	var r reader
	r.readDir(fsys, dir)
	if r.empty() {
		return l, r.faults
	}
	out, faults := lay(l, &r.shelves, nil)
	faults = append(append(r.faults, faults...), inspect(&r.shelves, out)...)
	sortFaults(faults)
	sum := sha256.Sum256([]byte(l.digest + " " + digest(fsys, dir)))
	out.digest = hex.EncodeToString(sum[:16])
	return out, faults
}

// empty reports whether files brought no entries at all.
func (s *shelves) empty() bool {
	return len(s.countries)+len(s.persons)+len(s.offices)+len(s.topics)+len(s.lists)+len(s.publishers)+len(s.events) == 0
}
