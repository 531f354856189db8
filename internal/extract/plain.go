package extract

import (
	"readout/internal/document"
	"readout/internal/record"
)

// readTitle is the headline as it stands, or the title of the front matter.
func readTitle(doc *document.Document) record.Fact[string] {
	var f record.Fact[string]
	if b, ok := doc.Headline(); ok {
		f.Value, f.Rule, f.Confidence = doc.Title(), b.Rule, record.Certain
		if f.Rule == "" {
			f.Rule = "headline"
		}
		f.Evidence = []record.Evidence{evidenceAt(doc, b.Start, b.End, "headline")}
	}
	return f
}

// readLanguage is the language that the page says it is in, else that of the words.
func readLanguage(doc *document.Document) record.Fact[string] {
	tag, share := doc.Language()
	f := record.Fact[string]{Value: tag, Rule: "small-words", Confidence: record.Certain}
	if share < 0.2 {
		f.Confidence = record.Uncertain
	}
	return f
}

// readBlocks lists the blocks of the document.
func readBlocks(doc *document.Document) []record.Block {
	out := make([]record.Block, len(doc.Blocks))
	for i, b := range doc.Blocks {
		out[i] = record.Block{Kind: string(b.Kind), Span: b.Span}
	}
	return out
}
