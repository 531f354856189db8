package lexicon

import (
	"sync"
	"testing"

	"readout/internal/date"
	"readout/internal/words"
)

func builtin(t testing.TB) *Lexicon {
	t.Helper()
	l, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// readOnce reads the YAML files once for all tests, which must not change what they get.
var readOnce = sync.OnceValues(Read)

func TestBuiltin(t *testing.T) {
	l := builtin(t)
	t.Logf("%d countries, %d persons, %d offices, %d events", len(l.Countries), len(l.Persons), len(l.Offices), len(l.Events))
	hs := l.Holders("KR", "foreign-minister", date.Day{Year: 2018, Month: 6, Day: 18})
	if len(hs) != 1 || l.Persons[hs[0].Person].ID != "kang-kyung-wha" || !hs[0].Sure(date.Day{Year: 2018, Month: 6, Day: 18}) {
		t.Errorf("Korean foreign minister on 18 June 2018: %v", hs)
	}
	for _, n := range []string{"Kang Kyung-wha", "Kyung-wha Kang", "Kyungwha Kang", "Kang Kyungwha", "KANG Kyung-wha"} {
		if len(l.Named(words.Fold(n))) != 1 {
			t.Errorf("%s: %v", n, l.Named(words.Fold(n)))
		}
	}
}

func BenchmarkBuiltin(b *testing.B) {
	for b.Loop() {
		builtin(b)
	}
}
