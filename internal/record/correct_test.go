package record

import (
	"reflect"
	"strings"
	"testing"

	"readout/internal/date"
	"readout/internal/source"
)

// summit is a record of two meetings on two days, dated without a written year.
func summit() Record {
	on := func(d, y int) Fact[Dating] {
		return Fact[Dating]{Dating{Date: date.On(date.Day{Year: y, Month: 6, Day: d})}, "clues", Inferred, nil}
	}
	person := func(name, country string) Fact[Person] {
		return Fact[Person]{Person{Name: name, Country: country}, "subject", Certain, nil}
	}
	country := func(code string, part Part) Fact[Country] {
		return Fact[Country]{Country{code, code, part}, "form", Certain, nil}
	}
	return Record{
		Title: Fact[string]{"Outcome", "headline", Certain, nil},
		Kind:  Fact[Kind]{Meeting, "met", Certain, nil}, Date: on(12, 2019),
		Participants: []Fact[Person]{person("Kang Kyung-wha", "KR"), person("Mike Pompeo", "US"), person("Taro Kono", "JP")},
		Mentioned:    []Fact[Person]{person("Noh Kyu-duk", "KR")},
		Countries:    []Fact[Country]{country("KR", Party), country("US", Party), country("JP", Party), country("KP", Mentioned)},
		Topics:       []Fact[Topic]{{Topic{"trade", "Trade", 0.5}, "phrases", Certain, nil}},
		Occasions: []Occasion{
			{Kind: Meeting, Date: on(12, 2019), Participants: []string{"Kang Kyung-wha", "Mike Pompeo"}, Parties: []string{"KR", "US"}},
			{Kind: Meeting, Date: on(13, 2019), Participants: []string{"Kang Kyung-wha", "Taro Kono"}, Parties: []string{"KR", "JP"}},
		},
		Doubts: []Doubt{
			{Field: "date", Message: "The year is not written."},
			{Field: "participants", Message: "Taro Kono may only be planned.", Evidence: []Evidence{{Span: source.Span{End: 4}, Quote: "Kono"}}},
			{Field: "participants", Message: "Who the ambassador is, is not said."},
		},
	}
}

func text(s string) *Value { return &Value{Text: s} }

func atlas() Lookup {
	names := map[string]string{"KR": "South Korea", "US": "United States", "JP": "Japan", "KP": "North Korea", "RU": "Russia"}
	return Lookup{
		Country: func(code string) (string, bool) { n, ok := names[code]; return n, ok },
		Topic:   func(id string) (string, bool) { return "Sanctions", id == "sanctions" },
		Publisher: func(id string) (Publisher, bool) {
			return Publisher{ID: id, Name: "Ministry of Foreign Affairs", Country: "KR"}, id == "kr-mofa"
		},
		Person: func(p Person, on date.Date) Person {
			if p.Name == "Kim Gunn" {
				p.ID, p.Listed = "kim-gunn", true
			}
			return p
		},
	}
}

