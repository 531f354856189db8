package lexicon

import (
	"fmt"
	"slices"
	"strings"

	"readout/internal/words"
)

// Besides what reading refuses (unknown keys, faulty days, faulty patterns, references to offices that are not there),
// the entries are looked through for:
//
//   - ids that are not well formed, or are also somebody's former id; names, titles, labels that are missing
//   - countries and kinds that are not known, days that run back
//   - two people in an office of one at the same time
//   - phrases whose sentences do not prove them, and phrases without any
//   - a line, host or credit that is to show two publishers
//
// Entries of the lexicon underneath are taken for right.

// Check reads the lexicon that comes with the program from its files and returns everything that is wrong with it.
func Check() []Fault {
	l, s, faults := readAll(data, "data")
	faults = append(faults, inspect(s, l)...)
	sortFaults(faults)
	return faults
}

// kinds are the kinds of offices.
var kinds = []string{"head-of-state", "head-of-government", "foreign-minister", "vice-foreign-minister", "security-adviser", "defence-minister",
	"special-envoy", "ambassador", "spokesperson", "trade-minister", "org-head", "other"}

type inspector struct {
	l      *Lexicon
	faults []Fault
	at     place
	id     string
}

func (n *inspector) fault(format string, args ...any) {
	n.faults = append(n.faults, Fault{n.at.file, n.at.line, n.id, fmt.Sprintf(format, args...)})
}

// inspect looks through entries, in the light of the lexicon that they made.
func inspect(s *shelves, l *Lexicon) []Fault {
	n := &inspector{l: l}
	each := func(at place, id string, skip bool, look func()) {
		if !skip {
			n.at, n.id = at, id
			look()
		}
	}
	for _, e := range s.countries {
		each(e.place, e.id, e.skip(), func() { n.country(&e.value) })
	}
	for _, e := range s.offices {
		each(e.place, e.id, e.skip(), func() { n.office(&e.value) })
	}
	for _, e := range s.persons {
		each(e.place, e.id, e.skip(), func() { n.person(&e.value) })
	}
	for _, e := range s.topics {
		each(e.place, e.id, e.skip(), func() {
			n.slug(e.id)
			n.need("label", e.value.Label)
			n.need("scope", e.value.Scope)
			n.phrases(e.value.Phrases)
		})
	}
	for _, e := range s.lists {
		each(e.place, e.id, e.skip(), func() { n.slug(e.id); n.phrases(e.value.Phrases) })
	}
	for _, e := range s.publishers {
		each(e.place, e.id, e.skip(), func() { n.publisher(&e.value) })
	}
	for _, e := range s.events {
		each(e.place, e.id, e.skip(), func() { n.event(&e.value) })
	}
	n.overlaps(s)
	return n.faults
}

// skip reports whether an entry only changes another.
func (e *entry[T]) skip() bool { return e.drop || len(e.aliases) > 0 }

func (n *inspector) need(what, value string) {
	if strings.TrimSpace(value) == "" {
		n.fault("no %s", what)
	}
}

// slug refuses ids that would not do as part of an address.
func (n *inspector) slug(id string) {
	if !slug(id) {
		n.fault("id %q is not made of small letters, figures and single hyphens", id)
	}
}

func slug(id string) bool {
	for i := range len(id) {
		c := id[i]
		if c == '-' && i > 0 && i < len(id)-1 && id[i-1] != '-' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
			continue
		}
		return false
	}
	return id != ""
}

func (n *inspector) country(c *Country) {
	for _, r := range c.Code {
		if !(r >= 'A' && r <= 'Z' || r >= '0' && r <= '9') {
			n.fault("code %q is not made of capitals and figures", c.Code)
			break
		}
	}
	n.need("name", c.Name)
	if !slug(c.Slug) {
		n.fault("slug %q is not made of small letters, figures and single hyphens", c.Slug)
	}
	for i := range n.l.Countries {
		if o := &n.l.Countries[i]; o.Code != c.Code && o.Slug == c.Slug {
			n.fault("slug %q is also that of %s", c.Slug, o.Code)
		}
	}
	n.numeric(c.Numeric)
}

func (n *inspector) numeric(order string) {
	if !slices.Contains([]string{"", "mdy", "dmy", "ymd"}, order) {
		n.fault("numeric is %q, want mdy, dmy or ymd", order)
	}
}

