package extract

import (
	"reflect"
	"testing"

	"readout/internal/document"
	"readout/internal/lexicon"
)

// TestRoomIsKept reads many releases one after another with one extractor, and each with one of its own: what was kept of
// one must never show in another.
func TestRoomIsKept(t *testing.T) {
	lex, err := lexicon.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	x := New(lex)
	srcs := sources(t, "../score/testdata/*/*.txt")
	for round := range 2 {
		for i := range srcs {
			src := srcs[i]
			if round == 1 { // and in another order, each after a text of another length
				src = srcs[i*7%len(srcs)]
			}
			for _, d := range document.Cut(src, document.Signs{}) {
				if got, want := x.Extract(d), Extract(d, lex); !reflect.DeepEqual(got, want) {
					t.Errorf("%s is read otherwise after another:\n%+v\n%+v", src.Name, got, want)
				}
			}
		}
	}
}
