package archive

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"readout/internal/date"
	"readout/internal/record"
)

// told makes a release of a publisher with one occasion: "KR Kang Kyung-wha", "US Mike Pompeo" take part. The text holds
// the title, so that no two are one text.
func told(file, publisher, day string, kind record.Kind, people ...string) Release {
	r := release(file, day, "Title of "+file)
	r.Record.SHA256 = fmt.Sprintf("%064x", len(file)*7919+int(file[0]))
	r.Record.Text = "Title of " + file
	country, _, _ := strings.Cut(publisher, "-")
	r.Record.Publisher.Value = record.Publisher{ID: publisher, Name: publisher, Country: strings.ToUpper(country)}
	r.Record.Published = r.Record.Date
	r.Record.Kind.Value = kind
	return occasion(r, day, kind, people...)
}

// occasion adds an occasion to a release.
func occasion(r Release, day string, kind record.Kind, people ...string) Release {
	o := record.Occasion{Kind: kind}
	if d, err := date.Parse(day); err == nil {
		o.Date = record.Fact[record.Dating]{Value: record.Dating{Date: d}, Rule: "explicit-date", Confidence: record.Certain}
	}
	for _, p := range people {
		code, name, _ := strings.Cut(p, " ")
		if !slices.Contains(o.Parties, code) {
			o.Parties = append(o.Parties, code)
			r = country(r, code, record.Party)
		}
		if name == "" {
			continue
		}
		o.Participants = append(o.Participants, name)
		if !slices.ContainsFunc(r.Record.Participants, func(f record.Fact[record.Person]) bool { return f.Value.Name == name }) {
			r = takesPart(r, name, code, "")
		}
	}
	r.Record.Occasions = append(r.Record.Occasions, o)
	return r
}

func about(r Release, topics ...string) Release {
	for _, t := range topics {
		r.Record.Topics = append(r.Record.Topics, record.Fact[record.Topic]{Value: record.Topic{ID: t, Label: t}, Rule: "phrase"})
	}
	return r
}

