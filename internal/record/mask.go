package record

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The signs that stand for an at sign, as pages write it to be read by people or by browsers.
var atSigns = [...]string{"@", "＠", "&#64;", "&#064;", "&#x40;", "&#X40;", "&commat;", "%40", "[at]", "(at)", "{at}", "[AT]", "(AT)", "<at>"}

// Mask returns a text in which each e-mail address is made of asterisks but for its at sign, and everything else is as it
// was. The result is as long as s, so that places in the one are places in the other.
func Mask(s string) string {
	if !maskable(s) {
		return s
	}
	var out []byte
	for i := 0; i < len(s); {
		sign := atSignAt(s[i:])
		if sign == 0 {
			i++
			continue
		}
		start := localPart(s, i)
		end := domainPart(s, i+sign)
		if start < 0 || end < 0 {
			i += sign
			continue
		}
		if out == nil {
			out = []byte(s)
		}
		for k := start; k < end; k++ {
			if (k < i || k >= i+sign) && s[k] != ' ' {
				out[k] = '*'
			}
		}
		i = end
	}
	if out == nil {
		return s
	}
	return string(out)
}

// maskable reports whether a text may hold an address; it is quick, and often right. Each sign is looked for by a byte of
// it that is rare in texts.
func maskable(s string) bool {
	if strings.IndexByte(s, '@') >= 0 || strings.Contains(s, "＠") {
		return true
	}
	for _, m := range [...]struct {
		rare   byte
		before []string
	}{
		{')', atWords[:]}, {']', atWords[:]}, {'}', atWords[:]}, {'>', atWords[:]}, {';', atEntities[:]},
	} {
		for rest := s; ; {
			i := strings.IndexByte(rest, m.rare)
			if i < 0 {
				break
			}
			for _, end := range m.before {
				if strings.HasSuffix(rest[:i], end) {
					return true
				}
			}
			rest = rest[i+1:]
		}
	}
	for rest := s; ; {
		i := strings.IndexByte(rest, '%')
		if i < 0 {
			return false
		}
		if rest = rest[i+1:]; strings.HasPrefix(rest, "40") {
			return true
		}
	}
}

// What stands before the last byte of an at sign in brackets, and of one that is an entity.
var (
	atWords    = [...]string{"at", "AT"}
	atEntities = [...]string{"64", "40", "mmat"}
)

// atSignAt returns the length of the at sign at the beginning of s, 0 if there is none.
func atSignAt(s string) int {
	switch s[0] {
	case '@':
		return 1
	case '&', '%', '[', '(', '{', '<', "＠"[0]:
		for _, sign := range atSigns[1:] {
			if strings.HasPrefix(s, sign) {
				return len(sign)
			}
		}
	}
	return 0
}

// localPart returns where the part of an address before the at sign at offset at begins, -1 if nothing stands there. One
// space may stand before a sign in brackets.
func localPart(s string, at int) int {
	i := at
	if i > 1 && s[i-1] == ' ' && strings.IndexByte("[({<", s[at]) >= 0 {
		i--
	}
	end := i
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		if !(unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || strings.ContainsRune("._+-'!#$*=?^`|~", r)) {
			break
		}
		i -= n
	}
	for i < end && strings.IndexByte(".'`-", s[i]) >= 0 { // quotes and dashes before an address are not its own
		i++
	}
	if i == end {
		return -1
	}
	return i
}

// domainPart returns where the part of an address that begins at offset i ends, -1 if no domain stands there: two labels
// or more, the last of two letters or more. Between labels stands a dot, or the word in brackets.
func domainPart(s string, i int) int {
	if i < len(s) && s[i] == ' ' && i > 0 && strings.IndexByte("])}>", s[i-1]) >= 0 {
		i++
	}
	foreign := i < len(s) && s[i] >= utf8.RuneSelf
	end, labels := -1, 0
	for {
		from := i
		for i < len(s) {
			r, n := utf8.DecodeRuneInString(s[i:])
			if !(r == '-' || r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) || foreign && unicode.IsLetter(r)) {
				break
			}
			i += n
		}
		label := strings.TrimRight(s[from:i], "-")
		if label == "" {
			return end
		}
		labels++
		if labels > 1 && utf8.RuneCountInString(label) >= 2 && strings.IndexFunc(label, unicode.IsDigit) < 0 || labels > 1 && strings.HasPrefix(label, "xn--") {
			end = from + len(label)
		}
		dot := dotAt(s[i:])
		if dot == 0 {
			return end
		}
		i += dot
	}
}

// dotAt returns the length of the dot at the beginning of s, 0 if there is none.
func dotAt(s string) int {
	if strings.HasPrefix(s, ".") {
		return 1
	}
	n := len(s) - len(strings.TrimLeft(s, " "))
	for _, dot := range [...]string{"[dot]", "(dot)", "{dot}", "&#46;"} {
		if n <= 1 && strings.HasPrefix(s[n:], dot) {
			n += len(dot)
			if n < len(s) && s[n] == ' ' {
				n++
			}
			return n
		}
	}
	return 0
}
