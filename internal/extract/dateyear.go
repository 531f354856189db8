package extract

import (
	"cmp"
	"slices"

	"readout/internal/date"
	"readout/internal/record"
)

// Where the year is not written it is looked for as a historian does: each clue says in which days the text can have been
// written, and what it costs to go against it. The year that goes against least is the likeliest; where every other costs
// much more it follows.

// target is a day of which the year is looked for.
type target struct {
	day       date.Day // without year; the day may be missing too
	to        date.Day // last day of a span
	weekday   date.Weekday
	back      date.Weekday // the event was on this weekday, on the day or in the week before it
	ahead     bool         // ... or in the week after it
	shift     int          // the event is so many days after the day
	fromIssue bool         // the day is that of the dateline
	rule      string
	evidence  []record.Evidence
}

// counted takes over a time that is counted from the day of the dateline.
func (g *target) counted(x *dater, ch choice) {
	switch {
	case ch.t.sort == timeWeekday:
		g.back, g.ahead, g.rule = ch.t.weekday, ch.t.step > 0 || ch.tense == future, "weekday-and-dateline"
	case ch.t.sort == timeRelative && ch.t.unit == unitDay:
		g.shift, g.rule = ch.t.step, "today-and-dateline"
	default:
		return
	}
	g.evidence = append([]record.Evidence{x.evidence(ch.t.from, ch.t.to, g.rule)}, g.evidence...)
}

// The costs of going against a clue, so that two firm ones outweigh any loose one.
const (
	costSaid    = 100 // a full date in the text
	costWeekday = 80
	costTerm    = 60 // the term of somebody who takes part
	costCount   = 50 // an anniversary, a session by number
	costDay     = 45 // a day without year that is an event's we know
	costName    = 25 // the term of somebody who is spoken of by title
	costEvent   = 20 // a named event
	costYear    = 30 // a year in the text
	margin      = 18 // a year that costs so much more than the best is out
)

// yearClue is something that bounds the days on which a text can have been written.
type yearClue struct {
	rule     string
	entry    string // lexicon id
	within   []allowed
	cost     int
	recent   int // what each year after the first allowed day costs: texts speak of what is fresh
	evidence []record.Evidence
}

// allowed is a stretch of days by number, open where 0. soft is how many days more it may be off at little cost.
type allowed struct{ from, to, soft int }

// against is what it costs to be written on a day.
func (k *yearClue) against(day int) int {
	best := k.cost
	for _, a := range k.within {
		cost := 0
		switch {
		case a.from > 0 && day < a.from:
			cost = k.cost
			if a.from-day <= a.soft {
				cost = k.cost / 4
			}
		case a.to > 0 && day > a.to:
			cost = k.cost
			if day-a.to <= a.soft {
				cost = k.cost / 4
			}
		case k.recent > 0 && a.from > 0:
			cost = min(k.recent*((day-a.from)/365), k.cost)
		}
		best = min(best, cost)
	}
	return best
}

// says is what a clue allows, as a date.
func (k *yearClue) says() date.Date {
	if len(k.within) == 0 {
		return date.Date{}
	}
	from, to := k.within[0].from, k.within[0].to
	for _, a := range k.within {
		from = min(from, a.from)
		if a.to == 0 || to == 0 {
			to = 0
		} else {
			to = max(to, a.to)
		}
	}
	first, last := date.FromNumber(from), date.FromNumber(to)
	switch {
	case to == 0 && from == 0:
		return date.Date{}
	case to == 0:
		return date.Span(first, date.Open)
	case first.Month == 1 && first.Day == 1 && last.Month == 12 && last.Day == 31 && first.Year == last.Year:
		return date.On(date.Day{Year: first.Year})
	}
	return date.Span(first, last)
}

// candidate is a year that a target may have.
type candidate struct {
	day  date.Day // of the event
	to   date.Day
	cost int
}

