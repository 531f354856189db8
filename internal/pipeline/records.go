package pipeline

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"readout/internal/document"
	"readout/internal/record"
	"readout/internal/source"
)

// The rules of records that were read elsewhere.
//
// A line is what `readout parse` prints. It belongs to the file with its SHA-256 and the part with its number, whatever the
// file was called where it was read. Text and blocks must be those that this program cuts from the file, and every piece of
// evidence must stand there: a line of which that is not true, or in which anything has not its form, is refused with its
// number, and so is one whose file is not in the collection. A release without a line is read here.

// RecordFile is facts that were read elsewhere. It may be used from several goroutines.
type RecordFile struct {
	name  string
	lines []recordLine
	by    map[recordKey][]int

	mu     sync.Mutex
	used   map[recordKey]bool
	source map[*record.Record]int // line, from 1
	missed map[string]bool        // files with a release that has no line
	faults []recordFault
}

type recordLine struct {
	number int
	text   []byte
	head   recordHead
}

// recordHead is what tells to which release a line belongs.
type recordHead struct {
	Version int    `json:"version"`
	File    string `json:"file"`
	Part    int    `json:"part"`
	SHA256  string `json:"sha256"`

	Events json.RawMessage `json:"events"` // in the exported data, whose texts are masked and whose addresses are pages
}

type recordKey struct {
	sha256 string
	part   int
}

type recordFault struct {
	line int
	what string
}

// mostFaults is how many faulty lines are told before the rest is only counted.
const mostFaults = 20

// ReadRecordFile reads lines of JSON, each the record of a release; name stands before line numbers in errors. An error tells
// of every line that is no record.
func ReadRecordFile(name string, r io.Reader) (*RecordFile, error) {
	rs := &RecordFile{name: name, by: map[recordKey][]int{}, used: map[recordKey]bool{}, missed: map[string]bool{}, source: map[*record.Record]int{}}
	b := bufio.NewReaderSize(r, 1<<16)
	for number := 1; ; number++ {
		text, err := readLine(b)
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("%s:%d: %w", name, number, reason(err))
		}
		if text := bytes.TrimSpace(text); len(text) > 0 {
			rs.add(number, text)
		}
		if err != nil {
			return rs, rs.Err()
		}
	}
}

// maxLine is the size in bytes over which a line is refused: a record quotes its text more than once.
const maxLine = 4 * source.Limit

// readLine reads to the end of a line, which it returns with io.EOF where it is the last.
func readLine(b *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		piece, err := b.ReadSlice('\n')
		line = append(line, piece...)
		if len(line) > maxLine {
			return nil, fmt.Errorf("a line of more than %d MiB", maxLine>>20)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, err
		}
	}
}

// add takes a line.
func (rs *RecordFile) add(number int, text []byte) {
	l := recordLine{number: number, text: text}
	if err := json.Unmarshal(text, &l.head); err != nil {
		rs.fault(number, "no record: "+jsonFault(err))
		return
	}
	h := l.head
	switch {
	case h.Version != record.FormatVersion:
		rs.fault(number, fmt.Sprintf("version: %d, want %d", h.Version, record.FormatVersion))
		return
	case h.Events != nil:
		rs.fault(number, "events: this is exported data; want what readout parse prints")
		return
	case len(h.SHA256) != 64 || strings.Trim(h.SHA256, "0123456789abcdef") != "":
		rs.fault(number, fmt.Sprintf("sha256: want 64 hex digits, not %.80q", h.SHA256))
		return
	case h.Part < 1:
		rs.fault(number, fmt.Sprintf("part: %d, want a number from 1", h.Part))
		return
	}
	key := recordKey{h.SHA256, h.Part}
	for _, i := range rs.by[key] {
		switch other := rs.lines[i]; {
		case bytes.Equal(other.text, text):
			return // joined twice
		case other.head.File == h.File:
			rs.fault(number, fmt.Sprintf("another record of part %d of %q than line %d", h.Part, h.File, other.number))
			return
		}
	}
	rs.by[key] = append(rs.by[key], len(rs.lines))
	rs.lines = append(rs.lines, l)
}

// jsonFault is an error of JSON in words that name the field.
func jsonFault(err error) string {
	var t *json.UnmarshalTypeError
	if errors.As(err, &t) && t.Field != "" {
		return fmt.Sprintf("%s: a %s where there should be none", t.Field, t.Value)
	}
	return strings.TrimPrefix(err.Error(), "json: ")
}

func (rs *RecordFile) fault(line int, what string) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	rs.faults = append(rs.faults, recordFault{line, what})
}

// Err is an error that tells of all lines that were refused, by number; nil if there is none.
func (rs *RecordFile) Err() error {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	if len(rs.faults) == 0 {
		return nil
	}
	slices.SortFunc(rs.faults, func(a, b recordFault) int { return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.what, b.what)) })
	var lines []string
	for i, f := range rs.faults {
		if i == mostFaults {
			lines = append(lines, fmt.Sprintf("%s: and %d faults more", rs.name, len(rs.faults)-i))
			break
		}
		lines = append(lines, fmt.Sprintf("%s:%d: %s", rs.name, f.line, f.what))
	}
	return errors.New(strings.Join(lines, "\n"))
}