// groups shows the events of an archive: the files of each, the oldest account first.
func groups(a *Archive) string {
	var out []string
	for _, v := range a.Events {
		var files []string
		for _, acc := range v.Accounts {
			name := strings.TrimSuffix(acc.Entry.Record.File, ".txt")
			if acc.Occasion > 0 {
				name += fmt.Sprint("#", acc.Occasion+1)
			}
			files = append(files, name)
		}
		slices.Sort(files)
		out = append(out, strings.Join(files, "+"))
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func TestEventRules(t *testing.T) {
	const kr, us, jp = "KR Kang Kyung-wha", "US Mike Pompeo", "JP Toshimitsu Motegi"
	for _, c := range []struct {
		name string
		rs   []Release
		want string
	}{
		{"two governments", []Release{told("a.txt", "kr-mofa", "2019-03-05", record.Call, kr, us), told("b.txt", "us-state", "2019-03-05", record.Call, us, kr)}, "a+b"},
		{"a call by two clocks", []Release{told("a.txt", "kr-mofa", "2019-03-06", record.Call, kr, us), told("b.txt", "us-state", "2019-03-05", record.Call, us, kr)}, "a+b"},
		{"clocks do not run back", []Release{told("a.txt", "kr-mofa", "2019-03-05", record.Call, kr, us), told("b.txt", "us-state", "2019-03-06", record.Call, us, kr)}, "a b"},
		{"clocks too close", []Release{told("a.txt", "kr-mofa", "2019-03-05", record.Call, kr, jp), told("b.txt", "jp-mofa", "2019-03-06", record.Call, jp, kr)}, "a b"},
		{"a meeting has the day of its place", []Release{told("a.txt", "kr-mofa", "2019-03-06", record.Meeting, kr, us), told("b.txt", "us-state", "2019-03-05", record.Meeting, us, kr)}, "a b"},
		{"one government, two releases", []Release{told("a.txt", "kr-mofa", "2019-03-05", record.Call, kr, us), told("b.txt", "kr-mofa", "2019-03-05", record.Call, kr, us)}, "a b"},
		{"three are not two", []Release{told("a.txt", "kr-mofa", "2019-03-05", record.Meeting, kr, us, jp), told("b.txt", "us-state", "2019-03-05", record.Meeting, us, kr)}, "a b"},
		{"another minister", []Release{told("a.txt", "kr-mofa", "2019-03-05", record.Meeting, kr, us), told("b.txt", "us-state", "2019-03-05", record.Meeting, us, "KR Kang Ho-in")}, "a b"},
		{"a surname is enough", []Release{told("a.txt", "kr-mofa", "2019-03-05", record.Meeting, kr, us), told("b.txt", "us-state", "2019-03-05", record.Meeting, "US Pompeo", "KR Kang")}, "a+b"},
		{"the president with both ministers", []Release{told("a.txt", "kr-president", "2019-03-05", record.Meeting, "KR Moon Jae-in", kr, "US Donald Trump", us), told("b.txt", "us-state", "2019-03-05", record.Meeting, us, kr)}, "a b"},
		{"a visit is no meeting", []Release{told("a.txt", "kr-mofa", "2019-03-05", record.Visit, kr, us), told("b.txt", "us-state", "2019-03-05", record.Meeting, us, kr)}, "a b"},
		{"a visit counted with and without the way", []Release{told("a.txt", "kr-mofa", "2019-03-05/2019-03-08", record.Visit, kr, us), told("b.txt", "us-state", "2019-03-06/2019-03-07", record.Visit, kr, us)}, "a+b"},
		{"a candidate that fits", []Release{told("a.txt", "kr-mofa", "[2018-03-05,2019-03-05]", record.Call, kr, us), told("b.txt", "us-state", "2019-03-05", record.Call, us, kr)}, "a+b"},
		{"two candidates that fit", []Release{told("a.txt", "kr-mofa", "[2018-03-05,2019-03-05]", record.Call, kr, us), told("b.txt", "us-state", "2019-03-05", record.Call, us, kr), told("c.txt", "us-state", "2018-03-05", record.Call, us, kr)}, "a b c"},
		{"an unknown year", []Release{told("a.txt", "kr-mofa", "XXXX-03-05", record.Call, kr, us), told("b.txt", "us-state", "2019-03-05", record.Call, us, kr)}, "a+b"},
		{"an unknown year, and one side unnamed", []Release{told("a.txt", "kr-mofa", "XXXX-03-05", record.Call, kr, "US"), told("b.txt", "us-state", "2019-03-05", record.Call, us, kr)}, "a b"},
		{"no day", []Release{told("a.txt", "kr-mofa", "", record.Call, kr, us), told("b.txt", "us-state", "", record.Call, us, kr)}, "a b"},
		{"one side unnamed", []Release{told("a.txt", "yonhap", "2019-03-05", record.Meeting, kr, "US"), told("b.txt", "us-state", "2019-03-05", record.Meeting, us, kr)}, "a+b"},
		{"one side unnamed, two to choose from", []Release{told("a.txt", "yonhap", "2019-03-05", record.Meeting, kr, "US"), told("b.txt", "us-state", "2019-03-05", record.Meeting, us, kr), told("c.txt", "us-state", "2019-03-05", record.Meeting, "US Mike Pence", kr)}, "a b c"},
		{"two calls of one release are two events", []Release{occasion(told("a.txt", "kr-mofa", "2019-03-05", record.Call, kr, us), "2019-03-05", record.Call, kr, us), occasion(told("b.txt", "us-state", "2019-03-05", record.Call, us, kr), "2019-03-05", record.Call, us, kr)}, "a#2+b#2 a+b"},
		{"days running by two clocks", []Release{told("a.txt", "kr-mofa", "2019-03-06", record.Call, kr, us), told("b.txt", "kr-mofa", "2019-03-07", record.Call, kr, us), told("c.txt", "us-state", "2019-03-05", record.Call, kr, us), told("d.txt", "us-state", "2019-03-06", record.Call, kr, us)}, "a+c b+d"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for range 3 {
				rand.Shuffle(len(c.rs), func(i, j int) { c.rs[i], c.rs[j] = c.rs[j], c.rs[i] })
				if got := groups(build(t, Lock{}, c.rs...)); got != c.want {
					t.Errorf("events are %s, want %s", got, c.want)
				}
			}
		})
	}
}

// What is said to the press after a meeting is no account of the meeting, even where it is read as one.
func TestPressConferenceAfterASummit(t *testing.T) {
	x := told("a.txt", "de-bundesregierung", "2022-11-30", record.Meeting, "DE Olaf Scholz", "NO Jonas Gahr Støre")
	y := told("b.txt", "no-smk", "2022-11-30", record.Meeting, "NO Jonas Gahr Støre", "DE Olaf Scholz")
	if got := groups(build(t, Lock{}, x, y)); got != "a+b" {
		t.Errorf("events are %s", got)
	}
	for _, title := range []string{"Joint press conference after the meeting of Chancellor Scholz and Prime Minister Støre", "Remarks by Prime Minister Støre and Chancellor Scholz"} {
		y.Record.Title.Value = title
		if got := groups(build(t, Lock{}, x, y)); got != "a b" {
			t.Errorf("%s: events are %s", title, got)
		}
	}
}

// What all accounts tell stands once; what one tells alone stands with it; the event has a page, and its oldest release's id.
func TestAccountsSideBySide(t *testing.T) {
	x := about(told("a.txt", "kr-mofa", "2019-03-05", record.Call, "KR Kang Kyung-wha", "US Mike Pompeo"), "alliance", "sanctions")
	y := about(told("b.txt", "us-state", "2019-03-05", record.Call, "US Mike Pompeo", "KR Kang", "US Stephen Biegun"), "alliance", "trade")
	y.Record.Published.Value.Date = date.On(date.Day{Year: 2019, Month: 3, Day: 6})
	y = country(y, "KP", record.Mentioned)
	a := build(t, Lock{}, y, x)
	v := a.Events[0]
	if len(a.Events) != 1 || !v.Own || v.ID != a.Events[0].First().Entry.ID || v.First().Entry.Record.File != "a.txt" || v.Path() != "events/"+v.ID+".html" {
		t.Fatalf("events %s, address %s", groups(a), v.Path())
	}
	names := func(f Facts) string {
		var out []string
		for _, t := range f.Topics {
			out = append(out, t.Name)
		}
		for _, c := range f.Countries {
			out = append(out, c.Code)
		}
		for _, g := range f.People {
			out = append(out, g.Person.Name)
		}
		return strings.Join(out, ", ")
	}
	for _, c := range []struct{ what, got, want string }{
		{"agreed", names(v.Agreed), "alliance, KR, US, Kang Kyung-wha, Mike Pompeo"},
		{"Seoul alone", names(v.Accounts[0].Only), "sanctions"},
		{"Washington alone", names(v.Accounts[1].Only), "trade, KP, Stephen Biegun"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", c.what, c.got, c.want)
		}
	}
	if p := a.Pair("US", "KR"); p == nil || len(p.Contacts) != 1 || len(p.Entries) != 2 || len(p.Who) != 2 || len(p.Years) != 1 || p.Years[0].Topics[0].Topic.Name != "alliance" {
		t.Errorf("the pair is %+v", p)
	}
	if c := a.Country("KR").Counterparts; len(c) != 1 || len(c[0].Contacts) != 1 || c[0].Pair != a.Pair("KR", "US") {
		t.Errorf("counterparts %v: two accounts of one call are one contact", c)
	}
	if m := a.Matrix(0); len(m.Countries) != 2 || m.Cells[0][1] != a.Pair("KR", "US") || m.Cells[0][0] != nil || m.Most != 1 {
		t.Errorf("matrix %+v", m)
	}
	if m := a.OfficialMatrix(a.Country("KR"), 5); len(m.Rows) != 1 || m.Most != 1 {
		t.Errorf("matrix of officials %+v", m)
	}
}

func TestRulings(t *testing.T) {
	const kr, us = "KR Kang Kyung-wha", "US Mike Pompeo"
	rs := func() []Release {
		return []Release{
			told("a.txt", "kr-mofa", "2019-03-05", record.Call, kr, us), told("b.txt", "us-state", "2019-03-05", record.Call, us, kr),
			told("c.txt", "jp-mofa", "2019-04-05", record.Meeting, "JP Taro Kono", us), told("d.txt", "us-state", "2019-04-06", record.Meeting, us, "JP Taro Kono"),
			told("e.txt", "yonhap", "2019-04-06", record.Meeting, us, "JP Taro Kono"),
			told("f.txt", "kr-mofa", "", record.Meeting, us, kr),
		}
	}
	for _, c := range []struct {
		name   string
		ruling Ruling
		want   string
		stale  string
	}{
		{"none", Ruling{}, "a+b c d+e f", ""},
		{"parts what was joined", Ruling{Releases: []string{"a.txt", "2019-03-05-title-of-b-txt"}}, "a b c d+e f", ""},
		{"joins what was parted", Ruling{Same: true, Releases: []string{"c.txt#1", "./d.txt"}}, "a+b c+d+e f", ""},
		{"joins what is joined", Ruling{Same: true, Releases: []string{"a.txt", "b.txt"}}, "a+b c d+e f", "these releases are one event without the correction"},
		{"parts what is parted", Ruling{Releases: []string{"a.txt", "c.txt"}}, "a+b c d+e f", "these releases are different events without the correction"},
		{"names nothing", Ruling{Releases: []string{"a.txt", "z.txt"}}, "a+b c d+e f", `no release "z.txt" in the collection`},
		{"names one twice", Ruling{Same: true, Releases: []string{"a.txt", "a.txt"}}, "a+b c d+e f", `"a.txt" is named twice`},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := Options{}
			if c.ruling.Releases != nil {
				c.ruling.Where, c.ruling.Why = "corrections.yaml:3", "a reason"
				o.Rulings = []Ruling{c.ruling}
			}
			a, err := New(rs(), nil, o)
			if err != nil {
				t.Fatal(err)
			}
			if got := groups(a); got != c.want {
				t.Errorf("events are %s, want %s", got, c.want)
			}
			stale := ""
			for _, s := range a.StaleRulings {
				stale += s.What
			}
			if stale != c.stale {
				t.Errorf("told of the ruling: %q, want %q", stale, c.stale)
			}
			for _, v := range a.Events {
				if joined := c.name == "joins what was parted" && len(v.Accounts) == 3; joined != (len(v.Rulings) > 0) {
					t.Errorf("rulings %v on an event of %d accounts", v.Rulings, len(v.Accounts))
				}
			}
		})
	}
}

