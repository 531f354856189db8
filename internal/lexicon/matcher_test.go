package lexicon

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"readout/internal/words"
)

// found returns the words that patterns find in a text, "pattern=words" in order of their hits.
func found(t *testing.T, text string, patterns ...string) []string {
	t.Helper()
	var b Builder
	for i, p := range patterns {
		if err := b.Add(p, Ref{Index: int32(i)}); err != nil {
			t.Fatal(err)
		}
	}
	m := b.Matcher()
	ws := words.Cut(text)
	var out []string
	for _, h := range m.Match(ws, nil) {
		out = append(out, text[ws[h.From].Start:ws[h.To-1].End])
	}
	return out
}

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		why, pattern, text string
		want               []string
	}{
		{"a word", "sanctions", "New sanctions, old Sanctions", []string{"sanctions", "Sanctions"}},
		{"whole words only", "sanction", "sanctions", nil},
		{"a star finds any ending, and none", "denuclear*", "denuclearize, denuclearization; denuclear", []string{"denuclearize", "denuclearization", "denuclear"}},
		{"a star inside a run", "missile* test*", "missiles tests and missile testing", []string{"missiles tests", "missile testing"}},
		{"two letters before a star", "expo 20*", "Expo 2020 and expo 1993", []string{"Expo 2020"}},
		{"other scripts begin so", "미국*", "미국과 회담, 중국과", []string{"미국과"}},
		{"Han words", "中国*", "中国外交部", []string{"中国外交部"}},
		{"one of several", "(missile|nuclear) test", "nuclear test, missile test, rocket test", []string{"nuclear test", "missile test"}},
		{"runs of words in brackets", "(ballistic missile|nuclear) launch", "ballistic missile launch", []string{"ballistic missile launch"}},
		{"may be missing", "[the] six party talks", "Six-Party Talks", []string{"Six-Party Talks"}},
		{"may be there", "[the] six party talks", "the six-party talks", []string{"the six-party talks", "six-party talks"}},
		{"hyphens do not matter", "burden sharing", "burden-sharing and burden sharing", []string{"burden-sharing", "burden sharing"}},
		{"nor in the pattern", "burden-sharing", "burden sharing", []string{"burden sharing"}},
		{"but one word is not two", "burdensharing", "burden sharing", nil},
		{"accents do not matter", "Sánchez", "Sanchez and Sánchez", []string{"Sanchez", "Sánchez"}},
		{"dots do not matter", "U.S.", "the US and the U.S.", []string{"US", "U.S."}},
		{"apostrophes do not matter", "Cote d'Ivoire", "Côte d’Ivoire", []string{"Côte d’Ivoire"}},
		{"a possessive is no word", "north korea policy", "North Korea's policy", []string{"North Korea's policy"}},
		{"capitals ask for capitals", "US", "tell us about Us and US", []string{"US"}},
		{"a capital asks for one", "Georgia", "georgia Georgia GEORGIA", []string{"Georgia", "GEORGIA"}},
		{"each word by itself", "the North", "The North, THE NORTH, the north", []string{"The North", "THE NORTH"}},
		{"small letters find all", "sanctions", "SANCTIONS", []string{"SANCTIONS"}},
		{"not over a comma", "nuclear test", "nuclear, test", nil},
		{"over a comma that the pattern has", "Atlanta, Georgia", "in Atlanta, Georgia, and Atlanta Georgia", []string{"Atlanta, Georgia", "Atlanta Georgia"}},
		{"commas twice", "a, b, c", "a, b, c; a b, c; a b c; a, b c", []string{"a, b, c", "a b, c", "a b c", "a, b c"}},
		{"not over a bracket", "nuclear test", "nuclear (test)", nil},
		{"not over the end of a sentence", "the test", "the. Test", nil},
		{"over the dot of an abbreviation", "St Petersburg", "St. Petersburg", []string{"St. Petersburg"}},
		{"over the dot of an initial", "N Korea", "N. Korea", []string{"N. Korea"}},
		{"not over a dash", "nuclear test", "nuclear — test", nil},
		{"over a line break in a paragraph", "nuclear test", "nuclear\ntest", []string{"nuclear\ntest"}},
		{"not over an empty line", "nuclear test", "nuclear\n\ntest", nil},
		{"both in one sentence", "sanction* & north korea", "North Korea is under sanctions", []string{"North Korea is under sanctions"}},
		{"any order", "sanction* & north korea", "sanctions on North Korea", []string{"sanctions on North Korea"}},
		{"one is not enough", "sanction* & north korea", "sanctions on Iran", nil},
		{"not with a second", "summit & !olympic*", "the Olympic summit", nil},
		{"without the second", "summit & !olympic*", "the summit", []string{"summit"}},
		{"an exclusion of one of several", "summit & !(olympic*|base camp)", "summit from the base camp", nil},
		{"an exclusion keeps its capitals", "expo & !City", "expo city", []string{"expo"}},
		{"numbers", "resolution 1874", "resolution 1874", []string{"resolution 1874"}},
		{"numbers with commas", "1200", "1,200 tons", []string{"1,200"}},
		{"three parts", "a & b & c", "c b a", []string{"c b a"}},
	} {
		if got := found(t, c.text, c.pattern); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q in %q: got %q, want %q", c.why, c.pattern, c.text, got, c.want)
		}
	}
}

