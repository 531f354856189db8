package site

import (
	"html/template"
	"slices"
	"strconv"

	"readout/internal/archive"
)

// officialsInMatrix is how many officials of a country stand in its matrix, and how many of those whom they met.
const officialsInMatrix = 12

// officialMatrix draws whom the officials of a country met as a table of numbers, "" where there are not two on each
// side, and tells how many officials with contacts are not in it. Each number leads to the last of the contacts.
func officialMatrix(root string, m archive.OfficialMatrix) (table template.HTML, left int) {
	left = trim(&m)
	if len(m.Rows) < 2 || len(m.Columns) < 2 {
		return "", 0
	}
	o := &out{}
	o.raw("<table class=\"matrix\">\n<thead><tr><td></td>")
	for _, x := range m.Columns {
		o.raw(`<th scope="col"><span>`)
		o.text(x.Name)
		o.raw("</span></th>")
	}
	o.raw("</tr></thead>\n<tbody>\n")
	for i, x := range m.Rows {
		o.raw(`<tr><th scope="row">`)
		o.link(root, x.Path(), x.Name)
		o.raw("</th>")
		for j, contacts := range m.Cells[i] {
			n := len(contacts)
			if n == 0 {
				o.raw("<td></td>")
				continue
			}
			o.raw(`<td class="c`, strconv.Itoa(shade(n, m.Most)), `"><a href="`)
			o.text(root + contacts[0].Event.Path())
			o.raw(`"`)
			last := "the last "
			if n == 1 {
				last = ""
			}
			if d := contacts[0].Event.Date.Value.Date; d.Known() {
				last += d.Human()
			} else {
				last += "undated"
			}
			o.attr("aria-label", x.Name+" and "+m.Columns[j].Name+": "+count(n, "contact", "")+", "+last)
			o.raw(">", number(n), "</a></td>")
		}
		o.raw("</tr>\n")
	}
	o.raw("</tbody>\n</table>")
	return o.html(), left
}

// trim takes out the rows and columns of those who met only people who found no room, and returns how many officials of
// the country are left out in all.
func trim(m *archive.OfficialMatrix) (left int) {
	left = m.Left
	t := archive.OfficialMatrix{Most: m.Most}
	var columns []int
	for j, x := range m.Columns {
		if slices.ContainsFunc(m.Cells, func(row [][]archive.Contact) bool { return len(row[j]) > 0 }) {
			columns, t.Columns = append(columns, j), append(t.Columns, x)
		}
	}
	for i, x := range m.Rows {
		var row [][]archive.Contact
		some := false
		for _, j := range columns {
			row = append(row, m.Cells[i][j])
			some = some || len(m.Cells[i][j]) > 0
		}
		if !some {
			left++
			continue
		}
		t.Rows, t.Cells = append(t.Rows, x), append(t.Cells, row)
	}
	*m = t
	return left
}
