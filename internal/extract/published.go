package extract

import (
	"readout/internal/date"
	"readout/internal/document"
	"readout/internal/record"
	"readout/internal/words"
)

// readPublished reads the day on which the publisher put a release out, if the text says so: front matter, a date line by
// the headline, a by-line, a full dateline, a line at the foot, the metadata of a web page. A day that stands without its
// year stays so (see settlePublished). The fact is unknown where the text does not tell.
func readPublished(c *calendar) record.Fact[record.Dating] {
	if f := publishedField(c.doc, "front-matter"); f.Known() {
		return f
	}
	best := dateLine{rank: noLine}
	for _, l := range c.dateLines() {
		if l.rank >= saysUpdated && best.rank < noLine || l.rank > best.rank {
			continue
		}
		if l.rank < best.rank || better(c, &l, &best) {
			best = l
		}
	}
	if best.rank == noLine || best.rank >= saysUpdated || best.days.From.Year == 0 {
		if f := publishedField(c.doc, "html"); f.Known() {
			return f
		}
	}
	if best.rank == noLine {
		return record.Fact[record.Dating]{}
	}
	return c.published(&best)
}

// better reports whether of two date lines of one rank the first is the better: the one with its year, then the one by
// the headline and nearer to it.
func better(c *calendar, a, b *dateLine) bool {
	if (a.days.From.Year > 0) != (b.days.From.Year > 0) {
		return a.days.From.Year > 0
	}
	if a.rank == closesText || a.rank == overPage {
		return true // the last
	}
	far := func(l *dateLine) int {
		if c.head < 0 {
			return l.block
		}
		if l.block < c.head {
			return 2 * (c.head - l.block) // a line under the headline comes before one as far over it
		}
		return l.block - c.head
	}
	return far(a) < far(b)
}

// published makes the fact of a date line.
func (c *calendar) published(l *dateLine) record.Fact[record.Dating] {
	rule, conf := lineRules[l.rank], record.Certain
	day := l.days.From
	var other []date.Date
	if l.other.Known() {
		firm := false
		day, rule, firm = c.settleFigures(&l.toldTime)
		conf = record.Inferred
		if !firm {
			conf = record.Uncertain
		}
		rest := l.other
		if rest == day {
			rest = l.days.From
		}
		other = []date.Date{date.On(rest)}
	}
	switch {
	case day.Year == 0:
		conf = record.Uncertain
	case l.rank == saysUpdated && c.agrees(l, day):
		conf = record.Inferred
	case l.rank == saysUpdated || l.rank == saysPassedOn:
		conf = record.Uncertain
	case conf == record.Certain && (l.rank == saysPosted && !c.alonePosted(l) || l.rank >= closesText):
		conf = record.Inferred
	}
	f := c.fact(date.On(day), l.timeMention, rule, conf)
	f.Value.Time, f.Value.Alternatives = l.clock, other
	return f
}

// agrees reports whether another time of the document, a dateline say, tells the same day without its year.
func (c *calendar) agrees(l *dateLine, day date.Day) bool {
	for i := range c.times {
		t := &c.times[i]
		if t.from != l.from && t.sort == timeDay && t.days.From.Month == day.Month && t.days.From.Day == day.Day && (t.days.From.Year == 0 || t.days.From.Year == day.Year) {
			return true
		}
	}
	return false
}

// underText reports whether a paragraph stands between the headline and a block: "Date: Thursday, 12 May 2011" down there may
// be the day of the event.
func (c *calendar) underText(block int) bool {
	for b := c.head + 1; b > 0 && b < block; b++ {
		if c.doc.Blocks[b].Kind == document.Paragraph {
			return true
		}
	}
	return false
}

// alonePosted reports whether a "Posted" line stands over the text and no other line tells another day.
func (c *calendar) alonePosted(l *dateLine) bool {
	for _, o := range c.dateLines() {
		if o.days.From != l.days.From {
			return false
		}
	}
	return l.block < c.firstText()
}

// publishedField reads the day of publication from what stands beside the text: front matter ("front-matter") or the
// metadata of a web page ("html").
func publishedField(doc *document.Document, from string) record.Fact[record.Dating] {
	best := len(publishedKeys)
	var at *document.Field
	var day date.Day
	var clockTime string
	for i := range doc.Fields {
		f := &doc.Fields[i]
		if f.From != from {
			continue
		}
		for k, key := range publishedKeys[:best] {
			if words.Fold(f.Key) != words.Fold(key) {
				continue
			}
			ws := words.Cut(f.Value)
			for _, m := range readTimes(f.Value, ws, 0, len(ws), nil) {
				if m.sort == timeDay && m.days.From.Full() && !m.other.Known() {
					best, at, day = k, f, m.days.From
					clockTime, _ = clock(f.Value, ws, m.to)
					if n := m.to - 1; len(ws[n].Text) == 5 {
						clockTime, _ = clock(f.Value, ws, n)
					}
					break
				}
			}
			break
		}
	}
	if at == nil {
		return record.Fact[record.Dating]{}
	}
	rule := "front-matter"
	if from == "html" {
		rule = "html-metadata"
	}
	var e []record.Evidence
	if !at.Span.Empty() {
		e = []record.Evidence{{Span: at.Span, Quote: doc.Source.Slice(at.Span), Rule: rule}}
	}
	d := date.On(day)
	return record.Fact[record.Dating]{Value: record.Dating{Date: d, Time: clockTime, Clues: []record.Clue{{Rule: rule, Says: d, Evidence: e}}},
		Rule: rule, Confidence: record.Certain, Evidence: e}
}

// publishedKeys are the keys under which pages and front matter tell the day of publication, the surest first.
var publishedKeys = [...]string{"published", "datePublished", "jsonld:datePublished", "article:published_time", "og:article:published_time", "date", "publication_date", "pubdate",
	"dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date", "dcterms.created", "dc.date.created", "sailthru.date", "parsely-pub-date", "time"}
