package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"

	"readout/internal/archive"
	"readout/internal/record"
)

// cslItem is an item of CSL-JSON, as far as we need it.
type cslItem struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Genre     string    `json:"genre,omitempty"`
	Title     string    `json:"title"`
	Author    []cslName `json:"author,omitempty"`
	Container string    `json:"container-title,omitempty"`
	Publisher string    `json:"publisher,omitempty"`
	Issued    *cslDate  `json:"issued,omitempty"`
	Language  string    `json:"language,omitempty"`
	URL       string    `json:"URL,omitempty"`
	Source    string    `json:"source,omitempty"`
	Note      string    `json:"note,omitempty"`
}

type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
	Circa bool    `json:"circa,omitempty"`
}

// CSL writes all releases as CSL-JSON, an array of items.
func CSL(w io.Writer, a *archive.Archive, o Options) error { return newIndex(a, o).writeCSL(w) }

func (x *index) writeCSL(w io.Writer) error {
	list := newArray(w)
	s := x.sectionsOf(w, list.w.Flush)
	for _, e := range x.releases {
		if list.stands(s, func(h *archive.Hash) { h.Entries(e) }) {
			continue
		}
		list.add(x.cite(e).ref.item())
	}
	s.end()
	return list.end()
}

func (r *reference) item() cslItem {
	i := cslItem{ID: r.key, Type: "report", Genre: r.genre, Title: r.title, Publisher: r.author, Language: r.language, URL: r.url(), Source: r.archive, Note: r.remark()}
	switch {
	case r.medium:
		i.Type, i.Container, i.Publisher = "article-newspaper", r.author, ""
	case r.author != "":
		i.Author = []cslName{{r.author}}
	}
	if d := r.one(); d.Year != 0 {
		parts := []int{d.Year}
		if d.Month != 0 {
			parts = append(parts, d.Month)
		}
		if d.Day != 0 {
			parts = append(parts, d.Day)
		}
		i.Issued = &cslDate{[][]int{parts}, r.confidence == record.Uncertain}
	}
	return i
}

// csl is the item alone, as an array that readers of CSL-JSON take.
func (r *reference) csl() []byte {
	items := []cslItem{r.item()}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	_ = enc.Encode(items) // plain structs and a buffer: it cannot fail
	return b.Bytes()
}

// Chicago writes a bibliography by the Chicago Manual of Style, one entry a line of plain text.
func Chicago(w io.Writer, a *archive.Archive, o Options) error {
	return newIndex(a, o).writeChicago(w)
}

func (x *index) writeChicago(w io.Writer) error {
	b := bufio.NewWriterSize(w, 1<<16)
	s := x.sectionsOf(w, b.Flush)
	for _, e := range x.releases {
		if s.release(e) {
			continue
		}
		r := x.cite(e).ref
		b.WriteString(r.chicago(r.page) + "\n")
	}
	return b.Flush()
}

// hasBibliography reports whether a shelf has a bibliography beside its page.
func hasBibliography(s *archive.Shelf) bool {
	switch s.Kind {
	case archive.CountryKind, archive.PairKind, archive.OfficialKind, archive.TopicKind, archive.PublisherKind:
		return len(s.Entries) > 0
	}
	return false
}

// bibliographies lists the bibliography of each shelf beside its page: of the releases that it is about, not those that
// only mention it. It is in BibTeX, which nearly all programs read; the command writes any shelf in any form.
func (x *index) bibliographies() []File {
	var files []File
	for s := range shelves(x.Archive) {
		if hasBibliography(s) {
			files = append(files, x.keyed(File{Path: beforeSuffix(s.Path()) + ".bib", write: x.bibTeXOf(s.Entries), shows: func(h *archive.Hash) { h.Entries(s.Entries...) }}))
		}
	}
	return files
}
