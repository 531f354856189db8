package main

import (
	"io"
	"os"
	"strings"

	"golang.org/x/text/width"
)

// lineWidth is the width, in columns, at which text is broken.
const lineWidth = 80

// style is how a piece of text looks on a terminal: the parameters of an ANSI sequence.
type style string

const (
	plain  style = ""
	bold   style = "1"
	dim    style = "2"
	red    style = "31"
	green  style = "32"
	yellow style = "33"
	blue   style = "34"
	purple style = "35"
	cyan   style = "36"
)

// paper writes styled lines. Without colour only the words are written.
type paper struct {
	w      io.Writer
	colour bool
	err    error
}

// newPaper writes in colour where w is a terminal, unless NO_COLOR asks for none.
func newPaper(w io.Writer) *paper {
	return &paper{w: w, colour: isTerminal(w) && os.Getenv("NO_COLOR") == ""}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// piece is a run of text in one style.
type piece struct {
	text  string
	style style
}

// line writes pieces and ends the line.
func (p *paper) line(pieces ...piece) {
	var b strings.Builder
	for _, x := range pieces {
		p.add(&b, x)
	}
	b.WriteByte('\n')
	p.put(b.String())
}

func (p *paper) put(s string) {
	if p.err == nil {
		_, p.err = io.WriteString(p.w, s)
	}
}

func (p *paper) add(b *strings.Builder, x piece) {
	if x.text == "" {
		return
	}
	if !p.colour || x.style == plain {
		b.WriteString(x.text)
		return
	}
	b.WriteString("\x1b[" + string(x.style) + "m" + x.text + "\x1b[0m")
}

// wrap writes pieces as a paragraph. The first line begins with head, the others with as much space; both count as
// columns. Lines are broken at spaces, and wherever they must where there are none.
func (p *paper) wrap(head []piece, pieces ...piece) {
	indent := 0
	for _, h := range head {
		indent += columns(h.text)
	}
	line := append([]piece{}, head...)
	at := indent
	newline := func() {
		p.line(trimmed(line)...)
		line = append(line[:0], piece{strings.Repeat(" ", indent), plain})
		at = indent
	}
	for _, x := range units(pieces) {
		n := 0
		for _, y := range x {
			n += columns(y.text)
		}
		if at > indent && at+n > lineWidth {
			newline()
		}
		for _, y := range x {
			for _, part := range fit(y.text, lineWidth-at, lineWidth-indent) {
				if part.broken {
					newline()
				}
				if at == indent && strings.TrimSpace(part.text) == "" {
					continue
				}
				line = joined(line, piece{part.text, y.style})
				at += columns(part.text)
			}
		}
	}
	p.line(trimmed(line)...)
}

// joined appends a piece, to the last one where the style is the same.
func joined(line []piece, x piece) []piece {
	if n := len(line); n > 0 && line[n-1].style == x.style {
		line[n-1].text += x.text
		return line
	}
	return append(line, x)
}

// trimmed takes the spaces from the end of a line.
func trimmed(line []piece) []piece {
	for n := len(line); n > 0; n-- {
		line[n-1].text = strings.TrimRight(line[n-1].text, " ")
		if line[n-1].text != "" {
			return line[:n]
		}
	}
	return nil
}

// units cuts pieces into units between which a line may be broken. A space is a unit of its own.
func units(pieces []piece) [][]piece {
	var out [][]piece
	var unit []piece
	flush := func() {
		if len(unit) > 0 {
			out = append(out, unit)
			unit = nil
		}
	}
	for _, x := range pieces {
		text := x.text
		for text != "" {
			i := strings.IndexAny(text, " \t\r\n")
			if i < 0 {
				unit = append(unit, piece{text, x.style})
				break
			}
			if i > 0 {
				unit = append(unit, piece{text[:i], x.style})
			}
			flush()
			out = append(out, []piece{{" ", x.style}})
			text = strings.TrimLeft(text[i:], " \t\r\n")
		}
	}
	flush()
	return out
}

type part struct {
	text   string
	broken bool // begins a new line
}

// fit cuts a word that is longer than a line.
func fit(s string, room, line int) []part {
	if n := columns(s); n <= room || n <= line {
		return []part{{s, n > room}}
	}
	var out []part
	start, n := 0, 0
	broken := false
	for i, r := range s {
		w := columnsOf(r)
		if n+w > room {
			out = append(out, part{s[start:i], broken})
			start, n, room, broken = i, 0, line, true
		}
		n += w
	}
	return append(out, part{s[start:], broken})
}

// columns is how wide a text stands on a terminal.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += columnsOf(r)
	}
	return n
}

func columnsOf(r rune) int {
	if r < 0x300 {
		return 1
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// visible takes out of a text what would move the cursor or turn the line around, so that no release can write over what
// was printed.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r < 0x20 || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200e || r == 0x200f:
			return -1
		}
		return r
	}, s)
}
