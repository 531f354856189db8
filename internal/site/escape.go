package site

import (
	"html/template"
	"strings"
	"unicode/utf8"

	"readout/internal/record"
)

// Ready parts of pages are written here and in the files that import nothing of html/template but its HTML type: every
// text goes through text or attr, every address through link, and nothing else writes what came from outside.

// out is a part of a page in the making.
type out struct{ b strings.Builder }

// newOut makes a part of about so many bytes.
func newOut(size int) *out {
	o := &out{}
	o.b.Grow(size)
	return o
}

// raw writes markup of our own.
func (o *out) raw(parts ...string) {
	n := 0
	for _, s := range parts {
		n += len(s)
	}
	if o.b.Cap() == 0 {
		n = max(n, 96) // most parts have some words
	}
	o.b.Grow(n)
	for _, s := range parts {
		o.b.WriteString(s)
	}
}

// part writes a part that is ready.
func (o *out) part(h template.HTML) { o.b.WriteString(string(h)) }

// Write lets markup of our own be written with fmt; it never holds what came from outside.
func (o *out) Write(b []byte) (int, error) { return o.b.Write(b) }

// html returns what was written.
func (o *out) html() template.HTML { return template.HTML(o.b.String()) }

// text writes a text so that a reader of the page gets it back byte for byte; only NUL and ill-formed bytes, which no
// page can hold, become U+FFFD. It is right in an attribute in double quotes too.
func (o *out) text(s string) {
	last := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && n == 1 {
				o.b.WriteString(s[last:i])
				o.b.WriteString("\uFFFD")
				last = i + 1
			}
			i += n
			continue
		}
		i++
		var esc string
		switch c {
		case '&':
			esc = "&amp;"
		case '<':
			esc = "&lt;"
		case '>':
			esc = "&gt;"
		case '"':
			esc = "&#34;"
		case '\'':
			esc = "&#39;"
		case '\r': // a bare one would become a line feed
			esc = "&#13;"
		case 0:
			esc = "\uFFFD"
		default:
			continue
		}
		o.b.WriteString(s[last : i-1])
		o.b.WriteString(esc)
		last = i
	}
	o.b.WriteString(s[last:])
}

// attr writes an attribute with a space before it.
func (o *out) attr(name, value string) {
	o.raw(" ", name, `="`)
	o.text(value)
	o.raw(`"`)
}

// link writes a link to a page of the site. root leads from the page to the top ("../"), path from there.
func (o *out) link(root, path, text string) {
	o.raw(`<a href="`)
	o.text(root + path)
	o.raw(`">`)
	o.prose(text)
	o.raw(`</a>`)
}

// webAddress returns an address on the web as it may be linked to, "" if it is anything but http or https.
func webAddress(s string) string {
	s = strings.TrimSpace(s)
	low := strings.ToLower(s)
	if !strings.HasPrefix(low, "https://") && !strings.HasPrefix(low, "http://") {
		return ""
	}
	for _, r := range s {
		if r <= ' ' || r == 0x7F || r == utf8.RuneError {
			return ""
		}
	}
	if record.Mask(s) != s {
		return "" // masked, it leads nowhere
	}
	return s
}
