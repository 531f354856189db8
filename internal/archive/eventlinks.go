package archive

import (
	"cmp"
	"hash/maphash"
	"slices"

	"readout/internal/date"
	"readout/internal/record"
)

// crowd is the largest number of accounts of one person on one day that are compared each with each.
const crowd = 200

// links compares the accounts that name a person or, of joint statements, are of one day.
func (m *matcher) links() (firmLinks, likelyLinks []link) {
	byDay := map[bucket][]int{}
	byMonthDay := map[bucket][]int{}
	seed := maphash.MakeSeed() // hashes that fall together by chance cost a comparison and change nothing
	yearless := false
	for i := range m.ts {
		yearless = yearless || m.ts[i].when.yearless
	}
	for i := range m.ts {
		t := &m.ts[i]
		keys := t.keys(seed)
		for _, s := range t.when.could {
			for n := s.from; n <= s.to && n < s.from+long; n++ {
				for _, k := range keys {
					byDay[bucket{n, k}] = append(byDay[bucket{n, k}], i)
				}
			}
		}
		if yearless {
			for _, n := range t.calendarDays() {
				for _, k := range keys {
					byMonthDay[bucket{n, k}] = append(byMonthDay[bucket{n, k}], i)
				}
			}
		}
	}
	seen := map[uint64]bool{}
	try := func(i, j int) {
		if i > j {
			i, j = j, i
		}
		pair := uint64(i)<<32 | uint64(j)
		if i == j || !m.ts[i].mayMatch(&m.ts[j]) || seen[pair] || m.isBarred(i, j) {
			return
		}
		seen[pair] = true
		v, score := judge(&m.ts[i], &m.ts[j])
		gap, _ := m.ts[i].when.apart(m.ts[j].when)
		switch v {
		case firm:
			firmLinks = append(firmLinks, link{i, j, score, gap != 0})
		case likely:
			likelyLinks = append(likelyLinks, link{i, j, score, gap != 0})
		}
	}
	for b, list := range byDay {
		next := byDay[bucket{b.day + 1, b.key}]
		for at, i := range list {
			for _, j := range list[at+1 : min(len(list), at+crowd)] {
				try(i, j)
			}
			for _, j := range next[:min(len(next), crowd)] {
				try(i, j)
			}
		}
	}
	for _, list := range byMonthDay {
		for at, i := range list {
			for _, j := range list[at+1 : min(len(list), at+crowd)] {
				if m.ts[i].when.yearless || m.ts[j].when.yearless {
					try(i, j)
				}
			}
		}
	}
	for _, l := range [2][]link{firmLinks, likelyLinks} {
		slices.SortFunc(l, func(x, y link) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	}
	return firmLinks, likelyLinks
}

// bucket is a day and a word under which accounts of one event meet.
type bucket struct {
	day int
	key uint64
}

// keys are the words under which an account is found, hashed: those of the people's names with their countries; for
// gatherings their names; for texts issued by several and releases put out twice, the text itself.
func (t *telling) keys(seed maphash.Seed) []uint64 {
	var keys []uint64
	add := func(sort, word string) {
		if h := maphash.String(seed, sort+"\n"+word); !slices.Contains(keys, h) {
			keys = append(keys, h)
		}
	}
	if t.kind != record.Statement && t.kind != record.OtherKind {
		for _, g := range t.guests {
			if g.Listed {
				add("id", g.ID)
			}
			for _, w := range g.words {
				if len(w) >= 2 {
					add(g.Country, w)
				}
			}
		}
	}
	if t.kind == record.Conference || t.kind == record.Meeting {
		for _, n := range t.how().names {
			add("gathering", n)
		}
	}
	if t.kind == record.Statement && t.joint() {
		add("joint", "")
	}
	if s := t.entry.Record.Text; s != "" {
		add("text", s[:min(len(s), 80)])
	}
	return keys
}

// mayMatch is a first look at two accounts before they are compared: they have a party in common, or may be one text or
// one gathering.
func (t *telling) mayMatch(u *telling) bool {
	if t.entry == u.entry {
		return false
	}
	if t.kind != record.Call && t.kind != record.Visit {
		return true
	}
	for _, c := range t.parties {
		if slices.Contains(u.parties, c) {
			return true
		}
	}
	return t.entry.Record.Text == u.entry.Record.Text
}

// calendarDays are the days of the calendar that the account can be of, whatever the year.
func (t *telling) calendarDays() []int {
	if t.when.yearless {
		return []int{t.when.month*100 + t.when.day}
	}
	var days []int
	for _, s := range t.when.could {
		if d := date.FromNumber(s.from); s.from == s.to {
			days = append(days, d.Month*100+d.Day)
		}
	}
	return days
}