// search looks for the year of a target.
func (x *dater) search(g target) record.Fact[record.Dating] {
	clues := x.yearClues(g)
	return x.decide(g, clues, x.candidates(g, clues))
}

// candidates are the years of a target with what goes against them, the likeliest first.
func (x *dater) candidates(g target, clues []yearClue) []candidate {
	out := make([]candidate, 0, 90)
	for y, latest := earliestYear, x.latestYear(); y <= latest; y++ {
		d, ok := g.day.In(y)
		if !ok {
			continue
		}
		c := candidate{day: d}
		if y < 1993 {
			c.cost += 8 // few texts of that time were put on the web
		}
		if g.weekday > 0 && d.Full() && d.Weekday() != g.weekday {
			c.cost += costWeekday
		}
		if g.back > 0 {
			back := (int(d.Weekday()) - int(g.back) + 7) % 7
			if g.ahead {
				c.day = d.Add((7 - back) % 7)
			} else {
				c.day = d.Add(-back)
				c.cost += min(10*back, 40) // agencies tell of the same day, rarely of the one before
			}
		}
		if g.shift != 0 {
			c.day = d.Add(g.shift)
		}
		if g.to.Known() {
			if c.to, ok = g.to.In(y); ok && c.to.Compare(c.day) < 0 {
				c.to.Year++
			}
		}
		n := c.day.First().Number()
		for i := range clues {
			c.cost += clues[i].against(n)
		}
		out = append(out, c)
	}
	slices.SortStableFunc(out, func(a, b candidate) int { return cmp.Compare(a.cost, b.cost) })
	return out
}

// earliestYear is the first year looked at: before it no text was a press release.
const earliestYear = 1945

// latestYear is the last year of which the lexicon knows anything.
func (x *dater) latestYear() int {
	last := 0
	for i := range x.lex.Events {
		last = max(last, x.lex.Events[i].From.Year)
	}
	return max(last, 2000)
}

// decide makes the fact of the candidates: one day where all others cost much more, candidates where a few are left, a day
// of an unknown year where many are.
func (x *dater) decide(g target, clues []yearClue, all []candidate) record.Fact[record.Dating] {
	f := record.Fact[record.Dating]{Rule: g.rule, Confidence: record.Uncertain, Evidence: g.evidence}
	told := date.On(g.day)
	if g.to.Known() {
		if span := date.Span(g.day, g.to); span.Valid() {
			told = span
		}
	}
	f.Value.Clues = []record.Clue{{Rule: g.rule, Says: told, Evidence: g.evidence}}
	if len(all) == 0 {
		return f
	}
	n := 1
	for n < len(all) && all[n].cost < all[0].cost+margin {
		n++
	}
	f.Value.Clues = append(f.Value.Clues, shown(clues, all[0].day.First().Number())...)
	best := date.On(all[0].day)
	if all[0].to.Known() {
		best = date.Span(all[0].day, all[0].to)
	}
	switch {
	case n == 1:
		f.Confidence = record.Inferred
		if all[0].cost >= costTerm {
			f.Confidence = record.Uncertain // something firm speaks against it all the same
		}
		f.Value.Date = best
		if r := decisive(clues, all); r != "" {
			f.Rule = r
		}
	case n <= mostCandidates || all[mostCandidates].cost > all[0].cost+1:
		left := all[:min(n, mostCandidates)]
		f.Value.Date = date.Date{From: all[0].day}
		for _, c := range left {
			f.Value.Date.OneOf = append(f.Value.Date.OneOf, c.day)
		}
		for _, c := range left[1:] {
			f.Value.Alternatives = append(f.Value.Alternatives, date.On(c.day))
		}
		slices.SortFunc(f.Value.Date.OneOf, date.Day.Compare)
		f.Value.Date.OneOf = slices.Compact(f.Value.Date.OneOf)
		if len(f.Value.Date.OneOf) == 1 {
			f.Value.Date.OneOf = nil
		}
		if r := decisive(clues, all); r != "" {
			f.Rule = r
		}
	default:
		f.Value.Date = told
	}
	return f
}

