package archive

import (
	"cmp"
	"slices"
)

// link is two accounts, as indexes of tellings in order, that may be of one event.
type link struct {
	a, b  int
	score int
	gap   bool // their days differ
}

// matcher gathers accounts into events.
type matcher struct {
	ts      []telling
	parent  []int
	members [][]int // of each root
	barred  map[[2]*Entry]bool
	ruled   map[int]bool // accounts that a curator put where they are
}

func newMatcher(ts []telling, barred map[[2]*Entry]bool) *matcher {
	m := &matcher{ts: ts, parent: make([]int, len(ts)), members: make([][]int, len(ts)), barred: barred, ruled: map[int]bool{}}
	for i := range ts {
		m.parent[i], m.members[i] = i, []int{i}
	}
	return m
}

func (m *matcher) root(i int) int {
	for m.parent[i] != i {
		m.parent[i] = m.parent[m.parent[i]]
		i = m.parent[i]
	}
	return i
}

// join makes one event of two where no account of the one excludes an account of the other. What a curator put together
// may differ, and so stands in nobody's way.
func (m *matcher) join(a, b int) bool {
	a, b = m.root(a), m.root(b)
	if a == b {
		return true
	}
	for _, i := range m.members[a] {
		for _, j := range m.members[b] {
			if m.isBarred(i, j) || m.ts[i].entry == m.ts[j].entry {
				return false
			}
			if m.ruled[i] || m.ruled[j] {
				continue
			}
			if v, _ := judge(&m.ts[i], &m.ts[j]); v == differ {
				return false
			}
		}
	}
	m.unite(a, b)
	return true
}

func (m *matcher) isBarred(i, j int) bool { return m.barred[pairOf(m.ts[i].entry, m.ts[j].entry)] }

// unite makes one event of two roots; of one root it stays one.
func (m *matcher) unite(a, b int) {
	if a == b {
		return
	}
	if b < a {
		a, b = b, a
	}
	m.parent[b] = a
	m.members[a] = append(m.members[a], m.members[b]...)
	slices.Sort(m.members[a])
	m.members[b] = nil
}

// pairOf is a key for two entries in either order.
func pairOf(x, y *Entry) [2]*Entry {
	if x.ID > y.ID {
		x, y = y, x
	}
	return [2]*Entry{x, y}
}

// match links the accounts of one event: what is firm first, from what agrees the most; then what is likely, where there
// is no choice.
func (m *matcher) match() {
	firmLinks, likelyLinks := m.links()
	preferTurn(firmLinks)
	slices.SortStableFunc(firmLinks, func(x, y link) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	for _, l := range firmLinks {
		m.join(l.a, l.b)
	}
	// The vaguer of two accounts joins what it may belong to only if that is one event.
	choices := map[int][]int{}
	for _, l := range likelyLinks {
		from, to := l.a, l.b
		if m.ts[to].vaguer(&m.ts[from]) {
			from, to = to, from
		}
		if r := m.root(to); r != m.root(from) && !slices.Contains(choices[from], r) {
			choices[from] = append(choices[from], r)
		}
	}
	froms := make([]int, 0, len(choices))
	for from := range choices {
		froms = append(froms, from)
	}
	slices.Sort(froms)
	for _, from := range froms {
		if len(choices[from]) == 1 {
			m.join(from, choices[from][0])
		}
	}
}

// vaguer reports whether an account tells less than another: its day is open, or it names fewer people.
func (t *telling) vaguer(u *telling) bool {
	if t.when.open() != u.when.open() {
		return t.when.open()
	}
	return len(t.guests) < len(u.guests)
}

// preferTurn settles calls of two days running that two sides tell by their own clocks. Where each of two accounts of one
// date has a partner across the date line, both go with that partner: so all are paired.
func preferTurn(links []link) {
	crossed := map[int]bool{}
	for _, l := range links {
		if l.gap {
			crossed[l.a], crossed[l.b] = true, true
		}
	}
	const below = 20
	for i := range links {
		if l := &links[i]; !l.gap && crossed[l.a] && crossed[l.b] {
			l.score -= below
		}
	}
}
