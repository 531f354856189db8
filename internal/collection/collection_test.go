package collection

import (
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"readout/internal/date"
	"readout/internal/lexicon"
	"readout/internal/record"
)

func folder(files map[string]string) fstest.MapFS {
	m := fstest.MapFS{}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

func read(t *testing.T, files map[string]string) (*Collection, []string) {
	t.Helper()
	c, faults, err := Read(folder(files), "public")
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, f := range faults {
		lines = append(lines, f.String())
	}
	return c, lines
}

func TestWhatIsReadAsARelease(t *testing.T) {
	c, faults := read(t, map[string]string{
		"b.txt": "", "a.md": "", "2018/june/x.HTML": "", "2018/y.htm": "", "notes.txt": "",
		"README.md": "", "readme.txt": "", "2018/LICENSE.txt": "", "LICENSE": "", "_draft.txt": "", ".hidden.txt": "",
		"_old/z.txt": "", ".git/z.txt": "", "public/index.html": "", "lexicon/x.txt": "", "notes/countries/KR.md": "note",
		"templates/layout.html": "", "static/style.css": "", "sub/static/kept.txt": "", "sub/public/kept.txt": "",
		"picture.png": "", "table.csv": "", "ids.lock": "lock",
	})
	want := []string{"2018/june/x.HTML", "2018/y.htm", "a.md", "b.txt", "notes.txt", "sub/public/kept.txt", "sub/static/kept.txt"}
	if !reflect.DeepEqual(c.Files, want) {
		t.Errorf("files %q\nwant  %q", c.Files, want)
	}
	if c.Other != 2 {
		t.Errorf("%d files of other suffixes, want the picture and the table", c.Other)
	}
	if len(faults) > 0 || string(c.Lock) != "lock" || c.Notes["countries/KR"] != "note" || !c.Lexicon || !c.Templates || !c.Static {
		t.Errorf("%q %+v", faults, c)
	}
}

func TestThingsThatAreNoFiles(t *testing.T) {
	m := folder(map[string]string{"a.txt": "x"})
	m["pipe.txt"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	m["device.txt"] = &fstest.MapFile{Mode: fs.ModeDevice}
	m["line\nbreak.txt"] = &fstest.MapFile{Data: []byte("x")}
	m["tube\n.txt"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	c, _, err := Read(m, "")
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"a.txt", "line\nbreak.txt"}; !reflect.DeepEqual(c.Files, want) {
		t.Errorf("files %q, want %q", c.Files, want)
	}
	want := []Problem{{"device.txt", "a device, not a file"}, {"pipe.txt", "a pipe, not a file"}, {`"tube\n.txt"`, "a pipe, not a file"}}
	if !reflect.DeepEqual(c.Problems, want) {
		t.Errorf("problems %q, want %q", c.Problems, want)
	}
}

func TestConfig(t *testing.T) {
	c, faults := read(t, map[string]string{ConfigFile: `
title: Releases of  the Ministry
description: What it said.
base_url: https://example.org/archive/
rights: excerpt
languages: [en, ko]
`})
	want := Config{"Releases of the Ministry", "What it said.", "https://example.org/archive", "excerpt", []string{"en", "ko"}}
	if !reflect.DeepEqual(c.Config, want) || faults != nil {
		t.Errorf("%+v %q", c.Config, faults)
	}
	for _, x := range []struct{ text, says string }{
		{"titel: x", `readout.yaml:1: unknown key "titel"`},
		{"title: x\ntitle: y", `readout.yaml:2: key "title" stands twice`},
		{"title: [x]", "readout.yaml:1: want a text"},
		{"title: &a x\ndescription: *a", "readout.yaml:1: anchors and aliases"},
		{"\nbase_url: archive", `readout.yaml:2: base_url: want an address such as https://example.org/archive, not "archive"`},
		{"base_url: javascript:alert(1)", "want an address"},
		{"rights: none", `not "none"`},
		{"languages: [en, klingonese]", `no language "klingonese"`},
		{"title: [", "readout.yaml:1:"},
		{"- a\n- b", "readout.yaml:1: want keys"},
	} {
		if _, faults := read(t, map[string]string{ConfigFile: x.text}); len(faults) == 0 || !strings.Contains(strings.Join(faults, "\n"), x.says) {
			t.Errorf("%q: %q, want %q", x.text, faults, x.says)
		}
	}
	if c, faults := read(t, map[string]string{ConfigFile: "# nothing yet\n"}); len(faults) > 0 || !reflect.DeepEqual(c.Config, Config{}) {
		t.Errorf("empty: %+v %q", c.Config, faults)
	}
}

func TestCorrections(t *testing.T) {
	c, faults := read(t, map[string]string{CorrectionsFile: `
- {release: a.txt, field: date, set: 2018-06-18, was: 2019-06-18, why: "the summit of June 12 is the Singapore one"}
- release: 2018-06-18-outcome
  field: participants
  add: {name: Kim Gunn, role: Special Representative, country: KR}
  why: he is named in the caption
- {release: a.txt, field: published, set: , why: it is the page's own date}
- {release: a.txt, field: topics, set: [trade, cyber], why: read by hand}
- {same_event: [a.txt, b.txt], why: one call}
- {not_same_event: [a.txt, c.txt], why: two calls}
`})
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	want := []record.Correction{
		{Where: "corrections.yaml:2", Release: "a.txt", Field: "date", Set: &record.Value{Text: "2018-06-18"}, Was: &record.Value{Text: "2019-06-18"}, Why: "the summit of June 12 is the Singapore one"},
		{Where: "corrections.yaml:3", Release: "2018-06-18-outcome", Field: "participants", Add: &record.Value{Keys: map[string]record.Value{"name": {Text: "Kim Gunn"}, "role": {Text: "Special Representative"}, "country": {Text: "KR"}}}, Why: "he is named in the caption"},
		{Where: "corrections.yaml:7", Release: "a.txt", Field: "published", Set: &record.Value{}, Why: "it is the page's own date"},
		{Where: "corrections.yaml:8", Release: "a.txt", Field: "topics", Set: &record.Value{List: []record.Value{{Text: "trade"}, {Text: "cyber"}}}, Why: "read by hand"},
	}
	if !reflect.DeepEqual(c.Corrections, want) {
		t.Errorf("%+v\nwant %+v", c.Corrections, want)
	}
	if e := c.Events; len(e) != 2 || !e[0].Same || e[1].Same || e[1].Releases[1] != "c.txt" {
		t.Errorf("events %+v", e)
	}
	for _, x := range []struct{ text, says string }{
		{"release: a", "corrections.yaml:1: want a list"},
		{"- a", "corrections.yaml:1: want a correction"},
		{"- {field: date, set: 2018, why: x}", "no release"},
		{"\n- {release: a, feild: date}", `corrections.yaml:2: unknown key "feild"`},
		{"- {release: a, field: date, set: *x}", "corrections.yaml"},
		{"- {same_event: [a], why: x}", "fewer than two"},
		{"- {same_event: [a, b]}", "no why"},
	} {
		c, faults := read(t, map[string]string{CorrectionsFile: x.text})
		if len(faults) == 0 || !strings.Contains(strings.Join(faults, "\n"), x.says) || len(c.Corrections) > 0 {
			t.Errorf("%q: %q, want %q", x.text, faults, x.says)
		}
	}
}

func FuzzCuratorsFiles(f *testing.F) {
	f.Add("- {release: a.txt, field: date, set: 2018-06-18, why: x}")
	f.Add("title: x\nlanguages: [en]")
	f.Add("a: &a [*a]")
	f.Fuzz(func(t *testing.T, text string) {
		m := folder(map[string]string{ConfigFile: text, CorrectionsFile: text})
		c, faults, err := Read(m, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range faults {
			if f.What == "" || f.File == "" {
				t.Errorf("empty fault %+v", f)
			}
		}
		for _, x := range c.Corrections {
			if x.Release == "" || x.Where == "" {
				t.Errorf("half a correction: %+v", x)
			}
			x.Check(record.Lookup{})
		}
	})
}

func TestLookupFindsOnePersonOnly(t *testing.T) {
	lex, err := lexicon.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	look := Lookup(lex)
	day := date.On(date.Day{Year: 2018, Month: 6, Day: 18})
	p := look.Person(record.Person{Name: "KANG Kyung-wha"}, day)
	if !p.Listed || p.Country != "KR" || p.Office == "" {
		t.Errorf("Kang Kyung-wha in June 2018: %+v", p)
	}
	if p := look.Person(record.Person{Name: "Kang Kyung-wha", Country: "FR"}, day); p.Listed {
		t.Errorf("nobody of that name acts for France: %+v", p)
	}
	if p := look.Person(record.Person{Name: "Nobody Known"}, day); p.Listed || p.ID != "" {
		t.Errorf("%+v", p)
	}
	if name, ok := look.Country("KR"); !ok || name != "South Korea" {
		t.Errorf("KR: %q %v", name, ok)
	}
	if _, ok := look.Publisher("nobody"); ok {
		t.Error("a publisher that is in no list was found")
	}
}
