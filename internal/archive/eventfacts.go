package archive

import "readout/internal/record"

// tally counts in how many accounts something stands, in order of first sight.
type tally[K comparable] struct {
	order []K
	in    map[K][]int // indexes of accounts
}

func (t *tally[K]) add(k K, account int) {
	if t.in == nil {
		t.in = map[K][]int{}
	}
	at := t.in[k]
	if len(at) == 0 {
		t.order = append(t.order, k)
	}
	if len(at) == 0 || at[len(at)-1] != account {
		t.in[k] = append(at, account)
	}
}

// compareAccounts tells what all accounts of an event say, and what each says alone.
func (a *Archive) compareAccounts(v *Event) {
	var topics tally[*Topic]
	var countries tally[*Country]
	var people tally[int]
	var guests []guest  // each person once
	var shown [][]Guest // for each person, as each account shows him or her
	for i, acc := range v.Accounts {
		r := acc.Entry.Record
		for _, f := range r.Topics {
			if t := a.topics[f.Value.ID]; t != nil {
				topics.add(t, i)
			}
		}
		for _, part := range []record.Part{record.Party, record.Mentioned} {
			for _, f := range r.Countries {
				if c := a.countries[f.Value.Code]; c != nil && (f.Value.Part == record.Party) == (part == record.Party) {
					countries.add(c, i)
				}
			}
		}
		for _, p := range acc.Entry.present(*acc.occasion()) {
			g := newGuest(p)
			at := -1
			for k := range guests {
				if guests[k].same(&g) {
					at = k
					break
				}
			}
			if at < 0 {
				at = len(guests)
				guests, shown = append(guests, g), append(shown, make([]Guest, len(v.Accounts)))
			}
			people.add(at, i)
			shown[at][i] = Guest{p, a.officials[p.ID]}
		}
	}
	n := len(v.Accounts)
	for _, t := range topics.order {
		v.put(topics.in[t], n, func(f *Facts, _ int) { f.Topics = append(f.Topics, t) })
	}
	for _, c := range countries.order {
		v.put(countries.in[c], n, func(f *Facts, _ int) { f.Countries = append(f.Countries, c) })
	}
	for _, p := range people.order {
		v.put(people.in[p], n, func(f *Facts, account int) { f.People = append(f.People, &shown[p][account]) })
	}
}

// put files what stands in some of the accounts. add is called with the first account that tells it, or with each.
func (v *Event) put(in []int, n int, add func(f *Facts, account int)) {
	switch {
	case len(in) == n:
		add(&v.Agreed, in[0])
	case len(in) == 1:
		add(&v.Accounts[in[0]].Only, in[0])
	default:
		for _, i := range in {
			add(&v.Accounts[i].Shared, i)
		}
	}
}
