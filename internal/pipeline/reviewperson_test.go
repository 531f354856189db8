package pipeline

import "testing"

// A name that a page prints in capitals is offered to the lexicon as it is written elsewhere, and the capitals tell
// which word is the family name.
func TestSpelledWithoutShouting(t *testing.T) {
	for _, c := range []struct{ name, country, want, family string }{
		{"Reinhard BÜTIKOFER", "DE", "Reinhard Bütikofer", "Bütikofer"},
		{"CHO Tae-yul", "KR", "Cho Tae-yul", "Cho"},
		{"Motegi TOSHIMITSU", "JP", "Motegi Toshimitsu", "Toshimitsu"},
		{"KIM GUNN", "KR", "Kim Gunn", "Kim"},
		{"Jose W. FERNANDEZ", "US", "Jose W. Fernandez", "Fernandez"},
		{"J.D. Vance", "US", "J.D. Vance", "Vance"},
		{"강경화", "KR", "강경화", "강경화"},
		{"", "KR", "", ""},
	} {
		if got, family := spelled(c.name, c.country); got != c.want || family != c.family {
			t.Errorf("spelled(%q, %s) is %q, %q; want %q, %q", c.name, c.country, got, family, c.want, c.family)
		}
	}
}
