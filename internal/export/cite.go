package export

import (
	"cmp"
	"strconv"
	"strings"
	"sync"

	"readout/internal/archive"
	"readout/internal/date"
	"readout/internal/record"
)

// Citation is how to cite one release, ready to be copied.
type Citation struct {
	Chicago string // an entry of a bibliography, in one line of plain text
	BibTeX  string
	RIS     string
	CSL     string // CSL-JSON: an array of one item
	page    string // address of the release's page, "" where the archive does not know its own
	ref     *reference
}

// Cite returns how to cite a release.
func Cite(a *archive.Archive, e *archive.Entry) Citation {
	r := refer(a, e)
	return Citation{Chicago: r.chicago(r.page), BibTeX: string(r.bibTeX()), RIS: string(r.ris()), CSL: string(r.csl()), page: r.page, ref: r}
}

// Sentence is the Chicago entry for one sentence of the release, whose place on its page is anchor: "s1204".
func (c Citation) Sentence(anchor string) string {
	page := c.page
	if page == "" {
		page = c.ref.path
	}
	return c.ref.chicago(page + "#" + anchor)
}

// reference is what a citation says, whatever its form. A government's press release is a report of the genre press
// release: so Zotero, EndNote and styles read it, while what is "generic" to RIS becomes a journal article. What a news
// medium published is a newspaper article.
type reference struct {
	key        string
	author     string // a body, not a person; "" unknown
	title      string
	genre      string // "Press release"; "" for a news medium
	medium     bool
	date       date.Date
	confidence record.Confidence
	language   string
	original   string // address where it was first published
	page       string // full address in the archive; "" unknown
	path       string
	archive    string // title
}

const genre = "Press release"

func refer(a *archive.Archive, e *archive.Entry) *reference {
	r := &reference{
		key: e.ID, title: record.OneLine(record.Mask(e.Title())), genre: genre, language: e.Record.Language.Value,
		original: webAddress(e.Record.Address.Value), path: e.Path(), archive: record.OneLine(record.Mask(a.Title)),
	}
	r.title = cmp.Or(r.title, e.ID)
	if p := e.Publisher; p != nil {
		r.author, r.medium = record.OneLine(p.Name), p.Medium
		if p.Medium {
			r.genre = ""
		}
	}
	if a.BaseURL != "" {
		r.page = a.BaseURL + e.Path()
	}
	r.date, r.confidence = issued(e)
	return r
}

// issued is the day on which a release came out. Where the release does not tell it, the day of its event stands for it,
// and is inferred at best; a statement comes out on its own day.
func issued(e *archive.Entry) (date.Date, record.Confidence) {
	r := e.Record
	if p := r.Published; p.Known() && p.Value.Date.From.Year != 0 && len(p.Value.Date.OneOf) == 0 {
		return p.Value.Date, p.Confidence
	}
	c := r.Date.Confidence
	if k := r.Kind.Value; c == record.Certain && k != record.Statement && k != record.Appointment {
		c = record.Inferred
	}
	return r.Date.Value.Date, c
}

// url is the address that is cited: where the release was first published, or else its page in the archive.
func (r *reference) url() string { return cmp.Or(r.original, r.page) }

// one is the date as a single day, as far as it is known; the zero Day where it is one of several.
func (r *reference) one() date.Day {
	if len(r.date.OneOf) > 0 || r.date.From.Year == 0 {
		return date.Day{}
	}
	return r.date.From
}

// chicago is the entry of a bibliography by the Chicago Manual of Style. page is the address in the archive, "" none.
func (r *reference) chicago(page string) string {
	var b strings.Builder
	if r.author != "" {
		b.WriteString(stopped(r.author) + " ")
	}
	b.WriteString("“" + stopped(nested(r.title)) + "” ")
	if r.genre != "" {
		b.WriteString(r.genre + ", ")
	}
	b.WriteString(stopped(r.when()))
	if r.original != "" {
		b.WriteString(" " + r.original + ".")
	}
	if page != "" {
		if r.original != "" {
			b.WriteString(" Archived at")
		}
		b.WriteString(" " + page + ".")
	}
	return b.String()
}

// when is the date as Chicago writes it: in brackets where it is not told, with a question mark where it is uncertain.
func (r *reference) when() string {
	d := r.date
	switch {
	case len(d.OneOf) > 0 && yearOf(d) != 0:
		return "[" + strconv.Itoa(yearOf(d)) + "?]"
	case len(d.OneOf) > 0 || d.From.Year == 0:
		return "n.d."
	}
	s := american(d.From)
	switch r.confidence {
	case record.Certain:
		return s
	case record.Uncertain:
		s += "?"
	}
	return "[" + s + "]"
}

// american is a day as Chicago writes it: June 18, 2018.
func american(d date.Day) string {
	s := strconv.Itoa(d.Year)
	switch {
	case d.Day != 0:
		return date.MonthName(d.Month) + " " + strconv.Itoa(d.Day) + ", " + s
	case d.Month != 0:
		return date.MonthName(d.Month) + " " + s
	}
	return s
}

// stopped ends a text with a full stop, unless it ends with a mark already.
func stopped(s string) string {
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}

// nested makes the double quotation marks of a title single, since it stands in double ones.
func nested(s string) string {
	open := true
	var b strings.Builder
	for _, c := range s {
		switch c {
		case '“':
			c = '‘'
		case '”':
			c = '’'
		case '"':
			if c = '’'; open {
				c = '‘'
			}
			open = !open
		}
		b.WriteRune(c)
	}
	return b.String()
}

// webAddress returns an address on the web, "" for anything but http and https.
func webAddress(s string) string {
	s = strings.TrimSpace(s)
	low := strings.ToLower(s)
	if !strings.HasPrefix(low, "https://") && !strings.HasPrefix(low, "http://") || strings.ContainsAny(s, " \t\r\n<>\"{}\\^`|\u00a0") {
		return ""
	}
	if record.Mask(s) != s {
		return "" // masked, it leads nowhere
	}
	return s
}

// cited keeps the citation of a release, which stands in the bibliography of many shelves.
type cited struct {
	once sync.Once
	ref  *reference
	bib  []byte
}

func (x *index) cite(e *archive.Entry) *cited {
	c := x.cites[e]
	c.once.Do(func() {
		c.ref = refer(x.Archive, e)
		c.bib = c.ref.bibTeX()
	})
	return c
}
