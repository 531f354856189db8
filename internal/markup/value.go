package markup

import (
	"fmt"
	"reflect"
	"text/template/parse"
)

// value is an expression whose type is known.
type value struct {
	typ  reflect.Type
	eval func(m *machine, dot reflect.Value) (v reflect.Value, ok bool)
}

var (
	intType    = reflect.TypeFor[int]()
	stringType = reflect.TypeFor[string]()
)

func constant(x any) value {
	v := reflect.ValueOf(x)
	return value{v.Type(), func(*machine, reflect.Value) (reflect.Value, bool) { return v, true }}
}

func (s *scope) pipe(p *parse.PipeNode) (value, error) {
	if len(p.Decl) > 0 {
		return value{}, fmt.Errorf("%s: a variable here is not known", p)
	}
	return s.commands(p.Cmds)
}

// commands are the parts of a pipeline: each takes the value of the one before as its last argument.
func (s *scope) commands(cmds []*parse.CommandNode) (value, error) {
	v, err := s.command(cmds[0], nil)
	for _, cmd := range cmds[1:] {
		if err != nil {
			return v, err
		}
		before := v
		v, err = s.command(cmd, &before)
	}
	return v, err
}

func (s *scope) command(c *parse.CommandNode, last *value) (value, error) {
	if f, ok := c.Args[0].(*parse.IdentifierNode); ok {
		var args []value
		for _, a := range c.Args[1:] {
			v, err := s.operand(a)
			if err != nil {
				return value{}, err
			}
			args = append(args, v)
		}
		if last != nil {
			args = append(args, *last)
		}
		return s.function(f.Ident, args)
	}
	if len(c.Args) != 1 || last != nil {
		return value{}, fmt.Errorf("%s: not known here", c)
	}
	return s.operand(c.Args[0])
}

func (s *scope) operand(n parse.Node) (value, error) {
	switch n := n.(type) {
	case *parse.DotNode:
		if s.dot == nil {
			return value{}, fmt.Errorf("no dot here")
		}
		return value{s.dot, func(_ *machine, dot reflect.Value) (reflect.Value, bool) { return dot, true }}, nil
	case *parse.FieldNode:
		if s.dot == nil {
			return value{}, fmt.Errorf("no dot here")
		}
		return fields(value{s.dot, func(_ *machine, dot reflect.Value) (reflect.Value, bool) { return dot, true }}, n.Ident)
	case *parse.VariableNode:
		for i := len(s.vars) - 1; i >= 0; i-- {
			if x := s.vars[i]; x.name == n.Ident[0] {
				if x.typ == nil {
					break
				}
				return fields(value{x.typ, func(m *machine, _ reflect.Value) (reflect.Value, bool) { return m.stack[m.base+x.slot], true }}, n.Ident[1:])
			}
		}
		return value{}, fmt.Errorf("%s is not known", n)
	case *parse.StringNode:
		return constant(n.Text), nil
	case *parse.NumberNode:
		if n.IsInt && int64(int(n.Int64)) == n.Int64 {
			return constant(int(n.Int64)), nil
		}
	case *parse.PipeNode:
		return s.pipe(n)
	}
	return value{}, fmt.Errorf("%s: not known here", n)
}

// fields follows a chain of fields.
func fields(v value, names []string) (value, error) {
	for _, name := range names {
		var err error
		if v, err = field(v, name); err != nil {
			return value{}, err
		}
	}
	return v, nil
}

// field is a field or a method without arguments, found as text/template finds it.
func field(of value, name string) (value, error) {
	typ, from := of.typ, of.eval
	if method, ok := typ.MethodByName(name); ok {
		if method.Type.NumIn() != 1 || method.Type.NumOut() != 1 || typ.Kind() == reflect.Interface {
			return value{}, fmt.Errorf("method %s.%s is not known here", typ, name)
		}
		return value{method.Type.Out(0), func(m *machine, dot reflect.Value) (reflect.Value, bool) {
			v, ok := from(m, dot)
			if !ok || v.Kind() == reflect.Pointer && v.IsNil() {
				return v, false
			}
			return v.Method(method.Index).Call(nil)[0], true
		}}, nil
	}
	pointer := typ.Kind() == reflect.Pointer
	if pointer {
		typ = typ.Elem()
	}
	if typ.Kind() != reflect.Struct {
		return value{}, fmt.Errorf("%s has no fields", typ)
	}
	if _, ok := reflect.PointerTo(typ).MethodByName(name); ok {
		return value{}, fmt.Errorf("method %s.%s is not known here", typ, name)
	}
	f, ok := typ.FieldByName(name)
	if !ok || !f.IsExported() {
		return value{}, fmt.Errorf("%s has no field %s", typ, name)
	}
	for i, inside := 0, typ; i < len(f.Index)-1; i++ {
		if inside = inside.Field(f.Index[i]).Type; inside.Kind() != reflect.Struct {
			return value{}, fmt.Errorf("%s.%s lies behind a pointer", typ, name)
		}
	}
	index := f.Index
	return value{f.Type, func(m *machine, dot reflect.Value) (reflect.Value, bool) {
		v, ok := from(m, dot)
		if !ok {
			return v, false
		}
		if pointer {
			if v.IsNil() {
				return v, false
			}
			v = v.Elem()
		}
		for _, i := range index {
			v = v.Field(i)
		}
		return v, true
	}}, nil
}
