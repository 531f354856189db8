package record

import (
	"bytes"
	"encoding/json"
	"math/rand"
	"reflect"
	"strings"
	"testing"

	"readout/internal/date"
	"readout/internal/source"
)

// full is a record in which every field is set.
func full() Record {
	ev := func(rule string) []Evidence {
		return []Evidence{{Span: source.Span{Start: 3, End: 10}, Quote: "June 18", Rule: rule}}
	}
	day := func(d, m, y int) date.Date { return date.On(date.Day{Year: y, Month: m, Day: d}) }
	return Record{
		File: "a/b.txt", Part: 2, ID: "2018-06-18-outcome", SHA256: strings.Repeat("0a", 32), Encoding: "utf-8",
		Title:    Fact[string]{"Outcome of <talks> & more", "headline", Certain, ev("headline")},
		Text:     "1. On June 18\n4. They\u2028met \"again\"\x7f\x01",
		Language: Fact[string]{"en", "letters", Inferred, nil},
		Publisher: Fact[Publisher]{
			Publisher{ID: "korea-herald", Name: "The Korea Herald", Country: "KR", Medium: true}, "site-name", Certain, ev("site-name"),
		},
		Kind: Fact[Kind]{Call, "held-telephone-conversation", Certain, ev("held-telephone-conversation")},
		Date: Fact[Dating]{Dating{
			Date: day(18, 6, 2018), Alternatives: []date.Date{day(18, 6, 2019), day(18, 6, 2020)},
			Clues: []Clue{{"term-of-office", date.Span(date.Day{Year: 2018, Month: 4, Day: 26}, date.Open), "us-secretary-of-state", ev("name")}},
		}, "clues", Inferred, ev("day-and-month")},
		Published: Fact[Dating]{Dating{Date: day(19, 6, 2018), Time: "08:28"}, "date-line", Certain, ev("date-line")},
		Address:   Fact[string]{"https://example.org/1", "canonical", Certain, ev("canonical")},
		Rights:    Fact[string]{"excerpt", ByFrontMatter, Certain, nil},
		Participants: []Fact[Person]{
			{Person{Name: "Mike Pompeo", ID: "mike-pompeo", Listed: true, Role: "Secretary of State", Office: "us-secretary-of-state", Country: "US"}, "subject", Certain, ev("name")},
			{Person{Name: "Kim Gunn", ID: "kr-kim-gunn", Role: "", Country: ""}, ByCorrection, Certain, nil},
		},
		Mentioned:   []Fact[Person]{{Person{Name: "Moon Jae-in"}, "named", Uncertain, ev("name")}},
		Countries:   []Fact[Country]{{Country{"US", "United States", Party}, "participant", Certain, []Evidence{{source.Span{Start: 1, End: 9}, "U.&nbsp;S.", "U. S.", "form"}}}},
		Topics:      []Fact[Topic]{{Topic{"nk-nuclear", "North Korean nuclear issue", 0.25}, "phrases", Certain, ev("denuclearization")}},
		Occasions:   []Occasion{{Call, Fact[Dating]{Dating{Date: date.Date{OneOf: []date.Day{{Year: 2018, Month: 6, Day: 18}, {Year: 2019, Month: 6, Day: 18}}, From: date.Day{Year: 2019, Month: 6, Day: 18}}}, "clues", Uncertain, ev("day")}, "Seoul", []string{"Mike Pompeo"}, []string{"US"}, ev("verb")}},
		Blocks:      []Block{{"headline", source.Span{Start: 0, End: 3}}, {"paragraph", source.Span{Start: 3, End: 40}}},
		Doubts:      []Doubt{{"date", "The year is not written.", ev("day"), "- {release: x, field: date, set: 2018-06-18, why: }"}},
		Corrections: []Applied{{"title", "a", "b", "c"}},
	}
}