// take returns the record of a release; false if no line holds it. A record that is refused is told as a fault.
func (rs *RecordFile) take(d *document.Document) (*record.Record, bool) {
	name, key := d.Source.Name, recordKey{d.Source.SHA256, d.Part}
	found := rs.by[key]
	if len(found) == 0 {
		rs.mu.Lock()
		defer rs.mu.Unlock()
		rs.missed[name] = true
		return nil, false
	}
	// of files that are the same byte for byte each gets its own
	at := slices.IndexFunc(found, func(i int) bool {
		f := rs.lines[i].head.File
		return f == name || strings.HasSuffix(f, "/"+name)
	})
	l := rs.lines[found[max(at, 0)]]
	rec := &record.Record{}
	faults := rs.read(l, rec, d)
	rs.mu.Lock()
	defer rs.mu.Unlock()
	rs.used[key] = true
	rs.source[rec] = l.number
	for _, what := range faults {
		rs.faults = append(rs.faults, recordFault{l.number, what})
	}
	return rec, true
}

// read reads the record of a line and holds it against its release.
func (rs *RecordFile) read(l recordLine, rec *record.Record, d *document.Document) []string {
	if err := json.Unmarshal(l.text, rec); err != nil {
		return []string{jsonFault(err)}
	}
	const other = "not as this version of readout reads the file; parse it again"
	switch {
	case rec.Encoding != d.Source.Encoding:
		return []string{fmt.Sprintf("encoding: %q, %s", rec.Encoding, other)}
	case !sameBlocks(rec.Blocks, d.Blocks):
		return []string{"blocks: " + other}
	case rec.Text != d.Body():
		return []string{"text: " + other}
	}
	var sentences []source.Span
	for _, s := range d.View.Sentences {
		sentences = append(sentences, d.View.Source(s.Start, s.End))
	}
	faults := append(record.CheckForm(rec), record.Validate(rec, d.Source, record.Against{Sentences: sentences})...)
	rec.Rename(d.Source.Name)
	return faults
}

func sameBlocks(a []record.Block, b []document.Block) bool {
	return slices.EqualFunc(a, b, func(x record.Block, y document.Block) bool { return x.Kind == string(y.Kind) && x.Span == y.Span })
}

// finish refuses the lines whose release was not found among those of a collection. An error tells of all that was refused.
func (rs *RecordFile) finish(recs []*record.Record) error {
	files := map[string][]string{} // by checksum
	for _, r := range recs {
		files[r.SHA256] = append(files[r.SHA256], r.File)
	}
	byName := map[string]bool{}
	for _, names := range files {
		for _, n := range names {
			byName[n] = true
		}
	}
	for _, l := range rs.lines {
		h := l.head
		if rs.used[recordKey{h.SHA256, h.Part}] {
			continue
		}
		here := files[h.SHA256]
		switch {
		case here != nil:
			rs.fault(l.number, fmt.Sprintf("part: %q has no part %d", here[0], h.Part))
		case slices.ContainsFunc(tails(h.File), func(tail string) bool { return byName[tail] }):
			rs.fault(l.number, fmt.Sprintf("sha256: %q has changed since it was parsed", h.File))
		default:
			rs.fault(l.number, fmt.Sprintf("sha256: no file in the collection has %.12s…; it was parsed as %q", h.SHA256, h.File))
		}
	}
	return rs.Err()
}

// notice tells which files were read here for want of a line; "" none.
func (rs *RecordFile) notice() string {
	names := sortedKeys(rs.missed)
	switch {
	case len(names) == 0:
		return ""
	case len(names) > 5:
		return fmt.Sprintf("%s: no line for %d files, which were read here: %s and others", rs.name, len(names), strings.Join(names[:5], ", "))
	case len(names) == 1:
		return fmt.Sprintf("%s: no line for %s, which was read here", rs.name, names[0])
	}
	return fmt.Sprintf("%s: no line for %d files, which were read here: %s", rs.name, len(names), strings.Join(names, ", "))
}

// corrections refuses the records that carry corrections other than those that name them, and returns for each the
// corrections that are left to be applied.
func (rs *RecordFile) corrections(r *record.Record, cs []record.Correction) []record.Correction {
	left, ok := uncorrected(cs, r.Corrections)
	if !ok {
		rs.fault(rs.source[r], "corrections: made by another corrections.yaml; parse it again, or with --raw")
	}
	return left
}

// tails are a path and all that is left of it when folders are taken from its front.
func tails(file string) []string {
	list := []string{file}
	for i := range len(file) {
		if file[i] == '/' {
			list = append(list, file[i+1:])
		}
	}
	return list
}

// uncorrected returns the corrections that a record does not carry yet. Corrections are applied once: a record that was
// printed for a whole collection carries them. False where it carries others than these.
func uncorrected(cs []record.Correction, done []record.Applied) ([]record.Correction, bool) {
	var left []record.Correction
	for _, c := range cs {
		if len(done) > 0 && done[0].Field == c.Field && done[0].Why == c.Why {
			done = done[1:]
			continue
		}
		left = append(left, c)
	}
	return left, len(done) == 0
}
