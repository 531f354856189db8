package browser

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"readout/internal/lexicon"
	"readout/internal/pipeline"
	"readout/static"
	"readout/templates"
)

// publish builds the site of a folder and returns where it stands.
func publish(t *testing.T, collection string) string {
	t.Helper()
	lex, err := lexicon.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "public")
	_, err = pipeline.Build(context.Background(), pipeline.Options{Collection: collection, Out: out, Lexicon: lex, Templates: templates.FS, Static: static.FS, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// mixed is the site of testdata/collection.txtar and of the five releases of the project.
func mixed(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../score/testdata/seeds")); err != nil {
		t.Fatal(err)
	}
	cases, err := txtar.ParseFile("testdata/collection.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range cases.Files {
		put(t, filepath.Join(dir, f.Name), f.Data)
	}
	return publish(t, dir)
}

// long is the site of so many releases of two countries that their pages are split by year, and one that names many countries.
func long(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for i := range 240 {
		text := fmt.Sprintf("Foreign Minister Kang Kyung-wha speaks with Secretary Pompeo, call %d\n\n%s %d, %d\n\nForeign Minister Kang Kyung-wha of the Republic of Korea spoke by telephone with Secretary of State Mike Pompeo on the same day. They discussed sanctions.\n",
			i+1, [...]string{"January", "May", "June", "October"}[i%4], i%28+1, 2018+i%3)
		put(t, filepath.Join(dir, fmt.Sprintf("%03d.txt", i)), []byte(text))
	}
	put(t, filepath.Join(dir, "nations.txt"), []byte("Statement on the day of the United Nations\n\nOctober 24, 2015\n\nThe following countries join this statement: Albania, Austria, Belgium, Bulgaria, Canada, Croatia, Cyprus, Czechia, Denmark, Estonia, Finland, France, Germany, Greece, Hungary, Iceland, Ireland, Italy, Japan, Latvia, Lithuania, Luxembourg, Malta, the Netherlands, North Korea, Norway, Poland, Portugal, Romania, Slovakia, Slovenia, Spain, Sweden and Switzerland.\n"))
	return publish(t, dir)
}

func put(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// onDisk is the address of a file of a site.
func onDisk(dir, name string) string { return "file://" + filepath.ToSlash(filepath.Join(dir, name)) }

// pages lists the HTML files of a site.
func pages(t *testing.T, dir string) []string {
	t.Helper()
	var all []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if strings.HasSuffix(name, ".html") {
			all = append(all, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// first returns the first page of a site whose name matches a pattern and that holds a text.
func first(t *testing.T, dir, pattern, holds string) string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(names, func(name string) bool {
		b, err := os.ReadFile(name)
		return err == nil && filepath.Base(name) != "index.html" && strings.Contains(string(b), holds)
	})
	if i < 0 {
		t.Fatalf("no page %s holds %q", pattern, holds)
	}
	name, err := filepath.Rel(dir, names[i])
	if err != nil {
		t.Fatal(err)
	}
	return name
}

// sendsOn reports whether a page sends its reader on to another address.
func sendsOn(t *testing.T, dir, name string) bool {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Contains(string(b), `http-equiv="refresh"`)
}
