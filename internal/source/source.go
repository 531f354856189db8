// Package source holds a release as it arrived: its bytes, its text, places in it.
package source

import "sort"

// Source is one file as it came. It is never changed after Decode.
type Source struct {
	Name     string // path with forward slashes, as given
	Bytes    []byte // as they came
	Encoding string // WHATWG name of the encoding that was found: "utf-8", "utf-16le", "euc-kr", ...
	Text     string // decoded: byte order mark dropped, ill-formed sequences one U+FFFD each, newlines untouched
	SHA256   string // of Bytes, 64 lower-case hex digits

	lines []int // offsets of line starts in Text; made when first asked for
}

// Span is a place in the decoded text of one file: half-open, in bytes. The zero Span is empty.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether t lies inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Slice returns the decoded text of a span, and "" for one that does not lie in the text.
func (s *Source) Slice(sp Span) string {
	if sp.Start < 0 || sp.End > len(s.Text) || sp.Start > sp.End {
		return ""
	}
	return s.Text[sp.Start:sp.End]
}

// Position returns the line and the column (both from 1, the column in bytes) of an offset in the decoded text.
func (s *Source) Position(offset int) (line, column int) {
	if s.lines == nil {
		s.lines = append(s.lines, 0)
		for i := 0; i < len(s.Text); i++ {
			if s.Text[i] == '\n' {
				s.lines = append(s.lines, i+1)
			}
		}
	}
	i := sort.SearchInts(s.lines, offset+1) - 1
	return i + 1, offset - s.lines[i] + 1
}
