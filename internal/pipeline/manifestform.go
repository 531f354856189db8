package pipeline

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// The manifest of a large site has some hundred thousand lines. It is written and read as encoding/json would, in a tenth
// of the time; what does not look as it was written here is left to encoding/json.

// inOrder lists the keys of a map in order. Most of them may be known in order already.
func inOrder[V any](m map[string]V, known []string) []string {
	names := make([]string, 0, len(m))
	for _, name := range known {
		if _, ok := m[name]; ok {
			names = append(names, name)
		}
	}
	if len(names) == len(m) {
		return names
	}
	return sortedKeys(m)
}

func (m manifest) format() []byte {
	b := make([]byte, 0, 150*len(m.Files)+200)
	b = append(appendJSON(append(b, "{\n \"generator\": "...), m.Generator), ",\n \"version\": "...)
	b = append(appendJSON(b, m.Version), ",\n \"files\": {"...)
	for i, name := range inOrder(m.Files, m.order) {
		if i > 0 {
			b = append(b, ',')
		}
		f := m.Files[name]
		b = append(appendJSON(append(b, "\n  "...), name), ": {\n   \"sha256\": "...)
		b = append(appendJSON(b, f.SHA256), ",\n   \"bytes\": "...)
		b = append(strconv.AppendInt(b, f.Bytes, 10), "\n  }"...)
	}
	if len(m.Files) > 0 {
		b = append(b, "\n "...)
	}
	return append(b, "}\n}\n"...)
}

// plainJSON reports whether a text stands in JSON as it is.
func plainJSON(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c >= 0x7F || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' {
			return false
		}
	}
	return true
}

func appendJSON(b []byte, s string) []byte {
	if plainJSON(s) {
		return append(append(append(b, '"'), s...), '"')
	}
	text, err := json.Marshal(s)
	if err != nil {
		panic(err) // a text can be written
	}
	return append(b, text...)
}

// scanManifest reads what format wrote, byte for byte; false for anything else, and for names that do not stand in JSON as
// they are.
func scanManifest(s string) (m manifest, ok bool) {
	ok = true
	skip := func(want string) {
		if ok = ok && strings.HasPrefix(s, want); ok {
			s = s[len(want):]
		}
	}
	text := func() string {
		skip("\"")
		end := strings.IndexByte(s, '"')
		if ok = ok && end >= 0 && plainJSON(s[:end]); !ok {
			return ""
		}
		t := s[:end]
		s = s[end+1:]
		return t
	}
	skip("{\n \"generator\": ")
	m.Generator = text()
	skip(",\n \"version\": ")
	m.Version = text()
	skip(",\n \"files\": {")
	lines := strings.Count(s, "\n")
	m.Files, m.order = make(map[string]published, lines/4), make([]string, 0, lines/4)
	for more := strings.HasPrefix(s, "\n  "); ok && more; {
		skip("\n  ")
		name := text()
		skip(": {\n   \"sha256\": ")
		f := published{SHA256: text()}
		skip(",\n   \"bytes\": ")
		end := 0
		for end < len(s) && end < 18 && s[end] >= '0' && s[end] <= '9' {
			f.Bytes = f.Bytes*10 + int64(s[end]-'0')
			end++
		}
		ok = ok && end > 0 && (end == 1 || s[0] != '0')
		s = s[end:]
		skip("\n  }")
		m.Files[name] = f
		m.order = append(m.order, name)
		if more = strings.HasPrefix(s, ","); more {
			skip(",")
		} else {
			skip("\n ")
		}
	}
	skip("}\n}\n")
	if !ok || s != "" || m.Generator != generator || !slices.IsSorted(m.order) || len(m.order) != len(m.Files) {
		return manifest{}, false
	}
	return m, true
}
