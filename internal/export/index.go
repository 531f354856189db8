package export

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"readout/internal/archive"
	"readout/internal/record"
)

// index is an archive with what several formats look up in it. It is never changed once made.
type index struct {
	*archive.Archive
	o          Options
	releases   []*archive.Entry // that go out, by day, the undated last
	chosen     map[*archive.Entry]bool
	events     []*event
	officialID map[*archive.Official]string
	topicID    map[*archive.Topic]string
	publishers map[*archive.Publisher]string
	codes      []string // of all countries and organisations that are named anywhere, in order
	cites      map[*archive.Entry]*cited

	wholeOnce sync.Once
	wholeKey  archive.Key
}

func newIndex(a *archive.Archive, o Options) *index {
	x := &index{
		Archive: a, o: o, releases: a.Releases, chosen: map[*archive.Entry]bool{},
		officialID: map[*archive.Official]string{}, topicID: map[*archive.Topic]string{}, publishers: map[*archive.Publisher]string{},
		cites: map[*archive.Entry]*cited{},
	}
	if o.Shelf != "" {
		x.releases = nil
		if s, ok := FindShelf(a, o.Shelf); ok {
			on := map[*archive.Entry]bool{}
			for _, e := range slices.Concat(s.Entries, s.Mentions) {
				on[e] = true
			}
			for _, e := range a.Releases {
				if on[e] {
					x.releases = append(x.releases, e)
				}
			}
		}
	}
	codes := map[string]bool{}
	for _, e := range x.releases {
		x.chosen[e], x.cites[e] = true, &cited{}
		r := e.Record
		for _, list := range [][]record.Fact[record.Person]{r.Participants, r.Mentioned} {
			for _, f := range list {
				codes[f.Value.Country] = true
				if o := a.Official(f.Value.ID); o != nil {
					x.officialID[o] = f.Value.ID
				}
			}
		}
		for _, f := range r.Countries {
			codes[f.Value.Code] = true
		}
		for _, oc := range r.Occasions {
			for _, c := range oc.Parties {
				codes[c] = true
			}
		}
		for _, f := range r.Topics {
			x.topicID[a.Topic(f.Value.ID)] = f.Value.ID
		}
		if e.Publisher != nil {
			x.publishers[e.Publisher] = r.Publisher.Value.ID
			codes[e.Publisher.Country] = true
		}
	}
	for o := range x.officialID {
		for _, t := range o.Offices {
			if t.Country != nil {
				codes[t.Country.Code] = true
			}
		}
		for _, c := range o.Countries {
			codes[c.Code] = true
		}
	}
	delete(codes, "")
	delete(x.topicID, nil)
	for c := range codes {
		x.codes = append(x.codes, c)
	}
	slices.Sort(x.codes)
	x.findEvents()
	return x
}

// whole puts in everything that goes out, for files that show a little of all.
func (x *index) whole(h *archive.Hash) {
	x.wholeOnce.Do(func() {
		var all archive.Hash
		all.Entries(x.releases...)
		all.Events(x.Events)
		for s := range shelves(x.Archive) {
			all.Shelf(s)
		}
		for _, o := range x.Officials {
			all.Official(o)
			all.Text(o.Names...)
			all.Text(o.Roles...)
		}
		x.wholeKey = all.Key()
	})
	h.Put(x.wholeKey)
}

// keyed drops what a file says of its key where the archive has none, or only a part of it goes out.
func (x *index) keyed(f File) File {
	if !x.Keyed || x.o.Shelf != "" {
		f.shows = nil
	}
	return f
}

// FindShelf returns the shelf with a folder and an id, "countries/south-korea"; a country also by its code,
// "countries/KR".
func FindShelf(a *archive.Archive, name string) (*archive.Shelf, bool) {
	folder, id, _ := strings.Cut(strings.TrimSuffix(name, ".html"), "/")
	for s := range shelves(a) {
		if s.Kind.Folder() == folder && s.ID == id {
			return s, true
		}
	}
	if c := a.Country(strings.ToUpper(id)); c != nil && folder == archive.CountryKind.Folder() {
		return &c.Shelf, true
	}
	return nil, false
}

// shelves walks all shelves of an archive, kind by kind.
func shelves(a *archive.Archive) func(yield func(*archive.Shelf) bool) {
	return func(yield func(*archive.Shelf) bool) {
		var all []*archive.Shelf
		for _, c := range slices.Concat(a.Countries, a.Organisations) {
			all = append(all, &c.Shelf)
		}
		for _, p := range a.Pairs {
			all = append(all, &p.Shelf)
		}
		for _, o := range a.Officials {
			all = append(all, &o.Shelf)
		}
		for _, t := range a.Topics {
			all = append(all, &t.Shelf)
		}
		for _, p := range a.Publishers {
			all = append(all, &p.Shelf)
		}
		all = append(all, a.Kinds...)
		for _, y := range a.Years {
			all = append(all, &y.Shelf)
			for _, m := range y.Months {
				all = append(all, &m.Shelf)
			}
		}
		for _, s := range all {
			if !yield(s) {
				return
			}
		}
	}
}

// bodies are the countries and organisations of the archive that have a page, by code.
func (x *index) bodies() []*archive.Country {
	return slices.SortedFunc(slices.Values(slices.Concat(x.Countries, x.Organisations)), func(a, b *archive.Country) int {
		return cmp.Compare(a.Code, b.Code)
	})
}

// on lists the ids of releases of a shelf, in the order in which they go out.
func (x *index) on(list []*archive.Entry) []string {
	ids := []string{}
	for _, e := range slices.Backward(list) {
		if x.chosen[e] {
			ids = append(ids, e.ID)
		}
	}
	return ids
}
