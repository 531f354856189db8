package site

import (
	"strconv"
	"strings"

	"readout/internal/archive"
	"readout/internal/date"
	"readout/internal/record"
)

// count says how many: "no releases", "1 release", "1,204 releases". plural is the singular with an s where it is "".
func count(n int, singular, plural string) string {
	if plural == "" {
		plural = singular + "s"
	}
	switch n {
	case 0:
		return "no " + plural
	case 1:
		return "1 " + singular
	}
	return number(n) + " " + plural
}

// number writes a number with commas between thousands.
func number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// enumerate joins words as in a sentence: "a", "a and b", "a, b and c".
func enumerate(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// upper makes the first letter of an ASCII word a capital.
func upper(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-32) + s[1:]
}

// whyInferred finishes "inferred: ..." in a sentence of its own.
func whyInferred(f record.Fact[record.Dating]) string {
	switch archive.HowKnown(f) {
	case "year inferred":
		return "the year is not written"
	case "day inferred":
		return "the day is not written as a date"
	case "inferred":
		return "it follows from what the text tells"
	case "uncertain":
		return "the likeliest of several"
	case "set by hand":
		return "the text was read otherwise"
	}
	return ""
}

// unnumbered is a sentence without the number or the sign of the item that it begins.
func unnumbered(s string) string {
	mark, rest, ok := strings.Cut(s, " ")
	if !ok || len(mark) > 4 {
		return s
	}
	switch digits := strings.TrimRight(mark, ".)"); {
	case strings.Trim(mark, "-–—•°*○▪·") == "":
		return rest
	case digits != mark && digits != "" && strings.Trim(digits, "0123456789") == "":
		return rest
	}
	return s
}

// isoDay is the machine's form of a day for <time>, "" where HTML has none.
func isoDay(d date.Date) string {
	if d.From.Year == 0 || len(d.OneOf) > 0 {
		return ""
	}
	return d.From.ISO()
}

// ruleText says what a rule means. The rules of the program have a sentence here; a rule unknown to the pages is
// said by its name.
func ruleText(rule string) string {
	if s, ok := ruleTexts(rule); ok {
		return s
	}
	return strings.ReplaceAll(rule, "-", " ")
}

// fieldName is a field of the record as readers know it.
func fieldName(field string) string {
	switch field {
	case "date":
		return "day"
	case "published":
		return "publication"
	case "participants":
		return "people who took part"
	case "mentioned":
		return "people mentioned"
	}
	return field
}

// blockName says what a block that is no text of the release is.
func blockName(kind string) string {
	switch kind {
	case "furniture":
		return "Page furniture"
	case "site-name":
		return "Name of the site"
	case "label":
		return "Section"
	case "headline":
		return "Headline"
	case "date-line":
		return "Date line"
	case "byline":
		return "Author"
	case "contact":
		return "Contact"
	case "marker":
		return "Mark"
	case "meta":
		return "Head of the file"
	}
	return upper(strings.ReplaceAll(kind, "-", " "))
}
