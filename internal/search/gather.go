package search

import (
	"strconv"
	"strings"
	"unicode"

	"readout/internal/archive"
	"readout/internal/date"
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
	d := &doc{path: e.Path(), title: title(e), day: "Undated", how: howKnown(e), under: under(e), names: names(a, e), sentences: sentences(e)}
	if d.title == "" {
		d.title = "Untitled release"
	}
	if l := oneLine(e.Record.Language.Value); !strings.HasPrefix(l, "en") {
		d.language = l
	}
	if e.Day.Known() {
		d.day = e.Day.Human()
	}
	return d
}

// title is the headline of a release as it may be shown: of a first sentence that stands for one only the first words,
// where the rights are not full.
func title(e *archive.Entry) string {
	t := oneLine(record.Mask(e.Record.Title.Value))
	if e.Excerpt {
		short := record.FirstWords(t, titleWords)
		if short != t && strings.Contains(oneLine(record.Mask(e.Record.Text)), strings.TrimSuffix(short, " …")) {
			return short
		}
	}
	return t
}

// howKnown says in a word how the day under which a release stands is known, "" where the text says it.
func howKnown(e *archive.Entry) string {
	f := e.Record.Date
	switch {
	case !e.Day.Known():
		return ""
	case date.Compare(e.Day, f.Value.Date) != 0:
		return "published"
	case f.Rule == "correction":
		return "set by hand"
	case f.Confidence != record.Certain:
		return string(f.Confidence)
	}
	return ""
}

// named is how many people the line under a headline names.
const named = 3

// under is the line under a headline: kind, who took part, publisher.
func under(e *archive.Entry) string {
	r := e.Record
	kind := string(r.Kind.Value)
	if kind == "" || kind == string(record.OtherKind) {
		kind = "other release"
	}
	line := strings.ToUpper(kind[:1]) + kind[1:]
	for i, p := range r.Participants {
		if n := len(r.Participants); i == named && n > named+1 {
			line += " and " + strconv.Itoa(n-named) + " others"
			break
		}
		if i == 0 {
			line += " · "
		} else {
			line += ", "
		}
		line += p.Value.Name
	}
	if p := record.Mask(r.Publisher.Value.Name); p != "" {
		line += " · " + p
	}
	return oneLine(line)
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

// titleWords is how many words of a headline go in that is the beginning of such a text.
const titleWords = 19

// sentences lists the sentences of a release that may be found and shown.
func sentences(e *archive.Entry) []sentence {
	switch {
	case e.Excerpt:
		if text := record.FirstWords(oneLine(record.Mask(e.Record.Text)), excerptWords); text != "" {
			return []sentence{{text, -1}}
		}
		return nil
	case e.Open == nil:
		var list []sentence
		for line := range strings.Lines(record.Mask(e.Record.Text)) {
			if line = oneLine(line); line != "" {
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
			if line := oneLine(text[s.Start:s.End]); line != "" {
				list = append(list, sentence{line, d.View.Source(s.Start, s.Start).Start})
			}
		}
		return list
	}
}

// oneLine joins the lines of a text and drops what is no sign that a reader sees: in pieces, tabs and lines separate.
func oneLine(s string) string {
	if plain(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.Fields(s), " ")
}

// plain reports whether a text is one line of ASCII already, as most sentences are.
func plain(s string) bool {
	last := byte(' ')
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c >= 0x7F || c == ' ' && last == ' ' {
			return false
		}
		last = s[i]
	}
	return s == "" || last != ' '
}
