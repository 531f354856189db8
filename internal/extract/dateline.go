package extract

import (
	"strings"

	"readout/internal/document"
	"readout/internal/words"
)

// dateLine is a place that may tell when a release was put out.
type dateLine struct {
	toldTime
	rank  lineRank
	clock string // "08:28", "" if none
}

// lineRank tells how well a place tells the day of publication: the first is the best.
type lineRank uint8

const (
	saysOriginal  lineRank = iota // Originally published: 12 Oct 2016
	saysPublished                 // Published, Date, Release date: before the date, outside the text
	standsByTitle                 // a bare date in a line of its own by the headline, a by-line with a date
	saysPosted                    // Posted: by a site that took the text over, or the publisher's own
	opensText                     // the full dateline of the text: "ABU DHABI, 3rd March, 2022 (WAM)"
	closesText                    // a date at the foot
	saysBelow                     // ... published this content on 27 November 2023
	overPage                      // a bare date over the page, before the headline
	inHeadline                    // a date in the headline
	saysUpdated                   // Last updated
	saysPassedOn                  // Distributed by Public on 08/08/2024
	noLine
)

var lineRules = [...]string{"originally-published", "date-line", "date-line", "posted", "dateline", "date-at-the-foot", "published-on", "date-over-the-page",
	"date-in-headline", "last-updated", "distributed", ""}

// dateLines finds the places that may tell when the release was put out, in the order of the text.
func (c *calendar) dateLines() []dateLine {
	var out []dateLine
	for i := range c.times {
		t := &c.times[i]
		if t.sort != timeDay || t.days.To.Known() {
			continue
		}
		l := dateLine{toldTime: *t}
		l.rank = c.rank(t)
		if l.rank == saysPublished && c.underText(t.block) {
			l.rank = closesText
		}
		if l.rank == noLine {
			continue
		}
		l.clock = c.clockBy(t)
		out = append(out, l)
	}
	return out
}

// rank tells what a time says of the publication, by the kind and the place of its block and the words before it.
func (c *calendar) rank(t *toldTime) lineRank {
	b := &c.doc.Blocks[t.block]
	from, to := c.within(t.block)
	label := noLabel
	if !b.Kind.Body() || t.from-from <= 5 { // the label of a time within a paragraph is never asked for
		label = c.label(t, from)
	}
	year := t.days.From.Year > 0
	if year && (t.days.From.Year < 1945 || t.days.From.Year > 2060) { // other calendars count otherwise
		return noLine
	}
	if t.block > c.firstText() && c.underList(t.block) {
		return noLine
	}
	short := to-from <= 30
	after := t.block >= c.end && c.end > 0
	switch b.Kind {
	case document.Headline:
		if year && c.alone(t, from, to) && to-from <= 8 && !c.bracketed(t, from) {
			return standsByTitle // a line taken for the headline
		}
		if year && t.from-from <= 4 && c.gap(t.from) != words.Open { // elsewhere in it stands the day of the event
			return inHeadline
		}
		return noLine
	case document.Paragraph, document.Item, document.Subhead, document.Caption:
		switch {
		case (t.block == c.body || c.underSubtitle(t.block)) && c.opens(t, from, to) && year:
			return opensText
		case label == labelPublished && year && t.from-from <= 5 && (c.alone(t, from, to) || c.gap(t.from) == words.Colon):
			return saysPublished
		case t.block < c.firstText() && short && b.Kind != document.Caption && b.Kind != document.Item && (year || t.to == to || t.from == from) && c.alone(t, from, to):
			return standsByTitle
		case c.alone(t, from, to) && short && b.Kind != document.Caption && year && (t.block <= c.firstText() || t.block == c.end-1):
			if t.block <= c.firstText() {
				return standsByTitle
			}
			return closesText
		}
		return noLine
	case document.Note, document.Marker, document.Contact, document.Furniture, document.Label, document.SiteName, document.Byline, document.DateLine:
	default:
		return noLine
	}
	switch label {
	case labelElse:
		return noLine
	case labelUpdated:
		return saysUpdated
	case labelPassedOn:
		return saysPassedOn
	case labelOriginal:
		return saysOriginal
	}
	near := b.Kind == document.DateLine || b.Kind == document.Byline
	switch {
	case after && label == noLabel && b.Kind != document.DateLine:
		if c.publishedOn(t, from) {
			return saysBelow
		}
		return noLine
	case after && label == noLabel:
		return closesText
	case after && (label == labelPublished || c.publishedOn(t, from)):
		return saysBelow
	case after && !near:
		return noLine
	case label == labelPublished || label == labelDate:
		return saysPublished
	case label == labelPosted:
		return saysPosted
	case near:
		return standsByTitle
	case c.head >= 0 && t.block < c.head:
		if short && (b.Kind == document.Label || c.nextText(t.block) == c.head) {
			return standsByTitle
		}
		if year {
			return overPage
		}
	case short && (c.alone(t, from, to) || year):
		return standsByTitle
	}
	return noLine
}

