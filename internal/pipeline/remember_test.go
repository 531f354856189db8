package pipeline

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"readout/internal/sample"
)

// remembering is a collection of n releases, settled long ago, and how it is built with a cache.
func remembering(t *testing.T, n int) Options {
	t.Helper()
	dir := t.TempDir()
	o := building(t, filepath.Join(dir, "in"), filepath.Join(dir, "out"))
	o.Cache = filepath.Join(dir, "cache")
	for i := range n {
		mustWrite(t, filepath.Join(o.Collection, sample.Name(i)), sample.Release(i))
	}
	time.Sleep(settled + 50*time.Millisecond) // the system keeps the time of the last change of a file, which nobody can set
	return o
}

// asFresh fails where a build with what is remembered makes another site than one that remembers nothing.
func asFresh(t *testing.T, o Options, why string) Report {
	t.Helper()
	rep := mustBuild(t, o)
	fresh := o
	fresh.Cache, fresh.Out = "", filepath.Join(t.TempDir(), "fresh")
	fresh.Progress = nil
	mustBuild(t, fresh)
	if mustRead(t, filepath.Join(o.Out, ManifestFile)) != mustRead(t, filepath.Join(fresh.Out, ManifestFile)) {
		t.Errorf("%s: not as made anew", why)
	}
	if bad, err := Changed(o.Out); err != nil || len(bad) > 0 {
		t.Errorf("%s: %v %v", why, bad, err)
	}
	return rep
}

// each calls do with every file of a cache.
func eachCached(t *testing.T, o Options, do func(name string, text []byte)) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(o.Cache, "readings", "*", "*"))
	if err != nil || len(names) == 0 {
		t.Fatal("nothing is remembered", err)
	}
	for _, name := range names {
		do(name, []byte(mustRead(t, name)))
	}
}

// Whatever happens to what is remembered, the site is the same; only time is lost.
func TestRememberedNeverWrong(t *testing.T) {
	const n = 5
	o := remembering(t, n)
	file := filepath.Join(o.Collection, sample.Name(3))
	for _, c := range []struct {
		why  string
		do   func()
		want int // releases remembered
	}{
		{"nothing yet", func() {}, 0},
		{"all as it was", func() {}, n},
		{"touched", func() { os.Chtimes(file, time.Time{}, time.Unix(1, 0)) }, n},
		{"another text of the same size and time", func() {
			info, err := os.Stat(file)
			if err != nil {
				t.Fatal(err)
			}
			text := []byte(mustRead(t, file))
			mustWrite(t, file, bytes.Replace(text, []byte("2"), []byte("1"), 1))
			os.Chtimes(file, time.Time{}, info.ModTime())
		}, n - 1},
		{"a file less", func() { os.Remove(file) }, n - 1},
		{"a file more", func() { mustWrite(t, file, sample.Release(30)) }, n - 1},
		{"another lexicon", func() {
			mustWrite(t, filepath.Join(o.Collection, "lexicon/own.yaml"), []byte("topics:\n- {id: own, label: Own, scope: test, phrases: [{name: own, pattern: frank exchange, matches: [A frank exchange of views was had.], rejects: [A view.]}]}\n"))
		}, 0},
		{"corrected", func() {
			mustWrite(t, filepath.Join(o.Collection, "corrections.yaml"), []byte("- {release: "+sample.Name(1)+", field: title, set: Another headline, why: test}\n"))
		}, n},
		{"lost", func() { os.RemoveAll(o.Cache) }, 0},
		{"cut short", func() { eachCached(t, o, func(name string, b []byte) { mustWrite(t, name, b[:len(b)/2]) }) }, 0},
		{"empty", func() { eachCached(t, o, func(name string, b []byte) { mustWrite(t, name, nil) }) }, 0},
		{"longer", func() { eachCached(t, o, func(name string, b []byte) { mustWrite(t, name, append(b, 0)) }) }, 0},
		{"tampered with", func() {
			eachCached(t, o, func(name string, b []byte) {
				mustWrite(t, name, bytes.ReplaceAll(b, []byte("President"), []byte("president")))
			})
		}, -1},
		{"of another program", func() {
			eachCached(t, o, func(name string, b []byte) {
				b[len(shardMark)] ^= 1
				os.Remove(name)
				if err := writeCache(name, b[:len(b)-32]); err != nil {
					t.Fatal(err)
				}
			})
		}, 0},
		{"folders in place of files", func() {
			eachCached(t, o, func(name string, b []byte) { os.Remove(name); mustWrite(t, name+"/x", nil) })
		}, 0},
		{"a file in place of the folder", func() { os.RemoveAll(o.Cache); mustWrite(t, o.Cache, nil) }, 0},
	} {
		c.do()
		rep := asFresh(t, o, c.why)
		if c.want >= 0 && rep.Remembered != c.want {
			t.Errorf("%s: %d remembered, want %d", c.why, rep.Remembered, c.want)
		}
	}
}

// What cannot be written is told, and the site is made.
func TestCacheThatCannotBeWritten(t *testing.T) {
	o := remembering(t, 3)
	o.Cache = "/dev/full/cache"
	if rep := asFresh(t, o, "no folder"); len(rep.Notices) != 1 {
		t.Error(rep.Notices)
	}
	if os.Geteuid() == 0 {
		t.Skip("permissions do not bind this user")
	}
	o.Cache = t.TempDir()
	if err := os.Chmod(o.Cache, 0o555); err != nil {
		t.Fatal(err)
	}
	if rep := asFresh(t, o, "read-only"); len(rep.Notices) != 1 {
		t.Error(rep.Notices)
	}
}

// A file that changes after it was found to be what is remembered, and before it is read for its page, is read again.
func TestChangedWhileRemembered(t *testing.T) {
	o := remembering(t, 5)
	mustBuild(t, o)
	mustWrite(t, filepath.Join(o.Collection, "readout.yaml"), []byte("title: Another\n")) // all pages are made again
	file := filepath.Join(o.Collection, sample.Name(2))
	o.Progress = func(s Step, done, _ int) {
		if s == StepMake && done == 0 {
			mustWrite(t, file, sample.Release(77))
		}
	}
	if rep := asFresh(t, o, "changed meanwhile"); rep.Remembered != 0 {
		t.Errorf("%d remembered by the build that counted", rep.Remembered)
	}
}

// What is remembered of a collection does not mix with what is of another.
func TestRememberedApart(t *testing.T) {
	a := remembering(t, 3)
	mustBuild(t, a)
	b := remembering(t, 3)
	b.Cache = a.Cache
	if rep := asFresh(t, b, "another folder"); rep.Remembered != 0 {
		t.Errorf("%d remembered of another folder", rep.Remembered)
	}
	if rep := asFresh(t, a, "the first"); rep.Remembered != 3 {
		t.Errorf("%d remembered", rep.Remembered)
	}
}

// Previews go into a new folder each time, and leave no more in the cache than the first.
func TestPreviewsLeaveOneTrace(t *testing.T) {
	o := remembering(t, 3)
	traces := func() int {
		list, err := os.ReadDir(filepath.Join(o.Cache, "sites"))
		if err != nil {
			t.Fatal(err)
		}
		return len(list)
	}
	first := 0
	for i := range 3 {
		o.Out, o.Preview = filepath.Join(t.TempDir(), "out"), &Preview{}
		mustBuild(t, o)
		if i == 0 {
			first = traces()
		}
		if bad, err := Changed(o.Out); err != nil || len(bad) > 0 {
			t.Error(bad, err)
		}
	}
	if n := traces(); first == 0 || n != first {
		t.Errorf("%d files after three previews, %d after the first", n, first)
	}
}
