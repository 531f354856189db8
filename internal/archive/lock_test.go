package archive

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
)

func redirects(a *Archive) string {
	var out []string
	for _, r := range a.Redirects {
		out = append(out, r.From+" -> "+r.To)
	}
	return strings.Join(out, "; ")
}

func gone(a *Archive) string {
	var out []string
	for _, g := range a.Gone {
		out = append(out, g.Path)
	}
	return strings.Join(out, " ")
}

// A release keeps its address when its file is edited or renamed; what is new never takes one that was ever given.
func TestAddressesStay(t *testing.T) {
	old := release("call.txt", "2018-06-18", "Call of the ministers")
	lock := build(t, Lock{}, old).Lock

	edited := release("call.txt", "2018-06-19", "Telephone call of the two ministers")
	edited.Record.SHA256 = strings.Repeat("f", 64)
	if a := build(t, lock, edited); ids(a) != "2018-06-18-call-of-the-ministers" {
		t.Errorf("edited, it stands at %s", ids(a))
	}
	renamed := release("2018/june.txt", "2018-06-18", "Call of the ministers")
	a := build(t, lock, renamed)
	if ids(a) != "2018-06-18-call-of-the-ministers" || a.Lock.Lines[0].Key != "2018/june.txt#1" {
		t.Errorf("renamed, it stands at %s under %q", ids(a), a.Lock.Lines[0].Key)
	}
	stranger := release("other.txt", "2018-06-18", "Call of the ministers")
	stranger.Record.SHA256 = "beef" + strings.Repeat("0", 60)
	a = build(t, lock, stranger)
	if ids(a) != "2018-06-18-call-of-the-ministers-beef" {
		t.Errorf("a new release took the address of one that is gone: %s", ids(a))
	}
	if gone(a) != "releases/2018-06-18-call-of-the-ministers.html" {
		t.Errorf("nothing stands at the old address: %q", gone(a))
	}
	back := build(t, a.Lock, old, stranger)
	if ids(back) != "2018-06-18-call-of-the-ministers 2018-06-18-call-of-the-ministers-beef" || gone(back) != "" {
		t.Errorf("come back, it stands at %s; gone %q", ids(back), gone(back))
	}
}

// The later in the lock gets hex digits of its checksum, also where files are the same byte for byte.
func TestClashes(t *testing.T) {
	var rs []Release
	for _, f := range []string{"a.txt", "b.txt", "c.txt", "d.txt", "e.txt", "f.txt"} {
		rs = append(rs, release(f, "2018-06-18", "Call"))
	}
	a := build(t, Lock{}, rs...)
	got := a.Lock.Lines
	for i, want := range []string{"2018-06-18-call", "2018-06-18-call-0123", "2018-06-18-call-0123abcd", "2018-06-18-call-0123abcd0123abcd"} {
		if got[i].ID != want {
			t.Errorf("%s stands at %s, want %s", got[i].Key, got[i].ID, want)
		}
	}
	again := build(t, a.Lock, rs[3], rs[5])
	if again.Releases[0].ID != a.Lock.Lines[3].ID && again.Releases[1].ID != a.Lock.Lines[3].ID {
		t.Error("addresses of equal files change hands when some are taken out")
	}
}

// An unlisted person's id is country and name; once the lexicon names the person, the old id redirects.
func TestUnlistedBecomesListed(t *testing.T) {
	before := build(t, Lock{}, takesPart(release("a.txt", "2018-06-18", "Call"), "Hong Gil-dong", "KR", ""))
	after := build(t, before.Lock, takesPart(release("a.txt", "2018-06-18", "Call"), "Hong Gil-dong", "KR", "hong-gil-dong"))
	if want := "officials/kr-hong-gil-dong.html -> officials/hong-gil-dong.html"; redirects(after) != want || gone(after) != "" {
		t.Errorf("redirects %q, gone %q, want %q", redirects(after), gone(after), want)
	}
	third := build(t, after.Lock, takesPart(release("a.txt", "2018-06-18", "Call"), "Hong Gil-dong", "KR", "hong-gil-dong"))
	if !reflect.DeepEqual(third.Lock, after.Lock) || redirects(third) != redirects(after) {
		t.Errorf("the next build changes the lock:\n%s", third.Lock.Format())
	}
}

