package archive

import (
	"fmt"
	"strings"
	"testing"

	"readout/internal/record"
)

// part makes a release a part of a file with others.
func part(r Release, n int, sum string) Release {
	r.Record.Part, r.Record.SHA256 = n, strings.Repeat(sum, 16)
	return r
}

// places tells at which address each file and part stands.
func places(a *Archive) map[string]string {
	m := map[string]string{}
	for _, e := range a.Releases {
		m[releaseKey(e.Record)] = e.ID
	}
	return m
}

func expect(t *testing.T, what string, a *Archive, want map[string]string) {
	t.Helper()
	if got := places(a); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%s: releases stand at %v, want %v", what, got, want)
	}
}

// A release put before others of its file, or taken out, moves none of them: each keeps the address of its day and headline.
func TestPartsKeepTheirAddresses(t *testing.T) {
	call, visit, talks := release("d.txt", "2018-06-18", "Call"), release("d.txt", "2018-07-01", "Visit"), release("d.txt", "2018-08-01", "Talks")
	first := build(t, Lock{}, part(call, 1, "aaaa"), part(visit, 2, "aaaa"))
	before := build(t, first.Lock, part(talks, 1, "bbbb"), part(call, 2, "bbbb"), part(visit, 3, "bbbb"))
	expect(t, "one put before", before, map[string]string{"d.txt#1": "2018-08-01-talks", "d.txt#2": "2018-06-18-call", "d.txt#3": "2018-07-01-visit"})
	less := build(t, before.Lock, part(talks, 1, "cccc"), part(visit, 2, "cccc"))
	expect(t, "one taken out", less, map[string]string{"d.txt#1": "2018-08-01-talks", "d.txt#2": "2018-07-01-visit"})
	if gone(less) != "releases/2018-06-18-call.html years/2018-06.html" {
		t.Errorf("gone: %q", gone(less))
	}
	back := build(t, less.Lock, part(talks, 1, "dddd"), part(visit, 2, "dddd"), part(call, 3, "dddd"))
	expect(t, "put back at the end", back, map[string]string{"d.txt#1": "2018-08-01-talks", "d.txt#2": "2018-07-01-visit", "d.txt#3": "2018-06-18-call"})
	titled := release("d.txt", "2018-07-01", "Visit of the minister")
	expect(t, "one newly titled", build(t, back.Lock, part(talks, 1, "eeee"), part(titled, 2, "eeee"), part(call, 3, "eeee")),
		map[string]string{"d.txt#1": "2018-08-01-talks", "d.txt#2": "2018-07-01-visit", "d.txt#3": "2018-06-18-call"})
}

// What two files hold changes place: the addresses go with the texts.
func TestFilesThatChangeNames(t *testing.T) {
	a, b := release("a.txt", "2018-06-18", "Call"), release("b.txt", "2018-07-01", "Visit")
	a.Record.SHA256, b.Record.SHA256 = strings.Repeat("a", 64), strings.Repeat("b", 64)
	lock := build(t, Lock{}, a, b).Lock
	a.Record.File, b.Record.File = "b.txt", "a.txt"
	expect(t, "swapped", build(t, lock, a, b), map[string]string{"a.txt#1": "2018-07-01-visit", "b.txt#1": "2018-06-18-call"})
	b.Record.File = "a.txt"
	over := build(t, lock, b)
	expect(t, "one put over another", over, map[string]string{"a.txt#1": "2018-07-01-visit"})
	if gone(over) != "releases/2018-06-18-call.html years/2018-06.html" {
		t.Errorf("gone: %q", gone(over))
	}
}

// An event keeps its address when the file of its oldest account is renamed, and leaves a redirect when that account is
// taken out: to the event while others tell of it, to the release that is left, and none to nowhere.
func TestEventsKeepTheirAddresses(t *testing.T) {
	const kr, us = "KR Kang Kyung-wha", "US Mike Pompeo"
	a := told("a.txt", "kr-mofa", "2019-03-05", record.Call, kr, us)
	b := told("bb.txt", "us-state", "2019-03-05", record.Call, us, kr)
	c := told("ccc.txt", "yonhap", "2019-03-05", record.Call, us, kr)
	lock := build(t, Lock{}, a, b, c).Lock
	const event = "events/2019-03-05-title-of-a-txt.html"
	own := func(a *Archive) string {
		for _, v := range a.Events {
			if v.Own {
				return v.Path()
			}
		}
		return ""
	}
	renamed := a
	r := *a.Record
	r.File = "2019/a.txt"
	renamed.Record = &r
	x := build(t, lock, renamed, b, c)
	if own(x) != event || redirects(x)+gone(x) != "" {
		t.Errorf("renamed, the event stands at %s; redirects %q, gone %q", own(x), redirects(x), gone(x))
	}
	x = build(t, x.Lock, b, c)
	if want := event + " -> " + own(x); own(x) != "events/2019-03-05-title-of-bb-txt.html" || redirects(x) != want || gone(x) != "publishers/kr-mofa.html releases/2019-03-05-title-of-a-txt.html" {
		t.Errorf("without the oldest: redirects %q, want %q; gone %q", redirects(x), want, gone(x))
	}
	y := build(t, x.Lock, c)
	if want := "releases/2019-03-05-title-of-ccc-txt.html"; strings.Count(redirects(y), " -> "+want) != 2 {
		t.Errorf("with one account left: redirects %q", redirects(y))
	}
	if z := build(t, y.Lock, renamed, b, c); own(z) != event || redirects(z) != "events/2019-03-05-title-of-bb-txt.html -> "+event {
		t.Errorf("all come back: %s, redirects %q", own(z), redirects(z))
	}
	if none := build(t, lock, release("other.txt", "2020", "Other")); !strings.Contains(gone(none), event) {
		t.Errorf("with no account left: gone %q", gone(none))
	}
}

