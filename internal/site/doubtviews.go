package site

import (
	"html/template"
	"strconv"

	"readout/internal/archive"
)

// DoubtView is a doubt on a page.
type DoubtView struct {
	ID      string
	Field   string
	Message string
	Settle  string        // the line for corrections.yaml; "" if none
	In      template.HTML // links to the words
}

func doubtViews(e *archive.Entry) []DoubtView {
	views := make([]DoubtView, 0, len(e.Record.Doubts))
	shown := !e.Excerpt && e.Open != nil
	for i, d := range e.Record.Doubts {
		v := DoubtView{ID: "doubt" + strconv.Itoa(i+1), Field: upper(fieldName(d.Field))}
		v.Message, v.Settle = doubtText(e, d)
		if shown {
			o := &out{}
			o.evidenceLinks(placer{e.Document()}, "doubt", "doubt", d.Evidence)
			v.In = o.html()
		}
		views = append(views, v)
	}
	return views
}
