package export

import (
	"cmp"
	"io"
	"slices"

	"readout/internal/archive"
	"readout/internal/date"
	"readout/internal/record"
)

// event is something that happened, as far as the releases that go out tell of it.
type event struct {
	*archive.Event
	title      string // of the release that tells of it first, as it may be shown
	day        date.Date
	confidence record.Confidence
	parties    []string // codes
	people     []record.Person
	told       []*archive.Account // the oldest first
}

// findEvents lists the events of the releases that go out: by day, the undated last.
func (x *index) findEvents() {
	for _, v := range x.Events {
		ev := &event{Event: v, day: v.Date.Value.Date, confidence: v.Date.Confidence}
		seen := map[string]bool{}
		for _, acc := range v.Accounts {
			if !x.chosen[acc.Entry] {
				continue
			}
			if ev.told == nil {
				ev.title = acc.Entry.Title()
			}
			ev.told = append(ev.told, acc)
			for _, p := range present(acc.Entry, acc.Entry.Record.Occasions[acc.Occasion]) {
				p.Role = role(acc.Entry, p)
				if key := cmp.Or(p.ID, p.Country+" "+p.Name); !seen[key] {
					seen[key] = true
					ev.people = append(ev.people, p)
				}
			}
		}
		if ev.told == nil {
			continue
		}
		for _, c := range v.Parties {
			ev.parties = append(ev.parties, c.Code)
		}
		x.events = append(x.events, ev)
	}
}

// chosenEvent reports whether a release that goes out tells of an event.
func (x *index) chosenEvent(v *archive.Event) bool {
	return slices.ContainsFunc(v.Accounts, func(acc *archive.Account) bool { return x.chosen[acc.Entry] })
}

// eventIDs are the ids of the events of which a release tells, one for each occasion.
func eventIDs(e *archive.Entry) []string {
	ids := []string{}
	for _, v := range e.Events {
		ids = append(ids, v.ID)
	}
	return ids
}

// present returns the participants of a release who are on an occasion.
func present(e *archive.Entry, oc record.Occasion) []record.Person {
	var people []record.Person
	for _, f := range e.Record.Participants {
		if slices.Contains(oc.Participants, f.Value.Name) {
			people = append(people, f.Value)
		}
	}
	return people
}

type jsonEvent struct {
	ID           string        `json:"id"`
	Address      string        `json:"address"`
	Title        string        `json:"title"`
	Kind         string        `json:"kind"`
	Date         *jsonDate     `json:"date"`
	Place        *string       `json:"place"`
	Parties      []string      `json:"parties"`
	Participants []jsonPresent `json:"participants"`
	Releases     []string      `json:"releases"`
	Rulings      []string      `json:"rulings"` // why a curator says that they tell of one event
}

// jsonPresent is a person at an event.
type jsonPresent struct {
	Name     string  `json:"name"`
	Official *string `json:"official"` // id in officials.json; null for one who has no page
	Role     *string `json:"role"`
	Country  *string `json:"country"`
}

// jsonDate is a date in the words of the records.
type jsonDate struct {
	Value      *string           `json:"value"`
	End        *string           `json:"end"`
	EDTF       string            `json:"edtf"`
	Confidence record.Confidence `json:"confidence"`
}

func dateJSON(d date.Date, c record.Confidence) *jsonDate {
	if !d.Known() {
		return nil
	}
	return &jsonDate{optional(d.From.ISO()), optional(d.To.ISO()), d.EDTF(c == record.Uncertain), c}
}

// Events writes all events as a JSON array.
func Events(w io.Writer, a *archive.Archive, o Options) error { return newIndex(a, o).writeEvents(w) }

func (x *index) writeEvents(w io.Writer) error {
	list := newArray(w)
	s := x.sectionsOf(w, list.w.Flush)
	for _, ev := range x.events {
		if list.stands(s, func(h *archive.Hash) { ev.shows(x, h) }) {
			continue
		}
		j := jsonEvent{
			ID: ev.ID, Address: ev.Path(), Title: ev.title, Kind: string(ev.Kind), Date: dateJSON(ev.day, ev.confidence),
			Place: optional(ev.Place), Parties: notNil(ev.parties), Participants: []jsonPresent{}, Releases: []string{}, Rulings: []string{},
		}
		for _, p := range ev.people {
			j.Participants = append(j.Participants, jsonPresent{p.Name, optional(x.official(p)), optional(p.Role), optional(p.Country)})
		}
		for _, c := range ev.told {
			if !slices.Contains(j.Releases, c.Entry.ID) {
				j.Releases = append(j.Releases, c.Entry.ID)
			}
		}
		for _, r := range ev.Rulings {
			j.Rulings = append(j.Rulings, r.Why)
		}
		list.add(j)
	}
	s.end()
	return list.end()
}

// official is the id of a person who has a page, "" for another.
func (x *index) official(p record.Person) string {
	if x.Official(p.ID) == nil {
		return ""
	}
	return p.ID
}

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
