package archive

import (
	"cmp"
	"slices"
	"strings"

	"readout/internal/date"
	"readout/internal/record"
	"readout/internal/words"
)

// telling is one occasion of one release as matching sees it.
type telling struct {
	entry    *Entry
	occasion int
	kind     record.Kind
	when     when
	parties  []string
	guests   []guest
	ahead    bool // told before it happens
	manner   *manner
}

// manner is what the words of an account tell about how and when; it is read only where two accounts are compared.
type manner struct {
	part    int      // of the day
	again   bool     // a second time, another call
	virtual bool     // by video
	speech  bool     // the headline announces what was said to the press or the public, which is told beside an event
	talks   bool     // the headline speaks of talks or a summit
	title   []string // words of the headline that carry meaning
	names   []string // those among them that are names in capitals or with a digit: G7, MIKTA
}

// tellings lists the occasions of a release.
func tellings(e *Entry) []telling {
	var out []telling
	for i, o := range e.Record.Occasions {
		t := telling{entry: e, occasion: i, kind: o.Kind, parties: o.Parties}
		d := o.Date
		if !d.Value.Date.Known() {
			d = e.Record.Date
		}
		issued := e.Record.Published.Value.Date
		if d.Value.Date.Known() {
			t.when = whenOf(d.Value.Date)
			t.when.issue = d.Rule == "day-of-issue"
		} else {
			t.when = whenOf(issued)
			t.when.issue = true
		}
		if n := issued.From.Number(); n > 0 && len(t.when.could) == 1 {
			t.ahead = n < t.when.could[0].from
		}
		for _, f := range e.Record.Participants {
			if slices.Contains(o.Participants, f.Value.Name) {
				t.guests = append(t.guests, newGuest(f.Value))
				if c := f.Value.Country; c != "" && !slices.Contains(t.parties, c) {
					t.parties = append(t.parties[:len(t.parties):len(t.parties)], c)
				}
			}
		}
		out = append(out, t)
	}
	return out
}

// compareTellings puts accounts in the order in which what they tell happened, as far as it is known.
func compareTellings(x, y telling) int {
	first := func(t telling) int {
		if len(t.when.could) == 0 {
			return 1 << 30
		}
		return t.when.could[0].from
	}
	return cmp.Or(
		cmp.Compare(first(x), first(y)),
		date.Compare(x.entry.Record.Published.Value.Date, y.entry.Record.Published.Value.Date),
		cmp.Compare(x.entry.Record.Published.Value.Time, y.entry.Record.Published.Value.Time),
		cmp.Compare(x.entry.ID, y.entry.ID),
		cmp.Compare(x.occasion, y.occasion))
}

// how reads the manner from the headline and the words that tell the occasion.
func (t *telling) how() *manner {
	if t.manner != nil {
		return t.manner
	}
	m := &manner{}
	t.manner = m
	r := t.entry.Record
	told := r.Occasions[t.occasion].Evidence
	m.read(r.Title.Value)
	m.readTitle(r.Title.Value)
	for _, e := range told {
		m.read(cmp.Or(e.Text, e.Quote))
	}
	if len(told) == 0 {
		m.read(r.Text[:min(len(r.Text), 600)])
	}
	return m
}

func (m *manner) read(text string) {
	ws := words.Cut(text)
	for i, w := range ws {
		switch w.Text {
		case "morning":
			m.part = morning
		case "afternoon":
			m.part = afternoon
		case "evening", "night", "tonight":
			m.part = evening
		case "a.m", "am":
			if i > 0 && ws[i-1].Number {
				m.part = morning
			}
		case "p.m", "pm":
			if i > 0 && ws[i-1].Number && m.part == noPart {
				m.part = afternoon
			}
		case "again", "another":
			m.again = true
		case "second":
			if i+1 < len(ws) && slices.Contains([]string{"call", "conversation", "telephone", "phone", "time"}, ws[i+1].Text) {
				m.again = true
			}
		case "video", "virtual", "virtually", "online", "videoconference", "teleconference", "vtc", "videolink", "remotely":
			m.virtual = true
		}
	}
}

// comparedWords is how many words of a title are compared: a title of more is a page that lost its line breaks.
const comparedWords = 200

