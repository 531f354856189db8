package lexicon

import (
	"slices"
	"strings"
	"testing"
)

func TestExpand(t *testing.T) {
	for _, c := range []struct{ pattern, want string }{
		{"sanctions", "sanctions"},
		{"(missile|nuclear) test", "missile test/nuclear test"},
		{"[the] talks", "the talks/talks"},
		{"free (press|(media|internet) freedom)", "free press/free media freedom/free internet freedom"},
		{"[(very|most) ]open", "very open/most open/open"},
	} {
		got, err := expand(c.pattern)
		for i := range got {
			got[i] = strings.TrimSpace(got[i])
		}
		if err != nil || !slices.Equal(got, strings.Split(c.want, "/")) {
			t.Errorf("expand(%q) = %q, %v; want %q", c.pattern, got, err, c.want)
		}
	}
	for _, p := range []string{"(a", "a)", "(a]", "a|b", "[(a|b]", "(a|b)|c", strings.Repeat("(a|b)", 10)} {
		if got, err := expand(p); err == nil {
			t.Errorf("expand(%q) = %q without an error", p, got)
		}
	}
}
