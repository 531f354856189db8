package source

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// utf16Text decodes UTF-16 without its byte order mark. A half of a surrogate pair that stands alone, and an odd byte at
// the end, each give one U+FFFD.
func utf16Text(b []byte, big bool) string {
	var out strings.Builder
	out.Grow(len(b)/2 + len(b)/8)
	unit := unitOf(b, big)
	n := len(b) / 2
	for i := 0; i < n; i++ {
		r := rune(unit(i))
		if utf16.IsSurrogate(r) {
			if i+1 < n {
				if full := utf16.DecodeRune(r, rune(unit(i+1))); full != utf8.RuneError {
					out.WriteRune(full)
					i++
					continue
				}
			}
			r = utf8.RuneError
		}
		out.WriteRune(r)
	}
	if len(b)%2 == 1 {
		out.WriteRune(utf8.RuneError)
	}
	return out.String()
}

func unitOf(b []byte, big bool) func(i int) uint16 {
	if big {
		return func(i int) uint16 { return uint16(b[2*i])<<8 | uint16(b[2*i+1]) }
	}
	return func(i int) uint16 { return uint16(b[2*i+1])<<8 | uint16(b[2*i]) }
}

// utf16Pattern reports whether bytes without a mark look like UTF-16: zero bytes on one side only, and units that are
// letters, digits, spaces and signs in use.
func utf16Pattern(b []byte) (big, ok bool) {
	if len(b) < 4 || len(b)%2 == 1 {
		return false, false
	}
	sample := b[:min(len(b), 8192)&^1]
	even, odd := 0, 0
	for i := 0; i < len(sample); i += 2 {
		if sample[i] == 0 {
			even++
		}
		if sample[i+1] == 0 {
			odd++
		}
	}
	switch {
	case odd > 0 && even*20 <= odd:
	case even > 0 && odd*20 <= even:
		big = true
	default:
		return false, false
	}
	unit := unitOf(sample, big)
	n, bad, space := len(sample)/2, 0, 0
	for i := range n {
		r := rune(unit(i))
		switch {
		case r == ' ' || r == '\n' || r == '\r' || r == '\t' || r == 0x3000:
			space++
		case r < 0x20 || r == 0xFFFE || r == 0xFFFF:
			bad++
		case utf16.IsSurrogate(r):
		case !unicode.IsGraphic(r) && !unicode.Is(unicode.Cf, r):
			bad++
		}
	}
	return big, bad*20 <= n && (space > 0 || n < 16)
}