// firstText is the index of the first block of the body with a sentence of some length.
func (c *calendar) firstText() int {
	for i := c.body; i < c.end; i++ {
		if !c.doc.Blocks[i].Kind.Body() {
			continue
		}
		if from, to := c.within(i); to-from > 12 {
			return i
		}
	}
	return c.body
}

// underSubtitle reports whether a block is the second of the body, under a line of a few words that ends without a stop.
func (c *calendar) underSubtitle(block int) bool {
	if block <= c.body || c.nextText(c.body) != block {
		return false
	}
	from, to := c.within(c.body)
	b := &c.doc.Blocks[c.body]
	return to-from <= 24 && to > from && b.End > b.Start && !strings.ContainsAny(c.doc.View.Text[b.End-1:b.End], ".:!?")
}

// nextText is the index of the next block that is not blank.
func (c *calendar) nextText(block int) int {
	for block++; block < len(c.doc.Blocks) && c.doc.Blocks[block].Kind == document.Blank; block++ {
	}
	return block
}

// bracketed reports whether a time stands within brackets that open in its block: "(Yerevan, 03.10.23)".
func (c *calendar) bracketed(t *toldTime, from int) bool {
	for i := t.from; i >= from; i-- {
		switch c.gap(i) {
		case words.Open:
			return true
		case words.Close:
			return false
		}
	}
	return false
}

// alone reports whether a time stands in its block with little else: its own weekday, a clock, a place, a label.
func (c *calendar) alone(t *toldTime, from, to int) bool {
	rest := to - from - (t.to - t.from)
	if rest > 8 {
		return false
	}
	lower := 0
	for i := from; i < to; i++ {
		if (i < t.from || i >= t.to) && c.ws[i].Case == words.Lower && labelOf(c.ws[i].Text) == noLabel {
			lower++
		}
	}
	return lower <= 2
}

