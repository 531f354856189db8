package search

import (
	"bytes"
	"iter"
	"maps"
	"slices"
	"strings"
	"testing"

	"readout/internal/archive"
	"readout/internal/words"
)

func TestWhatIsWrittenIsFound(t *testing.T) {
	a := shelve(t, releases(t)...)
	for _, o := range []Options{{}, {Titles: 1, Texts: 1, Words: 1}, {Titles: 2, Texts: 3, Words: 100}, {Few: 1, Titles: 2}} {
		p := open(t, a, o)
		if p.index.Count != len(a.Releases) || p.index.Dated != len(a.Releases)-1 {
			t.Errorf("%d releases, %d dated", p.index.Count, p.index.Dated)
		}
		found, titles, texts := p.words(), p.titles(), p.texts()
		if len(titles) != len(a.Releases) || len(texts) != len(a.Releases) {
			t.Fatalf("%d titles and %d texts of %d releases", len(titles), len(texts), len(a.Releases))
		}
		for i, e := range a.Releases {
			if titles[i][0] != e.Path() || titles[i][4] != strings.Join(strings.Fields(e.Record.Title.Value), " ") {
				t.Errorf("release %d is %q, want %q", i, titles[i], e.Record.Title.Value)
			}
			for _, s := range texts[i] {
				if e.Excerpt {
					continue
				}
				if s.start < 0 || !strings.HasPrefix(e.Document().Source.Text[s.start:], s.text[:strings.IndexAny(s.text+" ", " ")]) {
					t.Errorf("%s: sentence %q does not stand at %d", e.Record.File, s.text, s.start)
				}
				for _, w := range words.Cut(s.text) {
					if _, ok := found[w.Text]; !ok && !slices.Contains(p.index.Skip, w.Text) && !wide(w.Text) {
						t.Errorf("%s: %q is not found", e.Record.File, w.Text)
					}
				}
			}
		}
	}
}

// wide reports whether a word is of a script without spaces.
func wide(w string) bool {
	return strings.ContainsAny(w, "外務大臣会談両日本安全保障協議についてしたはの")
}

func TestWords(t *testing.T) {
	p := open(t, shelve(t, releases(t)...), Options{})
	found := p.words()
	for _, c := range []struct{ word, want, why string }{
		{"sanctions", "[0:2]", "three times in the text, and the name of a topic"},
		{"kyung", "[0:2 1:2]", "who takes part"},
		{"강경화", "[0:2 1:2 2:3]", "in another script, also where the text is Latin"},
		{"brun", "[0:2 5:2]", "without the dots on the u; a fact of an excerpt"},
		{"us", "[1:0]", "U.S. is a word"},
		{"aland", "[0:3 1:2 2:2 3:2 4:2 5:2 6:2]", "the publisher, and once the headline"},
		{"alliance", "[1:3 6:0]", "the undated come last"},
		{"beland", "[0:3]", "without the 's"},
		{"安全", "[4:0]", "letters without spaces are found two by two"},
		{"the", "[]", "stands everywhere"},
		{"press", "[]", "an e-mail address is not told"},
		{"zebra", "[]", "of an excerpt only the first words are told"},
		{"paper", "[5:3]", "the headline of an excerpt"},
	} {
		if got := strings.Join(found[c.word], " "); "["+got+"]" != c.want {
			t.Errorf("%q: [%s], want %s: %s", c.word, got, c.want, c.why)
		}
	}
}

func TestExcerptKeepsToTwelveWords(t *testing.T) {
	p := open(t, shelve(t, releases(t)...), Options{})
	got := p.texts()[5]
	if len(got) != 1 || got[0].text != "The paper told in many words that the ministers had met on …" || got[0].start != -1 {
		t.Errorf("%+v", got)
	}
	for path, b := range p.files {
		if bytes.Contains(b, []byte("zebra")) {
			t.Errorf("%s tells of the zebra", path)
		}
	}
	for _, list := range p.texts() {
		for _, s := range list {
			if strings.Contains(s.text, "press@") {
				t.Errorf("an address is legible: %q", s.text)
			}
		}
	}
}

func TestFacets(t *testing.T) {
	p := open(t, shelve(t, releases(t)...), Options{})
	for _, c := range []struct{ key, want string }{
		{"year", "2021:3,4,5 2020:2 2019:1 2018:0 undated:6"},
		{"country", "aaland:0,1 barbados:0,5 estonia:3"},
		{"official", "kang-kyung-wha:0,1 bb-bo-brun:0,5 eve:3"},
		{"topic", "sanctions:0"},
		{"kind", "call:0,1,2,3,4,5,6"},
		{"publisher", "aa-mfa:0,1,2,3,4,5,6"},
	} {
		var got []string
		for _, v := range p.facet(c.key) {
			s := v.id
			for i, r := range v.releases {
				s += string(":,"[min(i, 1)]) + string(rune('0'+r))
			}
			got = append(got, s)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", c.key, s, c.want)
		}
	}
}

