package document

import (
	"strings"
	"testing"

	"readout/internal/source"
)

// FuzzFrontMatter reads any text as front matter: what is found lies in it, and every fault has a line of the file.
func FuzzFrontMatter(f *testing.F) {
	for _, s := range []string{
		"title: Call\ndate: 2018-06-18\ntopics: [sanctions, cyber]\n", "a: &a [*a, *a]\nb: *a\n", "a: {b: {c: {d: {e: {f: {g: {h: {i: {j: 1}}}}}}}}}\n",
		"title: \"a \\\" b\"\nnote: |\n  two\n  lines\n\nurl: 'x'\n", "? a\n: b\n", "title: x\ntitle: y\n", "- a\n- b\n", "a: !!binary aGk=\n", "한국: 외교부\r\nb: 2\r\n", "\x00: 1\n", "%YAML 9\n", "a:\n\t- b\n",
		"<<: {title: x}\n", "a: " + strings.Repeat("[", 200) + "\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 {
			return
		}
		src, err := source.Decode("a.md", []byte("---\n"+text+"\n---\n\n# Talks\n\nThe ministers met.\n"))
		if err != nil {
			return
		}
		docs := Cut(src, Signs{})
		holds(t, src, docs)
		lines := 1 + strings.Count(src.Text, "\n")
		for _, d := range docs {
			for _, x := range d.Faults {
				if x.Line < 1 || x.Line > lines || x.What == "" || strings.Contains(x.What, "\n") {
					t.Errorf("fault %+v in a file of %d lines", x, lines)
				}
			}
		}
	})
}
