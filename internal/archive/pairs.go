package archive

import (
	"cmp"
	"slices"

	"readout/internal/record"
)

// Pair is two countries and every contact between them. Its Entries are the releases that tell of the contacts.
type Pair struct {
	Shelf               // Name is that of both: "South Korea and United States"
	A, B     *Country   // by name
	Contacts []*Event   // the newest first, the undated last; each once, however many accounts it has
	Who      []Met      // who met whom, the most often met first
	Years    []PairYear // by year, the newest first; the undated last
}

// Met is two officials, one of each country, and where they met.
type Met struct {
	A, B   *Official
	Events []*Event // the newest first
}

// PairYear is the contacts of one year and what they were about.
type PairYear struct {
	Number   int // 0: undated
	Contacts []*Event
	Topics   []TopicCount // the most frequent first
}

// TopicCount is how many contacts a topic came up in.
type TopicCount struct {
	Topic *Topic
	Count int
}

// Other is the country of the pair that is not c.
func (p *Pair) Other(c *Country) *Country {
	if p.A == c {
		return p.B
	}
	return p.A
}

// Pair returns what is between two countries, given by their codes in either order; nil if they never met.
func (a *Archive) Pair(x, y string) *Pair { return a.pairs[pairKey(x, y)] }

func pairKey(x, y string) string {
	if x > y {
		x, y = y, x
	}
	return x + "-" + y
}

// contact reports whether an event is a contact between its parties: two or a few who call, meet, visit or sign. A
// conference of many is none.
func (v *Event) contact() bool {
	switch v.Kind {
	case record.Call, record.Meeting, record.Visit, record.Signing:
		return len(v.Parties) >= 2 && len(v.Parties) <= few
	}
	return false
}

// newestEvents walks events as lists show them: the newest first, the undated last in their own order.
func (a *Archive) newestEvents(visit func(*Event)) {
	n := len(a.Events)
	for n > 0 && yearOf(a.Events[n-1].Date.Value.Date) == 0 {
		n--
	}
	for i := n - 1; i >= 0; i-- {
		visit(a.Events[i])
	}
	for _, v := range a.Events[n:] {
		visit(v)
	}
}

// meet counts who met whom, country by country and person by person: within one event that is a contact, once for each,
// however many releases tell of it.
func (a *Archive) meet(give *assigner) {
	a.pairs = map[string]*Pair{}
	who := map[*Pair]map[[2]*Official]*Met{}
	people := map[*Official]map[*Official]*Counterpart{}
	rank := a.rank()
	a.newestEvents(func(v *Event) {
		if !v.contact() {
			return
		}
		guests := a.guestsOf(v)
		for i, x := range v.Parties {
			for _, y := range v.Parties[i+1:] {
				p := a.pair(x, y)
				p.Contacts = append(p.Contacts, v)
				if who[p] == nil {
					who[p] = map[[2]*Official]*Met{}
				}
				for _, g := range guests[p.A.Code] {
					for _, h := range guests[p.B.Code] {
						k := [2]*Official{g, h}
						if g == h {
							continue
						}
						if who[p][k] == nil {
							who[p][k] = &Met{A: g, B: h}
						}
						who[p][k].Events = append(who[p][k].Events, v)
						metWith(people, g, h, v)
						metWith(people, h, g, v)
					}
				}
			}
		}
	})
	a.finishPairs(who, rank, give)
	for _, c := range slices.Concat(a.Countries, a.Organisations) {
		slices.SortStableFunc(c.Counterparts, func(x, y Counterpart) int {
			if c := cmp.Compare(len(y.Contacts), len(x.Contacts)); c != 0 {
				return c
			}
			return byName(&x.Country.Shelf, &y.Country.Shelf)
		})
	}
	for o, others := range people {
		for _, c := range others {
			o.Met = append(o.Met, *c)
		}
		slices.SortFunc(o.Met, func(x, y Counterpart) int {
			return cmp.Or(cmp.Compare(len(y.Contacts), len(x.Contacts)), cmp.Compare(rank[x.Official], rank[y.Official]))
		})
	}
}

func metWith(people map[*Official]map[*Official]*Counterpart, from, to *Official, v *Event) {
	if people[from] == nil {
		people[from] = map[*Official]*Counterpart{}
	}
	if people[from][to] == nil {
		people[from][to] = &Counterpart{Official: to}
	}
	c := people[from][to]
	c.Contacts = append(c.Contacts, v.asContact())
}

// asContact is the event as its oldest account tells it.
func (v *Event) asContact() Contact {
	return Contact{Entry: v.First().Entry, Occasion: v.First().Occasion, Event: v}
}

