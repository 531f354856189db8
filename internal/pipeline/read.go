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
	"readout/internal/source"
)

// Input is one file to be read.
type Input struct {
	Name string                 // path with forward slashes; it is the file of the records
	Load func() ([]byte, error) // may be called from any goroutine

	reader *Reader // where a folder brings its own lexicon; nil otherwise
}

// Reading is what came of one file: the documents in it with their records, or why there are none.
type Reading struct {
	Name      string
	Documents []*document.Document
	Records   []*record.Record // of the documents, in the same order
	Err       error            // one line, without the name
}

// frontMatter tells what of the front matter was not read: a line each, beginning with the file below a folder.
func (r Reading) frontMatter(folder string) []string {
	var lines []string
	for _, d := range r.Documents {
		for _, f := range d.Faults {
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
	out.Documents = document.Cut(src, r.signs)
	for _, d := range out.Documents {
		if r.records != nil {
			if rec, ok := r.records.take(d); ok {
				out.Records = append(out.Records, rec)
				continue
			}
		}
		rec := r.extract.Extract(d)
		out.Records = append(out.Records, &rec)
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
