package record

import (
	"fmt"
	"slices"
	"strings"
)

// CheckForm says what in a record that came from elsewhere is none of the words, codes and ids that records are made of,
// each fault beginning with the field; nil if there is nothing. Whether its evidence stands in the text is told by Validate.
func CheckForm(r *Record) []string {
	var c former
	c.id("id", r.ID)
	c.confidence("title", r.Title.Rule, r.Title.Confidence)
	c.confidence("language", r.Language.Rule, r.Language.Confidence)
	c.confidence("publisher", r.Publisher.Rule, r.Publisher.Confidence)
	c.confidence("kind", r.Kind.Rule, r.Kind.Confidence)
	c.confidence("date", r.Date.Rule, r.Date.Confidence)
	c.confidence("published", r.Published.Rule, r.Published.Confidence)
	c.id("publisher", r.Publisher.Value.ID)
	c.code("publisher", r.Publisher.Value.Country)
	c.tag("language", r.Language.Value)
	c.word("rights", r.Rights.Value, "", "full", "excerpt")
	c.kind("kind", r.Kind.Value)
	c.time("date", r.Date.Value.Time)
	c.time("published", r.Published.Value.Time)
	for field, list := range map[string][]Fact[Person]{"participants": r.Participants, "mentioned": r.Mentioned} {
		for _, p := range list {
			c.confidence(field, p.Rule, p.Confidence)
			c.id(field, p.Value.ID)
			c.id(field, p.Value.Office)
			c.code(field, p.Value.Country)
		}
	}
	for _, f := range r.Countries {
		c.confidence("countries", f.Rule, f.Confidence)
		c.code("countries", f.Value.Code)
		c.word("countries", string(f.Value.Part), string(Party), string(Mentioned))
	}
	for _, f := range r.Topics {
		c.confidence("topics", f.Rule, f.Confidence)
		c.id("topics", f.Value.ID)
	}
	for _, o := range r.Occasions {
		c.kind("occasions", o.Kind)
		c.confidence("occasions", o.Date.Rule, o.Date.Confidence)
		c.time("occasions", o.Date.Value.Time)
		for _, code := range o.Parties {
			c.code("occasions", code)
		}
	}
	for _, a := range r.Corrections {
		c.word("corrections", a.Field, Fields...)
	}
	slices.Sort(c)
	return slices.Compact(c)
}

// former gathers what has not the form that it should have.
type former []string

func (c *former) fault(field, format string, args ...any) {
	*c = append(*c, field+": "+fmt.Sprintf(format, args...))
}

func (c *former) word(field, s string, allowed ...string) {
	if !slices.Contains(allowed, s) {
		c.fault(field, "%q is none of %s", s, strings.Join(slices.DeleteFunc(slices.Clone(allowed), func(a string) bool { return a == "" }), ", "))
	}
}

func (c *former) kind(field string, k Kind) {
	if k != "" && !slices.Contains(Kinds, k) {
		c.fault(field, "no kind %q; kinds are %s", k, kindList())
	}
}

// confidence may be missing only where nothing was read.
func (c *former) confidence(field, rule string, how Confidence) {
	if rule != "" || how != "" {
		c.word(field, string(how), string(Certain), string(Inferred), string(Uncertain))
	}
}

// id may be empty: not everybody has one.
func (c *former) id(field, s string) {
	if len(s) > 400 || strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		c.fault(field, "id %q: want lower-case letters, digits and hyphens", clip(s))
	}
}

func (c *former) code(field, s string) {
	if s != "" && (len(s) < 2 || len(s) > 16 || strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != "") {
		c.fault(field, "code %q: want two capitals, or an organisation's short name in capitals", clip(s))
	}
}

func (c *former) tag(field, s string) {
	if len(s) > 35 || strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != "" {
		c.fault(field, "no language %q", clip(s))
	}
}

// time is a time of day: 08:28.
func (c *former) time(field, s string) {
	if s == "" {
		return
	}
	if len(s) != 5 || s[2] != ':' || s[:2] > "24" || s[3:] > "59" || strings.Trim(s, "0123456789:") != "" {
		c.fault(field, "time %q: want hours and minutes, 08:28", clip(s))
	}
}

// clip is the beginning of a text that may be long, for a message.
func clip(s string) string { return s[:min(len(s), 60)] }

// Rename tells a record that its file has another name: that under which it lies in a collection. The lines that would
// settle its doubts name the file too.
func (r *Record) Rename(file string) {
	old, now := fmt.Sprintf("{release: %q,", base(r.File)), fmt.Sprintf("{release: %q,", base(file))
	r.File = file
	if old == now {
		return
	}
	for i := range r.Doubts {
		r.Doubts[i].Settle = strings.Replace(r.Doubts[i].Settle, old, now, 1)
	}
}

// base is a path without the folders.
func base(file string) string { return file[strings.LastIndexByte(file, '/')+1:] }
