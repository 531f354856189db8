package lexicon

import (
	"fmt"
	"strings"

	"readout/internal/words"
)

// Patterns are written as a reader would say them, with a few signs:
//
//	denuclear*            any word that begins so
//	(missile|nuclear) test*   one of several words or runs of words
//	[the] six party talks     a word that may be missing
//	(free|(press|media) freedom)   brackets may stand in brackets
//	sanction* & north korea   both in one sentence, in any order and place
//	summit & !olympic*        the second nowhere in the sentence
//	US, Georgia           a capital in the pattern asks for one in the text; all capitals ask for all capitals
//
// Hyphens, accents, apostrophes and dots do not matter: "burden sharing" finds "burden-sharing". A phrase does not reach
// over a comma, a bracket or the end of a sentence.

// Ref says what a pattern stands for: the class of an entry and its index in that class's slice in the Lexicon.
type Ref struct {
	Class Class
	Index int32
	Form  int32 // which of the entry's forms or phrases
}

// Hit is a pattern found in the words of one sentence: half-open, in words.
type Hit struct {
	From, To int32
	Ref
}

// Matcher finds many patterns at once. The zero Matcher is ready for Add. It is safe for many readers once built.
type Matcher struct {
	vocabulary map[string]int32
	prefixes   map[string][]prefix // by their first three bytes
	next       map[edge]int32
	ends       [][]end // by node
	groups     []group // patterns of several parts
}

type prefix struct {
	text string
	id   int32
}

type edge struct{ node, word int32 }

type end struct {
	ref   Ref
	caps  string // one letter a word: '.' any, 'T' not lower, 'U' all capitals; "" if all any
	group int32  // 1 + index in groups, 0 for a pattern of one part
	part  uint8
	not   bool
}

type group struct {
	ref   Ref
	parts uint8 // how many must be there
}

func (m *Matcher) begin() {
	if m.vocabulary == nil {
		m.vocabulary, m.prefixes, m.next = map[string]int32{}, map[string][]prefix{}, map[edge]int32{}
		m.ends = make([][]end, 1)
	}
}

// AddName enters a name as it is written, in which no sign has a meaning of its own.
func (m *Matcher) AddName(name string, ref Ref) error {
	m.begin()
	if err := m.addRun(strings.ReplaceAll(name, "*", " "), end{ref: ref}); err != nil {
		return fmt.Errorf("name %q: %w", name, err)
	}
	return nil
}

// Add enters a pattern. An error quotes the pattern and says what is wrong with it.
func (m *Matcher) Add(pattern string, ref Ref) error {
	m.begin()
	parts := strings.Split(pattern, " & ")
	e := end{ref: ref}
	if len(parts) > 1 {
		m.groups = append(m.groups, group{ref: ref})
		e.group = int32(len(m.groups))
	}
	if len(parts) > 8 {
		return fmt.Errorf("pattern %q: more than 8 parts", pattern)
	}
	need := uint8(0)
	for _, p := range parts {
		q := e
		p = strings.TrimSpace(p)
		if rest, ok := strings.CutPrefix(p, "!"); ok {
			if e.group == 0 {
				return fmt.Errorf("pattern %q: nothing but an exclusion", pattern)
			}
			p, q.not = rest, true
		} else {
			q.part = need
			need++
		}
		runs, err := expand(p)
		if err != nil {
			return fmt.Errorf("pattern %q: %w", pattern, err)
		}
		for _, run := range runs {
			if err := m.addRun(run, q); err != nil {
				return fmt.Errorf("pattern %q: %w", pattern, err)
			}
		}
	}
	if e.group > 0 {
		m.groups[e.group-1].parts = need
	}
	return nil
}

// addRun enters one run of plain words.
func (m *Matcher) addRun(run string, e end) error {
	node := int32(0)
	n := 0
	var caps []byte
	special := false
	for _, field := range strings.Fields(run) {
		star := strings.HasSuffix(field, "*")
		for _, w := range words.Cut(strings.TrimSuffix(field, "*")) {
			n++
			id := m.word(w.Text, star)
			c := byte('.')
			switch {
			case w.Case == words.Upper:
				c = 'U'
			case w.Case == words.Title || w.Case == words.Mixed:
				c = 'T'
			}
			if c != '.' {
				special = true
			}
			caps = append(caps, c)
			k := edge{node, id}
			to, ok := m.next[k]
			if !ok {
				to = int32(len(m.ends))
				m.ends = append(m.ends, nil)
				m.next[k] = to
			}
			node = to
		}
	}
	if n == 0 {
		return fmt.Errorf("no words")
	}
	if special {
		e.caps = string(caps)
	}
	for _, have := range m.ends[node] {
		if have == e {
			return nil
		}
	}
	m.ends[node] = append(m.ends[node], e)
	return nil
}

