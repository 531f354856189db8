package main

import (
	"bytes"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"readout/internal/pipeline"
)

// piecewise is a collection of every sort of file that is read: the project's releases,
// pages in HTML and Markdown, two files that are the same, with a lexicon and corrections of its own.
func piecewise(t *testing.T) (dir string, names []string) {
	t.Helper()
	dir = t.TempDir()
	put := func(name, text string) {
		t.Helper()
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(name, "/") && !strings.HasPrefix(name, "lexicon/") {
			names = append(names, name)
		}
	}
	top := os.DirFS("../../internal/score/testdata")
	found, err := fs.Glob(top, "*/*.txt")
	if err != nil || len(found) < 60 {
		t.Fatal(found, err)
	}
	for _, name := range found {
		b, err := fs.ReadFile(top, name)
		if err != nil {
			t.Fatal(err)
		}
		put(name, string(b))
	}
	put("more/page.html", "<!doctype html><html lang=en><head><title>Talks in Oslo</title></head><body><h1>Talks in Oslo</h1><p>Foreign Minister Kang Kyung-wha met Foreign Minister Ine Eriksen S&oslash;reide of Norway in Oslo on June 12, 2019.</p></body></html>")
	put("more/note.md", "---\ntitle: A note\ndate: 2019-07-01\npublisher: Embassy of Aland\nrights: full\n---\n\nForeign Minister **Kang Kyung-wha** met Hong Gilnam in Seoul. See [the page](https://example.org).\n")
	put("more/copy.txt", "Call of the ministers\n\nForeign Minister Kang Kyung-wha spoke with Minister Taro Kono of Japan by telephone on 3 May.\n")
	put("more/the-same.txt", "Call of the ministers\n\nForeign Minister Kang Kyung-wha spoke with Minister Taro Kono of Japan by telephone on 3 May.\n")
	put("lexicon/own.yaml", "offices:\n  - {id: kr-keeper-of-the-sea, country: KR, title: Keeper of the Sea, kind: other}\npersons:\n  - {id: hong-gilnam, name: Hong Gilnam, family: Hong, terms: [{office: kr-keeper-of-the-sea, from: 2018-01-01, source: a list}]}\n")
	put("corrections.yaml", "- {release: more/page.html, field: kind, set: visit, why: it was a visit}\n- {release: more/copy.txt, field: date, set: 2018-05-03, why: a stamp on the paper}\n- {release: more/copy.txt, field: participants, add: {name: Hong Gilnam, role: Keeper of the Sea, country: KR}, why: he listened}\n")
	slices.Sort(names)
	return dir, names
}

// command runs a command line and returns what it prints.
func command(t *testing.T, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	code = run(args, strings.NewReader(stdin), &out, &err)
	return code, out.String(), err.String()
}

