package site

import (
	"html/template"
	"strconv"

	"readout/internal/archive"
	"readout/internal/date"
)

// calendar draws one month as a table of weeks that begin on Monday. A day with releases leads to the first of them on the
// page of the month, whose address from this page is given ("" on that page itself).
func calendar(y *archive.Year, m *archive.Month, page string) template.HTML {
	var counts [32]int
	for _, e := range m.Entries {
		if d := e.Day.From; d.Month == m.Number {
			counts[d.Day]++
		}
	}
	o := &out{}
	o.raw("<table class=\"calendar\">\n<caption>")
	if page != "" {
		o.raw(`<a href="`, page, `">`)
	}
	o.text(m.Name)
	if page != "" {
		o.raw("</a>")
	}
	o.raw("</caption>\n<thead><tr>")
	for w := date.Weekday(1); w <= 7; w++ {
		name := w.String()
		o.raw(`<th scope="col" abbr="`, name, `">`, name[:2], "</th>")
	}
	o.raw("</tr></thead>\n<tbody>\n<tr>")
	first := date.Day{Year: y.Number, Month: m.Number, Day: 1}
	column := int(first.Weekday()) - 1
	for range column {
		o.raw("<td></td>")
	}
	last := date.Day{Year: y.Number, Month: m.Number}.Last().Day
	for d := 1; d <= last; d++ {
		if column == 7 {
			o.raw("</tr>\n<tr>")
			column = 0
		}
		day := strconv.Itoa(d)
		if n := counts[d]; n > 0 {
			o.raw(`<td><a href="`, page, `#d`, day, `" aria-label="`, day, ` `, m.Name, `: `, count(n, "release", ""), `">`, day, "</a></td>")
		} else {
			o.raw("<td>", day, "</td>")
		}
		column++
	}
	for ; column < 7; column++ {
		o.raw("<td></td>")
	}
	o.raw("</tr>\n</tbody>\n</table>")
	return o.html()
}
