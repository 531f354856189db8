package lexicon

import (
	"fmt"

	"readout/internal/words"
)

// Prove returns what is wrong with a phrase: its pattern is faulty, is not found in a sentence of Matches, or is found
// in one of Rejects. It is nil if nothing is.
func (p *Phrase) Prove() []error {
	var b Builder
	if err := b.Add(p.Pattern, Ref{}); err != nil {
		return []error{err}
	}
	m := b.Matcher()
	var faults []error
	for _, s := range p.Matches {
		if len(m.Match(words.Cut(s), nil)) == 0 {
			faults = append(faults, fmt.Errorf("pattern %q is not found in %q", p.Pattern, s))
		}
	}
	for _, s := range p.Rejects {
		if len(m.Match(words.Cut(s), nil)) > 0 {
			faults = append(faults, fmt.Errorf("pattern %q is found in %q", p.Pattern, s))
		}
	}
	return faults
}
