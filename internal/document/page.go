package document

import (
	"strings"

	"readout/internal/source"
)

// tagName returns the name that stands behind "<" or "</", in lower case.
func tagName(s string) string {
	if s != "" && s[0] == '/' {
		s = s[1:]
	}
	n := 0
	lower := true
	for n < len(s) && n < 32 && !htmlSpace(s[n]) && s[n] != '/' && s[n] != '>' {
		if s[n] >= 'A' && s[n] <= 'Z' {
			lower = false
		}
		n++
	}
	if lower {
		return s[:n]
	}
	return strings.ToLower(s[:n])
}

func (p *page) top() int32 {
	if len(p.stack) == 0 {
		return 0
	}
	return p.stack[len(p.stack)-1].i
}

func (p *page) startTag(tok string, at int) {
	name := tagName(tok[1:])
	f := flows[name]
	p.attrs = attributes(tok, at, p.attrs)
	switch name {
	case "html":
		if a, ok := attributeOf(p.attrs, "lang"); ok && a.value != "" {
			p.field("language", a)
		}
	case "meta":
		p.meta()
	case "link":
		if rel, ok := attributeOf(p.attrs, "rel"); ok && strings.EqualFold(rel.value, "canonical") {
			if a, ok := attributeOf(p.attrs, "href"); ok {
				p.field("canonical", a)
			}
		}
	case "time":
		if a, ok := attributeOf(p.attrs, "datetime"); ok && len(p.fields) < mostFields {
			p.field("time", a)
		}
	case "title":
		p.inTitle = p.elements[p.top()].all&hidden == 0 || p.metaEnd == 0
	case "body":
		if len(p.text) == 0 {
			p.metaEnd = at + len(tok)
			// a head that was left open ends here
			p.stack, p.beyond = p.stack[:0], 0
		}
	}
	switch name {
	case "br":
		p.flush(1)
	case "hr":
		p.flush(2)
	}
	if f == void {
		return
	}
	if f == block && name != "html" {
		p.leaveHead()
	}
	if c, ok := closes[name]; ok && p.beyond == 0 {
		p.closeOpen(name, c)
	}
	if f == block {
		p.flush(2)
	} else if f == row {
		p.flush(1)
	}
	if len(p.stack) >= deepest {
		p.beyond++
		return
	}
	own := roleOf(name, p.attrs)
	if f == unread {
		own |= hidden
	}
	if name == "script" {
		p.script(at)
	}
	parent := p.top()
	if f == inline && own == 0 {
		p.stack = append(p.stack, open{name, parent}) // nothing hangs on it
		return
	}
	p.elements = append(p.elements, element{parent: parent, depth: int32(len(p.stack) + 1), own: own, all: own | p.elements[parent].all})
	p.stack = append(p.stack, open{name, int32(len(p.elements) - 1)})
	switch name {
	case "li", "dd":
		p.item = true
	case "p", "div", "td":
		p.item = false
	}
	if len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' {
		p.level = int(name[1] - '0')
	}
}

// leaveHead ends a head that was left open when the first block of the page comes.
func (p *page) leaveHead() {
	for i := 0; i < len(p.stack) && i < 4; i++ {
		if p.stack[i].name == "head" {
			p.stack, p.beyond = p.stack[:i], 0
			return
		}
	}
}

// closeOpen closes the open element that a new one of the same sort ends: an item before the next item. It does not
// reach out of a list or a table.
func (p *page) closeOpen(name, c string) {
	for i := len(p.stack) - 1; i >= 0 && i > len(p.stack)-12; i-- {
		n := p.stack[i].name
		switch {
		case n == name || n == c:
			p.flush(1)
			p.stack = p.stack[:i]
			return
		case n == "ul" || n == "ol" || n == "table" || n == "dl" || n == "div" || n == "tr" && name != "tr" || n == "blockquote" || n == "article" || n == "section" || n == "body":
			return
		}
	}
}

