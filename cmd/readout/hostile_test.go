package main

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/net/html"

	"readout/internal/pipeline"
	"readout/static"
	"readout/templates"
)

// tried builds a collection of the given files, with what fill adds, and returns the report and the site.
func tried(t *testing.T, files map[string]string, o pipeline.Options, fill func(dir string)) (pipeline.Report, string, error) {
	t.Helper()
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "public")
	for name, text := range files {
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(at), 0o755), os.WriteFile(at, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	if fill != nil {
		fill(dir)
	}
	o.Collection, o.Out, o.Lexicon, o.Templates, o.Static, o.Version = dir, out, builtin(t), templates.FS, static.FS, "test"
	ctx, stop := context.WithTimeout(context.Background(), 2*time.Minute)
	defer stop()
	rep, err := pipeline.Build(ctx, o)
	for i := range rep.Problems {
		rep.Problems[i] = strings.ReplaceAll(rep.Problems[i], dir+"/", "")
	}
	for i := range rep.Notices {
		rep.Notices[i] = strings.ReplaceAll(rep.Notices[i], dir+"/", "")
	}
	if err != nil {
		err = errors.New(strings.ReplaceAll(err.Error(), dir+"/", ""))
	}
	return rep, out, err
}

const good = "Minister meets Ambassador\n\nForeign Minister Kang Kyung-wha met the Ambassador of France in Seoul on 3 May 2019.\n"

// says looks for a line that matches, among several.
func says(t *testing.T, lines []string, pattern string) {
	t.Helper()
	for _, l := range lines {
		if regexp.MustCompile(pattern).MatchString(l) {
			return
		}
	}
	t.Errorf("no line says %s; they say\n%.2000s", pattern, strings.Join(lines, "\n"))
}

const attack = `"'><script>hit()</script><img src=x onerror=hit()></title></textarea><svg/onload=hit()>`

