package date

import "cmp"

// Order is settled here and nowhere else. A date stands where its first possible day stands: a year before the months of
// that year, a month before its days, a span before the days after its first, candidates at the likeliest or else the
// first of them, after the day and the spans that stand there. What has no year comes after all that has one, in the order of the calendar; what is unknown comes last.

// Compare orders dates: negative if a comes before b. Dates that differ never compare equal.
func Compare(a, b Date) int {
	if c := compareDays(a.anchor(), b.anchor()); c != 0 {
		return c
	}
	if c := cmp.Compare(len(a.OneOf), len(b.OneOf)); c != 0 {
		return c
	}
	for i := range a.OneOf {
		if c := compareDays(a.OneOf[i], b.OneOf[i]); c != 0 {
			return c
		}
	}
	if a.To == b.To {
		return compareDays(a.From, b.From)
	}
	switch { // one day before the spans that begin with it
	case !a.To.Known():
		return -1
	case !b.To.Known():
		return 1
	}
	return compareDays(a.To, b.To)
}

// Compare orders days by the rules above: negative if d comes before e.
func (d Day) Compare(e Day) int { return compareDays(d, e) }

// Before reports whether the whole of d lies before the whole of e. It is false where a year is unknown.
func (d Day) Before(e Day) bool {
	return d.Year > 0 && e.Year > 0 && compareDays(d.Last(), e.First()) < 0
}

func compareDays(a, b Day) int {
	if (a.Year > 0) != (b.Year > 0) {
		if a.Year > 0 {
			return -1
		}
		return 1
	}
	if a.Known() != b.Known() {
		if a.Known() {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month), cmp.Compare(a.Day, b.Day))
}

// anchor is the day at which a date stands in an order.
func (d Date) anchor() Day {
	switch {
	case d.From.Known():
		return d.From
	case len(d.OneOf) > 0:
		return d.OneOf[0]
	}
	return d.To
}

// Bounds returns the first and the last day that a date can be: both zero where nothing bounds it. A span without
// beginning has a zero first, one without end Open as last. For candidates they are those of the earliest and the latest.
func (d Date) Bounds() (first, last Day) {
	switch {
	case len(d.OneOf) > 0:
		return d.OneOf[0].First(), d.OneOf[len(d.OneOf)-1].Last()
	case d.To.Known():
		return d.From.First(), d.To.Last()
	}
	return d.From.First(), d.From.Last()
}

// Holds reports whether a full day lies within the date as far as it is known: 18 June 2018 in June 2018, in a span, among
// candidates; and in 18 June of an unknown year.
func (d Date) Holds(day Day) bool {
	if !day.Full() {
		return false
	}
	if len(d.OneOf) > 0 {
		for _, c := range d.OneOf {
			if On(c).Holds(day) {
				return true
			}
		}
		return false
	}
	if d.From.Known() && d.From.Year == 0 {
		return d.holdsYearless(day)
	}
	first, last := d.Bounds()
	if !first.Known() && !last.Known() {
		return false
	}
	return (!first.Known() || compareDays(first, day) <= 0) && (!last.Known() || compareDays(day, last) <= 0)
}

// holdsYearless is Holds for a day, month or span whose year is unknown; such a span may run over the end of the year.
func (d Date) holdsYearless(day Day) bool {
	from := Day{1, d.From.Month, max(d.From.Day, 1)}
	to := Day{1, d.From.Month, d.From.Day}
	if d.To.Known() {
		to = Day{1, d.To.Month, d.To.Day}
	}
	if to.Day == 0 {
		to.Day = 31
	}
	on := Day{1, day.Month, day.Day}
	if compareDays(from, to) <= 0 {
		return compareDays(from, on) <= 0 && compareDays(on, to) <= 0
	}
	return compareDays(from, on) <= 0 || compareDays(on, to) <= 0
}
