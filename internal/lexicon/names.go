package lexicon

import (
	"slices"
	"strings"

	"readout/internal/words"
)

// The forms of a name that follow from those listed:
//
//   - Where the family name stands first (Kang Kyung-wha, Abe Shinzo, Orbán Viktor) it may stand last, and the other
//     way round for a listed form that does so.
//   - A given name in two syllables may be one word: Kyung-wha, Kyungwha. (Kyung wha is the same words as Kyung-wha.)
//   - An initial between the names may be left out: Antony J. Blinken, Antony Blinken.

// turned are the countries whose people write the family name last in English and first at home.
var turned = []string{"JP", "HU"}

// nameForms returns all forms of a person's name, the usual one first, none twice.
func nameForms(p *Person, turned bool) []string {
	f := forms{}
	listed := append([]string{p.Name}, p.Names...)
	for _, n := range listed {
		f.add(n)
	}
	family := words.Fold(p.Family)
	for _, n := range listed {
		parts := strings.Fields(n)
		k := len(parts)
		switch {
		case k < 2 || k > 4 || roman(parts[k-1]):
		case words.Fold(parts[0]) == family || familyFirst(listed, parts[0]):
			given := parts[1:]
			f.add(strings.Join(given, " ") + " " + parts[0])
			if joined, ok := join(given); ok {
				f.add(parts[0] + " " + joined)
				f.add(joined + " " + parts[0])
			}
		case turned && words.Fold(parts[k-1]) == family:
			f.add(parts[k-1] + " " + strings.Join(parts[:k-1], " "))
		}
	}
	for _, n := range slices.Clone(f.all) {
		f.add(withoutInitials(n))
	}
	return f.all
}

// roman reports whether a word is the number of a king.
func roman(word string) bool { return strings.Trim(word, "IVX") == "" }

// familyFirst reports whether a listed form that begins with this word has the family name there, in a spelling of its
// own: Noh Kyu-duk, also Roh Kyu-deok.
func familyFirst(listed []string, first string) bool {
	main := strings.Fields(listed[0])
	return len(main) > 1 && first == main[0]
}

type forms struct {
	all  []string
	seen []string
}

func (f *forms) add(name string) {
	key := words.Fold(name)
	if key == "" || slices.Contains(f.seen, key) {
		return
	}
	f.seen = append(f.seen, key)
	f.all = append(f.all, name)
}

// join makes one word of a given name in two parts.
func join(given []string) (string, bool) {
	whole := strings.Join(given, "-")
	a, b, ok := strings.Cut(whole, "-")
	if !ok || strings.ContainsAny(b, "-.") || strings.Contains(a, ".") || b == "" {
		return "", false
	}
	return a + strings.ToLower(b), true
}

// withoutInitials leaves out single letters that are not at the start: Antony J. Blinken.
func withoutInitials(name string) string {
	parts := strings.Fields(name)
	out := parts[:0:0]
	for i, p := range parts {
		if i > 0 && i < len(parts)-1 && len(p) <= 2 && strings.HasSuffix(p, ".") {
			continue
		}
		out = append(out, p)
	}
	if len(out) < 2 {
		return name
	}
	return strings.Join(out, " ")
}

// searched reports whether a form of a name is looked for in the text by itself. A single word is not (Philippe, U),
// unless it is a form of its own in the data, or of another script.
func searched(p *Person, form int) bool {
	n := p.Names[form]
	if strings.ContainsAny(n, " -") {
		return len(words.Cut(n)) > 1
	}
	return form > 0
}