func (p *page) endTag(name string) {
	f := flows[name]
	if f == void {
		if name == "br" {
			p.flush(1)
		}
		return
	}
	if f == block {
		p.flush(2)
	} else if f == row {
		p.flush(1)
	}
	if len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' {
		p.level = 0
	}
	if name == "title" {
		p.inTitle = false
	}
	if p.beyond > 0 {
		p.beyond--
		return
	}
	for i := len(p.stack) - 1; i >= 0; i-- {
		if p.stack[i].name == name {
			p.stack = p.stack[:i]
			return
		}
		if p.elements[p.stack[i].i].own&hidden != 0 && f == inline {
			return // an end tag that has no business here
		}
	}
}

// textToken takes in the text between two tags.
func (p *page) textToken(s string, at int) {
	top := &p.elements[p.top()]
	if top.all&hidden != 0 {
		if p.inTitle && strings.TrimSpace(s) != "" {
			from, to := trim(s, 0, len(s))
			p.fields = append(p.fields, Field{Key: "title", Value: strings.Join(strings.Fields(unescape(s[from:to])), " "), Span: source.Span{Start: at + from, End: at + to}, From: "html"})
			p.inTitle = false
		}
		return
	}
	for i := 0; i < len(s); {
		if htmlSpace(s[i]) {
			j := i + 1
			for j < len(s) && htmlSpace(s[j]) {
				j++
			}
			if top.all&verbatim != 0 && strings.IndexByte(s[i:j], '\n') >= 0 {
				p.flush(min(2, strings.Count(s[i:j], "\n")))
			} else if !p.space {
				p.space, p.spaceAt, p.spaceEnd = true, at+i, at+j
			}
			i = j
			continue
		}
		p.begin(at+i, top.all)
		was := len(p.text)
		if s[i] == '&' {
			if t, n := entity(s[i:]); n > 0 {
				p.put(at+i, at+i+n, t)
				i += n
			} else {
				p.builder.copy(at+i, "&")
				i++
			}
		} else {
			j := i + 1
			for j < len(s) && s[j] != '&' && !htmlSpace(s[j]) {
				j++
			}
			// one space between words is itself
			for j+1 < len(s) && s[j] == ' ' && !htmlSpace(s[j+1]) && s[j+1] != '&' {
				j += 2
				for j < len(s) && s[j] != '&' && !htmlSpace(s[j]) {
					j++
				}
			}
			p.builder.copy(at+i, s[i:j])
			i = j
		}
		if top.all&linked != 0 {
			p.linkLen += len(p.text) - was
		}
	}
}

// begin makes ready for text: breaks and white space that wait are written.
func (p *page) begin(file int, all role) {
	if p.breaks > 0 {
		if len(p.text) > 0 {
			end := int(p.runs[len(p.runs)-1].end)
			p.put(end, end, "\n\n"[:p.breaks])
		}
		p.start, p.linkLen = len(p.text), 0
		p.at = p.top()
		p.space = false
	}
	if len(p.text) == p.start {
		p.at = p.top()
		p.space = false
	} else if p.space {
		if p.spaceEnd-p.spaceAt == 1 && p.file[p.spaceAt] == ' ' {
			p.builder.copy(p.spaceAt, " ")
		} else {
			p.put(p.spaceAt, p.spaceEnd, " ")
		}
		p.space = false
	}
	if p.breaks > 0 {
		p.lines = append(p.lines, line{start: p.start, end: p.start, blank: p.breaks > 1 || len(p.lines) == 0})
		p.of = append(p.of, p.at)
		p.links = append(p.links, 0)
		p.breaks = 0
	}
}

// flush ends the line that is being read; n is 1 before a new line, 2 before an empty one.
func (p *page) flush(n int) {
	if p.breaks == 0 && len(p.lines) > 0 {
		l := &p.lines[len(p.lines)-1]
		s, e := trim(string(p.text[p.start:]), 0, len(p.text)-p.start)
		l.start, l.end = p.start+s, p.start+e
		p.links[len(p.links)-1] = p.linkLen
		if p.level > 0 {
			l.hint, l.level = heading, p.level
		} else if p.item {
			l.hint = listed
		}
		if s == e {
			l.end = l.start
			p.lines, p.of, p.links = p.lines[:len(p.lines)-1], p.of[:len(p.of)-1], p.links[:len(p.links)-1]
		}
		p.breaks = n
		return
	}
	if n == 1 && p.breaks == 1 {
		n = 2 // two breaks are an empty line
	}
	p.breaks = max(p.breaks, n)
}
