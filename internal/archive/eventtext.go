package archive

import (
	"hash/maphash"

	"readout/internal/words"
)

// passage is how many words in a row are compared: no turn of phrase is so long.
const passage = 9

// sharesText reports whether two releases give one text, each with an opening and a close of its own: a good part of the
// shorter stands word for word in the longer. Lists of the same signatories alone are less than that.
func (e *Entry) sharesText(f *Entry) bool {
	seed := maphash.MakeSeed()
	x, y := e.passages(seed), f.passages(seed)
	if len(x) > len(y) {
		x, y = y, x
	}
	both := 0
	for h := range x {
		if y[h] {
			both++
		}
	}
	return both > 0 && 5*both >= len(x)
}

// passages are the passages of a release's text, hashed.
func (e *Entry) passages(seed maphash.Seed) map[uint64]bool {
	ws := words.Cut(e.Record.Text)
	at := map[uint64]bool{}
	for i := 0; i+passage <= len(ws); i++ {
		var h maphash.Hash
		h.SetSeed(seed)
		for _, w := range ws[i : i+passage] {
			h.WriteString(w.Text)
			h.WriteByte(0)
		}
		at[h.Sum64()] = true
	}
	return at
}
