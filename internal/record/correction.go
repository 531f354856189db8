package record

import (
	"fmt"
	"slices"
	"strings"

	"readout/internal/date"
)

// Correction is what a curator set right in one release. It wins over what was read and over front matter.
type Correction struct {
	Where    string // "corrections.yaml:12", for messages
	Release  string // id of the release, or its file; "digest.txt#2" is the second release of a file
	Field    string // one of Fields
	Occasion int    // which occasion a date, kind or participant belongs to, from 1; 0 is the first
	Set      *Value // exactly one of Set, Add and Remove is given
	Add      *Value
	Remove   *Value
	Was      *Value // what Set replaces; where it does not agree the correction is reported
	Why      string // shown to readers
}

// Value is what a correction gives: one of text, keys and list. The zero Value is nothing: to set it is to say that the
// field is not known.
type Value struct {
	Text string
	Keys map[string]Value
	List []Value
}

// Fields are the fields that can be corrected, in the order of a record.
var Fields = []string{
	"title", "language", "publisher", "kind", "date", "published", "address", "rights",
	"participants", "mentioned", "countries", "topics", "occasions",
}

// Lookup finds what a correction names by its id. A nil function finds nothing.
type Lookup struct {
	Country   func(code string) (name string, ok bool)
	Topic     func(id string) (label string, ok bool)
	Publisher func(id string) (Publisher, bool)
	// Person completes a person of whom the name, and perhaps role and country, are known on a day.
	Person func(p Person, on date.Date) Person
}

// maxOccasions is more than any release tells of; a correction that names a later one is a slip of the pen.
const maxOccasions = 10_000

// Check returns what is wrong with the correction by itself, nil if nothing is.
func (c Correction) Check(look Lookup) error {
	if !slices.Contains(Fields, c.Field) {
		return fmt.Errorf("no field %q; fields are %s", c.Field, strings.Join(Fields, ", "))
	}
	if strings.TrimSpace(c.Why) == "" {
		return fmt.Errorf("no why: each correction gives its reason")
	}
	given := 0
	for _, v := range []*Value{c.Set, c.Add, c.Remove} {
		if v != nil {
			given++
		}
	}
	if given != 1 {
		return fmt.Errorf("needs one of set, add and remove")
	}
	list := isList(c.Field)
	switch {
	case !list && c.Set == nil:
		return fmt.Errorf("%s holds one value: use set", c.Field)
	case c.Field == "occasions" && c.Set != nil:
		return fmt.Errorf("occasions are added and removed, not set")
	case c.Was != nil && c.Set == nil:
		return fmt.Errorf("was goes with set")
	case c.Occasion < 0 || c.Occasion > 0 && c.Field != "date" && c.Field != "kind" && c.Field != "participants":
		return fmt.Errorf("occasion goes with date, kind and participants, and counts from 1")
	case c.Occasion > maxOccasions:
		return fmt.Errorf("no release tells of %d occasions", c.Occasion)
	}
	scratch := Record{Occasions: make([]Occasion, max(1, c.Occasion))}
	e := editor{r: &scratch, look: look}
	if c.Remove != nil {
		_, err := removal(c)
		return err
	}
	_, err := e.apply(c)
	return err
}

// isList reports whether a field holds several values.
func isList(field string) bool {
	switch field {
	case "participants", "mentioned", "countries", "topics", "occasions":
		return true
	}
	return false
}

// texts returns a text as one value and a list of texts as several.
func (v Value) texts() ([]string, error) {
	if len(v.Keys) > 0 {
		return nil, fmt.Errorf("text is wanted, not keys")
	}
	if v.List == nil {
		if v.Text == "" {
			return nil, nil
		}
		return []string{v.Text}, nil
	}
	var out []string
	for _, x := range v.List {
		if x.Text == "" {
			return nil, fmt.Errorf("a list of texts is wanted")
		}
		out = append(out, x.Text)
	}
	return out, nil
}

// entries returns a value as a list of entries, each with its keys; a text stands for the key main.
func (v Value) entries(main string, allowed ...string) ([]map[string]Value, error) {
	list := v.List
	if list == nil && (v.Text != "" || len(v.Keys) > 0) {
		list = []Value{v}
	}
	var out []map[string]Value
	for _, x := range list {
		if x.Text != "" {
			x.Keys = map[string]Value{main: {Text: x.Text}}
		}
		for k := range x.Keys {
			if k != main && !slices.Contains(allowed, k) {
				return nil, fmt.Errorf("no key %q; keys are %s", k, strings.Join(append([]string{main}, allowed...), ", "))
			}
		}
		if main != "" && x.Keys[main].Text == "" {
			return nil, fmt.Errorf("%s is missing", main)
		}
		out = append(out, x.Keys)
	}
	return out, nil
}

// removal returns what a correction takes away.
func removal(c Correction) ([]string, error) {
	names, err := c.Remove.texts()
	if err == nil && len(names) == 0 {
		err = fmt.Errorf("remove names nothing")
	}
	return names, err
}
