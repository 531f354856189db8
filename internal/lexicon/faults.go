package lexicon

import (
	"cmp"
	"fmt"
	"slices"
)

// Fault is something wrong in a file of the lexicon. Its String is "file.yaml:12: entry: what".
type Fault struct {
	File  string // path below the folder of the lexicon
	Line  int    // 1-based; 0 where the whole file is meant
	Entry string // id of the entry; "" where there is none
	What  string
}

func (f Fault) String() string {
	s := f.File
	if f.Line > 0 {
		s += fmt.Sprintf(":%d", f.Line)
	}
	if f.Entry != "" {
		s += ": " + f.Entry
	}
	return s + ": " + f.What
}

func sortFaults(faults []Fault) {
	slices.SortStableFunc(faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
}
