package export

import (
	"slices"

	"readout/internal/archive"
	"readout/internal/record"
)

// The words that may be shown of a release of which only an excerpt may.
const (
	excerptWords = 15 // of the text
	quoteWords   = 12 // of a quote
	doubtWords   = 19 // of what is in doubt
)

// shown returns the record of a release as far as it may be shown: the record itself where the rights are full.
func shown(e *archive.Entry) *record.Record {
	if !e.Excerpt {
		return e.Record
	}
	r := *e.Record
	r.Text = record.FirstWords(r.Text, excerptWords)
	r.Title = cutFact(r.Title)
	r.Title.Value = e.Title()
	r.Language, r.Address, r.Rights = cutFact(r.Language), cutFact(r.Address), cutFact(r.Rights)
	r.Publisher, r.Kind = cutFact(r.Publisher), cutFact(r.Kind)
	r.Date, r.Published = cutDating(r.Date), cutDating(r.Published)
	r.Participants, r.Mentioned = cutPeople(r.Participants), cutPeople(r.Mentioned)
	r.Countries, r.Topics = cutFacts(r.Countries), cutFacts(r.Topics)
	r.Occasions = slices.Clone(r.Occasions)
	for i, o := range r.Occasions {
		r.Occasions[i].Date, r.Occasions[i].Evidence = cutDating(o.Date), cutEvidence(o.Evidence)
	}
	r.Doubts = slices.Clone(r.Doubts)
	for i, d := range r.Doubts {
		r.Doubts[i] = record.Doubt{Field: d.Field, Message: record.FirstWords(d.Message, doubtWords), Evidence: cutEvidence(d.Evidence), Settle: d.Settle}
		if record.FirstWords(d.Settle, doubtWords) != d.Settle { // half a line would settle nothing
			r.Doubts[i].Settle = ""
		}
	}
	r.Corrections = slices.Clone(r.Corrections)
	for i, c := range r.Corrections {
		r.Corrections[i].Was, r.Corrections[i].Now = record.FirstWords(c.Was, quoteWords), record.FirstWords(c.Now, quoteWords)
	}
	return &r
}

// text is the text of a release as it may be shown.
func text(e *archive.Entry) string {
	if e.Excerpt {
		return record.FirstWords(record.OneLine(e.Record.Text), excerptWords)
	}
	return e.Record.Text
}

// role is the text's words for what a person is, as they may be shown.
func role(e *archive.Entry, p record.Person) string {
	if e.Excerpt {
		return record.FirstWords(p.Role, quoteWords)
	}
	return p.Role
}

func cutFact[T any](f record.Fact[T]) record.Fact[T] {
	f.Evidence = cutEvidence(f.Evidence)
	return f
}

func cutFacts[T any](fs []record.Fact[T]) []record.Fact[T] {
	fs = slices.Clone(fs)
	for i, f := range fs {
		fs[i] = cutFact(f)
	}
	return fs
}

func cutPeople(fs []record.Fact[record.Person]) []record.Fact[record.Person] {
	fs = cutFacts(fs)
	for i := range fs {
		fs[i].Value.Role = record.FirstWords(fs[i].Value.Role, quoteWords)
	}
	return fs
}

func cutDating(f record.Fact[record.Dating]) record.Fact[record.Dating] {
	f = cutFact(f)
	f.Value.Clues = slices.Clone(f.Value.Clues)
	for i, c := range f.Value.Clues {
		f.Value.Clues[i].Evidence = cutEvidence(c.Evidence)
	}
	return f
}

// cutEvidence cuts quotes. The span of what is left still holds exactly its bytes.
func cutEvidence(es []record.Evidence) []record.Evidence {
	es = slices.Clone(es)
	for i, e := range es {
		es[i].Quote = e.Quote[:record.WordsEnd(e.Quote, quoteWords)]
		es[i].End = e.Start + len(es[i].Quote)
		es[i].Text = record.FirstWords(e.Text, quoteWords)
	}
	return es
}
