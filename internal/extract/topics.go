package extract

import (
	"slices"

	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/words"
)

// A release has a topic if it says something of substance on it. Each sentence gives a topic the weight of the heaviest
// phrase it holds, and half of that of a second one; a headline counts for more than a sentence of the body, a caption for
// less. A topic must reach a weight that grows with the length of the release: in a readout of three sentences a clause
// says much, in a speech of fifty it is said in passing.
const (
	topicEnough    = 0.5
	topicEnoughPer = 0.03 // more for each sentence of the body
	topicLong      = 15   // sentences from which on no more is asked
	headlineFactor = 1.5
	captionFactor  = 0.5
	secondFactor   = 0.5 // of another phrase in the same sentence
)

// topicTally is what a release says on one topic.
type topicTally struct {
	sum       float64
	sentences int // of the body
	headline  bool
	best      float64
	rule      string
	evidence  []record.Evidence
}

// readTopics returns the topics of a document in the order of the lexicon's vocabulary. hits are what the lexicon found in
// each sentence of the document.
func readTopics(doc *document.Document, lex *lexicon.Lexicon, hits [][]lexicon.Hit) []record.Fact[record.Topic] {
	var room [64]topicTally // most lexicons have fewer topics: 3 KB less for the garbage collector
	tallies := room[:]
	if len(lex.Topics) > len(room) {
		tallies = make([]topicTally, len(lex.Topics))
	}
	tallies = tallies[:len(lex.Topics)]
	var few [8]topicHit
	sentence := few[:0]
	body := 0
	for i, s := range doc.View.Sentences {
		kind := doc.Blocks[s.Block].Kind
		switch {
		case kind.Body():
			body++
		case kind != document.Headline:
			continue
		}
		sentence = topicHits(doc, lex, s, hits[i], sentence[:0])
		for _, h := range sentence {
			t := &tallies[h.topic]
			phrase := &lex.Topics[h.topic].Phrases[h.hit.Form]
			weight := h.weight + secondFactor*h.second
			switch kind {
			case document.Headline:
				weight *= headlineFactor
				t.headline = true
			case document.Caption:
				weight *= captionFactor
				t.sentences++
			default:
				t.sentences++
			}
			t.sum += weight
			if h.weight > t.best {
				t.best, t.rule = h.weight, phrase.Name
			}
			from, to := doc.View.Words[h.hit.From], doc.View.Words[h.hit.To-1]
			t.evidence = append(t.evidence, evidenceAt(doc, from.Start, to.End, phrase.Name))
		}
	}
	enough := topicEnough + topicEnoughPer*float64(min(body, topicLong))
	var out []record.Fact[record.Topic]
	for i := range tallies {
		t := &tallies[i]
		if t.sum < enough {
			continue
		}
		confidence := record.Inferred
		if t.headline || t.best >= 1 {
			confidence = record.Certain
		}
		out = append(out, record.Fact[record.Topic]{
			Value: record.Topic{ID: lex.Topics[i].ID, Label: lex.Topics[i].Label, Score: float64(t.sentences) / float64(max(1, body))},
			Rule:  t.rule, Confidence: confidence, Evidence: t.evidence,
		})
	}
	return out
}

// topicHit is the heaviest phrase of a topic in one sentence.
type topicHit struct {
	topic          int32
	hit            lexicon.Hit
	weight, second float64
}

// topicHits gathers the hits of one sentence by topic.
func topicHits(doc *document.Document, lex *lexicon.Lexicon, s document.Sentence, hits []lexicon.Hit, buf []topicHit) []topicHit {
	for _, h := range hits {
		if h.Class != lexicon.TopicPhrase || inTitle(doc, lex, s, h) {
			continue
		}
		w := lex.Topics[h.Index].Phrases[h.Form].Weight
		i := slices.IndexFunc(buf, func(b topicHit) bool { return b.topic == h.Index })
		switch {
		case i < 0:
			buf = append(buf, topicHit{topic: h.Index, hit: h, weight: w})
		case buf[i].hit.Form == h.Form:
		case w > buf[i].weight:
			buf[i].second, buf[i].weight, buf[i].hit = buf[i].weight, w, h
		default:
			buf[i].second = max(buf[i].second, w)
		}
	}
	return buf
}

// ministry reports whether a word stands before the field of a part of government: "Ministry of", "Department for".
func ministry(word string) bool {
	switch word {
	case "ministry", "department", "bureau", "directorate", "division":
		return true
	}
	return false
}

// portfolio reports whether a phrase is the field of a minister whose title is not written with capitals: "culture
// minister", "the minister of trade and energy".
func portfolio(ws []words.Word, s document.Sentence, h lexicon.Hit) bool {
	if to := int(h.To); to < s.To && to-int(h.From) <= 4 && ws[to].Gap == words.Space && (ws[to].Text == "minister" || ws[to].Text == "ministry") {
		return true
	}
	for i := int(h.From) - 1; i > s.From && i >= int(h.From)-5; i-- {
		if g := ws[i+1].Gap; g != words.Space && g != words.Hyphen && g != words.Comma {
			return false
		}
		switch t := ws[i].Text; {
		case t == "of" || t == "for":
			return ws[i-1].Text == "minister" || ministry(ws[i-1].Text)
		case t == "and" || t == "the":
		case ws[i+1].Text == "and" || ws[i+1].Gap == words.Comma: // another field of the same minister
		default:
			return false
		}
	}
	return false
}

// inTitle reports whether a phrase is part of somebody's title or of a ministry's name: "Minister of Trade", "Special Envoy
// for Climate", "Department of Energy".
func inTitle(doc *document.Document, lex *lexicon.Lexicon, s document.Sentence, h lexicon.Hit) bool {
	ws := doc.View.Words
	if doc.Blocks[s.Block].Kind == document.Headline {
		return false // headlines have capitals everywhere
	}
	if portfolio(ws, s, h) {
		return true
	}
	if !slices.ContainsFunc(ws[h.From:h.To], func(w words.Word) bool { return w.Case != words.Lower }) {
		return false
	}
	for i := int(h.From) - 1; i >= s.From && i >= int(h.From)-9; i-- {
		switch ws[i+1].Gap {
		case words.Space, words.Hyphen, words.Glued, words.Comma:
		default:
			return false
		}
		switch t := ws[i].Text; {
		case t == "of" || t == "for":
			if i > s.From && ws[i-1].Case != words.Lower && (lex.ClassOf(ws[i-1].Text)&lexicon.TitleHead != 0 || ministry(ws[i-1].Text)) {
				return true
			}
		case t == "and" || t == "the" || t == "on" || t == "to":
		case ws[i].Case == words.Lower:
			return false
		}
	}
	return false
}