// word returns the id of a word, or of all words that begin so.
func (m *Matcher) word(text string, star bool) int32 {
	key := text
	if star {
		key += "*"
	}
	if id, ok := m.vocabulary[key]; ok {
		return id
	}
	id := int32(len(m.vocabulary)) + 1
	m.vocabulary[key] = id
	if star {
		h := head(text)
		m.prefixes[h] = append(m.prefixes[h], prefix{text, id})
	}
	return id
}

func head(s string) string {
	if len(s) > 3 {
		return s[:3]
	}
	return s
}

// Match appends to hits every pattern found in the words of one sentence, by start, and returns hits.
func (m *Matcher) Match(ws []words.Word, hits []Hit) []Hit {
	var seen map[int32]uint8 // parts found, by group
	var where map[int32]Hit
	var banned map[int32]bool
	found := func(from, to int, e end) {
		if e.caps != "" {
			for i := range e.caps {
				c := ws[from+i].Case
				if e.caps[i] == 'T' && c == words.Lower || e.caps[i] == 'U' && c != words.Upper {
					return
				}
			}
		}
		if e.group == 0 {
			hits = append(hits, Hit{int32(from), int32(to), e.ref})
			return
		}
		if seen == nil {
			seen, where, banned = map[int32]uint8{}, map[int32]Hit{}, map[int32]bool{}
		}
		if e.not {
			banned[e.group] = true
			return
		}
		seen[e.group] |= 1 << e.part
		h, ok := where[e.group]
		if !ok {
			h = Hit{int32(from), int32(to), e.ref}
		}
		h.To = max(h.To, int32(to))
		where[e.group] = h
	}
	var walk func(node int32, from, i int)
	step := func(node, id int32, from, i int) {
		to, ok := m.next[edge{node, id}]
		if !ok {
			return
		}
		for _, e := range m.ends[to] {
			found(from, i+1, e)
		}
		if i+1 < len(ws) && joins(ws[i], ws[i+1]) {
			walk(to, from, i+1)
		}
	}
	walk = func(node int32, from, i int) {
		t := ws[i].Text
		if id, ok := m.vocabulary[t]; ok {
			step(node, id, from, i)
		}
		for _, p := range m.prefixes[head(t)] {
			if strings.HasPrefix(t, p.text) {
				step(node, p.id, from, i)
			}
		}
	}
	for i := range ws {
		walk(0, i, i)
	}
	for g, parts := range seen {
		if !banned[g] && parts == 1<<m.groups[g-1].parts-1 {
			hits = append(hits, where[g])
		}
	}
	if len(seen) > 0 {
		sortHits(hits)
	}
	return hits
}

// joins reports whether a phrase may go on from a to b.
func joins(a, b words.Word) bool {
	switch b.Gap {
	case words.Glued, words.Hyphen, words.Space:
		return true
	case words.Stop: // St. Petersburg, N. Korea, Dr. Pak
		return len(a.Text) <= 3 && a.Case != words.Lower
	}
	return false
}

// expand writes out the alternatives and optional words of a pattern, brackets within brackets first.
func expand(p string) ([]string, error) {
	i := strings.IndexAny(p, "([")
	if i < 0 {
		if strings.ContainsAny(p, ")]|") {
			return nil, fmt.Errorf("unbalanced brackets")
		}
		return []string{p}, nil
	}
	choices, end, err := bracket(p, i)
	if err != nil {
		return nil, err
	}
	tails, err := expand(p[end:])
	if err != nil {
		return nil, err
	}
	if strings.ContainsAny(p[:i], ")]|") {
		return nil, fmt.Errorf("unbalanced brackets")
	}
	if len(choices)*len(tails) > maxReadings {
		return nil, fmt.Errorf("more than %d readings", maxReadings)
	}
	out := make([]string, 0, len(choices)*len(tails))
	for _, c := range choices {
		for _, t := range tails {
			out = append(out, p[:i]+c+t)
		}
	}
	return out, nil
}

const maxReadings = 512

// bracket returns what the bracket that opens at p[i] may stand for, and the offset after it.
func bracket(p string, i int) (choices []string, end int, err error) {
	depth, from := 0, i+1
	take := func(j int) error {
		more, err := expand(p[from:j])
		choices = append(choices, more...)
		if len(choices) > maxReadings {
			return fmt.Errorf("more than %d readings", maxReadings)
		}
		from = j + 1
		return err
	}
	for j := i; j < len(p); j++ {
		switch p[j] {
		case '(', '[':
			depth++
		case '|':
			if depth == 1 {
				err = take(j)
			}
		case ')', ']':
			depth--
			if depth > 0 {
				break
			}
			if (p[i] == '(') != (p[j] == ')') {
				return nil, 0, fmt.Errorf("unbalanced brackets")
			}
			if err = take(j); err != nil {
				return nil, 0, err
			}
			if p[i] == '[' {
				choices = append(choices, "")
			}
			return choices, j + 1, nil
		}
		if err != nil {
			return nil, 0, err
		}
	}
	return nil, 0, fmt.Errorf("unbalanced brackets")
}
