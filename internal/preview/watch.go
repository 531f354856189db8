package preview

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	quiet = 100 * time.Millisecond // that must pass after a change before it is believed to be whole
	often = 2 * time.Second        // between two looks where the system does not tell of changes
)

// Watch tells through the channel when something in a folder, or in one inside it, has become another: names, sizes,
// times. Hidden names are passed over, and paths that skip names, which are below the folder with forward slashes. Where
// the system cannot tell of changes, as on some disks of other machines, the folder is looked at every other second.
// The channel holds one piece of news; it is never closed.
func Watch(ctx context.Context, dir string, skip func(name string) bool) <-chan struct{} {
	news := make(chan struct{}, 1)
	w := &watch{dir: dir, skip: skip, news: news}
	if system, err := fsnotify.NewWatcher(); err == nil {
		w.system = system
	}
	w.last = w.look()
	go w.run(ctx)
	return news
}

type watch struct {
	dir    string
	skip   func(string) bool
	news   chan<- struct{}
	system *fsnotify.Watcher // nil where the system cannot tell of changes
	last   [sha256.Size]byte
}

func (w *watch) run(ctx context.Context) {
	defer func() {
		if w.system != nil {
			w.system.Close()
		}
	}()
	timer := time.NewTimer(often)
	for {
		var events <-chan fsnotify.Event
		var faults <-chan error
		if w.system != nil {
			events, faults = w.system.Events, w.system.Errors
		}
		select {
		case <-ctx.Done():
			return
		case <-events:
			timer.Reset(quiet)
			continue
		case <-faults: // such as too many changes at once
			timer.Reset(quiet)
			continue
		case <-timer.C:
		}
		if now := w.look(); now != w.last {
			w.last = now
			select {
			case w.news <- struct{}{}:
			default: // there is news already
			}
		}
		if w.system == nil {
			timer.Reset(often)
		}
	}
}

// look sums up what lies in the folder, and lets the system tell of folders that are new.
func (w *watch) look() [sha256.Size]byte {
	h := sha256.New()
	filepath.WalkDir(w.dir, func(at string, d fs.DirEntry, err error) error {
		rel, relErr := filepath.Rel(w.dir, at)
		name := filepath.ToSlash(rel)
		switch {
		case err != nil || relErr != nil:
			fmt.Fprintf(h, "%q cannot be read\n", name)
			return nil
		case name != "." && (strings.HasPrefix(d.Name(), ".") || w.skip(name)):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			w.tell(at)
			fmt.Fprintf(h, "%q\n", name)
			return nil
		}
		info, err := os.Stat(at) // what a link leads to counts
		if err != nil {
			fmt.Fprintf(h, "%q leads nowhere\n", name)
			return nil
		}
		fmt.Fprintf(h, "%q %d %d %v\n", name, info.Size(), info.ModTime().UnixNano(), info.Mode())
		return nil
	})
	return [sha256.Size]byte(h.Sum(nil))
}

// tell asks the system to tell of changes in a folder. It is asked at each look: a folder may have been taken away and
// come back.
func (w *watch) tell(folder string) {
	if w.system == nil {
		return
	}
	if err := w.system.Add(folder); err != nil {
		w.system.Close()
		w.system = nil
	}
}
