package archive

import (
	"cmp"
	"slices"
	"strconv"

	"readout/internal/record"
)

// assigner gives out addresses: those of the lock to what stood there before, new ones to what is new.
type assigner struct {
	lines []Line
	live  []bool           // whether something stands at the line's address in this build
	taken map[string]bool  // folder/id, former ids too
	byKey map[string]int   // kind and key -> line
	bySum map[string][]int // checksum and part of releases -> lines
}

func newAssigner(l Lock) *assigner {
	a := &assigner{taken: map[string]bool{}, byKey: map[string]int{}, bySum: map[string][]int{}}
	for _, n := range l.Lines {
		n.Former = slices.Clone(n.Former)
		a.add(n)
	}
	return a
}

func (a *assigner) add(n Line) int {
	i := len(a.lines)
	a.lines, a.live = append(a.lines, n), append(a.live, false)
	a.byKey[string(n.Kind)+"\t"+n.Key] = i
	for _, id := range append([]string{n.ID}, n.Former...) {
		a.taken[n.Kind.Folder()+"/"+id] = true
	}
	if n.Kind == ReleaseKind && n.SHA256 != "" {
		sum := n.SHA256 + partOf(n.Key)
		a.bySum[sum] = append(a.bySum[sum], i)
	}
	return i
}

func (a *assigner) isTaken(kind Kind) func(string) bool {
	return func(id string) bool { return a.taken[kind.Folder()+"/"+id] }
}

// releaseKey is the key of a release: its file and part.
func releaseKey(r *record.Record) string { return r.File + "#" + strconv.Itoa(max(r.Part, 1)) }

// partOf is the end of a release's key from the # on.
func partOf(key string) string {
	for i := len(key) - 1; i >= 0; i-- {
		if key[i] == '#' {
			return key[i:]
		}
	}
	return ""
}

// releases gives addresses to releases, which are in order of file and part: known by file and part, then by checksum;
// what is left is new.
func (a *assigner) releases(entries []*Entry) {
	var moved, fresh []*Entry
	for _, e := range entries {
		if i, ok := a.byKey[string(ReleaseKind)+"\t"+releaseKey(e.Record)]; ok && !a.live[i] {
			a.keep(e, i)
			continue
		}
		moved = append(moved, e)
	}
next:
	for _, e := range moved {
		key := releaseKey(e.Record)
		for _, i := range a.bySum[e.Record.SHA256+partOf(key)] {
			if !a.live[i] {
				a.byKey[string(ReleaseKind)+"\t"+key] = i
				a.lines[i].Key = key
				a.keep(e, i)
				continue next
			}
		}
		fresh = append(fresh, e)
	}
	for _, e := range fresh {
		key := releaseKey(e.Record)
		id := apart(proposeID(e.Record), e.Record.SHA256, key, a.isTaken(ReleaseKind))
		a.keep(e, a.add(Line{Kind: ReleaseKind, ID: id, Key: key, SHA256: e.Record.SHA256}))
	}
}

// keep puts a release at the address of a line, whose checksum follows the file.
func (a *assigner) keep(e *Entry, i int) {
	a.live[i] = true
	a.lines[i].SHA256 = e.Record.SHA256
	e.ID = a.lines[i].ID
}

// give returns the id under which something other than a release stands. want is the id that a new one asks for.
func (a *assigner) give(kind Kind, key, want string) string {
	i, ok := a.byKey[string(kind)+"\t"+key]
	if !ok {
		i = a.add(Line{Kind: kind, Key: key, ID: apart(safeID(want), "", key, a.isTaken(kind))})
	}
	a.live[i] = true
	return a.lines[i].ID
}

// succeed makes the address of what was known under an old key lead to what has a new one, which has an address already.
// It does nothing where the old key never had an address or still stands for something.
func (a *assigner) succeed(kind Kind, old, key string) {
	i, ok := a.byKey[string(kind)+"\t"+old]
	j, has := a.byKey[string(kind)+"\t"+key]
	if !ok || !has || i == j || a.live[i] || a.lines[i].ID == "" {
		return
	}
	heir := &a.lines[j]
	heir.Former = append(append(heir.Former, a.lines[i].ID), a.lines[i].Former...)
	delete(a.byKey, string(kind)+"\t"+old)
	a.lines[i] = Line{} // dropped by lock
}

// lock returns the addresses as they are now, kind by kind, each kind in the order in which its lines were added.
func (a *assigner) lock() Lock {
	var l Lock
	for _, n := range a.lines {
		if n.ID != "" {
			l.Lines = append(l.Lines, n)
		}
	}
	slices.SortStableFunc(l.Lines, func(x, y Line) int {
		return cmp.Compare(slices.Index(kinds[:], x.Kind), slices.Index(kinds[:], y.Kind))
	})
	return l
}

// moved returns the redirects that former ids ask for and the addresses at which nothing stands any more.
func (a *assigner) moved() (redirects []Redirect, gone []Gone) {
	for i, n := range a.lines {
		switch {
		case n.ID == "":
		case a.live[i]:
			for _, old := range n.Former {
				redirects = append(redirects, Redirect{n.Kind.Path(old), n.Kind.Path(n.ID)})
			}
		default:
			for _, id := range append([]string{n.ID}, n.Former...) {
				gone = append(gone, Gone{n.Kind, n.Kind.Path(id)})
			}
		}
	}
	slices.SortFunc(redirects, func(x, y Redirect) int { return cmp.Compare(x.From, y.From) })
	slices.SortFunc(gone, func(x, y Gone) int { return cmp.Compare(x.Path, y.Path) })
	return redirects, gone
}