// HTML and script in every field come out as text: no page has an element, an attribute or an address of theirs.
func TestHTMLInEveryField(t *testing.T) {
	q := func(s string) string { return fmt.Sprintf("%q", s) }
	yaml := q(attack)
	_, out, err := tried(t, map[string]string{
		"a.txt": "Minister meets " + attack + "\n\nForeign Minister Kang Kyung-wha met John <b>Smith</b>, Ambassador of France " + attack + ", in Seoul on 3 May 2019. " + attack + "\n\n1. " + attack + "\n\nTel. " + attack + "\n",
		"b.md":  "---\ntitle: " + yaml + "\ndate: 2019-05-04\npublisher: " + yaml + "\nkind: " + yaml + "\nlanguage: " + yaml + "\nrights: " + yaml + "\nurl: \"javascript:hit()\"\ntopics: [" + yaml + "]\n" + yaml + ": " + yaml + "\n---\n# " + attack + "\n\n[x](javascript:hit()) " + attack + "\n\n<script>hit()</script>\n",
		"c.html": "<html><head><title>" + attack + "</title><meta name=author content=\"" + html.EscapeString(attack) + "\"><link rel=canonical href=\"javascript:hit()\">" +
			`<script type="application/ld+json">{"datePublished":"2019-05-05","headline":"</script><script>hit()</script>"}</script></head><body><h1>` + html.EscapeString(attack) + "</h1><p>" + html.EscapeString(attack) + " The ministers met on 5 May 2019.</p></body></html>",
		"readout.yaml":          "title: " + yaml + "\ndescription: " + yaml + "\n",
		"corrections.yaml":      "- {release: a.txt, field: participants, add: {name: " + yaml + ", role: " + yaml + ", country: KR}, why: " + yaml + "}\n- {release: a.txt, field: title, set: " + yaml + ", why: " + yaml + "}\n- {release: a.txt, field: address, set: \"javascript:hit()\", why: x}\n",
		"lexicon/x.yaml":        "topics:\n  - {id: hostile, label: " + yaml + ", scope: " + yaml + ", phrases: [{name: " + yaml + ", pattern: ambassador, matches: [The ambassador came.], rejects: [Nobody came.]}]}\n",
		"notes/countries/FR.md": attack + "\n\n[x](javascript:hit()) ![x](javascript:hit())\n",
		"static/own.txt":        attack,
	}, pipeline.Options{BaseURL: "https://example.org/archive"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	pages, shown := 0, 0
	for name, text := range files(t, out) {
		switch filepath.Ext(name) {
		case ".html":
			pages++
			if strings.Contains(text, "hit()") {
				shown++
			}
			harmless(t, name, text)
		case ".xml", ".atom", ".graphml", ".svg":
			if strings.HasPrefix(name, "static/") {
				continue
			}
			d := xml.NewDecoder(strings.NewReader(text))
			for {
				token, err := d.Token()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Errorf("%s: %v", name, err)
					break
				}
				if e, ok := token.(xml.StartElement); ok && (e.Name.Local == "script" || e.Name.Local == "img") {
					t.Errorf("%s holds an element %s", name, e.Name.Local)
				}
			}
		case ".js":
			if strings.HasPrefix(name, "search/") && strings.Contains(text, "hit") && !strings.HasPrefix(text, "readoutSearch.piece(") {
				t.Errorf("%s is more than one call", name)
			}
		}
	}
	if pages < 20 || shown < 5 {
		t.Errorf("%d pages, %d of which show what was tried", pages, shown)
	}
}

// harmless walks a page as a browser reads it.
func harmless(t *testing.T, name, page string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		data := ""
		for _, a := range n.Attr {
			v := strings.ToLower(strings.Join(strings.Fields(a.Val), ""))
			switch {
			case strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc":
				t.Errorf("%s: <%s %s=%q>", name, n.Data, a.Key, a.Val)
			case (a.Key == "href" || a.Key == "src" || a.Key == "action") && (strings.HasPrefix(v, "javascript:") || strings.HasPrefix(v, "vbscript:")):
				t.Errorf("%s: <%s %s=%q>", name, n.Data, a.Key, a.Val)
			case a.Key == "type":
				data = a.Val
			}
		}
		if n.Data == "script" && n.FirstChild != nil && data != "application/ld+json" || n.Data == "iframe" || n.Data == "object" {
			t.Errorf("%s: <%s>%.80s", name, n.Data, n.FirstChild.Data)
		}
		if n.Data == "img" {
			t.Errorf("%s: a picture", name)
		}
	}
}

// Front matter that is too much is not given to the YAML reader at all, and said with its line; the release is read.
func TestHostileFrontMatter(t *testing.T) {
	body := "---\n# Talks\n\nThe Minister met the Ambassador of France on 3 May 2019.\n"
	keys := func(n int, key string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, key, i)
		}
		return b.String()
	}
	bomb := "a: &a [x, x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c < 'k'; c++ {
		bomb += fmt.Sprintf("%c: &%c [*%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c]\n", c, c, c-1, c-1, c-1, c-1, c-1, c-1, c-1, c-1, c-1)
	}
	began := time.Now()
	rep, out, err := tried(t, map[string]string{
		"large.md": "---\ntitle: x\n" + strings.Repeat("# much\n", 20000) + body,
		"keys.md":  "---\n" + keys(1001, "k%d: 1\n") + body,
		"huge.md":  "---\n{" + keys(120000, "k%d: 1, ") + "}\n" + body,
		"bomb.md":  "---\n" + bomb + body,
		"deep.md":  "---\na: " + strings.Repeat("[", 900) + strings.Repeat("]", 900) + "\n" + body,
		"wrong.md": "---\ntitle: x\ndate: *nobody\n" + body,
		"toml.md":  "+++\ntitle = \"x\"\n+++\n# Talks\n\nThe Minister met the Ambassador on 3 May 2019.\n",
		"good.txt": good,
	}, pipeline.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if took := time.Since(began); took > 60*time.Second {
		t.Errorf("took %v", took)
	}
	if rep.Files != 8 || rep.Releases != 8 {
		t.Errorf("%d files, %d releases are read of 8", rep.Files, rep.Releases)
	}
	says(t, rep.Notices, `^large.md:1: front matter is larger than 64 KiB and is not read$`)
	says(t, rep.Notices, `^huge.md:1: front matter is larger than 64 KiB and is not read$`)
	says(t, rep.Notices, `^keys.md:2: front matter has more than 1000 keys and is not read$`)
	says(t, rep.Notices, `^bomb.md:\d+: front matter: key "b": aliases are not read$`)
	says(t, rep.Notices, `^wrong.md:\d+: front matter: unknown anchor`)
	says(t, rep.Notices, `^toml.md:1: front matter between \+\+\+ is TOML`)
	if _, err := os.Stat(filepath.Join(out, "index.html")); err != nil {
		t.Error(err)
	}
}

