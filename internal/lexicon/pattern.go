package lexicon

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"readout/internal/words"
)

// Builder gathers patterns for a Matcher. The zero Builder is ready for use.
type Builder struct {
	vocabulary map[string]int32 // words by number; a word that stands for all that begin so ends in a star
	next       map[edge]int32
	ends       [][]end // by node
	groups     []group // patterns of several parts
}

type edge struct{ node, word int32 }

// The limits of a pattern: parts, readings, words of a reading whose capitals count, commas of a reading, length.
const (
	maxParts    = 7
	maxReadings = 512
	maxCaps     = 16
	maxCommas   = 4
	maxLength   = 4000 // bytes
)

// comma is a word of its own in the trie, so that a pattern with a comma may reach over one.
const comma = ","

func (b *Builder) begin() {
	if b.vocabulary == nil {
		b.vocabulary, b.next, b.ends = map[string]int32{}, map[edge]int32{}, make([][]end, 1)
		b.word(comma)
	}
}

// AddName enters a name as it is written, in which no sign has a meaning of its own.
func (b *Builder) AddName(name string, ref Ref) error {
	b.begin()
	if len(name) > maxLength {
		return fmt.Errorf("name %q...: longer than %d bytes", name[:40], maxLength)
	}
	if err := b.addRun(strings.ReplaceAll(name, "*", " "), end{Ref: ref}); err != nil {
		return fmt.Errorf("name %q: %w", name, err)
	}
	return nil
}

// Add enters a pattern. An error quotes the pattern and says what is wrong with it.
func (b *Builder) Add(pattern string, ref Ref) error {
	b.begin()
	if len(pattern) > maxLength {
		return fmt.Errorf("pattern %q...: longer than %d bytes", pattern[:40], maxLength)
	}
	parts := strings.Split(pattern, " & ")
	if len(parts) > maxParts {
		return fmt.Errorf("pattern %q: more than %d parts", pattern, maxParts)
	}
	e := end{Ref: ref}
	if len(parts) > 1 {
		b.groups = append(b.groups, group{ref: ref})
		e.group = int32(len(b.groups))
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
			if err := b.addRun(run, q); err != nil {
				return fmt.Errorf("pattern %q: %w", pattern, err)
			}
		}
	}
	if e.group > 0 {
		if need == 0 {
			return fmt.Errorf("pattern %q: nothing but exclusions", pattern)
		}
		b.groups[e.group-1].parts = need
	}
	return nil
}

// addRun enters one run of plain words.
func (b *Builder) addRun(run string, e end) error {
	var keys []string
	var commas []bool // whether a comma may stand before the word
	before := false
	n := 0
	for _, field := range strings.Fields(run) {
		star := strings.HasSuffix(field, "*")
		cut := words.Cut(strings.TrimSuffix(field, "*"))
		for i, w := range cut {
			key := w.Text
			if star && i == len(cut)-1 {
				if len(key) < shortest {
					return fmt.Errorf("a star after fewer than %d letters", shortest)
				}
				key += "*"
			}
			if n := len(keys); n < maxCaps {
				switch w.Case {
				case words.Upper:
					e.upper |= 1 << n
				case words.Title, words.Mixed:
					e.title |= 1 << n
				}
			}
			keys = append(keys, key)
			commas = append(commas, before)
			before = false
		}
		if before = strings.HasSuffix(field, ",") && len(keys) > 0; before {
			n++
		}
	}
	if n > maxCommas+1 { // the last of them may stand behind the last word
		return fmt.Errorf("more than %d commas", maxCommas)
	}
	if len(keys) == 0 {
		return fmt.Errorf("no words")
	}
	b.enter(0, keys, commas, e)
	return nil
}

// enter goes on from a node; a word before which the pattern has a comma may stand after one or without.
func (b *Builder) enter(node int32, keys []string, commas []bool, e end) {
	for i, key := range keys {
		if commas[i] {
			b.enter(b.step(node, b.word(comma)), keys[i:], append([]bool{false}, commas[i+1:]...), e)
		}
		node = b.step(node, b.word(key))
	}
	if !slices.Contains(b.ends[node], e) {
		b.ends[node] = append(b.ends[node], e)
	}
}

func (b *Builder) step(node, word int32) int32 {
	k := edge{node, word}
	to, ok := b.next[k]
	if !ok {
		to = int32(len(b.ends))
		b.ends = append(b.ends, nil)
		b.next[k] = to
	}
	return to
}

func (b *Builder) word(key string) int32 {
	id, ok := b.vocabulary[key]
	if !ok {
		id = int32(len(b.vocabulary))
		b.vocabulary[key] = id
	}
	return id
}

// Matcher makes the matcher of all patterns entered. The Builder may be added to afterwards; the Matcher never changes.
func (b *Builder) Matcher() Matcher {
	b.begin()
	// Words in order, so that equal patterns make an equal matcher whatever the order in which they came.
	keys := make([]string, 0, len(b.vocabulary))
	for k := range b.vocabulary {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(x, y string) int {
		return cmp.Or(cmp.Compare(kindOfKey(x), kindOfKey(y)), cmp.Compare(x, y))
	})
	number := make([]int32, len(keys))
	for i, k := range keys {
		number[b.vocabulary[k]] = int32(i)
	}
	children := make([][]edge, len(b.ends)) // here edge is (child, word)
	for k, to := range b.next {
		children[k.node] = append(children[k.node], edge{to, number[k.word]})
	}
	m := Matcher{groups: slices.Clone(b.groups)}
	m.nodes = make([]node, 1, len(b.ends)+1)
	m.edges = make([]int32, 0, len(b.ends))
	queue := make([]int32, 1, len(b.ends))
	for at := 0; at < len(queue); at++ {
		old := queue[at]
		m.nodes[at] = node{edge: int32(len(m.edges)), end: int32(len(m.ends))}
		slices.SortFunc(children[old], func(x, y edge) int { return cmp.Compare(x.word, y.word) })
		for _, c := range children[old] {
			m.edges = append(m.edges, c.word)
			queue = append(queue, c.node)
			m.nodes = append(m.nodes, node{})
		}
		m.ends = append(m.ends, b.ends[old]...)
	}
	m.nodes = append(m.nodes, node{edge: int32(len(m.edges)), end: int32(len(m.ends))})
	m.words = newTable(m.finish(keys))
	return m
}

// kindOfKey puts the comma first, then plain words, then beginnings of words.
func kindOfKey(key string) int {
	switch {
	case key == comma:
		return 0
	case !strings.HasSuffix(key, "*"):
		return 1
	}
	return 2
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
