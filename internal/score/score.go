package score

import (
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"readout/internal/record"
)

// Share counts what is right among what was looked at.
type Share struct{ Right, Of int }

// Value is the share, 1 where nothing was looked at.
func (s Share) Value() float64 {
	if s.Of == 0 {
		return 1
	}
	return float64(s.Right) / float64(s.Of)
}

func (s *Share) add(ok bool) {
	s.Of++
	if ok {
		s.Right++
	}
}

// Found counts what was found rightly, wrongly and not at all.
type Found struct{ Right, Wrong, Missed int }

// Precision is the share of what was found that is right.
func (f Found) Precision() float64 { return Share{f.Right, f.Right + f.Wrong}.Value() }

// Recall is the share of what there is that was found.
func (f Found) Recall() float64 { return Share{f.Right, f.Right + f.Missed}.Value() }

// F1 is the harmonic mean of precision and recall.
func (f Found) F1() float64 { return Share{2 * f.Right, 2*f.Right + f.Wrong + f.Missed}.Value() }

// Scores is how a set of records compares with gold.
type Scores struct {
	Records Share // gold releases that have a record
	Core    Share // releases whose date, participants and parties are all right
	Certain Share // dates said to be certain
	Dates   int   // all dates looked at

	Title, Date, Published, Kind, Publisher, Body, Role, PersonCountry Share
	Participants, People, Parties, Countries, Topics                   Found

	Errors []Error
}

// Error is one field of one release that is not as in the gold.
type Error struct{ File, Field, Want, Got string }

// Compare scores records against gold. A gold release is matched with the first record of a file of the same base name;
// one without a record is wrong in every field.
func Compare(gold []Gold, records []*record.Record) *Scores {
	byFile := map[string]*record.Record{}
	for _, r := range records {
		if base := path.Base(r.File); byFile[base] == nil {
			byFile[base] = r
		}
	}
	s := &Scores{}
	for _, g := range gold {
		r := byFile[g.File]
		s.Records.add(r != nil)
		if r == nil {
			r = &record.Record{}
		}
		before := len(s.Errors)
		s.texts(g, r)
		s.dated(g, r)
		s.people(g, r)
		s.sets(g, r)
		core := byFile[g.File] != nil
		for _, e := range s.Errors[before:] {
			core = core && e.Field != "date" && e.Field != "participants" && e.Field != "parties"
		}
		s.Core.add(core)
	}
	return s
}

func (s *Scores) check(to *Share, ok bool, e Error) {
	to.add(ok)
	if !ok {
		s.Errors = append(s.Errors, e)
	}
}

func (s *Scores) texts(g Gold, r *record.Record) {
	title := strings.TrimRight(plain(r.Title.Value), ".")
	ok := slices.ContainsFunc(append([]string{g.Title}, g.TitleOr...), func(t string) bool { return strings.TrimRight(plain(t), ".") == title })
	s.check(&s.Title, ok, Error{g.File, "title", g.Title, r.Title.Value})
	kind := string(r.Kind.Value)
	s.check(&s.Kind, kind == g.Kind || slices.Contains(g.KindOr, kind), Error{g.File, "kind", g.Kind, kind})
	if g.Publisher != nil || len(g.PublisherOr) > 0 {
		id := r.Publisher.Value.ID
		ok := slices.Contains(g.PublisherOr, id) || g.Publisher != nil && *g.Publisher == id
		s.check(&s.Publisher, ok, Error{g.File, "publisher", orNone(g.Publisher), id})
	}
	body := plain(r.Text)
	var lost, leaked []string
	for _, x := range g.BodyHas {
		if !strings.Contains(body, plain(x)) {
			lost = append(lost, x)
		}
	}
	for _, x := range g.BodyLacks {
		if strings.Contains(body, plain(x)) {
			leaked = append(leaked, x)
		}
	}
	s.check(&s.Body, len(lost)+len(leaked) == 0, Error{g.File, "body", "lost " + strings.Join(lost, "; "), "leaked " + strings.Join(leaked, "; ")})
}

func (s *Scores) dated(g Gold, r *record.Record) {
	for _, f := range []struct {
		name           string
		to             *Share
		want           *string
		or, candidates []string
		got            record.Fact[record.Dating]
	}{
		{"date", &s.Date, g.Date, g.DateOr, g.DateCandidates, r.Date},
		{"published", &s.Published, g.Published, g.PublishedOr, nil, r.Published},
	} {
		got := f.got.Value.Date.From.ISO()
		ok := f.want == nil && got == "" || f.want != nil && got == *f.want
		ok = ok || got != "" && slices.Contains(f.or, got)
		ok = ok || f.got.Confidence == record.Uncertain && slices.Contains(f.candidates, got)
		s.check(f.to, ok, Error{g.File, f.name, orNone(f.want), got})
		s.Dates++
		if f.got.Confidence == record.Certain {
			s.Certain.add(ok)
		}
	}
}

func orNone(s *string) string {
	if s == nil {
		return "none"
	}
	return *s
}

