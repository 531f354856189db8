package document

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"readout/internal/source"
)

const (
	frontBytes = 64 << 10 // of front matter; more is not read
	frontKeys  = 1000
	frontDepth = 8
)

// frontMatter finds the front matter at the beginning of a Markdown text. It returns where the text behind it begins, 0
// if there is none.
func frontMatter(text string) (inner source.Span, end int) {
	open := "---"
	if strings.HasPrefix(text, "+++") {
		open = "+++"
	}
	first := strings.IndexByte(text, '\n')
	if first < 0 || strings.TrimRight(text[:first], " \t\r") != open {
		return source.Span{}, 0
	}
	for i := first + 1; i < len(text) && i <= frontBytes+first+1; {
		j := strings.IndexByte(text[i:], '\n')
		next := len(text)
		if j >= 0 {
			next = i + j + 1
		}
		switch l := strings.TrimRight(text[i:next], " \t\r\n"); {
		case l == open, l == "..." && open == "---":
			return source.Span{Start: first + 1, End: i}, next
		}
		i = next
	}
	return source.Span{}, 0
}

// readFrontMatter reads the fields of the front matter that lies at the span. It never fails: what cannot be read is a
// fault.
func readFrontMatter(src *source.Source, at source.Span) ([]Field, []Fault) {
	text := src.Slice(at)
	line, _ := src.Position(at.Start)
	fault := func(n int, format string, args ...any) []Fault {
		return []Fault{{Line: n, What: fmt.Sprintf(format, args...)}}
	}
	if strings.HasPrefix(src.Text[:at.Start], "+++") {
		return nil, fault(line-1, "front matter between +++ is TOML, which is not read; use YAML between ---")
	}
	if n := countKeys(text); n > frontKeys {
		return nil, fault(line, "front matter has more than %d keys and is not read", frontKeys)
	}
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(text), &root); err != nil {
		n, what := yamlFault(err, line)
		return nil, fault(n, "front matter: %s", what)
	}
	if len(root.Content) == 0 {
		return nil, nil
	}
	top := root.Content[0]
	if top.Kind != yaml.MappingNode {
		return nil, fault(line+top.Line-1, "front matter is not a list of keys and values")
	}
	r := frontReader{text: text, base: at.Start, line: line}
	r.index()
	r.mapping("", top, 0)
	return r.fields, r.faults
}

// countKeys counts what could be keys: colons before white space, and the commas of flow lists.
func countKeys(text string) int {
	n := 0
	for i := range len(text) {
		switch text[i] {
		case ':':
			if i+1 == len(text) || text[i+1] == ' ' || text[i+1] == '\n' || text[i+1] == '\r' || text[i+1] == '\t' {
				n++
			}
		case ',', '{', '[':
			if i > 0 && (text[i-1] == text[i] || text[i-1] == ' ' || text[i-1] == '[' || text[i-1] == '{') {
				n++
			}
		}
	}
	return n
}

// yamlFault takes the line and the message out of an error of the YAML reader.
func yamlFault(err error, line int) (int, string) {
	what := strings.TrimPrefix(err.Error(), "yaml: ")
	if rest, ok := strings.CutPrefix(what, "line "); ok {
		if num, msg, ok := strings.Cut(rest, ": "); ok {
			if n, err := strconv.Atoi(num); err == nil {
				return line + n - 1, msg
			}
		}
	}
	return line, what
}

// frontReader turns YAML nodes into fields.
type frontReader struct {
	text   string
	base   int // of text in the file
	line   int // of the first line of text
	starts []int
	fields []Field
	faults []Fault
}

func (r *frontReader) index() {
	r.starts = append(r.starts, 0)
	for i := range len(r.text) {
		if r.text[i] == '\n' {
			r.starts = append(r.starts, i+1)
		}
	}
}

func (r *frontReader) fault(n *yaml.Node, format string, args ...any) {
	if len(r.faults) < 20 {
		r.faults = append(r.faults, Fault{Line: r.line + n.Line - 1, What: fmt.Sprintf(format, args...)})
	}
}

func (r *frontReader) mapping(prefix string, m *yaml.Node, depth int) {
	if depth > frontDepth {
		r.fault(m, "front matter: nested more than %d deep", frontDepth)
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(m.Content); i += 2 {
		k, v := m.Content[i], m.Content[i+1]
		if k.Kind != yaml.ScalarNode {
			r.fault(k, "front matter: a key that is not a word")
			continue
		}
		key := prefix + strings.ToLower(k.Value)
		if seen[key] {
			r.fault(k, "front matter: key %q stands twice", k.Value)
			continue
		}
		seen[key] = true
		switch v.Kind {
		case yaml.ScalarNode:
			if v.Tag == "!!null" {
				continue
			}
			r.fields = append(r.fields, Field{Key: key, Value: v.Value, Span: r.span(v), From: "front-matter"})
		case yaml.MappingNode:
			r.mapping(key+".", v, depth+1)
		case yaml.SequenceNode:
			r.list(key, v)
		case yaml.AliasNode:
			r.fault(v, "front matter: key %q: aliases are not read", k.Value)
		}
	}
}

func (r *frontReader) list(key string, v *yaml.Node) {
	f := Field{Key: key, From: "front-matter", Values: []string{}}
	for _, e := range v.Content {
		switch e.Kind {
		case yaml.ScalarNode:
			f.Values = append(f.Values, e.Value)
			sp := r.span(e)
			if f.Span.Empty() {
				f.Span = sp
			}
			f.Span.End = max(f.Span.End, sp.End)
		case yaml.AliasNode:
			r.fault(e, "front matter: key %q: aliases are not read", key)
		default:
			r.fault(e, "front matter: key %q: a list of anything but words is not read", key)
		}
	}
	f.Value = strings.Join(f.Values, ", ")
	r.fields = append(r.fields, f)
}

// span finds a scalar in the file: its value, in quotes or without; a block of lines as a whole.
func (r *frontReader) span(n *yaml.Node) source.Span {
	if n.Line < 1 || n.Line > len(r.starts) {
		return source.Span{}
	}
	at := r.starts[n.Line-1]
	for c := 1; c < n.Column && at < len(r.text); c++ { // columns are counted in characters
		_, w := utf8.DecodeRuneInString(r.text[at:])
		at += w
	}
	rest := r.text[at:]
	end := at
	switch {
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 && rest != "":
		q := rest[0]
		i := 1
		for i < len(rest) && rest[i] != q {
			if rest[i] == '\\' && q == '"' {
				i++
			}
			i++
		}
		if end = at + min(i, len(rest)); i > 1 {
			at++ // without the quotes
		}
	case strings.HasPrefix(rest, n.Value):
		end = at + len(n.Value)
	default: // several lines
		last := n.Line
		indent := r.indent(n.Line)
		for last < len(r.starts) && (r.indent(last+1) > indent || r.indent(last+1) < 0) {
			last++
		}
		end = len(r.text)
		if last < len(r.starts) {
			end = r.starts[last]
		}
		end = at + len(strings.TrimRight(r.text[at:end], " \t\r\n"))
	}
	return source.Span{Start: r.base + at, End: r.base + end}
}

// indent returns how far a line is set in, -1 for an empty one.
func (r *frontReader) indent(line int) int {
	i := r.starts[line-1]
	n := 0
	for i < len(r.text) && r.text[i] == ' ' {
		i, n = i+1, n+1
	}
	if i >= len(r.text) || r.text[i] == '\n' || r.text[i] == '\r' {
		return -1
	}
	return n
}
