package pipeline

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// publishFiles publishes a site of these files.
func publishFiles(t *testing.T, out string, files map[string]string) Written {
	t.Helper()
	p, err := newPublisher(out, "test", false)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := p.put(name, []byte(files[name])); err != nil {
			t.Fatal(err)
		}
	}
	w, err := p.finish()
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// held lists the files of a folder with what they hold, the manifest left out.
func held(t *testing.T, dir string) map[string]string {
	t.Helper()
	m := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == ManifestFile {
			return err
		}
		b, err := os.ReadFile(filepath.Join(dir, name))
		m[name] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func equal(t *testing.T, out string, want map[string]string) {
	t.Helper()
	if got := held(t, out); !maps.Equal(got, want) {
		t.Errorf("holds %q\nwant %q", got, want)
	}
	if bad, err := Changed(out); err != nil || len(bad) > 0 {
		t.Errorf("the manifest does not agree: %v %v", bad, err)
	}
	siblings, _ := filepath.Glob(filepath.Join(filepath.Dir(out), ".*"))
	if len(siblings) > 0 {
		t.Errorf("left behind: %v", siblings)
	}
}

func TestPublish(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	first := map[string]string{"index.html": "home", "a/x.html": "x", "a/y.html": "y", "b/z.html": "z"}
	if w := publishFiles(t, out, first); w != (Written{New: 4}) {
		t.Errorf("first build: %+v", w)
	}
	equal(t, out, first)

	stamp := time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC)
	for name := range held(t, out) {
		os.Chtimes(filepath.Join(out, name), stamp, stamp)
	}
	os.Chtimes(filepath.Join(out, ManifestFile), stamp, stamp)
	if w := publishFiles(t, out, first); w != (Written{Unchanged: 4}) {
		t.Errorf("second build: %+v", w)
	}
	for _, name := range append(slices.Sorted(maps.Keys(first)), ManifestFile) {
		if info, err := os.Stat(filepath.Join(out, name)); err != nil || !info.ModTime().Equal(stamp) {
			t.Errorf("second build wrote %s", name)
		}
	}

	second := map[string]string{"index.html": "home 2", "a/x.html": "x", "c/new.html": "new"}
	if w := publishFiles(t, out, second); w != (Written{New: 1, Changed: 1, Unchanged: 1, Removed: 2}) {
		t.Errorf("edit: %+v", w)
	}
	equal(t, out, second)
	if _, err := os.Stat(filepath.Join(out, "b")); err == nil {
		t.Error("an empty folder stays")
	}
}

func TestPublishLeavesAddedFilesAlone(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	publishFiles(t, out, map[string]string{"index.html": "home", "a/x.html": "x"})
	os.WriteFile(filepath.Join(out, "CNAME"), []byte("example.org"), 0o644)
	os.WriteFile(filepath.Join(out, "a", "own.txt"), nil, 0o644)
	publishFiles(t, out, map[string]string{"index.html": "home"})
	if got := held(t, out); !maps.Equal(got, map[string]string{"index.html": "home", "CNAME": "example.org", "a/own.txt": ""}) {
		t.Errorf("holds %q", got)
	}
}

func TestPublishRefusesOtherFolders(t *testing.T) {
	dir := t.TempDir()
	os.WriteFile(filepath.Join(dir, "thesis.doc"), nil, 0o644)
	if _, err := newPublisher(dir, "test", false); err == nil || !strings.Contains(err.Error(), "did not make") {
		t.Errorf("a folder of somebody else: %v", err)
	}
	os.WriteFile(filepath.Join(dir, ManifestFile), []byte(`{"name": "an app"}`), 0o644)
	if _, err := newPublisher(dir, "test", false); err == nil {
		t.Error("a manifest of another program was taken for ours")
	}
	os.WriteFile(filepath.Join(dir, ManifestFile), []byte(`{"generator": "readout", "files": {"../x": {}}}`), 0o644)
	if _, err := newPublisher(dir, "test", false); err == nil {
		t.Error("a manifest that leads out of the folder was taken")
	}
	file := filepath.Join(dir, "thesis.doc")
	if _, err := newPublisher(file, "test", false); err == nil {
		t.Error("a file was taken for a folder")
	}
	empty := t.TempDir()
	if w := publishFiles(t, empty, map[string]string{"index.html": "home"}); w.New != 1 {
		t.Errorf("an empty folder: %+v", w)
	}
}

// What a build left that was killed while it renamed files is put right by the next, also where the text of a page has
// gone back to what the old manifest says.
func TestPublishFinishesAKilledBuild(t *testing.T) {
	old := map[string]string{"index.html": "home", "a.html": "one", "b.html": "two"}
	for stop := range 4 { // how many files were in place when it was killed
		out := filepath.Join(t.TempDir(), "public")
		publishFiles(t, out, old)
		p, err := newPublisher(out, "test", false)
		if err != nil {
			t.Fatal(err)
		}
		for name, text := range map[string]string{"index.html": "HOME", "a.html": "ONE", "c.html": "three"} {
			if err := p.put(name, []byte(text)); err != nil {
				t.Fatal(err)
			}
		}
		all := maps.Clone(p.owned)
		maps.Copy(all, p.made)
		write(filepath.Join(p.stage, ManifestFile), manifest{Generator: generator, Version: "test", Files: all}.format())
		for _, name := range p.order()[:stop] {
			if err := p.bring(name); err != nil {
				t.Fatal(err)
			}
		}
		for name, text := range held(t, out) { // each file is whole
			if strings.HasPrefix(name, stagingFolder) {
				continue
			}
			if !slices.Contains([]string{"home", "HOME", "one", "ONE", "two", "three"}, text) {
				t.Errorf("%s holds %q", name, text)
			}
		}
		publishFiles(t, out, old)
		equal(t, out, old)
	}
}

func TestPublishThrowsAwayWhatItDidNotFinish(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	p, err := newPublisher(out, "test", false)
	if err != nil {
		t.Fatal(err)
	}
	p.put("index.html", []byte("x"))
	p.abandon()
	if left, _ := os.ReadDir(filepath.Dir(out)); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	publishFiles(t, out, map[string]string{"index.html": "home"})
	if p, err = newPublisher(out, "test", false); err != nil {
		t.Fatal(err)
	}
	p.put("index.html", []byte("half"))
	p.abandon()
	equal(t, out, map[string]string{"index.html": "home"})
	if err := p.put("../x", nil); err == nil {
		t.Error("a path out of the folder was taken")
	}
}

func TestLockOutput(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	unlock, err := lockOutput(out)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lockOutput(out); err == nil || !strings.Contains(err.Error(), "another build") {
		t.Errorf("two at once: %v", err)
	}
	unlock()
	stale := filepath.Join(filepath.Dir(out), ".public.lock")
	for _, text := range []string{"999999999\n", "", "x"} {
		os.WriteFile(stale, []byte(text), 0o644)
		unlock, err = lockOutput(out)
		if err != nil {
			t.Errorf("a lock of a process that is gone, %q: %v", text, err)
			continue
		}
		unlock()
	}
	if _, err := os.Stat(stale); err == nil {
		t.Error("the lock stays")
	}
}
