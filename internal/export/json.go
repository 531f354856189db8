package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"

	"readout/internal/archive"
	"readout/internal/record"
)

// array writes a JSON array, one element a line.
type array struct {
	w   *bufio.Writer
	n   int
	err error
}

func newArray(w io.Writer) *array { return &array{w: bufio.NewWriterSize(w, 1<<16)} }

func (a *array) add(v any) {
	b, err := marshal(v)
	if err != nil && a.err == nil {
		a.err = err
	}
	if a.n++; a.n == 1 {
		a.w.WriteString("[\n")
	} else {
		a.w.WriteString(",\n")
	}
	a.w.Write(b)
}

// stands reports whether the next element stands already; shows puts in what it is made of.
func (a *array) stands(s *sections, shows func(h *archive.Hash)) bool {
	if !s.stands(func(h *archive.Hash) { h.Yes(a.n == 0); shows(h) }) {
		return false
	}
	a.n++
	return true
}

func (a *array) end() error {
	if a.n == 0 {
		a.w.WriteString("[")
	}
	a.w.WriteString("\n]\n")
	if err := a.w.Flush(); err != nil {
		return err
	}
	return a.err
}

// marshal is the masked JSON of a value, on one line.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return maskJSON(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), nil
}

// maskJSON masks the texts of a JSON value.
func maskJSON(b []byte) []byte {
	if !record.Maskable(b) { // escapes hide no letter of an address
		return b
	}
	if text := string(b); record.Mask(text) == text {
		return b
	}
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); {
		if b[i] != '"' {
			out = append(out, b[i])
			i++
			continue
		}
		end := i + 1
		for end < len(b) && b[end] != '"' {
			if b[end] == '\\' {
				end++
			}
			end++
		}
		end = min(end+1, len(b))
		out = append(out, maskText(b[i:end])...)
		i = end
	}
	return out
}

// maskText masks one JSON string, quotes and all.
func maskText(quoted []byte) []byte {
	var s string
	if json.Unmarshal(quoted, &s) != nil {
		return quoted
	}
	m := record.Mask(s)
	if m == s {
		return quoted
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if enc.Encode(m) != nil {
		return quoted
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// indented writes a value as JSON that people read too.
func indented(w io.Writer, v any) error {
	b, err := marshal(v)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := json.Indent(&out, b, "", "  "); err != nil {
		return err
	}
	out.WriteByte('\n')
	_, err = w.Write(out.Bytes())
	return err
}
