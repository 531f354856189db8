package archive

import (
	"cmp"
	"slices"
	"strconv"
)

// address gives the event its id, and a page of its own where accounts meet.
func (v *Event) address(give *assigner) {
	first := v.First()
	v.ID = first.Entry.ID
	if first.Occasion > 0 {
		v.ID += "-" + strconv.Itoa(first.Occasion+1)
	}
	if v.Own = len(v.Accounts) > 1; !v.Own {
		v.path = first.Path()
		return
	}
	v.ID = give.give(EventKind, first.key(), v.ID)
	v.path = EventKind.Path(v.ID)
	var with []string
	for _, acc := range v.Accounts[1:] {
		with = append(with, acc.name())
	}
	give.tellWith(EventKind, first.key(), with)
}

// Path is the place of the account in its release's page.
func (acc *Account) Path() string {
	if len(acc.Entry.Record.Occasions) > 1 {
		return acc.Entry.Path() + "#o" + strconv.Itoa(acc.Occasion+1)
	}
	return acc.Entry.Path()
}

// key is the account's key in the lock: that of its release, and which occasion.
func (acc *Account) key() string {
	return releaseKey(acc.Entry.Record) + "/" + strconv.Itoa(acc.Occasion+1)
}

// name is what the lock calls an account of an event beside the oldest: the id of its release, and which occasion.
func (acc *Account) name() string { return acc.Entry.ID + "/" + strconv.Itoa(acc.Occasion+1) }

// leadOldEvents lets addresses of events that stood under an account that is no longer the oldest, or is gone, lead to
// where the event stands now.
func (a *Archive) leadOldEvents(give *assigner) {
	heirs := map[string]string{} // account -> key of the event
	for _, v := range a.Events {
		if !v.Own {
			continue
		}
		for _, acc := range v.Accounts {
			heirs[acc.name()] = v.First().key()
		}
		for _, acc := range v.Accounts[1:] {
			give.succeed(EventKind, acc.key(), v.First().key())
		}
	}
	here := map[string]bool{}
	for _, e := range a.Releases {
		for i := range e.Record.Occasions {
			here[(&Account{Entry: e, Occasion: i}).key()] = true
		}
	}
	for _, n := range slices.Clone(give.lines) {
		if n.Kind != EventKind || here[n.Key] {
			continue // where the oldest account is still there, and alone, the address leads to it
		}
		for _, with := range n.With {
			if heirs[with] != "" {
				give.succeed(EventKind, n.Key, heirs[with])
				break
			}
		}
	}
}

// splitEvents turns the addresses of events whose accounts have parted into redirects to the oldest release that is left.
func (a *Archive) splitEvents() {
	byName := map[string]*Account{}
	for _, e := range a.Releases {
		for i := range e.Record.Occasions {
			acc := &Account{Entry: e, Occasion: i}
			byName[acc.key()], byName[acc.name()] = acc, acc
		}
	}
	heirs := map[string]*Account{}
	for _, n := range a.Lock.Lines {
		if n.Kind != EventKind {
			continue
		}
		for _, name := range append([]string{n.Key}, n.With...) {
			acc := byName[name]
			if acc == nil {
				continue
			}
			for _, id := range append([]string{n.ID}, n.Former...) {
				heirs[EventKind.Path(id)] = acc
			}
			break
		}
	}
	a.Gone = slices.DeleteFunc(a.Gone, func(g Gone) bool {
		acc := heirs[g.Path]
		if g.Kind == EventKind && acc != nil {
			a.Redirects = append(a.Redirects, Redirect{g.Path, acc.Path()})
			return true
		}
		return false
	})
	slices.SortFunc(a.Redirects, func(x, y Redirect) int { return cmp.Compare(x.From, y.From) })
}
