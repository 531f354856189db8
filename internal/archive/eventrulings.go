package archive

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Ruling is a curator's word that releases tell of one event, or do not.
type Ruling struct {
	Where    string   // "corrections.yaml:12", for messages
	Releases []string // two or more: ids, files, or "digest.txt#2" for the second release of a file
	Same     bool
	Why      string // shown to readers
}

func (r Ruling) equal(s Ruling) bool {
	return r.Where == s.Where && slices.Equal(r.Releases, s.Releases)
}

// StaleRuling is a ruling that changes nothing, or names no release.
type StaleRuling struct {
	Ruling Ruling
	What   string // one sentence without a full stop: `no release "x" in the collection`
}

// applyRulings gathers accounts into events and does as the curator says. It returns the rulings that made the accounts
// belong together, by account. What changes nothing is among a.StaleRulings.
func (a *Archive) applyRulings(ts []telling, rulings []Ruling) (*matcher, map[int][]Ruling) {
	plain := newMatcher(ts, nil)
	plain.match()
	if len(rulings) == 0 {
		return plain, nil
	}
	byEntry := map[*Entry][]int{}
	for i := range ts {
		byEntry[ts[i].entry] = append(byEntry[ts[i].entry], i)
	}
	together := func(m *matcher, x, y *Entry) bool {
		for _, i := range byEntry[x] {
			for _, j := range byEntry[y] {
				if m.root(i) == m.root(j) {
					return true
				}
			}
		}
		return false
	}
	find := a.finder()
	barred := map[[2]*Entry]bool{}
	var unions []func(*matcher)
	ruled := map[int][]Ruling{}
	for _, r := range rulings {
		entries, fault := find(r.Releases)
		if fault != "" {
			a.StaleRulings = append(a.StaleRulings, StaleRuling{r, fault})
			continue
		}
		changes := false
		for i, x := range entries {
			for _, y := range entries[i+1:] {
				if r.Same != together(plain, x, y) {
					changes = true
				}
				if !r.Same {
					barred[pairOf(x, y)] = true
				}
			}
		}
		switch {
		case !changes && r.Same:
			a.StaleRulings = append(a.StaleRulings, StaleRuling{r, "these releases are one event without the correction"})
		case !changes:
			a.StaleRulings = append(a.StaleRulings, StaleRuling{r, "these releases are different events without the correction"})
		case r.Same:
			unions = append(unions, func(m *matcher) {
				for _, e := range entries[1:] {
					i, j := m.closest(byEntry[entries[0]], byEntry[e])
					m.unite(m.root(i), m.root(j))
					m.ruled[i], m.ruled[j] = true, true
					ruled[i], ruled[j] = append(ruled[i], r), append(ruled[j], r)
				}
			})
		}
	}
	m := newMatcher(ts, barred)
	for _, u := range unions {
		u(m)
	}
	m.match()
	return m, ruled
}

// closest returns which of the accounts of one release and which of those of another agree the most; the first of each
// where nothing tells.
func (m *matcher) closest(xs, ys []int) (i, j int) {
	i, j = xs[0], ys[0]
	best, most := differ, 0
	for _, x := range xs {
		for _, y := range ys {
			if v, score := judge(&m.ts[x], &m.ts[y]); v > best || v == best && score > most {
				i, j, best, most = x, y, v, score
			}
		}
	}
	return i, j
}

// finder returns a function that finds releases by what a curator may call them: by id, by former id, by file, by file
// and part.
func (a *Archive) finder() func(names []string) ([]*Entry, string) {
	byName := map[string][]*Entry{}
	former := map[string][]string{}
	for _, n := range a.known.Lines {
		if n.Kind == ReleaseKind {
			former[n.ID] = n.Former
		}
	}
	proposed := map[string][]*Entry{}
	for _, e := range a.Releases {
		file := e.Record.File
		for _, n := range append([]string{file, file + "#" + strconv.Itoa(max(e.Record.Part, 1)), e.ID}, former[e.ID]...) {
			byName[n] = append(byName[n], e)
		}
		if e.Record.ID != "" {
			proposed[e.Record.ID] = append(proposed[e.Record.ID], e)
		}
	}
	return func(names []string) ([]*Entry, string) {
		var out []*Entry
		for _, name := range names {
			short := strings.TrimPrefix(name, "./")
			found := byName[short]
			if found == nil {
				found = proposed[short]
			}
			switch {
			case len(found) == 0:
				return nil, fmt.Sprintf("no release %q in the collection", name)
			case len(found) > 1:
				return nil, fmt.Sprintf("%q is %d releases; name one of them as %s#%d", name, len(found), found[0].Record.File, found[0].Record.Part)
			case slices.Contains(out, found[0]):
				return nil, fmt.Sprintf("%q is named twice", name)
			}
			out = append(out, found[0])
		}
		return out, ""
	}
}
