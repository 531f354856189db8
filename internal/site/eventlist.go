package site

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"readout/internal/archive"
	"readout/internal/date"
)

// eventList writes events one a line: day, headline of the oldest account, kind and who was there, how many accounts.
func eventList(root string, events []*archive.Event) template.HTML {
	o := newOut(512*len(events) + 32)
	o.raw("<ul class=\"entries\">\n")
	for _, v := range events {
		e := v.First().Entry
		o.raw(`<li><div class="day">`)
		o.time(v.Date.Value.Date)
		o.how(archive.HowKnown(v.Date))
		o.raw(`</div><div><a class="title" href="`)
		o.text(root + v.Path())
		o.raw(`"`)
		o.language(e)
		o.raw(">")
		o.run(e.Headline(), languageOf(e))
		o.raw(`</a><p class="meta">`)
		o.text(eventMeta(v))
		o.raw("</p></div></li>\n")
	}
	o.raw("</ul>")
	return o.html()
}

// eventMeta is the line under an event: kind, who was there by country, how many accounts.
func eventMeta(v *archive.Event) string {
	one, _ := archive.KindName(v.Kind)
	parts := []string{upper(one)}
	var sides []string
	people := guests(v)
	for _, c := range v.Parties {
		side := c.Name
		if names := people[c.Code]; len(names) > 3 {
			side += ": " + strings.Join(names[:3], ", ") + " and " + count(len(names)-3, "other", "")
		} else if len(names) > 0 {
			side += ": " + strings.Join(names, ", ")
		}
		sides = append(sides, side)
	}
	if len(sides) > 6 {
		sides = append(sides[:6], count(len(sides)-6, "other party", "other parties"))
	}
	if len(sides) > 0 {
		parts = append(parts, strings.Join(sides, " – "))
	}
	if n := len(v.Accounts); n > 1 {
		parts = append(parts, strconv.Itoa(n)+" accounts")
	} else if i, n := oneOf(v.First()); n > 1 {
		parts = append(parts, strconv.Itoa(i)+" of "+strconv.Itoa(n)+" in this release")
	}
	return strings.Join(parts, " · ")
}

// oneOf tells the how manieth of alike occasions of its release an account tells, from 1, and how many they are: two calls
// of one day, say, which one headline announces.
func oneOf(a *archive.Account) (i, n int) {
	all := a.Entry.Record.Occasions
	o := all[a.Occasion]
	for k, x := range all {
		if x.Kind != o.Kind || date.Compare(x.Date.Value.Date, o.Date.Value.Date) != 0 || !slices.Equal(x.Participants, o.Participants) {
			continue
		}
		if n++; k == a.Occasion {
			i = n
		}
	}
	return i, n
}

// guests lists the names of those on an event by country, as its oldest account that names them does.
func guests(v *archive.Event) map[string][]string {
	names := map[string][]string{}
	seen := map[string]bool{}
	add := func(list []*archive.Guest) {
		for _, g := range list {
			name, id := g.Person.Name, g.Person.ID
			if g.Official != nil {
				name = g.Official.Name
			}
			if !seen[id] {
				seen[id] = true
				names[g.Person.Country] = append(names[g.Person.Country], name)
			}
		}
	}
	add(v.Agreed.People)
	for _, a := range v.Accounts {
		add(a.Shared.People)
		add(a.Only.People)
	}
	return names
}
