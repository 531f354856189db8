package document

import (
	"strings"
	"testing"
	"time"

	"readout/internal/source"
)

// Whatever is piled up, the time taken grows with the size and no faster: each of these would take minutes otherwise.
func TestBigInputs(t *testing.T) {
	if testing.Short() {
		t.Skip("big inputs")
	}
	const size = 1 << 20
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	sentence := "The minister met with her counterpart in Seoul today. "
	for _, c := range []struct{ name, text string }{
		{"a.txt", fill(sentence)},
		{"a.txt", fill("a\n")},
		{"a.txt", strings.Repeat("Related stories\n"+sentence+"\n\n", 45000)},
		{"a.txt", fill("----\nA headline of a release\n12 May 2020\n\n" + sentence + "\n")},
		{"a.txt", fill("(")},
		{"a.html", fill("<div><p>" + sentence)},
		{"a.html", fill("<ul><li><a href=b>A title of ours</a><p>" + sentence)},
		{"a.html", fill("</b><b></i>")},
		{"a.html", fill("&nbsp;&")},
		{"a.html", "<a " + fill("b=\"c ")},
		{"a.md", fill("[a](")},
		{"a.md", fill("> ")},
		{"a.md", "---\n" + fill("a: [") + "\n---\n"},
	} {
		src, err := source.Decode(c.name, []byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		begin := time.Now()
		docs := Cut(src, Signs{})
		if took := time.Since(begin); took > 20*time.Second {
			t.Errorf("%s, %q...: %v", c.name, c.text[:20], took)
		}
		if len(docs) == 0 {
			t.Errorf("%s, %q...: no document", c.name, c.text[:20])
		}
	}
}