// Events that a ruling made one stand at their own addresses again when it is taken back.
func TestEventsPartAgain(t *testing.T) {
	const kr, us, jp = "KR Kang Kyung-wha", "US Mike Pompeo", "JP Taro Kono"
	rs := []Release{
		told("a.txt", "kr-mofa", "2019-03-05", record.Call, kr, us), told("bb.txt", "us-state", "2019-03-05", record.Call, us, kr),
		told("ccc.txt", "jp-mofa", "2019-03-05", record.Call, jp, us), told("dddd.txt", "us-state", "2019-03-05", record.Call, us, jp),
	}
	first := build(t, Lock{}, rs...)
	one, err := New(rs, nil, Options{Lock: first.Lock, Rulings: []Ruling{{Releases: []string{"a.txt", "ccc.txt"}, Same: true, Why: "one call"}}})
	if err != nil || redirects(one) != "events/2019-03-05-title-of-ccc-txt.html -> events/2019-03-05-title-of-a-txt.html" {
		t.Fatalf("merged: redirects %q %v", redirects(one), err)
	}
	again := build(t, one.Lock, rs...)
	if redirects(again) != "" || gone(again) != "pairs/jp-kr.html" || again.Lock.Lines[5].ID != first.Lock.Lines[5].ID {
		t.Errorf("parted again: redirects %q, gone %q\n%s", redirects(again), gone(again), again.Lock.Format())
	}
}

// A person whom the lexicon knew for a while stands where he or she stood before, and the other address leads there.
func TestListedBecomesUnlisted(t *testing.T) {
	unlisted := takesPart(release("a.txt", "2018-06-18", "Call"), "Hong Gil-dong", "KR", "")
	listed := takesPart(release("a.txt", "2018-06-18", "Call"), "Hong Gil-dong", "KR", "hong-gil-dong")
	first := build(t, Lock{}, unlisted)
	second := build(t, first.Lock, listed)
	third := build(t, second.Lock, unlisted)
	if want := "officials/hong-gil-dong.html -> officials/kr-hong-gil-dong.html"; redirects(third) != want || gone(third) != "" {
		t.Errorf("redirects %q, gone %q, want %q", redirects(third), gone(third), want)
	}
	if fourth := build(t, third.Lock, listed); redirects(fourth) != redirects(second) {
		t.Errorf("listed again: redirects %q, want %q", redirects(fourth), redirects(second))
	}
}

// A curator's word leads the address of a release that is gone to that which stands for it.
func TestMoves(t *testing.T) {
	a, b := release("a.txt", "2018-06-18", "Call"), release("b.txt", "2018-06-19", "The same call")
	b.Record.SHA256 = strings.Repeat("b", 64)
	lock := build(t, Lock{}, a, b).Lock
	move := Move{Where: "corrections.yaml:1", From: "2018-06-19-the-same-call", To: "a.txt"}
	with := func(lock Lock, moves []Move, rs ...Release) *Archive {
		t.Helper()
		x, err := New(rs, nil, Options{Lock: lock, Moves: moves})
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	x := with(lock, []Move{move}, a)
	if want := "releases/2018-06-19-the-same-call.html -> releases/2018-06-18-call.html"; redirects(x) != want || gone(x) != "" || x.StaleMoves != nil {
		t.Errorf("redirects %q, gone %q, stale %v", redirects(x), gone(x), x.StaleMoves)
	}
	if again := with(x.Lock, []Move{move}, a); redirects(again) != redirects(x) || again.StaleMoves != nil {
		t.Errorf("the next build: redirects %q, stale %v", redirects(again), again.StaleMoves)
	}
	for _, c := range []struct {
		move Move
		want string
	}{
		{move, `"2018-06-19-the-same-call" still stands: take b.txt out first`},
		{Move{From: "nowhere", To: "a.txt"}, `no release was ever published at "nowhere"`},
		{Move{From: "2018-06-19-the-same-call", To: "c.txt"}, `no release "c.txt" in the collection`},
	} {
		y := with(lock, []Move{c.move}, a, b)
		if len(y.StaleMoves) != 1 || y.StaleMoves[0].What != c.want || redirects(y) != "" {
			t.Errorf("%+v: stale %v, want %s", c.move, y.StaleMoves, c.want)
		}
	}
}