func collect(s iter.Seq2[string, []byte]) map[string][]byte { return maps.Collect(s) }

func TestSameArchiveSameBytes(t *testing.T) {
	rs := releases(t)
	one := collect(Write(shelve(t, rs...), Options{}))
	slices.Reverse(rs)
	two := collect(Write(shelve(t, rs...), Options{}))
	if !maps.EqualFunc(one, two, bytes.Equal) {
		t.Error("the order in which releases are read changes the index")
	}
	for path, b := range one {
		for _, c := range b {
			if c >= 0x7F || c < ' ' && c != '\n' {
				t.Fatalf("%s: byte %#x", path, c)
			}
		}
	}
}

func TestFirstPieceComesLast(t *testing.T) {
	last, n := "", 0
	a := shelve(t, releases(t)...)
	for path := range Write(a, Options{}) {
		last, n = path, n+1
	}
	if last != "search/index.js" {
		t.Errorf("the last file is %s", last)
	}
	for range Write(a, Options{}) { // whoever has enough may stop
		break
	}
}

func TestEmptyArchive(t *testing.T) {
	p := open(t, shelve(t), Options{})
	if p.index.Count != 0 || len(p.index.Words) != 0 || len(p.titles()) != 0 {
		t.Errorf("%+v", p.index)
	}
}

// A build of a larger archive cuts the index in pieces that stay small.
func TestPiecesStaySmall(t *testing.T) {
	a := shelve(t, many(t, 600)...)
	p := open(t, a, Options{})
	found := p.words()
	if n := len(found["subject49"]); n != 12 {
		t.Errorf("subject49 in %d releases, want 12", n)
	}
	if n := len(found["number599"]); n != 1 {
		t.Errorf("number599 in %d releases, want 1", n)
	}
	for path, b := range p.files {
		if len(b) > 20<<10 {
			t.Errorf("%s has %d bytes", path, len(b))
		}
	}
	if len(p.index.Words) < 2 {
		t.Errorf("%d pieces of words", len(p.index.Words))
	}
}

// Whatever a text holds comes back, with symbols learned from other texts, however rare or uneven.
func TestSymbols(t *testing.T) {
	sentences := []string{"a" + strings.Repeat("가", 300) + " " + strings.Repeat("é", 300), "the Minister for Foreign Affairs of the Republic of Korea", "", " ", "\xff\xfe", "ﬁne  two spaces "}
	for range 40 {
		sentences = append(sentences, sentences[1])
	}
	var sample [][]byte
	for _, s := range sentences {
		sample = append(sample, []byte(s), []byte(s))
	}
	for n := range sentences {
		s := learn(sample[:2*n])
		if back := readSymbols(string(s.encode())); back == nil || !bytes.Equal(back.encode(), s.encode()) || !slices.Equal(back.codes, s.codes) {
			t.Fatal("symbols are not read back as they were")
		}
		for _, text := range sentences {
			cut := s.cut(nil, []byte(text))
			var out []byte
			for _, x := range cut {
				out = append(out, s.stands(x)...)
			}
			if string(out) != text {
				t.Fatalf("learned from %d: %q came back as %q", n, text, out)
			}
		}
		if n == len(sentences)-1 {
			if cut := s.cut(nil, []byte(sentences[1])); len(cut) > 3 {
				t.Errorf("what stands 40 times takes %d symbols", len(cut))
			}
		}
	}
}

// stands is the text of a symbol.
func (s *symbols) stands(x symbol) string {
	switch i := int(x - firstWord); {
	case i < 0:
		return string([]byte{byte(x)})
	case i < len(s.list):
		return s.list[i]
	default:
		p := s.made[i-len(s.list)]
		return s.stands(p[0]) + s.stands(p[1])
	}
}

// However uneven the counts, no code is too long for the reader.
func TestCodesAreNotTooLong(t *testing.T) {
	s := newSymbols(nil)
	times := make([]int, s.count())
	times[0], times[1] = 1, 1
	for i := 2; i < 80; i++ {
		times[i] = times[i-1] + times[i-2]
	}
	s.setLengths(times)
	sum := 0.0
	for x, n := range s.lengths {
		if n == 0 || n > maxLength {
			t.Errorf("symbol %d takes %d bits", x, n)
		}
		sum += 1 / float64(uint64(1)<<n)
	}
	if sum != 1 {
		t.Errorf("codes fill %v of their tree", sum)
	}
}

func FuzzPack(f *testing.F) {
	f.Add([]byte("a"))
	f.Add([]byte{0xFF, 0xFF, 0, 0, 0xFF})
	f.Fuzz(func(t *testing.T, b []byte) {
		if got := unpack(t, pack(nil, b)); !bytes.Equal(got, b) {
			t.Errorf("%v came back as %v", b, got)
		}
	})
}

func BenchmarkWrite(b *testing.B) {
	rs := many(b, 1000)
	a, err := archive.New(rs, nil, archive.Options{})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		for range Write(a, Options{}) {
		}
	}
}
