package site

// SearchPage is what page/search.html is given. The index it reads is written by package search.
type SearchPage struct {
	Layout
	Count int // releases that can be found
}

func (s *Site) search() SearchPage {
	return SearchPage{
		Layout: s.layout("search.html", "search", "Search", "Find releases by their words, people, countries and topics."),
		Count:  len(s.archive.Releases),
	}
}
