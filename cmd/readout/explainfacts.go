package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"readout/internal/date"
	"readout/internal/record"
)

// facts prints every field with how it is known.
func (x explanation) facts(marks []mark) {
	r := x.r
	if p := r.Publisher; p.Known() {
		x.fact("Publisher", purple, p.Value.Name+of(x.country(p.Value.Country)), known(p.Rule, p.Confidence), marks, p.Evidence)
	} else {
		x.fact("Publisher", dim, "not known", "", marks, nil)
	}
	x.fact("Kind", purple, string(r.Kind.Value), known(r.Kind.Rule, r.Kind.Confidence), marks, r.Kind.Evidence)
	x.dated("Date", r.Date, marks)
	x.dated("Published", r.Published, marks)
	if len(r.Occasions) > 1 {
		for i, o := range r.Occasions {
			says := string(o.Kind)
			if o.Date.Known() {
				says += ", " + o.Date.Value.Date.Human()
			}
			if len(o.Participants) > 0 {
				says += ": " + strings.Join(o.Participants, ", ")
			}
			x.fact(label(i, "Occasions"), yellow, says, "", marks, o.Evidence)
		}
	}
	x.people("Took part", green, r.Participants, marks)
	x.people("Mentioned", cyan, r.Mentioned, marks)
	for i, c := range r.Countries {
		says := c.Value.Name
		if c.Value.Part == record.Party {
			says += ", a party"
		}
		x.fact(label(i, "Countries"), blue, says, known(c.Rule, c.Confidence), marks, c.Evidence)
	}
	for i, t := range r.Topics {
		x.fact(label(i, "Topics"), plain, fmt.Sprintf("%s, %.0f%% of the sentences", t.Value.Label, 100*t.Value.Score), known(t.Rule, t.Confidence), marks, t.Evidence)
	}
	for _, c := range r.Corrections {
		x.fact("Corrected", red, fmt.Sprintf("%s: %s, was %s", c.Field, cmp.Or(c.Now, "nothing"), cmp.Or(c.Was, "nothing")), c.Why, marks, nil)
	}
	for i, d := range r.Doubts {
		x.fact(label(i, "Doubts"), red, d.Message, d.Field, marks, d.Evidence)
		if d.Settle != "" {
			x.wrap([]piece{{strings.Repeat(" ", 14), plain}}, piece{visible(d.Settle), dim})
		}
	}
}

// label names a field before its first value only.
func label(i int, name string) string {
	if i > 0 {
		return ""
	}
	return name
}

// known tells how a fact is known.
func known(rule string, c record.Confidence) string {
	if rule == "" {
		return ""
	}
	return string(c) + ", by " + rule
}

func of(country string) string {
	if country == "" {
		return ""
	}
	return ", " + country
}

func (x explanation) country(code string) string {
	if c := x.lex.Country(code); c != nil {
		return c.Name
	}
	return code
}

// fact prints a value, how it is known, and its evidence below.
func (x explanation) fact(name string, s style, value, how string, marks []mark, es []record.Evidence) {
	pieces := []piece{{visible(value), s}}
	if how != "" {
		pieces = append(pieces, piece{"  (" + how + ")", dim})
	}
	x.wrap([]piece{{fmt.Sprintf("%-12s", name), bold}}, pieces...)
	x.evidence(14, marks, es)
}

// evidence prints the words that say a fact, each with the numbers of its marks or, where it is not marked, its line. The
// same words by the same rule stand in one line.
func (x explanation) evidence(indent int, marks []mark, es []record.Evidence) {
	type said struct{ quote, rule string }
	var order []said
	places := map[said][]string{}
	for _, e := range es {
		at := fmt.Sprintf("[%d]", x.number(marks, e.Span))
		if at == "[0]" {
			line, _ := x.d.Source.Position(e.Start)
			at = fmt.Sprintf("line %d", line)
		}
		s := said{shorten(strings.Join(strings.Fields(visible(cmp.Or(e.Text, e.Quote))), " "), 200), e.Rule}
		if places[s] == nil {
			order = append(order, s)
		}
		if !slices.Contains(places[s], at) {
			places[s] = append(places[s], at)
		}
	}
	for _, s := range order {
		x.wrap([]piece{{strings.Repeat(" ", indent), plain}}, piece{strings.Join(places[s], " ") + " ", dim}, piece{"“" + s.quote + "”", plain}, piece{"  " + s.rule, dim})
	}
}

func (x explanation) people(name string, s style, people []record.Fact[record.Person], marks []mark) {
	for i, p := range people {
		says := p.Value.Name
		if p.Value.Role != "" {
			says += ", " + p.Value.Role
		}
		how := known(p.Rule, p.Confidence)
		switch {
		case p.Value.Office != "":
			how += "; " + p.Value.Office
		case !p.Value.Listed:
			how += "; in no list"
		}
		x.fact(label(i, name), s, says+of(x.country(p.Value.Country)), how, marks, p.Evidence)
	}
}

func (x explanation) dated(name string, f record.Fact[record.Dating], marks []mark) {
	if !f.Known() {
		x.fact(name, dim, "not known", "", marks, nil)
		return
	}
	says := cmp.Or(f.Value.Date.Human(), "not known")
	if f.Value.Time != "" {
		says += ", " + f.Value.Time
	}
	x.fact(name, yellow, says, known(f.Rule, f.Confidence), marks, f.Evidence)
	for _, c := range f.Value.Clues {
		how := c.Rule
		if c.Entry != "" {
			how += ", " + c.Entry
		}
		x.wrap([]piece{{strings.Repeat(" ", 14), plain}, {"clue  ", dim}}, piece{bounds(c.Says), yellow}, piece{"  (" + how + ")", dim})
		x.evidence(20, marks, c.Evidence)
	}
	if len(f.Value.Alternatives) > 0 {
		var other []string
		for _, d := range f.Value.Alternatives {
			other = append(other, d.Human())
		}
		x.wrap([]piece{{strings.Repeat(" ", 14), plain}}, piece{"or " + strings.Join(other, ", or "), yellow})
	}
}

// bounds says in words what a clue allows.
func bounds(d date.Date) string { return cmp.Or(d.Human(), "no bound") }

// shorten cuts a text between words.
func shorten(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	for limit > 0 && !utf8.RuneStart(s[limit]) {
		limit--
	}
	s = s[:limit]
	if i := strings.LastIndexByte(s, ' '); i > 0 {
		s = s[:i]
	}
	return s + " …"
}
