package extract

import "readout/internal/record"

// A text that is not English is read for what is safe in any language: its dates, and the names that the lexicon knows,
// in any script. Who takes part is not told, and the record says so.

// foreign reports whether the text is surely in another language than English.
func (r *reading) foreign(lang record.Fact[string]) bool {
	return lang.Value != "en" && lang.Value != "und" && lang.Value != "" && lang.Confidence != record.Uncertain
}

// knownPeople returns the people whose full names the lexicon knows, as mentioned.
func (r *reading) knownPeople() []*person {
	var out []*person
	for s, sent := range r.doc.View.Sentences[:r.far] {
		if !r.body[s] && s != r.head {
			continue
		}
		for i := sent.From; i < sent.To; i++ {
			c := r.cover[i]
			if c.kind != personName || int(c.from) != i {
				continue
			}
			m := mention{sentence: s, name: name{from: i, to: int(c.to), listed: true}}
			if p := r.same(out, m); p != nil {
				p.mentions = append(p.mentions, m)
			} else {
				out = append(out, r.newPerson(m))
			}
			i = int(c.to) - 1
		}
	}
	return out
}

// foreignDoubt says what was not read of a text in another language.
func foreignDoubt(lang record.Fact[string]) record.Doubt {
	name, ok := languageNames[lang.Value]
	if !ok {
		name = "another language (" + lang.Value + ")"
	}
	return record.Doubt{Field: "language", Message: "The text is in " + name + "; only dates and names that the lexicon knows were read. Who took part is not told."}
}

var languageNames = map[string]string{"ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "fa": "Persian", "fi": "Finnish",
	"fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "ms": "Malay", "nl": "Dutch", "no": "Norwegian", "nb": "Norwegian",
	"pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese"}
