package site

import (
	"strings"
	"testing"

	"readout/internal/archive"
)

// Every contact stands on the map or is told to be absent from it, and in the table below.
func TestWorldMap(t *testing.T) {
	country := func(code, name string) *archive.Country {
		return &archive.Country{Shelf: archive.Shelf{Kind: archive.CountryKind, ID: archive.Slug(name, 60), Name: name}, Code: code}
	}
	korea, singapore, tuvalu, chad := country("KR", "South Korea"), country("SG", "Singapore"), country("TV", "Tuvalu <b>"), country("TD", "Chad")
	one, two := &archive.Event{}, &archive.Event{}
	meet := func(a, b *archive.Country, events ...*archive.Event) {
		for _, pair := range [][2]*archive.Country{{a, b}, {b, a}} {
			m := archive.Counterpart{Country: pair[1]}
			for _, v := range events {
				m.Contacts = append(m.Contacts, archive.Contact{Event: v})
			}
			pair[0].Counterparts = append(pair[0].Counterparts, m)
		}
	}
	meet(korea, singapore, one, two)
	meet(korea, tuvalu, two) // with Singapore, at the same event
	n := parse(t, string(worldMap("../", []*archive.Country{korea, singapore, tuvalu, chad})))
	on := map[string]string{}
	for _, a := range find(n, "a") {
		if has(a, "tabindex") {
			shape := ""
			for _, tag := range []string{"path", "circle"} {
				if len(find(a, tag)) == 1 {
					shape += tag + " "
				}
			}
			on[attr(a, "href")] = shape + content(find(a, "title")[0])
		}
	}
	if len(on) != 2 || on["../countries/south-korea.html"] != "path South Korea: 2 contacts" || on["../countries/singapore.html"] != "circle Singapore: 2 contacts" {
		t.Errorf("on the map: %q", on)
	}
	want(t, n, "figcaption", "The more contacts, the stronger the green; a dot is a country too small to see. Not on the map: Tuvalu <b>.")
	var rows []string
	for _, tr := range find(n, "tbody")[0:1] {
		for _, r := range find(tr, "tr") {
			rows = append(rows, words(r))
		}
	}
	if got := strings.Join(rows, ", "); got != "South Korea 2, Singapore 2, Tuvalu <b> 1" {
		t.Errorf("the table tells %q", got)
	}
	if got := worldMap("../", []*archive.Country{chad}); got != "" {
		t.Errorf("a map without contacts: %.80s", got)
	}
}

// Each line of the outlines is a country once, with a path, a middle or both, within the map.
func TestOutlines(t *testing.T) {
	seen := map[string]bool{}
	for line := range strings.Lines(outlines) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 3 || f[0] != "?" && (len(f[0]) != 2 || seen[f[0]]) || f[1] == "" && f[2] == "" || strings.Trim(f[1], "Mlz-, 0123456789") != "" || strings.Trim(f[2], ",0123456789") != "" {
			t.Errorf("line %.60q", line)
		}
		seen[f[0]] = true
	}
	for _, code := range strings.Fields("KR KP US JP CN RU GB FR DE IN SG VA MV BH NZ FJ") {
		if !seen[code] {
			t.Errorf("%s is not on the map", code)
		}
	}
}
