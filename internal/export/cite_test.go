package export

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"readout/internal/archive"
	"readout/internal/record"
)

// bibEntry is an entry as a reader of BibTeX has it.
type bibEntry struct {
	kind, key string
	fields    map[string]string // as written, without the outer braces
}

// readBibTeX reads entries as BibTeX itself does: by counting braces, whatever stands before them.
func readBibTeX(t testing.TB, text string) []bibEntry {
	t.Helper()
	var list []bibEntry
	for i := strings.IndexByte(text, '@'); i >= 0 && i < len(text); {
		open := i + strings.IndexByte(text[i:], '{')
		e := bibEntry{kind: text[i+1 : open], fields: map[string]string{}}
		comma := open + strings.IndexByte(text[open:], ',')
		e.key = text[open+1 : comma]
		at := comma + 1
		for {
			at += len(text[at:]) - len(strings.TrimLeft(text[at:], " \n,"))
			if text[at] == '}' {
				break
			}
			equal := at + strings.IndexByte(text[at:], '=')
			name := strings.TrimSpace(text[at:equal])
			at = equal + 2
			if text[at] != '{' { // a macro: the name of a month
				end := at + strings.IndexByte(text[at:], ',')
				e.fields[name], at = text[at:end], end
				continue
			}
			depth, from := 0, at
			for ; at < len(text); at++ {
				if text[at] == '{' {
					depth++
				} else if text[at] == '}' {
					if depth--; depth == 0 {
						break
					}
				}
			}
			if depth != 0 {
				t.Fatalf("braces do not match in %s", e.key)
			}
			if _, twice := e.fields[name]; twice {
				t.Errorf("%s: %s stands twice", e.key, name)
			}
			e.fields[name] = text[from+1 : at]
			at++
		}
		list = append(list, e)
		next := strings.Index(text[at:], "\n@")
		if next < 0 {
			break
		}
		i = at + next + 1
	}
	return list
}

