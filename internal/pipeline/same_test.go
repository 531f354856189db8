package pipeline

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"readout/internal/lexicon"
	"readout/internal/sample"
	"readout/static"
	"readout/templates"
)

// building is how the tests build: everything built in, with an address, so that all files are made.
func building(t testing.TB, in, out string) Options {
	t.Helper()
	lex, err := lexicon.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return Options{Collection: in, Out: out, BaseURL: "https://example.org/archive", Lexicon: lex, Templates: templates.FS, Static: static.FS, Version: "test"}
}

func mustBuild(t testing.TB, o Options) Report {
	t.Helper()
	rep, err := Build(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return rep
}

func mustWrite(t testing.TB, name string, text []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, text, 0o644); err != nil {
		t.Fatal(err)
	}
}

func mustRead(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// The same releases make the same site, however many cores there are, wherever and whenever it is made, and in whatever
// order the files lie in the folder.
func TestReproducible(t *testing.T) {
	const n = 20
	zone, cores := time.Local, runtime.GOMAXPROCS(0)
	defer func() { time.Local = zone; runtime.GOMAXPROCS(cores) }()
	var manifest, lock string
	for k, c := range []struct {
		why    string
		cores  int
		jobs   int
		zone   *time.Location
		locale string
		step   int // releases are written in steps of so many
	}{
		{"one core", 1, 1, time.UTC, "C", 1},
		{"many jobs", 4, 16, time.UTC, "C", 1},
		{"far east, Turkish, another order", 2, 3, time.FixedZone("far", 14*3600), "tr_TR.UTF-8", 7},
		{"far west, backwards", 3, 2, time.FixedZone("far", -12*3600), "ko_KR.EUC-KR", n - 1},
	} {
		runtime.GOMAXPROCS(c.cores)
		time.Local = c.zone
		t.Setenv("TZ", "Asia/Seoul")
		t.Setenv("LC_ALL", c.locale)
		t.Setenv("LANG", c.locale)
		dir := filepath.Join(t.TempDir(), strings.Repeat("x", k))
		in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
		for i := range n {
			i = i * c.step % n
			mustWrite(t, filepath.Join(in, sample.Name(i)), sample.Release(i))
		}
		o := building(t, in, out)
		o.Jobs = c.jobs
		mustBuild(t, o)
		m, l := mustRead(t, filepath.Join(out, ManifestFile)), mustRead(t, filepath.Join(in, "ids.lock"))
		if k == 0 {
			manifest, lock = m, l
			if !strings.Contains(m, `"feed.atom"`) || strings.Count(m, `"releases/`) < 3*n {
				t.Fatalf("the manifest is not that of a whole site:\n%.2000s", m)
			}
		}
		if m != manifest {
			t.Errorf("%s: another manifest", c.why)
		}
		if l != lock {
			t.Errorf("%s: another ids.lock", c.why)
		}
	}
}

// After any edit, the site that is changed in place holds what one made anew holds, byte for byte. READOUT_EDITS tells
// how many edits are tried.
func TestEditsAreAsFresh(t *testing.T) {
	edits := 9 // one of each sort
	if n, err := strconv.Atoi(os.Getenv("READOUT_EDITS")); err == nil {
		edits = n
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	path := func(name string) string { return filepath.Join(in, filepath.FromSlash(name)) }
	r := rand.New(rand.NewPCG(2018, 6))
	var files []string
	next := 0
	add := func() string {
		name := sample.Name(next)
		mustWrite(t, path(name), sample.Release(next))
		files = append(files, name)
		next++
		return "add " + name
	}
	for range 8 {
		add()
	}
	corrections := ""
	edited := building(t, in, out)
	edited.Cache = filepath.Join(dir, "cache")
	mustBuild(t, edited)
	kinds := []func() string{
		add,
		func() string { // change
			name := files[r.IntN(len(files))]
			mustWrite(t, path(name), sample.Release(1000+r.IntN(1000)))
			return "change " + name
		},
		func() string { // remove
			i := r.IntN(len(files))
			name := files[i]
			if err := os.Remove(path(name)); err != nil {
				t.Fatal(err)
			}
			files = append(files[:i], files[i+1:]...)
			return "remove " + name
		},
		func() string { // rename
			i := r.IntN(len(files))
			old := files[i]
			files[i] = fmt.Sprintf("moved/%d.txt", r.IntN(1<<30))
			if err := os.MkdirAll(path("moved"), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.Rename(path(old), path(files[i])); err != nil {
				t.Fatal(err)
			}
			return "rename " + old
		},
		func() string {
			name := files[r.IntN(len(files))]
			corrections += fmt.Sprintf("- {release: %s, field: date, set: %d-0%d-1%d, why: test}\n", name, 1999+r.IntN(20), 1+r.IntN(9), r.IntN(10))
			mustWrite(t, path("corrections.yaml"), []byte(corrections))
			return "correct " + name
		},
		func() string {
			mustWrite(t, path("lexicon/own.yaml"), fmt.Appendf(nil, "topics:\n- {id: own, label: Own topic %d, scope: test, phrases: [{name: own, pattern: frank exchange, matches: [A frank exchange of views was had.], rejects: [A view.]}]}\n", r.IntN(100)))
			return "lexicon"
		},
		func() string {
			mustWrite(t, path("notes/countries/JP.md"), fmt.Appendf(nil, "A note, the %dth.\n", r.IntN(100)))
			return "note"
		},
		func() string {
			mustWrite(t, path("templates/page/notfound.html"), fmt.Appendf(nil, "<!doctype html><title>%d</title>", r.IntN(100)))
			return "template"
		},
		func() string {
			mustWrite(t, path("readout.yaml"), fmt.Appendf(nil, "title: Archive %d\n", r.IntN(100)))
			return "title"
		},
	}
	for k := range edits {
		what := kinds[k%len(kinds)]()
		rep, err := Build(t.Context(), edited)
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if rep.New+rep.Changed+rep.Removed == 0 {
			t.Errorf("%s changed nothing", what)
		}
		fresh := filepath.Join(dir, "fresh")
		mustBuild(t, building(t, in, fresh))
		if got, want := mustRead(t, filepath.Join(out, ManifestFile)), mustRead(t, filepath.Join(fresh, ManifestFile)); got != want {
			t.Errorf("after edit %d, %s: not as made anew", k, what)
		}
		if bad, err := Changed(out); err != nil || len(bad) > 0 {
			t.Errorf("after edit %d, %s: %v %v", k, what, bad, err)
		}
		if err := os.RemoveAll(fresh); err != nil {
			t.Fatal(err)
		}
	}
}
