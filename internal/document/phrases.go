package document

import "strings"

// sign is what a known line or a known opening of a line is.
type sign struct {
	kind Kind
	rule string
	ends ending
}

// ending says whether the text of a release is over where a line stands behind it.
type ending uint8

const (
	goesOn ending = iota
	likely        // over, unless sentences of a text follow
	surely        // over, even if something like sentences follows: teasers of other pages
)

// phrases are phrases of one sign, folded, with semicolons between.
type phrases struct {
	sign sign
	list string
}

func known(groups []phrases) map[string]sign {
	m := map[string]sign{}
	for _, g := range groups {
		for p := range strings.SplitSeq(g.list, ";") {
			if p = strings.Join(strings.Fields(p), " "); p != "" {
				m[p] = g.sign
			}
		}
	}
	return m
}

// longestOpening is the largest number of words of a known opening.
var longestOpening = func() int {
	n := 0
	for k := range opening {
		n = max(n, strings.Count(k, " ")+1)
	}
	return n
}()