func (n *inspector) office(o *Office) {
	n.slug(o.ID)
	n.need("title", o.Title)
	n.known(o.Country)
	if !slices.Contains(kinds, o.Kind) {
		n.fault("kind is %q, want one of %s", o.Kind, strings.Join(kinds, ", "))
	}
	if !strings.HasPrefix(o.ID, strings.ToLower(o.Country)+"-") {
		n.fault("id does not begin with %q", strings.ToLower(o.Country)+"-")
	}
}

func (n *inspector) known(country string) {
	if n.l.Country(country) == nil {
		n.fault("no country or organisation %q", country)
	}
}

func (n *inspector) person(p *person) {
	n.slug(p.ID)
	n.need("name", p.Name)
	n.need("family", p.Family)
	if p.Name != "" && words.Fold(p.Name) == "" {
		n.fault("name %q has no letters", p.Name)
	}
	for i, t := range p.Terms {
		n.at.line = p.lines[i]
		if t.From.Year == 0 {
			n.fault("term without a start")
		}
		if t.To.Year != 0 && first(t.From) > last(t.To) {
			n.fault("term runs back: %s to %s", dayText(t.From), dayText(t.To))
		}
	}
	n.former(p.Was, func(was string) bool {
		i := n.l.byPerson.first(was)
		return i >= 0 && n.l.Persons[i].ID != p.ID
	})
}

// former refuses former ids that are somebody else's.
func (n *inspector) former(was []string, taken func(was string) bool) {
	for _, w := range was {
		if taken(w) {
			n.fault("former id %q is that of another entry", w)
		}
	}
}

func (n *inspector) phrases(phrases []Phrase) {
	seen := map[string]bool{}
	for i := range phrases {
		p := &phrases[i]
		n.at.line = p.line
		switch {
		case p.Name == "":
			n.fault("phrase %q has no name", p.Pattern)
		case seen[p.Name]:
			n.fault("phrase %q stands twice", p.Name)
		}
		seen[p.Name] = true
		if len(p.Matches) == 0 {
			n.fault("phrase %q: no sentence proves it", p.Name)
		}
		var b Builder
		if b.Add(p.Pattern, Ref{}) != nil {
			continue // told when it was entered
		}
		for _, err := range p.Prove() {
			n.fault("phrase %q: %v", p.Name, err)
		}
	}
}

func (n *inspector) publisher(p *Publisher) {
	n.slug(p.ID)
	n.need("name", p.Name)
	n.known(p.Country)
	n.numeric(p.Numeric)
	if !slices.Contains(bodies, p.Body) {
		n.fault("body is %q, want one of %s", p.Body, strings.Join(bodies, ", "))
	}
	if !slices.Contains([]string{"", "full", "excerpt"}, p.Rights) {
		n.fault("rights is %q, want full or excerpt", p.Rights)
	}
	if len(p.Titles) > 0 && p.Body != foreignMinistry {
		n.fault("titles are for foreign ministries")
	}
	clash := func(what, sign string, owner int) {
		if owner >= 0 && n.l.Publishers[owner].ID != p.ID {
			n.fault("%s %q is also that of %s", what, sign, n.l.Publishers[owner].ID)
		}
	}
	for _, line := range p.Lines {
		if words.Fold(line) == "" {
			n.fault("line %q has no letters", line)
		}
		clash("line", line, n.l.byLine.first(words.Fold(line)))
	}
	for _, h := range p.Hosts {
		if h != strings.ToLower(h) || strings.Contains(h, "://") || !strings.Contains(h, ".") {
			n.fault("host %q: want one such as mofa.go.kr, in small letters", h)
		}
		clash("host", h, n.l.byHost.first(h))
	}
	n.former(p.Was, func(was string) bool {
		o := n.l.Publisher(was)
		return o != nil && o.ID != p.ID
	})
}

func (n *inspector) event(e *Event) {
	n.slug(e.ID)
	n.need("label", e.Label)
	if len(e.Phrases) == 0 {
		n.fault("no phrases")
	}
	switch {
	case e.From.Year == 0:
		n.fault("no day")
	case first(e.From) > last(e.To):
		n.fault("runs back: %s to %s", dayText(e.From), dayText(e.To))
	}
}
