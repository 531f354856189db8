package search

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"

	"readout/internal/archive"
)

// pieces reads an index as search.js does, from its files alone.
type pieces struct {
	t     testing.TB
	files map[string][]byte
	index index
	codes map[uint32]string
}

func open(t testing.TB, a *archive.Archive, o Options) *pieces {
	t.Helper()
	p := &pieces{t: t, files: map[string][]byte{}}
	for path, b := range Write(a, o) {
		if _, twice := p.files[path]; twice {
			t.Fatalf("%s is written twice", path)
		}
		p.files[path] = b
	}
	if err := json.Unmarshal(p.read("index"), &p.index); err != nil {
		t.Fatal(err)
	}
	return p
}

// packed returns the bytes of a piece.
func (p *pieces) packed(name string) []byte {
	p.t.Helper()
	b, ok := p.files["search/"+name+".js"]
	if !ok {
		p.t.Fatalf("no piece %q", name)
	}
	data, ok := bytes.CutPrefix(b, []byte(`readoutSearch.piece("`+name+`","`))
	data, ok2 := bytes.CutSuffix(data, []byte("\");\n"))
	if !ok || !ok2 {
		p.t.Fatalf("%s is no call: %q", name, b)
	}
	return unpack(p.t, data)
}

func (p *pieces) read(name string) []byte {
	p.t.Helper()
	text, err := io.ReadAll(flate.NewReader(bytes.NewReader(p.packed(name))))
	if err != nil {
		p.t.Fatalf("%s: %v", name, err)
	}
	return text
}

// alphabet reads what the symbols stand for, by their codes: a 1, then the bits.
func (p *pieces) alphabet() map[uint32]string {
	c := cursor{p.read("symbols")}
	var texts []string
	for i := range 256 {
		texts = append(texts, string([]byte{byte(i)}))
	}
	word := ""
	for range c.number() {
		word = word[:c.number()] + c.string()
		texts = append(texts, word)
	}
	for range c.number() {
		a, b := c.number(), c.number()
		texts = append(texts, texts[a]+texts[b])
	}
	if len(c.b) != len(texts) {
		p.t.Fatalf("%d lengths of %d symbols", len(c.b), len(texts))
	}
	codes := map[uint32]string{}
	code := uint32(0)
	for length := byte(1); length <= maxLength; length++ {
		code <<= 1
		for i, n := range c.b {
			if n == length {
				codes[1<<length|code] = texts[i]
				code++
			}
		}
	}
	if code != 1<<maxLength || len(codes) != len(texts) {
		p.t.Fatalf("codes are no full tree: %d", code)
	}
	return codes
}

// text reads a piece that is written in symbols.
func (p *pieces) text(name string) string {
	if p.codes == nil {
		p.codes = p.alphabet()
	}
	var out []byte
	code := uint32(1)
	for _, c := range p.packed(name) {
		for bit := range 8 {
			code = code<<1 | uint32(c>>(7-bit)&1)
			if text, ok := p.codes[code]; ok {
				if text == "\x00" {
					return string(out)
				}
				out = append(out, text...)
				code = 1
			}
		}
	}
	p.t.Fatalf("%s does not end", name)
	return ""
}

func unpack(t testing.TB, s []byte) []byte {
	var out []byte
	bits, n := 0, 0
	value := func(c byte) int {
		if c < '#' || c > '~' || c == '\\' {
			t.Fatalf("%q in packed data", c)
		}
		if c > '\\' {
			c--
		}
		return int(c - '#')
	}
	for i := 0; i < len(s); i += 2 {
		if i+1 < len(s) {
			bits |= (value(s[i]) + 91*value(s[i+1])) << n
			n += 13
		} else {
			bits |= value(s[i]) << n
			n += 6
		}
		for ; n >= 8; n -= 8 {
			out = append(out, byte(bits))
			bits >>= 8
		}
	}
	return out
}

// cursor reads numbers and strings.
type cursor struct{ b []byte }

func (c *cursor) number() int {
	n, k := binary.Uvarint(c.b)
	c.b = c.b[k:]
	return int(n)
}

func (c *cursor) string() string {
	n := c.number()
	s := string(c.b[:n])
	c.b = c.b[n:]
	return s
}

// words reads all words with their releases, "number:weight".
func (p *pieces) words() map[string][]string {
	all := map[string][]string{}
	for i, first := range p.index.Words {
		c := cursor{p.read(numbered("words", i))}
		n := c.number()
		var list []string
		var counts []int
		word := ""
		for range n {
			word = word[:c.number()] + c.string()
			list, counts = append(list, word), append(counts, c.number())
		}
		if list[0] != first || !slices.IsSorted(list) {
			p.t.Errorf("piece %d begins with %q, want %q, in order", i, list[0], first)
		}
		for k, w := range list {
			release := 0
			for range counts[k] {
				v := c.number()
				release += v >> 2
				all[w] = append(all[w], fmt.Sprint(release, ":", v&3))
			}
		}
		if len(c.b) > 0 {
			p.t.Errorf("piece %d: %d bytes too many", i, len(c.b))
		}
	}
	return all
}

// named lists the pieces of a folder in order, of so many releases each.
func (p *pieces) named(folder string, many int) []string {
	var names []string
	for i, x := range p.index.Parts {
		until := p.index.Count
		if i+1 < len(p.index.Parts) {
			until = p.index.Parts[i+1].From
		}
		for k := 0; k*many < until-x.From; k++ {
			names = append(names, folder+"/"+x.Name+strconv.Itoa(k))
		}
	}
	return names
}

// titles reads the line of each release.
func (p *pieces) titles() [][]string {
	var all [][]string
	for _, name := range p.named("titles", p.index.Titles) {
		for line := range strings.Lines(p.text(name)) {
			all = append(all, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
		}
	}
	return all
}

// texts reads the sentences of each release, each with its place in the file.
func (p *pieces) texts() [][]sentence {
	var all [][]sentence
	for _, name := range p.named("texts", p.index.Texts) {
		var list []sentence
		at := 0
		for line := range strings.Lines(p.text(name)) {
			if line == "\n" {
				all, list, at = append(all, list), nil, 0
				continue
			}
			step, text, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
			if step == "-" {
				list = append(list, sentence{text, -1})
				continue
			}
			n, err := strconv.Atoi(step)
			if err != nil {
				p.t.Fatal(err)
			}
			list = append(list, sentence{text, at + n})
			at += n + len(text)
		}
	}
	return all
}

func (p *pieces) facet(key string) []value {
	c := cursor{p.read("facets/" + key)}
	var all []value
	for range c.number() {
		v := value{id: c.string(), name: c.string()}
		last := 0
		for range c.number() {
			last += c.number()
			v.releases = append(v.releases, last)
		}
		all = append(all, v)
	}
	return all
}
