package extract

import (
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
	said      date.Weekday // the source spoke on this weekday, on the day or shortly before it
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
	told     date.Date // what the clue is shown to say, where that is plainer than within
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
	if k.told.Known() {
		return k.told
	}
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
	n    int // number of the day
	cost int
}

// search looks for the year of a target.
func (x *dater) search(g target) record.Fact[record.Dating] {
	clues := x.yearClues(g)
	var room [90]candidate // on the stack: a slice made for them is a tenth of what all of the dating allocates
	return x.decide(g, clues, x.candidates(g, clues, room[:0]))
}

// candidates appends to out the years of a target with what goes against them, the likeliest few first.
func (x *dater) candidates(g target, clues []yearClue, out []candidate) []candidate {
	for y, latest := earliestYear, x.latestYear(); y <= latest; y++ {
		d, ok := g.day.In(y)
		if !ok {
			continue
		}
		c := candidate{day: d}
		if y < firstLikely {
			c.cost += costEvent
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
		if g.said > 0 {
			c.cost += min(20*((int(d.Weekday())-int(g.said)+7)%7), 40)
		}
		if g.shift != 0 {
			c.day = d.Add(g.shift)
		}
		if g.to.Known() {
			if c.to, ok = g.to.In(y); ok && c.to.Compare(c.day) < 0 {
				c.to.Year++
			}
		}
		c.n = c.day.First().Number()
		for i := range clues {
			c.cost += clues[i].against(c.n)
		}
		out = append(out, c)
	}
	likeliestFirst(out)
	return out
}

// likeliestFirst brings as many of the cheapest to the front as anybody looks at, cheapest first, and of those that cost
// the same the earlier first.
func likeliestFirst(all []candidate) {
	for i := range min(len(all), mostCandidates+1) {
		best := i
		for k := i + 1; k < len(all); k++ {
			if all[k].cost < all[best].cost {
				best = k
			}
		}
		c := all[best]
		copy(all[i+1:best+1], all[i:best])
		all[i] = c
	}
}

// earliestYear is the first year looked at: before it no text was a press release.
const earliestYear = 1945

// firstLikely is the first year of which texts were put on the web in any number.
const firstLikely = 1993

// latestYear is the last year of which the lexicon knows anything.
func (x *dater) latestYear() int {
	last := 0
	for i := range x.lex.Events {
		last = max(last, x.lex.Events[i].From.Year)
	}
	return max(last, 2000)
}

// mostCandidates is how many candidates are named; where more are left the year is unknown.
const mostCandidates = 6