// Corrections and lexicon: too large, too many faults, aliases, patterns with too many readings.
func TestHostileCuratorsFiles(t *testing.T) {
	rep, _, err := tried(t, map[string]string{"a.txt": good, "corrections.yaml": strings.Repeat("# much\n", (16<<20)/7+1)}, pipeline.Options{}, nil)
	if err != nil || rep.Releases != 1 {
		t.Errorf("%v %+v", err, rep)
	}
	says(t, rep.Problems, `^corrections.yaml: larger than 16 MiB$`)
	rep, _, err = tried(t, map[string]string{"a.txt": good, "corrections.yaml": "- &a {release: a.txt, field: title, set: [x, x], why: x}\n- *a\n- {release: a.txt, field: date, occasion: 999999999999, set: 2018, why: x}\n" + strings.Repeat("- {a: b}\n", 5000)}, pipeline.Options{}, nil)
	if err != nil || rep.Releases != 1 || len(rep.Problems) > 210 {
		t.Errorf("%v, %d problems", err, len(rep.Problems))
	}
	says(t, rep.Problems, `^corrections.yaml:4: unknown key "a"$`)
	says(t, rep.Problems, `^corrections.yaml:\d+: and more faults; mend those above first$`)
	for _, c := range []struct{ text, want string }{
		{"topics:\n  - {id: x, label: X, phrases: [{pattern: \"" + strings.Repeat("(a|b|c|d) ", 40) + "\"}]}\n", `lexicon/x.yaml:2: x: .*readings`},
		{"topics:\n  - {id: x, label: X, phrases: [{pattern: \"" + strings.Repeat("a* ", 2000) + "\"}]}\n", `lexicon/x.yaml:2: x: .*longer than 4000 bytes`},
		{"persons: &a [*a]\n", `lexicon/x.yaml`},
		{"persons:\n  - {" + strings.Repeat("k: 1, ", 200000) + "}\n", `lexicon/x.yaml:2: more than 1000 keys`},
		{strings.Repeat("# much\n", (16<<20)/7+1), `lexicon/x.yaml: larger than 16 MiB`},
	} {
		_, out, err := tried(t, map[string]string{"a.txt": good, "lexicon/x.yaml": c.text}, pipeline.Options{}, nil)
		if err == nil || !regexp.MustCompile(c.want).MatchString(err.Error()) {
			t.Errorf("%.60q...: %.300v, want %s", c.text, err, c.want)
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("%.60q...: a site was published", c.text)
		}
	}
}

