package pipeline

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/internal/lexicon"
)

// What a review offers for pasting is taken without a fault once the reasons are filled in.
func TestWhatIsPastedFits(t *testing.T) {
	lex, err := lexicon.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../score/testdata")); err != nil {
		t.Fatal(err)
	}
	items, rep, err := Review(context.Background(), dir, lex)
	if err != nil || len(rep.Problems) > 0 {
		t.Fatal(err, rep.Problems)
	}
	pasted := map[string][]string{}
	for i, it := range items {
		if i > 0 && it.Likely > items[i-1].Likely {
			t.Errorf("%q stands after what is less likely a fault", it.Message)
		}
		if it.Message == "" || !strings.HasSuffix(it.Message, ".") || it.File == "" {
			t.Errorf("%+v", it)
		}
		if it.Paste == "" {
			continue
		}
		text := it.Paste
		if it.Into == "corrections.yaml" {
			text = strings.Replace(text, `why: ""`, "why: looked up", 1)
		}
		pasted[it.Into] = append(pasted[it.Into], text)
	}
	if len(pasted["corrections.yaml"]) == 0 || len(pasted["lexicon/people.yaml"]) == 0 {
		t.Fatalf("nothing to paste: %v", pasted)
	}
	if err := os.WriteFile(filepath.Join(dir, "corrections.yaml"), []byte(strings.Join(pasted["corrections.yaml"], "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
	folder, err := OpenFolder(dir, "", lex)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	for _, line := range folder.FaultLines() {
		t.Error(line)
	}
	people := filepath.Join(dir, "lexicon")
	if err := os.Mkdir(people, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, text := range pasted["lexicon/people.yaml"] {
		if err := os.WriteFile(filepath.Join(people, "people.yaml"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, faults := lex.With(os.DirFS(dir), "lexicon"); len(faults) > 0 {
			t.Errorf("%v in\n%s", faults, text)
		}
	}
}
