package collection

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"readout/internal/lexicon"
)

// reader reads the curator's own files and collects what is wrong with them, each with its line. It walks the nodes of
// the YAML library and decodes nothing, so that no fault is lost and no alias is followed.
type reader struct {
	name   string
	count  int            // of all faults, also those that are not told
	told   map[string]int // faults by file
	faults []lexicon.Fault
}

// maxFaults is how many faults of one file are told: a file with more is mended from the top.
const maxFaults = 200

func (r *reader) fault(line int, format string, args ...any) {
	r.count++
	if r.told == nil {
		r.told = map[string]int{}
	}
	if r.told[r.name]++; r.told[r.name] > maxFaults {
		if r.told[r.name] == maxFaults+1 {
			r.faults = append(r.faults, lexicon.Fault{File: r.name, Line: line, What: "and more faults; mend those above first"})
		}
		return
	}
	r.faults = append(r.faults, lexicon.Fault{File: r.name, Line: line, What: fmt.Sprintf(format, args...)})
}

// where is a line of the file being read, as messages name it.
func (r *reader) where(line int) string { return fmt.Sprintf("%s:%d", r.name, line) }

// parse returns the top node of a file; nil where it is empty, or no YAML, which is a fault.
func (r *reader) parse(data []byte) *yaml.Node {
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		line := 0
		what := strings.TrimPrefix(err.Error(), "yaml: ")
		if rest, ok := strings.CutPrefix(what, "line "); ok {
			if n, _ := fmt.Sscanf(rest, "%d:", &line); n == 1 {
				_, what, _ = strings.Cut(rest, ": ")
			}
		}
		r.fault(line, "%s", what)
		return nil
	}
	if len(doc.Content) == 0 || doc.Content[0].Tag == "!!null" {
		return nil
	}
	return doc.Content[0]
}

const maxKeys = 1000

// fields calls f with each key and value of a mapping. A key that f does not know is a fault.
func (r *reader) fields(n *yaml.Node, f func(key string, v *yaml.Node) bool) {
	if n.Kind != yaml.MappingNode {
		r.fault(n.Line, "want keys with values, such as \"title: ...\"")
		return
	}
	if len(n.Content) > 2*maxKeys {
		r.fault(n.Line, "more than %d keys", maxKeys)
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		switch {
		case k.Kind != yaml.ScalarNode:
			r.fault(k.Line, "want a word as key")
		case seen[k.Value]:
			r.fault(k.Line, "key %q stands twice", k.Value)
		case v.Kind == yaml.AliasNode || v.Anchor != "":
			r.fault(v.Line, "anchors and aliases are not used here")
		case !f(k.Value, v):
			r.fault(k.Line, "unknown key %q", k.Value)
		}
		seen[k.Value] = true
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
	return strings.TrimSpace(n.Value)
}

// texts returns a list of texts; one text alone is a list of one.
func (r *reader) texts(n *yaml.Node) []string {
	if n.Kind == yaml.ScalarNode {
		if s := r.text(n); s != "" {
			return []string{s}
		}
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		r.fault(n.Line, "want a list of texts")
		return nil
	}
	var out []string
	for _, c := range n.Content {
		if c.Kind == yaml.AliasNode || c.Anchor != "" {
			r.fault(c.Line, "anchors and aliases are not used here")
		} else if s := r.text(c); s != "" {
			out = append(out, s)
		}
	}
	return out
}
