package lexicon

import (
	"slices"
	"strings"

	"readout/internal/words"
)

// index finds entries. What takes work to find out is stored with a snapshot; the rest follows from the entries.
type index struct {
	// stored
	byName     lists // folded name -> persons
	bySurname  lists // folded single name -> persons
	byLine     lists // folded line -> publisher
	byHost     lists // host -> publisher
	byCredit   lists // folded credit -> publisher
	byTitle    lists // folded title that one country alone has -> country
	byMinistry lists // folded title of foreign ministries -> publishers; none where it may be any country's
	byPlain    lists // folded name or demonym -> country
	classes    wordClasses

	// following
	byCode, byPerson, byOffice, byTopic, byPublisher, byEvent, byList lists
	officesOf                                                         lists       // by country
	holdings                                                          [][]Holding // by office, by start
	words                                                             numbered
	signs                                                             *signWords
}

// learn finds out what is stored: taken over from the base where it stayed, worked out for what is fresh.
func (l *Lexicon) learn(base *Lexicon, m *moves, v Vocabulary) {
	people := &m[ofPersons]
	l.byName, l.bySurname = base.byName, base.bySurname
	if people.changed() {
		names, singles := base.byName.moved(people.to), base.bySurname.moved(people.to)
		for _, i := range people.fresh {
			p := &l.Persons[i]
			for _, n := range p.Names {
				addOnce(names, words.Fold(n), i)
			}
			for _, k := range singleNames(p) {
				addOnce(singles, k, i)
			}
		}
		l.byName, l.bySurname = newLists(names), newLists(singles)
	}
	if m[ofPublishers].changed() || m[ofCountries].changed() {
		l.publisherSigns()
	} else {
		l.byLine, l.byHost, l.byCredit, l.byMinistry, l.byPlain = base.byLine, base.byHost, base.byCredit, base.byMinistry, base.byPlain
	}
	l.byTitle = base.byTitle
	if m[ofOffices].changed() || m[ofCountries].changed() {
		l.byTitle = soleTitles(l)
	}
	l.classes, l.words = base.classes, base.words
	if v != nil || len(people.fresh) > 0 || m[ofOffices].changed() {
		if v == nil {
			v = base.classes.vocabulary()
		}
		v.learn(l, m[ofOffices].fresh, people.fresh)
		l.classes = newWordClasses(v)
		l.number(l.plain())
	} else if len(base.finders) == 0 {
		l.number(l.plain())
	}
}

// follow finds out what follows from the entries.
func (l *Lexicon) follow() {
	l.byCode = listsOf(len(l.Countries), func(i int) (string, []string) { return l.Countries[i].Code, nil })
	l.byPerson = listsOf(len(l.Persons), func(i int) (string, []string) { return l.Persons[i].ID, l.Persons[i].Was })
	l.byOffice = listsOf(len(l.Offices), func(i int) (string, []string) { return l.Offices[i].ID, nil })
	l.byTopic = listsOf(len(l.Topics), func(i int) (string, []string) { return l.Topics[i].ID, nil })
	l.byPublisher = listsOf(len(l.Publishers), func(i int) (string, []string) { return l.Publishers[i].ID, l.Publishers[i].Was })
	l.byEvent = listsOf(len(l.Events), func(i int) (string, []string) { return l.Events[i].ID, nil })
	l.byList = listsOf(len(l.Lists), func(i int) (string, []string) { return l.Lists[i].Name, nil })
	offices := map[string][]int32{}
	for i := range l.Offices {
		c := l.Offices[i].Country
		offices[c] = append(offices[c], int32(i))
	}
	l.officesOf = newLists(offices)
	n := make([]int32, len(l.Offices))
	total := 0
	for i := range l.Persons {
		for _, t := range l.Persons[i].Terms {
			n[t.Office]++
			total++
		}
	}
	room := make([]Holding, total)
	l.holdings = make([][]Holding, len(l.Offices))
	for o := range l.holdings {
		l.holdings[o], room = room[:0:n[o]], room[n[o]:]
	}
	for i := range l.Persons {
		for _, t := range l.Persons[i].Terms {
			l.holdings[t.Office] = append(l.holdings[t.Office], Holding{int32(i), t})
		}
	}
	for _, hs := range l.holdings {
		sortHoldings(hs)
	}
}

// listsOf maps ids, and former ids that are no other's, to the numbers of entries.
func listsOf(n int, ids func(i int) (id string, was []string)) lists {
	keys := make([]string, 0, n)
	l := lists{from: make([]int32, 1, n+1), all: make([]int32, 0, n)}
	add := func(id string, i int) {
		keys = append(keys, id)
		l.all = append(l.all, int32(i))
		l.from = append(l.from, int32(len(l.all)))
	}
	former := 0
	for i := range n {
		id, was := ids(i)
		add(id, i)
		former += len(was)
	}
	l.table = newTable(keys)
	if former == 0 {
		return l
	}
	seen := map[string]bool{}
	for i := range n {
		_, was := ids(i)
		for _, w := range was {
			if l.find(w) < 0 && !seen[w] {
				seen[w] = true
				add(w, i)
			}
		}
	}
	l.table = newTable(keys)
	return l
}

// singleNames returns the folded single names of a person: the family name, other names used after a title, the family
// name without the article that some leave out ("Assad" for al-Assad), and its spellings in the further forms.
func singleNames(p *Person) []string {
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

// wordClasses are the words that have classes, in order, and the classes of each.
type wordClasses struct {
	keys    []string
	classes []WordClass
}

func newWordClasses(v Vocabulary) wordClasses {
	keys := make([]string, 0, len(v))
	for k := range v {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	c := wordClasses{keys, make([]WordClass, len(keys))}
	for i, k := range keys {
		c.classes[i] = v[k]
	}
	return c
}

// vocabulary gives back the map that the classes were made of.
func (c *wordClasses) vocabulary() Vocabulary {
	v := make(Vocabulary, len(c.keys))
	for i, k := range c.keys {
		v[k] = c.classes[i]
	}
	return v
}

// numbered numbers the words of the first matcher and those that have classes, so that one look finds both.
type numbered struct {
	table
	classes []WordClass // by number
}

// plain are the plain words of the first matcher.
func (l *Lexicon) plain() []string {
	if len(l.finders) == 0 {
		return nil
	}
	return l.finders[0].matcher.plain()
}

// number makes one table of the plain words of the first matcher and of those that have classes.
func (l *Lexicon) number(plain []string) {
	t, at := newJoinedTable(plain, l.classes.keys)
	l.words = numbered{t, make([]WordClass, t.len())}
	for i, n := range at {
		if n >= 0 {
			l.words.classes[n] = l.classes.classes[i]
		}
	}
	if len(l.finders) > 0 {
		l.finders[0].matcher.words = t
	}
}
