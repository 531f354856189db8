package lexicon

import "readout/internal/words"

// CountryOfTitle returns the country of a title that only one country's offices have ("External Affairs Minister"), ""
// for titles of several or of none. The key is as words.Fold makes it.
func (l *Lexicon) CountryOfTitle(folded string) string { return l.soleTitles[folded] }

func soleTitles(l *Lexicon) map[string]string {
	out := map[string]string{}
	for i := range l.Offices {
		o := &l.Offices[i]
		k := words.Fold(o.Title)
		if have, ok := out[k]; ok && have != o.Country {
			out[k] = ""
			continue
		}
		out[k] = o.Country
	}
	return out
}
