package document

import (
	"strings"

	"golang.org/x/net/html"

	"readout/internal/source"
	"readout/internal/words"
)

// deepest is how deep elements are followed; what is nested deeper counts to its ancestor there.
const deepest = 200

// cutHTML cuts a saved web page. The page is read once, by its tokens, so that every place in the view is known in the
// file; which of its lines are the text, the weight of sentences in its elements tells (see container).
func cutHTML(src *source.Source, signs Signs) *Document {
	p := &page{file: src.Text, elements: make([]element, 1, 256), stack: make([]open, 0, 64)}
	p.elements[0].parent = -1
	p.read()
	d := &Document{Source: src, Part: 1, Span: source.Span{Start: 0, End: len(src.Text)}, Fields: p.fields}
	d.View = View{Text: string(p.text), runs: p.runs}
	if d.View.runs == nil {
		d.View.runs = []run{{}}
	}
	d.View.Words = words.Cut(d.View.Text)
	c := &cutter{view: d.View.Text, words: d.View.Words, signs: signs, lines: p.lines, titles: p.titles()}
	c.measure()
	p.weigh(c)
	for i := range c.lines {
		l := &c.lines[i]
		if l.kind == "" {
			c.evident(l)
		}
		if l.kind == "" && p.linked(i, l) && l.n <= 12 && l.hint != heading && !l.stop {
			l.set(Furniture, "link")
		}
	}
	c.classify()
	d.finish(c, p.metaEnd)
	return d
}

// page reads the tokens of a page into lines.
type page struct {
	builder
	file     string
	elements []element
	stack    []open
	beyond   int // open elements deeper than deepest
	attrs    []attribute
	fields   []Field
	metaEnd  int
	inTitle  bool

	lines []line
	of    []int32 // element of each line
	links []int   // bytes of links in each line

	start    int // of the line that is being read, in the view
	at       int32
	linkLen  int
	breaks   int // line breaks before the next text: 1 a new line, 2 an empty line
	item     bool
	level    int
	space    bool // white space is waiting
	spaceAt  int
	spaceEnd int
}

type open struct {
	name string
	i    int32
}

func (p *page) read() {
	z := html.NewTokenizer(strings.NewReader(p.file))
	at := 0
	for {
		t := z.Next()
		raw := len(z.Raw())
		if t == html.ErrorToken {
			break
		}
		tok := p.file[at : at+raw]
		switch t {
		case html.TextToken:
			p.textToken(tok, at)
		case html.StartTagToken, html.SelfClosingTagToken:
			p.startTag(tok, at)
		case html.EndTagToken:
			p.endTag(tagName(tok[1:]))
		}
		at += raw
	}
	if at < len(p.file) {
		p.textToken(p.file[at:], at)
	}
	p.flush(2)
}
