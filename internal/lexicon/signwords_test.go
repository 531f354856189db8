package lexicon

import (
	"testing"

	"readout/internal/words"
)

// TestSignWords looks whether no line that shows a publisher is passed over for its first or its last word.
func TestSignWords(t *testing.T) {
	l, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	lines := append([]string{"MFA Georgia", "MOFA of Japan", "of the Republic of Korea, Ministry of Foreign Affairs", "the Netherlands - Ministry of Foreign Affairs"}, l.byLine.keys()...)
	for _, line := range lines {
		if p, n := l.PublisherOfLine(words.Cut(line)); p == nil || n == 0 {
			if len(words.Cut(line)) <= longestSign {
				t.Errorf("%q shows no publisher", line)
			}
		}
	}
}
