package site

import (
	"slices"

	"readout/internal/archive"
	"readout/internal/record"
)

// shown is the number beside a country or a person: that of releases in which they took part or, where there are none,
// that mention them.
func shown(s *archive.Shelf) int {
	if len(s.Entries) > 0 {
		return len(s.Entries)
	}
	return len(s.Mentions)
}

func countryLinks(list []*archive.Country) []shelfLink {
	links := make([]shelfLink, len(list))
	for i, c := range list {
		links[i] = shelfLink{path: c.Path(), name: c.Name, count: shown(&c.Shelf)}
	}
	return links
}

// officialLinks lists people, with their country where the list does not tell it.
func officialLinks(list []*archive.Official, country bool) []shelfLink {
	links := make([]shelfLink, len(list))
	for i, o := range list {
		l := shelfLink{path: o.Path(), name: o.Name, count: shown(&o.Shelf)}
		switch {
		case country && len(o.Countries) > 0:
			l.note = o.Countries[0].Name
		case !country && len(o.Entries) == 0:
			l.note = "mentioned"
		}
		links[i] = l
	}
	return links
}

func topicLinks(list []*archive.Topic) []shelfLink {
	links := make([]shelfLink, len(list))
	for i, t := range list {
		links[i] = shelfLink{path: t.Path(), name: t.Name, count: t.Count()}
	}
	return links
}

// yearLinks lists years, the oldest first, the undated last.
func yearLinks(list []*archive.Year) []shelfLink {
	links := make([]shelfLink, 0, len(list))
	for _, y := range list {
		l := shelfLink{path: y.Path(), name: y.Name, count: y.Count()}
		if y.Number == 0 {
			links = append(links, l)
		} else {
			links = slices.Insert(links, 0, l)
		}
	}
	return links
}

func kindLinks(list []*archive.Shelf) []shelfLink {
	links := make([]shelfLink, len(list))
	for i, k := range list {
		_, many := archive.KindName(record.Kind(k.Name))
		links[i] = shelfLink{path: k.Path(), name: upper(many), count: k.Count()}
	}
	return links
}

func publisherLinks(list []*archive.Publisher) []shelfLink {
	links := make([]shelfLink, len(list))
	for i, p := range list {
		links[i] = shelfLink{path: p.Path(), name: p.Name, count: p.Count()}
	}
	return links
}
