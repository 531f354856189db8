package extract

import (
	"fmt"
	"path"

	"readout/internal/record"
)

// doubts tells what is unsure about the day of the event and of the publication, and what would settle it.
func (x *dater) doubts(f, published record.Fact[record.Dating]) []record.Doubt {
	var out []record.Doubt
	d := f.Value.Date
	add := func(field, message, set string, e []record.Evidence) {
		settle := ""
		if set != "" {
			settle = fmt.Sprintf("- {release: %q, field: %s, set: %s, why: \"\"}", path.Base(x.doc.Source.Name), field, set)
		}
		out = append(out, record.Doubt{Field: field, Message: message, Evidence: e, Settle: settle})
	}
	switch {
	case !f.Known() || !d.Known():
		add("date", "The text tells no day.", "YYYY-MM-DD", nil)
	case f.Confidence != record.Uncertain:
	case len(d.OneOf) >= mostCandidates:
		add("date", "The year is not written; "+d.Human()+" are the likeliest.", d.From.String(), f.Evidence)
	case len(d.OneOf) == 2:
		add("date", "The year is not written; "+d.Human()+" are both possible.", d.From.String(), f.Evidence)
	case len(d.OneOf) > 0:
		add("date", "The year is not written; "+d.Human()+" are all possible.", d.From.String(), f.Evidence)
	case d.From.Year == 0:
		add("date", "The year is not written, and nothing in the text tells it.", "YYYY"+d.From.String()[4:], f.Evidence)
	case f.Rule == "week":
		add("date", "The text tells the week, not the day: "+d.Human()+".", "YYYY-MM-DD", f.Evidence)
	default:
		add("date", "The day is the likeliest reading, "+d.Human()+", but the text does not settle it.", d.From.ISO(), f.Evidence)
	}
	p := published.Value
	if published.Known() && published.Confidence == record.Uncertain && p.Date.From.Year > 0 && len(p.Alternatives) > 0 {
		add("published", "The figures can be read as "+p.Date.Human()+" or "+p.Alternatives[0].Human()+".", p.Date.From.ISO(), published.Evidence)
	}
	return out
}
