package lexicon

import (
	"strings"
	"testing"
)

func TestProve(t *testing.T) {
	for _, c := range []struct {
		p    Phrase
		want []string // words of each fault
	}{
		{Phrase{Pattern: "letter*", Matches: []string{"A letter.", "Letters!"}, Rejects: []string{"An epistle."}}, nil},
		{Phrase{Pattern: "letter*", Matches: []string{"An epistle."}}, []string{"is not found in \"An epistle.\""}},
		{Phrase{Pattern: "letter*", Rejects: []string{"A letter."}}, []string{"is found in \"A letter.\""}},
		{Phrase{Pattern: "(letter"}, []string{"unbalanced"}},
		{Phrase{Pattern: "US", Matches: []string{"tell us"}, Rejects: []string{"the US"}}, []string{"not found", "is found"}},
	} {
		got := c.p.Prove()
		if len(got) != len(c.want) {
			t.Errorf("%q: %v, want %q", c.p.Pattern, got, c.want)
			continue
		}
		for i, err := range got {
			if !strings.Contains(err.Error(), c.want[i]) {
				t.Errorf("%q: %v, want %q", c.p.Pattern, err, c.want[i])
			}
		}
	}
}
