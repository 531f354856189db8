package lexicon

import (
	"strings"

	"readout/internal/words"
)

// index finds entries.
type index struct {
	byCode      map[string]int32
	byPerson    map[string]int32
	byOffice    map[string]int32
	byTopic     map[string]int32
	byPublisher map[string]int32
	byEvent     map[string]int32
	byList      map[string]int32
	byName      map[string][]int32 // folded name -> persons
	bySurname   map[string][]int32 // folded family name -> persons
	byLine      map[string]int32   // folded line -> publisher
	byHost      map[string]int32
	byCredit    map[string]int32
	holdings    [][]Holding        // by office, by start
	officesOf   map[string][]int32 // by country
}

func newIndex(l *Lexicon) index {
	x := index{
		byCode: map[string]int32{}, byPerson: map[string]int32{}, byOffice: map[string]int32{}, byTopic: map[string]int32{},
		byPublisher: map[string]int32{}, byEvent: map[string]int32{}, byList: map[string]int32{},
		byName: map[string][]int32{}, bySurname: map[string][]int32{}, officesOf: map[string][]int32{},
		holdings: make([][]Holding, len(l.Offices)),
	}
	for i := range l.Countries {
		x.byCode[l.Countries[i].Code] = int32(i)
	}
	for i := range l.Offices {
		o := &l.Offices[i]
		x.byOffice[o.ID] = int32(i)
		x.officesOf[o.Country] = append(x.officesOf[o.Country], int32(i))
	}
	for i := range l.Topics {
		x.byTopic[l.Topics[i].ID] = int32(i)
	}
	for i := range l.Publishers {
		x.byPublisher[l.Publishers[i].ID] = int32(i)
		for _, was := range l.Publishers[i].Was {
			x.byPublisher[was] = int32(i)
		}
	}
	x.byLine, x.byHost, x.byCredit = publisherSigns(l, func(code string) *Country {
		if c := find(x.byCode, code); c >= 0 {
			return &l.Countries[c]
		}
		return nil
	})
	for i := range l.Events {
		x.byEvent[l.Events[i].ID] = int32(i)
	}
	for i := range l.Lists {
		x.byList[l.Lists[i].Name] = int32(i)
	}
	for i := range l.Persons {
		p := &l.Persons[i]
		x.byPerson[p.ID] = int32(i)
		for _, was := range p.Was {
			x.byPerson[was] = int32(i)
		}
		for _, n := range p.Names {
			addOnce(x.byName, words.Fold(n), int32(i))
		}
		for _, k := range surnames(p) {
			addOnce(x.bySurname, k, int32(i))
		}
		for _, t := range p.Terms {
			x.holdings[t.Office] = append(x.holdings[t.Office], Holding{int32(i), t})
		}
	}
	for _, hs := range x.holdings {
		sortHoldings(hs)
	}
	return x
}

// surnames returns the folded single names of a person: the family name, other names used after a title, the family
// name without the article that some leave out ("Assad" for al-Assad), and its spellings in the further forms.
func surnames(p *Person) []string {
	var f forms
	for _, n := range append([]string{p.Family}, p.Called...) {
		f.add(n)
		k := words.Fold(n)
		for _, article := range []string{"al ", "el ", "as ", "ash ", "ad ", "an ", "ar "} {
			if rest, ok := strings.CutPrefix(k, article); ok && len(rest) > 3 {
				f.add(rest)
			}
		}
	}
	// other spellings: Noh Kyu-duk, Roh Kyu-deok
	if parts := strings.Fields(p.Name); len(parts) > 1 && p.Family == parts[0] {
		for _, n := range p.Names {
			if other := strings.Fields(n); len(other) > 1 && strings.Contains(n, "-") && !strings.Contains(other[0], "-") {
				f.add(other[0])
			}
		}
	}
	out := f.all
	for i := range out {
		out[i] = words.Fold(out[i])
	}
	return out
}

func addOnce(m map[string][]int32, key string, v int32) {
	if key == "" {
		return
	}
	have := m[key]
	for _, h := range have {
		if h == v {
			return
		}
	}
	m[key] = append(have, v)
}

func find(m map[string]int32, key string) int {
	if i, ok := m[key]; ok {
		return int(i)
	}
	return -1
}
