package archive

import (
	"strings"

	"readout/internal/date"
)

// stretch is a run of days by their numbers (date.Day.Number), both ends included.
type stretch struct{ from, to int }

// when is the time of an occasion as matching sees it.
type when struct {
	could    []stretch // what it can be: one, or one for each candidate
	month    int       // with day, of an unknown year; could is empty then
	day      int
	issue    bool // only the day of issue is known: what is told happened then or on the day before
	yearless bool
}

// whenOf reads a date. The zero when is never the time of anything else: where no day is known, with a year or without.
// A month is too long for an event.
func whenOf(d date.Date) when {
	var w when
	switch {
	case len(d.OneOf) > 0:
		for _, c := range d.OneOf {
			if !c.Full() {
				return when{}
			}
			w.could = append(w.could, stretch{c.Number(), c.Number()})
		}
	case d.IsSpan():
		first, last := d.Bounds()
		if !d.From.Full() || !d.To.Full() {
			return when{}
		}
		w.could = []stretch{{first.Number(), last.Number()}}
	case d.From.Full():
		w.could = []stretch{{d.From.Number(), d.From.Number()}}
	case d.From.Year == 0 && d.From.Month > 0 && d.From.Day > 0:
		w.yearless, w.month, w.day = true, d.From.Month, d.From.Day
	default:
		return when{}
	}
	return w
}

// open reports whether the day is not settled.
func (w when) open() bool { return w.yearless || len(w.could) > 1 }

// long is the longest run of days that is followed day by day; a journey or a conference is shorter.
const long = 31

// apart returns the days between two times, positive where x is later: 0 where they can be the same day or overlap. It is
// false where they lie further apart than the length of a day on earth makes them.
func (x when) apart(y when) (int, bool) {
	if x.yearless || y.yearless {
		return 0, x.onDayOf(y)
	}
	best, found := 2, false
	for _, a := range x.could {
		for _, b := range y.could {
			gap := 0
			switch {
			case a.from > b.to:
				gap = a.from - b.to
			case b.from > a.to:
				gap = a.to - b.from
			}
			if gap >= -1 && gap <= 1 && (!found || gap == 0) {
				best, found = gap, true
			}
		}
	}
	return best, found
}

// onDayOf reports whether two times, at least one without a year, fall on one day of the calendar.
func (x when) onDayOf(y when) bool {
	if !x.yearless {
		x, y = y, x
	}
	if y.yearless {
		return x.month == y.month && x.day == y.day
	}
	for _, s := range y.could {
		if d := date.FromNumber(s.from); s.from == s.to && d.Month == x.month && d.Day == x.day {
			return true
		}
	}
	return false
}

// The parts of a day that accounts tell.
const (
	noPart = iota
	morning
	afternoon
	evening
)

// hours are the first and the last hour of a part of the day.
func hours(part int) (first, last int) {
	switch part {
	case morning:
		return 5, 12
	case afternoon:
		return 12, 18
	case evening:
		return 18, 24
	}
	return 0, 24
}

// turned reports whether an event can have a date one day later in one country than in another: where it is told by both
// clocks, and they lie far enough apart. The parts of the day, where they are told, must allow it too.
func turned(later, earlier string, laterPart, earlierPart int) bool {
	east, ok := clock(later)
	west, known := clock(earlier)
	if !ok || !known {
		return false
	}
	ahead := east - west // in quarters of an hour
	const far = 6 * 4
	if ahead < far {
		return false
	}
	first, _ := hours(laterPart)
	_, last := hours(earlierPart)
	return first*4 < ahead && last*4+ahead > 24*4
}

// clock is the offset of a country's clocks from universal time in quarters of an hour: in winter, in its capital; of an
// organisation at its seat.
func clock(code string) (int, bool) {
	if code == "" {
		return 0, false
	}
	for _, z := range clocks {
		if i := strings.Index(z.codes, " "+code+" "); i >= 0 {
			return z.quarters, true
		}
	}
	return 0, false
}

var clocks = [...]struct {
	quarters int
	codes    string
}{
	{-40, " CK PF "},
	{-32, " PN "},
	{-24, " BZ CR GT HN MX NI SV "},
	{-20, " CA CO CU EC HT JM KY PA PE US BS TC IMF OAS UN UNICEF UNDP WB "},
	{-16, " AG AI BB BO BM CARICOM DM DO GD GY KN LC MS PR TT VC VE VG "},
	{-12, " AR BR CL FK PY SR UY "},
	{-8, " GL "},
	{-4, " CV "},
	{0, " BF CI EH FO GB GH GM GN GW IE IS LR MA ML MR PT SH SL SN ST TG ECOWAS IMO COMMONWEALTH "},
	{4, " AD AL AO AT BA BE BJ CD CF CG CH CM CZ DE DK DZ ES EU FR GA GI GQ HR HU IT LI LU MC ME MK MT NATO NE NG NL NO PL RS SE SI SK SM TD TN VA XK ICC ICRC IAEA OECD OPCW OSCE UNESCO UNHCR WHO WTO "},
	{8, " BG BI BW CY EE EG FI GR IL JO LB LS LT LV LY MD MW MZ NA PS RO RW SD SS SY SZ UA ZA ZM ZW AL-LEAGUE LAS "},
	{12, " AFU BH BY DJ ER ET IGAD IQ KE KM KW MG OIC QA RU SA SO TR TZ UG YE GCC "},
	{14, " IR "},
	{16, " AE AM AZ GE MU OM SC "},
	{18, " AF "},
	{20, " KZ MV PK TJ TM UZ "},
	{22, " IN LK "},
	{23, " NP "},
	{24, " BD BT KG "},
	{26, " MM "},
	{28, " ASEAN ID KH LA TH VN MRC "},
	{32, " BN CN HK MN MO MY PH SG TW SCO APEC "},
	{36, " JP KP KR PW TL "},
	{40, " AU FM GU PG MP "},
	{44, " NC SB VU "},
	{48, " FJ KI MH NR NZ TV PIF WF "},
	{52, " TO WS TK "},
}
