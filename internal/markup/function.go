package markup

import (
	"fmt"
	"reflect"
	"text/template/parse"
)

// function is a call of one of the functions with which the template was parsed, or of len.
func (s *scope) function(name string, args []value) (value, error) {
	own, ok := s.c.funcs[name]
	switch {
	case ok:
	case name == "len" && len(args) == 1:
		switch args[0].typ.Kind() {
		case reflect.Slice, reflect.Array, reflect.Map, reflect.String:
			of := args[0].eval
			return value{intType, func(m *machine, dot reflect.Value) (reflect.Value, bool) {
				v, ok := of(m, dot)
				if !ok {
					return v, false
				}
				return reflect.ValueOf(v.Len()), true
			}}, nil
		}
		fallthrough
	default:
		return value{}, fmt.Errorf("function %s is not known here", name)
	}
	f := reflect.ValueOf(own)
	typ := f.Type()
	if typ.IsVariadic() || typ.NumOut() != 1 || typ.NumIn() != len(args) {
		return value{}, fmt.Errorf("function %s is not known here with %d arguments", name, len(args))
	}
	for i, a := range args {
		if typ.In(i) != a.typ {
			return value{}, fmt.Errorf("function %s takes %s, not %s", name, typ.In(i), a.typ)
		}
	}
	switch f := own.(type) { // those that pages call most, without reflection
	case func(string) string:
		a := args[0].eval
		return value{stringType, func(m *machine, dot reflect.Value) (reflect.Value, bool) {
			x, ok := a(m, dot)
			if !ok {
				return x, false
			}
			return reflect.ValueOf(f(x.String())), true
		}}, nil
	case func(int) string:
		a := args[0].eval
		return value{stringType, func(m *machine, dot reflect.Value) (reflect.Value, bool) {
			x, ok := a(m, dot)
			if !ok {
				return x, false
			}
			return reflect.ValueOf(f(int(x.Int()))), true
		}}, nil
	}
	return value{typ.Out(0), func(m *machine, dot reflect.Value) (reflect.Value, bool) {
		in := make([]reflect.Value, len(args))
		for i, a := range args {
			x, ok := a.eval(m, dot)
			if !ok {
				return x, false
			}
			in[i] = x
		}
		return f.Call(in)[0], true
	}}, nil
}

// condition is an expression of which only the truth matters.
type condition func(m *machine, dot reflect.Value) (is, ok bool)

func (s *scope) condition(p *parse.PipeNode) (condition, error) {
	if len(p.Decl) > 0 {
		return nil, fmt.Errorf("%s: a variable here is not known", p)
	}
	if len(p.Cmds) == 1 {
		if f, ok := p.Cmds[0].Args[0].(*parse.IdentifierNode); ok && s.c.funcs[f.Ident] == nil {
			args := p.Cmds[0].Args[1:]
			switch f.Ident {
			case "and", "or":
				return s.several(args, f.Ident == "or")
			case "not":
				if len(args) == 1 {
					of, err := s.truth(args[0])
					return func(m *machine, dot reflect.Value) (bool, bool) {
						is, ok := of(m, dot)
						return !is, ok
					}, err
				}
			case "eq", "ne", "lt", "le", "gt", "ge":
				if len(args) == 2 {
					return s.compare(f.Ident, args[0], args[1])
				}
			}
		}
	}
	v, err := s.commands(p.Cmds)
	if err != nil {
		return nil, err
	}
	return truthful(v)
}

// truth is the truth of an argument of and, or, not.
func (s *scope) truth(n parse.Node) (condition, error) {
	if p, ok := n.(*parse.PipeNode); ok {
		return s.condition(p)
	}
	v, err := s.operand(n)
	if err != nil {
		return nil, err
	}
	return truthful(v)
}

func truthful(v value) (condition, error) {
	truth, err := truthOf(v.typ)
	if err != nil {
		return nil, err
	}
	return func(m *machine, dot reflect.Value) (bool, bool) {
		x, ok := v.eval(m, dot)
		return ok && truth(x), ok
	}, nil
}

// several is and, or or: the first argument whose truth is until settles it.
func (s *scope) several(args []parse.Node, until bool) (condition, error) {
	var all []condition
	for _, a := range args {
		c, err := s.truth(a)
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return func(m *machine, dot reflect.Value) (bool, bool) {
		for _, c := range all {
			if is, ok := c(m, dot); !ok || is == until {
				return is, ok
			}
		}
		return !until, true
	}, nil
}

func (s *scope) compare(how string, left, right parse.Node) (condition, error) {
	a, err := s.operand(left)
	if err != nil {
		return nil, err
	}
	b, err := s.operand(right)
	if err != nil {
		return nil, err
	}
	var order func(x, y reflect.Value) int
	switch ka, kb := a.typ.Kind(), b.typ.Kind(); {
	case ka == reflect.String && kb == reflect.String:
		order = func(x, y reflect.Value) int {
			if x, y := x.String(), y.String(); x < y {
				return -1
			} else if x > y {
				return 1
			}
			return 0
		}
	case a.typ == intType && b.typ == intType:
		order = func(x, y reflect.Value) int {
			if x, y := x.Int(), y.Int(); x < y {
				return -1
			} else if x > y {
				return 1
			}
			return 0
		}
	default:
		return nil, fmt.Errorf("%s of %s and %s is not known here", how, a.typ, b.typ)
	}
	fits := map[string][3]bool{ // less, equal, more
		"eq": {false, true, false}, "ne": {true, false, true}, "lt": {true, false, false},
		"le": {true, true, false}, "gt": {false, false, true}, "ge": {false, true, true},
	}[how]
	return func(m *machine, dot reflect.Value) (bool, bool) {
		x, ok := a.eval(m, dot)
		if !ok {
			return false, false
		}
		y, ok := b.eval(m, dot)
		return ok && fits[order(x, y)+1], ok
	}, nil
}

// truthOf tells which values of a type are true to text/template.
func truthOf(t reflect.Type) (func(reflect.Value) bool, error) {
	switch t.Kind() {
	case reflect.String, reflect.Slice, reflect.Array, reflect.Map:
		return func(v reflect.Value) bool { return v.Len() > 0 }, nil
	case reflect.Bool:
		return reflect.Value.Bool, nil
	case reflect.Pointer:
		return func(v reflect.Value) bool { return !v.IsNil() }, nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return func(v reflect.Value) bool { return v.Int() != 0 }, nil
	case reflect.Struct:
		return func(reflect.Value) bool { return true }, nil
	}
	return nil, fmt.Errorf("the truth of %s is not known here", t)
}
