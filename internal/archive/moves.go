package archive

import "fmt"

// Move is a curator's word that the address of a release that was taken out leads to another: two files were made one, or
// one of two copies was taken away.
type Move struct {
	Where string // "corrections.yaml:12", for messages
	From  string // id of the release that is gone
	To    string // id, file, or "digest.txt#2"
}

// StaleMove is a move that cannot be made.
type StaleMove struct {
	Move Move
	What string // one sentence without a full stop
}

// move leads the addresses of releases that are gone to those that stand for them.
func (a *Archive) move(moves []Move, give *assigner) {
	if len(moves) == 0 {
		return
	}
	find := a.finder()
	stale := func(m Move, format string, args ...any) {
		a.StaleMoves = append(a.StaleMoves, StaleMove{m, fmt.Sprintf(format, args...)})
	}
	for _, m := range moves {
		to, fault := find([]string{m.To})
		if fault != "" {
			stale(m, "%s", fault)
			continue
		}
		j := give.byKey[string(ReleaseKind)+"\t"+releaseKey(to[0].Record)]
		i, ok := give.releaseWith(m.From)
		switch {
		case !ok:
			stale(m, "no release was ever published at %q", m.From)
		case i == j: // done by an earlier build
		case give.live[i]:
			stale(m, "%q still stands: take %s out first", m.From, fileOf(give.lines[i].Key))
		default:
			give.lead(i, j)
		}
	}
}

// releaseWith returns the line of the release that has an id, or once had.
func (a *assigner) releaseWith(id string) (int, bool) {
	for i, n := range a.lines {
		if n.Kind == ReleaseKind && n.ID == id {
			return i, true
		}
	}
	i, ok := a.was[ReleaseKind.Folder()+"/"+id]
	return i, ok
}
