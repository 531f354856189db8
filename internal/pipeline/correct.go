package pipeline

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"readout/internal/archive"
	"readout/internal/collection"
	"readout/internal/lexicon"
	"readout/internal/record"
)

// correct applies the corrections of a collection to its records, whose files are paths below its root with prefix before
// them, and returns what became stale or found no release, each with its line. left tells which of the corrections that name
// a record are still to be applied to it.
func (f *Folder) correct(recs []*record.Record, prefix string, left func(*record.Record, []record.Correction) []record.Correction) []lexicon.Fault {
	if len(f.Collection.Corrections) == 0 && !slices.ContainsFunc(recs, func(r *record.Record) bool { return len(r.Corrections) > 0 }) {
		return nil
	}
	published, proposed := index(recs, prefix, f.Lock)
	look := collection.Lookup(f.Lexicon)
	var faults []lexicon.Fault
	of := map[*record.Record][]record.Correction{}
	var order []*record.Record
	for _, c := range f.Collection.Corrections {
		name := strings.TrimPrefix(c.Release, "./")
		found := published[name]
		if found == nil {
			found = proposed[name] // ids, and base names, which the lines that records offer for pasting use
		}
		switch {
		case len(found) == 0:
			faults = append(faults, faultAt(c.Where, fmt.Sprintf("no release %q in the collection", c.Release)))
		case len(found) > 1:
			faults = append(faults, faultAt(c.Where, fmt.Sprintf("%q is %d releases; name one of them as %s#%d", c.Release, len(found), strings.TrimPrefix(found[0].File, prefix), found[0].Part)))
		default:
			if of[found[0]] == nil {
				order = append(order, found[0])
			}
			of[found[0]] = append(of[found[0]], c)
		}
	}
	for _, r := range recs {
		if len(r.Corrections) > 0 && of[r] == nil {
			order = append(order, r)
		}
	}
	for _, r := range order {
		for _, o := range record.Correct(r, left(r, of[r]), look) {
			if o.Problem != "" {
				faults = append(faults, faultAt(o.Correction.Where, fmt.Sprintf("%s: %s", o.Correction.Release, o.Problem)))
			}
		}
	}
	return faults
}

// allCorrections says that a record carries none yet.
func allCorrections(_ *record.Record, cs []record.Correction) []record.Correction { return cs }

// index finds releases by what a curator may call them: by file, file and part, published and former id; and, where those
// find nothing, by the id that a release proposes and by the base name of its file, which may be another's too.
func index(recs []*record.Record, prefix string, lock archive.Lock) (published, proposed map[string][]*record.Record) {
	ids := map[string][]string{}
	for _, l := range lock.Lines {
		if l.Kind == archive.ReleaseKind {
			ids[l.Key] = append(l.Former[:len(l.Former):len(l.Former)], l.ID)
		}
	}
	published, proposed = map[string][]*record.Record{}, map[string][]*record.Record{}
	for _, r := range recs {
		file := strings.TrimPrefix(r.File, prefix)
		key := file + "#" + strconv.Itoa(max(r.Part, 1))
		for _, n := range append([]string{file, key}, ids[key]...) {
			published[n] = append(published[n], r)
		}
		for _, n := range []string{r.ID, path.Base(file)} {
			if n != "" && n != file {
				proposed[n] = append(proposed[n], r)
			}
		}
	}
	return published, proposed
}

// faultAt makes a fault of a place such as "corrections.yaml:12".
func faultAt(where, what string) lexicon.Fault {
	file, line, _ := strings.Cut(where, ":")
	n, _ := strconv.Atoi(line)
	return lexicon.Fault{File: file, Line: n, What: what}
}