// A collection that is read in seven pieces, some file by file through standard input, and joined in any order becomes the
// same site, byte for byte, as one that is read at once.
func TestPiecesMakeTheSameSite(t *testing.T) {
	dir, names := piecewise(t)
	whole := filepath.Join(t.TempDir(), "whole")
	build(t, builtin(t), dir, whole, pipeline.Options{BaseURL: "https://example.org/archive"})
	lock, err := os.ReadFile(filepath.Join(dir, "ids.lock"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "ids.lock")); err != nil {
		t.Fatal(err)
	}

	var lines []string
	add := func(code int, stdout, stderr string) {
		t.Helper()
		if code != exitDone || stderr != "" {
			t.Fatalf("%d %s", code, stderr)
		}
		lines = append(lines, strings.Split(strings.TrimSpace(stdout), "\n")...)
	}
	for piece := range 7 {
		args := []string{"parse", "--with", dir}
		for i := piece; i < len(names); i += 7 {
			at := filepath.Join(dir, filepath.FromSlash(names[i]))
			if piece < 5 {
				args = append(args, at)
				continue
			}
			b, err := os.ReadFile(at)
			if err != nil {
				t.Fatal(err)
			}
			more := []string{"-"}
			if piece == 5 || filepath.Ext(at) != ".txt" {
				more = append(more, "--name", filepath.Base(at))
			}
			if i < 60 { // a process for each would be long
				add(command(t, string(b), append(args, more...)...))
			} else {
				add(command(t, "", append(args, at)...))
			}
		}
		if piece < 5 {
			add(command(t, "", args...))
		}
	}
	rand.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	out := filepath.Join(t.TempDir(), "joined")
	code, _, stderr := command(t, strings.Join(lines, "\n"), "build", dir, "--out", out, "--base-url", "https://example.org/archive", "--records", "-")
	if code != exitDone || stderr != "" {
		t.Fatalf("%d %s", code, stderr)
	}
	got, want := files(t, out), files(t, whole)
	delete(got, pipeline.ManifestFile)
	delete(want, pipeline.ManifestFile)
	if d := differences(want, got); len(d) > 0 {
		t.Errorf("%d files of %d differ: %.2000q", len(d), len(want), d)
	}
	if again, err := os.ReadFile(filepath.Join(dir, "ids.lock")); err != nil || !bytes.Equal(again, lock) {
		t.Error("ids.lock differs", err)
	}

	// the records of a whole collection carry its corrections, which are not applied again
	_, corrected, _ := command(t, "", "parse", dir)
	code, stdout, stderr := command(t, corrected, "export", "jsonl", dir, "--base-url", "https://example.org/archive", "--records", "-")
	if code != exitDone || stderr != "" || stdout != want["data/releases.jsonl"] || !strings.Contains(stdout, "a stamp on the paper") {
		t.Errorf("with corrections: %d %s", code, stderr)
	}

	// facts come from the lines, not from the texts
	at := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, `"title":"Talks in Oslo"`) })
	changed := slices.Clone(lines)
	changed[at] = strings.ReplaceAll(changed[at], `"language":"en"`, `"language":"no"`)
	if changed[at] == lines[at] {
		t.Fatalf("no language in %s", lines[at])
	}
	file := filepath.Join(t.TempDir(), "r.jsonl")
	if err := os.WriteFile(file, []byte(strings.Join(changed, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if code, stdout, stderr := command(t, "", "export", "jsonl", dir, "--records", file); code != exitDone || !strings.Contains(stdout, `"language":"no"`) {
		t.Errorf("%d %s", code, stderr)
	}
}

// What is no record, or not that of a file of the collection, ends the build with its line and its field.
func TestRecordsThatAreRefused(t *testing.T) {
	dir := t.TempDir()
	text := "Call of the ministers\n\nForeign Minister Kang Kyung-wha spoke with Minister Taro Kono of Japan by telephone on 3 May 2018 about sanctions.\n"
	put := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put("a.txt", text)
	_, good, _ := command(t, "", "parse", filepath.Join(dir, "a.txt"))
	good = strings.TrimSpace(good)
	swap := func(old, now string) string {
		t.Helper()
		s := strings.Replace(good, old, now, 1)
		if s == good {
			t.Fatalf("no %q in %s", old, good)
		}
		return s
	}
	_, exported, _ := command(t, "", "export", "jsonl", dir)
	sum := good[strings.Index(good, `"sha256":"`)+10:][:64]
	for _, c := range []struct{ line, want string }{
		{"{", "no record: unexpected end of JSON input"},
		{"[1]", "no record: "},
		{strings.TrimSpace(exported), "events: this is exported data; want what readout parse prints"},
		{swap(`"version":1`, `"version":7`), "version: 7, want 1"},
		{swap(sum, "../../etc/passwd"), `sha256: want 64 hex digits, not "../../etc/passwd"`},
		{swap(sum, strings.Repeat("0", 64)), "sha256: \"" + filepath.ToSlash(dir) + "/a.txt\" has changed since it was parsed"},
		{swap(`/a.txt"`, `/gone.txt"`)[:20] + swap(sum, strings.Repeat("0", 64))[20:], "has changed"},
		{swap(`"part":1`, `"part":2`), `part: "a.txt" has no part 2`},
		{swap(`"part":1`, `"part":0`), "part: 0, want a number from 1"},
		{swap(`"part":1`, `"part":"x"`), "part: a string where there should be none"},
		{swap(`"title":"Call`, `"title":7,"x":"Call`), "title: a number where there should be none"},
		{swap(`"text":"Foreign`, `"text":"Former`), "text: not as this version of readout reads the file"},
		{swap(`"kind":"paragraph"`, `"kind":"headline"`), "blocks: not as this version"},
		{swap(`"kind":"call"`, `"kind":"party"`), `kind: no kind "party"`},
		{swap(`"confidence":"certain"`, `"confidence":"sure"`), `"sure" is none of certain, inferred, uncertain`},
		{swap(`"edtf":"2018-05-03"`, `"edtf":"soon"`), `"soon"`},
		{swap(`"id":"kang-kyung-wha"`, `"id":"<script>"`), `participants: id "<script>": want lower-case letters, digits and hyphens`},
		{swap(`"country":"JP"`, `"country":"../JP"`), `code "../JP"`},
		{swap(`"quote":"3 May 2018"`, `"quote":"4 May 2018"`), `quotes "4 May 2018", the text has "3 May 2018"`},
		{good + "\n" + swap(`"kind":"call"`, `"kind":"visit"`), "another record of part 1"},
	} {
		out := filepath.Join(t.TempDir(), "site")
		code, _, stderr := command(t, c.line, "build", dir, "--out", out, "--records", "-")
		if code != exitUsage || !strings.Contains(stderr, "standard input:") || !strings.Contains(stderr, c.want) {
			t.Errorf("%.150s: %d %s\nwant %s", c.line, code, stderr, c.want)
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("%.150s: a site was made", c.line)
		}
	}

	// a file without a line is read, and told; a line that stands twice is one
	put("b.txt", text+"\nMore.\n")
	out := filepath.Join(t.TempDir(), "site")
	code, stdout, stderr := command(t, good+"\n\n"+good, "build", dir, "--out", out, "--records", "-")
	if code != exitDone || stderr != "standard input: no line for b.txt, which was read here\n" || !strings.Contains(stdout, "2 releases") {
		t.Errorf("%d %s %s", code, stdout, stderr)
	}
	// what corrections.yaml no longer says is refused
	put("corrections.yaml", "- {release: a.txt, field: kind, set: visit, why: it was one}\n")
	_, corrected, _ := command(t, "", "parse", dir)
	put("corrections.yaml", "- {release: a.txt, field: kind, set: meeting, why: it was another}\n")
	if code, _, stderr := command(t, corrected, "build", dir, "--out", out, "--records", "-"); code != exitUsage || !strings.Contains(stderr, "standard input:1: corrections: made by another corrections.yaml") {
		t.Errorf("%d %s", code, stderr)
	}
	if code, _, stderr := command(t, "", "build", dir, "--out", out, "--records", filepath.Join(dir, "none.jsonl")); code != exitUsage || !strings.Contains(stderr, "no such file") {
		t.Errorf("%d %s", code, stderr)
	}
}
