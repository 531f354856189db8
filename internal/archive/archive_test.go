package archive

import (
	"bytes"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"readout/internal/date"
	"readout/internal/lexicon"
	"readout/internal/record"
)

// release makes a release of a file, a day ("2018-06-18", "" for none) and a title.
func release(file, day, title string) Release {
	r := &record.Record{File: file, Part: 1, SHA256: strings.Repeat("0123abcd", 8)}
	r.Title = record.Fact[string]{Value: title, Rule: "headline", Confidence: record.Certain}
	if d, err := date.Parse(day); err == nil {
		r.Date = record.Fact[record.Dating]{Value: record.Dating{Date: d}, Rule: "date-line", Confidence: record.Certain}
	}
	r.Kind.Value = record.Call
	return Release{Record: r}
}

func takesPart(r Release, name, country string, listed string) Release {
	p := record.Person{Name: name, Country: country, ID: listed, Listed: listed != ""}
	if listed == "" {
		p.ID = unlistedID(country, name)
	}
	r.Record.Participants = append(r.Record.Participants, record.Fact[record.Person]{Value: p, Rule: "full-name"})
	return r
}

func country(r Release, code string, part record.Part) Release {
	r.Record.Countries = append(r.Record.Countries, record.Fact[record.Country]{Value: record.Country{Code: code, Name: code, Part: part}, Rule: "name"})
	return r
}

func build(t *testing.T, lock Lock, rs ...Release) *Archive {
	t.Helper()
	a, err := New(rs, nil, Options{Lock: lock})
	if err != nil {
		t.Fatal(err)
	}
	again, err := ParseLock("ids.lock", a.Lock.Format())
	if err != nil {
		t.Fatalf("the lock does not read back: %v", err)
	}
	if !bytes.Equal(again.Format(), a.Lock.Format()) {
		t.Fatalf("the lock reads back as\n%s\nnot as\n%s", again.Format(), a.Lock.Format())
	}
	return a
}

func ids(a *Archive) string {
	var out []string
	for _, e := range a.Releases {
		out = append(out, e.ID)
	}
	return strings.Join(out, " ")
}

func TestOrder(t *testing.T) {
	rs := []Release{
		release("c.txt", "2018-06-18", "Call of the foreign ministers"),
		release("a.txt", "", "A letter without a day"),
		release("b.txt", "2014", "Some time in that year"),
		release("d.txt", "2018-06-18", "Another call"),
		release("e.txt", "2014-01-21", "Meeting of vice ministers"),
	}
	rs[1].Record.Date.Value.Date = date.Date{OneOf: []date.Day{{Year: 2013, Month: 5, Day: 1}, {Year: 2018, Month: 5, Day: 1}}}
	want := "2014-some-time-in-that-year 2014-01-21-meeting-of-vice-ministers 2018-06-18-another-call 2018-06-18-call-of-the-foreign-ministers undated-a-letter-without-a-day"
	first := build(t, Lock{}, rs...)
	if ids(first) != want {
		t.Errorf("order is %s, want %s", ids(first), want)
	}
	for range 5 {
		rand.Shuffle(len(rs), func(i, j int) { rs[i], rs[j] = rs[j], rs[i] })
		if again := build(t, Lock{}, rs...); ids(again) != want || !reflect.DeepEqual(again.Lock, first.Lock) {
			t.Fatalf("another order of input gives %s\n%s", ids(again), again.Lock.Format())
		}
	}
	var years []string
	for _, y := range first.Years {
		years = append(years, y.Path())
	}
	if got := strings.Join(years, " "); got != "years/2018.html years/2014.html years/undated.html" {
		t.Errorf("years are %s", got)
	}
	if m := first.Years[1].Months; len(m) != 1 || m[0].Path() != "years/2014-01.html" {
		t.Errorf("months of 2014 are %v", m)
	}
	if e := first.Newest(); e == nil || e.ID != "2018-06-18-call-of-the-foreign-ministers" {
		t.Errorf("newest is %v", e)
	}
	if l := first.Releases[0]; l.Earlier != nil || l.Later != first.Releases[1] || l.Later.Earlier != l {
		t.Error("neighbours are not linked")
	}
}

