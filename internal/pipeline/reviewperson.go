package pipeline

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/words"
)

// familyFirst are countries whose people are called by the first word of their name.
var familyFirst = strings.Fields("KR KP CN TW HK MO VN KH HU SG")

// entry is a person as the lexicon would have it, with the office if that is in no list either.
func entry(p record.Person, r *record.Record, lex *lexicon.Lexicon) string {
	name, family := spelled(p.Name, p.Country)
	if name == "" {
		return ""
	}
	term := ""
	var b strings.Builder
	if p.Role != "" && p.Country != "" && r.Date.Value.Date.From.Year > 0 {
		office := ""
		for _, i := range lex.OfficesOf(p.Country) {
			if words.Fold(lex.Offices[i].Title) == words.Fold(p.Role) {
				office = lex.Offices[i].ID
			}
		}
		if office == "" {
			office = slug(p.Country + " " + p.Role)
			fmt.Fprintf(&b, "offices:\n  - {id: %s, country: %s, title: %q, kind: other}\n", office, p.Country, p.Role)
		}
		term = fmt.Sprintf(", terms: [{office: %s, from: %s, about: true}]", office, r.Date.Value.Date.From.ISO())
	}
	id := slug(name)
	if id == "" { // a name in another script
		id = p.ID
	}
	fmt.Fprintf(&b, "persons:\n  - {id: %s, name: %q, family: %q%s}\n", id, name, family, term)
	return b.String()
}

// spelled is a name without shouting, and the family name in it. Where one word alone is in capitals that is the family
// name, "Reinhard BÜTIKOFER"; else its place is that which the country is used to.
func spelled(name, country string) (whole, family string) {
	names := strings.Fields(name)
	if len(names) == 0 {
		return "", ""
	}
	at, shouted := len(names)-1, 0
	if slices.Contains(familyFirst, country) {
		at = 0
	}
	lone := -1
	for i, w := range names {
		if shouts(w) {
			names[i] = cases.Title(language.Und).String(w)
			lone = i
			shouted++
		}
	}
	if shouted == 1 && len(names) > 1 {
		at = lone
	}
	return strings.Join(names, " "), names[at]
}

// shouts reports whether a word of a name is in capitals throughout and is no initial.
func shouts(w string) bool {
	return utf8.RuneCountInString(w) > 2 && !strings.Contains(w, ".") && strings.IndexFunc(w, unicode.IsLower) < 0 && strings.IndexFunc(w, unicode.IsUpper) >= 0
}

// slug is a text as an id of the lexicon: small letters, figures and hyphens.
func slug(s string) string {
	return strings.Join(strings.FieldsFunc(words.Fold(s), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }), "-")
}
