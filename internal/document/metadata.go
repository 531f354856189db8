package document

import (
	"encoding/json"
	"io"
	"strings"

	"readout/internal/source"
	"readout/internal/words"
)

const (
	mostFields = 200
	jsonBytes  = 512 << 10 // of JSON-LD in a page
)

func (p *page) field(key string, a attribute) {
	if len(p.fields) < mostFields && len(a.value) <= 4096 {
		p.fields = append(p.fields, Field{Key: key, Value: strings.TrimSpace(a.value), Span: source.Span{Start: a.start, End: a.end}, From: "html"})
	}
}

// meta reads a meta element.
func (p *page) meta() {
	content, ok := attributeOf(p.attrs, "content")
	if !ok || strings.TrimSpace(content.value) == "" {
		return
	}
	for _, n := range []string{"property", "name", "itemprop"} {
		if a, ok := attributeOf(p.attrs, n); ok && a.value != "" && len(a.value) < 80 {
			p.field(strings.ToLower(a.value), content)
			return
		}
	}
}

// script reads the JSON-LD of a script element whose start tag has just been read.
func (p *page) script(at int) {
	kind, ok := attributeOf(p.attrs, "type")
	if !ok || !strings.Contains(strings.ToLower(kind.value), "ld+json") {
		return
	}
	from := at + strings.IndexByte(p.file[at:], '>') + 1
	n := strings.Index(p.file[from:min(len(p.file), from+jsonBytes)], "</")
	if n < 0 {
		return
	}
	p.jsonLD(p.file[from:from+n], from)
}

// properties of JSON-LD that tell something about a release.
var properties = map[string]bool{
	"datePublished": true, "dateModified": true, "dateCreated": true, "headline": true, "inLanguage": true, "url": true,
	"articleSection": true, "author.name": true, "publisher.name": true, "@type": true, "mainEntityOfPage": true, "mainEntityOfPage.@id": true,
}

// jsonLD reads the properties of the things that a page describes, each with its place in the file. Faulty JSON ends the
// reading and is no fault of the release.
func (p *page) jsonLD(s string, at int) {
	dec := json.NewDecoder(strings.NewReader(s))
	type level struct {
		object bool
		key    string // last key of an object
		isKey  bool   // a key comes next
	}
	var stack []level
	path := func() string {
		var keys []string
		for _, l := range stack {
			if l.object && l.key != "@graph" {
				keys = append(keys, l.key)
			}
		}
		return strings.Join(keys, ".")
	}
	for {
		before := dec.InputOffset()
		t, err := dec.Token()
		if err == io.EOF || err != nil || len(stack) > 32 {
			return
		}
		switch t := t.(type) {
		case json.Delim:
			switch t {
			case '{', '[':
				stack = append(stack, level{object: t == '{', isKey: t == '{'})
				continue
			}
			stack = stack[:max(0, len(stack)-1)]
		case string:
			if n := len(stack); n > 0 && stack[n-1].isKey {
				stack[n-1].key, stack[n-1].isKey = t, false
				continue
			}
			if key := path(); properties[key] && len(t) <= 4096 && len(p.fields) < mostFields {
				// the value lies in quotes between the two offsets
				piece := s[before:dec.InputOffset()]
				from := strings.IndexByte(piece, '"')
				p.fields = append(p.fields, Field{Key: "jsonld:" + key, Value: strings.TrimSpace(t), From: "html",
					Span: source.Span{Start: at + int(before) + from + 1, End: at + int(dec.InputOffset()) - 1}})
			}
		}
		if n := len(stack); n > 0 && stack[n-1].object {
			stack[n-1].isKey = true
		}
	}
}

// titles returns what the page's data call its headline, folded: whole, and without the name of the site.
func (p *page) titles() []string {
	var out []string
	for _, f := range p.fields {
		switch f.Key {
		case "og:title", "twitter:title", "jsonld:headline", "title", "dc.title", "dcterms.title":
			if len(f.Value) > 1000 {
				continue
			}
			out = append(out, words.Fold(f.Value))
			for _, bar := range siteBars {
				for _, s := range strings.Split(f.Value, bar) {
					if len(s) < len(f.Value) && strings.Count(s, " ") > 1 {
						out = append(out, words.Fold(s))
					}
				}
			}
		}
	}
	return out
}
