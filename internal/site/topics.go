package site

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"readout/internal/archive"
	"readout/internal/record"
)

// topicsOf lists the topics of releases, the most frequent first; "" if there are none.
func (s *Site) topicsOf(root string, entries []*archive.Entry) template.HTML {
	counts := map[*archive.Topic]int{}
	for _, e := range entries {
		for _, f := range e.Record.Topics {
			if t := s.archive.Topic(f.Value.ID); t != nil {
				counts[t]++
			}
		}
	}
	return s.topicCounts(root, counts)
}

// topicCounts lists topics with their numbers, the most frequent first; "" if there are none.
func (s *Site) topicCounts(root string, counts map[*archive.Topic]int) template.HTML {
	if len(counts) == 0 {
		return ""
	}
	var links []shelfLink
	for _, t := range s.archive.Topics {
		if n := counts[t]; n > 0 {
			links = append(links, shelfLink{path: t.Path(), name: t.Name, count: n})
		}
	}
	slices.SortStableFunc(links, func(x, y shelfLink) int { return cmp.Compare(y.count, x.count) })
	return linkList(root, links)
}

// TopicPage is what page/topic.html is given.
type TopicPage struct {
	Layout
	Name, Scope string
	Lead        string
	Note        template.HTML
	Chart       template.HTML // releases by year
	Countries   template.HTML // whose officials spoke of it
	Releases    template.HTML // each with the sentence that says it
	Count       int
}

func (s *Site) addTopics() {
	a := s.archive
	s.add("topics/index.html", "topics", nil, func() any {
		p := IndexPage{Layout: s.layout("topics/index.html", "topics", "Topics", "What releases speak of.")}
		if len(a.Topics) > 0 {
			p.Groups = []Group{{ID: "topics", List: linkList(p.Root, byName(topicLinks(a.Topics))), Count: len(a.Topics)}}
		}
		var unused []string
		for _, t := range a.Unused {
			unused = append(unused, t.Name)
		}
		for i, name := range unused {
			if i > 0 {
				p.Unused += " · "
			}
			p.Unused += name
		}
		return p
	})
	for _, t := range a.Topics {
		s.add(t.Path(), "topic", func(h *archive.Hash) { shelfShows(h, &t.Shelf) }, func() any { return s.topic(t) })
		s.addParts(&t.Shelf, "topics", t.Name, s.saying(t))
	}
}

// byName sorts links as a reader looks for them.
func byName(links []shelfLink) []shelfLink {
	slices.SortFunc(links, func(x, y shelfLink) int { return strings.Compare(x.name, y.name) })
	return links
}

// saying picks the sentence of a release that says a topic.
func (s *Site) saying(t *archive.Topic) quoting {
	return func(e *archive.Entry) (string, string) {
		for _, f := range e.Record.Topics {
			if s.archive.Topic(f.Value.ID) == t {
				return topicQuote(e, f, listWords)
			}
		}
		return "", ""
	}
}

func (s *Site) topic(t *archive.Topic) TopicPage {
	p := TopicPage{
		Layout: s.layout(t.Path(), "topics", t.Name, "Releases on "+t.Name+", each with the sentence that says it."),
		Name:   t.Name, Scope: upper(t.Scope), Note: note(t.Note), Count: len(t.Entries),
		Lead: upper(count(len(t.Entries), "release", "")) + years(t.Entries) + ".",
	}
	counts := map[*archive.Country]int{}
	for _, e := range t.Entries {
		for _, f := range e.Record.Countries {
			if c := s.archive.Country(f.Value.Code); c != nil && f.Value.Part == record.Party {
				counts[c]++
			}
		}
	}
	var links []shelfLink
	for _, list := range [][]*archive.Country{s.archive.Countries, s.archive.Organisations} {
		for _, c := range list {
			if counts[c] > 0 {
				links = append(links, shelfLink{path: c.Path(), name: c.Name, count: counts[c]})
			}
		}
	}
	slices.SortStableFunc(links, func(x, y shelfLink) int { return cmp.Compare(y.count, x.count) })
	if len(links) > 0 {
		p.Countries = linkList(p.Root, links)
	}
	p.Chart = chart("Releases", t.Entries)
	p.Releases = shelved(p.Root, &t.Shelf, t.Entries, 3, s.saying(t))
	return p
}
