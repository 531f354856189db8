package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"gopkg.in/yaml.v3"

	"readout/internal/record"
)

// formats are the ways in which records are printed.
var formats = []string{"jsonl", "json", "yaml"}

// printer prints records one after the other. All formats have the keys of the first, in the same order.
type printer struct {
	format string
	w      io.Writer
	n      int
}

func newPrinter(format string, w io.Writer) *printer { return &printer{format: format, w: w} }

func (p *printer) print(r *record.Record) error {
	b, err := r.MarshalJSON()
	if err != nil {
		return err
	}
	p.n++
	switch p.format {
	case "jsonl":
		b = append(b, '\n')
	case "json":
		var out bytes.Buffer
		out.WriteString(map[bool]string{true: "[\n  ", false: ",\n  "}[p.n == 1])
		if err := json.Indent(&out, b, "  ", "  "); err != nil {
			return err
		}
		b = out.Bytes()
	case "yaml":
		if b, err = toYAML(b); err != nil {
			return err
		}
		if p.n > 1 {
			b = append([]byte("---\n"), b...)
		}
	}
	_, err = p.w.Write(b)
	return err
}

// end closes what print left open.
func (p *printer) end() error {
	if p.format != "json" {
		return nil
	}
	text := "\n]\n"
	if p.n == 0 {
		text = "[]\n"
	}
	_, err := io.WriteString(p.w, text)
	return err
}

// toYAML writes JSON as YAML, keys in the same order.
func toYAML(b []byte) ([]byte, error) {
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	n, err := yamlNode(dec)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	enc := yaml.NewEncoder(&out)
	enc.SetIndent(2)
	if err := enc.Encode(n); err != nil {
		return nil, err
	}
	return out.Bytes(), enc.Close()
}

// yamlNode reads the next value of a JSON text.
func yamlNode(dec *json.Decoder) (*yaml.Node, error) {
	t, err := dec.Token()
	if err != nil {
		return nil, err
	}
	switch v := t.(type) {
	case json.Delim:
		n := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
		if v == '{' {
			n.Kind, n.Tag = yaml.MappingNode, "!!map"
		}
		for dec.More() {
			child, err := yamlNode(dec)
			if err != nil {
				return nil, err
			}
			n.Content = append(n.Content, child)
		}
		_, err := dec.Token() // the closing bracket
		return n, err
	case string:
		n := &yaml.Node{}
		n.SetString(v)
		return n, nil
	case json.Number:
		return &yaml.Node{Kind: yaml.ScalarNode, Value: v.String()}, nil
	case bool:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: fmt.Sprint(v)}, nil
	}
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Value: "null"}, nil
}