func TestCorrect(t *testing.T) {
	cases := []struct {
		name  string
		c     Correction
		check func(r Record) bool
	}{
		{"a day is set in the record and in its first occasion", Correction{Field: "date", Set: text("2018-06-12"), Was: text("2019-06-12")}, func(r Record) bool {
			return r.Date.Value.Date.String() == "2018-06-12" && r.Date.Rule == ByCorrection && r.Date.Confidence == Certain &&
				r.Occasions[0].Date.Value.Date.String() == "2018-06-12" && r.Occasions[1].Date.Value.Date.String() == "2019-06-13" &&
				r.Corrections[0].Was == "12 June 2019" && r.Corrections[0].Now == "12 June 2018" && len(r.Doubts) == 2
		}},
		{"the day of the second occasion alone", Correction{Field: "date", Occasion: 2, Set: text("2018-06-13"), Was: text("2019-06-13")}, func(r Record) bool {
			return r.Date.Value.Date.String() == "2019-06-12" && r.Occasions[1].Date.Value.Date.String() == "2018-06-13"
		}},
		{"two possible days stay a doubtful date", Correction{Field: "date", Set: text("[2018-06-12,2019-06-12]")}, func(r Record) bool {
			return r.Date.Confidence == Uncertain && len(r.Date.Value.Date.OneOf) == 2
		}},
		{"a date nobody can know is taken away", Correction{Field: "date", Set: &Value{}}, func(r Record) bool {
			return !r.Date.Known() && !r.Occasions[0].Date.Known()
		}},
		{"a publication day is set", Correction{Field: "published", Set: text("2018-06-13")}, func(r Record) bool {
			return r.Published.Value.Date.String() == "2018-06-13"
		}},
		{"a title", Correction{Field: "title", Set: text("Outcome of the Meeting"), Was: text("Outcome")}, func(r Record) bool {
			return r.Title.Value == "Outcome of the Meeting" && r.Corrections[0].Was == "Outcome"
		}},
		{"a kind", Correction{Field: "kind", Set: text("call")}, func(r Record) bool {
			return r.Kind.Value == Call && r.Occasions[0].Kind == Call && r.Occasions[1].Kind == Meeting
		}},
		{"a publisher by its id", Correction{Field: "publisher", Set: text("kr-mofa")}, func(r Record) bool {
			return r.Publisher.Value.Name == "Ministry of Foreign Affairs"
		}},
		{"a publisher that is in no list", Correction{Field: "publisher", Set: &Value{Keys: map[string]Value{"id": {Text: "x-office"}, "name": {Text: "Office X"}, "country": {Text: "KR"}}}}, func(r Record) bool {
			return r.Publisher.Value == Publisher{ID: "x-office", Name: "Office X", Country: "KR"}
		}},
		{"rights", Correction{Field: "rights", Set: text("excerpt")}, func(r Record) bool { return r.Rights.Value == "excerpt" }},
		{"a participant is added, and his country is a party", Correction{Field: "participants", Add: &Value{Keys: map[string]Value{"name": {Text: "Kim Gunn"}, "role": {Text: "Special Representative"}, "country": {Text: "RU"}}}}, func(r Record) bool {
			p := r.Participants[3].Value
			return p.Listed && p.Role == "Special Representative" && r.Occasions[0].Participants[2] == "Kim Gunn" &&
				r.Occasions[0].Parties[2] == "RU" && r.Countries[4].Value == Country{"RU", "Russia", Party} && len(r.Occasions[1].Participants) == 2
		}},
		{"one who was only mentioned takes part after all", Correction{Field: "participants", Occasion: 2, Add: text("Noh Kyu-duk")}, func(r Record) bool {
			return len(r.Mentioned) == 0 && len(r.Participants) == 4 && r.Occasions[1].Participants[2] == "Noh Kyu-duk"
		}},
		{"one who is named again gets the new role and stays where he was", Correction{Field: "participants", Add: &Value{Keys: map[string]Value{"name": {Text: "Taro KONO"}, "role": {Text: "Foreign Minister"}}}}, func(r Record) bool {
			return len(r.Participants) == 3 && r.Occasions[1].Participants[1] == "Taro KONO" && len(r.Occasions[0].Participants) == 2
		}},
		{"a participant is removed everywhere, with the doubt about him", Correction{Field: "participants", Remove: text("Taro Kono")}, func(r Record) bool {
			return len(r.Participants) == 2 && len(r.Occasions[1].Participants) == 1 && len(r.Doubts) == 2 &&
				r.Corrections[0].Was == "Kang Kyung-wha; Mike Pompeo; Taro Kono" && r.Corrections[0].Now == "Kang Kyung-wha; Mike Pompeo"
		}},
		{"a participant was only spoken about", Correction{Field: "mentioned", Add: text("Taro Kono")}, func(r Record) bool {
			return len(r.Participants) == 2 && len(r.Mentioned) == 2 && len(r.Occasions[1].Participants) == 1
		}},
		{"participants are set as a whole", Correction{Field: "participants", Set: &Value{List: []Value{{Text: "Kim Gunn"}, {Text: "Mike Pompeo"}}}}, func(r Record) bool {
			return len(r.Participants) == 2 && reflect.DeepEqual(r.Occasions[0].Participants, []string{"Kim Gunn", "Mike Pompeo"}) && len(r.Occasions[1].Participants) == 0
		}},
		{"a country took no part", Correction{Field: "countries", Add: &Value{Keys: map[string]Value{"code": {Text: "JP"}, "part": {Text: "mentioned"}}}}, func(r Record) bool {
			return r.Countries[2].Value.Part == Mentioned && len(r.Occasions[1].Parties) == 1
		}},
		{"a country took part", Correction{Field: "countries", Add: &Value{Keys: map[string]Value{"code": {Text: "KP"}, "part": {Text: "party"}}}}, func(r Record) bool {
			return r.Countries[3].Value.Part == Party && len(r.Occasions[0].Parties) == 3 && len(r.Occasions[1].Parties) == 2
		}},
		{"a country is not meant", Correction{Field: "countries", Remove: text("JP")}, func(r Record) bool {
			return len(r.Countries) == 3 && len(r.Occasions[1].Parties) == 1
		}},
		{"topics are set, and one that was read keeps its score", Correction{Field: "topics", Set: &Value{List: []Value{{Text: "sanctions"}}}}, func(r Record) bool {
			return len(r.Topics) == 1 && r.Topics[0].Value.Label == "Sanctions"
		}},
		{"a topic is removed", Correction{Field: "topics", Remove: text("trade")}, func(r Record) bool { return len(r.Topics) == 0 }},
		{"an occasion is added", Correction{Field: "occasions", Add: &Value{Keys: map[string]Value{
			"kind": {Text: "call"}, "date": {Text: "2019-06-14"}, "participants": {List: []Value{{Text: "kang kyung-wha"}, {Text: "Kim Gunn"}}}, "parties": {List: []Value{{Text: "RU"}}},
		}}}, func(r Record) bool {
			o := r.Occasions[2]
			return o.Kind == Call && o.Participants[0] == "Kang Kyung-wha" && o.Parties[0] == "RU" && r.Participants[3].Value.ID == "kim-gunn" && len(r.Occasions[0].Parties) == 2
		}},
		{"an occasion is removed", Correction{Field: "occasions", Remove: text("1")}, func(r Record) bool {
			return len(r.Occasions) == 1 && r.Date.Value.Date.String() == "2019-06-13"
		}},
	}
	for _, c := range cases {
		r := summit()
		c.c.Why = "the curator knows"
		got := Correct(&r, []Correction{c.c}, atlas())
		if len(got) != 1 || !got[0].Applied || got[0].Problem != "" {
			t.Errorf("%s: %+v", c.name, got)
		} else if !c.check(r) {
			t.Errorf("%s: %+v", c.name, r)
		} else if r.Corrections[0].Why != "the curator knows" {
			t.Errorf("%s: the reason is lost", c.name)
		}
	}
}

