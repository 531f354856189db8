package extract

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/source"
)

var updatePeople = flag.Bool("update-people", false, "rewrite the expected people of testdata/people")

// TestPeople reads the releases of testdata/people: each file says in its comment what it shows, holds the release and
// what is read of people, parties and countries.
func TestPeople(t *testing.T) {
	lex, err := lexicon.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	sites, furniture := lex.PublisherSigns()
	signs := document.NewSigns(sites, furniture, nil)
	files, _ := filepath.Glob("testdata/people/*.txtar")
	if len(files) == 0 {
		t.Fatal("no cases")
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(f)
			if err != nil {
				t.Fatal(err)
			}
			src, err := source.Decode("release.txt", a.Files[0].Data)
			if err != nil {
				t.Fatal(err)
			}
			rec := Extract(document.Cut(src, signs)[0], lex)
			got := showPeople(rec)
			if *updatePeople {
				a.Files = append(a.Files[:1], txtar.File{Name: "people", Data: []byte(got)})
				if err := os.WriteFile(f, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(a.Files[1].Data); got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

func showPeople(rec record.Record) string {
	var b strings.Builder
	fmt.Fprintf(&b, "kind: %s\npublisher: %s\n", rec.Kind.Value, rec.Publisher.Value.ID)
	for _, p := range rec.Participants {
		fmt.Fprintf(&b, "takes part: %s | %s | %s\n", p.Value.Name, p.Value.Role, p.Value.Country)
	}
	for _, p := range rec.Mentioned {
		fmt.Fprintf(&b, "mentioned: %s | %s | %s\n", p.Value.Name, p.Value.Role, p.Value.Country)
	}
	var parties, others []string
	for _, c := range rec.Countries {
		if c.Value.Part == record.Party {
			parties = append(parties, c.Value.Code)
		} else {
			others = append(others, c.Value.Code)
		}
	}
	fmt.Fprintf(&b, "parties: %s\nother countries: %s\n", strings.Join(parties, " "), strings.Join(others, " "))
	if len(rec.Occasions) > 1 {
		for _, o := range rec.Occasions {
			fmt.Fprintf(&b, "occasion: %s %s: %s\n", o.Kind, o.Date.Value.Date.From, strings.Join(o.Participants, ", "))
		}
	}
	return b.String()
}
