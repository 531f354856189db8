package collection

import (
	"strconv"

	"gopkg.in/yaml.v3"

	"readout/internal/record"
)

// corrections.yaml is a list of three sorts of entries:
//
//	- {release: ID-or-file, field: date, set: 2018-06-18, was: 2019-06-18, why: "..."}
//	- {same_event: [ID, ID], why: "..."}
//	- {moved: ID, to: ID-or-file, why: "..."}
//
// What a correction means for a record is told by record.Correction.

const maxCorrections = 16 << 20

func (r *reader) corrections(data []byte, c *Collection) {
	top := r.parse(data)
	if top == nil {
		return
	}
	if top.Kind != yaml.SequenceNode {
		r.fault(top.Line, "want a list of corrections, each beginning with a hyphen")
		return
	}
	for _, n := range top.Content {
		if n.Kind != yaml.MappingNode {
			r.fault(n.Line, "want a correction such as {release: ..., field: ..., set: ..., why: ...}")
			continue
		}
		if key(n, "same_event") != nil || key(n, "not_same_event") != nil {
			if e, ok := r.event(n); ok {
				c.Events = append(c.Events, e)
			}
			continue
		}
		if key(n, "moved") != nil {
			if m, ok := r.moved(n); ok {
				c.Moves = append(c.Moves, m)
			}
			continue
		}
		if x, ok := r.correction(n); ok {
			c.Corrections = append(c.Corrections, x)
		}
	}
}

// correction reads one entry, and refuses it where anything in it is faulty: half a correction is none.
func (r *reader) correction(n *yaml.Node) (record.Correction, bool) {
	c := record.Correction{Where: r.where(n.Line)}
	before := r.count
	r.fields(n, func(key string, v *yaml.Node) bool {
		switch key {
		case "release":
			c.Release = r.text(v)
		case "field":
			c.Field = r.text(v)
		case "why":
			c.Why = r.line(v)
		case "occasion":
			i, err := strconv.Atoi(r.text(v))
			if err != nil || i < 1 {
				r.fault(v.Line, "occasion is a number from 1, not %q", v.Value)
			}
			c.Occasion = i
		case "set":
			c.Set = r.value(v)
		case "add":
			c.Add = r.value(v)
		case "remove":
			c.Remove = r.value(v)
		case "was":
			c.Was = r.value(v)
		default:
			return false
		}
		return true
	})
	if c.Release == "" {
		r.fault(n.Line, "no release: each correction names one by its id or its file")
	}
	return c, r.count == before
}

// value reads what a correction gives. Nothing written is the zero Value: the field is not known.
func (r *reader) value(n *yaml.Node) *record.Value {
	v := &record.Value{}
	switch n.Kind {
	case yaml.ScalarNode:
		v.Text = r.text(n)
	case yaml.MappingNode:
		v.Keys = map[string]record.Value{}
		r.fields(n, func(key string, x *yaml.Node) bool {
			v.Keys[key] = *r.value(x)
			return true
		})
	case yaml.SequenceNode:
		v.List = []record.Value{}
		for _, x := range n.Content {
			if x.Kind == yaml.AliasNode || x.Anchor != "" {
				r.fault(x.Line, "anchors and aliases are not used here")
				continue
			}
			v.List = append(v.List, *r.value(x))
		}
	}
	return v
}

func (r *reader) event(n *yaml.Node) (SameEvent, bool) {
	e := SameEvent{Where: r.where(n.Line)}
	before := r.count
	r.fields(n, func(key string, v *yaml.Node) bool {
		switch key {
		case "same_event", "not_same_event":
			if e.Releases != nil {
				r.fault(v.Line, "same_event and not_same_event are two entries")
			}
			e.Same, e.Releases = key == "same_event", r.texts(v)
		case "why":
			e.Why = r.line(v)
		default:
			return false
		}
		return true
	})
	if len(e.Releases) < 2 {
		r.fault(n.Line, "names fewer than two releases")
	}
	if e.Why == "" {
		r.fault(n.Line, "no why: each correction gives its reason")
	}
	return e, r.count == before
}

func (r *reader) moved(n *yaml.Node) (Moved, bool) {
	m := Moved{Where: r.where(n.Line)}
	before := r.count
	r.fields(n, func(key string, v *yaml.Node) bool {
		switch key {
		case "moved":
			m.From = r.text(v)
		case "to":
			m.To = r.text(v)
		case "why":
			m.Why = r.line(v)
		default:
			return false
		}
		return true
	})
	switch {
	case m.From == "" || m.To == "":
		r.fault(n.Line, "want the id of a release that is gone, and the one that stands for it: {moved: ..., to: ..., why: ...}")
	case m.Why == "":
		r.fault(n.Line, "no why: each correction gives its reason")
	}
	return m, r.count == before
}

func key(n *yaml.Node, name string) *yaml.Node {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == name {
			return n.Content[i+1]
		}
	}
	return nil
}
