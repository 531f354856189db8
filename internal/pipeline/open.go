package pipeline

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"readout/internal/archive"
	"readout/internal/collection"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/source"
)

// Folder is a collection on disk. It reads no file outside itself, whatever links say.
type Folder struct {
	Path       string // as given
	Collection *collection.Collection
	Lexicon    *lexicon.Lexicon // the built-in one with the collection's on top
	Lock       archive.Lock
	Faults     []lexicon.Fault // of the curator's own files, with their path below Path; none stops the reading
	root       *os.Root
	memory     *memory   // nil where nothing is remembered
	keys       *pageKeys // likewise
}

// OpenFolder opens a collection. Output is the folder into which it is published, "" for none. An error says why the
// collection cannot be read at all; a faulty lexicon is one, since everything would be read wrong.
func OpenFolder(path, output string, builtin *lexicon.Lexicon) (*Folder, error) {
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, reason(err))
	}
	f := &Folder{Path: path, root: root, Lexicon: builtin}
	if err := f.read(output); err != nil {
		root.Close()
		return nil, err
	}
	return f, nil
}

// Close lets go of the folder.
func (f *Folder) Close() error { return f.root.Close() }

func (f *Folder) read(output string) error {
	var err error
	if f.Collection, f.Faults, err = collection.Read(f.root.FS(), below(f.Path, output)); err != nil {
		return fmt.Errorf("%s: %w", f.Path, err)
	}
	if f.Collection.Lexicon {
		lex, faults := f.Lexicon.With(f.root.FS(), collection.LexiconFolder)
		if len(faults) > 0 {
			for i := range faults {
				faults[i].File = collection.LexiconFolder + "/" + faults[i].File
			}
			return LexiconError{f.Path, faults}
		}
		f.Lexicon = lex
	}
	if f.Collection.Lock != nil {
		if f.Lock, err = archive.ParseLock(collection.LockFile, f.Collection.Lock); err != nil {
			return fmt.Errorf("%s", f.inFolder(err.Error()))
		}
	}
	look := collection.Lookup(f.Lexicon)
	f.Collection.Corrections = slices.DeleteFunc(f.Collection.Corrections, func(c record.Correction) bool {
		err := c.Check(look)
		if err != nil {
			f.Faults = append(f.Faults, faultAt(c.Where, err.Error()))
		}
		return err != nil
	})
	return nil
}

// LexiconError is every fault of a collection's lexicon.
type LexiconError struct {
	Folder string
	Faults []lexicon.Fault
}

func (e LexiconError) Error() string {
	var lines []string
	for _, f := range e.Faults {
		lines = append(lines, join(e.Folder, f.String()))
	}
	return strings.Join(lines, "\n")
}

// inFolder puts the folder before each line of a message that begins with a file.
func (f *Folder) inFolder(message string) string {
	lines := strings.Split(message, "\n")
	for i := range lines {
		lines[i] = join(f.Path, lines[i])
	}
	return strings.Join(lines, "\n")
}

// FaultLines are the folder's faults as they are printed: file:line: what.
func (f *Folder) FaultLines() []string {
	var lines []string
	for _, x := range f.Faults {
		lines = append(lines, join(f.Path, x.String()))
	}
	return lines
}

// Inputs are the collection's releases. Their names are paths below the root, with prefix before them.
func (f *Folder) Inputs(prefix string) []Input {
	inputs := make([]Input, 0, len(f.Collection.Files))
	for _, name := range f.Collection.Files {
		inputs = append(inputs, Input{
			Name: prefix + name, Load: func() ([]byte, error) { return load(f.root.FS(), name) },
			stamp: func() (stamp, error) {
				info, err := f.root.Stat(name)
				if err != nil {
					return stamp{}, err
				}
				return stampOf(info), nil
			},
		})
	}
	return inputs
}

// load reads a file that was found to be one. It is looked at again, since it may have changed since.
func load(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("not a file")
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b := bytes.NewBuffer(make([]byte, 0, min(info.Size(), source.Limit)+bytes.MinRead))
	_, err = b.ReadFrom(io.LimitReader(f, source.Limit+1))
	return b.Bytes(), err
}

// slurp reads a file to its end, or a little further than the size over which it is refused.
func slurp(r io.Reader) ([]byte, error) { return io.ReadAll(io.LimitReader(r, source.Limit+1)) }

// below returns output as a path below a folder, "" where it does not lie in it.
func below(folder, output string) string {
	if output == "" {
		return ""
	}
	a, err1 := filepath.Abs(folder)
	b, err2 := filepath.Abs(output)
	if err1 != nil || err2 != nil {
		return ""
	}
	if r, err := filepath.EvalSymlinks(a); err == nil {
		a = r
	}
	if r, err := filepath.EvalSymlinks(b); err == nil {
		b = r
	}
	rel, err := filepath.Rel(a, b)
	if err != nil || rel == "." || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return ""
	}
	return filepath.ToSlash(rel)
}

// join puts a folder before a path below it, as the user gave it.
func join(folder, name string) string {
	folder = filepath.ToSlash(folder)
	if folder == "." || folder == "./" {
		return name
	}
	return strings.TrimRight(folder, "/") + "/" + name
}

// reason is an error without the path, which stands before it in every message.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	var l *os.LinkError
	if errors.As(err, &l) {
		return l.Err
	}
	return err
}
