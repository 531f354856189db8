package words

import "testing"

func TestCut(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Kang Kyung-wha", "kang kyung wha"},
		{"the U.S. and the R.O.K.", "the us and the rok"},
		{"Antony J. Blinken", "antony j blinken"},
		{"South Korea’s minister", "south korea minister"},
		{"Ine Eriksen Søreide", "ine eriksen soreide"},
		{"O'Brien’s 1,200 tons, 1.5 t", "obrien 1200 tons 1.5 t"},
		{"강경화 장관", "강경화 장관"},
		{"ministers' talks", "ministers talks"},
		{"İbrahim Kalın", "ibrahim kalin"},
	} {
		if got := Fold(c.text); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.text, got, c.want)
		}
	}
	ws := Cut("ROK-U.S. talks.\n\nMinister Park’s")
	want := []Word{
		{"rok", 0, 3, Glued, Upper, false, false}, {"us", 4, 8, Hyphen, Upper, false, false},
		{"talks", 9, 14, Space, Lower, false, false}, {"minister", 17, 25, Break, Title, false, false},
		{"park", 26, 30, Space, Title, true, false},
	}
	for i := range want {
		if i >= len(ws) || ws[i] != want[i] {
			t.Fatalf("word %d: got %+v, want %+v", i, ws, want[i])
		}
	}
}

func FuzzCut(f *testing.F) {
	f.Add("O'Brien’s U.S. 강경화 1,200.5")
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, w := range Cut(s) {
			if w.Start < last || w.End <= w.Start || w.End > len(s) {
				t.Fatalf("word %+v out of order in %q", w, s)
			}
			last = w.End
		}
	})
}
