// Package pipeline runs the whole, from a collection to a published folder; writes only what changed.
package pipeline

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	"readout/internal/collection"
	"readout/internal/document"
	"readout/internal/extract"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/site"
	"readout/internal/source"
)

// Input is one file to be read.
type Input struct {
	Name string                 // path with forward slashes; it is the file of the records
	Load func() ([]byte, error) // may be called from any goroutine

	stamp func() (stamp, error) // of the file before it is read; nil where nothing is remembered

	reader *Reader // where a folder brings its own lexicon; nil otherwise
}

// Reading is what came of one file: the releases in it, or why there are none.
type Reading struct {
	Name  string
	Parts []Part
	Err   error // one line, without the name
}

// Part is what came of one release.
type Part struct {
	Record   *record.Record
	Document func() *document.Document // made when it is first asked for, where the record was remembered
	Withheld bool                      // see archive.Release

	faults []document.Fault // of the front matter
	key    string           // SHA-256 of the record as it was read; "" where nothing is remembered
}

// frontMatter tells what of the front matter was not read: a line each, beginning with the file below a folder.
func (r Reading) frontMatter(folder string) []string {
	var lines []string
	for _, p := range r.Parts {
		for _, f := range p.faults {
			lines = append(lines, fmt.Sprintf("%s:%d: %s", join(folder, collection.Printable(r.Name)), f.Line, f.What))
		}
	}
	return lines
}

// Reader reads files. It may be used from several goroutines.
type Reader struct {
	extract *extract.Extractor
	signs   document.Signs
	jobs    int

	records *RecordFile // facts that were read elsewhere; nil none
	memory  *memory     // what was read before; nil none
}

// NewReader makes a reader that reads with a lexicon, jobs files at a time; 0 jobs are as many as there are cores.
func NewReader(lex *lexicon.Lexicon, jobs int) *Reader {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	sites, furniture := lex.PublisherSigns()
	return &Reader{extract: extract.New(lex), signs: document.NewSigns(sites, furniture, nil), jobs: jobs}
}

// One reads one file. It never fails by panic: a fault of the program is told as the file's error, so that other files
// are still read.
func (r *Reader) One(in Input) (out Reading) {
	if in.reader != nil {
		r = in.reader
	}
	out.Name = in.Name
	defer func() {
		if p := recover(); p != nil {
			out = Reading{Name: in.Name, Err: fmt.Errorf("cannot be read because of a fault in readout: %v", p)}
		}
	}()
	var before stamp
	if r.memory != nil {
		if known, ok := r.memory.recall(in, r); ok {
			return known
		}
		before, _ = in.stamp() // of a file that cannot be looked at there is none
	}
	b, err := in.Load()
	if err != nil {
		out.Err = reason(err)
		return out
	}
	src, err := source.Decode(in.Name, b)
	if err != nil {
		out.Err = err
		return out
	}
	withheld := site.Withheld(src)
	for _, d := range document.Cut(src, r.signs) {
		p := Part{Document: func() *document.Document { return d }, Withheld: withheld, faults: d.Faults}
		if r.records != nil {
			p.Record, _ = r.records.take(d)
		}
		if p.Record == nil {
			rec := r.extract.Extract(d)
			p.Record = &rec
		}
		r.signs.Reuse(d)
		out.Parts = append(out.Parts, p)
	}
	if r.memory != nil {
		r.memory.note(&out, before)
	}
	return out
}

// All reads files in parallel and hands each to emit in the order of inputs, from this goroutine. Few files are held at
// a time. It stops at the first error of emit, or when the context ends.
func (r *Reader) All(ctx context.Context, inputs []Input, emit func(Reading) error) error {
	ctx, stop := context.WithCancel(ctx)
	type slot chan Reading
	waiting := make(chan slot, 4*r.jobs)
	work := make(chan func())
	var workers sync.WaitGroup
	for range r.jobs {
		workers.Go(func() {
			for f := range work {
				f()
			}
		})
	}
	workers.Go(func() {
		defer close(waiting)
		defer close(work)
		for _, in := range inputs {
			s := make(slot, 1)
			select {
			case waiting <- s:
			case <-ctx.Done():
				return
			}
			select {
			case work <- func() { s <- r.One(in) }:
			case <-ctx.Done():
				s <- Reading{Name: in.Name, Err: ctx.Err()}
				return
			}
		}
	})
	defer stop()
	for s := range waiting {
		select {
		case reading := <-s:
			if err := emit(reading); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err() // the files that are being read are left to themselves: they may be large
		}
	}
	return ctx.Err()
}
