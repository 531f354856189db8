package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"readout/internal/archive"
)

// The rules of CSV files: UTF-8, a row of names first, lines end in CR LF (RFC 4180). A cell that begins with =, +, -, @, a
// tab, a carriage return or an apostrophe gets one apostrophe before it, so that no spreadsheet takes a headline for a
// formula; whoever reads the file takes exactly one away from a cell that begins with one.

const apostropheRule = "A cell that begins with =, +, -, @, a tab, a carriage return or an apostrophe has one apostrophe put before it. " +
	"To read a cell that begins with an apostrophe, take exactly one away."

// CSV writes one of the tables that TableNames lists. An error tells of a name that is none, or is one of w.
func CSV(w io.Writer, a *archive.Archive, o Options, name string) error {
	x := newIndex(a, o)
	for _, t := range x.tables() {
		if t.Name == name {
			return x.writeCSV(w, t)
		}
	}
	return fmt.Errorf("no table %q; tables are %s", name, strings.Join(TableNames(), ", "))
}

// TableNames lists the tables in the order in which they stand in the data package.
func TableNames() []string {
	var names []string
	for _, t := range (&index{Archive: &archive.Archive{}}).tables() {
		names = append(names, t.Name)
	}
	return names
}

// tableFiles lists the CSV files and the data package that describes them, in a folder.
func (x *index) tableFiles(folder string) []File {
	var files []File
	for _, t := range x.tables() {
		files = append(files, File{Path: folder + t.Name + ".csv", write: func(w io.Writer) error { return x.writeCSV(w, t) }})
	}
	return append(files, File{Path: folder + "datapackage.json", write: x.writePackage})
}

func (x *index) writeCSV(w io.Writer, t table) error {
	b := bufio.NewWriterSize(w, 1<<16)
	for i, c := range t.Columns {
		comma(b, i)
		b.WriteString(c.Name)
	}
	b.WriteString("\r\n")
	t.rows(x.sectionsOf(w, b.Flush), func(row []any) bool {
		for i, cell := range row {
			comma(b, i)
			writeCell(b, cellText(cell))
		}
		b.WriteString("\r\n")
		return true
	})
	return b.Flush()
}

func comma(b *bufio.Writer, i int) {
	if i > 0 {
		b.WriteByte(',')
	}
}

// writeCell writes a cell so that it reads back byte for byte.
func writeCell(b *bufio.Writer, s string) {
	if s == "" {
		return
	}
	guard := strings.IndexByte("=+-@\t\r'", s[0]) >= 0
	quote := strings.ContainsAny(s, "\",\r\n") || s[0] == ' ' || s[0] == '\t' || s[len(s)-1] == ' ' || s[len(s)-1] == '\t'
	if quote {
		b.WriteByte('"')
	}
	if guard {
		b.WriteByte('\'')
	}
	if quote {
		s = strings.ReplaceAll(s, `"`, `""`)
	}
	b.WriteString(s)
	if quote {
		b.WriteByte('"')
	}
}
