package extract

import (
	"slices"

	"readout/internal/date"
	"readout/internal/lexicon"
	"readout/internal/record"
)

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
	f.Value.Clues = append(f.Value.Clues, shown(clues, all)...)
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

// shown are the clues that a reader wants to see: those that agree with the day found and rule out other years, the
// strictest first, each entry of the lexicon once.
func shown(clues []yearClue, all []candidate) []record.Clue {
	type ranked struct {
		k   *yearClue
		out int // how many years it rules out
	}
	var told []ranked
	day := all[0].n
	for i := range clues {
		k := &clues[i]
		if k.against(day) >= margin {
			continue
		}
		out := 0
		for _, c := range all[1:] {
			if c.day.Year >= firstLikely && k.against(c.n) >= margin {
				out++
			}
		}
		if out == 0 || slices.ContainsFunc(told, func(r ranked) bool { return r.k.rule == k.rule && r.k.entry == k.entry && k.entry != "" }) {
			continue
		}
		told = append(told, ranked{k, out})
	}
	slices.SortStableFunc(told, func(a, b ranked) int { return b.out - a.out })
	var clue []record.Clue
	for _, r := range told[:min(len(told), 8)] {
		clue = append(clue, record.Clue{Rule: r.k.rule, Says: r.k.says(), Entry: r.k.entry, Evidence: r.k.evidence})
	}
	return clue
}

// decisive is the rule of the clue that rules out the most of the other years.
func decisive(clues []yearClue, all []candidate) string {
	best, rule := 0, ""
	for i := range clues {
		out := 0
		if clues[i].against(all[0].n) > 0 {
			continue
		}
		for _, c := range all[1:] {
			if clues[i].against(c.n) >= margin {
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
	if f, ok := x.atGathering(); ok {
		return f
	}
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
	near := make([]candidate, 0, 40)
	add := func(d date.Day) { near = append(near, candidate{day: d, n: d.Number()}) }
	add(date.Day{Year: first.Year, Month: first.Month, Day: 15})
	for y := firstLikely; y <= latest; y++ {
		add(date.Day{Year: y, Month: 7, Day: 1})
	}
	f.Value.Clues = shown(clues, near)
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

// atGathering reads the days of a text that tells none from a gathering that we know, where the sentences that tell the
// event set it there: "met on the margins of COP28".
func (x *dater) atGathering() (record.Fact[record.Dating], bool) {
	for _, s := range x.at {
		for _, h := range x.hits[s] {
			if h.Class != lexicon.EventPhrase {
				continue
			}
			e := &x.lex.Events[h.Index]
			if !e.From.Full() || e.Anniversary || e.To.Known() && !(e.To.Full() && e.To.Since(e.From) <= 31) || !x.setAt(s, int(h.From)) || x.toCome(s, int(h.From)) {
				continue
			}
			named := []record.Evidence{x.evidence(int(h.From), int(h.To), "named-event")}
			f := record.Fact[record.Dating]{Rule: "named-event", Confidence: record.Uncertain}
			if datable(named[0].Quote) {
				f.Evidence = named
			}
			f.Value.Date = date.On(e.From)
			if e.To.Known() {
				f.Value.Date = date.Span(e.From, e.To)
			}
			f.Value.Clues = []record.Clue{{Rule: f.Rule, Says: f.Value.Date, Entry: e.ID, Evidence: named}}
			return f, true
		}
	}
	return record.Fact[record.Dating]{}, false
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
