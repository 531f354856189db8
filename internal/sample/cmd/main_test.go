package main

import (
	"os"
	"path/filepath"
	"testing"
)

// The floor reads what it is given and writes files of the sizes that it found.
func TestFloor(t *testing.T) {
	dir := t.TempDir()
	in, site, out, list := filepath.Join(dir, "in"), filepath.Join(dir, "site"), filepath.Join(dir, "out"), filepath.Join(dir, "list")
	for name, text := range map[string]string{"in/a.txt": "a release", "site/index.html": "a page", "site/data/empty": "", "site/data/two words.json": "[]"} {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	files, bytes, err := listFiles(site, list)
	if err != nil || files != 3 || bytes != 8 {
		t.Fatal(files, bytes, err)
	}
	if err := writeFloor(list, in, out); err != nil {
		t.Fatal(err)
	}
	if files, bytes, err := listFiles(out, list); err != nil || files != 3 || bytes != 8 {
		t.Error(files, bytes, err)
	}
	if info, err := os.Stat(filepath.Join(out, "data", "two words.json")); err != nil || info.Size() != 2 {
		t.Error(info, err)
	}
}
