package pipeline

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
)

// A correction finds its release by file, by base name, by file and part, by proposed and by published id; and says what
// is wrong where it finds none, or several.
func TestCorrectionsFindTheirRelease(t *testing.T) {
	lex, err := lexicon.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	const text = "Minister meets Ambassador\n\nForeign Minister Kang Kyung-wha met the Ambassador of France on %s.\n"
	dir := t.TempDir()
	put := func(name, text string) {
		t.Helper()
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put("2018/a.txt", strings.Replace(text, "%s", "3 May 2018", 1))
	put("2019/a.txt", strings.Replace(text, "%s", "3 May 2019", 1))
	put("2019/b.txt", strings.Replace(text, "%s", "4 May 2019", 1))
	put("ids.lock", "release\told-address\t2018/a.txt#1\t-\n")
	cases := []struct {
		release string
		hits    string // the file corrected, "" for none
		says    string
	}{
		{"2018/a.txt", "2018/a.txt", ""},
		{"./2018/a.txt", "2018/a.txt", ""},
		{"2018/a.txt#1", "2018/a.txt", ""},
		{"old-address", "2018/a.txt", ""},
		{"2019-05-04-minister-meets-ambassador", "2019/b.txt", ""},
		{"b.txt", "2019/b.txt", ""},
		{"a.txt", "", `corrections.yaml:1: "a.txt" is 2 releases; name one of them as 2018/a.txt#1`},
		{"c.txt", "", `corrections.yaml:1: no release "c.txt" in the collection`},
		{"2018/a.txt#2", "", "no release"},
	}
	for _, c := range cases {
		put("corrections.yaml", "- {release: \""+c.release+"\", field: title, set: Set right, why: test}\n")
		var told errorList
		var hits []string
		err := Parse(context.Background(), []string{dir}, ParseOptions{Lexicon: lex}, &told, func(r *record.Record, _ *document.Document) error {
			if r.Title.Value == "Set right" {
				hits = append(hits, strings.TrimPrefix(r.File, filepath.ToSlash(dir)+"/"))
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		want := []string{c.hits}
		if c.hits == "" {
			want = nil
		}
		if !slices.Equal(hits, want) || !strings.Contains(strings.Join(told, "\n"), c.says) || c.says == "" && len(told) > 0 {
			t.Errorf("%s: corrected %q, told %q", c.release, hits, told)
		}
	}
}
