package search

import (
	"slices"

	"readout/internal/archive"
	"readout/internal/record"
)

// facet is a way to narrow results: its values, each with its releases.
type facet struct {
	key    string // in the address and in the name of the piece
	values []value
}

type value struct {
	id, name string
	releases []int // in order
}

// facets lists the shelves of the archive by which results can be narrowed. A country or a person counts where it takes
// part and where it is mentioned.
func facets(a *archive.Archive) []facet {
	number := make(map[*archive.Entry]int, len(a.Releases))
	for i, e := range a.Releases {
		number[e] = i
	}
	byKey := func(key string, n int, shelf func(i int) *archive.Shelf) facet {
		f := facet{key: key}
		for i := range n {
			s := shelf(i)
			v := value{id: s.ID, name: record.OneLine(s.Name)}
			for _, entries := range [][]*archive.Entry{s.Entries, s.Mentions} {
				for _, e := range entries {
					v.releases = append(v.releases, number[e])
				}
			}
			slices.Sort(v.releases)
			v.releases = slices.Compact(v.releases)
			f.values = append(f.values, v)
		}
		return f
	}
	countries := slices.Concat(a.Countries, a.Organisations)
	return []facet{
		byKey("year", len(a.Years), func(i int) *archive.Shelf { return &a.Years[i].Shelf }),
		byKey("country", len(countries), func(i int) *archive.Shelf { return &countries[i].Shelf }),
		byKey("official", len(a.Officials), func(i int) *archive.Shelf { return &a.Officials[i].Shelf }),
		byKey("topic", len(a.Topics), func(i int) *archive.Shelf { return &a.Topics[i].Shelf }),
		byKey("kind", len(a.Kinds), func(i int) *archive.Shelf { return a.Kinds[i] }),
		byKey("publisher", len(a.Publishers), func(i int) *archive.Shelf { return &a.Publishers[i].Shelf }),
	}
}

func (f facet) encode() []byte {
	b := appendNumber(nil, len(f.values))
	for _, v := range f.values {
		b = appendString(appendString(b, v.id), v.name)
		b = appendNumber(b, len(v.releases))
		last := 0
		for _, r := range v.releases {
			b = appendNumber(b, r-last)
			last = r
		}
	}
	return b
}
