package export

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"readout/internal/archive"
	"readout/internal/date"
	"readout/internal/record"
)

// The releases that a feed holds, the newest ones.
const (
	allEntries   = 50
	shelfEntries = 10
)

// feed is a list of releases that readers follow.
type feed struct {
	Title   string
	Path    string // of the feed
	Page    string // path of the page that it goes with
	entries []*archive.Entry
}

// Atom writes the newest releases as an Atom feed (RFC 4287), of the archive or of the shelf that the options name. It
// fails where the archive does not know its address on the web, which makes the ids of a feed.
func Atom(w io.Writer, a *archive.Archive, o Options) error {
	if a.BaseURL == "" {
		return fmt.Errorf("a feed needs the address at which the archive stands on the web")
	}
	return newIndex(a, o).followed().Write(w)
}

// followed is the feed of the shelf that the options name, or of the archive.
func (x *index) followed() File {
	f := x.allFeed()
	if s, ok := FindShelf(x.Archive, x.o.Shelf); ok {
		f = shelfFeed(s)
	}
	return x.feedFile(f)
}

func (x *index) allFeed() feed {
	f := feed{Title: x.Title, Path: "feed.atom", Page: "index.html"}
	for _, e := range slices.Backward(x.releases) {
		if yearOf(e.Day) != 0 {
			f.entries = append(f.entries, e)
		}
		if len(f.entries) == allEntries {
			break
		}
	}
	return f
}

func shelfFeed(s *archive.Shelf) feed {
	return feed{s.Name, beforeSuffix(s.Path()) + ".atom", s.Path(), s.Entries[:min(len(s.Entries), shelfEntries)]}
}

// manyEvents is from how many events on a pair of countries has a feed of its own.
const manyEvents = 10

// feedsOf lists the feeds of shelves: of each country, official and topic, and of each pair that was in contact often.
func feedsOf(a *archive.Archive) []feed {
	var list []feed
	for s := range shelves(a) {
		switch s.Kind {
		case archive.CountryKind, archive.OfficialKind, archive.TopicKind:
			list = append(list, shelfFeed(s))
		}
	}
	for _, p := range a.Pairs {
		if len(p.Contacts) >= manyEvents {
			list = append(list, shelfFeed(&p.Shelf))
		}
	}
	return list
}

// feeds lists all feeds as files.
func (x *index) feeds() []File {
	var files []File
	for _, f := range append([]feed{x.allFeed()}, feedsOf(x.Archive)...) {
		files = append(files, x.feedFile(f))
	}
	return files
}

func (x *index) feedFile(f feed) File {
	return x.keyed(File{Path: f.Path, write: func(w io.Writer) error { return x.writeFeed(w, f) }, shows: func(h *archive.Hash) {
		h.Text(f.Title, f.Page)
		h.Entries(f.entries...)
	}})
}

func (x *index) writeFeed(w io.Writer, f feed) error {
	b := newXML(w)
	b.raw(`<feed xmlns="http://www.w3.org/2005/Atom"`)
	b.attributes([]string{"xml:lang", x.Language})
	b.raw(">\n")
	b.element("id", x.BaseURL+f.Path)
	title := f.Title
	if title != x.Title {
		title += " – " + x.Title
	}
	b.element("title", title)
	b.element("subtitle", x.Description)
	updated := day(0)
	for _, e := range f.entries {
		updated = max(updated, moment(e))
	}
	b.element("updated", updated.String())
	b.element("generator", "readout")
	b.raw("<author>")
	b.element("name", x.Title)
	b.raw("</author>\n")
	b.empty("link", "rel", "self", "type", "application/atom+xml", "href", x.BaseURL+f.Path)
	b.empty("link", "rel", "alternate", "type", "text/html", "href", canonical(x.Archive, f.Page))
	for _, e := range f.entries {
		x.writeFeedEntry(b, e)
	}
	b.raw("</feed>\n")
	return b.Flush()
}

func (x *index) writeFeedEntry(b xmlWriter, e *archive.Entry) {
	r := e.Record
	b.raw("<entry>\n")
	b.element("id", x.BaseURL+e.Path())
	b.element("title", cmp.Or(record.OneLine(e.Title()), e.ID), "xml:lang", r.Language.Value)
	b.element("updated", moment(e).String())
	if p := r.Published.Value.Date; p.From.Full() && !p.IsSpan() && len(p.OneOf) == 0 {
		b.element("published", dayOf(p).String())
	}
	if e.Publisher != nil {
		b.raw("<author>")
		b.element("name", e.Publisher.Name)
		b.raw("</author>\n")
	}
	b.empty("link", "rel", "alternate", "type", "text/html", "href", x.BaseURL+e.Path())
	if original := webAddress(r.Address.Value); original != "" {
		b.empty("link", "rel", "via", "href", original)
	}
	for _, t := range r.Topics {
		b.empty("category", "term", t.Value.ID, "label", t.Value.Label)
	}
	switch {
	case e.Excerpt:
		b.element("summary", text(e), "xml:lang", r.Language.Value)
	case strings.TrimSpace(r.Text) == "":
		b.element("summary", cmp.Or(record.OneLine(e.Title()), e.ID))
	default:
		b.element("content", paragraphs(r.Text), "type", "html", "xml:lang", r.Language.Value)
	}
	b.raw("</entry>\n")
}

// day is a day as a number that grows with time: year, month, day. No feed ever asks the clock.
type day int

// String is the day's first moment as RFC 3339 writes it; where only the year or the month is known, their beginning. The
// undated stand at the beginning of the computers' calendar, since a feed must say something, and the same each time.
func (d day) String() string {
	if d == 0 {
		d = 19700101
	}
	return fmt.Sprintf("%04d-%02d-%02dT00:00:00Z", int(d)/10000, max(int(d)/100%100, 1), max(int(d)%100, 1))
}

func dayOf(d date.Date) day { return day(d.From.Year*10000 + d.From.Month*100 + d.From.Day) }

// moment is when a release was last changed, as far as an archive can tell: the day of publication, or else its own.
func moment(e *archive.Entry) day {
	if p := e.Record.Published.Value.Date; yearOf(p) != 0 && p.From.Year != 0 {
		return dayOf(p)
	}
	if e.Day.From.Year != 0 {
		return dayOf(e.Day)
	}
	return day(yearOf(e.Day) * 10000)
}
