package lexicon

import "testing"

func TestBuiltinHasNoFaults(t *testing.T) {
	for _, f := range Check() {
		t.Error(f)
	}
}
