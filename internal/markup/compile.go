package markup

import (
	"fmt"
	"html/template"
	"reflect"
	"text/template/parse"
)

// compiler follows the templates of a set, as html/template has made them safe.
type compiler struct {
	page   *template.Template
	funcs  template.FuncMap
	slow   *slowEscapers
	blocks map[blockKey]*block
}

type blockKey struct {
	name string
	dot  reflect.Type
}

// scope is what is known in one place of a template: the type of its dot and of its variables.
type scope struct {
	c    *compiler
	dot  reflect.Type // nil where there is none
	vars []variable   // visible ones
	most *int         // variables of the whole block
}

type variable struct {
	name string
	slot int
	typ  reflect.Type
}

func (c *compiler) template(name string, dot reflect.Type) (*block, error) {
	key := blockKey{name, dot}
	if k := c.blocks[key]; k != nil {
		return k, nil
	}
	t := c.page.Lookup(name)
	if t == nil || t.Tree == nil || t.Tree.Root == nil {
		return nil, fmt.Errorf("template %q is not there", name)
	}
	k := &block{vars: 1}
	c.blocks[key] = k // before it is done: templates may call themselves
	s := &scope{c: c, dot: dot, vars: []variable{{"$", 0, dot}}, most: &k.vars}
	var err error
	if k.steps, err = s.list(t.Tree.Root); err != nil {
		delete(c.blocks, key)
		return nil, fmt.Errorf("template %q: %w", name, err)
	}
	return k, nil
}

// inner is a scope in which variables may be declared that end with it.
func (s *scope) inner(dot reflect.Type) *scope {
	return &scope{c: s.c, dot: dot, vars: s.vars[:len(s.vars):len(s.vars)], most: s.most}
}

func (s *scope) list(l *parse.ListNode) ([]step, error) {
	if l == nil {
		return nil, nil
	}
	steps := make([]step, 0, len(l.Nodes))
	for _, n := range l.Nodes {
		st, err := s.node(n)
		if err != nil {
			return nil, err
		}
		if st != nil {
			steps = append(steps, st)
		}
	}
	return steps, nil
}

func (s *scope) node(n parse.Node) (step, error) {
	switch n := n.(type) {
	case *parse.TextNode:
		text := n.Text
		return func(m *machine, _ reflect.Value) bool { m.b.Write(text); return true }, nil
	case *parse.ActionNode:
		return s.action(n.Pipe)
	case *parse.IfNode:
		return s.branch(&n.BranchNode, false)
	case *parse.WithNode:
		return s.branch(&n.BranchNode, true)
	case *parse.RangeNode:
		return s.loop(&n.BranchNode)
	case *parse.TemplateNode:
		return s.invoke(n)
	case *parse.CommentNode:
		return nil, nil
	}
	return nil, fmt.Errorf("%s: not known here", n)
}

// action writes a value, or declares a variable.
func (s *scope) action(p *parse.PipeNode) (step, error) {
	if len(p.Decl) > 0 {
		return s.declare(p)
	}
	chain := 0 // escapers at the end
	for chain < len(p.Cmds)-1 && isEscaper(p.Cmds[len(p.Cmds)-1-chain]) {
		chain++
	}
	v, err := s.commands(p.Cmds[:len(p.Cmds)-chain])
	if err != nil {
		return nil, err
	}
	var names string
	for _, cmd := range p.Cmds[len(p.Cmds)-chain:] {
		names += " " + cmd.Args[0].(*parse.IdentifierNode).Ident
	}
	write, err := s.c.slow.writer(names, v.typ)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p, err)
	}
	return func(m *machine, dot reflect.Value) bool {
		x, ok := v.eval(m, dot)
		return ok && write(m.b, x)
	}, nil
}

func (s *scope) declare(p *parse.PipeNode) (step, error) {
	if len(p.Decl) != 1 || p.IsAssign || len(p.Decl[0].Ident) != 1 {
		return nil, fmt.Errorf("%s: only one new variable is known here", p)
	}
	v, err := s.commands(p.Cmds)
	if err != nil {
		return nil, err
	}
	slot := *s.most
	*s.most++
	s.vars = append(s.vars, variable{p.Decl[0].Ident[0], slot, v.typ})
	return func(m *machine, dot reflect.Value) bool {
		x, ok := v.eval(m, dot)
		if ok {
			m.stack[m.base+slot] = x
		}
		return ok
	}, nil
}

// branch is an if, or a with, which moves the dot.
func (s *scope) branch(n *parse.BranchNode, moves bool) (step, error) {
	in := s.inner(s.dot)
	if len(n.Pipe.Decl) > 0 {
		return nil, fmt.Errorf("%s: a variable in its head is not known here", n)
	}
	var test condition
	var v value
	var err error
	if moves {
		if v, err = in.pipe(n.Pipe); err == nil {
			in.dot = v.typ
		}
	} else {
		test, err = in.condition(n.Pipe)
	}
	if err != nil {
		return nil, err
	}
	yes, err := in.list(n.List)
	if err != nil {
		return nil, err
	}
	no, err := s.inner(s.dot).list(n.ElseList)
	if err != nil {
		return nil, err
	}
	if !moves {
		return func(m *machine, dot reflect.Value) bool {
			is, ok := test(m, dot)
			if !ok {
				return false
			}
			if is {
				return m.steps(yes, dot)
			}
			return m.steps(no, dot)
		}, nil
	}
	truth, err := truthOf(v.typ)
	if err != nil {
		return nil, err
	}
	return func(m *machine, dot reflect.Value) bool {
		x, ok := v.eval(m, dot)
		if !ok {
			return false
		}
		if truth(x) {
			return m.steps(yes, x)
		}
		return m.steps(no, dot)
	}, nil
}

// loop is a range over a slice.
func (s *scope) loop(n *parse.BranchNode) (step, error) {
	if len(n.Pipe.Decl) > 0 {
		return nil, fmt.Errorf("%s: a variable in its head is not known here", n)
	}
	v, err := s.pipe(n.Pipe)
	if err != nil {
		return nil, err
	}
	if v.typ.Kind() != reflect.Slice {
		return nil, fmt.Errorf("%s: only slices are known here", n.Pipe)
	}
	each, err := s.inner(v.typ.Elem()).list(n.List)
	if err != nil {
		return nil, err
	}
	none, err := s.inner(s.dot).list(n.ElseList)
	if err != nil {
		return nil, err
	}
	return func(m *machine, dot reflect.Value) bool {
		list, ok := v.eval(m, dot)
		if !ok {
			return false
		}
		length := list.Len()
		if length == 0 {
			return m.steps(none, dot)
		}
		for i := range length {
			if !m.steps(each, list.Index(i)) {
				return false
			}
		}
		return true
	}, nil
}

// invoke calls another template of the set.
func (s *scope) invoke(n *parse.TemplateNode) (step, error) {
	if n.Pipe == nil {
		return nil, fmt.Errorf("%s: a template without data is not known here", n)
	}
	v, err := s.pipe(n.Pipe)
	if err != nil {
		return nil, err
	}
	k, err := s.c.template(n.Name, v.typ)
	if err != nil {
		return nil, err
	}
	return func(m *machine, dot reflect.Value) bool {
		x, ok := v.eval(m, dot)
		return ok && m.call(k, x)
	}, nil
}
