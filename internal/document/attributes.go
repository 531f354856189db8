package document

import "strings"

// attribute is one attribute of a tag: its name in lower case, its decoded value, and where the value stands in the file.
type attribute struct {
	name, value string
	start, end  int
}

// attributes reads the attributes of a start tag. At is the place of the tag in the file.
func attributes(tag string, at int, into []attribute) []attribute {
	into = into[:0]
	i := 1
	for i < len(tag) && !htmlSpace(tag[i]) && tag[i] != '/' && tag[i] != '>' {
		i++
	}
	for len(into) < 64 {
		for i < len(tag) && (htmlSpace(tag[i]) || tag[i] == '/') {
			i++
		}
		if i >= len(tag) || tag[i] == '>' {
			break
		}
		from := i
		for i < len(tag) && !htmlSpace(tag[i]) && tag[i] != '=' && tag[i] != '>' && (tag[i] != '/' || i == from) {
			i++
		}
		if i == from { // a stray "="
			i++
			continue
		}
		a := attribute{name: strings.ToLower(tag[from:i])}
		for i < len(tag) && htmlSpace(tag[i]) {
			i++
		}
		if i < len(tag) && tag[i] == '=' {
			i++
			for i < len(tag) && htmlSpace(tag[i]) {
				i++
			}
			var end int
			if i < len(tag) && (tag[i] == '"' || tag[i] == '\'') {
				q := tag[i]
				i++
				end = len(tag)
				if j := strings.IndexByte(tag[i:], q); j >= 0 {
					end = i + j
				}
				a.value, a.start, a.end = tag[i:end], at+i, at+end
				i = min(end+1, len(tag))
			} else {
				end = i
				for end < len(tag) && !htmlSpace(tag[end]) && tag[end] != '>' {
					end++
				}
				a.value, a.start, a.end = tag[i:end], at+i, at+end
				i = end
			}
			a.value = unescape(a.value)
		}
		into = append(into, a)
	}
	return into
}

func htmlSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }

// unescape resolves the character references of a value.
func unescape(s string) string {
	i := strings.IndexByte(s, '&')
	if i < 0 {
		return s
	}
	var b strings.Builder
	for i >= 0 {
		b.WriteString(s[:i])
		t, n := entity(s[i:])
		if n == 0 {
			t, n = "&", 1
		}
		b.WriteString(t)
		s = s[i+n:]
		i = strings.IndexByte(s, '&')
	}
	b.WriteString(s)
	return b.String()
}

func attributeOf(as []attribute, name string) (attribute, bool) {
	for _, a := range as {
		if a.name == name {
			return a, true
		}
	}
	return attribute{}, false
}
