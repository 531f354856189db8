package site

import (
	"testing"

	"readout/internal/archive"
	"readout/internal/record"
)

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "no releases", 1: "1 release", 2: "2 releases", 1204: "1,204 releases", 1234567: "1,234,567 releases"} {
		if got := count(n, "release", ""); got != want {
			t.Errorf("count(%d) = %q, want %q", n, got, want)
		}
	}
}

// Twelve words of a language without spaces are fewer letters than twelve of one with them.
func TestFirstWords(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int
		want string
	}{
		{"one two three", 3, "one two three"},
		{"one two, three four", 2, "one two …"},
		{"日本国と大韓民国との間の会談", 3, "日本国と大韓 …"},
		{"강경화 장관은 오늘 통화했다", 2, "강경화 장관은 …"},
		{"", 3, ""},
	} {
		if got := record.FirstWords(c.text, c.n); got != c.want {
			t.Errorf("record.FirstWords(%q, %d) = %q, want %q", c.text, c.n, got, c.want)
		}
	}
}

func TestCertainty(t *testing.T) {
	b := call(t)
	for _, c := range []struct {
		confidence record.Confidence
		words      string
		want       string
	}{
		{record.Certain, "June 18", ""}, {record.Inferred, "June 18", "year inferred"},
		{record.Inferred, "unofficial", "day inferred"}, {record.Uncertain, "June 18", "uncertain"},
	} {
		f := b.day("2018-06-18", c.words, c.confidence).rec.Date
		if got := archive.HowKnown(f); got != c.want {
			t.Errorf("%s, from %q: %q, want %q", c.confidence, c.words, got, c.want)
		}
	}
}

func TestLanguageRuns(t *testing.T) {
	for _, c := range []struct{ text, lang, want string }{
		{"Kang (강경화 장관) said", "", `Kang (<span lang="ko">강경화 장관</span>) said`},
		{"岸田 文雄さん, PM", "", `<span lang="ja">岸田 文雄さん</span>, PM`},
		{"王毅", "", `<span lang="zh">王毅</span>`},
		{"강경화", "ko", `강경화`},
		{"Søreide & “Türkiye”", "", `Søreide &amp; “Türkiye”`},
	} {
		o := &out{}
		o.run(c.text, c.lang)
		if got := o.b.String(); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

func TestWebAddress(t *testing.T) {
	for s, want := range map[string]string{
		"https://a.example/x": "https://a.example/x", " http://a.example ": "http://a.example", "javascript:alert(1)": "", "data:text/html,x": "",
		"https://a.example/ x": "", "//a.example": "", "": "",
	} {
		if got := webAddress(s); got != want {
			t.Errorf("webAddress(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestUnnumbered(t *testing.T) {
	for text, want := range map[string]string{
		"1. The ministers met.": "The ministers met.", "12) They parted.": "They parted.", "- Trade grew.": "Trade grew.", "° Both agreed.": "Both agreed.",
		"2024 was a good year.": "2024 was a good year.", "U.S. troops left.": "U.S. troops left.", "A. Blinken spoke.": "A. Blinken spoke.", "1.": "1.", "": "",
	} {
		if got := unnumbered(text); got != want {
			t.Errorf("unnumbered(%q) = %q, want %q", text, got, want)
		}
	}
}
