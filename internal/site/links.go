package site

import (
	"readout/internal/archive"
	"readout/internal/record"
)

func countryLinks(list []*archive.Country) []shelfLink {
	links := make([]shelfLink, len(list))
	for i, c := range list {
		links[i] = shelfLink{path: c.Path(), name: c.Name, count: c.Count()}
	}
	return links
}

// officialLinks lists people, with their country where the list does not tell it.
func officialLinks(list []*archive.Official, country bool) []shelfLink {
	links := make([]shelfLink, len(list))
	for i, o := range list {
		l := shelfLink{path: o.Path(), name: o.Name, count: o.Count()}
		if country && len(o.Countries) > 0 {
			l.note = o.Countries[0].Name
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

func yearLinks(list []*archive.Year) []shelfLink {
	links := make([]shelfLink, len(list))
	for i, y := range list {
		links[i] = shelfLink{path: y.Path(), name: y.Name, count: y.Count()}
	}
	return links
}

func kindLinks(list []*archive.Shelf) []shelfLink {
	links := make([]shelfLink, len(list))
	for i, k := range list {
		_, many := kindName(record.Kind(k.Name))
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
