package extract

import (
	"fmt"
	"strings"

	"readout/internal/date"
	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/words"
)

// What stands beside the text: front matter, whose fields are certain and win over what is read; and the metadata of a
// saved page, which fills what the text leaves open.
//
// Keys of front matter: title, date (of publication), event_date, publisher (an id of the lexicon, or a name), kind,
// language, rights (full or excerpt), source or url (the original address), topics (ids).

const frontRule, htmlRule = "front-matter", "html-metadata"

// frontKeys are the keys that are read, folded to lower case.
var frontKeys = map[string]string{"title": "title", "date": "published", "published": "published", "event_date": "date", "event-date": "date", "publisher": "publisher", "kind": "kind",
	"language": "language", "lang": "language", "rights": "rights", "source": "address", "url": "address", "address": "address", "link": "address", "topics": "topics"}

// readFields applies the front matter and the page's metadata to a record.
func (r *reading) readFields(rec *record.Record) {
	for _, f := range r.doc.Faults {
		rec.Doubts = append(rec.Doubts, record.Doubt{Field: "front-matter", Message: fmt.Sprintf("Line %d: %s.", f.Line, f.What)})
	}
	for i := range r.doc.Fields {
		f := &r.doc.Fields[i]
		if f.From == "front-matter" {
			r.frontField(rec, f)
		} else {
			r.pageField(rec, f)
		}
	}
}

// frontField applies one field of the front matter.
func (r *reading) frontField(rec *record.Record, f *document.Field) {
	ev := r.fieldEvidence(f, frontRule)
	value := strings.TrimSpace(f.Value)
	doubt := func(message string) {
		rec.Doubts = append(rec.Doubts, record.Doubt{Field: "front-matter", Message: message, Evidence: ev})
	}
	field, ok := frontKeys[strings.ToLower(f.Key)]
	if !ok {
		if !strings.Contains(f.Key, ".") { // keys below an unknown key are told once
			line, _ := r.doc.Source.Position(f.Span.Start)
			doubt(fmt.Sprintf("Line %d: the key %q is not known and was not read.", line, f.Key))
		}
		return
	}
	if value == "" && len(f.Values) == 0 {
		return
	}
	switch field {
	case "title":
		rec.Title = record.Fact[string]{Value: value, Rule: frontRule, Confidence: record.Certain, Evidence: ev}
	case "address":
		rec.Address = record.Fact[string]{Value: value, Rule: frontRule, Confidence: record.Certain, Evidence: ev}
	case "language":
		rec.Language = record.Fact[string]{Value: value, Rule: frontRule, Confidence: record.Certain, Evidence: ev}
	case "rights":
		if value != "full" && value != "excerpt" {
			doubt(fmt.Sprintf("Rights %q are neither full nor excerpt.", value))
			return
		}
		rec.Rights = record.Fact[string]{Value: value, Rule: frontRule, Confidence: record.Certain, Evidence: ev}
	case "kind":
		for _, k := range record.Kinds {
			if string(k) == strings.ToLower(value) {
				rec.Kind = record.Fact[record.Kind]{Value: k, Rule: frontRule, Confidence: record.Certain, Evidence: ev}
				for i := range rec.Occasions {
					rec.Occasions[i].Kind = k
				}
				return
			}
		}
		doubt(fmt.Sprintf("The kind %q is not one of those readout knows.", value))
	case "publisher":
		p := record.Publisher{ID: Slug(record.Mask(value), 0), Name: value}
		if known := r.lex.Publisher(value); known != nil {
			p = record.Publisher{ID: known.ID, Name: known.Name, Country: known.Country, Medium: known.Medium || known.Agency}
		}
		rec.Publisher = record.Fact[record.Publisher]{Value: p, Rule: frontRule, Confidence: record.Certain, Evidence: ev}
	case "date":
		d, unsure, err := date.ParseEDTF(value)
		if err != nil || unsure {
			doubt(fmt.Sprintf("The date %q is not one that can be read; write 2018-06-18.", value))
			return
		}
		rec.Date = record.Fact[record.Dating]{Value: record.Dating{Date: d}, Rule: frontRule, Confidence: record.Certain, Evidence: ev}
		rec.Occasions[0].Date = rec.Date
	case "topics":
		r.frontTopics(rec, f, ev, doubt)
	}
}

// frontTopics sets the topics that the front matter lists.
func (r *reading) frontTopics(rec *record.Record, f *document.Field, ev []record.Evidence, doubt func(string)) {
	values := f.Values
	if len(values) == 0 {
		values = strings.Split(f.Value, ",")
	}
	var out []record.Fact[record.Topic]
	for _, id := range values {
		id = strings.TrimSpace(id)
		t := r.lex.Topic(id)
		if t == nil {
			doubt(fmt.Sprintf("The topic %q is not in the lexicon.", id))
			continue
		}
		out = append(out, record.Fact[record.Topic]{Value: record.Topic{ID: t.ID, Label: t.Label, Score: 1}, Rule: frontRule, Confidence: record.Certain, Evidence: ev})
	}
	if len(out) > 0 {
		rec.Topics = out
	}
}

// pageField takes from a page's metadata what the text does not tell.
func (r *reading) pageField(rec *record.Record, f *document.Field) {
	ev := r.fieldEvidence(f, htmlRule)
	value := strings.TrimSpace(f.Value)
	switch strings.ToLower(f.Key) {
	case "canonical", "og:url", "jsonld:url":
		if !rec.Address.Known() && (strings.HasPrefix(value, "https://") || strings.HasPrefix(value, "http://")) {
			rec.Address = record.Fact[string]{Value: value, Rule: htmlRule, Confidence: record.Certain, Evidence: ev}
		}
	case "language", "lang":
		if rec.Language.Confidence == record.Uncertain && value != "" {
			rec.Language = record.Fact[string]{Value: value, Rule: htmlRule, Confidence: record.Inferred, Evidence: ev}
		}
	case "og:title", "jsonld:headline", "title":
		if !rec.Title.Known() && value != "" {
			rec.Title = record.Fact[string]{Value: value, Rule: htmlRule, Confidence: record.Inferred, Evidence: ev}
		}
	}
	if !rec.Publisher.Known() || rec.Publisher.Confidence != record.Certain {
		if p := r.publisherOfField(f.Key, value); p != nil {
			rec.Publisher = record.Fact[record.Publisher]{Value: record.Publisher{ID: p.ID, Name: p.Name, Country: p.Country, Medium: p.Medium || p.Agency},
				Rule: htmlRule, Confidence: record.Certain, Evidence: ev}
		}
	}
}

// publisherOfField finds the publisher in the host of the canonical address or in the name of the site.
func (r *reading) publisherOfField(key, value string) *lexicon.Publisher {
	switch strings.ToLower(key) {
	case "canonical", "og:url", "jsonld:url":
		_, host, ok := strings.Cut(value, "://")
		if !ok {
			return nil
		}
		return r.lex.PublisherOfHost(strings.ToLower(host))
	case "og:site_name", "jsonld:publisher.name":
		if ws := words.Cut(value); len(ws) > 0 {
			p, _ := r.lex.PublisherOfLine(ws)
			return p
		}
	}
	return nil
}

// fieldEvidence is where a field stands in the file; nothing where it has no place of its own.
func (r *reading) fieldEvidence(f *document.Field, rule string) []record.Evidence {
	if f.Span.Empty() {
		return nil
	}
	return []record.Evidence{{Span: f.Span, Quote: r.doc.Source.Slice(f.Span), Rule: rule}}
}
