package extract

import (
	"sync"

	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
)

// Extractor reads documents with one lexicon. It may be used from several goroutines.
type Extractor struct {
	lex  *lexicon.Lexicon
	free sync.Pool // of *reading: the room of one document serves the next, a tenth less for the garbage collector
}

// New makes an extractor.
func New(lex *lexicon.Lexicon) *Extractor { return &Extractor{lex: lex} }

// Extract reads what a document tells. Any document makes a record; what is unsure is among its doubts.
func Extract(doc *document.Document, lex *lexicon.Lexicon) record.Record {
	return New(lex).Extract(doc)
}

// mostKept is the number of words up to which the room of a document is kept for another.
const mostKept = 20000

// Extract reads what a document tells, see the function of that name.
func (e *Extractor) Extract(doc *document.Document) record.Record {
	r, _ := e.free.Get().(*reading)
	if r == nil {
		r = &reading{}
	}
	r.annotate(doc, e.lex)
	rec := r.record()
	if len(r.ws) <= mostKept {
		r.doc, r.ws = nil, nil
		e.free.Put(r)
	}
	return rec
}

// record makes the record of the document.
func (r *reading) record() record.Record {
	doc, lex := r.doc, r.lex
	rec := record.Record{
		File: doc.Source.Name, Part: doc.Part, SHA256: doc.Source.SHA256, Encoding: doc.Source.Encoding,
		Title: readTitle(doc), Text: doc.Body(), Language: readLanguage(doc), Publisher: r.readPublisher(),
		Blocks: readBlocks(doc),
	}
	people, alone := r.gather()
	if r.foreign(rec.Language) {
		people, alone = r.knownPeople(), nil
	}
	r.finish(people)
	rec.Publisher = r.homeMinistry(rec.Publisher, people)
	if rec.Publisher.Value.ID == "" || rec.Publisher.Rule == "agency-credit" {
		if f := r.namedSite(); f.Known() {
			rec.Publisher = f
		}
	}
	if rec.Publisher.Value.ID == "" {
		rec.Publisher = r.byAuthor(rec.Publisher, r.frontIssuer(rec.Publisher))
	}
	home := rec.Publisher.Value.Country
	if rec.Publisher.Value.Medium && !r.namesCountry(home) { // a paper's own country only where the text is of it
		home = ""
	}
	r.settleCountries(people, home)
	rec.Kind = readKind(doc, lex, r.hits)
	a := acting{lead: -1}
	if r.foreign(rec.Language) {
		rec.Doubts = append(rec.Doubts, foreignDoubt(rec.Language))
	} else {
		a = r.readActing(people, alone, rec.Kind.Value)
		rec.Kind = r.kindAfterAll(rec.Kind, people, a)
		people = r.takePart(people, alone, &a, rec.Kind.Value, rec.Publisher)
	}
	parties := r.parties(people, a, rec.Kind.Value, rec.Publisher)
	rec.Participants, rec.Mentioned = r.peopleFacts(people)
	rec.Countries = r.countries(people, parties, rec.Publisher)
	rec.Topics = readTopics(doc, lex, r.hits)
	times := readCalendar(doc, lex, rec.Publisher.Value)
	rec.Published = readPublished(times)
	rec.Occasions = r.occasions(people, a, parties, times, &rec)
	rec.Date = rec.Occasions[0].Date
	rec.Published = settlePublished(rec.Published, rec.Date)
	rec.Doubts = append(rec.Doubts, r.peopleDoubts(people, rec.Publisher)...)
	r.readFields(&rec)
	r.offices(&rec)
	rec.ID = proposeID(&rec)
	return rec
}
