package archive

import (
	"slices"
	"strings"
)

// How a release finds its address again, the surest sign first:
//
//  1. the same file, part and checksum; in a file of several releases the same day and headline too
//  2. the same checksum and part: the file was renamed
//  3. the same file, and the day and headline of the address: releases were put in before it, or taken out
//  4. the same file and part: it was edited
//
// What is left is new.

// releases gives addresses to releases, which are in order of file and part.
func (a *assigner) releases(entries []*Entry) {
	had, has := map[string]int{}, map[string]int{} // file -> releases in it, then and now
	asked := map[[2]string][]int{}                 // file and id without what a clash put to it -> lines
	for i, n := range a.lines {
		if n.Kind == ReleaseKind {
			file := fileOf(n.Key)
			had[file]++
			asked[[2]string{file, n.ID}] = append(asked[[2]string{file, n.ID}], i)
			if id := beforeClash(n.ID); id != n.ID {
				asked[[2]string{file, id}] = append(asked[[2]string{file, id}], i)
			}
		}
	}
	for _, e := range entries {
		has[e.Record.File]++
	}
	alone := func(e *Entry) bool { return has[e.Record.File] == 1 && had[e.Record.File] <= 1 }
	now := map[int]string{} // line -> its key in this build
	rest := entries
	pass := func(find func(e *Entry, key string) (int, bool)) {
		var left []*Entry
		for _, e := range rest {
			key := releaseKey(e.Record)
			if i, ok := find(e, key); ok && !a.live[i] {
				now[i] = key
				a.keep(e, i)
				continue
			}
			left = append(left, e)
		}
		rest = left
	}
	at := func(key string) (int, bool) { i, ok := a.byKey[string(ReleaseKind)+"\t"+key]; return i, ok }
	pass(func(e *Entry, key string) (int, bool) {
		i, ok := at(key)
		return i, ok && a.lines[i].SHA256 == e.Record.SHA256 && (alone(e) || slices.Contains(asked[[2]string{e.Record.File, proposeID(e.Record)}], i))
	})
	pass(func(e *Entry, key string) (int, bool) {
		for _, i := range a.bySum[e.Record.SHA256+partOf(key)] {
			if !a.live[i] && fileOf(a.lines[i].Key) != e.Record.File {
				return i, true
			}
		}
		return 0, false
	})
	pass(func(e *Entry, key string) (int, bool) {
		if alone(e) {
			return 0, false
		}
		for _, i := range asked[[2]string{e.Record.File, proposeID(e.Record)}] {
			if !a.live[i] {
				return i, true
			}
		}
		return 0, false
	})
	pass(func(_ *Entry, key string) (int, bool) { return at(key) })
	for _, e := range rest {
		key := releaseKey(e.Record)
		id := apart(proposeID(e.Record), e.Record.SHA256, key, a.isTaken(ReleaseKind))
		i := a.add(Line{Kind: ReleaseKind, ID: id, Key: key, SHA256: e.Record.SHA256})
		now[i] = key
		a.keep(e, i)
	}
	a.rekey(now)
}

// keep puts a release at the address of a line, whose checksum follows the file.
func (a *assigner) keep(e *Entry, i int) {
	a.live[i] = true
	a.lines[i].SHA256 = e.Record.SHA256
	e.ID = a.lines[i].ID
}

// beforeClash is an id without the hex digits that a clash put to it.
func beforeClash(id string) string {
	cut := strings.LastIndexByte(id, '-')
	if cut > 0 && len(id)-cut >= 5 && strings.Trim(id[cut+1:], "0123456789abcdef") == "" {
		return id[:cut]
	}
	return id
}

// rekey gives releases the keys of this build, and events those of their releases. Where the key of a release that is gone
// belongs to another now, the line keeps the file and, in place of the part, its own id.
func (a *assigner) rekey(now map[int]string) {
	taken, moved := map[string]bool{}, map[string]string{}
	for _, key := range now {
		taken[key] = true
	}
	for i, n := range a.lines {
		if n.Kind != ReleaseKind {
			continue
		}
		key, ok := now[i]
		if !ok && taken[n.Key] {
			key, ok = fileOf(n.Key)+"#"+n.ID, true
		}
		if ok && key != n.Key {
			moved[n.Key] = key
			a.lines[i].Key = key
		}
	}
	if len(moved) == 0 {
		return
	}
	a.byKey = map[string]int{}
	for i, n := range a.lines {
		if n.Kind == EventKind {
			if cut := strings.LastIndexByte(n.Key, '/'); cut >= 0 && moved[n.Key[:cut]] != "" {
				a.lines[i].Key = moved[n.Key[:cut]] + n.Key[cut:]
			}
		}
		a.byKey[string(n.Kind)+"\t"+a.lines[i].Key] = i
	}
}

// fileOf is a release's key without the part.
func fileOf(key string) string { return strings.TrimSuffix(key, partOf(key)) }
