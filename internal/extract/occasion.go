package extract

import (
	"strings"

	"readout/internal/date"
	"readout/internal/lexicon"
	"readout/internal/record"
	"readout/internal/words"
)

// occasions makes the occasions of a release: one, or more where it tells of several calls or meetings. The first is the
// one that the lead tells; all who take part stand in at least one.
func (r *reading) occasions(people []*person, a acting, parties []sideRef, times *calendar, rec *record.Record) []record.Occasion {
	at := []int{}
	if r.head >= 0 {
		at = append(at, r.head)
	}
	if s := r.opening(); s >= 0 && s != a.lead {
		at = append(at, s)
	}
	if a.lead >= 0 {
		at = append(at, a.lead)
	}
	first := record.Occasion{Kind: rec.Kind.Value}
	var doubts []record.Doubt
	first.Date, doubts = readEventDate(times, r.lex, r.hits, at, rec.Kind.Value, rec.Participants, rec.Published)
	rec.Doubts = append(rec.Doubts, doubts...)
	if first.Kind != record.Call && first.Kind != record.Statement {
		if first.Place = r.placeOf(a.lead); first.Place == "" && r.opening() != a.lead {
			first.Place = r.placeOf(r.opening())
		}
	}
	if a.lead >= 0 {
		s := r.doc.View.Sentences[a.lead]
		first.Evidence = []record.Evidence{evidenceAt(r.doc, s.Start, s.End, "tells-the-event")}
	}
	groups := r.groups(people, a)
	if rec.Kind.Value == record.Statement || rec.Kind.Value == record.Conference || rec.Kind.Value == record.Appointment || a.announce || len(groups) < 2 {
		groups = [][]int{acting1(people)}
	}
	var out []record.Occasion
	for g, group := range groups {
		o := first
		if g > 0 {
			o = r.laterOccasion(people, group, a, times, first, rec)
		}
		o.Participants, o.Parties = nil, nil
		for _, i := range group {
			o.Participants = append(o.Participants, people[i].name)
			o.Parties = appendNew(o.Parties, people[i].country)
		}
		if len(groups) == 1 {
			o.Parties = nil
			for _, p := range parties {
				o.Parties = append(o.Parties, p.code)
			}
		}
		out = append(out, o)
	}
	if len(out) == 1 && r.twice(a.lead) {
		out = append(out, out[0])
	}
	return out
}

// acting1 returns everybody who takes part.
func acting1(people []*person) []int {
	var out []int
	for i, p := range people {
		if p.acts {
			out = append(out, i)
		}
	}
	return out
}

// groups tells who meets whom: the people of the lead; of a lead that tells of several meetings each guest's country
// with the hosts; then those whom later sentences tell of, each with the first group's first person.
func (r *reading) groups(people []*person, a acting) [][]int {
	var groups [][]int
	placed := map[int]bool{}
	principal := -1
	for _, sc := range a.scenes {
		var fresh []int
		for _, i := range sc.people {
			if people[i].acts && !placed[i] {
				fresh = appendIndex(fresh, i)
			}
		}
		if len(fresh) == 0 || sc.headline && sc.sentence != a.lead {
			continue
		}
		if principal < 0 {
			principal = acting1(people)[0]
			if sc.apart {
				home := people[principal].country
				var hosts []int
				byCountry := map[string]int{}
				for _, i := range fresh {
					placed[i] = true
					if people[i].country == home {
						hosts = append(hosts, i)
						continue
					}
					g, ok := byCountry[people[i].country]
					if !ok || people[i].country == "" {
						g = len(groups)
						byCountry[people[i].country] = g
						groups = append(groups, append([]int(nil), hosts...))
					}
					groups[g] = append(groups[g], i)
				}
				if len(groups) == 0 {
					groups = append(groups, hosts)
				}
				continue
			}
			for _, i := range fresh {
				placed[i] = true
			}
			groups = append(groups, fresh)
			continue
		}
		for _, i := range fresh {
			placed[i] = true
		}
		if len(groups[0]) == 1 || sc.list { // the lead names the traveller alone
			groups[0] = append(groups[0], fresh...)
			continue
		}
		if both := r.bothMeant(people, sc, groups[0]); both != nil {
			groups = append(groups, append(both, fresh...))
			continue
		}
		groups = append(groups, append([]int{principal}, fresh...))
	}
	for i, p := range people { // named elsewhere: part of the first
		if p.acts && !placed[i] && len(groups) > 0 {
			groups[0] = append(groups[0], i)
		}
	}
	return groups
}

