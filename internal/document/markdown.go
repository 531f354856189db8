package document

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"readout/internal/source"
	"readout/internal/words"
)

// markdownParser knows tables; it is safe for many users at once.
var markdownParser = func() parser.Parser {
	return goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()
}()

// cutMarkdown cuts a Markdown text. Front matter becomes fields. A text whose markup is piled up beyond reason is read as
// plain text behind its front matter.
func cutMarkdown(src *source.Source, signs Signs) *Document {
	d := &Document{Source: src, Part: 1, Span: source.Span{Start: 0, End: len(src.Text)}}
	inner, begin := frontMatter(src.Text)
	switch {
	case begin > 0:
		d.Fields, d.Faults = readFrontMatter(src, inner)
	case strings.HasPrefix(src.Text, "---\n") && strings.Contains(src.Text[4:], "\n---\n"):
		d.Faults = []Fault{{Line: 1, What: "front matter is larger than 64 KiB and is not read"}}
	}
	var c *cutter
	if piledUp(src.Text[begin:]) {
		part, pc := readPlain(src, source.Span{Start: begin, End: len(src.Text)}, 1, signs)
		d.View, c = part.View, pc
	} else {
		m := &markdownReader{text: src.Text, base: begin}
		root := markdownParser.Parse(text.NewReader([]byte(src.Text[begin:])))
		m.blocks(root)
		d.View = View{Text: string(m.builder.text), runs: m.runs}
		if d.View.runs == nil {
			d.View.runs = []run{{0, int32(begin), int32(begin)}}
		}
		d.View.Words = words.Cut(d.View.Text)
		c = &cutter{view: d.View.Text, words: d.View.Words, signs: signs, lines: m.lines}
		c.unwrap()
		c.measure()
		for i := range c.lines {
			c.evident(&c.lines[i])
		}
	}
	c.classify()
	d.finish(c, begin)
	return d
}

// piledUp reports whether a text holds more markup in one paragraph, or deeper nesting, than any writer would use: what
// makes parsers slow.
func piledUp(s string) bool {
	if len(s) > 8<<20 {
		return true
	}
	marks, refs := 0, 0
	for len(s) > 0 {
		l := s
		if i := strings.IndexByte(s, '\n'); i >= 0 {
			l, s = s[:i], s[i+1:]
		} else {
			s = ""
		}
		depth := 0
		i := 0
		for ; i < len(l); i++ {
			switch l[i] {
			case '>', '-', '+', '*':
				depth++
				continue
			case ' ', '\t':
				depth += 0
				continue
			}
			break
		}
		if depth > 60 && i < len(l) || depth > 400 || i > 400 && i < len(l) {
			return true
		}
		if strings.TrimSpace(l) == "" {
			marks = 0
			continue
		}
		marks += strings.Count(l, "[") + strings.Count(l, "<") + strings.Count(l, "*") + strings.Count(l, "_") + strings.Count(l, "`")
		if marks > 4000 {
			return true
		}
		if strings.HasPrefix(strings.TrimLeft(l, " "), "[") && strings.Contains(l, "]:") {
			if refs++; refs > 1000 {
				return true
			}
		}
	}
	return false
}

// markdownReader makes the view and the lines of a Markdown text from its tree.
type markdownReader struct {
	builder
	text  string // of the file
	base  int    // where the tree's text begins in the file
	lines []line
	level int // of the heading that is being read
	item  bool
	start int // of the line that is being read, in the view
	blank bool
}

// blocks reads the children of a block. The walk goes as deep as the tree, which piledUp keeps shallow.
func (m *markdownReader) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			m.level = n.Level
			m.leaf(n, true)
			m.level = 0
		case *ast.Paragraph:
			m.leaf(n, true)
		case *ast.TextBlock:
			m.leaf(n, n.Parent() == nil || n.Parent().PreviousSibling() == nil && n.PreviousSibling() == nil)
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			m.raw(n)
		case *extast.TableHeader, *extast.TableRow:
			m.row(n)
		case *ast.HTMLBlock, *ast.ThematicBreak:
			m.gap()
		default:
			m.blocks(n)
		}
	}
}

// open begins a line of the view.
func (m *markdownReader) open(blank bool) {
	m.gap()
	m.start, m.blank = len(m.builder.text), blank || len(m.lines) == 0
}

// gap ends what stands before with an empty line.
func (m *markdownReader) gap() {
	if n := len(m.builder.text); n > 0 && m.builder.text[n-1] != '\n' {
		end := int(m.runs[len(m.runs)-1].end)
		m.put(end, end, "\n\n")
	}
}