func (s *Scores) people(g Gold, r *record.Record) {
	hit := map[string]bool{}
	var extra []string
	for _, f := range r.Participants {
		p := f.Value
		i := slices.IndexFunc(g.Participants, func(x Person) bool { return !hit[x.Name] && x.is(p.Name) })
		if i < 0 {
			if !anyIs(g.ParticipantsOptional, p.Name) {
				extra = append(extra, p.Name)
			}
			continue
		}
		x := g.Participants[i]
		hit[x.Name] = true
		if x.Role != "" {
			s.check(&s.Role, x.held(p.Role), Error{g.File, "role", x.Role, p.Role})
		}
		if x.Country != "" {
			s.check(&s.PersonCountry, p.Country == x.Country || slices.Contains(x.CountryOr, p.Country), Error{g.File, "person_country", x.Country, p.Country})
		}
	}
	s.found(&s.Participants, g.File, "participants", len(hit), extra, missing(g.Participants, hit))

	all := append(slices.Clone(g.Participants), g.Mentioned...)
	hit, extra = map[string]bool{}, nil
	seen := map[string]bool{}
	for _, f := range append(slices.Clone(r.Participants), r.Mentioned...) {
		key := strings.Join(nameKey(f.Value.Name), " ")
		if seen[key] {
			continue
		}
		seen[key] = true
		i := slices.IndexFunc(all, func(x Person) bool { return !hit[x.Name] && x.is(f.Value.Name) })
		switch {
		case i >= 0:
			hit[all[i].Name] = true
		case !anyIs(g.ParticipantsOptional, f.Value.Name) && !anyIs(g.MentionedOptional, f.Value.Name):
			extra = append(extra, f.Value.Name)
		}
	}
	s.found(&s.People, g.File, "people", len(hit), extra, missing(all, hit))
}

func anyIs(people []Person, name string) bool {
	return slices.ContainsFunc(people, func(x Person) bool { return x.is(name) })
}

func missing(people []Person, hit map[string]bool) []string {
	var out []string
	for _, x := range people {
		if !hit[x.Name] {
			out = append(out, x.Name)
		}
	}
	return out
}

func (s *Scores) found(to *Found, file, field string, right int, extra, missed []string) {
	to.Right += right
	to.Wrong += len(extra)
	to.Missed += len(missed)
	if len(extra)+len(missed) > 0 {
		s.Errors = append(s.Errors, Error{file, field, "missed " + strings.Join(missed, ", "), "extra " + strings.Join(extra, ", ")})
	}
}

func (s *Scores) sets(g Gold, r *record.Record) {
	var parties, countries, topics []string
	for _, c := range r.Countries {
		countries = append(countries, c.Value.Code)
		if c.Value.Part == record.Party {
			parties = append(parties, c.Value.Code)
		}
	}
	for _, t := range r.Topics {
		topics = append(topics, t.Value.ID)
	}
	for _, f := range []struct {
		name                string
		to                  *Found
		want, optional, got []string
	}{
		{"parties", &s.Parties, g.Parties, g.PartiesOptional, parties},
		{"countries", &s.Countries, g.Countries, append(slices.Clone(g.CountriesOptional), g.PartiesOptional...), countries},
		{"topics", &s.Topics, g.Topics, g.TopicsOptional, topics},
	} {
		want, got := set(f.want), set(f.got)
		var extra, missed []string
		right := 0
		for _, x := range got {
			switch {
			case slices.Contains(want, x):
				right++
			case !slices.Contains(f.optional, x):
				extra = append(extra, x)
			}
		}
		for _, x := range want {
			if !slices.Contains(got, x) {
				missed = append(missed, x)
			}
		}
		s.found(f.to, g.File, f.name, right, extra, missed)
	}
}

func set(list []string) []string { return slices.Compact(slices.Sorted(slices.Values(list))) }

// Measures are all figures by name, from 0 to 1.
func (s *Scores) Measures() map[string]float64 {
	m := map[string]float64{"core": s.Core.Value(), "certain": s.Certain.Value(), "certain_share": Share{s.Certain.Of, s.Dates}.Value()}
	for _, f := range s.shares() {
		m[f.name] = f.share.Value()
	}
	for _, f := range s.lists() {
		m[f.name+"_precision"], m[f.name+"_recall"], m[f.name] = f.found.Precision(), f.found.Recall(), f.found.F1()
	}
	return m
}

type namedShare struct {
	name  string
	share Share
}

type namedFound struct {
	name  string
	found Found
}

func (s *Scores) shares() []namedShare {
	return []namedShare{
		{"title", s.Title}, {"date", s.Date}, {"published", s.Published}, {"kind", s.Kind}, {"publisher", s.Publisher}, {"body", s.Body},
		{"role", s.Role}, {"person_country", s.PersonCountry},
	}
}

func (s *Scores) lists() []namedFound {
	return []namedFound{
		{"participants", s.Participants}, {"people", s.People}, {"parties", s.Parties}, {"countries", s.Countries}, {"topics", s.Topics},
	}
}

// Print writes the figures, a line a field.
func (s *Scores) Print(w io.Writer) {
	fmt.Fprintf(w, "%d of %d releases have a record; date, participants and parties all right in %.1f%%\n", s.Records.Right, s.Records.Of, 100*s.Core.Value())
	for _, f := range s.shares() {
		fmt.Fprintf(w, "  %-15s %5.1f%%  (%d of %d)\n", f.name, 100*f.share.Value(), f.share.Right, f.share.Of)
	}
	for _, f := range s.lists() {
		fmt.Fprintf(w, "  %-15s %5.1f%%  precision %5.1f%%  recall %5.1f%%  (%d right, %d wrong, %d missed)\n",
			f.name, 100*f.found.F1(), 100*f.found.Precision(), 100*f.found.Recall(), f.found.Right, f.found.Wrong, f.found.Missed)
	}
	fmt.Fprintf(w, "  of %d dates %d are said to be certain, %d of them rightly\n", s.Dates, s.Certain.Of, s.Certain.Right)
}
