package preview

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// soon reports whether there is news within a second or so.
func soon(news <-chan struct{}, wait time.Duration) bool {
	select {
	case <-news:
		return true
	case <-time.After(wait):
		return false
	}
}

func TestWatch(t *testing.T) {
	dir := t.TempDir()
	os.WriteFile(filepath.Join(dir, "a.txt"), []byte("a"), 0o644)
	os.MkdirAll(filepath.Join(dir, "2018"), 0o755)
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	news := Watch(ctx, dir, func(name string) bool { return name == "ids.lock" || name == "public" })
	for _, c := range []struct {
		what   string
		change func()
		told   bool
	}{
		{"a file is written", func() { os.WriteFile(filepath.Join(dir, "a.txt"), []byte("ab"), 0o644) }, true},
		{"a file in a folder is made", func() { os.WriteFile(filepath.Join(dir, "2018", "b.txt"), []byte("b"), 0o644) }, true},
		{"a folder with a file is made", func() {
			os.MkdirAll(filepath.Join(dir, "x", "y"), 0o755)
			os.WriteFile(filepath.Join(dir, "x", "y", "c.txt"), nil, 0o644)
		}, true},
		{"a file in the new folder is written", func() { os.WriteFile(filepath.Join(dir, "x", "y", "c.txt"), []byte("c"), 0o644) }, true},
		{"a file is written beside and renamed, as editors do", func() {
			os.WriteFile(filepath.Join(dir, ".a.txt.swp"), []byte("abc"), 0o644)
			os.Rename(filepath.Join(dir, ".a.txt.swp"), filepath.Join(dir, "a.txt"))
		}, true},
		{"a file is removed", func() { os.Remove(filepath.Join(dir, "a.txt")) }, true},
		{"ids.lock is written, as by a build", func() { os.WriteFile(filepath.Join(dir, "ids.lock"), []byte("x"), 0o644) }, false},
		{"a hidden file is written", func() { os.WriteFile(filepath.Join(dir, ".hidden"), []byte("x"), 0o644) }, false},
		{"the site is written", func() { os.MkdirAll(filepath.Join(dir, "public"), 0o755) }, false},
	} {
		c.change()
		wait := 10 * time.Second
		if !c.told {
			wait = 500 * time.Millisecond
		}
		if told := soon(news, wait); told != c.told {
			t.Errorf("%s: news %v", c.what, told)
		}
	}
}

// Where the system tells nothing, the folder is looked at now and then.
func TestWatchWithoutTheSystem(t *testing.T) {
	dir := t.TempDir()
	news := make(chan struct{}, 1)
	w := &watch{dir: dir, skip: func(string) bool { return false }, news: news}
	w.last = w.look()
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	go w.run(ctx)
	os.WriteFile(filepath.Join(dir, "a.txt"), []byte("a"), 0o644)
	if !soon(news, 3*often) {
		t.Error("a new file was not seen")
	}
}
