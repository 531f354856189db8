package export

import (
	"bufio"
	"io"
	"strings"
	"unicode/utf8"

	"readout/internal/record"
)

// xmlWriter writes XML by hand: every text goes through text or attr.
type xmlWriter struct{ *bufio.Writer }

func newXML(w io.Writer) xmlWriter {
	x := xmlWriter{bufio.NewWriterSize(w, 1<<14)}
	x.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	return x
}

// raw writes markup of our own.
func (x xmlWriter) raw(parts ...string) {
	for _, s := range parts {
		x.WriteString(s)
	}
}

// text writes a masked text. What XML cannot hold becomes U+FFFD. It is right in an attribute in double quotes too.
func (x xmlWriter) text(s string) { x.escape(record.Mask(s)) }

func (x xmlWriter) escape(s string) {
	last := 0
	for i := 0; i < len(s); {
		c, n := rune(s[i]), 1
		if c >= utf8.RuneSelf {
			c, n = utf8.DecodeRuneInString(s[i:])
		}
		var as string
		switch {
		case c == '&':
			as = "&amp;"
		case c == '<':
			as = "&lt;"
		case c == '>':
			as = "&gt;"
		case c == '"':
			as = "&quot;"
		case c == '\r': // a bare one would become a line feed
			as = "&#13;"
		case c < ' ' && c != '\n' && c != '\t', c == 0xFFFE, c == 0xFFFF, c == utf8.RuneError:
			as = "\uFFFD"
		default:
			i += n
			continue
		}
		x.WriteString(s[last:i])
		x.WriteString(as)
		i += n
		last = i
	}
	x.WriteString(s[last:])
}

// element writes an element that holds a text; none where the text is empty. Attributes come in pairs of name and value.
func (x xmlWriter) element(name, text string, attributes ...string) {
	if text == "" {
		return
	}
	x.open(name, attributes...)
	x.text(text)
	x.raw("</", name, ">\n")
}

// open writes a start tag. An attribute whose value is empty is left out.
func (x xmlWriter) open(name string, attributes ...string) {
	x.raw("<", name)
	x.attributes(attributes)
	x.raw(">")
}

// empty writes an element that holds nothing.
func (x xmlWriter) empty(name string, attributes ...string) {
	x.raw("<", name)
	x.attributes(attributes)
	x.raw("/>\n")
}

func (x xmlWriter) attributes(list []string) {
	for i := 0; i+1 < len(list); i += 2 {
		if list[i+1] == "" {
			continue
		}
		x.raw(" ", list[i], `="`)
		x.text(list[i+1])
		x.raw(`"`)
	}
}

var asHTML = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\n", "<br>\n", "\r", "")

// paragraphs makes HTML of a text: a paragraph for each piece between empty lines.
func paragraphs(text string) string {
	var b strings.Builder
	b.Grow(len(text) + 64)
	for p := range strings.SplitSeq(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\n\n") {
		if p = strings.Trim(p, "\n"); strings.TrimSpace(p) != "" {
			b.WriteString("<p>" + asHTML.Replace(p) + "</p>\n")
		}
	}
	return b.String()
}