// bothMeant returns whom of a group a scene means by their office in the plural, nil if it does not or fewer than two hold
// it: "The President later received both ministers".
func (r *reading) bothMeant(people []*person, sc scene, group []int) []int {
	sent := r.doc.View.Sentences[sc.sentence]
	for i := sent.From + 1; i < sent.To; i++ {
		if !r.is(i, lexicon.TitleHead) || r.ws[i].Case != words.Lower {
			continue
		}
		switch r.ws[i-1].Text {
		case "both", "two", "the":
		default:
			continue
		}
		var out []int
		for _, p := range group {
			if t := people[p].title; t != nil && strings.TrimSuffix(r.ws[i].Text, "s") == strings.TrimSuffix(r.ws[t.head].Text, "s") && r.ws[i].Text[len(r.ws[i].Text)-1] == 's' {
				out = append(out, p)
			}
		}
		if len(out) >= 2 {
			return out
		}
	}
	return nil
}

func appendIndex(xs []int, v int) []int {
	for _, x := range xs {
		if x == v {
			return xs
		}
	}
	return append(xs, v)
}

func appendNew(xs []string, v string) []string {
	if v == "" {
		return xs
	}
	for _, x := range xs {
		if x == v {
			return xs
		}
	}
	return append(xs, v)
}

// laterOccasion is an occasion told after the first: its kind, day and words are those of the sentence that tells it,
// where that sentence says so.
func (r *reading) laterOccasion(people []*person, group []int, a acting, times *calendar, first record.Occasion, rec *record.Record) record.Occasion {
	o := first
	newest := group[len(group)-1]
	for _, sc := range a.scenes {
		if sc.headline || !contains(sc.people, newest) {
			continue
		}
		s := r.doc.View.Sentences[sc.sentence]
		o.Evidence = []record.Evidence{evidenceAt(r.doc, s.Start, s.End, "tells-the-event")}
		if sc.sentence == a.lead {
			return o
		}
		if p := r.placeOf(sc.sentence); p != "" {
			o.Place = p
		}
		if k, _, ok := kindOf(r.doc, r.lex, r.hits, sc.sentence); ok && k != record.Statement {
			o.Kind = k
		}
		if times.tellsTime(sc.sentence) {
			var who []record.Fact[record.Person]
			for _, f := range rec.Participants {
				for _, i := range group {
					if f.Value.Name == people[i].name {
						who = append(who, f)
					}
				}
			}
			if d, _ := readEventDate(times, r.lex, r.hits, []int{sc.sentence}, o.Kind, who, rec.Published); d.Known() && sameTime(nearest(d, first.Date), first.Date) {
				o.Date = nearest(d, first.Date)
			}
		}
		return o
	}
	return o
}

// nearest settles a day of several years by the first occasion of the release: "on the following day", where only the
// first is told with a weekday.
func nearest(d, first record.Fact[record.Dating]) record.Fact[record.Dating] {
	if first.Confidence == record.Uncertain || !first.Value.Date.From.Full() {
		return d
	}
	for _, day := range d.Value.Date.OneOf {
		if day.Full() && day.Year == first.Value.Date.From.Year {
			d.Value.Date, d.Value.Alternatives, d.Confidence = date.On(day), nil, record.Inferred
			return d
		}
	}
	return d
}

// sameTime reports whether two occasions of one release may have the days they are said to have: not in different years
// unless the turn of the year lies between them.
func sameTime(a, b record.Fact[record.Dating]) bool {
	x, y := a.Value.Date.From, b.Value.Date.From
	if x.Year == 0 || y.Year == 0 || x.Year == y.Year {
		return true
	}
	return x.Year == y.Year+1 && x.Month == 1 && y.Month == 12 || y.Year == x.Year+1 && y.Month == 1 && x.Month == 12
}

func contains(xs []int, v int) bool {
	for _, x := range xs {
		if x == v {
			return true
		}
	}
	return false
}

// twice reports whether the lead tells of two events of one kind between the same people: "on two occasions", "two
// telephone conversations", "spoke twice".
func (r *reading) twice(lead int) bool {
	if lead < 0 {
		return false
	}
	sent := r.doc.View.Sentences[lead]
	for i := sent.From; i+1 < sent.To; i++ {
		switch r.ws[i].Text {
		case "two", "2":
			for k := i + 1; k < sent.To && k <= i+3 && r.near(k); k++ {
				switch r.ws[k].Text {
				case "occasions", "calls", "conversations", "meetings", "times":
					return true
				}
			}
		case "twice":
			return r.is(i-1, lexicon.Contact) || r.ws[i+1].Gap <= words.Space && r.ws[i+1].Text == "on" || r.ws[i+1].Text == "by"
		}
	}
	return false
}