func TestDuplicateInput(t *testing.T) {
	if _, err := New([]Release{release("a.txt", "", "x"), release("a.txt", "", "x")}, nil, Options{}); err == nil || err.Error() != "a.txt: part 1 stands in the collection twice" {
		t.Errorf("error is %v", err)
	}
}

// A country that takes part is not counted as mentioned; organisations stand apart.
func TestCountries(t *testing.T) {
	r := release("a.txt", "2018-06-18", "Call")
	for _, c := range []struct {
		code string
		part record.Part
	}{{"KR", record.Party}, {"US", record.Party}, {"KP", record.Mentioned}, {"KR", record.Mentioned}, {"NATO", record.Mentioned}} {
		r = country(r, c.code, c.part)
	}
	r.Record.Occasions = []record.Occasion{{Kind: record.Call, Parties: []string{"KR", "US"}}, {Kind: record.Call, Parties: []string{"US", "KR"}}}
	a := build(t, Lock{}, r)
	if len(a.Countries) != 3 || len(a.Organisations) != 1 || a.Organisations[0].Code != "NATO" {
		t.Fatalf("countries %v, organisations %v", a.Countries, a.Organisations)
	}
	kr := a.Country("KR")
	if len(kr.Entries) != 1 || len(kr.Mentions) != 0 || len(a.Country("KP").Mentions) != 1 {
		t.Error("who took part and who is mentioned is confused")
	}
	if len(kr.Counterparts) != 1 || len(kr.Counterparts[0].Contacts) != 2 || kr.Counterparts[0].Country.Code != "US" {
		t.Errorf("counterparts are %v, want two contacts with US", kr.Counterparts)
	}
}

// A conference of many makes no pairs.
func TestConferenceMakesNoPairs(t *testing.T) {
	r := release("a.txt", "2018-06-18", "Forum")
	for _, c := range []string{"KR", "US", "JP", "CN", "RU"} {
		r = country(r, c, record.Party)
	}
	r.Record.Occasions = []record.Occasion{
		{Kind: record.Conference, Parties: []string{"KR", "US"}},
		{Kind: record.Meeting, Parties: []string{"KR", "US", "JP", "CN", "RU"}},
	}
	if a := build(t, Lock{}, r); len(a.Country("KR").Counterparts) != 0 {
		t.Errorf("counterparts %v", a.Country("KR").Counterparts)
	}
}

// Who takes part has a page; who is only mentioned has one only if the lexicon knows an office.
func TestWhoHasAPage(t *testing.T) {
	r := takesPart(release("a.txt", "2018-06-18", "Call"), "Hong Gil-dong", "KR", "")
	mention := func(id string, listed bool) {
		r.Record.Mentioned = append(r.Record.Mentioned, record.Fact[record.Person]{Value: record.Person{ID: id, Name: id, Listed: listed}, Rule: "surname"})
	}
	mention("kr-hong-gil-dong", false)
	mention("kp-nobody", false)
	mention("moon-jae-in", true)
	a := build(t, Lock{}, r)
	if a.Official("kr-hong-gil-dong") == nil || a.Official("moon-jae-in") == nil || a.Official("kp-nobody") != nil {
		t.Errorf("officials are %v", a.Officials)
	}
	if o := a.Official("kr-hong-gil-dong"); len(o.Entries) != 1 || len(o.Mentions) != 0 {
		t.Error("one who takes part is counted as mentioned too")
	}
}

func TestRights(t *testing.T) {
	rs := []Release{release("a.txt", "2018-01-01", "a"), release("b.txt", "2018-01-02", "b")}
	rs[0].Record.Rights.Value = "full"
	a, err := New(rs, &lexicon.Lexicon{}, Options{Rights: "excerpt"})
	if err != nil {
		t.Fatal(err)
	}
	if a.Releases[0].Excerpt || !a.Releases[1].Excerpt {
		t.Error("what a release says of its rights must win over the collection, and the collection count for the rest")
	}
}

func TestNotes(t *testing.T) {
	r := country(release("a.txt", "2018-01-01", "a"), "KR", record.Party)
	a, err := New([]Release{r}, nil, Options{Notes: map[string]string{"countries/KR": "A note."}})
	if err != nil || a.Country("KR").Note != "A note." {
		t.Errorf("note is %q, %v", a.Country("KR").Note, err)
	}
}
