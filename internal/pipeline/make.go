package pipeline

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"readout/internal/archive"
	"readout/internal/export"
	"readout/internal/search"
	"readout/internal/site"
)

// dataFolder holds the files that grow with the archive. They are never held in memory as a whole.
const dataFolder = "data/"

// make makes all files of the site, several at a time, and hands them to the publisher.
func (f *Folder) make(ctx context.Context, a *archive.Archive, o Options, pub *publisher, files []export.File, pages []site.Page) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	todo := make(chan work)
	step := o.Progress.step(StepMake, len(files)+len(pages))
	var workers sync.WaitGroup
	var makers []*maker
	for range NewReader(f.Lexicon, o.Jobs).jobs {
		m := &maker{}
		makers = append(makers, m)
		workers.Go(func() {
			var b bytes.Buffer
			for w := range todo {
				b.Reset()
				if err := m.make(w, &b, pub, f.keys); err != nil {
					stop(err)
					return
				}
				step()
			}
		})
	}
	workers.Go(func() {
		for path, piece := range search.Write(a, f.keys.search(pub, stop)) {
			if err := pub.put(path, piece); err != nil {
				stop(err)
			}
			if ctx.Err() != nil {
				return
			}
		}
	})
	give := func(w work) {
		select {
		case todo <- w:
		case <-ctx.Done():
		}
	}
	all, records, others := export.Split(files)
	j := newJoiner(ctx)
	defer j.close()
	workers.Go(func() {
		if err := pub.stream(all.Path, func(w io.Writer) error { return j.writeTo(w, len(records)) }); err != nil {
			stop(err)
		}
	})
	workers.Go(func() {
		defer close(todo)
		hand(give, pub, j, others, records, pages)
	})
	await(ctx, stop, &workers, makers, o.Patience)
	return context.Cause(ctx)
}

// hand hands out the work: the large files first.
func hand(give func(work), pub *publisher, j *joiner, others, records []export.File, pages []site.Page) {
	for _, f := range others {
		if strings.HasPrefix(f.Path, dataFolder) {
			give(work{path: f.Path, do: func(*bytes.Buffer) error { return pub.stream(f.Path, f.Write) }})
		} else {
			give(work{path: f.Path, shows: f.Key, do: putting(pub, f.Path, func(b *bytes.Buffer) error { return f.Write(b) })})
		}
	}
	for i, f := range records {
		make := func(b *bytes.Buffer) error {
			if err := f.Write(b); err != nil {
				return err
			}
			return j.add(i, b.Bytes())
		}
		give(work{
			path: f.Path, shows: f.Key,
			do: func(b *bytes.Buffer) error {
				if err := make(b); err != nil {
					return err
				}
				return pub.put(f.Path, b.Bytes())
			},
			kept: func() error {
				if b, ok := pub.published(f.Path); ok {
					return j.add(i, b)
				}
				return make(&bytes.Buffer{})
			},
		})
	}
	for _, p := range pages {
		give(work{path: p.Path, shows: p.Key, do: putting(pub, p.Path, p.Render)})
	}
}

// published reads a file of the published folder; false where it is not what the manifest says.
func (p *publisher) published(name string) ([]byte, bool) {
	b, err := os.ReadFile(filepath.Join(p.at, filepath.FromSlash(name)))
	return b, err == nil && digestOf(b) == p.owned[name]
}

// putting makes a file as a whole and hands it to the publisher.
func putting(pub *publisher, path string, write func(*bytes.Buffer) error) func(*bytes.Buffer) error {
	return func(b *bytes.Buffer) error {
		if err := write(b); err != nil {
			return err
		}
		return pub.put(path, b.Bytes())
	}
}
