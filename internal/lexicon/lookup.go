package lexicon

import "readout/internal/words"

// Match appends to hits every pattern found in the words of one sentence, by start, and returns hits.
func (l *Lexicon) Match(ws []words.Word, hits []Hit) []Hit { return l.MatchNumbered(ws, nil, hits) }

// MatchNumbered is Match where Look has found the numbers of the words.
func (l *Lexicon) MatchNumbered(ws []words.Word, numbers []int32, hits []Hit) []Hit {
	before := len(hits)
	for i := range l.finders {
		f := &l.finders[i]
		from := len(hits)
		hits = f.match(f.matcher.match(ws, numbers, hits), from)
		numbers = nil // of the first alone
	}
	if len(l.finders) > 1 {
		sortHits(hits[before:])
	}
	return hits
}

// sortHits orders the hits of several finders by start; of each finder they are in order already.
func sortHits(hits []Hit) {
	for i := 1; i < len(hits); i++ {
		for j := i; j > 0 && hits[j].From < hits[j-1].From; j-- {
			hits[j], hits[j-1] = hits[j-1], hits[j]
		}
	}
}

// Country returns the country or organisation of a code, nil if there is none.
func (l *Lexicon) Country(code string) *Country {
	if i := l.byCode.first(code); i >= 0 {
		return &l.Countries[i]
	}
	return nil
}

// Person returns the person of an id, present or former, nil if there is none.
func (l *Lexicon) Person(id string) *Person {
	if i := l.byPerson.first(id); i >= 0 {
		return &l.Persons[i]
	}
	return nil
}

// Office returns the office of an id, nil if there is none.
func (l *Lexicon) Office(id string) *Office {
	if i := l.OfficeIndex(id); i >= 0 {
		return &l.Offices[i]
	}
	return nil
}

// OfficeIndex returns the index in Offices of an id, -1 if there is none.
func (l *Lexicon) OfficeIndex(id string) int { return l.byOffice.first(id) }

// Topic returns the topic of an id, nil if there is none.
func (l *Lexicon) Topic(id string) *Topic {
	if i := l.byTopic.first(id); i >= 0 {
		return &l.Topics[i]
	}
	return nil
}

// Publisher returns the publisher of an id, present or former, nil if there is none.
func (l *Lexicon) Publisher(id string) *Publisher {
	if i := l.byPublisher.first(id); i >= 0 {
		return &l.Publishers[i]
	}
	return nil
}

// Event returns the event of an id, nil if there is none.
func (l *Lexicon) Event(id string) *Event {
	if i := l.byEvent.first(id); i >= 0 {
		return &l.Events[i]
	}
	return nil
}

// List returns the list of phrases of a name, nil if there is none.
func (l *Lexicon) List(name string) *List {
	if i := l.byList.first(name); i >= 0 {
		return &l.Lists[i]
	}
	return nil
}

// Named returns the persons (indexes in Persons) who have this name in full; the key is as words.Fold makes it. The
// slice must not be changed.
func (l *Lexicon) Named(folded string) []int32 { return l.byName.of(folded) }

// Surnamed returns the persons (indexes in Persons) who are called by this single name after a title: "pompeo", "kang",
// "von der leyen", "al zayani"; the key is as words.Fold makes it. The slice must not be changed.
func (l *Lexicon) Surnamed(folded string) []int32 { return l.bySurname.of(folded) }

// Digest is a checksum in hex of all that the lexicon holds; another lexicon has another.
func (l *Lexicon) Digest() string { return l.digest }
