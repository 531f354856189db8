package score_test

import (
	"context"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"readout/internal/date"
	"readout/internal/lexicon"
	"readout/internal/pipeline"
	"readout/internal/record"
	"readout/internal/score"
)

var update = flag.Bool("update", false, "write the figures reached as those that may not fall")

const floorFile = "testdata/floor.json"

// No figure may fall below the one that was reached before. A change that lowers one on purpose writes the file anew and
// gives the reason in its commit message.
func TestScoreDoesNotFall(t *testing.T) {
	lex, err := lexicon.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	var gold []score.Gold
	var folders []string
	for _, set := range []string{"seeds", "mofa-dev", "world-dev"} {
		data, err := os.ReadFile("testdata/" + set + ".jsonl")
		if err != nil {
			t.Fatal(err)
		}
		g, err := score.ReadGold(data)
		if err != nil {
			t.Fatal(err)
		}
		gold, folders = append(gold, g...), append(folders, "testdata/"+set)
	}
	recs, err := pipeline.Records(context.Background(), folders, lex)
	if err != nil {
		t.Fatal(err)
	}
	s := score.Compare(gold, recs)
	got := s.Measures()
	if *update {
		for k, v := range got {
			got[k] = float64(int(v*10000)) / 10000
		}
		b, err := json.MarshalIndent(got, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(floorFile, append(b, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(floorFile)
	if err != nil {
		t.Fatal(err)
	}
	var floor map[string]float64
	if err := json.Unmarshal(data, &floor); err != nil {
		t.Fatal(err)
	}
	for k, least := range floor {
		if v, ok := got[k]; !ok || v < least {
			t.Errorf("%s is %.4f, was %.4f", k, v, least)
		}
	}
	if len(floor) < len(got) {
		t.Errorf("%d figures in %s, %d measured", len(floor), floorFile, len(got))
	}
	if t.Failed() {
		var b strings.Builder
		s.Print(&b)
		t.Log(b.String())
	}
}

func fact[T any](v T) record.Fact[T] {
	return record.Fact[T]{Value: v, Rule: "r", Confidence: record.Certain}
}

// The rules of comparison, each on one release.
func TestCompare(t *testing.T) {
	str := func(s string) *string { return &s }
	gold := score.Gold{
		File: "a.txt", Title: "Outcome of the “Talks”", Date: str("2018-06-18"), Published: nil, Kind: "call", KindOr: []string{"meeting"}, Publisher: str("kr-mofa"),
		Participants: []score.Person{
			{Name: "Kang Kyung-wha", Role: "Foreign Minister", RoleOr: []string{"Minister of Foreign Affairs"}, Country: "KR"},
			{Name: "Mike Pompeo", Variants: []string{"Michael R. Pompeo"}, Role: "Secretary of State", Country: "US"},
		},
		ParticipantsOptional: []score.Person{{Name: "Jane Doe"}},
		Mentioned:            []score.Person{{Name: "Moon Jae-in"}},
		Parties:              []string{"KR", "US"}, Countries: []string{"KR", "US", "KP"}, CountriesOptional: []string{"SG"},
		Topics: []string{"nk-nuclear"}, BodyHas: []string{"On June 18"}, BodyLacks: []string{"MENU"},
	}
	day := date.On(date.Day{Year: 2018, Month: 6, Day: 18})
	rec := &record.Record{
		File: "x/y/a.txt", Title: fact(`Outcome  of the "talks".`), Kind: fact(record.Meeting), Publisher: fact(record.Publisher{ID: "kr-mofa"}),
		Date: fact(record.Dating{Date: day}), Text: "1. On  June 18 they spoke",
		Participants: []record.Fact[record.Person]{
			fact(record.Person{Name: "KANG Kyungwha", Role: "the Minister for Foreign Affairs of the Republic of Korea", Country: "KR"}),
			fact(record.Person{Name: "Michael Pompeo", Role: "President", Country: "GB"}), // a middle initial does not matter
			fact(record.Person{Name: "Dr. Jane Doe"}),
			fact(record.Person{Name: "Nobody"}),
		},
		Countries: []record.Fact[record.Country]{
			fact(record.Country{Code: "KR", Part: record.Party}), fact(record.Country{Code: "US", Part: record.Mentioned}),
			fact(record.Country{Code: "SG", Part: record.Mentioned}), fact(record.Country{Code: "FR", Part: record.Party}),
		},
		Topics: []record.Fact[record.Topic]{fact(record.Topic{ID: "nk-nuclear"})},
	}
	s := score.Compare([]score.Gold{gold}, []*record.Record{rec})
	want := map[string]float64{
		"title": 1, "date": 1, "published": 1, "kind": 1, "publisher": 1, "body": 1, "certain": 1, "certain_share": 0.5,
		"role": 0.5, "person_country": 0.5, "participants_recall": 1, "participants_precision": 2.0 / 3, "people_recall": 2.0 / 3,
		"parties_recall": 0.5, "parties_precision": 0.5, "countries_precision": 2.0 / 3, "countries_recall": 2.0 / 3, "topics": 1, "core": 0,
	}
	got := s.Measures()
	for k, v := range want {
		if d := got[k] - v; d > 1e-9 || d < -1e-9 {
			t.Errorf("%s: %v, want %v", k, got[k], v)
		}
	}
	missing := score.Compare([]score.Gold{gold}, nil).Measures()
	if missing["title"] != 0 || missing["core"] != 0 || missing["published"] != 1 {
		t.Errorf("no record: %v", missing)
	}
}