// What lies in a folder and is no release is told, and the rest is read.
func TestHostileFolder(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "secret.txt")
	os.WriteFile(outside, []byte("Secret talks\n\nThe secret was told on 3 May 2019.\n"), 0o644)
	long := strings.Repeat("x", 251) + ".txt"
	rep, out, err := tried(t, map[string]string{
		"a.txt": good, "Call.txt": good, "call.txt": good, "회담.txt": good, "переговоры.txt": good, "..talks.txt": good, "a..b.txt": good, long: good,
		"new\nline.txt": good, "turn\u202Etxt.around.txt": good, "zero\u200Bwidth.txt": good, "sub/con.txt": good, "-rf.txt": good, "a b&c<d>.txt": good, "%2e%2e.txt": good,
		"nul.txt": strings.Repeat("\x00\x01", 500), "picture.txt": "\x89PNG\r\n\x1a\n", "empty.txt": "",
	}, pipeline.Options{}, func(dir string) {
		for from, to := range map[string]string{
			"leads-out.txt": outside, "leads-up.txt": "../../../../etc/passwd", "nowhere.txt": "gone.txt", "itself.txt": "itself.txt", "loop": ".", "out": filepath.Dir(outside), "inside.txt": "a.txt", "device.txt": "/dev/zero",
		} {
			if err := os.Symlink(to, filepath.Join(dir, from)); err != nil {
				t.Fatal(err)
			}
		}
		if err := syscall.Mkfifo(filepath.Join(dir, "pipe.txt"), 0o644); err != nil {
			t.Fatal(err)
		}
		os.WriteFile(filepath.Join(dir, "bad\xffname.txt"), []byte(good), 0o644)
		os.Mkdir(filepath.Join(dir, "folder.txt"), 0o755)
		if os.Getuid() == 0 { // whom no permission stops, but who can make a device
			syscall.Mknod(filepath.Join(dir, "zero.txt"), syscall.S_IFCHR|0o644, 1<<8|5)
		} else {
			os.WriteFile(filepath.Join(dir, "closed.txt"), []byte(good), 0)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if rep.Files != 16 { // all of the map but three, and the link to a.txt
		t.Errorf("%d files are read", rep.Files)
	}
	for _, name := range []string{"leads-out.txt", "leads-up.txt", "nowhere.txt", "itself.txt", "loop", "out", "device.txt"} {
		says(t, rep.Notices, `^`+name+`: a link, not followed$`)
	}
	says(t, rep.Problems, `^pipe.txt: a pipe, not a file$`)
	says(t, rep.Problems, `^nul.txt: not text: 50% NUL bytes$`)
	says(t, rep.Problems, `^picture.txt: not text: a PNG picture$`)
	says(t, rep.Problems, `^"bad\\xffname.txt": its name is not UTF-8; rename it$`)
	if os.Getuid() == 0 {
		says(t, rep.Problems, `^zero.txt: a device, not a file$`)
	} else {
		says(t, rep.Problems, `^closed.txt: permission denied$`)
	}
	for _, line := range append(rep.Problems, rep.Notices...) {
		if strings.ContainsAny(line, "\n\u202E\u200B") {
			t.Errorf("a message of several lines or directions: %q", line)
		}
	}
	plain := regexp.MustCompile(`^[a-z0-9][a-z0-9._-]*$`)
	for name, text := range files(t, out) {
		for part := range strings.SplitSeq(name, "/") {
			if !plain.MatchString(part) && name != ".nojekyll" || len(part) > 120 {
				t.Errorf("the site has a file %q", name)
			}
		}
		if strings.Contains(text, "Secret talks") {
			t.Errorf("%s tells what lies outside of the folder", name)
		}
	}
}

// Letters that look like others, that have no width, or that turn a line around, make no address and no second one.
func TestHostileHeadlines(t *testing.T) {
	with := func(headline string) string {
		return headline + "\n\nForeign Minister Kang Kyung-wha met the Ambassador of France on 3 May 2019.\n"
	}
	rep, out, err := tried(t, map[string]string{
		"a.txt": with("Ministers speak"), "b.txt": with("Ministers sреаk"), "c.txt": with("Mini\u200Bsters speak"), "d.txt": with("\u202EMinisters speak"), "e.txt": with("Ministers speak\u2066"),
		"f.txt": with("Ⓜinisters ｓｐｅａｋ"), "g.txt": with("../../../Ministers speak"), "h.txt": with("CON"), "i.txt": with("M" + strings.Repeat("\u0301", 400) + "inisters speak"), "j.txt": with(strings.Repeat("Ministers speak and ", 400)),
	}, pipeline.Options{}, nil)
	if err != nil || rep.Releases != 10 {
		t.Fatalf("%v, %d releases", err, rep.Releases)
	}
	links, err := pipeline.CheckLinks(os.DirFS(out))
	if err != nil || len(links.Faults) > 0 {
		t.Errorf("%v %v", err, links.Faults)
	}
	ids := regexp.MustCompile(`^releases/[a-z0-9-]{1,120}\.(html|json|txt)$`)
	pages := 0
	for name := range files(t, out) {
		if strings.HasPrefix(name, "releases/") && !ids.MatchString(name) && !strings.HasPrefix(name, "releases/index") {
			t.Errorf("%q", name)
		}
		if ids.MatchString(name) && filepath.Ext(name) == ".html" && name != "releases/index.html" {
			pages++
		}
	}
	if pages != 10 {
		t.Errorf("%d pages of 10 releases", pages)
	}
}

// Large and piled-up files take their time and no more. The figures of 100 MB stand in the notes of the change.
func TestLargeFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("large files")
	}
	began := time.Now()
	rep, _, err := tried(t, map[string]string{
		"lines.txt": good + strings.Repeat("a\n", 200_000),
		"large.txt": good + strings.Repeat("The Minister met the Ambassador of France in Seoul.\n\n", 20_000),
		"deep.html": "<h1>Talks</h1>" + strings.Repeat("<div>", 100_000) + "<p>The Minister met the Ambassador of France on 3 May 2019.",
		"tags.html": "<h1>Talks</h1><p>The Minister met the Ambassador of France on 3 May 2019.</p>" + strings.Repeat("<b><i></b>", 50_000),
		"over.txt":  "x",
		"good.txt":  good,
	}, pipeline.Options{}, func(dir string) { os.Truncate(filepath.Join(dir, "over.txt"), 129<<20) })
	if err != nil || rep.Files != 5 {
		t.Errorf("%v, %d files", err, rep.Files)
	}
	says(t, rep.Problems, `^over.txt: larger than 128 MiB$`)
	t.Logf("took %v", time.Since(began))
}