func (m *manner) readTitle(title string) {
	shouted := title == strings.ToUpper(title) // then capitals tell nothing
	ws := words.Cut(title)
	ws = ws[:min(len(ws), comparedWords)]
	for i, w := range ws {
		switch w.Text {
		case "remarks", "transcript", "interview", "doorstep", "speech", "toast", "toasts":
			m.speech = true
		case "press": // "Press Statement" alone is what the page is, and announces nothing
			if len(ws) > 2 && i+1 < len(ws) && slices.Contains([]string{"conference", "statement", "statements", "point", "availability", "briefing", "encounter", "appearance"}, ws[i+1].Text) {
				m.speech = true
			}
		case "summit", "talks", "dialogue", "consultation", "consultations", "meeting":
			m.talks = true
		}
		switch w.Text {
		case "a", "an", "the", "of", "in", "at", "on", "by", "for", "to", "and", "with", "from", "meet", "meets", "met", "meeting", "held",
			"hold", "holds", "attend", "attends", "attended", "takes", "take", "took", "place", "part", "outcome", "outline", "result", "results":
			continue
		}
		if m.title = appendOnce(m.title, w.Text); w.Case == words.Upper && len(w.Text) >= 2 && !shouted || w.Text[0] == 'g' && len(w.Text) <= 3 && len(w.Text) >= 2 && w.Text[1] <= '9' {
			m.names = appendOnce(m.names, w.Text)
		}
	}
}

// gathering reports whether two accounts tell by their headlines of one gathering of many, each perhaps with its own
// minister alone: the words of one headline stand in the other, the gathering's name among them, and what the other adds
// is no country, so that ASEAN and Japan are not ASEAN.
func (x *telling) gathering(y *telling) bool {
	if x.kind != record.Conference && y.kind != record.Conference || len(x.parties) == 2 || len(y.parties) == 2 || !x.kindMay(y) {
		return false
	}
	a, b := x.how(), y.how()
	if len(a.title) > len(b.title) {
		a, b = b, a
	}
	if gap, ok := x.when.apart(y.when); !ok || gap != 0 || len(a.title) < 3 {
		return false
	}
	named := false
	for _, w := range a.title {
		if !slices.Contains(b.title, w) {
			return false
		}
		named = named || slices.Contains(a.names, w) && slices.Contains(b.names, w)
	}
	for _, w := range b.title {
		if !slices.Contains(a.title, w) && (x.entry.isCountry(w) || y.entry.isCountry(w)) {
			return false
		}
	}
	return named
}

// kindMay reports whether both are a gathering by their kind.
func (x *telling) kindMay(y *telling) bool {
	for _, k := range [2]record.Kind{x.kind, y.kind} {
		if k != record.Conference && k != record.Meeting {
			return false
		}
	}
	return true
}

// isCountry reports whether a folded word is of the name of a country or organisation of which the release speaks.
func (e *Entry) isCountry(word string) bool {
	for _, f := range e.Record.Countries {
		if strings.EqualFold(f.Value.Code, word) || strings.Contains(words.Fold(f.Value.Name), word) {
			return true
		}
	}
	return false
}

// voice is who speaks in a release: its publisher, or where nobody knows it the country that it names first.
func (t *telling) voice() string {
	if p := t.entry.Record.Publisher.Value.ID; p != "" {
		return p
	}
	if len(t.parties) > 0 {
		return "?" + t.parties[0]
	}
	return ""
}

// home is the country by whose clock a release gives dates, "" if unknown.
func (t *telling) home() string { return t.entry.Record.Publisher.Value.Country }

// clocks are the countries by whose clocks a release may give days: a government by its own, a medium by that of the party
// from whose country its news comes.
func (t *telling) clocks() []string {
	if t.entry.Record.Publisher.Value.Medium {
		return t.parties
	}
	return []string{t.home()}
}

// joint reports whether a release gives a text that several issue together.
func (t *telling) joint() bool {
	r := t.entry.Record
	return strings.Contains(strings.ToLower(r.Title.Value), "joint") || strings.Contains(strings.ToLower(r.Text[:min(len(r.Text), 400)]), "joint")
}

func appendOnce(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}
