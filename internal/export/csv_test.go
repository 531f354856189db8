package export

import (
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// readCSV reads RFC 4180 by the book, and tells where a file departs from it.
func readCSV(t testing.TB, name, text string) [][]string {
	t.Helper()
	var rows [][]string
	var row []string
	for i := 0; i < len(text); {
		var cell string
		if text[i] == '"' {
			var b strings.Builder
			for i++; ; i++ {
				if i >= len(text) {
					t.Fatalf("%s: a quote is not closed", name)
				}
				if text[i] == '"' {
					if i+1 < len(text) && text[i+1] == '"' {
						i++
					} else {
						i++
						break
					}
				}
				b.WriteByte(text[i])
			}
			cell = b.String()
		} else {
			end := i + strings.IndexAny(text[i:], ",\r\n\"")
			cell, i = text[i:end], end
		}
		row = append(row, cell)
		switch {
		case strings.HasPrefix(text[i:], ","):
			if i++; strings.HasPrefix(text[i:], "\r\n") || i == len(text) {
				row = append(row, "")
			} else {
				continue
			}
			fallthrough
		case strings.HasPrefix(text[i:], "\r\n"):
			i += 2
			rows, row = append(rows, row), nil
		default:
			t.Fatalf("%s: %q after a cell", name, text[i:min(i+10, len(text))])
		}
	}
	return rows
}

// value is the typed value of a cell, by the column's kind, with the one apostrophe taken away.
func value(t testing.TB, k kind, cell string) any {
	t.Helper()
	cell = strings.TrimPrefix(cell, "'")
	var v any
	var err error
	switch {
	case cell == "":
		return nil
	case k == integers:
		v, err = strconv.Atoi(cell)
	case k == numbers:
		v, err = strconv.ParseFloat(cell, 64)
	case k == truths:
		v, err = strconv.ParseBool(cell)
	default:
		return cell
	}
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// Each table read back holds the cells that it was written from, typed, and each row is as wide as the first.
func TestCSVIsLossless(t *testing.T) {
	a := sample(t)
	x := newIndex(a, Options{})
	files := everything(t, a)
	rows := 0
	for _, tab := range x.tables() {
		read := readCSV(t, tab.Name, files["data/"+tab.Name+".csv"])
		n := 0
		for cells := range tab.Rows {
			n++
			var want, got []any
			for i, c := range cells {
				if s, ok := c.(string); ok {
					c = cellText(s)
				}
				want = append(want, c)
				got = append(got, value(t, tab.Columns[i].Kind, read[n][i]))
			}
			rows++
			// through JSON and back, as a table of any other program would be
			b, _ := json.Marshal(got)
			var back []any
			if err := json.Unmarshal(b, &back); err != nil {
				t.Fatal(err)
			}
			if again, _ := json.Marshal(back); string(again) != string(b) || !reflect.DeepEqual(got, want) {
				t.Errorf("%s, row %d: read %#v, want %#v", tab.Name, n, got, want)
			}
			for i, col := range tab.Columns {
				if got[i] == "" || col.Must && got[i] == nil {
					t.Errorf("%s, row %d: %s is %#v", tab.Name, n, col.Name, got[i])
				}
			}
		}
		if n != len(read)-1 {
			t.Errorf("%s: %d rows read, want %d", tab.Name, len(read)-1, n)
		}
		for _, r := range read {
			if len(r) != len(tab.Columns) {
				t.Errorf("%s: a row of %d cells, want %d", tab.Name, len(r), len(tab.Columns))
			}
		}
	}
	if rows < 40 {
		t.Errorf("only %d rows", rows)
	}
}

// A hostile headline is no formula in any spreadsheet.
func TestFormulasAreInert(t *testing.T) {
	files := everything(t, sample(t))
	hostile := 0
	for path, text := range files {
		if !strings.HasSuffix(path, ".csv") {
			continue
		}
		for _, row := range readCSV(t, path, text) {
			for _, cell := range row {
				if cell != "" && strings.IndexByte("=+-@\t\r", cell[0]) >= 0 {
					t.Errorf("%s: %q", path, cell)
				}
				if strings.HasPrefix(cell, "'=HYPERLINK") {
					hostile++
				}
			}
		}
	}
	if hostile == 0 {
		t.Error("the hostile headline stands in no cell")
	}
}

// The rule of the apostrophe: exactly one is added, and taking one away gives the cell back.
func TestApostrophe(t *testing.T) {
	for _, s := range []string{"=1", "+1", "-1", "@x", "\tx", "\rx", "'x", "''x", "x", "", "x'", " =1", "\"=1\"", "'", "a\r\nb", "a\nb", "a\rb", ",", " x ", "x\t"} {
		tab := table{Name: "t", Columns: []column{{Name: "a", Kind: texts}, {Name: "b", Kind: texts}}, rows: func(_ *sections, yield func([]any) bool) { yield([]any{known(s), "end"}) }}
		text := bytesOf(t, []File{{Path: "t.csv", write: func(w io.Writer) error { return (&index{}).writeCSV(w, tab) }}})["t.csv"]
		if cell := readCSV(t, "t", text)[1][0]; strings.TrimPrefix(cell, "'") != s {
			t.Errorf("%q is written as %q", s, cell)
		}
	}
}

// Python's own reader of CSV reads the same.
func TestCSVInPython(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 to read CSV with")
	}
	text := everything(t, sample(t))["data/releases.csv"]
	name := filepath.Join(t.TempDir(), "releases.csv")
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(python, "-c", "import csv, json, sys\nprint(json.dumps(list(csv.reader(open(sys.argv[1], newline='', encoding='utf-8'), strict=True))))", name).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var got [][]string
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err)
	}
	if want := readCSV(t, name, text); !reflect.DeepEqual(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
}

// The data package describes every table as it is: its columns in order, and only keys that are there.
func TestDataPackage(t *testing.T) {
	files := everything(t, sample(t))
	var p dataPackage
	if err := json.Unmarshal([]byte(files["data/datapackage.json"]), &p); err != nil {
		t.Fatal(err)
	}
	columns := map[string]map[string]bool{}
	for _, r := range p.Resources {
		text, ok := files["data/"+r.Path]
		if !ok {
			t.Errorf("%s is told and not made", r.Path)
		}
		if r.Schema == nil {
			if _, ok := files["data/"+r.JSONSchema]; !ok {
				t.Errorf("%s has no schema", r.Path)
			}
			continue
		}
		var names []string
		columns[r.Name] = map[string]bool{}
		for _, f := range r.Schema.Fields {
			names = append(names, f.Name)
			columns[r.Name][f.Name] = true
		}
		if head := readCSV(t, r.Path, text)[0]; !reflect.DeepEqual(head, names) {
			t.Errorf("%s: columns are %q, told as %q", r.Path, head, names)
		}
		for _, k := range r.Schema.PrimaryKey {
			if !columns[r.Name][k] {
				t.Errorf("%s: key %s is no column", r.Name, k)
			}
		}
		for _, k := range r.Schema.ForeignKeys {
			if !columns[r.Name][k.Fields] || !columns[k.Reference.Resource][k.Reference.Fields] {
				t.Errorf("%s: %s points to %s.%s", r.Name, k.Fields, k.Reference.Resource, k.Reference.Fields)
			}
		}
		if !strings.Contains(r.Dialect.Description, "apostrophe") {
			t.Errorf("%s does not tell of the apostrophe", r.Name)
		}
	}
	if !strings.Contains(p.Description, "take exactly one away") || len(columns) != len(TableNames()) {
		t.Errorf("package is %+v", p)
	}
}
