package archive

import (
	"cmp"
	"strconv"
	"strings"

	"readout/internal/date"
	"readout/internal/record"
)

// titleWords is how many words may be told of a headline that is the beginning of a text of which only an excerpt may.
const titleWords = 19

// Title is the headline of a release as it may be told, "" if it has none. A headline is a fact; but where the text has none
// of its own its first sentence stands for one, and of that only the first words may be told where the rights are not full.
func (e *Entry) Title() string {
	t := e.Record.Title.Value
	if !e.Excerpt {
		return t
	}
	short := record.FirstWords(t, titleWords)
	if short != t && strings.Contains(record.OneLine(e.Record.Text), strings.TrimSuffix(record.OneLine(short), " …")) {
		return short
	}
	return t
}

// Headline is the title of a release as links show it: in one line, with e-mail addresses masked.
func (e *Entry) Headline() string {
	return cmp.Or(record.OneLine(record.Mask(e.Title())), "Untitled release")
}

// Untold participants are counted where they are more than one.
const toldParticipants = 3

// Line is what stands under the headline of a release in lists: its kind, who took part, the publisher.
func (e *Entry) Line() string {
	one, _ := KindName(e.Record.Kind.Value)
	line := strings.ToUpper(one[:1]) + one[1:]
	for i, p := range e.Record.Participants {
		if n := len(e.Record.Participants); i == toldParticipants && n > toldParticipants+1 {
			line += " and " + strconv.Itoa(n-toldParticipants) + " others"
			break
		}
		line += separator(i) + p.Value.Name
	}
	if p := record.Mask(e.Record.Publisher.Value.Name); p != "" {
		line += " · " + p
	}
	return record.OneLine(line)
}

func separator(i int) string {
	if i == 0 {
		return " · "
	}
	return ", "
}

// KindName is the name of a kind of release, for one and for many.
func KindName(k record.Kind) (one, many string) {
	switch k {
	case record.Call, record.Meeting, record.Conference, record.Visit, record.Statement, record.Signing, record.Appointment:
		return string(k), string(k) + "s"
	}
	return "other release", "other releases"
}

// HowKnown says in a word or two how the day under which a release stands is known, "" where the text says it.
func (e *Entry) HowKnown() string {
	switch {
	case !e.Day.Known():
		return ""
	case date.Compare(e.Day, e.Record.Date.Value.Date) != 0:
		return "published"
	}
	return HowKnown(e.Record.Date)
}

// HowKnown says in a word or two how a date is known: "" where the text says it, "year inferred", "day inferred",
// "inferred", "uncertain", "set by hand".
func HowKnown(f record.Fact[record.Dating]) string {
	switch {
	case !f.Value.Date.Known():
		return ""
	case f.Rule == "correction":
		return "set by hand"
	case f.Confidence == record.Uncertain:
		return "uncertain"
	case f.Confidence != record.Inferred:
		return ""
	}
	digits, year := false, false
	for _, e := range f.Evidence {
		digits = digits || strings.ContainsAny(e.Quote, "0123456789")
		year = year || strings.Contains(e.Quote, strconv.Itoa(f.Value.Date.From.Year))
	}
	switch {
	case len(f.Evidence) == 0 || year:
		return "inferred"
	case digits:
		return "year inferred"
	}
	return "day inferred"
}