// close ends a line of the view.
func (m *markdownReader) close() {
	s, e := trim(string(m.builder.text[m.start:]), 0, len(m.builder.text)-m.start)
	if s == e {
		return
	}
	l := line{start: m.start + s, end: m.start + e, blank: m.blank}
	if m.level > 0 {
		l.hint, l.level = heading, m.level
	} else if m.item {
		l.hint = listed
	}
	m.lines = append(m.lines, l)
}

// leaf reads a block of inline text, each line of the file a line of the view.
func (m *markdownReader) leaf(n ast.Node, blank bool) {
	m.open(blank)
	if m.level == 0 {
		m.marker(n)
	}
	m.inline(n)
	m.close()
}

// marker shows the list mark that stands before the first block of an item, as it is written.
func (m *markdownReader) marker(n ast.Node) {
	item, ok := n.Parent().(*ast.ListItem)
	m.item = ok
	if !ok || n.PreviousSibling() != nil || n.Lines().Len() == 0 {
		return
	}
	_ = item
	at := m.base + n.Lines().At(0).Start
	i := at
	for i > m.base && m.text[i-1] != '\n' {
		i--
	}
	s := strings.TrimLeft(m.text[i:at], " \t>")
	// of several marks on one line ("- 1. text") the last
	if f := strings.Fields(s); len(f) > 0 {
		from := at - len(s) + strings.LastIndex(s, f[len(f)-1])
		m.copy(from, f[len(f)-1])
		m.put(from+len(f[len(f)-1]), at, " ")
	}
}

// inline reads inline nodes into the view.
func (m *markdownReader) inline(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			m.segment(n.Segment, n.IsRaw())
			if n.HardLineBreak() || n.SoftLineBreak() {
				m.close()
				at := m.base + n.Segment.Stop
				m.put(at, at, "\n")
				m.start, m.blank = len(m.builder.text), false
			}
		case *ast.CodeSpan:
			for k := n.FirstChild(); k != nil; k = k.NextSibling() {
				if t, ok := k.(*ast.Text); ok {
					m.segment(t.Segment, true)
				}
			}
		case *ast.AutoLink:
			if v := n.Label([]byte(m.text[m.base:])); len(v) > 0 {
				if i := m.next(string(v)); i >= 0 {
					m.copy(i, string(v))
				}
			}
		case *ast.RawHTML, *ast.Image:
		default:
			m.inline(n)
		}
	}
}

// next finds a piece of the file behind what has been read.
func (m *markdownReader) next(s string) int {
	from := m.base
	if len(m.runs) > 0 {
		from = int(m.runs[len(m.runs)-1].end)
	}
	to := min(len(m.text), from+2048+len(s))
	if i := strings.Index(m.text[from:to], s); i >= 0 {
		return from + i
	}
	return -1
}

// segment reads a piece of text: escapes and character references are resolved.
func (m *markdownReader) segment(seg text.Segment, raw bool) {
	at := m.base + seg.Start
	s := m.text[at : m.base+seg.Stop]
	if raw || !strings.ContainsAny(s, "\\&") {
		m.copy(at, s)
		return
	}
	from := 0
	for i := 0; i < len(s); {
		switch {
		case s[i] == '\\' && i+1 < len(s) && punctuation(s[i+1]):
			m.copy(at+from, s[from:i])
			from = i + 1
			i += 2
			continue
		case s[i] == '&':
			if t, n := entity(s[i:]); n > 0 {
				m.copy(at+from, s[from:i])
				m.put(at+i, at+i+n, t)
				i += n
				from = i
				continue
			}
		}
		i++
	}
	m.copy(at+from, s[from:])
}

func punctuation(c byte) bool {
	return c > ' ' && c < 0x7f && !(c >= '0' && c <= '9') && !(c|0x20 >= 'a' && c|0x20 <= 'z')
}

// raw reads the lines of a block of code.
func (m *markdownReader) raw(n ast.Node) {
	blank := true
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		if blank {
			m.open(true)
		} else {
			m.put(m.base+seg.Start, m.base+seg.Start, "\n")
			m.start, m.blank = len(m.builder.text), false
		}
		blank = false
		m.copy(m.base+seg.Start, strings.TrimRight(m.text[m.base+seg.Start:m.base+seg.Stop], "\r\n"))
		m.close()
	}
}

// row reads a row of a table, its cells with tabs between.
func (m *markdownReader) row(n ast.Node) {
	m.open(false)
	m.item = true // a row reads like an item
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.PreviousSibling() != nil && len(m.runs) > 0 {
			end := int(m.runs[len(m.runs)-1].end)
			m.put(end, end, "\t")
		}
		m.inline(c)
	}
	m.close()
}
