package site

import (
	"html/template"

	"readout/internal/archive"
)

// Head is what the head of a page tells machines. It is made elsewhere and handed in.
type Head struct {
	Canonical string     // full address of the page; "" unknown
	Tags      []HeadTag  // Open Graph and Dublin Core
	Data      string     // JSON-LD, with < > & escaped; "" none
	COinS     string     // of a release, for the title of an empty element; "" on other pages
	Forms     []HeadLink // the page in other forms: feeds, bibliographies, records
}

// HeadTag is a meta element with a property or a name.
type HeadTag struct{ Property, Name, Content string }

// HeadLink leads to another form of a page. Path is from the top of the site.
type HeadLink struct{ Type, Title, Path string }

// JSON is the JSON-LD as it stands in the page: a block of data, which no browser runs.
func (h Head) JSON() template.JS { return template.JS(h.Data) }

// Heads makes the heads of pages. Its methods may be called by several goroutines.
type Heads interface {
	Page(path, title, description string) Head
	Release(e *archive.Entry, description string) Head
}

// Citation is how to cite a release.
type Citation struct {
	Plain string         // an entry of a bibliography in one line
	Forms []CitationForm // for programs

	// Sentence is the entry for a single sentence, in which AnchorMark stands for the id of the sentence's place on the
	// page; "" where sentences are not cited.
	Sentence string
}

// AnchorMark stands in a citation where the place of a sentence belongs.
const AnchorMark = "{anchor}"

// CitationForm is a citation in one of the forms that programs read.
type CitationForm struct{ Name, Text string }

// DataFiles is one form in which the whole archive can be downloaded.
type DataFiles struct {
	Paths []string // from the top of the site
	Holds string
}
