package site

import (
	"bytes"
	"html"
	"net/url"
	"slices"
	"strings"

	"readout/internal/archive"
	"readout/internal/record"
	"readout/internal/source"
)

// originals settles at whose address each file can be downloaded: at its first part's, and nowhere if of any part only
// an excerpt may be shown, or if e-mail addresses can be read in it that cannot be masked.
func (s *Site) originals() {
	s.files = map[string]*archive.Entry{}
	for _, e := range s.archive.Releases {
		file := e.Record.File
		first, seen := s.files[file]
		switch {
		case e.Excerpt || e.Open == nil || e.Withheld:
			s.files[file] = nil
		case !seen || first != nil && e.Record.Part < first.Record.Part:
			s.files[file] = e
		}
	}
}

// originalPath is where the original file lies. It always ends in .txt, so that no saved page runs in a reader's browser.
func originalPath(e *archive.Entry) string { return strings.TrimSuffix(e.Path(), ".html") + ".txt" }

// addOriginal lists the file of a release.
func (s *Site) addOriginal(e *archive.Entry) {
	p := Page{Path: originalPath(e), render: func(b *bytes.Buffer) error { b.Write(download(e.Document().Source)); return nil }}
	if s.archive.Keyed {
		p.shows = func(h *archive.Hash) { h.Text(e.Record.SHA256) }
	}
	s.pages = append(s.pages, p)
}

// download is what is offered of a file: its bytes as they came; where e-mail addresses stand in it, its text with them
// masked, in UTF-8.
func download(src *source.Source) []byte {
	if text := record.Mask(src.Text); text != src.Text {
		return []byte(text)
	}
	return src.Bytes
}

// Withheld reports whether a file may not be downloaded: e-mail addresses are written in it so that a mask does not hide
// them from whoever opens it.
func Withheld(src *source.Source) bool {
	return slices.ContainsFunc(readings(record.Mask(src.Text)), func(read string) bool { return record.Mask(read) != read })
}

// readings are a text as those may read it who know markup and addresses: characters that are written as entities or in
// per cent put back, tags taken out.
func readings(text string) []string {
	var list []string
	if strings.ContainsAny(text, "&<") {
		plain := html.UnescapeString(text)
		list = append(list, plain, html.UnescapeString(withoutTags(text)))
	}
	if strings.Contains(text, "%40") {
		if plain, err := url.PathUnescape(strings.ReplaceAll(strings.ReplaceAll(text, "%", "%25"), "%2540", "%40")); err == nil {
			list = append(list, plain)
		}
	}
	return list
}

// withoutTags is a text without what stands between < and >.
func withoutTags(text string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(text, '<')
		if open < 0 {
			break
		}
		b.WriteString(text[:open])
		shut := strings.IndexByte(text[open:], '>')
		if shut < 0 {
			text = text[open:]
			break
		}
		text = text[open+shut+1:]
	}
	b.WriteString(text)
	return b.String()
}
