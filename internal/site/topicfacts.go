package site

import (
	"strconv"

	"readout/internal/archive"
	"readout/internal/document"
	"readout/internal/record"
)

// topics lists the topics, each with its first sentence, and tags every sentence that bears one.
func (v *releaseView) topics() []TopicView {
	views := make([]TopicView, 0, len(v.e.Record.Topics))
	for i, f := range v.e.Record.Topics {
		n := strconv.Itoa(i + 1)
		t := TopicView{ID: "t" + n, Number: n}
		t.Quote, t.Sentence = topicQuote(v.e, f, besideWords)
		o := &out{}
		if topic := v.site.archive.Topic(f.Value.ID); topic != nil {
			o.link("../", topic.Path(), topic.Name)
		} else {
			o.text(f.Value.Label)
		}
		t.Name = o.html()
		last := -1
		for _, ev := range f.Evidence {
			if !v.shown {
				break
			}
			start, ok := v.placer.sentence(ev.Start)
			if !ok || start == last {
				continue
			}
			last = start
			v.tags = append(v.tags, tag{start, n, t.ID, "Topic: " + f.Value.Label})
		}
		views = append(views, t)
	}
	return views
}

// topicQuote is the sentence that says the topic, at most so many words of it, and its id on the release's page, which
// is "" where the text is not shown.
func topicQuote(e *archive.Entry, f record.Fact[record.Topic], words int) (text, id string) {
	if len(f.Evidence) == 0 {
		return "", ""
	}
	ev := f.Evidence[0]
	if e.Open != nil {
		for _, x := range f.Evidence { // the headline is on the page already
			if !(placer{e.Document()}).headline(x.Start) {
				ev = x
				break
			}
		}
	}
	text = quoted(e, ev)
	if e.Excerpt {
		return text, ""
	}
	if e.Open != nil {
		p := placer{e.Document()}
		if start, ok := p.sentence(ev.Start); ok {
			text, id = sentenceText(e, start), sentenceID(e.Document(), start)
		}
	}
	return record.FirstWords(unnumbered(record.OneLine(text)), words), id
}

// sentenceID is the id of a sentence on the release's page: its first byte in the file.
func sentenceID(doc *document.Document, start int) string {
	return "s" + strconv.Itoa(doc.View.Source(start, start).Start)
}
