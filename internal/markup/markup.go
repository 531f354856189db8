// Package markup fills HTML templates: byte for byte what html/template makes of them, several times faster.
//
// html/template looks every field up by its name and calls every escaper through reflection, for each page anew. Here a
// template that html/template has parsed and made safe is followed once for each type of data, and becomes a list of steps
// that know where their fields lie. Escapers stay those that html/template chose for each place. A template that uses what
// is not known here (interfaces, maps, functions of unknown shape, rare places such as style sheets) is filled by
// html/template as ever; so is a page whose filling meets a nil pointer, so that errors are those of html/template too.
package markup

import (
	"bytes"
	"errors"
	"html/template"
	"io"
	"reflect"
	"sync"
	text "text/template"
)

// Template is a template that is filled often. It may be used by several goroutines.
type Template struct {
	page  *template.Template
	funcs template.FuncMap

	mu       sync.RWMutex
	programs map[reflect.Type]*program // nil where html/template must fill the page
	left     []error                   // why, each
	slow     *slowEscapers
}

// New takes a parsed template and the functions it was parsed with. The template must not be parsed further.
func New(page *template.Template, funcs template.FuncMap) *Template {
	return &Template{page: page, funcs: funcs, programs: map[reflect.Type]*program{}}
}

// Execute fills the template with data and appends the result to b.
func (t *Template) Execute(b *bytes.Buffer, data any) error {
	if p := t.programFor(reflect.TypeOf(data)); p != nil {
		start := b.Len()
		if p.run(b, reflect.ValueOf(data)) {
			return nil
		}
		b.Truncate(start)
	}
	return t.page.Execute(&limited{b, maxPage}, data)
}

// Left tells what kept pages that were filled so far from being filled here, an error for each type of data.
func (t *Template) Left() []error {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.left
}

func (t *Template) programFor(typ reflect.Type) *program {
	t.mu.RLock()
	p, ok := t.programs[typ]
	t.mu.RUnlock()
	if ok {
		return p
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if p, ok = t.programs[typ]; !ok {
		var err error
		if p, err = t.compile(typ); err != nil {
			t.left = append(t.left, err)
		}
		t.programs[typ] = p
	}
	return p
}

func (t *Template) compile(typ reflect.Type) (*program, error) {
	// html/template makes a template safe when it is first executed; what comes of that is told when a page is filled
	if err := t.page.Execute(&limited{io.Discard, maxPage}, nil); err != nil && !errors.As(err, new(text.ExecError)) {
		return nil, err
	}
	if t.slow == nil {
		t.slow = newSlowEscapers()
	}
	c := &compiler{page: t.page, funcs: t.funcs, slow: t.slow, blocks: map[blockKey]*block{}}
	main, err := c.template(t.page.Name(), typ)
	if err != nil {
		return nil, err
	}
	return &program{main}, nil
}

// program is a template compiled for one type of data.
type program struct{ main *block }

// block is one template of the set, for one type of its dot.
type block struct {
	steps []step
	vars  int // variables that it declares, $ among them
}

// step writes a piece of the page. It returns false where html/template must fill the page.
type step func(m *machine, dot reflect.Value) bool

// machine fills one page.
type machine struct {
	b     *bytes.Buffer
	stack []reflect.Value // variables of all blocks that are being filled
	base  int             // where those of the innermost begin
	depth int
}

// maxDepth is how deep templates may call each other here; html/template allows more.
const maxDepth = 200

func (p *program) run(b *bytes.Buffer, data reflect.Value) bool {
	m := machine{b: b, stack: make([]reflect.Value, 0, 32)}
	return m.call(p.main, data)
}

func (m *machine) call(k *block, dot reflect.Value) bool {
	if m.depth++; m.depth > maxDepth {
		return false
	}
	base, length := m.base, len(m.stack)
	m.base = length
	for range k.vars {
		m.stack = append(m.stack, reflect.Value{})
	}
	m.stack[m.base] = dot
	ok := m.steps(k.steps, dot)
	m.stack, m.base = m.stack[:length], base
	m.depth--
	return ok
}

func (m *machine) steps(steps []step, dot reflect.Value) bool {
	for _, s := range steps {
		if !s(m, dot) {
			return false
		}
	}
	return true
}
