package lexicon

import (
	"flag"
	"os"
	"reflect"
	"testing"
)

var update = flag.Bool("update", false, "write the snapshot again")

func TestSnapshotIsUpToDate(t *testing.T) {
	l, err := readOnce()
	if err != nil {
		t.Fatal(err)
	}
	made := pack(l, checksum(data, "data"))
	t.Logf("%d bytes", len(made))
	if sameSnapshot(made) {
		return
	}
	if !*update {
		t.Fatal("snapshot.bin is not what the YAML files say; run make lexicon")
	}
	if err := os.WriteFile("snapshot.bin", made, 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestSnapshotGivesBackTheLexicon(t *testing.T) {
	want, err := Read()
	if err != nil {
		t.Fatal(err)
	}
	sum := checksum(data, "data")
	made := pack(want, sum)
	got, ok, err := unpack(string(made), sum)
	if !ok || err != nil {
		t.Fatal(ok, err)
	}
	for i := range want.Topics {
		unproved(want.Topics[i].Phrases)
	}
	for i := range want.Lists {
		unproved(want.Lists[i].Phrases)
	}
	same := func(name string, got, want any) {
		t.Helper()
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s differ", name)
		}
	}
	for i := range want.Persons {
		tidy(&want.Persons[i])
		tidy(&got.Persons[i])
	}
	same("persons", got.Persons, want.Persons)
	same("offices", got.Offices, want.Offices)
	same("topics", got.Topics, want.Topics)
	same("events", got.Events, want.Events)
	same("lists", got.Lists, want.Lists)
	same("classes", got.classes, want.classes)
	same("names", got.byName, want.byName)
	same("lines", got.byLine, want.byLine)
	same("holdings", got.holdings, want.holdings)
	same("nodes", got.finders[0].matcher.nodes, want.finders[0].matcher.nodes)
	same("edges", got.finders[0].matcher.edges, want.finders[0].matcher.edges)
	same("ends", got.finders[0].matcher.ends, want.finders[0].matcher.ends)
	same("roots", got.finders[0].matcher.roots, want.finders[0].matcher.roots)
	if _, ok, _ := unpack(string(made), sum+1); ok {
		t.Error("a snapshot of other files was taken")
	}
	for _, n := range []int{0, 5, 30, 1000, len(made) / 2, len(made) - 1} {
		if _, ok, err := unpack(string(made[:n]), sum); ok && err == nil {
			t.Errorf("the first %d bytes of a snapshot were taken for whole", n)
		}
	}
}

func unproved(phrases []Phrase) {
	for i := range phrases {
		phrases[i].Matches, phrases[i].Rejects, phrases[i].line = nil, nil, 0
	}
}

// tidy makes empty lists nil.
func tidy(p *Person) {
	if len(p.Terms) == 0 {
		p.Terms = nil
	}
}
