package pipeline

import (
	"bytes"
	"context"
	"fmt"
	"sync"
	"time"

	"readout/internal/archive"
)

// A page is made by templates, which people replace. One that goes round for ever cannot be stopped from outside; it can be
// named, and left to itself while the build ends.

// usualPatience is how long one file may take to be made. The largest that were seen take some seconds.
const usualPatience = 5 * time.Minute

// parting is how long a build that ends waits for files under work.
const parting = 2 * time.Second

// maker makes files, one after the other, and knows since when it has been at one.
type maker struct {
	mu    sync.Mutex
	path  string
	since time.Time
	hash  archive.Hash
}

// work is one file of the site, to be made and handed to the publisher by whoever has time.
type work struct {
	path  string
	shows func(*archive.Hash) bool // puts in what the file is made of; see pageKeys
	do    func(*bytes.Buffer) error
	kept  func() error // called in its place where the file stands as it would be made; nil to do nothing
}

// make makes one file, unless it stands there already.
func (m *maker) make(w work, b *bytes.Buffer, pub *publisher, keys *pageKeys) error {
	m.at(w.path)
	defer m.at("")
	key, ok := keys.key(&m.hash, w.shows)
	if !ok {
		return w.do(b)
	}
	kept, err := pub.keep(w.path, keys, key)
	if err == nil && !kept {
		err = w.do(b)
	} else if err == nil && w.kept != nil {
		err = w.kept()
	}
	if err == nil {
		keys.note(w.path, key)
	}
	return err
}

func (m *maker) at(path string) {
	m.mu.Lock()
	m.path, m.since = path, time.Now()
	m.mu.Unlock()
}

// late names the file that takes too long, "" if none does.
func (m *maker) late(patience time.Duration) string {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.path == "" || time.Since(m.since) < patience {
		return ""
	}
	return m.path
}

// await waits until all work is done. Where a maker takes too long over a file the work is stopped with an error that
// names it; once it is stopped, those still at work are waited for no longer than a moment.
func await(ctx context.Context, stop context.CancelCauseFunc, done *sync.WaitGroup, makers []*maker, patience time.Duration) {
	if patience <= 0 {
		patience = usualPatience
	}
	all := make(chan struct{})
	go func() {
		done.Wait()
		close(all)
	}()
	look := time.NewTicker(min(time.Second, patience/4))
	defer look.Stop()
	for {
		select {
		case <-all:
			return
		case <-ctx.Done():
			select {
			case <-all:
			case <-time.After(parting):
			}
			return
		case <-look.C:
			for _, m := range makers {
				if path := m.late(patience); path != "" {
					stop(fmt.Errorf("page %s: takes longer than %v; look at its template", path, patience))
				}
			}
		}
	}
}