// An undated release can be put to an event all the same.
func TestRulingOnAnUndatedRelease(t *testing.T) {
	x := told("a.txt", "kr-mofa", "", record.Call, "KR Kang Kyung-wha", "US Mike Pompeo")
	y := told("b.txt", "us-state", "2019-03-05", record.Call, "KR Kang Kyung-wha", "US Mike Pompeo")
	a, err := New([]Release{x, y}, nil, Options{Rulings: []Ruling{{Same: true, Releases: []string{"a.txt", "b.txt"}, Why: "x"}}})
	if err != nil || groups(a) != "a+b" || len(a.StaleRulings) != 0 {
		t.Errorf("events are %s, %v %v", groups(a), a.StaleRulings, err)
	}
}

// An event's address outlives the coming of an older account and the parting of its accounts.
func TestEventAddresses(t *testing.T) {
	const kr, us = "KR Kang Kyung-wha", "US Mike Pompeo"
	older := told("c.txt", "yonhap", "2019-03-05", record.Call, kr, us)
	older.Record.Published.Value.Date = date.On(date.Day{Year: 2019, Month: 3, Day: 4})
	x, y := told("a.txt", "kr-mofa", "2019-03-05", record.Call, kr, us), told("b.txt", "us-state", "2019-03-05", record.Call, us, kr)
	first := build(t, Lock{}, x, y)
	was := first.Events[0].Path()
	second := build(t, first.Lock, x, y, older)
	now := second.Events[0].Path()
	if now == was || !slices.Contains(second.Redirects, Redirect{was, now}) {
		t.Errorf("redirects %v, want %s to %s", second.Redirects, was, now)
	}
	third := build(t, second.Lock, x)
	for _, old := range []string{was, now} {
		found := slices.ContainsFunc(third.Redirects, func(r Redirect) bool { return r.From == old }) || slices.ContainsFunc(third.Gone, func(g Gone) bool { return g.Path == old })
		if !found {
			t.Errorf("nothing stands at %s: %v %v", old, third.Redirects, third.Gone)
		}
	}
	apart, err := New([]Release{x, y}, nil, Options{Lock: first.Lock, Rulings: []Ruling{{Releases: []string{"a.txt", "b.txt"}}}})
	if err != nil || !slices.Contains(apart.Redirects, Redirect{was, first.Events[0].First().Entry.Path()}) {
		t.Errorf("redirects %v", apart.Redirects)
	}
}