func TestMatchOrder(t *testing.T) {
	// by start; of several at one word the shorter first
	got := found(t, "South Korea and the Republic of Korea", "korea", "south korea", "republic of korea", "and & the")
	want := []string{"South Korea", "Korea", "and the", "Republic of Korea", "Korea"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMatchKeepsEarlierHits(t *testing.T) {
	var b Builder
	b.Add("b & a", Ref{})
	m := b.Matcher()
	first := Hit{From: 9, To: 10}
	got := m.Match(words.Cut("a b"), []Hit{first})
	if len(got) != 2 || got[0] != first {
		t.Errorf("got %v", got)
	}
}

func TestMatchLongSentence(t *testing.T) {
	// longer than the room that Match keeps on its stack
	text := strings.Repeat("nuclear ", 500) + "test"
	if got := found(t, text, "nuclear test", "nucle* t*st", "nuclear & test"); len(got) != 2 {
		t.Errorf("got %d hits", len(got))
	}
}

func TestAddRefuses(t *testing.T) {
	for _, p := range []string{"", "  ", "(a", "a)", "!a", "!a & !b", "a*", "a & b & c & d & e & f & g & h & i", "()", "a & ()", "a, b, c, d, e, f, g", strings.Repeat("(", maxLength)} {
		var b Builder
		if err := b.Add(p, Ref{}); err == nil {
			t.Errorf("pattern %q: no error", p)
		} else if !strings.Contains(err.Error(), fmt.Sprintf("%q", p)) {
			t.Errorf("pattern %q is not quoted in %q", p, err)
		}
	}
}

func TestAddNameHasNoSigns(t *testing.T) {
	var b Builder
	b.AddName("Smith (and & [Jones|Sons])", Ref{})
	m := b.Matcher()
	if got := m.Match(words.Cut("Smith and Jones Sons"), nil); len(got) != 1 {
		t.Errorf("got %v", got)
	}
}

func TestEmptyMatcher(t *testing.T) {
	var m Matcher
	if got := m.Match(words.Cut("anything"), nil); got != nil {
		t.Errorf("got %v", got)
	}
	var b Builder
	m = b.Matcher()
	if got := m.Match(words.Cut("anything, at all"), nil); got != nil {
		t.Errorf("got %v", got)
	}
}

func FuzzMatch(f *testing.F) {
	f.Add("a b* & !(c|d)", "a bc, d")
	f.Fuzz(func(t *testing.T, pattern, text string) {
		var b Builder
		if len(pattern) > 200 || b.Add(pattern, Ref{}) != nil {
			return
		}
		m := b.Matcher()
		ws := words.Cut(text)
		for _, h := range m.Match(ws, nil) {
			if h.From < 0 || h.From >= h.To || int(h.To) > len(ws) {
				t.Fatalf("hit %v among %d words", h, len(ws))
			}
		}
	})
}

func BenchmarkMatch(b *testing.B) {
	l := builtin(b)
	text := benchText
	ws := words.Cut(text)
	var sentences [][]words.Word
	from := 0
	for i := range ws {
		if i+1 == len(ws) || ws[i+1].Gap == words.Stop || ws[i+1].Gap == words.Break {
			sentences = append(sentences, ws[from:i+1])
			from = i + 1
		}
	}
	hits := make([]Hit, 0, 256)
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		n = 0
		for _, s := range sentences {
			hits = l.Match(s, hits[:0])
			n += len(hits)
		}
	}
	b.ReportMetric(float64(len(ws)), "words")
	b.ReportMetric(float64(n), "hits")
}
