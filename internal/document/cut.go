package document

import (
	"slices"
	"strings"
	"unicode/utf8"

	"readout/internal/source"
	"readout/internal/words"
)

// Cut cuts a text into its releases: one in nearly every file, several in a digest. It returns at least one document,
// whatever the text.
func Cut(src *source.Source, signs Signs) []*Document {
	switch format(src) {
	case markdownPage:
		return []*Document{cutMarkdown(src, signs)}
	case htmlPage:
		return []*Document{cutHTML(src, signs)}
	}
	span := source.Span{Start: 0, End: len(src.Text)}
	d, c := readPlain(src, span, 1, signs)
	starts := c.parts()
	if starts == nil {
		c.classify()
		d.finish(c, 0)
		signs.cut.put(c.lines)
		return []*Document{d}
	}
	var out []*Document
	for i, sp := range c.split(starts, span) {
		d, c := readPlain(src, sp, i+1, signs)
		c.classify()
		d.finish(c, 0)
		out = append(out, d)
	}
	return out
}

// cutter holds what the steps of cutting one document share.
type cutter struct {
	view   string
	words  []words.Word
	lines  []line
	signs  Signs
	latin  bool     // the text begins in a script with capitals
	titles []string // what a page's data call its headline, folded
	buf    []byte
}

// readPlain makes the view of a part of a plain text and finds its lines and what each of them shows by itself.
func readPlain(src *source.Source, span source.Span, part int, signs Signs) (*Document, *cutter) {
	d := &Document{Source: src, Part: part, Span: span}
	d.View.Text = src.Text[span.Start:span.End]
	d.View.base = span.Start
	d.View.Words = words.AppendCut(signs.words.get(words.Room(d.View.Text)), d.View.Text)
	c := &cutter{view: d.View.Text, words: d.View.Words, signs: signs}
	c.plainLines()
	for i := range c.lines {
		c.evident(&c.lines[i])
	}
	return d, c
}

// plainLines makes the lines of a plain text. Lines of a paragraph that was wrapped are joined.
func (c *cutter) plainLines() {
	text := c.view
	start := text[:min(len(text), 1<<16)]
	c.lines = c.signs.cut.get(8 + strings.Count(start, "\n") - strings.Count(start, "\n\n"))
	blank := false
	for i := 0; i < len(text); {
		j := i + strings.IndexByte(text[i:], '\n')
		if j < i {
			j = len(text)
		}
		start, end := trim(text, i, j)
		if start == end {
			blank = true
		} else {
			c.lines = append(c.lines, line{start: start, end: end, blank: blank || len(c.lines) == 0})
			blank = false
		}
		i = j + 1
	}
	c.unwrap()
	c.measure()
}

// measure finds the words and the shape of each.
func (c *cutter) measure() {
	w := 0
	for i := range c.lines {
		l := &c.lines[i]
		for w < len(c.words) && c.words[w].Start < l.start {
			w++
		}
		l.from = w
		for w < len(c.words) && c.words[w].End <= l.end {
			w++
		}
		l.to = w
		l.shape(c.view, c.words)
	}
}

// trim returns the span of text[start:end] without white space and invisible signs around it.
func trim(text string, start, end int) (int, int) {
	for start < end {
		c := text[start]
		if c == ' ' || c >= 9 && c <= 13 {
			start++
			continue
		}
		if c < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeRuneInString(text[start:end])
		if !invisible(r) {
			break
		}
		start += n
	}
	for start < end {
		c := text[end-1]
		if c == ' ' || c >= 9 && c <= 13 {
			end--
			continue
		}
		if c < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeLastRuneInString(text[start:end])
		if !invisible(r) {
			break
		}
		end -= n
	}
	return start, end
}

func invisible(r rune) bool {
	switch r {
	case 0xA0, 0x85, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF, 0xAD:
		return true
	}
	return r >= 0x2000 && r <= 0x200A
}

// unwrap joins the lines of paragraphs that were broken at a fixed width. It does so only where the whole text looks so:
// nearly every line that another follows without an empty line is as long as it could be, for the next word would have
// made it wider than the widest.
func (c *cutter) unwrap() {
	const widest, narrowest = 110, 50
	wide := 0
	for i := range c.lines {
		n := utf8.RuneCountInString(c.view[c.lines[i].start:min(c.lines[i].end, c.lines[i].start+4*widest+4)])
		if n > widest {
			return
		}
		wide = max(wide, n)
	}
	if wide < narrowest {
		return
	}
	full := func(a, b *line) bool {
		s := c.view[b.start:b.end]
		if i := strings.IndexByte(s, ' '); i >= 0 {
			s = s[:i]
		}
		return utf8.RuneCountInString(c.view[a.start:a.end])+1+utf8.RuneCountInString(s) > wide
	}
	broken, followed := 0, 0
	for i := 0; i+1 < len(c.lines); i++ {
		if a, b := &c.lines[i], &c.lines[i+1]; !b.blank {
			followed++
			if full(a, b) {
				broken++
			}
		}
	}
	if broken < 4 || broken*10 < followed*6 {
		return
	}
	out := c.lines[:0]
	last := line{} // the line before, as it stands in the file
	for _, l := range c.lines {
		n, _ := mark(c.view[l.start:l.end])
		if join := len(out) > 0 && !l.blank && n == 0 && l.end-l.start > 2 && full(&last, &l); join {
			out[len(out)-1].end = l.end
		} else {
			out = append(out, l)
		}
		last = l
	}
	c.lines = out
}

// finish makes the blocks and the sentences of classified lines. What the file holds before metaEnd is its head.
func (d *Document) finish(c *cutter, metaEnd int) {
	blocks := make([]Block, 0, 2*len(c.lines)+2)
	file, view := d.Span.Start, 0
	if metaEnd > file {
		blocks = append(blocks, Block{Kind: Meta, Span: source.Span{Start: file, End: metaEnd}, Rule: "head"})
		file = metaEnd
	}
	for i := range c.lines {
		l := &c.lines[i]
		sp := d.View.Source(l.start, l.end)
		sp.Start = max(sp.Start, file)
		sp.End = max(sp.End, sp.Start)
		if l.start > view || sp.Start > file {
			blocks = append(blocks, Block{Kind: Blank, Span: source.Span{Start: file, End: sp.Start}, Start: view, End: l.start})
		}
		blocks = append(blocks, Block{Kind: l.kind, Span: sp, Start: l.start, End: l.end, Rule: l.rule})
		file, view = sp.End, l.end
	}
	if view < len(c.view) || file < d.Span.End {
		blocks = append(blocks, Block{Kind: Blank, Span: source.Span{Start: file, End: d.Span.End}, Start: view, End: len(c.view)})
	}
	d.Blocks = blocks
	d.View.Sentences = c.signs.sentences.get(len(blocks) + len(d.View.Text)/160)
	d.View.sentences(blocks)
	room := d.View.Sentences
	d.View.Sentences = slices.Clone(room) // no more than it is: documents are kept as long as a site is made
	c.signs.sentences.put(room)
}