func TestCorrectionsThatDoNotFit(t *testing.T) {
	cases := []struct {
		c       Correction
		applied bool
		says    string
	}{
		{Correction{Field: "date", Set: text("2018-06-12"), Was: text("2017-06-12"), Why: "x"}, true, `read as "12 June 2019"`},
		{Correction{Field: "date", Set: text("2019-06-12"), Was: text("2017-06-12"), Why: "x"}, true, "can go"},
		{Correction{Field: "title", Set: text("Outcome"), Why: "x"}, true, "can go"},
		{Correction{Field: "date", Set: text("last summer"), Why: "x"}, false, `"last summer"`},
		{Correction{Field: "date", Occasion: 3, Set: text("2019-06-12"), Why: "x"}, false, "no occasion 3"},
		{Correction{Field: "date", Set: text("2018-06-12")}, false, "no why"},
		{Correction{Field: "when", Set: text("2018-06-12"), Why: "x"}, false, `no field "when"`},
		{Correction{Field: "date", Add: text("2018-06-12"), Why: "x"}, false, "use set"},
		{Correction{Field: "date", Why: "x"}, false, "needs one of"},
		{Correction{Field: "kind", Set: text("summit"), Why: "x"}, false, `no kind "summit"`},
		{Correction{Field: "publisher", Set: text("nobody"), Why: "x"}, false, `no publisher "nobody"`},
		{Correction{Field: "participants", Remove: text("Nobody"), Why: "x"}, false, `"Nobody"`},
		{Correction{Field: "participants", Add: &Value{Keys: map[string]Value{"name": {Text: "X"}, "rank": {Text: "Y"}}}, Why: "x"}, false, `no key "rank"`},
		{Correction{Field: "participants", Add: &Value{Keys: map[string]Value{"name": {Text: "X"}, "country": {Text: "ZZ"}}}, Why: "x"}, false, `"ZZ"`},
		{Correction{Field: "countries", Remove: text("RU"), Why: "x"}, false, `"RU"`},
		{Correction{Field: "topics", Add: text("weather"), Why: "x"}, false, `"weather"`},
		{Correction{Field: "rights", Set: text("none"), Why: "x"}, false, `"none"`},
		{Correction{Field: "occasions", Remove: text("9"), Why: "x"}, false, "no occasion 9"},
	}
	for _, c := range cases {
		r := summit()
		before := len(r.Participants)
		got := Correct(&r, []Correction{c.c}, atlas())[0]
		if got.Applied != c.applied || !strings.Contains(got.Problem, c.says) {
			t.Errorf("%s %+v: %+v, want problem with %q", c.c.Field, c.c, got, c.says)
		}
		if !c.applied && (len(r.Corrections) > 0 || len(r.Participants) != before) {
			t.Errorf("%+v changed the record all the same", c.c)
		}
	}
}
