// Package collection reads a folder: what to publish, how, and what a curator set right.
package collection

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"readout/internal/lexicon"
	"readout/internal/record"
)

// The names at the root of a collection that are not releases.
const (
	ConfigFile      = "readout.yaml"
	CorrectionsFile = "corrections.yaml"
	LockFile        = "ids.lock"
	LexiconFolder   = "lexicon"
	NotesFolder     = "notes"
	TemplatesFolder = "templates"
	StaticFolder    = "static"
)

// own are the names of the table above.
var own = []string{ConfigFile, CorrectionsFile, LockFile, LexiconFolder, NotesFolder, TemplatesFolder, StaticFolder}

// Collection is a folder of releases and what a curator said about them.
type Collection struct {
	Config      Config
	Files       []string // releases, as paths below the root, in order
	Other       int      // how many files were passed over for their suffix
	Notices     []Problem
	Problems    []Problem // files that cannot be read
	Corrections []record.Correction
	Events      []SameEvent
	Moves       []Moved
	Notes       map[string]string // curators' notes in Markdown: "countries/KR", "officials/ID", "topics/ID"
	Lock        []byte            // ids.lock as it stands; nil where there is none
	Lexicon     bool              // whether there is a lexicon folder
	Templates   bool
	Static      bool
}

// SameEvent is a curator's word that releases tell of one event, or do not.
type SameEvent struct {
	Where    string // "corrections.yaml:12"
	Releases []string
	Same     bool
	Why      string
}

// Moved is a curator's word that the address of a release that is gone leads to another.
type Moved struct {
	Where    string // "corrections.yaml:12"
	From, To string
	Why      string
}

// Problem is a file that was not read, and why.
type Problem struct {
	File string // below the root
	What string
}

// Read reads a collection. Output is the folder that is published into, as a path below the root; "" where it lies
// elsewhere. Faults are what is wrong in the curator's own files; what could be read of them is in the collection all the
// same. An error says that the folder itself cannot be read.
func Read(fsys fs.FS, output string) (*Collection, []lexicon.Fault, error) {
	c := &Collection{Notes: map[string]string{}}
	if err := c.walk(fsys, output); err != nil {
		return nil, nil, err
	}
	var r reader
	if data, ok := r.file(fsys, ConfigFile, 1<<20); ok {
		c.Config = r.config(data)
	}
	if data, ok := r.file(fsys, CorrectionsFile, maxCorrections); ok {
		r.corrections(data, c)
	}
	if data, ok := r.file(fsys, LockFile, 1<<30); ok {
		c.Lock = data
	}
	r.notes(fsys, c.Notes)
	for _, f := range []struct {
		name string
		have *bool
	}{{LexiconFolder, &c.Lexicon}, {TemplatesFolder, &c.Templates}, {StaticFolder, &c.Static}} {
		info, err := fs.Stat(fsys, f.name)
		*f.have = err == nil && info.IsDir()
	}
	return c, r.faults, nil
}

// file reads one of the curator's own files, which need not be there.
func (r *reader) file(fsys fs.FS, name string, limit int64) ([]byte, bool) {
	info, err := fs.Stat(fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false
	}
	r.name = name
	switch {
	case err != nil:
		r.fault(0, "%v", reason(err))
		return nil, false
	case !info.Mode().IsRegular():
		r.fault(0, "is %s, not a file", kindOf(info.Mode()))
		return nil, false
	case info.Size() > limit:
		r.fault(0, "larger than %d MiB", limit>>20)
		return nil, false
	}
	f, err := fsys.Open(name)
	if err != nil {
		r.fault(0, "%v", reason(err))
		return nil, false
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		r.fault(0, "%v", reason(err))
		return nil, false
	}
	if int64(len(data)) > limit {
		r.fault(0, "larger than %d MiB", limit>>20)
		return nil, false
	}
	return data, true
}

// notes reads the curators' notes.
func (r *reader) notes(fsys fs.FS, into map[string]string) {
	for _, kind := range []string{"countries", "officials", "topics"} {
		dir := path.Join(NotesFolder, kind)
		entries, err := fs.ReadDir(fsys, dir)
		if err != nil {
			if !errors.Is(err, fs.ErrNotExist) {
				r.name = dir
				r.fault(0, "%v", reason(err))
			}
			continue
		}
		for _, e := range entries {
			id, ok := strings.CutSuffix(e.Name(), ".md")
			if !ok || strings.HasPrefix(id, ".") || strings.HasPrefix(id, "_") {
				continue
			}
			if data, ok := r.file(fsys, path.Join(dir, e.Name()), 1<<20); ok {
				into[kind+"/"+id] = strings.ToValidUTF8(string(data), "\uFFFD")
			}
		}
	}
}

// reason is an error of the file system without the path, which stands before it.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// kindOf says in words what a thing in a folder is that is no file.
func kindOf(m fs.FileMode) string {
	switch {
	case m.IsDir():
		return "a folder"
	case m&fs.ModeSymlink != 0:
		return "a link"
	case m&fs.ModeNamedPipe != 0:
		return "a pipe"
	case m&fs.ModeSocket != 0:
		return "a socket"
	case m&fs.ModeDevice != 0:
		return "a device"
	}
	return "something else"
}

// String is the problem as it is printed.
func (p Problem) String() string { return fmt.Sprintf("%s: %s", p.File, p.What) }
