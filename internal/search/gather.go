package search

import (
	"strings"

	"readout/internal/archive"
	"readout/internal/record"
)

// doc is what the index holds of a release.
type doc struct {
	path, language, day, how, title, under string

	names     []string // of people, countries, topics, publisher and kind, in all forms
	sentences []sentence
}

// sentence is a sentence of the text, on one line.
type sentence struct {
	text  string
	start int // in the file, which names its place on the page; -1 where the page has none
}

// docs are those of an archive, each made when it is first asked for.
type docs struct {
	a    *archive.Archive
	made []*doc
}

func docsOf(a *archive.Archive) *docs { return &docs{a, make([]*doc, len(a.Releases))} }

func (ds *docs) count() int { return len(ds.made) }

func (ds *docs) get(i int) *doc {
	if ds.made[i] == nil {
		ds.made[i] = newDoc(ds.a, ds.a.Releases[i])
	}
	return ds.made[i]
}

func newDoc(a *archive.Archive, e *archive.Entry) *doc {
	d := &doc{path: e.Path(), title: e.Headline(), day: "Undated", how: e.HowKnown(), under: e.Line(), names: names(a, e), sentences: sentences(e)}
	if l := record.OneLine(e.Record.Language.Value); !strings.HasPrefix(l, "en") {
		d.language = l
	}
	if e.Day.Known() {
		d.day = e.Day.Human()
	}
	return d
}

// names lists all names by which the facts of a release may be looked for.
func names(a *archive.Archive, e *archive.Entry) []string {
	r := e.Record
	var list []string
	for _, people := range [][]record.Fact[record.Person]{r.Participants, r.Mentioned} {
		for _, f := range people {
			list = append(list, f.Value.Name)
			if o := a.Official(f.Value.ID); o != nil {
				list = append(append(list, o.Name), o.Names...)
			}
		}
	}
	for _, f := range r.Countries {
		list = append(list, f.Value.Name)
		if c := a.Country(f.Value.Code); c != nil {
			list = append(list, c.Name, c.Official)
			if c.Organisation {
				list = append(list, c.Code)
			}
		}
	}
	for _, f := range r.Topics {
		list = append(list, f.Value.Label)
	}
	return append(list, record.Mask(r.Publisher.Value.Name), string(r.Kind.Value))
}

// excerptWords is how many words of a text go in where only an excerpt may be shown.
const excerptWords = 12

// sentences lists the sentences of a release that may be found and shown.
func sentences(e *archive.Entry) []sentence {
	switch {
	case e.Excerpt:
		if text := record.FirstWords(record.OneLine(record.Mask(e.Record.Text)), excerptWords); text != "" {
			return []sentence{{text, -1}}
		}
		return nil
	case e.Open == nil:
		var list []sentence
		for line := range strings.Lines(record.Mask(e.Record.Text)) {
			if line = record.OneLine(line); line != "" {
				list = append(list, sentence{line, -1})
			}
		}
		return list
	default:
		d, text := e.Document(), e.Shown()
		list := make([]sentence, 0, len(d.View.Sentences))
		for _, s := range d.View.Sentences {
			if !d.Blocks[s.Block].Kind.Body() {
				continue
			}
			if line := record.OneLine(text[s.Start:s.End]); line != "" {
				list = append(list, sentence{line, d.View.Source(s.Start, s.Start).Start})
			}
		}
		return list
	}
}
