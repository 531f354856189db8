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
	was   map[string]int   // folder/id of former ids -> line
	apart [][2]int         // lines whose former id another line took back -> that line
}

func newAssigner(l Lock) *assigner {
	a := &assigner{taken: map[string]bool{}, byKey: map[string]int{}, bySum: map[string][]int{}, was: map[string]int{}}
	for _, n := range l.Lines {
		n.Former, n.With = slices.Clone(n.Former), slices.Clone(n.With)
		a.add(n)
	}
	return a
}

func (a *assigner) add(n Line) int {
	i := len(a.lines)
	a.lines, a.live = append(a.lines, n), append(a.live, false)
	a.byKey[string(n.Kind)+"\t"+n.Key] = i
	a.taken[n.Kind.Folder()+"/"+n.ID] = true
	for _, id := range n.Former {
		a.taken[n.Kind.Folder()+"/"+id] = true
		a.was[n.Kind.Folder()+"/"+id] = i
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

// give returns the id under which something other than a release stands. want is the id that a new one asks for. One that
// stood there before and was led elsewhere since (a person whom the lexicon knew for a while, an event that was one with
// another) gets its old address back.
func (a *assigner) give(kind Kind, key, want string) string {
	i, ok := a.byKey[string(kind)+"\t"+key]
	if !ok {
		id := safeID(want)
		j, was := a.was[kind.Folder()+"/"+id]
		if was = was && a.lines[j].Kind == kind; was {
			a.lines[j].Former = slices.DeleteFunc(a.lines[j].Former, func(f string) bool { return f == id })
			delete(a.was, kind.Folder()+"/"+id)
		} else {
			id = apart(id, "", key, a.isTaken(kind))
		}
		i = a.add(Line{Kind: kind, Key: key, ID: id})
		if was {
			a.apart = append(a.apart, [2]int{j, i})
		}
	}
	a.live[i] = true
	return a.lines[i].ID
}

// tellWith notes the further accounts of an event that has an address.
func (a *assigner) tellWith(kind Kind, key string, with []string) {
	a.lines[a.byKey[string(kind)+"\t"+key]].With = with
}

// succeed makes the address of what was known under an old key lead to what has a new one, which has an address already.
// It does nothing where the old key never had an address or still stands for something.
func (a *assigner) succeed(kind Kind, old, key string) {
	i, ok := a.byKey[string(kind)+"\t"+old]
	j, has := a.byKey[string(kind)+"\t"+key]
	if ok && has {
		a.lead(i, j)
	}
}

// lead makes the address of line i, unless something stands there, a former one of line j.
func (a *assigner) lead(i, j int) {
	if i == j || a.live[i] || a.lines[i].ID == "" {
		return
	}
	heir, n := &a.lines[j], a.lines[i]
	heir.Former = append(append(heir.Former, n.ID), n.Former...)
	for _, id := range append([]string{n.ID}, n.Former...) {
		a.was[n.Kind.Folder()+"/"+id] = j
	}
	delete(a.byKey, string(n.Kind)+"\t"+n.Key)
	a.lines[i] = Line{} // dropped by lock
}

// rejoin leads what is left of lines from which another took its address back, and at which nothing stands any more, there.
func (a *assigner) rejoin() {
	for _, p := range a.apart {
		a.lead(p[0], p[1])
	}
}

// lock returns the addresses as they are now, kind by kind, each kind in the order in which its lines were added.
func (a *assigner) lock() Lock {
	a.rejoin()
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
