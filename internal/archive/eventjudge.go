package archive

import (
	"slices"

	"readout/internal/record"
)

// verdict is what two accounts by themselves tell about being of one event.
type verdict int

const (
	differ verdict = iota // they cannot be of one event
	silent                // nothing speaks against it, and too little for it
	likely                // of one event if nothing else is as likely
	firm
)

// judge compares two accounts. The score orders those that are firm: the higher, the more the two agree.
func judge(x, y *telling) (verdict, int) {
	if x.entry == y.entry {
		return differ, 0
	}
	if v := x.judgeText(y); v != silent {
		return v, 100
	}
	if x.gathering(y) {
		return firm, 10
	}
	if x.kind == record.Statement || x.kind == record.OtherKind || !x.kindAgrees(y) {
		return differ, 0
	}
	gap, ok := x.when.apart(y.when)
	if !ok || x.how().speech != y.how().speech {
		return differ, 0
	}
	twice := x.kind == record.Call || x.kind == record.Meeting || x.kind == record.Signing
	if x.voice() == y.voice() && x.voice() != "" && twice && !x.ahead && !y.ahead {
		p := x.entry.Publisher
		if p == nil || !p.Medium || x.how().again != y.how().again {
			return differ, 0 // a government tells of one meeting once
		}
	}
	who := x.compare(y)
	if who.clash && !(x.kind == record.Conference && who.common >= 2) {
		return differ, 0
	}
	equal, agree := x.partiesAgree(y, who)
	if !agree {
		return differ, 0
	}
	strong := who.common >= 2
	if gap != 0 && !x.dayTurns(y, gap, strong) {
		return differ, 0
	}
	score := 10*who.common + who.people
	if gap == 0 {
		score += 5
	}
	if equal {
		score += 3
	}
	if x.kind == y.kind {
		score += 4
	}
	score += x.mannerScore(y)
	switch {
	case x.when.yearless || y.when.yearless:
		if strong && equal {
			return likely, score
		}
	case strong && (x.when.open() || y.when.open()):
		return likely, score
	case strong:
		return firm, score
	case who.common == 1 && equal && len(x.parties) >= 2 && !x.when.open() && !y.when.open():
		return likely, score
	case who.common == 1 && equal && x.kind == record.Appointment:
		return firm, score
	}
	return silent, score
}

// judgeText finds accounts that give one text: a release put out twice, or a statement that several issue together.
// Otherwise it is silent.
func (x *telling) judgeText(y *telling) verdict {
	a, b := x.entry.Record, y.entry.Record
	if a.Text != "" && a.Text == b.Text && x.occasion == y.occasion {
		if _, ok := x.when.apart(y.when); ok {
			return firm
		}
	}
	if x.kind == record.Statement && y.kind == record.Statement && x.joint() && y.joint() && x.occasion == y.occasion {
		if _, ok := x.when.apart(y.when); ok && x.entry.sharesText(y.entry) {
			return firm
		}
	}
	return silent
}

// kindAgrees reports whether one event can be told as both kinds.
func (x *telling) kindAgrees(y *telling) bool {
	a, b := x.kind, y.kind
	if a == b {
		return true
	}
	if a > b {
		a, b = b, a
	}
	switch {
	case a == record.Call && b == record.Meeting:
		meeting := x
		if y.kind == record.Meeting {
			meeting = y
		}
		return meeting.how().virtual
	case a == record.Conference && b == record.Meeting:
		conference := x
		if y.kind == record.Conference {
			conference = y
		}
		return len(x.parties) >= 3 && len(y.parties) >= 3 || len(conference.parties) == 2 && conference.how().talks
	case a == record.Call && b == record.Conference:
		return len(x.parties) >= 2 && len(y.parties) >= 2 && x.how().virtual && y.how().virtual
	}
	return false
}

// partiesAgree reports whether the parties of two accounts are the same, and whether they can be those of one event. An
// account may leave out a party for which nobody is named; three who meet are never two who meet.
func (x *telling) partiesAgree(y *telling, who company) (equal, agree bool) {
	common := 0
	for _, c := range x.parties {
		if slices.Contains(y.parties, c) {
			common++
		}
	}
	if common == len(x.parties) && common == len(y.parties) {
		return true, common > 0
	}
	if x.kind == record.Conference || y.kind == record.Conference {
		return false, common >= min(len(x.parties), len(y.parties)) || who.common >= 2
	}
	if common < 2 && (len(x.parties) > 1 && len(y.parties) > 1) || common == 0 {
		return false, false
	}
	for _, pair := range [2][2]*telling{{x, y}, {y, x}} {
		for _, c := range pair[0].parties {
			if slices.Contains(pair[1].parties, c) {
				continue
			}
			if pair[0].firstOf(c) >= 0 && len(pair[1].parties) >= 2 && !(who.common >= 3) {
				return false, false
			}
		}
	}
	return false, true
}

// dayTurns reports whether accounts whose days are one apart can be of one event: a call by two clocks, or a report of
// which only the day of issue is known.
func (x *telling) dayTurns(y *telling, gap int, strong bool) bool {
	if !strong {
		return false
	}
	if gap < 0 {
		x, y = y, x
	}
	if x.when.issue && !y.when.issue { // issued the day after
		return true
	}
	switch x.kind {
	case record.Call, record.Conference:
	case record.Visit:
		return true // one counts the day of arrival, the other does not
	case record.Meeting:
		if !x.how().virtual && !y.how().virtual {
			return false // days are those of the place where people meet
		}
	default:
		return false
	}
	for _, later := range x.clocks() {
		for _, earlier := range y.clocks() {
			if turned(later, earlier, x.how().part, y.how().part) {
				return true
			}
		}
	}
	return false
}

// mannerScore tells accounts of several calls of one day apart.
func (x *telling) mannerScore(y *telling) int {
	a, b := x.how(), y.how()
	score := 0
	if a.again && b.again {
		score += 3
	} else if a.again != b.again {
		score--
	}
	switch {
	case a.part == noPart || b.part == noPart:
	case a.part == b.part:
		score += 2
	case x.home() == y.home():
		score -= 3
	}
	return score
}
