package record

import (
	"cmp"

	"readout/internal/date"
)

// wireDate is a dated fact as it travels. Value is the first day, the likeliest of several; it is null where its year is
// unknown or none is likelier. EDTF says the same in full, and is what is read back.
type wireDate struct {
	Value        *string        `json:"value"`
	End          *string        `json:"end"`
	EDTF         string         `json:"edtf"`
	Likeliest    string         `json:"likeliest,omitempty"` // of several days, where Value cannot hold it for want of a year
	Time         string         `json:"time,omitempty"`
	Confidence   Confidence     `json:"confidence"`
	Basis        string         `json:"basis"`
	Alternatives []string       `json:"alternatives"`
	Clues        []wireClue     `json:"clues"`
	Evidence     []wireEvidence `json:"evidence"`
}

type wireClue struct {
	Rule     string         `json:"rule"`
	Says     string         `json:"says"`
	Entry    *string        `json:"entry"`
	Evidence []wireEvidence `json:"evidence"`
}

func dateIn(w *wireDate) (Fact[Dating], error) {
	var f Fact[Dating]
	if w == nil {
		return f, nil
	}
	f.Rule, f.Confidence, f.Evidence = w.Basis, w.Confidence, evidenceIn(w.Evidence)
	f.Value.Time = w.Time
	var err error
	if w.EDTF != "" {
		if f.Value.Date, _, err = date.ParseEDTF(w.EDTF); err != nil {
			return f, err
		}
	}
	if likeliest := cmp.Or(required(w.Value), w.Likeliest); len(f.Value.Date.OneOf) > 0 && likeliest != "" {
		if f.Value.Date.From, err = date.ParseDay(likeliest); err != nil {
			return f, err
		}
	}
	if f.Value.Alternatives, err = parseAll(w.Alternatives); err != nil {
		return f, err
	}
	for _, c := range w.Clues {
		clue := Clue{Rule: c.Rule, Entry: required(c.Entry), Evidence: evidenceIn(c.Evidence)}
		if c.Says != "" {
			if clue.Says, _, err = date.ParseEDTF(c.Says); err != nil {
				return f, err
			}
		}
		f.Value.Clues = append(f.Value.Clues, clue)
	}
	return f, nil
}
