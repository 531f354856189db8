package export

import (
	"io"
	"strconv"
	"strings"

	"readout/internal/archive"
	"readout/internal/record"
)

// BibTeX writes all releases as entries for BibTeX and BibLaTeX. A press release is a @techreport whose type is press
// release: that is how both print it rightly, and Zotero reads it as a report, where it makes a book of @misc.
func BibTeX(w io.Writer, a *archive.Archive, o Options) error { return newIndex(a, o).writeBibTeX(w) }

func (x *index) writeBibTeX(w io.Writer) error {
	s := x.sectionsOf(w, none)
	for _, e := range x.releases {
		if s.release(e) {
			continue
		}
		if _, err := w.Write(x.cite(e).bib); err != nil {
			return err
		}
	}
	return nil
}

// none is the flushing of what is not buffered.
func none() error { return nil }

// bibTeXOf writes the entries of some releases.
func (x *index) bibTeXOf(list []*archive.Entry) func(io.Writer) error {
	return func(w io.Writer) error {
		for _, e := range list {
			if !x.chosen[e] {
				continue
			}
			if _, err := w.Write(x.cite(e).bib); err != nil {
				return err
			}
		}
		return nil
	}
}

var monthKeys = [...]string{"", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

func (r *reference) bibTeX() []byte {
	var b strings.Builder
	kind := "techreport"
	switch {
	case r.medium:
		kind = "online"
	case r.author == "":
		kind = "misc" // a report needs an institution
	}
	b.WriteString("@" + kind + "{" + r.key + ",\n")
	put := func(name, value string) {
		if value != "" {
			b.WriteString("  " + name + " = " + value + ",\n")
		}
	}
	braced := func(s string) string {
		if s == "" {
			return ""
		}
		return "{" + s + "}"
	}
	name := braced(latex(r.author))
	put("author", braced(name)) // twice braced: the name of a body is not cut into first and last
	put("title", braced(braced(latex(r.title))))
	switch kind {
	case "techreport":
		put("institution", name)
		put("type", braced(genre))
	case "misc":
		put("howpublished", braced(genre))
	case "online":
		put("organization", name)
	}
	if d := r.one(); d.Year != 0 {
		put("year", braced(strconv.Itoa(d.Year)))
		put("month", monthKeys[d.Month])
		if d.Day != 0 {
			put("day", braced(strconv.Itoa(d.Day)))
		}
	}
	put("language", braced(latex(r.language)))
	put("url", braced(r.url()))
	put("note", braced(latex(r.remark())))
	b.WriteString("}\n\n")
	return []byte(b.String())
}

// remark says what a reader should know of the date, and where the release is kept.
func (r *reference) remark() string {
	var parts []string
	switch {
	case !r.date.Known():
		parts = append(parts, "Undated.")
	case r.one().Year == 0:
		parts = append(parts, "Date: "+r.date.Human()+".")
	case r.confidence == record.Inferred:
		parts = append(parts, "Date inferred.")
	case r.confidence == record.Uncertain:
		parts = append(parts, "Date uncertain.")
	}
	if r.original != "" && r.page != "" {
		parts = append(parts, "Archived at "+r.page)
	}
	return strings.Join(parts, " ")
}

// latex is a text as BibTeX takes it. BibTeX counts braces even where a backslash stands before them: where they do not
// match they are written as commands, which not every reader knows.
func latex(s string) string {
	if !strings.ContainsAny(s, "\\{}$&#%_~^") {
		return s
	}
	open, shut := `\{`, `\}`
	if !matched(s) {
		open, shut = `{\textbraceleft}`, `{\textbraceright}`
	}
	var b strings.Builder
	for _, c := range s {
		switch c {
		case '\\':
			b.WriteString(`{\textbackslash}`)
		case '{':
			b.WriteString(open)
		case '}':
			b.WriteString(shut)
		case '~':
			b.WriteString(`{\textasciitilde}`)
		case '^':
			b.WriteString(`{\textasciicircum}`)
		case '$', '&', '#', '%', '_':
			b.WriteByte('\\')
			fallthrough
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// matched reports whether each brace of a text has its counterpart.
func matched(s string) bool {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth < 0 {
				return false
			}
		}
	}
	return depth == 0
}
