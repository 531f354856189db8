package pipeline

import (
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"readout/internal/collection"
	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
)

// ParseOptions says how to read paths.
type ParseOptions struct {
	Lexicon *lexicon.Lexicon // the built-in one
	Raw     bool             // apply no corrections
	Jobs    int              // files read at a time; 0 for as many as there are cores
	Stdin   io.Reader        // what the path - stands for
	Name    string           // of the file that comes by Stdin; "" for -
}

// Told is where Parse tells what goes wrong while it reads on.
type Told interface {
	Problem(line string) // something could not be read: "file: what"
	Notice(line string)  // something was passed over, or a correction no longer applies
}

// Parse reads files and folders and hands each release to emit, in order of path. The root of a collection is read with
// its own lexicon and corrections. What cannot be read is told, and the rest is read. An error is one of emit, of the
// context, or of a faulty lexicon.
func Parse(ctx context.Context, paths []string, o ParseOptions, told Told, emit func(*record.Record, *document.Document) error) error {
	var inputs []Input
	var folders []*Folder
	defer func() {
		for _, f := range folders {
			f.Close()
		}
	}()
	corrected := map[string]*Folder{} // by name of an input
	for _, path := range paths {
		if path == "-" {
			inputs = append(inputs, Input{Name: cmp.Or(filepath.ToSlash(o.Name), "-"), Load: func() ([]byte, error) { return slurp(o.Stdin) }})
			continue
		}
		if info, err := os.Stat(path); err != nil || !info.IsDir() {
			inputs = append(inputs, fileInput(path))
			continue
		}
		f, err := OpenFolder(path, "", o.Lexicon)
		if errors.As(err, new(LexiconError)) {
			return err
		}
		if err != nil {
			told.Problem(err.Error())
			continue
		}
		folders = append(folders, f)
		f.tell(told)
		own := f.Inputs(join(f.Path, ""))
		var reader *Reader
		if f.Lexicon != o.Lexicon {
			reader = NewReader(f.Lexicon, o.Jobs)
		}
		for i := range own {
			own[i].reader = reader
			if len(f.Collection.Corrections) > 0 && !o.Raw {
				corrected[own[i].Name] = f
			}
		}
		inputs = append(inputs, own...)
	}
	slices.SortStableFunc(inputs, func(a, b Input) int { return cmp.Compare(a.Name, b.Name) })
	inputs = slices.CompactFunc(inputs, func(a, b Input) bool { return a.Name == b.Name })

	// Corrections name releases by ids, which are known only when all are read.
	var held []Reading
	show := func(r Reading) error {
		for _, p := range r.Parts {
			if err := emit(p.Record, p.Document()); err != nil {
				return err
			}
		}
		return nil
	}
	err := NewReader(o.Lexicon, o.Jobs).All(ctx, inputs, func(r Reading) error {
		switch {
		case r.Err != nil:
			told.Problem(collection.Printable(r.Name) + ": " + r.Err.Error())
			return nil
		}
		for _, line := range r.frontMatter(".") {
			told.Notice(line)
		}
		if len(corrected) > 0 {
			held = append(held, r)
			return nil
		}
		return show(r)
	})
	if err != nil {
		return err
	}
	for _, f := range folders {
		var recs []*record.Record
		for _, r := range held {
			if corrected[r.Name] == f {
				for _, p := range r.Parts {
					recs = append(recs, p.Record)
				}
			}
		}
		for _, stale := range f.correct(recs, join(f.Path, ""), allCorrections) {
			told.Notice(join(f.Path, stale.String()))
		}
	}
	for _, r := range held {
		if err := show(r); err != nil {
			return err
		}
	}
	return nil
}

// Records reads folders as Parse does and returns all records. Anything that cannot be read is an error.
func Records(ctx context.Context, folders []string, lex *lexicon.Lexicon) ([]*record.Record, error) {
	var recs []*record.Record
	var told errorList
	err := Parse(ctx, folders, ParseOptions{Lexicon: lex}, &told, func(r *record.Record, _ *document.Document) error {
		recs = append(recs, r)
		return nil
	})
	return recs, errors.Join(err, told.error())
}

// errorList makes one error of all that is told.
type errorList []string

func (l *errorList) Problem(line string) { *l = append(*l, line) }
func (l *errorList) Notice(line string)  { *l = append(*l, line) }

func (l errorList) error() error {
	if len(l) == 0 {
		return nil
	}
	return errors.New(strings.Join(l, "\n"))
}

// tell tells what is wrong with a folder before its releases are read.
func (f *Folder) tell(told Told) {
	for _, line := range append(f.FaultLines(), f.problems(f.Collection.Problems)...) {
		told.Problem(line)
	}
	for _, line := range f.problems(f.Collection.Notices) {
		told.Notice(line)
	}
}

// fileInput is one file named by the user, read whatever its suffix.
func fileInput(path string) Input {
	return Input{Name: filepath.ToSlash(path), Load: func() ([]byte, error) {
		info, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		if !info.Mode().IsRegular() {
			return nil, errors.New("not a file")
		}
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		return slurp(f)
	}}
}
