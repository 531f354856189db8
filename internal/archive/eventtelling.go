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
	order    int // among all tellings
	kind     record.Kind
	when     when
	parties  []string
	guests   []guest
	ahead    bool // told before it happens
	manner   *manner
}

// manner is what the words of an account tell about how and when; it is read only where two accounts are compared.
type manner struct {
	part    int  // of the day
	again   bool // a second time, another call
	virtual bool // by video
}

// tellings lists the occasions of a release that have a day.
func tellings(e *Entry) []telling {
	var out []telling
	for i, o := range e.Record.Occasions {
		t := telling{entry: e, occasion: i, kind: o.Kind, parties: o.Parties}
		d := o.Date
		if !d.Value.Date.Known() {
			d = e.Record.Date
		}
		issued := e.Record.Published.Value.Date
		var ok bool
		if d.Value.Date.Known() {
			t.when, ok = whenOf(d.Value.Date)
			t.when.issue = d.Rule == "day-of-issue"
		} else {
			t.when, ok = whenOf(issued)
			t.when.issue = true
		}
		if !ok {
			continue
		}
		if n := issued.From.Number(); n > 0 && !t.when.open() {
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

// joint reports whether a release gives a text that several issue together.
func (t *telling) joint() bool {
	r := t.entry.Record
	return strings.Contains(strings.ToLower(r.Title.Value), "joint") || strings.Contains(strings.ToLower(r.Text[:min(len(r.Text), 400)]), "joint")
}
