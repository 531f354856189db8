package lexicon

import "readout/internal/words"

// CountryOfTitle returns the country of a title that only one country's offices have ("External Affairs Minister"), ""
// for titles of several or of none. The key is as words.Fold makes it.
func (l *Lexicon) CountryOfTitle(folded string) string {
	if i := l.byTitle.first(folded); i >= 0 {
		return l.Countries[i].Code
	}
	return ""
}

func soleTitles(l *Lexicon) lists {
	country := map[string]string{}
	for i := range l.Offices {
		o := &l.Offices[i]
		k := words.Fold(o.Title)
		if have, ok := country[k]; ok && have != o.Country {
			country[k] = ""
			continue
		}
		country[k] = o.Country
	}
	m := map[string][]int32{}
	for title, code := range country {
		if i := l.byCode.first(code); i >= 0 {
			m[title] = []int32{int32(i)}
		}
	}
	return newLists(m)
}

func foldedWords(text string) []string {
	ws := words.Cut(text)
	out := make([]string, len(ws))
	for i := range ws {
		out[i] = ws[i].Text
	}
	return out
}
