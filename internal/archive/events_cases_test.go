package archive_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"readout/internal/archive"
	"readout/internal/document"
	"readout/internal/extract"
	"readout/internal/lexicon"
	"readout/internal/source"
)

// eventCase is a file of testdata/events: short releases of several publishers, and which of them tell of the same event.
// Each line "event: a b" of its comment names the releases that tell of one; two releases without a common line tell of
// different ones.
type eventCase struct {
	name   string // "dev/statements"
	files  []txtar.File
	events [][]string
}

// same reports whether two releases of the case tell of an event in common.
func (c eventCase) same(x, y string) bool {
	for _, e := range c.events {
		if slices.Contains(e, x) && slices.Contains(e, y) {
			return true
		}
	}
	return false
}

func readEventCases(t testing.TB, folder string) []eventCase {
	t.Helper()
	paths, _ := filepath.Glob("testdata/events/" + folder + "/*.txtar")
	if len(paths) == 0 {
		t.Fatalf("no cases in %s", folder)
	}
	var cases []eventCase
	for _, p := range paths {
		ar, err := txtar.ParseFile(p)
		if err != nil {
			t.Fatal(err)
		}
		c := eventCase{name: folder + "/" + strings.TrimSuffix(filepath.Base(p), ".txtar"), files: ar.Files}
		named := map[string]bool{}
		for line := range strings.Lines(string(ar.Comment)) {
			if rest, ok := strings.CutPrefix(line, "event:"); ok {
				c.events = append(c.events, strings.Fields(rest))
				for _, n := range strings.Fields(rest) {
					named[n] = true
				}
			}
		}
		for _, f := range ar.Files {
			if n := strings.TrimSuffix(f.Name, ".txt"); !named[n] {
				t.Fatalf("%s: %s is of no event", p, n)
			} else {
				delete(named, n)
			}
		}
		if len(named) > 0 {
			t.Fatalf("%s: no release for %v", p, named)
		}
		cases = append(cases, c)
	}
	return cases
}

// releases reads the releases of a case as the program does.
func (c eventCase) releases(t testing.TB, lex *lexicon.Lexicon) []archive.Release {
	t.Helper()
	sites, furniture := lex.PublisherSigns()
	signs := document.NewSigns(sites, furniture, nil)
	var out []archive.Release
	for _, f := range c.files {
		src, err := source.Decode(c.name+"/"+f.Name, f.Data)
		if err != nil {
			t.Fatal(err)
		}
		doc := document.Cut(src, signs)[0]
		rec := extract.Extract(doc, lex)
		out = append(out, archive.Release{Record: &rec, Open: func() *document.Document { return doc }})
	}
	return out
}

// found counts pairs of releases: told right as the same, wrongly, and missed.
type found struct{ right, wrong, missed, apart int }

func (f found) precision() float64 { return float64(f.right) / float64(max(f.right+f.wrong, 1)) }
func (f found) recall() float64    { return float64(f.right) / float64(max(f.right+f.missed, 1)) }

// compare counts the pairs of a case, of which the archive holds the releases, and names those that are told wrong.
func (c eventCase) compare(a *archive.Archive, f *found) (faults []string) {
	entries := map[string]*archive.Entry{}
	for _, e := range a.Releases {
		if name, ok := strings.CutPrefix(e.Record.File, c.name+"/"); ok {
			entries[strings.TrimSuffix(name, ".txt")] = e
		}
	}
	for i, x := range c.files {
		for _, y := range c.files[i+1:] {
			m, n := strings.TrimSuffix(x.Name, ".txt"), strings.TrimSuffix(y.Name, ".txt")
			got, want := slices.Contains(entries[m].Others(), entries[n]), c.same(m, n)
			switch {
			case got && want:
				f.right++
			case got:
				f.wrong++
				faults = append(faults, fmt.Sprintf("%s: %s and %s are not the same", c.name, m, n))
			case want:
				f.missed++
				faults = append(faults, fmt.Sprintf("%s: %s and %s are the same", c.name, m, n))
			default:
				f.apart++
			}
		}
	}
	return faults
}

// The cases were written and labelled before any rule was; held was not looked at until the rules stood, fresh was written
// after them, and second later: of its 17 pairs that are the same 14 were found before two rules were mended. Releases of many
// publishers, each case by itself and all in one archive: no two events are made one, and of the accounts of one event at
// least nine in ten find each other.
func TestEventsOfManyPublishers(t *testing.T) {
	lex, err := lexicon.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	var all []archive.Release
	var cases []eventCase
	for _, folder := range []string{"dev", "held", "fresh", "second"} {
		var f found
		var faults []string
		for _, c := range readEventCases(t, folder) {
			rs := c.releases(t, lex)
			a, err := archive.New(rs, lex, archive.Options{})
			if err != nil {
				t.Fatal(err)
			}
			faults = append(faults, c.compare(a, &f)...)
			all, cases = append(all, rs...), append(cases, c)
		}
		t.Logf("%s: %d pairs the same, %d not; precision %.3f, recall %.3f", folder, f.right+f.missed, f.apart+f.wrong, f.precision(), f.recall())
		if f.wrong > 0 || f.recall() < 0.9 {
			t.Errorf("%s: precision %.3f, recall %.3f", folder, f.precision(), f.recall())
		}
		if folder != "held" {
			t.Log(strings.Join(faults, "\n"))
		}
	}
	a, err := archive.New(all, lex, archive.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var f found
	for _, c := range cases {
		c.compare(a, &f)
	}
	t.Logf("together: precision %.3f, recall %.3f", f.precision(), f.recall())
	for _, v := range a.Events {
		for _, acc := range v.Accounts[1:] {
			x, y := v.First().Entry.Record.File, acc.Entry.Record.File
			if filepath.Dir(x) != filepath.Dir(y) {
				t.Errorf("%s and %s are not the same", x, y)
			}
		}
	}
	if f.wrong > 0 || f.recall() < 0.9 {
		t.Errorf("together: precision %.3f, recall %.3f", f.precision(), f.recall())
	}
}
