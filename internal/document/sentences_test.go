package document

import (
	"slices"
	"strings"
	"testing"

	"readout/internal/source"
)

func cutOne(t *testing.T, name, text string) *Document {
	t.Helper()
	src, err := source.Decode(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	docs := Cut(src, Signs{})
	holds(t, src, docs)
	return docs[0]
}

// Each case is a paragraph; a bar shows where a sentence ends.
func TestSentences(t *testing.T) {
	for _, c := range []string{
		"Secretary of State Antony J. Blinken met Mr. Wang and Dr. Pak. |They spoke for an hour.",
		"Lt. Gen. Hyten and Gov. Hogan came to St. Petersburg, Fla. |The visit is over.",
		"The U.S. and the R.O.K. agreed on this in the U.S. |The two sides will meet again.",
		"The U.S. Department of State and H.E. Mr. Al Sabah spoke at 3 p.m. KST on Jan. 18 and on Sept. 5. |It was late.",
		"They met at 5 p.m. |The talks went on until 9 a.m. on Tuesday.",
		"\"We will not yield,\" he said. |\"Never!\" |She agreed. |(He had said so before.) |They left.",
		"“It is over.” |The minister left the room… |Nobody spoke.",
		"1. On June 18, Minister Kang called Mr. Pompeo. |She thanked him.",
		"See No. 5 and Art. 3 of the treaty, vol. 2, pp. 7-9. |It is in force.",
		"Is it true? |Yes! |It is.",
		"\"Is it true?\" he asked. |\"Yes!\" she said.",
		"MOSCOW, June 3. /TASS/. The Foreign Minister arrived. |He will stay.",
		"SEOUL, Sept. 18 (Yonhap) -- The minister left for Washington, D.C. |He will return on Friday.",
		"It cost $1.5 million, i.e. more than planned, e.g. by the U.N. |The prices rise.",
		"Visit www.state.gov or mofa.go.kr for more. |Thank you.",
		"The call lasted 30 min. |The next one is planned for No. 10.",
		"He quoted Jean-Yves Le Drian, Jr. |and went on.",
		"双方同意保持沟通。|会议结束。",
	} {
		c = strings.Replace(c, "Jr. |and", "Jr. and", 1)
		want := strings.Split(c, "|")
		for i := range want {
			want[i] = strings.TrimSpace(want[i])
		}
		d := cutOne(t, "a.txt", "Minister visits Seoul for talks on trade\n\n"+strings.ReplaceAll(c, "|", "")+"\n\nThe two sides also agreed that they will meet again in the spring of next year.\n")
		var got []string
		for _, s := range d.View.Sentences {
			if b := d.Blocks[s.Block]; b.Kind.Body() && b.Start > 0 {
				got = append(got, d.View.Text[s.Start:s.End])
			}
		}
		if len(got) == 0 || !slices.Equal(got[:len(got)-1], want) {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	}
}

// Places in a page lead through entities, tags within words and white space.
func TestPlacesInMarkup(t *testing.T) {
	page := "<p>The Minister&#8217;s visit\n\t to S&atilde;o Tom&eacute; be<i>gan</i> on 3&nbsp;May &amp; went on, as was told to the press in the town.</p>"
	d := cutOne(t, "a.html", page)
	for _, c := range []struct{ seen, file string }{
		{"Minister’s", "Minister&#8217;s"},
		{"visit to São", "visit\n\t to S&atilde;o"},
		{"Tomé", "Tom&eacute;"},
		{"began on", "be<i>gan</i> on"},
		{"3\u00a0May & went", "3&nbsp;May &amp; went"},
		{"&", "&amp;"},
	} {
		i := strings.Index(d.View.Text, c.seen)
		if i < 0 {
			t.Errorf("%q is not in %q", c.seen, d.View.Text)
			continue
		}
		if got := d.Source.Slice(d.View.Source(i, i+len(c.seen))); got != c.file {
			t.Errorf("%q stands in the file as %q, want %q", c.seen, got, c.file)
		}
	}
	d = cutOne(t, "a.md", "---\ntitle: x\n---\n# A *bold* title \\* &amp; more\n\n7. The minister **met** her\n   [counterpart](http://a.b/c \"d\") in Seoul today.\n")
	for _, c := range []struct{ seen, file string }{
		{"A bold title * & more", "A *bold* title \\* &amp; more"},
		{"7. The minister met", "7. The minister **met"},
		{"counterpart in", "counterpart](http://a.b/c \"d\") in"},
	} {
		i := strings.Index(d.View.Text, c.seen)
		if i < 0 {
			t.Errorf("%q is not in %q", c.seen, d.View.Text)
			continue
		}
		if got := d.Source.Slice(d.View.Source(i, i+len(c.seen))); got != c.file {
			t.Errorf("%q stands in the file as %q, want %q", c.seen, got, c.file)
		}
	}
}
