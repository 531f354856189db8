package extract

import (
	"readout/internal/document"
	"readout/internal/words"
)

// lineLabel is what words before a date say of it.
type lineLabel uint8

const (
	noLabel lineLabel = iota
	labelDate
	labelPublished
	labelOriginal
	labelPosted
	labelUpdated
	labelPassedOn
	labelElse // of another thing than the release: copyright, an event
)

// labelOf reads the label words of date lines.
func labelOf(t string) lineLabel {
	switch t {
	case "date", "dated", "datum", "fecha", "data", "dato", "дата", "일자", "날짜", "日期", "日時":
		return labelDate
	case "published", "publication", "publish", "issued", "issue", "issuance", "released", "release", "created", "embargo", "publie", "publiee", "publicado", "publicada", "publicacion", "pubblicato",
		"veroffentlicht", "gepubliceerd", "publicerad", "publisert", "udgivet", "objavljeno", "opublikowano", "опубликовано", "опубліковано", "등록일", "작성일", "배포일", "발표일", "게시일", "입력", "发布时间", "发布日期", "掲載日", "yayinlanma", "วนทนาเขาขอมล", "วนทเผยแพร":
		return labelPublished
	case "originally", "original":
		return labelOriginal
	case "posted", "post", "uploaded", "online", "posté", "added":
		return labelPosted
	case "updated", "update", "modified", "modification", "edited", "revised", "reviewed", "last", "actualizado", "aktualisiert", "수정", "수정일", "更新", "actualise", "วนทปรบปรงขอมล":
		return labelUpdated
	case "distributed", "syndicated", "retrieved", "accessed", "downloaded", "printed", "archived", "crawled", "cached":
		return labelPassedOn
	case "copyright", "rights", "expires", "expiry", "deadline", "until", "since", "venue", "when", "next", "previous", "born", "effective", "period", "event", "term":
		return labelElse
	}
	return noLabel
}

// label reads what the words before a time, in its block or in a short line over it, say of it.
func (c *calendar) label(t *toldTime, from int) lineLabel {
	best := noLabel
	read := func(from, to int) {
		for i := to - 1; i >= max(from, to-8); i-- {
			l := labelOf(c.ws[i].Text)
			switch {
			case l == noLabel:
			case l == labelUpdated && c.ws[i].Text == "last" && best == noLabel && i+1 < to:
				best = labelUpdated
			case best == noLabel || best == labelDate:
				best = l
			case best == labelPublished && (l == labelOriginal || l == labelUpdated && c.ws[i+1].Text == "published"):
				best = l
			case best == labelUpdated && l == labelPublished && i > from && c.ws[i].Gap != words.Space:
				// "Published on ... Updated on ..." is cut at the date between them
			}
		}
	}
	start := from
	for i := range c.times { // the label of an earlier date in the line is not this one's
		if o := &c.times[i]; o.block == t.block && o.sort == timeDay && o.to <= t.from {
			start = max(start, o.to)
		}
	}
	// a clock behind the earlier date belongs to it
	read(start, t.from)
	if best == noLabel && start == from && t.from-from <= 2 {
		for p := t.block - 1; p >= 0; p-- {
			if c.doc.Blocks[p].Kind == document.Blank {
				continue
			}
			if f, e := c.within(p); e > f && e-f <= 4 && c.labels(e-1) && c.doc.Blocks[p].Kind != document.Headline && c.doc.Blocks[p].Kind != document.Label {
				read(f, e)
			}
			break
		}
	}
	return best
}

// labels reports whether a line that ends with word i may be the label of the line below: "Published on", "Release date:",
// not "(Archived Content)".
func (c *calendar) labels(i int) bool {
	switch c.text(i) {
	case "on", "at", "in", "time", "day":
		return true
	}
	if labelOf(c.text(i)) != noLabel {
		return true
	}
	end := c.ws[i].End
	return end < len(c.doc.View.Text) && c.doc.View.Text[end] == ':'
}

// underList reports whether the line right over a block heads a list of other releases: "Related News".
func (c *calendar) underList(block int) bool {
	for block--; block >= 0; block-- {
		if c.doc.Blocks[block].Kind == document.Blank {
			continue
		}
		from, to := c.within(block)
		for i := from; i < to && to-from <= 5; i++ {
			switch c.text(i) {
			case "related", "latest", "recent", "other", "more", "previous", "similar", "popular", "resources", "archive", "upcoming":
				return true
			}
		}
		break
	}
	return false
}
