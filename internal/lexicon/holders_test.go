package lexicon

import (
	"slices"
	"testing"

	"readout/internal/date"
)

func day(t testing.TB, s string) date.Day {
	t.Helper()
	if s == "" {
		return date.Day{}
	}
	d, err := date.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTerm(t *testing.T) {
	for _, c := range []struct {
		from, to       string
		about          bool
		on             string
		possible, sure bool
	}{
		{"2017-06-18", "2021-02-08", false, "2018-06-18", true, true},
		{"2017-06-18", "2021-02-08", false, "2017-06-18", true, true},
		{"2017-06-18", "2021-02-08", false, "2021-02-08", true, true},
		{"2017-06-18", "2021-02-08", false, "2017-06-17", false, false},
		{"2017-06-18", "2021-02-08", false, "2021-02-09", false, false},
		{"2017-06-18", "2021-02-08", false, "2017-06", true, false},
		{"2017-06-18", "2021-02-08", false, "2017-07", true, true},
		{"2017-06-18", "2021-02-08", false, "2017", true, false},
		{"2017-06-18", "2021-02-08", false, "2018", true, true},
		{"2017-06-18", "2021-02-08", false, "2022", false, false},
		{"2017-06", "2021", false, "2017-06-15", true, false},
		{"2017-06", "2021", false, "2017-07-01", true, true},
		{"2017-06", "2021", false, "2021-05-01", true, false},
		{"2017-06-18", "", false, "2040-01-01", true, true},
		{"2017-06-18", "", true, "2024-01-01", true, true},
		{"2017-06-18", "", true, "2026-01-01", true, false},
		{"2018-06", "2019-12", true, "2018-03-01", true, false},
		{"2018-06", "2019-12", true, "2018-01-31", false, false},
		{"2018-06", "2019-12", true, "2018-11-01", true, true},
		{"2018-06", "2019-12", true, "2020-04-30", true, false},
		{"2018-06", "2019-12", true, "2020-06-01", false, false},
		{"2018-06", "2019-12", false, "", true, false},
		{"", "2019-12", false, "1990", true, false},
	} {
		term := Term{From: day(t, c.from), To: day(t, c.to), About: c.about}
		on := day(t, c.on)
		if p, s := term.Possible(on), term.Sure(on); p != c.possible || s != c.sure {
			t.Errorf("%s to %s (about: %v) on %s: possible %v, sure %v; want %v, %v", c.from, c.to, c.about, c.on, p, s, c.possible, c.sure)
		}
	}
}

func TestHolders(t *testing.T) {
	l := builtin(t)
	for _, c := range []struct {
		country, kind, on string
		want              []string
	}{
		{"KR", "foreign-minister", "2018-06-18", []string{"kang-kyung-wha"}},
		{"US", "foreign-minister", "2018-06-18", []string{"mike-pompeo"}},
		{"IN", "foreign-minister", "2023-05", []string{"s-jaishankar"}},
		{"UN", "org-head", "1850", nil},
		{"XX", "foreign-minister", "2018-06-18", nil},
		{"KR", "no-kind", "2018-06-18", nil},
	} {
		var got []string
		for _, h := range l.Holders(c.country, c.kind, day(t, c.on)) {
			got = append(got, l.Persons[h.Person].ID)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s %s on %s: %q, want %q", c.country, c.kind, c.on, got, c.want)
		}
	}
	kang := l.Person("kang-kyung-wha")
	for _, c := range []struct {
		country, on, office string
		ok                  bool
	}{
		{"KR", "2018-06-18", "kr-minister-of-foreign-affairs", true},
		{"", "2018-06", "kr-minister-of-foreign-affairs", true},
		{"US", "2018-06-18", "", false},
		{"KR", "1999", "", false},
		{"KR", "", "kr-ambassador-to-the-united-states", true},
	} {
		term, ok := l.TermOn(kang, c.country, day(t, c.on))
		if ok != c.ok || ok && l.Offices[term.Office].ID != c.office {
			t.Errorf("term in %q on %q: %v, %v", c.country, c.on, term, ok)
		}
	}
	if l.HoldersOf(-1, date.Day{}) != nil || l.HoldersOf(1<<30, date.Day{}) != nil {
		t.Error("holders of an office that is not there")
	}
}

func TestLookups(t *testing.T) {
	l := builtin(t)
	if l.Country("KR") == nil || l.Country("kr") != nil || l.Country("") != nil {
		t.Error("countries by code")
	}
	if l.Publisher("gb-fco") == nil || l.Publisher("gb-fco").ID != "gb-fcdo" {
		t.Error("a publisher by its former id")
	}
	if l.Person("nobody") != nil || l.Office("") != nil || l.Topic("nothing") != nil || l.Event("nothing") != nil || l.List("nothing") != nil {
		t.Error("an entry that is not there")
	}
	for key, id := range map[string]string{
		"pompeo": "mike-pompeo", "kang": "kang-kyung-wha", "von der leyen": "ursula-von-der-leyen", "al zayani": "abdullatif-bin-rashid-al-zayani", "assad": "bashar-al-assad",
		"sanchez": "pedro-sanchez", "lopez obrador": "andres-manuel-lopez-obrador", "retno": "retno-marsudi", "soreide": "ine-eriksen-soreide", "phuc": "nguyen-xuan-phuc",
		"mahathir": "mahathir-mohamad", "abiy": "abiy-ahmed", "chang": "jang-song-thaek", "fogh rasmussen": "anders-fogh-rasmussen", "lula": "luiz-inacio-lula-da-silva",
	} {
		var got []string
		for _, i := range l.Surnamed(key) {
			got = append(got, l.Persons[i].ID)
		}
		if !slices.Contains(got, id) {
			t.Errorf("called %s: %q, want %s", key, got, id)
		}
	}
	for key, id := range map[string]string{
		"antony blinken": "antony-blinken", "antony j blinken": "antony-blinken", "tony blinken": "antony-blinken", "shinzo abe": "shinzo-abe", "abe shinzo": "shinzo-abe",
		"jin park": "park-jin", "강경화": "kang-kyung-wha", "习近平": "xi-jinping", "viktor orban": "viktor-orban", "orban viktor": "viktor-orban",
		"roh kyu deok": "noh-kyu-duk", "kyu duk noh": "noh-kyu-duk", "aminata toure": "",
	} {
		var got []string
		for _, i := range l.Named(key) {
			got = append(got, l.Persons[i].ID)
		}
		if id != "" && !slices.Contains(got, id) {
			t.Errorf("named %s: %q, want %s", key, got, id)
		}
	}
}
