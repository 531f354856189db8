package archive

import "readout/internal/lexicon"

// Topic is a topic of the vocabulary.
type Topic struct {
	Shelf
	Scope string // what belongs to it
}

func (a *Archive) shelveTopics(lex *lexicon.Lexicon, give *assigner) {
	var order []string
	for _, t := range lex.Topics {
		a.topics[t.ID] = &Topic{Shelf: Shelf{Kind: TopicKind, Name: t.Label}, Scope: t.Scope}
		order = append(order, t.ID)
	}
	a.newestFirst(func(e *Entry) {
		for _, f := range e.Record.Topics {
			t := a.topics[f.Value.ID]
			if t == nil {
				t = &Topic{Shelf: Shelf{Kind: TopicKind, Name: f.Value.Label}}
				a.topics[f.Value.ID] = t
			}
			if n := len(t.Entries); n == 0 || t.Entries[n-1] != e {
				t.Entries = append(t.Entries, e)
			}
		}
	})
	inLexicon := map[string]bool{}
	for _, id := range order {
		inLexicon[id] = true
	}
	for _, id := range sortedKeys(a.topics) {
		if !inLexicon[id] {
			order = append(order, id)
		}
	}
	for _, id := range order {
		t := a.topics[id]
		if len(t.Entries) == 0 {
			a.Unused = append(a.Unused, t)
			delete(a.topics, id)
			continue
		}
		t.ID = give.give(TopicKind, id, id)
		a.Topics = append(a.Topics, t)
	}
}
