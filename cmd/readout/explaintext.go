package main

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"

	"readout/internal/document"
	"readout/internal/record"
	"readout/internal/source"
)

// mark is a place in the text, by bytes of the view, where a fact stands.
type mark struct {
	start, end int
	style      style
}

// The fields whose evidence is marked in the text. Topics and occasions are told by whole sentences, which would cover all
// others; they are quoted among the facts.
func (x explanation) marks() []mark {
	var ms []mark
	add := func(s style, es []record.Evidence) {
		for _, e := range es {
			if start, end, ok := x.d.Place(e.Span); ok && x.printed(start) {
				ms = append(ms, mark{start, end, s})
			}
		}
	}
	for _, f := range []record.Fact[record.Dating]{x.r.Date, x.r.Published} {
		add(yellow, f.Evidence)
		for _, c := range f.Value.Clues {
			add(yellow, c.Evidence)
		}
	}
	for _, o := range x.r.Occasions {
		add(yellow, o.Date.Evidence)
	}
	for _, p := range x.r.Participants {
		add(green, p.Evidence)
	}
	for _, p := range x.r.Mentioned {
		add(cyan, p.Evidence)
	}
	for _, c := range x.r.Countries {
		add(blue, c.Evidence)
	}
	add(purple, x.r.Kind.Evidence)
	add(purple, x.r.Publisher.Evidence)
	// the longer of two that overlap is marked, and stands for both
	slices.SortStableFunc(ms, func(a, b mark) int {
		return cmp.Or(cmp.Compare(b.end-b.start, a.end-a.start), cmp.Compare(a.start, b.start))
	})
	var kept []mark
	for _, m := range ms {
		if !slices.ContainsFunc(kept, func(k mark) bool { return m.start < k.end && k.start < m.end }) {
			kept = append(kept, m)
		}
	}
	slices.SortFunc(kept, func(a, b mark) int { return cmp.Compare(a.start, b.start) })
	return kept
}

// printed reports whether a place of the view is printed: furniture is not.
func (x explanation) printed(at int) bool {
	i := sort.Search(len(x.d.Blocks), func(i int) bool { return x.d.Blocks[i].End > at })
	return i < len(x.d.Blocks) && x.d.Blocks[i].Kind != document.Furniture && x.d.Blocks[i].Kind != document.Meta
}

// number returns the number of the mark in which a place of the file lies, from 1; 0 for none.
func (x explanation) number(marks []mark, sp source.Span) int {
	start, end, ok := x.d.Place(sp)
	if !ok {
		return 0
	}
	return 1 + slices.IndexFunc(marks, func(m mark) bool { return m.start < end && start < m.end })
}

// text prints the release block by block, each line with its number in the file. What is no part of the release is told
// in one line.
func (x explanation) text(marks []mark) {
	gutter := func(at int) []piece {
		line, _ := x.d.Source.Position(x.d.View.Source(at, at).Start)
		return []piece{{fmt.Sprintf("%5d  ", line), dim}}
	}
	left := 0 // lines of furniture not yet told
	tell := func() {
		if left > 0 {
			x.line(piece{fmt.Sprintf("       (%s left out as furniture)", count(left, "line")), dim})
		}
		left = 0
	}
	first := true
	for _, b := range x.d.Blocks {
		text := x.d.View.Text[b.Start:b.End]
		if b.Kind == document.Blank || b.Kind == document.Meta || strings.TrimSpace(text) == "" {
			continue
		}
		if b.Kind == document.Furniture {
			left += 1 + strings.Count(strings.TrimSpace(text), "\n")
			continue
		}
		if !first {
			x.line()
		}
		tell()
		first = false
		at := b.Start
		for line := range strings.SplitAfterSeq(text, "\n") {
			if strings.TrimSpace(line) != "" {
				x.wrap(gutter(at), x.pieces(marks, at, at+len(line), lineStyle(b.Kind))...)
			}
			at += len(line)
		}
	}
	tell()
}

func lineStyle(k document.Kind) style {
	switch {
	case k == document.Headline:
		return bold
	case k.Text():
		return plain
	}
	return dim
}

// pieces cuts a line at its marks; each opens with its number.
func (x explanation) pieces(marks []mark, from, to int, base style) []piece {
	var out []piece
	at := from
	for i, m := range marks {
		if m.end <= from || m.start >= to {
			continue
		}
		start, end := max(m.start, from), min(m.end, to)
		out = append(out, piece{visible(x.d.View.Text[at:start]), base})
		out = append(out, piece{fmt.Sprintf("[%d:", i+1), dim}, piece{visible(x.d.View.Text[start:end]), m.style}, piece{"]", dim})
		at = end
	}
	return append(out, piece{visible(strings.TrimRight(x.d.View.Text[at:to], "\r\n")), base})
}
