package extract

import (
	"fmt"
	"strings"
	"testing"

	"readout/internal/lexicon"
	"readout/internal/record"
)

func TestKind(t *testing.T) {
	readCases(t, "kind", 35, func(f found) string {
		k := readKind(f.doc, f.lex, f.hits)
		var b strings.Builder
		fmt.Fprintf(&b, "%s %s %s\n", k.Value, k.Confidence, k.Rule)
		for i, s := range f.doc.View.Sentences {
			if kind := f.doc.Blocks[s.Block].Kind; !kind.Body() && kind != "headline" {
				continue
			}
			if kind, e, ok := kindOf(f.doc, f.lex, f.hits, i); ok {
				fmt.Fprintf(&b, "  %s %s: %s\n", kind, e.Rule, e.Quote)
			} else {
				fmt.Fprintf(&b, "  -\n")
			}
		}
		return b.String()
	})
}

// A kind is one of record.Kinds in the order that tallies go by.
func TestKindLists(t *testing.T) {
	lex, err := lexicon.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[record.Kind]bool{}
	for _, l := range lex.Lists {
		k, headline := kindList(l.Name)
		if k < 0 {
			continue
		}
		kind := record.Kinds[k]
		if want := "kind-" + string(kind); !headline && l.Name != want || headline && l.Name != "headline-"+string(kind) {
			t.Errorf("list %q counts for %q", l.Name, kind)
		}
		if !headline {
			seen[kind] = true
		}
	}
	for _, k := range record.Kinds {
		if k != record.OtherKind && !seen[k] {
			t.Errorf("no list of phrases for %q", k)
		}
	}
}
