package lexicon

import (
	"slices"
	"testing"
)

func TestFind(t *testing.T) {
	l := builtin(t)
	for _, c := range []struct{ name, what, id string }{
		{"sept-11", ByID, "sept-11"},
		{"kr", ByID, "KR"},
		{"Kyung-wha Kang", FullName, "kang-kyung-wha"},
		{"Kang", SingleName, "kang-kyung-wha"},
		{"von der leyen", SingleName, "ursula-von-der-leyen"},
		{"us", CountryForm, "US"},
		{"R.O.K.", CountryForm, "KR"},
		{"the north", ByContext, "KP"},
		{"Korean", Adjective, "KR"},
		{"Kiev", CapitalCity, "UA"},
		{"kremlin", SeatOf, "RU"},
		{"korean peninsula", NotMeant, "KR"},
		{"foreign minister of the republic of korea", TitleOf, "kr-minister-of-foreign-affairs"},
		{"German foreign minister", TitleOf, "de-federal-minister-for-foreign-affairs"},
		{"Xinhua", LineOf, "xinhua"},
		{"VNS", CreditOf, "viet-nam-news"},
		{"www.mofa.go.jp", HostOf, "jp-mofa"},
		{"Hurricane Katrina", EventName, "hurricane-katrina"},
	} {
		got := l.Find(c.name)
		if !slices.ContainsFunc(got, func(s Sense) bool { return s.What == c.what && s.ID == c.id }) {
			t.Errorf("%s: no %q %s in %q", c.name, c.what, c.id, got)
		}
	}
	for _, name := range []string{"", "  ", "Xyzzy Plugh", "!!!"} {
		if got := l.Find(name); len(got) > 0 {
			t.Errorf("%q: %q", name, got)
		}
	}
}
