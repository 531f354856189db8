// Package archive puts all releases in order: events, shelves, pairs, addresses.
package archive

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"readout/internal/date"
	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
)

// Release is a release as it comes: what was read from it and what it was read from. Its record's file is the path from
// the top of the collection.
type Release struct {
	Record   *record.Record
	Open     func() *document.Document // blocks and view; its source holds the bytes for download; nil where there is none
	Withheld bool                      // whether the file may not be downloaded, since e-mail addresses can be read in it
	Key      string                    // a checksum of record and file; "" where none was made
}

// Options is what a collection says about itself. Everything may be left empty.
type Options struct {
	Title       string            // of the archive
	Description string            // one or two sentences, plain text
	BaseURL     string            // where the site will stand, ending in a slash; "" unknown
	Language    string            // BCP 47, of most releases
	Rights      string            // "full" or "excerpt": for releases of which neither they nor their publisher say it
	Notes       map[string]string // "countries/south-korea" (or the code, KR) -> Markdown
	Rulings     []Ruling          // a curator's word that releases tell of one event, or do not
	Moves       []Move            // a curator's word that one release stands for another that is gone
	Lock        Lock
}

// Archive is all releases in order, with the shelves on which they stand. It is never changed once made.
type Archive struct {
	Title, Description, BaseURL, Language string

	Releases      []*Entry // by day, the oldest first, the undated last
	Events        []*Event // likewise; every occasion of every release is an account of one
	Pairs         []*Pair  // countries that were in contact, by name
	Countries     []*Country
	Organisations []*Country
	Officials     []*Official // by country, then name
	Topics        []*Topic    // in the order of the vocabulary
	Unused        []*Topic    // topics of the vocabulary that no release bears yet; they have no page
	Years         []*Year     // the newest first; the undated last
	Kinds         []*Shelf
	Publishers    []*Publisher

	Keyed bool // whether releases and events have keys

	Lock      Lock       // to be written back
	Redirects []Redirect // pages that send on, by path
	Gone      []Gone     // addresses once published at which nothing stands any more, by path

	StaleRulings []StaleRuling // rulings that no longer apply, in their order
	StaleMoves   []StaleMove   // moves that cannot be, likewise

	pairs      map[string]*Pair    // by both codes
	countries  map[string]*Country // by code
	officials  map[string]*Official
	topics     map[string]*Topic
	publishers map[string]*Publisher
	lex        *lexicon.Lexicon
	known      Lock // as it came
}

// Entry is a release in its place.
type Entry struct {
	Release
	ID        string
	Day       date.Date // under which it stands: of the event, else of publication
	Excerpt   bool      // whether only facts and short quotes may be shown
	Unstated  bool      // whether it is of a news medium, and nobody stated what may be shown; all is shown then
	Earlier   *Entry    // by day; nil at the ends
	Later     *Entry
	Year      *Year
	Publisher *Publisher // nil if unknown
	Events    []*Event   // of which it tells, one for each occasion

	Listed Kept[[2]string] // how it stands in a list, before and behind the way to the list's top; for whoever makes lists

	shown func() string
	path  Kept[string]
	key   Key
}

// Kept is a value that is made when it is first asked for. The zero Kept is ready; it may be used from several goroutines.
type Kept[T any] struct {
	once  sync.Once
	value T
}

// Get returns the value that the first call made.
func (k *Kept[T]) Get(make func() T) T {
	k.once.Do(func() { k.value = make() })
	return k.value
}

// Document is what was read, nil if there is none. It may be made only now: it takes time when it is first asked for.
func (e *Entry) Document() *document.Document {
	if e.Open == nil {
		return nil
	}
	return e.Open()
}

// Shown is the text of the document's view with e-mail addresses masked, as long as it is; "" without a document.
func (e *Entry) Shown() string {
	if e.shown == nil {
		return ""
	}
	return e.shown()
}

// Path is the address of the release's page, from the top of the site.
func (e *Entry) Path() string { return e.path.Get(func() string { return ReleaseKind.Path(e.ID) }) }

// Redirect is a page that stands at an old address and sends on to the new one. Both are paths from the top of the site; To
// may end in a place on the page.
type Redirect struct{ From, To string }

// Gone is an address at which nothing stands any more.
type Gone struct {
	Kind Kind
	Path string
}