// A template that its owner broke ends the build with its name and line; the site that stands is not touched.
func TestBrokenTemplates(t *testing.T) {
	for name, c := range map[string]struct{ file, text, want string }{
		"does not parse":      {"page/home.html", "{{define \"main\"}}\n{{if}}\n{{end}}", `templates/page/home.html:2: `},
		"fails when it runs":  {"page/home.html", "{{define \"main\"}}\n{{.Nothing}}{{end}}", `templates/page/home.html:2:`},
		"calls itself":        {"page/home.html", "{{define \"main\"}}{{template \"main\" .}}{{end}}", `templates/page/home.html:1:.*exceeded maximum template depth`},
		"writes for ever":     {"page/home.html", "{{define \"main\"}}{{range 100000000000}}xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx{{end}}{{end}}", `page index.html: .*`},
		"goes round for ever": {"page/home.html", "{{define \"main\"}}{{range 100000000000}}{{end}}{{end}}", `page index.html: takes longer than`},
		"replaces nothing":    {"page/hoem.html", "x", `templates/page/hoem.html replaces nothing`},
		"is no HTML":          {"layout.html", "<script>{{.Title", `templates/layout.html:1: `},
	} {
		_, out, err := tried(t, map[string]string{"a.txt": good, "templates/" + c.file: c.text}, pipeline.Options{Patience: 3 * time.Second}, func(string) {})
		if err == nil || !regexp.MustCompile(c.want).MatchString(err.Error()) {
			t.Errorf("a template that %s: %v, want %s", name, err, c.want)
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("a template that %s: a site was published", name)
		}
		if left, _ := filepath.Glob(filepath.Join(filepath.Dir(out), ".*")); len(left) > 0 {
			t.Errorf("a template that %s: left behind %v", name, left)
		}
	}
}
