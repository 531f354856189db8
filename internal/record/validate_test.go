package record

import (
	"strings"
	"testing"

	"readout/internal/date"
	"readout/internal/source"
)

const told = "Outcome\n\nOn June 18, Foreign Minister Kang Kyung-wha spoke with Secretary Pompeo of the U.S. They met in Seoul. Trade grew."

// evidenceOf points at the first place where the text says so.
func evidenceOf(quote string) []Evidence {
	i := strings.Index(told, quote)
	return []Evidence{{Span: source.Span{Start: i, End: i + len(quote)}, Quote: quote, Rule: "test"}}
}

// sound is a record without a fault.
func sound() (*Record, *source.Source, Against) {
	src := &source.Source{Name: "a.txt", Bytes: []byte(told), Text: told}
	day := Fact[Dating]{Dating{Date: date.On(date.Day{Year: 2018, Month: 6, Day: 18}), Clues: []Clue{{Rule: "term-of-office", Evidence: evidenceOf("Secretary Pompeo")}}}, "explicit-date", Inferred, evidenceOf("June 18")}
	r := &Record{
		Title:        Fact[string]{"Outcome", "headline", Certain, evidenceOf("Outcome")},
		Date:         day,
		Participants: []Fact[Person]{{Person{Name: "Kang Kyung-wha", Role: "Foreign Minister"}, "acts", Certain, evidenceOf("Foreign Minister Kang Kyung-wha")}},
		Countries:    []Fact[Country]{{Country{"US", "United States", Party}, "form", Certain, evidenceOf("U.S.")}},
		Topics:       []Fact[Topic]{{Topic{"trade", "Trade", 0.3}, "phrase", Certain, evidenceOf("Trade grew")}},
		Occasions:    []Occasion{{Kind: Call, Date: day, Participants: []string{"Kang Kyung-wha"}, Parties: []string{"US"}, Evidence: evidenceOf("spoke with")}},
		Blocks:       []Block{{"headline", source.Span{Start: 0, End: 7}}, {"blank", source.Span{Start: 7, End: 9}}, {"paragraph", source.Span{Start: 9, End: len(told)}}},
		Doubts:       []Doubt{{Field: "date", Message: "The year is not written.", Evidence: evidenceOf("June 18")}},
	}
	second, third := strings.Index(told, "They"), strings.Index(told, "Trade")
	against := Against{
		Country:   func(code, words string) bool { return code == "US" && strings.Contains(words, "U.S.") },
		Sentences: []source.Span{{Start: 9, End: second}, {Start: second, End: third}, {Start: third, End: len(told)}},
	}
	return r, src, against
}

func TestValidate(t *testing.T) {
	r, src, against := sound()
	if faults := Validate(r, src, against); len(faults) > 0 {
		t.Fatalf("a sound record: %q", faults)
	}
	cases := []struct {
		name  string
		spoil func(r *Record)
		says  string
	}{
		{"quote is not what stands there", func(r *Record) { r.Date.Evidence[0].Quote = "June 19" }, `the text has "June 18"`},
		{"place is shifted", func(r *Record) { r.Countries[0].Evidence[0].Start-- }, "countries: evidence at"},
		{"place is outside", func(r *Record) { r.Countries[0].Evidence[0].End = 1000 }, "no place in a text"},
		{"place is empty", func(r *Record) { r.Title.Evidence[0].End = 0; r.Title.Evidence[0].Quote = "" }, "title: evidence"},
		{"longer than its block", func(r *Record) { r.Title.Evidence = evidenceOf("Outcome\n\nOn") }, "no single block"},
		{"person without name or role", func(r *Record) { r.Participants[0].Evidence = evidenceOf("They met") }, "holds no word of the name or the role"},
		{"country by a city", func(r *Record) { r.Countries[0].Evidence = evidenceOf("Seoul") }, "holds no form of it"},
		{"day by a verb", func(r *Record) { r.Date.Evidence = evidenceOf("spoke with") }, "holds no digit, month, weekday"},
		{"topic of two sentences", func(r *Record) { r.Topics[0].Evidence = evidenceOf("Seoul. Trade grew") }, "more than one sentence"},
		{"score over 1", func(r *Record) { r.Topics[0].Value.Score = 1.5 }, "score 1.5"},
		{"no evidence", func(r *Record) { r.Participants[0].Evidence = nil }, "no evidence by rule"},
		{"clue without evidence", func(r *Record) { r.Date.Value.Clues[0].Evidence = nil }, "no evidence by rule"},
		{"evidence without rule", func(r *Record) { r.Doubts[0].Evidence[0].Rule = "" }, "has no rule"},
		{"no occasion", func(r *Record) { r.Occasions = nil }, "occasions: none"},
		{"stranger on an occasion", func(r *Record) { r.Occasions[0].Participants = []string{"Nobody"} }, "no participant of the record"},
		{"party that is no country of the record", func(r *Record) { r.Occasions[0].Parties = []string{"FR"} }, "no country of the record"},
		{"day that is none", func(r *Record) { r.Date.Value.Date.From.Day = 31 }, "no valid date"},
		{"gap between blocks", func(r *Record) { r.Blocks[1].Start++ }, "begins at"},
	}
	for _, c := range cases {
		r, src, against := sound()
		c.spoil(r)
		if faults := Validate(r, src, against); !strings.Contains(strings.Join(faults, "\n"), c.says) {
			t.Errorf("%s: %q, want %q", c.name, faults, c.says)
		}
	}
	for _, rule := range []string{ByCorrection, ByFrontMatter} {
		r, src, against := sound()
		r.Participants[0].Evidence, r.Participants[0].Rule = nil, rule
		if faults := Validate(r, src, against); len(faults) > 0 {
			t.Errorf("no evidence by rule %s: %q", rule, faults)
		}
	}
}

func TestWordsThatSayWhen(t *testing.T) {
	for _, s := range []string{"18", "June", "Sept.", "Mondays", "yesterday", "last week", "6월 18일", "어제", "二十 今日", "Friday"} {
		if !dated(s) {
			t.Errorf("%q says when", s)
		}
	}
	for _, s := range []string{"", "Minister", "the market", "monumental", "Marchioness"} {
		if dated(s) {
			t.Errorf("%q does not say when", s)
		}
	}
}