// guestsOf lists the officials at an event by the country for which they act, each once, from all accounts: the one of
// whom an account gives only the surname is the one whom another names in full.
func (a *Archive) guestsOf(v *Event) map[string][]*Official {
	var all []guest
	for _, acc := range v.Accounts {
		for _, p := range acc.Entry.present(*acc.occasion()) {
			if a.officials[p.ID] != nil && p.Country != "" {
				all = append(all, newGuest(p))
			}
		}
	}
	slices.SortStableFunc(all, func(x, y guest) int {
		if x.Listed != y.Listed {
			if x.Listed {
				return -1
			}
			return 1
		}
		return cmp.Compare(len(y.words), len(x.words))
	})
	out := map[string][]*Official{}
	for i := range all {
		if !slices.ContainsFunc(all[:i], func(g guest) bool { return g.same(&all[i]) }) {
			out[all[i].Country] = append(out[all[i].Country], a.officials[all[i].ID])
		}
	}
	return out
}

// pair returns what is between two countries, made where it is not there yet.
func (a *Archive) pair(x, y *Country) *Pair {
	k := pairKey(x.Code, y.Code)
	p := a.pairs[k]
	if p == nil {
		if byName(&x.Shelf, &y.Shelf) > 0 {
			x, y = y, x
		}
		p = &Pair{Shelf: Shelf{Kind: PairKind, Name: x.Name + " and " + y.Name}, A: x, B: y}
		a.pairs[k] = p
	}
	return p
}

// rank is the place of each official in the order of lists.
func (a *Archive) rank() map[*Official]int {
	at := make(map[*Official]int, len(a.Officials))
	for i, o := range a.Officials {
		at[o] = i
	}
	return at
}

// finishPairs gives the pairs their addresses and their releases, and counts by year and by who met whom.
func (a *Archive) finishPairs(who map[*Pair]map[[2]*Official]*Met, rank map[*Official]int, give *assigner) {
	topics := make(map[*Topic]int, len(a.Topics))
	for i, t := range a.Topics {
		topics[t] = i
	}
	for _, k := range sortedKeys(a.pairs) {
		p := a.pairs[k]
		p.ID = give.give(PairKind, k, p.A.ID+"-"+p.B.ID)
		a.Pairs = append(a.Pairs, p)
		on := map[*Entry]bool{}
		var contacts []Contact
		for _, v := range p.Contacts {
			contacts = append(contacts, v.asContact())
			for _, acc := range v.Accounts {
				if !on[acc.Entry] {
					on[acc.Entry] = true
					p.Entries = append(p.Entries, acc.Entry)
				}
			}
		}
		p.A.Counterparts = append(p.A.Counterparts, Counterpart{Country: p.B, Pair: p, Contacts: contacts})
		p.B.Counterparts = append(p.B.Counterparts, Counterpart{Country: p.A, Pair: p, Contacts: contacts})
		for _, m := range who[p] {
			p.Who = append(p.Who, *m)
		}
		slices.SortFunc(p.Who, func(x, y Met) int {
			return cmp.Or(cmp.Compare(len(y.Events), len(x.Events)), cmp.Compare(rank[x.A], rank[y.A]), cmp.Compare(rank[x.B], rank[y.B]))
		})
		p.years(topics)
	}
	slices.SortFunc(a.Pairs, func(x, y *Pair) int { return byName(&x.Shelf, &y.Shelf) })
}

// years parts the contacts of a pair by year and counts their topics, which have an order.
func (p *Pair) years(order map[*Topic]int) {
	for _, v := range p.Contacts {
		number := yearOf(v.Date.Value.Date)
		if n := len(p.Years); n == 0 || p.Years[n-1].Number != number {
			p.Years = append(p.Years, PairYear{Number: number})
		}
		y := &p.Years[len(p.Years)-1]
		y.Contacts = append(y.Contacts, v)
		for _, t := range v.Topics() {
			at := slices.IndexFunc(y.Topics, func(c TopicCount) bool { return c.Topic == t })
			if at < 0 {
				at = len(y.Topics)
				y.Topics = append(y.Topics, TopicCount{Topic: t})
			}
			y.Topics[at].Count++
		}
	}
	for i := range p.Years {
		slices.SortFunc(p.Years[i].Topics, func(x, y TopicCount) int {
			return cmp.Or(cmp.Compare(y.Count, x.Count), cmp.Compare(order[x.Topic], order[y.Topic]))
		})
	}
}

// Topics lists what any account of the event says something on, each topic once: what all agree on first.
func (v *Event) Topics() []*Topic {
	out := slices.Clone(v.Agreed.Topics)
	for _, acc := range v.Accounts {
		for _, t := range slices.Concat(acc.Shared.Topics, acc.Only.Topics) {
			if !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
	}
	return out
}