// A person who is known to the lexicon on some days and unknown on others keeps both pages.
func TestBothIdsLive(t *testing.T) {
	a := takesPart(release("a.txt", "2018-06-18", "Call"), "Hong Gil-dong", "KR", "")
	b := takesPart(release("b.txt", "2019-06-18", "Call"), "Hong Gil-dong", "KR", "hong-gil-dong")
	first := build(t, Lock{}, a, b)
	if second := build(t, first.Lock, a, b); redirects(second) != "" || len(second.Officials) != 2 {
		t.Errorf("redirects %q", redirects(second))
	}
}

func TestLockFaults(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"release\tx\ta.txt#1", `ids.lock:1: 3 columns, want kind, id, key, checksum, former ids and accounts, parted by tabs`},
		{"ship\tx\ta.txt#1\t-", `ids.lock:1: unknown kind "ship"`},
		{"release\t../x\ta.txt#1\t-", `ids.lock:1: id "../x": want lower-case letters, digits and hyphens, and no name that Windows forbids`},
		{"release\tnul\ta.txt#1\t-", `ids.lock:1: id "nul": want lower-case letters, digits and hyphens, and no name that Windows forbids`},
		{"release\tx\ta.txt#1\t-\nrelease\ty\tb.txt#1\t-\tx", `ids.lock:2: id "x" stands in line 1 too`},
		{"release\tx\ta.txt#1\t-\nrelease\ty\ta.txt#1\t-", `ids.lock:2: key "a.txt#1" stands in line 1 too`},
		{"event\tx\ta.txt#1/1\t-\t\tb/0", `ids.lock:1: account "b/0": want the id of a release and the number of an occasion, x/1`},
		{"<<<<<<< HEAD", `ids.lock:1: mark of a merge: keep the lines of both sides`},
		{"release\tx\t\"a\\q\"\t-", `ids.lock:1: key "a\q" cannot be read`},
	} {
		_, err := ParseLock("ids.lock", []byte(c.line))
		if err == nil || err.Error() != c.want {
			t.Errorf("%q: error %v, want %s", c.line, err, c.want)
		}
	}
}

func TestSlug(t *testing.T) {
	for _, c := range []struct {
		text string
		max  int
		want string
	}{
		{"Outcome of ROK-US Foreign Ministers’ Telephone Conversation", 40, "outcome-of-rok-us-foreign-ministers"},
		{"Søreide’s visit to Türkiye", 60, "soreide-visit-to-turkiye"},
		{"외교장관 통화", 60, ""},
		{"Con", 60, "con"},
		{"../../etc/passwd", 60, "etc-passwd"},
		{strings.Repeat("a", 100), 20, strings.Repeat("a", 20)},
	} {
		if got := Slug(c.text, c.max); got != c.want {
			t.Errorf("Slug(%q) = %q, want %q", c.text, got, c.want)
		}
	}
	for _, name := range []string{"CON", "nul", "Com1", "lpt9", "index"} {
		if id := safeID(name); !validID(id) || id == strings.ToLower(name) {
			t.Errorf("safeID(%q) = %q", name, id)
		}
	}
}

func FuzzLock(f *testing.F) {
	f.Add([]byte("release\tx\ta.txt#1\t-\told older\n# remark\nofficial\ty\t\"a\\tb\"\t-\nevent\tz\ta.txt#1/1\t-\t\tx/2\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		l, err := ParseLock("ids.lock", text)
		if err != nil {
			return
		}
		again, err := ParseLock("ids.lock", l.Format())
		if err != nil || !bytes.Equal(again.Format(), l.Format()) {
			t.Fatalf("%q reads back as %q: %v", l.Format(), again.Format(), err)
		}
	})
}

func FuzzSlug(f *testing.F) {
	f.Add("nul", "Talks—with “quotes” / slashes")
	f.Fuzz(func(t *testing.T, a, b string) {
		taken := map[string]bool{safeID(a): true}
		id := apart(safeID(b), "", a, func(s string) bool { return taken[s] })
		if !validID(id) || taken[id] {
			t.Fatalf("id %q", id)
		}
	})
}
