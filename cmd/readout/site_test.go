package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"readout/internal/lexicon"
	"readout/internal/pipeline"
	"readout/static"
	"readout/templates"
)

// The tests over the whole read a copy of the five releases that the project began with, so that what lies in seeds/ is
// free to change.
const fiveReleases = "../../internal/score/testdata/seeds"

// copied puts a copy of the releases into a new folder.
func copied(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(fiveReleases)); err != nil {
		t.Fatal(err)
	}
	return dir
}

func builtin(t *testing.T) *lexicon.Lexicon {
	t.Helper()
	lex, err := lexicon.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

// build makes a site of a collection beside it.
func build(t *testing.T, lex *lexicon.Lexicon, collection, out string, o pipeline.Options) pipeline.Report {
	t.Helper()
	o.Collection, o.Out, o.Lexicon, o.Templates, o.Static, o.Version = collection, out, lex, templates.FS, static.FS, "test"
	rep, err := pipeline.Build(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range append(rep.Problems, rep.Notices...) {
		t.Error(line)
	}
	return rep
}

// files maps each file of a folder to what it holds.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	m := map[string]string{}
	top := os.DirFS(dir)
	err := fs.WalkDir(top, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(top, name)
		m[name] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// differences names the files in which two folders differ.
func differences(a, b map[string]string) []string {
	var out []string
	for name := range a {
		if text, ok := b[name]; !ok {
			out = append(out, name+": missing")
		} else if text != a[name] {
			out = append(out, name+": differs")
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			out = append(out, name+": one too many")
		}
	}
	slices.Sort(out)
	return out
}

// The golden site is what the five releases become. Its pages are kept; of the data files beside them, which package
// export proves, only the checksums, in one list; the copies of style sheet and icon are not, nor is the search index, which
// package search proves.
func TestGoldenSite(t *testing.T) {
	const golden = "testdata/golden"
	out := filepath.Join(t.TempDir(), "public")
	build(t, builtin(t), copied(t), out, pipeline.Options{})
	got := files(t, out)
	delete(got, pipeline.ManifestFile)
	maps.DeleteFunc(got, func(name, _ string) bool {
		return strings.HasPrefix(name, "static/") || strings.HasPrefix(name, "search/") || strings.HasPrefix(name, "releases/") && strings.HasSuffix(name, ".txt")
	})
	var sums strings.Builder
	for _, name := range slices.Sorted(maps.Keys(got)) {
		switch filepath.Ext(name) {
		case ".html", ".nojekyll":
			continue
		case ".png": // another version of Go may pack it otherwise
			fmt.Fprintf(&sums, "%16s  %s\n", "", name)
		default:
			fmt.Fprintf(&sums, "%.16x  %s\n", sha256.Sum256([]byte(got[name])), name)
		}
		delete(got, name)
	}
	got["data.txt"] = sums.String()
	if *update {
		if err := os.RemoveAll(golden); err != nil {
			t.Fatal(err)
		}
		for name, text := range got {
			to := filepath.Join(golden, name)
			if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(to, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		return
	}
	for i, line := range differences(files(t, golden), got) {
		if i == 20 {
			t.Error("and more")
			break
		}
		t.Error(line)
	}
	if t.Failed() {
		t.Log("if the change is meant: make golden, and read the diff")
	}
}

// Every link and every anchor leads somewhere, wherever the site is moved to.
func TestLinks(t *testing.T) {
	lex, top := builtin(t), t.TempDir()
	for _, base := range []string{"", "https://example.org/archive"} {
		out := filepath.Join(top, "site"+base[:min(len(base), 5)])
		build(t, lex, copied(t), out, pipeline.Options{BaseURL: base})
		moved := filepath.Join(top, "deep", "er", filepath.Base(out))
		if err := os.MkdirAll(filepath.Dir(moved), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(out, moved); err != nil {
			t.Fatal(err)
		}
		// looked at from two folders up, a link that leaves the site leads nowhere
		got, err := pipeline.CheckLinks(os.DirFS(top))
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range got.Faults {
			t.Error(line)
		}
		if got.Pages < 50 || got.Count < 500 {
			t.Errorf("%d pages with %d links were looked at", got.Pages, got.Count)
		}
	}
}

func TestSecondBuildWritesNothing(t *testing.T) {
	lex, dir := builtin(t), copied(t)
	out := filepath.Join(t.TempDir(), "public")
	first := build(t, lex, dir, out, pipeline.Options{})
	if first.New == 0 || !first.Lock {
		t.Errorf("first build: %+v", first)
	}
	before := files(t, out)
	again := build(t, lex, dir, out, pipeline.Options{})
	if again.New+again.Changed+again.Removed > 0 || again.Unchanged != first.New || again.Lock {
		t.Errorf("second build: %+v", again)
	}
	if d := differences(before, files(t, out)); len(d) > 0 {
		t.Error(d)
	}
}

// A site made step by step is that which is made at once, file for file.
func TestEditsEndWhereAFullBuildDoes(t *testing.T) {
	lex, dir := builtin(t), copied(t)
	out := filepath.Join(t.TempDir(), "public")
	names, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(names) != 5 {
		t.Fatal(names, err)
	}
	text, err := os.ReadFile(names[0])
	if err != nil {
		t.Fatal(err)
	}
	build(t, lex, dir, out, pipeline.Options{})
	os.Remove(names[0])
	build(t, lex, dir, out, pipeline.Options{})
	os.WriteFile(names[0], text, 0o644)
	rep := build(t, lex, dir, out, pipeline.Options{})
	if rep.Releases != 5 {
		t.Errorf("%+v", rep)
	}
	whole := filepath.Join(t.TempDir(), "public")
	build(t, lex, dir, whole, pipeline.Options{})
	if d := differences(files(t, whole), files(t, out)); len(d) > 0 {
		t.Error(d)
	}
}

// A sixth release is in the site, under its title, and changes nothing in the pages of the others but their way to it.
func TestSixthRelease(t *testing.T) {
	lex, dir := builtin(t), copied(t)
	out := filepath.Join(t.TempDir(), "public")
	build(t, lex, dir, out, pipeline.Options{})
	before := files(t, out)
	sixth := "Outcome of the Meeting of the Foreign Ministers of Korea and Norway\n\nForeign Minister Kang Kyung-wha met Foreign Minister Ine Eriksen Søreide of Norway in Oslo on June 12, 2019.\n"
	if err := os.WriteFile(filepath.Join(dir, "sixth.txt"), []byte(sixth), 0o644); err != nil {
		t.Fatal(err)
	}
	if rep := build(t, lex, dir, out, pipeline.Options{}); rep.Releases != 6 || rep.Removed > 0 {
		t.Errorf("%+v", rep)
	}
	after := files(t, out)
	found := false
	for name, text := range after {
		if _, old := before[name]; !old && strings.HasPrefix(name, "releases/") && strings.HasSuffix(name, ".html") && strings.Contains(text, "Ministers of Korea and Norway") {
			found = true
			if !strings.Contains(after["index.html"], name) {
				t.Errorf("the home page does not lead to %s", name)
			}
		}
	}
	if !found {
		t.Error("the sixth release has no page")
	}
	for name := range before {
		if _, ok := after[name]; !ok {
			t.Errorf("%s is gone", name)
		}
	}
}

// The order in which files are read, and how many at a time, changes nothing.
func TestOrderDoesNotMatter(t *testing.T) {
	lex := builtin(t)
	var first map[string]string
	for _, jobs := range []int{1, 2, 7} {
		out := filepath.Join(t.TempDir(), "public")
		build(t, lex, copied(t), out, pipeline.Options{Jobs: jobs})
		got := files(t, out)
		if first == nil {
			first = got
		} else if d := differences(first, got); len(d) > 0 {
			t.Errorf("%d jobs: %v", jobs, d)
		}
	}
}
