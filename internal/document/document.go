// Package document cuts a source into furniture, headline, date lines, paragraphs, sentences.
package document

import (
	"readout/internal/source"
	"readout/internal/words"
)

// Kind is what a block is.
type Kind string

// The kinds of blocks.
const (
	Furniture Kind = "furniture" // menus, share links, counters, footers: not part of the release
	SiteName  Kind = "site-name" // the publisher's or site's name over the release
	Label     Kind = "label"     // a section label: "Press Releases"
	Headline  Kind = "headline"
	Subhead   Kind = "subhead"   // a line under the headline, or a heading inside the text
	DateLine  Kind = "date-line" // when it was published: "Published : Sept. 18, 2018 - 08:28"
	Byline    Kind = "byline"    // who wrote it
	Paragraph Kind = "paragraph"
	Item      Kind = "item"    // a paragraph of a list: "1. On June 18", "° Secretary Pompeo"
	Caption   Kind = "caption" // under a picture, with the credit
	Contact   Kind = "contact" // telephone numbers, addresses, press contacts
	Note      Kind = "note"    // "* unofficial translation"
	Marker    Kind = "marker"  // "###", "ENDS", "Begin text"
	Meta      Kind = "meta"    // front matter, the head of an HTML page
	Blank     Kind = "blank"   // white space and markup between blocks
)

// Text reports whether a block of this kind belongs to the text of the release.
func (k Kind) Text() bool {
	switch k {
	case Paragraph, Item, Subhead:
		return true
	}
	return false
}

// Body reports whether a block of this kind holds sentences from which facts are read.
func (k Kind) Body() bool { return k == Paragraph || k == Item || k == Subhead || k == Caption }

// Block is a piece of the file. The blocks of a document cover its part of the file with no gap and no overlap.
type Block struct {
	Kind  Kind
	Span  source.Span // in the decoded file
	Start int         // in View.Text, half-open
	End   int
	Rule  string // what made it this kind
}

// Document is one release of a file.
type Document struct {
	Source *source.Source
	Part   int         // from 1
	Span   source.Span // the part of the file; the whole file where it holds one release
	Blocks []Block
	View   View
	Fields []Field // front matter of Markdown, metadata of HTML; nil for plain text
	Faults []Fault // what is wrong with the front matter; nil for plain text
}

// Field is a value that stands beside the text: a key of the front matter, a meta element, a JSON-LD property.
type Field struct {
	Key    string // "date", "title", "canonical", "language", "og:title", "jsonld:datePublished"
	Value  string
	Values []string // of a list; nil otherwise
	Span   source.Span
	From   string // "front-matter" or "html"
}

// Fault is something in the file that could not be read, with its line from 1.
type Fault struct {
	Line int
	What string
}

// View is what a reader sees: markup skipped, entities decoded, case and wording as they are. What is matched is matched
// here; Span leads back to the file.
type View struct {
	Text      string
	Words     []words.Word
	Sentences []Sentence // of all blocks but Blank and Meta, in order; none reaches over the end of its block

	runs []run // where the text comes from; nil for plain text, whose offsets differ from the file's by base
	base int
}

// Sentence is a sentence of a block.
type Sentence struct {
	Block      int // index in Blocks
	From, To   int // words, half-open
	Start, End int // bytes of View.Text, half-open
}
