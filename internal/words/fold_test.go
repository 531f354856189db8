package words

import (
	"math/rand/v2"
	"testing"
)

// TestFoldEach holds the short way of folding letters one by one against the way that folds any script.
func TestFoldEach(t *testing.T) {
	signs := []rune("aZ9.'`,’‘çÉßØĐıŉİŻ·½µ¨ĳĿſðÞ")
	for r := rune(0x80); r < latinEnd; r++ {
		signs = append(signs, r)
	}
	for r := rune(moreLatin); r < moreLatinEnd; r++ {
		signs = append(signs, r)
	}
	for r := rune(0xAC00); r <= 0xD7A3; r += 97 {
		signs = append(signs, r)
	}
	for r := rune(0x4E00); r <= 0x9FFF; r += 89 {
		signs = append(signs, r)
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 40000 {
		word := make([]rune, 1+rnd.IntN(6))
		for i := range word {
			word[i] = signs[rnd.IntN(len(signs))]
		}
		s := string(word)
		got, ok := foldEach(nil, s)
		if want := foldAny(s); !ok || string(got) != want {
			t.Fatalf("%q is folded to %q, want %q", s, got, want)
		}
	}
	if _, ok := foldEach(nil, "がé"); ok {
		t.Error("kana folded one by one")
	}
}
