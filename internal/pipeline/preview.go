package pipeline

import (
	"bytes"

	"readout/internal/archive"
)

// Preview is a run of builds that publish nothing. An address that such a build gives to a new release is kept for the run,
// so that a page under work stays where it is, and is forgotten afterwards: a headline half written makes no permanent
// address. The zero Preview is a run that begins.
type Preview struct {
	kept  archive.Lock
	since []byte // ids.lock as it was when the run began; where it changes, the run begins again
	begun bool
}

// before lends a folder the addresses of the run.
func (p *Preview) before(f *Folder) {
	if p != nil && p.begun && bytes.Equal(p.since, f.Collection.Lock) {
		f.Lock = p.kept
	}
}

// after keeps the addresses that a build gave.
func (p *Preview) after(f *Folder, given archive.Lock) {
	p.kept, p.since, p.begun = given, f.Collection.Lock, true
}
