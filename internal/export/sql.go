package export

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"readout/internal/archive"
	"readout/internal/record"
)

// SQL writes the archive as text for sqlite3: the tables of the CSV files, typed, with their keys, the sentences of the
// texts, and an index of their words (FTS5).
//
//	sqlite3 archive.db < archive.sql
func SQL(w io.Writer, a *archive.Archive, o Options) error { return newIndex(a, o).writeSQL(w) }

func (x *index) writeSQL(w io.Writer) error {
	b := bufio.NewWriterSize(w, 1<<16)
	b.WriteString("-- Load with: sqlite3 archive.db < archive.sql\nPRAGMA foreign_keys = ON;\nBEGIN;\n")
	for _, t := range append(x.tables(), x.sentenceTable()) {
		t.createSQL(b)
		t.insertSQL(b)
	}
	b.WriteString(`
CREATE INDEX sentences_release ON sentences (release);
CREATE INDEX participants_official ON participants (official);
CREATE INDEX release_countries_country ON release_countries (country);
CREATE INDEX release_topics_topic ON release_topics (topic);
CREATE INDEX event_releases_release ON event_releases (release);
CREATE VIRTUAL TABLE sentences_fts USING fts5(text, content="sentences", content_rowid="number", tokenize="unicode61 remove_diacritics 2");
INSERT INTO sentences_fts (sentences_fts) VALUES ('rebuild');
CREATE VIRTUAL TABLE releases_fts USING fts5(title, text, content="releases", content_rowid="number", tokenize="unicode61 remove_diacritics 2");
INSERT INTO releases_fts (releases_fts) VALUES ('rebuild');
COMMIT;
`)
	return b.Flush()
}

// sentenceTable holds the headline and the sentences of each text, each with its place on the page of the release.
func (x *index) sentenceTable() table {
	return table{"sentences", "Headlines and sentences. Of a release of which only an excerpt may be shown, the excerpt.", nil, []column{
		{Name: "release", Kind: texts, Must: true, Of: "releases.id"},
		{Name: "anchor", Kind: texts, About: "place on the release's page; empty for the headline and for an excerpt"},
		{Name: "text", Kind: texts, Must: true},
	}, func(_ *sections, yield func([]any) bool) {
		for _, e := range x.releases {
			if t := e.Title(); t != "" && !yield([]any{e.ID, nil, t}) {
				return
			}
			if e.Excerpt || e.Open == nil {
				if t := text(e); t != "" && !yield([]any{e.ID, nil, t}) {
					return
				}
				continue
			}
			view := &e.Document().View
			for _, s := range view.Sentences {
				if !e.Document().Blocks[s.Block].Kind.Text() {
					continue
				}
				anchor := "s" + strconv.Itoa(view.Source(s.Start, s.Start).Start)
				if !yield([]any{e.ID, anchor, record.OneLine(view.Text[s.Start:s.End])}) {
					return
				}
			}
		}
	}}
}

// numbered reports whether rows get a number, which the index of words needs: it must not change when a database is
// packed.
func (t table) numbered() bool { return t.Name == "releases" || t.Name == "sentences" }

func (t table) createSQL(b *bufio.Writer) {
	b.WriteString("\nCREATE TABLE " + t.Name + " ( -- " + t.About + "\n")
	if t.numbered() {
		b.WriteString("  number INTEGER PRIMARY KEY,\n")
	}
	for i, c := range t.Columns {
		b.WriteString("  " + quoteName(c.Name) + " " + map[kind]string{texts: "TEXT", integers: "INTEGER", numbers: "REAL", truths: "INTEGER"}[c.Kind])
		if c.Must {
			b.WriteString(" NOT NULL")
		}
		if len(t.Key) == 1 && t.Key[0] == c.Name {
			b.WriteString(map[bool]string{true: " UNIQUE", false: " PRIMARY KEY"}[t.numbered()])
		}
		switch {
		case c.Kind == truths:
			b.WriteString(" CHECK (" + quoteName(c.Name) + " IN (0, 1))")
		case c.Enum != nil:
			b.WriteString(" CHECK (" + quoteName(c.Name) + " IN ('" + strings.Join(c.Enum, "', '") + "'))")
		}
		if c.Of != "" {
			table, column := c.target()
			b.WriteString(" REFERENCES " + table + " (" + column + ")")
		}
		if i < len(t.Columns)-1 || len(t.Key) > 1 {
			b.WriteString(",")
		}
		if c.About != "" {
			b.WriteString(" -- " + c.About)
		}
		b.WriteString("\n")
	}
	if len(t.Key) > 1 {
		b.WriteString("  PRIMARY KEY (" + strings.Join(t.Key, ", ") + ")\n")
	}
	b.WriteString(");\n")
}

// quoteName is a name that may be a word of SQL: "from", "to".
func quoteName(s string) string { return `"` + s + `"` }

// rowsAtOnce is how many rows one statement inserts.
const rowsAtOnce = 100

func (t table) insertSQL(b *bufio.Writer) {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = quoteName(c.Name)
	}
	n := 0
	for row := range t.Rows {
		if n%rowsAtOnce == 0 {
			if n > 0 {
				b.WriteString(";\n")
			}
			b.WriteString("INSERT INTO " + t.Name + " (" + strings.Join(names, ", ") + ") VALUES\n")
		} else {
			b.WriteString(",\n")
		}
		n++
		for i, cell := range row {
			b.WriteString(map[bool]string{true: "(", false: ", "}[i == 0])
			b.WriteString(literal(cell))
		}
		b.WriteString(")")
	}
	if n > 0 {
		b.WriteString(";\n")
	}
}

// literal is a cell as SQL writes it.
func literal(cell any) string {
	switch v := cell.(type) {
	case nil:
		return "NULL"
	case string:
		return quoteText(record.Mask(v))
	case bool:
		if v {
			return "1"
		}
		return "0"
	}
	return cellText(cell)
}

// quoteText is a text as SQL writes it. The shell of SQLite drops a carriage return at the end of a line and stops at NUL,
// so that the one is put back by replace, and the other becomes U+FFFD.
func quoteText(s string) string {
	s = strings.ReplaceAll(s, "\x00", "\uFFFD")
	quoted := "'" + strings.ReplaceAll(s, "'", "''") + "'"
	if !strings.Contains(s, "\r") {
		return quoted
	}
	mark := `\r`
	for n := 1; strings.Contains(s, mark); n++ {
		mark = `\r` + strconv.Itoa(n)
	}
	return "replace(" + strings.ReplaceAll(quoted, "\r", mark) + ", '" + mark + "', char(13))"
}