// asEncoded is what encoding/json makes of what a record was written as.
func asEncoded(t *testing.T, written []byte) string {
	t.Helper()
	var w wire
	if err := json.Unmarshal(written, &w); err != nil {
		t.Fatalf("%v in %s", err, written)
	}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(w); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func TestWrittenAsByTheLibrary(t *testing.T) {
	odd := full()
	odd.Text = "\x00\t\r\b<&>\u2028 \U0001F600 \uFFFD 한국 \\ \"\n"
	odd.Title.Value, odd.Topics[0].Value.Score = "é", 1e-9
	for _, r := range []Record{full(), odd, {}, {Kind: Fact[Kind]{Value: Call, Rule: "x"}}} {
		b, err := r.MarshalJSON()
		if want := asEncoded(t, b); err != nil || string(b) != want {
			t.Errorf("%v: written\n%s\nand by encoding/json\n%s", err, b, want)
		}
	}
}

func TestWhatIsWrittenReadsBackTheSame(t *testing.T) {
	check := func(t *testing.T, r Record) {
		t.Helper()
		b, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		var back Record
		if err := json.Unmarshal(b, &back); err != nil {
			t.Fatalf("%v in %s", err, b)
		}
		if !reflect.DeepEqual(r, back) {
			now, _ := json.Marshal(back)
			t.Fatalf("came back different\nwas %s\nnow %s", b, now)
		}
		again, err := json.Marshal(back)
		if err != nil || !bytes.Equal(b, again) {
			t.Errorf("second writing differs: %s\n%s", b, again)
		}
	}
	check(t, full())
	check(t, Record{})
	// each field alone left out
	for i := range reflect.TypeFor[Record]().NumField() {
		r := full()
		reflect.ValueOf(&r).Elem().Field(i).SetZero()
		check(t, r)
	}
	// dates of every sort
	rng := rand.New(rand.NewSource(1))
	for range 500 {
		r := Record{}
		r.Date = Fact[Dating]{Dating{Date: someDate(rng)}, "clues", []Confidence{Certain, Inferred, Uncertain}[rng.Intn(3)], nil}
		if !r.Date.Value.Date.Valid() {
			continue
		}
		check(t, r)
	}
}

func someDate(rng *rand.Rand) date.Date {
	day := func() date.Day {
		d := date.Day{Year: rng.Intn(3) * (1900 + rng.Intn(200)), Month: rng.Intn(13)}
		if d.Month > 0 {
			d.Day = rng.Intn(29)
		}
		return d
	}
	switch rng.Intn(4) {
	case 0:
		return date.Span(day(), day())
	case 1:
		return date.Span(day(), date.Open)
	case 2:
		d := date.Date{OneOf: []date.Day{day(), day()}}
		if rng.Intn(2) == 0 {
			d.From = d.OneOf[rng.Intn(2)]
		}
		return d
	}
	return date.On(day())
}

// The keys that the format promises, with null where it says null and arrays never null.
func TestFormatOfAnEmptyRecord(t *testing.T) {
	b, err := json.Marshal(Record{})
	if err != nil {
		t.Fatal(err)
	}
	want := `{"version":1,"file":"","part":0,"id":"","sha256":"","encoding":"","title":"","language":"","publisher":null,` +
		`"kind":"","date":null,"published":null,"participants":[],"mentioned":[],"countries":[],"topics":[],"occasions":[],` +
		`"facts":{},"doubts":[],"text":"","blocks":[]}`
	if string(b) != want {
		t.Errorf("got  %s\nwant %s", b, want)
	}
}

func TestFormatOfAFullRecord(t *testing.T) {
	b, err := json.Marshal(full())
	if err != nil {
		t.Fatal(err)
	}
	var m map[string]any
	if err := json.Unmarshal(b, &m); err != nil {
		t.Fatal(err)
	}
	person := m["participants"].([]any)[1].(map[string]any)
	if person["office"] != nil || person["name"] != "Kim Gunn" || person["confidence"] != "certain" {
		t.Errorf("person: %v", person)
	}
	if e, ok := person["evidence"].([]any); !ok || len(e) != 0 {
		t.Errorf("evidence of a person by correction: %v, want an empty array", person["evidence"])
	}
	when := m["date"].(map[string]any)
	if when["value"] != "2018-06-18" || when["end"] != nil || when["edtf"] != "2018-06-18" || when["basis"] != "clues" {
		t.Errorf("date: %v", when)
	}
	if got := when["clues"].([]any)[0].(map[string]any)["says"]; got != "2018-04-26/.." {
		t.Errorf("clue says %v", got)
	}
	several := m["occasions"].([]any)[0].(map[string]any)["date"].(map[string]any)
	if several["value"] != "2019-06-18" || several["edtf"] != "[2018-06-18,2019-06-18]" {
		t.Errorf("candidates: %v", several)
	}
}

func TestUnmarshalRefuses(t *testing.T) {
	for _, c := range []struct{ in, says string }{
		{`{"version":2,"file":"x.txt"}`, "format version 2"},
		{`{"version":1,"file":"x.txt","date":{"edtf":"soon"}}`, `"soon"`},
		{`{"version":1,"part":"one"}`, "part"},
	} {
		var r Record
		if err := json.Unmarshal([]byte(c.in), &r); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want an error with %s", c.in, err, c.says)
		}
	}
}
