package document

import (
	"html"
	"strings"
)

// builder makes a view piece by piece, with the place in the file of each.
type builder struct {
	text []byte
	runs []run
}

// copy appends a piece of the file that is shown as it is.
func (b *builder) copy(file int, s string) {
	if s == "" {
		return
	}
	if n := len(b.runs); n > 0 {
		if r := &b.runs[n-1]; int(r.end) == file && int(r.end-r.file) == len(b.text)-int(r.view) {
			r.end += int32(len(s))
			b.text = append(b.text, s...)
			return
		}
	}
	b.runs = append(b.runs, run{int32(len(b.text)), int32(file), int32(file + len(s))})
	b.text = append(b.text, s...)
}

// put appends text that stands for a piece of the file.
func (b *builder) put(file, end int, s string) {
	if s == "" {
		return
	}
	b.runs = append(b.runs, run{int32(len(b.text)), int32(file), int32(end)})
	b.text = append(b.text, s...)
}

// entity decodes the character reference at the start of s, which begins with "&". It returns the characters and the
// number of bytes that they stand for; 0 if there is no reference.
func entity(s string) (string, int) {
	n := 1
	for n < len(s) && n < 34 && (s[n] == '#' && n == 1 || s[n] >= '0' && s[n] <= '9' || s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z') {
		n++
	}
	if n < len(s) && s[n] == ';' {
		n++
	}
	if n < 3 {
		return "", 0
	}
	t := html.UnescapeString(s[:n])
	if t == s[:n] {
		return "", 0
	}
	// a reference without its semicolon: letters behind it are text
	for n > 3 && s[n-1] != ';' && len(t) > 1 && strings.HasSuffix(t, s[n-1:n]) && html.UnescapeString(s[:n-1]) == t[:len(t)-1] {
		n--
		t = t[:len(t)-1]
	}
	return t, n
}
