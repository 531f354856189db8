package export

import (
	"slices"
	"strings"
	"unicode"

	"readout/internal/archive"
	"readout/internal/record"
)

// The words that may be shown of a release of which only an excerpt may.
const (
	excerptWords = 15 // of the text
	quoteWords   = 12 // of a quote
	titleWords   = 19 // of a headline that is the beginning of the text
)

// shown returns the record of a release as far as it may be shown: the record itself where the rights are full.
func shown(e *archive.Entry) *record.Record {
	if !e.Excerpt {
		return e.Record
	}
	r := *e.Record
	r.Text = firstWords(r.Text, excerptWords)
	r.Title = cutFact(r.Title)
	r.Title.Value = title(e)
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
		r.Doubts[i] = record.Doubt{Field: d.Field, Message: firstWords(d.Message, titleWords), Evidence: cutEvidence(d.Evidence), Settle: d.Settle}
		if firstWords(d.Settle, titleWords) != d.Settle { // half a line would settle nothing
			r.Doubts[i].Settle = ""
		}
	}
	r.Corrections = slices.Clone(r.Corrections)
	for i, c := range r.Corrections {
		r.Corrections[i].Was, r.Corrections[i].Now = firstWords(c.Was, quoteWords), firstWords(c.Now, quoteWords)
	}
	return &r
}

// title is the headline of a release as it may be shown. A headline is a fact; but where the text has none of its own its
// first sentence stands for one, and is cut.
func title(e *archive.Entry) string {
	t := e.Record.Title.Value
	if !e.Excerpt {
		return t
	}
	short := firstWords(t, titleWords)
	if short != t && strings.Contains(oneLine(e.Record.Text), strings.TrimSuffix(short, " …")) {
		return short
	}
	return t
}

// text is the text of a release as it may be shown.
func text(e *archive.Entry) string {
	if e.Excerpt {
		return firstWords(oneLine(e.Record.Text), excerptWords)
	}
	return e.Record.Text
}

// role is the text's words for what a person is, as they may be shown.
func role(e *archive.Entry, p record.Person) string {
	if e.Excerpt {
		return firstWords(p.Role, quoteWords)
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
		fs[i].Value.Role = firstWords(fs[i].Value.Role, quoteWords)
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
		es[i].Quote = e.Quote[:wordsEnd(e.Quote, quoteWords)]
		es[i].End = e.Start + len(es[i].Quote)
		es[i].Text = firstWords(e.Text, quoteWords)
	}
	return es
}

// firstWords returns at most n words of a text, with an ellipsis where any are left out.
func firstWords(s string, n int) string {
	end := wordsEnd(s, n)
	if end == len(s) {
		return s
	}
	return strings.TrimRightFunc(s[:end], func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) }) + " …"
}

// wordsEnd returns where the first n words of a text end. Where letters stand without spaces between words, two of them
// count as one.
func wordsEnd(s string, n int) int {
	halves, in, end := 0, false, 0
	for i, r := range s {
		switch {
		case unicode.IsSpace(r):
			in = false
			continue
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
			halves++
			in = false
		case !in:
			halves += 2
			in = true
		}
		if halves > 2*n {
			return end
		}
		end = i + len(string(r))
	}
	return len(s)
}

// oneLine joins the lines of a text.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