// mostCandidates is how many candidates are named; where more are left the year is unknown.
const mostCandidates = 6

// shown are the clues that a reader wants to see: those that agree with the day found, the narrowest first.
func shown(clues []yearClue, day int) []record.Clue {
	var out []record.Clue
	for i := range clues {
		if k := &clues[i]; k.against(day) < k.cost {
			out = append(out, record.Clue{Rule: k.rule, Says: k.says(), Entry: k.entry, Evidence: k.evidence})
		}
		if len(out) == 8 {
			break
		}
	}
	return out
}

// decisive is the rule of the clue that rules out the most of the other years.
func decisive(clues []yearClue, all []candidate) string {
	best, rule := 0, ""
	for i := range clues {
		out := 0
		if clues[i].against(all[0].day.First().Number()) > 0 {
			continue
		}
		for _, c := range all[1:] {
			if clues[i].against(c.day.First().Number()) >= margin {
				out++
			}
		}
		if out > best {
			best, rule = out, clues[i].rule
		}
	}
	return rule
}

// searchAny looks for the time of a text that tells no day: a month or a year, if the clues leave one.
func (x *dater) searchAny() record.Fact[record.Dating] {
	clues := x.yearClues(target{})
	if len(clues) == 0 {
		return record.Fact[record.Dating]{}
	}
	costAt := func(y, m int) int {
		n, cost := date.Day{Year: y, Month: m, Day: 15}.Number(), 0
		for i := range clues {
			cost += clues[i].against(n)
		}
		return cost
	}
	// by quarters first, then by the months of the years that are near the best
	least, latest := 1<<30, x.latestYear()
	byYear := make([]int, latest-earliestYear+1)
	for y := range byYear {
		byYear[y] = 1 << 30
		for m := 2; m <= 12; m += 3 {
			byYear[y] = min(byYear[y], costAt(earliestYear+y, m))
		}
		least = min(least, byYear[y])
	}
	type month struct {
		day  date.Day
		cost int
	}
	var left []month
	for y := range byYear {
		if byYear[y] >= least+margin {
			continue
		}
		for m := 1; m <= 12; m++ {
			cost := costAt(earliestYear+y, m)
			least = min(least, cost)
			left = append(left, month{date.Day{Year: earliestYear + y, Month: m}, cost})
		}
	}
	kept := left[:0]
	for _, m := range left {
		if m.cost < least+margin {
			kept = append(kept, m)
		}
	}
	first, last := kept[0].day, kept[len(kept)-1].day
	f := record.Fact[record.Dating]{Rule: "clues-in-the-text", Confidence: record.Uncertain}
	f.Value.Clues = shown(clues, date.Day{Year: first.Year, Month: first.Month, Day: 15}.Number())
	for _, k := range f.Value.Clues {
		for _, e := range k.Evidence {
			if len(f.Evidence) < 3 && datable(e.Quote) {
				f.Evidence = append(f.Evidence, e)
			}
		}
	}
	switch {
	case first == last:
		f.Value.Date, f.Confidence = date.On(first), record.Inferred
	case first.Year == last.Year:
		f.Value.Date, f.Confidence = date.On(date.Day{Year: first.Year}), record.Inferred
	case last.Year-first.Year < 4:
		f.Value.Date = date.Date{From: date.Day{Year: first.Year}}
		for y := first.Year; y <= last.Year; y++ {
			f.Value.Date.OneOf = append(f.Value.Date.OneOf, date.Day{Year: y})
		}
	default:
		return record.Fact[record.Dating]{}
	}
	return f
}

// datable reports whether words hold a figure, as evidence of a date must unless it names a month or a weekday.
func datable(s string) bool {
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			return true
		}
	}
	return false
}
