package export

import (
	"fmt"
	"io"
	"strings"

	"readout/internal/archive"
)

// RIS writes all releases in the tagged format that Zotero, EndNote and Mendeley read. Types that RIS has no better word
// for are left alone: what is unknown to a reader, and what is "generic", becomes a journal article.
func RIS(w io.Writer, a *archive.Archive, o Options) error { return newIndex(a, o).writeRIS(w) }

func (x *index) writeRIS(w io.Writer) error {
	s := x.sectionsOf(w, none)
	for _, e := range x.releases {
		if s.release(e) {
			continue
		}
		if _, err := w.Write(x.cite(e).ref.ris()); err != nil {
			return err
		}
	}
	return nil
}

func (r *reference) ris() []byte {
	var b strings.Builder
	put := func(tag, value string) {
		if value != "" {
			b.WriteString(tag + "  - " + value + "\r\n")
		}
	}
	if r.medium {
		put("TY", "NEWS")
	} else {
		put("TY", "RPRT")
	}
	put("ID", r.key)
	// A comma parts last name and first name, and nothing can hide it: a body with a comma in its name is the
	// institution only.
	if !strings.Contains(r.author, ",") && !r.medium {
		put("AU", r.author)
	}
	put("TI", r.title)
	if r.medium {
		put("T2", r.author)
	} else {
		put("PB", r.author)
		put("M3", r.genre)
	}
	if d := r.one(); d.Year != 0 {
		put("PY", fmt.Sprintf("%04d", d.Year))
		day := fmt.Sprintf("%04d/", d.Year)
		if d.Month != 0 {
			day += fmt.Sprintf("%02d", d.Month)
		}
		day += "/"
		if d.Day != 0 {
			day += fmt.Sprintf("%02d", d.Day)
		}
		put("DA", day+"/")
	}
	put("LA", r.language)
	put("UR", r.url())
	put("DB", r.archive)
	put("N1", r.remark())
	b.WriteString("ER  - \r\n\r\n")
	return []byte(b.String())
}
