package site

import (
	_ "embed"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"readout/internal/archive"
)

// outlines are the countries of the world: code, path, middle of those too small to see. The file tells where they are from.
//
//go:embed world.tsv
var outlines string

// worldWidth and worldHeight are the sides of the map in its own units.
const (
	worldWidth  = 2000
	worldHeight = 870
)

// worldMap draws the contacts of each country on a map of the world: the more, the stronger the green, a dot where a country is too small
// to see. Below stand the numbers, with what finds no place on the map. It is "" where no country had a contact. Keys and
// reading machines go by the table, which has the same links; the map is for the eye and the mouse.
func worldMap(root string, countries []*archive.Country) template.HTML {
	contacts, most, total := map[string]int{}, 0, 0
	var list []*archive.Country
	for _, c := range countries {
		seen := map[*archive.Event]bool{}
		for _, m := range c.Counterparts {
			for _, x := range m.Contacts {
				seen[x.Event] = true
			}
		}
		if len(seen) > 0 {
			contacts[c.Code] = len(seen)
			most = max(most, len(seen))
			total++
			list = append(list, c)
		}
	}
	if total == 0 {
		return ""
	}
	slices.SortStableFunc(list, func(x, y *archive.Country) int { return contacts[y.Code] - contacts[x.Code] })
	byCode := map[string]*archive.Country{}
	for _, c := range list {
		byCode[c.Code] = c
	}
	o, dots := &out{}, &out{}
	fmt.Fprintf(o, "<figure class=\"world\">\n<svg viewBox=\"0 0 %d %d\" aria-hidden=\"true\">\n", worldWidth, worldHeight)
	var land strings.Builder // without a contact: one path
	for line := range strings.Lines(outlines) {
		code, rest, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		path, middle, _ := strings.Cut(rest, "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		c := byCode[code]
		if c == nil {
			land.WriteString(path)
			continue
		}
		n := contacts[code]
		delete(byCode, code)
		to := o
		if middle != "" {
			to = dots
		}
		fmt.Fprintf(to, `<a class="c%d" tabindex="-1"`, shade(n, most))
		to.attr("href", root+c.Path())
		to.raw("><title>")
		to.text(c.Name + ": " + count(n, "contact", ""))
		to.raw("</title>")
		if path != "" {
			to.raw(`<path d="`, path, `"/>`)
		}
		if x, y, ok := strings.Cut(middle, ","); ok {
			to.raw(`<circle cx="`, x, `" cy="`, y, `" r="9"/>`)
		}
		to.raw("</a>\n")
	}
	o.raw(`<path class="land" d="`, land.String(), "\"/>\n", string(dots.html()), "</svg>\n<figcaption>")
	o.text("The more contacts, the stronger the green; a dot is a country too small to see.")
	var absent []string
	for _, c := range list {
		if byCode[c.Code] != nil && !c.Organisation {
			absent = append(absent, c.Name)
		}
	}
	if len(absent) > 0 {
		o.text(" Not on the map: " + strings.Join(absent, ", ") + ".")
	}
	o.raw("</figcaption>\n<details><summary>The numbers</summary>\n<table>\n<thead><tr><th scope=\"col\">Country</th><th scope=\"col\" class=\"n\">Contacts</th></tr></thead>\n<tbody>\n")
	for _, c := range list {
		o.raw(`<tr><th scope="row">`)
		o.link(root, c.Path(), c.Name)
		o.raw(`</th><td class="n">`, number(contacts[c.Code]), "</td></tr>\n")
	}
	o.raw("</tbody>\n</table>\n</details>\n</figure>")
	return o.html()
}
