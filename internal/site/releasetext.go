package site

import (
	"strconv"
	"strings"

	"readout/internal/document"
	"readout/internal/record"
)

// text writes the release's text in its own numbering, and what was left out.
func (v *releaseView) text(p *ReleasePage) {
	lang := languageOf(v.e)
	title := v.e.Record.Title.Value
	plain := &out{}
	plain.run(v.e.Headline(), lang)
	p.Headline = plain.html()
	if !v.shown {
		p.ExcerptText = record.FirstWords(record.OneLine(strings.TrimSpace(record.Mask(v.e.Record.Text))), excerptWords)
		return
	}
	for i, d := range v.e.Record.Doubts {
		v.mark("doubt"+strconv.Itoa(i+1), "doubt", "in doubt", d.Evidence)
	}
	doc := v.e.Document()
	m := newMarker(doc, lang, v.marks, v.tags)
	o := newOut(2*len(doc.View.Text) + 1024)
	titled, places := false, &out{}
	for i, b := range doc.Blocks {
		text := doc.View.Text[b.Start:b.End]
		switch {
		case b.Kind == document.Blank || strings.TrimSpace(text) == "":
		case b.Kind == document.Headline && !titled && record.OneLine(text) == title:
			titled = true
			h := &out{}
			m.block(h, i)
			p.Headline = h.html()
		case b.Kind.Text() || b.Kind == document.DateLine || b.Kind == document.Byline || b.Kind == document.Headline:
			v.paragraph(o, m, i, b, text)
			m.numbers(places, i)
		default:
			f := &out{}
			left := LeftOut{Name: blockName(string(b.Kind))}
			m.block(f, i)
			left.Text = f.html()
			p.LeftOut = append(p.LeftOut, left)
		}
	}
	p.Text, p.Sentences = o.html(), places.html()
}

// paragraph writes a block of the text as what it is.
func (v *releaseView) paragraph(o *out, m *marker, i int, b document.Block, text string) {
	open, end := "<p>", "</p>\n"
	switch b.Kind {
	case document.Item:
		open = `<p class="item">`
		if c := strings.TrimLeft(text, " \t\u3000\u00A0"); c != "" && !(c[0] >= '0' && c[0] <= '9' || c[0] >= 'A' && c[0] <= 'Z' || c[0] >= 'a' && c[0] <= 'z' && !strings.HasPrefix(c, "o ") || c[0] == '(') {
			open = `<p class="item sub">`
		}
	case document.Subhead:
		open, end = "<h3>", "</h3>\n"
	case document.Caption, document.Note, document.DateLine, document.Byline, document.Headline:
		open = `<p class="` + string(b.Kind) + `">`
	}
	o.raw(open)
	m.block(o, i)
	o.raw(end)
}
