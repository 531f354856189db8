package export_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"readout/internal/archive"
	"readout/internal/export"
	"readout/internal/lexicon"
	"readout/internal/pipeline"
)

// collections are all folders of releases in the project. READOUT_RELEASES names further ones, divided by colons, for a
// look at releases that are not ours to keep.
func collections() []string {
	folders := []string{"../score/testdata"}
	if more := os.Getenv("READOUT_RELEASES"); more != "" {
		folders = append(folders, strings.Split(more, ":")...)
	}
	return folders
}

func read(t testing.TB, folder string) *archive.Archive {
	t.Helper()
	lex, err := lexicon.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	a, _, err := pipeline.Archive(context.Background(), pipeline.Options{Collection: folder, Lexicon: lex, BaseURL: "https://example.org/archive"})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func write(t testing.TB, f export.File) string {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatalf("%s: %v", f.Path, err)
	}
	return b.String()
}

// What real releases give validates against the schemas, and loads into SQLite with every key in its place.
func TestRealReleases(t *testing.T) {
	for _, folder := range collections() {
		a := read(t, folder)
		files, schemas := map[string]string{}, map[string]*jsonschema.Schema{}
		for _, f := range export.Files(a, export.Options{}) {
			files[f.Path] = write(t, f)
		}
		for _, name := range []string{"release", "countries", "officials", "topics", "events"} {
			c := jsonschema.NewCompiler()
			v, err := jsonschema.UnmarshalJSON(strings.NewReader(files["data/schema/"+name+".schema.json"]))
			if err == nil {
				err = c.AddResource(name, v)
			}
			if err != nil {
				t.Fatal(err)
			}
			if schemas[name], err = c.Compile(name); err != nil {
				t.Fatal(err)
			}
		}
		valid := func(path, schema, text string) {
			v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
			if err == nil {
				err = schemas[schema].Validate(v)
			}
			if err != nil {
				t.Errorf("%s: %s: %v", folder, path, err)
			}
		}
		for path, text := range files {
			if strings.HasPrefix(path, "releases/") && strings.HasSuffix(path, ".json") {
				valid(path, "release", text)
			}
		}
		for _, name := range []string{"countries", "officials", "topics", "events"} {
			valid(name, name, files["data/"+name+".json"])
		}
		if n := strings.Count(files["data/releases.jsonl"], "\n"); n != len(a.Releases) {
			t.Errorf("%s: %d lines of JSON for %d releases", folder, n, len(a.Releases))
		}
		load(t, a)
	}
}

func load(t *testing.T, a *archive.Archive) {
	t.Helper()
	shell, err := exec.LookPath("sqlite3")
	if err != nil {
		t.Log("no sqlite3 to load the SQL with")
		return
	}
	var sql bytes.Buffer
	if err := export.SQL(&sql, a, export.Options{}); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "archive.db")
	cmd := exec.Command(shell, "-batch", "-bail", name)
	cmd.Stdin = &sql
	if out, err := cmd.CombinedOutput(); err != nil || len(out) > 0 {
		t.Fatalf("%v: %s", err, out)
	}
	out, err := exec.Command(shell, name, "PRAGMA integrity_check; PRAGMA foreign_key_check; SELECT count(*) FROM releases; SELECT count(*) > 0 FROM sentences_fts WHERE sentences_fts MATCH 'minister'").CombinedOutput()
	if want := fmt.Sprintf("ok\n%d\n1\n", len(a.Releases)); err != nil || string(out) != want {
		t.Errorf("SQLite says %q, want %q", out, want)
	}
}

func BenchmarkFiles(b *testing.B) {
	a := read(b, "../score/testdata")
	for b.Loop() {
		n := 0
		for _, f := range export.Files(a, export.Options{}) {
			n += len(write(b, f))
		}
		b.SetBytes(int64(n))
		b.ReportMetric(float64(n)/float64(len(a.Releases)), "bytes/release")
	}
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)/float64(len(a.Releases))*1e6, "µs/release")
}
