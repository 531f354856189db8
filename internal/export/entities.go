package export

import (
	"io"

	"readout/internal/archive"
	"readout/internal/date"
	"readout/internal/record"
)

type jsonCountry struct {
	Code         string        `json:"code"`
	Name         string        `json:"name"`
	Official     *string       `json:"official_name"`
	Organisation bool          `json:"organisation"`
	Address      string        `json:"address"`
	Officials    []string      `json:"officials"`
	Counterparts []jsonContact `json:"counterparts"`
	Releases     []string      `json:"releases"` // in which it took part
	Mentions     []string      `json:"mentions"` // which only mention it
	Note         *string       `json:"note"`     // a curator's, in Markdown
}

// jsonContact is another side and how often it was met.
type jsonContact struct {
	With     string  `json:"with"` // code of a country, id of an official
	Contacts int     `json:"contacts"`
	First    *string `json:"first"` // day in EDTF
	Last     *string `json:"last"`
}

type jsonOfficial struct {
	ID        string        `json:"id"`
	Name      string        `json:"name"`
	Names     []string      `json:"names"`  // further forms
	Listed    bool          `json:"listed"` // whether the lexicon knows the person
	Countries []string      `json:"countries"`
	Offices   []jsonOffice  `json:"offices"`
	Roles     []string      `json:"roles"` // as releases put it, the newest first
	Address   string        `json:"address"`
	Met       []jsonContact `json:"met"`
	Releases  []string      `json:"releases"`
	Mentions  []string      `json:"mentions"`
	Note      *string       `json:"note"`
}

type jsonOffice struct {
	Title   string  `json:"title"`
	Country *string `json:"country"`
	From    *string `json:"from"`
	To      *string `json:"to"`    // null: in office, or the end unknown
	About   bool    `json:"about"` // whether a day may be off by weeks or months
	Source  *string `json:"source"`
}

type jsonTopic struct {
	ID       string   `json:"id"`
	Label    string   `json:"label"`
	Scope    *string  `json:"scope"`
	Address  string   `json:"address"`
	Releases []string `json:"releases"`
	Note     *string  `json:"note"`
}

// Countries writes all countries and organisations as a JSON array, by code.
func Countries(w io.Writer, a *archive.Archive, o Options) error {
	return newIndex(a, o).writeCountries(w)
}

func (x *index) writeCountries(w io.Writer) error {
	list := newArray(w)
	for _, c := range x.bodies() {
		j := jsonCountry{
			Code: c.Code, Name: c.Name, Official: optional(c.Official), Organisation: c.Organisation, Address: c.Path(),
			Officials: []string{}, Counterparts: []jsonContact{}, Releases: x.on(c.Entries), Mentions: x.on(c.Mentions),
			Note: optional(c.Note),
		}
		if len(j.Releases)+len(j.Mentions) == 0 {
			continue
		}
		for _, o := range c.Officials {
			if id := x.officialID[o]; id != "" {
				j.Officials = append(j.Officials, id)
			}
		}
		for _, m := range c.Counterparts {
			j.Counterparts = x.addContact(j.Counterparts, m.Country.Code, m.Contacts)
		}
		list.add(j)
	}
	return list.end()
}

// Officials writes all people who have a page as a JSON array, by country and name.
func Officials(w io.Writer, a *archive.Archive, o Options) error {
	return newIndex(a, o).writeOfficials(w)
}

func (x *index) writeOfficials(w io.Writer) error {
	list := newArray(w)
	for _, o := range x.Officials {
		id := x.officialID[o]
		if id == "" {
			continue
		}
		j := jsonOfficial{
			ID: id, Name: o.Name, Names: notNil(o.Names), Listed: o.Listed, Countries: []string{}, Offices: []jsonOffice{}, Roles: x.roles(o),
			Address: o.Path(), Met: []jsonContact{}, Releases: x.on(o.Entries), Mentions: x.on(o.Mentions),
			Note: optional(o.Note),
		}
		for _, c := range o.Countries {
			j.Countries = append(j.Countries, c.Code)
		}
		for _, t := range o.Offices {
			office := jsonOffice{Title: t.Title, From: optional(t.From.ISO()), To: optional(t.To.ISO()), About: t.About, Source: optional(t.Source)}
			if t.Country != nil {
				office.Country = &t.Country.Code
			}
			j.Offices = append(j.Offices, office)
		}
		for _, m := range o.Met {
			if with := x.officialID[m.Official]; with != "" {
				j.Met = x.addContact(j.Met, with, m.Contacts)
			}
		}
		list.add(j)
	}
	return list.end()
}

// roles are what releases call a person, each once. They are cut, since some may be of releases that may only be shown in
// part.
func (x *index) roles(o *archive.Official) []string {
	roles := []string{}
	for _, r := range o.Roles {
		roles = append(roles, record.FirstWords(r, quoteWords))
	}
	return roles
}

// Topics writes all topics on which releases say something as a JSON array, in the order of the vocabulary.
func Topics(w io.Writer, a *archive.Archive, o Options) error { return newIndex(a, o).writeTopics(w) }

func (x *index) writeTopics(w io.Writer) error {
	list := newArray(w)
	for _, t := range x.Topics {
		if id := x.topicID[t]; id != "" {
			list.add(jsonTopic{id, t.Name, optional(t.Scope), t.Path(), x.on(t.Entries), optional(t.Note)})
		}
	}
	return list.end()
}

// addContact adds how often another side was met, of the releases that go out.
func (x *index) addContact(list []jsonContact, with string, contacts []archive.Contact) []jsonContact {
	j := jsonContact{With: with}
	var first, last date.Date
	for _, c := range contacts {
		if !x.chosenEvent(c.Event) {
			continue
		}
		j.Contacts++
		d := c.Event.Date.Value.Date
		if d.From.Year == 0 || len(d.OneOf) > 0 {
			continue
		}
		if !first.Known() || date.Compare(d, first) < 0 {
			first = d
		}
		if !last.Known() || date.Compare(d, last) > 0 {
			last = d
		}
	}
	if j.Contacts == 0 {
		return list
	}
	j.First, j.Last = optional(first.String()), optional(last.String())
	return append(list, j)
}

func notNil(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
