package lexicon

import (
	"strconv"

	"gopkg.in/yaml.v3"

	"readout/internal/date"
)

const maxKeys = 1000 // of a mapping

// fields calls f with each key and value of a mapping. A key that f does not know, or that stands twice, is a fault.
func (r *reader) fields(n *yaml.Node, f func(key string, n *yaml.Node) bool) {
	if n.Kind != yaml.MappingNode {
		r.fault(n.Line, "want a mapping")
		return
	}
	if len(n.Content) > 2*maxKeys {
		r.fault(n.Line, "more than %d keys", maxKeys)
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		if k.Kind != yaml.ScalarNode {
			r.fault(k.Line, "want a word as key")
			continue
		}
		twice := seen[k.Value]
		seen[k.Value] = true
		switch {
		case twice:
			r.fault(k.Line, "key %q stands twice", k.Value)
		case v.Kind == yaml.AliasNode || v.Anchor != "":
			r.fault(v.Line, "anchors and aliases are not used here")
		case !f(k.Value, v):
			r.fault(k.Line, "unknown key %q", k.Value)
		}
	}
}

// text returns a scalar as it is written; no and 1 are texts like any other.
func (r *reader) text(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode {
		r.fault(n.Line, "want a text")
		return ""
	}
	if n.Tag == "!!null" {
		return ""
	}
	return n.Value
}

// texts returns a list of texts; one text alone is a list of one.
func (r *reader) texts(n *yaml.Node) []string {
	switch n.Kind {
	case yaml.ScalarNode:
		if s := r.text(n); s != "" {
			return []string{s}
		}
		return nil
	case yaml.SequenceNode:
		out := make([]string, 0, len(n.Content))
		for _, c := range n.Content {
			if s := r.text(c); s != "" {
				out = append(out, s)
			} else if c.Kind == yaml.ScalarNode {
				r.fault(c.Line, "an empty text in a list")
			}
		}
		return out
	}
	r.fault(n.Line, "want a list of texts")
	return nil
}

func (r *reader) yes(n *yaml.Node) bool {
	switch r.text(n) {
	case "true":
		return true
	case "false":
		return false
	}
	r.fault(n.Line, "want true or false, not %q", n.Value)
	return false
}

func (r *reader) number(n *yaml.Node) float64 {
	f, err := strconv.ParseFloat(r.text(n), 64)
	if err != nil || f != f || f < -1e6 || f > 1e6 {
		r.fault(n.Line, "want a number, not %q", n.Value)
		return 0
	}
	return f
}

// day reads 2018, 2018-06 or 2018-06-18.
func (r *reader) day(n *yaml.Node) date.Day {
	s := r.text(n)
	d, err := date.ParseDay(s)
	if err != nil || d.Year == 0 {
		r.fault(n.Line, "want a day such as 2018-06-18, 2018-06 or 2018, not %q", s)
		return date.Day{}
	}
	return d
}

// dayText writes a day as the files do; "now" for none.
func dayText(d date.Day) string {
	if !d.Known() {
		return "now"
	}
	return d.String()
}
