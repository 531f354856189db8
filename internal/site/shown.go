package site

import (
	"cmp"

	"readout/internal/archive"
	"readout/internal/document"
	"readout/internal/record"
)

// What a release says is shown with e-mail addresses masked, and no more of it than its rights allow. Only the file itself,
// where it may be downloaded, is as it came.

// The words that may be shown of a release of which only facts and short quotes may.
const (
	excerptWords = 15 // of the text
	quoteWords   = 12 // of any quote
	doubtWords   = 19 // of what is in doubt
	besideWords  = 40 // of the sentence beside a topic, where the whole text is at hand anyway
	listWords    = 90 // of the sentence in a list
)

// quoted is what evidence says, in one line.
func quoted(e *archive.Entry, ev record.Evidence) string {
	text := record.OneLine(record.Mask(cmp.Or(ev.Text, ev.Quote)))
	if e.Excerpt || e.Open == nil {
		return record.FirstWords(text, quoteWords)
	}
	return text
}

// role is the text's words for what a person is.
func role(e *archive.Entry, p record.Person) string {
	text := record.Mask(p.Role)
	if e.Excerpt {
		return record.FirstWords(text, quoteWords)
	}
	return text
}

// masked is a list of texts with e-mail addresses masked.
func masked(texts []string) []string {
	list := make([]string, len(texts))
	for i, t := range texts {
		list[i] = record.Mask(t)
	}
	return list
}

// corrected lists what was set right, with what it replaced.
func corrected(e *archive.Entry) []record.Applied {
	list := make([]record.Applied, 0, len(e.Record.Corrections))
	for _, c := range e.Record.Corrections {
		c.Was, c.Now, c.Why = record.Mask(c.Was), record.Mask(c.Now), record.Mask(c.Why)
		if e.Excerpt {
			c.Was, c.Now = record.FirstWords(c.Was, quoteWords), record.FirstWords(c.Now, quoteWords)
		}
		list = append(list, c)
	}
	return list
}

// doubtText is what is in doubt, and the line that settles it, which is left out where not all of it may be shown: half a
// line would settle nothing.
func doubtText(e *archive.Entry, d record.Doubt) (message, settle string) {
	message, settle = record.Mask(d.Message), record.Mask(d.Settle)
	if e.Excerpt {
		message = record.FirstWords(message, doubtWords)
	}
	if settle != d.Settle || e.Excerpt && record.FirstWords(settle, doubtWords) != settle {
		settle = ""
	}
	return message, settle
}

// shownText is a document's view as it is shown. It is as long as the view, so that places in the one are places in the
// other.
func shownText(doc *document.Document) string { return record.Mask(doc.View.Text) }
