package search

import (
	"fmt"
	"strings"
	"testing"

	"readout/internal/archive"
	"readout/internal/date"
	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/source"
)

// release makes a release of a text, told on a day, with people by their ids.
func release(t testing.TB, file, text, day string, people ...record.Person) archive.Release {
	t.Helper()
	src, err := source.Decode(file, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	doc := document.Cut(src, document.Signs{})[0]
	r := &record.Record{File: file, Part: 1, SHA256: src.SHA256, Text: doc.Body()}
	r.Title = record.Fact[string]{Value: doc.Title(), Rule: "headline", Confidence: record.Certain}
	r.Kind = record.Fact[record.Kind]{Value: record.Call, Rule: "call", Confidence: record.Certain}
	r.Publisher = record.Fact[record.Publisher]{Value: record.Publisher{ID: "aa-mfa", Name: "Foreign Ministry of Aland", Country: "AA"}, Rule: "site"}
	r.Occasions = []record.Occasion{{Kind: record.Call}}
	if day != "" {
		d, err := date.Parse(day)
		if err != nil {
			t.Fatal(err)
		}
		r.Date = record.Fact[record.Dating]{Value: record.Dating{Date: d}, Rule: "terms", Confidence: record.Inferred}
	}
	for _, p := range people {
		r.Participants = append(r.Participants, record.Fact[record.Person]{Value: p, Rule: "full-name", Confidence: record.Certain})
		r.Countries = append(r.Countries, record.Fact[record.Country]{Value: record.Country{Code: p.Country, Name: strings.ToLower(p.Country) + "land", Part: record.Party}, Rule: "name"})
	}
	return archive.Release{Record: r, Open: func() *document.Document { return doc }}
}

func topic(r archive.Release, id, label string) archive.Release {
	r.Record.Topics = append(r.Record.Topics, record.Fact[record.Topic]{Value: record.Topic{ID: id, Label: label, Score: 1}, Rule: "phrase"})
	return r
}

var (
	kang = record.Person{Name: "Kang Kyung-wha", ID: "kang-kyung-wha", Listed: true, Country: "AA", Role: "Foreign Minister"}
	brun = record.Person{Name: "Bo Brün", ID: "bb-bo-brun", Country: "BB", Role: "Secretary"}
)

const hostile = `<script>document.title='hit'</script><img src=x onerror="document.title='hit'"> javascript:alert(1) ");window.hit=1;//`

// releases is a small archive with a release of each sort.
func releases(t testing.TB) []archive.Release {
	all := []archive.Release{
		topic(release(t, "a.txt", "Ministers of Aland and Beland speak by telephone\n\n1. On June 18, Foreign Minister Kang Kyung-wha called Secretary Bo Brün. They spoke of sanctions, sanctions and more sanctions.\n\n2. They will meet in Beland’s capital; write to press@mfa.example for more.\n", "2018-06-18", kang, brun), "sanctions", "Sanctions"),
		release(t, "b.txt", "On the alliance\n\nThe alliance with the U.S. stands. The countries agreed on cooperation.\n", "2019-03-01", kang),
		release(t, "c.txt", "강경화 장관 통화\n\n강경화 장관은 6월 18일 외교장관과 통화하였다. 양측은 제재를 논의하였다.\n", "2020-01-05"),
		release(t, "d.txt", "Talks "+hostile+"\n\nThe sides said "+hostile+" and parted.\n", "2021-07-07", record.Person{Name: `Eve "><img onerror=x>`, ID: "eve", Country: "EE"}),
		release(t, "e.txt", "Undated words\n\nNobody knows when the alliance was praised.\n", ""),
		release(t, "f.txt", "外務大臣会談\n\n両大臣は日本の安全保障について協議した。\n", "2021-08-08"),
	}
	excerpt := release(t, "g.txt", "Paper tells of talks\n\nThe paper told in many words that the ministers had met on the island. A second sentence holds the word zebra.\n", "2021-09-09", brun)
	excerpt.Record.Rights = record.Fact[string]{Value: "excerpt", Rule: "publisher"}
	return append(all, excerpt)
}

func shelve(t testing.TB, rs ...archive.Release) *archive.Archive {
	t.Helper()
	lex, err := lexicon.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	a, err := archive.New(rs, lex, archive.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// many makes n releases whose words depend on their number.
func many(t testing.TB, n int) []archive.Release {
	var all []archive.Release
	for i := range n {
		text := fmt.Sprintf("Meeting number%d on trade\n\nThe ministers met. They spoke of subject%d and of plan%d. Alliance and peace were praised.\n", i, i%50, i%7)
		all = append(all, release(t, fmt.Sprintf("r%05d.txt", i), text, fmt.Sprintf("%d-%02d-%02d", 1990+i%30, i%12+1, i%28+1)))
	}
	return all
}