// plain is the text of a field as LaTeX prints it.
func plain(s string) string {
	s = strings.NewReplacer(`{\textbackslash}`, "\x01", `{\textbraceleft}`, "\x02", `{\textbraceright}`, "\x03", `{\textasciitilde}`, "~", `{\textasciicircum}`, "^",
		`\{`, "\x02", `\}`, "\x03", `\&`, "&", `\%`, "%", `\$`, "$", `\#`, "#", `\_`, "_", "{", "", "}", "").Replace(s)
	return strings.NewReplacer("\x01", `\`, "\x02", "{", "\x03", "}").Replace(s)
}

// readRIS reads records of tagged lines.
func readRIS(t testing.TB, text string) []map[string]string {
	t.Helper()
	var list []map[string]string
	var now map[string]string
	for line := range strings.SplitSeq(text, "\r\n") {
		switch {
		case line == "":
			continue
		case len(line) < 6 || line[2:6] != "  - " || strings.Contains(line, "\n"):
			t.Fatalf("%q is no line of RIS", line)
		case line[:2] == "TY":
			if now != nil {
				t.Fatalf("a record begins before %v ended", now)
			}
			now = map[string]string{}
		case now == nil:
			t.Fatalf("%q stands in no record", line)
		}
		if line[:2] == "ER" {
			list, now = append(list, now), nil
			continue
		}
		if _, twice := now[line[:2]]; twice {
			t.Errorf("%s stands twice in %v", line[:2], now)
		}
		now[line[:2]] = line[6:]
	}
	if now != nil {
		t.Errorf("a record does not end: %v", now)
	}
	return list
}

// BibTeX, RIS and CSL-JSON read back with the same values, and none of them is a journal article to anybody.
func TestCitationsReadBack(t *testing.T) {
	a := sample(t)
	files := everything(t, a)
	bib, ris := readBibTeX(t, files["data/bibliography.bib"]), readRIS(t, files["data/bibliography.ris"])
	var csl []cslItem
	if err := json.Unmarshal([]byte(files["data/bibliography.csl.json"]), &csl); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(files["data/bibliography.txt"], "\n"), "\n")
	if len(bib) != 5 || len(ris) != 5 || len(csl) != 5 || len(lines) != 5 {
		t.Fatalf("%d, %d, %d and %d entries", len(bib), len(ris), len(csl), len(lines))
	}
	for i, e := range a.Releases {
		b, r, c := bib[i], ris[i], csl[i]
		want := record.OneLine(e.Title())
		if b.key != e.ID || r["ID"] != e.ID || c.ID != e.ID {
			t.Errorf("%s is called %s, %s, %s", e.ID, b.key, r["ID"], c.ID)
		}
		if plain(b.fields["title"]) != want || r["TI"] != want || c.Title != want {
			t.Errorf("%s: titles are %q, %q, %q", e.ID, plain(b.fields["title"]), r["TI"], c.Title)
		}
		if b.fields["url"] != r["UR"] || r["UR"] != c.URL || c.URL == "" {
			t.Errorf("%s: addresses are %q, %q, %q", e.ID, b.fields["url"], r["UR"], c.URL)
		}
		year := ""
		if c.Issued != nil {
			year = fmt.Sprint(c.Issued.Parts[0][0])
			if d := fmt.Sprintf("%d//", c.Issued.Parts[0][0]); !strings.HasPrefix(r["DA"], d[:5]) {
				t.Errorf("%s: day is %q", e.ID, r["DA"])
			}
		}
		if b.fields["year"] != year || r["PY"] != year {
			t.Errorf("%s: years are %q, %q, %q", e.ID, b.fields["year"], r["PY"], year)
		}
		name := ""
		if e.Publisher != nil {
			name = e.Publisher.Name
		}
		if p := plain(b.fields["author"]); p != name {
			t.Errorf("%s: author is %q, want %q", e.ID, p, name)
		}
		switch medium := e.Publisher != nil && e.Publisher.Medium; {
		case medium:
			if b.kind != "online" || r["TY"] != "NEWS" || c.Type != "article-newspaper" || r["T2"] != name || c.Container != name {
				t.Errorf("%s of a news medium is %s, %s, %s", e.ID, b.kind, r["TY"], c.Type)
			}
		default:
			if !slices.Contains([]string{"techreport", "misc"}, b.kind) || r["TY"] != "RPRT" || c.Type != "report" || r["M3"] != "Press release" || c.Genre != "Press release" || r["PB"] != name || c.Publisher != name {
				t.Errorf("%s is %s, %s, %s", e.ID, b.kind, r["TY"], c.Type)
			}
			if b.kind == "techreport" && (b.fields["type"] != "Press release" || plain(b.fields["institution"]) != name) {
				t.Errorf("%s: %v", e.ID, b.fields)
			}
		}
		if strings.Contains(r["AU"], ",") {
			t.Errorf("%s: %q is cut at its comma", e.ID, r["AU"])
		}
		one := Cite(a, e)
		if one.BibTeX != strings.TrimSuffix(one.BibTeX, "x") || !strings.Contains(files["data/bibliography.bib"], one.BibTeX) || !strings.Contains(files["data/bibliography.ris"], one.RIS) || one.Chicago != lines[i] {
			t.Errorf("%s is cited otherwise alone: %+v", e.ID, one)
		}
	}
}

func TestChicago(t *testing.T) {
	const page = base + "releases/2018-06-18-ministers-of-aland-and-beland-speak-by-telephone.html"
	cases := []struct {
		name   string
		change func(m *maker)
		want   string
	}{
		{"published the day after", func(m *maker) {}, `Ministry of Aland. “Ministers of Aland and Beland speak by telephone.” Press release, June 19, 2018. https://mfa.example.aa/call?id=1&x=2. Archived at ` + page + `.`},
		{"no day of publication, a day that was inferred", func(m *maker) { m.rec.Published, m.rec.Address = record.Fact[record.Dating]{}, record.Fact[string]{} },
			`Ministry of Aland. “Ministers of Aland and Beland speak by telephone.” Press release, [June 18, 2018]. ` + page + `.`},
		{"a statement comes out on its day", func(m *maker) {
			m.kind(record.Statement)
			m.rec.Published, m.rec.Date.Confidence = record.Fact[record.Dating]{}, record.Certain
		}, `Press release, June 18, 2018. `},
		{"an uncertain day", func(m *maker) { m.rec.Published.Confidence = record.Uncertain }, `Press release, [June 19, 2018?]. `},
		{"one of several days of a year", func(m *maker) {
			m.rec.Published, m.rec.Date = record.Fact[record.Dating]{}, dated(t, "[2018-06-11,2018-06-18]", record.Uncertain)
		}, `Press release, [2018?]. `},
		{"no day at all", func(m *maker) {
			m.rec.Published, m.rec.Date = record.Fact[record.Dating]{}, record.Fact[record.Dating]{}
		}, `Press release, n.d. `},
		{"a month", func(m *maker) { m.rec.Published = dated(t, "2018-06", record.Certain) }, `Press release, June 2018. `},
		{"quotation marks within", func(m *maker) { m.title(`On "peace" and “trade”?`) }, `“On ‘peace’ and ‘trade’?” Press release`},
		{"nobody knows who issued it", func(m *maker) { m.rec.Publisher = record.Fact[record.Publisher]{} }, `“Ministers of Aland and Beland speak by telephone.” Press release`},
		{"a news medium", func(m *maker) { m.publisher("p", "The Paper", "AA", true) }, `The Paper. “Ministers of Aland and Beland speak by telephone.” June 19, 2018. `},
	}
	for _, c := range cases {
		m := call(t).publisher("aa-mfa", "Ministry of Aland", "AA", false)
		c.change(m)
		a := build(t, archive.Options{Title: "Talks", BaseURL: base}, m.release())
		if got := Cite(a, a.Releases[0]).Chicago; !strings.Contains(got, c.want) {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
	a := sample(t)
	for _, e := range a.Releases {
		if got := Cite(a, e).Sentence("s170"); !strings.HasSuffix(got, e.Path()+"#s170.") {
			t.Errorf("a sentence is cited as %s", got)
		}
	}
}

// A shelf has a bibliography beside its page, of what it is about.
func TestShelfBibliographies(t *testing.T) {
	files := everything(t, sample(t))
	if n := len(readBibTeX(t, files["countries/aland.bib"])); n != 5 {
		t.Errorf("%d entries of Aland", n)
	}
	if n := len(readBibTeX(t, files["publishers/the-paper.bib"])); n != 1 {
		t.Errorf("%d entries of The Paper", n)
	}
	if _, ok := files["countries/north.bib"]; ok {
		t.Error("a country that is only mentioned has a bibliography")
	}
}
