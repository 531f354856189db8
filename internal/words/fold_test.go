package words

import (
	"math/rand/v2"
	"testing"
)

// TestFoldLatin holds the short way of folding Latin letters against the way that folds any script.
func TestFoldLatin(t *testing.T) {
	signs := []rune("aZ9.'`,’‘çÉßØĐıŉİŻ·½µ¨ĳĿſðÞ")
	for r := rune(0x80); r < latinEnd; r++ {
		signs = append(signs, r)
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		word := make([]rune, 1+rnd.IntN(6))
		for i := range word {
			word[i] = signs[rnd.IntN(len(signs))]
		}
		s := string(word)
		got, ok := foldLatin(nil, s)
		if want := foldAny(s); !ok || string(got) != want {
			t.Fatalf("%q is folded to %q, want %q", s, got, want)
		}
	}
	if _, ok := foldLatin(nil, "김é"); ok {
		t.Error("Hangul folded as Latin")
	}
}
