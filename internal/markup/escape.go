package markup

import (
	"bytes"
	"fmt"
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
)

// escaperPrefix begins the names of the functions that html/template puts at the end of pipelines.
const escaperPrefix = "_html_template_"

func isEscaper(c *parse.CommandNode) bool {
	f, ok := c.Args[0].(*parse.IdentifierNode)
	return ok && len(c.Args) == 1 && strings.HasPrefix(f.Ident, escaperPrefix)
}

// writer writes a value into a page as its place demands. It returns false where html/template must fill the page.
type writer func(b *bytes.Buffer, v reflect.Value) bool

// The types of content that html/template trusts in its place.
var (
	htmlType = reflect.TypeFor[template.HTML]()
	jsType   = reflect.TypeFor[template.JS]()
)

// slowEscapers are places of each sort in templates of html/template, for values that need its care.
type slowEscapers struct{ places map[string]place }

type place struct {
	t             *template.Template
	before, after string
}

func newSlowEscapers() *slowEscapers {
	s := &slowEscapers{places: map[string]place{}}
	for _, p := range []place{{before: `<a href="`, after: `">`}, {before: `<a href="/`, after: `">`}, {before: `<a href="/?q=`, after: `">`}} {
		p.t = template.Must(template.New("").Parse(p.before + "{{.}}" + p.after))
		if p.t.Execute(&bytes.Buffer{}, "") != nil {
			continue
		}
		names := ""
		for _, n := range p.t.Tree.Root.Nodes {
			if a, ok := n.(*parse.ActionNode); ok {
				for _, c := range a.Pipe.Cmds[1:] {
					names += " " + c.String()
				}
			}
		}
		s.places[names] = p
	}
	return s
}

// writer returns what writes values of a type through a chain of escapers, each with a space before its name.
func (s *slowEscapers) writer(chain string, typ reflect.Type) (writer, error) {
	trusted := typ == htmlType || typ == jsType
	switch chain {
	case " " + escaperPrefix + "htmlescaper":
		if typ == htmlType {
			return func(b *bytes.Buffer, v reflect.Value) bool { b.WriteString(v.String()); return true }, nil
		}
		fallthrough
	case " " + escaperPrefix + "attrescaper", " " + escaperPrefix + "rcdataescaper":
		if !trusted && plainString(typ) {
			return func(b *bytes.Buffer, v reflect.Value) bool { escape(b, v.String()); return true }, nil
		}
		if typ == intType {
			return func(b *bytes.Buffer, v reflect.Value) bool {
				b.Write(strconv.AppendInt(b.AvailableBuffer(), v.Int(), 10))
				return true
			}, nil
		}
	case " " + escaperPrefix + "jsvalescaper":
		if typ == jsType {
			return func(b *bytes.Buffer, v reflect.Value) bool { b.WriteString(v.String()); return true }, nil
		}
	default:
		if p, ok := s.places[chain]; ok && typ == stringType {
			return p.write, nil
		}
	}
	return nil, fmt.Errorf("a %s in this place is not known here", typ)
}

// plainString reports whether html/template takes values of a type for plain text.
func plainString(typ reflect.Type) bool {
	return typ.Kind() == reflect.String && typ.PkgPath() != htmlType.PkgPath() && typ.NumMethod() == 0 && reflect.PointerTo(typ).NumMethod() == 0
}

// write writes an address or a part of one. Most hold only signs that stay what they are in any of these places.
func (p place) write(b *bytes.Buffer, v reflect.Value) bool {
	s := v.String()
	if unreserved(s, p.before[len(p.before)-1] != '=') {
		b.WriteString(s)
		return true
	}
	var page bytes.Buffer
	if p.t.Execute(&page, s) != nil {
		return false
	}
	out := page.Bytes()
	b.Write(out[len(p.before) : len(out)-len(p.after)])
	return true
}

// unreserved reports whether a part of an address stands as it is: letters, digits, "-._~", and slashes and # outside queries.
func unreserved(s string, path bool) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '.', c == '_', c == '~':
		case path && (c == '/' || c == '#'):
		default:
			return false
		}
	}
	return true
}

// escape writes text as html/template does between tags, in attributes in quotes and in titles.
func escape(b *bytes.Buffer, s string) {
	last := 0
	for i := 0; i < len(s); i++ {
		var esc string
		switch s[i] {
		case 0:
			esc = "\uFFFD"
		case '"':
			esc = "&#34;"
		case '&':
			esc = "&amp;"
		case '\'':
			esc = "&#39;"
		case '+':
			esc = "&#43;"
		case '<':
			esc = "&lt;"
		case '>':
			esc = "&gt;"
		default:
			continue
		}
		b.WriteString(s[last:i])
		b.WriteString(esc)
		last = i + 1
	}
	b.WriteString(s[last:])
}
