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
	if !Maskable(s) {
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

// Maskable reports whether a text may hold an address; it is quick, and often right.
func Maskable[S string | []byte](s S) bool {
	for i := 0; i < len(s); i++ {
		if endsSign[s[i]] && atSignEnds(s[:i+1]) {
			return true
		}
	}
	return false
}

// atSignEnds reports whether a text may end with an at sign.
func atSignEnds[S string | []byte](s S) bool {
	before := func(what string) bool { return len(s) > len(what) && string(s[len(s)-1-len(what):len(s)-1]) == what }
	switch s[len(s)-1] {
	case '@':
		return true
	case ')', ']', '}', '>':
		return before("at") || before("AT")
	case ';':
		return before("64") || before("40") || before("mmat")
	case '0':
		return before("%4")
	}
	return before("\xEF\xBC")
}

// endsSign are the bytes with which at signs end.
var endsSign = [256]bool{'@': true, ')': true, ']': true, '}': true, '>': true, ';': true, '0': true, 0xA0: true} // the last that of ＠

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
