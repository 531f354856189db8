package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/japanese"
)

// sampled is how many bytes of a text are tried in each encoding.
const sampled = 8 << 10

// guess decodes bytes that are not well-formed UTF-8: as the page itself says where it says so and that works out, else
// in the encoding in which most of its letters are letters that are often written.
func guess(name string, b []byte) (string, string) {
	if mostlyUTF8(b) {
		return "utf-8", wellFormed(b)
	}
	if label := declared(name, b); label != "" {
		if e, err := htmlindex.Get(label); err == nil {
			if n, err := htmlindex.Name(e); err == nil && n != "utf-8" && n != "replacement" && n != "utf-16le" && n != "utf-16be" {
				if t := decodeWith(e, b); strings.Count(t, "\uFFFD")*200 <= len(t) {
					return n, t
				}
			}
		}
	}
	best, score := 0, -1e9
	sample := sampleOf(b)
	for i := range candidates {
		if s := candidates[i].likeness(sample); s > score {
			best, score = i, s
		}
	}
	return candidates[best].name, decodeWith(candidates[best].encoding, b)
}

// decodeWith decodes b; what is ill-formed becomes U+FFFD.
func decodeWith(e encoding.Encoding, b []byte) string {
	t, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return wellFormed(b)
	}
	return string(t)
}

// mostlyUTF8 reports whether nearly all that is not ASCII is well-formed UTF-8: a text with a few damaged bytes.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
			i += illFormed(b[i:])
			continue
		}
		good++
		i += n
	}
	return good >= bad*8
}

// declared returns the encoding that a web page names in its head, "" if it names none.
func declared(name string, b []byte) string {
	head := b[:min(len(b), 4096)]
	if !bytes.Contains(head, []byte("<")) {
		return ""
	}
	lower := bytes.ToLower(head)
	if !bytes.Contains(lower, []byte("<meta")) && !bytes.Contains(lower, []byte("<?xml")) {
		return ""
	}
	for _, key := range []string{"charset=", "encoding="} {
		i := bytes.Index(lower, []byte(key))
		if i < 0 {
			continue
		}
		rest := bytes.TrimLeft(lower[i+len(key):], " \"'")
		n := 0
		for n < len(rest) && n < 24 && (rest[n] >= 'a' && rest[n] <= 'z' || rest[n] >= '0' && rest[n] <= '9' || rest[n] == '-' || rest[n] == '_' || rest[n] == ':') {
			n++
		}
		if n > 0 {
			return string(rest[:n])
		}
	}
	return ""
}

// sampleOf returns the lines of b that hold more than ASCII, as far as they fit into a sample.
func sampleOf(b []byte) []byte {
	if len(b) <= sampled {
		return b
	}
	out := make([]byte, 0, sampled)
	for len(b) > 0 && len(out) < sampled {
		l := b
		if i := bytes.IndexByte(b, '\n'); i >= 0 {
			l, b = b[:i+1], b[i+1:]
		} else {
			b = nil
		}
		for _, c := range l {
			if c >= utf8.RuneSelf {
				out = append(out, l[:min(len(l), sampled-len(out))]...)
				break
			}
		}
	}
	return out
}

// isoJP reports whether b is Japanese in seven bits, switched by escape sequences.
func isoJP(b []byte) bool {
	return bytes.Contains(b, []byte("\x1b$B")) || bytes.Contains(b, []byte("\x1b$@"))
}

func isoJPText(b []byte) string { return decodeWith(japanese.ISO2022JP, b) }
