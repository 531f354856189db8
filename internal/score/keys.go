package score

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// honorifics are no part of a name.
var honorifics = strings.Fields(`mr mrs ms dr he hon sir lord dame amb gen lt col adm prof sheikh shaikh the honorable
	honourable jr sr ambassador datuk dato`)

// nameKey is what is left of a name when order, accents, hyphens, honorifics and initials do not matter.
func nameKey(name string) []string {
	folded := strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.M, r), r == '\'', r == '’', r == '`', r == '-':
			return -1
		case unicode.IsLetter(r):
			return unicode.ToLower(r)
		}
		return ' '
	}, norm.NFKD.String(name))
	var key []string
	for _, w := range strings.Fields(folded) {
		if len([]rune(w)) > 1 && !slices.Contains(honorifics, w) {
			key = append(key, w)
		}
	}
	slices.Sort(key)
	return key
}

// is reports whether a name is one of the person's forms; given names written apart or together do not matter.
func (p Person) is(name string) bool {
	k := nameKey(name)
	if len(k) == 0 {
		return false
	}
	for _, form := range append([]string{p.Name}, p.Variants...) {
		g := nameKey(form)
		if slices.Equal(g, k) || strings.Join(g, "") == strings.Join(k, "") || letters(g) == letters(k) && shares(g, k) {
			return true
		}
	}
	return false
}

func letters(key []string) string {
	r := []rune(strings.Join(key, ""))
	slices.Sort(r)
	return string(r)
}

func shares(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// plain is a text whose quotes, spaces, width and case do not matter.
func plain(s string) string {
	s = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`).Replace(norm.NFKC.String(s))
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}

// fillers are words of a role that do not matter.
var fillers = strings.Fields(`the of for and s to at in us u republic korea roks rok korean japanese american his her new
	newly appointed a an its`)

func roleKey(role string) map[string]bool {
	key := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ReplaceAll(plain(role), "'s", ""), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}) {
		if !slices.Contains(fillers, w) {
			key[w] = true
		}
	}
	return key
}

// held reports whether a role is one of the person's: the same words, or most of them.
func (p Person) held(role string) bool {
	k := roleKey(role)
	for _, form := range append([]string{p.Role}, p.RoleOr...) {
		g := roleKey(form)
		both := 0
		for w := range g {
			if k[w] {
				both++
			}
		}
		if len(g) == len(k) && both == len(g) || len(g) > 0 && len(k) > 0 && float64(both)/float64(len(g)+len(k)-both) >= 0.6 {
			return true
		}
	}
	return false
}
