package extract

import (
	"strings"

	"readout/internal/document"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/words"
)

// The kind of a release is what its headline and its first sentences tell of. Each gives every kind the weight of the
// heaviest phrase it holds, times that of its place; the kind with most wins. An event that only stands beside another
// ("ahead of the summit", "who is on a visit to Rome") counts little.

const (
	headlinePlace = 3.0
	asideFactor   = 0.3
	asideReach    = 10  // words from "ahead of" to the event
	toldEnough    = 0.5 // for what one sentence tells
)

// leadPlaces weighs the sentences of the body that tell of any event, from the first.
var leadPlaces = [...]float64{2, 1, 0.6, 0.4}

// kindTally is what is told of each kind, in the order of record.Kinds.
type kindTally [8]struct {
	weight float64
	rule   string
	hit    lexicon.Hit
	found  bool
}

// readKind returns the kind of a release as a whole. hits are what the lexicon found in each sentence of the document.
func readKind(doc *document.Document, lex *lexicon.Lexicon, hits [][]lexicon.Hit) record.Fact[record.Kind] {
	var sums [8]float64
	var evidence [8][]record.Evidence
	var rules [8]string
	var best [8]float64
	lead, others := 0, false
	for i, s := range doc.View.Sentences {
		block := doc.Blocks[s.Block].Kind
		headline := block == document.Headline
		if !headline && (!block.Body() || block == document.Caption || lead == len(leadPlaces)) {
			continue
		}
		t, any := tallyKinds(doc, lex, s, hits[i], headline)
		if !any {
			continue
		}
		place := headlinePlace
		if !headline {
			if lead == 0 {
				others = signedByOthers(lex, hits[i])
			}
			place = leadPlaces[lead]
			lead++
		}
		for k := range t {
			if !t[k].found {
				continue
			}
			w := t[k].weight * place
			sums[k] += w
			if w > best[k] {
				best[k], rules[k] = w, t[k].rule
			}
			evidence[k] = append(evidence[k], hitEvidence(doc, t[k].hit, t[k].rule))
		}
	}
	if others {
		sums[5] *= asideFactor
	}
	first, second := 0, 0.0
	for k := range sums {
		if sums[k] > sums[first] {
			first = k
		}
	}
	for k := range sums {
		if k != first {
			second = max(second, sums[k])
		}
	}
	if sums[first] == 0 {
		return record.Fact[record.Kind]{Value: record.Statement, Rule: "no-event-told", Confidence: record.Uncertain, Evidence: opening(doc)}
	}
	confidence := record.Uncertain
	switch {
	case sums[first] >= 2*second:
		confidence = record.Certain
	case sums[first] >= 1.3*second:
		confidence = record.Inferred
	}
	return record.Fact[record.Kind]{Value: record.Kinds[first], Rule: rules[first], Confidence: confidence, Evidence: evidence[first]}
}

// kindOf returns the kind of event that one sentence tells of, with the phrase that tells it, and whether it tells of any.
func kindOf(doc *document.Document, lex *lexicon.Lexicon, hits [][]lexicon.Hit, sentence int) (record.Kind, record.Evidence, bool) {
	s := doc.View.Sentences[sentence]
	t, any := tallyKinds(doc, lex, s, hits[sentence], doc.Blocks[s.Block].Kind == document.Headline)
	if !any {
		return "", record.Evidence{}, false
	}
	first := 0
	for k := range t {
		if t[k].weight > t[first].weight {
			first = k
		}
	}
	if t[first].weight < toldEnough {
		return "", record.Evidence{}, false
	}
	return record.Kinds[first], hitEvidence(doc, t[first].hit, t[first].rule), true
}

// tallyKinds returns the heaviest phrase of each kind in one sentence, and whether there is any.
func tallyKinds(doc *document.Document, lex *lexicon.Lexicon, s document.Sentence, hits []lexicon.Hit, headline bool) (t kindTally, any bool) {
	for _, h := range hits {
		if h.Class != lexicon.KindPhrase && h.Class != lexicon.PhraseClass {
			continue
		}
		list := &lex.Lists[h.Index]
		k, onlyHeadline := kindList(list.Name)
		if k < 0 || onlyHeadline && !headline || onlyLooksSo(lex, hits, h, k) {
			continue
		}
		phrase := &list.Phrases[h.Form]
		w := phrase.Weight
		if aside(doc, lex, s, hits, h) || headline && label(doc, s, h) && !statementOf(doc, lex, s, h) {
			w *= asideFactor
		}
		if any = true; w > t[k].weight {
			t[k].weight, t[k].rule, t[k].hit, t[k].found = w, phrase.Name, h, true
		}
	}
	return t, any
}

