package site

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"readout/internal/document"
	"readout/internal/source"
)

// Facts that overlap: the text is cut where any begins or ends, and the shortest wins.
func TestOverlap(t *testing.T) {
	doc := document.Cut(mustDecode(t, "Minister Kang of Korea met them."), document.Signs{})[0]
	block := 0
	for i, b := range doc.Blocks {
		if b.Kind != document.Blank {
			block = i
		}
	}
	m := newMarker(doc, "", []mark{{0, 22, "person", "p1", ""}, {17, 22, "country", "c1", ""}, {14, 26, "date", "d1", ""}, {0, 8, "kind", "k1", ""}}, nil)
	o := &out{}
	m.block(o, block)
	got := strings.NewReplacer(` class="f `, " ", `<span class="at"`, "<at", `</span>`, "").Replace(o.b.String())
	want := `<span class="s" id="s0"><at id="w0-22"><a kind" id="w0-8" href="#k1">Minister</a><a person" href="#p1"> Kang </a>` +
		`<a date" id="w14-26" href="#d1">of </a><a country" id="w17-22" href="#c1">Korea</a><a date" href="#d1"> met</a> them.`
	if got != want {
		t.Errorf("marked\n%s, want\n%s", got, want)
	}
}

func mustDecode(t testing.TB, text string) *source.Source {
	src, err := source.Decode("x.txt", []byte(text))
	if err != nil {
		t.Skip()
	}
	return src
}

// Whatever the text and wherever the facts, the pieces give back the text of each block.
func FuzzMarked(f *testing.F) {
	f.Add("1. On June 18, <b>Kang</b> met.\r\n\r\n강경화 & co. said so. \x00 So it was.", []byte{3, 8, 5, 20, 9, 9, 0, 200, 14, 4})
	f.Fuzz(func(t *testing.T, text string, spans []byte) {
		src, err := source.Decode("x.txt", []byte(text))
		if err != nil {
			return
		}
		for _, doc := range document.Cut(src, document.Signs{}) {
			p := placer{doc}
			var marks []mark
			var tags []tag
			for i := 0; i+1 < len(spans); i += 2 {
				sp := source.Span{Start: int(spans[i]), End: int(spans[i]) + int(spans[i+1])}
				if start, end, ok := p.find(sp); ok {
					marks = append(marks, mark{start, end, "person", "p1", `"x"`})
				}
				if start, ok := p.sentence(sp.Start); ok {
					tags = append(tags, tag{start, "1", "t1", "<x>"})
				}
			}
			m := newMarker(doc, "", marks, tags)
			for i, b := range doc.Blocks {
				o := &out{}
				m.block(o, i)
				page, err := html.ParseFragment(strings.NewReader(o.b.String()), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
				if err != nil {
					t.Fatal(err)
				}
				var got strings.Builder
				for _, n := range page {
					if n.Type == html.TextNode {
						got.WriteString(n.Data)
					}
					got.WriteString(content(n))
				}
				shown := strings.ReplaceAll(doc.View.Text[b.Start:b.End], "\x00", "\uFFFD")
				if utf8.ValidString(shown) && got.String() != shown {
					t.Fatalf("block %q is shown as %q by %s", shown, got.String(), o.b.String())
				}
			}
		}
	})
}
