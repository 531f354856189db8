package site

import (
	"html/template"
	"slices"
	"strconv"

	"readout/internal/archive"
	"readout/internal/date"
	"readout/internal/record"
)

// Lists of links come from here, for html/template is slow with long ones.

// quoting picks a sentence of a release to show in a list, and the sentence's id on the release's page; both may be "".
type quoting func(*archive.Entry) (text, id string)

// quote writes the sentence that a list shows under a release.
func (o *out) quote(root string, e *archive.Entry, quote quoting) {
	text, id := quote(e)
	if text == "" {
		return
	}
	o.raw(`<p class="quote"`)
	o.language(e)
	o.raw(">")
	if id != "" {
		o.raw(`<a href="`)
		o.text(root + e.Path() + "#" + id)
		o.raw(`">`)
	}
	o.run(text, languageOf(e))
	if id != "" {
		o.raw("</a>")
	}
	o.raw("</p>")
}

// entryList writes releases one a line: day, headline, then kind, who took part and the publisher. quote may give a
// sentence to show under each; it is nil for none.
func entryList(root string, entries []*archive.Entry, quote quoting) template.HTML {
	return entryListOf(root, entries, quote, false)
}

// dayList is entryList for one month: the first release of each day can be linked to, as d and the day.
func dayList(root string, entries []*archive.Entry) template.HTML {
	return entryListOf(root, entries, nil, true)
}

func entryListOf(root string, entries []*archive.Entry, quote quoting, days bool) template.HTML {
	o := newOut(512*len(entries) + 32)
	o.raw("<ul class=\"entries\">\n")
	var named [32]bool
	for _, e := range entries {
		o.raw("<li")
		if d := e.Day.From.Day; days && d > 0 && !named[d] {
			named[d] = true
			o.raw(` id="d`, strconv.Itoa(d), `"`)
		}
		listed := e.Listed.Get(func() [2]string { return listed(e) })
		o.raw(">", listed[0])
		o.text(root)
		o.raw(listed[1])
		if quote != nil {
			o.quote(root, e, quote)
		}
		o.raw("</div></li>\n")
	}
	o.raw("</ul>")
	return o.html()
}

// listed is how a release stands in every list, before and behind the way to the top of the site.
func listed(e *archive.Entry) (parts [2]string) {
	o := newOut(128)
	o.day(e)
	o.raw(`<div><a class="title" href="`)
	parts[0] = string(o.html())
	o = newOut(384)
	o.text(e.Path())
	o.raw(`"`)
	o.language(e)
	o.raw(">")
	o.run(e.Headline(), languageOf(e))
	o.raw(`</a><p class="meta">`)
	o.text(e.Line())
	o.raw("</p>")
	parts[1] = string(o.html())
	return parts
}

// day writes the day under which a release stands, and how it is known where the text does not say it.
func (o *out) day(e *archive.Entry) {
	o.raw(`<div class="day">`)
	o.time(e.Day)
	o.how(e.HowKnown())
	o.raw("</div>")
}

// how writes how a day is known, behind the day.
func (o *out) how(known string) {
	if known != "" {
		o.raw(" <small>(", known, ")</small>")
	}
}

// time writes a date, for machines too where they can read it.
func (o *out) time(d date.Date) {
	human := "Undated"
	if d.Known() {
		human = d.Human()
	}
	iso := isoDay(d)
	if iso == "" {
		o.raw("<span>")
		o.text(human)
		o.raw("</span>")
		return
	}
	o.raw(`<time datetime="`, iso, `">`)
	o.text(human)
	o.raw("</time>")
}

// language writes the lang attribute of what is quoted from a release, where it is not that of the page.
func (o *out) language(e *archive.Entry) {
	if l := languageOf(e); l != "" {
		o.attr("lang", l)
	}
}

// languageOf is the language of a release's text, "" for English, in which pages are written.
func languageOf(e *archive.Entry) string {
	l := e.Record.Language.Value
	if len(l) >= 2 && l[:2] == "en" {
		return ""
	}
	return l
}

// shelfLink is one link of a list of shelves.
type shelfLink struct {
	path, name string
	note       string // after the name: a country, an office; "" if none
	count      int    // shown if not 0
}

// linkList writes links in columns, each with its count.
func linkList(root string, links []shelfLink) template.HTML {
	o := newOut(128*len(links) + 32)
	o.raw("<ul class=\"index\">\n")
	for _, l := range links {
		o.raw("<li>")
		o.link(root, l.path, l.name)
		if l.note != "" {
			o.raw(` <span class="note">`)
			o.prose(l.note)
			o.raw("</span>")
		}
		if l.count != 0 {
			o.raw(` <span class="count">`, number(l.count), "</span>")
		}
		o.raw("</li>\n")
	}
	o.raw("</ul>")
	return o.html()
}

// maxPlaces is how many places of one fact are linked to.
const maxPlaces = 8

// evidenceLinks writes numbered links to the places where a fact stands in the text, as an index does; not all of many.
func (o *out) evidenceLinks(p placer, class, what string, evidence []record.Evidence) {
	n := 0
	var seen [maxPlaces]string
	for _, ev := range evidence {
		to := p.target(ev.Span, class)
		if to == "" || slices.Contains(seen[:n], to) {
			continue
		}
		if n++; n > maxPlaces {
			o.raw(" …")
			break
		}
		seen[n-1] = to
		if n == 1 {
			o.raw(`<span class="in">`)
		} else {
			o.raw(" ")
		}
		o.raw(`<a href="#`, to, `"`)
		o.attr("aria-label", what+", place "+strconv.Itoa(n)+" in the text")
		o.raw(`>`, strconv.Itoa(n), `</a>`)
	}
	if n > 0 {
		o.raw(`</span>`)
	}
}