// kindList returns which of record.Kinds a list of phrases tells of, -1 if none, and whether it does so in headlines only.
func kindList(name string) (kind int, headline bool) {
	switch name {
	case "kind-call":
		return 0, false
	case "kind-meeting":
		return 1, false
	case "kind-conference":
		return 2, false
	case "kind-visit":
		return 3, false
	case "kind-statement":
		return 4, false
	case "kind-signing":
		return 5, false
	case "kind-appointment":
		return 6, false
	case "headline-call":
		return 0, true
	case "headline-meeting":
		return 1, true
	case "headline-conference":
		return 2, true
	case "headline-visit":
		return 3, true
	case "headline-statement":
		return 4, true
	case "headline-signing":
		return 5, true
	case "headline-appointment":
		return 6, true
	}
	return -1, false
}

// signedByOthers reports whether a sentence welcomes what others have signed, so that a headline tells of no signing of the
// publisher's own.
func signedByOthers(lex *lexicon.Lexicon, hits []lexicon.Hit) bool {
	for _, h := range hits {
		if h.Class == lexicon.PhraseClass && lex.Lists[h.Index].Name == "trap-signing" {
			return true
		}
	}
	return false
}

// onlyLooksSo reports whether a hit shares a word with a phrase that only looks like that kind of event.
func onlyLooksSo(lex *lexicon.Lexicon, hits []lexicon.Hit, h lexicon.Hit, kind int) bool {
	for _, o := range hits {
		if o.Class != lexicon.PhraseClass || o.From >= h.To || h.From >= o.To {
			continue
		}
		if trap, ok := strings.CutPrefix(lex.Lists[o.Index].Name, "trap-"); ok && trap == string(record.Kinds[kind]) {
			return true
		}
	}
	return false
}

// label reports whether a headline begins with a hit and a colon: "Press Statement: Introductory Visit of ...".
func label(doc *document.Document, s document.Sentence, h lexicon.Hit) bool {
	ws := doc.View.Words
	return int(h.To) < s.To && ws[h.To].Gap == words.Colon && int(h.From) <= s.From+3
}

// statementOf reports whether a headline's label tells what follows, a subject and no event of people: "STATEMENT: Secretary
// General on the cyclones".
func statementOf(doc *document.Document, lex *lexicon.Lexicon, s document.Sentence, h lexicon.Hit) bool {
	ws := doc.View.Words
	if ws[h.From].Text != "statement" {
		return false
	}
	for i := int(h.To); i < s.To; i++ {
		if lex.ClassOf(ws[i].Text)&lexicon.EventNoun != 0 {
			return false
		}
	}
	return true
}

// aside reports whether an event is background to another one: "ahead of", "after", "who" stand shortly before it.
func aside(doc *document.Document, lex *lexicon.Lexicon, s document.Sentence, hits []lexicon.Hit, h lexicon.Hit) bool {
	ws := doc.View.Words
	for _, o := range hits {
		if o.Class != lexicon.PhraseClass || o.To > h.From || h.From-o.To > asideReach || lex.Lists[o.Index].Name != "occasion-aside" {
			continue
		}
		apart := false
		for i := o.To; i <= h.From; i++ {
			if g := ws[i].Gap; g == words.Comma || g == words.Colon || g == words.Dash || g == words.Close {
				apart = true
			}
		}
		if !apart {
			return true
		}
	}
	return false
}

// opening is the headline, or else the first sentence, as evidence that nothing else is told.
func opening(doc *document.Document) []record.Evidence {
	at := -1
	for i, s := range doc.View.Sentences {
		switch kind := doc.Blocks[s.Block].Kind; {
		case kind == document.Headline:
			return []record.Evidence{evidenceAt(doc, s.Start, s.End, "no-event-told")}
		case at < 0 && kind.Body():
			at = i
		}
	}
	if at < 0 {
		return nil
	}
	return []record.Evidence{evidenceAt(doc, doc.View.Sentences[at].Start, doc.View.Sentences[at].End, "no-event-told")}
}

// hitEvidence is the place of a hit as evidence of a rule.
func hitEvidence(doc *document.Document, h lexicon.Hit, rule string) record.Evidence {
	return evidenceAt(doc, doc.View.Words[h.From].Start, doc.View.Words[h.To-1].End, rule)
}
