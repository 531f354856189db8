package export

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// database loads the SQL text with SQLite's own shell and returns a function that asks it.
func database(t *testing.T, text string) func(query string) string {
	t.Helper()
	shell, err := exec.LookPath("sqlite3")
	if err != nil {
		t.Skip("no sqlite3 to load the SQL with")
	}
	name := filepath.Join(t.TempDir(), "archive.db")
	run := func(stdin string, args ...string) string {
		t.Helper()
		cmd := exec.Command(shell, append([]string{"-batch", "-bail", name}, args...)...)
		cmd.Stdin = strings.NewReader(stdin)
		out, err := cmd.CombinedOutput()
		if err != nil || stdin != "" && len(out) > 0 {
			t.Fatalf("sqlite3: %v: %s", err, out)
		}
		return strings.TrimSuffix(string(out), "\n")
	}
	run(text)
	return func(query string) string { t.Helper(); return run("", query) }
}

func TestSQL(t *testing.T) {
	a := sample(t)
	files := everything(t, a)
	ask := database(t, files["archive.sql"])
	if got := ask("PRAGMA integrity_check; PRAGMA foreign_key_check; INSERT INTO sentences_fts (sentences_fts) VALUES ('integrity-check'); INSERT INTO releases_fts (releases_fts) VALUES ('integrity-check')"); got != "ok" {
		t.Errorf("checks say %q", got)
	}
	// each table holds the rows of its CSV file, and as many releases as the JSONL lines
	for _, name := range TableNames() {
		if got, want := ask("SELECT count(*) FROM "+name), fmt.Sprint(len(readCSV(t, name, files["data/"+name+".csv"]))-1); got != want {
			t.Errorf("%s holds %s rows, want %s", name, got, want)
		}
	}
	if got, want := ask("SELECT count(*) FROM releases"), fmt.Sprint(strings.Count(files["data/releases.jsonl"], "\n")); got != want {
		t.Errorf("%s releases, want %s", got, want)
	}
	// texts come back byte for byte
	for _, e := range a.Releases {
		var got []struct{ Text, Title *string } // in the order of a map's keys
		if err := json.Unmarshal([]byte(ask("SELECT json_group_array(json_object('title', title, 'text', text)) FROM releases WHERE id = '"+e.ID+"'")), &got); err != nil {
			t.Fatal(err)
		}
		want, _ := json.Marshal([]any{map[string]any{"Title": known(e.Title()), "Text": known(cellText(text(e)))}})
		if b, _ := json.Marshal(got); string(b) != string(want) {
			t.Errorf("%s: %s, want %s", e.ID, b, want)
		}
	}
	// a sentence is found by its words, with the place to cite
	if got := ask("SELECT DISTINCT s.anchor, s.text FROM sentences_fts JOIN sentences s ON s.number = sentences_fts.rowid WHERE sentences_fts MATCH 'sanctions AND trade'"); got != "s170|They spoke of sanctions & trade." {
		t.Errorf("found %q", got)
	}
	if got := ask("SELECT count(*) FROM releases_fts WHERE releases_fts MATCH 'telephone'"); got != "2" {
		t.Errorf("%s releases found", got)
	}
	if got := ask("SELECT group_concat(DISTINCT typeof(part) || ' ' || typeof(doubts)) FROM releases"); got != "integer integer" {
		t.Errorf("types are %q", got)
	}
	if got := ask("SELECT DISTINCT typeof(score) FROM release_topics"); got != "real" {
		t.Errorf("scores are %q", got)
	}
	// a number that no release has is refused
	cmd := exec.Command("sqlite3", ":memory:")
	cmd.Stdin = strings.NewReader(files["archive.sql"] + "INSERT INTO participants (release, number) VALUES ('nowhere', 1);\n")
	if out, _ := cmd.CombinedOutput(); !strings.Contains(string(out), "FOREIGN KEY") {
		t.Errorf("a row that points nowhere is taken: %s", out)
	}
}

// Texts that could end a statement, a line or a file stay texts.
func TestSQLTexts(t *testing.T) {
	list := []string{"it's", "a\rb", "a\r\nb\n", `\r`, "\\r\r\\r1", "x';\nDROP TABLE releases;\n--", "\n.quit\n", "go\n", "/\n", "\n;\n", "a\x00b", "ünï 한 \u2028", "\r"}
	var b strings.Builder
	b.WriteString("CREATE TABLE t (x TEXT);\n")
	for _, s := range list {
		b.WriteString("INSERT INTO t VALUES (" + quoteText(s) + ");\n")
	}
	got := strings.Split(database(t, b.String())("SELECT hex(x) FROM t ORDER BY rowid"), "\n")
	for i, s := range list {
		if want := fmt.Sprintf("%X", strings.ReplaceAll(s, "\x00", "\uFFFD")); len(got) != len(list) || got[i] != want {
			t.Errorf("%q comes back as %s, want %s", s, got, want)
		}
	}
}
