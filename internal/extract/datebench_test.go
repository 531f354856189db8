package extract

import (
	"testing"

	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
)

// BenchmarkDates reads the dates of the seeds, from a document with its finds: the cost is that of one release.
func BenchmarkDates(b *testing.B) {
	lex, err := lexicon.Builtin()
	if err != nil {
		b.Fatal(err)
	}
	type release struct {
		r      *reading
		people []record.Fact[record.Person]
		at     []int
	}
	var all []release
	for _, src := range releases(b) {
		doc := document.Cut(src, document.Signs{})[0]
		one := release{r: annotate(doc, lex), people: Extract(doc, lex).Participants}
		if one.r.head >= 0 {
			one.at = append(one.at, one.r.head)
		}
		all = append(all, one)
	}
	if len(all) == 0 {
		b.Skip("no seeds")
	}
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		one := &all[i%len(all)]
		times := readCalendar(one.r.doc, lex, record.Publisher{})
		published := readPublished(times)
		readEventDate(times, lex, one.r.hits, one.at, record.Meeting, one.people, published)
	}
}
