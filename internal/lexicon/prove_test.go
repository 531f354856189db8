package lexicon

import "testing"

func TestPhrasesProve(t *testing.T) {
	l, err := Read()
	if err != nil {
		t.Fatal(err)
	}
	prove := func(id string, phrases []Phrase) {
		seen := map[string]bool{}
		for i := range phrases {
			p := &phrases[i]
			if p.Name == "" || seen[p.Name] {
				t.Errorf("%s: phrase %q (%s): the name is empty or stands twice", id, p.Name, p.Pattern)
			}
			seen[p.Name] = true
			if len(p.Matches) == 0 {
				t.Errorf("%s: %s: no sentence proves it", id, p.Name)
			}
			for _, err := range p.Prove() {
				t.Errorf("%s: %s: %v", id, p.Name, err)
			}
		}
	}
	for i := range l.Topics {
		prove(l.Topics[i].ID, l.Topics[i].Phrases)
	}
	for i := range l.Lists {
		prove(l.Lists[i].Name, l.Lists[i].Phrases)
	}
}
