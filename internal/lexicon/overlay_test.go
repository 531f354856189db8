package lexicon

import (
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"readout/internal/date"
	"readout/internal/words"
)

// laid lays files over the built-in lexicon.
func laid(t testing.TB, files map[string]string) (*Lexicon, []string) {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	l, faults := builtin(t).With(fsys, "lexicon")
	var out []string
	for _, f := range faults {
		out = append(out, f.String())
	}
	return l, out
}

func TestWithoutOverlay(t *testing.T) {
	base := builtin(t)
	for _, fsys := range []fstest.MapFS{{}, {"lexicon": {Data: []byte("a file")}}, {"lexicon/readme.txt": {}}, {"lexicon/empty.yaml": {Data: []byte("# nothing\n")}}} {
		if l, faults := base.With(fsys, "lexicon"); l != base || len(faults) > 0 {
			t.Errorf("%v: another lexicon, faults %v", fsys, faults)
		}
	}
}

func TestOverlay(t *testing.T) {
	base := builtin(t)
	l, faults := laid(t, map[string]string{
		"lexicon/a.yaml": `
offices:
  - {id: kr-head-of-protocol, country: KR, title: Head of Protocol, kind: other}
persons:
  - id: hong-gil-dong
    name: Hong Gil-dong
    family: Hong
    terms:
      - {office: kr-head-of-protocol, from: 2020-01-01, to: 2022-05}
  - {id: mike-pompeo, drop: true}
  - {alias_of: kang-kyung-wha, names: [Kang Gyeonghwa]}
  - {id: john-kerry, name: John Forbes Kerry, family: Kerry}
countries:
  - {alias_of: KR, names: [Land of Morning Calm]}
publishers:
  - {id: my-archive, name: My Archive, country: KR, body: government, lines: [My Archive of Letters], numeric: ymd}
`,
		"lexicon/deep/b.yaml": `
topics:
  - id: archives
    label: Archives
    scope: archives and letters
    phrases:
      - {name: letters, pattern: "letter* of state", matches: [The letters of state were found.], rejects: [A letter from the state.]}
`,
		"lexicon/.hidden.yaml": "nonsense: [",
	})
	if len(faults) > 0 {
		t.Fatal(strings.Join(faults, "\n"))
	}
	named := func(name string) []string {
		var out []string
		for _, i := range l.Named(words.Fold(name)) {
			out = append(out, l.Persons[i].ID)
		}
		return out
	}
	for name, want := range map[string][]string{
		"Hong Gil-dong": {"hong-gil-dong"}, "Gildong Hong": {"hong-gil-dong"}, "Mike Pompeo": nil, "Kang Gyeonghwa": {"kang-kyung-wha"},
		"Gyeonghwa Kang": {"kang-kyung-wha"}, "Kang Kyung-wha": {"kang-kyung-wha"}, "John Forbes Kerry": {"john-kerry"}, "John Kerry": nil, "Ban Ki-moon": {"ban-ki-moon"},
	} {
		if got := named(name); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if l.Person("mike-pompeo") != nil || len(l.Person("john-kerry").Terms) > 0 {
		t.Error("an entry was not dropped or replaced whole")
	}
	if o := l.Office("kr-head-of-protocol"); o == nil || o.Title != "Head of Protocol" {
		t.Error("no new office")
	}
	if hs := l.Holders("KR", "foreign-minister", date.Day{Year: 2018, Month: 6, Day: 18}); len(hs) != 1 || l.Persons[hs[0].Person].ID != "kang-kyung-wha" {
		t.Errorf("foreign minister in 2018: %v", hs)
	}
	text := "The Land of Morning Calm keeps letters of state of Hong Gil-dong."
	var classes []Class
	for _, h := range l.Match(words.Cut(text), nil) {
		classes = append(classes, h.Class)
	}
	for _, c := range []Class{CountryName, TopicPhrase, PersonName} {
		if !slices.Contains(classes, c) {
			t.Errorf("class %d not found in %q: %v", c, text, classes)
		}
	}
	if p, _ := l.PublisherOfLine(words.Cut("My Archive of Letters")); p == nil || p.ID != "my-archive" {
		t.Error("new publisher not found by its line")
	}
	if l.ClassOf("protocol")&OfficeWord == 0 || l.ClassOf("minister")&TitleHead == 0 {
		t.Error("the words were not learnt, or forgotten")
	}
	if l.Digest() == base.Digest() || len(l.Digest()) != len(base.Digest()) {
		t.Errorf("digest %s, before %s", l.Digest(), base.Digest())
	}
	if base.Person("mike-pompeo") == nil || len(base.Named("hong gil dong")) > 0 || len(base.Named("kang gyeonghwa")) > 0 {
		t.Error("the lexicon underneath was changed")
	}
}

// Every fault of testdata/faults.txtar is told, with its line.
func TestFaults(t *testing.T) {
	a, err := txtar.ParseFile("testdata/faults.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	var want string
	var wantAt int
	for i, f := range a.Files {
		if f.Name == "faults" {
			want, wantAt = string(f.Data), i
			continue
		}
		files[path.Join("lexicon", f.Name)] = string(f.Data)
	}
	l, faults := laid(t, files)
	got := strings.Join(faults, "\n") + "\n"
	if got != want {
		if *update {
			a.Files[wantAt].Data = []byte(got)
			if err := os.WriteFile("testdata/faults.txtar", txtar.Format(a), 0o666); err != nil {
				t.Fatal(err)
			}
			return
		}
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if l.Person("good-entry") == nil {
		t.Error("an entry without fault was lost beside faulty ones")
	}
}

func TestFileTooLarge(t *testing.T) {
	_, faults := laid(t, map[string]string{"lexicon/big.yaml": strings.Repeat("# much\n", maxFile/7+1)})
	if len(faults) != 1 || !strings.Contains(faults[0], "16 MiB") {
		t.Errorf("got %q", faults)
	}
}

func FuzzYAML(f *testing.F) {
	a, err := txtar.ParseFile("testdata/faults.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range a.Files {
		f.Add(file.Data)
	}
	f.Add([]byte("persons: &a [*a]"))
	f.Add([]byte("topics: [{id: x, phrases: [{pattern: \"a & !(b|c*)\"}]}]"))
	var empty Lexicon
	empty.follow()
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > 1<<16 {
			return
		}
		_, faults := empty.With(fstest.MapFS{"lexicon/a.yaml": {Data: text}}, "lexicon")
		for _, f := range faults {
			if f.File != "a.yaml" || f.What == "" || strings.Contains(f.String(), "\n") {
				t.Errorf("fault %q", f)
			}
		}
	})
}

func BenchmarkWith(b *testing.B) {
	l := builtin(b)
	fsys := fstest.MapFS{"lexicon/a.yaml": {Data: []byte("persons:\n  - {alias_of: kang-kyung-wha, names: [Kang Gyeonghwa]}\n")}}
	for b.Loop() {
		l.With(fsys, "lexicon")
	}
}
