package export

import (
	"bufio"
	"io"
	"path"
	"strings"

	"readout/internal/archive"
)

// A release goes out as its record, in the format of package record, with four keys before those of the record: "address"
// is the path of its page in the archive, "original" its address where it was first published, "rights" what may be
// shown of it, "events" the id of the event of each occasion.
type beside struct {
	Address  string   `json:"address"`
	Original *string  `json:"original"`
	Rights   string   `json:"rights"`
	Events   []string `json:"events"`
}

// Releases writes the records of all releases, one JSON object a line, the oldest first.
func Releases(w io.Writer, a *archive.Archive, o Options) error {
	return newIndex(a, o).writeReleases(w)
}

func (x *index) writeReleases(w io.Writer) error {
	b := bufio.NewWriterSize(w, 1<<16)
	s := x.sectionsOf(w, b.Flush)
	for _, e := range x.releases {
		if s.stands(func(h *archive.Hash) { h.Text(recordPath(e)); recordShows(h, e) }) {
			continue
		}
		if err := x.writeRelease(b, e); err != nil {
			return err
		}
	}
	return b.Flush()
}

const releasesPath = "data/releases.jsonl"

// Split takes the records apart that Files lists: records are those beside the pages of releases, and all holds their
// bytes, one after the other in this order. Who makes the records need not make it too.
func Split(files []File) (all File, records, others []File) {
	for _, f := range files {
		switch {
		case f.Path == releasesPath:
			all = f
		case strings.HasPrefix(f.Path, archive.ReleaseKind.Folder()+"/") && path.Ext(f.Path) == ".json":
			records = append(records, f)
		default:
			others = append(others, f)
		}
	}
	return all, records, others
}

// records lists the record beside the page of each release.
func (x *index) records() []File {
	files := make([]File, 0, len(x.releases))
	for _, e := range x.releases {
		files = append(files, x.keyed(File{Path: recordPath(e), write: func(w io.Writer) error { return x.writeRelease(w, e) }, shows: func(h *archive.Hash) { recordShows(h, e) }}))
	}
	return files
}

func recordPath(e *archive.Entry) string { return beforeSuffix(e.Path()) + ".json" }

// recordShows puts in what the record of a release tells: what was read, and of which events.
func recordShows(h *archive.Hash, e *archive.Entry) {
	h.Entries(e)
	h.Text(eventIDs(e)...)
}

// beforeSuffix is the path of a page without .html.
func beforeSuffix(page string) string { return strings.TrimSuffix(page, ".html") }

func (x *index) writeRelease(w io.Writer, e *archive.Entry) error {
	r := *shown(e)
	front, err := marshal(beside{e.Path(), optional(r.Address.Value), rights(e), eventIDs(e)})
	if err != nil {
		return err
	}
	// The record's own address and rights are told before it; how they are known stays among its facts.
	r.Address.Value, r.Rights.Value = "", ""
	r.ID = e.ID
	front[len(front)-1] = ','
	if _, err := w.Write(front); err != nil {
		return err
	}
	var room []byte
	if b, ok := w.(interface{ AvailableBuffer() []byte }); ok { // of a buffer: the record is made where it will lie
		room = b.AvailableBuffer()
	}
	_, err = w.Write(maskJSON(append(r.AppendJSON(room), '\n'))[1:])
	return err
}

// rights is what may be shown of a release: "full" or "excerpt".
func rights(e *archive.Entry) string {
	if e.Excerpt {
		return "excerpt"
	}
	return "full"
}
