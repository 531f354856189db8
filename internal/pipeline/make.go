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
		if err := f.keys.search(a, pub, func(path string, piece []byte) error {
			if err := pub.put(path, piece); err != nil {
				return err
			}
			return ctx.Err()
		}); err != nil {
			stop(err)
		}
	})
	give := func(w work) {
		select {
		case todo <- w:
		case <-ctx.Done():
		}
	}
	all, records, others := export.Split(files)
	var j *joiner // of the records, which are all made; else each is taken from where it stands
	if f.keys == nil || f.keys.parts[all.Path] == nil {
		j = newJoiner(ctx)
		defer j.close()
		workers.Go(func() {
			if err := joinRecords(j, all, records, pub, f.keys); err != nil {
				stop(err)
			}
		})
	} else {
		others = append([]export.File{all}, others...)
	}
	workers.Go(func() {
		defer close(todo)
		hand(give, pub, f.keys, j, others, records, pages)
	})
	await(ctx, stop, &workers, makers, o.Patience)
	return context.Cause(ctx)
}

// joinRecords writes all records as one file, as they are made.
func joinRecords(j *joiner, all export.File, records []export.File, pub *publisher, k *pageKeys) error {
	if k == nil {
		return pub.stream(all.Path, nil, func(w io.Writer) error { return j.writeTo(w, len(records), nil) })
	}
	var h archive.Hash
	err := pub.stream(all.Path, k, func(w io.Writer) error {
		return j.writeTo(w, len(records), func(i int) {
			h.Reset()
			records[i].Key(&h)
			w.(*sectioned).Begin(h.Key())
		})
	})
	if key, ok := k.key(&h, all.Key); ok {
		k.note(all.Path, key)
	}
	return err
}

// hand hands out the work: the large files first.
func hand(give func(work), pub *publisher, k *pageKeys, j *joiner, others, records []export.File, pages []site.Page) {
	for _, f := range others {
		if strings.HasPrefix(f.Path, dataFolder) {
			give(work{path: f.Path, shows: f.Key, do: func(*bytes.Buffer) error { return pub.stream(f.Path, k, f.Write) }, kept: k.stood(f.Path)})
		} else {
			give(work{path: f.Path, shows: f.Key, do: putting(pub, f.Path, func(b *bytes.Buffer) error { return f.Write(b) })})
		}
	}
	for i, f := range records {
		if j == nil {
			give(work{path: f.Path, shows: f.Key, do: putting(pub, f.Path, func(b *bytes.Buffer) error { return f.Write(b) })})
			continue
		}
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
