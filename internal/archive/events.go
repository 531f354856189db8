package archive

import (
	"cmp"
	"slices"
	"sync"

	"readout/internal/date"
	"readout/internal/record"
)

// Event is something that happened, with the accounts that releases give of it: a set of occasions that are the same.
type Event struct {
	ID      string // that of its oldest release; of a later occasion of that release with "-2", "-3" behind
	Own     bool   // whether it has a page of its own: where two accounts or more meet
	Title   string // of the oldest account
	Kind    record.Kind
	Date    record.Fact[record.Dating] // of the account that knows the day best
	Place   string                     // city; "" if no account tells it
	Parties []*Country                 // in the order of the oldest account

	Accounts []*Account // the oldest first; at least one
	Agreed   Facts      // what all accounts tell; of a single account all that it tells
	Rulings  []Ruling   // a curator's word that the accounts are of one event; nil where the texts themselves tell it

	Earlier, Later *Event // by day; nil at the ends
	path           string

	once sync.Once // makes the key when it is first asked for
	key  Key
}

// Account is what one release tells of an event.
type Account struct {
	Entry    *Entry
	Occasion int   // index in the record
	Only     Facts // what no other account tells
	Shared   Facts // what some others tell, and not all
	Day      date.Date
}

// Facts are topics, countries and people that an account tells.
type Facts struct {
	Topics    []*Topic
	Countries []*Country // named in the release, parties among them
	People    []*Guest   // who take part
}

// Empty reports whether there are none.
func (f Facts) Empty() bool { return len(f.Topics)+len(f.Countries)+len(f.People) == 0 }

// Guest is a person on an occasion.
type Guest struct {
	Person   record.Person // as the account shows him or her
	Official *Official     // whose page tells more; nil if none
}

// Path is the address of the event from the top of the site: its own page, or the place in the release that alone tells
// of it.
func (v *Event) Path() string { return v.path }

// First is the oldest account.
func (v *Event) First() *Account { return v.Accounts[0] }

// Event returns the event of which an occasion of a release is an account, nil if there is no such occasion.
func (e *Entry) Event(occasion int) *Event {
	if occasion < 0 || occasion >= len(e.Events) {
		return nil
	}
	return e.Events[occasion]
}

// Others lists the other accounts of the events of a release, each release once.
func (e *Entry) Others() []*Entry {
	var out []*Entry
	for _, v := range e.Events {
		for _, a := range v.Accounts {
			if a.Entry != e && !slices.Contains(out, a.Entry) {
				out = append(out, a.Entry)
			}
		}
	}
	return out
}

// gatherEvents makes the events of all releases, in order.
func (a *Archive) gatherEvents(rulings []Ruling, give *assigner) {
	var ts []telling
	for _, e := range a.Releases {
		ts = append(ts, tellings(e)...)
	}
	slices.SortFunc(ts, compareTellings)
	m, ruled := a.applyRulings(ts, rulings)
	for root, members := range m.members {
		if m.parent[root] != root {
			continue
		}
		v := &Event{}
		for _, i := range members {
			v.Accounts = append(v.Accounts, &Account{Entry: ts[i].entry, Occasion: ts[i].occasion})
			for _, r := range ruled[i] {
				if !slices.ContainsFunc(v.Rulings, r.equal) && len(members) > 1 {
					v.Rulings = append(v.Rulings, r)
				}
			}
		}
		a.Events = append(a.Events, v)
	}
	for _, v := range a.Events {
		a.settle(v)
	}
	slices.SortFunc(a.Events, func(x, y *Event) int {
		return cmp.Or(date.Compare(placed(x.Date.Value.Date), placed(y.Date.Value.Date)), compareEntries(x.First().Entry, y.First().Entry), cmp.Compare(x.First().Occasion, y.First().Occasion))
	})
	for _, e := range a.Releases {
		e.Events = make([]*Event, len(e.Record.Occasions))
	}
	for i, v := range a.Events {
		if i > 0 {
			v.Earlier, a.Events[i-1].Later = a.Events[i-1], v
		}
		for _, acc := range v.Accounts {
			acc.Entry.Events[acc.Occasion] = v
		}
		v.address(give)
	}
	a.leadOldEvents(give)
}

// occasion is the occasion that an account tells.
func (acc *Account) occasion() *record.Occasion { return &acc.Entry.Record.Occasions[acc.Occasion] }

// date is the day of the occasion, or that of the release.
func (acc *Account) date() record.Fact[record.Dating] {
	if d := acc.occasion().Date; d.Value.Date.Known() {
		return d
	}
	if d := acc.Entry.Record.Date; d.Value.Date.Known() {
		return d
	}
	return acc.Entry.Record.Published
}

// settle makes one picture of the accounts.
func (a *Archive) settle(v *Event) {
	for _, acc := range v.Accounts {
		acc.Day = acc.date().Value.Date
	}
	slices.SortStableFunc(v.Accounts, func(x, y *Account) int { return compareAge(x.Entry, y.Entry) })
	first := v.First()
	v.Title, v.Kind, v.Date = first.Entry.Record.Title.Value, first.occasion().Kind, first.date()
	for _, acc := range v.Accounts {
		if d := acc.date(); firmness(d) > firmness(v.Date) {
			v.Date = d
		}
		if v.Place == "" {
			v.Place = acc.occasion().Place
		}
	}
	a.settleParties(v)
	a.compareAccounts(v)
}

// compareAge puts releases by the day on which they came out, as far as it is known.
func compareAge(x, y *Entry) int {
	issued := func(e *Entry) date.Date {
		if d := e.Record.Published.Value.Date; d.Known() {
			return d
		}
		return placed(e.Day)
	}
	return cmp.Or(date.Compare(issued(x), issued(y)), cmp.Compare(x.Record.Published.Value.Time, y.Record.Published.Value.Time), compareEntries(x, y))
}

// firmness orders dates by how well they are known.
func firmness(d record.Fact[record.Dating]) int {
	n := 0
	switch d.Confidence {
	case record.Certain:
		n = 2
	case record.Inferred:
		n = 1
	}
	if len(d.Value.Date.OneOf) == 0 && d.Value.Date.From.Year > 0 {
		n += 3
	}
	return n
}

// settleParties takes as parties the countries whose people take part, and those that at least half of the accounts name.
func (a *Archive) settleParties(v *Event) {
	votes, peopled := map[string]int{}, map[string]bool{}
	var order []string
	for _, acc := range v.Accounts {
		o := acc.occasion()
		for _, code := range o.Parties {
			if votes[code] == 0 {
				order = append(order, code)
			}
			votes[code]++
		}
		for _, p := range acc.Entry.present(*o) {
			peopled[p.Country] = true
		}
	}
	for _, code := range order {
		if c := a.countries[code]; c != nil && (peopled[code] || 2*votes[code] >= len(v.Accounts)) {
			v.Parties = append(v.Parties, c)
		}
	}
}