// New puts releases in order. The same releases in any order make the same archive. It fails where two releases are the
// same part of the same file.
func New(releases []Release, lex *lexicon.Lexicon, o Options) (*Archive, error) {
	if lex == nil {
		lex = &lexicon.Lexicon{}
	}
	a := &Archive{
		Title: cmp.Or(o.Title, "Diplomatic releases"), Description: o.Description, BaseURL: o.BaseURL, Language: cmp.Or(o.Language, "en"),
		countries: map[string]*Country{}, officials: map[string]*Official{}, topics: map[string]*Topic{}, publishers: map[string]*Publisher{},
		lex: lex, known: o.Lock,
	}
	entries, err := byFile(releases)
	if err != nil {
		return nil, err
	}
	give := newAssigner(o.Lock)
	give.releases(entries)
	a.order(entries, lex, o.Rights)
	a.move(o.Moves, give)
	a.shelveCountries(lex, give)
	a.shelveOfficials(lex, give)
	a.shelveTopics(lex, give)
	a.shelveYears(give)
	a.shelveKinds(give)
	a.shelvePublishers(lex, give)
	a.gatherEvents(o.Rulings, give)
	a.meet(give)
	a.attachNotes(o.Notes)
	a.Lock = give.lock()
	a.Redirects, a.Gone = give.moved()
	a.splitEvents()
	a.setKeys()
	return a, nil
}

// byFile lists the releases by file and part.
func byFile(releases []Release) ([]*Entry, error) {
	entries := make([]*Entry, len(releases))
	for i, r := range releases {
		entries[i] = &Entry{Release: r}
	}
	compare := func(x, y *Entry) int {
		return cmp.Or(cmp.Compare(x.Record.File, y.Record.File), cmp.Compare(x.Record.Part, y.Record.Part))
	}
	slices.SortFunc(entries, compare)
	for i := 1; i < len(entries); i++ {
		if compare(entries[i-1], entries[i]) == 0 {
			return nil, fmt.Errorf("%s: part %d stands in the collection twice", entries[i].Record.File, entries[i].Record.Part)
		}
	}
	return entries, nil
}

// order sorts the releases by day and links each with its neighbours.
func (a *Archive) order(entries []*Entry, lex *lexicon.Lexicon, rights string) {
	for _, e := range entries {
		e.Day = e.Record.Date.Value.Date
		if yearOf(e.Day) == 0 && yearOf(e.Record.Published.Value.Date) != 0 {
			e.Day = e.Record.Published.Value.Date
		}
		r := e.Record.Rights.Value // the closest word counts: of the release, of its publisher, of the collection
		if p := lex.Publisher(e.Record.Publisher.Value.ID); r == "" && p != nil {
			r = p.Rights
		}
		r = cmp.Or(r, rights)
		e.Excerpt, e.Unstated = r == "excerpt", r == "" && e.Record.Publisher.Value.Medium
		if e.Open != nil {
			e.shown = sync.OnceValue(func() string { return record.Mask(e.Open().View.Text) })
		}
	}
	slices.SortFunc(entries, compareEntries)
	for i, e := range entries {
		if i > 0 {
			e.Earlier, entries[i-1].Later = entries[i-1], e
		}
	}
	a.Releases = entries
}

func compareEntries(x, y *Entry) int {
	return cmp.Or(
		date.Compare(placed(x.Day), placed(y.Day)),
		date.Compare(x.Record.Published.Value.Date, y.Record.Published.Value.Date),
		cmp.Compare(x.ID, y.ID))
}

// placed takes away what a date tells only to those who look at it: a release with several possible years is undated.
func placed(d date.Date) date.Date {
	if yearOf(d) == 0 {
		return date.Date{}
	}
	return d
}

// yearOf is the year under which a date stands: its first, or the one that all its candidates share; 0 if there is none.
func yearOf(d date.Date) int {
	if d.From.Year != 0 || len(d.OneOf) == 0 {
		return d.From.Year
	}
	year := d.OneOf[0].Year
	for _, c := range d.OneOf {
		if c.Year != year {
			return 0
		}
	}
	return year
}

// Newest returns the newest dated release, nil if there is none. Its day dates the archive.
func (a *Archive) Newest() *Entry {
	for i := len(a.Releases) - 1; i >= 0; i-- {
		if yearOf(a.Releases[i].Day) != 0 {
			return a.Releases[i]
		}
	}
	return nil
}

// Country returns the country or organisation with a code, nil if it is not in the archive.
func (a *Archive) Country(code string) *Country { return a.countries[code] }

// Official returns the person with an id, nil if he or she has no page.
func (a *Archive) Official(id string) *Official { return a.officials[id] }

// Topic returns the topic with an id, nil if it is not in the archive.
func (a *Archive) Topic(id string) *Topic { return a.topics[id] }