// opens reports whether a time stands in the dateline that opens the text: "SEOUL, Sept. 18 (Yonhap) --", "MUNICH 19
// February 2023 –", "Islamabad, 18 June 2018:".
func (c *calendar) opens(t *toldTime, from, to int) bool {
	if t.from-from > 9 || t.to >= to {
		return false
	}
	switch c.ws[from].Text {
	case "on", "in", "at", "from", "during", "since", "between", "by", "today", "yesterday":
		return false
	}
	for i := from; i < t.from; i++ {
		if w := &c.ws[i]; w.Case == words.Lower && w.Text != "de" && w.Text != "of" && w.Text != "the" || i > from && w.Gap == words.Stop && len(c.ws[i-1].Text) > 2 {
			return false
		}
	}
	switch c.gap(t.to) {
	case words.Dash, words.Open, words.Colon, words.Other, words.Slash, words.Hyphen:
		return t.from > from || c.gap(t.to) == words.Dash || c.gap(t.to) == words.Colon || c.gap(t.to) == words.Open && c.placeBehind(t.to, to)
	case words.Close:
		return (c.gap(t.from) == words.Open || c.inBrackets(from)) && t.weekday == 0
	case words.Stop: // MOSCOW, June 3. /TASS/.
		return t.from > from && t.from-from <= 4 && (c.ws[from].Case == words.Upper || t.to == c.doc.View.Sentences[t.sentence].To)
	case words.Comma: // 24 April 2012, Astana --
		if t.from == from && c.placeBehind(t.to, to) {
			return true
		}
		if t.from > from && t.to+1 < to && c.ws[t.to].Case == words.Upper && c.gap(t.to+1) == words.Stop { // Baku, 18 June 2018, AZERTAC.
			return true
		}
		// Brussels, 18 June 2018, (agency); YEREVAN, JUNE 18, AGENCY:
		return t.from > from && t.to+1 < to && (c.gap(t.to+1) >= words.Dash || c.gap(t.to+1) == words.Colon && c.ws[t.to].Case == words.Upper)
	}
	// "Abuja June 18, 2018 NAN --": an agency between the date and the dash
	for i := t.to; i < min(to, t.to+4); i++ {
		if c.ws[i].Case == words.Lower {
			return false
		}
		if i > t.to && c.ws[i].Gap == words.Dash {
			return t.from > from
		}
	}
	return false
}

// inBrackets reports whether a bracket opens before word i: "[Manila, 24 April 2012] ...".
func (c *calendar) inBrackets(i int) bool {
	s := c.ws[i].Start
	return c.gap(i) == words.Open || s > 0 && strings.ContainsAny(c.doc.View.Text[s-1:s], "([")
}

// placeBehind reports whether up to four words in capitals stand behind a date, a place, and then the sign that ends a
// dateline: "Feb. 22, 2023 (NAIROBI, Kenya):".
func (c *calendar) placeBehind(i, to int) bool {
	for k := i; k < min(to, i+5); k++ {
		if k > i && (c.gap(k) == words.Dash || c.gap(k) == words.Colon || c.gap(k) == words.Close && c.gap(i) == words.Open) {
			return true
		}
		if c.ws[k].Case == words.Lower || c.ws[k].Number {
			return false
		}
	}
	return false
}

// publishedOn reports whether a time closes a sentence on the publication below the text: "published this content on 27
// November 2023".
func (c *calendar) publishedOn(t *toldTime, from int) bool {
	if t.from <= from || c.ws[t.from-1].Text != "on" {
		return false
	}
	for i := t.from - 2; i >= max(from, t.from-6); i-- {
		switch c.ws[i].Text {
		case "published", "issued", "released":
			return true
		case "distributed":
			return false
		}
	}
	return false
}

// clockBy reads the time of day that stands behind or before a date in its block.
func (c *calendar) clockBy(t *toldTime) string {
	from, to := c.within(t.block)
	text := c.doc.View.Text
	if w := &c.ws[t.to-1]; w.Number && len(w.Text) == 5 && w.Text[2] == 't' {
		if s, n := clock(text, c.ws[:to], t.to-1); n > t.to-1 {
			return s
		}
	}
	for i := t.to; i < min(to, t.to+4); i++ {
		if s, n := clock(text, c.ws[:to], i); n > i {
			return s
		}
		if c.ws[i].Number || monthOf(&c.ws[i]) > 0 {
			break
		}
	}
	for i := t.from - 1; i >= max(from, t.from-4); i-- {
		if s, n := clock(text, c.ws[:t.from], i); n > i && n >= t.from-2 {
			if i > from && c.ws[i-1].Number && c.ws[i].Start == c.ws[i-1].End+1 && text[c.ws[i-1].End] == ':' {
				continue // the minutes of a clock that begins before
			}
			return s
		}
	}
	return ""
}
